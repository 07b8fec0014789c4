//! Rows of shares. Whoever writes one holds the lock on its case, so that who writes from outside sees it stand or not.

use super::{
    Link, StoreError,
    query::{all, maybe, run},
};
use crate::domain::share::Share;

/// Puts a new one in.
pub async fn insert(link: &mut Link, share: &Share) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO shares (id, version, signal, number, recipient, last_day, ended, document) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        share.id.to_string(),
        share.version,
        share.signal.to_string(),
        share.signal_number.as_i64(),
        share.facts.recipient.as_str(),
        share.facts.until.to_string(),
        i64::from(share.ended.is_some()),
        serde_json::to_string(share)?
    )?;
    Ok(())
}

/// Writes an ended one over its row.
pub async fn update(link: &mut Link, share: &Share) -> Result<(), StoreError> {
    let touched = run!(
        link,
        "UPDATE shares SET version = $2, ended = $3, document = $4 WHERE id = $1",
        share.id.to_string(),
        share.version,
        i64::from(share.ended.is_some()),
        serde_json::to_string(share)?
    )?;
    if touched == 1 { Ok(()) } else { Err(StoreError::Fault("a share vanished while it was changed".into())) }
}

/// One.
pub async fn get(link: &mut Link, id: &str) -> Result<Option<Share>, StoreError> {
    let found = maybe!(link, (String,), "SELECT document FROM shares WHERE id = $1", id)?;
    found.map(|(document,)| Ok(serde_json::from_str(&document)?)).transpose()
}

/// Every one of a case, newest first.
pub async fn of_signal(link: &mut Link, signal: &str) -> Result<Vec<Share>, StoreError> {
    let rows = all!(link, (String,), "SELECT document FROM shares WHERE signal = $1 ORDER BY id DESC", signal)?;
    rows.into_iter().map(|(document,)| Ok(serde_json::from_str(&document)?)).collect()
}
