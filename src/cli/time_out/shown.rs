//! Exactly what a second person confirms, in words: every field that the hash is made of.

use crate::{
    domain::{
        confirmation::Confirmation,
        text::SafeText,
        time_out::{Shown, TermDates, TimeOutProposal},
    },
    locale::Texts,
};

/// The page; the canonical text itself when it is of a form this program does not know.
pub(super) fn page(waits: &Confirmation, texts: &Texts) -> String {
    let Ok(shown) = serde_json::from_str::<Shown>(&waits.shown) else { return waits.shown.clone() };
    let (facts, decision) = (&shown.facts, &shown.suspends.decision);
    let mut lines = vec![];
    let mut field = |name: &str, value: String| {
        if !value.trim().is_empty() {
            let name = texts.get(&format!("cli-time-out-column-{name}"));
            lines.push(format!("{name:18} {}", SafeText::line(value.trim())));
        }
    };
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "–".into(), |day| texts.day(day));
    field("number", shown.signal.to_string());
    field("id", shown.time_out.to_string());
    field("pending", format!("{}, {}", texts.get(&format!("confirmed-action-{}", waits.action)), waits.proposed_by_name.line()));
    let amount = decision.amount_cents.map(|cents| format!("€ {},{:02}", cents / 100, cents.abs() % 100)).unwrap_or_default();
    field("body", format!("{} {} {} {amount}", decision.organisation, decision.kind.line(), decision.reference.line()));
    field("announced-on", decision.announced_on.map(|day| texts.day(day)).unwrap_or_default());
    field("dated-on", decision.dated_on.map(|day| texts.day(day)).unwrap_or_default());
    field("term", shown.suspends.rule_label.line().into_string());
    field("reach", texts.get(&format!("time-out-reach-{}", facts.reach.code().replace('_', "-"))));
    field("ground", texts.get(&format!("time-out-ground-{}", facts.ground)));
    field("decider", format!("{} {} {}", facts.decider, facts.decided_by.line(), facts.mandate.line()));
    field("decided-on", format!("{} {}", texts.day(facts.decided_on), facts.reference.line()));
    field("from", texts.day(facts.first_day));
    field("planned", texts.day(facts.last_day));
    field("maximum", facts.maximum.map(|day| texts.day(day)).unwrap_or_default());
    match &shown.proposal {
        TimeOutProposal::Start => {}
        TimeOutProposal::Extend { decided_on, reference, .. } => {
            field("decided-on", format!("{} {}", texts.day(*decided_on), reference.line()));
        }
        TimeOutProposal::Resume { from, .. } => field("again-from", texts.day(*from)),
        TimeOutProposal::End { from, ending, .. } => {
            field("again-from", format!("{} ({})", texts.day(*from), texts.get(&format!("time-out-ending-{ending}"))));
        }
    }
    field("reason", shown.proposal.reason().line().into_string());
    field("through", format!("{} → {}", day(shown.last_day_before), day(shown.last_day_after)));
    let dates = |of: fn(&TermDates) -> chrono::NaiveDate| {
        let (before, after) = (shown.term_before.as_ref().map(of), shown.term_after.as_ref().map(of));
        if before.is_none() && after.is_none() { String::new() } else { format!("{} → {}", day(before), day(after)) }
    };
    field("safe-end", dates(|term| term.safe_end));
    field("end", dates(|term| term.end));
    field("alarm", dates(|term| term.alarm_on));
    let unsure = shown.term_after.as_ref().filter(|term| term.uncertain || term.provisional);
    field("uncertain", unsure.map(|_| texts.get("time-out-term-unsure")).unwrap_or_default());
    lines.join("\n")
}
