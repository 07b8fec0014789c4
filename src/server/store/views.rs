//! Rows of saved views.

use super::{
    Link, StoreError,
    query::{all, maybe, one, run},
};
use crate::domain::view::SavedView;

/// Who looks: an account sees its own views and the shared ones of its organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Eyes {
    /// The account.
    pub account: String,
    /// Its organisation.
    pub organisation: String,
}

/// A view that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The view.
    pub view: SavedView,
    /// The organisation it is shared in.
    pub organisation: String,
    /// Was it taken away?
    pub deleted: bool,
}

/// A line of the change feed for one pair of eyes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// The view, as JSON.
    Row(String),
    /// It is gone, or no longer shared.
    Gone(String),
    /// It never concerned these eyes.
    Nothing,
}

/// Puts a new view in.
pub async fn insert(link: &mut Link, view: &SavedView, organisation: &str) -> Result<(), StoreError> {
    let document = serde_json::to_string(view)?;
    let shared = i64::from(view.facts.shared);
    run!(
        link,
        "INSERT INTO saved_views (id, version, changed_at, owner, organisation, shared, was_shared, deleted, document) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8)",
        view.id.to_string(),
        view.version,
        view.changed_at.timestamp_micros(),
        view.owner.to_string(),
        organisation,
        shared,
        shared,
        document
    )?;
    Ok(())
}

/// Writes a changed view over its row; `deleted` takes it away.
pub async fn update(link: &mut Link, view: &SavedView, deleted: bool) -> Result<(), StoreError> {
    let document = serde_json::to_string(view)?;
    let shared = i64::from(view.facts.shared);
    let touched = run!(
        link,
        "UPDATE saved_views SET version = $2, changed_at = $3, shared = $4, was_shared = CASE WHEN was_shared = 1 THEN 1 ELSE $5 END, \
         deleted = $6, document = $7 WHERE id = $1",
        view.id.to_string(),
        view.version,
        view.changed_at.timestamp_micros(),
        shared,
        shared,
        i64::from(deleted),
        document
    )?;
    if touched == 1 { Ok(()) } else { Err(StoreError::Fault("a view vanished while it was changed".into())) }
}

/// A view, taken away or not.
pub async fn get(link: &mut Link, id: &str) -> Result<Option<Found>, StoreError> {
    let found = maybe!(link, (String, String, i64), "SELECT document, organisation, deleted FROM saved_views WHERE id = $1", id)?;
    found.map(read).transpose()
}

/// A view, locked until the end of the transaction.
pub async fn lock(link: &mut Link, id: &str) -> Result<Option<Found>, StoreError> {
    let found = maybe!(
        link,
        (String, String, i64),
        "UPDATE saved_views SET version = version WHERE id = $1 RETURNING document, organisation, deleted",
        id
    )?;
    found.map(read).transpose()
}

fn read((document, organisation, deleted): (String, String, i64)) -> Result<Found, StoreError> {
    Ok(Found { view: serde_json::from_str(&document)?, organisation, deleted: deleted == 1 })
}

/// How many views an account has.
pub async fn count(link: &mut Link, account: &str) -> Result<i64, StoreError> {
    let (count,) = one!(link, (i64,), "SELECT COUNT(*) FROM saved_views WHERE owner = $1 AND deleted = 0", account)?;
    Ok(count)
}

/// Every view these eyes see, after an id, as JSON: id and view.
pub async fn seen_after(link: &mut Link, eyes: &Eyes, after: &str, most: i64) -> Result<Vec<(String, String)>, StoreError> {
    all!(
        link,
        (String, String),
        "SELECT id, document FROM saved_views WHERE deleted = 0 AND (owner = $1 OR (organisation = $2 AND shared = 1)) \
         AND id > $3 ORDER BY id LIMIT $4",
        &eyes.account,
        &eyes.organisation,
        after,
        most
    )
}

/// Views that changed after a sequence, in order, as these eyes see them: sequence and what is told.
pub async fn changed_after(link: &mut Link, eyes: &Eyes, seq: i64, most: i64) -> Result<Vec<(i64, Told)>, StoreError> {
    type Row = (i64, String, String, String, i64, i64, i64, String);
    let rows = all!(
        link,
        Row,
        "SELECT c.seq, v.id, v.owner, v.organisation, v.shared, v.was_shared, v.deleted, v.document \
         FROM changes c JOIN saved_views v ON v.id = c.id \
         WHERE c.scope = 'views' AND c.seq > $1 ORDER BY c.seq LIMIT $2",
        seq,
        most
    )?;
    Ok(rows
        .into_iter()
        .map(|(seq, id, owner, organisation, shared, was_shared, deleted, document)| {
            let own = owner == eyes.account;
            let near = organisation == eyes.organisation;
            let told = if deleted == 0 && (own || (near && shared == 1)) {
                Told::Row(document)
            } else if own || (near && was_shared == 1) {
                Told::Gone(id)
            } else {
                Told::Nothing
            };
            (seq, told)
        })
        .collect())
}
