//! The provider's keys, remembered. A key that is not known makes us ask, but not as often as somebody likes; a provider that does not
//! answer takes no key away.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    algorithm::{Algorithm, Key},
    fetch::Fetch,
};

/// How long a set of keys counts before it is asked for again: a key that was withdrawn counts no longer than this and one answer.
const GOOD_FOR: TimeDelta = TimeDelta::minutes(5);

/// How often the provider is asked at most: so many times…
const TIMES: usize = 4;

/// …in so long. Each answer has every key, so whoever makes up names of keys keeps no new one from being found.
const WITHIN: TimeDelta = TimeDelta::minutes(1);

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
    /// When the provider was asked.
    asked: VecDeque<DateTime<Utc>>,
}

impl Known {
    fn is_old(&self, now: DateTime<Utc>) -> bool {
        self.at.is_none_or(|at| now - at > GOOD_FOR || at > now)
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
    /// The key of an issuer that a token names, or the only one that fits where it names none.
    pub async fn find(
        self: &Arc<Self>,
        issuer: &str,
        kid: Option<&str>,
        algorithm: Algorithm,
        now: DateTime<Utc>,
    ) -> Option<Key> {
        let (keys, is_old) = self.known(issuer, now);
        if let Some(key) = fitting(&keys, kid, algorithm) {
            if is_old {
                // The known key counts meanwhile: a provider that is slow or away holds nobody up.
                let (this, issuer) = (self.clone(), issuer.to_owned());
                tokio::spawn(async move { this.ask(&issuer, now).await });
            }
            return Some(key);
        }
        self.ask_unless(issuer, &keys, now).await;
        fitting(&self.known(issuer, now).0, kid, algorithm)
    }

    fn known(&self, issuer: &str, now: DateTime<Utc>) -> (Arc<[Key]>, bool) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.issuer != issuer {
            *known = Known { issuer: issuer.to_owned(), ..Known::default() };
        }
        (known.keys.clone(), known.is_old(now))
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
        if !self.known.lock().unwrap_or_else(PoisonError::into_inner).may_ask(now) {
            return;
        }
        match self.fetch.keys(issuer).await {
            Ok(keys) => {
                let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
                if known.issuer == issuer {
                    known.keys = keys.into();
                    known.at = Some(now);
                }
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
