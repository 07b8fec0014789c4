//! Rows of items of agendas, of candidates, and of what belongs to them. Whoever changes one holds its meeting, or, for a
//! candidate, its row.

use std::collections::HashMap;

use super::{
    Link, StoreError,
    query::{all, maybe, run},
};
use crate::domain::{
    commitment::Commitment,
    meeting::{AgendaItem, AgendaItemSummary, Entry, Meeting, Part, PartFacts, PartKind},
    officer::Officer,
};

/// Puts a new one in.
pub async fn insert(link: &mut Link, item: &AgendaItem, summary: &AgendaItemSummary) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO agenda_items (id, meeting, rank, signal, dropped, summary, document) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        item.id.to_string(),
        meeting_of(item),
        item.rank,
        item.signal.map(|id| id.to_string()).unwrap_or_default(),
        i64::from(item.dropped),
        serde_json::to_string(summary)?,
        serde_json::to_string(item)?
    )?;
    Ok(())
}

/// Writes a changed one over its row.
pub async fn update(link: &mut Link, item: &AgendaItem, summary: &AgendaItemSummary) -> Result<(), StoreError> {
    let touched = run!(
        link,
        "UPDATE agenda_items SET meeting = $2, rank = $3, dropped = $4, summary = $5, document = $6 WHERE id = $1",
        item.id.to_string(),
        meeting_of(item),
        item.rank,
        i64::from(item.dropped),
        serde_json::to_string(summary)?,
        serde_json::to_string(item)?
    )?;
    if touched == 1 { Ok(()) } else { Err(StoreError::Fault("an item of an agenda vanished while it was changed".into())) }
}

fn meeting_of(item: &AgendaItem) -> String {
    item.meeting.map(|id| id.to_string()).unwrap_or_default()
}

/// One.
pub async fn get(link: &mut Link, id: &str) -> Result<Option<AgendaItem>, StoreError> {
    read(maybe!(link, (String,), "SELECT document FROM agenda_items WHERE id = $1", id)?)
}

/// One, locked until the end of the transaction.
pub async fn lock(link: &mut Link, id: &str) -> Result<Option<AgendaItem>, StoreError> {
    read(maybe!(link, (String,), "UPDATE agenda_items SET rank = rank WHERE id = $1 RETURNING document", id)?)
}

/// Those of a meeting, in order.
pub async fn of_meeting(link: &mut Link, meeting: &str) -> Result<Vec<AgendaItem>, StoreError> {
    let rows = all!(link, (String,), "SELECT document FROM agenda_items WHERE meeting = $1 ORDER BY rank, id", meeting)?;
    rows.iter().map(|(document,)| Ok(serde_json::from_str(document)?)).collect()
}

/// Those of a case.
pub async fn of_signal(link: &mut Link, signal: &str) -> Result<Vec<AgendaItem>, StoreError> {
    let rows = all!(link, (String,), "SELECT document FROM agenda_items WHERE signal = $1 ORDER BY id", signal)?;
    rows.iter().map(|(document,)| Ok(serde_json::from_str(document)?)).collect()
}

/// The meetings that are not over on whose agendas a case is, by number; an empty one where it is a candidate.
pub async fn not_over(link: &mut Link, signal: &str) -> Result<Vec<String>, StoreError> {
    let rows = all!(
        link,
        (Option<String>,),
        "SELECT m.document FROM agenda_items i LEFT JOIN meetings m ON m.id = i.meeting WHERE i.signal = $1 \
         AND (i.meeting = '' AND i.dropped = 0 OR m.state IN ('concept', 'fixed')) ORDER BY i.id",
        signal
    )?;
    let number = |document: Option<String>| match document {
        Some(document) => Ok(serde_json::from_str::<Meeting>(&document)?.number.to_string()),
        None => Ok(String::new()),
    };
    rows.into_iter().map(|(document,)| number(document)).collect()
}

/// Candidates: rows as lists have them, oldest first.
pub async fn candidates(link: &mut Link, most: i64) -> Result<Vec<AgendaItemSummary>, StoreError> {
    let rows =
        all!(link, (String,), "SELECT summary FROM agenda_items WHERE meeting = '' AND dropped = 0 ORDER BY id LIMIT $1", most)?;
    rows.iter().map(|(summary,)| Ok(serde_json::from_str(summary)?)).collect()
}

/// Puts a new part in.
pub async fn insert_part<F: PartFacts>(link: &mut Link, part: &Part<F>, officer: &str) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO agenda_parts (id, version, kind, item, officer, document) VALUES ($1, $2, $3, $4, $5, $6)",
        part.id.to_string(),
        part.version,
        F::KIND.code(),
        part.item.to_string(),
        officer,
        serde_json::to_string(part)?
    )?;
    keep_version(link, part).await
}

/// Keeps the version that it has now, for good.
async fn keep_version<F: PartFacts>(link: &mut Link, part: &Part<F>) -> Result<(), StoreError> {
    if F::KEEPS_VERSIONS {
        let (id, document) = (part.id.to_string(), serde_json::to_string(part)?);
        let statement = "INSERT INTO agenda_part_versions (part, version, document) VALUES ($1, $2, $3)";
        run!(link, statement, id, part.version, document)?;
    }
    Ok(())
}

/// Every version of a part of a kind that keeps them, oldest first.
pub async fn versions<F: PartFacts>(link: &mut Link, id: &str) -> Result<Vec<Part<F>>, StoreError> {
    let rows = all!(link, (String,), "SELECT document FROM agenda_part_versions WHERE part = $1 ORDER BY version", id)?;
    rows.iter().map(|(document,)| Ok(serde_json::from_str(document)?)).collect()
}

/// Writes a changed part over its row.
pub async fn update_part<F: PartFacts>(link: &mut Link, part: &Part<F>, officer: &str) -> Result<(), StoreError> {
    let touched = run!(
        link,
        "UPDATE agenda_parts SET version = $2, officer = $3, document = $4 WHERE id = $1",
        part.id.to_string(),
        part.version,
        officer,
        serde_json::to_string(part)?
    )?;
    if touched == 1 {
        keep_version(link, part).await
    } else {
        Err(StoreError::Fault("a part of an item vanished while it was changed".into()))
    }
}

/// The part of this kind with this id.
pub async fn part<F: PartFacts>(link: &mut Link, id: &str) -> Result<Option<Part<F>>, StoreError> {
    let found = maybe!(link, (String,), "SELECT document FROM agenda_parts WHERE id = $1 AND kind = $2", id, F::KIND.code())?;
    found.map(|(document,)| Ok(serde_json::from_str(&document)?)).transpose()
}

/// What belongs to an item.
pub async fn entry(link: &mut Link, item: AgendaItem) -> Result<Entry, StoreError> {
    let id = item.id.to_string();
    let rows = all!(link, (String, String), "SELECT kind, document FROM agenda_parts WHERE item = $1 ORDER BY id", &id)?;
    let mut entry = Entry::of(item);
    for (kind, document) in rows {
        add(&mut entry, &kind, &document)?;
    }
    Ok(entry)
}

/// The items of a meeting with what belongs to them, in order.
pub async fn entries(link: &mut Link, meeting: &str) -> Result<Vec<Entry>, StoreError> {
    let items = of_meeting(link, meeting).await?;
    let rows = all!(
        link,
        (String, String, String),
        "SELECT p.item, p.kind, p.document FROM agenda_parts p JOIN agenda_items i ON i.id = p.item WHERE i.meeting = $1 ORDER BY p.id",
        meeting
    )?;
    let mut entries: Vec<Entry> = items.into_iter().map(Entry::of).collect();
    let places: HashMap<String, usize> = entries.iter().zip(0..).map(|(entry, at)| (entry.item.id.to_string(), at)).collect();
    for (item, kind, document) in rows {
        if let Some(entry) = places.get(&item).and_then(|at| entries.get_mut(*at)) {
            add(entry, &kind, &document)?;
        }
    }
    Ok(entries)
}

/// The entries of the register of who is invited to a meeting; who left it is not among them.
pub async fn officers(link: &mut Link, meeting: &str) -> Result<Vec<Officer>, StoreError> {
    let rows = all!(
        link,
        (String,),
        "SELECT o.document FROM officers o WHERE o.id IN \
         (SELECT p.officer FROM agenda_parts p JOIN agenda_items i ON i.id = p.item WHERE i.meeting = $1 AND p.officer <> '')",
        meeting
    )?;
    rows.iter().map(|(document,)| Ok(serde_json::from_str(document)?)).collect()
}

/// Open commitments that were made at meetings, in order of their day, as JSON; those of this meeting aside.
pub async fn open_commitments(link: &mut Link, but: &str, most: i64) -> Result<Vec<String>, StoreError> {
    let rows = all!(
        link,
        (String,),
        "SELECT a.document FROM agenda_commitments c JOIN arrangements a ON a.id = c.arrangement \
         JOIN agenda_items i ON i.id = c.item WHERE a.is_open = 1 AND i.meeting <> $1 ORDER BY a.day, a.id LIMIT $2",
        but,
        most
    )?;
    Ok(rows.into_iter().map(|(document,)| document).collect())
}

/// The commitments that were made at a meeting.
pub async fn commitments(link: &mut Link, meeting: &str) -> Result<Vec<Commitment>, StoreError> {
    let rows = all!(
        link,
        (String,),
        "SELECT a.document FROM agenda_commitments c JOIN arrangements a ON a.id = c.arrangement \
         JOIN agenda_items i ON i.id = c.item WHERE i.meeting = $1 ORDER BY a.id",
        meeting
    )?;
    rows.iter().map(|(document,)| Ok(serde_json::from_str(document)?)).collect()
}

/// The commitments that name this item as where they were made.
pub async fn commitments_at(link: &mut Link, item: &str) -> Result<Vec<Commitment>, StoreError> {
    let rows = all!(
        link,
        (String,),
        "SELECT a.document FROM agenda_commitments c JOIN arrangements a ON a.id = c.arrangement WHERE c.item = $1 ORDER BY a.id",
        item
    )?;
    rows.iter().map(|(document,)| Ok(serde_json::from_str(document)?)).collect()
}

/// Commitments of this meeting, and open ones of others, each with the item it comes from; nearest day first.
pub async fn promises(link: &mut Link, meeting: &str, most: i64) -> Result<Vec<(String, String)>, StoreError> {
    all!(
        link,
        (String, String),
        "SELECT a.document, i.document FROM agenda_commitments c JOIN arrangements a ON a.id = c.arrangement \
         JOIN agenda_items i ON i.id = c.item WHERE a.is_open = 1 OR i.meeting = $1 ORDER BY a.day, a.id LIMIT $2",
        meeting,
        most
    )
}

fn add(entry: &mut Entry, kind: &str, document: &str) -> Result<(), StoreError> {
    match PartKind::from_code(kind) {
        Some(PartKind::Invitation) => entry.invitations.push(serde_json::from_str(document)?),
        Some(PartKind::Decision) => entry.decisions.push(serde_json::from_str(document)?),
        Some(PartKind::Paper) => entry.papers.push(serde_json::from_str(document)?),
        None => return Err(StoreError::Fault(format!("a part of an item of an unknown kind: {kind}"))),
    }
    Ok(())
}

fn read(found: Option<(String,)>) -> Result<Option<AgendaItem>, StoreError> {
    found.map(|(document,)| Ok(serde_json::from_str(&document)?)).transpose()
}
