//! Time-outs: list, read, propose, and the verbs that wait for a second person.

use axum::{extract::State, http::StatusCode, response::Response};

use super::{
    App, Failure, Known, body, deadlines::read_cursor, path::Id, query::Query, reply, signal_list::limit, time_out_told::told,
};
use crate::{
    api::{
        page::Page,
        path,
        problem::{Code, Problem},
        time_out::{EndTimeOut, ExtendTimeOut, NewTimeOut, OnDay, ResumeTimeOut, TimeOutDetail, TimeOutList},
    },
    domain::{
        check::Finding,
        time_out::{TimeOutProposal, TimeOutSummary, TimeOutVerb},
    },
    server::service::{self, Case, Written, time_out_list::Wanted},
};

type Answer = Result<Response, Failure>;

/// What marks a cursor of this list.
const CURSOR: &str = "time-out";

/// List time-outs in order of their last day.
#[utoipa::path(get, path = path::TIME_OUTS, tag = "time-outs", params(TimeOutList), responses(
    (status = 200, description = "A page of time-outs", body = Page<TimeOutSummary>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn list(State(app): State<App>, Known(caller): Known, Query(list): Query<TimeOutList>) -> Answer {
    let signal = match &list.signal {
        Some(text) => Some(app.service.signal_id(text).await?.unwrap_or_default()),
        None => None,
    };
    let wanted = wanted(&app, &list, signal)?;
    let mut rows = app.service.time_outs(&caller, &wanted).await?;
    let next = reply::next(&mut rows, wanted.limit, |(day, row)| vec![CURSOR.into(), day.clone(), row.id.to_string()]);
    let rows: Vec<String> =
        rows.iter().map(|(_, row)| serde_json::to_string(row)).collect::<Result<_, _>>().map_err(|_| Code::Internal)?;
    Ok(reply::page(rows.iter().map(String::as_str), next))
}

fn wanted(app: &App, list: &TimeOutList, signal: Option<String>) -> Result<Wanted, Failure> {
    let mut findings = vec![];
    let mut see = |field: &str, code: &'static str, value: String| findings.push(Finding::new(field, code, value));
    let limit = limit(list.limit, &mut see);
    let open_on = match list.state.as_deref() {
        None | Some("open") => Some(app.service.today()),
        Some("all") => None,
        Some(_) => {
            see("state", "unknown-value", "open, all".into());
            None
        }
    };
    let after = list.after.as_deref().map(|text| read_cursor(text, CURSOR));
    if after == Some(None) {
        see("after", "wrong-form", String::new());
    }
    if !findings.is_empty() {
        return Err(Failure::input(findings));
    }
    Ok(Wanted { signal, open_on, from: list.from, until: list.until, after: after.flatten(), limit: limit + 1 })
}

/// Propose a time-out; in an emergency one person starts it for one working day. Another confirms it.
#[utoipa::path(post, path = path::TIME_OUTS, tag = "time-outs", request_body = NewTimeOut,
    params(("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 201, description = "Proposed, or started in an emergency", body = TimeOutDetail),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn propose(State(app): State<App>, Known(caller): Known, new: body::Make<NewTimeOut>) -> Answer {
    let NewTimeOut { signal, decision, facts, emergency } = new.body;
    let wanted = service::NewTimeOut { signal, decision, facts, emergency };
    answer(&app, StatusCode::CREATED, &app.service.propose_time_out(&caller, &new.keyed, &wanted).await?)
}

/// Read one time-out with its dates, their explanation, and what may be done. The read is logged before the answer leaves.
#[utoipa::path(get, path = path::TIME_OUT, tag = "time-outs", params(("id" = String, Path, description = "Id")), responses(
    (status = 200, description = "The time-out; its version is the ETag", body = TimeOutDetail),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn read(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Answer {
    let case = app.service.time_out(&caller, &id).await?;
    reply::object(StatusCode::OK, case.time_out.version, &told(&app, &case))
}

/// Propose a later last day. Another confirms it.
#[utoipa::path(post, path = path::TIME_OUT_EXTEND, tag = "time-outs", request_body = ExtendTimeOut,
    params(("id" = String, Path, description = "Id"), ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 201, description = "Proposed", body = TimeOutDetail),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn extend(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<ExtendTimeOut>) -> Answer {
    let ExtendTimeOut { last_day, decided_on, reference, reason } = act.body;
    let proposal = TimeOutProposal::Extend { last_day, decided_on, reference, reason };
    answer(&app, StatusCode::CREATED, &app.service.propose_change(&caller, &act.keyed, &id, act.version, proposal).await?)
}

/// Propose that the decision works again from a day. Another confirms it.
#[utoipa::path(post, path = path::TIME_OUT_RESUME, tag = "time-outs", request_body = ResumeTimeOut,
    params(("id" = String, Path, description = "Id"), ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 201, description = "Proposed", body = TimeOutDetail),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn resume(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<ResumeTimeOut>) -> Answer {
    let proposal = TimeOutProposal::Resume { from: act.body.from, reason: act.body.reason };
    answer(&app, StatusCode::CREATED, &app.service.propose_change(&caller, &act.keyed, &id, act.version, proposal).await?)
}

/// Propose that the time-out ends: solved, or the decision was withdrawn or changed. Another confirms it.
#[utoipa::path(post, path = path::TIME_OUT_END, tag = "time-outs", request_body = EndTimeOut,
    params(("id" = String, Path, description = "Id"), ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 201, description = "Proposed", body = TimeOutDetail),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn end(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<EndTimeOut>) -> Answer {
    let EndTimeOut { from, ending, reason } = act.body;
    let proposal = TimeOutProposal::End { from, ending, reason };
    answer(&app, StatusCode::CREATED, &app.service.propose_change(&caller, &act.keyed, &id, act.version, proposal).await?)
}

/// Note on which day the body was told. No date moves, so one person does it.
#[utoipa::path(post, path = path::TIME_OUT_TELL_BODY, tag = "time-outs", request_body = OnDay,
    params(("id" = String, Path, description = "Id"), ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 200, description = "The time-out as it is now", body = TimeOutDetail),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn tell_body(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<OnDay>) -> Answer {
    let note = (TimeOutVerb::TellBody, act.body.on);
    answer(&app, StatusCode::OK, &app.service.note_body(&caller, &act.keyed, &id, act.version, note).await?)
}

/// Note on which day the body confirmed it. No date moves, so one person does it.
#[utoipa::path(post, path = path::TIME_OUT_BODY_CONFIRMED, tag = "time-outs", request_body = OnDay,
    params(("id" = String, Path, description = "Id"), ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 200, description = "The time-out as it is now", body = TimeOutDetail),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn body_confirmed(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<OnDay>) -> Answer {
    let note = (TimeOutVerb::BodyConfirmed, act.body.on);
    answer(&app, StatusCode::OK, &app.service.note_body(&caller, &act.keyed, &id, act.version, note).await?)
}

fn answer(app: &App, status: StatusCode, written: &Written<Case>) -> Answer {
    reply::object(status, written.item.time_out.version, &told(app, &written.item))
}
