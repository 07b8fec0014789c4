//! Requests about the deadline board and what a single row is answered with.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{arrangement::AnyArrangement, term::Line, time_out::TimeOutDetail};
use crate::domain::deadline::Deadline;

/// Filters and page of the board, in order of the day to go by. Several values of one filter are separated by commas and
/// mean "one of".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct DeadlineList {
    /// One lane: `overdue`, `today`, `this-week`, `next-week`, `later`, `standing-still`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lane: Option<String>,
    /// The day to go by is on or before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Kinds: `objection`, `time_out`, `threat`, `norm`, `snooze`, `proposal` and so on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Codes of bodies that decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// CBS codes of municipalities.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub municipality: Option<String>,
    /// Account ids, `me`, or `none`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// One signal, by id or number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signal: Option<String>,
    /// Rows on the page, 1 to 200; 50 unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The cursor `next` of the page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// One row of the board: how its day came to be, what can be done before it, and what happens after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DeadlineDetail {
    /// The row as it is now.
    pub item: Deadline,
    /// How the day came to be, with the time-outs; in order. Empty when it was given and nothing more is known of it.
    pub steps: Vec<Line>,
    /// What a reader must know before relying on it.
    pub uncertainties: Vec<Line>,
    /// What can be done before the day to go by: after the rule's remedy, or after what it is.
    pub advice: Option<Line>,
    /// What happens when the day passes.
    pub lapse: Line,
    /// The time-out it is about, or that suspends it, with every move and what may be done.
    pub time_out: Option<TimeOutDetail>,
    /// The moratorium, bridging or commitment it is about, with every move and what may be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrangement: Option<AnyArrangement>,
}
