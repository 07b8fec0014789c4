//! Saved views: list, create, change, take away.

use axum::{extract::State, http::StatusCode, response::Response};

use super::{App, Failure, Known, body, patch, path::Id, reply};
use crate::{
    api::{
        page::Page,
        path,
        problem::Problem,
        signal::Created,
        view::{NewView, ViewPatch},
    },
    domain::view::SavedView,
};

type Answer = Result<Response, Failure>;

/// The own views and those the organisation shares.
#[utoipa::path(get, path = path::VIEWS, tag = "views", responses(
    (status = 200, description = "The views, all on one page", body = Page<SavedView>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn list(State(app): State<App>, Known(caller): Known) -> Answer {
    let rows = app.service.views(&caller).await?;
    Ok(reply::page(rows.iter().map(String::as_str), None))
}

/// Save a view.
#[utoipa::path(post, path = path::VIEWS, tag = "views", request_body = NewView,
    params(("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 201, description = "Saved", body = Created<SavedView>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn create(State(app): State<App>, Known(caller): Known, new: body::Make<NewView>) -> Answer {
    let written = app.service.create_view(&caller, &new.keyed, new.body.facts).await?;
    let version = written.item.version;
    reply::object(
        StatusCode::CREATED,
        version,
        &Created { item: written.item, created: written.changed, reply: false, masked: 0 },
    )
}

/// Change a view (JSON merge patch). Needs the version seen. Only who made it may.
#[utoipa::path(patch, path = path::VIEW, tag = "views",
    request_body(content = ViewPatch, content_type = "application/merge-patch+json"),
    params(("id" = String, Path, description = "Id"),
        ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = Option<String>, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 200, description = "The view as it is now", body = SavedView),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn amend(State(app): State<App>, Known(caller): Known, Id(id): Id, amend: body::Amend<ViewPatch>) -> Answer {
    let merge = |facts: &mut _| patch::merge_view(&amend.body, facts);
    let written = app.service.amend_view(&caller, amend.keyed.as_ref(), &id, amend.version, merge).await?;
    reply::object(StatusCode::OK, written.item.version, &written.item)
}

/// Take a view away. Needs the version seen. Only who made it may.
#[utoipa::path(delete, path = path::VIEW, tag = "views",
    params(("id" = String, Path, description = "Id"),
        ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses the key")), responses(
    (status = 200, description = "The view as it was", body = SavedView),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn delete(
    State(app): State<App>,
    Known(caller): Known,
    Id(id): Id,
    body::Seen(version): body::Seen,
    body::Key(keyed): body::Key,
) -> Answer {
    let written = app.service.delete_view(&caller, &keyed, &id, version).await?;
    reply::object(StatusCode::OK, written.item.version, &written.item)
}
