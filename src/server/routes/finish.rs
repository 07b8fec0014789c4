//! The outermost layer: a time limit, the headers every answer carries, and problems in the reader's language.

use std::time::{Duration, Instant};

use axum::{
    Extension,
    body::Body,
    extract::{MatchedPath, Request},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tracing::Instrument;

use super::{App, Failure, Known};
use crate::{
    api::{
        API_VERSION,
        problem::{Code, Fault, MEDIA_TYPE, Problem},
    },
    domain::{check::Finding, organisation},
    locale::{Language, Texts, Value},
    server::random,
};

/// How long a request may take until its answer begins.
const LIMIT: Duration = Duration::from_secs(30);

/// How long a request may still take once the database is on another host. One that got a connection there is done by then; one that
/// waits for the host of before would wait for the whole of [`LIMIT`], and hold a connection as long.
const AFTER_A_MOVE: Duration = Duration::from_secs(2);

/// Headers that every answer carries.
const HEADERS: [(HeaderName, &str); 6] = [
    (HeaderName::from_static("api-version"), API_VERSION),
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
];

/// Runs the request and finishes its answer.
pub async fn finish(Extension(app): Extension<App>, mut request: Request, next: Next) -> Response {
    let id = random::bytes::<8>().map(|bytes| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
    let id = id.unwrap_or_default();
    let language = language(request.headers());
    let asked = Asked::of(&request);
    // What goes wrong on the way is logged under the same id.
    let span = tracing::error_span!("request", id);
    request.extensions_mut().insert(RequestId(id.clone()));
    let mut moved = app.service.moved();
    let too_late = async {
        if tokio::time::timeout(LIMIT, moved.changed()).await.is_ok() {
            tokio::time::sleep(AFTER_A_MOVE).await;
        }
    };
    let mut response = tokio::select! {
        response = next.run(request).instrument(span) => response,
        () = too_late => Failure::from(Code::TimedOut).into_response(),
    };
    if let Some(failure) = response.extensions_mut().remove::<Failure>() {
        let known = response.extensions_mut().remove::<Known>();
        response = told(app.texts(language), failure, &id, response.headers());
        known.map(|known| response.extensions_mut().insert(known));
    }
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-request-id", value);
    }
    asked.log(&id, &response);
    response
}

/// The id of a request: in its answer, in the log of the server and in the audit log.
#[derive(Debug, Clone)]
pub struct RequestId(pub String);

/// What the log tells of a request: never a path with ids in it, a query, a body, a name or a token.
struct Asked {
    method: Method,
    /// `/v1/signals/{signal}`; nothing for a route that does not exist.
    path: Option<MatchedPath>,
    began: Instant,
}

impl Asked {
    fn of(request: &Request) -> Self {
        let path = request.extensions().get::<MatchedPath>().cloned();
        Self { method: request.method().clone(), path, began: Instant::now() }
    }

    fn log(&self, id: &str, response: &Response) {
        let path = self.path.as_ref().map_or("-", MatchedPath::as_str);
        let method = self.method.as_str();
        let status = response.status().as_u16();
        let ms = self.began.elapsed().as_micros() as f64 / 1000.0;
        let account = response.extensions().get::<Known>().map(|known| known.0.account.to_string());
        match status {
            500.. => tracing::error!(id, method, path, status, ms, account, "request"),
            _ if path.starts_with("/health/") => tracing::debug!(id, method, path, status, ms, "request"),
            _ => tracing::info!(id, method, path, status, ms, account, "request"),
        }
    }
}

/// The first language of `Accept-Language` that there are texts in; Dutch otherwise.
fn language(headers: &HeaderMap) -> Language {
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    wanted
        .split(',')
        .filter_map(|part| part.split([';', '-']).next())
        .find_map(|code| Language::from_code(&code.trim().to_ascii_lowercase()))
        .unwrap_or(Language::Dutch)
}

fn told(texts: &Texts, failure: Failure, id: &str, headers: &HeaderMap) -> Response {
    let code = failure.0.problem.code;
    let key = format!("problem-{}", code.code());
    let problem = Problem {
        title: texts.get(&key),
        advice: Some(texts.get(&format!("{key}-advice"))),
        errors: failure.0.findings.iter().map(|finding| fault(texts, finding)).collect(),
        request_id: Some(id.to_owned()),
        retry_after: failure.0.retry_after.and_then(|seconds| u32::try_from(seconds).ok()),
        ..failure.0.problem
    };
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    let mut response = (status, [(header::CONTENT_TYPE, MEDIA_TYPE)], Body::from(body)).into_response();
    for name in [header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = headers.get(&name) {
            response.headers_mut().insert(name, value.clone());
        }
    }
    match code {
        Code::NotSignedIn | Code::SessionEnded | Code::SignInRefused => {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        Code::Unavailable => {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        _ => {}
    }
    response
}

fn fault(texts: &Texts, finding: &Finding) -> Fault {
    let detail = texts.with(&format!("fault-{}", finding.code), &[("value", Value::from(organisation::shown(&finding.value)))]);
    Fault::new(finding.at.clone(), finding.code, detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_known_language_wins_and_dutch_is_the_default() {
        for (header, expected) in [
            ("en-GB,nl;q=0.5", Language::English),
            ("fr, EN;q=0.8", Language::English),
            ("nl", Language::Dutch),
            ("fr", Language::Dutch),
            ("", Language::Dutch),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, HeaderValue::from_static(header))]);
            assert_eq!(language(&headers), expected, "{header}");
        }
    }

    #[test]
    fn every_problem_and_fault_has_words_in_both_languages() {
        const FAULTS: [&str; 159] = [
            "audit-log",
            "store-gone",
            "store-locked",
            "store-full",
            "store-read-only",
            "store-slow",
            "not-yours",
            "not-in-person",
            "delivered-twice",
            "several-entries",
            "delivery-settled",
            "delivery-not-applied",
            "delivery-too-early",
            "delivery-later",
            "delivery-changed",
            "vanished-not-confirmed",
            "no-term",
            "other-length",
            "not-with-working-days",
            "not-together",
            "required",
            "too-long",
            "too-short",
            "too-many-searches",
            "too-many-persons",
            "too-many-sign-ins",
            "password-too-short",
            "password-is-name",
            "password-common",
            "not-a-date",
            "not-a-time",
            "not-an-id",
            "unknown-value",
            "unknown-in-filter",
            "unknown-field",
            "wrong-type",
            "wrong-form",
            "out-of-range",
            "bsn",
            "differs",
            "twice",
            "not-a-municipality",
            "not-a-national-body",
            "no-such-decision",
            "overlaps",
            "time-out-over",
            "time-out-not-begun",
            "after-the-end",
            "beyond-maximum",
            "not-later",
            "outside-time-out",
            "proposal-pending",
            "emergency-used",
            "emergency-not-today",
            "in-the-future",
            "same-person",
            "anothers-proposal",
            "proposal-expired",
            "proposal-settled",
            "other-than-shown",
            "subject-changed",
            "meeting-over",
            "agenda-not-fixed",
            "agenda-changed-since-fixed",
            "agenda-nothing-new",
            "agenda-changed-since-seen",
            "agenda-empty",
            "agenda-not-ready",
            "meeting-not-yet",
            "meeting-not-held",
            "agenda-sent",
            "decisions-sent",
            "nobody-to-send-to",
            "nobody-at-body",
            "missing-addressee",
            "nothing-for-reader",
            "nothing-decided-for-reader",
            "decision-suspended",
            "no-ground",
            "not-sendable",
            "no-sender",
            "no-time-yet",
            "not-https",
            "other-meeting-number",
            "not-on-agenda",
            "already-proposed",
            "already-invited",
            "agenda-full",
            "not-placed",
            "part-withdrawn",
            "meeting-number-taken",
            "meeting-number-far",
            "meeting-numbers-used-up",
            "meeting-cancelled",
            "meeting-has-decisions",
            "item-dealt-with",
            "series-day-taken",
            "meeting-not-cancelled",
            "meeting-past",
            "no-next-meeting",
            "personal-mail",
            "personal-phone",
            "personal-of-case",
            "personal-doubt",
            "ground-not-in-force",
            "part-needs-ground",
            "not-shared",
            "merged",
            "merged-elsewhere",
            "merge-same",
            "merge-not-open",
            "merge-destroyable",
            "merge-time-out",
            "merge-arrangement",
            "merge-share",
            "merge-agenda",
            "merge-candidate",
            "not-merged",
            "merge-target-gone",
            "merge-changed",
            "position-changed",
            "share-over",
            "emergency-reviewed",
            "too-many-emergencies",
            "anothers-export",
            "export-not-confirmed",
            "export-over",
            "export-fetched-enough",
            "about-somebody",
            "too-many-cases",
            "nothing-selected",
            "slots-overlap",
            "missing-title",
            "missing-slot",
            "missing-stalemate",
            "missing-facts",
            "missing-facts-too-long",
            "missing-tried",
            "missing-bodies",
            "missing-national-body",
            "missing-position",
            "missing-perspective",
            "missing-decision-asked",
            "missing-options",
            "missing-ground",
            "missing-invitee",
            "missing-mandate",
            "missing-acceptance",
            "missing-ask-again",
            "control-characters",
            "not-a-mail-address",
            "message-personal",
            "message-not-shared",
            "message-not-draft",
            "message-not-outgoing",
            "message-sent",
            "message-under-way",
            "message-no-address",
            "mail-not-configured",
        ];
        for language in Language::ALL {
            let texts = Texts::new(*language);
            for code in Code::ALL {
                let key = format!("problem-{}", code.code());
                assert!(texts.has(&key) && texts.has(&format!("{key}-advice")), "{key} in {language}");
            }
            for code in FAULTS {
                assert!(texts.has(&format!("fault-{code}")), "fault-{code} in {language}");
            }
        }
    }
}
