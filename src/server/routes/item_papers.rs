//! Papers of items: put with one, changed, taken back, and read in any version.

use axum::{extract::State, http::StatusCode, response::Response};

use super::{App, Failure, Known, agenda_told, body, patch::merge_item_paper, path::Id, query::Query, reply};
use crate::{
    api::{
        item_paper::{ItemPaperDetail, ItemPaperPatch, NewItemPaper, PaperVersion, PaperVersionRow},
        meeting::AgendaItemDetail,
        path,
        problem::{Code, Problem},
    },
    domain::meeting::{ItemPaper, ItemPaperFacts},
};

type Answer = Result<Response, Failure>;

/// Put a paper with an item, until its meeting was held.
#[utoipa::path(post, path = path::AGENDA_ITEM_PAPERS, tag = "agenda", request_body = NewItemPaper,
    params(("id" = String, Path, description = "Id"), ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 201, description = "The item as it is now", body = AgendaItemDetail),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn add(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<NewItemPaper>) -> Answer {
    let written = app.service.new_part(&caller, &new.keyed, &id, &new.body.facts).await?;
    let status = if written.changed { StatusCode::CREATED } else { StatusCode::OK };
    reply::object(status, written.item.entry.item.version, &agenda_told::item(&app, &written.item))
}

/// Read a version of a paper; the last unless said otherwise. The read is logged before the answer leaves.
#[utoipa::path(get, path = path::ITEM_PAPER, tag = "agenda",
    params(("id" = String, Path, description = "Id"), PaperVersion), responses(
    (status = 200, description = "The version; its number is the ETag", body = ItemPaperDetail),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn read(State(app): State<App>, Known(caller): Known, Id(id): Id, Query(wanted): Query<PaperVersion>) -> Answer {
    let (all, meeting) = app.service.item_paper(&caller, &id).await?;
    let row = |one: &ItemPaper| PaperVersionRow {
        version: one.version,
        title: one.facts.title.clone(),
        recorded_at: one.recorded_at,
        recorded_by_name: one.recorded_by_name.clone(),
        withdrawn: one.withdrawn,
        late: meeting.as_ref().map(|meeting| one.is_late(&meeting.facts)),
    };
    let versions = all.iter().map(row).collect();
    let is_wanted = |one: &ItemPaper| wanted.version.is_none_or(|version| one.version == version);
    let item = all.into_iter().rev().find(is_wanted).ok_or(Code::NotFound)?;
    reply::object(StatusCode::OK, item.version, &ItemPaperDetail { item, versions })
}

/// Change a paper, or take it back: a new version. Those before it stay readable.
#[utoipa::path(patch, path = path::ITEM_PAPER, tag = "agenda", request_body = ItemPaperPatch,
    params(("id" = String, Path, description = "Id"), ("If-Match" = String, Header, description = "The ETag of the version that was seen")), responses(
    (status = 200, description = "The item as it is now", body = AgendaItemDetail),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn amend(State(app): State<App>, Known(caller): Known, Id(id): Id, change: body::Amend<ItemPaperPatch>) -> Answer {
    let merge = |facts: &mut ItemPaperFacts, withdrawn: &mut bool| merge_item_paper(&change.body, facts, withdrawn);
    let written = app.service.change_part(&caller, change.keyed.as_ref(), &id, change.version, &merge).await?;
    reply::object(StatusCode::OK, written.item.entry.item.version, &agenda_told::item(&app, &written.item))
}
