//! Meetings of the LET: list, make, read, change, fix, hold, propose to send; whole agendas and their fixed versions.

use axum::{extract::State, http::StatusCode, response::Response};

use super::{
    App, Failure, Known, agenda_told, body,
    described::{IdempotencyKey, IfMatch, Problems},
    patch::merge_meeting,
    path::Id,
    query::Query,
    reply::{self, cursor_id, cursor_parts},
    signal_list::limit,
};
use crate::{
    api::{
        cancellation::{CancelMeeting, ReinstateMeeting},
        meeting::{
            AgendaDetail, EditionDetail, FixAgenda, HoldMeeting, MeetingDetail, MeetingList, MeetingPatch, NewMeeting,
            PublishMeeting,
        },
        page::Page,
        path,
    },
    domain::{
        Date, Instant,
        check::Finding,
        imported::Imported,
        meeting::{MeetingFacts, MeetingNumber, MeetingSummary, StandingItem, import},
        zone,
    },
    server::service::{self, MeetingCase, Written, meeting_list::Wanted},
};

type Answer = Result<Response, Failure>;

/// Meetings, in order of time.
#[utoipa::path(get, path = path::MEETINGS, tag = "meetings",
    params(MeetingList), responses(
    (status = 200, description = "A page", body = Page<MeetingSummary>), Problems))]
pub async fn list(State(app): State<App>, Known(caller): Known, Query(list): Query<MeetingList>) -> Answer {
    let wanted = wanted(&list)?;
    let mut rows = app.service.meetings(&caller, &wanted).await?;
    let next = reply::next(&mut rows, wanted.limit, |(at, id, _)| vec!["meetings".into(), at.to_string(), id.clone()]);
    Ok(reply::page(rows.iter().map(|(_, _, row)| row.as_str()), next))
}

/// Make a meeting, with its standing items.
#[utoipa::path(post, path = path::MEETINGS, tag = "meetings", request_body = NewMeeting,
    params(IdempotencyKey), responses(
    (status = 201, description = "As it is now", body = MeetingDetail),
    (status = 200, description = "Taken from the same event of a calendar before: as it is now", body = MeetingDetail), Problems))]
pub async fn create(State(app): State<App>, Known(caller): Known, new: body::Make<NewMeeting>) -> Answer {
    let number = new.body.number.as_deref().map(|text| number(text, "/number")).transpose()?;
    let standing = StandingItem::ALL.iter().map(|standing| (*standing, agenda_told::standing(&app, *standing)));
    let wanted = service::NewMeeting {
        number,
        far_number: new.body.far_number,
        facts: new.body.facts,
        standing: standing.collect(),
        from: new.body.imported_from,
        stamp: new.body.stamp.unwrap_or_default(),
    };
    let written = app.service.create_meeting(&caller, &new.keyed, &wanted).await?;
    let outcome =
        wanted.from.is_some().then(|| import::outcome(&written.item.meeting, (&wanted.facts, wanted.stamp), written.changed));
    let made = written.changed && outcome.is_none_or(|outcome| outcome == Imported::Created);
    let told = MeetingDetail { imported: outcome, ..agenda_told::meeting(&written.item) };
    reply::object(if made { StatusCode::CREATED } else { StatusCode::OK }, written.item.meeting.version, &told)
}

/// Read one meeting. The read is logged before the answer leaves.
#[utoipa::path(get, path = path::MEETING, tag = "meetings",
    params(("id" = String, Path, description = "Id or number")), responses(
    (status = 200, description = "The meeting; its version is the ETag", body = MeetingDetail), Problems))]
pub async fn read(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Answer {
    let found = app.service.meeting(&caller, &id).await?;
    reply::object(StatusCode::OK, found.meeting.version, &agenda_told::meeting(&found))
}

/// Say something else about a meeting. Allowed until it was held.
#[utoipa::path(patch, path = path::MEETING, tag = "meetings", request_body = MeetingPatch,
    params(("id" = String, Path, description = "Id or number"), IfMatch), responses(
    (status = 200, description = "As it is now", body = MeetingDetail), Problems))]
pub async fn amend(State(app): State<App>, Known(caller): Known, Id(id): Id, change: body::Amend<MeetingPatch>) -> Answer {
    let merge = |facts: &mut MeetingFacts| merge_meeting(&change.body, facts);
    answer(StatusCode::OK, &app.service.amend_meeting(&caller, change.keyed.as_ref(), &id, change.version, &merge).await?)
}

/// Read a whole agenda: times, what is missing, who cannot be there. The read is logged before the answer leaves.
#[utoipa::path(get, path = path::MEETING_ITEMS, tag = "meetings",
    params(("id" = String, Path, description = "Id or number")), responses(
    (status = 200, description = "The agenda", body = AgendaDetail), Problems))]
pub async fn agenda(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Answer {
    let found = app.service.agenda(&caller, &id).await?;
    reply::object(StatusCode::OK, found.agenda.meeting.version, &agenda_told::agenda(found))
}

/// Fix the agenda exactly as it was seen, as a new version that never changes.
#[utoipa::path(post, path = path::MEETING_FIX, tag = "meetings", request_body = FixAgenda,
    params(("id" = String, Path, description = "Id or number"), IfMatch, IdempotencyKey), responses(
    (status = 200, description = "As it is now", body = MeetingDetail), Problems))]
pub async fn fix(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<FixAgenda>) -> Answer {
    let seen = (act.body.agenda_version, act.body.reason);
    answer(StatusCode::OK, &app.service.fix_agenda(&caller, &act.keyed, &id, act.version, seen).await?)
}

/// Note that it was held: its agenda stays as it is.
#[utoipa::path(post, path = path::MEETING_HOLD, tag = "meetings", request_body = HoldMeeting,
    params(("id" = String, Path, description = "Id or number"), IfMatch, IdempotencyKey), responses(
    (status = 200, description = "As it is now", body = MeetingDetail), Problems))]
pub async fn hold(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<HoldMeeting>) -> Answer {
    answer(StatusCode::OK, &app.service.hold_meeting(&caller, &act.keyed, &id, act.version).await?)
}

/// Take back that it was held, by mistake: its agenda may change again. Not once its decisions were sent.
#[utoipa::path(post, path = path::MEETING_UNHOLD, tag = "meetings", request_body = HoldMeeting,
    params(("id" = String, Path, description = "Id or number"), IfMatch, IdempotencyKey), responses(
    (status = 200, description = "As it is now", body = MeetingDetail), Problems))]
pub async fn unhold(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<HoldMeeting>) -> Answer {
    answer(StatusCode::OK, &app.service.unhold_meeting(&caller, &act.keyed, &id, act.version).await?)
}

/// Note that it does not go on: its cases become candidates or go to another meeting, all else stays on its agenda.
#[utoipa::path(post, path = path::MEETING_CANCEL, tag = "meetings", request_body = CancelMeeting,
    params(("id" = String, Path, description = "Id or number"), IfMatch, IdempotencyKey), responses(
    (status = 200, description = "As it is now", body = MeetingDetail), Problems))]
pub async fn cancel(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<CancelMeeting>) -> Answer {
    let wish = (act.body.to, act.body.reason);
    answer(StatusCode::OK, &app.service.cancel_meeting(&caller, &act.keyed, &id, act.version, wish).await?)
}

/// It goes on after all, while it lies ahead: the cases come back that are still where they went. What was fixed is to be fixed
/// and sent again.
#[utoipa::path(post, path = path::MEETING_REINSTATE, tag = "meetings", request_body = ReinstateMeeting,
    params(("id" = String, Path, description = "Id or number"), IfMatch, IdempotencyKey), responses(
    (status = 200, description = "As it is now", body = MeetingDetail), Problems))]
pub async fn reinstate(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<ReinstateMeeting>) -> Answer {
    answer(StatusCode::OK, &app.service.reinstate_meeting(&caller, &act.keyed, &id, act.version, act.body.reason).await?)
}

/// Propose to send the fixed agenda, or the decisions of a meeting that was held. Nothing is sent until another confirms it.
#[utoipa::path(post, path = path::MEETING_PUBLISH, tag = "meetings", request_body = PublishMeeting,
    params(("id" = String, Path, description = "Id or number"), IfMatch, IdempotencyKey), responses(
    (status = 200, description = "As it is now, with what waits", body = MeetingDetail), Problems))]
pub async fn publish(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<PublishMeeting>) -> Answer {
    let typed = number(&act.body.number, "/number")?;
    answer(StatusCode::OK, &app.service.propose_publication(&caller, &act.keyed, &id, act.version, typed).await?)
}

/// Read a fixed version of an agenda. The read is logged before the answer leaves.
#[utoipa::path(get, path = path::EDITION, tag = "meetings",
    params(("id" = String, Path, description = "Id")), responses(
    (status = 200, description = "The version", body = EditionDetail), Problems))]
pub async fn edition(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Answer {
    let (item, changes) = app.service.edition(&caller, &id).await?;
    reply::object(StatusCode::OK, 1, &EditionDetail { item, changes })
}

fn wanted(list: &MeetingList) -> Result<Wanted, Failure> {
    let mut findings = vec![];
    let mut see = |field: &str, code: &'static str, value: String| findings.push(Finding::new(field, code, value));
    let limit = limit(list.limit, &mut see);
    if !matches!(list.state.as_deref(), None | Some("open" | "all")) {
        see("state", "unknown-value", "open, all".into());
    }
    let after = list.after.as_deref().map(read_cursor);
    if after == Some(None) {
        see("after", "wrong-form", String::new());
    }
    if !findings.is_empty() {
        return Err(Failure::input(findings));
    }
    let open = list.state.as_deref() != Some("all");
    let until = list.until.and_then(|day| day.succ_opt());
    Ok(Wanted { open, from: list.from.and_then(begins), until: until.and_then(begins), after: after.flatten(), limit: limit + 1 })
}

/// The moment a day begins in the Netherlands.
fn begins(day: Date) -> Option<Instant> {
    zone::instant_of(day.and_time(chrono::NaiveTime::MIN))
}

fn read_cursor(text: &str) -> Option<(i64, String)> {
    match &cursor_parts(text)?[..] {
        [list, at, id] if list == "meetings" => Some((at.parse().ok()?, cursor_id(id)?)),
        _ => None,
    }
}

fn number(text: &str, at: &str) -> Result<MeetingNumber, Failure> {
    MeetingNumber::parse(text).ok_or_else(|| Failure::input(vec![Finding::new(at, "wrong-form", "LET-48")]))
}

fn answer(status: StatusCode, written: &Written<MeetingCase>) -> Answer {
    reply::object(status, written.item.meeting.version, &agenda_told::meeting(&written.item))
}
