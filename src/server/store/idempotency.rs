//! Idempotency keys: what was asked under a key, and what came of it. Kept for 90 days.

use super::{
    Link, StoreError,
    query::{all, maybe, run},
};

/// How long a key is kept, in microseconds.
const KEPT: i64 = 90 * 24 * 3600 * 1_000_000;

/// What came of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Hash of method, path and body.
    pub request: String,
    /// The HTTP status of the answer.
    pub status: i64,
    /// The object it was about.
    pub object: String,
    /// Numbers that were masked.
    pub masked: i64,
}

/// What is kept under a key.
pub async fn get(link: &mut Link, account: &str, key: &str) -> Result<Option<Kept>, StoreError> {
    let found = maybe!(
        link,
        (String, i64, String, i64),
        "SELECT request, status, object, masked FROM idempotency WHERE account = $1 AND key = $2",
        account,
        key
    )?;
    Ok(found.map(|(request, status, object, masked)| Kept { request, status, object, masked }))
}

/// When the newest of an account were taken, after this moment: at most so many, newest first.
pub async fn newest(link: &mut Link, account: &str, after: i64, most: usize) -> Result<Vec<i64>, StoreError> {
    let found = all!(
        link,
        (i64,),
        "SELECT at FROM idempotency WHERE account = $1 AND at > $2 ORDER BY at DESC LIMIT $3",
        account,
        after,
        most as i64
    )?;
    Ok(found.into_iter().map(|(at,)| at).collect())
}

/// Takes a key for this request; false when it is taken. A second transaction with the key waits here for the first.
pub async fn take(link: &mut Link, account: &str, key: &str, request: &str, now: i64) -> Result<bool, StoreError> {
    let taken = run!(
        link,
        "INSERT INTO idempotency (account, key, request, status, object, masked, at) VALUES ($1, $2, $3, 0, '', 0, $4) \
         ON CONFLICT (account, key) DO NOTHING",
        account,
        key,
        request,
        now
    )?;
    Ok(taken == 1)
}

/// Writes down what came of it.
pub async fn settle(link: &mut Link, account: &str, key: &str, kept: &Kept) -> Result<(), StoreError> {
    run!(
        link,
        "UPDATE idempotency SET status = $3, object = $4, masked = $5 WHERE account = $1 AND key = $2",
        account,
        key,
        kept.status,
        &kept.object,
        kept.masked
    )?;
    Ok(())
}

/// Forgets keys that are older than 90 days.
pub async fn forget(link: &mut Link, now: i64) -> Result<u64, StoreError> {
    run!(link, "DELETE FROM idempotency WHERE at < $1", now - KEPT)
}
