//! Rows of time-outs, and the lock on the decision they are about.

use super::{
    Link, StoreError,
    query::{all, maybe, run},
    signal_list::{Query, Value},
};
use crate::domain::{Date, time_out::TimeOut, zone};

/// What tells the decision of a time-out apart in the store: with a reference across signals, otherwise within its own.
pub fn decision_of(time_out: &TimeOut) -> String {
    let key = time_out.suspends.key();
    if time_out.suspends.decision.reference.is_blank() { format!("{}|{key}", time_out.signal) } else { key }
}

/// Locks a decision until the end of the transaction, whether or not it was ever suspended.
pub async fn lock_decision(link: &mut Link, decision: &str) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO suspended_decisions (decision) VALUES ($1) ON CONFLICT (decision) DO UPDATE SET decision = excluded.decision",
        decision
    )?;
    Ok(())
}

/// Puts a new time-out in.
pub async fn insert(link: &mut Link, time_out: &TimeOut) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO time_outs (id, version, signal, decision, last_day, open_until, document) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        time_out.id.to_string(),
        time_out.version,
        time_out.signal.to_string(),
        decision_of(time_out),
        last_day(time_out),
        open_until(time_out),
        serde_json::to_string(time_out)?
    )?;
    Ok(())
}

/// Writes a changed time-out over its row.
pub async fn update(link: &mut Link, time_out: &TimeOut) -> Result<(), StoreError> {
    let touched = run!(
        link,
        "UPDATE time_outs SET version = $2, last_day = $3, open_until = $4, document = $5 WHERE id = $1",
        time_out.id.to_string(),
        time_out.version,
        last_day(time_out),
        open_until(time_out),
        serde_json::to_string(time_out)?
    )?;
    if touched == 1 { Ok(()) } else { Err(StoreError::Fault("a time-out vanished while it was changed".into())) }
}

/// A time-out.
pub async fn get(link: &mut Link, id: &str) -> Result<Option<TimeOut>, StoreError> {
    let found = maybe!(link, (String,), "SELECT document FROM time_outs WHERE id = $1", id)?;
    found.map(|(document,)| Ok(serde_json::from_str(&document)?)).transpose()
}

/// Every time-out of a signal, in order of id.
pub async fn of_signal(link: &mut Link, signal: &str) -> Result<Vec<TimeOut>, StoreError> {
    read(all!(link, (String,), "SELECT document FROM time_outs WHERE signal = $1 ORDER BY id", signal)?)
}

/// Every other time-out of the same decision, in order of id.
pub async fn others(link: &mut Link, decision: &str, id: &str) -> Result<Vec<TimeOut>, StoreError> {
    read(all!(link, (String,), "SELECT document FROM time_outs WHERE decision = $1 AND id <> $2 ORDER BY id", decision, id)?)
}

fn read(rows: Vec<(String,)>) -> Result<Vec<TimeOut>, StoreError> {
    rows.into_iter().map(|(document,)| Ok(serde_json::from_str(&document)?)).collect()
}

/// What a list asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Of this signal.
    pub signal: Option<String>,
    /// Open on this day.
    pub open_on: Option<Date>,
    /// The last day is on or after.
    pub from: Option<Date>,
    /// The last day is on or before.
    pub until: Option<Date>,
    /// Start after this last day and id.
    pub after: Option<(String, String)>,
    /// Rows.
    pub limit: i64,
}

/// The rows of a page in order of last day: last day, and the time-out.
pub async fn page(link: &mut Link, wanted: &Wanted) -> Result<Vec<(String, TimeOut)>, StoreError> {
    let mut query = Query { sql: "SELECT last_day, document FROM time_outs WHERE 1 = 1".into(), binds: vec![] };
    let conditions = [
        ("signal =", wanted.signal.clone()),
        ("open_until >=", wanted.open_on.map(|day| day.to_string())),
        ("last_day >=", wanted.from.map(|day| day.to_string())),
        ("last_day <=", wanted.until.map(|day| day.to_string())),
    ];
    for (condition, value) in conditions {
        if let Some(value) = value {
            query.sql.push_str(&format!(" AND {condition} "));
            query.bind(Value::Text(value));
        }
    }
    if let Some((day, id)) = &wanted.after {
        query.sql.push_str(" AND (last_day, id) > (");
        query.bind(Value::Text(day.clone()));
        query.sql.push_str(", ");
        query.bind(Value::Text(id.clone()));
        query.sql.push(')');
    }
    query.sql.push_str(" ORDER BY last_day, id LIMIT ");
    query.bind(Value::Int(wanted.limit));
    let rows: Vec<(String, String)> = query.rows(link).await?;
    rows.into_iter().map(|(day, document)| Ok((day, serde_json::from_str(&document)?))).collect()
}

fn last_day(time_out: &TimeOut) -> String {
    time_out.last_suspended_day().to_string()
}

/// The last day on which something can still happen to it, as it stands; empty when it is over.
fn open_until(time_out: &TimeOut) -> String {
    if time_out.state.is_running() {
        return last_day(time_out);
    }
    let pending = time_out.pending.as_ref().filter(|_| time_out.state.is_open());
    pending.map(|pending| zone::date_of(pending.expires_at - chrono::TimeDelta::microseconds(1)).to_string()).unwrap_or_default()
}
