//! Checks of what people write when they share a case, and of what comes in from outside. What the day decides is in
//! `domain::share`.

use std::collections::HashSet;

use super::{Checked, Finding, Kind, Texts, day, lengths, meeting::required, signal::is_household};
use crate::domain::{case_export::ExportFacts, ids::OrganisationCode, personal, share::ShareFacts};

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

/// What is wrong with the texts of an export. Its purpose is about nobody: it is read in every case, and stays when a case is destroyed.
pub fn export_facts(facts: &ExportFacts, at: &str) -> Vec<Finding> {
    let mut findings = lengths(facts, at);
    findings.extend(required(&facts.purpose, format!("{at}/purpose")));
    findings.extend(required(&facts.recipient, format!("{at}/recipient")));
    findings.extend(required(&facts.law, format!("{at}/law")).filter(|_| facts.basis.names_an_act()));
    findings.extend(twice(&facts.flags, &format!("{at}/flags")));
    findings.extend(day(format!("{at}/destroyBy"), Some(facts.destroy_by)));
    let purpose = facts.purpose.raw();
    let mut words = purpose.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    if personal::contact(purpose).is_some() || words.any(|word| is_household(&word.to_uppercase())) {
        findings.push(Finding::new(format!("{at}/purpose"), "about-somebody", ""));
    }
    findings
}

impl Texts for ExportFacts {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut crate::domain::text::RawText)) {
        see(&format!("{at}/purpose"), Kind::Free, &mut self.purpose);
        see(&format!("{at}/recipient"), Kind::Line, &mut self.recipient);
        see(&format!("{at}/law"), Kind::Line, &mut self.law);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::share::ShareBasis;

    #[test]
    fn a_purpose_of_an_export_is_about_nobody() {
        let wrong = |purpose: &str| {
            let facts = ExportFacts {
                purpose: purpose.into(),
                recipient: "onderzoeker".into(),
                basis: ShareBasis::Consent,
                law: "".into(),
                flags: vec![],
                destroy_by: "2026-12-01".parse().unwrap(),
            };
            export_facts(&facts, "").into_iter().map(|finding| finding.code).collect::<Vec<_>>()
        };
        assert_eq!(wrong("evaluatie over 2025, Awb 6:7"), Vec::<&str>::new());
        for purpose in ["wegens H-7K2F", "huishouden (h-7k2f)", "bel 06-12345678", "mail a.jansen@example.nl"] {
            assert_eq!(wrong(purpose), ["about-somebody"], "{purpose}");
        }
        assert_eq!(wrong(" "), ["required"]);
    }
}
