//! Reading bodies: size, media type, JSON, shape; and the headers that belong to a write.

use axum::{
    body::Body,
    extract::{FromRequest, FromRequestParts, Request},
    http::{HeaderMap, header, request::Parts},
};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;
use serde_json::Value;
use utoipa::ToSchema;

use super::{App, Failure};
use crate::{
    api::{BODY_LIMIT, IDEMPOTENCY_KEY, problem::Code},
    domain::check::Finding,
    server::service::Keyed,
};

/// A body that needs no idempotency key: it changes nothing, or twice the same is the same.
pub struct Ask<T>(pub T);

/// A body that makes something, with its idempotency key; at most so many bytes.
pub struct Make<T, const MOST: usize = BODY_LIMIT> {
    /// The body.
    pub body: T,
    /// The key.
    pub keyed: Keyed,
}

/// A merge patch, with the version it was made for.
pub struct Amend<T> {
    /// The body.
    pub body: T,
    /// The version in `If-Match`.
    pub version: i64,
    /// The key, if one was sent.
    pub keyed: Option<Keyed>,
}

/// A verb on one version of an object: with its idempotency key and the version it was decided on.
pub struct Act<T> {
    /// The body.
    pub body: T,
    /// The version in `If-Match`.
    pub version: i64,
    /// The key.
    pub keyed: Keyed,
}

/// The version in `If-Match` of a request without a body.
pub struct Seen(pub i64);

/// The idempotency key of a request without a body.
pub struct Key(pub Keyed);

impl<T: DeserializeOwned + ToSchema> FromRequest<App> for Ask<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let (parts, body) = request.into_parts();
        let (value, _) = json(&parts.headers, body).await?;
        Ok(Self(shaped(app, value)?))
    }
}

impl<T: DeserializeOwned + ToSchema, const MOST: usize> FromRequest<App> for Make<T, MOST> {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let (parts, body) = request.into_parts();
        let (value, bytes) = json_up_to(MOST, &parts.headers, body).await?;
        let keyed = keyed(&parts, &bytes)?.ok_or(Code::IdempotencyKeyMissing)?;
        Ok(Self { body: shaped(app, value)?, keyed })
    }
}

impl<T: DeserializeOwned + ToSchema> FromRequest<App> for Act<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let (parts, body) = request.into_parts();
        let (value, bytes) = json(&parts.headers, body).await?;
        let keyed = keyed(&parts, &bytes)?.ok_or(Code::IdempotencyKeyMissing)?;
        let version = version(&parts.headers)?;
        Ok(Self { body: shaped(app, value)?, version, keyed })
    }
}

impl<T: DeserializeOwned + ToSchema> FromRequest<App> for Amend<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let (parts, body) = request.into_parts();
        let (value, bytes) = json(&parts.headers, body).await?;
        let version = version(&parts.headers)?;
        let keyed = keyed(&parts, &bytes)?;
        Ok(Self { body: shaped(app, cleared::<T>(app, value)?)?, version, keyed })
    }
}

impl FromRequestParts<App> for Seen {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self, Failure> {
        Ok(Self(version(&parts.headers)?))
    }
}

impl FromRequestParts<App> for Key {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self, Failure> {
        Ok(Self(keyed(parts, &[])?.ok_or(Code::IdempotencyKeyMissing)?))
    }
}

/// The body as JSON and as bytes; an empty one is an empty object.
async fn json(headers: &HeaderMap, body: Body) -> Result<(Value, Vec<u8>), Failure> {
    json_up_to(BODY_LIMIT, headers, body).await
}

/// The same of at most so many bytes.
async fn json_up_to(most: usize, headers: &HeaderMap, body: Body) -> Result<(Value, Vec<u8>), Failure> {
    let kind = headers.get(header::CONTENT_TYPE).map(|value| value.to_str().unwrap_or_default());
    let kind = kind.map(|value| value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase());
    let bytes = read(most, body).await?;
    if bytes.is_empty() && kind.is_none() {
        return Ok((Value::Object(serde_json::Map::new()), bytes));
    }
    if !matches!(kind.as_deref(), Some("application/json" | "application/merge-patch+json")) {
        return Err(Code::WrongMediaType.into());
    }
    let value = serde_json::from_slice(&bytes).map_err(|error| {
        let mut failure = Failure::from(Code::BrokenJson);
        failure.0.problem.detail = Some(format!("line {}, column {}", error.line(), error.column()));
        failure
    })?;
    Ok((value, bytes))
}

/// Reads a body up to the limit. What is over it is read too, up to a point, and thrown away: else the sender may never get
/// to see why it was refused.
async fn read(most: usize, body: Body) -> Result<Vec<u8>, Failure> {
    let mut stream = body.into_data_stream();
    let (mut bytes, mut size) = (vec![], 0_usize);
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(|_| Code::BrokenJson)?;
        size += chunk.len();
        if size <= most {
            bytes.extend_from_slice(&chunk);
        } else if size > 64 * BODY_LIMIT {
            break;
        }
    }
    if size > most { Err(Code::TooLarge.into()) } else { Ok(bytes) }
}

fn shaped<T: DeserializeOwned + ToSchema>(app: &App, value: Value) -> Result<T, Failure> {
    // A generic type has no schema under its bare name: its own is asked.
    let findings = match app.shapes.knows(&T::name()) {
        true => app.shapes.check(&T::name(), &value),
        false => app.shapes.check_against(&serde_json::to_value(T::schema()).map_err(|_| Code::Internal)?, &value),
    };
    if !findings.is_empty() {
        return Err(Failure::input(findings));
    }
    serde_json::from_value(value).map_err(|_| Failure::input(vec![Finding::new("", "wrong-type", "")]))
}

/// What `null` means in a merge patch: the field is emptied. Dates, numbers, one of several forms, an outcome and the two
/// references that may be absent stay `null`; a text becomes empty, a list too; what must always have a value refuses it.
fn cleared<T: ToSchema>(app: &App, mut value: Value) -> Result<Value, Failure> {
    let mut findings = vec![];
    for (name, value) in value.as_object_mut().into_iter().flatten().filter(|(_, value)| value.is_null()) {
        let Some(schema) = app.shapes.property(&T::name(), name) else { continue };
        let kinds = schema.get("type").map(ToString::to_string).unwrap_or_default();
        if matches!(name.as_str(), "municipality" | "household" | "outcome")
            || schema.get("format").is_some()
            || schema.get("oneOf").is_some()
            || kinds.contains("integer")
        {
            continue;
        } else if schema.get("enum").is_some() {
            findings.push(Finding::new(format!("/{name}"), "required", ""));
        } else if kinds.contains("array") {
            *value = Value::Array(vec![]);
        } else if kinds.contains("object") {
            *value = Value::Object(serde_json::Map::new());
        } else {
            *value = Value::String(String::new());
        }
    }
    if findings.is_empty() { Ok(value) } else { Err(Failure::input(findings)) }
}

/// The version in `If-Match: "N"`.
fn version(headers: &HeaderMap) -> Result<i64, Failure> {
    let value = headers.get(header::IF_MATCH).ok_or(Code::VersionMissing)?;
    let text = value.to_str().unwrap_or_default().trim();
    let number = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).and_then(|text| text.parse().ok());
    number.ok_or_else(|| Failure::input(vec![Finding::new("If-Match", "wrong-form", "\"3\"")]))
}

/// The key with a hash of method, path and body.
fn keyed(parts: &Parts, body: &[u8]) -> Result<Option<Keyed>, Failure> {
    let Some(value) = parts.headers.get(IDEMPOTENCY_KEY) else { return Ok(None) };
    let key: uuid::Uuid = value.to_str().ok().and_then(|text| text.trim().parse().ok()).ok_or(Code::IdempotencyKeyMissing)?;
    let request = [parts.method.as_str().as_bytes(), parts.uri.path().as_bytes(), body];
    Ok(Some(Keyed::new(key.hyphenated().to_string(), &request)))
}
