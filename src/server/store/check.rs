//! Looking for faults in a store: the file, references, sequences, documents that do not fit their rows.

use super::{
    Link, Store, StoreError,
    query::{all, one},
    signals,
};
use crate::{
    domain::{officer::Officer, signal::SignalSummary},
    server::names::Names,
};

/// Rows read at a time.
const STEP: i64 = 1000;

/// Faults of the file itself: SQLite's own checks.
pub async fn file(store: &Store) -> Result<Vec<String>, StoreError> {
    let Store::Lite { writer, .. } = store else { return Ok(vec![]) };
    let mut end = writer.acquire().await?;
    let whole: Vec<(String,)> = sqlx::query_as("PRAGMA integrity_check").fetch_all(&mut *end).await?;
    let mut faults: Vec<String> = whole.into_iter().map(|(line,)| line).filter(|line| line != "ok").collect();
    let broken = sqlx::query("PRAGMA foreign_key_check").fetch_all(&mut *end).await?;
    if !broken.is_empty() {
        faults.push(format!("{} rows refer to rows that are not there", broken.len()));
    }
    Ok(faults)
}

/// Faults that one statement finds: how many rows, and what is wrong with them.
const COUNTS: [(&str, &str); 10] = [
    (
        "signals without a document",
        "SELECT COUNT(*) FROM signals s WHERE NOT EXISTS (SELECT 1 FROM signal_documents d WHERE d.id = s.id)",
    ),
    (
        "signals missing from the change feed",
        "SELECT COUNT(*) FROM signals s WHERE NOT EXISTS (SELECT 1 FROM changes c WHERE c.scope = 'desk' AND c.entity = 'signal' AND c.id = s.id)",
    ),
    (
        "entries of the register missing from the change feed",
        "SELECT COUNT(*) FROM officers o WHERE NOT EXISTS (SELECT 1 FROM changes c WHERE c.scope = 'register' AND c.entity = 'officer' AND c.id = o.id)",
    ),
    (
        "saved views missing from the change feed",
        "SELECT COUNT(*) FROM saved_views v WHERE NOT EXISTS (SELECT 1 FROM changes c WHERE c.scope = 'views' AND c.entity = 'view' AND c.id = v.id)",
    ),
    (
        "rows of the deadline board missing from the change feed",
        "SELECT COUNT(*) FROM deadlines d WHERE NOT EXISTS (SELECT 1 FROM changes c WHERE c.scope = 'deadlines' AND c.entity = 'deadline' AND c.id = d.id)",
    ),
    (
        "alarms missing from the change feed",
        "SELECT COUNT(*) FROM alarms a WHERE NOT EXISTS (SELECT 1 FROM changes c WHERE c.scope = 'alarms' AND c.entity = 'alarm' AND c.id = a.id)",
    ),
    (
        "changes beyond the change counter",
        "SELECT COUNT(*) FROM changes WHERE seq > (SELECT value FROM counters WHERE name = 'changes')",
    ),
    ("sequences given twice", "SELECT COUNT(*) FROM (SELECT seq FROM changes GROUP BY seq HAVING COUNT(*) > 1) twice"),
    (
        "signals numbered beyond their counter",
        "SELECT COUNT(*) FROM signals s WHERE s.number % 10000000 > COALESCE((SELECT value FROM counters WHERE name = 'signals-' || CAST(s.number / 10000000 AS TEXT)), 0)",
    ),
    ("idempotency keys without an outcome", "SELECT COUNT(*) FROM idempotency WHERE status = 0"),
];

/// Faults between tables.
pub async fn tables(link: &mut Link) -> Result<Vec<String>, StoreError> {
    let mut faults = vec![];
    for (what, sql) in COUNTS {
        let (count,) = one!(link, (i64,), sql)?;
        if count > 0 {
            faults.push(format!("{count} {what}"));
        }
    }
    Ok(faults)
}

/// Signals whose document does not fit their row: how many there are, and the faults.
pub async fn signal_documents(link: &mut Link, names: &Names) -> Result<(i64, Vec<String>), StoreError> {
    let (mut count, mut after, mut faults) = (0, 0, vec![]);
    loop {
        let rows = all!(
            link,
            (i64, i64, String, String, String),
            "SELECT s.number, s.version, s.summary, s.search, d.document FROM signals s JOIN signal_documents d ON d.id = s.id \
             WHERE s.number > $1 ORDER BY s.number LIMIT $2",
            after,
            STEP
        )?;
        let Some((last, ..)) = rows.last() else { return Ok((count, faults)) };
        after = *last;
        for (number, version, summary, search, document) in rows {
            count += 1;
            let whole: Result<crate::domain::signal::Signal, _> = serde_json::from_str(&document);
            let fits = whole.is_ok_and(|signal| {
                signal.version == version
                    && signal.number.as_i64() == number
                    && serde_json::from_str::<SignalSummary>(&summary).is_ok_and(|summary| summary == SignalSummary::of(&signal))
                    && names.search_text_of_signal(&signal) == search
            });
            if !fits {
                faults.push(format!("signal {} does not fit its document", crate::domain::ids::SignalNumber::from_i64(number)));
            }
        }
    }
}

/// Entries of the register that cannot be read: how many entries there are, and the faults.
pub async fn officer_documents(link: &mut Link) -> Result<(i64, Vec<String>), StoreError> {
    let (mut count, mut after, mut faults) = (0, String::new(), vec![]);
    loop {
        let rows = super::changes::all_after(link, super::changes::Scope::Register, &after, STEP).await?;
        let Some((last, _)) = rows.last() else { return Ok((count, faults)) };
        after.clone_from(last);
        for (id, document) in rows {
            count += 1;
            if !serde_json::from_str::<Officer>(&document).is_ok_and(|officer| officer.id.to_string() == id) {
                faults.push(format!("entry {id} of the register does not fit its document"));
            }
        }
    }
}

/// Timelines that cannot be read.
pub async fn timelines(link: &mut Link) -> Result<Vec<String>, StoreError> {
    let mut faults = vec![];
    let (mut signal, mut place) = (String::new(), -1);
    loop {
        let rows = all!(
            link,
            (String, i64, String),
            "SELECT signal, place, document FROM entries WHERE (signal, place) > ($1, $2) ORDER BY signal, place LIMIT $3",
            signal,
            place,
            STEP
        )?;
        let Some((last, at, _)) = rows.last() else { return Ok(faults) };
        (signal, place) = (last.clone(), *at);
        for (id, place, document) in rows {
            if serde_json::from_str::<crate::domain::signal::Entry>(&document).is_err() {
                faults.push(format!("entry {} of the timeline of {id} cannot be read", place % signals::PLACES_PER_VERSION));
            }
        }
    }
}
