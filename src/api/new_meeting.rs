//! A meeting to make, by hand or from an event of a calendar.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{
    meeting::{EventStamp, MeetingFacts},
    signal::Source,
};

/// A meeting to make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewMeeting {
    /// Its number (`LET-48`); nothing: the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The number is meant so. Without this, one that is more than a hundred past the highest is refused: every later one would
    /// count on from it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub far_number: bool,
    /// What is said about it.
    pub facts: MeetingFacts,
    /// The event of a calendar that it is taken from. A meeting that was taken from it already is not made again: what the
    /// calendar says otherwise since then is changed in a concept that nobody changed in the same place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported_from: Option<Source>,
    /// Which writing of that event it is: what was written before the one that was taken over last is left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stamp: Option<EventStamp>,
}
