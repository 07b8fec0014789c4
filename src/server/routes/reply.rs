//! Answers that are put together from JSON the store holds ready, and the headers of a single object.

use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::Serialize;

use super::Failure;
use crate::api::problem::Code;

/// JSON that is text already.
pub fn ready(body: String) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], Body::from(body)).into_response()
}

/// A page of items that are JSON already.
pub fn page<'a>(items: impl Iterator<Item = &'a str>, next: Option<String>) -> Response {
    let mut body = String::with_capacity(32 * 1024);
    body.push_str("{\"items\":[");
    for (at, item) in items.enumerate() {
        if at > 0 {
            body.push(',');
        }
        body.push_str(item);
    }
    body.push(']');
    if let Some(next) = next {
        body.push_str(",\"next\":\"");
        body.push_str(&next);
        body.push('"');
    }
    body.push('}');
    ready(body)
}

/// An object with its version as ETag.
pub fn object(status: StatusCode, version: i64, item: &impl Serialize) -> Result<Response, Failure> {
    let body = serde_json::to_string(item).map_err(|_| Code::Internal)?;
    Ok(tagged(status, &version.to_string(), body))
}

/// JSON that is text already, with an ETag.
pub fn tagged(status: StatusCode, tag: &str, body: String) -> Response {
    let mut response = ready(body);
    *response.status_mut() = status;
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{tag}\"")) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// An opaque cursor.
pub fn cursor(parts: &[&str]) -> String {
    URL_SAFE_NO_PAD.encode(parts.join("\u{1f}"))
}

/// Takes the row too many off that a store gives when there is more, and makes the cursor of the page after the last one that stays.
pub fn next<R>(rows: &mut Vec<R>, limit: i64, parts: impl FnOnce(&R) -> Vec<String>) -> Option<String> {
    let most = usize::try_from(limit - 1).unwrap_or_default();
    let more = rows.len() > most;
    rows.truncate(most);
    let parts = parts(rows.last().filter(|_| more)?);
    Some(cursor(&parts.iter().map(String::as_str).collect::<Vec<_>>()))
}

/// The id in a cursor, as a store writes it; nothing: loket did not make the cursor.
pub fn cursor_id(text: &str) -> Option<String> {
    text.parse::<uuid::Uuid>().ok().map(|id| id.hyphenated().to_string())
}

/// The parts of a cursor.
pub fn cursor_parts(cursor: &str) -> Option<Vec<String>> {
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    Some(text.split('\u{1f}').map(str::to_owned).collect())
}
