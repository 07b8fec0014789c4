//! Chaining rows: each holds a hash over itself and the hash before it.

use ring::digest::{Context, SHA256};

use crate::server::store::{
    Link, StoreError,
    audit::{self, AuditRow},
};

/// Something to write down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// Whose chain.
    pub organisation: String,
    /// When, in microseconds.
    pub at: i64,
    /// Who.
    pub account: String,
    /// What was done.
    pub verb: &'static str,
    /// With what kind of object.
    pub entity: &'static str,
    /// Which one; empty for a list.
    pub object: String,
    /// For a single read: the quarter of an hour it stands for; 0 otherwise.
    pub quarter: i64,
    /// For a change: its salted hash.
    pub change: String,
}

/// Appends deeds to the chain of one organisation and moves its head once. A read that is there already is left out.
pub async fn append(link: &mut Link, organisation: &str, deeds: &[Deed]) -> Result<(), StoreError> {
    let (mut seq, mut hash) = audit::lock_head(link, organisation).await?;
    let mut rows: Vec<AuditRow> = vec![];
    for deed in deeds {
        let same = |row: &AuditRow| (&row.account, &row.object, row.quarter) == (&deed.account, &deed.object, deed.quarter);
        if deed.quarter > 0
            && (rows.iter().any(same) || audit::seen(link, organisation, &deed.account, &deed.object, deed.quarter).await?)
        {
            continue;
        }
        seq += 1;
        let mut row = AuditRow {
            organisation: organisation.to_owned(),
            seq,
            at: deed.at,
            account: deed.account.clone(),
            verb: deed.verb.to_owned(),
            entity: deed.entity.to_owned(),
            object: deed.object.clone(),
            quarter: deed.quarter,
            change: deed.change.clone(),
            hash: String::new(),
        };
        row.hash = hash_of(&hash, &row);
        hash.clone_from(&row.hash);
        rows.push(row);
    }
    audit::append(link, rows).await?;
    audit::move_head(link, organisation, seq, &hash).await
}

/// The hash of a row: every field with its length, after the hash before.
pub fn hash_of(before: &str, row: &AuditRow) -> String {
    let numbers = [row.seq, row.at, row.quarter].map(|number| number.to_string());
    let fields = [
        before,
        &row.organisation,
        &numbers[0],
        &numbers[1],
        &row.account,
        &row.verb,
        &row.entity,
        &row.object,
        &numbers[2],
        &row.change,
    ];
    let mut context = Context::new(&SHA256);
    for field in fields {
        context.update(&(field.len() as u64).to_be_bytes());
        context.update(field.as_bytes());
    }
    context.finish().as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}
