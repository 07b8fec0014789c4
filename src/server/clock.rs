//! Where the server gets the time from. Never read a clock anywhere else in the server.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use uuid::Uuid;

use super::random::{self, NoRandomness};

/// A source of the time, to the microsecond, and of ids that carry it.
pub trait Clock: Send + Sync + 'static {
    /// A new id (UUIDv7) with this time; by lot unless a clock says otherwise, so that two servers can be made to give the same.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    fn id(&self, now: DateTime<Utc>) -> Result<Uuid, NoRandomness> {
        random::id(now)
    }

    /// The time now.
    fn now(&self) -> DateTime<Utc>;

    /// Does it run with the time of the world, so that another clock can be held against it?
    fn runs(&self) -> bool {
        false
    }
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        to_microseconds(Utc::now())
    }

    fn runs(&self) -> bool {
        true
    }
}

/// A clock that stands still until it is moved; for tests and for a demonstration on a fixed day.
#[derive(Debug)]
pub struct FixedClock(Mutex<DateTime<Utc>>);

impl FixedClock {
    /// A clock that stands at `now`.
    pub fn at(now: DateTime<Utc>) -> Self {
        Self(Mutex::new(to_microseconds(now)))
    }

    /// Moves it on.
    pub fn advance(&self, by: TimeDelta) {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now += by;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A time as the store keeps it.
pub(super) fn to_microseconds(now: DateTime<Utc>) -> DateTime<Utc> {
    now.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(now)
}
