//! Proposals that wait for a second person: read, confirm, reject, withdraw.

use axum::{extract::State, http::StatusCode, response::Response};

use super::{App, Failure, Known, body, path::Id, reply};
use crate::{
    api::{
        confirmation::{Confirm, Decline},
        path,
        problem::Problem,
    },
    domain::confirmation::Confirmation,
    server::{
        identity::Caller,
        service::{Keyed, Settle},
    },
};

type Answer = Result<Response, Failure>;

/// Read one proposal with exactly what is confirmed. The read is logged before the answer leaves.
#[utoipa::path(get, path = path::CONFIRMATION, tag = "confirmations", params(("id" = String, Path, description = "Id")), responses(
    (status = 200, description = "The proposal; its version is the ETag", body = Confirmation),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn read(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Answer {
    let found = app.service.confirmation(&caller, &id).await?;
    reply::object(StatusCode::OK, found.version, &found)
}

/// Confirm another's proposal: exactly what has this hash, nothing else. Only now does anything move.
#[utoipa::path(post, path = path::CONFIRMATION_CONFIRM, tag = "confirmations", request_body = Confirm,
    params(("id" = String, Path, description = "Id"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 200, description = "The proposal as it is now", body = Confirmation),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn confirm(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<Confirm>) -> Answer {
    settled(&app, &caller, &new.keyed, &id, Settle::Confirm(new.body.hash)).await
}

/// Reject another's proposal.
#[utoipa::path(post, path = path::CONFIRMATION_REJECT, tag = "confirmations", request_body = Decline,
    params(("id" = String, Path, description = "Id"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 200, description = "The proposal as it is now", body = Confirmation),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn reject(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<Decline>) -> Answer {
    settled(&app, &caller, &new.keyed, &id, Settle::Reject(new.body.reason)).await
}

/// Withdraw one's own proposal.
#[utoipa::path(post, path = path::CONFIRMATION_WITHDRAW, tag = "confirmations", request_body = Decline,
    params(("id" = String, Path, description = "Id"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 200, description = "The proposal as it is now", body = Confirmation),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn withdraw(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<Decline>) -> Answer {
    settled(&app, &caller, &new.keyed, &id, Settle::Withdraw(new.body.reason)).await
}

async fn settled(app: &App, caller: &Caller, keyed: &Keyed, id: &str, how: Settle) -> Answer {
    let written = app.service.settle(caller, keyed, id, &how).await?;
    reply::object(StatusCode::OK, written.item.version, &written.item)
}
