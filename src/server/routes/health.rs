//! Health, outside the published API.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode},
    response::{IntoResponse, Response},
};

use super::{App, Failure};
use crate::api::{path, problem::Code};

/// Is the process alive?
#[utoipa::path(get, path = path::LIVE, responses((status = 200, description = "Alive")))]
pub async fn live() -> StatusCode {
    StatusCode::OK
}

/// Can it serve: is it not shutting down, does the store answer, is its schema not older than this program, is the audit log written, and
/// do the clocks of this machine and of PostgreSQL agree? With a full disk it still reads, and says so in the head `x-loket-store: full`.
#[utoipa::path(get, path = path::READY, responses((status = 200, description = "Ready"), (status = 503, description = "Not ready")))]
pub async fn ready(State(app): State<App>) -> Result<Response, Failure> {
    if *app.closing.borrow() {
        return Err(Code::Unavailable.into());
    }
    let full = app.service.ready().await?;
    let told = full.then(|| (HeaderName::from_static("x-loket-store"), HeaderValue::from_static("full")));
    Ok((StatusCode::OK, HeaderMap::from_iter(told)).into_response())
}
