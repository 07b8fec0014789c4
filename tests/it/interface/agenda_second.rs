//! The second person of a sending is told, and finds it with the key that settles what waits.

use loket::{
    locale::Language,
    tui::app::{
        agenda::AgendaCall,
        message::{Call, Effect, Msg},
    },
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Bench, me,
    meetings::{arrived, meeting_id, meetings, with_meetings},
};

type All = (Vec<Value>, Vec<Value>);

/// The sending of LET-49 was proposed by this account.
fn waits(by: Uuid) -> All {
    let mut all = meetings();
    (all.0[1]["state"], all.0[1]["edition"]) = (json!("fixed"), json!(1));
    (all.0[1]["waitsUntil"], all.0[1]["waitsBy"]) = (json!("2026-11-30T08:00:00Z"), json!(by));
    all
}

fn told(by: Uuid, keymap: &str) -> Bench {
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    arrived(&mut bench, &meetings());
    bench.keymap(keymap).press("1 Enter Esc");
    bench.effects.clear();
    bench.tell(Msg::Replica(with_meetings(&waits(by))));
    bench
}

fn reads(bench: &Bench) -> bool {
    let wanted = AgendaCall::ReadMeeting(meeting_id(49));
    bench.effects.iter().any(|effect| matches!(effect, Effect::Send { call: Call::Agenda(call), .. } if **call == wanted))
}

#[test]
fn whoever_may_confirm_hears_of_it_and_sees_a_mark_at_the_tab() {
    let mut bench = told(Uuid::from_u128(77), "office");
    assert_eq!(bench.message(), "LET-49 wacht op uw bevestiging: 2, dan Ctrl+X.");
    assert!(bench.effects.iter().any(|effect| matches!(effect, Effect::Ring)), "{:?}", bench.effects);
    assert!(bench.screen().lines().next().unwrap().contains("2 !"), "{}", bench.screen());
    // Once.
    bench.effects.clear();
    bench.tell(Msg::Replica(with_meetings(&waits(Uuid::from_u128(77)))));
    assert!(!bench.effects.iter().any(|effect| matches!(effect, Effect::Ring)));
    // In pane 2 the key leads to it, also from the agenda of another meeting, and stands on the hint line.
    bench.press("2 Enter");
    assert!(bench.screen().contains("Ctrl+X"), "{}", bench.screen());
    bench.press("Ctrl+X");
    assert!(reads(&bench), "{}", bench.screen());
}

#[test]
fn whoever_proposed_it_or_may_not_confirm_hears_nothing() {
    let bench = told(me().0, "office");
    assert_eq!(bench.message(), "");
    assert!(!bench.screen().lines().next().unwrap().contains("2 !"), "{}", bench.screen());
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    arrived(&mut bench, &meetings());
    let mut person = super::person();
    person.permissions.retain(|permission| permission != "confirmation.settle");
    bench.tell(Msg::Me(Box::new(person))).tell(Msg::Replica(with_meetings(&waits(Uuid::from_u128(77)))));
    assert_eq!(bench.message(), "");
}

#[test]
fn with_nothing_that_waits_the_key_says_so() {
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    arrived(&mut bench, &meetings());
    bench.keymap("office").press("Ctrl+X");
    assert_eq!(bench.message(), "Er wacht hier niets op een tweede persoon.");
}
