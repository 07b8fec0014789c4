//! Sharing a case from its signal: what the form asks and sends, what the view tells, and ending it.

use loket::{
    domain::{ids::ShareId, signal::Signal},
    tui::app::message::{Call, Msg},
};
use serde_json::json;
use uuid::Uuid;

use super::{Bench, rows, whole};

fn share(number: u128) -> ShareId {
    ShareId(Uuid::from_u128(900 + number))
}

/// The case under the cursor, shared with these up to and including these days.
fn shared(with: &[(u128, &str, &str)], version: i64) -> Signal {
    let mut signal = whole(&rows()[0], None, version);
    let mark = |(number, code, until): &(u128, &str, &str)| {
        serde_json::from_value(json!({ "id": share(*number), "recipient": code, "until": until })).unwrap()
    };
    signal.shares = with.iter().map(mark).collect();
    signal
}

fn bench_on(signal: &Signal) -> Bench {
    let mut bench = Bench::new((100, 40));
    bench.press("j k");
    bench.settle(signal);
    bench.effects.clear();
    bench
}

#[test]
fn the_form_asks_what_a_share_needs_and_the_view_tells_with_whom() {
    let mut bench = bench_on(&shared(&[], 1));
    bench.press("g +").type_in("svb");
    bench.press("Tab Tab").type_in("Wet SUWI, artikel 62").press("Tab").type_in("samen oplossen");
    bench.press("Tab").type_in("patst, besluiten").press("Tab").type_in("bijz").press("Tab").type_in("teamleider");
    bench.press("Tab").type_in("31-01-2027");
    let screen = bench.screen();
    for told in ["Zaak delen", "Sociale Verzekeringsbank", "algemeen belang", "patstelling, besluiten"] {
        assert!(screen.contains(told), "{told}\n{screen}");
    }
    bench.press("Ctrl+S j");
    let (request, call, _) = bench.sent().remove(0);
    let Call::Share(id, new) = call else { panic!("{call:?}") };
    assert_eq!(id, rows()[0].id);
    assert_eq!(
        serde_json::to_value(&*new).unwrap(),
        json!({ "facts": {
            "recipient": "SVB", "basis": "public-task", "law": "Wet SUWI, artikel 62", "flags": ["special-data"],
            "purpose": "samen oplossen", "parts": ["stalemate", "decisions"], "decidedBy": "teamleider", "until": "2027-01-31"
        } })
    );
    bench.answer(request, shared(&[(1, "SVB", "2027-01-31")], 2));
    assert!(bench.message().contains("gedeeld met SVB t/m zo 31-01-2027: patstelling, besluiten"), "{}", bench.message());
    bench.press("Enter");
    let screen = bench.screen();
    assert!(screen.contains("Gedeeld met  SVB t/m zo 31-01-27"), "{screen}");
}

#[test]
fn the_ground_that_is_chosen_is_seen_whole_in_a_small_window() {
    let mut bench = Bench::new((80, 24));
    bench.press("j k");
    bench.settle(&shared(&[], 1));
    bench.press("g +").type_in("svb").press("Tab");
    let screen = bench.screen();
    let ground = |screen: &str| screen.lines().find(|line| line.contains("Grond ")).unwrap_or_default().to_owned();
    assert!(ground(&screen).contains("[algemeen belang]") && ground(&screen).contains('…'), "{screen}");
    bench.press("Right Right Right Right");
    let screen = bench.screen();
    assert!(ground(&screen).contains("… ") && ground(&screen).contains("[geen]"), "{screen}");
}

#[test]
fn what_is_empty_is_asked_for_and_nothing_is_sent() {
    let mut bench = bench_on(&shared(&[], 1));
    bench.press("g +").type_in("svb").press("Ctrl+S");
    assert!(bench.sent().is_empty());
    assert!(bench.screen().contains("Zaak delen"), "{}", bench.screen());
}

#[test]
fn it_is_ended_for_a_reason_and_of_several_it_is_asked_which() {
    let mut bench = bench_on(&shared(&[(1, "SVB", "2027-01-31"), (2, "UWV", "2026-11-23"), (3, "CAK", "2026-11-22")], 1));
    bench.press("g -");
    let screen = bench.screen();
    assert!(screen.contains("SVB") && screen.contains("UWV"), "{screen}");
    assert!(!screen.contains("22-11"), "what is over needs no ending\n{screen}");
    bench.press("2").type_in("rond").press("Ctrl+S");
    let (request, call, _) = bench.sent().remove(0);
    let Call::EndShare(id, ended, end) = call else { panic!("{call:?}") };
    assert_eq!((id, ended, end.reason.raw()), (rows()[0].id, share(2), "rond"));
    bench.answer(request, shared(&[(1, "SVB", "2027-01-31")], 2));
    assert!(bench.message().contains("nog gedeeld met SVB"), "{}", bench.message());
}

#[test]
fn without_anybody_to_end_it_for_it_is_said() {
    let mut bench = bench_on(&shared(&[(3, "CAK", "2026-11-22")], 1));
    bench.press("g -");
    assert!(bench.message().contains("met niemand gedeeld"), "{}", bench.message());
    bench.tell(Msg::Clock(bench.state.now));
    assert!(bench.sent().is_empty());
}
