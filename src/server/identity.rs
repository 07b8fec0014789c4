//! Who calls: the account behind a bearer token. Looked up by the hash of the token and remembered for a few seconds.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};
use ring::digest::{SHA256, digest};

use super::store::{Store, StoreError, accounts};
use crate::domain::{ids::AccountId, role::Role, signal::decide::Actor, text::RawText};

/// The account that calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// Id.
    pub account: AccountId,
    /// Name.
    pub name: RawText,
    /// Role.
    pub role: Role,
    /// Organisation.
    pub organisation: String,
    /// What it asks, and from where.
    pub asked: Asked,
}

/// What the audit log tells of a request besides what it did. All of it empty for what the server does by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// What for, as the policy of the route says.
    pub purpose: &'static str,
    /// The address the server saw it come from.
    pub origin: String,
    /// Its id.
    pub request: String,
}

impl Caller {
    /// As who acts on a signal.
    pub fn actor(&self) -> Actor {
        Actor { account: self.account, name: self.name.clone() }
    }
}

/// How long a token is believed without asking the store: a revocation works within this time.
const BELIEVED: TimeDelta = TimeDelta::seconds(10);

/// Most tokens that are remembered.
const REMEMBERED: usize = 10_000;

#[derive(Clone)]
struct Known {
    caller: Arc<Caller>,
    asked: DateTime<Utc>,
    expires_at: i64,
}

/// Tokens that were looked up a moment ago.
#[derive(Default)]
pub struct Identities(Mutex<HashMap<[u8; 32], Known>>);

impl Identities {
    /// The caller behind a token; nothing when it is unknown, expired or revoked.
    pub async fn of(&self, store: &Store, token: &str, now: DateTime<Utc>) -> Result<Option<Arc<Caller>>, StoreError> {
        let mut hash = [0; 32];
        hash.copy_from_slice(digest(&SHA256, token.as_bytes()).as_ref());
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&hash).cloned();
        let known = match known.filter(|known| known.asked <= now && now - known.asked < BELIEVED) {
            Some(known) => known,
            None => match look_up(store, &hash, now).await? {
                Some(found) => {
                    let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
                    if all.len() >= REMEMBERED {
                        all.clear();
                    }
                    all.insert(hash, found.clone());
                    found
                }
                None => {
                    self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&hash);
                    return Ok(None);
                }
            },
        };
        Ok((known.expires_at > now.timestamp_micros()).then_some(known.caller))
    }
}

async fn look_up(store: &Store, hash: &[u8; 32], now: DateTime<Utc>) -> Result<Option<Known>, StoreError> {
    let mut link = store.read().await?;
    let Some(row) = accounts::by_hash(&mut link, &hex(hash)).await?.filter(|row| row.revoked_at == 0) else {
        return Ok(None);
    };
    let broken = || StoreError::Fault("an account cannot be read".into());
    let caller = Caller {
        account: row.id.parse().map_err(|_| broken())?,
        name: RawText(row.name),
        role: Role::from_code(&row.role).ok_or_else(broken)?,
        organisation: row.organisation,
        asked: Asked::default(),
    };
    Ok(Some(Known { caller: Arc::new(caller), asked: now, expires_at: row.expires_at }))
}

/// Bytes as hexadecimal text.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]).map(char::from).collect()
}
