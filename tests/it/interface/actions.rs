//! Claiming, undoing, and doing one thing to many.

use loket::{
    api::problem::{Code, Problem},
    domain::signal::Urgency,
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
    assert_eq!(bench.message(), "S-471 is door u in behandeling genomen");
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
    bench.press("Space Space Space P h");
    let sent = bench.sent();
    assert_eq!(sent.len(), 3);
    bench.answer(sent[0].0, whole(&rows()[0], None, 2));
    bench.answer(sent[1].0, whole(&rows()[1], None, 2));
    assert_eq!(bench.message(), "", "the result is told once, at the end");
    bench.tell(Msg::Reply { request: sent[2].0, reply: Err(refusal(Code::StaleVersion, None)) });
    assert!(bench.message().starts_with("2 gelukt, 1 niet"), "{}", bench.message());
    assert_eq!(bench.state.signals.marks.iter().copied().collect::<Vec<_>>(), [id(503)]);
}

#[test]
fn undo_of_an_urgency_is_based_on_the_version_it_made() {
    let mut bench = Bench::new((100, 30));
    bench.press("P l");
    let request = bench.sent()[0].0;
    bench.answer(request, whole(&rows()[0], None, 9));
    bench.press("u");
    match &bench.sent()[0].1 {
        Call::Patch { version, patch, .. } => assert_eq!((*version, patch.urgency), (9, Some(Urgency::Crisis))),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_reply_nobody_waits_for_changes_nothing() {
    let mut bench = Bench::new((100, 30));
    bench.answer(4711, whole(&rows()[0], None, 2));
    assert_eq!(bench.message(), "");
}
