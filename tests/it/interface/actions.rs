//! Claiming, undoing, and doing one thing to many.

use loket::{
    api::problem::{Code, Problem},
    domain::signal::{Signal, Urgency},
    tui::app::message::{Call, Msg, Refusal},
};

use super::{Bench, id, me, rows, whole};

fn refusal(code: Code, who: Option<&str>) -> Refusal {
    let mut problem = Problem::new(code);
    problem.existing = who.map(Into::into);
    Refusal { code: Some(code), words: "Dat kan niet.".into(), advice: String::new(), problem: Some(Box::new(problem)) }
}

#[test]
fn one_key_claims_and_one_takes_it_back() {
    let mut bench = Bench::new((100, 30));
    bench.press("c");
    let sent = bench.sent();
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].1, Call::Claim { signal: id(471), reason: None });
    bench.answer(sent[0].0, whole(&rows()[0], Some(me()), 2));
    assert_eq!(bench.message(), "S-471 staat op uw naam");
    bench.press("u");
    let back = bench.sent();
    assert_eq!(back[0].1, Call::Release(id(471)));
    assert_ne!(back[0].2, sent[0].2, "another press has another key");
}

#[test]
fn a_claimed_signal_asks_why_it_is_taken_over() {
    let mut bench = Bench::new((100, 30));
    bench.press("c");
    let request = bench.sent()[0].0;
    bench.tell(Msg::Reply { request, reply: Err(refusal(Code::AlreadyClaimed, Some("J. Bakker"))) });
    assert!(bench.screen().contains("J. Bakker"));
    bench.press("Ctrl+S");
    assert_eq!(bench.sent().len(), 0, "no reason, no takeover");
    bench.type_in("JB is ziek").press("Ctrl+S");
    assert_eq!(bench.sent()[0].1, Call::Claim { signal: id(471), reason: Some("JB is ziek".into()) });
}

#[test]
fn what_fails_in_a_bulk_action_stays_marked() {
    let mut bench = Bench::new((100, 30));
    bench.press("Space Space Space P l");
    let sent = bench.sent();
    assert_eq!(sent.len(), 3);
    bench.answer(sent[0].0, whole(&rows()[0], None, 2));
    bench.answer(sent[1].0, whole(&rows()[1], None, 2));
    assert_eq!(bench.message(), "", "the result is told once, at the end");
    bench.tell(Msg::Reply { request: sent[2].0, reply: Err(refusal(Code::StaleVersion, None)) });
    assert!(
        bench.message().starts_with("2 gelukt, 1 intussen door een ander gewijzigd; wat niet lukte is nog gemarkeerd"),
        "{}",
        bench.message()
    );
    assert_eq!(bench.state.signals.marks.iter().copied().collect::<Vec<_>>(), [id(503)]);
}

#[test]
fn undo_of_an_urgency_is_based_on_the_version_it_made() {
    let mut bench = Bench::new((100, 30));
    bench.press("P l");
    let request = bench.sent()[0].0;
    bench.answer(request, with_urgency(0, Urgency::Low, 9));
    bench.press("u");
    match &bench.sent()[0].1 {
        Call::Patch { version, patch, .. } => assert_eq!((*version, patch.urgency), (9, Some(Urgency::Crisis))),
        other => panic!("{other:?}"),
    }
}

/// The answer to a change of the urgency of a row.
fn with_urgency(at: usize, urgency: Urgency, version: i64) -> Signal {
    let mut signal = whole(&rows()[at], None, version);
    signal.facts.urgency = Some(urgency);
    signal
}

#[test]
fn undo_goes_back_step_by_step_and_redo_forth_again() {
    let mut bench = Bench::new((100, 30));
    for (letter, urgency, version) in [("h", Urgency::High, 2), ("l", Urgency::Low, 3)] {
        bench.press("P").press(letter);
        let request = bench.sent()[0].0;
        bench.answer(request, with_urgency(0, urgency, version));
    }
    let mut expect = |keys: &str, based: i64, wanted: Urgency| {
        bench.press(keys);
        let sent = bench.sent();
        let Call::Patch { version, patch, .. } = &sent[0].1 else { panic!("{sent:?}") };
        assert_eq!((*version, patch.urgency), (based, Some(wanted)), "{keys}");
        bench.answer(sent[0].0, with_urgency(0, wanted, based + 1));
    };
    expect("u", 3, Urgency::High);
    expect("u", 4, Urgency::Crisis);
    expect("U", 5, Urgency::High);
    expect("U", 6, Urgency::Low);
    bench.press("U");
    assert_eq!(
        bench.message(),
        "Er is niets om opnieuw te doen. Na een nieuwe handeling kan wat u ongedaan maakte niet opnieuw."
    );
}

#[test]
fn what_somebody_else_changed_since_is_left_alone_and_said() {
    let mut bench = Bench::new((100, 30));
    bench.press("P l");
    let request = bench.sent()[0].0;
    bench.answer(request, with_urgency(0, Urgency::Low, 2));
    let mut changed = rows();
    (changed[0].urgency, changed[0].version) = (Urgency::High, 3);
    bench.tell(Msg::Replica(super::replica(&changed)));
    bench.press("u");
    assert!(bench.sent().is_empty());
    assert_eq!(
        bench.message(),
        "S-471 is intussen gewijzigd: urgentie had u op laag gezet en staat nu op hoog. Er is niets teruggedraaid."
    );
}

#[test]
fn what_somebody_else_set_and_set_back_is_left_alone_too() {
    let mut bench = Bench::new((100, 30));
    bench.press("P l");
    let request = bench.sent()[0].0;
    bench.answer(request, with_urgency(0, Urgency::Low, 2));
    // A colleague made it high and low again: it looks as it was left.
    let mut changed = rows();
    (changed[0].urgency, changed[0].version) = (Urgency::Low, 4);
    bench.tell(Msg::Replica(super::replica(&changed)));
    bench.press("u");
    assert!(bench.sent().is_empty());
    assert_eq!(
        bench.message(),
        "S-471 is intussen door een ander gewijzigd; urgentie staat nu op laag. Er is niets teruggedraaid: bekijk het signaal."
    );
}

#[test]
fn undo_does_not_go_past_a_saved_note_unasked() {
    let mut bench = Bench::new((100, 30));
    bench.press("c");
    let request = bench.sent()[0].0;
    bench.answer(request, whole(&rows()[0], Some(me()), 2));
    let note = |bench: &mut Bench, version| {
        bench.press("n").type_in("Gebeld").press("Ctrl+S");
        let request = bench.sent()[0].0;
        bench.answer(request, whole(&rows()[0], Some(me()), version));
    };
    note(&mut bench, 3);
    bench.press("u");
    assert!(bench.sent().is_empty());
    assert!(bench.screen().contains("wat u daarvoor deed:"), "{}", bench.screen());
    bench.press("Enter");
    assert!(bench.sent().is_empty() && bench.state.modals.is_empty(), "the first answer leaves everything");
    bench.press("u");
    assert!(bench.sent().is_empty() && bench.screen().contains("wat u daarvoor deed:"), "and is not forgotten");
    bench.press("Enter");
    note(&mut bench, 4);
    bench.press("u j");
    assert_eq!(bench.sent()[0].1, Call::Release(id(471)));
}

#[test]
fn the_list_of_what_was_done_takes_several_back_one_after_the_other() {
    let mut bench = Bench::new((100, 30));
    for at in 0..3 {
        bench.press("P l");
        let request = bench.sent()[0].0;
        bench.answer(request, with_urgency(at, Urgency::Low, 2));
        bench.press("Down");
    }
    bench.press("H");
    assert!(bench.screen().contains("urgentie van S-503"), "{}", bench.screen());
    bench.press("2 j");
    for at in [2, 1] {
        let sent = bench.sent();
        let [(request, Call::Patch { signal, .. }, _)] = &sent[..] else { panic!("{sent:?}") };
        assert_eq!(*signal, rows()[at].id);
        bench.answer(*request, with_urgency(at, rows()[at].urgency, 3));
    }
    assert!(bench.sent().is_empty(), "the first stays done");
}

#[test]
fn a_reply_nobody_waits_for_changes_nothing() {
    let mut bench = Bench::new((100, 30));
    bench.answer(4711, whole(&rows()[0], None, 2));
    assert_eq!(bench.message(), "");
}
