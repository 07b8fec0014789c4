//! A whole agenda: the meeting with its items in order, and what belongs to each.

use std::collections::BTreeSet;

use super::{
    AgendaItem, Booking, EditionContent, EditionItem, Invitation, ItemPaper, LetDecision, Meeting, MeetingFacts, Missing,
    Schedule, missing, schedule, without_addressee,
};
use crate::domain::{
    commitment::{Commitment, CommitmentSource},
    ids::OrganisationCode,
    organisation::OrganisationKind,
};

/// An item with what belongs to it; what was taken back is among it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The item.
    pub item: AgendaItem,
    /// Who is invited.
    pub invitations: Vec<Invitation>,
    /// What was decided.
    pub decisions: Vec<LetDecision>,
    /// What papers go with it.
    pub papers: Vec<ItemPaper>,
}

impl Entry {
    /// An item to which nothing belongs yet.
    pub fn of(item: AgendaItem) -> Self {
        Self { item, invitations: vec![], decisions: vec![], papers: vec![] }
    }

    /// The bodies it is about, and those for which something was decided or that promised something there, of which nobody is asked
    /// for it. Of commitments those of other items count for nothing.
    pub fn unasked<'a>(&'a self, promised: &'a [Commitment]) -> BTreeSet<&'a OrganisationCode> {
        let about = self.item.facts.bodies.iter().map(|body| &body.organisation);
        let decided = self.decisions.iter().filter(|made| !made.withdrawn).flat_map(|made| &made.facts.bodies);
        let here = |one: &&Commitment| matches!(one.facts.source, Some(CommitmentSource::AgendaItem { item, .. }) if item == self.item.id);
        let promised = promised.iter().filter(here).map(|one| &one.facts.organisation);
        let is_asked =
            |code: &OrganisationCode| self.invitations.iter().any(|one| one.is_asked() && one.facts.organisation == *code);
        about.chain(decided).chain(promised).filter(|code| !is_asked(code)).collect()
    }

    /// As it is at this meeting: an answer that was given for another time counts no more. A candidate has no time.
    pub fn at(mut self, meeting: Option<&MeetingFacts>) -> Self {
        if let Some(meeting) = meeting {
            let slot = meeting.slot(self.item.facts.slot);
            for invitation in &mut self.invitations {
                invitation.facts = invitation.facts.at(slot);
            }
        }
        self
    }
}

/// A meeting and its items, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// The meeting.
    pub meeting: Meeting,
    /// Its items, in order.
    pub entries: Vec<Entry>,
}

impl Agenda {
    /// With the entries put in order, each as it is at this meeting.
    pub fn of(meeting: Meeting, entries: Vec<Entry>) -> Self {
        let mut entries: Vec<Entry> = entries.into_iter().map(|entry| entry.at(Some(&meeting.facts))).collect();
        entries.sort_by_key(|entry| (entry.item.rank, entry.item.id));
        Self { meeting, entries }
    }

    /// When each item is dealt with.
    pub fn schedule(&self) -> Schedule {
        let items: Vec<&AgendaItem> = self.entries.iter().map(|entry| &entry.item).collect();
        schedule(&self.meeting.facts.slots, &items)
    }

    /// What is missing in each item, in order of the agenda, with what was promised there; the register knows `nobody` to send to at
    /// these bodies.
    pub fn missing(
        &self,
        kind: impl Fn(&OrganisationCode) -> Option<OrganisationKind>,
        (promised, nobody): (&[Commitment], &[OrganisationCode]),
    ) -> Vec<Vec<Missing>> {
        let times = self.schedule();
        let of = |(entry, times): (&Entry, &super::ItemTimes)| {
            let mut found = missing(&entry.item, &entry.invitations, Some((&self.meeting.facts, times.last_day())), &kind);
            found.extend(without_addressee(entry, promised, nobody));
            found
        };
        self.entries.iter().zip(&times.items).map(of).collect()
    }

    /// Who is asked to be where, and when: invitations that stand and were not declined.
    pub fn bookings(&self) -> Vec<Booking> {
        let times = self.schedule();
        let mut bookings = vec![];
        for (entry, times) in self.entries.iter().zip(&times.items) {
            let (Some(starts_at), Some(ends_at)) = (times.starts_at, times.ends_at) else { continue };
            let asked = entry.invitations.iter().filter(|one| one.is_asked());
            bookings.extend(asked.map(|invitation| Booking {
                meeting: self.meeting.number,
                item: entry.item.id,
                starts_at,
                ends_at,
                invitation: invitation.clone(),
            }));
        }
        bookings
    }

    /// What a version of it would hold now.
    pub fn content(&self) -> EditionContent {
        let times = self.schedule();
        let item = |(entry, times): (&Entry, &super::ItemTimes)| EditionItem {
            item: entry.item.clone(),
            times: times.clone(),
            invitations: entry.invitations.iter().filter(|one| !one.withdrawn).cloned().collect(),
            papers: entry.papers.iter().filter(|one| !one.withdrawn).cloned().collect(),
        };
        EditionContent {
            number: self.meeting.number,
            facts: self.meeting.facts.clone(),
            items: self.entries.iter().zip(&times.items).map(item).collect(),
        }
    }
}
