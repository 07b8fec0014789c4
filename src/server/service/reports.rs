//! Reports that an intake form hands in.

use chrono::TimeDelta;

use super::{Keyed, Refused, Report, Service, Written};
use crate::{
    domain::{
        check::Finding,
        signal::{Channel, Facts, Signal},
    },
    server::{
        identity::Caller,
        store::{idempotency, scope::whole},
    },
};

/// Reports that one token may hand in, and in what time.
const MOST: (usize, TimeDelta) = (60, TimeDelta::minutes(10));

impl Service {
    /// Makes a signal of what a form hands in; with a key that was used, what was made then. Every instance counts in the store, so that they
    /// count together; a few at the same moment may pass beyond the limit.
    pub async fn hand_in(&self, caller: &Caller, keyed: &Keyed, facts: Facts) -> Result<Written<Signal>, Refused> {
        let (now, (most, span)) = (self.now().timestamp_micros(), MOST);
        let span = span.num_microseconds().unwrap_or_default();
        let mut link = self.store.read().await?;
        let account = caller.account.to_string();
        let again = idempotency::get(&mut link, &account, &keyed.key).await?.is_some();
        let before = idempotency::newest(&mut link, &account, now - span, most).await?;
        drop(link);
        if let (false, Some(first)) = (again, before.get(most - 1)) {
            let seconds = (first + span - now).div_euclid(1_000_000) + 1;
            return Err(Refused::TooMany { seconds, findings: vec![Finding::new("", "too-many-reports", most.to_string())] });
        }
        let report = Report { received_at: None, channel: Channel::Form, source: None, typed: false, answers: vec![], facts };
        whole(self.made_of(caller, keyed, report)).await
    }
}
