//! A case that goes onto an agenda from the queue: what stands with the LET already, what several take together, and an agenda that is
//! fixed.

use loket::{
    locale::Language,
    tui::app::{
        Modal,
        agenda::{AgendaCall, AgendaForm},
        form::Purpose,
        message::Msg,
    },
};
use serde_json::{Value, json};

use super::{
    Bench, id,
    meetings::{answered, arrived, asked, case, item, item_id, meeting_id, meetings, moved_answer, opened, with_meetings},
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
    let screen = bench.screen();
    assert!(screen.contains("Samen 100 min. Op LET-48"), "{screen}");
    assert!(screen.contains("is 0 min vrij: 105 min te veel; dat ") && screen.contains("│ mag. "), "{screen}");
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

/// Meetings, and the cases at these places with a colleague.
fn of_colleagues(places: &[usize]) -> Bench {
    let mut bench = opened();
    let mut replica = with_meetings(&meetings());
    for at in places {
        let mut row = super::rows()[*at].clone();
        let account = loket::domain::ids::AccountId(uuid::Uuid::from_u128(9));
        let lease_until = super::now() + chrono::TimeDelta::minutes(15);
        (row.version, row.owner) = (2, Some(loket::domain::signal::Owner { account, name: "J. Bakker".into(), lease_until }));
        replica.apply_line(json!({ "kind": "signal", "row": row }).to_string().as_bytes()).unwrap();
    }
    bench.tell(Msg::Replica(replica)).press("1");
    bench.effects.clear();
    bench
}

#[test]
fn a_case_of_a_colleague_goes_onto_an_agenda_only_after_a_question() {
    let mut bench = of_colleagues(&[1]);
    bench.press("Down L");
    let screen = bench.screen();
    assert!(screen.contains("Deze zaak is van J. Bakker. Toch op de agenda zetten?"), "{screen}");
    assert!(!matches!(bench.state.modals.last(), Some(Modal::Form(_))));
    // No is the first answer.
    bench.press("Enter");
    assert!(bench.state.modals.is_empty() && asked(&mut bench).is_empty(), "{}", bench.screen());
    bench.press("L j");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.purpose, Purpose::Agenda(AgendaForm::Propose(id(502))));
    bench.press("Esc Home Down Down Down Down L");
    assert!(matches!(bench.state.modals.last(), Some(Modal::Form(_))), "nobody's is not asked about: {}", bench.screen());
}

#[test]
fn of_several_it_is_told_how_many_are_of_others_and_those_can_be_left_out() {
    // Neither stands with the LET already.
    let mut bench = of_colleagues(&[4]);
    bench.press("End Space Up Space L");
    let screen = bench.screen();
    assert!(screen.contains("1 van 2 is van een ander: J. Bakker"), "{screen}");
    bench.press("Enter");
    assert!(bench.state.modals.is_empty() && asked(&mut bench).is_empty());
    bench.press("L r");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.targets, [id(512)]);
    bench.press("Ctrl+S");
    let sent = asked(&mut bench);
    assert_eq!(sent.len(), 1, "{sent:?}");
    assert!(bench.state.signals.marks.contains(&id(510)), "what was left out stays marked");
    // Beside what stands there already it is told too.
    let mut bench = of_colleagues(&[1, 4]);
    bench.press("* L");
    let screen = bench.screen();
    assert!(
        screen.contains("4 van deze 6 zaken staan al bij het LET") && screen.contains("2 van 4 zijn van een ander"),
        "{screen}"
    );
    bench.press("r");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.targets, [471, 512].map(id));
}

/// Everything there is, with one more item: this case on LET-49, or a candidate.
fn with_item(number: u128, signal: u32, meeting: Option<u128>, more: Value) -> (Vec<Value>, Vec<Value>) {
    let mut all = meetings();
    let mut row = item(number, meeting, 10, &case(signal, json!({ "title": "Verrekening" })));
    more.as_object().unwrap().iter().for_each(|(name, value)| row[name] = value.clone());
    all.1.retain(|one| one["id"] != row["id"]);
    all.1.push(row);
    all
}

/// The case S-502 was put on LET-49 from the queue, and its row has come.
fn put(more: Value) -> Bench {
    let mut bench = opened();
    bench.press("1 Down L Shift+Tab Ctrl+U").type_in("LET-49").press("Ctrl+S");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[..], [(_, AgendaCall::Add(..))]), "{sent:?}");
    let all = with_item(8, 502, Some(49), json!({}));
    answered(&mut bench, sent[0].0, moved_answer(&all, all.1.len(), 2));
    assert!(bench.state.message.as_ref().unwrap().undo, "{}", bench.message());
    bench.tell(Msg::Replica(with_meetings(&with_item(8, 502, Some(49), more))));
    bench.effects.clear();
    bench
}

#[test]
fn a_case_that_was_put_on_an_agenda_is_taken_off_again_and_is_no_candidate() {
    let mut bench = put(json!({}));
    bench.press("u");
    assert!(bench.message().contains("Teruggedraaid: op de agenda van LET-"), "{}", bench.message());
    let sent = asked(&mut bench);
    assert!(matches!(&sent[..], [(_, AgendaCall::TakeOff(item))] if *item == item_id(8)), "{sent:?}");
    let off = with_item(8, 502, None, json!({ "revision": 3 }));
    answered(&mut bench, sent[0].0, moved_answer(&off, off.1.len(), 3));
    let sent = asked(&mut bench);
    assert!(matches!(&sent[..], [(_, AgendaCall::Drop(item))] if *item == item_id(8)), "one after the other: {sent:?}");
    let gone = with_item(8, 502, None, json!({ "dropped": true, "revision": 4 }));
    answered(&mut bench, sent[0].0, moved_answer(&gone, gone.1.len(), 4));
    bench.tell(Msg::Replica(with_meetings(&gone)));
    bench.effects.clear();
    bench.press("U");
    let sent = asked(&mut bench);
    let again = |call: &AgendaCall| matches!(call, AgendaCall::Move(item, to) if *item == item_id(8) && to.meeting.is_some());
    assert!(matches!(&sent[..], [(_, call)] if again(call)), "{sent:?}\n{}", bench.message());
    let back = with_item(8, 502, Some(49), json!({ "revision": 5 }));
    answered(&mut bench, sent[0].0, moved_answer(&back, back.1.len(), 5));
    bench.tell(Msg::Replica(with_meetings(&back)));
    bench.effects.clear();
    bench.press("u");
    assert!(matches!(&asked(&mut bench)[..], [(_, AgendaCall::TakeOff(_))]), "and once more: {}", bench.message());
}

#[test]
fn a_candidate_that_was_put_on_an_agenda_is_one_again() {
    let mut bench = opened();
    bench.press("1 Home L Ctrl+S");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[..], [(_, AgendaCall::Move(item, _))] if *item == item_id(6)), "{sent:?}");
    let all = with_item(6, 471, Some(48), json!({ "revision": 2 }));
    answered(&mut bench, sent[0].0, moved_answer(&all, all.1.len(), 2));
    // Before its row tells so.
    bench.press("u");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[..], [(_, AgendaCall::TakeOff(item))] if *item == item_id(6)), "{sent:?}\n{}", bench.message());
    let off = with_item(6, 471, None, json!({ "revision": 3 }));
    answered(&mut bench, sent[0].0, moved_answer(&off, off.1.len(), 3));
    assert!(asked(&mut bench).is_empty(), "it was a candidate, and is");
}

#[test]
fn a_proposal_in_which_somebody_wrote_or_that_went_elsewhere_stays_and_why_is_said() {
    for (more, why) in [
        (json!({ "version": 2 }), "sindsdien iets geschreven"),
        (json!({ "meeting": meeting_id(48) }), "staat sindsdien op LET-48"),
    ] {
        let mut bench = put(more);
        bench.press("u");
        assert!(asked(&mut bench).is_empty(), "{}", bench.message());
        assert!(bench.message().contains(why), "{}", bench.message());
    }
}

#[test]
fn a_case_alone_is_taken_off_an_agenda_and_what_was_done_since_stays() {
    let mut bench = put(json!({}));
    bench.press("P l");
    let sent = bench.sent();
    let [(request, ..)] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
    let mut low = super::whole(&super::rows()[1], None, 2);
    low.facts.urgency = Some(loket::domain::signal::Urgency::Low);
    bench.answer(*request, low);
    bench.press("H Down Enter");
    assert!(bench.screen().contains("Alleen dit: op de agenda van LET-49"), "{}", bench.screen());
    bench.press("a");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[..], [(_, AgendaCall::TakeOff(item))] if *item == item_id(8)), "{sent:?}\n{}", bench.screen());
    bench.press("H");
    assert!(bench.screen().contains("urgentie van S-502: laag"), "{}", bench.screen());
}

#[test]
fn cases_that_were_put_on_an_agenda_together_are_taken_off_together() {
    let mut bench = opened();
    bench.press("1 * L Enter Ctrl+S");
    let sent = asked(&mut bench);
    assert_eq!(sent.len(), 4);
    let mut all = meetings();
    for (request, call) in sent {
        let row = match call {
            AgendaCall::Move(id, _) => all.1.iter().position(|row| row["id"] == json!(id)).unwrap(),
            AgendaCall::Add(_, new) => {
                let signal = if new.signal == Some(id(502).to_string()) { 502 } else { 512 };
                all.1.push(item(u128::from(signal), Some(48), 10, &case(signal, json!({ "title": "Nieuw" }))));
                all.1.len() - 1
            }
            call => panic!("{call:?}"),
        };
        (all.1[row]["meeting"], all.1[row]["revision"]) = (json!(meeting_id(48)), json!(2));
        answered(&mut bench, request, moved_answer(&all, row + 1, 2));
    }
    bench.tell(Msg::Replica(with_meetings(&all)));
    bench.effects.clear();
    bench.press("u");
    let mut off = vec![];
    let mut dropped = vec![];
    while let Some((request, call)) = asked(&mut bench).pop() {
        let (AgendaCall::TakeOff(id) | AgendaCall::Drop(id)) = call else { panic!("{call:?}") };
        if let AgendaCall::TakeOff(id) = call {
            off.push(id)
        } else {
            dropped.push(id)
        }
        let row = all.1.iter().position(|row| row["id"] == json!(id)).unwrap();
        all.1[row]["meeting"] = json!(null);
        answered(&mut bench, request, moved_answer(&all, row + 1, 3));
    }
    dropped.sort();
    assert_eq!((off.len(), dropped), (4, vec![item_id(502), item_id(512)]), "what was new is no candidate: {}", bench.message());
}

#[test]
fn the_meeting_is_chosen_from_those_that_are_planned() {
    let mut bench = opened();
    bench.press("1 Down L Shift+Tab");
    assert!(bench.screen().contains("toont de vergaderingen"), "{}", bench.screen());
    bench.press("Down");
    let Some(Modal::Choose(menu)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    let lines: Vec<&str> = menu.items.iter().map(|item| item.label.as_str()).collect();
    assert_eq!((lines, menu.cursor), (vec!["LET-48  do 26-11-2026 13:30", "LET-49  do 10-12-2026 13:30"], 0));
    bench.press("Down Enter");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!((form.text("let-meeting"), form.focus), ("LET-49", 1), "and on to the question");
}

#[test]
fn the_meeting_that_is_proposed_goes_when_another_is_typed_also_on_a_second_visit() {
    let mut bench = opened();
    bench.press("1 Down L Shift+Tab End Tab Shift+Tab").type_in("49");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.text("let-meeting"), "49");
    // The same where another was chosen; who erases goes on with what is there.
    bench.press("Tab Shift+Tab").type_in("48");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.text("let-meeting"), "48");
    bench.press("Tab Shift+Tab").type_in("49").press("Tab Shift+Tab Backspace").type_in("8");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.text("let-meeting"), "48");
}

#[test]
fn the_form_says_why_this_meeting_and_the_pane_opens_on_the_agenda_it_went_to() {
    let mut bench = opened();
    bench.press("1 Down L");
    assert!(bench.screen().contains("de eerste met een open agenda"), "{}", bench.screen());
    assert!(bench.screen().contains("te veel; dat mag."), "{}", bench.screen());
    let mut bench = put(json!({}));
    bench.press("2");
    assert_eq!(bench.state.agenda.meeting, Some(meeting_id(49)), "{}", bench.screen());
    assert_eq!(bench.state.agenda_item().map(|item| item.id), Some(item_id(8)), "{}", bench.screen());
}
