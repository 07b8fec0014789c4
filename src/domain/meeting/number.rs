//! The number of a meeting: `LET-48`. It runs on, whatever the year, as people have counted from the first meeting.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The number people use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ToSchema)]
#[schema(value_type = String, example = "LET-48")]
pub struct MeetingNumber(u32);

impl MeetingNumber {
    /// The highest number.
    pub const MOST: u32 = 999_999;

    /// The `number`th meeting; nothing for zero and for what is beyond the highest.
    pub fn new(number: u32) -> Option<Self> {
        (1..=Self::MOST).contains(&number).then_some(Self(number))
    }

    /// As a number.
    pub fn as_i64(self) -> i64 {
        self.0.into()
    }

    /// Reads `LET-48`, `LET 48`, `let48` or `48`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = match text.get(..3) {
            Some(word) if word.eq_ignore_ascii_case("let") => text[3..].trim_start_matches(['-', ' ']),
            _ => text,
        };
        let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten().and_then(Self::new)
    }
}

impl fmt::Display for MeetingNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("LET-{}", self.0))
    }
}

impl Serialize for MeetingNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for MeetingNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not a number of a meeting like LET-48"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_write_it_in_several_ways() {
        for text in ["LET-48", "let 48", "LET48", " 48 ", "LET-0048"] {
            assert_eq!(MeetingNumber::parse(text).map(|number| number.to_string()), Some("LET-48".into()), "{text}");
        }
        for text in ["", "LET", "LET-", "0", "-48", "48a", "S-48", "lét-4", "1000000", "99999999999"] {
            assert_eq!(MeetingNumber::parse(text), None, "{text}");
        }
    }
}
