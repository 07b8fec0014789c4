//! Checks of what people write about a time-out. What may happen to it is decided in `domain::time_out`.

use std::collections::HashSet;

use super::{Finding, Kind, Texts, day, lengths};
use crate::domain::{
    ids::OrganisationCode,
    time_out::{TimeOutFacts, TimeOutProposal},
};

/// Everything wrong with the facts, with pointers under `at`.
pub fn time_out_facts(facts: &TimeOutFacts, at: &str, organisations: &HashSet<OrganisationCode>) -> Vec<Finding> {
    let mut findings = lengths(facts, at);
    if !organisations.contains(&facts.decider) {
        findings.push(Finding::new(format!("{at}/decider"), "unknown-value", ""));
    }
    if facts.decided_by.is_blank() {
        findings.push(Finding::new(format!("{at}/decidedBy"), "required", ""));
    }
    let days = [
        ("decidedOn", Some(facts.decided_on)),
        ("firstDay", Some(facts.first_day)),
        ("lastDay", Some(facts.last_day)),
        ("maximum", facts.maximum),
    ];
    findings.extend(days.into_iter().filter_map(|(field, date)| day(format!("{at}/{field}"), date)));
    if facts.last_day < facts.first_day {
        findings.push(Finding::new(format!("{at}/lastDay"), "out-of-range", format!("≥ {}", facts.first_day)));
    }
    findings
}

/// Everything wrong with a proposal, with pointers under `at`.
pub fn time_out_proposal(proposal: &TimeOutProposal, at: &str) -> Vec<Finding> {
    let mut findings = lengths(proposal, at);
    let days = match proposal {
        TimeOutProposal::Start => vec![],
        TimeOutProposal::Extend { last_day, decided_on, .. } => vec![("lastDay", *last_day), ("decidedOn", *decided_on)],
        TimeOutProposal::Resume { from, .. } | TimeOutProposal::End { from, .. } => vec![("from", *from)],
    };
    findings.extend(days.into_iter().filter_map(|(field, date)| day(format!("{at}/{field}"), Some(date))));
    findings
}

impl Texts for TimeOutFacts {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut crate::domain::text::RawText)) {
        see(&format!("{at}/decidedBy"), Kind::Line, &mut self.decided_by);
        see(&format!("{at}/mandate"), Kind::Line, &mut self.mandate);
        see(&format!("{at}/reference"), Kind::Exempt, &mut self.reference);
    }
}

impl Texts for TimeOutProposal {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut crate::domain::text::RawText)) {
        match self {
            Self::Start => {}
            Self::Extend { reference, reason, .. } => {
                see(&format!("{at}/reference"), Kind::Exempt, reference);
                see(&format!("{at}/reason"), Kind::Free, reason);
            }
            Self::Resume { reason, .. } | Self::End { reason, .. } => see(&format!("{at}/reason"), Kind::Free, reason),
        }
    }
}
