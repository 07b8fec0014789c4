//! What pane 2 says is so: how much is missing, what can be done now, what a version changed, and why a paper is not there.

use loket::{
    api::{
        meeting::{EditionDetail, MeetingDetail},
        problem::{Code, Problem},
    },
    locale::Language,
    tui::app::{
        agenda::{AgendaAnswer, AgendaCall},
        message::{Msg, Refusal},
    },
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::super::{
    Bench,
    agenda_facts::request_of,
    me,
    meetings::{agenda, answered, arrived, asked, item_id, meeting_id, meetings, opened, whole_item},
    now,
};

#[test]
fn a_paper_that_is_refused_says_why() {
    let mut bench = opened();
    bench.press("E v 1 p");
    let [(request, AgendaCall::Paper(..))] = asked(&mut bench)[..] else { panic!("{}", bench.screen()) };
    let problem: Problem =
        serde_json::from_value(json!({ "type": "about:blank", "title": "De invoer klopt niet.", "status": 400,
        "code": "invalid-input", "detail": "Verbeter wat hieronder staat.", "advice": "", "errors": [{ "at": "for",
        "code": "nothing-decided-for-reader", "detail": "Voor deze instantie is niets besloten." }] }))
        .unwrap();
    let refusal = Refusal {
        code: Some(Code::InvalidInput),
        words: "De invoer klopt niet.".into(),
        advice: "Verbeter wat hieronder staat.".into(),
        problem: Some(Box::new(problem)),
    };
    bench.tell(Msg::Reply { request, reply: Err(refusal) });
    assert_eq!(bench.message(), "Voor deze instantie is niets besloten.");
}

#[test]
fn an_item_lacks_as_much_before_it_is_read_as_after() {
    let mut all = meetings();
    (all.1[2]["lacks"], all.1[2]["unasked"]) = (json!(5), json!(["CAK", "UWV"]));
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    arrived(&mut bench, &all);
    // Nobody of the register is here: to two bodies nothing can be sent.
    assert!(bench.screen().contains("mist 7"), "{}", bench.screen());
}

#[test]
fn held_is_offered_from_the_moment_it_begins() {
    let open = |day: &str| {
        let mut all = meetings();
        (all.0[0]["state"], all.0[0]["edition"], all.0[0]["sent"]) = (json!("fixed"), json!(1), json!(true));
        all.0[0]["slots"] = json!([{ "startsAt": format!("{day}T08:30:00Z"), "endsAt": format!("{day}T23:00:00Z") }]);
        let mut bench = Bench::speaking((100, 30), Language::Dutch);
        arrived(&mut bench, &all);
        bench.state.agenda.meeting = Some(meeting_id(48));
        bench.press("Down");
        bench
    };
    let mut bench = open("2026-12-26");
    assert!(!bench.screen().lines().last().unwrap().contains("gehouden"), "{}", bench.screen());
    bench.press("W");
    assert!(bench.message().contains("kan vanaf za 26-12-2026 09:30"), "{}", bench.message());
    let bench = open("2026-11-23");
    assert!(bench.screen().lines().last().unwrap().contains("gehouden"), "{}", bench.screen());
}

/// A version of LET-48 in which the facts of one item say this.
fn edition(number: u32, facts: &str) -> EditionDetail {
    let all = meetings();
    let item = whole_item(&all.1[1], json!({ "facts": facts, "minutes": 20 + number }));
    let times = json!({ "item": item_id(2), "number": 1, "startsAt": null, "endsAt": null, "over": false });
    let content = json!({ "number": "LET-48", "facts": { "slots": all.0[0]["slots"] },
        "items": [{ "item": item, "times": times, "invitations": [] }] });
    serde_json::from_value(json!({ "item": { "id": Uuid::from_u128(number.into()), "meeting": meeting_id(48), "number": number,
        "content": content, "fixedAt": now(), "fixedBy": me(), "fixedByName": "M. Visser", "reason": "" }, "changes": null }))
    .unwrap()
}

fn rows() -> Vec<Value> {
    let row = |number: u32| {
        json!({ "id": Uuid::from_u128(number.into()), "number": number, "fixedAt": now(),
        "fixedByName": "M. Visser", "reason": "" })
    };
    (1..=3).map(row).collect()
}

#[test]
fn fixed_again_the_last_two_versions_are_compared_and_any_two_after_that() {
    let mut all = meetings();
    (all.0[0]["state"], all.0[0]["edition"]) = (json!("fixed"), json!(3));
    let fixed =
        json!({ "state": "fixed", "edition": { "id": Uuid::from_u128(3), "number": 3, "agendaVersion": 1, "sent": false } });
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    arrived(&mut bench, &all);
    bench.press("g v");
    let item = serde_json::to_value(agenda(&all, &fixed).meeting).unwrap();
    let found: MeetingDetail = serde_json::from_value(json!({ "item": item, "papersDueOn": null, "editions": rows(),
        "changedSinceFixed": false, "changes": null, "confirmation": null }))
    .unwrap();
    let request = request_of(&mut bench, &AgendaCall::ReadMeeting(meeting_id(48)));
    answered(&mut bench, request, AgendaAnswer::Meeting(found));
    for (number, facts) in [(2, "De huur is niet betaald."), (3, "De huur is betaald.")] {
        let id = serde_json::from_value(json!(Uuid::from_u128(u128::from(number)))).unwrap();
        let request = request_of(&mut bench, &AgendaCall::ReadEdition(id));
        answered(&mut bench, request, AgendaAnswer::Edition(edition(number, facts)));
    }
    let screen = bench.screen();
    assert!(screen.contains("Wat veranderde van versie 2 naar versie 3"), "{screen}");
    assert!(screen.contains("minuten 22 → 23") && screen.contains("feiten De huur is niet betaald."), "{screen}");
    assert!(screen.contains("→ De huur is betaald."), "{screen}");
    // Any two, in the order in which they were fixed; one Esc closes one menu.
    bench.press("v 3");
    assert!(bench.screen().contains("Met welke versie?"), "{}", bench.screen());
    bench.press("Esc");
    assert!(bench.screen().contains("Welke versie vergelijken?"), "{}", bench.screen());
    bench.press("3 1");
    let request = request_of(&mut bench, &AgendaCall::ReadEdition(serde_json::from_value(json!(Uuid::from_u128(1))).unwrap()));
    answered(&mut bench, request, AgendaAnswer::Edition(edition(1, "Er is geen huis.")));
    let screen = bench.screen();
    assert!(screen.contains("Wat veranderde van versie 1 naar versie 3") && screen.contains("Er is geen huis."), "{screen}");
}
