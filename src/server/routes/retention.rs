//! Closed cases whose term has passed: the list, destructions and their second person, and which data there are on a case.

use axum::{Json, extract::State, http::StatusCode, response::Response};

use super::{
    App, Failure, Known, body,
    described::{IdempotencyKey, Problems},
    path::Id,
    reply,
};
use crate::{
    api::{
        confirmation::{Confirm, Decline},
        path,
        retention::{
            DestroyableCase, DestructionDetail, DestructionList, Destructions, HoldingSearch, Holdings, NewDestruction,
            RetentionYears,
        },
    },
    domain::{destruction::Destruction, retention::RetentionRule, zone},
    server::{
        identity::Caller,
        service::{Keyed, Settle, Written},
    },
};

type Answer = Result<Response, Failure>;

/// Closed cases whose term has passed and that nothing keeps: number, how it ended, when, since when. No text of a case.
#[utoipa::path(get, path = path::DESTRUCTION_LIST, tag = "retention", responses(
    (status = 200, description = "The list", body = DestructionList), Problems))]
pub async fn list(State(app): State<App>, Known(caller): Known) -> Result<Json<DestructionList>, Failure> {
    let (day, items, more) = app.service.destruction_list(&caller).await?;
    let schedule = app.service.schedule();
    let years = |rule: &RetentionRule| RetentionYears { rule: *rule, years: schedule.years(*rule) };
    Ok(Json(DestructionList {
        day,
        items: items.into_iter().map(|(_, number, term)| DestroyableCase { number, term }).collect(),
        more,
        schedule: RetentionRule::ALL.iter().map(years).collect(),
        backup_days: schedule.backup_days,
    }))
}

/// Destructions, newest first.
#[utoipa::path(get, path = path::DESTRUCTIONS, tag = "retention", responses(
    (status = 200, description = "The destructions", body = Destructions), Problems))]
pub async fn all(State(app): State<App>, Known(caller): Known) -> Result<Json<Destructions>, Failure> {
    let items = app.service.destructions(&caller).await?;
    Ok(Json(Destructions { items: items.into_iter().map(|item| told(&app, item)).collect() }))
}

/// Propose to destroy cases that are on the list. Nothing is erased until another person approves exactly this.
#[utoipa::path(post, path = path::DESTRUCTIONS, tag = "retention", request_body = NewDestruction, params(IdempotencyKey), responses(
    (status = 201, description = "Proposed", body = DestructionDetail), Problems))]
pub async fn propose(State(app): State<App>, Known(caller): Known, new: body::Make<NewDestruction>) -> Answer {
    let NewDestruction { numbers, reason } = new.body;
    let written = app.service.propose_destruction(&caller, &new.keyed, (numbers, reason)).await?;
    answer(&app, StatusCode::CREATED, written)
}

/// One destruction, with what became of each case.
#[utoipa::path(get, path = path::DESTRUCTION, tag = "retention", params(("id" = String, Path, description = "Id")), responses(
    (status = 200, description = "The destruction; its version is the ETag", body = DestructionDetail), Problems))]
pub async fn read(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Answer {
    let found = app.service.destruction(&caller, &id).await?;
    reply::object(StatusCode::OK, found.version, &told(&app, found))
}

/// Approve another's destruction: exactly what has this hash. Its cases are erased, for good.
#[utoipa::path(post, path = path::DESTRUCTION_CONFIRM, tag = "retention", request_body = Confirm,
    params(("id" = String, Path, description = "Id"), IdempotencyKey), responses(
    (status = 200, description = "The destruction as it is now", body = DestructionDetail), Problems))]
pub async fn confirm(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<Confirm>) -> Answer {
    settled(&app, &caller, &new.keyed, &id, Settle::Confirm(new.body.hash)).await
}

/// Reject another's destruction.
#[utoipa::path(post, path = path::DESTRUCTION_REJECT, tag = "retention", request_body = Decline,
    params(("id" = String, Path, description = "Id"), IdempotencyKey), responses(
    (status = 200, description = "The destruction as it is now", body = DestructionDetail), Problems))]
pub async fn reject(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<Decline>) -> Answer {
    settled(&app, &caller, &new.keyed, &id, Settle::Reject(new.body.reason)).await
}

/// Withdraw one's own destruction.
#[utoipa::path(post, path = path::DESTRUCTION_WITHDRAW, tag = "retention", request_body = Decline,
    params(("id" = String, Path, description = "Id"), IdempotencyKey), responses(
    (status = 200, description = "The destruction as it is now", body = DestructionDetail), Problems))]
pub async fn withdraw(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<Decline>) -> Answer {
    settled(&app, &caller, &new.keyed, &id, Settle::Withdraw(new.body.reason)).await
}

/// Which data there are on a case, kind by kind: how much, on what basis, how long. Never what stands in them.
#[utoipa::path(post, path = path::HOLDINGS_SEARCH, tag = "retention", request_body = HoldingSearch, responses(
    (status = 200, description = "Case by case; none: nothing is held", body = Holdings), Problems))]
pub async fn holdings(
    State(app): State<App>,
    Known(caller): Known,
    body::Ask(search): body::Ask<HoldingSearch>,
) -> Result<Json<Holdings>, Failure> {
    Ok(Json(Holdings { cases: app.service.holdings(&caller, search.reference.raw()).await? }))
}

async fn settled(app: &App, caller: &Caller, keyed: &Keyed, id: &str, how: Settle) -> Answer {
    let written = app.service.settle_destruction(caller, keyed, id, &how).await?;
    answer(app, StatusCode::OK, written)
}

fn told(app: &App, item: Destruction) -> DestructionDetail {
    let last = item.cases.iter().filter_map(|case| case.erased_at).max();
    DestructionDetail { backups_until: last.and_then(|at| app.service.backups_until(zone::date_of(at))), item }
}

fn answer(app: &App, status: StatusCode, written: Written<Destruction>) -> Answer {
    reply::object(status, written.item.version, &told(app, written.item))
}
