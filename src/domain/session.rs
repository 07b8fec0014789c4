//! The session of somebody who signed in: how long a sign-in is good is the provider's, whether it still counts here is loket's.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    ids::{AccountId, SessionId},
    role::Role,
    text::RawText,
};

/// A session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// Id.
    pub id: SessionId,
    /// Whose.
    pub account: AccountId,
    /// The name of the account.
    pub name: RawText,
    /// Its role now.
    pub role: Role,
    /// Its organisation now.
    pub organisation: String,
    /// The client at the provider that signed in.
    pub client: String,
    /// When its first token came.
    pub begun: DateTime<Utc>,
    /// When a token of it came last, to about five minutes.
    pub last_seen: DateTime<Utc>,
    /// The address its first token came from; of a proxy, where there is one.
    pub from: String,
    /// When it was ended; left out while it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<DateTime<Utc>>,
}

/// An administrator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Administrator {
    /// The account.
    pub account: AccountId,
    /// Its name.
    pub name: RawText,
    /// Its organisation.
    pub organisation: String,
    /// When the account was made.
    pub made_at: DateTime<Utc>,
    /// May it act as one? The first may; every other waits for an administrator to confirm it.
    pub confirmed: bool,
}
