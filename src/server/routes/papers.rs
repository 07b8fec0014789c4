//! Papers of a meeting: one document for one reader, in the format that is asked for; and what goes to calendars.

use axum::{
    body::Body,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{App, Failure, Known, path::Id, query::Query, reply};
use crate::{
    api::{
        paper::{CalendarObject, CalendarObjects, InvitationsWanted, PaperWanted},
        path,
        problem::{Code, Problem},
    },
    domain::{
        check::Finding,
        ids::OrganisationCode,
        meeting::{AgendaItem, Edition, MeetingState},
    },
    export::agenda::{self, File, Invited, Paper, PaperFormat, Promise, Reader, Secretariat, Source},
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
    let is_told = |item: &AgendaItem| matches!(paper, Paper::Pack) || paper == Paper::Item(item.id);
    let case = app.service.papers(&caller, &id, is_told).await?;
    let reader = reader(&wanted, &case)?;
    let (source, _) = source(&app, case);
    app.service.saw_cases(&caller, &agenda::cases(&source, &reader, paper)).await.map_err(Failure::from)?;
    let source = source.written_on(app.stationery.template(&reader));
    // Pages are set on a thread of their own: a long paper holds nobody else up.
    let making = move || agenda::export(&source, &reader, paper, format, app.texts(language));
    let made = tokio::task::spawn_blocking(making).await;
    let made = made.map_err(|_| Code::Internal)?.map_err(|refused| told(&refused, paper))?;
    Ok(answer(made))
}

/// What is to be sent to the calendars of who is invited: invitations and updates of the version that was fixed last, and what takes
/// back whatever no longer holds. Only of an agenda that is fixed, or of a meeting that was cancelled. The read is logged.
#[utoipa::path(get, path = path::MEETING_INVITATIONS, tag = "meetings", params(InvitationsWanted,
        ("id" = String, Path, description = "Id or number")), responses(
    (status = 200, description = "All calendar objects", body = CalendarObjects),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn invitations(
    State(app): State<App>,
    Known(caller): Known,
    Id(id): Id,
    Query(wanted): Query<InvitationsWanted>,
) -> Result<Response, Failure> {
    let language = language(wanted.lang.as_deref())?;
    let case = app.service.papers(&caller, &id, |_| false).await?;
    let version = case.agenda.meeting.version;
    let was_fixed = case.agenda.meeting.edition.is_some();
    let (source, earlier) = source(&app, case);
    let bodies = match wanted.reader {
        Some(code) => vec![OrganisationCode(code)],
        None => agenda::bodies(&source, &earlier),
    };
    let mut items = vec![];
    // A meeting that was cancelled before anything was fixed was nobody's.
    let bodies = if was_fixed || source.goes_on { bodies } else { vec![] };
    for code in bodies {
        let sent = agenda::to_send(&source, &earlier, source.goes_on, &code, app.texts(language));
        items.extend(sent.map_err(|refused| told(&refused, Paper::Agenda))?.into_iter().map(|one| object(code.clone(), one)));
    }
    reply::object(StatusCode::OK, version, &CalendarObjects { items })
}

fn object(organisation: OrganisationCode, one: Invited) -> CalendarObject {
    CalendarObject {
        organisation,
        slot: one.slot,
        method: if one.is_cancelled { "CANCEL" } else { "REQUEST" }.to_owned(),
        sequence: one.sequence,
        to: one.to,
        without_address: one.without_address,
        name: one.file.name,
        content: String::from_utf8_lossy(&one.file.bytes).into_owned(),
    }
}

fn language(code: Option<&str>) -> Result<Language, Failure> {
    let unknown = || Failure::input(vec![Finding::new("lang", "unknown-value", "nl, en")]);
    Language::from_code(code.unwrap_or("nl")).ok_or_else(unknown)
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
    Ok((paper, format, language(wanted.lang.as_deref())?))
}

fn reader(wanted: &PaperWanted, case: &PapersCase) -> Result<Reader, Failure> {
    let code = wanted.reader.as_deref().map(|code| OrganisationCode(code.to_owned()));
    match (code, wanted.person) {
        (None, None) => Ok(Reader::Secretariat),
        (Some(code), None) => Ok(Reader::Body(code)),
        (None, Some(_)) => Err(Failure::input(vec![Finding::new("for", "required", "")])),
        (Some(code), Some(id)) => {
            let mut all = case.agenda.entries.iter().flat_map(|entry| &entry.invitations);
            let found = all.find(|one| one.id == id && one.facts.organisation == code);
            let found = found.ok_or_else(|| Failure::input(vec![Finding::new("person", "unknown-value", "")]))?;
            Ok(Reader::Person(Box::new(found.facts.clone())))
        }
    }
}

/// What papers are made from, and the versions before the last.
fn source(app: &App, case: PapersCase) -> (Source, Vec<Edition>) {
    let now = app.service.now();
    let promises = case.promises.into_iter().map(|(commitment, item)| Promise { commitment, item: Some(item) }).collect();
    let secretariat = Secretariat { name: case.agenda.meeting.facts.secretary.clone(), mail: app.stationery.sender.clone() };
    let goes_on = case.agenda.meeting.state != MeetingState::Cancelled;
    let (agenda, decisions) =
        (case.agenda.meeting.edition.is_some_and(|edition| edition.sent), case.agenda.meeting.state == MeetingState::Sent);
    let source = match case.edition {
        Some(edition) => Source::fixed(edition, case.agenda.entries, promises, now),
        None => Source::draft(&case.agenda, promises, now),
    };
    let source = source
        .with_sending(agenda, decisions, case.sent)
        .sent_by(secretariat)
        .with_clocks(case.clocks)
        .with_timelines(case.timelines)
        .with_lessons(case.lessons);
    (if goes_on { source } else { source.cancelled() }, case.earlier)
}

/// Why there is no such paper. Nothing of what a body may not read is in it.
fn told(refused: &agenda::Refused, paper: Paper) -> Failure {
    match refused {
        agenda::Refused::NothingForReader if paper == Paper::Decisions => {
            Failure::input(vec![Finding::new("for", "nothing-decided-for-reader", "")])
        }
        agenda::Refused::NothingForReader => Failure::input(vec![Finding::new("for", "nothing-for-reader", "")]),
        agenda::Refused::NoSuchItem => Failure::input(vec![Finding::new("item", "unknown-value", "")]),
        agenda::Refused::NoGround => Failure::input(vec![Finding::new("for", "no-ground", "")]),
        agenda::Refused::NoTime => Failure::input(vec![Finding::new("item", "no-time-yet", "")]),
        agenda::Refused::Draft => Failure::not_now("not-sendable"),
        agenda::Refused::NoOrganiser => Failure::not_now("no-sender"),
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
