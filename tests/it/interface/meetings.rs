//! Rows of meetings and agendas, and what the server answers about them, for the tests of pane 2.

use loket::{
    api::{
        meeting::{AgendaDetail, AgendaItemDetail},
        problem::Code,
    },
    client::replica::Replica,
    domain::ids::{AgendaItemId, MeetingId},
    tui::app::{
        agenda::{AgendaAnswer, AgendaCall},
        message::{Answer, Call, Effect, Msg, Refusal},
    },
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Bench, complete, id, me, now, rows};

/// The id of a meeting.
pub fn meeting_id(number: u128) -> MeetingId {
    MeetingId(Uuid::from_u128(0x3e00 + number))
}

/// The id of an item or candidate.
pub fn item_id(number: u128) -> AgendaItemId {
    AgendaItemId(Uuid::from_u128(0x17e0 + number))
}

/// A meeting on this day from half past one to three, and what differs.
pub fn meeting(number: u128, day: &str, more: &Value) -> Value {
    let mut row = json!({
        "id": meeting_id(number), "version": 1, "agendaVersion": 1, "number": format!("LET-{number}"), "state": "concept",
        "slots": [{ "startsAt": format!("{day}T12:30:00Z"), "endsAt": format!("{day}T14:00:00Z") }], "place": "Den Haag",
        "chair": "T. de Jong", "papersDueOn": "2026-11-25", "edition": null, "changedSinceFixed": false, "waitsUntil": null,
    });
    merge(&mut row, more);
    row
}

/// An item or candidate: its number, its meeting, its rank, and what differs.
pub fn item(number: u128, meeting: Option<u128>, rank: i64, more: &Value) -> Value {
    let mut row = json!({
        "id": item_id(number), "version": 1, "revision": 1, "meeting": meeting.map(meeting_id), "rank": rank, "signal": null,
        "signalNumber": null, "standing": null, "title": format!("Punt {number}"), "minutes": 20, "slot": 1, "presenter": "M. Visser",
        "bodies": [], "invited": 0, "accepted": 0, "missing": [], "dropped": false, "proposedAt": "2026-11-20T09:00:00Z",
        "proposedByName": "J. Bakker",
    });
    merge(&mut row, more);
    row
}

fn merge(row: &mut Value, more: &Value) {
    for (field, value) in more.as_object().unwrap() {
        row[field] = value.clone();
    }
}

pub fn case(number: u32, more: Value) -> Value {
    let mut of = json!({ "signal": id(number), "signalNumber": format!("S-2026-{number:05}"), "bodies": ["CAK", "UWV"] });
    merge(&mut of, &more);
    of
}

/// LET-48 with five items, two candidates, and LET-49 without any.
pub fn meetings() -> (Vec<Value>, Vec<Value>) {
    let items = vec![
        item(1, Some(48), 10, &json!({ "standing": "opening", "title": "Opening", "minutes": 5 })),
        item(2, Some(48), 20, &case(503, json!({ "title": "Kind zonder zorgverzekering" }))),
        item(3, Some(48), 30, &case(505, json!({ "title": "Inschrijving BRP geweigerd", "missing": ["facts", "invitee"] }))),
        item(4, Some(48), 40, &json!({ "title": "Evaluatie", "minutes": 40 })),
        item(5, Some(48), 50, &json!({ "standing": "close", "title": "Sluiting", "minutes": 10 })),
        item(6, None, 0, &case(471, json!({ "title": "Ontruiming", "proposedAt": "2026-11-19T09:00:00Z" }))),
        item(7, None, 0, &case(510, json!({ "title": "Verblijfsdocument kwijt" }))),
    ];
    (vec![meeting(48, "2026-11-26", &json!({})), meeting(49, "2026-12-10", &json!({}))], items)
}

/// A replica with these.
pub fn with_meetings((meetings, items): &(Vec<Value>, Vec<Value>)) -> Replica {
    let mut replica = complete(&rows());
    for row in meetings {
        replica.apply_line(json!({ "kind": "meeting", "row": row }).to_string().as_bytes()).unwrap();
    }
    for row in items {
        replica.apply_line(json!({ "kind": "agenda-item", "row": row }).to_string().as_bytes()).unwrap();
    }
    replica
}

/// Somebody who may work on agendas.
fn secretary(bench: &mut Bench) {
    let mut person = super::person();
    person.permissions.extend(["commitment.write", "lesson.read", "lesson.write"].map(str::to_owned));
    bench.tell(Msg::Me(Box::new(person)));
}

/// Everything has arrived, and pane 2 is open.
pub fn arrived<'a>(bench: &'a mut Bench, all: &(Vec<Value>, Vec<Value>)) -> &'a mut Bench {
    bench.arrive(&rows());
    secretary(bench);
    bench.tell(Msg::Replica(with_meetings(all))).press("2");
    bench.effects.clear();
    bench
}

pub fn opened() -> Bench {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    arrived(&mut bench, &meetings());
    bench
}

/// The whole item of a row.
pub fn whole_item(row: &Value, more: Value) -> Value {
    let mut facts =
        json!({ "title": row["title"], "minutes": row["minutes"], "slot": row["slot"], "presenter": row["presenter"] });
    merge(&mut facts, &more);
    json!({
        "id": row["id"], "version": row["version"], "revision": row["revision"], "meeting": row["meeting"], "rank": row["rank"],
        "signal": row["signal"], "signalNumber": row["signalNumber"], "standing": row["standing"], "facts": facts,
        "dropped": row["dropped"], "reason": "", "proposedAt": row["proposedAt"], "proposedBy": me(), "proposedByName": "J. Bakker",
    })
}

pub fn detail(row: &Value, facts: Value, invitations: Value, missing: Value) -> AgendaItemDetail {
    serde_json::from_value(json!({ "item": whole_item(row, facts), "meetingNumber": "LET-48", "invitations": invitations,
        "decisions": [], "missing": missing }))
    .unwrap()
}

/// Somebody invited for an item.
pub fn invitation(number: u128, item: u128, body: &str, name: &str) -> Value {
    let facts = json!({ "organisation": body, "officer": null, "function": "", "name": name, "mail": "x@voorbeeld.nl",
        "capacity": "director", "mandateConfirmed": true, "answer": "accepted" });
    json!({ "id": Uuid::from_u128(0x9a00 + number), "version": 1, "item": item_id(item), "facts": facts, "withdrawn": false,
        "recordedAt": now(), "recordedBy": me(), "recordedByName": "M. Visser" })
}

/// The whole agenda of LET-48 as the server tells it; `more` differs of the meeting.
pub fn agenda(all: &(Vec<Value>, Vec<Value>), more: &Value) -> AgendaDetail {
    let row = &all.0[0];
    let mut whole = json!({
        "id": row["id"], "version": row["version"], "agendaVersion": row["agendaVersion"], "number": row["number"],
        "facts": { "slots": row["slots"], "place": row["place"], "chair": row["chair"] }, "state": row["state"], "edition": null,
        "pending": null, "moves": [],
    });
    merge(&mut whole, more);
    let ground = json!([{ "basis": "Wet X", "purpose": "hulp", "bodies": ["CAK"], "until": null }]);
    let mut items = vec![];
    for (at, row) in all.1.iter().filter(|row| row["meeting"] == json!(meeting_id(48))).enumerate() {
        let is_case = !row["signal"].is_null();
        let bodies = json!([{ "organisation": "CAK", "position": "Wacht op de gemeente", "legalRoom": "" },
            { "organisation": "UWV", "position": "", "legalRoom": "" }]);
        let facts = match is_case {
            true => json!({ "stalemate": "Ieder wacht op de ander.", "decisionAsked": "Wie neemt het besluit?", "bodies": bodies,
                "grounds": ground }),
            false => json!({}),
        };
        let number = 2 + u128::try_from(at).unwrap();
        let invitations = match is_case {
            true => json!([invitation(number, number, "CAK", "P. de Boer"), invitation(number + 50, number, "UWV", "R. Kok")]),
            false => json!([]),
        };
        let missing: Vec<Value> =
            row["missing"].as_array().unwrap().iter().map(|kind| json!({ "kind": kind, "field": "/facts" })).collect();
        items.push(json!({ "item": whole_item(row, facts), "times": { "item": row["id"], "number": at + 1,
            "startsAt": "2026-11-26T12:30:00Z", "endsAt": "2026-11-26T12:50:00Z", "over": false },
            "invitations": invitations, "decisions": [], "missing": missing }));
    }
    serde_json::from_value(json!({ "meeting": whole, "items": items, "clashes": [], "openCommitments": [],
        "slots": [{ "slot": 1, "startsAt": "2026-11-26T12:30:00Z", "endsAt": "2026-11-26T14:00:00Z", "available": 90, "minutes": 95,
        "over": 5 }] }))
    .unwrap()
}

/// Lets every timer run out, and answers the reads of the agenda.
pub fn read(bench: &mut Bench, all: &(Vec<Value>, Vec<Value>), more: &Value) {
    for _ in 0..3 {
        for effect in std::mem::take(&mut bench.effects) {
            match effect {
                Effect::Wait(_, timer) => {
                    bench.tell(Msg::Timer(timer));
                }
                Effect::Send { request, call: Call::Agenda(call), .. } => {
                    let answer = match *call {
                        AgendaCall::ReadAgenda(_) => AgendaAnswer::Agenda(agenda(all, more)),
                        AgendaCall::ReadItem(id) => {
                            let row = all.1.iter().find(|row| row["id"] == json!(id)).unwrap();
                            AgendaAnswer::Item(detail(row, json!({}), json!([]), json!([])))
                        }
                        AgendaCall::ReadLessons(_) => AgendaAnswer::Lessons(vec![], true),
                        _ => continue,
                    };
                    bench.tell(Msg::Reply { request, reply: Ok(Answer::Agenda(Box::new(answer))) });
                }
                _ => {}
            }
        }
    }
}

/// What was asked about agendas since the last time, but for reads.
pub fn asked(bench: &mut Bench) -> Vec<(u64, AgendaCall)> {
    let is_read = |call: &AgendaCall| {
        use AgendaCall::{ReadAgenda, ReadItem, ReadLessons, ReadMeeting};
        matches!(call, ReadAgenda(_) | ReadItem(_) | ReadMeeting(_) | ReadLessons(_))
    };
    let effects = std::mem::take(&mut bench.effects);
    let call = |effect| match effect {
        Effect::Send { request, call: Call::Agenda(call), .. } => Some((request, *call)),
        _ => None,
    };
    effects.into_iter().filter_map(call).filter(|(_, call)| !is_read(call)).collect()
}

pub fn answered(bench: &mut Bench, request: u64, answer: AgendaAnswer) {
    bench.tell(Msg::Reply { request, reply: Ok(Answer::Agenda(Box::new(answer))) });
}

pub fn refused(bench: &mut Bench, request: u64, code: Code) {
    let refusal = Refusal { code: Some(code), words: "Dat kan niet.".into(), advice: String::new(), problem: None };
    bench.tell(Msg::Reply { request, reply: Err(refusal) });
}

/// The server answers a move: this row has a higher revision.
pub fn moved_answer(all: &(Vec<Value>, Vec<Value>), number: usize, revision: i64) -> AgendaAnswer {
    let mut row = all.1[number - 1].clone();
    row["revision"] = json!(revision);
    AgendaAnswer::Item(detail(&row, json!({}), json!([]), json!([])))
}
