//! Rows of the register.

use chrono::{Days, TimeDelta};

use super::{
    Link, StoreError,
    query::{all, maybe, run},
    rows::Rows,
    signal_list::{Query, Value},
    signals::column,
};
use crate::{
    domain::{
        Date,
        ids::OrganisationCode,
        officer::{AGEING_DAYS, Officer},
        verdict::{Attention, ENDING_WITHIN},
    },
    server::names::Names,
};

/// An entry as columns.
#[derive(Debug, Clone)]
pub struct OfficerRow {
    id: String,
    version: i64,
    changed_at: i64,
    organisation: String,
    source: Option<(String, String)>,
    names: String,
    search: String,
    reported: i64,
    verified_on: String,
    ends_on: String,
    document: String,
}

/// The day of what does not end.
const NEVER: &str = "9999-12-31";

impl OfficerRow {
    /// The columns of an entry.
    pub fn of(officer: &Officer, names: &Names) -> Result<Self, StoreError> {
        Ok(Self {
            id: officer.id.to_string(),
            version: officer.version,
            changed_at: officer.changed_at.timestamp_micros(),
            organisation: officer.facts.organisation.to_string(),
            source: officer.source.as_ref().map(|source| (column(&source.system), column(source.reference.raw()))),
            names: names.own_names_of_officer(officer),
            search: names.search_text_of_officer(officer),
            reported: i64::try_from(officer.verdict.reports.len()).unwrap_or(i64::MAX),
            verified_on: officer.facts.verified_on.map(|day| day.to_string()).unwrap_or_default(),
            ends_on: officer.facts.ends_on().map_or_else(|| NEVER.to_owned(), |day| day.to_string()),
            document: serde_json::to_string(officer)?,
        })
    }
}

/// Start and end of the statement that puts entries in; values stand between.
pub(super) const INSERT: (&str, &str) = (
    "INSERT INTO officers (id, version, changed_at, organisation, source_system, source_reference, names, search, reported, \
     verified_on, ends_on, document) VALUES ",
    " ON CONFLICT (source_system, source_reference) DO NOTHING",
);

impl OfficerRow {
    /// The values that [`INSERT`] takes.
    pub(super) fn values(&self) -> [Value; 12] {
        let text = |text: &str| Value::Text(text.to_owned());
        let (system, reference) = match &self.source {
            Some((system, reference)) => (text(system), text(reference)),
            None => (Value::Null, Value::Null),
        };
        [
            text(&self.id),
            Value::Int(self.version),
            Value::Int(self.changed_at),
            text(&self.organisation),
            system,
            reference,
            text(&self.names),
            text(&self.search),
            Value::Int(self.reported),
            text(&self.verified_on),
            text(&self.ends_on),
            text(&self.document),
        ]
    }
}

/// Puts a new entry in; false when its source and reference are there already.
pub async fn insert(link: &mut Link, row: &OfficerRow) -> Result<bool, StoreError> {
    let mut rows = Rows::new(INSERT.0, INSERT.1);
    rows.push(row.values());
    Ok(rows.flush(link).await? == 1)
}

/// Writes a changed entry over the row with its id.
pub async fn update(link: &mut Link, row: &OfficerRow) -> Result<(), StoreError> {
    let touched = run!(
        link,
        "UPDATE officers SET version = $2, changed_at = $3, names = $4, search = $5, reported = $6, verified_on = $7, \
         ends_on = $8, document = $9, organisation = $10 WHERE id = $1",
        &row.id,
        row.version,
        row.changed_at,
        &row.names,
        &row.search,
        row.reported,
        &row.verified_on,
        &row.ends_on,
        &row.document,
        &row.organisation,
    )?;
    if touched == 1 { Ok(()) } else { Err(StoreError::Fault("an entry vanished while it was changed".into())) }
}

/// An entry.
pub async fn get(link: &mut Link, id: &str) -> Result<Option<Officer>, StoreError> {
    let found = maybe!(link, (String,), "SELECT document FROM officers WHERE id = $1", id)?;
    found.map(|(document,)| Ok(serde_json::from_str(&document)?)).transpose()
}

/// An entry, locked until the end of the transaction.
pub async fn lock(link: &mut Link, id: &str) -> Result<Option<Officer>, StoreError> {
    let found = maybe!(link, (String,), "UPDATE officers SET version = version WHERE id = $1 RETURNING document", id)?;
    found.map(|(document,)| Ok(serde_json::from_str(&document)?)).transpose()
}

/// The id of the entry with this source and reference.
pub async fn find_source(link: &mut Link, system: &str, reference: &str) -> Result<Option<String>, StoreError> {
    let found = maybe!(
        link,
        (String,),
        "SELECT id FROM officers WHERE source_system = $1 AND source_reference = $2",
        column(system),
        column(reference)
    )?;
    Ok(found.map(|(id,)| id))
}

/// The entries of an organisation, in order of their id.
pub async fn of_organisation(link: &mut Link, organisation: &OrganisationCode) -> Result<Vec<Officer>, StoreError> {
    let code = organisation.as_str();
    let rows = all!(link, (String,), "SELECT document FROM officers WHERE organisation = $1 ORDER BY id", code)?;
    rows.iter().map(|(document,)| Ok(serde_json::from_str(document)?)).collect()
}

/// The next entries in order of organisation and id, as JSON, after a pair of these; of these organisations, or of all;
/// of those that ask for attention on a day, or of all.
pub async fn page(
    link: &mut Link,
    organisations: &[String],
    asks: Option<(Attention, Date)>,
    after: Option<(String, String)>,
    limit: i64,
) -> Result<Vec<(String, String, String)>, StoreError> {
    let mut query = Query { sql: "SELECT organisation, id, document FROM officers WHERE 1 = 1".into(), binds: vec![] };
    for (at, code) in organisations.iter().enumerate() {
        query.sql.push_str(if at == 0 { " AND organisation IN (" } else { ", " });
        query.bind(Value::Text(code.clone()));
    }
    if !organisations.is_empty() {
        query.sql.push(')');
    }
    match asks {
        None => {}
        Some((Attention::Reported, _)) => query.sql.push_str(" AND reported > 0"),
        Some((Attention::Stale, today)) => {
            query.sql.push_str(" AND verified_on < ");
            query.bind(Value::Text((today - Days::new(AGEING_DAYS.unsigned_abs())).to_string()));
        }
        Some((Attention::Ending, today)) => {
            for (sign, day) in [(">=", today), ("<=", today + TimeDelta::days(ENDING_WITHIN))] {
                query.sql.push_str(&format!(" AND ends_on {sign} "));
                query.bind(Value::Text(day.to_string()));
            }
        }
    }
    if let Some((organisation, id)) = after {
        query.sql.push_str(" AND (organisation, id) > (");
        query.bind(Value::Text(organisation));
        query.sql.push_str(", ");
        query.bind(Value::Text(id));
        query.sql.push(')');
    }
    query.sql.push_str(" ORDER BY organisation, id LIMIT ");
    query.bind(Value::Int(limit));
    query.rows(link).await
}

/// The organisations of which an entry runs on a day.
pub async fn appointed(link: &mut Link, today: &str) -> Result<Vec<String>, StoreError> {
    let rows = all!(link, (String,), "SELECT DISTINCT organisation FROM officers WHERE ends_on >= $1", today)?;
    Ok(rows.into_iter().map(|(code,)| code).collect())
}
