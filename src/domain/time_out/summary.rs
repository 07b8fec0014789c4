//! The row of a time-out in lists: no names of who decided, no reasons, no references.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{TermDates, TimeOut, TimeOutEnding, TimeOutGround, TimeOutReach, TimeOutState};
use crate::domain::{
    Instant,
    confirmation::ConfirmedAction,
    ids::{AccountId, ConfirmationId, OrganisationCode, SignalId, SignalNumber, TimeOutId},
    text::RawText,
};

/// What waits for a second person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PendingSummary {
    /// The confirmation that settles it.
    pub confirmation: ConfirmationId,
    /// What is proposed.
    pub action: ConfirmedAction,
    /// Who proposed it.
    pub by: AccountId,
    /// The name of who.
    pub by_name: RawText,
    /// From when it can no longer be confirmed.
    pub expires_at: DateTime<Utc>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TimeOutSummary {
    /// Id.
    pub id: TimeOutId,
    /// Version.
    pub version: i64,
    /// The signal.
    pub signal: SignalId,
    /// Its number.
    pub signal_number: SignalNumber,
    /// The kind of decision.
    pub label: RawText,
    /// The body that decided.
    pub body: OrganisationCode,
    /// The municipality that suspends.
    pub decider: OrganisationCode,
    /// What is suspended.
    pub reach: TimeOutReach,
    /// On what it rests.
    pub ground: TimeOutGround,
    /// Where it stands now.
    pub state: TimeOutState,
    /// Why it ended.
    pub ending: Option<TimeOutEnding>,
    /// Does one person's start wait for a second person?
    pub emergency: bool,
    /// The first suspended day.
    pub first_day: NaiveDate,
    /// The last suspended day as it stands.
    pub last_day: NaiveDate,
    /// The last day it may reach.
    pub maximum: Option<NaiveDate>,
    /// The first day on which the decision worked again.
    pub works_again_on: Option<NaiveDate>,
    /// Told to the body on.
    pub told_body_on: Option<NaiveDate>,
    /// Confirmed by the body on.
    pub body_confirmed_on: Option<NaiveDate>,
    /// What waits for a second person.
    pub pending: Option<PendingSummary>,
    /// The dates of the objection term; nothing when no usable date of the decision is known.
    pub term: Option<TermDates>,
}

impl TimeOutSummary {
    /// The row of a time-out as it is now, with the dates of its term.
    pub fn of(time_out: &TimeOut, term: Option<TermDates>, now: Instant) -> Self {
        let pending = time_out.pending_at(now).map(|pending| PendingSummary {
            confirmation: pending.confirmation,
            action: pending.proposal.action(),
            by: pending.by,
            by_name: pending.by_name.clone(),
            expires_at: pending.expires_at,
        });
        Self {
            id: time_out.id,
            version: time_out.version,
            signal: time_out.signal,
            signal_number: time_out.signal_number,
            label: time_out.suspends.decision.kind.clone(),
            body: time_out.suspends.decision.organisation.clone(),
            decider: time_out.facts.decider.clone(),
            reach: time_out.facts.reach,
            ground: time_out.facts.ground,
            state: time_out.state_at(now),
            ending: time_out.ending,
            emergency: time_out.emergency.as_ref().is_some_and(|emergency| !emergency.confirmed),
            first_day: time_out.facts.first_day,
            last_day: time_out.last_suspended_day(),
            maximum: time_out.facts.maximum,
            works_again_on: time_out.works_again_on,
            told_body_on: time_out.told_body_on,
            body_confirmed_on: time_out.body_confirmed_on,
            pending,
            term,
        }
    }
}
