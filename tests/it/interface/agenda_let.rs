//! A case that goes onto an agenda from the queue: what stands with the LET already, what several take together, and an agenda that is
//! fixed.

use loket::{
    locale::Language,
    tui::app::{
        Modal,
        agenda::{AgendaCall, AgendaForm},
        form::Purpose,
    },
};
use serde_json::json;

use super::{
    Bench, id,
    meetings::{arrived, asked, item_id, meeting_id, meetings, opened},
};

#[test]
fn a_case_goes_onto_a_fixed_agenda_from_the_queue_after_the_same_question_as_in_pane_two() {
    let mut all = meetings();
    (all.0[1]["state"], all.0[1]["edition"], all.0[1]["sent"]) = (json!("fixed"), json!(1), json!(true));
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    arrived(&mut bench, &all).press("1 Down L Shift+Tab Ctrl+U").type_in("LET-49").press("Ctrl+S");
    let screen = bench.screen();
    assert!(screen.contains("LET-49 is vastgesteld (versie 1)") && screen.contains("Versie 1 is verzonden"), "{screen}");
    // No is the first answer; the form stays, and it is asked again.
    bench.press("Enter Ctrl+S");
    assert!(asked(&mut bench).is_empty() && bench.screen().contains("Toch wijzigen?"), "{}", bench.screen());
    bench.press("j");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[..], [(_, AgendaCall::Add(to, _))] if *to == meeting_id(49)), "{sent:?}");
    // Once in a sitting.
    super::meetings::answered(&mut bench, sent[0].0, super::meetings::moved_answer(&all, 2, 2));
    bench.press("End L Shift+Tab Ctrl+U").type_in("LET-49").press("Ctrl+S");
    assert_eq!(asked(&mut bench).len(), 1, "{}", bench.screen());
}

#[test]
fn what_stands_with_the_let_already_is_said_before_the_form_and_a_candidate_goes_along() {
    let mut bench = opened();
    bench.press("1 * L");
    let screen = bench.screen();
    assert!(screen.contains("4 van deze 6 zaken staan al bij het LET"), "{screen}");
    assert!(screen.contains("S-503") && screen.contains("op de agenda van LET-48, blijft daar"), "{screen}");
    assert!(screen.contains("S-471") && screen.contains("al kandidaat, gaat mee"), "{screen}");
    bench.press("Enter");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.purpose, Purpose::Agenda(AgendaForm::ProposeMany));
    assert_eq!(form.targets, [471, 502, 510, 512].map(id));
    // Two candidates of twenty minutes, two new cases of thirty; five minutes too many stand there already.
    assert!(bench.screen().contains("Samen 100 min. Op LET-48") && bench.screen().contains("is 0 min vrij: 105 min te veel"));
    bench.press("Enter");
    let sent = asked(&mut bench);
    let moved = |number| move |call: &AgendaCall| matches!(call, AgendaCall::Move(item, to) if *item == item_id(number) && to.meeting.is_some());
    let calls: Vec<&AgendaCall> = sent.iter().map(|(_, call)| call).collect();
    assert_eq!(calls.len(), 4, "{calls:?}");
    assert!(calls.iter().any(|call| moved(6)(call)) && calls.iter().any(|call| moved(7)(call)), "{calls:?}");
    assert_eq!(calls.iter().filter(|call| matches!(call, AgendaCall::Add(..))).count(), 2);
}

#[test]
fn a_case_on_an_agenda_is_not_asked_about_and_a_candidate_needs_a_meeting() {
    let mut bench = opened();
    bench.press("1 Down Down L");
    assert!(bench.message().contains("staat al op de agenda van LET-48, do 26-11-2026 13:30"), "{}", bench.message());
    assert!(bench.state.modals.is_empty());
    bench.press("Home L Ctrl+U Ctrl+S");
    assert!(bench.screen().contains("is al kandidaat"), "{}", bench.screen());
    bench.type_in("48").press("Ctrl+S");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[..], [(_, AgendaCall::Move(item, _))] if *item == item_id(6)), "{sent:?}");
}
