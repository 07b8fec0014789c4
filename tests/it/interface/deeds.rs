//! What was done: where the cursor is afterwards, what is asked first, what is told, and what can be taken back or done again.

use loket::{
    domain::{
        ids::AccountId,
        signal::{Signal, SignalSummary, Status, Urgency},
    },
    tui::app::message::{Call, Msg},
};
use uuid::Uuid;

use super::{Bench, arrived as bench, complete, id, me, rows, shown, whole};
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
    bench.press("s s");
    becomes(&mut bench, 0, closed);
    bench.press("u");
    becomes(&mut bench, 0, |_, _| {});
    bench.press("n").type_in("Gebeld").press("Ctrl+S");
    becomes(&mut bench, 0, |_, _| {});
    bench.press("U");
    assert_eq!(bench.message(), "Er is niets om opnieuw te doen.");
    assert!(bench.sent().is_empty(), "what was taken back before the note stays so");
}

#[test]
fn the_cursor_stays_on_what_was_closed_until_the_list_is_made_anew_and_undo_brings_it_back() {
    let mut bench = bench((100, 30));
    bench.press("j s s");
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
    bench.press("G U");
    becomes(&mut bench, 1, closed);
    assert_eq!(bench.message(), "Opnieuw gedaan: status van S-502: afgesloten");
    assert_eq!(bench.state.signals.current, Some(id(502)), "what it was about is seen");
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
    assert!(screen.contains("S-502 is van J. Bakker. Toch wijzigen: urgentie van S-502: laag?"), "{screen}");
    bench.press("Enter");
    assert!(bench.sent().is_empty() && bench.state.modals.is_empty(), "the first answer changes nothing");
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
    assert!(bench.message().starts_with("Een notitie of contactmoment blijft staan"), "{}", bench.message());
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
