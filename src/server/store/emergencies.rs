//! Rows of emergency access: who opened which case until when, and whether that was judged.

use super::{
    Link, StoreError,
    query::{all, maybe, one, run},
};
use crate::domain::{
    Instant,
    emergency::{EmergencyAccess, EmergencyVerdict},
};

/// Puts a new one in.
pub async fn insert(link: &mut Link, access: &EmergencyAccess) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO emergency_accesses (id, version, signal, number, account, opened_at, open_until, waits, rang, document) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, 1, 0, $8)",
        access.id.to_string(),
        access.version,
        access.signal.to_string(),
        access.signal_number.as_i64(),
        access.by.to_string(),
        access.opened_at.timestamp_micros(),
        access.until.timestamp_micros(),
        serde_json::to_string(access)?
    )?;
    Ok(())
}

/// Writes a judged one over its row. One that was not right is open no longer.
pub async fn update(link: &mut Link, access: &EmergencyAccess) -> Result<(), StoreError> {
    let ended = access.review.as_ref().filter(|review| review.verdict == EmergencyVerdict::Unjustified);
    let until = ended.map_or(access.until, |review| review.at.min(access.until));
    let touched = run!(
        link,
        "UPDATE emergency_accesses SET version = $2, open_until = $3, waits = $4, document = $5 WHERE id = $1",
        access.id.to_string(),
        access.version,
        until.timestamp_micros(),
        i64::from(access.review.is_none()),
        serde_json::to_string(access)?
    )?;
    if touched == 1 { Ok(()) } else { Err(StoreError::Fault("an emergency access vanished while it was changed".into())) }
}

/// One.
pub async fn get(link: &mut Link, id: &str) -> Result<Option<EmergencyAccess>, StoreError> {
    let found = maybe!(link, (String,), "SELECT document FROM emergency_accesses WHERE id = $1", id)?;
    found.map(|(document,)| Ok(serde_json::from_str(&document)?)).transpose()
}

/// Those to a case that are open to an account now.
pub async fn open(link: &mut Link, signal: &str, account: &str, now: Instant) -> Result<Vec<EmergencyAccess>, StoreError> {
    let sql = "SELECT document FROM emergency_accesses WHERE signal = $1 AND account = $2 AND open_until > $3";
    read(all!(link, (String,), sql, signal, account, now.timestamp_micros())?)
}

/// Those that wait to be judged, then the newest others; not more than `most`.
pub async fn newest(link: &mut Link, most: i64) -> Result<Vec<EmergencyAccess>, StoreError> {
    let sql = "SELECT document FROM emergency_accesses ORDER BY waits DESC, opened_at DESC, id DESC LIMIT $1";
    read(all!(link, (String,), sql, most)?)
}

/// How many wait to be judged, and how many of those were opened at or before a moment.
pub async fn waiting(link: &mut Link, before: Instant) -> Result<(i64, i64), StoreError> {
    one!(
        link,
        (i64, i64),
        "SELECT COUNT(*), COUNT(CASE WHEN opened_at <= $1 THEN 1 END) FROM emergency_accesses WHERE waits = 1",
        before.timestamp_micros()
    )
}

/// When an account opened cases after a moment, the first of these first; nobody else counts them until the end of the transaction.
pub async fn counted(link: &mut Link, account: &str, after: Instant) -> Result<Vec<i64>, StoreError> {
    run!(link, "UPDATE accounts SET name = name WHERE id = $1", account)?;
    let sql = "SELECT opened_at FROM emergency_accesses WHERE account = $1 AND opened_at > $2 ORDER BY opened_at";
    Ok(all!(link, (i64,), sql, account, after.timestamp_micros())?.into_iter().map(|(at,)| at).collect())
}

/// Takes note of one that was opened at or before a moment, waits, and of which nobody took note; gives its id.
pub async fn ring(link: &mut Link, before: Instant) -> Result<Option<String>, StoreError> {
    let sql = "UPDATE emergency_accesses SET rang = 1 WHERE rang = 0 AND id = (SELECT id FROM emergency_accesses \
               WHERE waits = 1 AND rang = 0 AND opened_at <= $1 ORDER BY opened_at, id LIMIT 1) RETURNING id";
    Ok(maybe!(link, (String,), sql, before.timestamp_micros())?.map(|(id,)| id))
}

/// Is there one to take note of?
pub async fn is_late(link: &mut Link, before: Instant) -> Result<bool, StoreError> {
    let sql = "SELECT id FROM emergency_accesses WHERE waits = 1 AND rang = 0 AND opened_at <= $1 LIMIT 1";
    Ok(maybe!(link, (String,), sql, before.timestamp_micros())?.is_some())
}

fn read(rows: Vec<(String,)>) -> Result<Vec<EmergencyAccess>, StoreError> {
    rows.into_iter().map(|(document,)| Ok(serde_json::from_str(&document)?)).collect()
}
