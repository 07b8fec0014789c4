//! The case file: what triage asks, a part with rows, and how a case ends.

use loket::domain::signal::{DocumentLink, Outcome, PlanStep, Signal, Status};

use super::scenes::{Scene, first, queue};
use crate::interface::whole;

/// All of them.
pub fn all() -> Vec<Scene> {
    vec![
        ("case-triage", |bench| {
            queue(bench).press("Down Up").settle(&filled());
            bench.press("t")
        }),
        ("case-plan-form", |bench| {
            queue(bench).press("Down Up").settle(&filled());
            bench.press("t 7")
        }),
        ("case-close-menu", |bench| {
            queue(bench).press("Down Up").settle(&filled());
            bench.press("d")
        }),
        ("case-close-form", |bench| {
            queue(bench).press("Down Up").settle(&filled());
            bench
                .press("d m")
                .type_in("De huur loopt door.")
                .press("Tab")
                .type_in("Hardheidsclausule")
                .press("Tab")
                .type_in("veel")
                .press("Ctrl+S")
        }),
        ("case-closed", |bench| {
            queue(bench).press("Enter").settle(&closed());
            bench
        }),
    ]
}

fn filled() -> Signal {
    let mut signal = whole(&first(), None, 2);
    let day = |day| chrono::NaiveDate::from_ymd_opt(2026, 11, day);
    let step = |what: &str, due, done_on| PlanStep { what: what.into(), who: "M. Visser".into(), due, done_on };
    signal.facts.plan = vec![step("Deurwaarder gebeld", day(18), day(19)), step("UWV belt terug", day(20), None)];
    signal.facts.documents = vec![DocumentLink {
        title: "Brief SVB".into(),
        dated_on: day(9),
        address: "https://dossier.voorbeeld.nl/brief/7".into(),
    }];
    signal
}

fn closed() -> Signal {
    let mut signal = filled();
    (signal.status, signal.outcome) = (Status::Closed, Some(Outcome::Deviation));
    signal.facts.result = "De ontruiming is van de baan.".into();
    signal.facts.legal_room = "Hardheidsclausule".into();
    signal.facts.budget_cents = Some(125_050);
    signal
}
