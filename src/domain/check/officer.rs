//! Checks of an entry of the register.

use std::collections::HashSet;

use super::{Finding, Kind, Texts, day, lengths, list};
use crate::domain::{
    ids::{MunicipalityCode, OrganisationCode},
    officer::OfficerFacts,
    text::RawText,
    verdict::Report,
};

/// Everything wrong with the facts of an entry, with pointers under `at`.
pub fn officer_facts(
    facts: &OfficerFacts,
    at: &str,
    municipalities: &HashSet<MunicipalityCode>,
    organisations: &HashSet<OrganisationCode>,
) -> Vec<Finding> {
    let mut findings = lengths(facts, at);
    if !organisations.contains(&facts.organisation) {
        findings.push(Finding::new(format!("{at}/organisation"), "unknown-value", ""));
    }
    if facts.role_code.chars().count() > 50 {
        findings.push(Finding::new(format!("{at}/roleCode"), "too-long", 50));
    }
    if facts.name.is_blank() && facts.title.is_blank() {
        findings.push(Finding::new(format!("{at}/name"), "required", ""));
    }
    if facts.phone.is_blank() && facts.mail.is_blank() {
        findings.push(Finding::new(format!("{at}/phone"), "required", ""));
    }
    if facts.budget_euros.is_some_and(|euros| !(0..=1_000_000_000).contains(&euros)) {
        findings.push(Finding::new(format!("{at}/budgetEuros"), "out-of-range", "0-1000000000"));
    }
    for (i, code) in facts.municipalities.iter().enumerate().filter(|(_, code)| !municipalities.contains(code)) {
        findings.push(Finding::new(format!("{at}/municipalities/{i}"), "unknown-value", code));
    }
    findings.extend(list(&format!("{at}/domains"), facts.domains.len()));
    if facts.municipalities.len() > 400 {
        findings.push(Finding::new(format!("{at}/municipalities"), "too-long", 400));
    }
    let days = [
        ("absentFrom", facts.absent_from),
        ("absentUntil", facts.absent_until),
        ("mandateUntil", facts.mandate_until),
        ("validFrom", facts.valid_from),
        ("validTo", facts.valid_to),
        ("verifiedOn", facts.verified_on),
    ];
    findings.extend(days.into_iter().filter_map(|(field, date)| day(format!("{at}/{field}"), date)));
    for (field, from, to) in
        [("validTo", facts.valid_from, facts.valid_to), ("absentUntil", facts.absent_from, facts.absent_until)]
    {
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            findings.push(Finding::new(format!("{at}/{field}"), "out-of-range", from));
        }
    }
    if facts.absent_from.is_some() && facts.absent_until.is_none() {
        findings.push(Finding::new(format!("{at}/absentUntil"), "required", ""));
    }
    findings
}

/// Everything wrong with a report, with pointers under `at`.
pub fn report(report: &Report, at: &str) -> Vec<Finding> {
    lengths(report, at)
}

impl Texts for OfficerFacts {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        use Kind::{Exempt, Free, Line};
        for (field, kind, text) in [
            ("title", Line, &mut self.title),
            ("name", Line, &mut self.name),
            ("phone", Exempt, &mut self.phone),
            ("mail", Exempt, &mut self.mail),
            ("directPhone", Exempt, &mut self.direct_phone),
            ("directMail", Exempt, &mut self.direct_mail),
            ("availability", Free, &mut self.availability),
            ("deputy", Line, &mut self.deputy),
            ("mandateExcludes", Free, &mut self.mandate_excludes),
            ("mandateSource", Free, &mut self.mandate_source),
            ("escalation", Line, &mut self.escalation),
            ("provenance", Free, &mut self.provenance),
        ] {
            see(&format!("{at}/{field}"), kind, text);
        }
        for (i, domain) in self.domains.iter_mut().enumerate() {
            see(&format!("{at}/domains/{i}"), Line, domain);
        }
    }
}
