//! What was done: where the cursor is afterwards, what is asked first, what is told, and what can be taken back or done again.

use loket::{
    domain::{
        ids::AccountId,
        signal::{Signal, SignalSummary, Status, Urgency},
    },
    tui::app::message::{Call, DraftOffer, Effect, Msg, Stands, UnreadableDrafts},
};
use uuid::Uuid;

use super::{Bench, arrived as bench, complete, id, me, now, rows, shown, whole};
use crate::plain::owner;

/// The answer to the request that was just sent, and the row as it is then.
fn becomes(bench: &mut Bench, at: usize, change: impl Fn(&mut Signal, &mut SignalSummary)) {
    let request = bench.sent()[0].0;
    let mut all = rows();
    let version = bench.state.replica.signals().get(0).map_or(1, |row| row.version()) + 1;
    let mut signal = whole(&all[at], None, version);
    change(&mut signal, &mut all[at]);
    all[at].version = version;
    bench.answer(request, signal).tell(Msg::Replica(complete(&all)));
}

fn closed(signal: &mut Signal, row: &mut SignalSummary) {
    (signal.status, row.status) = (Status::Closed, Status::Closed);
}

#[test]
fn a_saved_text_leaves_nothing_to_do_again() {
    let mut bench = bench((100, 30));
    bench.press("s s j");
    becomes(&mut bench, 0, closed);
    bench.press("u");
    becomes(&mut bench, 0, |_, _| {});
    bench.press("n").type_in("Gebeld").press("Ctrl+S");
    becomes(&mut bench, 0, |_, _| {});
    bench.press("U");
    assert_eq!(
        bench.message(),
        "Er is niets om opnieuw te doen. Na een nieuwe handeling kan wat u ongedaan maakte niet opnieuw."
    );
    assert!(bench.sent().is_empty(), "what was taken back before the note stays so");
}

#[test]
fn the_cursor_stays_on_what_was_closed_until_the_list_is_made_anew_and_undo_brings_it_back() {
    let mut bench = bench((100, 30));
    bench.press("j s s j");
    becomes(&mut bench, 1, closed);
    assert_eq!(bench.message(), "S-502 is afgesloten");
    assert_eq!(bench.state.signals.current, Some(id(502)));
    bench.press("R");
    assert_eq!(bench.state.signals.current, Some(id(503)), "it left the list: its neighbour");
    assert!(!shown(&bench).contains(&id(502)));
    bench.press("j u");
    becomes(&mut bench, 1, |_, _| {});
    assert_eq!(bench.message(), "Teruggedraaid: status van S-502 is weer ontvangen");
    assert_eq!(bench.state.signals.current, Some(id(502)));
    bench.press("G");
    let here = bench.state.signals.current;
    bench.press("U");
    becomes(&mut bench, 1, closed);
    assert_eq!(bench.message(), "Opnieuw gedaan: status van S-502: afgesloten");
    assert_eq!(bench.state.signals.current, here, "it is in the list, and the next key is for where somebody put the cursor");
}

#[test]
fn the_cursor_stays_on_what_was_given_back() {
    let mut bench = bench((100, 30));
    bench.press("c");
    becomes(&mut bench, 0, |_, row| row.owner = Some(owner("M. Visser", me())));
    bench.press("C");
    becomes(&mut bench, 0, |_, _| {});
    assert_eq!((bench.message().as_str(), bench.state.signals.current), ("S-471 is vrijgegeven", Some(id(471))));
}

#[test]
fn what_a_colleague_holds_is_asked_about_when_it_is_one_and_when_it_is_done_again() {
    let of_bakker = |row: &mut SignalSummary| row.owner = Some(owner("J. Bakker", AccountId(Uuid::from_u128(9))));
    let mut all = rows();
    of_bakker(&mut all[1]);
    let mut bench = bench((100, 30));
    bench.tell(Msg::Replica(complete(&all))).press("j P l");
    assert!(bench.sent().is_empty());
    let screen = bench.screen();
    assert!(screen.contains("S-502 is van J. Bakker. Wilt u de urgentie toch op “laag” zetten?"), "{screen}");
    bench.press("Enter");
    assert!(bench.sent().is_empty() && bench.state.modals.is_empty(), "the first answer changes nothing");
    assert_eq!(bench.message(), "Er is niets gewijzigd.", "and that is said");
    // A note is for everybody.
    bench.press("n");
    assert!(bench.screen().contains("─ Notitie"));
    bench.press("Esc P l j");
    let request = bench.sent()[0].0;
    let mut low = whole(&all[1], None, 2);
    (low.facts.urgency, low.owner) = (Some(Urgency::Low), all[1].owner.clone());
    let mut back = whole(&all[1], None, 3);
    back.owner = low.owner.clone();
    bench.answer(request, low).press("u");
    let request = bench.sent()[0].0;
    bench.answer(request, back).tell(Msg::Replica(complete(&all))).press("U");
    assert!(bench.sent().is_empty(), "{}", bench.screen());
    bench.press("n");
    assert!(bench.state.modals.is_empty() && bench.sent().is_empty());
    bench.press("U j");
    assert!(matches!(bench.sent()[..], [(_, Call::Patch { signal, .. }, _)] if signal == id(502)));
}

#[test]
fn what_cannot_be_taken_back_stands_in_the_list_with_the_reason() {
    let mut bench = bench((100, 30));
    bench.press("n").type_in("Gebeld").press("Ctrl+S");
    becomes(&mut bench, 0, |_, _| {});
    bench.press("u");
    assert!(bench.message().starts_with("Een notitie blijft staan"), "{}", bench.message());
    bench.press("P l");
    becomes(&mut bench, 0, |signal, row| (signal.facts.urgency, row.urgency) = (Some(Urgency::Low), Urgency::Low));
    bench.press("+ Tab Tab Tab Tab Tab Tab").type_in("Nieuw").press("Ctrl+S");
    let request = bench.sent()[0].0;
    bench.answer(request, whole(&super::row(600, "Nieuw", Urgency::Low, None), None, 1)).press("H");
    let screen = bench.screen();
    let line = |text: &str| screen.lines().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{text} in\n{screen}"));
    assert!(line("S-2026-00600 vastgelegd") < line("urgentie van S-471: laag"), "{screen}");
    assert!(line("urgentie van S-471: laag") < line("notitie bij S-471"), "{screen}");
    bench.press("Enter");
    assert!(bench.message().starts_with("Een vastgelegde melding blijft staan"), "{}", bench.message());
    bench.press("H Down Enter");
    assert!(matches!(bench.sent()[..], [(_, Call::Patch { .. }, _)]), "what can go back does");
}

#[test]
fn without_a_filter_the_cursor_is_where_it_was_before_or_where_somebody_went_since() {
    let mut bench = bench((100, 30));
    bench.press("j / ").type_in("zorg");
    assert_eq!(bench.state.signals.current, Some(id(503)));
    bench.press("Esc");
    assert_eq!(bench.state.signals.current, Some(id(502)), "only looked");
    bench.press("/").type_in("terwijl").press("Enter n").type_in("Gebeld").press("Ctrl+S");
    becomes(&mut bench, 0, |_, _| {});
    bench.press("Esc");
    assert_eq!(bench.state.signals.current, Some(id(471)), "something was done with it");
    assert_eq!(bench.message(), "Het filter is weg; u staat nog op S-471.");
    bench.press("G /").type_in("i").press("Down Esc");
    assert_ne!(bench.state.signals.current, Some(id(512)), "gone to");
}

#[test]
fn what_was_typed_right_after_a_choice_lands_in_the_next_field() {
    let mut bench = bench((100, 30));
    bench.press("b n Enter").type_in("niet bereikt").press("Ctrl+S");
    match &bench.sent()[0].1 {
        Call::Contact { contact, .. } => assert_eq!((contact.agreed.raw(), contact.call_back_on), ("niet bereikt", None)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_number_of_a_citizen_is_masked_among_the_drafts_and_a_draft_goes_when_that_is_asked() {
    let mut bench = bench((100, 30));
    let offer = |id: &str, text: &str| DraftOffer {
        id: id.into(),
        slot: format!("note-{}", super::id(503)),
        text: text.into(),
        saved_at: now(),
        nobodys: false,
        stands: Stands::Draft,
    };
    let offers = vec![offer("aa-1", r#"{"note":"bsn 999990019"}"#), offer("bb-2", r#"{"note":"Gebeld"}"#)];
    bench.tell(Msg::Drafts { offers: offers.clone(), unreadable: UnreadableDrafts::default(), asked: false });
    bench.tell(Msg::Drafts { offers, unreadable: UnreadableDrafts::default(), asked: true });
    let screen = bench.screen();
    assert!(screen.contains("bsn *****0019") && !screen.contains("999990019"), "{screen}");
    bench.press("Del Enter");
    assert!(!bench.effects.iter().any(|effect| matches!(effect, Effect::DropDraft(_))), "the first answer keeps it");
    bench.press("Del").press("j");
    assert!(bench.effects.ends_with(&[Effect::DropDraft("aa-1".into()), Effect::ListDrafts]), "{:?}", bench.effects);
}

#[test]
fn the_demo_asks_before_it_ends_with_a_draft() {
    let mut bench = bench((100, 30));
    bench.state.passing = true;
    let offers = vec![DraftOffer {
        id: "aa-1".into(),
        slot: "intake".into(),
        text: r#"{"intake-title":"abc"}"#.into(),
        saved_at: now(),
        nobodys: false,
        stands: Stands::Draft,
    }];
    bench.tell(Msg::Drafts { offers, unreadable: UnreadableDrafts::default(), asked: false });
    bench.press("q");
    assert!(!bench.effects.contains(&Effect::Quit) && bench.screen().contains("De demo sluiten?"), "{}", bench.screen());
}

#[test]
fn the_demo_asks_before_it_ends_with_what_was_done_in_it_and_a_client_of_one_that_runs_on_does_not() {
    for passing in [true, false] {
        let mut bench = bench((100, 30));
        let mut me = super::person();
        me.demo = true;
        bench.state.passing = passing;
        bench.tell(Msg::Me(Box::new(me))).press("c");
        let Some((request, ..)) = bench.sent().pop() else { panic!("no claim") };
        let mut claimed = whole(&rows()[0], Some(super::me()), 2);
        claimed.version = 2;
        bench.answer(request, claimed);
        bench.press("q");
        assert_eq!(bench.effects.contains(&Effect::Quit), !passing);
        assert_eq!(bench.screen().contains("De demo sluiten?"), passing, "{}", bench.screen());
    }
}

#[test]
fn who_wants_to_close_a_case_does_not_find_the_exit_first() {
    let mut bench = bench((100, 30));
    bench.keymap("office");
    for (typed, first) in [("afsluiten", "afdoen"), ("overnemen", "op mijn naam"), ("wacht", "status"), ("afdoen", "afdoen")] {
        bench.press("F9").type_in(typed);
        assert!(bench.screen().contains(&format!("▌ {first}")), "{typed}: {}", bench.screen());
        bench.press("Esc");
    }
    bench.press("F9").type_in("uitstel");
    assert!(bench.screen().lines().filter(|line| line.contains(" overal ")).count() < 3, "{}", bench.screen());
    bench.press("Esc F9").type_in("503");
    assert!(bench.screen().contains("S-2026-00503"), "{}", bench.screen());
    bench.press("Enter");
    assert_eq!(bench.state.signals.current, Some(id(503)));
}

#[test]
fn a_range_is_begun_and_fixed_in_the_office_keymap() {
    let mut bench = bench((100, 30));
    bench.keymap("office").press("Ctrl+R Down Down");
    assert!(bench.screen().contains("Reeks van 3: beweeg om te verlengen, Enter legt vast"), "{}", bench.screen());
    bench.press("Enter Down");
    assert_eq!((bench.state.signals.marks.len(), bench.state.signals.open), (3, None));
}

#[test]
fn a_day_to_call_back_that_was_hardly_meant_is_remarked_on() {
    for (typed, words) in [("22-11", "dat is pas over 364 dagen"), ("28-11", "dat is een zaterdag"), ("30-11", "")] {
        let mut bench = bench((100, 30));
        bench.press("b j Tab Tab").type_in(typed);
        let screen = bench.screen();
        assert_eq!(screen.contains("Terugbellen: dat is"), !words.is_empty(), "{screen}");
        assert!(screen.contains(words), "{screen}");
    }
}

#[test]
fn an_urgency_that_comes_back_has_its_reason_again() {
    let mut bench = bench((100, 30));
    let mut before = whole(&rows()[0], None, 1);
    (before.facts.urgency, before.facts.urgency_reason) = (Some(Urgency::Crisis), "De ontruiming is vandaag".into());
    bench.press("j k");
    bench.settle(&before);
    bench.press("P l");
    let Call::Patch { patch, .. } = &bench.sent()[0].1 else { panic!() };
    assert_eq!(patch.urgency_reason, Some("".into()), "the reason was that of another urgency");
    let request = *bench.state.requests.keys().last().unwrap();
    let mut low = whole(&rows()[0], None, 2);
    low.facts.urgency = Some(Urgency::Low);
    bench.answer(request, low).press("u");
    match &bench.sent()[0].1 {
        Call::Patch { patch, .. } => assert_eq!(patch.urgency_reason, Some("De ontruiming is vandaag".into())),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_wrong_in_another_field_is_said_with_its_name() {
    let mut bench = bench((100, 30));
    bench.press("+ Tab Tab Tab Tab Tab Tab").type_in("Nieuw").press("Tab Tab Tab Tab Tab Tab").type_in("31-13").press("Ctrl+S");
    assert!(!bench.screen().contains("! Op: "), "the field with the cursor needs no name: {}", bench.screen());
    bench.press("Shift+Tab");
    assert!(bench.screen().contains("! Op: "), "{}", bench.screen());
}
