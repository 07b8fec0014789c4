//! A proposal in words: exactly what the second person confirms.

use super::super::reference::Reference;
use crate::{
    domain::{
        Date,
        time_out::{Shown, TimeOutProposal},
    },
    locale::Texts,
};

/// Exactly what was shown, a line for each thing that is decided on.
pub fn shown_lines(shown: &Shown, texts: &Texts, reference: &Reference) -> Vec<String> {
    let decision = &shown.suspends.decision;
    let (facts, proposal) = (&shown.facts, &shown.proposal);
    let mut lines = vec![];
    let mut line = |key: &str, value: String| {
        if !value.trim().is_empty() {
            lines.push(texts.with(&format!("shown-{key}"), &[("value", value.trim().into())]));
        }
    };
    let day = |day: Option<Date>| day.map(|day| texts.day(day)).unwrap_or_default();
    line(
        "decision",
        format!("{} {} {}", reference.body(&decision.organisation), decision.kind.line(), decision.reference.line()),
    );
    line("announced", day(decision.announced_on.or(decision.dated_on)));
    let decider = reference.organisation_name(&facts.decider);
    match proposal {
        TimeOutProposal::Start => {
            line("decider", format!("{decider}, {}", facts.decided_by.line()));
            line("mandate", facts.mandate.line().into_string());
            line("decided-on", format!("{} {}", texts.day(facts.decided_on), facts.reference.line()));
            line("reach", texts.get(&format!("time-out-reach-{}", facts.reach.code().replace('_', "-"))));
            line("first-day", texts.day(facts.first_day));
        }
        TimeOutProposal::Extend { decided_on, reference, .. } => {
            line("decider", decider);
            line("decided-on", format!("{} {}", texts.day(*decided_on), reference.line()));
        }
        TimeOutProposal::Resume { from, .. } => line("from", texts.day(*from)),
        TimeOutProposal::End { from, ending, .. } => {
            line("from", texts.day(*from));
            line("ending", texts.get(&format!("form-choice-{ending}")));
        }
    }
    line("ground", texts.get(&format!("time-out-ground-{}", facts.ground)));
    line("was", day(shown.last_day_before));
    line("becomes", shown.last_day_after.map_or_else(|| texts.get("shown-nothing"), |last| texts.day(last)));
    line("maximum", day(facts.maximum));
    line("safe-end", day(shown.term_after.as_ref().map(|term| term.safe_end)));
    let ends = |term: &Option<crate::domain::time_out::TermDates>| day(term.as_ref().map(|term| term.end));
    line("term-was", ends(&shown.term_before));
    line("term-becomes", ends(&shown.term_after));
    line("reason", proposal.reason().line().into_string());
    lines
}
