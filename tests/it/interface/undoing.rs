//! Taking several actions back at once: asked first, and each of them told.

use loket::{
    api::problem::Code,
    domain::signal::{Status, Urgency},
    tui::app::{
        Modal,
        message::{Call, Msg, Refusal},
    },
};

use super::{Bench, rows, whole};

/// Three actions on the first signal and the second.
fn done() -> Bench {
    let mut bench = Bench::new((100, 30));
    let all = rows();
    bench.press("P l");
    let mut first = whole(&all[0], None, 2);
    first.facts.urgency = Some(Urgency::Low);
    let request = bench.sent()[0].0;
    bench.answer(request, first.clone()).press("P h");
    first.version = 3;
    first.facts.urgency = Some(Urgency::High);
    let request = bench.sent()[0].0;
    bench.answer(request, first).press("Down P n");
    let mut second = whole(&all[1], None, 2);
    second.facts.urgency = Some(Urgency::Normal);
    let request = bench.sent()[0].0;
    bench.answer(request, second);
    bench
}

fn patched(bench: &mut Bench) -> (u64, Option<Urgency>) {
    let sent = bench.sent();
    let [(request, Call::Patch { patch, .. }, _)] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
    (*request, patch.urgency)
}

#[test]
fn undoing_to_an_older_line_asks_first_and_tells_all() {
    let mut bench = done();
    bench.press("H Down Down Enter");
    let screen = bench.screen();
    assert!(bench.sent().is_empty() && screen.contains("3 acties terugdraaien"), "{screen}");
    assert!(screen.contains("urgentie van S-502: normaal") && screen.contains("urgentie van S-471: laag"), "{screen}");
    // No is the first answer.
    bench.press("Enter");
    assert!(bench.sent().is_empty());
    bench.press("H Down Down Enter j");
    let all = rows();
    for (row, version, urgency) in [(1, 3, Urgency::Crisis), (0, 4, Urgency::Low), (0, 5, Urgency::Crisis)] {
        let (request, sent) = patched(&mut bench);
        assert_eq!(sent, Some(urgency));
        let mut signal = whole(&all[row], None, version);
        signal.facts.urgency = Some(urgency);
        signal.status = Status::Received;
        bench.answer(request, signal);
    }
    assert_eq!(
        bench.message(),
        "3 teruggedraaid: urgentie van S-502: normaal; urgentie van S-471: hoog; urgentie van S-471: laag"
    );
    assert!(bench.state.modals.is_empty());
}

#[test]
fn one_older_line_alone_goes_back_and_what_came_after_stays() {
    let mut bench = done();
    bench.press("H Down Enter");
    let screen = bench.screen();
    assert!(screen.contains("Alleen dit: urgentie van S-471: hoog"), "{screen}");
    bench.press("a");
    let (request, sent) = patched(&mut bench);
    assert_eq!(sent, Some(Urgency::Low), "back to what it was before that line");
    let mut first = whole(&rows()[0], None, 4);
    first.facts.urgency = Some(Urgency::Low);
    bench.answer(request, first);
    assert!(bench.message().starts_with("Teruggedraaid: urgentie van S-471 is weer laag"), "{}", bench.message());
    bench.press("H");
    let Some(Modal::Choose(left)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    let labels: Vec<&str> = left.items.iter().map(|item| item.label.as_str()).collect();
    assert_eq!(labels, ["urgentie van S-502: normaal", "urgentie van S-471: laag"]);
    // What stands otherwise by now is not touched, and stays in the list.
    let mut bench = done();
    bench.press("H Down Down Enter a");
    assert!(bench.sent().is_empty() && bench.message().contains("Er is niets teruggedraaid"), "{}", bench.message());
    bench.press("H");
    let Some(Modal::Choose(left)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(left.items.len(), 3);
}

#[test]
fn what_was_refused_and_what_was_not_tried_is_told_of_each() {
    let mut bench = done();
    bench.press("H Down Down Enter j");
    let all = rows();
    let (request, _) = patched(&mut bench);
    let mut second = whole(&all[1], None, 3);
    second.facts.urgency = Some(Urgency::Crisis);
    bench.answer(request, second);
    let (request, _) = patched(&mut bench);
    let stale =
        Refusal { code: Some(Code::StaleVersion), words: "J. Bakker was eerder.".into(), advice: String::new(), problem: None };
    bench.tell(Msg::Reply { request, reply: Err(stale) });
    assert!(bench.sent().is_empty(), "what is older is not tried");
    assert_eq!(bench.message(), "1 van 3 teruggedraaid; 1 geweigerd, 1 niet geprobeerd");
    let Some(Modal::Choose(told)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    let notes: Vec<(&str, &str)> = told.items.iter().map(|item| (item.label.as_str(), item.note.as_str())).collect();
    assert_eq!(
        notes,
        [
            ("urgentie van S-502: normaal", "teruggedraaid"),
            ("urgentie van S-471: hoog", "J. Bakker was eerder."),
            ("urgentie van S-471: laag", "niet geprobeerd, staat nog zo"),
        ]
    );
}

#[test]
fn a_reason_that_was_written_goes_back_and_comes_again_as_a_step_of_its_own() {
    let mut bench = Bench::new((100, 30));
    let row = &rows()[2];
    let signal = |version, urgency, reason: &str| {
        let mut signal = whole(row, None, version);
        signal.facts.urgency = Some(urgency);
        signal.facts.urgency_reason = reason.into();
        signal
    };
    bench.press("Down Down");
    bench.settle(&signal(1, Urgency::High, "De jongere verliest begeleiding"));
    let patch = |bench: &mut Bench| {
        let sent = bench.sent();
        let [(request, Call::Patch { patch, .. }, _)] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
        (*request, patch.urgency, patch.urgency_reason.as_ref().map(|reason| reason.raw().to_owned()))
    };
    let mine = "Morgen op straat";
    bench.press("P c");
    let (request, ..) = patch(&mut bench);
    bench.answer(request, signal(2, Urgency::Crisis, "De jongere verliest begeleiding"));
    bench.press("P r").type_in(mine).press("Enter");
    let (request, ..) = patch(&mut bench);
    bench.answer(request, signal(3, Urgency::Crisis, mine));
    assert_eq!(bench.message(), "Reden van de urgentie van S-503 opgeslagen");
    // Back: first the reason, without a question, then the urgency.
    bench.press("u");
    let (request, urgency, reason) = patch(&mut bench);
    assert_eq!((urgency, reason.as_deref()), (None, Some("De jongere verliest begeleiding")));
    bench.answer(request, signal(4, Urgency::Crisis, "De jongere verliest begeleiding"));
    assert_eq!(bench.message(), "Teruggedraaid: reden van de urgentie van S-503");
    bench.press("u");
    let (request, urgency, reason) = patch(&mut bench);
    assert_eq!((urgency, reason.as_deref()), (Some(Urgency::High), Some("De jongere verliest begeleiding")));
    bench.answer(request, signal(5, Urgency::High, "De jongere verliest begeleiding"));
    // And again, with what was written.
    bench.press("U");
    let (request, urgency, _) = patch(&mut bench);
    assert_eq!(urgency, Some(Urgency::Crisis));
    bench.answer(request, signal(6, Urgency::Crisis, "De jongere verliest begeleiding"));
    bench.press("U");
    let (request, _, reason) = patch(&mut bench);
    assert_eq!(reason.as_deref(), Some(mine));
    bench.answer(request, signal(7, Urgency::Crisis, mine));
    assert_eq!(bench.message(), format!("Opnieuw gedaan: reden van de urgentie van S-503: {mine}"));
    // What somebody else wrote instead stays, and is told.
    let mut changed = rows();
    changed[2].version = 8;
    bench.arrive(&changed).press("u");
    assert!(bench.sent().is_empty());
    assert!(bench.message().starts_with("S-503 is intussen door een ander gewijzigd"), "{}", bench.message());
}
