//! The register at hand when the server is away: taking it along, and telling what was looked up meanwhile.

use axum::{
    body::Body,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{App, Failure, Known, body, officers::guarded};
use crate::{
    api::{path, problem::Problem},
    domain::at_hand::{LookedUp, SignedHead},
};

/// What of the register the account may use when the server is away: the whole of it for who may hold a copy, else the own organisation
/// and the cards that were opened. First a line with the signed head, then one entry a line.
#[utoipa::path(get, path = path::OFFICERS_AT_HAND, tag = "register", responses(
    (status = 200, description = "The signed head, then the entries", body = SignedHead, content_type = "application/x-ndjson"),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn take_along(State(app): State<App>, Known(caller): Known) -> Result<Response, Failure> {
    let lines = app.service.at_hand(&caller, !guarded(&caller)).await?;
    Ok(([(header::CONTENT_TYPE, "application/x-ndjson")], Body::from(lines)).into_response())
}

/// A look-up while the server was away is written down, once.
#[utoipa::path(post, path = path::OFFICERS_LOOKED_UP, tag = "register", request_body = LookedUp,
    params(("Idempotency-Key" = String, Header, format = "uuid", description = "Made at the look-up")), responses(
    (status = 204, description = "It is written down"),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn looked_up(
    State(app): State<App>,
    Known(caller): Known,
    look_up: body::Make<LookedUp>,
) -> Result<StatusCode, Failure> {
    app.service.looked_up(&caller, &look_up.keyed, &look_up.body).await?;
    Ok(StatusCode::NO_CONTENT)
}
