//! Rows of the deadline board: made from a signal and its time-outs, compared with what is there, and listed.

use super::{
    Link, StoreError,
    query::{all, run},
    signal_list::{OwnerIs, Query, Value},
    signals::NO_DATE,
};
use crate::domain::{
    Date, Instant,
    deadline::{Deadline, DeadlineKind, LAPSED_SHOWN_DAYS, Lane, days_of, marks::first_look, of_signal, of_time_out},
    signal::Signal,
    time_out::TimeOut,
    zone,
};

/// Writes the rows of a signal and its time-outs where they differ from what is there; gives the ids that changed.
/// `at` is when; without it nobody has looked at their marks yet, and what those passed is not said.
pub async fn renew(
    link: &mut Link,
    signal: &Signal,
    time_outs: &[TimeOut],
    at: Option<Instant>,
) -> Result<Vec<String>, StoreError> {
    let mut wanted = of_signal(signal);
    wanted.extend(time_outs.iter().flat_map(|time_out| of_time_out(time_out, signal)));
    let had = all!(link, (String, String), "SELECT id, document FROM deadlines WHERE signal = $1", signal.id.to_string())?;
    let mut changed = vec![];
    for row in &wanted {
        let (id, document) = (row.id.to_string(), serde_json::to_string(row)?);
        if !had.iter().any(|(had, before)| *had == id && *before == document) {
            put(link, row, &document, at).await?;
            changed.push(id);
        }
    }
    for (id, _) in had {
        if !wanted.iter().any(|row| row.id.to_string() == id) {
            run!(link, "DELETE FROM deadlines WHERE id = $1", &id)?;
            changed.push(id);
        }
    }
    changed.sort_unstable();
    Ok(changed)
}

/// Start of the statement that puts rows in; [`values`] stand after it.
pub(super) const INSERT: &str = "INSERT INTO deadlines (id, signal, kind, alarm_on, seen_until, still_from, still_until, body, \
     municipality, document) VALUES ";

/// The values that [`INSERT`] takes.
pub(super) fn values(row: &Deadline) -> Result<[Value; 10], StoreError> {
    let [a, b, c, d, e, f, g, h, i] = columns(row).map(Value::Text);
    Ok([a, b, c, d, e, f, g, h, i, Value::Text(serde_json::to_string(row)?)])
}

async fn put(link: &mut Link, row: &Deadline, document: &str, at: Option<Instant>) -> Result<(), StoreError> {
    let look_on = match at {
        Some(at) => first_look(row, zone::date_of(at)).map_or_else(|| NO_DATE.to_owned(), |day| day.to_string()),
        None => String::new(),
    };
    let [id, signal, kind, alarm_on, seen_until, still_from, still_until, body, municipality] = columns(row);
    run!(
        link,
        "INSERT INTO deadlines (id, signal, kind, alarm_on, seen_until, still_from, still_until, body, municipality, document, \
         look_on, changed_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (id) DO UPDATE SET \
         look_on = CASE WHEN deadlines.alarm_on = excluded.alarm_on AND deadlines.still_from = excluded.still_from \
         AND deadlines.still_until = excluded.still_until THEN deadlines.look_on ELSE excluded.look_on END, \
         changed_at = excluded.changed_at, alarm_on = excluded.alarm_on, \
         seen_until = excluded.seen_until, still_from = excluded.still_from, still_until = excluded.still_until, \
         body = excluded.body, municipality = excluded.municipality, document = excluded.document",
        id,
        signal,
        kind,
        alarm_on,
        seen_until,
        still_from,
        still_until,
        body,
        municipality,
        document,
        look_on,
        at.map_or(0, |at| at.timestamp_micros())
    )?;
    Ok(())
}

fn columns(row: &Deadline) -> [String; 9] {
    let seen_until = match row.kind {
        DeadlineKind::Proposal => row.alarm_on.to_string(),
        DeadlineKind::TimeOut => row
            .alarm_on
            .checked_add_days(chrono::Days::new(LAPSED_SHOWN_DAYS))
            .map_or_else(|| NO_DATE.into(), |day| day.to_string()),
        _ => NO_DATE.into(),
    };
    let (still_from, still_until) = match row.stands_still {
        Some(still) => (still.from.to_string(), still.until.to_string()),
        None => (NO_DATE.into(), NO_DATE.into()),
    };
    [
        row.id.to_string(),
        row.signal.to_string(),
        row.kind.code().into(),
        row.alarm_on.to_string(),
        seen_until,
        still_from,
        still_until,
        row.body.as_ref().map(ToString::to_string).unwrap_or_default(),
        row.municipality.map(|code| code.to_string()).unwrap_or_default(),
    ]
}

/// What a page of the board asks for. An empty list of values means no filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// One lane.
    pub lane: Option<Lane>,
    /// The day to go by is on or after.
    pub from: Option<Date>,
    /// The day to go by is on or before.
    pub until: Option<Date>,
    /// One of these kinds.
    pub kinds: Vec<&'static str>,
    /// One of these bodies.
    pub bodies: Vec<String>,
    /// One of these municipalities.
    pub municipalities: Vec<String>,
    /// One of these owners.
    pub owners: Vec<OwnerIs>,
    /// Of this signal.
    pub signal: Option<String>,
    /// Start after this day and id.
    pub after: Option<(String, String)>,
    /// Rows.
    pub limit: i64,
    /// The day by which lanes are judged.
    pub today: Date,
    /// The time by which leases are judged, in microseconds.
    pub now: i64,
}

/// The rows about the cases on an agenda.
pub async fn of_agenda(link: &mut Link, meeting: &str) -> Result<Vec<Deadline>, StoreError> {
    let rows = all!(
        link,
        (String,),
        "SELECT document FROM deadlines WHERE signal IN (SELECT signal FROM agenda_items WHERE meeting = $1 AND signal <> '') ORDER BY id",
        meeting
    )?;
    rows.iter().map(|(document,)| Ok(serde_json::from_str(document)?)).collect()
}

/// The rows of a page: day to go by, id, and the row as JSON.
pub async fn page(link: &mut Link, wanted: &Wanted) -> Result<Vec<(String, String, String)>, StoreError> {
    chosen("SELECT alarm_on, d.id, document FROM deadlines d", wanted).rows(link).await
}

/// The rows of a page with when they last changed, in microseconds, and at which sequence.
pub async fn events(link: &mut Link, wanted: &Wanted) -> Result<Vec<(String, i64, i64)>, StoreError> {
    const ROWS: &str = "SELECT document, changed_at, c.seq FROM deadlines d \
         JOIN changes c ON c.scope = 'deadlines' AND c.entity = 'deadline' AND c.id = d.id";
    chosen(ROWS, wanted).rows(link).await
}

fn chosen(start: &str, wanted: &Wanted) -> Query {
    let mut query = Query { sql: start.into(), binds: vec![] };
    let text = |text: &str| Value::Text(text.to_owned());
    let today = wanted.today.to_string();
    if !wanted.owners.is_empty() {
        query.sql.push_str(" JOIN signals ON signals.id = d.signal");
    }
    query.sql.push_str(" WHERE seen_until >= ");
    query.bind(text(&today));
    if let Some(lane) = wanted.lane {
        // A clock that an act makes stand still is in that lane alone.
        let now = query.place(text(&today));
        let not = if lane == Lane::StandingStill { "" } else { "NOT " };
        query.sql.push_str(&format!(" AND {not}(still_from <= {now} AND {now} < still_until)"));
        if let Some((from, to)) = days_of(lane, wanted.today) {
            for (compare, day) in [(">=", from), ("<=", to)] {
                if let Some(day) = day {
                    query.sql.push_str(&format!(" AND alarm_on {compare} "));
                    query.bind(text(&day.to_string()));
                }
            }
        }
    }
    if let Some(from) = wanted.from {
        query.sql.push_str(" AND alarm_on >= ");
        query.bind(text(&from.to_string()));
    }
    if let Some(until) = wanted.until {
        query.sql.push_str(" AND alarm_on <= ");
        query.bind(text(&until.to_string()));
    }
    query.one_of("kind", wanted.kinds.iter().map(|kind| text(kind)));
    query.one_of("body", wanted.bodies.iter().map(|code| text(code)));
    query.one_of("d.municipality", wanted.municipalities.iter().map(|code| text(code)));
    query.one_of("d.signal", wanted.signal.iter().map(|id| text(id)));
    query.owners(&wanted.owners, wanted.now);
    if let Some((day, id)) = &wanted.after {
        query.sql.push_str(" AND (alarm_on, d.id) > (");
        query.bind(text(day));
        query.sql.push_str(", ");
        query.bind(text(id));
        query.sql.push(')');
    }
    query.sql.push_str(" ORDER BY alarm_on, d.id LIMIT ");
    query.bind(Value::Int(wanted.limit));
    query
}

/// The row with this id.
pub async fn get(link: &mut Link, id: &str) -> Result<Option<Deadline>, StoreError> {
    let row = super::query::maybe!(link, (String,), "SELECT document FROM deadlines WHERE id = $1", id)?;
    row.map(|(document,)| Ok(serde_json::from_str(&document)?)).transpose()
}

/// Makes the rows of every signal that was stored before there was a board; once per store.
pub async fn fill(link: &mut Link, most: i64) -> Result<bool, StoreError> {
    const FILLED: &str = "deadlines-filled-up-to";
    let had = super::query::maybe!(link, (String,), "SELECT value FROM settings WHERE name = $1", FILLED)?;
    let after: i64 = had.and_then(|(value,)| value.parse().ok()).unwrap_or_default();
    if after == i64::MAX {
        return Ok(true);
    }
    let rows = all!(
        link,
        (i64, String),
        "SELECT s.number, d.document FROM signals s JOIN signal_documents d ON d.id = s.id WHERE s.number > $1 \
         ORDER BY s.number LIMIT $2",
        after,
        most
    )?;
    let upto = rows.last().map_or(i64::MAX, |(number, _)| *number);
    for (_, document) in &rows {
        renew(link, &serde_json::from_str(document)?, &[], None).await?;
    }
    run!(
        link,
        "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        FILLED,
        upto.to_string()
    )?;
    if upto == i64::MAX {
        super::bulk::note_changes(link).await?;
    }
    Ok(upto == i64::MAX)
}
