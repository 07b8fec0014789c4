//! Pane 2 once a meeting is over, and before it: what may be taken back, and what an agenda lacks.

use loket::{
    api::problem::Code,
    locale::Language,
    tui::app::{
        agenda::{AgendaAnswer, AgendaCall, AgendaRow},
        message::{Effect, Msg},
    },
};
use serde_json::{Value, json};

use super::{
    Bench,
    item_papers::paper,
    meetings::{agenda, answered, arrived, asked, detail, item_id, meeting_id, meetings, opened, read, refused},
};

/// LET-48 in this state, with the cursor on its second item, which has these papers, and whose agenda was read.
fn over_with(state: &str, papers: &Value) -> (Bench, (Vec<Value>, Vec<Value>)) {
    let mut all = meetings();
    (all.0[0]["state"], all.0[0]["edition"]) = (json!(state), json!(1));
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    arrived(&mut bench, &all);
    bench.state.agenda.meeting = Some(meeting_id(48));
    bench.press("1 2 Home Down");
    let timers = std::mem::take(&mut bench.effects);
    timers.into_iter().for_each(|effect| {
        if let Effect::Wait(_, timer) = effect {
            bench.tell(Msg::Timer(timer));
        }
    });
    let mut found = agenda(&all, &json!({}));
    found.items[1].papers = serde_json::from_value(papers.clone()).unwrap();
    let request = super::agenda_facts::request_of(&mut bench, &AgendaCall::ReadAgenda(meeting_id(48)));
    answered(&mut bench, request, AgendaAnswer::Agenda(found));
    bench.effects.clear();
    (bench, all)
}

fn over(state: &str) -> (Bench, (Vec<Value>, Vec<Value>)) {
    over_with(state, &json!([]))
}

#[test]
fn that_it_was_held_is_taken_back_after_a_question() {
    let (mut bench, _) = over("held");
    bench.press("g u");
    assert!(bench.screen().contains("Is LET-48 toch niet gehouden?"), "{}", bench.screen());
    bench.press("Enter");
    assert!(asked(&mut bench).is_empty(), "no is the first answer");
    bench.press("g u n");
    let sent = asked(&mut bench);
    assert_eq!(sent[0].1, AgendaCall::Unhold(meeting_id(48), 1));
    refused(&mut bench, sent[0].0, Code::NotPossibleNow);
    assert_eq!(bench.message(), "Dat kan niet.");
    for state in ["fixed", "sent"] {
        let (mut bench, _) = over(state);
        bench.press("g u");
        assert!(bench.message().contains("niet gehouden, of haar besluiten zijn al verzonden"), "{}", bench.message());
    }
}

#[test]
fn a_ground_ends_on_a_meeting_that_was_held_after_a_question_and_is_put_back_with_undo() {
    let (mut bench, all) = over("held");
    bench.press("g b");
    assert!(bench.screen().contains("Wet X: CAK"), "{}", bench.screen());
    bench.press("Enter");
    let screen = bench.screen();
    assert!(screen.contains("Vanaf nu niet meer delen met CAK?") && screen.contains("Wat al verstuurd is"), "{screen}");
    bench.press("Enter");
    assert!(asked(&mut bench).is_empty(), "no is the first answer");
    bench.press("g b Enter j");
    let sent = asked(&mut bench);
    let AgendaCall::Edit(item, 1, patch) = &sent[0].1 else { panic!("{sent:?}") };
    assert_eq!((*item, patch.grounds.as_ref().unwrap()[0].until.unwrap().to_string().as_str()), (item_id(2), "2026-11-22"));
    let only = loket::api::meeting::AgendaItemPatch { grounds: patch.grounds.clone(), ..Default::default() };
    assert_eq!(*patch, only);
    let mut row = all.1[1].clone();
    (row["version"], row["revision"]) = (json!(2), json!(2));
    let whole = agenda(&all, &json!({}));
    let mut facts = serde_json::to_value(&whole.items[1].item.facts).unwrap();
    facts["grounds"][0]["until"] = json!("2026-11-22");
    answered(&mut bench, sent[0].0, AgendaAnswer::Item(detail(&row, facts, json!([]), json!([]))));
    assert!(bench.message().contains("De grond is beëindigd bij S-503"), "{}", bench.message());
    bench.press("u");
    let sent = asked(&mut bench);
    let AgendaCall::Edit(_, 2, patch) = &sent[0].1 else { panic!("{sent:?}\n{}", bench.screen()) };
    assert_eq!(patch.grounds.as_ref().unwrap()[0].until, None);
    // While the agenda may change it is written at the item.
    let (mut bench, _) = over("fixed");
    bench.press("g b");
    assert!(bench.message().contains("wijzig de grond bij het punt zelf"), "{}", bench.message());
}

#[test]
fn a_paper_is_read_without_a_question_and_taken_back_with_one() {
    for (state, title) in [("fixed", "LET-48 is vastgesteld"), ("held", "De agenda van LET-48 verandert niet meer")] {
        let (mut bench, _) = over_with(state, &json!([paper(1, 1, &json!({}))]));
        bench.press("P");
        // The cursor stands on the paper that is there, not on a new one.
        assert!(bench.screen().contains("Welk stuk?"), "{state}: {}", bench.screen());
        bench.press("Enter");
        assert!(bench.screen().contains("Wat doet u met dit stuk?"), "{state}: {}", bench.screen());
        bench.press("i");
        assert!(bench.screen().contains(title) && asked(&mut bench).is_empty(), "{state}: {}", bench.screen());
        bench.press("j");
        let sent = asked(&mut bench);
        assert!(matches!(&sent[..], [(_, AgendaCall::ChangePaper(_, 1, patch))] if patch.withdrawn == Some(true)), "{sent:?}");
    }
}

#[test]
fn without_a_reason_what_is_not_ready_is_named_and_a_line_leads_to_it() {
    let mut bench = opened();
    bench.press("W");
    read(&mut bench, &meetings(), &json!({}));
    assert!(bench.screen().contains("[ Vaststellen ]"), "the button names the deed: {}", bench.screen());
    bench.press("Ctrl+S");
    let screen = bench.screen();
    assert!(screen.contains("Eén punt is niet gereed") && screen.contains("3  Inschrijving BRP geweigerd"), "{screen}");
    assert!(screen.contains("feiten, bestuurder of vervanger uitgenodigd"), "{screen}");
    bench.press("Down Enter");
    assert!(bench.state.modals.is_empty());
    assert_eq!((bench.state.agenda.current, bench.state.agenda.open), (Some(AgendaRow::Item(item_id(3))), Some(0)));
    // Back in the form with its first line.
    bench.press("W Ctrl+S Enter").type_in("Geen tijd").press("Ctrl+S");
    assert!(bench.screen().contains("Dit wordt versie 1") && asked(&mut bench).is_empty(), "{}", bench.screen());
}

#[test]
fn a_body_to_which_nothing_can_be_sent_is_named_before_fixing_and_before_it_is_held() {
    let all = meetings();
    let mut bench = opened();
    bench.press("W");
    let mut found = agenda(&all, &json!({}));
    for entry in &mut found.items {
        entry.missing.clear();
        entry.invitations.retain(|one| one.facts.organisation.as_str() != "UWV");
    }
    let request = super::agenda_facts::request_of(&mut bench, &AgendaCall::ReadAgenda(meeting_id(48)));
    answered(&mut bench, request, AgendaAnswer::Agenda(found));
    bench.press("Ctrl+S");
    assert!(bench.screen().contains("Van UWV is niemand gevraagd"), "{}", bench.screen());
    assert!(!bench.screen().contains("Van CAK"), "{}", bench.screen());
}

#[test]
fn what_was_done_names_its_item_and_what_was_recorded_stands_in_it() {
    let (mut bench, all) = over("held");
    bench.press("d").type_in("CAK verzekert.").press("Ctrl+S");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[0].1, AgendaCall::Decide(..)), "{sent:?}");
    let mut found = detail(&all.1[1], json!({}), json!([]), json!([]));
    found.item.revision = 2;
    found.decisions = serde_json::from_value(json!([{ "id": "00000000-0000-0000-0000-0000000000d1", "version": 1,
        "item": item_id(2), "facts": { "text": "CAK verzekert.", "bodies": ["CAK"], "legalRoom": "" }, "withdrawn": false,
        "recordedAt": super::now(), "recordedBy": super::me(), "recordedByName": "M. Visser" }]))
    .unwrap();
    answered(&mut bench, sent[0].0, AgendaAnswer::Item(found));
    bench.press("H");
    assert!(bench.screen().contains("besluit bij S-503  Kind zonder zorgverzekering"), "{}", bench.screen());
    bench.press("Enter");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[..], [(_, AgendaCall::CorrectDecision(_, 1, patch))] if patch.withdrawn == Some(true)), "{sent:?}");
}

#[test]
fn the_cursor_stays_near_when_an_item_goes_to_another_meeting() {
    let mut bench = opened();
    bench.press("Down Down M Enter");
    assert_eq!(bench.state.agenda.current, Some(AgendaRow::Item(item_id(4))), "{}", bench.screen());
    // Marked ones above the cursor go too.
    let mut bench = opened();
    bench.press("Down Space Space M Enter");
    assert_eq!(bench.state.agenda.current, Some(AgendaRow::Item(item_id(4))), "{}", bench.screen());
    let mut bench = opened();
    bench.press("End Up M Enter");
    assert_eq!(bench.state.agenda.current, Some(AgendaRow::Candidate(item_id(7))), "{}", bench.screen());
}
