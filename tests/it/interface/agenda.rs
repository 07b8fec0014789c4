//! Pane 2 without a terminal: what stands where, and that nothing moved is lost or told otherwise than it is.

use loket::{
    api::problem::Code,
    domain::ids::AgendaItemId,
    tui::app::{
        agenda::{AgendaAnswer, AgendaCall, AgendaRow},
        message::{Call, Effect, Link, Msg},
    },
};
use serde_json::json;

use super::{
    Bench,
    meetings::{
        agenda, answered, arrived, asked, item, item_id, meeting, meeting_id, meetings, moved_answer, opened, refused,
        with_meetings,
    },
    now,
};

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
fn not_without_the_right_the_connection_or_an_agenda_that_may_change() {
    let mut bench = opened();
    bench.tell(Msg::Link(Link::Lost { since: now(), words: "Weg.".into(), advice: String::new(), refused: false }));
    bench.press("Down J");
    assert_eq!(order(&bench), [1, 2, 3, 4, 5], "{}", bench.screen());
    let mut bench = opened();
    bench.press("Down d");
    assert_eq!(bench.message(), "Besluiten legt u vast vanaf het moment dat de agenda is vastgesteld.");
    let mut all = meetings();
    all.0[0]["state"] = json!("held");
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    arrived(&mut bench, &all);
    bench.press("Esc Esc");
    bench.state.agenda.meeting = Some(meeting_id(48));
    bench.press("1 2 Home Down J");
    assert_eq!(bench.message(), "De vergadering is gehouden: haar agenda blijft zoals zij is.");
    let mut bench = Bench::new((100, 30));
    let mut person = super::person();
    person.permissions.retain(|permission| !permission.starts_with("meeting."));
    bench.tell(Msg::Me(Box::new(person))).press("2");
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
