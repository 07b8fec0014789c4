//! What people who called say of an entry of the register, its history, and who has nobody in it yet.

use axum::{extract::State, http::StatusCode, response::Response};

use super::{
    App, Failure, Known, body,
    officers::{guard, maintains},
    path::Id,
    reply,
};
use crate::{
    api::{officer::NewReport, page::Page, path, problem::Problem},
    domain::{officer::Officer, officer_history::OfficerRevision, organisation::Organisation, verdict::OfficerCall},
    server::service::{StoreError, Written},
};

type Answer = Result<Response, Failure>;

/// Somebody called, and it was right: it is verified today. Who maintains the entry settles by it what was reported.
#[utoipa::path(post, path = path::OFFICER_CONFIRM, tag = "register",
    params(("id" = String, Path, description = "Id"), ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses the key")), responses(
    (status = 200, description = "The entry as it is now", body = Officer),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn confirm(State(app): State<App>, Known(caller): Known, Id(id): Id, seen: body::Seen, key: body::Key) -> Answer {
    guard(&app, &caller, &id).await?;
    answer(&app.service.confirm_officer(&caller, &key.0, maintains(&caller), &id, seen.0).await?)
}

/// Somebody called, and it was not right: it waits for who maintains the entry.
#[utoipa::path(post, path = path::OFFICER_REPORT, tag = "register", request_body = NewReport,
    params(("id" = String, Path, description = "Id"), ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 200, description = "The entry as it is now", body = Officer),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn report(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<NewReport>) -> Answer {
    guard(&app, &caller, &id).await?;
    answer(&app.service.report_officer(&caller, &act.keyed, &id, act.version, act.body.reason).await?)
}

/// Take back what one said of an entry, as long as nothing was changed since.
#[utoipa::path(post, path = path::OFFICER_TAKE_BACK, tag = "register",
    params(("id" = String, Path, description = "Id"), ("If-Match" = String, Header, description = "The ETag of the version it made"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses the key")), responses(
    (status = 200, description = "The entry as it is now", body = Officer),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn take_back(State(app): State<App>, Known(caller): Known, Id(id): Id, seen: body::Seen, key: body::Key) -> Answer {
    guard(&app, &caller, &id).await?;
    answer(&app.service.take_back_verdict(&caller, &key.0, &id, seen.0).await?)
}

/// What happened to an entry, newest first. Who maintains one organisation's entries sees those only.
#[utoipa::path(get, path = path::OFFICER_HISTORY, tag = "register", params(("id" = String, Path, description = "Id")), responses(
    (status = 200, description = "The changes, newest first", body = Page<OfficerRevision>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn history(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Answer {
    all(&app.service.officer_history(&caller, maintains(&caller), &id).await?)
}

/// For which cases an entry was called last, the last first.
#[utoipa::path(get, path = path::OFFICER_CALLS, tag = "register", params(("id" = String, Path, description = "Id")), responses(
    (status = 200, description = "When, and the numbers of the cases", body = Page<OfficerCall>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn calls(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Answer {
    all(&app.service.officer_calls(&caller, &id).await?)
}

/// Organisations of which nobody stands in the register whose mandate and entry still run.
#[utoipa::path(get, path = path::OFFICERS_UNAPPOINTED, tag = "register", responses(
    (status = 200, description = "The organisations, in order of code", body = Page<Organisation>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn unappointed(State(app): State<App>, Known(caller): Known) -> Answer {
    all(&app.service.unappointed(&caller, maintains(&caller)).await?)
}

fn answer(written: &Written<Officer>) -> Answer {
    reply::object(StatusCode::OK, written.item.version, &written.item)
}

fn all<T: serde::Serialize>(items: &[T]) -> Answer {
    let items: Result<Vec<String>, _> = items.iter().map(serde_json::to_string).collect();
    Ok(reply::page(items.map_err(StoreError::from)?.iter().map(String::as_str), None))
}
