//! What a newcomer with a working day behind them still asked about: where a promised call went, what a proposal holds, what a day says.

use loket::{
    domain::signal::{Owner, Signal},
    tui::app::message::{Answer, Call, Msg},
};
use serde_json::json;

use crate::interface::{Bench, arrived, board, me, meetings, now, rows, whole};

/// The first signal, held by nobody or somebody, with a call back that was just promised.
fn called(owner: Option<Owner>) -> Signal {
    let mut signal = whole(&rows()[0], None, 2);
    signal.owner = owner;
    let entry = json!({
        "id": uuid::Uuid::from_u128(5), "at": now(), "kind": "contact", "by": null, "byName": "M. Visser", "text": "",
        "contact": { "with": "SVB", "reached": false, "agreed": "", "callBackOn": "2026-11-26" }
    });
    signal.timeline.insert(0, serde_json::from_value(entry).unwrap());
    signal.call_backs = serde_json::from_value(json!([{ "number": 0, "on": "2026-11-26", "with": "SVB", "at": null }])).unwrap();
    signal
}

/// What is said when that is saved.
fn said(owner: Option<Owner>) -> String {
    let mut bench = arrived((140, 40));
    bench.keymap("office").press("Home Enter").settle(&whole(&rows()[0], None, 1));
    bench.press("F8 Ctrl+U").type_in("SVB").press("Tab Left Tab Tab").type_in("26-11").press("Ctrl+S");
    bench.settle(&called(owner));
    bench.message()
}

#[test]
fn a_call_promised_on_a_signal_one_does_not_hold_says_on_whose_list_it_is() {
    let owner = |name: &str, account| Owner { account, name: name.into(), lease_until: now() + chrono::TimeDelta::minutes(15) };
    let nobody = said(None);
    assert!(nobody.contains("Niemand heeft dit signaal: F2 zet het op uw naam, en dit gesprek op uw lijst."), "{nobody}");
    let other = said(Some(owner("J. Bakker", loket::domain::ids::AccountId(uuid::Uuid::from_u128(77)))));
    assert!(other.contains("J. Bakker heeft dit signaal") && other.contains("F2 neemt het over"), "{other}");
    let mine = said(Some(owner("M. Visser", me())));
    assert!(mine.contains("Nog terug te bellen: SVB do 26-11-2026.") && !mine.contains("dit signaal"), "{mine}");
}

#[test]
fn the_empty_list_of_ones_own_calls_says_where_the_others_are() {
    let mut bench = arrived((100, 30));
    bench.keymap("office").press("F9").type_in("terugbel").press("Enter");
    let screen = bench.screen();
    assert!(screen.contains("Op signalen van niemand of een ander: F9 weergave, Terugbellen."), "{screen}");
    bench.press("Esc /").type_in("soort:time-out eigenaar:ik").press("Enter");
    assert!(!bench.screen().contains("van niemand of een ander"), "{}", bench.screen());
}

/// A signal was claimed, and then an extension of its time-out proposed, which still waits.
fn proposed() -> Bench {
    let before = board::deadlines(false);
    let mut bench = Bench::new((140, 40));
    bench.arrive(&rows()).tell(Msg::Replica(board::with_deadlines(&before))).press("Home c");
    let request = bench.sent()[0].0;
    bench.answer(request, whole(&rows()[0], Some(me()), 2)).press("4");
    board::read(&mut bench, &before, None);
    bench.press("T v Ctrl+S Tab Enter");
    let sent = bench.sent();
    let request = sent.iter().find(|(_, call, _)| matches!(call, Call::ExtendTimeOut { .. })).unwrap().0;
    let found = board::detail(&board::deadlines(true)[2], Some(me())).time_out.unwrap();
    bench.tell(Msg::Reply { request, reply: Ok(Answer::TimeOut(Box::new(found))) });
    bench.tell(Msg::Replica(board::with_deadlines(&board::deadlines(true))));
    bench
}

#[test]
fn what_is_asked_before_undoing_past_ones_own_proposal_says_how_it_is_withdrawn() {
    let mut bench = proposed();
    bench.press("u");
    let screen = bench.screen();
    assert!(screen.contains("dat blijft") && screen.contains("Uw voorstel trekt u in met T j."), "{screen}");
    // It was settled meanwhile.
    bench.press("Esc").tell(Msg::Replica(board::with_deadlines(&board::deadlines(false)))).press("u");
    let screen = bench.screen();
    assert!(screen.contains("dat blijft") && !screen.contains("trekt u in"), "{screen}");
}

#[test]
fn who_does_not_give_the_reason_hears_that_the_proposal_stands() {
    let other = loket::domain::ids::AccountId(uuid::Uuid::from_u128(77));
    for (by, letter, words) in
        [(me(), "i", "Niets gewijzigd: uw voorstel staat nog."), (other, "a", "Niets gewijzigd: het voorstel staat nog.")]
    {
        let mut bench = Bench::new((100, 30));
        board::opened(&mut bench, &board::deadlines(true), Some(by));
        bench.press("T j").press(letter).press("Esc");
        assert_eq!((bench.message().as_str(), bench.state.modals.len()), (words, 0), "{}", bench.screen());
        // A text that was begun is kept, and that is said as well.
        bench.press("T j").press(letter).type_in("Toch niet").press("Esc");
        assert_eq!(bench.message(), format!("{words} Uw tekst is als concept bewaard."));
    }
}

#[test]
fn a_day_that_was_typed_was_chosen_also_when_it_is_the_proposed_one() {
    let not_chosen = "Deze dag koos u niet zelf";
    for (typed, told) in [("", true), ("2-12", false), ("02-12-2026", false), ("18-12", false)] {
        let mut bench = Bench::new((100, 30));
        board::opened(&mut bench, &board::deadlines(false), None);
        bench.press("T v");
        if !typed.is_empty() {
            bench.press("Ctrl+U").type_in(typed);
        }
        bench.press("Ctrl+S");
        let screen = bench.screen();
        assert!(screen.contains("Stel voor: verlengen t/m") && screen.contains(not_chosen) == told, "{typed}: {screen}");
    }
}

#[test]
fn beside_a_date_its_day_is_said_once() {
    let mut bench = Bench::new((100, 30));
    board::opened(&mut bench, &board::deadlines(false), None);
    bench.press("T v Ctrl+U").type_in("6-12-2026");
    let screen = bench.screen();
    assert!(screen.contains("zondag, over 13 dagen") && !screen.contains("zo, zondag"), "{screen}");
}

#[test]
fn what_is_chosen_in_the_demonstration_says_how_long_it_counts() {
    for passing in [true, false] {
        let mut bench = arrived((100, 30));
        bench.state.passing = passing;
        bench.keymap("office").press("F9").type_in("kleuren").press("Enter").type_in("donker").press("Enter");
        assert_eq!(bench.message(), "Kleuren: donker", "{}", bench.screen());
        let advice = bench.state.message.as_ref().map(|message| message.advice.as_str().to_owned()).unwrap_or_default();
        assert_eq!(advice == "Dit geldt tot u de demo sluit.", passing, "{advice}");
    }
}

#[test]
fn an_agenda_begins_at_its_first_item_and_says_how_many_stand_above() {
    let item = |at: u128| meetings::item(at, Some(48), i64::try_from(at).unwrap() * 10, &json!({ "minutes": 1 }));
    let of = |from: u128| (vec![meetings::meeting(48, "2026-11-26", &json!({}))], (from..=60).map(item).collect::<Vec<_>>());
    let mut bench = Bench::new((100, 30));
    // The first three come after the others.
    meetings::arrived(&mut bench, &of(4));
    assert_eq!(bench.state.agenda.list.row, 0, "{}", bench.screen());
    bench.tell(Msg::Replica(meetings::with_meetings(&of(1))));
    let screen = bench.screen();
    assert_eq!(bench.state.agenda.list.top, 0, "{screen}");
    assert!(screen.contains("Punt 1 ") && !screen.contains("(Home)"), "{screen}");
    bench.press("End");
    let top = bench.state.agenda.list.top;
    assert!(top > 0 && bench.screen().contains(&format!("↑ {top} (Home)")), "{}", bench.screen());
    bench.press("Home");
    assert!(!bench.screen().contains("(Home)"), "{}", bench.screen());
}

#[test]
fn what_waits_says_until_which_day_is_proposed() {
    let mut bench = Bench::new((140, 40));
    board::opened(&mut bench, &board::deadlines(true), Some(me()));
    assert!(bench.screen().contains("verlengen t/m ma 21-12, door J. Bakker"), "{}", bench.screen());
}

#[test]
fn who_is_found_by_what_a_domain_means_says_so() {
    let mut bench = arrived((100, 40));
    bench.press("3").type_in("terugvordering");
    let screen = bench.screen();
    assert!(screen.contains("Gevonden op") && screen.contains("terugvordering → toeslagen"), "{screen}");
    bench.press("Ctrl+U").type_in("toeslagen");
    assert!(bench.screen().contains("S. de Boer") && !bench.screen().contains("Gevonden op"), "{}", bench.screen());
}
