//! Signals: list, search, create, read, change, notes, contact moments, claims.

use axum::{Json, extract::State, http::StatusCode, response::Response};

use super::{App, Failure, Known, body, patch, path::Id, query::Query, reply, signal_list};
use crate::{
    api::{
        alike::{LookAlike, LookAlikeSearch, LookAlikes, NewMerge},
        page::Page,
        path,
        problem::{Code, Problem},
        signal::{Created, NewClaim, NewContactMoment, NewNote, NewSignal, Origin, SignalList, SignalPatch, SignalSearch},
    },
    domain::signal::{Signal, SignalSummary},
    server::service::{Report, Written},
};

type Answer = Result<Response, Failure>;

/// List signals: no personal data of household or reporter.
#[utoipa::path(get, path = path::SIGNALS, tag = "signals", params(SignalList), responses(
    (status = 200, description = "A page of signals", body = Page<SignalSummary>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn list(State(app): State<App>, Known(caller): Known, Query(list): Query<SignalList>) -> Answer {
    let wanted = signal_list::wanted(&list, &caller, "", app.service.now().timestamp_micros(), "")?;
    let mut rows = app.service.signals(&caller, "signal.list", &wanted).await?;
    let next = signal_list::next(&mut rows, &wanted);
    Ok(reply::page(rows.iter().map(|row| row.summary.as_str()), next))
}

/// Search signals: every word must occur in number, title, municipality, bodies or owner.
#[utoipa::path(post, path = path::SIGNALS_SEARCH, tag = "signals", request_body = SignalSearch, responses(
    (status = 200, description = "A page of signals", body = Page<SignalSummary>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn search(State(app): State<App>, Known(caller): Known, body::Ask(search): body::Ask<SignalSearch>) -> Answer {
    let now = app.service.now().timestamp_micros();
    let wanted = signal_list::wanted(&search.list, &caller, search.query.raw(), now, "/list/")?;
    let mut rows = app.service.signals(&caller, "signal.search", &wanted).await?;
    let next = signal_list::next(&mut rows, &wanted);
    Ok(reply::page(rows.iter().map(|row| row.summary.as_str()), next))
}

/// Make a signal. The same source and reference with the same content again change nothing and give 200.
#[utoipa::path(post, path = path::SIGNALS, tag = "signals", request_body = NewSignal,
    params(("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 201, description = "Made", body = Created<Signal>),
    (status = 200, description = "It was there already", body = Created<Signal>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn create(State(app): State<App>, Known(caller): Known, new: body::Make<NewSignal>) -> Answer {
    let report = Report {
        received_at: new.body.received_at,
        channel: new.body.channel,
        source: new.body.source,
        typed: new.body.origin == Origin::Typed,
        answers: new.body.answers,
        facts: new.body.facts,
    };
    let source = report.source.clone();
    let written = app.service.create_signal(&caller, &new.keyed, report).await?;
    // A signal keeps where it came from: this one came from somewhere else.
    let reply = source.is_some() && written.item.source != source;
    let status = if written.changed { StatusCode::CREATED } else { StatusCode::OK };
    let version = written.item.version;
    let item = written.item.without_shielded().map_err(|_| Code::Internal)?;
    reply::object(status, version, &Created { item, created: written.changed, reply, masked: written.masked })
}

/// Read one signal with account, reporter and timeline. The read is logged before the answer leaves. What is shielded is absent, here and
/// in every answer that gives a signal; `shielded` names what there is.
#[utoipa::path(get, path = path::SIGNAL, tag = "signals",
    params(("id" = String, Path, description = "Id or number: S-2026-00421, S-421, 421")), responses(
    (status = 200, description = "The signal; its version is the ETag", body = Signal),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn read(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Answer {
    shown(StatusCode::OK, app.service.signal(&caller, &id).await?)
}

/// Change a signal (JSON merge patch). Needs the version seen.
#[utoipa::path(patch, path = path::SIGNAL, tag = "signals",
    request_body(content = SignalPatch, content_type = "application/merge-patch+json"),
    params(("id" = String, Path, description = "Id or number"),
        ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = Option<String>, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 200, description = "The signal as it is now", body = Signal),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn amend(State(app): State<App>, Known(caller): Known, Id(id): Id, amend: body::Amend<SignalPatch>) -> Answer {
    let merge = |wanted: &mut _| patch::merge_signal(&amend.body, wanted);
    let written = app.service.amend_signal(&caller, amend.keyed.as_ref(), &id, amend.version, merge).await?;
    signal(StatusCode::OK, written)
}

/// Add a note.
#[utoipa::path(post, path = path::SIGNAL_NOTES, tag = "signals", request_body = NewNote,
    params(("id" = String, Path, description = "Id or number"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 201, description = "The signal with the note", body = Signal),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn note(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<NewNote>) -> Answer {
    let typed = new.body.origin == Origin::Typed;
    let written = app.service.note(&caller, &new.keyed, &id, new.body.text, typed).await?;
    signal(StatusCode::CREATED, written)
}

/// Add a contact moment.
#[utoipa::path(post, path = path::SIGNAL_CONTACT_MOMENTS, tag = "signals", request_body = NewContactMoment,
    params(("id" = String, Path, description = "Id or number"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 201, description = "The signal with the contact moment", body = Signal),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn contact(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<NewContactMoment>) -> Answer {
    let written = app.service.contact(&caller, &new.keyed, &id, new.body.contact, new.body.officer).await?;
    signal(StatusCode::CREATED, written)
}

/// Claim a signal, renew the claim, or take it over with a reason. A claim is a lease of 15 minutes.
#[utoipa::path(post, path = path::SIGNAL_CLAIMS, tag = "signals", request_body = NewClaim,
    params(("id" = String, Path, description = "Id or number"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses the key")), responses(
    (status = 201, description = "The signal with its owner", body = Signal),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn claim(State(app): State<App>, Known(caller): Known, Id(id): Id, new: body::Make<NewClaim>) -> Answer {
    let written = app.service.claim(&caller, &new.keyed, &id, new.body.takeover_reason.unwrap_or_default()).await?;
    signal(StatusCode::CREATED, written)
}

/// Give the own claim back.
#[utoipa::path(delete, path = path::SIGNAL_CURRENT_CLAIM, tag = "signals",
    params(("id" = String, Path, description = "Id or number"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses the key")), responses(
    (status = 200, description = "The signal without an owner", body = Signal),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn release(State(app): State<App>, Known(caller): Known, Id(id): Id, body::Key(keyed): body::Key) -> Answer {
    signal(StatusCode::OK, app.service.release(&caller, &keyed, &id).await?)
}

/// Signals that may be about the same household, the likeliest first; three at most. Proposed by what they name and the words they use;
/// nothing is linked or merged by it.
#[utoipa::path(get, path = path::SIGNAL_LOOK_ALIKES, tag = "signals", params(("id" = String, Path, description = "Id or number")), responses(
    (status = 200, description = "They", body = LookAlikes),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn look_alikes(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Result<Json<LookAlikes>, Failure> {
    let found = app.service.look_alikes(&caller, &id).await?;
    let items = found.into_iter().map(|(signal, grounds, linked)| LookAlike { signal, grounds, linked }).collect();
    Ok(Json(LookAlikes { items }))
}

/// Signals that may be about the same household as a report that is still being typed; three at most. Nothing of it is kept.
#[utoipa::path(post, path = path::SIGNALS_LOOK_ALIKES_SEARCH, tag = "signals", request_body = LookAlikeSearch, responses(
    (status = 200, description = "They", body = LookAlikes),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn look_alikes_of(
    State(app): State<App>,
    Known(caller): Known,
    body::Ask(search): body::Ask<LookAlikeSearch>,
) -> Result<Json<LookAlikes>, Failure> {
    let found = app.service.look_alikes_of(&caller, search.facts()).await?;
    let items = found.into_iter().map(|(signal, grounds, linked)| LookAlike { signal, grounds, linked }).collect();
    Ok(Json(LookAlikes { items }))
}

/// Merge the signal `from` into this one. Nothing of it is lost; it is closed, and nothing is written in it any more. Needs the versions seen
/// of both.
#[utoipa::path(post, path = path::SIGNAL_MERGE, tag = "signals", request_body = NewMerge,
    params(("id" = String, Path, description = "Id or number of the signal that stays"),
        ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses the key")), responses(
    (status = 200, description = "The signal that stays, as it is now", body = Signal),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn merge(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<NewMerge>) -> Answer {
    let from = (act.body.from.as_str(), act.body.from_version);
    signal(StatusCode::OK, app.service.merge(&caller, &act.keyed, (&id, act.version), from).await?)
}

/// Take back that this signal went up in another: both are as they were, where what it brought was not changed since.
#[utoipa::path(post, path = path::SIGNAL_UNMERGE, tag = "signals",
    params(("id" = String, Path, description = "Id or number of the signal that went up in another"),
        ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses the key")), responses(
    (status = 200, description = "The signal as it is now", body = Signal),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn unmerge(State(app): State<App>, Known(caller): Known, Id(id): Id, seen: body::Seen, key: body::Key) -> Answer {
    signal(StatusCode::OK, app.service.unmerge(&caller, &key.0, &id, seen.0).await?)
}

fn signal(status: StatusCode, written: Written<Signal>) -> Answer {
    shown(status, written.item)
}

/// The one way in which a signal leaves.
fn shown(status: StatusCode, signal: Signal) -> Answer {
    let version = signal.version;
    reply::object(status, version, &signal.without_shielded().map_err(|_| Code::Internal)?)
}
