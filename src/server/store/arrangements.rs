//! Rows of moratoria, bridgings and commitments. Whoever writes one holds the lock on its signal.

use super::{
    Link, StoreError,
    query::{maybe, run},
    signal_list::{Query, Value},
};
use crate::domain::{
    Date,
    arrangement::{Arrangement, ArrangementFacts, ArrangementKind},
};

/// Puts a new one in.
pub async fn insert<F: ArrangementFacts>(link: &mut Link, item: &Arrangement<F>) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO arrangements (id, version, kind, signal, day, is_open, document) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        item.id.to_string(),
        item.version,
        F::KIND.code(),
        item.signal.to_string(),
        item.facts.day().to_string(),
        i64::from(item.closed.is_none()),
        serde_json::to_string(item)?
    )?;
    note_item(link, item).await
}

/// Writes a changed one over its row.
pub async fn update<F: ArrangementFacts>(link: &mut Link, item: &Arrangement<F>) -> Result<(), StoreError> {
    let touched = run!(
        link,
        "UPDATE arrangements SET version = $2, day = $3, is_open = $4, document = $5 WHERE id = $1",
        item.id.to_string(),
        item.version,
        item.facts.day().to_string(),
        i64::from(item.closed.is_none()),
        serde_json::to_string(item)?
    )?;
    if touched != 1 {
        return Err(StoreError::Fault("an arrangement vanished while it was changed".into()));
    }
    note_item(link, item).await
}

/// Keeps which item of an agenda a commitment comes from.
async fn note_item<F: ArrangementFacts>(link: &mut Link, item: &Arrangement<F>) -> Result<(), StoreError> {
    let id = item.id.to_string();
    match item.facts.agenda_item() {
        Some((_, agenda_item)) => run!(
            link,
            "INSERT INTO agenda_commitments (arrangement, item) VALUES ($1, $2) \
             ON CONFLICT (arrangement) DO UPDATE SET item = excluded.item",
            id,
            agenda_item.to_string()
        )?,
        None if F::KIND == ArrangementKind::Commitment => {
            run!(link, "DELETE FROM agenda_commitments WHERE arrangement = $1", id)?
        }
        None => 0,
    };
    Ok(())
}

/// The one of this kind with this id.
pub async fn get<F: ArrangementFacts>(link: &mut Link, id: &str) -> Result<Option<Arrangement<F>>, StoreError> {
    let found = maybe!(link, (String,), "SELECT document FROM arrangements WHERE id = $1 AND kind = $2", id, F::KIND.code())?;
    found.map(|(document,)| Ok(serde_json::from_str(&document)?)).transpose()
}

/// What a list asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Of this signal.
    pub signal: Option<String>,
    /// Only those that are open.
    pub open: bool,
    /// The day to go by is on or after.
    pub from: Option<Date>,
    /// The day to go by is on or before.
    pub until: Option<Date>,
    /// Start after this day and id.
    pub after: Option<(String, String)>,
    /// Rows.
    pub limit: i64,
}

/// The rows of a page of a kind, in order of the day to go by, as JSON.
pub async fn page(link: &mut Link, kind: ArrangementKind, wanted: &Wanted) -> Result<Vec<String>, StoreError> {
    let mut query = Query { sql: "SELECT document FROM arrangements WHERE kind = ".into(), binds: vec![] };
    query.bind(Value::Text(kind.code().into()));
    if wanted.open {
        query.sql.push_str(" AND is_open = 1");
    }
    let conditions = [
        ("signal =", wanted.signal.clone()),
        ("day >=", wanted.from.map(|day| day.to_string())),
        ("day <=", wanted.until.map(|day| day.to_string())),
    ];
    for (condition, value) in conditions {
        if let Some(value) = value {
            query.sql.push_str(&format!(" AND {condition} "));
            query.bind(Value::Text(value));
        }
    }
    if let Some((day, id)) = &wanted.after {
        query.sql.push_str(" AND (day, id) > (");
        query.bind(Value::Text(day.clone()));
        query.sql.push_str(", ");
        query.bind(Value::Text(id.clone()));
        query.sql.push(')');
    }
    query.sql.push_str(" ORDER BY day, id LIMIT ");
    query.bind(Value::Int(wanted.limit));
    let rows: Vec<(String,)> = query.rows(link).await?;
    Ok(rows.into_iter().map(|(document,)| document).collect())
}
