//! Bearer tokens: made here, shown once, kept only as a SHA-256 hash.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use ring::digest::{SHA256, digest};

use super::{
    audit::{Deed, append},
    identity::hex,
    random,
    store::{
        Store, StoreError,
        accounts::{self, TokenRow},
    },
};
use crate::domain::{audit::AuditResult, ids::AccountId, role::Role, text::RawText};

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
pub const DESK_ORGANISATION: &str = crate::domain::organisation::DESK;

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

/// Makes an account with one token and gives the account and the secret, once; only a hash of it is kept.
pub async fn create(store: &Store, now: DateTime<Utc>, token: NewToken) -> Result<(AccountId, String), StoreError> {
    let account = AccountId(random::id(now)?);
    Ok((account, create_for(store, now, account, token).await?))
}

/// As [`create`], for an account whose id is given: in a demonstration the data name it already.
pub async fn create_for(store: &Store, now: DateTime<Utc>, account: AccountId, token: NewToken) -> Result<String, StoreError> {
    let secret = format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(random::bytes::<32>()?));
    let row = TokenRow {
        id: account.to_string(),
        role: token.role.code().to_owned(),
        name: token.name.0,
        organisation: token.organisation,
        created_at: now.timestamp_micros(),
        expires_at: token.expires_at.map_or(accounts::NEVER, |at| at.timestamp_micros()),
        revoked_at: 0,
    };
    let hash = hex(digest(&SHA256, secret.as_bytes()).as_ref());
    let mut link = store.write().await?;
    accounts::add(&mut link, &row, &hash).await?;
    link.commit().await?;
    Ok(secret)
}

/// Every token, oldest first.
pub async fn list(store: &Store) -> Result<Vec<Token>, StoreError> {
    let rows = accounts::list(&mut store.read().await?).await?;
    rows.into_iter().map(token).collect()
}

/// May this account act in its role? Every one but an administrator whom no other one confirmed.
pub async fn is_confirmed(store: &Store, account: AccountId) -> Result<bool, StoreError> {
    accounts::is_confirmed(&mut store.read().await?, &account.to_string()).await
}

/// Confirms an administrator where none is left who could; false when there is one, or this is none that waits. In the audit log of its
/// organisation, without who did it: whoever works at the machine of the server is not signed in.
pub async fn confirm_first(store: &Store, now: DateTime<Utc>, account: AccountId) -> Result<bool, StoreError> {
    let mut link = store.write().await?;
    let all = accounts::administrators(&mut link).await?;
    let id = account.to_string();
    let Some((_, _, organisation, ..)) = all.iter().find(|(one, ..)| *one == id) else { return Ok(false) };
    if all.iter().any(|(.., confirmed)| *confirmed == 1) || !accounts::confirm(&mut link, &id).await? {
        return Ok(false);
    }
    let deed = Deed {
        organisation: organisation.clone(),
        at: now.timestamp_micros(),
        account: String::new(),
        role: "",
        purpose: "keep accounts",
        result: AuditResult::Done,
        origin: String::new(),
        request: String::new(),
        verb: "administrator.confirm",
        entity: "account",
        object: id,
        quarter: 0,
        change: String::new(),
    };
    append(&mut link, organisation, &[deed]).await?;
    link.commit().await?;
    Ok(true)
}

/// Revokes the tokens of an account, and that it is an administrator; true if there was one to revoke. Works everywhere within 15 seconds.
pub async fn revoke(store: &Store, now: DateTime<Utc>, account: AccountId) -> Result<bool, StoreError> {
    let mut link = store.write().await?;
    let id = account.to_string();
    let revoked = accounts::revoke(&mut link, &id, now.timestamp_micros()).await? > 0;
    let dismissed = accounts::dismiss(&mut link, &id).await?;
    link.commit().await?;
    Ok(revoked || dismissed)
}

fn token(row: TokenRow) -> Result<Token, StoreError> {
    let broken = || StoreError::Fault("an account cannot be read".into());
    Ok(Token {
        account: row.id.parse().map_err(|_| broken())?,
        name: RawText(row.name),
        role: Role::from_code(&row.role).ok_or_else(broken)?,
        organisation: row.organisation,
        created_at: DateTime::from_timestamp_micros(row.created_at).ok_or_else(broken)?,
        expires_at: Some(row.expires_at).filter(|at| *at != accounts::NEVER).and_then(DateTime::from_timestamp_micros),
        revoked_at: Some(row.revoked_at).filter(|at| *at != 0).and_then(DateTime::from_timestamp_micros),
    })
}
