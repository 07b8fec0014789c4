//! Reveals of what is shielded in a case. The answer leaves only after the row in the audit log is there.

use axum::{extract::State, http::StatusCode, response::Response};

use super::{
    App, Failure, Known, body,
    described::{IdempotencyKey, Problems},
    path::Id,
    reply,
};
use crate::{
    api::{path, problem::Code},
    domain::signal::shield::Reveal,
};

type Answer = Result<Response, Failure>;

/// Show what is shielded in a signal: how to reach the reporter, the sender's own reference, the reference of the household. Each reveal is
/// a row in the audit log and a line in the history of the case; the same key again shows it again, and is one more row.
#[utoipa::path(post, path = path::SIGNAL_REVEALS, tag = "signals",
    params(("id" = String, Path, description = "Id or number: S-2026-00421, S-421, 421"), IdempotencyKey), responses(
    (status = 201, description = "What there is", body = Reveal), Problems))]
pub async fn of_signal(State(app): State<App>, Known(caller): Known, Id(id): Id, body::Key(keyed): body::Key) -> Answer {
    told(&app.service.reveal(&caller, &keyed, &id).await?)
}

/// Show what is shielded in what one sees of a case. Each reveal is a row in the audit log and a line in the history of the case.
#[utoipa::path(post, path = path::CASE_REVEALS, tag = "cases", params(("number" = String, Path, description = "Number"), IdempotencyKey), responses(
    (status = 201, description = "What there is", body = Reveal), Problems))]
pub async fn of_case(State(app): State<App>, Known(caller): Known, Id(number): Id, body::Key(keyed): body::Key) -> Answer {
    told(&app.service.reveal_outside(&caller, &keyed, &number).await?)
}

fn told(reveal: &Reveal) -> Answer {
    let mut response = reply::ready(serde_json::to_string(reveal).map_err(|_| Code::Internal)?);
    *response.status_mut() = StatusCode::CREATED;
    Ok(response)
}
