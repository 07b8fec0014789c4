//! Rows of series of meetings, and of the days they are made for. Whoever makes or changes a meeting of a series for it holds the
//! series.

use super::{
    Link, StoreError,
    query::{all, maybe, one, run},
};
use crate::domain::{
    Date,
    ids::MeetingId,
    meeting::{
        SeriesNumber,
        series::{Made, Series},
    },
};

/// Puts a new one in.
pub async fn insert(link: &mut Link, series: &Series) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO meeting_series (id, version, number, document) VALUES ($1, $2, $3, $4)",
        series.id.to_string(),
        series.version,
        series.number.as_i64(),
        serde_json::to_string(series)?
    )?;
    Ok(())
}

/// Writes a changed one over its row.
pub async fn update(link: &mut Link, series: &Series) -> Result<(), StoreError> {
    let touched = run!(
        link,
        "UPDATE meeting_series SET version = $2, document = $3 WHERE id = $1",
        series.id.to_string(),
        series.version,
        serde_json::to_string(series)?
    )?;
    if touched == 1 { Ok(()) } else { Err(StoreError::Fault("a series of meetings vanished while it was changed".into())) }
}

/// One.
pub async fn get(link: &mut Link, id: &str) -> Result<Option<Series>, StoreError> {
    read(maybe!(link, (String,), "SELECT document FROM meeting_series WHERE id = $1", id)?)
}

/// One, locked until the end of the transaction with its days.
pub async fn lock(link: &mut Link, id: &str) -> Result<Option<Series>, StoreError> {
    read(maybe!(link, (String,), "UPDATE meeting_series SET version = version WHERE id = $1 RETURNING document", id)?)
}

/// The id of the one with this number.
pub async fn id_of(link: &mut Link, number: SeriesNumber) -> Result<Option<String>, StoreError> {
    Ok(maybe!(link, (String,), "SELECT id FROM meeting_series WHERE number = $1", number.as_i64())?.map(|(id,)| id))
}

/// All, in order of their numbers: id and the row as JSON.
pub async fn list(link: &mut Link, most: i64) -> Result<Vec<(String, String)>, StoreError> {
    all!(link, (String, String), "SELECT id, document FROM meeting_series ORDER BY number LIMIT $1", most)
}

/// The next number.
pub async fn next_number(link: &mut Link) -> Result<SeriesNumber, StoreError> {
    let (next,) = one!(
        link,
        (i64,),
        "INSERT INTO counters (name, value) VALUES ('meeting-series', 1) ON CONFLICT (name) DO UPDATE \
         SET value = counters.value + 1 RETURNING value"
    )?;
    let next = u32::try_from(next).ok().and_then(SeriesNumber::new);
    next.ok_or_else(|| StoreError::Fault("the numbers of series of meetings are used up".into()))
}

/// The meetings that were made for days on or after this one, in order.
pub async fn made(link: &mut Link, series: &str, from: Date) -> Result<Vec<Made>, StoreError> {
    let rows = all!(
        link,
        (String, String),
        "SELECT d.day, m.document FROM meeting_series_days d JOIN meetings m ON m.id = d.meeting WHERE d.series = $1 AND d.day >= $2 \
         ORDER BY d.day",
        series,
        from.to_string()
    )?;
    let row = |(day, document): &(String, String)| {
        let planned_on = day.parse().map_err(|_| StoreError::Fault("a day of a series of meetings is none".into()))?;
        Ok(Made { planned_on, meeting: serde_json::from_str(document)? })
    };
    rows.iter().map(row).collect()
}

/// Notes for which day a meeting was made. Somebody who made one for it meanwhile sends us back.
pub async fn insert_day(link: &mut Link, series: &str, day: Date, meeting: MeetingId) -> Result<(), StoreError> {
    let made = run!(
        link,
        "INSERT INTO meeting_series_days (series, day, meeting) VALUES ($1, $2, $3) ON CONFLICT (series, day) DO NOTHING",
        series,
        day.to_string(),
        meeting.to_string()
    )?;
    if made == 1 { Ok(()) } else { Err(StoreError::Again("a day of a series of meetings was made meanwhile".into())) }
}

/// No meeting stands for this day any more.
pub async fn delete_day(link: &mut Link, series: &str, day: Date) -> Result<(), StoreError> {
    run!(link, "DELETE FROM meeting_series_days WHERE series = $1 AND day = $2", series, day.to_string())?;
    Ok(())
}

fn read(found: Option<(String,)>) -> Result<Option<Series>, StoreError> {
    found.map(|(document,)| Ok(serde_json::from_str(&document)?)).transpose()
}
