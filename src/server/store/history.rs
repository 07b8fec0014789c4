//! What fields were and became. Erasable: the audit log keeps only salted hashes of it.

use super::{
    Link, StoreError,
    query::{all, run},
};

/// One change of an object.
#[derive(Debug, Clone)]
pub struct Revision<'a> {
    /// The kind of object.
    pub entity: &'a str,
    /// Its id.
    pub object: &'a str,
    /// The version it made.
    pub version: i64,
    /// When, in microseconds.
    pub at: i64,
    /// Who.
    pub account: &'a str,
    /// The salt of the audit's hash of this change.
    pub salt: &'a str,
}

/// Adds the fields of a change: name, JSON before, JSON after. At least one row, so that the salt is kept.
pub async fn add(link: &mut Link, revision: &Revision<'_>, fields: &[(String, String, String)]) -> Result<(), StoreError> {
    let whole = [(String::new(), String::new(), String::new())];
    for (field, old, new) in if fields.is_empty() { &whole[..] } else { fields } {
        run!(
            link,
            "INSERT INTO history (entity, object, version, field, at, account, old, new, salt) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            revision.entity,
            revision.object,
            revision.version,
            field,
            revision.at,
            revision.account,
            old,
            new,
            revision.salt
        )?;
    }
    Ok(())
}

/// Account and name of who made this version of an object; nothing when that is not known.
pub async fn maker(link: &mut Link, entity: &str, object: &str, version: i64) -> Result<Option<(String, String)>, StoreError> {
    super::query::maybe!(
        link,
        (String, String),
        "SELECT a.id, a.name FROM history h JOIN accounts a ON a.id = h.account \
         WHERE h.entity = $1 AND h.object = $2 AND h.version = $3 LIMIT 1",
        entity,
        object,
        version
    )
}

/// The same of an agenda item, whose revisions also count its moves: who raised its version to this one, or made it.
pub async fn maker_of_item(link: &mut Link, object: &str, version: i64) -> Result<Option<(String, String)>, StoreError> {
    super::query::maybe!(
        link,
        (String, String),
        "SELECT a.id, a.name FROM history h JOIN accounts a ON a.id = h.account \
         WHERE h.entity = 'agenda-item' AND h.object = $1 AND (h.field = 'version' AND h.new = $2 OR h.field = 'received' AND $2 = '1') LIMIT 1",
        object,
        version.to_string()
    )
}

/// The field under which an object's content stands as it was received.
pub const RECEIVED: &str = "received";

/// The content of an object as it was received, as JSON; nothing once it was erased.
pub async fn received(link: &mut Link, entity: &str, object: &str) -> Result<Option<String>, StoreError> {
    let found = super::query::maybe!(
        link,
        (String,),
        "SELECT new FROM history WHERE entity = $1 AND object = $2 AND version = 1 AND field = 'received'",
        entity,
        object
    )?;
    Ok(found.map(|(content,)| content))
}

/// A field of a change, as JSON before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The version the change made.
    pub version: i64,
    /// Which field; empty when only the change itself is told.
    pub field: String,
    /// When, in microseconds.
    pub at: i64,
    /// Who.
    pub account: String,
    /// Before.
    pub old: String,
    /// After.
    pub new: String,
}

/// Every change of an object, the newest first.
pub async fn of(link: &mut Link, entity: &str, object: &str) -> Result<Vec<Change>, StoreError> {
    let rows = all!(
        link,
        (i64, String, i64, String, String, String),
        "SELECT version, field, at, account, old, new FROM history WHERE entity = $1 AND object = $2 \
         ORDER BY version DESC, field LIMIT 2000",
        entity,
        object
    )?;
    let change = |(version, field, at, account, old, new)| Change { version, field, at, account, old, new };
    Ok(rows.into_iter().map(change).collect())
}

/// The fields of the newest change of an object that holds this field; empty when there is none.
pub async fn last_with(link: &mut Link, entity: &str, object: &str, field: &str) -> Result<Vec<Change>, StoreError> {
    let rows = all!(
        link,
        (i64, String, i64, String, String, String),
        "SELECT version, field, at, account, old, new FROM history WHERE entity = $1 AND object = $2 AND version = \
         (SELECT MAX(version) FROM history WHERE entity = $1 AND object = $2 AND field = $3) ORDER BY field",
        entity,
        object,
        field
    )?;
    let change = |(version, field, at, account, old, new)| Change { version, field, at, account, old, new };
    Ok(rows.into_iter().map(change).collect())
}
