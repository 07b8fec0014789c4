//! Two people write in the same arrangement, view or agenda; and an act is never put together with what it was not decided on.

use loket::{
    api::{
        arrangement::AnyArrangement,
        problem::{Changer, Code, Problem},
    },
    domain::{
        commitment::Due,
        ids::{AccountId, ViewId},
        view::{Base, Column, SavedView, ViewFacts},
    },
    locale::Language,
    tui::app::{
        Modal,
        arrangements::ArrangementCall,
        form::Purpose,
        message::{Answer, Call, Effect, Msg, Refusal},
        verdicts::{RegisterAnswer, RegisterCall},
    },
};
use serde_json::json;
use uuid::Uuid;

use super::{
    Bench,
    arranged::{on_board, told},
    board::{clock, deadlines, opened},
    conflict::{BOER, boer, corrected, fill, form},
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

/// Saves the correction of an entry; the server refuses and names who made the version there is now, which is read.
fn refused_by(bench: &mut Bench, account: AccountId, name: &str, (version, facts): (i64, serde_json::Value)) {
    let register = |bench: &mut Bench| {
        let calls = bench.sent().into_iter();
        let mut found =
            calls.filter_map(|(request, call, _)| if let Call::Register(call) = call { Some((request, *call)) } else { None });
        found.rfind(|(_, call)| !matches!(call, RegisterCall::Calls(_))).unwrap()
    };
    bench.press("Ctrl+S");
    let (request, _) = register(bench);
    let changed_by = Some(Changer { account, name: name.into() });
    let problem = Problem { current_version: Some(version), changed_by, ..Problem::new(Code::StaleVersion) };
    let (words, advice) = ("Dat kan niet.".into(), String::new());
    let refusal = Refusal { code: Some(Code::StaleVersion), words, advice, problem: Some(Box::new(problem)) };
    bench.tell(Msg::Reply { request, reply: Err(refusal) });
    let (request, call) = register(bench);
    assert!(matches!(call, RegisterCall::Read(BOER)), "{call:?}");
    let answer = Answer::Register(RegisterAnswer::Officer(Box::new(boer(version, &facts))));
    bench.tell(Msg::Reply { request, reply: Ok(answer) });
}

#[test]
fn who_wrote_meanwhile_is_named_where_the_server_knows_and_another_window_of_mine_is_mine() {
    for (account, told) in
        [(AccountId(Uuid::from_u128(99)), "J. Bakker sloeg versie 4 op"), (me(), "Uw andere venster sloeg versie 4 op")]
    {
        let mut bench = corrected(&[("officer-phone", "030 555 1111")]);
        refused_by(&mut bench, account, "J. Bakker", (4, json!({ "phone": "030 555 9999" })));
        assert!(asks(&bench) && bench.screen().contains(told), "{told}\n{}", bench.screen());
    }
}

#[test]
fn what_was_written_anew_is_asked_about_again_when_it_comes_back_as_a_draft() {
    for keys in ["e", "1 Esc"] {
        let mut bench = corrected(&[("officer-phone", "030 555 1111")]);
        refused_by(&mut bench, AccountId(Uuid::from_u128(99)), "J. Bakker", (4, json!({ "phone": "030 555 9999" })));
        bench.press(keys);
        if keys == "e" {
            fill(&mut bench, "officer-phone", "030 555 2222");
        }
        bench.effects.clear();
        bench.press("Esc");
        let kept = bench.effects.iter().rev().find_map(|effect| match effect {
            Effect::SaveDraft { slot, text } => Some((slot.clone(), text.clone())),
            _ => None,
        });
        let (slot, text) = kept.expect("a draft is kept");
        // Another day: the entry is as the other left it.
        let mut back = Bench::new((100, 30));
        let mut replica = back.state.replica.clone();
        let line = json!({ "kind": "officer", "row": boer(4, &json!({ "phone": "030 555 9999" })) }).to_string();
        replica.apply_line(line.as_bytes()).unwrap();
        back.tell(Msg::Replica(replica));
        back.press("3").type_in("boer").press("Tab F2");
        back.tell(Msg::Draft { slot, text: Some(text), saved_at: now() });
        back.effects.clear();
        back.press("Ctrl+S");
        assert!(asks(&back) && back.sent().is_empty(), "{keys}: never over theirs without asking\n{}", back.screen());
        let screen = back.screen();
        for told in ["+31 85 555 0101", "030 555 9999", if keys == "e" { "030 555 2222" } else { "030 555 1111" }] {
            assert!(screen.contains(told), "{keys} {told}\n{screen}");
        }
    }
}

/// A backup was put back, or another store answers: versions say nothing about what was read of the old one.
#[test]
fn after_a_store_that_began_anew_nothing_of_the_old_one_is_shown_or_counts() {
    let case = || super::row(503, "Kind", loket::domain::signal::Urgency::Normal, Some(4));
    let at = |version| loket::domain::signal::SignalSummary { version, ..case() };
    let mut bench = Bench::new((100, 30));
    bench.tell(Msg::Replica(super::complete(&[at(9)])));
    let titled = |version: i64, title: &str| {
        let mut signal = serde_json::to_value(super::whole(&case(), None, version)).unwrap();
        signal["facts"]["account"] = json!(title);
        serde_json::from_value(signal).unwrap()
    };
    bench.press("Enter").settle(&titled(9, "verloren stand"));
    bench.press("n").type_in("mijn notitie").press("Ctrl+S");
    bench.settle(&titled(9, "verloren stand"));
    assert!(bench.screen().contains("verloren stand"), "{}", bench.screen());
    bench.press("3").type_in("boer").press("Tab F2");
    fill(&mut bench, "officer-phone", "030 555 1111");
    bench.effects.clear();
    let mut anew = bench.state.replica.emptied();
    let lines = [
        json!({ "kind": "signal", "row": at(5) }),
        json!({ "kind": "officer", "row": boer(1, &json!({ "phone": "030 555 9999" })) }),
        json!({ "kind": "cursor", "cursor": "1", "now": now() }),
    ];
    for line in lines {
        anew.apply_line(line.to_string().as_bytes()).unwrap();
    }
    bench.tell(Msg::Replica(anew));
    assert!(bench.message().contains("gegevens van de server zijn vervangen"), "{}", bench.message());
    // A form that was open: the same version is another text, and is asked about.
    assert_eq!(form(&mut bench).text("officer-phone"), "030 555 1111");
    refused_by(&mut bench, AccountId(Uuid::from_u128(99)), "J. Bakker", (1, json!({ "phone": "030 555 9999" })));
    assert!(asks(&bench), "{}", bench.screen());
    bench.press("Enter");
    assert!(
        !bench
            .state
            .modals
            .iter()
            .any(|modal| matches!(modal, Modal::Form(form) if matches!(form.purpose, Purpose::CorrectOfficer(_))))
    );
    // What was read of the signal is gone, and it is read anew.
    bench.press("1");
    assert!(!bench.screen().contains("verloren stand"), "{}", bench.screen());
    bench.settle(&titled(5, "stand van de kopie"));
    assert!(bench.screen().contains("stand van de kopie"), "{}", bench.screen());
    bench.effects.clear();
    bench.press("P h");
    let sent = bench.sent();
    assert!(matches!(&sent[..], [(_, Call::Patch { version: 5, .. }, _)]), "{sent:?}\n{}", bench.screen());
}
