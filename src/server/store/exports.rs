//! Rows of exports, and the cases that were received in a period.

use super::{
    Link, StoreError,
    query::{all, maybe, run},
};
use crate::domain::{Instant, case_export::CaseExport, ids::SignalNumber};

/// The numbers of cases that were received from a moment on and before another, in order, after a number.
pub async fn received(
    link: &mut Link,
    (from, before): (Instant, Instant),
    after: i64,
    most: i64,
) -> Result<Vec<SignalNumber>, StoreError> {
    let rows = all!(
        link,
        (i64,),
        "SELECT number FROM signals WHERE received_at >= $1 AND received_at < $2 AND number > $3 ORDER BY number LIMIT $4",
        from.timestamp_micros(),
        before.timestamp_micros(),
        after,
        most
    )?;
    Ok(rows.into_iter().map(|(number,)| SignalNumber::from_i64(number)).collect())
}

/// Those of these numbers, in order, of which there is a case.
pub async fn there(link: &mut Link, numbers: &[SignalNumber]) -> Result<Vec<SignalNumber>, StoreError> {
    let mut found = vec![];
    for number in numbers {
        let row = maybe!(link, (i64,), "SELECT number FROM signals WHERE number = $1", number.as_i64())?;
        found.extend(row.map(|_| *number));
    }
    Ok(found)
}

/// Puts a new one in.
pub async fn insert(link: &mut Link, export: &CaseExport) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO exports (id, version, document) VALUES ($1, $2, $3)",
        export.id.to_string(),
        export.version,
        serde_json::to_string(export)?
    )?;
    Ok(())
}

/// Writes a changed one over its row.
pub async fn update(link: &mut Link, export: &CaseExport) -> Result<(), StoreError> {
    let touched = run!(
        link,
        "UPDATE exports SET version = $2, document = $3 WHERE id = $1",
        export.id.to_string(),
        export.version,
        serde_json::to_string(export)?
    )?;
    if touched == 1 { Ok(()) } else { Err(StoreError::Fault("an export vanished while it was changed".into())) }
}

/// One.
pub async fn get(link: &mut Link, id: &str) -> Result<Option<CaseExport>, StoreError> {
    read(maybe!(link, (String,), "SELECT document FROM exports WHERE id = $1", id)?)
}

/// One, locked until the end of the transaction.
pub async fn lock(link: &mut Link, id: &str) -> Result<Option<CaseExport>, StoreError> {
    read(maybe!(link, (String,), "UPDATE exports SET version = version WHERE id = $1 RETURNING document", id)?)
}

/// The newest.
pub async fn newest(link: &mut Link, most: i64) -> Result<Vec<CaseExport>, StoreError> {
    let rows = all!(link, (String,), "SELECT document FROM exports ORDER BY id DESC LIMIT $1", most)?;
    rows.iter().map(|(document,)| Ok(serde_json::from_str(document)?)).collect()
}

fn read(found: Option<(String,)>) -> Result<Option<CaseExport>, StoreError> {
    found.map(|(document,)| Ok(serde_json::from_str(&document)?)).transpose()
}
