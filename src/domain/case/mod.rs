//! A case as people of another organisation see it. These types hold nothing but what may be shown: what is not in them cannot get
//! out, whatever a route does with them.

mod projection;
mod reported;
#[cfg(test)]
mod tests;

pub use projection::Sources;
pub use reported::CaseFacts;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Date, Instant,
    arrangement::ArrangementState,
    ids::{AccountId, ArrangementId, ConfirmationId, MunicipalityCode, OrganisationCode, SignalNumber, TimeOutId},
    role::coded_enum,
    share::SharePart,
    signal::{
        Attempt, Body, Decision, LifeDomain, Reporter, ShieldedField, Status, Threat, Urgency,
        shield::{self, Reveal, ShieldedValue},
    },
    text::RawText,
    time_out::{TimeOutFacts, TimeOutProposal, TimeOutState},
    zone,
};

/// Who looks from outside: an organisation, never the desk's, at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outside {
    /// The organisation.
    pub organisation: OrganisationCode,
    /// Who.
    pub account: AccountId,
    /// When.
    pub now: Instant,
}

impl Outside {
    /// The day in the Netherlands, by which shares are judged.
    pub fn today(&self) -> Date {
        zone::date_of(self.now)
    }
}

/// What somebody outside may reach of a case, and work on. Emergency access is for reading alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Reported by the own organisation.
    pub own: bool,
    /// Shared with it now.
    pub parts: Vec<SharePart>,
}

impl Reach {
    /// Is this part among it? Of the own report every part is.
    pub fn has(&self, part: SharePart) -> bool {
        self.own || self.parts.contains(&part)
    }
}

/// What may be shown outside. Nothing else is answered there: whoever adds a type says so here.
pub trait Outward: Serialize {}

impl Outward for Case {}
impl Outward for CaseRow {}
impl Outward for Reveal {}

coded_enum!(
    /// Why somebody outside sees a case.
    CaseRelation {
        /// The own organisation reported it.
        Own = "own",
        /// It is shared with the own organisation.
        Shared = "shared",
        /// Noodinzage: somebody opened it without the right to, for a while.
        Emergency = "emergency",
    }
);

/// One row of a list of cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CaseRow {
    /// Number.
    pub number: SignalNumber,
    /// Title.
    pub title: RawText,
    /// Status.
    pub status: Status,
    /// Urgency.
    pub urgency: Urgency,
    /// The day it came in.
    pub received_on: NaiveDate,
    /// The earliest hard date of what is shown.
    pub hard_date: Option<NaiveDate>,
    /// Why it is seen.
    pub relation: CaseRelation,
    /// The last day (t/m) on which it is shared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shared_until: Option<NaiveDate>,
    /// Until when, exclusive, emergency access shows the whole of it to who asks, and to nobody else of the organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emergency_until: Option<DateTime<Utc>>,
}

/// A case, as a single read gives it to somebody outside. A field that is absent is not shared, or is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Case {
    /// What a list shows.
    #[serde(flatten)]
    pub row: CaseRow,
    /// The parts that are shared with the own organisation now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<SharePart>,
    /// The stalemate.
    #[serde(default, skip_serializing_if = "RawText::is_blank")]
    pub stalemate: RawText,
    /// Life domains.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub life_domains: Vec<LifeDomain>,
    /// Of the own report the bodies as it named them; of what is shared the own position alone; in an emergency all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub positions: Vec<Body>,
    /// What was tried.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tried: Vec<Attempt>,
    /// Threatening events.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Threat>,
    /// Running decisions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Decision>,
    /// The result the household wants.
    #[serde(default, skip_serializing_if = "RawText::is_blank")]
    pub desired_by_household: RawText,
    /// The result the professional wants.
    #[serde(default, skip_serializing_if = "RawText::is_blank")]
    pub desired_by_professional: RawText,
    /// The account.
    #[serde(default, skip_serializing_if = "RawText::is_blank")]
    pub account: RawText,
    /// Who reported it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reporter: Option<Reporter>,
    /// The municipality of the household.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<MunicipalityCode>,
    /// The reference of the household.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub household: Option<String>,
    /// What of this there is that is shown only for a reveal; absent here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shielded: Vec<ShieldedField>,
    /// Notes, newest first: the own ones, and where they are shared those of the desk.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<CaseNote>,
    /// The own commitments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commitments: Vec<CaseCommitment>,
    /// The time-outs of the own municipality.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub time_outs: Vec<CaseTimeOut>,
}

impl Case {
    /// Takes out what is shielded, and says in it what there is.
    pub fn shield(&mut self) -> Vec<ShieldedValue> {
        let mut reporter = self.reporter.take().unwrap_or_default();
        let taken = shield::take(&mut reporter, None, &mut self.household);
        self.reporter = Some(reporter).filter(|reporter| *reporter != Reporter::default());
        self.shielded.extend(shield::fields(&taken));
        taken
    }

    /// Puts back what was shown of it.
    pub fn unshield(&mut self, reveal: &Reveal) {
        let mut reporter = self.reporter.take().unwrap_or_default();
        shield::put_back(reveal, &mut reporter, None, &mut self.household);
        self.reporter = Some(reporter).filter(|reporter| *reporter != Reporter::default());
        self.shielded.clear();
    }
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CaseNote {
    /// When it was made.
    pub at: DateTime<Utc>,
    /// The organisation of who made it; nothing: the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationCode>,
    /// Who of the own organisation made it; of the desk no names are told.
    #[serde(default, skip_serializing_if = "RawText::is_blank")]
    pub by_name: RawText,
    /// What it says.
    pub text: RawText,
}

/// A commitment of the own organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CaseCommitment {
    /// Id.
    pub id: ArrangementId,
    /// What was promised.
    pub text: RawText,
    /// Who promised it.
    pub person: RawText,
    /// To whom.
    pub to: RawText,
    /// The last day (t/m).
    pub due_on: NaiveDate,
    /// Where it stands.
    pub state: ArrangementState,
}

/// A time-out of the own municipality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CaseTimeOut {
    /// Id.
    pub id: TimeOutId,
    /// The decision it suspends.
    pub decision: Decision,
    /// What the municipality decided.
    pub facts: TimeOutFacts,
    /// Where it stands.
    pub state: TimeOutState,
    /// The last suspended day as it stands now.
    pub last_day: NaiveDate,
    /// What waits for a second person, of the same municipality or of the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits: Option<CaseProposal>,
}

/// A proposal that waits for a second person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CaseProposal {
    /// The confirmation.
    pub confirmation: ConfirmationId,
    /// What is proposed.
    pub proposal: TimeOutProposal,
    /// Who proposed it: this account cannot confirm it.
    pub by: AccountId,
    /// The name of who.
    pub by_name: RawText,
    /// From when it can no longer be confirmed.
    pub expires_at: DateTime<Utc>,
    /// Exactly what is confirmed, as canonical JSON.
    pub shown: String,
    /// The SHA-256 of `shown` in hexadecimal. A confirmation sends it back.
    pub hash: String,
}
