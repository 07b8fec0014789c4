//! An item of an agenda, or a candidate for one: the same thing, so that taking it off loses nothing.
//!
//! Its place does not belong to its version: one person moves it while another writes in it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{
    Date,
    arrangement::differing,
    ids::{AccountId, AgendaItemId, MeetingId, OrganisationCode, SignalId, SignalNumber},
    organisation,
    role::coded_enum,
    signal::{Attempt, LifeDomain, Signal},
    text::RawText,
};

coded_enum!(
    /// An item that every meeting has.
    StandingItem {
        /// Opening and the ground for sharing data.
        Opening = "opening",
        /// Open commitments of the last meetings.
        OpenCommitments = "open-commitments",
        /// Lessons.
        Lessons = "lessons",
        /// Close.
        Close = "close",
    }
);

impl StandingItem {
    /// Minutes it usually takes.
    pub fn minutes(self) -> u16 {
        match self {
            Self::OpenCommitments => 10,
            Self::Opening | Self::Lessons | Self::Close => 5,
        }
    }
}

/// A body in the case, with what it says and what its law leaves room for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ItemBody {
    /// Which.
    pub organisation: OrganisationCode,
    /// What it says or does (standpunt).
    #[serde(default)]
    pub position: RawText,
    /// The legal room it has (juridische ruimte).
    #[serde(default)]
    pub legal_room: RawText,
}

/// A way out, with what comes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ItemOption {
    /// What could be done.
    pub text: RawText,
    /// What comes of it.
    #[serde(default)]
    pub consequences: RawText,
}

/// A ground for sharing what stands in the item. It covers the bodies it names and no other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ItemGround {
    /// Act and article, vital interest, or consent.
    pub basis: RawText,
    /// Why the data are shared.
    #[serde(default)]
    pub purpose: RawText,
    /// With which bodies.
    pub bodies: Vec<OrganisationCode>,
    /// Until when (t/m); nothing: it does not end.
    #[serde(default)]
    pub until: Option<NaiveDate>,
}

impl ItemGround {
    /// May what stands in the item be shared with this body on this day?
    pub fn covers(&self, body: &OrganisationCode, on: Date) -> bool {
        !self.basis.is_blank() && self.bodies.contains(body) && self.until.is_none_or(|until| on <= until)
    }
}

/// What is written in an item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct AgendaItemFacts {
    /// Title: the kind of problem and the bodies; no names, ages, diagnoses or nationalities.
    pub title: RawText,
    /// Minutes it takes, 1 to 480; 30 to 45 for a case.
    pub minutes: u16,
    /// The slot of the meeting it is in, from 1.
    pub slot: u16,
    /// Who brings it in (inbrenger).
    pub presenter: RawText,
    /// The stalemate (patstelling) in one sentence.
    pub stalemate: RawText,
    /// The facts on one page.
    pub facts: RawText,
    /// What was tried.
    pub tried: Vec<Attempt>,
    /// What was escalated already, and to whom.
    pub escalated: RawText,
    /// Life domains (leefgebieden).
    pub life_domains: Vec<LifeDomain>,
    /// The bodies in the case.
    pub bodies: Vec<ItemBody>,
    /// How the household sees it.
    pub perspective: RawText,
    /// The decision asked for.
    pub decision_asked: RawText,
    /// Options with their consequences.
    pub options: Vec<ItemOption>,
    /// Grounds for sharing.
    pub grounds: Vec<ItemGround>,
}

/// Minutes a case takes unless said otherwise.
pub const CASE_MINUTES: u16 = 30;

impl AgendaItemFacts {
    /// With a title alone.
    pub fn titled(title: RawText, minutes: u16) -> Self {
        Self { title, minutes, slot: 1, ..Self::default() }
    }

    /// What a case brings along.
    pub fn of_case(signal: &Signal) -> Self {
        let facts = &signal.facts;
        let known = organisation::all();
        let named = |text: &RawText| organisation::find(&known, text.raw()).map(|found| found.code.clone());
        let body = |body: &crate::domain::signal::Body| ItemBody {
            organisation: body.organisation.clone(),
            position: body.position.clone(),
            legal_room: RawText::default(),
        };
        // A ground whose recipient is no known body covers nobody, until somebody says whom.
        let grounds = facts.sharing_grounds.iter().map(|ground| ItemGround {
            basis: ground.basis.clone(),
            purpose: ground.purpose.clone(),
            bodies: named(&ground.recipient).into_iter().collect(),
            until: ground.until,
        });
        Self {
            stalemate: facts.stalemate.clone(),
            tried: facts.tried.clone(),
            life_domains: facts.life_domains.clone(),
            bodies: facts.bodies.iter().map(body).collect(),
            perspective: facts.desired_by_household.clone(),
            grounds: grounds.collect(),
            ..Self::titled(facts.title.clone(), CASE_MINUTES)
        }
    }

    /// The names of the fields in which it differs.
    pub fn differing(&self, before: &Self) -> Vec<String> {
        differing!(self, before; title = "title", minutes = "minutes", slot = "slot", presenter = "presenter",
            stalemate = "stalemate", facts = "facts", tried = "tried", escalated = "escalated", life_domains = "lifeDomains",
            bodies = "bodies", perspective = "perspective", decision_asked = "decisionAsked", options = "options",
            grounds = "grounds")
    }
}

/// An item of an agenda, or a candidate for one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AgendaItem {
    /// Id.
    pub id: AgendaItemId,
    /// Raised by one with every change of what is written in it; the ETag is made of it.
    pub version: i64,
    /// Raised by one with every change, also of its place and its invitations.
    pub revision: i64,
    /// The meeting whose agenda it is on; nothing: it is a candidate.
    pub meeting: Option<MeetingId>,
    /// Its place: an agenda is in order of rank, then id. Says nothing by itself.
    pub rank: i64,
    /// The case; nothing: a free item.
    pub signal: Option<SignalId>,
    /// The number of the case.
    pub signal_number: Option<SignalNumber>,
    /// Which standing item it is; nothing: none.
    pub standing: Option<StandingItem>,
    /// What is written in it.
    pub facts: AgendaItemFacts,
    /// Is it no candidate any more? It can still be put on an agenda.
    pub dropped: bool,
    /// Why it was proposed, taken off or dropped last.
    pub reason: RawText,
    /// When it was proposed.
    pub proposed_at: DateTime<Utc>,
    /// Who proposed it.
    pub proposed_by: AccountId,
    /// The name of who.
    pub proposed_by_name: RawText,
}

impl AgendaItem {
    /// May what stands in it be shared with this body on this day? A free item holds nothing of a household.
    pub fn is_shared_with(&self, body: &OrganisationCode, on: Date) -> bool {
        self.signal.is_none() || self.facts.grounds.iter().any(|ground| ground.covers(body, on))
    }
}
