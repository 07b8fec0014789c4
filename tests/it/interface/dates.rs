//! Days typed in forms: what may mean two years is asked, what has passed is remarked on, and what was understood is read whole.

use loket::{
    locale::Language,
    tui::app::{
        Modal,
        message::{Call, Effect},
    },
};

use super::{Bench, board};

/// The intake with a title and this threatening event.
fn intake(threat: &str, on: &str) -> Bench {
    let mut bench = Bench::new((100, 30));
    bench
        .press("+ Tab Tab Tab Tab Tab Tab")
        .type_in("Huur")
        .press("Tab Tab Tab Tab Tab")
        .type_in(threat)
        .press("Tab")
        .type_in(on);
    bench
}

#[test]
fn an_event_that_has_passed_is_remarked_on_and_can_be_saved() {
    // The server's day is Monday 23 November 2026.
    let mut bench = intake("ontruiming", "20-11");
    let screen = bench.screen();
    assert!(screen.contains("20-11-2026 is al voorbij en komt bij “Te laat” te staan"), "{screen}");
    bench.press("Ctrl+S");
    let sent = bench.sent();
    let [(_, Call::Create(signal), _)] = &sent[..] else { panic!("{sent:?}") };
    assert_eq!(signal.facts.threats[0].on.map(|day| day.to_string()).as_deref(), Some("2026-11-20"));
}

#[test]
fn what_was_understood_is_never_cut() {
    let bench = intake("ontruiming", "2-12-2026");
    let screen = bench.screen();
    assert!(
        screen.contains("wo, over 9 dagen") && !screen.contains("wo 02-12"),
        "a day that stands there is not said again: {screen}"
    );
    // On Christmas Day the field has no room for all of it, once it is left either.
    let mut bench = intake("ontruiming", "25-12-2026");
    assert!(bench.screen().contains("vr, eerste kerstdag, over 32 dagen"), "{}", bench.screen());
    bench.press("Tab");
    let line = bench.screen().lines().find(|line| line.contains("ontruiming")).unwrap().to_owned();
    assert!(line.contains("25-12-2026  vr ") && !line.contains("kerst"), "{line}");
}

#[test]
fn a_day_of_this_month_without_a_year_is_asked_about_before_it_becomes_next_year() {
    for (answer, expected) in [("1", Some("2026-11-02")), ("2", Some("2027-11-02")), ("Enter", None), ("Esc", None)] {
        let mut bench = Bench::new((100, 30));
        bench.press("b j Tab Tab").type_in("2-11");
        assert!(bench.screen().contains("dat is pas over 344 dagen. Bij het opslaan wordt naar het jaar"), "{}", bench.screen());
        // Leaving the field decides nothing.
        bench.press("Tab Ctrl+S");
        let kept =
            bench.effects.iter().any(|effect| matches!(effect, Effect::SaveDraft { text, .. } if text.contains("\"2-11\"")));
        assert!(bench.sent().is_empty() && bench.screen().contains("bedoelt u 02-11-2026 of 02-11-2027?"), "{}", bench.screen());
        assert!(kept, "a draft keeps what was typed");
        bench.press(answer);
        let sent = bench.sent();
        let day = sent.first().map(|(_, call, _)| match call {
            Call::Contact { contact, .. } => contact.call_back_on.unwrap().to_string(),
            call => panic!("{call:?}"),
        });
        assert_eq!(day.as_deref(), expected, "{answer}");
        assert!(matches!(bench.state.modals.last(), Some(Modal::Form(_))));
    }
}

#[test]
fn a_decision_of_a_day_to_come_is_not_taken_for_last_years() {
    let mut bench = Bench::new((100, 30));
    bench.press("+ Tab Tab Tab Tab Tab Tab").type_in("Huur").press("Tab Tab Tab Tab Tab Tab Tab").type_in("UWV").press("Tab Tab");
    bench.type_in("24-11").press("Ctrl+S");
    assert!(bench.sent().is_empty() && bench.screen().contains("Deze datum ligt in de toekomst"), "{}", bench.screen());
}

#[test]
fn whether_somebody_was_reached_is_chosen_and_not_supposed() {
    let mut bench = Bench::new((100, 30));
    bench.press("b Ctrl+S");
    assert!(bench.sent().is_empty() && bench.screen().contains("Kies of u iemand bereikte: ja of nee."), "{}", bench.screen());
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!() };
    assert_eq!((form.slots[form.focus].name, form.text("contact-reached")), ("contact-reached", ""));
    bench.press("n Ctrl+S");
    let sent = bench.sent();
    assert!(matches!(&sent[..], [(_, Call::Contact { contact, .. }, _)] if !contact.reached), "{sent:?}");
}

#[test]
fn a_day_that_no_calendar_has_is_said_to_be_none() {
    for (typed, said) in [
        ("31 februari", "31 februari: die dag bestaat niet."),
        ("31-4", "31-4: die dag bestaat niet."),
        ("31-4 10:00", "die dag bestaat niet."),
        ("spoed", "Dit is geen dag, of geen tijd."),
    ] {
        let mut bench = Bench::new((100, 30));
        bench.press("b j Tab Tab").type_in(typed);
        assert!(bench.screen().contains(said), "{typed}\n{}", bench.screen());
        bench.press("Ctrl+S");
        assert!(bench.sent().is_empty(), "{typed}");
    }
    let mut bench = Bench::new((100, 30));
    bench.press("b j Tab Tab").type_in("2 december om 14.30");
    assert!(bench.screen().contains("wo 02-12-2026 om 14:30, over 9 dagen"), "{}", bench.screen());
    bench.press("Tab Shift+Tab Shift+Tab");
    assert!(bench.screen().contains("02-12-2026 14:30  wo, over 9 dagen"), "as it is written out\n{}", bench.screen());
}

#[test]
fn a_time_at_night_is_remarked_on() {
    let mut bench = Bench::new((100, 30));
    bench.press("b j Tab Tab").type_in("morgen om 3 uur");
    assert!(bench.screen().contains("Terugbellen: 03:00 is ’s nachts. Bedoelt u de middag?"), "{}", bench.screen());
}

#[test]
fn the_year_that_was_meant_keeps_the_time() {
    let mut bench = Bench::new((100, 30));
    bench.press("b j Tab Tab").type_in("2-11 10:00").press("Ctrl+S");
    assert!(bench.screen().contains("bedoelt u 02-11-2026 of 02-11-2027?"), "{}", bench.screen());
    bench.press("2");
    let sent = bench.sent();
    let [(_, Call::Contact { contact, .. }, _)] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
    let at = contact.call_back_at.map(|at| at.to_string());
    assert_eq!((contact.call_back_on.unwrap().to_string(), at.as_deref()), ("2027-11-02".into(), Some("10:00")));
}

#[test]
fn which_day_an_extension_is_taken_for_is_seen_at_once() {
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    board::opened(&mut bench, &board::deadlines(false), None);
    bench.press("T v").type_in("18-12");
    assert!(bench.screen().contains("vr 18-12-2026, over 25 dagen"), "{}", bench.screen());
    // A day without a year that has passed is taken for next year's: that is shown, and that it may not be.
    bench.press("Ctrl+U").type_in("20-11");
    let screen = bench.screen();
    assert!(screen.contains("za 20-11-2027  ?"), "{screen}");
    assert!(screen.contains("21-12-2026"), "the latest day there may be\n{screen}");
}
