//! The JSON schema of the configuration, for editors.

use serde_json::{Map, Value, json};

use super::{
    KEYS,
    reference::meaning,
    registry::ENTRIES,
    setting::{Entry, MOST, Shape},
};
use crate::{
    locale::Texts,
    tui::app::command::{Command, Scope},
};

/// The schema, with the meanings in the language of the texts.
pub fn schema(texts: &Texts) -> Value {
    let mut properties: Map<String, Value> =
        ENTRIES.iter().map(|entry| (entry.name.to_owned(), property(entry, texts))).collect();
    properties.insert(KEYS.to_owned(), keys(texts));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "loket",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    })
}

fn property(entry: &Entry, texts: &Texts) -> Value {
    let mut property = match entry.shape {
        Shape::Text | Shape::File => json!({ "type": "string" }),
        Shape::OneOf(words) => json!({ "type": "string", "enum": words }),
        Shape::Number => json!({ "type": "integer", "minimum": 0, "maximum": MOST }),
        Shape::YesNo => json!({ "type": "boolean" }),
    };
    property["description"] = meaning(entry, texts).into();
    if let Some(default) = (entry.default)() {
        property["default"] = as_json(&default);
    } else if let Some(example) = entry.example {
        property["examples"] = json!([as_json(example)]);
    }
    property
}

/// A table for each scope, with one or more keys for each command.
fn keys(texts: &Texts) -> Value {
    let scopes: Map<String, Value> = Scope::ALL
        .iter()
        .map(|scope| {
            let commands: Map<String, Value> = Command::ALL
                .iter()
                .filter(|command| command.scope() == *scope)
                .map(|command| {
                    let meaning = texts.get(&command.sentence());
                    let one = json!({ "type": "string" });
                    let keys = json!({ "description": meaning, "anyOf": [one, { "type": "array", "items": one }] });
                    (command.name().to_owned(), keys)
                })
                .collect();
            (scope.name().to_owned(), json!({ "type": "object", "additionalProperties": false, "properties": commands }))
        })
        .collect();
    json!({ "type": "object", "description": texts.get("setting-keys"), "properties": scopes })
}

/// A value as TOML, as JSON: strings, numbers and words are the same in both.
pub(in crate::cli) fn as_json(value: &str) -> Value {
    match format!("value = {value}").parse::<toml::Table>().ok().and_then(|mut table| table.remove("value")) {
        Some(toml::Value::String(text)) => text.into(),
        Some(toml::Value::Integer(number)) => number.into(),
        Some(toml::Value::Boolean(yes)) => yes.into(),
        _ => value.into(),
    }
}
