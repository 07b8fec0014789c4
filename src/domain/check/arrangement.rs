//! Checks of what people write about moratoria, bridgings and commitments. What may happen to them is decided in
//! `domain::arrangement`.

use std::collections::HashSet;

use super::{Finding, Kind, Texts, day, lengths, list};
use crate::domain::{
    bridging::BridgingFacts,
    commitment::{CommitmentFacts, CommitmentSource},
    ids::OrganisationCode,
    moratorium::MoratoriumFacts,
    text::RawText,
};

/// Something recorded whose fields can be wrong.
pub trait Checked: Texts + Clone {
    /// Everything wrong with the fields, with pointers under `at`.
    fn check(&self, at: &str, organisations: &HashSet<OrganisationCode>) -> Vec<Finding>;
}

impl Checked for MoratoriumFacts {
    fn check(&self, at: &str, _: &HashSet<OrganisationCode>) -> Vec<Finding> {
        let mut findings = lengths(self, at);
        findings.extend(required(&self.set_by, format!("{at}/setBy")));
        findings.extend(list(&format!("{at}/creditors"), self.creditors.len()));
        let days = [("decidedOn", self.decided_on), ("firstDay", Some(self.first_day)), ("lastDay", Some(self.last_day))];
        findings.extend(days.into_iter().filter_map(|(field, date)| day(format!("{at}/{field}"), date)));
        if self.last_day < self.first_day {
            findings.push(Finding::new(format!("{at}/lastDay"), "out-of-range", format!("≥ {}", self.first_day)));
        }
        findings
    }
}

impl Checked for BridgingFacts {
    fn check(&self, at: &str, _: &HashSet<OrganisationCode>) -> Vec<Finding> {
        let mut findings = lengths(self, at);
        findings.extend(required(&self.care, format!("{at}/care")));
        findings.extend(list(&format!("{at}/candidatePayers"), self.candidate_payers.len()));
        let days = [("agreedOn", self.agreed_on), ("startsOn", Some(self.starts_on)), ("settleBy", Some(self.settle_by))];
        findings.extend(days.into_iter().filter_map(|(field, date)| day(format!("{at}/{field}"), date)));
        if self.settle_by < self.starts_on {
            findings.push(Finding::new(format!("{at}/settleBy"), "out-of-range", format!("≥ {}", self.starts_on)));
        }
        findings
    }
}

impl Checked for CommitmentFacts {
    fn check(&self, at: &str, organisations: &HashSet<OrganisationCode>) -> Vec<Finding> {
        let mut findings = lengths(self, at);
        findings.extend(required(&self.text, format!("{at}/text")));
        if !organisations.contains(&self.organisation) {
            findings.push(Finding::new(format!("{at}/organisation"), "unknown-value", ""));
        }
        findings.extend(day(format!("{at}/due/on"), Some(self.due.on)));
        if let Some(counted) = &self.due.counted {
            findings.extend(day(format!("{at}/due/counted/from"), Some(counted.from)));
        }
        findings.extend(day(format!("{at}/source/on"), self.source.as_ref().map(CommitmentSource::on)));
        findings
    }
}

/// A reason, or what was settled: not empty, not too long.
pub fn closing_text(text: &RawText, at: &str, is_required: bool) -> Vec<Finding> {
    let mut findings = lengths(text, at);
    findings.extend(required(text, at.into()).filter(|_| is_required));
    findings
}

/// The day of a closing.
pub fn closing_day(on: chrono::NaiveDate, at: &str) -> Vec<Finding> {
    day(at, Some(on)).into_iter().collect()
}

fn required(text: &RawText, at: String) -> Option<Finding> {
    text.is_blank().then(|| Finding::new(at, "required", ""))
}

impl Texts for MoratoriumFacts {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        see(&format!("{at}/setBy"), Kind::Line, &mut self.set_by);
        for (index, creditor) in self.creditors.iter_mut().enumerate() {
            see(&format!("{at}/creditors/{index}"), Kind::Line, creditor);
        }
        see(&format!("{at}/conditions"), Kind::Free, &mut self.conditions);
    }
}

impl Texts for BridgingFacts {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        see(&format!("{at}/care"), Kind::Free, &mut self.care);
        see(&format!("{at}/availableAt"), Kind::Line, &mut self.available_at);
        see(&format!("{at}/provisionalPayer"), Kind::Line, &mut self.provisional_payer);
    }
}

impl Texts for CommitmentFacts {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        see(&format!("{at}/text"), Kind::Free, &mut self.text);
        see(&format!("{at}/person"), Kind::Line, &mut self.person);
        see(&format!("{at}/to"), Kind::Line, &mut self.to);
        see(&format!("{at}/evidence"), Kind::Free, &mut self.evidence);
    }
}
