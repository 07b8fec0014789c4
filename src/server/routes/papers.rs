//! Papers of a meeting: one document for one reader, in the format that is asked for.

use axum::{
    body::Body,
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

use super::{App, Failure, Known, path::Id, query::Query};
use crate::{
    api::{
        paper::PaperWanted,
        path,
        problem::{Code, Problem},
    },
    domain::{check::Finding, ids::OrganisationCode},
    export::agenda::{self, File, Paper, PaperFormat, Promise, Reader, Secretariat, Source},
    locale::Language,
    server::service::PapersCase,
};

/// A paper of a meeting, for the secretariat or for one body. Until the agenda is fixed it is marked as a draft. The read is logged
/// before the answer leaves.
#[utoipa::path(get, path = path::MEETING_PAPERS, tag = "meetings", params(PaperWanted,
        ("id" = String, Path, description = "Id or number")), responses(
    (status = 200, description = "The paper", content_type = "text/html", body = String),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn read(
    State(app): State<App>,
    Known(caller): Known,
    Id(id): Id,
    Query(wanted): Query<PaperWanted>,
) -> Result<Response, Failure> {
    let (paper, format, language) = asked(&wanted)?;
    let reader = match wanted.reader.as_deref() {
        None => Reader::Secretariat,
        Some(code) => Reader::Body(OrganisationCode(code.to_owned())),
    };
    let case = app.service.papers(&caller, &id).await?;
    let source = source(case, app.service.now());
    // Pages are set on a thread of their own: a long paper holds nobody else up.
    let making = move || agenda::export(&source, &reader, paper, format, app.texts(language));
    let made = tokio::task::spawn_blocking(making).await;
    let made = made.map_err(|_| Code::Internal)?.map_err(|refused| told(&refused))?;
    Ok(answer(made))
}

fn asked(wanted: &PaperWanted) -> Result<(Paper, PaperFormat, Language), Failure> {
    let unknown = |field: &str, known: &str| Failure::input(vec![Finding::new(field, "unknown-value", known)]);
    let paper = match (wanted.paper.as_deref().unwrap_or("agenda"), wanted.item) {
        ("agenda", None) => Paper::Agenda,
        ("decisions", None) => Paper::Decisions,
        ("pack", None) => Paper::Pack,
        ("item", Some(item)) => Paper::Item(item),
        ("item", None) => return Err(Failure::input(vec![Finding::new("item", "required", "")])),
        _ => return Err(unknown("paper", "agenda, decisions, pack, item")),
    };
    let format = PaperFormat::from_code(wanted.format.as_deref().unwrap_or("html"));
    let format = format.ok_or_else(|| unknown("format", "md, html, pdf, txt, ics"))?;
    let language = Language::from_code(wanted.lang.as_deref().unwrap_or("nl")).ok_or_else(|| unknown("lang", "nl, en"))?;
    Ok((paper, format, language))
}

fn source(case: PapersCase, now: crate::domain::Instant) -> Source {
    let promises = case.promises.into_iter().map(|(commitment, item)| Promise { commitment, item: Some(item) }).collect();
    let secretariat = Secretariat { name: case.agenda.meeting.facts.secretary.clone(), ..Secretariat::default() };
    let source = match case.edition {
        Some(edition) => Source::fixed(edition, case.agenda.entries, promises, now),
        None => Source::draft(&case.agenda, promises, now),
    };
    source.with_lessons(case.lessons).sent_by(secretariat)
}

/// Why there is no such paper. Nothing of what a body may not read is in it.
fn told(refused: &agenda::Refused) -> Failure {
    match refused {
        agenda::Refused::NothingForReader => Failure::input(vec![Finding::new("for", "nothing-for-reader", "")]),
        agenda::Refused::NoSuchItem => Failure::input(vec![Finding::new("item", "unknown-value", "")]),
        agenda::Refused::NoGround => Failure::input(vec![Finding::new("for", "no-ground", "")]),
        agenda::Refused::Draft | agenda::Refused::NoOrganiser => Failure::input(vec![Finding::new("format", "not-sendable", "")]),
        agenda::Refused::NotWritten(why) => {
            tracing::error!(why, "a paper could not be written");
            Code::Internal.into()
        }
    }
}

fn answer(file: File) -> Response {
    let name = format!("attachment; filename=\"{}\"", file.name);
    let mut response = ([(header::CONTENT_TYPE, file.content_type)], Body::from(file.bytes)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}
