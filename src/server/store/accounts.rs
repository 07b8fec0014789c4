//! Accounts and the hashes of their tokens.

use super::{
    Link, StoreError,
    query::{all, maybe, run},
    signals::column,
};

/// Never expires.
pub const NEVER: i64 = i64::MAX;

/// An account with a token.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct TokenRow {
    /// Id of the account.
    pub id: String,
    /// Its role.
    pub role: String,
    /// Its name.
    pub name: String,
    /// Its organisation.
    pub organisation: String,
    /// When the token was made.
    pub created_at: i64,
    /// Until when it is good; [`NEVER`] for always.
    pub expires_at: i64,
    /// When it was revoked; 0 for not.
    pub revoked_at: i64,
}

/// An account.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct AccountRow {
    /// Id.
    pub id: String,
    /// Its role.
    pub role: String,
    /// Its name.
    pub name: String,
    /// Its organisation.
    pub organisation: String,
}

/// Adds an account. An administrator waits for another one to confirm that, unless there is none.
pub async fn make(link: &mut Link, row: &AccountRow, at: i64) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO accounts (id, role, name, organisation, created_at, confirmed) VALUES ($1, $2, $3, $4, $5, \
         CASE WHEN $2 = 'administrator' AND EXISTS (SELECT 1 FROM accounts WHERE role = 'administrator' AND confirmed = 1) \
         THEN 0 ELSE 1 END)",
        &row.id,
        &row.role,
        column(&row.name),
        column(&row.organisation),
        at
    )?;
    Ok(())
}

/// Writes an account anew. Who becomes an administrator by it waits as one that is made.
pub async fn rewrite(link: &mut Link, row: &AccountRow) -> Result<(), StoreError> {
    run!(
        link,
        "UPDATE accounts SET role = $2, name = $3, organisation = $4, confirmed = CASE WHEN $2 <> 'administrator' THEN 1 \
         WHEN role = 'administrator' THEN confirmed \
         WHEN EXISTS (SELECT 1 FROM accounts a WHERE a.role = 'administrator' AND a.confirmed = 1) THEN 0 ELSE 1 END WHERE id = $1",
        &row.id,
        &row.role,
        column(&row.name),
        column(&row.organisation)
    )?;
    Ok(())
}

/// May this account act in its role?
pub async fn is_confirmed(link: &mut Link, id: &str) -> Result<bool, StoreError> {
    Ok(maybe!(link, (i64,), "SELECT confirmed FROM accounts WHERE id = $1", id)?.is_some_and(|(confirmed,)| confirmed == 1))
}

/// Another administrator confirms one; false when there is none of this id that waits.
pub async fn confirm(link: &mut Link, id: &str) -> Result<bool, StoreError> {
    let sql = "UPDATE accounts SET confirmed = 1 WHERE id = $1 AND role = 'administrator' AND confirmed = 0";
    Ok(run!(link, sql, id)? == 1)
}

/// An administrator may act as one no longer; false when there is none of this id.
pub async fn dismiss(link: &mut Link, id: &str) -> Result<bool, StoreError> {
    let sql = "UPDATE accounts SET confirmed = 0 WHERE id = $1 AND role = 'administrator' AND confirmed = 1";
    Ok(run!(link, sql, id)? == 1)
}

/// Every administrator: id, name, organisation, since when, and 1 where it was confirmed. Those that wait first.
pub async fn administrators(link: &mut Link) -> Result<Vec<(String, String, String, i64, i64)>, StoreError> {
    all!(
        link,
        (String, String, String, i64, i64),
        "SELECT id, name, organisation, created_at, confirmed FROM accounts WHERE role = 'administrator' ORDER BY confirmed, created_at, id"
    )
}

/// A name as it is kept.
pub fn kept(name: &str) -> String {
    column(name)
}

/// Adds an account with one token.
pub async fn add(link: &mut Link, row: &TokenRow, hash: &str) -> Result<(), StoreError> {
    let account =
        AccountRow { id: row.id.clone(), role: row.role.clone(), name: row.name.clone(), organisation: row.organisation.clone() };
    make(link, &account, row.created_at).await?;
    run!(
        link,
        "INSERT INTO tokens (hash, account, created_at, expires_at, revoked_at) VALUES ($1, $2, $3, $4, 0)",
        hash,
        &row.id,
        row.created_at,
        row.expires_at
    )?;
    Ok(())
}

/// The account behind the hash of a token.
pub async fn by_hash(link: &mut Link, hash: &str) -> Result<Option<TokenRow>, StoreError> {
    maybe!(
        link,
        TokenRow,
        "SELECT a.id, a.role, a.name, a.organisation, t.created_at, t.expires_at, t.revoked_at \
         FROM tokens t JOIN accounts a ON a.id = t.account WHERE t.hash = $1",
        hash
    )
}

/// Every token, oldest first.
pub async fn list(link: &mut Link) -> Result<Vec<TokenRow>, StoreError> {
    all!(
        link,
        TokenRow,
        "SELECT a.id, a.role, a.name, a.organisation, t.created_at, t.expires_at, t.revoked_at \
         FROM tokens t JOIN accounts a ON a.id = t.account ORDER BY t.created_at, a.id"
    )
}

/// Id and name of every account, also of those whose token no longer counts: their signals are still theirs.
pub async fn names(link: &mut Link) -> Result<Vec<(String, String)>, StoreError> {
    all!(link, (String, String), "SELECT id, name FROM accounts")
}

/// Revokes the tokens of an account that are not revoked yet.
pub async fn revoke(link: &mut Link, account: &str, now: i64) -> Result<u64, StoreError> {
    run!(link, "UPDATE tokens SET revoked_at = $2 WHERE account = $1 AND revoked_at = 0", account, now)
}
