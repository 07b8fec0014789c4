//! Pane 2: rules that nobody noticed when they were broken.

use loket::{
    domain::{ids::LessonId, lesson::Lesson},
    tui::app::{
        agenda::{AgendaAnswer, AgendaCall},
        message::{Call, Effect, Msg},
    },
};
use serde_json::json;
use uuid::Uuid;

use super::{
    agenda_settled::{at, fixed},
    item_papers::{lesson, play},
    meetings::{answered, arrived, asked, detail, meeting_id, meetings, opened, read, with_meetings},
};
use crate::interface::Bench;

#[test]
fn a_meeting_is_not_held_before_its_day() {
    let (all, more) = fixed();
    let bench = at(&all, &more, "W");
    assert!(bench.message().contains("nog niet begonnen: gehouden kan vanaf"), "{}", bench.screen());
    assert!(bench.state.modals.is_empty(), "nothing is asked\n{}", bench.screen());
}

#[test]
fn decisions_that_were_sent_are_not_corrected() {
    let mut all = meetings();
    (all.0[0]["state"], all.0[0]["edition"]) = (json!("sent"), json!(1));
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    arrived(&mut bench, &all).press("Esc");
    bench.state.agenda.meeting = Some(meeting_id(48));
    bench.press("1 2 Home Down");
    bench.effects.clear();
    bench.press("D");
    assert!(bench.message().contains("De besluiten van deze vergadering zijn verzonden"), "{}", bench.screen());
    let asks = |effect: &Effect| matches!(effect, Effect::Send { call: Call::Agenda(_), .. });
    assert!(!bench.effects.iter().any(asks), "{:?}", bench.effects);
}

#[test]
fn a_lesson_that_was_noted_stands_with_those_that_were_read() {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    play(&mut bench, &json!([]), "Enter g l");
    // There is one already: a new one is chosen.
    bench.press("n b Tab Tab Tab Tab").type_in("Twee loketten, twee antwoorden.").press("Ctrl+S");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[..], [(_, AgendaCall::NoteLesson(_))]), "{sent:?}\n{}", bench.screen());
    let noted = Lesson { id: LessonId(Uuid::from_u128(0x1e56)), ..lesson(2, "Twee loketten, twee antwoorden.") };
    answered(&mut bench, sent[0].0, AgendaAnswer::Lesson(noted));
    bench.press("End");
    let screen = bench.screen();
    assert!(screen.contains("Twee loketten, twee antwoorden.") && screen.contains("Wie op een ander wacht"), "{screen}");
}

#[test]
fn a_meeting_is_not_cancelled_while_a_move_is_under_way() {
    let bench = at(&meetings(), &json!({}), "Down J g x");
    assert!(bench.message().contains("Een verplaatsing wordt nog opgeslagen"), "{}", bench.screen());
    assert!(bench.state.modals.is_empty(), "{}", bench.screen());
}

#[test]
fn minutes_that_somebody_else_changed_since_are_not_taken_back() {
    for (theirs, back) in [(25, false), (30, true)] {
        let mut bench = opened();
        bench.press("Down =").press("Ctrl+U").type_in("30").press("Ctrl+S");
        let sent = asked(&mut bench);
        let mut all = meetings();
        (all.1[1]["version"], all.1[1]["revision"], all.1[1]["minutes"]) = (json!(2), json!(2), json!(30));
        answered(&mut bench, sent[0].0, AgendaAnswer::Item(detail(&all.1[1], json!({}), json!([]), json!([]))));
        (all.1[1]["version"], all.1[1]["revision"], all.1[1]["minutes"]) = (json!(3), json!(3), json!(theirs));
        bench.tell(Msg::Replica(with_meetings(&all)));
        read(&mut bench, &all, &json!({}));
        bench.press("u");
        let sent = asked(&mut bench);
        assert_eq!(sent.len(), usize::from(back), "{theirs}: {sent:?}");
        assert_eq!(bench.message().contains("sindsdien door een ander gewijzigd"), !back, "{}", bench.message());
    }
}
