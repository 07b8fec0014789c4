//! Rows of deliveries of the register, and the entries they are about.

use std::collections::HashSet;

use super::{
    Link, StoreError,
    query::{all, maybe, one, run},
};
use crate::domain::{
    delivery::{Content, Delivery, DeliveryLine, DeliveryState, Made},
    ids::{OfficerId, OrganisationCode},
    officer::Officer,
};

/// What is told of a delivery on a list.
const LISTED: i64 = 100;

/// The next number.
pub async fn next_number(link: &mut Link) -> Result<i64, StoreError> {
    let (number,) = one!(
        link,
        (i64,),
        "INSERT INTO counters (name, value) VALUES ('deliveries', 1) \
         ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value"
    )?;
    Ok(number)
}

/// Puts a new one in; `organisation` is the one it is about, or empty.
pub async fn insert(
    link: &mut Link,
    delivery: &Delivery,
    organisation: &str,
    content: &Content,
    lines: &[DeliveryLine],
) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO deliveries (number, version, organisation, summary, content, lines, made) VALUES ($1, $2, $3, $4, $5, $6, '[]')",
        delivery.number,
        delivery.version,
        organisation,
        serde_json::to_string(delivery)?,
        serde_json::to_string(content)?,
        serde_json::to_string(lines)?
    )?;
    Ok(())
}

/// Writes a changed one over its row.
pub async fn update(link: &mut Link, delivery: &Delivery) -> Result<(), StoreError> {
    let touched = run!(
        link,
        "UPDATE deliveries SET version = $2, summary = $3 WHERE number = $1",
        delivery.number,
        delivery.version,
        serde_json::to_string(delivery)?
    )?;
    if touched == 1 { Ok(()) } else { Err(StoreError::Fault("a delivery vanished while it was changed".into())) }
}

/// Writes what it would do now.
pub async fn set_lines(link: &mut Link, number: i64, lines: &[DeliveryLine]) -> Result<(), StoreError> {
    run!(link, "UPDATE deliveries SET lines = $2 WHERE number = $1", number, serde_json::to_string(lines)?).map(|_| ())
}

/// Writes what it did.
pub async fn set_made(link: &mut Link, number: i64, made: &[Made]) -> Result<(), StoreError> {
    run!(link, "UPDATE deliveries SET made = $2 WHERE number = $1", number, serde_json::to_string(made)?).map(|_| ())
}

/// A delivery, and the one organisation it is about.
pub async fn get(link: &mut Link, number: i64) -> Result<Option<(Delivery, String)>, StoreError> {
    read(maybe!(link, (String, String), "SELECT summary, organisation FROM deliveries WHERE number = $1", number)?)
}

/// The same, locked until the end of the transaction.
pub async fn lock(link: &mut Link, number: i64) -> Result<Option<(Delivery, String)>, StoreError> {
    let sql = "UPDATE deliveries SET version = version WHERE number = $1 RETURNING summary, organisation";
    read(maybe!(link, (String, String), sql, number)?)
}

fn read(found: Option<(String, String)>) -> Result<Option<(Delivery, String)>, StoreError> {
    found.map(|(summary, organisation)| Ok((serde_json::from_str(&summary)?, organisation))).transpose()
}

/// What was sent.
pub async fn content(link: &mut Link, number: i64) -> Result<Content, StoreError> {
    let (content,) = one!(link, (String,), "SELECT content FROM deliveries WHERE number = $1", number)?;
    Ok(serde_json::from_str(&content)?)
}

/// What it would do, or did.
pub async fn lines(link: &mut Link, number: i64) -> Result<Vec<DeliveryLine>, StoreError> {
    let (lines,) = one!(link, (String,), "SELECT lines FROM deliveries WHERE number = $1", number)?;
    Ok(serde_json::from_str(&lines)?)
}

/// What it did.
pub async fn made(link: &mut Link, number: i64) -> Result<Vec<Made>, StoreError> {
    let (made,) = one!(link, (String,), "SELECT made FROM deliveries WHERE number = $1", number)?;
    Ok(serde_json::from_str(&made)?)
}

/// The newest delivery after this one that is applied and changed any of these entries.
pub async fn applied_later(link: &mut Link, number: i64, entries: &HashSet<OfficerId>) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT number, summary, made FROM deliveries WHERE number > $1 ORDER BY number DESC";
    for (later, summary, made) in all!(link, (i64, String, String), sql, number)? {
        let delivery: Delivery = serde_json::from_str(&summary)?;
        let made: Vec<Made> = serde_json::from_str(&made)?;
        if delivery.state == DeliveryState::Applied && made.iter().any(|made| entries.contains(&made.id)) {
            return Ok(Some(later));
        }
    }
    Ok(None)
}

/// The newest hundred as JSON, newest first; of one organisation, or all.
pub async fn newest(link: &mut Link, organisation: Option<&str>) -> Result<Vec<String>, StoreError> {
    let rows = match organisation {
        Some(code) => {
            let sql = "SELECT summary FROM deliveries WHERE organisation = $1 ORDER BY number DESC LIMIT $2";
            all!(link, (String,), sql, code, LISTED)?
        }
        None => all!(link, (String,), "SELECT summary FROM deliveries ORDER BY number DESC LIMIT $1", LISTED)?,
    };
    Ok(rows.into_iter().map(|(summary,)| summary).collect())
}

/// Entries of these organisations, or of all, in order of their id and locked until the end of the transaction.
pub async fn entries(link: &mut Link, organisations: Option<&[OrganisationCode]>) -> Result<Vec<Officer>, StoreError> {
    // SQLite has one writer: nothing to lock.
    let (every, of_one) = if link.is_pg() {
        (
            "SELECT document FROM officers ORDER BY id FOR UPDATE",
            "SELECT document FROM officers WHERE organisation = $1 ORDER BY id FOR UPDATE",
        )
    } else {
        ("SELECT document FROM officers ORDER BY id", "SELECT document FROM officers WHERE organisation = $1 ORDER BY id")
    };
    let mut rows: Vec<(String,)> = vec![];
    match organisations {
        None => rows = all!(link, (String,), every)?,
        Some(codes) => {
            for code in codes {
                rows.extend(all!(link, (String,), of_one, code.as_str())?);
            }
        }
    }
    rows.iter().map(|(document,)| Ok(serde_json::from_str(document)?)).collect()
}

/// Takes an entry away that a delivery brought and that nobody changed since.
pub async fn remove_entry(link: &mut Link, id: &str) -> Result<(), StoreError> {
    run!(link, "DELETE FROM officers WHERE id = $1", id).map(|_| ())
}
