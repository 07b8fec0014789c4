//! Who the token is.

use axum::{Json, extract::State};

use super::{App, Failure, Known};
use crate::{
    api::{path, problem::Problem, session::Me},
    domain::zone,
    server::policy::{self, Permission},
};

/// Who the token is, what it may do, and the server's clock.
#[utoipa::path(get, path = path::ME, tag = "session", responses(
    (status = 200, description = "The account behind the token", body = Me),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn me(State(app): State<App>, Known(caller): Known) -> Result<Json<Me>, Failure> {
    let now = app.service.now();
    Ok(Json(Me {
        account: caller.account,
        name: caller.name.clone(),
        role: caller.role,
        organisation: caller.organisation.clone(),
        permissions: policy::permissions(caller.role).iter().map(|permission| permission.code().to_owned()).collect(),
        now,
        today: zone::date_of(now),
        demo: app.service.demo,
        at_hand: match policy::allows(caller.role, Permission::RegisterSearch) {
            true => app.service.at_hand_offer(policy::allows(caller.role, Permission::RegisterReplicate)).await?,
            false => None,
        },
    }))
}
