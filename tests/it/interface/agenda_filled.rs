//! The forms of pane 2 say what they understood before anything is sent: time slots, what was tried, the number that is typed for
//! sending, the standing items of a series; and a draft comes back at the body it was about.

use loket::{
    locale::Language,
    tui::app::{
        agenda::{AgendaAnswer, AgendaCall, AgendaForm, BodyKey, ItemPart},
        form::Purpose,
        message::Effect,
    },
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Bench,
    agenda_facts::at_work,
    meetings::{answered, arrived, asked, detail, item_id, meeting_id, meetings, opened, read},
};

/// Everything of these, with a second slot of LET-48 from half past three to half past four.
fn two_slots() -> (Vec<Value>, Vec<Value>) {
    let mut all = meetings();
    let second = json!({ "startsAt": "2026-11-26T14:30:00Z", "endsAt": "2026-11-26T15:30:00Z" });
    all.0[0]["slots"].as_array_mut().unwrap().push(second);
    all
}

#[test]
fn a_new_meeting_of_two_slots_is_made_in_one_field_and_what_was_understood_is_said() {
    let mut bench = opened();
    bench.press("g n").type_in("17-12").press("Tab").type_in("9.30-11, 11:15 tot 12:00");
    let screen = bench.screen();
    assert!(screen.contains("09:30–11:00 · 11:15–12:00"), "{screen}");
    assert!(screen.contains("do 17-12-2026 09:30–11:00, 11:15–12:00, 135 min; stukken t/m di 15-12-2026."), "{screen}");
    bench.press("Ctrl+S");
    let sent = asked(&mut bench);
    let AgendaCall::Create(new) = &sent[0].1 else { panic!("{sent:?}") };
    let times: Vec<String> = new.facts.slots.iter().map(|slot| slot.starts_at.to_rfc3339()).collect();
    assert_eq!(times, ["2026-12-17T08:30:00+00:00", "2026-12-17T10:15:00+00:00"]);
    assert_eq!(new.facts.slots.iter().map(|slot| slot.minutes()).collect::<Vec<_>>(), [90, 45]);
}

#[test]
fn slots_that_overlap_or_are_none_are_refused_at_their_field() {
    for (typed, said) in [
        ("9:30-11:00, 10:30-12:00", "begint voor het einde van het vorige"),
        ("9:30", "Dit is geen tijdslot: 9:30"),
        ("9:30-11:00, 11", "Dit is geen tijdslot: 11"),
        ("15:00-13:30", "meer dan twaalf uur"),
        ("9:30-9:30", "begin en einde zijn gelijk"),
    ] {
        let mut bench = opened();
        bench.press("g n").type_in("17-12").press("Tab").type_in(typed).press("Ctrl+S");
        let screen = bench.screen();
        assert!(screen.contains(said) && asked(&mut bench).is_empty(), "{typed}\n{screen}");
        // The cursor is at the slots: what is typed now goes there.
        bench.press("Ctrl+U").type_in("9:30-11:00").press("Ctrl+S");
        assert!(matches!(&asked(&mut bench)[..], [(_, AgendaCall::Create(_))]), "{typed}\n{}", bench.screen());
    }
}

#[test]
fn a_meeting_of_two_slots_shows_both_and_only_what_changed_is_sent() {
    let mut bench = at_work(&two_slots(), "Down g e");
    let screen = bench.screen();
    assert!(screen.contains("13:30-15:00, 15:30-16:30"), "{screen}");
    bench.press("Tab End").type_in(", vr 9-10").press("Ctrl+S");
    let sent = asked(&mut bench);
    let AgendaCall::Amend(_, 1, patch) = &sent[0].1 else { panic!("{sent:?}\n{}", bench.screen()) };
    let slots = patch.slots.as_ref().unwrap();
    assert_eq!(slots[2].starts_at.to_rfc3339(), "2026-11-27T08:00:00+00:00", "the day that was named");
    assert!(slots.len() == 3 && patch.place.is_none());
}

#[test]
fn the_slot_of_an_item_is_one_that_is_there() {
    // Where there is one slot nothing is asked.
    let mut bench = at_work(&meetings(), "Down e");
    bench.press("1");
    assert!(bench.screen().contains("Patstelling") && !bench.screen().contains("Tijdslot"), "{}", bench.screen());
    // Of two it is chosen, with their times below it.
    let mut bench = at_work(&two_slots(), "Down e");
    bench.press("1 Tab Tab");
    let screen = bench.screen();
    assert!(screen.contains("Tijdslot") && screen.contains("[1] 2"), "{screen}");
    assert!(screen.contains("1: do 26-11-2026 13:30–15:00 · 2: 15:30–16:30"), "{screen}");
    bench.press("Right Ctrl+S");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[0].1, AgendaCall::Edit(id, 1, patch) if *id == item_id(2) && patch.slot == Some(2)), "{sent:?}");
    // One that is not there any more is chosen anew before anything is saved.
    let mut all = meetings();
    all.1[1]["slot"] = json!(2);
    let mut bench = at_work(&all, "Down e");
    bench.press("1 Tab Tab Tab").type_in("J. Bakker").press("Ctrl+S");
    assert!(bench.screen().contains("2 is er niet. Kies een ander.") && asked(&mut bench).is_empty(), "{}", bench.screen());
    bench.press("Right Ctrl+S");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[0].1, AgendaCall::Edit(_, 1, patch) if patch.slot == Some(1)), "{sent:?}\n{}", bench.screen());
}

#[test]
fn what_was_tried_is_shown_as_it_is_understood_and_a_line_that_is_not_is_refused() {
    let mut bench = at_work(&meetings(), "Down e");
    bench.press("3").type_in("Gebeld; 12-11; P. de Boer");
    assert!(bench.screen().contains("Deze regel: Gebeld · do 12-11-2026 · P. de Boer"), "{}", bench.screen());
    bench.press("Ctrl+J").type_in("Brief; twaalf november; CAK");
    assert!(bench.screen().contains("Geen dag herkend in: Brief; twaalf november; CAK"), "{}", bench.screen());
    bench.press("Ctrl+S");
    let screen = bench.screen();
    assert!(screen.contains("Een regel is niet begrepen") && asked(&mut bench).is_empty(), "{screen}");
    bench.press("Ctrl+U").type_in("Brief; -; CAK").press("Ctrl+S");
    let sent = asked(&mut bench);
    let AgendaCall::Edit(_, _, patch) = &sent[0].1 else { panic!("{sent:?}\n{}", bench.screen()) };
    let tried = patch.tried.as_ref().unwrap();
    assert_eq!((tried.len(), tried[1].what.raw(), tried[1].on, tried[1].with.raw()), (2, "Brief", None, "CAK"));
}

/// A fixed agenda, read, with what comes next asked for.
fn to_send(invited: bool) -> Bench {
    let mut all = meetings();
    (all.0[0]["state"], all.0[0]["edition"]) = (json!("fixed"), json!(1));
    if !invited {
        all.1.retain(|item| item["signal"].is_null());
    }
    let fixed = json!({ "edition": { "id": Uuid::from_u128(5), "number": 1, "agendaVersion": 1, "sent": false } });
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    arrived(&mut bench, &all);
    bench.press("W");
    read(&mut bench, &all, &fixed);
    bench
}

#[test]
fn another_number_than_that_of_the_meeting_is_said_at_the_field_before_the_question() {
    let mut bench = to_send(true);
    bench.type_in("LET-49").press("Enter");
    let screen = bench.screen();
    assert!(screen.contains("Nummer") && screen.contains("✗") && !screen.contains("alleen de tijd"), "{screen}");
    // A number that is typed as a safeguard is not kept, and nothing says that it is.
    bench.press("Esc");
    assert!(!bench.message().contains("bewaard"), "{}", bench.message());
    let kept = bench.effects.iter().any(|effect| matches!(effect, Effect::SaveDraft { .. }));
    assert!(!kept, "{:?}", bench.effects);
}

#[test]
fn where_nobody_would_get_anything_sending_is_not_begun() {
    let mut bench = to_send(false);
    assert!(bench.state.modals.is_empty(), "{}", bench.screen());
    assert!(bench.message().contains("nog niemand om naar te sturen"), "{}", bench.message());
    // It stands wherever commands are listed, and the keys below name it no more.
    let last = |bench: &Bench| bench.screen().lines().last().unwrap().to_owned();
    assert!(!last(&bench).contains("versturen"), "{}", bench.screen());
    bench.press(":").type_in("versturen");
    assert!(bench.screen().contains("nog niemand om naar te sturen"), "{}", bench.screen());
    let mut bench = to_send(true);
    bench.press("Esc");
    assert!(last(&bench).contains("versturen"), "{}", bench.screen());
}

#[test]
fn a_draft_about_a_body_comes_back_at_that_body_wherever_it_stands() {
    let mut bench = at_work(&meetings(), "Down e");
    let at = |bench: &mut Bench, body: &str| {
        let item = bench.screen().lines().find(|line| line.contains(&format!("ruimte: {body}"))).unwrap().to_owned();
        let letter = item.trim_start_matches(['│', ' ', '▌', '█']).chars().next().unwrap();
        bench.press(&letter.to_string());
    };
    at(&mut bench, "UWV");
    bench.type_in("Wij wachten op de gemeente.").press("Esc");
    let mut slots = bench.effects.iter().filter_map(|effect| match effect {
        Effect::SaveDraft { slot, .. } => Some(slot.clone()),
        _ => None,
    });
    let slot = slots.next_back().unwrap();
    assert_eq!(Purpose::of_slot(&slot), Some(Purpose::Agenda(AgendaForm::Item(item_id(2), ItemPart::Body(BodyKey::of("UWV"))))));
    // At another body nothing of it is asked for.
    bench.effects.clear();
    bench.press("e");
    at(&mut bench, "CAK");
    let loads = bench.effects.iter().any(|effect| matches!(effect, Effect::LoadDraft(loaded) if *loaded == slot));
    assert!(!loads && bench.screen().contains("CAK"), "{}", bench.screen());
}

#[test]
fn who_saved_a_part_is_in_its_item_and_esc_goes_to_the_agenda_and_not_out_of_it() {
    let all = meetings();
    let mut bench = at_work(&all, "Down e");
    bench.press("2").type_in("Op 1 oktober stopte de verzekering.").press("Ctrl+S");
    let sent = asked(&mut bench);
    let mut row = all.1[1].clone();
    (row["version"], row["revision"]) = (json!(2), json!(2));
    let found = detail(&row, json!({ "facts": "Op 1 oktober stopte de verzekering." }), json!([]), json!([]));
    answered(&mut bench, sent[0].0, AgendaAnswer::Item(found));
    assert!(bench.state.agenda.open.is_some(), "{}", bench.screen());
    bench.press("Esc");
    assert_eq!((bench.state.agenda.open, bench.state.agenda.meeting), (None, Some(meeting_id(48))), "{}", bench.screen());
}

#[test]
fn a_list_of_commands_shows_no_key_that_is_another_commands_here() {
    let mut bench = opened();
    bench.keymap("office").press("F9").type_in("claim");
    // In what is typed no key stands; the command is told with where it works.
    let told = |bench: &mut Bench| {
        let screen = bench.screen();
        let line = screen.lines().find(|line| line.contains("op mijn naam ") && line.contains(" signaal ")).map(str::to_owned);
        line.unwrap_or_else(|| panic!("{screen}"))
    };
    let line = told(&mut bench);
    assert!(!line.contains("F2"), "F2 edits the item here: {line}");
    // Where it is the key of the claim it stands there.
    bench.press("Esc 1 Enter F9").type_in("claim");
    let line = told(&mut bench);
    assert!(line.contains("F2"), "{line}");
}
