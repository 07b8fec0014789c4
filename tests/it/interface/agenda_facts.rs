//! Pane 2: a meeting's own facts, and corrections of what was recorded about its items.

use loket::{
    api::{meeting::MeetingPatch, problem::Code},
    locale::Language,
    tui::app::{
        agenda::{AgendaAnswer, AgendaCall},
        message::{Call, Effect},
    },
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Bench, me,
    meetings::{agenda, answered, arrived, asked, detail, invitation, item_id, meeting_id, meetings, opened, read, refused},
    now,
};

pub(super) fn at_work(all: &(Vec<Value>, Vec<Value>), keys: &str) -> Bench {
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    arrived(&mut bench, all);
    for key in keys.split(' ') {
        bench.press(key);
        read(&mut bench, all, &json!({}));
    }
    bench
}

/// The request with this call, of what was asked last.
pub(super) fn request_of(bench: &mut Bench, wanted: &AgendaCall) -> u64 {
    let found = bench.effects.iter().find_map(|effect| match effect {
        Effect::Send { request, call: Call::Agenda(call), .. } if **call == *wanted => Some(*request),
        _ => None,
    });
    bench.effects.clear();
    found.unwrap_or_else(|| panic!("{wanted:?} was not asked\n{}", bench.screen()))
}

#[test]
fn a_meeting_is_moved_and_only_what_was_changed_is_sent() {
    let mut bench = at_work(&meetings(), "Down g e");
    let screen = bench.screen();
    assert!(screen.contains("26-11-2026") && screen.contains("stukken t/m di 24-11"), "{screen}");
    bench.press("Ctrl+U").type_in("27-11").press("Tab Tab Tab").type_in("https://video.voorbeeld/let").press("Ctrl+S");
    let sent = asked(&mut bench);
    let AgendaCall::Amend(id, 1, patch) = &sent[0].1 else { panic!("{sent:?}\n{}", bench.screen()) };
    let slots = patch.slots.clone();
    assert_eq!(slots.as_ref().unwrap()[0].starts_at.to_rfc3339(), "2026-11-27T12:30:00+00:00");
    assert_eq!(slots.as_ref().unwrap()[0].minutes(), 90);
    let only = MeetingPatch { slots, video: patch.video.clone(), ..MeetingPatch::default() };
    assert_eq!((*id, patch), (meeting_id(48), &only));
    // Somebody else changed it meanwhile: it is read anew, and what was typed stays.
    refused(&mut bench, sent[0].0, Code::StaleVersion);
    let again = request_of(&mut bench, &AgendaCall::ReadAgenda(meeting_id(48)));
    let mut theirs = agenda(&meetings(), &json!({ "version": 2 }));
    theirs.meeting.facts.place = "Utrecht".into();
    answered(&mut bench, again, AgendaAnswer::Agenda(theirs));
    let screen = bench.screen();
    assert!(screen.contains("27-11-2026") && screen.contains("Utrecht"), "{screen}");
    // Nothing clashes: it goes on by itself.
    let sent = asked(&mut bench);
    assert!(matches!(&sent[0].1, AgendaCall::Amend(_, 2, patch) if patch.place.is_none()), "{sent:?}");
}

#[test]
fn a_meeting_today_is_not_asked_about() {
    let mut bench = opened();
    bench.press("g n").type_in("23-11").press("Ctrl+S");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[..], [(_, AgendaCall::Create(_))]), "{}", bench.screen());
}

#[test]
fn a_new_meeting_has_a_paper_deadline_that_is_said_before_it_is_made() {
    let mut bench = opened();
    bench.press("g n").type_in("17-12").press("Tab");
    assert!(bench.screen().contains("do 17-12-2026 13:30–15:00, 90 min; stukken t/m di 15-12-2026."), "{}", bench.screen());
    bench.press("Up").press("Tab Tab Tab Tab Tab Tab Tab Ctrl+U").type_in("vijf").press("Ctrl+S");
    assert!(bench.screen().contains("aantal werkdagen als getal") && asked(&mut bench).is_empty(), "{}", bench.screen());
    bench.press("Ctrl+U").type_in("5").press("Ctrl+S");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[0].1, AgendaCall::Create(new) if new.facts.papers_days == 5), "{sent:?}");
}

/// LET-48 with one decision about item 2, in this state.
pub(super) fn decided(state: &str) -> (Bench, Value) {
    let mut all = meetings();
    (all.0[0]["state"], all.0[0]["edition"]) = (json!(state), json!(1));
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    arrived(&mut bench, &all);
    if state == "held" {
        bench.press("Esc");
        bench.state.agenda.meeting = Some(meeting_id(48));
        bench.press("1 2 Home");
    }
    bench.press("Down");
    let facts = json!({ "text": "CAK schrijft in.", "bodies": ["CAK", "GM0758"], "legalRoom": "" });
    let decision = json!({ "id": Uuid::from_u128(0xdec1), "version": 3, "item": item_id(2), "facts": facts, "withdrawn": false,
        "recordedAt": now(), "recordedBy": me(), "recordedByName": "M. Visser" });
    let mut found = agenda(&all, &json!({ "state": state }));
    found.items[1].decisions = vec![serde_json::from_value(decision.clone()).unwrap()];
    bench.press("D");
    let request = request_of(&mut bench, &AgendaCall::ReadItem(item_id(2)));
    let mut whole = detail(&all.1[1], json!({}), json!([invitation(1, 2, "CAK", "P. de Boer")]), json!([]));
    whole.decisions = found.items[1].decisions.clone();
    answered(&mut bench, request, AgendaAnswer::Item(whole));
    (bench, decision)
}

#[test]
fn a_decision_is_corrected_or_taken_back_also_after_the_meeting() {
    for state in ["fixed", "held"] {
        let (mut bench, decision) = decided(state);
        assert!(bench.screen().contains("CAK schrijft in.") && bench.screen().contains("gem. Breda"), "{}", bench.screen());
        bench.press("v");
        assert!(bench.screen().contains("CAK; Gemeente Breda"), "{}", bench.screen());
        bench.press("End").type_in(" Voor 1 december.").press("Ctrl+S");
        let sent = asked(&mut bench);
        let AgendaCall::CorrectDecision(part, 3, patch) = &sent[0].1 else { panic!("{sent:?}\n{}", bench.screen()) };
        assert_eq!(json!(part), decision["id"]);
        assert_eq!(patch.text.as_ref().unwrap().raw(), "CAK schrijft in. Voor 1 december.");
        assert_eq!((&patch.bodies, &patch.legal_room, patch.withdrawn), (&None, &None, None));
    }
    let (mut bench, mut decision) = decided("fixed");
    bench.press("i");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[0].1, AgendaCall::CorrectDecision(_, 3, patch) if patch.withdrawn == Some(true)), "{sent:?}");
    let mut row = meetings().1[1].clone();
    (row["revision"], decision["version"], decision["withdrawn"]) = (json!(2), json!(4), json!(true));
    let mut whole = detail(&row, json!({}), json!([]), json!([]));
    whole.decisions = vec![serde_json::from_value(decision).unwrap()];
    answered(&mut bench, sent[0].0, AgendaAnswer::Item(whole));
    assert!(bench.message().contains("ingetrokken"), "{}", bench.message());
    bench.press("u");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[0].1, AgendaCall::CorrectDecision(_, 4, patch) if patch.withdrawn == Some(false)), "{sent:?}");
}

#[test]
fn an_invitation_is_corrected_and_another_name_is_nobody_of_the_register() {
    let mut bench = at_work(&meetings(), "Down r Enter");
    bench.press("v").press("Tab Tab Ctrl+U").type_in("Q. de Vries").press("Ctrl+S");
    let sent = asked(&mut bench);
    assert!(!sent.is_empty(), "{}", bench.screen());
    let AgendaCall::Invitation(_, 1, patch) = &sent[0].1 else { panic!("{sent:?}\n{}", bench.screen()) };
    assert_eq!((patch.name.as_ref().unwrap().raw(), patch.officer), ("Q. de Vries", Some(None)));
    assert_eq!((&patch.organisation, &patch.mail, patch.answer, patch.withdrawn), (&None, &None, None, None));
}

#[test]
fn a_commitment_is_due_within_a_length_that_the_term_engine_counts() {
    let mut all = meetings();
    (all.0[0]["state"], all.0[0]["edition"]) = (json!("fixed"), json!(1));
    let mut bench = at_work(&all, "Down t 2");
    bench.type_in("Nabetaling").press("Tab Tab Tab").type_in("4 weken");
    let screen = bench.screen();
    assert!(screen.contains("R. Kok") && screen.contains("ma 21-12-2026"), "{screen}");
    bench.press("Ctrl+S");
    let sent = bench.effects.iter().find_map(|effect| match effect {
        Effect::Send { call: Call::Arrange(call), .. } => Some(format!("{call:?}")),
        _ => None,
    });
    let sent = sent.unwrap_or_else(|| panic!("{}", bench.screen()));
    assert!(sent.contains("on: 2026-12-21") && sent.contains(r#"length: "4w""#) && sent.contains("UWV"), "{sent}");
}
