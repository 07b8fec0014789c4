//! Bearer tokens: made here, shown once, kept only as a SHA-256 hash.

use chrono::{DateTime, Utc};

use super::store::{Store, StoreError};
use crate::domain::{ids::AccountId, role::Role, text::RawText};

/// The start of every token, so that it is recognised wherever it turns up.
pub const PREFIX: &str = "lkt_";

/// What a new token is for.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// The role.
    pub role: Role,
    /// The name of the person or system.
    pub name: RawText,
    /// The organisation; [`DESK_ORGANISATION`] for the desk itself.
    pub organisation: String,
    /// Until when; nothing: until revoked.
    pub expires_at: Option<DateTime<Utc>>,
}

/// The organisation that is the desk itself.
pub const DESK_ORGANISATION: &str = "LMM";

/// A token as it is kept: without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its account.
    pub account: AccountId,
    /// The name of the account.
    pub name: RawText,
    /// The role.
    pub role: Role,
    /// The organisation.
    pub organisation: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Until when it is good.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was revoked.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// Makes an account with one token and gives its secret, once.
pub async fn create(_store: &Store, _now: DateTime<Utc>, _token: NewToken) -> Result<(AccountId, String), StoreError> {
    Err(StoreError::Unavailable("not built".into()))
}

/// Every token, oldest first.
pub async fn list(_store: &Store) -> Result<Vec<Token>, StoreError> {
    Err(StoreError::Unavailable("not built".into()))
}

/// Revokes the tokens of an account; true if there was one to revoke.
pub async fn revoke(_store: &Store, _now: DateTime<Utc>, _account: AccountId) -> Result<bool, StoreError> {
    Err(StoreError::Unavailable("not built".into()))
}
