//! Rows of the register.

use super::{
    Link, StoreError,
    query::{all, maybe, run},
    rows::Rows,
    signal_list::{Query, Value},
    signals::column,
};
use crate::{
    domain::{ids::OrganisationCode, officer::Officer},
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
    document: String,
}

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
            document: serde_json::to_string(officer)?,
        })
    }
}

/// Start and end of the statement that puts entries in; values stand between.
pub(super) const INSERT: (&str, &str) = (
    "INSERT INTO officers (id, version, changed_at, organisation, source_system, source_reference, names, search, document) VALUES ",
    " ON CONFLICT (source_system, source_reference) DO NOTHING",
);

impl OfficerRow {
    /// The values that [`INSERT`] takes.
    pub(super) fn values(&self) -> [Value; 9] {
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
        "UPDATE officers SET version = $2, changed_at = $3, names = $4, search = $5, document = $6 WHERE id = $1",
        &row.id,
        row.version,
        row.changed_at,
        &row.names,
        &row.search,
        &row.document,
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

/// The next entries in order of organisation and id, as JSON, after a pair of these; of these organisations, or of all.
pub async fn page(
    link: &mut Link,
    organisations: &[String],
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
