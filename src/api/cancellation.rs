//! Requests about a meeting that does not go on, and about one that goes on after all. Both are answered with the meeting.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::text::RawText;

/// A meeting that does not go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CancelMeeting {
    /// Why; no text about a household.
    pub reason: RawText,
    /// Where its cases go: `candidates`, `next` (the first meeting after it whose agenda can still change), or a meeting by id or
    /// number; `candidates` unless said otherwise.
    #[serde(default = "to_candidates")]
    pub to: String,
}

fn to_candidates() -> String {
    "candidates".into()
}

/// A meeting that goes on after all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ReinstateMeeting {
    /// Why.
    pub reason: RawText,
}
