//! The clock of the database, which every instance can hold its own against.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Store, StoreError, query::one};

/// How far the clock of PostgreSQL and ours are apart, whatever the answer took; SQLite has no other clock than ours.
pub async fn difference(store: &Store, now: impl Fn() -> DateTime<Utc>) -> Result<TimeDelta, StoreError> {
    let Store::Pg(_) = store else { return Ok(TimeDelta::zero()) };
    let mut link = store.read().await?;
    let before = now();
    let asked = "SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000000)::BIGINT";
    let (theirs,) = one!(link, (i64,), asked)?;
    let theirs = DateTime::from_timestamp_micros(theirs).ok_or_else(|| StoreError::Fault("a clock without a time".into()))?;
    Ok((before - theirs).max(theirs - now()).max(TimeDelta::zero()))
}
