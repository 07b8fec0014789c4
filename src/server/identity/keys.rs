//! The provider's keys, remembered. A key that is not known makes us ask, but not as often as somebody likes; a provider that does not
//! answer takes no key away.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    algorithm::{Algorithm, Key},
    fetch::Fetch,
};

/// How long a set of keys counts before it is asked for again: a key that was withdrawn counts no longer than this and one answer.
const GOOD_FOR: TimeDelta = TimeDelta::minutes(5);

/// How long they count when the provider does not answer meanwhile: who has no newer token by then has none that counts either.
const TOO_OLD: TimeDelta = TimeDelta::hours(1);

/// How often the provider is asked at most: so many times…
const TIMES: usize = 4;

/// …in so long. Each answer has every key, so whoever makes up names of keys keeps no new one from being found.
const WITHIN: TimeDelta = TimeDelta::minutes(1);

/// The provider could not be asked: whether there is such a key is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unasked;

/// The keys of one issuer.
#[derive(Debug, Default)]
pub struct Keys {
    fetch: Fetch,
    known: Mutex<Known>,
    /// One asks at a time.
    asking: tokio::sync::Mutex<()>,
}

#[derive(Debug, Default)]
struct Known {
    issuer: String,
    keys: Arc<[Key]>,
    /// When they were fetched.
    at: Option<DateTime<Utc>>,
    /// Did the provider answer when it was asked last?
    answered: bool,
    /// When the provider was asked.
    asked: VecDeque<DateTime<Utc>>,
}

impl Known {
    /// Are they older than this, or not there at all?
    fn older_than(&self, length: TimeDelta, now: DateTime<Utc>) -> bool {
        self.at.is_none_or(|at| now - at > length || at > now)
    }

    /// Are these all keys there are, as far as anybody can know?
    fn knows_all(&self, now: DateTime<Utc>) -> bool {
        self.answered && !self.older_than(WITHIN, now)
    }

    /// May the provider be asked now?
    fn may_ask(&mut self, now: DateTime<Utc>) -> bool {
        self.asked.retain(|at| *at <= now && now - *at < WITHIN);
        let may = self.asked.len() < TIMES;
        if may {
            self.asked.push_back(now);
        }
        may
    }
}

impl Keys {
    /// The key of an issuer that a token names, or the only one that fits where it names none; nothing when the issuer has no such key.
    pub async fn find(
        self: &Arc<Self>,
        issuer: &str,
        kid: Option<&str>,
        algorithm: Algorithm,
        now: DateTime<Utc>,
    ) -> Result<Option<Key>, Unasked> {
        let (keys, is_old) = self.known(issuer, now);
        if let Some(key) = fitting(&keys, kid, algorithm) {
            if is_old {
                // The known key counts meanwhile: a provider that is slow or away holds nobody up.
                let (this, issuer) = (self.clone(), issuer.to_owned());
                tokio::spawn(async move { this.ask(&issuer, now).await });
            }
            return Ok(Some(key));
        }
        self.ask_unless(issuer, &keys, now).await;
        let key = fitting(&self.known(issuer, now).0, kid, algorithm);
        // Of a key that is not among those of a moment ago it is known that there is none.
        let is_known = key.is_some() || self.lock().knows_all(now);
        is_known.then_some(key).ok_or(Unasked)
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn known(&self, issuer: &str, now: DateTime<Utc>) -> (Arc<[Key]>, bool) {
        let mut known = self.lock();
        if known.issuer != issuer {
            *known = Known { issuer: issuer.to_owned(), ..Known::default() };
        }
        if known.older_than(TOO_OLD, now) {
            known.keys = Arc::default();
        }
        (known.keys.clone(), known.older_than(GOOD_FOR, now))
    }

    /// Asks, unless others than these were fetched while we waited for our turn.
    async fn ask_unless(&self, issuer: &str, seen: &Arc<[Key]>, now: DateTime<Utc>) {
        let turn = self.asking.lock().await;
        if Arc::ptr_eq(&self.known(issuer, now).0, seen) {
            self.fetch(issuer, now).await;
        }
        drop(turn);
    }

    async fn ask(&self, issuer: &str, now: DateTime<Utc>) {
        let turn = self.asking.lock().await;
        if self.known(issuer, now).1 {
            self.fetch(issuer, now).await;
        }
        drop(turn);
    }

    async fn fetch(&self, issuer: &str, now: DateTime<Utc>) {
        if !self.lock().may_ask(now) {
            return;
        }
        let answer = self.fetch.keys(issuer).await;
        let mut known = self.lock();
        if known.issuer != issuer {
            return;
        }
        known.answered = answer.is_ok();
        match answer {
            Ok(keys) => {
                known.keys = keys.into();
                known.at = Some(now);
            }
            Err(error) => tracing::warn!(%error, issuer, "the provider's keys cannot be read; the known ones go on counting"),
        }
    }
}

/// The one key that fits; of several nobody knows which is meant.
fn fitting(keys: &[Key], kid: Option<&str>, algorithm: Algorithm) -> Option<Key> {
    let mut fit = keys.iter().filter(|key| key.fits(kid, algorithm));
    fit.next().filter(|_| fit.next().is_none()).cloned()
}
