//! Calendar feeds behind a secret address, and the tokens in those addresses.
//!
//! The secret stands in the path and nowhere else: the log of requests tells the template of a path, the audit log who read, a
//! problem neither. Malformed, unknown, revoked and expired tokens get one and the same answer.

use axum::{
    Extension,
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use ring::digest::{SHA256, digest};

use super::{App, Failure, Known, body, deadlines::wanted, path::Id, query::Query, reply};
use crate::{
    api::{
        deadline::DeadlineList,
        feed::{FeedQuery, MadeFeedToken, NewFeedToken},
        page::Page,
        path,
        problem::{Code, Problem},
    },
    domain::{check::Finding, feed_token::FeedToken, text::SafeText},
    export::{Calendar, Event, event_of},
    locale::Language,
    server::{
        identity::{Asked, hex},
        policy::{Permission, allows},
    },
};

type Answer = Result<Response, Failure>;

/// Events in a feed, at most: those that come first. A calendar with more helps nobody.
const EVENTS: i64 = 5_000;

/// How far back a feed goes, in days.
const BACK: u64 = 31;

/// The deadlines as a calendar (iCalendar), read with the rights its account has at that moment: one whole day for each, without
/// titles, names or texts. The token is the only secret in any URL of this API. Events of the last month and later, five
/// thousand at most.
#[utoipa::path(get, path = path::FEED_DEADLINES, tag = "feeds", security(()), params(FeedQuery,
        ("token" = String, Path, description = "The secret of a feed token"),
        ("If-None-Match" = Option<String>, Header, description = "The ETag of the calendar that is there already")), responses(
    (status = 200, description = "The calendar", body = String, content_type = "text/calendar"),
    (status = 304, description = "The calendar is still the same"),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn deadlines(
    State(app): State<App>,
    Extension(asked): Extension<Asked>,
    Id(token): Id,
    headers: HeaderMap,
    query: Feed,
) -> Answer {
    let caller = app.service.feed_reader(&token, asked).await?.filter(|caller| allows(caller.role, Permission::TimeOutRead));
    let caller = caller.ok_or(Code::NotFound)?;
    let query = query.0?;
    let language = match query.lang.as_deref() {
        None => Language::Dutch,
        Some(code) => {
            Language::from_code(code).ok_or_else(|| Failure::input(vec![Finding::new("lang", "unknown-value", "nl, en")]))?
        }
    };
    let reminds = match query.alarms.as_deref() {
        None | Some("on") => true,
        Some("off") => false,
        Some(_) => return Err(Failure::input(vec![Finding::new("alarms", "unknown-value", "on, off")])),
    };
    let list = DeadlineList {
        owner: query.owner,
        kind: query.kind,
        body: query.body,
        municipality: query.municipality,
        ..DeadlineList::default()
    };
    let mut wanted = wanted(&app, &list, &caller, None)?;
    wanted.limit = EVENTS;
    wanted.from = app.service.today().checked_sub_days(chrono::Days::new(BACK));
    let texts = app.texts(language);
    let rows = app.service.deadline_events(&caller, &wanted).await?;
    let mut events: Vec<Event> =
        rows.iter().map(|(row, changed_at, sequence)| event_of(row, texts, *changed_at, *sequence)).collect();
    if !reminds {
        events.iter_mut().for_each(|event| event.reminders.clear());
    }
    let [name, about] = ["calendar-name", "calendar-about"].map(|key| SafeText::line(&texts.get(key)));
    let file = Calendar { name, about, events }.write();
    Ok(calendar(&headers, file))
}

/// The file, or word that it is the same.
fn calendar(headers: &HeaderMap, file: String) -> Response {
    let tag = format!("\"{}\"", &hex(digest(&SHA256, file.as_bytes()).as_ref())[..32]);
    let had = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let same = had.split(',').map(|tag| tag.trim().trim_start_matches("W/")).any(|had| had == tag || had == "*");
    let mut response = match same {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => ([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], Body::from(file)).into_response(),
    };
    let headers = response.headers_mut();
    // Kept by its reader alone, and asked for again each time.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}

/// The query of a feed, wrong or not: who has no token is not told about the query.
pub struct Feed(Result<FeedQuery, Failure>);

impl axum::extract::FromRequestParts<App> for Feed {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut axum::http::request::Parts, app: &App) -> Result<Self, Failure> {
        Ok(Self(Query::<FeedQuery>::from_request_parts(parts, app).await.map(|query| query.0)))
    }
}

/// The feed tokens of the account, newest first; also those that are revoked.
#[utoipa::path(get, path = path::FEED_TOKENS, tag = "feeds", responses(
    (status = 200, description = "The tokens, all on one page, without their secrets", body = Page<FeedToken>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn list(State(app): State<App>, Known(caller): Known) -> Answer {
    let items = app.service.feed_tokens(&caller).await?;
    let text = serde_json::to_string(&Page { items, next: None }).map_err(|_| Code::Internal)?;
    Ok(reply::ready(text))
}

/// Make a feed token. Its address is in this answer and never again.
#[utoipa::path(post, path = path::FEED_TOKENS, tag = "feeds", request_body = NewFeedToken,
    params(("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 201, description = "Made", body = MadeFeedToken),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn create(State(app): State<App>, Known(caller): Known, new: body::Make<NewFeedToken>) -> Answer {
    let NewFeedToken { name, expires_at } = new.body;
    let (written, secret) = app.service.create_feed_token(&caller, &new.keyed, name, expires_at).await?;
    let path = secret.map(|secret| path::FEED_DEADLINES.replace("{token}", &secret));
    reply::object(StatusCode::CREATED, 1, &MadeFeedToken { item: written.item, path })
}

/// Revoke a feed token of one's own; it works at once.
#[utoipa::path(delete, path = path::FEED_TOKEN, tag = "feeds",
    params(("id" = String, Path, description = "Id"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses the key")), responses(
    (status = 200, description = "The token as it is now", body = FeedToken),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn revoke(State(app): State<App>, Known(caller): Known, Id(id): Id, body::Key(keyed): body::Key) -> Answer {
    let written = app.service.revoke_feed_token(&caller, &keyed, &id).await?;
    reply::object(StatusCode::OK, 2, &written.item)
}
