//! Checks of what people write when they share a case, and of what comes in from outside. What the day decides is in
//! `domain::share`.

use std::collections::HashSet;

use super::{Checked, Finding, Kind, Texts, day, lengths, meeting::required};
use crate::domain::{ids::OrganisationCode, share::ShareFacts};

impl Checked for ShareFacts {
    fn check(&self, at: &str, organisations: &HashSet<OrganisationCode>) -> Vec<Finding> {
        let mut findings = lengths(self, at);
        findings.extend(required(&self.purpose, format!("{at}/purpose")));
        findings.extend(required(&self.decided_by, format!("{at}/decidedBy")));
        findings.extend(required(&self.law, format!("{at}/law")).filter(|_| self.basis.names_an_act()));
        if !organisations.contains(&self.recipient) {
            findings.push(Finding::new(format!("{at}/recipient"), "unknown-value", ""));
        }
        if self.parts.is_empty() {
            findings.push(Finding::new(format!("{at}/parts"), "required", ""));
        }
        findings.extend(twice(&self.parts, &format!("{at}/parts")));
        findings.extend(twice(&self.flags, &format!("{at}/flags")));
        findings.extend(day(format!("{at}/until"), Some(self.until)));
        findings
    }
}

fn twice<T: PartialEq>(all: &[T], at: &str) -> Vec<Finding> {
    let again = all.iter().enumerate().filter(|(i, one)| all[..*i].contains(one));
    again.map(|(i, _)| Finding::new(format!("{at}/{i}"), "twice", "")).collect()
}

impl Texts for ShareFacts {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut crate::domain::text::RawText)) {
        see(&format!("{at}/law"), Kind::Line, &mut self.law);
        see(&format!("{at}/purpose"), Kind::Free, &mut self.purpose);
        see(&format!("{at}/decidedBy"), Kind::Line, &mut self.decided_by);
    }
}
