//! Requests about time-outs, and what a single one is answered with.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::term::Line;
use crate::domain::{
    confirmation::Confirmation,
    signal::Decision,
    text::RawText,
    time_out::{TermDates, TimeOut, TimeOutEnding, TimeOutFacts, TimeOutVerb},
};

/// A new time-out: a proposal, or in an emergency a start by one person for one working day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewTimeOut {
    /// The signal, by id or number.
    pub signal: String,
    /// The decision, exactly as it stands in the signal.
    pub decision: Decision,
    /// What the municipality decided.
    pub facts: TimeOutFacts,
    /// Start it now by one person, for one working day, to be confirmed after?
    #[serde(default)]
    pub emergency: bool,
}

/// A proposal for a later last day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExtendTimeOut {
    /// The last suspended day (t/m).
    pub last_day: NaiveDate,
    /// The date of the municipality's decision to extend.
    pub decided_on: NaiveDate,
    /// Its reference.
    #[serde(default)]
    pub reference: RawText,
    /// Why.
    #[serde(default)]
    pub reason: RawText,
}

/// A proposal that the decision works again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ResumeTimeOut {
    /// From this day.
    pub from: NaiveDate,
    /// Why.
    #[serde(default)]
    pub reason: RawText,
}

/// A proposal that the time-out is no longer needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EndTimeOut {
    /// From this day the decision is no longer suspended.
    pub from: NaiveDate,
    /// What made it so.
    pub ending: TimeOutEnding,
    /// Why.
    #[serde(default)]
    pub reason: RawText,
}

/// The day on which the body was told, or confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OnDay {
    /// The day; not in the future.
    pub on: NaiveDate,
}

/// A time-out with its dates, how they came to be, and what may be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TimeOutDetail {
    /// The time-out as it is now.
    pub item: TimeOut,
    /// The dates of the objection term; nothing when no usable date of the decision is known.
    pub term: Option<TermDates>,
    /// How the end with the time-out came to be, in order.
    pub steps: Vec<Line>,
    /// What a reader must know before relying on it.
    pub uncertainties: Vec<Line>,
    /// What can be done before the safe end, after the rule's remedy.
    pub advice: Option<Line>,
    /// What happens when it lapses.
    pub lapse: Line,
    /// Every verb, with why it cannot be used now.
    pub verbs: Vec<PermittedVerb>,
    /// What waits for a second person, with exactly what is to be shown.
    pub confirmation: Option<Confirmation>,
}

/// A verb, and why it cannot be used now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PermittedVerb {
    /// The verb.
    pub verb: TimeOutVerb,
    /// Why not; nothing: it can.
    pub refused: Option<Line>,
}

/// Filters and page of a list of time-outs, in order of their last day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct TimeOutList {
    /// One signal, by id or number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signal: Option<String>,
    /// `open` for what is proposed or runs, `all` for every one; `open` unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// The last day is on or after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day is on or before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Rows on the page, 1 to 200; 50 unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The cursor `next` of the page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}
