//! Items of agendas and candidates: propose, add, read, write, move, take off, drop; invitations and decisions.

use axum::{extract::State, http::StatusCode, response::Response};

use super::{
    App, Failure, Known, agenda_told, body,
    described::{IdempotencyKey, IfMatch, Problems},
    patch::{merge_decision, merge_invitation, merge_item},
    path::Id,
    reply,
};
use crate::{
    api::{
        meeting::{
            AgendaItemDetail, AgendaItemPatch, Candidate, InvitationPatch, LetDecisionPatch, MoveItem, NewAgendaItem,
            NewCandidate, NewInvitation, NewLetDecision, TakeOff,
        },
        page::Page,
        path,
        problem::Code,
    },
    domain::{
        check::Finding,
        ids::AgendaItemId,
        meeting::{AgendaItemFacts, InvitationFacts, LetDecisionFacts, order::Spot},
        text::RawText,
    },
    server::{
        identity::Caller,
        service::{ItemCase, Keyed, NewItem, Written},
    },
};

type Answer = Result<Response, Failure>;

/// Candidates that are listed, at most: there are a few at a time.
const CANDIDATES_MOST: i64 = 500;

/// Candidates with urgency and first hard date of their case, oldest first.
#[utoipa::path(get, path = path::AGENDA_CANDIDATES, tag = "agenda", responses(
    (status = 200, description = "The candidates", body = Page<Candidate>), Problems))]
pub async fn candidates(State(app): State<App>, Known(caller): Known) -> Answer {
    let rows = app.service.candidates(&caller, CANDIDATES_MOST).await?;
    let rows = rows.into_iter().map(|(item, signal)| serde_json::to_string(&agenda_told::candidate(item, signal.as_ref())));
    let rows: Vec<String> = rows.collect::<Result<_, _>>().map_err(|_| Code::Internal)?;
    Ok(reply::page(rows.iter().map(String::as_str), None))
}

/// Propose a case for an agenda: it becomes a candidate, with what the case brings along.
#[utoipa::path(post, path = path::AGENDA_CANDIDATES, tag = "agenda", request_body = NewCandidate,
    params(IdempotencyKey), responses(
    (status = 201, description = "As it is now", body = AgendaItemDetail), Problems))]
pub async fn propose(State(app): State<App>, Known(caller): Known, new: body::Make<NewCandidate>) -> Answer {
    let NewCandidate { signal, facts, reason } = new.body;
    let merge = |item: &mut AgendaItemFacts| merge_item(&facts, item);
    made(&app, &caller, &new.keyed, NewItem { signal: Some(signal), place: None, merge: &merge, reason }).await
}

/// Put a new item on an agenda: a case, or a free one.
#[utoipa::path(post, path = path::MEETING_ITEMS, tag = "agenda", request_body = NewAgendaItem,
    params(("id" = String, Path, description = "Id or number"), IdempotencyKey), responses(
    (status = 201, description = "As it is now", body = AgendaItemDetail), Problems))]
pub async fn add(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<NewAgendaItem>) -> Answer {
    let NewAgendaItem { signal, facts, after, first } = new.body;
    let merge = |item: &mut AgendaItemFacts| merge_item(&facts, item);
    let place = Some((id, spot(after, first)?));
    made(&app, &caller, &new.keyed, NewItem { signal, place, merge: &merge, reason: RawText::default() }).await
}

/// Read one item or candidate. The read is logged before the answer leaves.
#[utoipa::path(get, path = path::AGENDA_ITEM, tag = "agenda",
    params(("id" = String, Path, description = "Id")), responses(
    (status = 200, description = "The item; its version is the ETag", body = AgendaItemDetail), Problems))]
pub async fn read(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Answer {
    told(&app, StatusCode::OK, &app.service.agenda_item(&caller, &id).await?)
}

/// Write in the version of an item that was seen. Moving it meanwhile does not stand in the way.
#[utoipa::path(patch, path = path::AGENDA_ITEM, tag = "agenda", request_body = AgendaItemPatch,
    params(("id" = String, Path, description = "Id"), IfMatch), responses(
    (status = 200, description = "As it is now", body = AgendaItemDetail), Problems))]
pub async fn amend(State(app): State<App>, Known(caller): Known, Id(id): Id, change: body::Amend<AgendaItemPatch>) -> Answer {
    let merge = |facts: &mut AgendaItemFacts| merge_item(&change.body, facts);
    answer(&app, &app.service.edit_item(&caller, change.keyed.as_ref(), &id, change.version, &merge).await?)
}

/// Move an item: right after another, to the top or to the end; onto an agenda, or to that of another meeting.
#[utoipa::path(post, path = path::AGENDA_ITEM_MOVE, tag = "agenda", request_body = MoveItem,
    params(("id" = String, Path, description = "Id"), IdempotencyKey), responses(
    (status = 200, description = "As it is now", body = AgendaItemDetail), Problems))]
pub async fn move_item(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<MoveItem>) -> Answer {
    let place = (new.body.meeting, spot(new.body.after, new.body.first)?);
    answer(&app, &app.service.move_item(&caller, &new.keyed, &id, place).await?)
}

/// Take an item off its agenda: it is a candidate again, with all that is written in it.
#[utoipa::path(post, path = path::AGENDA_ITEM_TAKE_OFF, tag = "agenda", request_body = TakeOff,
    params(("id" = String, Path, description = "Id"), IdempotencyKey), responses(
    (status = 200, description = "As it is now", body = AgendaItemDetail), Problems))]
pub async fn take_off(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<TakeOff>) -> Answer {
    answer(&app, &app.service.take_off_item(&caller, &new.keyed, &id, (new.body.reason, false)).await?)
}

/// Drop a candidate. Moving it onto an agenda takes that back.
#[utoipa::path(post, path = path::AGENDA_ITEM_DROP, tag = "agenda", request_body = TakeOff,
    params(("id" = String, Path, description = "Id"), IdempotencyKey), responses(
    (status = 200, description = "As it is now", body = AgendaItemDetail), Problems))]
pub async fn drop_candidate(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<TakeOff>) -> Answer {
    answer(&app, &app.service.take_off_item(&caller, &new.keyed, &id, (new.body.reason, true)).await?)
}

/// Invite somebody for an item.
#[utoipa::path(post, path = path::AGENDA_ITEM_INVITATIONS, tag = "agenda", request_body = NewInvitation,
    params(("id" = String, Path, description = "Id"), IdempotencyKey), responses(
    (status = 201, description = "The item as it is now", body = AgendaItemDetail), Problems))]
pub async fn invite(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<NewInvitation>) -> Answer {
    // For which time it is answered the server knows.
    let facts = InvitationFacts { answered_for: None, ..new.body.facts };
    let written = app.service.new_part(&caller, &new.keyed, &id, &facts).await?;
    told(&app, created(&written), &written.item)
}

/// Note an answer, change an invitation, or take it back.
#[utoipa::path(patch, path = path::INVITATION, tag = "agenda", request_body = InvitationPatch,
    params(("id" = String, Path, description = "Id"), IfMatch), responses(
    (status = 200, description = "The item as it is now", body = AgendaItemDetail), Problems))]
pub async fn amend_invitation(
    State(app): State<App>,
    Known(caller): Known,
    Id(id): Id,
    change: body::Amend<InvitationPatch>,
) -> Answer {
    let merge = |facts: &mut InvitationFacts, withdrawn: &mut bool| merge_invitation(&change.body, facts, withdrawn);
    answer(&app, &app.service.change_part(&caller, change.keyed.as_ref(), &id, change.version, &merge).await?)
}

/// Record a decision about an item, from the moment its agenda is fixed.
#[utoipa::path(post, path = path::AGENDA_ITEM_DECISIONS, tag = "agenda", request_body = NewLetDecision,
    params(("id" = String, Path, description = "Id"), IdempotencyKey), responses(
    (status = 201, description = "The item as it is now", body = AgendaItemDetail), Problems))]
pub async fn decide(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<NewLetDecision>) -> Answer {
    let written = app.service.new_part(&caller, &new.keyed, &id, &new.body.facts).await?;
    told(&app, created(&written), &written.item)
}

/// Correct a decision, or take it back.
#[utoipa::path(patch, path = path::LET_DECISION, tag = "agenda", request_body = LetDecisionPatch,
    params(("id" = String, Path, description = "Id"), IfMatch), responses(
    (status = 200, description = "The item as it is now", body = AgendaItemDetail), Problems))]
pub async fn amend_decision(
    State(app): State<App>,
    Known(caller): Known,
    Id(id): Id,
    change: body::Amend<LetDecisionPatch>,
) -> Answer {
    let merge = |facts: &mut LetDecisionFacts, withdrawn: &mut bool| merge_decision(&change.body, facts, withdrawn);
    answer(&app, &app.service.change_part(&caller, change.keyed.as_ref(), &id, change.version, &merge).await?)
}

fn spot(after: Option<AgendaItemId>, first: bool) -> Result<Spot, Failure> {
    match (after, first) {
        (Some(_), true) => Err(Failure::input(vec![Finding::new("/first", "not-together", "after")])),
        (Some(after), false) => Ok(Spot::After(after)),
        (None, true) => Ok(Spot::First),
        (None, false) => Ok(Spot::Last),
    }
}

async fn made(app: &App, caller: &Caller, keyed: &Keyed, new: NewItem<'_>) -> Answer {
    let written = app.service.new_item(caller, keyed, &new).await?;
    told(app, created(&written), &written.item)
}

fn created(written: &Written<ItemCase>) -> StatusCode {
    if written.changed { StatusCode::CREATED } else { StatusCode::OK }
}

fn answer(app: &App, written: &Written<ItemCase>) -> Answer {
    told(app, StatusCode::OK, &written.item)
}

fn told(app: &App, status: StatusCode, case: &ItemCase) -> Answer {
    reply::object(status, case.entry.item.version, &agenda_told::item(app, case))
}
