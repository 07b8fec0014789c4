//! Requests about calendar feeds and the tokens in their addresses.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::{feed_token::FeedToken, text::RawText};

/// A new feed token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewFeedToken {
    /// Where it is used; no text about a household.
    pub name: RawText,
    /// Until when it is good; nothing: until it is revoked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<DateTime<Utc>>,
}

/// A feed token that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MadeFeedToken {
    /// The token as it is listed.
    pub item: FeedToken,
    /// Its address below the server, with the secret: shown this once. Absent when the request was a repetition: take the token
    /// back then, and make another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

/// What a calendar feed holds. Several values are separated by commas and mean "one of".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct FeedQuery {
    /// Account ids, `me` (whose token it is), or `none`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Kinds: `objection`, `time_out`, `threat` and so on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Codes of bodies that decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// CBS codes of municipalities.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub municipality: Option<String>,
    /// `off`: without reminders. Otherwise a calendar reminds ten and two working days before, at nine.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alarms: Option<String>,
    /// The language of the words: `nl` or `en`; Dutch unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}
