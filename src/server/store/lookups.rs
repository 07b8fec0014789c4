//! How much of the register was looked up by who may not hold a copy of it: searches, and whom they saw. Who is meant by `person` is the
//! service's.

use super::{
    Link, StoreError,
    query::{all, maybe, run},
};
use crate::domain::lookup_limit::Limits;

/// Under these names what the administrator set stands among the settings.
const SEARCHES: &str = "register.searches";
const PERSONS: &str = "register.persons";

/// Nobody else counts this person's searches until the end of the transaction, on no instance.
pub async fn hold(link: &mut Link, person: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO register_askers (person) VALUES ($1) ON CONFLICT (person) DO UPDATE SET person = excluded.person";
    run!(link, sql, person).map(|_| ())
}

/// What the administrator set, or what holds otherwise.
pub async fn limits(link: &mut Link) -> Result<Limits, StoreError> {
    let usual = Limits::default();
    let mut read = [usual.searches, usual.persons];
    for (value, name) in read.iter_mut().zip([SEARCHES, PERSONS]) {
        let set = maybe!(link, (String,), "SELECT value FROM settings WHERE name = $1", name)?;
        if let Some(set) = set.and_then(|(text,)| text.parse().ok()) {
            *value = set;
        }
    }
    Ok(Limits { searches: read[0], persons: read[1] })
}

/// The administrator sets it.
pub async fn set_limits(link: &mut Link, limits: Limits) -> Result<(), StoreError> {
    for (name, value) in [(SEARCHES, limits.searches), (PERSONS, limits.persons)] {
        run!(
            link,
            "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            name,
            value.to_string()
        )?;
    }
    Ok(())
}

/// When a person searched after a moment (microseconds), the first of these first.
pub async fn searches(link: &mut Link, person: &str, after: i64) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT at FROM register_searches WHERE person = $1 AND at > $2 ORDER BY at, id";
    Ok(all!(link, (i64,), sql, person, after)?.into_iter().map(|(at,)| at).collect())
}

/// Whom a person saw after a moment, and when.
pub async fn seen(link: &mut Link, person: &str, after: i64) -> Result<Vec<(String, i64)>, StoreError> {
    let sql = "SELECT officer, at FROM register_seen WHERE person = $1 AND at > $2";
    all!(link, (String, i64), sql, person, after)
}

/// A person searched.
pub async fn add_search(link: &mut Link, person: &str, at: i64, id: &str) -> Result<(), StoreError> {
    run!(link, "INSERT INTO register_searches (person, at, id) VALUES ($1, $2, $3)", person, at, id).map(|_| ())
}

/// A person saw an entry.
pub async fn add_seen(link: &mut Link, person: &str, officer: &str, at: i64) -> Result<(), StoreError> {
    let sql = "INSERT INTO register_seen (person, officer, at) VALUES ($1, $2, $3) \
               ON CONFLICT (person, officer) DO UPDATE SET at = excluded.at";
    run!(link, sql, person, officer, at).map(|_| ())
}

/// Forgets of a person what was before a moment and counts no more.
pub async fn forget(link: &mut Link, person: &str, searches: i64, seen: i64) -> Result<(), StoreError> {
    run!(link, "DELETE FROM register_searches WHERE person = $1 AND at <= $2", person, searches)?;
    run!(link, "DELETE FROM register_seen WHERE person = $1 AND at <= $2", person, seen)?;
    Ok(())
}

/// An entry was called for a case. Of one that is not there nothing is kept.
pub async fn add_call(link: &mut Link, officer: &str, at: i64, signal: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO officer_calls (officer, at, signal) SELECT o.id, CAST($2 AS BIGINT), CAST($3 AS TEXT) FROM officers o \
               WHERE o.id = $1 ON CONFLICT (officer, at, signal) DO NOTHING";
    run!(link, sql, officer, at, signal).map(|_| ())
}

/// For which cases an entry was called last, the last first: when, and the case's summary as JSON.
pub async fn calls(link: &mut Link, officer: &str, most: i64) -> Result<Vec<(i64, String)>, StoreError> {
    let sql = "SELECT c.at, s.summary FROM officer_calls c JOIN signals s ON s.id = c.signal WHERE c.officer = $1 \
               ORDER BY c.at DESC, c.signal LIMIT $2";
    all!(link, (i64, String), sql, officer, most)
}
