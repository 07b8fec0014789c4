//! Two people write in the same arrangement, view or agenda; and an act is never put together with what it was not decided on.

use loket::{
    api::{arrangement::AnyArrangement, problem::Code},
    domain::{
        commitment::Due,
        ids::ViewId,
        view::{Base, Column, SavedView, ViewFacts},
    },
    locale::Language,
    tui::app::{
        Modal,
        arrangements::ArrangementCall,
        message::{Answer, Call, Effect, Msg},
    },
};
use serde_json::json;
use uuid::Uuid;

use super::{
    Bench,
    arranged::{on_board, told},
    board::{clock, deadlines, opened},
    me,
    meetings::refused,
    now,
};

fn asks(bench: &Bench) -> bool {
    matches!(bench.state.modals.last(), Some(Modal::Conflict(_)))
}

fn arranged(bench: &mut Bench) -> Vec<(u64, ArrangementCall)> {
    let calls = bench.sent().into_iter();
    calls.filter_map(|(request, call, _)| if let Call::Arrange(call) = call { Some((request, *call)) } else { None }).collect()
}

/// The commitment as somebody else left it.
fn theirs(due: Option<&str>, person: &str) -> AnyArrangement {
    let AnyArrangement::Commitment(mut detail) = told("commitment", false) else { unreachable!() };
    detail.item.version = 5;
    detail.item.facts.person = person.into();
    if let Some(due) = due {
        detail.item.facts.due = Due::on(due.parse().unwrap());
    }
    AnyArrangement::Commitment(detail)
}

#[test]
fn another_day_goes_on_by_itself_unless_somebody_else_moved_it_too() {
    for (due, clashes) in [(None, false), (Some("2026-12-15"), true)] {
        let mut bench = Bench::speaking((100, 30), Language::Dutch);
        on_board(&mut bench, clock(22), false);
        bench.press("T d Ctrl+U").type_in("2-12").press("Tab").type_in("uitstel").press("Ctrl+S");
        let (request, _) = arranged(&mut bench).remove(0);
        refused(&mut bench, request, Code::StaleVersion);
        let (request, call) = arranged(&mut bench).remove(0);
        assert!(matches!(call, ArrangementCall::Read(..)), "{call:?}");
        let answer = Answer::Arrangement(Box::new(theirs(due, "directeur")));
        bench.tell(Msg::Reply { request, reply: Ok(answer) });
        assert_eq!(asks(&bench), clashes, "{}", bench.screen());
        if clashes {
            assert!(bench.screen().contains("J. Bakker") && bench.screen().contains("15-12-2026"), "{}", bench.screen());
            assert!(arranged(&mut bench).is_empty(), "never over theirs unseen");
            bench.press("1 Ctrl+S");
        }
        let (_, call) = arranged(&mut bench).remove(0);
        let ArrangementCall::CorrectCommitment(seen, patch) = call else { panic!("{call:?}") };
        let expected = json!({ "due": { "on": "2026-12-02", "counted": null }, "reason": "uitstel" });
        assert_eq!((seen.version, serde_json::to_value(&patch).unwrap()), (5, expected));
    }
}

#[test]
fn an_act_on_what_somebody_else_changed_is_not_done_and_begins_anew() {
    for (number, keys) in [(22, "T x Tab"), (1, "T v")] {
        let mut bench = Bench::speaking((100, 30), Language::Dutch);
        match number {
            22 => on_board(&mut bench, clock(22), false),
            _ => opened(&mut bench, &deadlines(false), None),
        }
        bench.press(keys);
        bench.type_in(if number == 22 { "niet meer nodig" } else { "18-12" }).press("Ctrl+S");
        // The question, and its yes.
        bench.press("Down Enter");
        let sent = bench.sent();
        let act = |call: &Call| matches!(call, Call::ExtendTimeOut { .. } | Call::Arrange(_));
        let (request, ..) = *sent.iter().find(|(_, call, _)| act(call)).unwrap_or_else(|| panic!("{sent:?}\n{}", bench.screen()));
        bench.effects.clear();
        refused(&mut bench, request, Code::StaleVersion);
        assert!(bench.state.modals.is_empty(), "{}", bench.screen());
        assert!(bench.message().contains("Niet gedaan: iemand anders heeft dit intussen gewijzigd"), "{}", bench.message());
        let kept = |effect: &Effect| matches!(effect, Effect::SaveDraft { text, .. } if text.contains("niet meer nodig") || text.contains("18-12"));
        assert!(bench.effects.iter().any(kept), "{:?}", bench.effects);
        let act = |effect: &Effect| matches!(effect, Effect::Send { call: Call::ExtendTimeOut { .. } | Call::Arrange(_), .. });
        assert!(!bench.effects.iter().any(act), "{:?}", bench.effects);
        // How it is now is read before anything is done to it.
        assert!(bench.state.current_clock().is_none());
    }
}

fn view(version: i64, name: &str, shared: bool) -> SavedView {
    SavedView {
        id: ViewId(Uuid::from_u128(70)),
        version,
        changed_at: now(),
        owner: me(),
        owner_name: "J. Bakker".into(),
        facts: ViewFacts {
            name: name.into(),
            shared,
            base: Base::All,
            filter: "".into(),
            sort: Column::Number,
            descending: false,
            columns: vec![Column::Number, Column::Title],
        },
    }
}

fn arrive(bench: &mut Bench, view: &SavedView) {
    let mut replica = bench.state.replica.clone();
    replica.apply_line(json!({ "kind": "view", "row": view }).to_string().as_bytes()).unwrap();
    bench.tell(Msg::Replica(replica));
}

#[test]
fn a_name_of_a_view_is_never_put_over_another_new_name_unseen() {
    for (theirs, clashes) in [(view(4, "Breda", true), false), (view(4, "Oost", false), true)] {
        let mut bench = Bench::new((100, 30));
        arrive(&mut bench, &view(3, "Breda", false));
        bench.press("V 1").press("V n Ctrl+U").type_in("West").press("Ctrl+S");
        let sent = bench.sent();
        let [(request, Call::PatchView { version: 3, .. }, _)] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
        refused(&mut bench, *request, Code::StaleVersion);
        assert!(bench.sent().is_empty() && !asks(&bench), "what it is now was not told yet");
        arrive(&mut bench, &theirs);
        assert_eq!(asks(&bench), clashes, "{}", bench.screen());
        if clashes {
            // Nothing of a view is kept as a draft: the form stays.
            assert!(bench.screen().contains("Terug naar formulier"), "{}", bench.screen());
            bench.press("Enter");
            assert!(matches!(bench.state.modals.last(), Some(Modal::Form(form)) if form.text("view-name") == "West"));
            bench.press("Ctrl+S 1 Ctrl+S");
        }
        let sent = bench.sent();
        let [(_, Call::PatchView { version: 4, patch, .. }, _)] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
        assert_eq!((patch.name.as_ref().unwrap().raw(), patch.shared), ("West", Some(!clashes)));
    }
}

#[test]
fn a_draft_of_a_reason_is_not_put_with_another_urgency() {
    use loket::domain::signal::Urgency;
    let case = || super::row(503, "Kind", Urgency::Normal, Some(4));
    let urgent = |version: i64, urgency: &str| {
        let mut signal = serde_json::to_value(super::whole(&case(), None, version)).unwrap();
        (signal["facts"]["urgency"], signal["facts"]["urgencyReason"]) = (json!(urgency), json!("stond er"));
        serde_json::from_value(signal).unwrap()
    };
    let opened = |version, urgency| {
        let mut bench = Bench::with((100, 30), &[case()]);
        bench.press("Enter").settle(&urgent(version, urgency));
        bench.press("P r");
        bench
    };
    let mut bench = opened(7, "normal");
    bench.press("Ctrl+U").type_in("mijn reden").press("Esc");
    let kept = bench.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveDraft { slot, text } => Some((slot.clone(), text.clone())),
        _ => None,
    });
    let (slot, text) = kept.expect("a draft is kept");
    for (urgency, clash) in [("normal", false), ("crisis", true)] {
        let mut bench = opened(8, urgency);
        bench.tell(Msg::Draft { slot: slot.clone(), text: Some(text.clone()), saved_at: now() });
        bench.effects.clear();
        bench.press("Ctrl+S");
        assert_eq!((asks(&bench), bench.sent().is_empty()), (clash, clash), "{}", bench.screen());
    }
}
