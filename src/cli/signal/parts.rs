//! The parts of a case file below the facts of `loket signal show`: stalemate, positions, attempts, grounds, plan, documents, outcome.

use crate::{
    domain::{
        money::euros,
        organisation,
        signal::{Outcome, Signal},
        text::{RawText, SafeText},
    },
    locale::Texts,
};

/// A head, and its lines.
pub(super) type Part = (String, Vec<SafeText>);

/// Each part that says something.
pub(super) fn of(signal: &Signal, texts: &Texts) -> Vec<Part> {
    let facts = &signal.facts;
    let block = |text: &RawText| if text.is_blank() { vec![] } else { vec![text.block()] };
    let line = |parts: &[String]| {
        let said: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.trim().is_empty()).collect();
        SafeText::line(&said.join(", "))
    };
    let day = |key: &str, on: Option<chrono::NaiveDate>| {
        on.map_or_else(String::new, |on| texts.with(key, &[("day", on.to_string().into())]))
    };
    let raw = |text: &RawText| text.line().into_string();
    let positions =
        facts.bodies.iter().filter(|body| !body.position.is_blank()).map(|body| {
            SafeText::line(&format!("{}: {}", organisation::shown(body.organisation.as_str()), body.position.line()))
        });
    let tried = facts
        .tried
        .iter()
        .map(|one| line(&[one.on.map(|on| on.to_string()).unwrap_or_default(), raw(&one.what), raw(&one.with)]));
    let grounds = facts
        .sharing_grounds
        .iter()
        .map(|one| line(&[raw(&one.basis), raw(&one.purpose), raw(&one.recipient), day("ground-until", one.until)]));
    let plan = facts.plan.iter().map(|step| {
        let due = step.due.map(|due| due.to_string()).unwrap_or_default();
        line(&[due, raw(&step.what), raw(&step.who), day("plan-done", step.done_on)])
    });
    let documents = facts
        .documents
        .iter()
        .map(|one| line(&[one.dated_on.map(|on| on.to_string()).unwrap_or_default(), raw(&one.title), raw(&one.address)]));
    let mut outcome = vec![];
    outcome.extend(signal.outcome.map(|outcome: Outcome| SafeText::line(&texts.get(&format!("outcome-{outcome}")))));
    outcome.extend(block(&facts.result));
    if !facts.legal_room.is_blank() {
        outcome.push(SafeText::line(&texts.with("outcome-room", &[("room", raw(&facts.legal_room).into())])));
    }
    outcome
        .extend(facts.budget_cents.map(|cents| SafeText::line(&texts.with("outcome-budget", &[("euros", euros(cents).into())]))));
    let desired = [block(&facts.desired_by_household), block(&facts.desired_by_professional)].concat();
    let all = [
        ("section-stalemate", block(&facts.stalemate)),
        ("section-positions", positions.collect()),
        ("section-tried", tried.collect()),
        ("section-desired", desired),
        ("section-grounds", grounds.collect()),
        ("section-plan", plan.collect()),
        ("section-documents", documents.collect()),
        ("section-outcome", outcome),
    ];
    all.into_iter().filter(|(_, lines)| !lines.is_empty()).map(|(key, lines)| (texts.get(key), lines)).collect()
}
