//! Closed cases whose term may have passed, and lists of cases to destroy.

use super::{
    Link, StoreError,
    query::{all, maybe, one, run},
};
use crate::domain::{Date, destruction::Destruction, ids::SignalNumber, retention::Around};

/// Cases that were closed on a day or before, the longest ago first, after a day and number: day and number.
pub async fn closed_until(
    link: &mut Link,
    day: Date,
    (after, number): (&str, i64),
    most: i64,
) -> Result<Vec<(String, i64)>, StoreError> {
    all!(
        link,
        (String, i64),
        "SELECT closed_on, number FROM signals WHERE closed_on <> '' AND closed_on <= $1 AND (closed_on, number) > ($2, $3) \
         ORDER BY closed_on, number LIMIT $4",
        day.to_string(),
        after,
        number,
        most
    )
}

/// When a case was closed; nothing: it is open.
pub async fn closed_on(link: &mut Link, number: SignalNumber) -> Result<Option<Date>, StoreError> {
    let found = maybe!(link, (String,), "SELECT closed_on FROM signals WHERE number = $1", number.as_i64())?;
    Ok(found.and_then(|(day,)| day.parse().ok()))
}

/// What keeps a case all the same on this day.
pub async fn around(link: &mut Link, signal: &str, today: Date) -> Result<Around, StoreError> {
    let (time_outs, items, shares) = one!(
        link,
        (i64, i64, i64),
        "SELECT (SELECT COUNT(*) FROM time_outs WHERE signal = $1 AND open_until >= $2), \
         (SELECT COUNT(*) FROM agenda_items i LEFT JOIN meetings m ON m.id = i.meeting WHERE i.signal = $1 \
          AND (i.meeting = '' AND i.dropped = 0 OR m.state IN ('concept', 'fixed'))), \
         (SELECT COUNT(*) FROM shares WHERE signal = $1 AND ended = 0 AND last_day >= $2)",
        signal,
        today.to_string()
    )?;
    Ok(Around { time_out: time_outs > 0, agenda: items > 0, shared: shares > 0 })
}

/// Puts a new one in.
pub async fn insert(link: &mut Link, destruction: &Destruction) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO destructions (id, version, unfinished, document) VALUES ($1, $2, $3, $4)",
        destruction.id.to_string(),
        destruction.version,
        i64::from(destruction.next().is_some()),
        serde_json::to_string(destruction)?
    )?;
    Ok(())
}

/// Writes a changed one over its row.
pub async fn update(link: &mut Link, destruction: &Destruction) -> Result<(), StoreError> {
    let touched = run!(
        link,
        "UPDATE destructions SET version = $2, unfinished = $3, document = $4 WHERE id = $1",
        destruction.id.to_string(),
        destruction.version,
        i64::from(destruction.next().is_some()),
        serde_json::to_string(destruction)?
    )?;
    if touched == 1 { Ok(()) } else { Err(StoreError::Fault("a destruction vanished while it was changed".into())) }
}

/// One.
pub async fn get(link: &mut Link, id: &str) -> Result<Option<Destruction>, StoreError> {
    read(maybe!(link, (String,), "SELECT document FROM destructions WHERE id = $1", id)?)
}

/// One, locked until the end of the transaction.
pub async fn lock(link: &mut Link, id: &str) -> Result<Option<Destruction>, StoreError> {
    read(maybe!(link, (String,), "UPDATE destructions SET version = version WHERE id = $1 RETURNING document", id)?)
}

/// The newest.
pub async fn newest(link: &mut Link, most: i64) -> Result<Vec<Destruction>, StoreError> {
    let rows = all!(link, (String,), "SELECT document FROM destructions ORDER BY id DESC LIMIT $1", most)?;
    rows.iter().map(|(document,)| Ok(serde_json::from_str(document)?)).collect()
}

/// Those of which an approved case still waits, oldest first: their ids.
pub async fn unfinished(link: &mut Link) -> Result<Vec<String>, StoreError> {
    let rows = all!(link, (String,), "SELECT id FROM destructions WHERE unfinished = 1 ORDER BY id")?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Those that name a case, newest first.
pub async fn naming(link: &mut Link, number: SignalNumber) -> Result<Vec<Destruction>, StoreError> {
    let named = format!("%\"number\":\"{number}\"%");
    let rows = all!(link, (String,), "SELECT document FROM destructions WHERE document LIKE $1 ORDER BY id DESC", named)?;
    rows.iter().map(|(document,)| Ok(serde_json::from_str(document)?)).collect()
}

fn read(found: Option<(String,)>) -> Result<Option<Destruction>, StoreError> {
    found.map(|(document,)| Ok(serde_json::from_str(&document)?)).transpose()
}
