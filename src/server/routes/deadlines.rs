//! The deadline board, page by page.

use axum::{extract::State, response::Response};

use super::{
    App, Failure, Known,
    path::Id,
    query::Query,
    reply::{self, cursor_id, cursor_parts},
    signal_list::{limit, owners, values},
    time_out_told::clock_told,
};
use crate::{
    api::{
        deadline::{DeadlineDetail, DeadlineList},
        page::Page,
        path,
        problem::{Code, Problem},
    },
    domain::{
        check::Finding,
        deadline::{Deadline, DeadlineKind, Lane},
        ids::MunicipalityCode,
    },
    server::{identity::Caller, service::board::Wanted},
};

/// What marks a cursor of this list.
const CURSOR: &str = "deadline";

/// The deadline board: every running clock, in order of the day to go by; no personal data.
#[utoipa::path(get, path = path::DEADLINES, tag = "deadlines", params(DeadlineList), responses(
    (status = 200, description = "A page of the board", body = Page<Deadline>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn list(State(app): State<App>, Known(caller): Known, Query(list): Query<DeadlineList>) -> Result<Response, Failure> {
    let signal = match &list.signal {
        Some(text) => Some(app.service.signal_id(text).await?.unwrap_or_default()),
        None => None,
    };
    let wanted = wanted(&app, &list, &caller, signal)?;
    let mut rows = app.service.deadlines(&caller, &wanted).await?;
    let next = reply::next(&mut rows, wanted.limit, |(day, id, _)| vec![CURSOR.into(), day.clone(), id.clone()]);
    Ok(reply::page(rows.iter().map(|(.., row)| row.as_str()), next))
}

/// Read one row with how its day came to be, what can be done before it and what happens after. The read is logged before the
/// answer leaves.
#[utoipa::path(get, path = path::DEADLINE, tag = "deadlines", params(("id" = String, Path, description = "Id")), responses(
    (status = 200, description = "The row", body = DeadlineDetail),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn read(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Result<Response, Failure> {
    let clock = app.service.deadline(&caller, &id).await?;
    Ok(reply::ready(serde_json::to_string(&clock_told(&app, &clock)).map_err(|_| Code::Internal)?))
}

/// What a list asks for.
pub fn wanted(app: &App, list: &DeadlineList, caller: &Caller, signal: Option<String>) -> Result<Wanted, Failure> {
    let mut findings = vec![];
    let mut see = |field: &str, code: &'static str, value: String| findings.push(Finding::new(field, code, value));
    let lane = list.lane.as_deref().map(|text| (text, Lane::from_code(text)));
    if lane.is_some_and(|(_, lane)| lane.is_none()) {
        see("lane", "unknown-value", String::new());
    }
    let kinds = values(&list.kind, "kind", &mut see, |text| DeadlineKind::from_code(text).map(DeadlineKind::code));
    let bodies = values(&list.body, "body", &mut see, |text| Some(text.replace('\0', "")));
    let municipalities = values(&list.municipality, "municipality", &mut see, |text| {
        text.parse::<MunicipalityCode>().ok().map(|code| code.to_string())
    });
    let owners = owners(&list.owner, caller, &mut see);
    let limit = limit(list.limit, &mut see);
    let after = list.after.as_deref().map(|text| read_cursor(text, CURSOR));
    if after == Some(None) {
        see("after", "wrong-form", String::new());
    }
    if !findings.is_empty() {
        return Err(Failure::input(findings));
    }
    Ok(Wanted {
        lane: lane.and_then(|(_, lane)| lane),
        from: None,
        until: list.until,
        kinds,
        bodies,
        municipalities,
        owners,
        signal,
        after: after.flatten(),
        limit: limit + 1,
        today: app.service.today(),
        now: app.service.now().timestamp_micros(),
    })
}

/// The day and id after which a page starts.
pub fn read_cursor(text: &str, kind: &str) -> Option<(String, String)> {
    let parts = cursor_parts(text)?;
    let [of, day, id] = &parts[..] else { return None };
    let day = day.parse::<chrono::NaiveDate>().ok()?.to_string();
    (of == kind).then_some((day, cursor_id(id)?))
}
