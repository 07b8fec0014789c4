//! A contact moment that ends a promised call says so in its form, before it is saved.

use chrono::TimeDelta;
use loket::{domain::clock_time::ClockTime, tui::app::message::Msg};
use serde_json::json;

use super::{
    Bench, board, complete, now,
    promises::{called, promised, unread},
    rows,
};

#[test]
fn the_form_says_which_promised_call_goes_before_it_is_saved() {
    let mut bench = promised();
    bench.press("F8 Ctrl+U").type_in("JenV").press("Tab");
    assert!(!bench.screen().contains("vervalt"), "nothing is said yet: {}", bench.screen());
    bench.press("Left");
    let screen = bench.screen();
    assert!(screen.contains("Bereikt, dus na opslaan vervalt: terugbellen JenV di 24-11-2026 10:00."), "{screen}");
    assert!(!screen.contains("IND di"), "the other stands: {screen}");
    bench.press("Right");
    assert!(!bench.screen().contains("vervalt"), "not reached, it stands: {}", bench.screen());
    bench.press("Tab Tab").type_in("3-12");
    let screen = bench.screen();
    assert!(screen.contains("De nieuwe dag komt in de plaats van: terugbellen JenV di 24-11-2026 10:00."), "{screen}");
    bench.press("Ctrl+U").type_in("24-11 10:00");
    assert!(!bench.screen().contains("in de plaats van"), "the same day again: {}", bench.screen());
}

#[test]
fn with_somebody_else_no_promised_call_goes() {
    let mut bench = promised();
    bench.press("F8 Ctrl+U").type_in("CAK").press("Tab Left");
    assert!(!bench.screen().contains("vervalt"), "{}", bench.screen());
}

#[test]
fn a_correction_says_so_too_and_in_a_narrow_window() {
    let mut bench = unread();
    let mut case = called(2, true);
    // What was promised to JenV is in the timeline; a correction works it out anew.
    let promise = case.timeline.last_mut().and_then(|entry| entry.contact.as_mut()).unwrap();
    promise.call_back_on = Some(now().date_naive() + TimeDelta::days(1));
    promise.call_back_at = ClockTime::parse("10:00");
    bench.press("Enter").settle(&case);
    bench.press(".").type_in("corrigeer contact").press("Enter Enter");
    bench.tell(Msg::Resize(60, 18)).press("Shift+Tab Ctrl+U").type_in("JenV").press("Tab");
    let screen = bench.screen();
    assert!(screen.contains("Contactmoment corrigeren") && screen.contains("Na deze correctie vervalt"), "{screen}");
    assert!(["terugbellen JenV di", "24-11-2026 10:00.", "[ Opslaan ]"].iter().all(|told| screen.contains(told)), "{screen}");
}

#[test]
fn of_marked_signals_it_says_of_which_the_promised_call_goes() {
    let all = rows();
    let mut replica = complete(&all);
    for (place, case) in (1..).zip(&all[..5]) {
        let mut clock = board::threat(place, case.number, case.id, now().date_naive());
        (clock["kind"], clock["label"]) = (json!("call_back"), json!(if place == 2 { "CAK" } else { "UWV" }));
        replica.apply_line(json!({ "kind": "deadline", "row": clock }).to_string().as_bytes()).unwrap();
    }
    let mut bench = Bench::new((100, 30));
    bench.tell(Msg::Replica(replica)).press("* F8").type_in("UWV").press("Tab");
    assert!(!bench.screen().contains("vervalt"), "{}", bench.screen());
    bench.press("y");
    let screen = bench.screen();
    assert!(screen.contains("S-471, UWV ma 23-11-2026; ") && screen.contains("en nog 1"), "{screen}");
    assert!(!screen.contains("S-502, ma 23-11-2026"), "that is CAK's: {screen}");
}
