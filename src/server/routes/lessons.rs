//! Lessons: list, note, read, change.

use axum::{extract::State, http::StatusCode, response::Response};

use super::{
    App, Failure, Known, body,
    patch::merge_lesson,
    path::Id,
    query::Query,
    reply::{self, cursor_id, cursor_parts},
    signal_list::limit,
};
use crate::{
    api::{
        lesson::{LessonList, LessonPatch, NewLesson},
        page::Page,
        path,
        problem::Problem,
    },
    domain::{
        check::Finding,
        lesson::{Lesson, LessonFacts},
        meeting::MeetingNumber,
    },
    server::service::{self, Written, lesson_list::Wanted},
};

type Answer = Result<Response, Failure>;

/// Lessons, newest first.
#[utoipa::path(get, path = path::LESSONS, tag = "lessons", params(LessonList), responses(
    (status = 200, description = "A page", body = Page<Lesson>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn list(State(app): State<App>, Known(caller): Known, Query(list): Query<LessonList>) -> Answer {
    let wanted = wanted(&list)?;
    let mut rows = app.service.lessons(&caller, &wanted).await?;
    let next = reply::next(&mut rows, wanted.limit, |(id, _)| vec!["lessons".into(), id.clone()]);
    Ok(reply::page(rows.iter().map(|(_, row)| row.as_str()), next))
}

/// Note a lesson about a case or at an item of an agenda. What certainly is of a person is refused; what only looks like it, unless
/// somebody looked.
#[utoipa::path(post, path = path::LESSONS, tag = "lessons", request_body = NewLesson,
    params(("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 201, description = "As it is now", body = Lesson),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn note(State(app): State<App>, Known(caller): Known, new: body::Make<NewLesson>) -> Answer {
    let NewLesson { signal, item, facts, looked } = new.body;
    let wanted = service::NewLesson { signal, item, facts, looked };
    let written = app.service.note_lesson(&caller, &new.keyed, &wanted).await?;
    answer(if written.changed { StatusCode::CREATED } else { StatusCode::OK }, &written)
}

/// Read one lesson. The read is logged before the answer leaves.
#[utoipa::path(get, path = path::LESSON, tag = "lessons",
    params(("id" = String, Path, description = "Id")), responses(
    (status = 200, description = "The lesson; its version is the ETag", body = Lesson),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn read(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Answer {
    let found = app.service.lesson(&caller, &id).await?;
    reply::object(StatusCode::OK, found.version, &found)
}

/// Say something else in the version of a lesson that was seen.
#[utoipa::path(patch, path = path::LESSON, tag = "lessons", request_body = LessonPatch,
    params(("id" = String, Path, description = "Id"), ("If-Match" = String, Header, description = "The ETag of the version that was seen")), responses(
    (status = 200, description = "As it is now", body = Lesson),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn amend(State(app): State<App>, Known(caller): Known, Id(id): Id, change: body::Amend<LessonPatch>) -> Answer {
    let merge = |facts: &mut LessonFacts| merge_lesson(&change.body, facts);
    let seen = (change.version, change.body.looked);
    answer(StatusCode::OK, &app.service.amend_lesson(&caller, change.keyed.as_ref(), &id, seen, &merge).await?)
}

fn wanted(list: &LessonList) -> Result<Wanted, Failure> {
    let mut findings = vec![];
    let mut see = |field: &str, code: &'static str, value: String| findings.push(Finding::new(field, code, value));
    let limit = limit(list.limit, &mut see);
    let meeting = list.meeting.as_deref().map(MeetingNumber::parse);
    if meeting == Some(None) {
        see("meeting", "wrong-form", "LET-48".into());
    }
    let below = list.after.as_deref().map(read_cursor);
    if below == Some(None) {
        see("after", "wrong-form", String::new());
    }
    if !findings.is_empty() {
        return Err(Failure::input(findings));
    }
    Ok(Wanted { kind: list.kind, meeting: meeting.flatten(), below: below.flatten(), limit: limit + 1 })
}

fn read_cursor(text: &str) -> Option<String> {
    match &cursor_parts(text)?[..] {
        [list, id] if list == "lessons" => cursor_id(id),
        _ => None,
    }
}

fn answer(status: StatusCode, written: &Written<Lesson>) -> Answer {
    reply::object(status, written.item.version, &written.item)
}
