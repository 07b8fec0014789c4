//! What is proposed about a time-out, and exactly what the second person is shown.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{SuspendedDecision, TermDates, TimeOutEnding, TimeOutFacts};
use crate::domain::{
    confirmation::ConfirmedAction,
    ids::{AccountId, ConfirmationId, SignalNumber, TimeOutId},
    text::RawText,
};

/// What is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "verb", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum TimeOutProposal {
    /// It begins, as the facts say.
    Start,
    /// A later last day.
    Extend {
        /// The last suspended day.
        last_day: NaiveDate,
        /// The date of the municipality's decision to extend.
        decided_on: NaiveDate,
        /// Its reference.
        reference: RawText,
        /// Why.
        reason: RawText,
    },
    /// The decision works again.
    Resume {
        /// From this day.
        from: NaiveDate,
        /// Why.
        reason: RawText,
    },
    /// It is no longer needed.
    End {
        /// The decision is no longer suspended from this day.
        from: NaiveDate,
        /// What made it so.
        ending: TimeOutEnding,
        /// Why.
        reason: RawText,
    },
}

impl TimeOutProposal {
    /// As a confirmation calls it.
    pub fn action(&self) -> ConfirmedAction {
        match self {
            Self::Start => ConfirmedAction::StartTimeOut,
            Self::Extend { .. } => ConfirmedAction::ExtendTimeOut,
            Self::Resume { .. } => ConfirmedAction::ResumeTimeOut,
            Self::End { .. } => ConfirmedAction::EndTimeOut,
        }
    }

    /// The day it sets: the last one of an extension, or from when it stops; a start has those of its facts.
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Start => None,
            Self::Extend { last_day, .. } => Some(*last_day),
            Self::Resume { from, .. } | Self::End { from, .. } => Some(*from),
        }
    }

    /// Why.
    pub fn reason(&self) -> RawText {
        match self {
            Self::Start => RawText::default(),
            Self::Extend { reason, .. } | Self::Resume { reason, .. } | Self::End { reason, .. } => reason.clone(),
        }
    }
}

/// What waits for a second person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Pending {
    /// The confirmation that settles it.
    pub confirmation: ConfirmationId,
    /// What is proposed.
    pub proposal: TimeOutProposal,
    /// Who proposed it.
    pub by: AccountId,
    /// The name of who.
    pub by_name: RawText,
    /// When.
    pub at: DateTime<Utc>,
    /// From when it can no longer be confirmed.
    pub expires_at: DateTime<Utc>,
}

/// An extension that was confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Extension {
    /// The last suspended day it gave.
    pub last_day: NaiveDate,
    /// The date of the municipality's decision to extend.
    pub decided_on: NaiveDate,
    /// Its reference.
    pub reference: RawText,
    /// Why.
    pub reason: RawText,
    /// Who proposed it.
    pub proposed_by: AccountId,
    /// The name of who proposed it.
    pub proposed_by_name: RawText,
    /// Who confirmed it.
    pub confirmed_by: AccountId,
    /// The name of who confirmed it.
    pub confirmed_by_name: RawText,
}

/// Exactly what the second person is shown. Serialised it is what the hash is made of: the order of fields is part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Shown {
    /// The time-out.
    pub time_out: TimeOutId,
    /// The number of the signal.
    pub signal: SignalNumber,
    /// What is proposed.
    pub proposal: TimeOutProposal,
    /// The decision.
    pub suspends: SuspendedDecision,
    /// What the municipality decided.
    pub facts: TimeOutFacts,
    /// The last suspended day as it stands.
    pub last_day_before: Option<NaiveDate>,
    /// The last suspended day as it will be; nothing: no day is suspended.
    pub last_day_after: Option<NaiveDate>,
    /// The dates of the objection term as they stand.
    pub term_before: Option<TermDates>,
    /// The dates of the objection term as they will be.
    pub term_after: Option<TermDates>,
}
