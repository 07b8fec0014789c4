//! Cases for people outside the desk. Every answer is something [`Outward`]: nothing else can be answered here. What is not there for
//! who asks is `not-found`, as what does not exist.

use axum::{extract::State, http::StatusCode, response::Response};

use super::{
    App, Failure, Known, body,
    described::{IdempotencyKey, Problems},
    path::Id,
    query::Query,
    reply::{self, cursor_parts},
    signal_list::limit,
};
use crate::{
    api::{
        case::{CaseList, ConfirmInCase, DeclineInCase, NewCase, NewCaseNote, OwnCommitment, OwnPosition, OwnTimeOut},
        page::Page,
        path,
        problem::Code,
    },
    domain::{
        case::{Case, CaseRow, Outward},
        check::Finding,
        commitment::{CommitmentFacts, Due},
        ids::{OrganisationCode, SignalNumber},
        signal::shield::case_without,
    },
    server::{
        identity::Caller,
        service::{Keyed, Settle, Shown, tag_of},
    },
};

type Answer = Result<Response, Failure>;

/// The cases there are for one, newest first: what the own organisation reported and what is shared with it now.
#[utoipa::path(get, path = path::CASES, tag = "cases", params(CaseList), responses(
    (status = 200, description = "A page", body = Page<CaseRow>), Problems))]
pub async fn list(State(app): State<App>, Known(caller): Known, Query(list): Query<CaseList>) -> Answer {
    let (below, limit) = wanted(&list)?;
    let mut rows = app.service.cases(&caller, below, limit).await?;
    let next = reply::next(&mut rows, limit, |row| vec!["cases".into(), row.number.as_i64().to_string()]);
    let rows: Vec<String> = rows.iter().map(text).collect::<Result<_, _>>()?;
    Ok(reply::page(rows.iter().map(String::as_str), next))
}

/// Report a case for the own municipality.
#[utoipa::path(post, path = path::CASES, tag = "cases", request_body = NewCase, params(IdempotencyKey), responses(
    (status = 201, description = "The case", body = Case), Problems))]
pub async fn report(State(app): State<App>, Known(caller): Known, new: body::Make<NewCase>) -> Answer {
    shown(StatusCode::CREATED, &app.service.report_case(&caller, &new.keyed, new.body.facts).await?.case)
}

/// Read one case. The read is logged before the answer leaves. The ETag is of what is shown.
#[utoipa::path(get, path = path::CASE, tag = "cases", params(("number" = String, Path, description = "Number: S-2026-00421, S-421, 421")), responses(
    (status = 200, description = "The case", body = Case), Problems))]
pub async fn read(State(app): State<App>, Known(caller): Known, Id(number): Id) -> Answer {
    shown(StatusCode::OK, &app.service.case_outside(&caller, &number).await?)
}

/// Add a note.
#[utoipa::path(post, path = path::CASE_NOTES, tag = "cases", request_body = NewCaseNote,
    params(("number" = String, Path, description = "Number"), IdempotencyKey), responses(
    (status = 201, description = "The case with the note", body = Case), Problems))]
pub async fn note(State(app): State<App>, Known(caller): Known, Id(number): Id, new: body::Make<NewCaseNote>) -> Answer {
    written(&app.service.note_case(&caller, &new.keyed, &number, new.body.text).await?)
}

/// Say the own position.
#[utoipa::path(put, path = path::CASE_POSITION, tag = "cases", request_body = OwnPosition,
    params(("number" = String, Path, description = "Number"), IdempotencyKey), responses(
    (status = 200, description = "The case as it is now", body = Case), Problems))]
pub async fn position(State(app): State<App>, Known(caller): Known, Id(number): Id, new: body::Make<OwnPosition>) -> Answer {
    let wanted = (&new.body.before, &new.body.position);
    shown(StatusCode::OK, &app.service.position(&caller, &new.keyed, &number, wanted).await?.case)
}

/// Promise something for the own organisation.
#[utoipa::path(post, path = path::CASE_COMMITMENTS, tag = "cases", request_body = OwnCommitment,
    params(("number" = String, Path, description = "Number"), IdempotencyKey), responses(
    (status = 201, description = "The case with the commitment", body = Case), Problems))]
pub async fn promise(State(app): State<App>, Known(caller): Known, Id(number): Id, new: body::Make<OwnCommitment>) -> Answer {
    let OwnCommitment { text, person, to, due_on } = new.body;
    // The service puts the organisation of who asks in.
    let organisation = OrganisationCode(String::new());
    let (due, evidence) = (Due::on(due_on), Default::default());
    let facts = CommitmentFacts { text, organisation, person, to, source: None, due, evidence };
    written(&app.service.promise(&caller, &new.keyed, &number, facts).await?)
}

/// Propose a time-out of the own municipality. Another person of it, or of the desk, confirms it.
#[utoipa::path(post, path = path::CASE_TIME_OUTS, tag = "cases", request_body = OwnTimeOut,
    params(("number" = String, Path, description = "Number"), IdempotencyKey), responses(
    (status = 201, description = "The case with the proposal", body = Case), Problems))]
pub async fn propose(State(app): State<App>, Known(caller): Known, Id(number): Id, new: body::Make<OwnTimeOut>) -> Answer {
    let wanted = (new.body.decision, new.body.facts);
    written(&app.service.propose_from_outside(&caller, &new.keyed, &number, wanted).await?)
}

/// Confirm another's proposal about a time-out of the own municipality: exactly what has this hash.
#[utoipa::path(post, path = path::CASE_CONFIRM, tag = "cases", request_body = ConfirmInCase,
    params(("number" = String, Path, description = "Number"), IdempotencyKey), responses(
    (status = 200, description = "The case as it is now", body = Case), Problems))]
pub async fn confirm(State(app): State<App>, Known(caller): Known, Id(number): Id, new: body::Make<ConfirmInCase>) -> Answer {
    let wanted = (new.body.confirmation, &Settle::Confirm(new.body.hash));
    shown(StatusCode::OK, &app.service.settle_from_outside(&caller, &new.keyed, &number, wanted).await?.case)
}

/// Reject another's proposal about a time-out of the own municipality.
#[utoipa::path(post, path = path::CASE_REJECT, tag = "cases", request_body = DeclineInCase,
    params(("number" = String, Path, description = "Number"), IdempotencyKey), responses(
    (status = 200, description = "The case as it is now", body = Case), Problems))]
pub async fn reject(State(app): State<App>, Known(caller): Known, Id(number): Id, new: body::Make<DeclineInCase>) -> Answer {
    declined(&app, &caller, &new.keyed, &number, (new.body.confirmation, &Settle::Reject(new.body.reason))).await
}

/// Withdraw one's own proposal.
#[utoipa::path(post, path = path::CASE_WITHDRAW, tag = "cases", request_body = DeclineInCase,
    params(("number" = String, Path, description = "Number"), IdempotencyKey), responses(
    (status = 200, description = "The case as it is now", body = Case), Problems))]
pub async fn withdraw(State(app): State<App>, Known(caller): Known, Id(number): Id, new: body::Make<DeclineInCase>) -> Answer {
    declined(&app, &caller, &new.keyed, &number, (new.body.confirmation, &Settle::Withdraw(new.body.reason))).await
}

async fn declined(
    app: &App,
    caller: &Caller,
    keyed: &Keyed,
    number: &str,
    wanted: (crate::domain::ids::ConfirmationId, &Settle),
) -> Answer {
    shown(StatusCode::OK, &app.service.settle_from_outside(caller, keyed, number, wanted).await?.case)
}

fn wanted(list: &CaseList) -> Result<(Option<SignalNumber>, i64), Failure> {
    let mut findings = vec![];
    let mut see = |field: &str, code: &'static str, value: String| findings.push(Finding::new(field, code, value));
    let limit = limit(list.limit, &mut see);
    let below = list.after.as_deref().map(read_cursor);
    if below == Some(None) {
        see("after", "wrong-form", String::new());
    }
    if !findings.is_empty() {
        return Err(Failure::input(findings));
    }
    Ok((below.flatten(), limit + 1))
}

fn read_cursor(text: &str) -> Option<SignalNumber> {
    match &cursor_parts(text)?[..] {
        [list, number] if list == "cases" => number.parse().ok().map(SignalNumber::from_i64),
        _ => None,
    }
}

fn text(item: &impl Outward) -> Result<String, Failure> {
    serde_json::to_string(item).map_err(|_| Code::Internal.into())
}

fn written(shown_now: &Shown) -> Answer {
    shown(if shown_now.changed { StatusCode::CREATED } else { StatusCode::OK }, &shown_now.case)
}

/// The one way in which a case leaves: without what is shielded.
pub(super) fn shown(status: StatusCode, case: &Case) -> Answer {
    let body = case_without(case).map_err(|_| Code::Internal)?.to_string();
    Ok(reply::tagged(status, &tag_of(&body), body))
}
