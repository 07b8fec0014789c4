//! Windows that are at a signal: rows that are forgotten soon after they were written last.

use super::{
    Link, StoreError,
    changes::CHANNEL,
    query::{all, maybe, run},
    signals::column,
};

/// A window at a signal.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct PresenceRow {
    /// The account.
    pub account: String,
    /// The id the window gave itself; with the account it names the row, so that nobody writes over another's.
    pub window_id: String,
    /// The name of the account.
    pub name: String,
    /// The signal.
    pub object: String,
    /// What is done there.
    pub doing: String,
    /// Since when, in microseconds.
    pub since: i64,
    /// The last sign.
    pub at: i64,
}

/// Windows of one account that are told at most.
const WINDOWS: i64 = 16;

/// What PostgreSQL tells the other instances when somebody came, went, or does something else.
pub const WORD: &str = "presence";

/// Where a window is, if a sign came after this moment.
pub async fn get(link: &mut Link, account: &str, window: &str, after: i64) -> Result<Option<PresenceRow>, StoreError> {
    maybe!(
        link,
        PresenceRow,
        "SELECT account, window_id, name, object, doing, since, at FROM presence \
         WHERE account = $1 AND window_id = $2 AND at > $3",
        account,
        window,
        after
    )
}

/// Writes where a window is.
pub async fn put(link: &mut Link, row: &PresenceRow) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO presence (account, window_id, name, object, doing, since, at) VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (account, window_id) DO UPDATE SET name = excluded.name, object = excluded.object, \
         doing = excluded.doing, since = excluded.since, at = excluded.at",
        &row.account,
        &row.window_id,
        column(&row.name),
        &row.object,
        &row.doing,
        row.since,
        row.at
    )?;
    Ok(())
}

/// Leaves an account its last windows.
pub async fn thin(link: &mut Link, account: &str) -> Result<(), StoreError> {
    run!(
        link,
        "DELETE FROM presence WHERE account = $1 AND window_id NOT IN \
         (SELECT window_id FROM presence WHERE account = $1 ORDER BY at DESC, window_id LIMIT $2)",
        account,
        WINDOWS
    )?;
    Ok(())
}

/// A window is at no signal any more; true if it was.
pub async fn remove(link: &mut Link, account: &str, window: &str) -> Result<bool, StoreError> {
    Ok(run!(link, "DELETE FROM presence WHERE account = $1 AND window_id = $2", account, window)? > 0)
}

/// Every window that gave a sign after this moment, who is there longest first.
pub async fn all_after(link: &mut Link, after: i64) -> Result<Vec<PresenceRow>, StoreError> {
    all!(
        link,
        PresenceRow,
        "SELECT account, window_id, name, object, doing, since, at FROM presence WHERE at > $1 ORDER BY since, account, window_id",
        after
    )
}

/// Forgets who gave no sign after this moment.
pub async fn forget(link: &mut Link, after: i64) -> Result<(), StoreError> {
    run!(link, "DELETE FROM presence WHERE at <= $1", after)?;
    Ok(())
}

/// Wakes the other instances when this is committed.
pub async fn tell(link: &mut Link) -> Result<(), StoreError> {
    if let super::End::Pg(end) = link.end() {
        sqlx::query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(WORD).execute(end).await?;
    }
    Ok(())
}
