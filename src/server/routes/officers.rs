//! The register: list, search, create, read, change.

use axum::{extract::State, http::StatusCode, response::Response};

use super::{App, Failure, Known, body, patch, path::Id, query::Query, reply, signal_list};
use crate::{
    api::{
        officer::{NewOfficer, OfficerHit, OfficerHits, OfficerList, OfficerPatch, OfficerSearch},
        page::{PAGE_MOST, Page},
        path,
        problem::Problem,
        signal::Created,
    },
    domain::{check::Finding, officer::Officer},
    server::{
        identity::Caller,
        policy::{Permission, allows},
        service::{CaseAtHand, FoundOfficer, Maintains, NewEntry, StoreError},
    },
};

type Answer = Result<Response, Failure>;

/// Hits of a search unless asked otherwise.
const HITS: u32 = 25;

/// List the register. Who maintains one organisation's entries sees those only.
#[utoipa::path(get, path = path::OFFICERS, tag = "register", params(OfficerList), responses(
    (status = 200, description = "A page of the register", body = Page<Officer>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn list(State(app): State<App>, Known(caller): Known, Query(list): Query<OfficerList>) -> Answer {
    let mut findings = vec![];
    let limit = signal_list::limit(list.limit, &mut |at, code, value| findings.push(Finding::new(at, code, value)));
    let after = list.after.as_deref().map(after);
    if after == Some(None) {
        findings.push(Finding::new("after", "wrong-form", ""));
    }
    let asked: Vec<String> =
        list.organisation.iter().flat_map(|codes| codes.split(',')).map(|code| code.trim().replace('\0', "")).collect();
    if asked.len() > 100 {
        findings.push(Finding::new("organisation", "too-long", 100));
    }
    if !findings.is_empty() {
        return Err(Failure::input(findings));
    }
    let organisations = if maintains(&caller) == Maintains::Own { vec![caller.organisation.clone()] } else { asked };
    let mut rows = app.service.officers(&caller, &organisations, list.attention, after.flatten(), limit + 1).await?;
    let more = i64::try_from(rows.len()).unwrap_or(i64::MAX) > limit;
    rows.truncate(usize::try_from(limit).unwrap_or_default());
    let next = rows.last().filter(|_| more).map(|(organisation, id, _)| reply::cursor(&[organisation, id]));
    Ok(reply::page(rows.iter().map(|(.., row)| row.as_str()), next))
}

/// Search the register: every word must occur in name, title, organisation, municipality, place, domain or mandate.
#[utoipa::path(post, path = path::OFFICERS_SEARCH, tag = "register", request_body = OfficerSearch, responses(
    (status = 200, description = "The hits, best first", body = OfficerHits),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn search(State(app): State<App>, Known(caller): Known, body::Ask(search): body::Ask<OfficerSearch>) -> Answer {
    let mut findings = vec![];
    let limit = search.limit.unwrap_or(HITS);
    if !(1..=PAGE_MOST).contains(&limit) {
        findings.push(Finding::new("/limit", "out-of-range", format!("1-{PAGE_MOST}")));
    }
    if search.query.raw().chars().count() > 200 {
        findings.push(Finding::new("/query", "too-long", 200));
    }
    if search.case.as_ref().is_some_and(|case| case.bodies.len() + case.about.len() > 100) {
        findings.push(Finding::new("/case", "too-long", 100));
    }
    if !findings.is_empty() {
        return Err(Failure::input(findings));
    }
    let case = search.case.as_ref().map(|case| CaseAtHand {
        municipality: case.municipality,
        bodies: case.bodies.clone(),
        about: case.about.iter().map(|text| text.raw().to_owned()).collect(),
    });
    let (query, limit) = (search.query.raw(), limit as usize);
    let hits = if guarded(&caller) {
        app.service.search_guarded(&caller, maintains(&caller), query, case.as_ref(), limit).await?
    } else {
        app.service.search_officers(&caller, query, case.as_ref(), limit).await?
    };
    let item = |hit: FoundOfficer| OfficerHit { officer: hit.officer, rank: hit.rank, forgiven: hit.forgiven };
    let items: Result<Vec<String>, _> = hits.into_iter().map(item).map(|hit| serde_json::to_string(&hit)).collect();
    Ok(reply::page(items.map_err(StoreError::from)?.iter().map(String::as_str), None))
}

/// Make an entry. The same source and reference with the same content again change nothing and give 200.
#[utoipa::path(post, path = path::OFFICERS, tag = "register", request_body = NewOfficer,
    params(("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 201, description = "Made", body = Created<Officer>),
    (status = 200, description = "It was there already", body = Created<Officer>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn create(State(app): State<App>, Known(caller): Known, new: body::Make<NewOfficer>) -> Answer {
    let entry = NewEntry { source: new.body.source, facts: new.body.facts };
    let written = app.service.create_officer(&caller, &new.keyed, maintains(&caller), entry).await?;
    let status = if written.changed { StatusCode::CREATED } else { StatusCode::OK };
    let version = written.item.version;
    reply::object(
        status,
        version,
        &Created { item: written.item, created: written.changed, reply: false, masked: written.masked },
    )
}

/// Read one card. The read is logged before the answer leaves.
#[utoipa::path(get, path = path::OFFICER, tag = "register", params(("id" = String, Path, description = "Id")), responses(
    (status = 200, description = "The entry; its version is the ETag", body = Officer),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn read(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Answer {
    guard(&app, &caller, &id).await?;
    let officer = app.service.officer(&caller, &id).await?;
    if guarded(&caller) {
        app.service.card_goes_along(&caller, &officer.id.to_string()).await?;
    }
    reply::object(StatusCode::OK, officer.version, &officer)
}

/// Change an entry (JSON merge patch). Needs the version seen.
#[utoipa::path(patch, path = path::OFFICER, tag = "register",
    request_body(content = OfficerPatch, content_type = "application/merge-patch+json"),
    params(("id" = String, Path, description = "Id"),
        ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = Option<String>, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 200, description = "The entry as it is now", body = Officer),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn amend(State(app): State<App>, Known(caller): Known, Id(id): Id, amend: body::Amend<OfficerPatch>) -> Answer {
    let merge = |facts: &mut _| patch::merge_officer(&amend.body, facts);
    let maintains = maintains(&caller);
    let written = app.service.amend_officer(&caller, amend.keyed.as_ref(), maintains, &id, amend.version, merge).await?;
    reply::object(StatusCode::OK, written.item.version, &written.item)
}

/// May the caller hold no copy of the register? Then what is seen of it is counted.
pub(super) fn guarded(caller: &Caller) -> bool {
    !allows(caller.role, Permission::RegisterReplicate)
}

/// Counts a card before it is given, where it counts.
pub(super) async fn guard(app: &App, caller: &Caller, id: &str) -> Result<(), Failure> {
    if guarded(caller) {
        app.service.guard_card(caller, maintains(caller), id).await?;
    }
    Ok(())
}

/// Whose entries the caller may change.
pub(super) fn maintains(caller: &Caller) -> Maintains {
    if allows(caller.role, Permission::RegisterWrite) {
        Maintains::Every
    } else if allows(caller.role, Permission::RegisterWriteOwn) {
        Maintains::Own
    } else {
        Maintains::Nobodys
    }
}

fn after(text: &str) -> Option<(String, String)> {
    let parts = reply::cursor_parts(text)?;
    let [organisation, id] = &parts[..] else { return None };
    (!organisation.contains('\0')).then_some(())?;
    Some((organisation.clone(), reply::cursor_id(id)?))
}
