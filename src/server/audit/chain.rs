//! Chaining rows: each holds a hash over itself and the hash before it.

use ring::digest::{Context, SHA256};

use crate::{
    domain::audit::AuditResult,
    server::{
        identity::{Caller, hex},
        store::{
            Link, StoreError,
            audit::{self, AuditRow},
        },
    },
};

/// The form of rows that are written now. Rows of form 1 are from before role, purpose, result, address and request were in them.
const FORM: i64 = 2;

/// Something to write down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// Whose chain.
    pub organisation: String,
    /// When, in microseconds.
    pub at: i64,
    /// Who.
    pub account: String,
    /// Acting as.
    pub role: &'static str,
    /// What for, as the policy of the route says.
    pub purpose: &'static str,
    /// How it ended.
    pub result: AuditResult,
    /// The address it came from.
    pub origin: String,
    /// The id of the request.
    pub request: String,
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

impl Deed {
    /// Something this caller did now, as it was asked.
    pub fn of(caller: &Caller, at: i64, verb: &'static str, entity: &'static str, object: &str) -> Self {
        Self {
            organisation: caller.organisation.clone(),
            at,
            account: caller.account.to_string(),
            role: caller.role.code(),
            purpose: caller.asked.purpose,
            result: AuditResult::Done,
            origin: caller.asked.origin.clone(),
            request: caller.asked.request.clone(),
            verb,
            entity,
            object: object.to_owned(),
            quarter: 0,
            change: String::new(),
        }
    }
}

/// Appends deeds to the chain of one organisation and moves its head once. A read that is there already is left out.
pub async fn append(link: &mut Link, organisation: &str, deeds: &[Deed]) -> Result<(), StoreError> {
    chained(link, organisation, deeds).await.map_err(StoreError::of_the_audit_log)
}

async fn chained(link: &mut Link, organisation: &str, deeds: &[Deed]) -> Result<(), StoreError> {
    let (mut seq, mut hash) = audit::lock_head(link, organisation).await?;
    let mut rows: Vec<AuditRow> = vec![];
    for deed in deeds {
        let same = |row: &AuditRow| {
            (&row.account, &*row.role, &row.object, row.quarter) == (&deed.account, deed.role, &deed.object, deed.quarter)
        };
        let who = (&*deed.account, deed.role);
        if deed.quarter > 0 && (rows.iter().any(same) || audit::seen(link, organisation, who, &deed.object, deed.quarter).await?)
        {
            continue;
        }
        seq += 1;
        let mut row = AuditRow {
            organisation: organisation.to_owned(),
            seq,
            at: deed.at,
            form: FORM,
            account: deed.account.clone(),
            role: deed.role.to_owned(),
            purpose: deed.purpose.to_owned(),
            result: deed.result.code().to_owned(),
            origin: deed.origin.clone(),
            request: deed.request.clone(),
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

/// The hash of a row: every field with its length, after the hash before. What a form does not know is not in its rows.
pub fn hash_of(before: &str, row: &AuditRow) -> String {
    let [seq, at, quarter, form] = [row.seq, row.at, row.quarter, row.form].map(|number| number.to_string());
    let first = [before, &row.organisation, &seq, &at, &row.account, &row.verb, &row.entity, &row.object, &quarter, &row.change];
    let second = [&form, &row.role, &row.purpose, &row.result, &row.origin, &row.request].map(String::as_str);
    let is_first = row.form == 1 && second[1..].iter().all(|field| field.is_empty());
    let mut context = Context::new(&SHA256);
    for field in first.into_iter().chain(second.into_iter().filter(|_| !is_first)) {
        context.update(&(field.len() as u64).to_be_bytes());
        context.update(field.as_bytes());
    }
    hex(context.finish().as_ref())
}
