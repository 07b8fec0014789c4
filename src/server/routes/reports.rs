//! What an intake form may do: hand in a report. It is answered with a number, never with what became of it.

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};

use super::{
    App, Failure, Known, body,
    described::{IdempotencyKey, Problems},
};
use crate::api::{
    path,
    report::{Acknowledgement, HandedIn},
};

/// Hand in a report, as an intake form does. A retry with the same key changes nothing and gets the same number; so a form takes its
/// key from its own reference. At most sixty reports in ten minutes for one token.
#[utoipa::path(post, path = path::REPORTS, tag = "reports", request_body = HandedIn, params(IdempotencyKey), responses(
    (status = 201, description = "The number", body = Acknowledgement), Problems))]
pub async fn hand_in(State(app): State<App>, Known(caller): Known, new: body::Make<HandedIn>) -> Result<Response, Failure> {
    let HandedIn { municipality, facts } = new.body;
    let written = app.service.hand_in(&caller, &new.keyed, facts.of(municipality)).await?;
    let (number, received_at) = (written.item.number, written.item.received_at);
    Ok((StatusCode::CREATED, Json(Acknowledgement { number, received_at, masked: written.masked })).into_response())
}
