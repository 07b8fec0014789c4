//! Checks a JSON value against the published schema and finds everything wrong with it: unknown and missing fields, wrong
//! types, values that are none of those allowed, dates that are none. The document that clients read is the one that checks.

use serde_json::{Map, Value};

use crate::domain::{
    check::Finding,
    ids::{MunicipalityCode, SignalNumber},
    meeting::series::ClockTime,
};

/// The schemas of the API document.
pub struct Shapes {
    schemas: Map<String, Value>,
}

/// Most findings that are told.
const MOST: usize = 100;

impl Shapes {
    /// From the API document as JSON.
    pub fn of(document: &Value) -> Self {
        let schemas = document.pointer("/components/schemas").and_then(Value::as_object).cloned().unwrap_or_default();
        Self { schemas }
    }

    /// Everything wrong with a value that should be a `name`.
    pub fn check(&self, name: &str, value: &Value) -> Vec<Finding> {
        let mut findings = vec![];
        match self.schemas.get(name) {
            Some(schema) => self.walk(schema, value, "", &mut findings),
            None => findings.push(Finding::new("", "wrong-type", "")),
        }
        findings.truncate(MOST);
        findings
    }

    /// Is there a schema of this name?
    pub fn knows(&self, name: &str) -> bool {
        self.schemas.contains_key(name)
    }

    /// Everything wrong with a value that should be as this schema says.
    pub fn check_against(&self, schema: &Value, value: &Value) -> Vec<Finding> {
        let mut findings = vec![];
        self.walk(schema, value, "", &mut findings);
        findings.truncate(MOST);
        findings
    }

    /// The schema of a property, with references followed.
    pub fn property(&self, name: &str, property: &str) -> Option<&Value> {
        let schema = self.schemas.get(name)?.get("properties")?.get(property)?;
        Some(self.followed(self.unwrapped(schema)))
    }

    fn walk(&self, schema: &Value, value: &Value, at: &str, findings: &mut Vec<Finding>) {
        if let Some(choices) = schema.get("oneOf").or_else(|| schema.get("anyOf")).and_then(Value::as_array) {
            return self.walk_choice(choices, value, at, findings);
        }
        if let Some(parts) = schema.get("allOf").and_then(Value::as_array) {
            return parts.iter().for_each(|part| self.walk(part, value, at, findings));
        }
        if let Some(name) = reference(schema) {
            return self.walk_named(name, value, at, findings);
        }
        if !has_type(schema, value) {
            return findings.push(Finding::new(at, "wrong-type", kinds(schema)));
        }
        if let Some(values) = schema.get("enum").and_then(Value::as_array).filter(|values| !values.contains(value)) {
            let allowed: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
            return findings.push(Finding::new(at, "unknown-value", allowed.join(", ")));
        }
        match value {
            Value::Object(fields) => self.walk_fields(schema, fields, at, findings),
            Value::Array(items) => {
                if let Some(schema) = schema.get("items") {
                    items.iter().enumerate().for_each(|(i, item)| self.walk(schema, item, &format!("{at}/{i}"), findings));
                }
            }
            Value::String(text) => findings.extend(form(schema, text).map(|code| Finding::new(at, code, ""))),
            _ => {}
        }
    }

    /// One of several: this or nothing, or the one of several kinds that fits best.
    fn walk_choice(&self, choices: &[Value], value: &Value, at: &str, findings: &mut Vec<Finding>) {
        let is_null = |choice: &&Value| choice.get("type").and_then(Value::as_str) == Some("null");
        if value.is_null() && choices.iter().any(|choice| is_null(&choice)) {
            return;
        }
        let of = |choice| {
            let mut found = vec![];
            self.walk(choice, value, at, &mut found);
            found
        };
        let best = choices.iter().filter(|choice| !is_null(choice)).map(of).min_by_key(Vec::len);
        findings.extend(best.into_iter().flatten());
    }

    fn walk_named(&self, name: &str, value: &Value, at: &str, findings: &mut Vec<Finding>) {
        let before = findings.len();
        if let Some(schema) = self.schemas.get(name) {
            self.walk(schema, value, at, findings);
        }
        let Some(text) = value.as_str().filter(|_| findings.len() == before) else { return };
        let example = match name {
            "ClockTime" if ClockTime::parse(text).is_none() => "13:30",
            "MunicipalityCode" if text.parse::<MunicipalityCode>().is_err() => "0344",
            "SignalNumber" if SignalNumber::parse(text, 0).is_none_or(|number| number.year() == 0) => "S-2026-00421",
            _ => return,
        };
        findings.push(Finding::new(at, "wrong-form", example));
    }

    fn walk_fields(&self, schema: &Value, fields: &Map<String, Value>, at: &str, findings: &mut Vec<Finding>) {
        let required = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        findings.extend(
            required.filter(|name| !fields.contains_key(*name)).map(|name| Finding::new(format!("{at}/{name}"), "required", "")),
        );
        let properties = schema.get("properties").and_then(Value::as_object);
        let closed = schema.get("additionalProperties") == Some(&Value::Bool(false));
        for (name, value) in fields {
            let at = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
            match properties.and_then(|properties| properties.get(name)) {
                Some(schema) => self.walk(schema, value, &at, findings),
                None if closed => findings.push(Finding::new(at, "unknown-field", "")),
                None => {}
            }
        }
    }

    fn followed<'a>(&'a self, schema: &'a Value) -> &'a Value {
        reference(schema).and_then(|name| self.schemas.get(name)).unwrap_or(schema)
    }

    fn unwrapped<'a>(&self, schema: &'a Value) -> &'a Value {
        let choices = schema.get("oneOf").and_then(Value::as_array);
        choices.and_then(|all| all.iter().find(|one| one.get("type").and_then(Value::as_str) != Some("null"))).unwrap_or(schema)
    }
}

fn reference(schema: &Value) -> Option<&str> {
    schema.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/components/schemas/"))
}

fn kinds(schema: &Value) -> String {
    match schema.get("type") {
        Some(Value::String(kind)) => kind.clone(),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    }
}

fn has_type(schema: &Value, value: &Value) -> bool {
    let fits = |kind: &str| match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "number" => value.is_number(),
        "integer" => match (schema.get("minimum").and_then(Value::as_f64), schema.get("format").and_then(Value::as_str)) {
            (_, Some("int32")) => value.as_u64().is_some_and(|number| u32::try_from(number).is_ok()),
            (Some(0.0), _) => value.is_u64(),
            _ => value.is_i64(),
        },
        _ => true,
    };
    match schema.get("type") {
        Some(Value::String(kind)) => fits(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(fits),
        _ => true,
    }
}

/// What is wrong with the form of a text.
fn form(schema: &Value, text: &str) -> Option<&'static str> {
    match schema.get("format").and_then(Value::as_str)? {
        // chrono also reads `2026-1-1`.
        "date" if text.len() != 10 || text.parse::<chrono::NaiveDate>().is_err() => Some("not-a-date"),
        "date-time" if text.parse::<chrono::DateTime<chrono::Utc>>().is_err() => Some("not-a-time"),
        "uuid" if text.parse::<uuid::Uuid>().is_err() => Some("not-an-id"),
        _ => None,
    }
}
