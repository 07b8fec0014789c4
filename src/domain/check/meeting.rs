//! Checks of what people write about meetings, items of their agendas, invitations and decisions.

use std::collections::HashSet;

use chrono::{Datelike, Timelike};

use super::{Checked, Finding, Kind, Texts, day, lengths, list};
use crate::domain::{
    Instant,
    ids::OrganisationCode,
    meeting::{AgendaItemFacts, InvitationFacts, ItemPaperFacts, LetDecisionFacts, MeetingFacts, Slot, is_address},
    text::{RawText, is_unsafe},
};

/// Most slots of a meeting.
const SLOTS_MOST: usize = 20;
/// Most minutes of an item.
const MINUTES_MOST: u16 = 480;
/// Most working days before a meeting on which papers may be due.
pub(super) const PAPERS_MOST: u16 = 60;

/// Everything wrong with what is said about a meeting.
pub fn meeting_facts(facts: &MeetingFacts, at: &str) -> Vec<Finding> {
    let mut findings = lengths(facts, at);
    if facts.slots.is_empty() {
        findings.push(Finding::new(format!("{at}/slots"), "required", ""));
    }
    if facts.slots.len() > SLOTS_MOST {
        findings.push(Finding::new(format!("{at}/slots"), "too-long", SLOTS_MOST));
    }
    for (index, slot) in facts.slots.iter().enumerate() {
        let minutes = slot.minutes();
        if !(1..=Slot::MOST).contains(&minutes) {
            findings.push(Finding::new(format!("{at}/slots/{index}/endsAt"), "out-of-range", format!("1-{} min", Slot::MOST)));
        }
        let is_leap = |moment: Instant| moment.nanosecond() >= 1_000_000_000;
        for (field, moment) in [("startsAt", slot.starts_at), ("endsAt", slot.ends_at)] {
            // No clock of a calendar shows the sixtieth second.
            findings.extend(is_leap(moment).then(|| Finding::new(format!("{at}/slots/{index}/{field}"), "not-a-time", "")));
        }
        if !(1900..=9998).contains(&slot.starts_at.year()) {
            findings.push(Finding::new(format!("{at}/slots/{index}/startsAt"), "out-of-range", "1900-9998"));
        }
    }
    for (index, pair) in facts.slots.windows(2).enumerate() {
        if pair[1].starts_at < pair[0].ends_at {
            findings.push(Finding::new(format!("{at}/slots/{}/startsAt", index + 1), "slots-overlap", ""));
        }
    }
    if facts.papers_days > PAPERS_MOST {
        findings.push(Finding::new(format!("{at}/papersDays"), "out-of-range", format!("0-{PAPERS_MOST}")));
    }
    findings
}

impl Checked for AgendaItemFacts {
    fn check(&self, at: &str, organisations: &HashSet<OrganisationCode>) -> Vec<Finding> {
        let mut findings = lengths(self, at);
        findings.extend(required(&self.title, format!("{at}/title")));
        if !(1..=MINUTES_MOST).contains(&self.minutes) {
            findings.push(Finding::new(format!("{at}/minutes"), "out-of-range", format!("1-{MINUTES_MOST}")));
        }
        if !(1..=SLOTS_MOST).contains(&usize::from(self.slot)) {
            findings.push(Finding::new(format!("{at}/slot"), "out-of-range", format!("1-{SLOTS_MOST}")));
        }
        let lists = [
            ("tried", self.tried.len()),
            ("lifeDomains", self.life_domains.len()),
            ("bodies", self.bodies.len()),
            ("options", self.options.len()),
            ("grounds", self.grounds.len()),
        ];
        findings.extend(lists.into_iter().filter_map(|(field, length)| list(&format!("{at}/{field}"), length)));
        for (index, body) in self.bodies.iter().enumerate() {
            findings.extend(known(&body.organisation, organisations, format!("{at}/bodies/{index}/organisation")));
        }
        for (index, ground) in self.grounds.iter().enumerate() {
            findings.extend(day(format!("{at}/grounds/{index}/until"), ground.until));
            findings.extend(all_known(&ground.bodies, organisations, &format!("{at}/grounds/{index}/bodies")));
        }
        for (index, tried) in self.tried.iter().enumerate() {
            findings.extend(day(format!("{at}/tried/{index}/on"), tried.on));
        }
        findings
    }
}

impl Checked for InvitationFacts {
    fn check(&self, at: &str, organisations: &HashSet<OrganisationCode>) -> Vec<Finding> {
        let mut findings = lengths(self, at);
        findings.extend(known(&self.organisation, organisations, format!("{at}/organisation")));
        if self.function.is_blank() && self.name.is_blank() {
            findings.push(Finding::new(format!("{at}/function"), "required", ""));
        }
        // Where it is written out, a line break would begin a line of another's making.
        if self.mail.raw().chars().any(is_unsafe) {
            findings.push(Finding::new(format!("{at}/mail"), "wrong-form", "naam@voorbeeld.nl"));
        }
        findings
    }
}

impl Checked for LetDecisionFacts {
    fn check(&self, at: &str, organisations: &HashSet<OrganisationCode>) -> Vec<Finding> {
        let mut findings = lengths(self, at);
        findings.extend(required(&self.text, format!("{at}/text")));
        if self.bodies.is_empty() {
            findings.push(Finding::new(format!("{at}/bodies"), "required", ""));
        }
        findings.extend(list(&format!("{at}/bodies"), self.bodies.len()));
        findings.extend(all_known(&self.bodies, organisations, &format!("{at}/bodies")));
        findings
    }
}

impl Checked for ItemPaperFacts {
    fn check(&self, at: &str, organisations: &HashSet<OrganisationCode>) -> Vec<Finding> {
        let mut findings = lengths(self, at);
        findings.extend(required(&self.title, format!("{at}/title")));
        if self.text.is_blank() && self.address.is_blank() {
            findings.push(Finding::new(format!("{at}/text"), "required", ""));
        }
        if !self.address.is_blank() && !is_address(self.address.raw()) {
            findings.push(Finding::new(format!("{at}/address"), "not-https", ""));
        }
        findings.extend(day(format!("{at}/on"), self.on));
        findings.extend(list(&format!("{at}/bodies"), self.bodies.len()));
        findings.extend(all_known(&self.bodies, organisations, &format!("{at}/bodies")));
        findings
    }
}

fn known(code: &OrganisationCode, organisations: &HashSet<OrganisationCode>, at: String) -> Option<Finding> {
    (!organisations.contains(code)).then(|| Finding::new(at, "unknown-value", ""))
}

pub(super) fn all_known(codes: &[OrganisationCode], organisations: &HashSet<OrganisationCode>, at: &str) -> Vec<Finding> {
    codes.iter().enumerate().filter_map(|(index, code)| known(code, organisations, format!("{at}/{index}"))).collect()
}

pub(super) fn required(text: &RawText, at: String) -> Option<Finding> {
    text.is_blank().then(|| Finding::new(at, "required", ""))
}

/// How a meeting is held, or those of a series.
pub(super) fn each_held(held: [(&str, &mut RawText); 5], at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
    for (field, text) in held {
        let kind = match field {
            "video" => Kind::Exempt,
            "confidentiality" => Kind::Free,
            _ => Kind::Line,
        };
        see(&format!("{at}/{field}"), kind, text);
    }
}

impl Texts for MeetingFacts {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        each_held(self.held_mut(), at, see);
    }
}

impl Texts for AgendaItemFacts {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        see(&format!("{at}/title"), Kind::Title, &mut self.title);
        see(&format!("{at}/presenter"), Kind::Line, &mut self.presenter);
        see(&format!("{at}/stalemate"), Kind::Free, &mut self.stalemate);
        see(&format!("{at}/facts"), Kind::Free, &mut self.facts);
        for (index, tried) in self.tried.iter_mut().enumerate() {
            see(&format!("{at}/tried/{index}/what"), Kind::Free, &mut tried.what);
            see(&format!("{at}/tried/{index}/with"), Kind::Line, &mut tried.with);
        }
        see(&format!("{at}/escalated"), Kind::Free, &mut self.escalated);
        for (index, body) in self.bodies.iter_mut().enumerate() {
            see(&format!("{at}/bodies/{index}/position"), Kind::Free, &mut body.position);
            see(&format!("{at}/bodies/{index}/legalRoom"), Kind::Free, &mut body.legal_room);
        }
        see(&format!("{at}/perspective"), Kind::Free, &mut self.perspective);
        see(&format!("{at}/decisionAsked"), Kind::Free, &mut self.decision_asked);
        for (index, option) in self.options.iter_mut().enumerate() {
            see(&format!("{at}/options/{index}/text"), Kind::Free, &mut option.text);
            see(&format!("{at}/options/{index}/consequences"), Kind::Free, &mut option.consequences);
        }
        for (index, ground) in self.grounds.iter_mut().enumerate() {
            see(&format!("{at}/grounds/{index}/basis"), Kind::Line, &mut ground.basis);
            see(&format!("{at}/grounds/{index}/purpose"), Kind::Free, &mut ground.purpose);
        }
    }
}

impl Texts for InvitationFacts {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        see(&format!("{at}/function"), Kind::Line, &mut self.function);
        see(&format!("{at}/name"), Kind::Line, &mut self.name);
        see(&format!("{at}/mail"), Kind::Exempt, &mut self.mail);
    }
}

impl Texts for LetDecisionFacts {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        see(&format!("{at}/text"), Kind::Free, &mut self.text);
        see(&format!("{at}/legalRoom"), Kind::Free, &mut self.legal_room);
    }
}

impl Texts for ItemPaperFacts {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        see(&format!("{at}/title"), Kind::Line, &mut self.title);
        see(&format!("{at}/text"), Kind::Account, &mut self.text);
        // An address of a document may hold the number of a person.
        see(&format!("{at}/address"), Kind::Line, &mut self.address);
    }
}
