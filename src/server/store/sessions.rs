//! Sessions of people who signed in, and which account a subject of a provider is.

use super::{
    Link, StoreError,
    accounts::AccountRow,
    query::{all, maybe, run},
    signals::column,
};

/// Ends the sessions of which a column is `$1`. A moment is never moved back.
macro_rules! END {
    ($column:literal) => {
        concat!(
            "UPDATE sessions SET revoked_before = CASE WHEN revoked_before >= $2 AND revoked_before >= last_seen THEN revoked_before \
             WHEN last_seen > $2 THEN last_seen ELSE $2 END WHERE ",
            $column,
            " = $1"
        )
    };
}

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
}

/// Somebody of a provider.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct SubjectRow {
    /// Which account.
    pub account: String,
    /// When the token was made whose name, role and organisation the account has, in microseconds.
    pub claims_at: i64,
    /// Whoever signed in until then does not count in any session, however new the token; in microseconds, 0: all do.
    pub signed_in_after: i64,
}

/// A session, the account it is of, and who that is at the provider.
pub type Found = (SessionRow, AccountRow, SubjectRow);

/// The session of a subject under this name.
pub async fn find(link: &mut Link, issuer: &str, subject: &str, client: &str, key: &str) -> Result<Option<Found>, StoreError> {
    let session = maybe!(
        link,
        SessionRow,
        "SELECT id, account, issuer, subject, client, session_key, begun, last_seen, address, revoked_before \
         FROM sessions WHERE issuer = $1 AND subject = $2 AND client = $3 AND session_key = $4",
        column(issuer),
        column(subject),
        column(client),
        column(key)
    )?;
    let Some(session) = session else { return Ok(None) };
    let account = account(link, &session.account).await?;
    let who = self::subject(link, issuer, subject).await?;
    Ok(account.zip(who).map(|(account, who)| (session, account, who)))
}

/// An account.
pub async fn account(link: &mut Link, id: &str) -> Result<Option<AccountRow>, StoreError> {
    maybe!(link, AccountRow, "SELECT id, role, name, organisation FROM accounts WHERE id = $1", id)
}

/// Somebody of a provider.
pub async fn subject(link: &mut Link, issuer: &str, subject: &str) -> Result<Option<SubjectRow>, StoreError> {
    maybe!(
        link,
        SubjectRow,
        "SELECT account, claims_at, signed_in_after FROM subjects WHERE issuer = $1 AND subject = $2",
        column(issuer),
        column(subject)
    )
}

/// Adds a session; false when there is one of that name.
pub async fn begin(link: &mut Link, row: &SessionRow) -> Result<bool, StoreError> {
    let added = run!(
        link,
        "INSERT INTO sessions (id, account, issuer, subject, client, session_key, begun, last_seen, address, revoked_before) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (issuer, subject, client, session_key) DO NOTHING",
        &row.id,
        &row.account,
        column(&row.issuer),
        column(&row.subject),
        column(&row.client),
        column(&row.session_key),
        row.begun,
        row.last_seen,
        column(&row.address),
        row.revoked_before
    )?;
    Ok(added > 0)
}

/// Notes that a token of a session came.
pub async fn seen(link: &mut Link, id: &str, at: i64) -> Result<(), StoreError> {
    run!(link, "UPDATE sessions SET last_seen = $2 WHERE id = $1 AND last_seen < $2", id, at)?;
    Ok(())
}

/// Ends a session: no token of it made until `at` counts, nor one that came already though its time lies ahead. True if there is one.
pub async fn end(link: &mut Link, id: &str, at: i64) -> Result<bool, StoreError> {
    Ok(run!(link, END!("id"), id, at)? > 0)
}

/// Ends every session of whoever a session is of, and those that may begin with a token of before; whoever it is signs in anew. True if
/// there is such a session.
pub async fn end_all(link: &mut Link, id: &str, at: i64) -> Result<bool, StoreError> {
    let found = maybe!(link, (String,), "SELECT account FROM sessions WHERE id = $1", id)?;
    let Some((account,)) = found else { return Ok(false) };
    end_all_of(link, &account, at).await?;
    Ok(true)
}

/// The same of an account, which may have no session.
pub async fn end_all_of(link: &mut Link, account: &str, at: i64) -> Result<(), StoreError> {
    run!(link, END!("account"), account, at)?;
    run!(
        link,
        "UPDATE subjects SET signed_in_after = (SELECT COALESCE(MAX(s.revoked_before), subjects.signed_in_after) \
         FROM sessions s WHERE s.account = subjects.account) WHERE account = $1",
        account
    )?;
    Ok(())
}

/// Most sessions that are listed.
const LISTED: i64 = 1_000;

/// Sessions, seen last first, with name, role and organisation of their accounts.
pub async fn list(link: &mut Link) -> Result<Vec<(SessionRow, AccountRow)>, StoreError> {
    let sessions = all!(
        link,
        SessionRow,
        "SELECT id, account, issuer, subject, client, session_key, begun, last_seen, address, revoked_before \
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

/// Notes when the token was made whose claims the account has now.
pub async fn told(link: &mut Link, account: &str, claims_at: i64) -> Result<(), StoreError> {
    run!(link, "UPDATE subjects SET claims_at = $2 WHERE account = $1 AND claims_at < $2", account, claims_at)?;
    Ok(())
}

/// Says which account a subject is; false when it is one already.
pub async fn name(link: &mut Link, issuer: &str, subject: &str, row: &SubjectRow) -> Result<bool, StoreError> {
    let added = run!(
        link,
        "INSERT INTO subjects (issuer, subject, account, claims_at, signed_in_after) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (issuer, subject) DO NOTHING",
        column(issuer),
        column(subject),
        &row.account,
        row.claims_at,
        row.signed_in_after
    )?;
    Ok(added > 0)
}
