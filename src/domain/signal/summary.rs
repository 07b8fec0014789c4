//! The row of a signal in lists, searches and the replica: no personal data of household or reporter.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{
    ids::{AccountId, MunicipalityCode, OrganisationCode, SignalId, SignalNumber},
    role::coded_enum,
    text::RawText,
};

use super::{Signal, Status, Urgency};

/// Who has a signal. A lease: it ends by itself when not renewed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Owner {
    /// The account.
    pub account: AccountId,
    /// Its name.
    pub name: RawText,
    /// When the lease ends if nothing happens.
    pub lease_until: DateTime<Utc>,
}

impl Owner {
    /// Does the lease still hold?
    pub fn holds_at(&self, now: DateTime<Utc>) -> bool {
        self.lease_until > now
    }
}

coded_enum!(
    /// What makes a date hard.
    HardDateKind {
        /// A threatening event.
        Threat = "threat",
        /// The end to go by of an objection term: the safe end (veilig eind), as if nothing were suspended, unless an act is the
        /// ground of a time-out.
        Objection = "objection",
        /// The last day of a moratorium.
        Moratorium = "moratorium",
        /// The day on which a commitment is due.
        Commitment = "commitment",
    }
);

/// A hard date (harde datum) with what makes it so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct HardDate {
    /// The day.
    pub on: NaiveDate,
    /// What it is.
    pub kind: HardDateKind,
    /// In words: the threatening event, the article (`Awb 6:7`), who set a moratorium, what was promised.
    pub label: RawText,
    /// For a term: which body decided; for a commitment: which promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationCode>,
    /// Onzeker or voorlopig: the rule or a date it rests on must still be confirmed.
    #[serde(default)]
    pub uncertain: bool,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SignalSummary {
    /// Id.
    pub id: SignalId,
    /// Number.
    pub number: SignalNumber,
    /// Version.
    pub version: i64,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// Status.
    pub status: Status,
    /// Urgency.
    pub urgency: Urgency,
    /// Title.
    pub title: RawText,
    /// Municipality.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub municipality: Option<MunicipalityCode>,
    /// Bodies in the stalemate.
    pub bodies: Vec<OrganisationCode>,
    /// First hard date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hard_date: Option<HardDate>,
    /// Who has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// Snoozed until.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snoozed_until: Option<NaiveDate>,
    /// The signal it went up in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<SignalNumber>,
}

impl SignalSummary {
    /// The row of a signal: what is left when account, reporter and timeline stay behind.
    pub fn of(signal: &Signal) -> Self {
        Self {
            id: signal.id,
            number: signal.number,
            version: signal.version,
            received_at: signal.received_at,
            status: signal.status,
            urgency: signal.facts.urgency.unwrap_or(Urgency::Normal),
            title: signal.facts.title.clone(),
            municipality: signal.facts.municipality,
            bodies: signal.facts.bodies.iter().map(|body| body.organisation.clone()).collect(),
            hard_date: signal.hard_date.clone(),
            owner: signal.owner.clone(),
            snoozed_until: signal.facts.snoozed_until,
            merged_into: signal.merged_into,
        }
    }
}
