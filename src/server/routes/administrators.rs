//! Administrators, and their second person.

use axum::{Json, extract::State, http::StatusCode};

use super::{
    App, Failure, Known, body,
    described::{IdempotencyKey, Problems},
    path::Id,
};
use crate::api::{
    administrator::{Administrators, ConfirmAdministrator},
    path,
};

/// Administrators, those that wait to be confirmed first.
#[utoipa::path(get, path = path::ADMINISTRATORS, tag = "session", responses(
    (status = 200, description = "The administrators", body = Administrators), Problems))]
pub async fn list(State(app): State<App>, Known(caller): Known) -> Result<Json<Administrators>, Failure> {
    Ok(Json(Administrators { items: app.service.administrators(&caller).await? }))
}

/// Confirm that another is an administrator: from now on they may act as one. Nobody confirms the own account.
#[utoipa::path(post, path = path::ADMINISTRATOR_CONFIRM, tag = "session", request_body = ConfirmAdministrator,
    params(("id" = String, Path, description = "Id of the account"), IdempotencyKey), responses(
    (status = 204, description = "Confirmed"), Problems))]
pub async fn confirm(
    State(app): State<App>,
    Known(caller): Known,
    Id(id): Id,
    new: body::Make<ConfirmAdministrator>,
) -> Result<StatusCode, Failure> {
    app.service.confirm_administrator(&caller, &new.keyed, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}
