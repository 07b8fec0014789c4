//! Health, outside the published API.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};

use super::{App, Failure};
use crate::api::{path, problem::Code};

/// Is the process alive?
#[utoipa::path(get, path = path::LIVE, responses((status = 200, description = "Alive")))]
pub async fn live() -> StatusCode {
    StatusCode::OK
}

/// Can it serve: is it not shutting down, does the store answer, is there room, is the audit log written?
#[utoipa::path(get, path = path::READY, responses((status = 200, description = "Ready"), (status = 503, description = "Not ready")))]
pub async fn ready(State(app): State<App>) -> Result<Response, Failure> {
    if *app.closing.borrow() {
        return Err(Code::Unavailable.into());
    }
    app.service.ready().await?;
    Ok(StatusCode::OK.into_response())
}
