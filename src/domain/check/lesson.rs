//! Checks of lessons. A lesson leaves the case: what is certainly of a person is refused, what only looks like it is asked about.

use std::collections::HashSet;

use super::{
    Checked, Finding, Kind, Texts, lengths, list,
    meeting::{all_known, required},
};
use crate::domain::{
    fold::fold, identifying, ids::OrganisationCode, lesson::LessonFacts, personal, signal::Signal, text::RawText,
};

impl Checked for LessonFacts {
    fn check(&self, at: &str, organisations: &HashSet<OrganisationCode>) -> Vec<Finding> {
        let mut findings = lengths(self, at);
        findings.extend(required(&self.pattern, format!("{at}/pattern")));
        findings.extend(list(&format!("{at}/bodies"), self.bodies.len()));
        findings.extend(all_known(&self.bodies, organisations, &format!("{at}/bodies")));
        findings
    }
}

impl Texts for LessonFacts {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        see(&format!("{at}/law"), Kind::Line, &mut self.law);
        see(&format!("{at}/article"), Kind::Line, &mut self.article);
        see(&format!("{at}/pattern"), Kind::Free, &mut self.pattern);
    }
}

/// What in a lesson is of a person: mail addresses and phone numbers. What may be is found too, unless somebody looked at it
/// (`looked`): a word by which its cases know somebody, and what is written like a name, an address, an account number, a date of
/// birth, an age, a diagnosis or a nationality.
pub fn personal_in_lesson(facts: &LessonFacts, cases: &[Signal], looked: bool, at: &str) -> Vec<Finding> {
    let names: Vec<String> = cases.iter().flat_map(names_of).collect();
    let mut findings = vec![];
    facts.clone().each(at, &mut |at, _, text| {
        let words: HashSet<String> = words(text.raw()).into_iter().collect();
        let found = match personal::contact(text.raw()) {
            Some(personal::Contact::Mail) => Some("personal-mail"),
            Some(personal::Contact::Phone) => Some("personal-phone"),
            None if looked => None,
            None if names.iter().any(|name| words.contains(name)) => Some("personal-of-case"),
            None if personal::find(text.raw()).is_some() || identifying::find(text.raw()).is_some() => Some("personal-doubt"),
            None => None,
        };
        findings.extend(found.map(|code| Finding::new(at, code, "")));
    });
    findings
}

/// Words by which a case knows somebody: the names of the reporter and of who was called, the reference of the household.
fn names_of(case: &Signal) -> Vec<String> {
    let called = case.timeline.iter().filter_map(|entry| entry.contact.as_ref()).map(|contact| &contact.with);
    let reporter = &case.facts.reporter;
    let called = called.flat_map(|with| personal::surnames(with.raw()));
    let household = case.facts.household.as_deref().and_then(|reference| reference.strip_prefix("H-")).map(str::to_owned);
    let names = personal::surnames(reporter.name.raw()).into_iter().chain(called).chain(household);
    names.flat_map(|name| words(&name)).filter(|word| word.chars().count() > 2).collect()
}

/// Folded words.
fn words(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
}
