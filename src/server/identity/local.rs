//! Sessions of local accounts: a token by lot, kept as a hash that is the key of its session, and good for twelve hours or until the session ends.

use std::sync::Arc;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use ring::digest::{SHA256, digest};

use super::{Asked, Caller, Identified, Known, hex, sessions::caller};
use crate::{
    domain::fold::fold,
    server::{
        random,
        store::{
            Link, Store, StoreError,
            accounts::AccountRow,
            local_accounts::{self, ISSUER},
            sessions::{self, SessionRow},
        },
        tokens::PREFIX,
    },
};

/// How long a sign-in counts: a long day of work.
pub const LIFE: TimeDelta = TimeDelta::hours(12);

/// How coarse it is written down when a session was last seen.
const COARSE: TimeDelta = TimeDelta::minutes(5);

/// What stands for the client in the list of sessions.
const CLIENT: &str = "loket";

/// A name as it is compared.
pub fn login(name: &str) -> String {
    fold(name.trim())
}

/// The hash that is kept of a secret by lot.
pub fn hash_of(secret: &str) -> String {
    hex(digest(&SHA256, secret.as_bytes()).as_ref())
}

/// The same of a set-up secret, however its groups are written.
pub fn set_up_hash(secret: &str) -> String {
    let plain: String = secret.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    hash_of(&plain.to_ascii_uppercase())
}

/// As what failed sign-ins of this name are counted, whether there is such an account or not.
pub fn of_name(name: &str) -> String {
    hash_of(&format!("name\0{}", login(name)))
}

/// As what failed sign-ins from this address are counted.
pub fn of_address(address: &str) -> String {
    hash_of(&format!("address\0{address}"))
}

/// Who a token with this hash is of.
pub(super) async fn of(store: &Store, hash: &[u8], now: DateTime<Utc>) -> Result<Result<Known, Identified>, StoreError> {
    let at = now.timestamp_micros();
    let found = local_accounts::session(&mut store.read().await?, &hex(hash)).await?;
    let Some((session, account, _)) = found else { return Ok(Err(Identified::Nobody)) };
    let expires_at = session.begun + micros(LIFE);
    if expires_at <= at {
        return Ok(Err(Identified::Nobody));
    }
    if session.revoked_before != 0 {
        return Ok(Err(Identified::Ended));
    }
    if at - session.last_seen >= micros(COARSE) {
        // Also on a full disk: otherwise nobody could go on reading.
        let mut link = store.write_reserved().await?;
        sessions::seen(&mut link, &session.id, at).await?;
        link.commit().await?;
    }
    let caller = Arc::new(caller(&account, &session.id, Asked::default())?);
    Ok(Ok(Known { caller, asked: now, expires_at }))
}

/// Begins a session; gives who it is of, and its token.
pub async fn begin(
    link: &mut Link,
    account: &AccountRow,
    asked: Asked,
    now: DateTime<Utc>,
) -> Result<(Caller, String), StoreError> {
    let token = format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(random::bytes::<32>()?));
    let at = now.timestamp_micros();
    let session = SessionRow {
        id: random::id(now)?.to_string(),
        account: account.id.clone(),
        issuer: ISSUER.to_owned(),
        subject: account.id.clone(),
        client: CLIENT.to_owned(),
        session_key: hash_of(&token),
        begun: at,
        last_seen: at,
        address: asked.origin.clone(),
        revoked_before: 0,
    };
    if !sessions::begin(link, &session).await? {
        return Err(StoreError::Again("a token came twice by lot".into()));
    }
    Ok((caller(account, &session.id, asked)?, token))
}

fn micros(length: TimeDelta) -> i64 {
    length.num_microseconds().unwrap_or(i64::MAX)
}
