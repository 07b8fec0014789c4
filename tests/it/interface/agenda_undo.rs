//! Pane 2: what was written in a meeting, a decision or a paper, and in a lesson, is taken back as one step where it still stands.

use loket::{
    api::meeting::{LetDecisionPatch, MeetingDetail, MeetingPatch},
    domain::lesson::Lesson,
    tui::app::agenda::{AgendaAnswer, AgendaCall},
};
use serde_json::{Value, json};

use super::{
    Bench,
    agenda_facts::{at_work, decided, request_of},
    item_papers::{lesson, paper, with_papers},
    meetings::{agenda, answered, asked, detail, meeting_id, meetings, with_meetings},
};
use loket::tui::app::message::Msg;

/// The meeting as the server answers, in this version at this place.
fn there(version: i64, place: &str) -> MeetingDetail {
    let mut found = agenda(&meetings(), &json!({ "version": version }));
    found.meeting.facts.place = place.into();
    let item = serde_json::to_value(found.meeting).unwrap();
    serde_json::from_value(
        json!({ "item": item, "papersDueOn": null, "editions": [], "changedSinceFixed": false, "changes": null,
        "confirmation": null }),
    )
    .unwrap()
}

/// The place of LET-48 was changed from Den Haag to Utrecht.
fn moved() -> Bench {
    let mut bench = at_work(&meetings(), "Down g e");
    bench.press("Tab Tab Ctrl+U").type_in("Utrecht").press("Ctrl+S");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[0].1, AgendaCall::Amend(_, 1, patch) if patch.place.is_some()), "{sent:?}\n{}", bench.screen());
    answered(&mut bench, sent[0].0, AgendaAnswer::Meeting(there(2, "Utrecht")));
    bench
}

fn newer(version: i64) -> (Vec<Value>, Vec<Value>) {
    let mut all = meetings();
    all.0[0]["version"] = json!(version);
    all
}

#[test]
fn facts_of_a_meeting_are_taken_back_unless_somebody_wrote_there_since() {
    for (place, is_back) in [("Utrecht", true), ("Zwolle", false)] {
        let mut bench = moved();
        assert!(bench.message().contains("LET-48") && bench.state.message.as_ref().unwrap().undo, "{}", bench.message());
        let version = if is_back { 2 } else { 3 };
        bench.tell(Msg::Replica(with_meetings(&newer(version))));
        bench.effects.clear();
        bench.press("u");
        // It is read before anything is taken back.
        assert!(asked(&mut bench).is_empty());
        let read = bench.state.requests.keys().next_back().copied().unwrap();
        let mut now = agenda(&newer(version), &json!({ "version": version }));
        now.meeting.facts.place = place.into();
        answered(&mut bench, read, AgendaAnswer::Agenda(now));
        let sent = asked(&mut bench);
        match is_back {
            true => {
                let only = MeetingPatch { place: Some("Den Haag".into()), ..MeetingPatch::default() };
                assert!(
                    matches!(&sent[..], [(_, AgendaCall::Amend(id, 2, patch))] if *id == meeting_id(48) && *patch == only),
                    "{sent:?}\n{}",
                    bench.screen()
                );
            }
            false => assert!(sent.is_empty() && bench.message().contains("LET-48: een ander schreef"), "{}", bench.message()),
        }
    }
}

#[test]
fn a_corrected_decision_says_again_what_it_said() {
    let (mut bench, mut decision) = decided("held");
    bench.press("v").press("End").type_in(" Voor 1 december.").press("Ctrl+S");
    let sent = asked(&mut bench);
    let mut row = meetings().1[1].clone();
    (row["revision"], decision["version"]) = (json!(2), json!(4));
    decision["facts"]["text"] = json!("CAK schrijft in. Voor 1 december.");
    let mut whole = detail(&row, json!({}), json!([]), json!([]));
    whole.decisions = vec![serde_json::from_value(decision).unwrap()];
    answered(&mut bench, sent[0].0, AgendaAnswer::Item(whole));
    assert!(bench.state.message.as_ref().unwrap().undo, "{}", bench.message());
    bench.press("u");
    let sent = asked(&mut bench);
    let only = LetDecisionPatch { text: Some("CAK schrijft in.".into()), ..LetDecisionPatch::default() };
    assert!(matches!(&sent[..], [(_, AgendaCall::CorrectDecision(_, 4, patch))] if *patch == only), "{sent:?}");
}

#[test]
fn a_changed_paper_says_again_what_it_said() {
    let mut bench = with_papers(&json!([paper(1, 3, &json!({}))]), "P 1");
    bench.press("w").press("End").type_in(" Breda").press("Ctrl+S");
    let sent = asked(&mut bench);
    let mut row = meetings().1[1].clone();
    row["revision"] = json!(2);
    let mut whole = detail(&row, json!({}), json!([]), json!([]));
    whole.papers = vec![serde_json::from_value(paper(1, 4, &json!({ "title": "Brief van de gemeente Breda" }))).unwrap()];
    answered(&mut bench, sent[0].0, AgendaAnswer::Item(whole));
    bench.press("u");
    let sent = asked(&mut bench);
    let back = |patch: &loket::api::item_paper::ItemPaperPatch| patch.title.as_ref().unwrap().raw() == "Brief van de gemeente";
    assert!(matches!(&sent[..], [(_, AgendaCall::ChangePaper(_, 4, patch))] if back(patch)), "{sent:?}\n{}", bench.screen());
}

#[test]
fn a_lesson_is_changed_where_it_was_noted_and_only_what_was_changed_is_sent() {
    let mut bench = with_papers(&json!([]), "g l");
    let screen = bench.screen();
    assert!(
        screen.contains("Nieuw leerpunt") && screen.contains("Wie op een ander wacht") && screen.contains("beleid"),
        "{screen}"
    );
    assert!(!screen.contains("Van een ander punt"), "{screen}");
    bench.press("1");
    assert!(bench.screen().contains("Zorgverzekeringswet") && bench.screen().contains("Leerpunt wijzigen"), "{}", bench.screen());
    bench.press("Tab Ctrl+U").type_in("Wmo").press("Ctrl+S");
    let sent = asked(&mut bench);
    let AgendaCall::ChangeLesson(id, 1, patch) = &sent[0].1 else { panic!("{sent:?}\n{}", bench.screen()) };
    let mut changed: Lesson = lesson(2, "Wie op een ander wacht, verliest de zorg.");
    assert_eq!((*id, patch.law.as_ref().unwrap().raw()), (changed.id, "Wmo"));
    assert_eq!((&patch.kind, &patch.article, &patch.bodies, &patch.pattern, patch.looked), (&None, &None, &None, &None, false));
    (changed.facts.law, changed.version) = ("Wmo".into(), 2);
    answered(&mut bench, sent[0].0, AgendaAnswer::Lesson(changed));
    assert!(bench.message().contains("Leerpunt gewijzigd"), "{}", bench.message());
    let known = bench.state.agenda.lessons.as_ref().unwrap();
    assert_eq!((known.all.len(), known.all[0].facts.law.raw()), (1, "Wmo"));
}

#[test]
fn a_lesson_that_somebody_changed_meanwhile_is_read_anew_and_what_was_typed_stays() {
    let mut bench = with_papers(&json!([]), "g l 1");
    bench.press("Tab Ctrl+U").type_in("Wmo").press("Ctrl+S");
    let sent = asked(&mut bench);
    super::meetings::refused(&mut bench, sent[0].0, loket::api::problem::Code::StaleVersion);
    let mut theirs = lesson(2, "Anders.");
    theirs.version = 2;
    let number = serde_json::from_value(json!("LET-48")).unwrap();
    let again = request_of(&mut bench, &AgendaCall::ReadLessons(number));
    answered(&mut bench, again, AgendaAnswer::Lessons(vec![theirs], true));
    let screen = bench.screen();
    assert!(screen.contains("Wmo") && screen.contains("Anders."), "{screen}");
    // Nothing clashes: it goes on by itself.
    let sent = asked(&mut bench);
    assert!(matches!(&sent[..], [(_, AgendaCall::ChangeLesson(_, 2, patch))] if patch.pattern.is_none()), "{sent:?}");
}
