//! What does not count after two people wrote in the same signal: it is noted there, and never saved with what it was not decided on.

use loket::{
    api::problem::Code,
    domain::signal::{Signal, Urgency},
    tui::app::{
        Modal,
        message::{Call, Effect},
    },
};
use serde_json::json;

use super::{
    Bench,
    conflict::{clashing, fill},
    id,
    meetings::refused,
    row, whole,
};

fn asks(bench: &Bench) -> bool {
    matches!(bench.state.modals.last(), Some(Modal::Conflict(_)))
}

fn urgent(version: i64, urgency: &str, reason: &str) -> Signal {
    let mut signal = serde_json::to_value(whole(&row(503, "Kind", Urgency::Normal, Some(4)), None, version)).unwrap();
    (signal["facts"]["urgency"], signal["facts"]["urgencyReason"]) = (json!(urgency), json!(reason));
    serde_json::from_value(signal).unwrap()
}

/// Why the urgency is as it is was written, and somebody else made it crisis meanwhile.
fn reason_and_crisis() -> Bench {
    let mut bench = Bench::with((100, 30), &[row(503, "Kind", Urgency::Normal, Some(4))]);
    bench.press("Enter").settle(&urgent(7, "normal", "stond er"));
    bench.press("P r");
    fill(&mut bench, "urgency-reason", "mijn reden");
    bench.effects.clear();
    bench.press("Ctrl+S");
    let sent = bench.sent();
    let [(request, Call::Patch { version: 7, .. }, _)] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
    refused(&mut bench, *request, Code::StaleVersion);
    let read = bench.effects.iter().find_map(|effect| match effect {
        Effect::Send { request, call: Call::Read(signal), .. } if *signal == id(503) => Some(*request),
        _ => None,
    });
    bench.answer(read.expect("it is read anew"), urgent(8, "crisis", "stond er"));
    bench
}

#[test]
fn what_was_typed_and_does_not_count_is_noted_in_the_timeline_and_a_note_that_is_refused_is_told() {
    let mut bench = reason_and_crisis();
    assert!(bench.screen().contains("komt in de tijdlijn"), "{}", bench.screen());
    bench.press("Tab Tab Enter");
    let sent = bench.sent();
    let [(request, Call::Note { signal, text }, _)] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
    assert_eq!(*signal, id(503));
    let noted = text.raw();
    assert!(noted.starts_with("Getypt, maar niet gekozen: de versie van") && noted.ends_with(": mijn reden"), "{noted}");
    assert!(!noted.contains("stond er"), "what stood there is in the timeline already: {noted}");
    refused(&mut bench, *request, Code::InvalidInput);
    assert!(bench.message().starts_with("Wat u typte, kwam niet in de tijdlijn"), "{}", bench.message());
    // Of the register nothing comes in a timeline.
    let mut bench = clashing();
    assert!(bench.screen().contains("Er is niets verloren"), "{}", bench.screen());
    bench.press("Tab Tab Enter");
    assert!(bench.sent().is_empty());
}

#[test]
fn a_reason_is_not_saved_with_the_urgency_somebody_else_gave_meanwhile() {
    let mut bench = reason_and_crisis();
    assert!(asks(&bench) && bench.sent().is_empty(), "{}", bench.screen());
    // Theirs, with my reason.
    bench.press("2 Ctrl+S");
    let sent = bench.sent();
    let [(_, Call::Patch { version: 8, patch, .. }, _)] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
    assert_eq!((&patch.urgency, patch.urgency_reason.as_ref().unwrap().raw()), (&None, "mijn reden"));
}
