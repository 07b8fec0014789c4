//! Requests about the audit log. They go in a body: whom and what somebody looks for stands in no address.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{
    Date,
    audit::{AuditEntry, AuditResult, Pattern},
    text::RawText,
};

/// Which rows of the audit log, newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct AuditSearch {
    /// Only of this person: the id of an account, or its whole name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<RawText>,
    /// Only about this: the number of a case (its time-outs, arrangements and items on agendas included), or the id of any object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<RawText>,
    /// Only this verb, as `loket policy` names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verb: Option<String>,
    /// Only from this day on, in the Netherlands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Only up to and including this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// Only what ended so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<AuditResult>,
    /// Rows on the page, 1 to 200; 50 unless said otherwise. An export knows no pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The cursor `next` of the page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// What the privacy officer looks at this week: rows by lot, and what is unusual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AuditReview {
    /// The first day of the week it is about, a Monday: the last week that is over.
    pub week: Date,
    /// The rows drawn by lot: those whose hashes are lowest. Nobody can choose or avoid them.
    pub sample: Vec<SampledEntry>,
    /// What is unusual in that week.
    pub patterns: Vec<Pattern>,
    /// Emergency access that is to be judged; nothing: it is not this organisation's to judge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emergencies: Option<EmergenciesWaiting>,
}

/// Emergency access that waits to be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmergenciesWaiting {
    /// How many.
    pub waiting: i64,
    /// How many of them for longer than a day.
    pub overdue: i64,
}

/// A row that was drawn by lot, and who looked at it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SampledEntry {
    /// The row.
    pub entry: AuditEntry,
    /// Who looked at it, and when; nothing: nobody yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub looked: Option<Looked>,
}

/// That somebody looked at a row of the sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Looked {
    /// The name.
    pub by: RawText,
    /// When.
    pub at: chrono::DateTime<chrono::Utc>,
}

/// Somebody looked at a row of the sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LookAt {
    /// Its place in the chain.
    pub seq: i64,
}
