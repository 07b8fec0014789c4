//! Pane 2: a meeting that does not go on, and one that goes on after all.

use loket::{
    api::meeting::MeetingDetail,
    locale::Language,
    tui::app::agenda::{AgendaAnswer, AgendaCall},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Bench, me,
    meetings::{agenda, answered, arrived, asked, item_id, meeting_id, meetings, read, refused},
    now,
};
use loket::api::problem::Code;

type All = (Vec<Value>, Vec<Value>);

/// LET-48 with what differs of the meeting, and these keys pressed.
pub(crate) fn at(all: &All, more: &Value, keys: &str) -> Bench {
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    arrived(&mut bench, all);
    read(&mut bench, all, more);
    for key in keys.split(' ') {
        bench.press(key);
        read(&mut bench, all, more);
    }
    bench
}

pub(crate) fn fixed() -> (All, Value) {
    let mut all = meetings();
    (all.0[0]["state"], all.0[0]["edition"]) = (json!("fixed"), json!(2));
    let edition = json!({ "id": Uuid::from_u128(5), "number": 2, "agendaVersion": 1, "sent": true });
    (all, json!({ "edition": edition }))
}

pub(crate) fn cancellation() -> Value {
    json!({ "reason": "Voorzitter ziek", "at": now(), "by": me(), "byName": "M. Visser", "from": "concept",
        "to": meeting_id(49), "toNumber": "LET-49", "went": [{ "item": item_id(2), "rank": 20 }, { "item": item_id(3), "rank": 30 }] })
}

/// LET-48 once it was cancelled, its cases at LET-49.
pub(crate) fn cancelled() -> (All, Value) {
    let mut all = meetings();
    all.0[0]["state"] = json!("cancelled");
    for row in &mut all.1[1..3] {
        row["meeting"] = json!(meeting_id(49));
    }
    (all, json!({ "cancellation": cancellation() }))
}

fn whole(all: &All, more: &Value) -> MeetingDetail {
    let item = serde_json::to_value(agenda(all, more).meeting).unwrap();
    let found = json!({ "item": item, "papersDueOn": null, "editions": [], "changedSinceFixed": false, "changes": null,
        "confirmation": null });
    serde_json::from_value(found).unwrap()
}

#[test]
fn a_meeting_is_cancelled_after_its_number_and_a_question_that_names_where_the_cases_go() {
    let mut bench = at(&meetings(), &json!({}), "g x");
    bench.type_in("Voorzitter ziek").press("Tab v").type_in("LET-49").press("Ctrl+S");
    assert!(bench.screen().contains("niet het nummer van deze vergadering"), "{}", bench.screen());
    bench.press("Ctrl+U").type_in("48").press("Ctrl+S");
    let screen = bench.screen();
    assert!(screen.contains("2 zaken naar LET-49 (do 10-12") && screen.contains("Reden: Voorzitter ziek"), "{screen}");
    assert!(screen.contains("nooit vastgesteld") && screen.contains("Wat geen zaak is"), "{screen}");
    // The cursor is on what does nothing.
    bench.press("Enter");
    assert!(asked(&mut bench).is_empty() && bench.screen().contains("Zaken naar"), "{}", bench.screen());
    bench.press("Ctrl+S").press("v");
    let sent = asked(&mut bench);
    let AgendaCall::Cancel(id, 1, body) = &sent[0].1 else { panic!("{sent:?}\n{}", bench.screen()) };
    assert_eq!((*id, body.reason.raw(), body.to.as_str()), (meeting_id(48), "Voorzitter ziek", "LET-49"));
    let (all, more) = cancelled();
    answered(&mut bench, sent[0].0, AgendaAnswer::Meeting(whole(&all, &more)));
    assert!(bench.message().contains("LET-48 is vervallen; 2 zaken naar LET-49."), "{}", bench.message());
}

#[test]
fn unless_chosen_otherwise_the_cases_are_candidates_and_the_bodies_that_were_asked_are_named() {
    let (all, more) = fixed();
    let mut bench = at(&all, &more, "g x");
    bench.type_in("Te weinig bestuurders").press("Tab Tab").type_in("LET-48").press("Enter");
    let screen = bench.screen();
    assert!(screen.contains("2 zaken naar de kandidaten") && screen.contains("CAK, UWV"), "{screen}");
    assert!(screen.contains("loket verstuurt niets zelf") && screen.contains("afzegging"), "{screen}");
    bench.press("v");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[0].1, AgendaCall::Cancel(_, 1, body) if body.to == "candidates"), "{sent:?}");
    // Somebody changed the agenda meanwhile: it is read anew, and what was typed stays.
    refused(&mut bench, sent[0].0, Code::StaleVersion);
    assert!(bench.screen().contains("Te weinig bestuurders"), "{}", bench.screen());
    let mut newer = more.clone();
    newer["version"] = json!(2);
    read(&mut bench, &all, &newer);
    bench.press("Ctrl+S").press("v");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[..], [(_, AgendaCall::Cancel(_, 2, _))]), "{sent:?}\n{}", bench.screen());
}

#[test]
fn cases_do_not_go_to_a_meeting_that_is_not_there_or_that_comes_before() {
    let mut all = meetings();
    all.0.pop();
    all.0.push(super::meetings::meeting(47, "2026-11-25", &json!({})));
    let mut other = super::meetings::meeting(50, "2026-12-17", &json!({ "state": "cancelled" }));
    other["id"] = json!(meeting_id(50));
    all.0.push(other);
    let mut bench = at(&all, &json!({}), "] g x");
    bench.type_in("Ziek").press("Tab v").type_in("LET-48").press("Ctrl+S");
    assert!(bench.screen().contains("Na deze vergadering is er geen"), "{}", bench.screen());
    assert!(asked(&mut bench).is_empty());
}

#[test]
fn what_is_cancelled_says_so_with_the_reason_and_may_go_on_after_all() {
    let (all, more) = cancelled();
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    arrived(&mut bench, &all);
    bench.press("Esc Home");
    read(&mut bench, &all, &more);
    let screen = bench.screen();
    assert!(screen.contains("VERVALLEN") && screen.contains("Voorzitter ziek (M. Visser"), "{screen}");
    assert!(screen.contains("2 zaken naar LET-49"), "{screen}");
    bench.press("g x");
    assert!(bench.message().contains("De vergadering is vervallen"), "{}", bench.message());
    bench.press("g h");
    read(&mut bench, &all, &more);
    bench.press("Tab").type_in("LET-48").press("Ctrl+S");
    let screen = bench.screen();
    assert!(screen.contains("Zaken komen terug") && screen.contains("nooit vastgesteld"), "{screen}");
    bench.press("Enter");
    assert!(asked(&mut bench).is_empty());
    bench.press("Ctrl+S").press("w");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[..], [(_, AgendaCall::Reinstate(id, 1, _))] if *id == meeting_id(48)), "{sent:?}");
    answered(&mut bench, sent[0].0, AgendaAnswer::Meeting(whole(&meetings(), &json!({}))));
    assert!(bench.message().contains("LET-48 gaat weer door"), "{}", bench.message());
    // One that goes on has nothing to take back.
    let mut bench = at(&meetings(), &json!({}), "g h");
    assert!(bench.message().contains("niet vervallen") && asked(&mut bench).is_empty(), "{}", bench.message());
}
