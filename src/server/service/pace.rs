//! How many requests a minute, of one person, and from one address where nobody is known to ask. Each instance counts in memory and settles with the
//! store once a second: nothing is written because of a request, and what is over the limit is what came within a second at each instance.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Mutex, PoisonError},
};

use chrono::{DateTime, Utc};

use super::{Refused, Service};
use crate::server::{
    identity::{Caller, local},
    store::{Store, StoreError, pace as rows},
};

/// Most that are told apart in a minute; whoever comes after that counts together.
const SUBJECTS: usize = 50_000;

/// Those that came after that.
const REST: &str = "rest";

/// Requests in a minute; 0: as many as come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RequestLimits {
    /// Of one account.
    pub person: u32,
    /// From one address, of what needs no token or comes with one that does not count.
    pub address: u32,
}

/// Counts.
pub struct Pace {
    limits: RequestLimits,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    minute: i64,
    counts: HashMap<String, Count>,
}

#[derive(Default)]
struct Count {
    /// Came here.
    here: i64,
    /// That many of them the store knows.
    told: i64,
    /// Came elsewhere, as far as the store told.
    elsewhere: i64,
}

impl Pace {
    /// With these limits.
    pub fn new(limits: RequestLimits) -> Self {
        Self { limits, state: Mutex::default() }
    }

    /// One more of this subject; or in how many seconds there is room again. What is refused does not count.
    fn take(&self, subject: &str, most: u32, now: DateTime<Utc>) -> Result<(), i64> {
        let (minute, second) = (minute(now), now.timestamp().rem_euclid(60));
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.minute != minute {
            *state = State { minute, counts: HashMap::new() };
        }
        let subject = if state.counts.len() < SUBJECTS || state.counts.contains_key(subject) { subject } else { REST };
        let count = state.counts.entry(subject.to_owned()).or_default();
        if count.here + count.elsewhere >= i64::from(most) {
            return Err(60 - second);
        }
        count.here += 1;
        Ok(())
    }

    /// Tells the store what came here and hears what came elsewhere.
    async fn settle(&self, store: &Store) -> Result<(), StoreError> {
        let (minute, more) = {
            let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
            let news = state.counts.iter().filter(|(_, count)| count.here > count.told);
            let mut more: Vec<_> = news.map(|(subject, count)| (subject.clone(), count.here - count.told)).collect();
            // In one order everywhere, so that two instances never wait for each other.
            more.sort_unstable();
            (state.minute, more)
        };
        if more.is_empty() {
            return Ok(());
        }
        let mut link = store.write().await?;
        let all = rows::settle(&mut link, minute, &more).await?;
        rows::forget(&mut link, minute - 1).await?;
        link.commit().await?;
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.minute == minute {
            for (subject, more) in more {
                state.counts.entry(subject).or_default().told += more;
            }
            for (subject, total) in all {
                let count = state.counts.entry(subject).or_default();
                count.elsewhere = total - count.told;
            }
        }
        Ok(())
    }
}

fn minute(now: DateTime<Utc>) -> i64 {
    now.timestamp().div_euclid(60)
}

/// An address as it is counted: whoever has one of IPv6 has 2⁶⁴ of them.
fn counted(address: &str) -> String {
    match address.parse() {
        Ok(IpAddr::V6(address)) if address.to_ipv4_mapped().is_none() => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).to_string()
        }
        _ => address.to_owned(),
    }
}

impl Service {
    /// May this account ask one thing more in this minute?
    pub fn admit(&self, caller: &Caller) -> Result<(), Refused> {
        self.taken(&caller.account.to_string(), self.pace.limits.person)
    }

    /// The same of whoever asks from an address without being known.
    pub fn admit_stranger(&self, address: &str) -> Result<(), Refused> {
        match self.pace.limits.address {
            0 => Ok(()),
            most => self.taken(&local::of_address(&counted(address)), most),
        }
    }

    fn taken(&self, subject: &str, most: u32) -> Result<(), Refused> {
        if most == 0 {
            return Ok(());
        }
        self.pace.take(subject, most, self.now()).map_err(|seconds| Refused::TooMany { seconds, findings: vec![] })
    }

    /// Settles what was counted with the store.
    pub async fn settle_pace(&self) -> Result<(), StoreError> {
        self.pace.settle(&self.store).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn store(folder: &tempfile::TempDir) -> Store {
        Store::open(&format!("sqlite:{}", folder.path().join("loket.db").display()), false).await.unwrap()
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[tokio::test]
    async fn two_instances_count_together_and_one_that_begins_anew_knows_the_minute() {
        let folder = tempfile::tempdir().unwrap();
        let store = store(&folder).await;
        let limits = RequestLimits { person: 10, address: 0 };
        let (one, other) = (Pace::new(limits), Pace::new(limits));
        let now = at("2026-11-16T09:00:20Z");
        let taken = |pace: &Pace, count: usize| (0..count).filter(|_| pace.take("a", 10, now).is_ok()).count();
        assert_eq!((taken(&one, 6), taken(&other, 3)), (6, 3));
        one.settle(&store).await.unwrap();
        other.settle(&store).await.unwrap();
        // The other knows of nine; the one of its own six until it settles again, which it does with the next.
        assert_eq!(taken(&other, 5), 1);
        assert_eq!(taken(&one, 1), 1);
        other.settle(&store).await.unwrap();
        one.settle(&store).await.unwrap();
        assert_eq!(one.take("a", 10, now), Err(40), "until the minute is over");
        // Another is not touched; and a new instance has learned it with its first settling.
        assert_eq!(one.take("b", 10, now), Ok(()));
        let anew = Pace::new(limits);
        assert_eq!(taken(&anew, 1), 1);
        anew.settle(&store).await.unwrap();
        assert_eq!(anew.take("a", 10, now), Err(40));
        // The next minute is a new one, and of before nothing is kept.
        let next = at("2026-11-16T09:01:00Z");
        assert_eq!(anew.take("a", 10, next), Ok(()));
        anew.settle(&store).await.unwrap();
        let later = at("2026-11-16T09:03:59Z");
        assert_eq!(anew.take("a", 10, later), Ok(()));
        anew.settle(&store).await.unwrap();
        let mut link = store.read().await.unwrap();
        assert_eq!(rows::settle(&mut link, minute(now), &[]).await.unwrap(), []);
        assert_eq!(rows::settle(&mut link, minute(later), &[]).await.unwrap(), [("a".to_owned(), 1)]);
    }

    #[test]
    fn what_is_refused_does_not_count_and_addresses_of_one_network_are_one() {
        let pace = Pace::new(RequestLimits::default());
        let now = at("2026-11-16T09:00:59Z");
        for _ in 0..100 {
            let _ = pace.take("a", 2, now);
        }
        assert_eq!(pace.take("a", 3, now), Ok(()), "two counted");
        assert_eq!(pace.take("a", 3, now), Err(1));
        assert_eq!(counted("2001:db8:1:2:3:4:5:6"), counted("2001:db8:1:2::1"));
        assert_ne!(counted("2001:db8:1:2::1"), counted("2001:db8:1:3::1"));
        assert_eq!(counted("192.0.2.7"), "192.0.2.7");
    }
}
