//! Reading query parameters: unknown, repeated and wrong ones are all named.

use axum::{
    extract::{FromRequestParts, Query as Pairs},
    http::request::Parts,
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::{App, Failure};
use crate::domain::check::Finding;

/// The query parameters of a request.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + ToSchema> FromRequestParts<App> for Query<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let Pairs(pairs) = Pairs::<Vec<(String, String)>>::try_from_uri(&parts.uri)
            .map_err(|_| Failure::input(vec![Finding::new("", "wrong-form", "?name=value")]))?;
        let (mut fields, mut findings) = (Map::new(), vec![]);
        for (name, text) in pairs {
            let kind = app.shapes.property(&T::name(), &name).and_then(|schema| schema.get("type")).map(ToString::to_string);
            let value = match kind.is_some_and(|kind| kind.contains("integer")) {
                true => text.parse::<i64>().map_or(Value::String(text), Value::from),
                false => Value::String(text),
            };
            if fields.insert(name.clone(), value).is_some() {
                findings.push(Finding::new(format!("/{name}"), "twice", ""));
            }
        }
        let value = Value::Object(fields);
        findings.extend(app.shapes.check(&T::name(), &value));
        for finding in &mut findings {
            finding.at.remove(0);
        }
        if !findings.is_empty() {
            return Err(Failure::input(findings));
        }
        serde_json::from_value(value).map(Self).map_err(|_| Failure::input(vec![Finding::new("", "wrong-form", "?name=value")]))
    }
}
