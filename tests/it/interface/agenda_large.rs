//! Pane 2 with an agenda of two hundred items and four hundred people: every item is reached, moved and read.

use loket::{
    locale::Language,
    tui::app::agenda::{AgendaAnswer, AgendaCall},
};
use serde_json::{Value, json};

use super::{
    Bench, id,
    meetings::{agenda, answered, arrived, asked, item, item_id, meeting, moved_answer, read},
};

const ITEMS: u128 = 200;

fn all() -> (Vec<Value>, Vec<Value>) {
    let case = |at: u128| {
        let number = u32::try_from(at).unwrap();
        let more = json!({ "signal": id(number), "signalNumber": format!("S-2026-{number:05}"), "bodies": ["CAK", "UWV"],
            "title": format!("Zaak nummer {at}"), "minutes": 1 });
        item(at, Some(48), i64::try_from(at).unwrap() * 10, &more)
    };
    (vec![meeting(48, "2026-11-26", &json!({}))], (1..=ITEMS).map(case).collect())
}

#[test]
fn two_hundred_items_with_four_hundred_people_are_reached_read_moved_and_found() {
    let all = all();
    let people: usize = agenda(&all, &json!({})).items.iter().map(|entry| entry.invitations.len()).sum();
    assert_eq!(people, 400);
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    arrived(&mut bench, &all);
    assert_eq!(bench.state.agenda.rows.len(), 200);
    bench.press("End");
    read(&mut bench, &all, &json!({}));
    let screen = bench.screen();
    assert!(screen.contains("Zaak nummer 200") && screen.contains("200 van 90 min, 110 min te veel"), "{screen}");
    // The last one goes up, once and again, while the first move is under way.
    bench.press("K K");
    let sent = asked(&mut bench);
    let [(request, AgendaCall::Move(moved, place))] = &sent[..] else { panic!("{sent:?}") };
    assert_eq!((*moved, place.after), (item_id(200), Some(item_id(198))));
    let order = |bench: &Bench| bench.state.agenda.rows.iter().filter_map(|row| row.item()).collect::<Vec<_>>();
    assert_eq!(order(&bench)[197..], [item_id(200), item_id(198), item_id(199)]);
    answered(&mut bench, *request, moved_answer(&all, 200, 2));
    let sent = asked(&mut bench);
    assert!(matches!(&sent[..], [(_, AgendaCall::Move(_, place))] if place.after == Some(item_id(197))), "{sent:?}");
    // Nobody is lost or doubled.
    let mut found = order(&bench);
    found.sort_unstable();
    found.dedup();
    assert_eq!(found.len(), 200);
    // One is found by its number and read whole.
    bench.press("/").type_in("nummer 137").press("Enter");
    assert_eq!(order(&bench), [item_id(137)]);
    bench.press("Enter");
    answered_whole(&mut bench, &all);
    let screen = bench.screen();
    assert!(screen.contains("S-137  Zaak nummer 137") && screen.contains("P. de Boer") && screen.contains("R. Kok"), "{screen}");
}

fn answered_whole(bench: &mut Bench, all: &(Vec<Value>, Vec<Value>)) {
    for (request, pending) in bench.state.requests.clone() {
        if format!("{pending:?}").contains("Agenda(Agenda(") {
            answered(bench, request, AgendaAnswer::Agenda(agenda(all, &json!({}))));
        }
    }
    read(bench, all, &json!({}));
}
