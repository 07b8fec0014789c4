//! The case file: triage by its parts, the plan, documents, and how a case ends; each told, saved, and taken back.

use loket::{
    api::signal::SignalPatch,
    domain::signal::{LifeDomain, Outcome, PlanStep, Signal, Status},
    tui::app::message::Call,
};

use crate::interface::{Bench, arrived, rows, whole};

fn read(version: i64) -> Signal {
    whole(&rows()[0], None, version)
}

/// On the first signal, which was read.
fn bench(size: (u16, u16)) -> Bench {
    let mut bench = Bench::new(size);
    bench.press("j k");
    bench.settle(&read(1));
    bench.effects.clear();
    bench
}

/// The change that is under way.
fn patch(bench: &mut Bench) -> (u64, SignalPatch) {
    let mut sent = bench.sent();
    let (request, call, _) = sent.remove(0);
    let Call::Patch { signal, patch, .. } = call else { panic!("{call:?}") };
    assert_eq!(signal, rows()[0].id);
    (request, *patch)
}

#[test]
fn triage_tells_what_is_asked_and_goes_on_with_what_is_still_open() {
    let mut bench = bench((100, 30));
    bench.press("t");
    let screen = bench.screen();
    for told in ["vragen beantwoord", "Welke leefgebieden raakt het?", "Op welke grond wordt gedeeld?", "nog geen stap"] {
        assert!(screen.contains(told), "{told}\n{screen}");
    }
    bench.press("1").type_in("schuld, huisv").press("Ctrl+S");
    let (request, sent) = patch(&mut bench);
    let domains = vec![LifeDomain::Debts, LifeDomain::Housing];
    assert_eq!(sent, SignalPatch { life_domains: Some(domains.clone()), ..SignalPatch::default() });
    let mut after = read(2);
    after.facts.life_domains = domains;
    bench.answer(request, after);
    let screen = bench.screen();
    assert!(screen.contains("✓ beantwoord") && !screen.contains("Welke leefgebieden raakt het?"), "{screen}");
    // It never blocks: it is left by one key, and nothing asks again.
    bench.press("Esc").press("g w Esc");
    assert!(bench.state.modals.is_empty(), "{}", bench.screen());
}

#[test]
fn a_case_is_closed_with_what_was_achieved_and_opened_again_by_one_undo() {
    let mut bench = bench((100, 30));
    bench.press("d");
    let screen = bench.screen();
    for told in ["Hoe liep het af?", "maatwerk met afwijking", "doorbraak in het LET", "het register was genoeg"] {
        assert!(screen.contains(told), "{told}\n{screen}");
    }
    bench
        .press("m")
        .type_in("De huur loopt door.")
        .press("Tab")
        .type_in("Hardheidsclausule Wmo")
        .press("Tab")
        .type_in("1.250,50");
    bench.press("Ctrl+S");
    if bench.screen().contains("Wilt u de status") {
        bench.press("Down Enter");
    }
    let (request, sent) = patch(&mut bench);
    let wanted = SignalPatch {
        status: Some(Status::Closed),
        outcome: Some(Some(Outcome::Deviation)),
        result: Some("De huur loopt door.".into()),
        legal_room: Some("Hardheidsclausule Wmo".into()),
        budget_cents: Some(Some(125_050)),
        ..SignalPatch::default()
    };
    assert_eq!(sent, wanted);
    let mut closed = read(2);
    (closed.status, closed.outcome) = (Status::Closed, Some(Outcome::Deviation));
    closed.facts.result = "De huur loopt door.".into();
    closed.facts.legal_room = "Hardheidsclausule Wmo".into();
    closed.facts.budget_cents = Some(125_050);
    bench.answer(request, closed);
    assert!(bench.message().contains("is afgedaan: maatwerk met afwijking"), "{}", bench.message());
    bench.press("u");
    let (_, back) = patch(&mut bench);
    let wanted = SignalPatch {
        status: Some(read(1).status),
        result: Some("".into()),
        legal_room: Some("".into()),
        budget_cents: Some(None),
        ..SignalPatch::default()
    };
    assert_eq!(back, wanted, "opening it again takes the outcome away");
}

#[test]
fn an_amount_an_address_and_a_line_that_are_none_are_told_and_not_sent() {
    let mut bench = bench((100, 30));
    bench.press("d m Tab Tab").type_in("veel").press("Ctrl+S");
    assert!(bench.screen().contains("Dit is geen bedrag"), "{}", bench.screen());
    bench.press("Esc t 8").type_in("Brief CAK").press("Tab Tab").type_in("javascript:alert(1)").press("Ctrl+S");
    assert!(bench.screen().contains("Een adres begint met https://"), "{}", bench.screen());
    bench.press("Esc t 2 Ctrl+U").type_in("Wie dan ook: niets").press("Ctrl+S");
    assert!(bench.screen().contains("Begin elke regel met een instantie"), "{}", bench.screen());
    assert!(bench.sent().is_empty());
}

#[test]
fn the_next_step_of_a_plan_stands_among_the_facts_and_late_ones_say_so() {
    let mut bench = bench((100, 40));
    bench.press("t 7").type_in("UWV belt terug").press("Tab").type_in("J. Bakker").press("Tab").type_in("4-12").press("Ctrl+S");
    let (request, sent) = patch(&mut bench);
    let day = chrono::NaiveDate::from_ymd_opt(2026, 12, 4);
    let step = PlanStep { what: "UWV belt terug".into(), who: "J. Bakker".into(), due: day, done_on: None };
    assert_eq!(sent.plan, Some(vec![step.clone()]));
    let mut after = read(2);
    after.facts.plan = vec![step.clone()];
    bench.answer(request, after);
    bench.press("Esc Enter");
    let screen = bench.screen();
    assert!(screen.contains("Vervolgstap") && screen.contains("UWV belt terug (J. Bakker)"), "{screen}");
    assert!(!screen.contains("te laat"), "{screen}");
    let mut late = read(3);
    let yesterday = bench.state.today.pred_opt();
    late.facts.plan = vec![PlanStep { due: yesterday, ..step }];
    let mut bench = Bench::new((100, 40));
    bench.press("j k Enter");
    bench.settle(&late);
    assert!(bench.screen().contains("! te laat"), "{}", bench.screen());
}

#[test]
fn several_are_closed_with_one_outcome_as_one_action() {
    let mut bench = arrived((100, 30));
    bench.press("Home Space Space d n");
    // That several are meant is asked.
    let screen = bench.screen();
    assert!(screen.contains("niet opgelost"), "{screen}");
    bench.press("End Enter");
    let sent = bench.sent();
    let of = |call: &Call| match call {
        Call::Patch { patch, .. } => (patch.status, patch.outcome),
        other => panic!("{other:?}"),
    };
    let all: Vec<_> = sent.iter().map(|(_, call, _)| of(call)).collect();
    assert!(!all.is_empty());
    assert!(all.iter().all(|one| *one == (Some(Status::Closed), Some(Some(Outcome::Unresolved)))), "{all:?}");
}
