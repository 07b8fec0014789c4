//! Messages about a case: list, write, read, change, throw away, let go, take back.

use axum::{Json, extract::State, http::StatusCode, response::Response};

use super::{
    App, Failure, Known, body,
    described::{IdempotencyKey, IfMatch, Problems},
    patch::merge_message,
    path::Id,
    reply,
};
use crate::{
    api::{
        message::{MessageDetail, MessagePatch, Messages, NewMessage, SendMessage},
        path,
    },
    domain::message::MessageFacts,
    server::service::{Looked, Written},
};

type Answer = Result<Response, Failure>;

/// The messages of a case, newest first. The read is logged before the answer leaves.
#[utoipa::path(get, path = path::SIGNAL_MESSAGES, tag = "messages", params(("id" = String, Path, description = "Id or number")), responses(
    (status = 200, description = "They", body = Messages), Problems))]
pub async fn list(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Result<Json<Messages>, Failure> {
    let items = app.service.messages(&caller, &id).await?;
    Ok(Json(Messages { items, mail_is_sent: app.service.sends_mail() }))
}

/// Write a message about a case: a draft, of which nothing leaves. To who reported it by role alone (`"to": { "role": "reporter" }`): the server
/// fills the address in when it sends.
#[utoipa::path(post, path = path::SIGNAL_MESSAGES, tag = "messages", request_body = NewMessage,
    params(("id" = String, Path, description = "Id or number"), IdempotencyKey), responses(
    (status = 201, description = "The draft", body = MessageDetail), Problems))]
pub async fn write(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<NewMessage>) -> Answer {
    let written = app.service.write_message(&caller, &new.keyed, &id, &new.body.facts).await?;
    answer(&app, StatusCode::CREATED, written)
}

/// Read one message, with what must be looked at before it goes. The read is logged before the answer leaves.
#[utoipa::path(get, path = path::MESSAGE, tag = "messages", params(("id" = String, Path, description = "Id")), responses(
    (status = 200, description = "The message; its version is the ETag", body = MessageDetail), Problems))]
pub async fn read(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Answer {
    let found = app.service.message(&caller, &id).await?;
    reply::object(StatusCode::OK, found.0.version, &told(&app, found))
}

/// Change a draft (JSON merge patch). What was taken back or did not go becomes a draft again by it.
#[utoipa::path(patch, path = path::MESSAGE, tag = "messages",
    request_body(content = MessagePatch, content_type = "application/merge-patch+json"),
    params(("id" = String, Path, description = "Id"), IfMatch), responses(
    (status = 200, description = "As it is now", body = MessageDetail), Problems))]
pub async fn amend(State(app): State<App>, Known(caller): Known, Id(id): Id, change: body::Amend<MessagePatch>) -> Answer {
    let merge = |facts: &mut MessageFacts| merge_message(&change.body, facts);
    let seen = (id.as_str(), change.version);
    answer(&app, StatusCode::OK, app.service.amend_message(&caller, change.keyed.as_ref(), seen, &merge).await?)
}

/// Throw a draft away, with its words. What goes or went is not thrown away.
#[utoipa::path(delete, path = path::MESSAGE, tag = "messages",
    params(("id" = String, Path, description = "Id"), IfMatch, IdempotencyKey), responses(
    (status = 200, description = "What is left of it", body = MessageDetail), Problems))]
pub async fn discard(
    State(app): State<App>,
    Known(caller): Known,
    Id(id): Id,
    body::Seen(version): body::Seen,
    body::Key(keyed): body::Key,
) -> Answer {
    answer(&app, StatusCode::OK, app.service.discard_message(&caller, &keyed, (&id, version)).await?)
}

/// Let a message go: it leaves thirty seconds later by the server's clock, and can be taken back until then. What must be looked at is refused
/// unless `looked` says that somebody did; a server that sends no mail says so (`mail-not-configured`).
#[utoipa::path(post, path = path::MESSAGE_SEND, tag = "messages", request_body = SendMessage,
    params(("id" = String, Path, description = "Id"), IfMatch, IdempotencyKey), responses(
    (status = 200, description = "As it is now", body = MessageDetail), Problems))]
pub async fn send(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<SendMessage>) -> Answer {
    let seen = (id.as_str(), act.version);
    answer(&app, StatusCode::OK, app.service.send_message(&caller, &act.keyed, seen, act.body.looked).await?)
}

/// Take a message back that did not leave yet.
#[utoipa::path(post, path = path::MESSAGE_TAKE_BACK, tag = "messages",
    params(("id" = String, Path, description = "Id"), IfMatch, IdempotencyKey), responses(
    (status = 200, description = "As it is now", body = MessageDetail), Problems))]
pub async fn take_back(
    State(app): State<App>,
    Known(caller): Known,
    Id(id): Id,
    body::Seen(version): body::Seen,
    body::Key(keyed): body::Key,
) -> Answer {
    answer(&app, StatusCode::OK, app.service.take_message_back(&caller, &keyed, (&id, version)).await?)
}

fn told(app: &App, (item, warnings): Looked) -> MessageDetail {
    MessageDetail { item, warnings, mail_is_sent: app.service.sends_mail() }
}

fn answer(app: &App, status: StatusCode, written: Written<Looked>) -> Answer {
    reply::object(status, written.item.0.version, &told(app, written.item))
}
