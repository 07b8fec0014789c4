//! The audit log of the own organisation: rows, whole exports, and what is looked at every week.

use std::convert::Infallible;

use axum::{
    Json,
    body::Body,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt, stream};

use super::{
    App, Failure, Known, body,
    described::{IdempotencyKey, Problems},
    gate::{Presented, while_it_counts},
    reply::{cursor_parts, next},
    signal_list::limit,
};
use crate::{
    api::{
        audit::{AuditReview, AuditSearch, EmergenciesWaiting, LookAt, Looked, SampledEntry},
        page::Page,
        path,
    },
    domain::{Date, audit::AuditEntry, check::Finding, zone},
    server::service::audit_list::Wanted,
};

type Answer = Result<Response, Failure>;

/// Who saw what, newest first. That it was asked is written down before the answer leaves.
#[utoipa::path(post, path = path::AUDIT_SEARCH, tag = "audit", request_body = AuditSearch,
    responses((status = 200, description = "A page", body = Page<AuditEntry>), Problems))]
pub async fn search(State(app): State<App>, Known(caller): Known, body::Ask(search): body::Ask<AuditSearch>) -> Answer {
    let wanted = wanted(search)?;
    let limit = wanted.limit;
    let mut items = app.service.audit_rows(&caller, wanted).await?;
    let next = next(&mut items, limit, |row| vec!["audit".into(), row.seq.to_string()]);
    Ok(Json(Page { items, next }).into_response())
}

/// The same rows, all of them, a line of JSON each. A reply that ends before its last line was cut off: the last line is empty.
#[utoipa::path(post, path = path::AUDIT_EXPORT, tag = "audit", request_body = AuditSearch,
    responses((status = 200, description = "Lines of rows", body = AuditEntry, content_type = "application/x-ndjson"), Problems))]
pub async fn export(
    State(app): State<App>,
    Known(caller): Known,
    presented: Presented,
    body::Ask(search): body::Ask<AuditSearch>,
) -> Answer {
    let export = app.service.audit_export(&caller, wanted(search)?).await?;
    let lines = stream::unfold(Some(export), |export| async move {
        let mut export = export?;
        match export.next().await {
            Ok(rows) if rows.is_empty() => Some((Ok("\n".to_owned()), None)),
            Ok(rows) => {
                let lines = rows.iter().filter_map(|row| serde_json::to_string(row).ok()).map(|row| row + "\n").collect();
                Some((Ok::<String, Infallible>(lines), Some(export)))
            }
            Err(error) => {
                tracing::error!(%error, "an export of the audit log broke off");
                None
            }
        }
    });
    let lines = while_it_counts(lines, async move || presented.still_counts(&app, &caller).await);
    Ok(([(header::CONTENT_TYPE, "application/x-ndjson")], Body::from_stream(lines.fuse())).into_response())
}

/// The last week that is over: twenty single reads by lot, each with who looked at it, and what is unusual.
#[utoipa::path(get, path = path::AUDIT_REVIEW, tag = "audit",
    responses((status = 200, description = "The week", body = AuditReview), Problems))]
pub async fn review(State(app): State<App>, Known(caller): Known) -> Answer {
    let found = app.service.audit_review(&caller).await?;
    let looked = |(by, at)| Looked { by, at };
    let sample = found.sample.into_iter().map(|(entry, seen)| SampledEntry { entry, looked: seen.map(looked) });
    let emergencies = found.emergencies.map(|(waiting, overdue)| EmergenciesWaiting { waiting, overdue });
    Ok(Json(AuditReview { week: found.week, sample: sample.collect(), patterns: found.patterns, emergencies }).into_response())
}

/// Say that one looked at a row that was drawn by lot. Who was first stays.
#[utoipa::path(post, path = path::AUDIT_LOOKED, tag = "audit", request_body = LookAt, params(IdempotencyKey),
    responses((status = 204, description = "It is kept"), Problems))]
pub async fn looked(State(app): State<App>, Known(caller): Known, at: body::Make<LookAt>) -> Answer {
    app.service.audit_looked(&caller, &at.keyed, at.body.seq).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn wanted(search: AuditSearch) -> Result<Wanted, Failure> {
    let mut findings = vec![];
    let mut see = |field: &str, code: &'static str, value: String| findings.push(Finding::new(field, code, value));
    let limit = limit(search.limit, &mut see);
    let below = search.after.as_deref().map(read_cursor);
    if below == Some(None) {
        see("/after", "wrong-form", String::new());
    }
    if search.from.zip(search.to).is_some_and(|(from, to)| to < from) {
        see("/to", "not-later", search.from.map(|from| from.to_string()).unwrap_or_default());
    }
    if !findings.is_empty() {
        return Err(Failure::input(findings));
    }
    let text = |text: Option<crate::domain::text::RawText>| {
        text.map(|text| text.raw().trim().to_owned()).filter(|text| !text.is_empty())
    };
    let start = |day: Date| zone::instant_of(day.and_time(chrono::NaiveTime::MIN)).map(|at| at.timestamp_micros());
    Ok(Wanted {
        person: text(search.person),
        object: text(search.object),
        also: None,
        verb: search.verb,
        from: search.from.and_then(start),
        before: search.to.and_then(|to| to.succ_opt()).and_then(start),
        result: search.result.map(|result| result.code()),
        below: below.flatten(),
        limit: limit + 1,
    })
}

fn read_cursor(text: &str) -> Option<i64> {
    match &cursor_parts(text)?[..] {
        [list, seq] if list == "audit" => seq.parse().ok(),
        _ => None,
    }
}
