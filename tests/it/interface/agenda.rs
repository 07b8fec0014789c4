//! Pane 2 without a terminal: what stands where, what is sent for which keys, and that nothing typed or moved is lost.

use loket::{
    api::{
        meeting::{AgendaDetail, AgendaItemDetail, MeetingDetail},
        problem::Code,
    },
    client::replica::Replica,
    domain::ids::{AgendaItemId, MeetingId},
    tui::app::{
        Modal,
        agenda::{AgendaAnswer, AgendaCall, AgendaRow},
        message::{Answer, Call, Effect, Link, Msg, Refusal},
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

fn case(number: u32, more: Value) -> Value {
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
    person.permissions.extend(["meeting.read".into(), "meeting.write".into(), "commitment.write".into()]);
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

fn opened() -> Bench {
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

fn detail(row: &Value, facts: Value, invitations: Value, missing: Value) -> AgendaItemDetail {
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
fn asked(bench: &mut Bench) -> Vec<(u64, AgendaCall)> {
    let is_read =
        |call: &AgendaCall| matches!(call, AgendaCall::ReadAgenda(_) | AgendaCall::ReadItem(_) | AgendaCall::ReadMeeting(_));
    let effects = std::mem::take(&mut bench.effects);
    let call = |effect| match effect {
        Effect::Send { request, call: Call::Agenda(call), .. } => Some((request, *call)),
        _ => None,
    };
    effects.into_iter().filter_map(call).filter(|(_, call)| !is_read(call)).collect()
}

fn answered(bench: &mut Bench, request: u64, answer: AgendaAnswer) {
    bench.tell(Msg::Reply { request, reply: Ok(Answer::Agenda(Box::new(answer))) });
}

fn refused(bench: &mut Bench, request: u64, code: Code) {
    let refusal = Refusal { code: Some(code), words: "Dat kan niet.".into(), advice: String::new(), problem: None };
    bench.tell(Msg::Reply { request, reply: Err(refusal) });
}

/// The items on the screen, in order.
fn order(bench: &Bench) -> Vec<u128> {
    let number = |row: &AgendaRow| match row {
        AgendaRow::Item(id) => Some(id.0.as_u128() - 0x17e0),
        _ => None,
    };
    bench.state.agenda.rows.iter().filter_map(number).collect()
}

/// The item moved: after which, at the top when none.
#[track_caller]
fn moved(call: &AgendaCall) -> (AgendaItemId, Option<AgendaItemId>) {
    let AgendaCall::Move(item, place) = call else { panic!("{call:?}") };
    assert_eq!(place.first, place.after.is_none());
    (*item, place.after)
}

/// The server answers a move: this row has a higher revision.
fn moved_answer(all: &(Vec<Value>, Vec<Value>), number: usize, revision: i64) -> AgendaAnswer {
    let mut row = all.1[number - 1].clone();
    row["revision"] = json!(revision);
    AgendaAnswer::Item(detail(&row, json!({}), json!([]), json!([])))
}

#[test]
fn the_next_meeting_opens_with_times_sums_and_candidates() {
    let bench = opened();
    let screen = bench.screen();
    for told in
        ["LET-48", "do 26-11-2026 13:30–15:00", "95 van 90 min, 5 min te veel", "Kandidaten  2", "mist 2", "stukken t/m wo 25-11"]
    {
        assert!(screen.contains(told), "{told}\n{screen}");
    }
    let starts = |title: &str, time: &str| screen.lines().any(|line| line.contains(title) && line.contains(time));
    assert!(starts("Kind zonder", "13:35") && starts("Evaluatie", "14:15") && starts("Sluiting", "14:55"), "{screen}");
    // Urgency and first hard date of a candidate come from its case.
    assert!(starts("Ontruiming", "ma 23-11") && starts("Ontruiming", "!!"), "{screen}");
}

#[test]
fn a_move_is_seen_at_once_and_moves_are_sent_one_after_the_other() {
    let all = meetings();
    let mut bench = opened();
    bench.press("Down J J");
    assert_eq!(order(&bench), [1, 3, 4, 2, 5]);
    let sent = asked(&mut bench);
    assert_eq!(sent.len(), 1, "the second waits for the first");
    assert_eq!(moved(&sent[0].1), (item_id(2), Some(item_id(3))));
    answered(&mut bench, sent[0].0, moved_answer(&all, 2, 2));
    let sent = asked(&mut bench);
    assert_eq!(moved(&sent[0].1), (item_id(2), Some(item_id(4))));
    answered(&mut bench, sent[0].0, moved_answer(&all, 2, 3));
    assert_eq!(order(&bench), [1, 3, 4, 2, 5], "until the rows tell it too");
    // The rows tell it, and what somebody else moved meanwhile is there as well.
    let mut told = all.clone();
    (told.1[1]["rank"], told.1[1]["revision"]) = (json!(45), json!(3));
    (told.1[0]["rank"], told.1[0]["revision"]) = (json!(35), json!(2));
    bench.tell(Msg::Replica(with_meetings(&told)));
    assert_eq!(order(&bench), [3, 1, 4, 2, 5]);
    assert!(bench.state.agenda.waiting.is_empty());
    assert_eq!(bench.state.agenda.current, Some(AgendaRow::Item(item_id(2))), "the cursor stays on its item");
}

#[test]
fn what_another_moves_meanwhile_does_not_undo_a_move_that_is_under_way() {
    let mut bench = opened();
    bench.press("Down J");
    let mut told = meetings();
    (told.1[4]["rank"], told.1[4]["revision"]) = (json!(1), json!(2));
    bench.tell(Msg::Replica(with_meetings(&told)));
    assert_eq!(order(&bench), [5, 1, 3, 2, 4]);
}

#[test]
fn a_refused_move_is_shown_as_it_is_and_cannot_be_taken_back() {
    let mut bench = opened();
    bench.press("Down J");
    let sent = asked(&mut bench);
    refused(&mut bench, sent[0].0, Code::NotPossibleNow);
    assert_eq!(order(&bench), [1, 2, 3, 4, 5]);
    assert_eq!(bench.message(), "Dat kan niet.");
    bench.press("u");
    assert!(asked(&mut bench).is_empty());
}

#[test]
fn several_presses_are_taken_back_in_one_and_done_again() {
    let mut bench = opened();
    bench.press("Down J J J");
    assert_eq!(order(&bench), [1, 3, 4, 5, 2]);
    bench.press("u");
    assert_eq!(order(&bench), [1, 2, 3, 4, 5]);
    bench.press("U");
    assert_eq!(order(&bench), [1, 3, 4, 5, 2]);
}

#[test]
fn marked_items_move_together_and_back_in_their_order() {
    let mut bench = opened();
    bench.press("Down Space Space J");
    assert_eq!(order(&bench), [1, 4, 2, 3, 5]);
    bench.press("u");
    assert_eq!(order(&bench), [1, 2, 3, 4, 5]);
    bench.press("K");
    assert_eq!(order(&bench), [2, 3, 1, 4, 5]);
    bench.press("K");
    assert_eq!(order(&bench), [2, 3, 1, 4, 5]);
    assert_eq!(bench.message(), "Dit is al het eerste punt.");
}

#[test]
fn one_key_puts_a_candidate_on_the_agenda_before_it_closes_and_one_takes_it_back() {
    let mut bench = opened();
    bench.press("End Up");
    assert_eq!(bench.state.agenda.current, Some(AgendaRow::Candidate(item_id(6))));
    bench.press("Enter");
    assert_eq!(order(&bench), [1, 2, 3, 4, 6, 5]);
    let sent = asked(&mut bench);
    assert_eq!(moved(&sent[0].1), (item_id(6), Some(item_id(4))));
    assert_eq!(bench.state.agenda.current, Some(AgendaRow::Candidate(item_id(7))), "the next candidate");
    answered(&mut bench, sent[0].0, moved_answer(&meetings(), 6, 2));
    bench.press("u");
    assert_eq!(order(&bench), [1, 2, 3, 4, 5]);
    assert_eq!(asked(&mut bench)[0].1, AgendaCall::TakeOff(item_id(6)));
}

#[test]
fn what_is_taken_off_is_a_candidate_again_and_goes_back_to_its_place() {
    let mut bench = opened();
    bench.press("Down Down X");
    assert_eq!(order(&bench), [1, 2, 4, 5]);
    let sent = asked(&mut bench);
    assert_eq!(sent[0].1, AgendaCall::TakeOff(item_id(3)));
    assert!(bench.state.agenda.rows.contains(&AgendaRow::Candidate(item_id(3))));
    answered(&mut bench, sent[0].0, moved_answer(&meetings(), 3, 2));
    bench.press("u");
    assert_eq!(order(&bench), [1, 2, 3, 4, 5]);
    assert_eq!(moved(&asked(&mut bench)[0].1), (item_id(3), Some(item_id(2))));
}

#[test]
fn to_another_meeting_and_its_agenda() {
    let mut bench = opened();
    bench.press("Down M Enter");
    assert_eq!(order(&bench), [1, 3, 4, 5]);
    let sent = asked(&mut bench);
    let AgendaCall::Move(item, place) = &sent[0].1 else { panic!("{sent:?}") };
    assert_eq!((*item, place.meeting.clone()), (item_id(2), Some(meeting_id(49).to_string())));
    bench.press("]");
    assert_eq!(order(&bench), [2]);
    bench.press("Esc");
    assert!(bench.screen().contains("Vergaderingen"), "{}", bench.screen());
    assert_eq!(bench.state.agenda.current, Some(AgendaRow::Meeting(meeting_id(49))));
}

#[test]
fn two_keys_put_a_case_on_the_agenda_of_the_next_meeting() {
    let mut bench = opened();
    bench.press("1 L");
    let screen = bench.screen();
    assert!(screen.contains("Komt op de agenda van LET-48, do 26-11-2026 13:30: 5 min te veel."), "{screen}");
    bench.press("Enter");
    let sent = asked(&mut bench);
    let AgendaCall::Add(meeting, new) = &sent[0].1 else { panic!("{sent:?}") };
    assert_eq!((*meeting, new.signal.clone()), (meeting_id(48), Some(id(471).to_string())));
    assert_eq!((new.after, &new.facts.decision_asked), (Some(item_id(4)), &None));
    answered(&mut bench, sent[0].0, moved_answer(&meetings(), 6, 2));
    assert!(bench.message().contains("staat op de agenda van LET-48"), "{}", bench.message());
    // With a question: the text more.
    bench.press("Down L").type_in("Wie beslist?").press("Enter");
    let sent = asked(&mut bench);
    let AgendaCall::Add(_, new) = &sent[0].1 else { panic!("{sent:?}") };
    assert_eq!(new.facts.decision_asked.as_ref().unwrap().raw(), "Wie beslist?");
    // What was refused is still there.
    refused(&mut bench, sent[0].0, Code::NotPossibleNow);
    assert!(bench.screen().contains("Wie beslist?") && bench.screen().contains("Dat kan niet."), "{}", bench.screen());
}

#[test]
fn seven_keys_put_five_marked_cases_on_the_agenda_and_what_failed_stays_marked() {
    let mut bench = opened();
    bench.press("1 Space Space Space Space Space L Enter");
    let sent = asked(&mut bench);
    assert_eq!(sent.len(), 5);
    for (at, (request, call)) in sent.into_iter().enumerate() {
        assert!(matches!(call, AgendaCall::Add(meeting, _) if meeting == meeting_id(48)), "{call:?}");
        match at {
            0 => refused(&mut bench, request, Code::NotPossibleNow),
            _ => answered(&mut bench, request, moved_answer(&meetings(), 6, 2)),
        }
    }
    assert_eq!(bench.state.signals.marks.len(), 1, "{}", bench.screen());
    assert_eq!(bench.state.failed.len(), 1);
}

#[test]
fn without_a_meeting_a_case_becomes_a_candidate_and_an_unknown_number_is_said() {
    let mut bench = opened();
    bench.press("1 L Tab Ctrl+U").type_in("LET-99").press("Enter");
    assert!(bench.screen().contains("geen vergadering met dit nummer"), "{}", bench.screen());
    assert!(asked(&mut bench).is_empty());
    bench.press("Ctrl+U Enter");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[0].1, AgendaCall::Propose(new) if new.signal == id(471).to_string()), "{sent:?}");
}

#[test]
fn the_agenda_is_read_once_at_rest_and_a_failing_read_is_said() {
    let mut bench = opened();
    bench.press("Down");
    let reads = |bench: &mut Bench| {
        let waits: Vec<_> = std::mem::take(&mut bench.effects);
        for effect in waits {
            if let Effect::Wait(_, timer) = effect {
                bench.tell(Msg::Timer(timer));
            }
        }
        let sent = |effect: &Effect| match effect {
            Effect::Send { request, call: Call::Agenda(call), .. } => Some((*request, (**call).clone())),
            _ => None,
        };
        bench.effects.iter().filter_map(sent).collect::<Vec<_>>()
    };
    let sent = reads(&mut bench);
    assert_eq!(sent.iter().map(|(_, call)| call).collect::<Vec<_>>(), [&AgendaCall::ReadAgenda(meeting_id(48))]);
    refused(&mut bench, sent[0].0, Code::Unavailable);
    assert!(bench.screen().contains("Dat kan niet."), "{}", bench.screen());
    bench.effects.clear();
    bench.press("Down");
    let sent = reads(&mut bench);
    answered(&mut bench, sent[0].0, AgendaAnswer::Agenda(agenda(&meetings(), &json!({}))));
    assert!(bench.screen().contains("[ ] feiten"), "{}", bench.screen());
    bench.effects.clear();
    bench.press("Up");
    assert!(reads(&mut bench).is_empty(), "it is there");
    assert!(bench.screen().contains("Ieder wacht op de ander."), "{}", bench.screen());
}

#[test]
fn enter_opens_an_item_and_then_the_form_of_what_is_missing_first() {
    let all = meetings();
    let mut bench = opened();
    bench.press("Down Down");
    read(&mut bench, &all, &json!({}));
    bench.press("Enter Enter");
    assert!(bench.screen().contains("─ Feiten"), "{}", bench.screen());
    bench.type_in("Op 1 oktober stopte de verzekering.").press("Ctrl+S");
    let sent = asked(&mut bench);
    let AgendaCall::Edit(item, version, patch) = &sent[0].1 else { panic!("{sent:?}") };
    assert_eq!((*item, *version), (item_id(3), 1));
    let only = loket::api::meeting::AgendaItemPatch { facts: patch.facts.clone(), ..Default::default() };
    assert_eq!((patch, patch.facts.as_ref().unwrap().raw()), (&only, "Op 1 oktober stopte de verzekering."));
}

#[test]
fn who_saves_after_somebody_else_keeps_the_text_and_sees_what_changed() {
    let all = meetings();
    let mut bench = opened();
    bench.press("Down");
    read(&mut bench, &all, &json!({}));
    bench.press("e Enter Tab Tab Tab Tab Ctrl+U").type_in("Mijn zin.").press("Ctrl+S");
    let sent = asked(&mut bench);
    refused(&mut bench, sent[0].0, Code::StaleVersion);
    // It is read anew: somebody else wrote another stalemate.
    let read_again = bench.effects.iter().find_map(|effect| match effect {
        Effect::Send { request, call: Call::Agenda(call), .. } if **call == AgendaCall::ReadItem(item_id(2)) => Some(*request),
        _ => None,
    });
    let mut row = all.1[1].clone();
    (row["version"], row["revision"]) = (json!(2), json!(2));
    let theirs = detail(&row, json!({ "stalemate": "Hun zin.", "presenter": "J. Bakker" }), json!([]), json!([]));
    bench.effects.clear();
    answered(&mut bench, read_again.unwrap(), AgendaAnswer::Item(theirs));
    let screen = bench.screen();
    assert!(screen.contains("Iemand anders schreef intussen ook in: Patstelling."), "{screen}");
    assert!(screen.contains("Mijn zin.") && screen.contains("J. Bakker"), "{screen}");
    bench.press("Ctrl+S");
    let sent = asked(&mut bench);
    let AgendaCall::Edit(_, version, patch) = &sent[0].1 else { panic!("{sent:?}") };
    assert_eq!((*version, patch.stalemate.as_ref().unwrap().raw(), &patch.presenter), (2, "Mijn zin.", &None));
}

#[test]
fn fixing_names_what_is_not_ready_and_fixes_what_was_seen() {
    let all = meetings();
    let mut bench = opened();
    bench.press("W");
    read(&mut bench, &all, &json!({ "agendaVersion": 7 }));
    assert!(bench.screen().contains("Agenda vaststellen"), "{}", bench.screen());
    bench.type_in("Geen tijd meer").press("Enter");
    let screen = bench.screen();
    for told in ["5 punten, 95 van 90 minuten.", "5 min te veel", "Punt 3 is niet gereed: het mist 2.", "versie 1"] {
        assert!(screen.contains(told), "{told}\n{screen}");
    }
    assert!(asked(&mut bench).is_empty(), "nothing before it was asked");
    bench.press("v Enter");
    let sent = asked(&mut bench);
    let AgendaCall::Fix(id, version, body) = &sent[0].1 else { panic!("{sent:?}") };
    assert_eq!((*id, *version, body.agenda_version, body.reason.raw()), (meeting_id(48), 1, 7, "Geen tijd meer"));
}

#[test]
fn sending_shows_who_gets_what_and_asks_the_number() {
    let mut all = meetings();
    (all.0[0]["state"], all.0[0]["edition"]) = (json!("fixed"), json!(1));
    let fixed = json!({ "edition": { "id": Uuid::from_u128(5), "number": 1, "agendaVersion": 1, "sent": false } });
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    arrived(&mut bench, &all);
    bench.press("W");
    read(&mut bench, &all, &fixed);
    bench.type_in("LET-48").press("Enter");
    let screen = bench.screen();
    assert!(screen.contains("CAK (P. de Boer): punt 2, 3"), "{screen}");
    assert!(screen.contains("UWV (R. Kok): punt 2, 3, waarvan 2 alleen de tijd: geen grond voor delen"), "{screen}");
    bench.press("v Enter");
    let sent = asked(&mut bench);
    let AgendaCall::Publish(id, 1, body) = &sent[0].1 else { panic!("{sent:?}") };
    assert_eq!((*id, body.number.as_str()), (meeting_id(48), "LET-48"));
}

fn waiting(bench: &mut Bench, by: Uuid) {
    let mut all = meetings();
    (all.0[0]["state"], all.0[0]["edition"], all.0[0]["waitsUntil"]) = (json!("fixed"), json!(1), json!("2026-11-30T08:00:00Z"));
    arrived(bench, &all);
    bench.press("W");
    let shown = json!({ "meeting": "LET-48", "action": "publish-agenda", "edition": Uuid::from_u128(5), "editionNumber": 1,
        "recipients": [{ "organisation": "CAK", "to": [{ "name": "P. de Boer", "function": "", "mail": "x@voorbeeld.nl" }], "items": [] }] });
    let confirmation = json!({ "id": Uuid::from_u128(9), "version": 1, "action": "publish-agenda", "entity": "meeting",
        "subject": meeting_id(48), "subjectVersion": 2, "signal": null, "shown": shown.to_string(), "hash": "abc", "proposedBy": by,
        "proposedByName": "J. Bakker", "proposedAt": "2026-11-23T08:00:00Z", "expiresAt": "2026-11-30T08:00:00Z", "state": "proposed",
        "settledBy": null, "settledByName": "", "settledAt": null, "reason": "" });
    let item = serde_json::to_value(agenda(&all, &json!({})).meeting).unwrap();
    let found: MeetingDetail = serde_json::from_value(json!({ "item": item, "papersDueOn": null, "editions": [],
        "changedSinceFixed": false, "changes": null, "confirmation": confirmation }))
    .unwrap();
    let request = bench.effects.iter().find_map(|effect| match effect {
        Effect::Send { request, call: Call::Agenda(call), .. } if **call == AgendaCall::ReadMeeting(meeting_id(48)) => {
            Some(*request)
        }
        _ => None,
    });
    bench.effects.clear();
    answered(bench, request.unwrap(), AgendaAnswer::Meeting(found));
}

#[test]
fn a_second_person_confirms_exactly_what_was_shown_and_the_first_can_only_withdraw() {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    waiting(&mut bench, Uuid::from_u128(77));
    assert!(bench.screen().contains("CAK (P. de Boer)") && bench.screen().contains("J. Bakker"), "{}", bench.screen());
    bench.press("b Enter");
    let confirms = |effect: &Effect| matches!(effect, Effect::Send { call: Call::Confirm { hash, .. }, .. } if hash == "abc");
    assert!(bench.effects.iter().any(confirms), "{:?}", bench.effects);
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    waiting(&mut bench, me().0);
    let Some(Modal::Choose(menu)) = bench.state.modals.last() else { panic!() };
    let labels: Vec<&str> = menu.items.iter().map(|item| item.label.as_str()).collect();
    assert_eq!(labels, ["Nu niet", "Intrekken"]);
}

#[test]
fn during_the_meeting_the_clock_of_the_server_stands_beside_the_plan() {
    let mut all = meetings();
    all.0[0]["slots"] = json!([{ "startsAt": "2026-11-23T08:20:00Z", "endsAt": "2026-11-23T09:50:00Z" }]);
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    arrived(&mut bench, &all);
    bench.press("Down Enter");
    read(&mut bench, &all, &json!({}));
    // Planned from 9:25 to 9:45, and it is 9:41.
    assert!(bench.screen().contains("Nu 09:41: 16 min bezig, nog 4 min."), "{}", bench.screen());
    bench.press("K");
    assert!(bench.screen().contains("16 min over tijd"), "{}", bench.screen());
    bench.press("J t").type_in("Besluit nemen").press("Tab Tab Tab").type_in("+7").press("Ctrl+S");
    let source = bench.effects.iter().find_map(|effect| match effect {
        Effect::Send { call: Call::Arrange(call), .. } => Some(format!("{call:?}")),
        _ => None,
    });
    let source = source.unwrap_or_else(|| panic!("{}", bench.screen()));
    assert!(source.contains("AgendaItem") && source.contains("2026-11-30") && source.contains("P. de Boer"), "{source}");
}

#[test]
fn not_without_the_right_the_connection_or_an_agenda_that_may_change() {
    let mut bench = opened();
    bench.tell(Msg::Link(Link::Lost { since: now(), words: "Weg.".into(), advice: String::new(), refused: false }));
    bench.press("Down J");
    assert_eq!(order(&bench), [1, 2, 3, 4, 5], "{}", bench.screen());
    let mut all = meetings();
    all.0[0]["state"] = json!("held");
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    arrived(&mut bench, &all);
    bench.press("Esc Esc");
    bench.state.agenda.meeting = Some(meeting_id(48));
    bench.press("1 2 Home Down J");
    assert_eq!(bench.message(), "De vergadering is gehouden: haar agenda blijft zoals zij is.");
    let mut bench = Bench::new((100, 30));
    bench.press("2");
    assert_eq!(bench.state.pane, loket::tui::app::Pane::Signals, "without the right to read");
}

#[test]
fn two_hundred_items_are_drawn_at_every_size_and_the_cursor_is_in_view() {
    for size in [(60, 18), (80, 24), (100, 30), (140, 40), (200, 60)] {
        let items = (1..=200).map(|at| item(at, Some(48), i64::try_from(at).unwrap(), &json!({ "minutes": 1 }))).collect();
        let mut bench = Bench::speaking(size, loket::locale::Language::Dutch);
        arrived(&mut bench, &(vec![meeting(48, "2026-11-26", &json!({}))], items));
        bench.press("End K K");
        assert!(bench.screen().contains("Punt 200"), "{size:?}\n{}", bench.screen());
        assert_eq!(order(&bench)[197], 200);
    }
}
