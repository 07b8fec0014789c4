//! Checks of what people write about a signal.

use std::collections::HashSet;

use super::{Finding, Kind, Texts, day, lengths, list};
use crate::domain::{
    ids::{MunicipalityCode, OrganisationCode},
    signal::{ContactMoment, DocumentLink, Entry, Facts, Source, standing},
    text::RawText,
};

/// Everything wrong with the facts, with pointers under `at`.
pub fn facts(
    facts: &Facts,
    at: &str,
    municipalities: &HashSet<MunicipalityCode>,
    organisations: &HashSet<OrganisationCode>,
) -> Vec<Finding> {
    let mut findings = lengths(facts, at);
    if facts.title.is_blank() {
        findings.push(Finding::new(format!("{at}/title"), "required", ""));
    }
    if let Some(code) = facts.municipality.filter(|code| !municipalities.contains(code)) {
        findings.push(Finding::new(format!("{at}/municipality"), "unknown-value", code));
    }
    if facts.household.as_deref().is_some_and(|reference| !is_household(reference)) {
        findings.push(Finding::new(format!("{at}/household"), "wrong-form", "H-7K2F"));
    }
    let named = facts.bodies.iter().map(|body| &body.organisation).enumerate().map(|(i, code)| ("bodies", i, code));
    let deciding =
        facts.decisions.iter().map(|decision| &decision.organisation).enumerate().map(|(i, code)| ("decisions", i, code));
    for (field, i, _) in named.chain(deciding).filter(|(.., code)| !organisations.contains(code)) {
        findings.push(Finding::new(format!("{at}/{field}/{i}/organisation"), "unknown-value", ""));
    }
    let lists = [
        ("lifeDomains", facts.life_domains.len()),
        ("bodies", facts.bodies.len()),
        ("tried", facts.tried.len()),
        ("threats", facts.threats.len()),
        ("decisions", facts.decisions.len()),
        ("sharingGrounds", facts.sharing_grounds.len()),
        ("labels", facts.labels.len()),
        ("attachments", facts.attachments.len()),
        ("links", facts.links.len()),
        ("plan", facts.plan.len()),
        ("documents", facts.documents.len()),
    ];
    findings.extend(lists.into_iter().filter_map(|(field, length)| list(&format!("{at}/{field}"), length)));
    findings.extend(days(facts, at));
    for (i, _) in facts.plan.iter().enumerate().filter(|(_, step)| step.what.is_blank()) {
        findings.push(Finding::new(format!("{at}/plan/{i}/what"), "required", ""));
    }
    for (i, document) in facts.documents.iter().enumerate() {
        if document.title.is_blank() {
            findings.push(Finding::new(format!("{at}/documents/{i}/title"), "required", ""));
        }
        if !document.has_address() {
            findings.push(Finding::new(format!("{at}/documents/{i}/address"), "wrong-form", "https://"));
        }
    }
    if facts.budget_cents.is_some_and(|cents| !(0..=BUDGET_MOST).contains(&cents)) {
        findings.push(Finding::new(format!("{at}/budgetCents"), "out-of-range", format!("0-{BUDGET_MOST}")));
    }
    findings
}

/// Most that may be noted as spent, in euro cents: ten million euros.
const BUDGET_MOST: i64 = 1_000_000_000;

fn days(facts: &Facts, at: &str) -> Vec<Finding> {
    let mut findings = vec![];
    findings.extend(facts.tried.iter().enumerate().filter_map(|(i, tried)| day(format!("{at}/tried/{i}/on"), tried.on)));
    findings.extend(facts.threats.iter().enumerate().filter_map(|(i, threat)| day(format!("{at}/threats/{i}/on"), threat.on)));
    for (i, decision) in facts.decisions.iter().enumerate() {
        findings.extend(day(format!("{at}/decisions/{i}/announcedOn"), decision.announced_on));
        findings.extend(day(format!("{at}/decisions/{i}/datedOn"), decision.dated_on));
    }
    for (i, ground) in facts.sharing_grounds.iter().enumerate() {
        findings.extend(day(format!("{at}/sharingGrounds/{i}/until"), ground.until));
    }
    for (i, step) in facts.plan.iter().enumerate() {
        findings.extend(day(format!("{at}/plan/{i}/due"), step.due));
        findings.extend(day(format!("{at}/plan/{i}/doneOn"), step.done_on));
    }
    let dated = |(i, one): (usize, &DocumentLink)| day(format!("{at}/documents/{i}/datedOn"), one.dated_on);
    findings.extend(facts.documents.iter().enumerate().filter_map(dated));
    findings.extend(day(format!("{at}/snoozedUntil"), facts.snoozed_until));
    findings
}

/// Everything wrong with a source.
pub fn source(source: &Source, at: &str) -> Vec<Finding> {
    let mut findings = vec![];
    for (field, text, most) in [("system", source.system.as_str(), 50), ("reference", source.reference.raw(), 1000)] {
        if text.trim().is_empty() {
            findings.push(Finding::new(format!("{at}/{field}"), "required", ""));
        } else if text.chars().count() > most {
            findings.push(Finding::new(format!("{at}/{field}"), "too-long", most));
        }
    }
    findings
}

/// Everything wrong with a note.
pub fn note(text: &RawText, at: &str) -> Vec<Finding> {
    if text.is_blank() {
        return vec![Finding::new(at, "required", "")];
    }
    lengths(&One(Kind::Free, text.clone()), at)
}

/// Everything wrong with a contact moment.
pub fn contact(contact: &ContactMoment, at: &str) -> Vec<Finding> {
    let mut findings = lengths(contact, at);
    if contact.with.is_blank() {
        findings.push(Finding::new(format!("{at}/with"), "required", ""));
    }
    findings.extend(day(format!("{at}/callBackOn"), contact.call_back_on));
    if contact.call_back_at.is_some() && contact.call_back_on.is_none() {
        findings.push(Finding::new(format!("{at}/callBackOn"), "required", ""));
    }
    if contact.withdrawn && contact.corrects.is_none() {
        findings.push(Finding::new(format!("{at}/corrects"), "required", ""));
    }
    findings
}

/// A correction is of a contact moment that stands: one of another signal, or one that was corrected already, does not.
pub fn stands(contact: &ContactMoment, timeline: &[Entry], at: &str) -> Option<Finding> {
    let corrected = contact.corrects?;
    let stands = standing(timeline).iter().any(|entry| entry.id == corrected);
    (!stands).then(|| Finding::new(format!("{at}/corrects"), "does-not-stand", ""))
}

/// Everything wrong with the reason of a takeover.
pub fn takeover_reason(reason: &RawText, at: &str) -> Vec<Finding> {
    lengths(&One(Kind::Line, reason.clone()), at)
}

pub(super) fn is_household(reference: &str) -> bool {
    reference.strip_prefix("H-").is_some_and(|rest| {
        (4..=8).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
    })
}

/// One text by itself.
#[derive(Clone)]
struct One(Kind, RawText);

impl Texts for One {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        see(at, self.0, &mut self.1);
    }
}

impl Texts for RawText {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        see(at, Kind::Free, self);
    }
}

impl Texts for ContactMoment {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        see(&format!("{at}/with"), Kind::Line, &mut self.with);
        see(&format!("{at}/agreed"), Kind::Free, &mut self.agreed);
    }
}

impl Texts for Facts {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        use Kind::{Account, Address, Exempt, Free, Line, Title};
        see(&format!("{at}/title"), Title, &mut self.title);
        see(&format!("{at}/account"), Account, &mut self.account);
        see(&format!("{at}/reporter/name"), Line, &mut self.reporter.name);
        see(&format!("{at}/reporter/function"), Line, &mut self.reporter.function);
        see(&format!("{at}/reporter/organisation"), Line, &mut self.reporter.organisation);
        see(&format!("{at}/reporter/phone"), Exempt, &mut self.reporter.phone);
        see(&format!("{at}/reporter/mail"), Exempt, &mut self.reporter.mail);
        for (i, body) in self.bodies.iter_mut().enumerate() {
            see(&format!("{at}/bodies/{i}/position"), Free, &mut body.position);
        }
        see(&format!("{at}/stalemate"), Free, &mut self.stalemate);
        for (i, tried) in self.tried.iter_mut().enumerate() {
            see(&format!("{at}/tried/{i}/what"), Free, &mut tried.what);
            see(&format!("{at}/tried/{i}/with"), Line, &mut tried.with);
        }
        for (i, threat) in self.threats.iter_mut().enumerate() {
            see(&format!("{at}/threats/{i}/what"), Line, &mut threat.what);
        }
        for (i, decision) in self.decisions.iter_mut().enumerate() {
            see(&format!("{at}/decisions/{i}/reference"), Exempt, &mut decision.reference);
            see(&format!("{at}/decisions/{i}/kind"), Line, &mut decision.kind);
        }
        see(&format!("{at}/desiredByHousehold"), Free, &mut self.desired_by_household);
        see(&format!("{at}/desiredByProfessional"), Free, &mut self.desired_by_professional);
        for (i, ground) in self.sharing_grounds.iter_mut().enumerate() {
            see(&format!("{at}/sharingGrounds/{i}/basis"), Line, &mut ground.basis);
            see(&format!("{at}/sharingGrounds/{i}/purpose"), Free, &mut ground.purpose);
            see(&format!("{at}/sharingGrounds/{i}/recipient"), Line, &mut ground.recipient);
        }
        see(&format!("{at}/urgencyReason"), Free, &mut self.urgency_reason);
        for (i, label) in self.labels.iter_mut().enumerate() {
            see(&format!("{at}/labels/{i}"), Line, label);
        }
        for (i, attachment) in self.attachments.iter_mut().enumerate() {
            see(&format!("{at}/attachments/{i}/name"), Line, &mut attachment.name);
            see(&format!("{at}/attachments/{i}/mediaType"), Exempt, &mut attachment.media_type);
        }
        for (i, step) in self.plan.iter_mut().enumerate() {
            see(&format!("{at}/plan/{i}/what"), Free, &mut step.what);
            see(&format!("{at}/plan/{i}/who"), Line, &mut step.who);
        }
        for (i, document) in self.documents.iter_mut().enumerate() {
            see(&format!("{at}/documents/{i}/title"), Line, &mut document.title);
            see(&format!("{at}/documents/{i}/address"), Address, &mut document.address);
        }
        see(&format!("{at}/result"), Free, &mut self.result);
        see(&format!("{at}/legalRoom"), Free, &mut self.legal_room);
    }
}

#[cfg(test)]
mod tests {
    use super::{super::numbers_in, *};
    use crate::domain::check::mask_numbers;

    fn sample() -> Facts {
        Facts { title: "Ontruiming, SVB".into(), ..Facts::default() }
    }

    #[test]
    fn all_faults_are_found_at_once() {
        let mut wrong = sample();
        wrong.title = " ".into();
        wrong.municipality = Some(MunicipalityCode(9999));
        wrong.household = Some("Jansen".into());
        wrong.labels = vec!["x".into(); 101];
        wrong.snoozed_until = chrono::NaiveDate::from_ymd_opt(9999, 12, 31);
        wrong.stalemate = RawText("é".repeat(20_001));
        let found = facts(&wrong, "/facts", &HashSet::new(), &HashSet::new());
        let mut at: Vec<_> = found.iter().map(|finding| (finding.at.as_str(), finding.code)).collect();
        at.sort_unstable();
        assert_eq!(
            at,
            [
                ("/facts/household", "wrong-form"),
                ("/facts/labels", "too-long"),
                ("/facts/municipality", "unknown-value"),
                ("/facts/snoozedUntil", "out-of-range"),
                ("/facts/stalemate", "too-long"),
                ("/facts/title", "required"),
            ]
        );
    }

    #[test]
    fn a_number_in_text_is_found_and_one_in_a_phone_field_is_not() {
        let mut facts = sample();
        facts.account = "é bsn 999990019".into();
        facts.reporter.phone = "999990019".into();
        assert_eq!(numbers_in(&facts, "/facts"), [Finding::new("/facts/account", "bsn", 7)]);
        assert_eq!(mask_numbers(&mut facts), 1);
        assert_eq!(facts.account.raw(), "é bsn *****0019");
        assert_eq!(facts.reporter.phone.raw(), "999990019");
    }
}
