//! How many requests came of whom in which minute, of all instances together.

use super::{
    Link, StoreError,
    query::{all, run},
    rows::Rows,
    signal_list::Value,
};

/// Adds what came here since the last time, and gives what came of everybody in this minute.
pub async fn settle(link: &mut Link, minute: i64, more: &[(String, i64)]) -> Result<Vec<(String, i64)>, StoreError> {
    if link.is_pg() {
        // Nobody waits for a standby because of it; what a crash loses of it is a second.
        run!(link, "SET LOCAL synchronous_commit TO OFF")?;
    }
    let mut rows = Rows::new(
        "INSERT INTO request_counts (subject, minute, count) VALUES ",
        " ON CONFLICT (subject, minute) DO UPDATE SET count = request_counts.count + excluded.count",
    );
    for (subject, count) in more {
        rows.push([Value::Text(subject.clone()), Value::Int(minute), Value::Int(*count)]);
    }
    rows.flush(link).await?;
    all!(link, (String, i64), "SELECT subject, count FROM request_counts WHERE minute = $1", minute)
}

/// Forgets the minutes before one.
pub async fn forget(link: &mut Link, minute: i64) -> Result<(), StoreError> {
    run!(link, "DELETE FROM request_counts WHERE minute < $1", minute).map(drop)
}
