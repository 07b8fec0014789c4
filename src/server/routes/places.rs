//! Organisations and municipalities with their places.

use axum::{extract::State, response::Response};

use super::{App, Failure, reply};
use crate::{
    api::{page::Page, path, place::MunicipalityWithPlaces, problem::Problem},
    domain::organisation::Organisation,
};

/// Every organisation: national bodies, ministries, municipalities.
#[utoipa::path(get, path = path::ORGANISATIONS, tag = "organisations", responses(
    (status = 200, description = "Every organisation, in order of code", body = Page<Organisation>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn organisations(State(app): State<App>) -> Result<Response, Failure> {
    let all = app.service.organisations().await?;
    Ok(reply::page(all.iter().map(String::as_str), None))
}

/// Every municipality with the places in it (GeoNames, CC BY 4.0).
#[utoipa::path(get, path = path::MUNICIPALITIES, tag = "organisations", responses(
    (status = 200, description = "Every municipality, in order of code", body = Page<MunicipalityWithPlaces>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn municipalities(State(app): State<App>) -> Result<Response, Failure> {
    Ok(reply::ready(app.municipalities.to_string()))
}
