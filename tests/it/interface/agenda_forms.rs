//! The forms of pane 2: what they ask first, what they send, and what stays when it is refused.

use loket::{
    api::{meeting::MeetingDetail, problem::Code},
    domain::signal::Urgency,
    tui::app::{
        Modal,
        agenda::{AgendaAnswer, AgendaCall, AgendaForm, ItemPart},
        form::Purpose,
        message::{Call, DraftOffer, Effect, Msg, Stands, UnreadableDrafts},
    },
};
use serde_json::json;
use uuid::Uuid;

use super::{
    Bench, id, me,
    meetings::{agenda, answered, arrived, asked, detail, item_id, meeting_id, meetings, moved_answer, opened, read, refused},
    now, row,
};

#[test]
fn a_hard_date_that_passed_or_comes_before_the_table_meets_is_told_with_whose_it_is() {
    let mut bench = opened();
    bench.press("1 Home Space Space L v");
    assert!(bench.screen().contains("De harde datum van S-471 ma 23-11-2026 valt daarvoor."), "{}", bench.screen());
    let mut bench = opened();
    let mut replica = bench.state.replica.clone();
    let late = row(502, "Verrekening met huurtoeslag loopt door", Urgency::Crisis, Some(-1));
    replica.apply_line(json!({ "kind": "signal", "row": late }).to_string().as_bytes()).unwrap();
    bench.tell(Msg::Replica(replica)).press("1 Home Down L");
    assert!(bench.screen().contains("De harde datum zo 22-11-2026 is al voorbij."), "{}", bench.screen());
}

#[test]
fn two_keys_put_a_case_on_the_agenda_of_the_next_meeting() {
    let mut bench = opened();
    bench.press("1 Down L");
    let screen = bench.screen();
    assert!(screen.contains("Komt op de agenda van LET-48, do 26-11-2026 13:30: 30 min. Vrij is 0 min"), "{screen}");
    assert!(screen.contains("te veel; dat mag. De harde datum di 24-11-2026 valt daarvoor."), "{screen}");
    bench.press("Enter");
    let sent = asked(&mut bench);
    let AgendaCall::Add(meeting, new) = &sent[0].1 else { panic!("{sent:?}") };
    assert_eq!((*meeting, new.signal.clone()), (meeting_id(48), Some(id(502).to_string())));
    assert_eq!((new.after, &new.facts.decision_asked), (Some(item_id(4)), &None));
    answered(&mut bench, sent[0].0, moved_answer(&meetings(), 6, 2));
    assert!(bench.message().contains("staat op de agenda van LET-48"), "{}", bench.message());
    // It stands in what was done, and can be taken back.
    assert!(bench.state.message.as_ref().unwrap().undo, "{}", bench.message());
    bench.press("H");
    assert!(bench.screen().contains("voorstel voor het LET: S-471"), "{}", bench.screen());
    bench.press("Esc");
    // With a question: the text more.
    bench.press("End L").type_in("Wie beslist?").press("Enter");
    let sent = asked(&mut bench);
    let AgendaCall::Add(_, new) = &sent[0].1 else { panic!("{sent:?}") };
    assert_eq!(new.facts.decision_asked.as_ref().unwrap().raw(), "Wie beslist?");
    // What was refused is still there.
    refused(&mut bench, sent[0].0, Code::NotPossibleNow);
    assert!(bench.screen().contains("Wie beslist?") && bench.screen().contains("Dat kan niet."), "{}", bench.screen());
}

#[test]
fn seven_keys_put_five_marked_cases_on_the_agenda_and_what_failed_stays_marked() {
    // None of them is with the LET already.
    let mut all = meetings();
    all.1.retain(|item| item["signal"].is_null());
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    arrived(&mut bench, &all).press("1 Space Space Space Space Space L Enter");
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
    bench.press("1 Down L Shift+Tab").type_in("LET-99").press("Ctrl+S");
    assert!(bench.screen().contains("geen vergadering met dit nummer"), "{}", bench.screen());
    assert!(asked(&mut bench).is_empty());
    bench.press("Ctrl+U Enter Enter");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[0].1, AgendaCall::Propose(new) if new.signal == id(502).to_string()), "{sent:?}");
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
    bench.press("e Enter Tab Tab Tab Ctrl+U").type_in("Mijn zin.").press("Ctrl+S");
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
    for told in ["Patstelling", "Mijn zin.", "Hun zin.", "J. Bakker", "? kies 1 of 2"] {
        assert!(screen.contains(told), "{told}\n{screen}");
    }
    bench.press("1 Ctrl+S");
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
    assert!(screen.contains("CAK (P. de Boer): punten 2 en 3"), "{screen}");
    assert!(screen.contains("UWV (R. Kok): punten 2 en 3, waarvan 2 alleen de tijd: geen grond voor delen"), "{screen}");
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
    // Who promises is one of the participants.
    bench.press("J t");
    assert!(bench.screen().contains("2  UWV  R. Kok"), "{}", bench.screen());
    bench.press("1").type_in("Besluit nemen").press("Tab Tab Tab").type_in("+7").press("Ctrl+S");
    let source = bench.effects.iter().find_map(|effect| match effect {
        Effect::Send { call: Call::Arrange(call), .. } => Some(format!("{call:?}")),
        _ => None,
    });
    let source = source.unwrap_or_else(|| panic!("{}", bench.screen()));
    assert!(source.contains("AgendaItem") && source.contains("2026-11-30") && source.contains("P. de Boer"), "{source}");
}

#[test]
fn a_draft_about_an_item_that_was_not_read_yet_can_be_saved_once_it_is() {
    let mut bench = opened();
    let slot = Purpose::Agenda(AgendaForm::Item(item_id(3), ItemPart::Facts)).slot();
    let text = json!({ "let-facts": "Uit het concept." }).to_string();
    let offer = DraftOffer {
        id: "1".into(),
        slot: slot.clone(),
        text: text.clone(),
        saved_at: now(),
        nobodys: false,
        stands: Stands::Draft,
    };
    bench.tell(Msg::Drafts { offers: vec![offer], unreadable: UnreadableDrafts::default(), asked: true }).press("Enter");
    bench.tell(Msg::Draft { slot, text: Some(text), saved_at: now() });
    read(&mut bench, &meetings(), &json!({}));
    bench.press("Ctrl+S");
    let sent = asked(&mut bench);
    let AgendaCall::Edit(_, 1, patch) = &sent[0].1 else { panic!("{sent:?}") };
    assert_eq!(patch.facts.as_ref().unwrap().raw(), "Uit het concept.");
}
