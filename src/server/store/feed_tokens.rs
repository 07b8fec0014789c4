//! Tokens of calendar feeds: their hashes, and whose they are.

use super::{
    Link, StoreError,
    accounts::NEVER,
    query::{all, maybe, one, run},
    signals::column,
};

/// A token with its account.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct FeedTokenRow {
    /// Id.
    pub id: String,
    /// Its account.
    pub account: String,
    /// Its name.
    pub name: String,
    /// When it was made.
    pub created_at: i64,
    /// Until when it is good; [`NEVER`] for always.
    pub expires_at: i64,
    /// When it was revoked; 0 for not.
    pub revoked_at: i64,
}

/// The account behind a token: id, role, name, organisation.
pub type Holder = (String, String, String, String);

/// Puts a new token in.
pub async fn insert(link: &mut Link, row: &FeedTokenRow, hash: &str) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO feed_tokens (id, hash, account, name, created_at, expires_at, revoked_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &row.id,
        hash,
        &row.account,
        column(&row.name),
        row.created_at,
        row.expires_at,
        row.revoked_at
    )?;
    Ok(())
}

/// How many tokens of an account are good.
pub async fn count(link: &mut Link, account: &str, now: i64) -> Result<i64, StoreError> {
    let good = "SELECT COUNT(*) FROM feed_tokens WHERE account = $1 AND revoked_at = 0 AND expires_at > $2";
    Ok(one!(link, (i64,), good, account, now)?.0)
}

/// The tokens of an account, newest first.
pub async fn of_account(link: &mut Link, account: &str, most: i64) -> Result<Vec<FeedTokenRow>, StoreError> {
    all!(
        link,
        FeedTokenRow,
        "SELECT id, account, name, created_at, expires_at, revoked_at FROM feed_tokens WHERE account = $1 \
         ORDER BY created_at DESC, id DESC LIMIT $2",
        account,
        most
    )
}

/// A token by its id.
pub async fn get(link: &mut Link, id: &str) -> Result<Option<FeedTokenRow>, StoreError> {
    maybe!(link, FeedTokenRow, "SELECT id, account, name, created_at, expires_at, revoked_at FROM feed_tokens WHERE id = $1", id)
}

/// Revokes a token that is not revoked yet; true if it was this call that did.
pub async fn revoke(link: &mut Link, id: &str, now: i64) -> Result<bool, StoreError> {
    Ok(run!(link, "UPDATE feed_tokens SET revoked_at = $2 WHERE id = $1 AND revoked_at = 0", id, now)? > 0)
}

/// For so long after somebody was there last their feeds go on, in microseconds.
const AWAY: i64 = 30 * 24 * 3_600 * 1_000_000;

/// Whose a good token is. Who can no longer sign in has no feed either: without a good token of this server, or a session seen in the last
/// thirty days and not ended by an administrator since.
pub async fn holder(link: &mut Link, hash: &str, now: i64) -> Result<Option<Holder>, StoreError> {
    maybe!(
        link,
        Holder,
        "SELECT a.id, a.role, a.name, a.organisation FROM feed_tokens f JOIN accounts a ON a.id = f.account \
         WHERE f.hash = $1 AND f.revoked_at = 0 AND f.expires_at > $2 AND (EXISTS \
         (SELECT 1 FROM tokens t WHERE t.account = a.id AND t.revoked_at = 0 AND t.expires_at > $2) OR EXISTS \
         (SELECT 1 FROM sessions s JOIN subjects b ON b.account = s.account \
          WHERE s.account = a.id AND s.last_seen > $3 AND s.last_seen > b.signed_in_after))",
        hash,
        now,
        now - AWAY
    )
}

/// Never expires.
pub const ALWAYS: i64 = NEVER;
