//! Requests about alarms: marks of deadlines that were reached, in the order in which they rang.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::deadline::Alarm;

/// Which alarms. Several values of one filter are separated by commas and mean "one of".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct AlarmList {
    /// Rang on this day or later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// Of signals that now belong to: account ids, `me`, or `none`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Alarms on the page, 1 to 200; 50 unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The `cursor` of the page before, also of one read days ago. One of another store begins anew: rather twice than not at
    /// all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// Alarms, and where to go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AlarmPage {
    /// The alarms.
    pub items: Vec<Alarm>,
    /// Pass as `after` to get the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// Pass as `after` to get what rings later.
    pub cursor: String,
}
