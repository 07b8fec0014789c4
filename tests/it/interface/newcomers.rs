//! What people who had never worked in a terminal stumbled over: it is said, shown or does what it seems to do.

mod asked_again;
mod hesitated;
mod stumbled;
mod unsure;

use loket::{
    domain::{presence::Doing, signal::Urgency},
    tui::app::{
        Modal,
        choose::Choice,
        message::{Effect, Link, Msg},
    },
};

use super::{
    Bench, arrived,
    board::{deadlines, opened},
    presence::window,
    row, rows, whole,
};

/// The lines of the screen on which this stands.
fn lines<'a>(screen: &'a str, text: &str) -> Vec<&'a str> {
    screen.lines().filter(|line| line.contains(text)).collect()
}

#[test]
fn where_letters_pick_nothing_a_menu_shows_none() {
    let mut bench = arrived((100, 30));
    bench.press("s");
    assert!(!lines(&bench.screen(), " t  in triage").is_empty(), "{}", bench.screen());
    let mut bench = arrived((100, 30));
    bench.keymap("office").press("F9").type_in("status").press("Enter");
    let screen = bench.screen();
    assert!(lines(&screen, " t  in triage").is_empty() && !lines(&screen, "in triage").is_empty(), "{screen}");
    // What is typed finds the line, by its own words only; Enter picks it.
    bench.type_in("tri");
    let Some(Modal::Choose(menu)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(menu.items[menu.cursor].label, "in triage");
    assert!(bench.sent().is_empty());
    bench.press("Enter");
    assert_eq!(bench.sent().len(), 1);
}

#[test]
fn the_board_offers_what_ends_within_two_weeks() {
    for keymap in ["office", "standaard"] {
        let mut bench = Bench::new((100, 30));
        opened(&mut bench, &deadlines(false), None);
        bench.keymap(keymap);
        bench.press(if keymap == "office" { "Ctrl+F" } else { "f" });
        let screen = bench.screen();
        assert!(!lines(&screen, "Eindigt binnen 14 dagen, of is te laat").is_empty(), "{screen}");
        assert!(lines(&screen, "Eindigt binnen 14 dagen")[0].contains("termijn:14d"), "it can be typed, too: {screen}");
        bench.press("Down Down Down Down Enter");
        assert_eq!((bench.state.board.filter.text(), bench.state.board.filtering), ("termijn:14d", false));
        assert_eq!(bench.state.board.board.rows.len(), 5, "until the 7th of December: {}", bench.screen());
        // Another choice takes its place, what else was typed stays, and any day takes it away.
        bench.press("/").type_in(" soort:bezwaar").press("Enter");
        bench.press(if keymap == "office" { "Ctrl+F" } else { "f" });
        let Some(Modal::Choose(menu)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
        assert_eq!(menu.cursor, 4, "the one that is on");
        bench.press("Up Enter");
        assert_eq!(bench.state.board.filter.text(), "soort:bezwaar termijn:volgende-week");
        bench.press(if keymap == "office" { "Ctrl+F" } else { "f" }).press("Down Down Down Enter");
        assert_eq!(bench.state.board.filter.text(), "soort:bezwaar");
    }
}

#[test]
fn the_head_of_who_is_there_stands_over_no_empty_column() {
    let many: Vec<_> = (1..=60).map(|number| row(number, "Zaak", Urgency::Normal, Some(i64::from(number)))).collect();
    let mut bench = Bench::with((100, 30), &many);
    bench.tell(Msg::Present(vec![window(11, 5, "J. Bakker", 60, Doing::Looking, 2)]));
    assert!(!bench.screen().contains("aanwezig"), "nobody in sight: {}", bench.screen());
    bench.press("End");
    assert!(bench.screen().contains("aanwezig") && bench.screen().contains("JB"), "{}", bench.screen());
}

#[test]
fn words_that_are_not_said_every_day_are_in_the_help_of_their_pane() {
    for (pane, typed, told) in
        [("2", "mist", "zoveel ontbreekt nog"), ("1", "aanwezig", "nu open hebben"), ("1", "volgorde", "intussen")]
    {
        let mut bench = arrived((100, 30));
        bench.press(pane).press("F1").type_in(typed);
        assert!(bench.screen().contains(told), "{pane} {typed}\n{}", bench.screen());
    }
    let mut bench = Bench::new((100, 30));
    opened(&mut bench, &deadlines(false), None);
    bench.press("/ F1").type_in("14d");
    assert!(bench.screen().contains("binnen 14 dagen, of al te laat"), "{}", bench.screen());
}

#[test]
fn a_day_that_is_no_working_day_is_said_beside_it() {
    let mut bench = arrived((100, 30));
    bench.press("+");
    let Some(Modal::Form(form)) = bench.state.modals.last_mut() else { panic!() };
    form.focus = form.slots.iter().position(|slot| slot.name == "intake-threat-on").unwrap();
    bench.type_in("25-12-2026");
    assert!(bench.screen().contains("eerste kerstdag"), "{}", bench.screen());
    bench.press("Ctrl+U").type_in("28-11-2026");
    assert!(bench.screen().contains("zaterdag"), "{}", bench.screen());
    bench.press("Ctrl+U").type_in("27-11-2026");
    assert!(!bench.screen().contains("zaterdag"), "{}", bench.screen());
}

#[test]
fn a_field_shows_whether_typing_replaces_what_stands_in_it() {
    let rows = rows();
    let mut bench = arrived((100, 30));
    bench.keymap("office").press("Home Enter").settle(&whole(&rows[0], None, 1));
    bench.press("F8");
    assert!(bench.screen().contains("typen vervangt dit"), "a suggestion: {}", bench.screen());
    bench.type_in("UWV");
    assert!(!bench.screen().contains("typen vervangt dit"), "{}", bench.screen());
    // What was typed stays when one comes back; a day is one thing, and is replaced.
    bench.press("Tab Shift+Tab").type_in(" Breda");
    let text = |bench: &Bench, name: &str| match bench.state.modals.last() {
        Some(Modal::Form(form)) => form.text(name).to_owned(),
        _ => panic!("{}", bench.screen()),
    };
    assert_eq!(text(&bench, "contact-with"), "UWV Breda");
    bench.press("Tab Tab Tab").type_in("3-12").press("Tab Shift+Tab");
    assert!(bench.screen().contains("typen vervangt dit"), "{}", bench.screen());
    bench.type_in("4-12");
    assert_eq!(text(&bench, "contact-back"), "4-12");
}

#[test]
fn what_can_be_filtered_on_is_named_as_the_heads_of_columns_are() {
    let mut bench = arrived((100, 30));
    bench.press("/").type_in("onderwerp:x");
    let advice = bench.state.advice().map(|advice| advice.text.clone()).unwrap_or_default();
    assert!(advice.contains("termijn, gemeente, instantie"), "{advice}");
    for known in ["instanties:cak", "termijn:7d", "binnen:<=vandaag"] {
        bench.press("Ctrl+U").type_in(known);
        assert!(bench.state.advice().is_none() && !super::shown(&bench).is_empty(), "{known}\n{}", bench.screen());
    }
}

#[test]
fn all_of_a_sentence_about_a_command_is_read() {
    let mut bench = arrived((100, 30));
    bench.keymap("office").press("F9").type_in("filterlijst");
    assert!(bench.screen().contains("Op 4: wat eindigt wanneer."), "{}", bench.screen());
}

#[test]
fn the_highest_urgency_is_called_so() {
    let mut bench = arrived((100, 30));
    bench.press("P");
    assert!(!lines(&bench.screen(), "de hoogste").is_empty(), "{}", bench.screen());
    let Some(Modal::Choose(menu)) = bench.state.modals.last() else { panic!() };
    assert!(matches!(menu.items[0].choice, Choice::Urgency(_, Urgency::Crisis)));
    bench.press("Esc +");
    let Some(Modal::Form(form)) = bench.state.modals.last_mut() else { panic!() };
    form.focus = form.slots.iter().position(|slot| slot.name == "intake-urgency").unwrap();
    assert!(bench.screen().contains("Crisis is de hoogste urgentie"), "{}", bench.screen());
}

#[test]
fn a_theme_is_called_by_its_name_in_the_language_of_the_screen() {
    let mut bench = arrived((100, 30));
    bench.keymap("office").press("F9").type_in("kleuren").press("Enter");
    let screen = bench.screen();
    assert!(screen.contains("donker") && !screen.contains("dark"), "{screen}");
    bench.type_in("donker").press("Enter");
    assert!(bench.effects.iter().any(|effect| *effect == Effect::Theme("dark".into())), "{:?}", bench.effects);
}

#[test]
fn what_was_taken_in_tells_the_date_that_counts_first_and_a_text_that_is_kept_what_brings_it_back() {
    let mut bench = arrived((100, 30));
    bench.press("+ Tab Tab Tab Tab Tab Tab").type_in("Nieuw").press("Ctrl+S");
    let request = bench.sent()[0].0;
    let mut new = row(600, "Nieuw", Urgency::Low, None);
    new.hard_date = Some(
        serde_json::from_value(
            serde_json::json!({ "on": "2026-12-29", "kind": "objection", "label": "Awb 6:7", "uncertain": true }),
        )
        .unwrap(),
    );
    bench.answer(request, whole(&new, None, 1));
    assert_eq!(bench.message(), "S-2026-00600 vastgelegd. Harde datum: di 29-12-2026, bezwaar, Awb 6:7 (onzeker).");
    bench.press("n").type_in("Gebeld").press("Esc");
    let screen = bench.screen();
    assert!(!lines(&screen, "Uw tekst is als concept bewaard.  Verder ermee: g d.").is_empty(), "{screen}");
    // Where it has no key its name is told, by which it is found.
    bench.keymap("office").press("F7").type_in("Gebeld").press("Esc");
    let screen = bench.screen();
    assert!(!lines(&screen, "Verder ermee: F9 concepten.").is_empty(), "{screen}");
    bench.press("F9").type_in("concepten").press("Enter");
    assert!(bench.effects.contains(&Effect::ListDrafts), "{}", bench.screen());
}

#[test]
fn the_board_shows_one_kind_in_one_choice_and_keeps_the_days() {
    let mut bench = Bench::new((100, 30));
    opened(&mut bench, &deadlines(false), None);
    let all = bench.state.board.board.rows.len();
    bench.press("/").type_in("termijn:14d").press("Enter f o");
    assert_eq!(bench.state.board.filter.text(), "termijn:14d soort:time-out");
    let few = bench.state.board.board.rows.len();
    assert!(few > 0 && few < all, "{few} of {all}: {}", bench.screen());
    bench.press("f b");
    assert_eq!(bench.state.board.filter.text(), "termijn:14d soort:terugbellen");
    bench.press("f s");
    assert_eq!(bench.state.board.filter.text(), "termijn:14d");
}

#[test]
fn what_offers_meetings_and_views_waits_until_they_are_there() {
    let mut bench = Bench::new((100, 30));
    bench.tell(Msg::Link(Link::Connecting));
    for key in ["L", "V"] {
        bench.press(key);
        assert!(
            bench.state.modals.is_empty() && bench.message().starts_with("De gegevens komen nog binnen"),
            "{}",
            bench.screen()
        );
    }
    bench.tell(Msg::Link(Link::Live)).press("V");
    assert!(!bench.state.modals.is_empty(), "{}", bench.screen());
}

#[test]
fn in_office_urgency_and_status_have_keys_that_stand_on_the_bottom_line() {
    let mut bench = arrived((100, 30));
    bench.keymap("office").press("Home");
    let screen = bench.screen();
    let bottom = screen.lines().last().unwrap();
    for hint in ["F2 op mijn naam", "F7 notitie", "! urgentie", "F6 status", "F9 opdrachten", "F1 hulp"] {
        assert!(bottom.contains(hint), "{hint}: {screen}");
    }
    for (key, title) in [("F6", "Status"), ("!", "Urgentie")] {
        bench.press(key);
        assert!(!lines(&bench.screen(), &format!("─ {title}")).is_empty(), "{key}: {}", bench.screen());
        bench.press("Esc");
        assert!(bench.state.modals.is_empty() && bench.state.signals.filter.text().is_empty(), "{}", bench.screen());
    }
}

#[test]
fn what_choosing_a_view_does_is_told_for_the_pane_it_is_asked_on() {
    let mut bench = Bench::new((140, 40));
    opened(&mut bench, &deadlines(false), None);
    for (pane, words) in [("4", "Kies welke termijnen u ziet: alle"), ("1", "Kies de weergave: open, van mij, nog vrij")] {
        bench.press(pane).press(":").type_in("weergave");
        assert!(bench.screen().contains(words), "{}", bench.screen());
        bench.press("Esc");
    }
}
