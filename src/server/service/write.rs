//! What every write does in its one transaction besides the row: idempotency, history, audit, the change sequence.
//!
//! Lock order: idempotency key, objects by id, audit head, and last the change counter.

use ring::digest::{Context, SHA256};

use super::{Heads, Refused, Service};
use crate::domain::changer::Changer;
use crate::server::{
    audit::{Deed, append},
    identity::{Caller, hex},
    random,
    store::{
        Link, StoreError,
        changes::{self, Scope},
        history::{self, Revision},
        idempotency::{self, Kept},
    },
};

/// An idempotency key and the hash of what was asked with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyed {
    /// The key.
    pub key: String,
    /// Hash of method, path and body.
    pub request: String,
}

impl Keyed {
    /// The key with a hash of the parts of the request.
    pub fn new(key: String, parts: &[&[u8]]) -> Self {
        let mut context = Context::new(&SHA256);
        for part in parts {
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part);
        }
        Self { key, request: hex(context.finish().as_ref()) }
    }
}

/// What came of a write, or of the write it repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written<T> {
    /// The object as it is now.
    pub item: T,
    /// Was something made or changed by this request (or by the one it repeats)?
    pub changed: bool,
    /// Numbers that were masked.
    pub masked: u32,
    /// Did this request commit it, with its audit row? If not, showing it is a read, to be written down first.
    pub committed: bool,
}

/// Times a transaction is tried when another stood in its way.
pub const TRIES: usize = 5;

/// The status kept for a write that changed something; 200 for one that found nothing to change.
const CHANGED: i64 = 201;

/// A revision about to be committed.
pub struct Commit<'a> {
    /// Who.
    pub caller: &'a Caller,
    /// What the audit log calls it.
    pub verb: &'static str,
    /// Where the change is seen.
    pub scope: Scope,
    /// The object.
    pub object: &'a str,
    /// The version it made.
    pub version: i64,
    /// Fields: name, JSON before, JSON after.
    pub fields: &'a [(String, String, String)],
    /// The key.
    pub keyed: Option<&'a Keyed>,
    /// Numbers that were masked.
    pub masked: u32,
    /// When, in microseconds.
    pub at: i64,
    /// The object a repetition is answered with, when it is not this one.
    pub answer: Option<&'a str>,
    /// What else changed by it, where a feed shows it.
    pub also: &'a [(Scope, String)],
}

/// Takes the key, or gives what came of it before.
pub async fn take(link: &mut Link, caller: &Caller, keyed: Option<&Keyed>, at: i64) -> Result<Option<Kept>, Refused> {
    let Some(keyed) = keyed else { return Ok(None) };
    let account = caller.account.to_string();
    if idempotency::take(link, &account, &keyed.key, &keyed.request, at).await? {
        return Ok(None);
    }
    let kept = idempotency::get(link, &account, &keyed.key).await?;
    let kept = kept.ok_or_else(|| StoreError::Again("an idempotency key came and went".into()))?;
    if kept.request == keyed.request { Ok(Some(kept)) } else { Err(Refused::KeyReused) }
}

/// What was seen of an object is not what it is now: its version, and who made it.
pub async fn stale(link: &mut Link, scope: Scope, object: &str, current: i64) -> Refused {
    let maker = match scope {
        Scope::AgendaItems => history::maker_of_item(link, object, current).await,
        _ => history::maker(link, scope.entity(), object, current).await,
    };
    match maker {
        Ok(maker) => {
            let changer = |(account, name): (String, String)| Some(Changer { account: account.parse().ok()?, name: name.into() });
            Refused::Stale(current, maker.and_then(changer))
        }
        Err(error) => error.into(),
    }
}

/// Was something changed by what is kept?
pub fn was_change(kept: &Kept) -> bool {
    kept.status == CHANGED
}

/// Notes that nothing changed, and ends the transaction.
pub async fn settle_unchanged(mut link: Link, caller: &Caller, keyed: Option<&Keyed>, object: &str) -> Result<(), StoreError> {
    if let Some(keyed) = keyed {
        let kept = Kept { request: keyed.request.clone(), status: 200, object: object.to_owned(), masked: 0 };
        idempotency::settle(&mut link, &caller.account.to_string(), &keyed.key, &kept).await?;
    }
    link.commit().await
}

impl Service {
    /// Writes history, audit, key and change sequence, and commits. The object's row is written already.
    pub(super) async fn commit(&self, mut link: Link, commit: &Commit<'_>) -> Result<(), StoreError> {
        let account = commit.caller.account.to_string();
        let salt = hex(&random::bytes::<16>()?);
        let revision = Revision {
            entity: commit.scope.entity(),
            object: commit.object,
            version: commit.version,
            at: commit.at,
            account: &account,
            salt: &salt,
        };
        history::add(&mut link, &revision, commit.fields).await?;
        if let Some(keyed) = commit.keyed {
            let kept = Kept {
                request: keyed.request.clone(),
                status: CHANGED,
                object: commit.answer.unwrap_or(commit.object).to_owned(),
                masked: i64::from(commit.masked),
            };
            idempotency::settle(&mut link, &account, &keyed.key, &kept).await?;
        }
        let deed = Deed {
            change: salted(&salt, commit.version, commit.fields),
            ..Deed::of(commit.caller, commit.at, commit.verb, commit.scope.entity(), commit.object)
        };
        append(&mut link, &commit.caller.organisation, &[deed]).await?;
        for (scope, id) in commit.also {
            changes::raise(&mut link, *scope, id).await?;
        }
        let seq = changes::raise(&mut link, commit.scope, commit.object).await?;
        link.commit().await?;
        self.wake(match commit.scope {
            Scope::Desk
            | Scope::Views
            | Scope::Deadlines
            | Scope::Alarms
            | Scope::FeedTokens
            | Scope::TimeOuts
            | Scope::Meetings
            | Scope::AgendaItems
            | Scope::AgendaParts(_)
            | Scope::Lessons
            | Scope::Series
            | Scope::Destructions
            | Scope::Exports
            | Scope::Shares
            | Scope::EmergencyAccesses
            | Scope::Messages
            | Scope::Arrangements(_) => Heads { desk: seq, register: 0 },
            Scope::Register | Scope::Deliveries => Heads { desk: 0, register: seq },
        });
        Ok(())
    }
}

/// The salted hash of a change, so that the log proves what was written without holding it.
pub(super) fn salted(salt: &str, version: i64, fields: &[(String, String, String)]) -> String {
    let mut context = Context::new(&SHA256);
    let version = version.to_string();
    let parts = fields.iter().flat_map(|(field, old, new)| [field, old, new]).map(String::as_str);
    for part in [salt, &version].into_iter().chain(parts) {
        context.update(&(part.len() as u64).to_be_bytes());
        context.update(part.as_bytes());
    }
    hex(context.finish().as_ref())
}

/// The fields of two documents that differ, each as JSON.
pub fn differing(old: &serde_json::Value, new: &serde_json::Value) -> Vec<(String, String, String)> {
    let (Some(old), Some(new)) = (old.as_object(), new.as_object()) else { return vec![] };
    let mut names: Vec<&String> = old.keys().chain(new.keys()).collect();
    names.sort_unstable();
    names.dedup();
    let text = |value: Option<&serde_json::Value>| value.map(ToString::to_string).unwrap_or_default();
    names
        .into_iter()
        .filter(|name| old.get(*name) != new.get(*name))
        .map(|name| (name.clone(), text(old.get(name)), text(new.get(name))))
        .collect()
}

/// Runs a write again while another transaction stands in its way.
macro_rules! again {
    ($attempt:expr) => {{
        let mut tries = 0;
        loop {
            tries += 1;
            match $attempt.await {
                Err(Refused::Store(StoreError::Again(_))) if tries < $crate::server::service::write::TRIES => {}
                Err(Refused::Store(StoreError::Again(error))) => {
                    break Err(Refused::Store(StoreError::Unavailable($crate::server::store::Away::Busy, error)));
                }
                done => break done,
            }
        }
    }};
}
pub(super) use again;
