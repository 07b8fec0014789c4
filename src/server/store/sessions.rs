//! Sessions of people who signed in at a provider, and which account a subject of a provider is.

use super::{
    Link, StoreError,
    accounts::AccountRow,
    query::{all, maybe, run},
    signals::column,
};

/// A session.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct SessionRow {
    /// Id.
    pub id: String,
    /// Whose.
    pub account: String,
    /// The provider.
    pub issuer: String,
    /// Who at the provider.
    pub subject: String,
    /// The client that signed in.
    pub client: String,
    /// The provider's name for it; empty where it gives none.
    pub session_key: String,
    /// When its first token came, in microseconds.
    pub begun: i64,
    /// When one came last, coarsely, in microseconds.
    pub last_seen: i64,
    /// Where the first token came from.
    pub address: String,
    /// Tokens made until then do not count, in microseconds; 0: all do.
    pub revoked_before: i64,
    /// Nor does whoever signed in until then, however new the token; 0: all do.
    pub signed_in_after: i64,
}

/// The session of a subject under this name, and the account it is of.
pub async fn find(
    link: &mut Link,
    issuer: &str,
    subject: &str,
    client: &str,
    key: &str,
) -> Result<Option<(SessionRow, AccountRow)>, StoreError> {
    let session = maybe!(
        link,
        SessionRow,
        "SELECT id, account, issuer, subject, client, session_key, begun, last_seen, address, revoked_before, signed_in_after \
         FROM sessions WHERE issuer = $1 AND subject = $2 AND client = $3 AND session_key = $4",
        column(issuer),
        column(subject),
        column(client),
        column(key)
    )?;
    let Some(session) = session else { return Ok(None) };
    let account = maybe!(link, AccountRow, "SELECT id, role, name, organisation FROM accounts WHERE id = $1", &session.account)?;
    Ok(account.map(|account| (session, account)))
}

/// Adds a session; false when there is one of that name.
pub async fn begin(link: &mut Link, row: &SessionRow) -> Result<bool, StoreError> {
    let added = run!(
        link,
        "INSERT INTO sessions (id, account, issuer, subject, client, session_key, begun, last_seen, address, revoked_before, \
         signed_in_after) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
         ON CONFLICT (issuer, subject, client, session_key) DO NOTHING",
        &row.id,
        &row.account,
        column(&row.issuer),
        column(&row.subject),
        column(&row.client),
        column(&row.session_key),
        row.begun,
        row.last_seen,
        column(&row.address),
        row.revoked_before,
        row.signed_in_after
    )?;
    Ok(added > 0)
}

/// Notes that a token of a session came.
pub async fn seen(link: &mut Link, id: &str, at: i64) -> Result<(), StoreError> {
    run!(link, "UPDATE sessions SET last_seen = $2 WHERE id = $1 AND last_seen < $2", id, at)?;
    Ok(())
}

/// Ends a session: no token made until `at` counts; nor, when `sign_in` is said, any of somebody who signed in before it.
pub async fn end(link: &mut Link, id: &str, at: i64, sign_in: bool) -> Result<bool, StoreError> {
    let signed_in_after = if sign_in { at } else { 0 };
    let ended = run!(
        link,
        "UPDATE sessions SET revoked_before = $2, \
         signed_in_after = CASE WHEN signed_in_after < $3 THEN $3 ELSE signed_in_after END WHERE id = $1",
        id,
        at,
        signed_in_after
    )?;
    Ok(ended > 0)
}

/// Most sessions that are listed.
const LISTED: i64 = 1_000;

/// Sessions, seen last first, with name, role and organisation of their accounts.
pub async fn list(link: &mut Link) -> Result<Vec<(SessionRow, AccountRow)>, StoreError> {
    let sessions = all!(
        link,
        SessionRow,
        "SELECT id, account, issuer, subject, client, session_key, begun, last_seen, address, revoked_before, signed_in_after \
         FROM sessions ORDER BY last_seen DESC, id DESC LIMIT $1",
        LISTED
    )?;
    let accounts = all!(
        link,
        AccountRow,
        "SELECT DISTINCT a.id, a.role, a.name, a.organisation FROM accounts a JOIN sessions s ON s.account = a.id"
    )?;
    let accounts: std::collections::HashMap<&str, &AccountRow> = accounts.iter().map(|row| (row.id.as_str(), row)).collect();
    Ok(sessions.into_iter().filter_map(|row| Some((row.clone(), (*accounts.get(row.account.as_str())?).clone()))).collect())
}

/// Forgets sessions that nothing was heard of since, ended or not.
pub async fn forget(link: &mut Link, since: i64) -> Result<(), StoreError> {
    run!(link, "DELETE FROM sessions WHERE last_seen < $1 AND revoked_before < $1", since)?;
    Ok(())
}

/// The account of a subject.
pub async fn account_of(link: &mut Link, issuer: &str, subject: &str) -> Result<Option<String>, StoreError> {
    let found = maybe!(
        link,
        (String,),
        "SELECT account FROM subjects WHERE issuer = $1 AND subject = $2",
        column(issuer),
        column(subject)
    )?;
    Ok(found.map(|(account,)| account))
}

/// Says which account a subject is; false when it is one already.
pub async fn name(link: &mut Link, issuer: &str, subject: &str, account: &str) -> Result<bool, StoreError> {
    let added = run!(
        link,
        "INSERT INTO subjects (issuer, subject, account) VALUES ($1, $2, $3) ON CONFLICT (issuer, subject) DO NOTHING",
        column(issuer),
        column(subject),
        account
    )?;
    Ok(added > 0)
}
