//! Rows of lessons.

use super::{
    Link, StoreError,
    query::{maybe, one, run},
    signal_list::{Query, Value},
};
use crate::domain::{
    lesson::{Lesson, LessonKind},
    meeting::MeetingNumber,
};

/// Puts a new one in.
pub async fn insert(link: &mut Link, lesson: &Lesson) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO lessons (id, version, kind, meeting, document) VALUES ($1, $2, $3, $4, $5)",
        lesson.id.to_string(),
        lesson.version,
        lesson.facts.kind.code(),
        lesson.meeting.map_or(0, MeetingNumber::as_i64),
        serde_json::to_string(lesson)?
    )?;
    Ok(())
}

/// Writes a changed one over its row.
pub async fn update(link: &mut Link, lesson: &Lesson) -> Result<(), StoreError> {
    let touched = run!(
        link,
        "UPDATE lessons SET version = $2, kind = $3, document = $4 WHERE id = $1",
        lesson.id.to_string(),
        lesson.version,
        lesson.facts.kind.code(),
        serde_json::to_string(lesson)?
    )?;
    if touched == 1 { Ok(()) } else { Err(StoreError::Fault("a lesson vanished while it was changed".into())) }
}

/// One.
pub async fn get(link: &mut Link, id: &str) -> Result<Option<Lesson>, StoreError> {
    read(maybe!(link, (String,), "SELECT document FROM lessons WHERE id = $1", id)?)
}

/// One, locked until the end of the transaction.
pub async fn lock(link: &mut Link, id: &str) -> Result<Option<Lesson>, StoreError> {
    read(maybe!(link, (String,), "UPDATE lessons SET version = version WHERE id = $1 RETURNING document", id)?)
}

/// What a list asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Only of this kind.
    pub kind: Option<LessonKind>,
    /// Only those noted at this meeting.
    pub meeting: Option<MeetingNumber>,
    /// Start below this id.
    pub below: Option<String>,
    /// Rows.
    pub limit: i64,
}

/// The rows of a page as JSON, newest first: id and row.
pub async fn page(link: &mut Link, wanted: &Wanted) -> Result<Vec<(String, String)>, StoreError> {
    let mut query = Query { sql: "SELECT id, document FROM lessons WHERE 1 = 1".into(), binds: vec![] };
    if let Some(kind) = wanted.kind {
        query.sql.push_str(" AND kind = ");
        query.bind(Value::Text(kind.code().into()));
    }
    if let Some(meeting) = wanted.meeting {
        query.sql.push_str(" AND meeting = ");
        query.bind(Value::Int(meeting.as_i64()));
    }
    if let Some(below) = &wanted.below {
        query.sql.push_str(" AND id < ");
        query.bind(Value::Text(below.clone()));
    }
    query.sql.push_str(" ORDER BY id DESC LIMIT ");
    query.bind(Value::Int(wanted.limit));
    query.rows(link).await
}

/// How many were noted at a meeting.
pub async fn count(link: &mut Link, meeting: MeetingNumber) -> Result<i64, StoreError> {
    let (count,) = one!(link, (i64,), "SELECT COUNT(*) FROM lessons WHERE meeting = $1", meeting.as_i64())?;
    Ok(count)
}

fn read(found: Option<(String,)>) -> Result<Option<Lesson>, StoreError> {
    found.map(|(document,)| Ok(serde_json::from_str(&document)?)).transpose()
}
