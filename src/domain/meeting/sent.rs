//! What was sent, and when: exactly what a second person was shown. It stays as it was sent; what was promised since, or says
//! something else since, goes out when that is confirmed anew.

use std::collections::BTreeSet;

use super::{Publication, PublishedCommitment, PublishedDecision, PublishedItem};
use crate::domain::{
    Instant,
    commitment::{Commitment, CommitmentSource},
    ids::{AgendaItemId, OrganisationCode},
    text::RawText,
};

/// What was sent last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Who got what.
    pub shown: Publication,
    /// When the second person confirmed it.
    pub at: Instant,
}

impl Sent {
    /// Would be told now what was not told so, or no longer what was told? What is withheld since, because its ground ended, is no
    /// reason to send anything.
    pub fn is_outdated_by(&self, now: &Publication) -> bool {
        !self.outdated_by(now).is_empty()
    }

    /// The items of which that is so.
    pub fn outdated_by(&self, now: &Publication) -> BTreeSet<AgendaItemId> {
        let stays = |body: &OrganisationCode, item: &PublishedItem, other: &Publication| {
            item.decisions.iter().all(|one| tells_decision(other, body, item, one))
                && item.commitments.iter().all(|one| tells_commitment(other, body, item, one))
        };
        let withheld = |body: &OrganisationCode, item: &PublishedItem| {
            items(now).any(|(other, one)| other == body && one.item == item.item && one.withheld)
        };
        let new = items(now).filter(|(body, item)| !stays(body, item, &self.shown));
        let gone = items(&self.shown).filter(|(body, item)| !withheld(body, item) && !stays(body, item, now));
        new.chain(gone).map(|(_, item)| item.item).collect()
    }

    /// Was this sent to the body that promised it, as it is now?
    pub fn holds(&self, commitment: &Commitment) -> bool {
        let facts = &commitment.facts;
        let Some(CommitmentSource::AgendaItem { item, .. }) = facts.source else { return false };
        let told = PublishedCommitment::of(commitment);
        let of_item = |(body, one): &(&OrganisationCode, &PublishedItem)| **body == facts.organisation && one.item == item;
        items(&self.shown).filter(of_item).any(|(_, one)| one.commitments.iter().any(|other| other.says_the_same(&told)))
    }
}

impl PublishedCommitment {
    /// A commitment as it is sent.
    pub fn of(commitment: &Commitment) -> Self {
        let facts = &commitment.facts;
        Self {
            commitment: commitment.id,
            version: commitment.version,
            text: facts.text.clone(),
            due: facts.due.on,
            person: Some(facts.person.clone()),
            to: Some(facts.to.clone()),
        }
    }

    /// Does it say what the other does? Whether it was kept meanwhile is not of it.
    fn says_the_same(&self, other: &Self) -> bool {
        let same = |one: &Option<RawText>, other: &Option<RawText>| one.is_none() || other.is_none() || one == other;
        (self.commitment, &self.text, self.due) == (other.commitment, &other.text, other.due)
            && same(&self.person, &other.person)
            && same(&self.to, &other.to)
    }
}

fn items(publication: &Publication) -> impl Iterator<Item = (&OrganisationCode, &PublishedItem)> {
    publication.recipients.iter().flat_map(|one| one.items.iter().map(move |item| (&one.organisation, item)))
}

fn tells_decision(shown: &Publication, body: &OrganisationCode, item: &PublishedItem, made: &PublishedDecision) -> bool {
    let says =
        |one: &PublishedDecision| (one.decision, &one.text, &one.legal_room) == (made.decision, &made.text, &made.legal_room);
    items(shown).any(|(other, one)| other == body && one.item == item.item && one.decisions.iter().any(says))
}

fn tells_commitment(shown: &Publication, body: &OrganisationCode, item: &PublishedItem, made: &PublishedCommitment) -> bool {
    let says = |one: &PublishedCommitment| one.says_the_same(made);
    items(shown).any(|(other, one)| other == body && one.item == item.item && one.commitments.iter().any(says))
}
