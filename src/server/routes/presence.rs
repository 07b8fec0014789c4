//! Where a window is. Told to others by the event stream (`events`).

use axum::{extract::State, http::StatusCode};

use super::{App, Failure, Known, body};
use crate::api::{path, presence::NewPresence, problem::Problem};

/// Say where a window is: others at work see who looks at a signal and who edits it, until two minutes after the last sign. A sign of
/// work renews the own claim on that signal, without a new version. The same again is the same: no idempotency key.
#[utoipa::path(put, path = path::PRESENCE, tag = "changes", request_body = NewPresence, responses(
    (status = 204, description = "It is known"),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn is_at(
    State(app): State<App>,
    Known(caller): Known,
    body::Ask(new): body::Ask<NewPresence>,
) -> Result<StatusCode, Failure> {
    app.service.is_at(&caller, new.window, new.object, new.doing).await?;
    Ok(StatusCode::NO_CONTENT)
}
