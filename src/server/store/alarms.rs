//! Alarms: marks of deadlines that were reached, each kept once with its line in the change feed.
//!
//! What rang and that it need not be looked at any more stand in one transaction: whoever is killed before the commit has said
//! nothing, and who comes after it finds nothing left to say.

use super::{
    Link, Store, StoreError,
    changes::{self, Scope},
    query::{all, maybe, run},
    signal_list::{OwnerIs, Query, Value},
    signals::NO_DATE,
};
use crate::domain::{
    Date, Instant,
    deadline::{Alarm, Deadline, marks::reached},
    zone,
};

/// Rows of the board looked at in one transaction.
const TOGETHER: i64 = 200;

/// Rings every mark that was reached by now and did not ring yet; gives how many rang. The time is asked after what is due was found:
/// nothing rings before it was there.
///
/// # Errors
/// When the store is away; what was committed before stays, the rest rings the next time.
pub async fn ring(store: &Store, now: impl Fn() -> Instant + Send + Sync) -> Result<u64, StoreError> {
    let mut rung = 0;
    // Most of the time there is nothing: no write lock is taken for that.
    while is_due(&mut store.read().await?, zone::date_of(now())).await? {
        let mut link = store.write().await?;
        let (looked, new) = ring_some(&mut link, &now).await?;
        link.commit().await?;
        rung += new;
        if looked == 0 {
            // Somebody else holds what is left; that is looked at the next time.
            break;
        }
    }
    Ok(rung)
}

async fn is_due(link: &mut Link, today: Date) -> Result<bool, StoreError> {
    let due = "SELECT id FROM deadlines WHERE look_on <= $1 ORDER BY look_on LIMIT 1";
    Ok(maybe!(link, (String,), due, today.to_string())?.is_some())
}

/// Looks at the rows that are due first; gives how many those were, and how many marks rang.
async fn ring_some(link: &mut Link, now: &(impl Fn() -> Instant + Sync)) -> Result<(usize, u64), StoreError> {
    let today = zone::date_of(now());
    let rows = due(link, today).await?;
    let now = now();
    let mut rung = vec![];
    for (id, look_on, is_open, document) in &rows {
        let next = match serde_json::from_str::<Deadline>(document) {
            Ok(deadline) => {
                // Nobody looked yet: it was there before anybody watched, and only what is reached from now on rings.
                let from = look_on.parse().unwrap_or(today);
                let found = reached(&deadline, from, today);
                // Of a closed case nobody need hear.
                for mark in found.marks.into_iter().filter(|_| *is_open != 0) {
                    let alarm = Alarm::of(&deadline, mark, now);
                    if keep(link, &alarm).await? {
                        rung.push(alarm.id.to_string());
                    }
                }
                found.next
            }
            Err(error) => {
                // One that cannot be read does not keep the others from ringing.
                tracing::error!(deadline = id, %error, "a row of the deadline board cannot be read: it has no alarms");
                today.succ_opt()
            }
        };
        let next = next.map_or_else(|| NO_DATE.to_owned(), |day| day.to_string());
        // What was put in without a time has one from now on, for calendars.
        run!(
            link,
            "UPDATE deadlines SET look_on = $2, changed_at = CASE WHEN changed_at = 0 THEN $3 ELSE changed_at END WHERE id = $1",
            id,
            next,
            now.timestamp_micros()
        )?;
    }
    for id in &rung {
        changes::raise(link, Scope::Alarms, id).await?;
    }
    Ok((rows.len(), rung.len() as u64))
}

/// Id, day to look from, whether its signal is open, and the row as JSON. Each is held until the end of the transaction; one
/// that another holds is left to it, so that nobody waits here.
async fn due(link: &mut Link, today: Date) -> Result<Vec<(String, String, i64, String)>, StoreError> {
    macro_rules! select {
        ($locked:literal) => {
            concat!(
                "SELECT d.id, d.look_on, s.is_open, d.document FROM deadlines d JOIN signals s ON s.id = d.signal \
                 WHERE d.look_on <= $1 ORDER BY d.look_on, d.id LIMIT $2",
                $locked
            )
        };
    }
    let statement = if link.is_pg() { select!(" FOR UPDATE OF d SKIP LOCKED") } else { select!("") };
    all!(link, (String, String, i64, String), statement, today.to_string(), TOGETHER)
}

/// Keeps an alarm; false when it rang before.
async fn keep(link: &mut Link, alarm: &Alarm) -> Result<bool, StoreError> {
    let new = run!(
        link,
        "INSERT INTO alarms (deadline, alarm_on, mark, id, signal, rang_at, document) VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT DO NOTHING",
        alarm.deadline.to_string(),
        alarm.alarm_on.to_string(),
        alarm.mark.code(),
        alarm.id.to_string(),
        alarm.signal.to_string(),
        alarm.rang_at.timestamp_micros(),
        serde_json::to_string(alarm)?
    )?;
    Ok(new > 0)
}

/// What a page of alarms asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Rang at or after this, in microseconds.
    pub since: i64,
    /// Of signals of one of these owners, as they are now; empty: of all.
    pub owners: Vec<OwnerIs>,
    /// After this sequence.
    pub after: i64,
    /// Rows.
    pub limit: i64,
    /// The time by which leases are judged, in microseconds.
    pub now: i64,
}

/// The alarms of a page in the order in which they rang: sequence, and the alarm as JSON.
pub async fn page(link: &mut Link, wanted: &Wanted) -> Result<Vec<(i64, String)>, StoreError> {
    let mut query = Query { sql: "SELECT c.seq, a.document FROM changes c JOIN alarms a ON a.id = c.id".into(), binds: vec![] };
    if !wanted.owners.is_empty() {
        query.sql.push_str(" JOIN signals ON signals.id = a.signal");
    }
    query.sql.push_str(" WHERE c.scope = 'alarms' AND c.seq > ");
    query.bind(Value::Int(wanted.after));
    query.sql.push_str(" AND a.rang_at >= ");
    query.bind(Value::Int(wanted.since));
    query.owners(&wanted.owners, wanted.now);
    query.sql.push_str(" ORDER BY c.seq LIMIT ");
    query.bind(Value::Int(wanted.limit));
    query.rows(link).await
}

/// The next alarms in order of id that rang at or after a time, as JSON, for a first sync.
pub async fn after(link: &mut Link, after: &str, since: i64, most: i64) -> Result<Vec<(String, String)>, StoreError> {
    all!(
        link,
        (String, String),
        "SELECT id, document FROM alarms WHERE id > $1 AND rang_at >= $2 ORDER BY id LIMIT $3",
        after,
        since,
        most
    )
}
