//! Rows of the audit log and the heads of its chains. Nothing here updates or deletes a row of it.

use super::{
    Link, StoreError,
    query::{all, maybe, one, run},
    rows::Rows,
    signal_list::Value,
};

/// A row as it is chained.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct AuditRow {
    /// Whose chain.
    pub organisation: String,
    /// Place in the chain, from 1.
    pub seq: i64,
    /// When, in microseconds.
    pub at: i64,
    /// Which fields are hashed: 1 for rows from before those of 2 were there.
    pub form: i64,
    /// Who.
    pub account: String,
    /// What was done.
    pub verb: String,
    /// With what kind of object.
    pub entity: String,
    /// Which one.
    pub object: String,
    /// For a read: the quarter of an hour it stands for; 0 otherwise.
    pub quarter: i64,
    /// For a change: its salted hash.
    pub change: String,
    /// Acting as.
    pub role: String,
    /// What for.
    pub purpose: String,
    /// How it ended.
    pub result: String,
    /// The address it came from.
    pub origin: String,
    /// The id of the request.
    pub request: String,
    /// The hash of this row and the hash before it.
    pub hash: String,
}

/// The columns of a row, in the order in which they are put in and read.
const COLUMNS: &str =
    "organisation, seq, at, form, account, verb, entity, object, quarter, change, role, purpose, result, origin, request, hash";

/// The end of a chain, locked until the end of the transaction: sequence and hash.
pub async fn lock_head(link: &mut Link, organisation: &str) -> Result<(i64, String), StoreError> {
    one!(
        link,
        (i64, String),
        "INSERT INTO audit_heads (organisation, seq, hash) VALUES ($1, 0, '') \
         ON CONFLICT (organisation) DO UPDATE SET seq = audit_heads.seq RETURNING seq, hash",
        organisation
    )
}

/// Moves the end of a chain.
pub async fn move_head(link: &mut Link, organisation: &str, seq: i64, hash: &str) -> Result<(), StoreError> {
    run!(link, "UPDATE audit_heads SET seq = $2, hash = $3 WHERE organisation = $1", organisation, seq, hash)?;
    Ok(())
}

/// Appends rows.
pub async fn append(link: &mut Link, rows: Vec<AuditRow>) -> Result<(), StoreError> {
    let mut insert = Rows::new(format!("INSERT INTO audit ({COLUMNS}) VALUES "), "");
    for row in rows {
        insert.push([
            Value::Text(row.organisation),
            Value::Int(row.seq),
            Value::Int(row.at),
            Value::Int(row.form),
            Value::Text(row.account),
            Value::Text(row.verb),
            Value::Text(row.entity),
            Value::Text(row.object),
            Value::Int(row.quarter),
            Value::Text(row.change),
            Value::Text(row.role),
            Value::Text(row.purpose),
            Value::Text(row.result),
            Value::Text(row.origin),
            Value::Text(row.request),
            Value::Text(row.hash),
        ]);
    }
    insert.flush(link).await?;
    Ok(())
}

/// Could a row be put in now? To be rolled back.
pub async fn probe(link: &mut Link) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO audit (organisation, seq, at, account, verb, entity, object, quarter, change, hash) \
         VALUES ('', 0, 0, '', '', '', '', 0, '', '')"
    )?;
    Ok(())
}

/// Was this object seen by this account, acting as this role, in this quarter of an hour already?
pub async fn seen(
    link: &mut Link,
    organisation: &str,
    (account, role): (&str, &str),
    object: &str,
    quarter: i64,
) -> Result<bool, StoreError> {
    let found = maybe!(
        link,
        (i64,),
        "SELECT seq FROM audit WHERE organisation = $1 AND account = $2 AND object = $3 AND quarter = $4 AND quarter > 0 \
         AND role = $5 LIMIT 1",
        organisation,
        account,
        object,
        quarter,
        role
    )?;
    Ok(found.is_some())
}

/// Every chain's end: organisation, sequence, hash.
pub async fn heads(link: &mut Link) -> Result<Vec<(String, i64, String)>, StoreError> {
    all!(link, (String, i64, String), "SELECT organisation, seq, hash FROM audit_heads ORDER BY organisation")
}

/// The first row after the head of a chain, asked for with the head itself: nothing is ever put there.
pub async fn beyond_head(link: &mut Link, organisation: &str) -> Result<Option<i64>, StoreError> {
    let found = maybe!(
        link,
        (i64,),
        "SELECT a.seq FROM audit a JOIN audit_heads h ON h.organisation = a.organisation AND a.seq > h.seq \
         WHERE a.organisation = $1 ORDER BY a.seq LIMIT 1",
        organisation
    )?;
    Ok(found.map(|(seq,)| seq))
}

/// Organisations that have rows.
pub async fn organisations(link: &mut Link) -> Result<Vec<String>, StoreError> {
    let rows = all!(link, (String,), "SELECT DISTINCT organisation FROM audit ORDER BY organisation")?;
    Ok(rows.into_iter().map(|(organisation,)| organisation).collect())
}

/// The next rows of a chain.
pub async fn after(link: &mut Link, organisation: &str, seq: i64, most: i64) -> Result<Vec<AuditRow>, StoreError> {
    all!(
        link,
        AuditRow,
        "SELECT organisation, seq, at, form, account, verb, entity, object, quarter, change, role, purpose, result, origin, request, hash \
         FROM audit WHERE organisation = $1 AND seq > $2 ORDER BY seq LIMIT $3",
        organisation,
        seq,
        most
    )
}
