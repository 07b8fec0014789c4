//! What a third newcomer hesitated over with the office keymap: what a field keeps, what the list of commands finds first, what a row and
//! a question tell.

use loket::{
    domain::{ids::OrganisationCode, signal::Urgency},
    locale::{Language, Texts},
    tui::app::{
        Modal, Pane, State,
        command::Command,
        finder::{FinderLine, Kind},
        message::{Effect, Msg},
        template,
    },
};
use serde_json::json;

use crate::interface::{Bench, arrived, board, complete, id, now, person, row, rows, start, whole};

fn text(bench: &Bench, name: &str) -> String {
    match bench.state.modals.last() {
        Some(Modal::Form(form)) => form.text(name).to_owned(),
        _ => panic!("{}", bench.screen()),
    }
}

fn focus(bench: &mut Bench, name: &str) {
    let Some(Modal::Form(form)) = bench.state.modals.last_mut() else { panic!() };
    while form.slots.get(form.focus).is_none_or(|slot| slot.name != name) {
        form.move_focus(true, now().date_naive());
    }
}

#[test]
fn a_text_that_stands_there_is_gone_on_with_and_one_thing_gives_way() {
    let mut bench = arrived((100, 40));
    bench.keymap("office").press("Home Enter").settle(&whole(&rows()[0], None, 1));
    bench.press("F9").type_in("wijzig gegevens").press("Enter");
    let title = rows()[0].title.raw().to_owned();
    focus(&mut bench, "intake-title");
    assert!(bench.screen().contains("Ctrl+U leegt") && !bench.screen().contains("typen vervangt dit"), "{}", bench.screen());
    bench.type_in("!");
    assert_eq!(text(&bench, "intake-title"), format!("{title}!"));
    assert!(!bench.screen().contains("Ctrl+U leegt"), "it is one's own text now: {}", bench.screen());
    bench.press("Ctrl+U").type_in("Ontruiming");
    assert_eq!(text(&bench, "intake-title"), "Ontruiming");
    // A day and a name are one thing, also when they were typed: what is shown the other way round gives way.
    focus(&mut bench, "intake-threat-on");
    bench.type_in("3-12").press("Tab Shift+Tab");
    assert_eq!(text(&bench, "intake-threat-on"), "03-12-2026");
    bench.type_in("4-12");
    assert_eq!(text(&bench, "intake-threat-on"), "4-12");
    let readme = include_str!("../../../../README.md");
    assert!(readme.contains("A text that stands in a field already stays") && readme.contains("`Ctrl+U` empties the field"));
}

/// What `F9` gives first for this.
fn first(bench: &mut Bench, typed: &str) -> (Command, usize) {
    bench.press("F9").type_in(typed);
    let Some(Modal::Finder(finder)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    let lines = finder.lines(&bench.state);
    let Some(FinderLine::Command { command, .. }) = lines.get(finder.list.row) else { panic!("{typed}: {}", bench.screen()) };
    let found = (*command, lines.len());
    bench.press("Esc");
    found
}

#[test]
fn what_is_called_so_comes_before_what_only_tells_of_it() {
    let mut bench = arrived((100, 30));
    bench.keymap("office").press("Home").settle(&whole(&rows()[0], None, 1));
    for (typed, command) in [
        ("terugbel", Command::CallBacks),
        ("delen", Command::Share),
        ("wijzig", Command::EditSignal),
        ("titel", Command::EditSignal),
        ("urgentie", Command::Urgency),
        ("sjabloon", Command::Template),
        ("weergave", Command::View),
        ("notitie", Command::Note),
        ("taal", Command::Language),
        ("afmelden", Command::SignOut),
    ] {
        assert_eq!(first(&mut bench, typed).0, command, "{typed}");
    }
    let (_, hits) = first(&mut bench, "delen");
    assert!(hits <= 6, "{hits} hits for what five commands and a page are called");
    // What nothing is called is found by what it does.
    bench.press("F9").type_in("kwartier");
    let Some(Modal::Finder(finder)) = bench.state.modals.last() else { panic!() };
    assert!(!finder.lines(&bench.state).is_empty());
}

#[test]
fn whom_one_calls_back_oneself_is_one_command_away() {
    let mut all = rows();
    all[0].owner = Some(crate::plain::owner("M. Visser", crate::interface::me()));
    all.iter_mut().for_each(|row| row.bodies = vec![OrganisationCode("SVB".into())]);
    let mut replica = complete(&all);
    for (at, row) in all.iter().take(2).enumerate() {
        let mut call = board::threat(at as u128 + 1, row.number, row.id, "2026-11-24".parse().unwrap());
        call["kind"] = json!("call_back");
        replica.apply_line(json!({ "kind": "deadline", "row": call }).to_string().as_bytes()).unwrap();
    }
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    bench.arrive(&all).tell(Msg::Replica(replica)).keymap("office").press("F9").type_in("terugbel").press("Enter");
    assert_eq!((bench.state.pane, bench.state.board.board.rows.len()), (Pane::Board, 1), "{}", bench.screen());
    assert_eq!(bench.state.board.filter.text(), "soort:terugbellen eigenaar:ik");
    bench.press("Esc");
    assert_eq!(bench.state.board.board.rows.len(), 2, "{}", bench.screen());
    // The menu of views offers it, too, with how many.
    bench.press("F9").type_in("weergave").press("Enter");
    assert!(bench.screen().contains("Alleen wie u zelf nog terugbelt"), "{}", bench.screen());
}

#[test]
fn a_time_out_that_ended_keeps_its_row_until_refresh_and_says_so() {
    let mut bench = Bench::speaking((80, 24), Language::Dutch);
    let rows = board::deadlines(false);
    bench
        .arrive(&crate::interface::rows())
        .tell(Msg::Replica(board::with_deadlines(&rows)))
        .keymap("office")
        .press("4 Enter Down Up");
    let at = |bench: &Bench, number: &str| {
        let screen = bench.screen();
        screen.lines().filter(|line| line.contains(number)).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(bench.state.clock_row().unwrap().id(), board::clock(3));
    assert!(at(&bench, "S-503").iter().all(|line| !line.contains('✓')), "{}", bench.screen());
    let shown = bench.state.board.board.rows.len();
    // Another person confirmed that it ended.
    let mut replica = bench.state.replica.clone();
    let gone = json!({ "kind": "gone", "entity": "deadline", "id": board::clock(3) });
    replica.apply_line(gone.to_string().as_bytes()).unwrap();
    bench.tell(Msg::Replica(replica));
    let screen = bench.screen();
    let lines = at(&bench, "S-503");
    assert_eq!(bench.state.board.board.rows.len(), shown, "{screen}");
    assert!(lines[0].contains('~') && lines[0].contains("✓ gestopt"), "{screen}");
    // The term it suspended runs on, and says it, too.
    assert!(lines.iter().any(|line| line.contains("bezwaar") && line.contains("✓ gestopt")), "{screen}");
    assert_eq!(bench.state.board.left.len(), 1, "and it is not counted");
    bench.press("Ctrl+E");
    assert!(bench.message().contains("loopt niet meer"), "{}", bench.message());
    bench.press("F5");
    assert_eq!(bench.state.board.board.rows.len(), shown - 1, "{}", bench.screen());
    // As soon as it was read how, that is the word.
    let ended = |state: &str| {
        let mut bench = Bench::speaking((80, 24), Language::Dutch);
        let mut replica = board::with_deadlines(&rows);
        replica.apply_line(gone.to_string().as_bytes()).unwrap();
        bench.arrive(&crate::interface::rows()).tell(Msg::Replica(replica)).press("4");
        let mut found = serde_json::to_value(board::detail(&rows[3], None)).unwrap();
        found["timeOut"]["item"]["state"] = json!(state);
        let request = 9_999;
        bench.state.requests.insert(request, loket::tui::app::actions::Pending::ReadClock(board::clock(4)));
        let found = Box::new(serde_json::from_value(found).unwrap());
        bench.tell(Msg::Reply { request, reply: Ok(loket::tui::app::message::Answer::Deadline(found)) });
        at(&bench, "S-503").join("\n")
    };
    assert!(ended("ended").contains("✓ beëindigd") && ended("resumed").contains("✓ hervat"), "{}", ended("ended"));
}

#[test]
fn a_question_says_what_it_takes_and_what_it_does_not() {
    for (keymap, takes) in [("standaard", "Kies n of j;"), ("office", "Kies n of j of ↑ ↓;")] {
        let mut all = rows();
        all[0].owner = Some(crate::plain::owner("J. Bakker", loket::domain::ids::AccountId(uuid::Uuid::from_u128(77))));
        let mut bench = Bench::with((80, 24), &all);
        bench.keymap(keymap).press(if keymap == "office" { "Home F6 Down Enter" } else { "s t" });
        let screen = bench.screen();
        assert!(screen.contains("S-471 is van J. Bakker") && screen.contains(takes), "{keymap}: {screen}");
        bench.press("x");
        let screen = bench.screen();
        assert!(screen.contains("“x” doet hier niets. Kies n of j; Enter neemt “Nee,"), "{keymap}: {screen}");
        // Enter does what is shown as chosen: here nothing, and it says so.
        bench.press("Enter");
        assert!(bench.sent().is_empty() && bench.state.modals.is_empty(), "{}", bench.screen());
        assert_eq!(bench.message(), "Er is niets gewijzigd.");
    }
    // A word that only begins like an answer leaves the cursor where it was.
    let mut all = rows();
    all[0].owner = Some(crate::plain::owner("J. Bakker", loket::domain::ids::AccountId(uuid::Uuid::from_u128(77))));
    let mut bench = Bench::with((80, 24), &all);
    bench.keymap("office").press("Home F6 Down Enter j");
    let cursor = |bench: &Bench| match bench.state.modals.last() {
        Some(Modal::Choose(menu)) => menu.cursor,
        _ => panic!("{}", bench.screen()),
    };
    assert_eq!(cursor(&bench), 1);
    bench.press("a n");
    assert_eq!(cursor(&bench), 0, "{}", bench.screen());
    assert!(bench.screen().contains("“jan” doet hier niets"), "{}", bench.screen());
}

#[test]
fn the_list_of_filters_stays_where_it_is_when_nothing_begins_so() {
    let mut bench = arrived((100, 30));
    bench.keymap("office").press("Ctrl+F Down");
    let at = |bench: &Bench| match bench.state.modals.last() {
        Some(Modal::Panel(panel)) => panel.list.row,
        _ => panic!("{}", bench.screen()),
    };
    let before = at(&bench);
    bench.press("u t r e c h t s e");
    assert_eq!(at(&bench), before, "{}", bench.screen());
    assert_eq!(bench.message(), "Geen waarde begint met “utrechtse”: 0 binnen het filter.");
}

#[test]
fn the_queue_says_how_much_stands_above_and_what_left_it_is_not_counted() {
    let many: Vec<_> = (1..=60).map(|number| row(number, "Zaak", Urgency::Normal, Some(i64::from(number)))).collect();
    for size in [(80, 24), (100, 30)] {
        let mut bench = Bench::with(size, &many);
        bench.keymap("office");
        assert!(!bench.screen().contains("(Home)"), "{}", bench.screen());
        bench.press("End");
        let top = bench.state.signals.list.top;
        let heads = bench.state.signals.headings.iter().filter(|heading| heading.before < top).count();
        let above = bench.screen().lines().find_map(|line| line.split("↑ ").nth(1)).unwrap_or_default().to_owned();
        let said: usize = above.split(' ').next().and_then(|count| count.parse().ok()).unwrap_or_default();
        assert!(above.contains("(Home)") && said > 0 && said <= top && said + heads >= top, "{said} {top}: {}", bench.screen());
        bench.press("Home");
        assert!(!bench.screen().contains("(Home)"), "{}", bench.screen());
    }
    // What stands there and fits no longer is not counted.
    let mut bench = arrived((100, 30));
    bench.press("/").type_in("urgentie:crisis").press("Enter");
    let mut all = rows();
    (all[0].urgency, all[0].version) = (Urgency::Low, 2);
    bench.tell(Msg::Replica(complete(&all)));
    assert_eq!((bench.state.signals.rows.len(), bench.state.signals.left.len()), (2, 1));
    assert!(bench.screen().contains(" 1 van 6"), "{}", bench.screen());
}

#[test]
fn the_example_in_the_help_is_a_template() {
    for language in Language::ALL {
        let texts = Texts::new(*language);
        let line = |name: &str| texts.get(&format!("legend-template-{name}"));
        let (found, mistakes) = template::read(&format!("{}\n{}\n{}\n", line("name"), line("title"), line("text")));
        assert!(mistakes.is_empty() && found.len() == 1, "{mistakes:?}");
        assert!(line("end").contains(&format!("::{}", &found[0].name[..5])), "{}", line("end"));
        let names = ["{naam}", "{name}"];
        assert!(names.iter().any(|name| found[0].text.contains(name)), "{}", found[0].text);
    }
    let mut bench = arrived((100, 40));
    bench.state.settings.templates_folder = Some("/home/u/.config/loket/templates".into());
    bench.keymap("office").press("F1").type_in("sjabloon");
    let screen = bench.screen();
    for told in ["/home/u/.config/loket/templates/eigen.toml", "[terugbellen]", "title = \"Terugbelafspraak\"", "::terug"] {
        assert!(screen.contains(told), "{told}: {screen}");
    }
}

#[test]
fn sharing_is_asked_about_with_what_goes_to_whom() {
    let mut bench = Bench::new((80, 24));
    bench.press("j k").settle(&whole(&rows()[0], None, 1));
    bench.effects.clear();
    bench.press("g +").type_in("svb").press("Tab Tab").type_in("Wet SUWI, artikel 62").press("Tab").type_in("samen oplossen");
    bench.press("Tab").type_in("patst, gepr").press("Tab");
    assert_eq!(text(&bench, "share-parts"), "patstelling, geprobeerd");
    assert_eq!(bench.screen().matches("patstelling").count(), 1, "not said again: {}", bench.screen());
    bench.press("Tab").type_in("teamleider").press("Tab").type_in("31-12-2026").press("Enter");
    // Enter in the last field asks; nothing went yet.
    let screen = bench.screen();
    assert!(bench.sent().is_empty(), "{screen}");
    for told in ["S-471 delen met SVB?", "U deelt: patstelling, geprobeerd; t/m do 31-12-2026.", "Eerder beëindigen kan: g -."] {
        assert!(screen.contains(told), "{told}: {screen}");
    }
    bench.press("Enter");
    assert!(bench.sent().is_empty(), "the first answer is no");
    assert_eq!(text(&bench, "share-purpose"), "samen oplossen");
    bench.press("Ctrl+S j");
    let sent = bench.sent();
    assert_eq!(sent.len(), 1);
    let mut shared = whole(&rows()[0], None, 2);
    shared.shares = vec![
        serde_json::from_value(json!({ "id": uuid::Uuid::from_u128(9), "recipient": "SVB", "until": "2026-12-31" })).unwrap(),
    ];
    bench.answer(sent[0].0, shared);
    let message = bench.message();
    assert!(message.contains("patstelling, geprobeerd") && message.contains("beëindigen wel: g -"), "{message}");
}

#[test]
fn loket_begins_again_on_the_board_where_it_was_left() {
    let rows = board::deadlines(false);
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    bench
        .arrive(&crate::interface::rows())
        .tell(Msg::Replica(board::with_deadlines(&rows)))
        .press("4 /")
        .type_in("soort:bezwaar");
    bench.press("Enter Down");
    let left = bench.state.board.current;
    assert!(left.is_some());
    let kept = bench.state.keep_place().into_iter().find_map(|effect| match effect {
        Effect::SaveDraft { slot, text } if slot == "place" => Some(text),
        _ => None,
    });
    let mut again = Bench { state: State::new(start((100, 30), Language::Dutch)), effects: vec![] };
    again.tell(Msg::Draft { slot: "place".into(), text: kept, saved_at: now() });
    again.tell(Msg::Me(Box::new(person()))).tell(Msg::Link(loket::tui::app::message::Link::Live));
    // The clocks come after the first signals.
    again
        .tell(Msg::Replica(crate::interface::replica(&crate::interface::rows())))
        .tell(Msg::Replica(board::with_deadlines(&rows)));
    let board = &again.state.board;
    assert_eq!(
        (again.state.pane, board.filter.text(), board.current),
        (Pane::Board, "soort:bezwaar", left),
        "{}",
        again.screen()
    );
}

#[test]
fn one_municipality_that_may_be_meant_is_taken_by_enter() {
    let mut bench = arrived((100, 40));
    bench.press("+");
    focus(&mut bench, "intake-municipality");
    bench.type_in("Zwijndrect");
    let screen = bench.screen();
    assert!(screen.contains("Bedoelt u Zwijndrecht") && screen.contains("Enter neemt die"), "{screen}");
    bench.press("Enter");
    assert_eq!(text(&bench, "intake-municipality"), "Zwijndrecht");
    assert_eq!(bench.state.modals.len(), 1, "nothing to choose: {}", bench.screen());
}

#[test]
fn who_claims_hears_that_the_status_stays() {
    let mut bench = arrived((100, 30));
    bench.keymap("office").press("Home F2");
    let request = bench.sent()[0].0;
    bench.answer(request, whole(&rows()[0], Some(crate::interface::me()), 2));
    let said = bench.state.message.as_ref().map(|message| message.advice.as_str().to_owned()).unwrap_or_default();
    assert!(said.ends_with("De status blijft ontvangen (F6 wijzigt)."), "{said}");
    assert_eq!(id(471), rows()[0].id);
}

#[test]
fn a_template_is_found_before_there_is_a_text_for_it() {
    let mut bench = arrived((100, 30));
    bench.press(":");
    let Some(Modal::Finder(finder)) = bench.state.modals.last() else { panic!() };
    assert_eq!(finder.kind, Kind::Palette);
    let template = |line: &FinderLine| matches!(line, FinderLine::Command { command: Command::Template, unavailable: Some(why), .. } if why.contains("::"));
    assert!(finder.lines(&bench.state).iter().any(template), "{}", bench.screen());
}
