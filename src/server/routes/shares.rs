//! Sharing a case: list, share, end.

use axum::{Json, extract::State, http::StatusCode, response::Response};

use super::{
    App, Failure, Known, body,
    described::{IdempotencyKey, Problems},
    path::Id,
    reply,
};
use crate::{
    api::{
        path,
        share::{EndShare, NewShare, ShareDetail, Shares},
    },
    domain::share::Share,
    server::service::Written,
};

type Answer = Result<Response, Failure>;

/// With whom a case is and was shared, newest first, and who reported it. The read is logged before the answer leaves.
#[utoipa::path(get, path = path::SIGNAL_SHARES, tag = "shares", params(("id" = String, Path, description = "Id or number")), responses(
    (status = 200, description = "The shares", body = Shares), Problems))]
pub async fn list(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Result<Json<Shares>, Failure> {
    let (reported_by, items) = app.service.shares(&caller, &id).await?;
    Ok(Json(Shares { reported_by, items: items.into_iter().map(|item| told(&app, item)).collect() }))
}

/// Share parts of a case with an organisation, on a ground, for a purpose, up to and including a day.
#[utoipa::path(post, path = path::SIGNAL_SHARES, tag = "shares", request_body = NewShare,
    params(("id" = String, Path, description = "Id or number"), IdempotencyKey), responses(
    (status = 201, description = "Shared", body = ShareDetail), Problems))]
pub async fn share(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<NewShare>) -> Answer {
    let written = app.service.share(&caller, &new.keyed, &id, &new.body.facts).await?;
    answer(&app, StatusCode::CREATED, written)
}

/// End it before its last day. From then on the recipient sees nothing of it.
#[utoipa::path(post, path = path::SHARE_END, tag = "shares", request_body = EndShare,
    params(("id" = String, Path, description = "Id"), IdempotencyKey), responses(
    (status = 200, description = "Ended", body = ShareDetail), Problems))]
pub async fn end(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<EndShare>) -> Answer {
    let written = app.service.end_share(&caller, &new.keyed, &id, &new.body.reason).await?;
    answer(&app, StatusCode::OK, written)
}

fn told(app: &App, item: Share) -> ShareDetail {
    ShareDetail { state: item.state_on(app.service.today()), item }
}

fn answer(app: &App, status: StatusCode, written: Written<Share>) -> Answer {
    reply::object(status, written.item.version, &told(app, written.item))
}
