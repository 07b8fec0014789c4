//! Pane 2: what another puts elsewhere meanwhile, and what is refused, is never taken back behind somebody's back.

use loket::{
    api::problem::Code,
    tui::app::{
        agenda::{AgendaCall, AgendaRow},
        message::Msg,
    },
};
use serde_json::json;

use super::{
    Bench,
    meetings::{answered, arrived, asked, item_id, meeting_id, meetings, moved_answer, opened, read, refused, with_meetings},
};

/// Somebody puts item 3 on LET-49.
fn moved_by_another(bench: &mut Bench, revision: i64) {
    let mut all = meetings();
    (all.1[2]["meeting"], all.1[2]["revision"]) = (json!(meeting_id(49)), json!(revision));
    bench.tell(Msg::Replica(with_meetings(&all)));
    read(bench, &all, &json!({}));
}

#[test]
fn what_another_put_on_an_agenda_since_stays_there() {
    let mut bench = opened();
    bench.press("Down Down X");
    let sent = asked(&mut bench);
    answered(&mut bench, sent[0].0, moved_answer(&meetings(), 3, 2));
    moved_by_another(&mut bench, 3);
    bench.press("u");
    assert!(asked(&mut bench).is_empty(), "nothing is moved");
    assert!(bench.message().contains("staat sindsdien op LET-49. Niet teruggedraaid."), "{}", bench.message());
}

#[test]
fn an_open_item_that_goes_elsewhere_makes_no_room_for_another_without_a_word() {
    let mut bench = opened();
    bench.press("Down Down Enter");
    assert!(bench.state.agenda.open.is_some());
    moved_by_another(&mut bench, 2);
    assert_eq!(bench.state.agenda.open, None, "{}", bench.screen());
    assert!(bench.message().contains("staat niet meer op deze agenda, maar op LET-49."), "{}", bench.message());
}

#[test]
fn what_cannot_be_taken_back_stays_in_the_list_and_takes_no_other_with_it() {
    let mut bench = opened();
    bench.press("Down J");
    let sent = asked(&mut bench);
    answered(&mut bench, sent[0].0, moved_answer(&meetings(), 2, 2));
    bench.press("End X k");
    let sent = asked(&mut bench);
    assert_eq!(sent[0].1, AgendaCall::Drop(item_id(7)));
    answered(&mut bench, sent[0].0, moved_answer(&meetings(), 7, 2));
    bench.press("u");
    let sent = asked(&mut bench);
    assert_eq!(sent[0].1, AgendaCall::TakeOff(item_id(7)), "a candidate again");
    refused(&mut bench, sent[0].0, Code::NotPossibleNow);
    bench.press("H");
    let screen = bench.screen();
    assert!(screen.contains("vervallen van kandidaten") && screen.contains("verplaatsen op de agenda"), "{screen}");
}

#[test]
fn a_candidate_is_dropped_after_a_question_that_names_who_waits() {
    let mut bench = opened();
    bench.press("End X");
    assert!(bench.screen().contains("laten vervallen als kandidaat? Voorgesteld op"), "{}", bench.screen());
    assert!(asked(&mut bench).is_empty());
    bench.press("l");
    assert!(asked(&mut bench).is_empty());
}

#[test]
fn after_the_last_item_the_same_key_does_not_meet_a_candidate() {
    let mut bench = opened();
    bench.press("Home Down Down Down Down X");
    assert_eq!(asked(&mut bench)[0].1, AgendaCall::TakeOff(item_id(5)));
    assert_eq!(bench.state.agenda.current, Some(AgendaRow::Item(item_id(4))), "{}", bench.screen());
    assert!(!bench.message().contains("kandidaat"), "what closes a meeting is none: {}", bench.message());
}

#[test]
fn a_secretary_takes_back_what_she_did_without_the_rights_of_the_desk() {
    let mut bench = opened();
    let mut person = super::person();
    person.permissions.retain(|permission| permission.starts_with("meeting.") || permission.ends_with(".read"));
    person.permissions.push("meeting.write".into());
    bench.tell(Msg::Me(Box::new(person))).press("Down J u");
    assert!(bench.message().contains("Teruggedraaid"), "{}", bench.message());
    bench.press("U");
    assert!(bench.message().contains("Opnieuw gedaan"), "{}", bench.message());
}

#[test]
fn to_another_meeting_is_said() {
    let mut bench = opened();
    bench.press("Down M Enter");
    assert!(bench.message().ends_with("staat nu op LET-49."), "{}", bench.message());
}

#[test]
fn an_item_goes_onto_a_fixed_agenda_after_a_question() {
    let mut all = meetings();
    (all.0[1]["state"], all.0[1]["edition"]) = (json!("fixed"), json!(1));
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    arrived(&mut bench, &all).press("Down M Enter");
    assert!(bench.screen().contains("LET-49 is vastgesteld"), "{}", bench.screen());
    assert!(asked(&mut bench).is_empty(), "nothing is sent");
    bench.press("End Enter");
    assert!(matches!(asked(&mut bench)[..], [(_, AgendaCall::Move(..))]), "{}", bench.screen());
}
