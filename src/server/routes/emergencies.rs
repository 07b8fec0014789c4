//! Emergency access: somebody outside opens a case, and a privacy officer of the desk judges it.

use axum::{Json, extract::State, http::StatusCode, response::Response};

use super::{
    App, Failure, Known, body, cases,
    described::{IdempotencyKey, Problems},
    path::Id,
    reply,
};
use crate::{
    api::{
        emergency::{EmergencyAccesses, EmergencyDetail, NewEmergencyAccess, ReviewEmergency},
        path,
    },
    domain::{
        case::Case,
        emergency::{EmergencyAccess, USUAL_MINUTES},
    },
};

type Answer = Result<Response, Failure>;

/// Open a case one has no right to, to read, because waiting would harm somebody. It is told in the case, written in the audit log, and judged.
#[utoipa::path(post, path = path::CASE_EMERGENCY, tag = "cases", request_body = NewEmergencyAccess,
    params(("number" = String, Path, description = "Number"), IdempotencyKey), responses(
    (status = 201, description = "The case, whole", body = Case), Problems))]
pub async fn open(State(app): State<App>, Known(caller): Known, Id(number): Id, new: body::Make<NewEmergencyAccess>) -> Answer {
    let NewEmergencyAccess { reason, minutes } = new.body;
    let wanted = (&reason, minutes.unwrap_or(USUAL_MINUTES));
    cases::shown(StatusCode::CREATED, &app.service.open_in_emergency(&caller, &new.keyed, &number, wanted).await?)
}

/// What waits to be judged, then the newest others. The read is logged before the answer leaves.
#[utoipa::path(get, path = path::EMERGENCY_ACCESSES, tag = "audit", responses(
    (status = 200, description = "Emergency access", body = EmergencyAccesses), Problems))]
pub async fn list(State(app): State<App>, Known(caller): Known) -> Result<Json<EmergencyAccesses>, Failure> {
    let items = app.service.emergencies(&caller).await?;
    Ok(Json(EmergencyAccesses { items: items.into_iter().map(|item| told(&app, item)).collect() }))
}

/// Judge one: it was right, or it was not, and then the case is closed to them at once. Who was first stays.
#[utoipa::path(post, path = path::EMERGENCY_ACCESS_REVIEW, tag = "audit", request_body = ReviewEmergency,
    params(("id" = String, Path, description = "Id"), IdempotencyKey), responses(
    (status = 200, description = "As it is now", body = EmergencyDetail), Problems))]
pub async fn review(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<ReviewEmergency>) -> Answer {
    let ReviewEmergency { verdict, reason } = new.body;
    let written = app.service.review_emergency(&caller, &new.keyed, &id, (verdict, &reason)).await?;
    reply::object(StatusCode::OK, written.item.version, &told(&app, written.item))
}

fn told(app: &App, item: EmergencyAccess) -> EmergencyDetail {
    EmergencyDetail { state: item.state_at(app.service.now()), item }
}
