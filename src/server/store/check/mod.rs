//! Looking for faults in a store: the file, references, sequences, documents that do not fit their rows.

pub mod documents;

use std::fmt;

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

/// Something that does not hold. Its words in both languages are in the locale files, under `db-fault-CODE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub code: &'static str,
    /// With what: a number, an id, a table, what SQLite said.
    pub subject: String,
    /// How many times; 1 for a single object.
    pub count: i64,
}

impl Fault {
    /// One fault of this thing.
    pub fn of(code: &'static str, subject: impl Into<String>) -> Self {
        Self { code, subject: subject.into(), count: 1 }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ({})", self.code, self.subject, self.count)
    }
}

/// Faults of the file itself: SQLite's own checks.
pub async fn file(store: &Store) -> Result<Vec<Fault>, StoreError> {
    let Store::Lite { writer, .. } = store else { return Ok(vec![]) };
    let mut end = writer.acquire().await?;
    let whole: Vec<(String,)> = sqlx::query_as("PRAGMA integrity_check").fetch_all(&mut *end).await?;
    let broken = whole.into_iter().filter(|(line,)| line != "ok");
    let mut faults: Vec<Fault> = broken.map(|(line,)| Fault::of("file", line)).collect();
    let broken = sqlx::query("PRAGMA foreign_key_check").fetch_all(&mut *end).await?;
    if !broken.is_empty() {
        let count = i64::try_from(broken.len()).unwrap_or(i64::MAX);
        faults.push(Fault { code: "reference", subject: String::new(), count });
    }
    Ok(faults)
}

/// Faults that one statement finds: how many rows, and what is wrong with them.
const COUNTS: [(&str, &str); 17] = [
    (
        "signal-without-document",
        "SELECT COUNT(*) FROM signals s WHERE NOT EXISTS (SELECT 1 FROM signal_documents d WHERE d.id = s.id)",
    ),
    (
        "feed-signal",
        "SELECT COUNT(*) FROM signals s WHERE NOT EXISTS (SELECT 1 FROM changes c WHERE c.scope = 'desk' AND c.entity = 'signal' AND c.id = s.id)",
    ),
    (
        "feed-officer",
        "SELECT COUNT(*) FROM officers o WHERE NOT EXISTS (SELECT 1 FROM changes c WHERE c.scope = 'register' AND c.entity = 'officer' AND c.id = o.id)",
    ),
    (
        "feed-view",
        "SELECT COUNT(*) FROM saved_views v WHERE NOT EXISTS (SELECT 1 FROM changes c WHERE c.scope = 'views' AND c.entity = 'view' AND c.id = v.id)",
    ),
    (
        "feed-deadline",
        "SELECT COUNT(*) FROM deadlines d WHERE NOT EXISTS (SELECT 1 FROM changes c WHERE c.scope = 'deadlines' AND c.entity = 'deadline' AND c.id = d.id)",
    ),
    (
        "feed-alarm",
        "SELECT COUNT(*) FROM alarms a WHERE NOT EXISTS (SELECT 1 FROM changes c WHERE c.scope = 'alarms' AND c.entity = 'alarm' AND c.id = a.id)",
    ),
    (
        "feed-meeting",
        "SELECT COUNT(*) FROM meetings t WHERE NOT EXISTS (SELECT 1 FROM changes c WHERE c.scope = 'meetings' AND c.entity = 'meeting' AND c.id = t.id)",
    ),
    (
        "feed-agenda-item",
        "SELECT COUNT(*) FROM agenda_items t WHERE NOT EXISTS (SELECT 1 FROM changes c WHERE c.scope = 'agenda-items' AND c.entity = 'agenda-item' AND c.id = t.id)",
    ),
    (
        "feed-lesson",
        "SELECT COUNT(*) FROM lessons t WHERE NOT EXISTS (SELECT 1 FROM changes c WHERE c.scope = 'lessons' AND c.entity = 'lesson' AND c.id = t.id)",
    ),
    (
        "feed-series",
        "SELECT COUNT(*) FROM meeting_series t WHERE NOT EXISTS (SELECT 1 FROM changes c WHERE c.scope = 'meeting-series' AND c.entity = 'meeting-series' AND c.id = t.id)",
    ),
    (
        "item-without-meeting",
        "SELECT COUNT(*) FROM agenda_items i WHERE i.meeting <> '' AND NOT EXISTS (SELECT 1 FROM meetings m WHERE m.id = i.meeting)",
    ),
    (
        "item-without-signal",
        "SELECT COUNT(*) FROM agenda_items i WHERE i.signal <> '' AND NOT EXISTS (SELECT 1 FROM signals s WHERE s.id = i.signal)",
    ),
    (
        "commitment-without-item",
        "SELECT COUNT(*) FROM agenda_commitments c WHERE NOT EXISTS (SELECT 1 FROM agenda_items i WHERE i.id = c.item) \
         OR NOT EXISTS (SELECT 1 FROM arrangements a WHERE a.id = c.arrangement)",
    ),
    ("counter-changes", "SELECT COUNT(*) FROM changes WHERE seq > (SELECT value FROM counters WHERE name = 'changes')"),
    ("sequence-twice", "SELECT COUNT(*) FROM (SELECT seq FROM changes GROUP BY seq HAVING COUNT(*) > 1) twice"),
    (
        "counter-signals",
        "SELECT COUNT(*) FROM signals s WHERE s.number % 10000000 > COALESCE((SELECT value FROM counters WHERE name = 'signals-' || CAST(s.number / 10000000 AS TEXT)), 0)",
    ),
    ("key-without-outcome", "SELECT COUNT(*) FROM idempotency WHERE status = 0"),
];

/// Faults between tables.
pub async fn tables(link: &mut Link) -> Result<Vec<Fault>, StoreError> {
    let mut faults = vec![];
    for (code, sql) in COUNTS {
        let (count,) = one!(link, (i64,), sql)?;
        if count > 0 {
            faults.push(Fault { code, subject: String::new(), count });
        }
    }
    Ok(faults)
}

/// Signals whose document does not fit their row: how many there are, and the faults.
pub async fn signal_documents(link: &mut Link, names: &Names) -> Result<(i64, Vec<Fault>), StoreError> {
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
                faults.push(Fault::of("signal-document", crate::domain::ids::SignalNumber::from_i64(number).to_string()));
            }
        }
    }
}

/// Entries of the register that cannot be read: how many entries there are, and the faults.
pub async fn officer_documents(link: &mut Link) -> Result<(i64, Vec<Fault>), StoreError> {
    let (mut count, mut after, mut faults) = (0, String::new(), vec![]);
    loop {
        let rows = super::changes::all_after(link, super::changes::Scope::Register, &after, STEP).await?;
        let Some((last, _)) = rows.last() else { return Ok((count, faults)) };
        after.clone_from(last);
        for (id, document) in rows {
            count += 1;
            if !serde_json::from_str::<Officer>(&document).is_ok_and(|officer| officer.id.to_string() == id) {
                faults.push(Fault::of("officer-document", id));
            }
        }
    }
}

/// Timelines that cannot be read.
pub async fn timelines(link: &mut Link) -> Result<Vec<Fault>, StoreError> {
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
                faults.push(Fault::of("timeline", format!("{id}, {}", place % signals::PLACES_PER_VERSION)));
            }
        }
    }
}
