//! Accounts with a password, and failed sign-ins: counted here, so that all instances count together.

use super::{
    Link, StoreError,
    accounts::AccountRow,
    query::{all, maybe, one, run},
    sessions::{self, SessionRow},
    signals::column,
};

/// What stands in the place of a provider's name in the sessions of local accounts.
pub const ISSUER: &str = "urn:loket:local";

/// An account with a password.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct LocalRow {
    /// Id of the account.
    pub account: String,
    /// The name as it is compared.
    pub login: String,
    /// Hash of the set-up secret; empty once it was used.
    pub setup: String,
    /// Until when that is good, in microseconds.
    pub setup_until: i64,
    /// The hash of the password; empty until it was set up.
    pub password: String,
    /// What the codes are made from, as hexadecimal text.
    pub secret: String,
    /// The last step of time whose code was taken.
    pub step: i64,
    /// When it was made, in microseconds.
    pub made_at: i64,
}

/// How many there are.
pub async fn count(link: &mut Link) -> Result<i64, StoreError> {
    Ok(one!(link, (i64,), "SELECT COUNT(*) FROM local_accounts")?.0)
}

/// The one with this name.
pub async fn by_login(link: &mut Link, login: &str) -> Result<Option<LocalRow>, StoreError> {
    maybe!(
        link,
        LocalRow,
        "SELECT account, login, setup, setup_until, password, secret, step, made_at FROM local_accounts WHERE login = $1",
        column(login)
    )
}

/// All of them, by name.
pub async fn list(link: &mut Link) -> Result<Vec<LocalRow>, StoreError> {
    all!(
        link,
        LocalRow,
        "SELECT account, login, setup, setup_until, password, secret, step, made_at FROM local_accounts ORDER BY login"
    )
}

/// Adds one; false when there is one of that name.
pub async fn add(link: &mut Link, row: &LocalRow) -> Result<bool, StoreError> {
    let added = run!(
        link,
        "INSERT INTO local_accounts (account, login, setup, setup_until, password, secret, step, made_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (login) DO NOTHING",
        &row.account,
        column(&row.login),
        &row.setup,
        row.setup_until,
        &row.password,
        &row.secret,
        row.step,
        row.made_at
    )?;
    Ok(added > 0)
}

/// Takes one away; its account stays, for what it did is still its doing.
pub async fn remove(link: &mut Link, account: &str) -> Result<(), StoreError> {
    run!(link, "DELETE FROM local_accounts WHERE account = $1", account).map(drop)
}

/// Back to before the set-up, with a new secret for it.
pub async fn reset(link: &mut Link, account: &str, setup: &str, until: i64) -> Result<(), StoreError> {
    let sql = "UPDATE local_accounts SET setup = $2, setup_until = $3, password = '', secret = '', step = 0 WHERE account = $1";
    run!(link, sql, account, setup, until).map(drop)
}

/// Keeps what codes are made from while the set-up is under way; false when it is no more.
pub async fn begin(link: &mut Link, account: &str, setup: &str, secret: &str) -> Result<bool, StoreError> {
    let sql = "UPDATE local_accounts SET secret = $3 WHERE account = $1 AND setup = $2 AND setup <> ''";
    Ok(run!(link, sql, account, setup, secret)? > 0)
}

/// The set-up is done; false when it is no longer under way as it was seen.
pub async fn set_up(link: &mut Link, seen: &LocalRow, password: &str) -> Result<bool, StoreError> {
    let sql = "UPDATE local_accounts SET setup = '', setup_until = 0, password = $4 \
               WHERE account = $1 AND setup = $2 AND secret = $3 AND setup <> ''";
    Ok(run!(link, sql, &seen.account, &seen.setup, &seen.secret, password)? > 0)
}

/// Takes the code of a step; false when that one or a later one was taken, or the account is another by now. Of two that come at once one is first.
pub async fn take(link: &mut Link, seen: &LocalRow, step: i64) -> Result<bool, StoreError> {
    let sql = "UPDATE local_accounts SET step = $2 WHERE account = $1 AND step < $2 AND password = $3 AND secret = $4";
    Ok(run!(link, sql, &seen.account, step, &seen.password, &seen.secret)? > 0)
}

/// The session whose token has this hash, with its account and since when sign-ins of it count.
pub async fn session(link: &mut Link, hash: &str) -> Result<Option<sessions::Found>, StoreError> {
    let sql = "SELECT id, account, issuer, subject, client, session_key, begun, last_seen, address, revoked_before \
               FROM sessions WHERE session_key = $1 AND issuer = $2";
    let Some(session) = maybe!(link, SessionRow, sql, hash, ISSUER)? else { return Ok(None) };
    let account: Option<AccountRow> = sessions::account(link, &session.account).await?;
    let subject = sessions::subject(link, ISSUER, &session.subject).await?;
    Ok(account.zip(subject).map(|(account, subject)| (session, account, subject)))
}

/// When sign-ins failed for this subject, the oldest first. Nobody else counts it until the end of the transaction, on no instance.
pub async fn failures(link: &mut Link, subject: &str) -> Result<Vec<i64>, StoreError> {
    let hold = "INSERT INTO failed_sign_ins (subject, moments, newest) VALUES ($1, '', 0) \
                ON CONFLICT (subject) DO UPDATE SET subject = excluded.subject";
    run!(link, hold, subject)?;
    let (moments,) = one!(link, (String,), "SELECT moments FROM failed_sign_ins WHERE subject = $1", subject)?;
    Ok(moments.split(' ').filter_map(|moment| moment.parse().ok()).collect())
}

/// Keeps them.
pub async fn set_failures(link: &mut Link, subject: &str, moments: &[i64]) -> Result<(), StoreError> {
    let text = moments.iter().map(i64::to_string).collect::<Vec<_>>().join(" ");
    let newest = moments.last().copied().unwrap_or_default();
    run!(link, "UPDATE failed_sign_ins SET moments = $2, newest = $3 WHERE subject = $1", subject, text, newest).map(drop)
}

/// Forgets those of which nothing counts any more.
pub async fn forget(link: &mut Link, before: i64) -> Result<(), StoreError> {
    run!(link, "DELETE FROM failed_sign_ins WHERE newest < $1", before).map(drop)
}
