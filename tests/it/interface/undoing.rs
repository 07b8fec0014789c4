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
