//! What happened to an entry of the register: who changed what, and when. Only told to who maintains it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::text::RawText;

/// One change of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OfficerRevision {
    /// The version it made.
    pub version: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who, by name; empty when the account is gone.
    pub by: RawText,
    /// What became otherwise; empty for the first version.
    pub changes: Vec<OfficerChange>,
}

/// What a field was and became, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OfficerChange {
    /// Its name on the wire: `phone`, `verifiedOn`, `reports`.
    pub field: String,
    /// Before; empty when there was nothing.
    pub before: RawText,
    /// After; empty when there is nothing.
    pub after: RawText,
}

/// A value of a field as a line: texts as they are, lists one after the other, of a report its reason.
pub fn in_words(json: &str) -> RawText {
    fn words(value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            Value::Array(items) => items.iter().map(words).collect::<Vec<_>>().join("; "),
            Value::Object(object) => object.get("reason").map(words).unwrap_or_default(),
            other => other.to_string(),
        }
    }
    serde_json::from_str(json).map_or_else(|_| RawText::default(), |value| words(&value).into())
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn values_are_told_as_lines() {
        for (json, told) in [
            ("\"a\"", "a"),
            ("null", ""),
            ("", ""),
            ("[\"a\",\"b\"]", "a; b"),
            ("5000", "5000"),
            ("[{\"reason\":\"neemt niet op\",\"by\":\"X\"}]", "neemt niet op"),
        ] {
            assert_eq!(in_words(json).raw(), told, "{json}");
        }
    }
}
