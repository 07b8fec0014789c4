//! What belongs to an item and has a version of its own: an invitation, a decision, a paper. So nobody who writes in the item stands in
//! the way of who notes an answer.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Slot;
use crate::domain::{
    arrangement::differing,
    fold::fold,
    ids::{AccountId, AgendaItemId, OfficerId, OrganisationCode, PartId},
    role::coded_enum,
    text::RawText,
};

coded_enum!(
    /// Which.
    PartKind {
        /// Uitnodiging.
        Invitation = "invitation",
        /// Besluit van het LET.
        Decision = "let-decision",
        /// Stuk.
        Paper = "item-paper",
    }
);

coded_enum!(
    /// As what somebody is invited.
    Capacity {
        /// Bestuurder of directeur.
        Director = "director",
        /// Vervanger.
        Deputy = "deputy",
        /// Anybody else: who knows the case.
        Other = "other",
    }
);

coded_enum!(
    /// What was answered.
    Answer {
        /// Nothing yet.
        Open = "open",
        /// Komt.
        Accepted = "accepted",
        /// Komt niet.
        Declined = "declined",
    }
);

/// Who is invited for an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InvitationFacts {
    /// The body.
    pub organisation: OrganisationCode,
    /// The entry of the register; nothing: somebody who is not in it.
    #[serde(default)]
    pub officer: Option<OfficerId>,
    /// The function.
    #[serde(default)]
    pub function: RawText,
    /// The name, as it was when invited.
    #[serde(default)]
    pub name: RawText,
    /// Where the invitation goes to.
    #[serde(default)]
    pub mail: RawText,
    /// As what.
    pub capacity: Capacity,
    /// Was it confirmed that they may decide?
    #[serde(default)]
    pub mandate_confirmed: bool,
    /// What was answered.
    #[serde(default = "no_answer")]
    pub answer: Answer,
    /// The time it was answered for, by the server. When the item goes to another time, `answer` is open again until it is asked anew;
    /// back at the same time the answer counts again. Nothing: the time was not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_for: Option<Slot>,
}

impl InvitationFacts {
    /// Is the same person asked? By entry of the register; otherwise by body, name and address, and by function where there is no
    /// name. Where only one of them has an address it is the same.
    pub fn asks_the_same(&self, other: &Self) -> bool {
        if let (Some(one), Some(other)) = (self.officer, other.officer) {
            return one == other;
        }
        let who = |facts: &Self| {
            let is_named = !facts.name.is_blank();
            (is_named, plain(if is_named { &facts.name } else { &facts.function }))
        };
        let (one, two) = (mailbox(&self.mail), mailbox(&other.mail));
        let same_mail = one.is_empty() || two.is_empty() || one == two;
        self.organisation == other.organisation && who(self) == who(other) && same_mail
    }

    /// Is it one person, who gets one pack and can be in one place? By entry of the register where both have one; otherwise by body
    /// and name, however it is typed: two who share a mailbox are two. Where nobody is named the function counts, at the same address.
    pub fn is_one_person(&self, other: &Self) -> bool {
        if let (Some(one), Some(other)) = (self.officer, other.officer) {
            return one == other;
        }
        let (one, two) = (plain(&self.name), plain(&other.name));
        let unnamed = one.is_empty() && two.is_empty();
        let same = if unnamed { plain(&self.function) == plain(&other.function) } else { one == two };
        self.organisation == other.organisation && same && (!unnamed || mailbox(&self.mail) == mailbox(&other.mail))
    }
}

impl InvitationFacts {
    /// Is somebody else asked than before? Another address alone makes no other person; another name does, whatever the register
    /// says.
    pub fn asks_another_than(&self, before: &Self) -> bool {
        let renamed = !before.name.is_blank() && plain(&self.name) != plain(&before.name);
        let moved = self.organisation != before.organisation;
        renamed || moved || !self.asks_the_same(&Self { mail: self.mail.clone(), ..before.clone() })
    }
}

/// A name as it is compared: `J. de Vries`, `j de vries` and `J.de Vries` are one.
fn plain(name: &RawText) -> String {
    fold(name.raw()).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// An address as mailboxes compare it.
fn mailbox(mail: &RawText) -> String {
    mail.raw().trim().to_lowercase()
}

fn no_answer() -> Answer {
    Answer::Open
}

/// What the LET decided. It cannot decide a time-out: it asks a municipality for one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LetDecisionFacts {
    /// What was decided.
    pub text: RawText,
    /// For which bodies.
    pub bodies: Vec<OrganisationCode>,
    /// The legal room that was used.
    #[serde(default)]
    pub legal_room: RawText,
}

/// A part of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Part<F> {
    /// Id.
    pub id: PartId,
    /// Raised by one with every change; the ETag is made of it.
    pub version: i64,
    /// The item it belongs to.
    pub item: AgendaItemId,
    /// What is said.
    pub facts: F,
    /// Was it taken back? It counts no more, and stays to be seen.
    pub withdrawn: bool,
    /// When it was recorded; of a kind that keeps its versions, this version.
    pub recorded_at: DateTime<Utc>,
    /// Who recorded it.
    pub recorded_by: AccountId,
    /// The name of who.
    pub recorded_by_name: RawText,
}

/// Somebody invited for an item.
pub type Invitation = Part<InvitationFacts>;

/// A decision about an item.
pub type LetDecision = Part<LetDecisionFacts>;

impl InvitationFacts {
    /// As it counts for an item at this time: an answer that was given for another one must be asked for again.
    pub fn at(&self, slot: Option<Slot>) -> Self {
        let answer = if self.answered_for.is_some() && self.answered_for != slot { Answer::Open } else { self.answer };
        Self { answer, ..self.clone() }
    }

    /// With an answer that is given now, for this time; one that was given before keeps its own.
    pub fn answered_at(self, slot: Option<Slot>) -> Self {
        let answered_for = if self.answer == Answer::Open { None } else { self.answered_for.or(slot) };
        Self { answered_for, ..self }
    }

    /// Was it answered, but for another time?
    pub fn must_be_asked_again(&self) -> bool {
        self.answer == Answer::Open && self.answered_for.is_some()
    }
}

impl Invitation {
    /// Is somebody asked to come: neither taken back nor declined?
    pub fn is_asked(&self) -> bool {
        !self.withdrawn && self.facts.answer != Answer::Declined
    }
}

/// What a part says.
pub trait PartFacts: Clone + PartialEq + Serialize + for<'de> Deserialize<'de> + Send + Sync {
    /// Which kind.
    const KIND: PartKind;

    /// Does every version of it stay readable?
    const KEEPS_VERSIONS: bool = false;

    /// The names of the fields in which it differs.
    fn differing(&self, before: &Self) -> Vec<String>;
}

impl PartFacts for InvitationFacts {
    const KIND: PartKind = PartKind::Invitation;

    fn differing(&self, before: &Self) -> Vec<String> {
        differing!(self, before; organisation = "organisation", officer = "officer", function = "function", name = "name",
            mail = "mail", capacity = "capacity", mandate_confirmed = "mandateConfirmed", answer = "answer", answered_for = "answeredFor")
    }
}

impl PartFacts for LetDecisionFacts {
    const KIND: PartKind = PartKind::Decision;

    fn differing(&self, before: &Self) -> Vec<String> {
        differing!(self, before; text = "text", bodies = "bodies", legal_room = "legalRoom")
    }
}
