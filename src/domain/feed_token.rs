//! A token that stands in the address of a calendar feed: the only secret in a URL, for reading only, and never more than its
//! account may read at that moment.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ids::FeedTokenId, text::RawText};

/// Characters in the name of a feed, at most.
pub const NAME_MOST: usize = 80;

/// A feed token as it is listed: without its secret, which is shown once and kept as a hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FeedToken {
    /// What it is revoked by.
    pub id: FeedTokenId,
    /// Where it is used, in the words of who made it.
    pub name: RawText,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Until when it is good; nothing: until it is revoked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was revoked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<DateTime<Utc>>,
}
