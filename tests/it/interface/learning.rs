//! Who does not know the program yet: help that is read changes nothing, a word typed into a menu decides nothing by its first
//! letter, a number is a number, and what was chosen stays chosen.

use loket::{
    domain::signal::{Status, Urgency},
    locale::Language,
    tui::app::{
        Modal, Pane,
        command::{Command, Trait},
        form::Purpose,
        message::{Answer, Call, Effect, Msg},
        reloading::Reloaded,
        setup::Answers,
    },
};

use super::{Bench, board, rows, whole};

#[test]
fn what_is_chosen_while_it_runs_is_kept_for_the_next_start() {
    let mut bench = Bench::new((100, 30));
    bench.press(":").type_in("taal kiezen").press("Enter").press("e");
    bench.press(":").type_in("choose colours").press("Enter").press("Down Enter");
    let kept = |effect: &Effect| if let Effect::Configure(answers) = effect { Some((**answers).clone()) } else { None };
    let kept: Vec<Answers> = bench.effects.iter().filter_map(kept).collect();
    let language = Answers { language: Some(Language::English), ..Answers::default() };
    let theme = Answers { theme: Some("light".into()), ..Answers::default() };
    assert_eq!(kept, [language, theme]);
    // That the configuration changed is no news: the message of what was chosen stays.
    let said = bench.message();
    bench.tell(Msg::Configured(Ok("~/.config/loket/config.toml".into())));
    bench.tell(Msg::Reloaded(Box::new(Reloaded { language: Some(Language::English), ..Reloaded::default() })));
    assert_eq!(bench.message(), said);
    bench.tell(Msg::Reloaded(Box::default()));
    assert_ne!(bench.message(), said, "a change of somebody else is told");
    bench.press(":").type_in("choose language").press("Enter").press("n");
    bench.tell(Msg::Configured(Err("Schijf vol.".into())));
    assert_eq!(bench.message(), "Dit geldt tot u loket sluit: het kon niet worden bewaard. Schijf vol.");
}

#[test]
fn what_help_would_change_with_one_press_is_asked_first() {
    let mut bench = Bench::new((100, 30));
    bench.press("?").type_in("claim").press("Enter");
    assert!(bench.sent().is_empty() && bench.screen().contains("op mijn naam: nu uitvoeren?"), "{}", bench.screen());
    // No is first, and goes back to what was read.
    bench.press("Enter");
    assert!(bench.sent().is_empty());
    assert!(matches!(bench.state.modals.last(), Some(Modal::Finder(finder)) if finder.input.text() == "claim"));
    bench.press("Enter j");
    assert!(matches!(&bench.sent()[..], [(_, Call::Claim { .. }, _)]), "{}", bench.screen());
    assert!(bench.state.modals.is_empty());
    // What opens a form is a question of its own.
    bench.press("?").type_in("notitie").press("Enter");
    assert!(matches!(bench.state.modals.last(), Some(Modal::Form(_))));
}

#[test]
fn every_command_that_changes_something_with_one_press_is_known_as_such() {
    let fresh = |mine: bool, agenda: bool| {
        if agenda {
            return super::meetings::opened();
        }
        let mut rows = rows();
        rows[0].owner = mine.then(|| crate::plain::owner("M. Visser", super::me()));
        Bench::with((100, 30), &rows)
    };
    for command in Command::ALL.iter().filter(|command| !command.scope().is_inner()) {
        for (mine, agenda) in [(false, false), (true, false), (false, true)] {
            let mut bench = fresh(mine, agenda);
            bench.effects.clear();
            let effects = bench.state.run(*command);
            let reads = |call: &Call| match call {
                Call::Read(_) | Call::ReadDeadline(_) => true,
                Call::Agenda(call) => format!("{call:?}").starts_with("Read"),
                _ => false,
            };
            let writes = effects.iter().any(|effect| matches!(effect, Effect::Send { call, .. } if !reads(call)));
            assert!(!writes || command.is(Trait::AtOnce), "{command:?} changes something with one press");
        }
    }
}

#[test]
fn in_a_menu_where_letters_are_no_commands_only_enter_picks() {
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("End F9").type_in("status").press("Enter");
    bench.type_in("nazorg");
    assert!(bench.sent().is_empty() && bench.screen().contains("nazorg"), "{}", bench.screen());
    bench.press("Enter");
    let sent = bench.sent();
    assert!(matches!(&sent[..], [(_, Call::Patch { patch, .. }, _)] if patch.status == Some(Status::Aftercare)), "{sent:?}");
    assert!(bench.state.signals.filter.text().is_empty() && !bench.state.signals.filtering);
    // Two words, and a word inside a line.
    bench.press("F9").type_in("status").press("Enter").type_in("wacht op").press("Enter");
    let sent = bench.sent();
    assert!(matches!(&sent[..], [(_, Call::Patch { patch, .. }, _)] if patch.status == Some(Status::Waiting)), "{sent:?}");
}

#[test]
fn a_number_typed_over_the_list_is_a_number_and_one_digit_is_a_pane() {
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("5 1 2");
    assert_eq!((bench.state.pane, bench.state.signals.filter.text()), (Pane::Signals, "512"));
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("4 7 1");
    assert_eq!((bench.state.pane, bench.state.signals.filter.text()), (Pane::Signals, "471"), "{}", bench.screen());
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("3 Enter");
    assert_eq!(bench.state.pane, Pane::Register);
    // However slowly it is typed.
    let slowly = |keys: &[&str]| {
        let mut bench =
            Bench::with((100, 30), &[super::row(412, "Een", Urgency::Low, None), super::row(41, "Twee", Urgency::Low, None)]);
        bench.keymap("office");
        for key in keys {
            bench.tell(Msg::Clock(bench.state.now + chrono::TimeDelta::seconds(3))).press(key);
        }
        bench
    };
    let bench = slowly(&["4", "1", "2"]);
    assert_eq!((bench.state.pane, bench.state.signals.filter.text()), (Pane::Signals, "412"), "{}", bench.screen());
    assert_eq!(bench.state.signals.rows.len(), 1);
    assert_eq!(bench.message(), "", "what Enter does was said of one digit");
    // A digit alone is a pane too: that is said, and Enter goes there. The list is whole again then.
    let mut bench = slowly(&["4"]);
    assert!(bench.message().starts_with("Enter gaat naar "), "{}", bench.message());
    let line = bench.screen().lines().last().unwrap_or_default().to_owned();
    assert!(line.contains("Enter naar termijnen"), "the line of keys names the pane: {line}");
    bench.press("Enter");
    assert_eq!((bench.state.pane, bench.state.signals.filter.text()), (Pane::Board, ""));
    bench.press("1 Enter");
    assert_eq!((bench.state.pane, bench.state.board.filter.text()), (Pane::Signals, ""));
    // The one of the pane one is in narrows nothing either.
    bench.press("1");
    assert!(bench.message().starts_with("U bent al bij signalen"), "{}", bench.message());
    bench.press("Enter");
    assert_eq!((bench.state.pane, bench.state.signals.filter.text()), (Pane::Signals, ""));
    bench.press("3 Enter 3 Enter");
    assert_eq!(bench.state.pane, Pane::Register);
    assert!(bench.effects.iter().all(|effect| !matches!(effect, Effect::Copy(_))), "and copies nobody's number");
}

#[test]
fn going_to_another_pane_by_its_digit_leaves_the_cursor_where_it_was() {
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("Down");
    let here = bench.state.signals.current;
    assert_eq!(here, Some(super::id(502)));
    bench.press("4");
    assert_ne!(bench.state.signals.current, here, "the digit narrows the list");
    bench.press("Enter 1 Enter");
    assert_eq!((bench.state.pane, bench.state.signals.current), (Pane::Signals, here));
    bench.press("F7");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(Some(form.purpose), here.map(Purpose::Note));
}

#[test]
fn what_is_typed_into_the_window_of_filters_goes_to_its_line() {
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("Ctrl+F").type_in("cak");
    let Some(Modal::Panel(panel)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(bench.state.panel_lines(panel.kind)[panel.list.row].label, "CAK", "{}", bench.screen());
    bench.press("Space");
    assert_eq!(bench.state.signals.filter.text(), "instantie:cak");
    // Another key ends the word, and what is not there is said.
    bench.type_in("ut");
    let at = |bench: &Bench| if let Some(Modal::Panel(panel)) = bench.state.modals.last() { panel.list.row } else { 0 };
    assert_eq!(bench.state.panel_lines(loket::tui::app::panel::PanelKind::Facets)[at(&bench)].label, "Utrecht");
    bench.press("Up").type_in("xq");
    assert_eq!(bench.message(), "Geen waarde begint met “xq”: 0 binnen het filter.");
}

#[test]
fn a_digit_alone_in_the_register_is_a_pane_too() {
    for keys in ["3 Enter 1 Enter", "3 Enter Tab 1 Enter"] {
        let mut bench = Bench::new((100, 30));
        bench.keymap("office").press(keys);
        assert_eq!(bench.state.pane, Pane::Signals, "{keys}\n{}", bench.screen());
        bench.press("3 Enter");
        assert!(bench.state.register.query.is_blank(), "nothing of it stays in the search");
    }
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("3 Enter 1");
    assert_eq!(bench.message(), "Enter gaat naar signalen. Typ door om op een nummer te zoeken.");
    bench.press("2 Enter");
    assert_eq!(bench.state.pane, Pane::Register, "a number is looked for");
}

#[test]
fn nobodys_number_is_copied_as_long_as_nobody_was_looked_for() {
    let mut bench = Bench::new((100, 30));
    bench.press("@ Enter");
    assert!(!bench.effects.iter().any(|effect| matches!(effect, Effect::Copy(_))), "{}", bench.screen());
    assert!(bench.message().starts_with("Typ eerst een naam"), "{}", bench.message());
    bench.press("Down Enter");
    assert!(bench.effects.iter().any(|effect| matches!(effect, Effect::Copy(_))), "{}", bench.screen());
}

#[test]
fn undo_does_not_go_past_a_proposed_time_out_unasked() {
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    let rows = board::deadlines(false);
    board::opened(&mut bench, &rows, None);
    bench.press("1 P l");
    let request = bench.sent()[0].0;
    bench.answer(request, whole(&super::rows()[0], None, 2)).press("4 T v Ctrl+S Tab Enter");
    let sent = bench.sent();
    let Some((request, Call::ExtendTimeOut { .. }, _)) = sent.last() else { panic!("{sent:?}\n{}", bench.screen()) };
    let found = rows.iter().find_map(|row| board::detail(row, None).time_out).expect("a time-out");
    bench.tell(Msg::Reply { request: *request, reply: Ok(Answer::TimeOut(Box::new(found))) });
    assert!(bench.message().starts_with("Voorgesteld bij "), "{}", bench.message());
    bench.press("u");
    assert!(bench.sent().iter().all(|(_, call, _)| !matches!(call, Call::Patch { .. })));
    assert!(bench.screen().contains("wat u daarvoor deed:"), "{}", bench.screen());
    bench.press("Esc H");
    assert!(bench.screen().contains("Voorgesteld bij "), "it stands among what was done: {}", bench.screen());
}

#[test]
fn a_higher_urgency_keeps_its_reason_and_a_lower_one_says_that_it_lapses() {
    let reason = |keys: &str, urgency: Urgency| {
        let mut all = rows();
        all[0].urgency = Urgency::Normal;
        let mut signal = whole(&all[0], None, 1);
        signal.facts.urgency = Some(Urgency::Normal);
        signal.facts.urgency_reason = "Er is geen geld voor eten.".into();
        let mut bench = Bench::with((100, 30), &all);
        bench.press("Down Up");
        bench.settle(&signal);
        bench.press(keys);
        let sent = bench.sent();
        let [(request, Call::Patch { patch, .. }, _)] = &sent[..] else { panic!("{sent:?}") };
        let dropped = patch.urgency_reason.clone();
        signal.facts.urgency = Some(urgency);
        signal.version = 2;
        bench.answer(*request, signal);
        (dropped, bench.message())
    };
    let (kept, said) = reason("P c", Urgency::Crisis);
    assert!(kept.is_none() && !said.contains("reden"), "{said}");
    let (dropped, said) = reason("P l", Urgency::Low);
    assert!(
        dropped.is_some_and(|reason| reason.is_blank()) && said.ends_with("De reden van de hogere urgentie vervalt"),
        "{said}"
    );
}

#[test]
fn no_day_is_saved_before_the_server_told_which_day_it_is() {
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    bench.tell(Msg::Replica(super::replica(&rows())));
    bench.press("b j").type_in("Belt terug").press("Tab").type_in("2-12").press("Ctrl+S");
    assert!(bench.sent().is_empty() && bench.message().starts_with("De server heeft nog niet gezegd welke dag het is."));
    bench.tell(Msg::Me(Box::new(super::person()))).press("Ctrl+S");
    assert!(matches!(&bench.sent()[..], [(_, Call::Contact { .. }, _)]), "{}", bench.screen());
}

#[test]
fn whether_it_is_live_is_read_whole_in_every_window() {
    for width in 60..=140 {
        for (demo, drafts, count) in [(true, 0, 60), (true, 2, 60), (false, 12, 9), (true, 120, 99)] {
            let all: Vec<_> = (1..=count).map(|number| super::row(number, "Een zaak", Urgency::High, Some(1))).collect();
            let mut bench = Bench::with((width, 24), &all);
            let mut me = super::person();
            me.demo = demo;
            bench.tell(Msg::Me(Box::new(me)));
            bench.state.drafts = Some(drafts);
            bench.state.settings.read_only = drafts > 0;
            let screen = bench.screen();
            let head = screen.lines().next().unwrap_or_default();
            assert!(head.contains("● live"), "{width} {demo} {drafts}: {head}");
            // Who and when come before how many drafts there are.
            let known = head.contains("MV") || head.contains("M. Visser");
            assert!(width < 80 || known && head.contains("09:41"), "{width} {demo} {drafts}: {head}");
            assert!(!demo || head.contains("demo") || width < 80, "{width} {demo} {drafts}: {head}");
        }
    }
}

#[test]
fn the_line_of_the_help_that_has_the_cursor_is_on_the_screen() {
    for size in [(60, 18), (80, 24), (100, 30), (200, 60)] {
        for keys in [
            "PgDn",
            "PgDn PgDn PgDn",
            "Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down",
        ] {
            let mut bench = Bench::new(size);
            bench.press("?").press(keys);
            let Some(Modal::Finder(finder)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
            let height = bench.state.finder_height(finder.kind);
            let view = bench.screen().lines().count().min(usize::from(size.1) - 2).saturating_sub(8);
            assert!(
                (finder.list.top..finder.list.top + view.min(height)).contains(&finder.list.row),
                "{keys} {size:?}\n{}",
                bench.screen()
            );
            assert!(height <= view, "{height} lines are counted with, {view} are shown: {size:?}");
        }
    }
}
