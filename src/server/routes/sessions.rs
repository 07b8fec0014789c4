//! How one signs in, and the sessions of who did.

use axum::{Json, extract::State, http::StatusCode};

use super::{App, Failure, Known, described::Problems, path::Id};
use crate::{
    api::{
        page::Page,
        path,
        session::{SignIn, SignInAt},
    },
    domain::session::Session,
};

/// How a person signs in: at which provider, with which client. Without a provider only tokens of this server count.
#[utoipa::path(get, path = path::SIGN_IN, tag = "session", security(()), responses(
    (status = 200, description = "How", body = SignIn), Problems))]
pub async fn sign_in(State(app): State<App>) -> Json<SignIn> {
    Json(SignIn {
        provider: app.service.provider().map(|provider| SignInAt {
            issuer: provider.issuer.clone(),
            audience: provider.audience.clone(),
            device_client: provider.device_client.clone(),
            browser_client: provider.browser_client.clone(),
            scopes: provider.scopes.clone(),
        }),
        local: app.service.has_local_accounts(),
    })
}

/// Sign out: the access tokens of this session count no more. A token of the server's own has no session, and stays.
#[utoipa::path(delete, path = path::SESSION_CURRENT, tag = "session", responses(
    (status = 204, description = "Signed out"), Problems))]
pub async fn sign_out(State(app): State<App>, Known(caller): Known) -> Result<StatusCode, Failure> {
    app.service.sign_out(&caller).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Sessions, seen last first; a thousand at most.
#[utoipa::path(get, path = path::SESSIONS, tag = "session", responses(
    (status = 200, description = "The sessions", body = Page<Session>), Problems))]
pub async fn list(State(app): State<App>, Known(caller): Known) -> Result<Json<Page<Session>>, Failure> {
    let items = app.service.sessions(&caller).await?;
    Ok(Json(Page { items, next: None }))
}

/// End every session of whoever this one is of: within 15 seconds none of their tokens counts anywhere, their event streams end, and they
/// have to sign in anew.
#[utoipa::path(delete, path = path::SESSION, tag = "session", params(("id" = String, Path, description = "Id")), responses(
    (status = 204, description = "Ended"), Problems))]
pub async fn end(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Result<StatusCode, Failure> {
    app.service.end_session(&caller, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}
