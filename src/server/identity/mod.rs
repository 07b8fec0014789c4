//! Who calls: the account behind a bearer token, which is either one of loket's own, known by its hash, of somebody who signed in with a password,
//! or an access token of the provider. Remembered for a few seconds.

mod access_token;
mod algorithm;
mod fetch;
mod keys;
pub mod local;
pub mod password;
mod provider;
mod sessions;
mod strict;
pub mod totp;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};
use ring::digest::{SHA256, digest};
use tokio::sync::watch;

use access_token::{Claims, LEEWAY, Unverified};
pub use algorithm::{Algorithm, USUAL};
use keys::{Keys, Unasked};
pub use provider::{Mapping, Person, Provider, Rule, known as known_organisation};
use sessions::Sent;

use super::store::{Away, Store, StoreError, accounts};
use crate::domain::{
    ids::{AccountId, OrganisationCode, SessionId},
    role::Role,
    signal::decide::Actor,
    text::RawText,
};

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
    /// The session, of whoever signed in.
    pub session: Option<SessionId>,
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
    /// The organisation of somebody outside the desk; nothing for everybody else.
    pub fn outside(&self) -> Option<OrganisationCode> {
        self.role.is_outside().then(|| OrganisationCode(self.organisation.clone()))
    }

    /// As who acts on a signal.
    pub fn actor(&self) -> Actor {
        Actor { account: self.account, name: self.name.clone() }
    }
}

/// What a bearer token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Identified {
    /// Nothing that counts.
    Nobody,
    /// Of a session that was ended.
    Ended,
    /// Of somebody the provider knows and who has no role here.
    WithoutRole,
    /// Of an administrator whom no other one confirmed yet.
    Waits,
    /// Of this account.
    Caller(Arc<Caller>),
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

/// Tokens that were looked up a moment ago, and the provider that others come from.
#[derive(Default)]
pub struct Identities {
    known: Mutex<HashMap<[u8; 32], Known>>,
    provider: Option<watch::Receiver<Arc<Provider>>>,
    keys: Arc<Keys>,
    /// Do people sign in here, with a password?
    local: bool,
}

impl Identities {
    /// With the provider whose tokens count too, which may be changed meanwhile; or with local accounts.
    pub fn new(provider: Option<watch::Receiver<Arc<Provider>>>, local: bool) -> Self {
        Self { provider, local, ..Self::default() }
    }

    /// Do people sign in here, with a password?
    pub fn are_local(&self) -> bool {
        self.local
    }

    /// The provider, as it is configured now.
    pub fn provider(&self) -> Option<Arc<Provider>> {
        self.provider.as_ref().map(|provider| provider.borrow().clone())
    }

    /// Who a token is of, sent from this address.
    pub async fn of(&self, store: &Store, token: &str, from: &str, now: DateTime<Utc>) -> Result<Identified, StoreError> {
        let mut hash = [0; 32];
        hash.copy_from_slice(digest(&SHA256, token.as_bytes()).as_ref());
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&hash).cloned();
        if let Some(known) = known.as_ref().filter(|known| known.asked <= now && now - known.asked < BELIEVED) {
            return Ok(known.caller(now));
        }
        let found = match self.find(store, token, &hash, from, now).await {
            Ok(found) => found,
            // Whatever the store says later, this one is over.
            Err(_) if known.is_some_and(|known| known.is_over(now)) => return Ok(Identified::Nobody),
            Err(error) => return Err(error),
        };
        let mut all = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let found = match found {
            Ok(found) => found,
            Err(not) => {
                all.remove(&hash);
                return Ok(not);
            }
        };
        if all.len() >= REMEMBERED {
            all.clear();
        }
        let identified = found.caller(now);
        all.insert(hash, found);
        Ok(identified)
    }

    /// Whom the store knows by a token, or what it is otherwise. An administrator counts when another one confirmed that.
    async fn find(
        &self,
        store: &Store,
        token: &str,
        hash: &[u8; 32],
        from: &str,
        now: DateTime<Utc>,
    ) -> Result<Result<Known, Identified>, StoreError> {
        let found = self.named(store, token, hash, from, now).await?;
        if let Ok(known) = &found
            && known.caller.role == Role::Administrator
            && !accounts::is_confirmed(&mut store.read().await?, &known.caller.account.to_string()).await?
        {
            return Ok(Err(Identified::Waits));
        }
        Ok(found)
    }

    /// Whom the store knows by a token, or what it is otherwise.
    async fn named(
        &self,
        store: &Store,
        token: &str,
        hash: &[u8; 32],
        from: &str,
        now: DateTime<Utc>,
    ) -> Result<Result<Known, Identified>, StoreError> {
        let Some((provider, claims)) = self.claims(token, now).await? else {
            // What is no good token of the provider is looked for as one of our own, so that every refusal takes the same way.
            let own = look_up(store, hash, now).await?;
            return match own {
                None if self.local => local::of(store, hash, now).await,
                own => Ok(own.ok_or(Identified::Nobody)),
            };
        };
        let Some(person) = provider.mapping.person(&claims.all) else { return Ok(Err(Identified::WithoutRole)) };
        let sent = Sent { issuer: &provider.issuer, claims: &claims, person: &person, from };
        Ok(sessions::of(store, &sent, now).await?.ok_or(Identified::Ended))
    }

    /// Forgets what was looked up: a session was ended here, and that counts at once.
    pub fn forget(&self) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// What an access token of the provider says, with the provider it was checked against.
    async fn claims(&self, token: &str, now: DateTime<Utc>) -> Result<Option<(Arc<Provider>, Claims)>, StoreError> {
        let Some(provider) = self.provider() else { return Ok(None) };
        let Some(unverified) = Unverified::read(token, &provider.algorithms) else { return Ok(None) };
        let key = self.keys.find(&provider.issuer, unverified.kid.as_deref(), unverified.algorithm, now).await;
        // Whether it is good nobody knows without the key, so nobody is turned away for it either.
        let key = key.map_err(|Unasked| StoreError::Unavailable(Away::Busy, "the provider's keys cannot be asked for".into()))?;
        Ok(key.and_then(|key| unverified.claims(&key, &provider, now)).map(|claims| (provider, claims)))
    }
}

impl Known {
    fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.expires_at <= now.timestamp_micros()
    }

    fn caller(&self, now: DateTime<Utc>) -> Identified {
        if self.is_over(now) { Identified::Nobody } else { Identified::Caller(self.caller.clone()) }
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
        session: None,
        asked: Asked::default(),
    };
    Ok(Some(Known { caller: Arc::new(caller), asked: now, expires_at: row.expires_at }))
}

/// Bytes as hexadecimal text.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]).map(char::from).collect()
}
