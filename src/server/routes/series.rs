//! Series of meetings: list, begin, read, change, end.

use axum::{extract::State, http::StatusCode, response::Response};

use super::{
    App, Failure, Known, agenda_told, body,
    described::{IdempotencyKey, IfMatch, Problems},
    patch::merge_series,
    path::Id,
    reply,
};
use crate::{
    api::{
        page::Page,
        path,
        series::{EndSeries, NewSeries, SeriesDetail, SeriesPatch},
    },
    domain::meeting::series::{Series, SeriesFacts},
    locale::Language,
    server::service::{self, SeriesCase, Titles, Written},
};

type Answer = Result<Response, Failure>;

/// Series of meetings, in order of their numbers.
#[utoipa::path(get, path = path::MEETING_SERIES, tag = "meetings", responses(
    (status = 200, description = "The series", body = Page<Series>), Problems))]
pub async fn list(State(app): State<App>, Known(caller): Known) -> Answer {
    let rows = app.service.all_series(&caller).await?;
    Ok(reply::page(rows.iter().map(|(_, row)| row.as_str()), None))
}

/// Begin a series: its first meetings are made at once, the others as their time comes nearer.
#[utoipa::path(post, path = path::MEETING_SERIES, tag = "meetings", request_body = NewSeries, params(IdempotencyKey), responses(
    (status = 201, description = "As it is now, with its coming days", body = SeriesDetail), Problems))]
pub async fn begin(State(app): State<App>, Known(caller): Known, new: body::Make<NewSeries>) -> Answer {
    let wanted = service::NewSeries { facts: new.body.facts };
    let written = app.service.begin_series(&caller, &new.keyed, &wanted, &titles(&app)).await?;
    answer(if written.changed { StatusCode::CREATED } else { StatusCode::OK }, &written)
}

/// Read one series with its coming days. The read is logged before the answer leaves.
#[utoipa::path(get, path = path::ONE_MEETING_SERIES, tag = "meetings",
    params(("id" = String, Path, description = "Id or number")), responses(
    (status = 200, description = "The series; its version is the ETag", body = SeriesDetail), Problems))]
pub async fn read(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Answer {
    let found = app.service.one_series(&caller, &id).await?;
    reply::object(StatusCode::OK, found.series.version, &told(&found))
}

/// Say something else about a series. It counts for the meetings that nobody touched; the others are named.
#[utoipa::path(patch, path = path::ONE_MEETING_SERIES, tag = "meetings", request_body = SeriesPatch,
    params(("id" = String, Path, description = "Id or number"), IfMatch), responses(
    (status = 200, description = "As it is now, with its coming days", body = SeriesDetail), Problems))]
pub async fn amend(State(app): State<App>, Known(caller): Known, Id(id): Id, change: body::Amend<SeriesPatch>) -> Answer {
    let merge = |facts: &mut SeriesFacts| merge_series(&change.body, facts);
    let (seen, said) = ((id.as_str(), change.version), (&merge as &(dyn Fn(&mut SeriesFacts) + Sync), &change.body.reason));
    answer(StatusCode::OK, &app.service.amend_series(&caller, change.keyed.as_ref(), seen, said, &titles(&app)).await?)
}

/// End a series after a day: later meetings that nobody touched are cancelled, the others are named and stay.
#[utoipa::path(post, path = path::MEETING_SERIES_END, tag = "meetings", request_body = EndSeries,
    params(("id" = String, Path, description = "Id or number"), IfMatch, IdempotencyKey), responses(
    (status = 200, description = "As it is now, with its coming days", body = SeriesDetail), Problems))]
pub async fn end(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<EndSeries>) -> Answer {
    let (seen, how) = ((id.as_str(), act.version), (act.body.on, &act.body.reason));
    answer(StatusCode::OK, &app.service.end_series(&caller, &act.keyed, seen, how, &titles(&app)).await?)
}

fn titles(app: &App) -> Titles {
    agenda_told::standing_titles(app.texts(Language::Dutch))
}

fn told(case: &SeriesCase) -> SeriesDetail {
    SeriesDetail { rrule: case.series.facts.rule.to_string(), item: case.series.clone(), days: case.days.clone() }
}

fn answer(status: StatusCode, written: &Written<SeriesCase>) -> Answer {
    reply::object(status, written.item.series.version, &told(&written.item))
}
