//! Pane 2: what others did meanwhile, and what is recorded a day later.

use loket::{
    api::problem::Code,
    locale::Language,
    tui::app::{
        Modal,
        agenda::{AgendaAnswer, AgendaCall, AgendaForm},
        arrangements::ArrangementCall,
        form::Purpose,
        message::{Call, Effect},
    },
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Bench,
    agenda_settled::{at, fixed},
    meetings::{answered, arrived, asked, detail, item_id, meeting, meeting_id, meetings, opened, read, refused},
};

fn body(code: &str, position: &str) -> Value {
    json!({ "organisation": code, "position": position, "legalRoom": "" })
}

/// The position of the CAK is typed and refused, since another left these bodies.
fn typed_while_another_left(bodies: &Value) -> Bench {
    let all = meetings();
    let mut bench = opened();
    bench.press("Down");
    read(&mut bench, &all, &json!({}));
    bench.press("e 7");
    assert!(bench.screen().contains("CAK"), "{}", bench.screen());
    bench.press("End").type_in(" en belt terug").press("Ctrl+S");
    let sent = asked(&mut bench);
    assert_eq!(sent.len(), 1, "{}", bench.screen());
    refused(&mut bench, sent[0].0, Code::StaleVersion);
    let read_again = bench.effects.iter().find_map(|effect| match effect {
        Effect::Send { request, call: Call::Agenda(call), .. } if **call == AgendaCall::ReadItem(item_id(2)) => Some(*request),
        _ => None,
    });
    let mut row = all.1[1].clone();
    (row["version"], row["revision"]) = (json!(2), json!(2));
    bench.effects.clear();
    let theirs = detail(&row, json!({ "bodies": bodies }), json!([]), json!([]));
    answered(&mut bench, read_again.unwrap(), AgendaAnswer::Item(theirs));
    bench.press("Ctrl+S");
    bench
}

#[test]
fn a_position_is_never_written_with_the_body_that_came_in_its_place() {
    let mut bench = typed_while_another_left(&json!([body("UWV", "Weigert")]));
    assert!(asked(&mut bench).is_empty(), "{}", bench.screen());
    let screen = bench.screen();
    assert!(screen.contains("is er niet meer") && screen.contains("en belt terug"), "{screen}");
    // Where it only has another place, it is found.
    let mut bench = typed_while_another_left(&json!([body("UWV", "Weigert"), body("CAK", "Wacht op de gemeente")]));
    let sent = asked(&mut bench);
    let AgendaCall::Edit(_, 2, patch) = &sent[0].1 else { panic!("{sent:?}\n{}", bench.screen()) };
    let told: Vec<_> =
        patch.bodies.as_ref().unwrap().iter().map(|body| (body.organisation.as_str(), body.position.raw())).collect();
    assert_eq!(told, [("UWV", "Weigert"), ("CAK", "Wacht op de gemeente en belt terug")]);
}

/// LET-48 in this state, its last version sent, with the cursor on its second item.
fn over(state: &str, day: &str) -> (Bench, (Vec<Value>, Vec<Value>), Value) {
    let mut all = meetings();
    let facts = json!({ "state": state, "edition": 1, "sent": true });
    all.0[0] = meeting(48, day, &facts);
    let edition = json!({ "id": Uuid::from_u128(5), "number": 1, "agendaVersion": 1, "sent": true });
    let more = json!({ "edition": edition });
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    arrived(&mut bench, &all).press("Esc");
    bench.state.agenda.meeting = Some(meeting_id(48));
    bench.press("1 2 Home Down");
    read(&mut bench, &all, &more);
    bench.effects.clear();
    (bench, all, more)
}

fn is_publishing(bench: &Bench) -> bool {
    let publishes = Purpose::Agenda(AgendaForm::Publish(meeting_id(48)));
    matches!(bench.state.modals.last(), Some(Modal::Form(form)) if form.purpose == publishes)
}

#[test]
fn decisions_that_were_sent_can_be_sent_again() {
    let (mut bench, all, more) = over("sent", "2026-11-19");
    bench.press("W");
    read(&mut bench, &all, &more);
    assert!(is_publishing(&bench), "{}", bench.screen());
}

#[test]
fn who_gets_the_decisions_is_read_anew_each_time() {
    let (mut bench, all, more) = over("held", "2026-11-19");
    for _ in 0..2 {
        bench.press("W");
        let reads = |effect: &Effect| matches!(effect, Effect::Send { call: Call::Agenda(call), .. } if matches!(**call, AgendaCall::ReadAgenda(_)));
        assert!(bench.effects.iter().any(reads) && !is_publishing(&bench), "{:?}\n{}", bench.effects, bench.screen());
        read(&mut bench, &all, &more);
        assert!(is_publishing(&bench), "{}", bench.screen());
        bench.press("Esc");
        bench.effects.clear();
    }
}

#[test]
fn what_is_recorded_days_later_was_promised_at_the_meeting_and_counts_from_then() {
    let (mut bench, all, more) = over("held", "2026-11-19");
    bench.press("t");
    read(&mut bench, &all, &more);
    if matches!(bench.state.modals.last(), Some(Modal::Choose(_))) {
        bench.press("1");
    }
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.slots[0].name, "commitment-text");
    bench.type_in("Zoekt het dossier.").press("Tab Ctrl+U").type_in("CAK").press("Tab Tab").type_in("2w");
    assert!(bench.screen().contains("03-12-2026"), "two weeks from the meeting\n{}", bench.screen());
    bench.press("Ctrl+S");
    let sent = bench.effects.iter().find_map(|effect| match effect {
        Effect::Send { call: Call::Arrange(call), .. } => Some(call.clone()),
        _ => None,
    });
    let Some(ArrangementCall::RecordCommitment(new)) = sent.map(|call| *call) else { panic!("{}", bench.screen()) };
    let facts = serde_json::to_value(&new.facts).unwrap();
    assert_eq!(facts["source"]["on"], "2026-11-19");
    assert_eq!(facts["due"], json!({ "on": "2026-12-03", "counted": { "from": "2026-11-19", "length": "2w" } }));
}

#[test]
fn an_invitation_of_a_fixed_agenda_is_changed_after_a_question() {
    for key in ["i", "v"] {
        let (all, more) = fixed();
        let mut bench = at(&all, &more, "Down r Enter");
        bench.press(key);
        let screen = bench.screen();
        assert!(screen.contains("LET-48 is vastgesteld (versie 2). Toch wijzigen?"), "{key}: {screen}");
        assert!(asked(&mut bench).is_empty(), "{key}");
        bench.press("j");
        let goes_on = match key {
            "i" => matches!(&asked(&mut bench)[..], [(_, AgendaCall::Invitation(..))]),
            _ => matches!(bench.state.modals.last(), Some(Modal::Form(_))),
        };
        assert!(goes_on, "{key}: {}", bench.screen());
    }
    // An answer comes in after it was sent: nothing is asked.
    let (all, more) = fixed();
    let mut bench = at(&all, &more, "Down r Enter");
    bench.press("Enter");
    assert!(matches!(&asked(&mut bench)[..], [(_, AgendaCall::Invitation(..))]), "{}", bench.screen());
}
