//! Exports of whole cases: propose, list, read, settle, and the cases themselves.

use std::convert::Infallible;

use axum::{
    Json,
    body::Body,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt, stream};

use super::{
    App, Failure, Known, body,
    described::{IdempotencyKey, Problems},
    gate::{Presented, while_it_counts},
    path::Id,
    reply,
};
use crate::{
    api::{
        case_export::{ExportDetail, Exports, NewExport},
        confirmation::{Confirm, Decline},
        path,
    },
    domain::case_export::{CaseExport, ExportedCase},
    locale::Language,
    server::{
        identity::Caller,
        service::{Keyed, Settle, Written},
    },
};

type Answer = Result<Response, Failure>;

/// Exports, newest first: numbers, purpose, for whom. No text of a case.
#[utoipa::path(get, path = path::EXPORTS, tag = "exports", responses(
    (status = 200, description = "The exports", body = Exports), Problems))]
pub async fn list(State(app): State<App>, Known(caller): Known) -> Result<Json<Exports>, Failure> {
    let items = app.service.exports(&caller).await?;
    Ok(Json(Exports { items: items.into_iter().map(|item| told(&app, item)).collect() }))
}

/// Propose that whole cases leave in a file. Nothing leaves until another person confirms exactly this.
#[utoipa::path(post, path = path::EXPORTS, tag = "exports", request_body = NewExport, params(IdempotencyKey), responses(
    (status = 201, description = "Proposed", body = ExportDetail), Problems))]
pub async fn propose(State(app): State<App>, Known(caller): Known, new: body::Make<NewExport>) -> Answer {
    let NewExport { facts, selection } = new.body;
    let written = app.service.propose_export(&caller, &new.keyed, (facts, selection)).await?;
    answer(&app, StatusCode::CREATED, written)
}

/// One export.
#[utoipa::path(get, path = path::EXPORT, tag = "exports", params(("id" = String, Path, description = "Id")), responses(
    (status = 200, description = "The export; its version is the ETag", body = ExportDetail), Problems))]
pub async fn read(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Answer {
    let found = app.service.export(&caller, &id).await?;
    reply::object(StatusCode::OK, found.version, &told(&app, found))
}

/// Confirm another's export: exactly what has this hash. Who proposed it may fetch it for a day.
#[utoipa::path(post, path = path::EXPORT_CONFIRM, tag = "exports", request_body = Confirm,
    params(("id" = String, Path, description = "Id"), IdempotencyKey), responses(
    (status = 200, description = "The export as it is now", body = ExportDetail), Problems))]
pub async fn confirm(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<Confirm>) -> Answer {
    settled(&app, &caller, &new.keyed, &id, Settle::Confirm(new.body.hash)).await
}

/// Reject another's export.
#[utoipa::path(post, path = path::EXPORT_REJECT, tag = "exports", request_body = Decline,
    params(("id" = String, Path, description = "Id"), IdempotencyKey), responses(
    (status = 200, description = "The export as it is now", body = ExportDetail), Problems))]
pub async fn reject(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<Decline>) -> Answer {
    settled(&app, &caller, &new.keyed, &id, Settle::Reject(new.body.reason)).await
}

/// Withdraw one's own export.
#[utoipa::path(post, path = path::EXPORT_WITHDRAW, tag = "exports", request_body = Decline,
    params(("id" = String, Path, description = "Id"), IdempotencyKey), responses(
    (status = 200, description = "The export as it is now", body = ExportDetail), Problems))]
pub async fn withdraw(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<Decline>) -> Answer {
    settled(&app, &caller, &new.keyed, &id, Settle::Withdraw(new.body.reason)).await
}

/// The cases, a line of JSON each, between a line that says what they are and why (`ExportHeader`) and a last one that seals them
/// (`ExportEnd`). A reply that ends without it was cut off. That it was fetched, and of which cases, is logged before the first byte.
#[utoipa::path(get, path = path::EXPORT_CONTENT, tag = "exports", params(("id" = String, Path, description = "Id")), responses(
    (status = 200, description = "Lines", body = ExportedCase, content_type = "application/x-ndjson"), Problems))]
pub async fn content(State(app): State<App>, Known(caller): Known, presented: Presented, Id(id): Id) -> Answer {
    // The file is read by others than who fetches it: in the language of the desk.
    let holds = app.texts(Language::Dutch).get("export-file-holds");
    let outgoing = app.service.fetch_export(&caller, &id, holds).await?;
    let lines = stream::unfold(outgoing, |mut outgoing| async move {
        match outgoing.next().await {
            Ok(line) => line.map(|line| (Ok::<_, Infallible>(line), outgoing)),
            Err(error) => {
                tracing::error!(%error, "an export broke off");
                None
            }
        }
    });
    let lines = while_it_counts(lines, async move || presented.still_counts(&app, &caller).await);
    Ok(([(header::CONTENT_TYPE, "application/x-ndjson")], Body::from_stream(lines.fuse())).into_response())
}

async fn settled(app: &App, caller: &Caller, keyed: &Keyed, id: &str, how: Settle) -> Answer {
    let written = app.service.settle_export(caller, keyed, id, &how).await?;
    answer(app, StatusCode::OK, written)
}

fn told(app: &App, item: CaseExport) -> ExportDetail {
    ExportDetail { open_until: item.open_until(), fetches_left: item.fetches_left(app.service.now()), item }
}

fn answer(app: &App, status: StatusCode, written: Written<CaseExport>) -> Answer {
    reply::object(status, written.item.version, &told(app, written.item))
}
