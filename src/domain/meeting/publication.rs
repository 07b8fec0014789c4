//! Who gets what when an agenda or its decisions are sent. A body learns of the items it is invited for, and of their
//! content only on a ground for sharing ([`is_shared`]); what it may not know is not in here. The documents are made from the
//! same, so nobody gets another thing than the second person was shown.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Edition, EditionItem, Entry, Invitation, InvitationFacts, ItemPaper, LetDecision, MeetingFacts, MeetingNumber, Sent,
};
use crate::domain::{
    Date,
    commitment::{Commitment, CommitmentSource},
    confirmation::ConfirmedAction,
    ids::{AgendaItemId, ArrangementId, EditionId, OrganisationCode, PartId, SignalNumber},
    text::RawText,
};

/// A person it goes to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Addressee {
    /// The name.
    pub name: RawText,
    /// The function.
    pub function: RawText,
    /// The address.
    pub mail: RawText,
}

impl Addressee {
    /// Who is invited.
    pub fn of(facts: &InvitationFacts) -> Self {
        Self { name: facts.name.clone(), function: facts.function.clone(), mail: facts.mail.clone() }
    }

    /// Do both come to the same person? The address counts, without regard to case; where one has none, name and function do.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self.mailbox(), other.mailbox()) {
            (Some(one), Some(other)) => one == other,
            _ => self.name == other.name && self.function == other.function,
        }
    }

    /// The address as mailboxes compare it.
    fn mailbox(&self) -> Option<String> {
        let mail = self.mail.raw().trim().to_lowercase();
        (!mail.is_empty()).then_some(mail)
    }
}

/// A decision that is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PublishedDecision {
    /// Which.
    pub decision: PartId,
    /// Its version.
    pub version: i64,
    /// What was decided.
    pub text: RawText,
    /// The legal room that was used.
    pub legal_room: RawText,
}

/// A commitment that is sent to the body that made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PublishedCommitment {
    /// Which.
    pub commitment: ArrangementId,
    /// Its version.
    pub version: i64,
    /// What was promised.
    pub text: RawText,
    /// The last day (t/m).
    pub due: NaiveDate,
    /// Who there promised it; nothing: it was not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<RawText>,
    /// To whom; nothing: it was not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<RawText>,
}

/// A paper that a body gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PublishedPaper {
    /// Which.
    pub paper: PartId,
    /// Its version.
    pub version: i64,
    /// Its title.
    pub title: RawText,
}

/// An item that a body gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PublishedItem {
    /// Which.
    pub item: AgendaItemId,
    /// Its version.
    pub version: i64,
    /// Its number on the agenda.
    pub number: u32,
    /// Starts.
    pub starts_at: Option<DateTime<Utc>>,
    /// Ends.
    pub ends_at: Option<DateTime<Utc>>,
    /// There is no ground for sharing with this body: it gets the time alone.
    pub withheld: bool,
    /// The title.
    pub title: Option<RawText>,
    /// The number of the case.
    pub signal_number: Option<SignalNumber>,
    /// What was decided for this body.
    pub decisions: Vec<PublishedDecision>,
    /// What this body promised.
    #[serde(default)]
    pub commitments: Vec<PublishedCommitment>,
    /// The papers that this body gets.
    #[serde(default)]
    pub papers: Vec<PublishedPaper>,
}

/// A body and what it gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Recipient {
    /// The body.
    pub organisation: OrganisationCode,
    /// To whom there.
    pub to: Vec<Addressee>,
    /// What it gets, in order of the agenda.
    pub items: Vec<PublishedItem>,
}

/// Exactly what is sent, and to whom: what the second person is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Publication {
    /// The meeting.
    pub meeting: MeetingNumber,
    /// The agenda, or the decisions.
    pub action: ConfirmedAction,
    /// The fixed version of the agenda.
    pub edition: EditionId,
    /// Its number.
    pub edition_number: u32,
    /// Who gets what, by body.
    pub recipients: Vec<Recipient>,
}

impl Publication {
    /// With somebody to send to for each body of which nobody is asked any more: the escalation contact of the register.
    #[must_use]
    pub fn with_contacts(mut self, contact: impl Fn(&OrganisationCode) -> Option<Addressee>) -> Self {
        for recipient in self.recipients.iter_mut().filter(|one| one.to.is_empty()) {
            recipient.to.extend(contact(&recipient.organisation));
        }
        self
    }

    /// The items of which something is told besides their time, given what was sent before: what is the same as then is told to nobody.
    pub fn told_since(&self, before: Option<&Sent>) -> BTreeSet<AgendaItemId> {
        let tells = |item: &&PublishedItem| !item.decisions.is_empty() || !item.commitments.is_empty();
        match before {
            Some(before) => before.outdated_by(self),
            None => self.recipients.iter().flat_map(|one| &one.items).filter(tells).map(|item| item.item).collect(),
        }
    }

    /// The bodies that get something and have nobody to send it to.
    pub fn without_addressee(&self) -> Vec<OrganisationCode> {
        self.recipients.iter().filter(|one| one.to.is_empty()).map(|one| one.organisation.clone()).collect()
    }
}

/// What there is beside the fixed version: answers, decisions and commitments come in after it, and grounds end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Present<'a> {
    /// The items as they stand now.
    pub entries: &'a [Entry],
    /// Commitments; those of other meetings count for nothing.
    pub commitments: Vec<&'a Commitment>,
    /// The day on which it is asked.
    pub today: Date,
}

/// May what stands in an item be shared with this body? Only on a ground that holds on the day of the item and today, in the
/// item as it was fixed and as it stands now: a consent that was withdrawn ends what is shared, and an item that was taken off
/// is shared with nobody. An item without a time is of the last day of the meeting.
pub fn is_shared(one: &EditionItem, present: &Present<'_>, body: &OrganisationCode, meeting: &MeetingFacts) -> bool {
    let day = one.times.last_day().or_else(|| meeting.last_day());
    let (Some(day), Some(now)) = (day, entry(present, one)) else { return false };
    [day, present.today].into_iter().all(|on| [&one.item, &now.item].into_iter().all(|item| item.is_shared_with(body, on)))
}

/// Who gets what of a fixed version; decisions and commitments only when those are sent.
pub fn publication(edition: &Edition, action: ConfirmedAction, present: &Present<'_>) -> Publication {
    let of_decisions = action == ConfirmedAction::PublishDecisions;
    let mut bodies: BTreeMap<OrganisationCode, Recipient> = BTreeMap::new();
    for one in &edition.content.items {
        let now = entry(present, one);
        let decisions = now.iter().flat_map(|entry| &entry.decisions);
        let made: Vec<&LetDecision> = decisions.filter(|made| !made.withdrawn).collect();
        let promised: Vec<&Commitment> = promised(edition, one, present).collect();
        let invitations = now.iter().flat_map(|entry| &entry.invitations);
        let asked: Vec<&Invitation> = invitations.filter(|invitation| invitation.is_asked()).collect();
        let mut codes: Vec<&OrganisationCode> = match of_decisions {
            true => {
                let promisers = promised.iter().map(|one| &one.facts.organisation);
                made.iter().flat_map(|made| &made.facts.bodies).chain(promisers).collect()
            }
            false => asked.iter().map(|invitation| &invitation.facts.organisation).collect(),
        };
        codes.sort_unstable();
        codes.dedup();
        for code in codes {
            let withheld = !is_shared(one, present, code, &edition.content.facts);
            let is_told = of_decisions && !withheld;
            let decisions = made.iter().filter(|made| is_told && made.facts.bodies.contains(code));
            let commitments = promised.iter().filter(|one| is_told && one.facts.organisation == *code);
            let papers = one.papers.iter().filter(|paper| !withheld && paper.is_for(code) && stands(paper, now, Some(code)));
            let published = PublishedItem {
                item: one.item.id,
                version: one.item.version,
                number: one.times.number,
                starts_at: one.times.starts_at,
                ends_at: one.times.ends_at,
                withheld,
                title: (!withheld).then(|| one.item.facts.title.clone()),
                signal_number: one.item.signal_number.filter(|_| !withheld),
                decisions: decisions.map(|made| told(made)).collect(),
                commitments: commitments.map(|one| PublishedCommitment::of(one)).collect(),
                papers: papers.map(paper_told).collect(),
            };
            let to =
                asked.iter().filter(|invitation| invitation.facts.organisation == *code).map(|one| Addressee::of(&one.facts));
            let recipient =
                bodies.entry(code.clone()).or_insert_with(|| Recipient { organisation: code.clone(), to: vec![], items: vec![] });
            recipient.to.extend(to);
            recipient.items.push(published);
        }
    }
    for recipient in bodies.values_mut() {
        recipient.to.sort_unstable();
        recipient.to.dedup();
    }
    Publication {
        meeting: edition.content.number,
        action,
        edition: edition.id,
        edition_number: edition.number,
        recipients: bodies.into_values().collect(),
    }
}

/// Does a paper that was fixed still stand, for this body? One that was taken back since goes to nobody, and one that is for fewer
/// bodies to those alone.
pub fn stands(paper: &ItemPaper, now: Option<&Entry>, body: Option<&OrganisationCode>) -> bool {
    let now = now.and_then(|entry| entry.papers.iter().find(|one| one.id == paper.id));
    now.is_none_or(|now| !now.withdrawn && body.is_none_or(|body| now.is_for(body)))
}

/// The item as it stands now.
fn entry<'a>(present: &Present<'a>, one: &EditionItem) -> Option<&'a Entry> {
    present.entries.iter().find(|entry| entry.item.id == one.item.id)
}

/// What was promised at this item of this meeting.
fn promised<'a>(edition: &Edition, one: &EditionItem, present: &'a Present<'_>) -> impl Iterator<Item = &'a Commitment> {
    let (number, id) = (edition.content.number, one.item.id);
    present.commitments.iter().copied().filter(move |commitment| {
        matches!(commitment.facts.source, Some(CommitmentSource::AgendaItem { meeting, item, .. }) if (meeting, item) == (number, id))
    })
}

fn told(decision: &LetDecision) -> PublishedDecision {
    PublishedDecision {
        decision: decision.id,
        version: decision.version,
        text: decision.facts.text.clone(),
        legal_room: decision.facts.legal_room.clone(),
    }
}

fn paper_told(paper: &ItemPaper) -> PublishedPaper {
    PublishedPaper { paper: paper.id, version: paper.version, title: paper.facts.title.clone() }
}
