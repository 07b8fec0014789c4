//! Rows of meetings and of the fixed versions of their agendas. Whoever changes anything of an agenda holds its meeting.

use super::{
    Link, StoreError,
    query::{all, maybe, one, run},
    signal_list::{Query, Value},
};
use crate::domain::{
    Instant,
    meeting::{Edition, Meeting, MeetingNumber, MeetingSummary},
};

/// Puts a new one in; false: a meeting has this number already.
pub async fn insert(link: &mut Link, meeting: &Meeting) -> Result<bool, StoreError> {
    let (starts_at, ends_at) = moments(meeting);
    let made = run!(
        link,
        "INSERT INTO meetings (id, version, number, starts_at, ends_at, state, summary, document) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (number) DO NOTHING",
        meeting.id.to_string(),
        meeting.version,
        meeting.number.as_i64(),
        starts_at,
        ends_at,
        meeting.state.code(),
        serde_json::to_string(&MeetingSummary::from(meeting))?,
        serde_json::to_string(meeting)?
    )?;
    Ok(made == 1)
}

/// Writes a changed one over its row.
pub async fn update(link: &mut Link, meeting: &Meeting) -> Result<(), StoreError> {
    let (starts_at, ends_at) = moments(meeting);
    let touched = run!(
        link,
        "UPDATE meetings SET version = $2, starts_at = $3, ends_at = $4, state = $5, summary = $6, document = $7 WHERE id = $1",
        meeting.id.to_string(),
        meeting.version,
        starts_at,
        ends_at,
        meeting.state.code(),
        serde_json::to_string(&MeetingSummary::from(meeting))?,
        serde_json::to_string(meeting)?
    )?;
    if touched == 1 { Ok(()) } else { Err(StoreError::Fault("a meeting vanished while it was changed".into())) }
}

fn moments(meeting: &Meeting) -> (i64, i64) {
    let at = |moment: Option<Instant>| moment.map(|moment| moment.timestamp_micros()).unwrap_or_default();
    (at(meeting.facts.starts_at()), at(meeting.facts.ends_at()))
}

/// One.
pub async fn get(link: &mut Link, id: &str) -> Result<Option<Meeting>, StoreError> {
    read(maybe!(link, (String,), "SELECT document FROM meetings WHERE id = $1", id)?)
}

/// One, locked until the end of the transaction with all that is on its agenda.
pub async fn lock(link: &mut Link, id: &str) -> Result<Option<Meeting>, StoreError> {
    read(maybe!(link, (String,), "UPDATE meetings SET version = version WHERE id = $1 RETURNING document", id)?)
}

/// The id of the one with this number.
pub async fn id_of(link: &mut Link, number: MeetingNumber) -> Result<Option<String>, StoreError> {
    Ok(maybe!(link, (String,), "SELECT id FROM meetings WHERE number = $1", number.as_i64())?.map(|(id,)| id))
}

/// Those whose agenda may still change and that are going on at some moment between these two, but for one.
pub async fn going_on(link: &mut Link, (from, until): (Instant, Instant), but: &str) -> Result<Vec<Meeting>, StoreError> {
    let rows = all!(
        link,
        (String,),
        "SELECT document FROM meetings WHERE starts_at < $1 AND ends_at > $2 AND id <> $3 AND state IN ('concept', 'fixed') \
         ORDER BY starts_at, id",
        until.timestamp_micros(),
        from.timestamp_micros(),
        but
    )?;
    rows.iter().map(|(document,)| Ok(serde_json::from_str(document)?)).collect()
}

/// The first after this moment and id whose agenda may still change.
pub async fn next_open(link: &mut Link, after: Instant, id: &str) -> Result<Option<String>, StoreError> {
    let found = maybe!(
        link,
        (String,),
        "SELECT id FROM meetings WHERE (starts_at, id) > ($1, $2) AND state IN ('concept', 'fixed') ORDER BY starts_at, id LIMIT 1",
        after.timestamp_micros(),
        id
    )?;
    Ok(found.map(|(id,)| id))
}

/// What a list asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Only those whose decisions were not sent and that go on.
    pub open: bool,
    /// Begins at or after.
    pub from: Option<Instant>,
    /// Begins before.
    pub until: Option<Instant>,
    /// Start after this moment and id.
    pub after: Option<(i64, String)>,
    /// Rows.
    pub limit: i64,
}

/// The rows of a page, in order of time: moment of beginning, id, and the row as JSON.
pub async fn page(link: &mut Link, wanted: &Wanted) -> Result<Vec<(i64, String, String)>, StoreError> {
    let mut query = Query { sql: "SELECT starts_at, id, summary FROM meetings WHERE 1 = 1".into(), binds: vec![] };
    if wanted.open {
        query.sql.push_str(" AND state IN ('concept', 'fixed', 'held')");
    }
    for (condition, moment) in [("starts_at >=", wanted.from), ("starts_at <", wanted.until)] {
        if let Some(moment) = moment {
            query.sql.push_str(&format!(" AND {condition} "));
            query.bind(Value::Int(moment.timestamp_micros()));
        }
    }
    if let Some((moment, id)) = &wanted.after {
        query.sql.push_str(" AND (starts_at, id) > (");
        query.bind(Value::Int(*moment));
        query.sql.push_str(", ");
        query.bind(Value::Text(id.clone()));
        query.sql.push(')');
    }
    query.sql.push_str(" ORDER BY starts_at, id LIMIT ");
    query.bind(Value::Int(wanted.limit));
    query.rows(link).await
}

/// The highest number that was given; 0: none was.
pub async fn highest_number(link: &mut Link) -> Result<i64, StoreError> {
    Ok(maybe!(link, (i64,), "SELECT value FROM counters WHERE name = 'meetings'")?.map_or(0, |(highest,)| highest))
}

/// The next number. A number that was given by hand moves it on.
pub async fn next_number(link: &mut Link, given: Option<MeetingNumber>) -> Result<MeetingNumber, StoreError> {
    let least = given.map_or(0, |number| number.as_i64());
    let (next,) = one!(
        link,
        (i64,),
        "INSERT INTO counters (name, value) VALUES ('meetings', CASE WHEN $1 > 0 THEN $1 ELSE 1 END) ON CONFLICT (name) DO UPDATE \
         SET value = CASE WHEN $1 = 0 THEN counters.value + 1 WHEN counters.value < $1 THEN $1 ELSE counters.value END \
         RETURNING value",
        least
    )?;
    if let Some(given) = given {
        return Ok(given);
    }
    let next = u32::try_from(next).ok().and_then(MeetingNumber::new);
    next.ok_or_else(|| StoreError::Fault("the numbers of meetings are used up".into()))
}

/// Puts a fixed version in, for good.
pub async fn insert_edition(link: &mut Link, edition: &Edition) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO editions (id, meeting, number, document) VALUES ($1, $2, $3, $4)",
        edition.id.to_string(),
        edition.meeting.to_string(),
        i64::from(edition.number),
        serde_json::to_string(edition)?
    )?;
    Ok(())
}

/// A fixed version.
pub async fn edition(link: &mut Link, id: &str) -> Result<Option<Edition>, StoreError> {
    let found = maybe!(link, (String,), "SELECT document FROM editions WHERE id = $1", id)?;
    found.map(|(document,)| Ok(serde_json::from_str(&document)?)).transpose()
}

/// The fixed versions of a meeting, oldest first.
pub async fn editions(link: &mut Link, meeting: &str) -> Result<Vec<Edition>, StoreError> {
    let rows = all!(link, (String,), "SELECT document FROM editions WHERE meeting = $1 ORDER BY number", meeting)?;
    rows.iter().map(|(document,)| Ok(serde_json::from_str(document)?)).collect()
}

fn read(found: Option<(String,)>) -> Result<Option<Meeting>, StoreError> {
    found.map(|(document,)| Ok(serde_json::from_str(&document)?)).transpose()
}
