//! The number of a meeting (`LET-48`) and of a series of them (`REEKS-3`). They run on, whatever the year, as people have counted
//! from the first.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A number that counts on, behind a word.
macro_rules! counted {
    ($(#[$doc:meta])* $name:ident, $word:literal, $example:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ToSchema)]
        #[schema(value_type = String, example = $example)]
        pub struct $name(u32);

        impl $name {
            /// The highest number.
            pub const MOST: u32 = 999_999;

            /// The `number`th; nothing for zero and for what is beyond the highest.
            pub fn new(number: u32) -> Option<Self> {
                (1..=Self::MOST).contains(&number).then_some(Self(number))
            }

            /// As a number.
            pub fn as_i64(self) -> i64 {
                self.0.into()
            }

            /// Reads it with or without its word, in capitals or not, with a dash, a blank or nothing between: `LET-48`, `let 48`, `48`.
            pub fn parse(text: &str) -> Option<Self> {
                let text = text.trim();
                let digits = match text.get(..$word.len()) {
                    Some(word) if word.eq_ignore_ascii_case($word) => {
                        let rest = &text[$word.len()..];
                        rest.strip_prefix(['-', ' ']).unwrap_or(rest)
                    }
                    _ => text,
                };
                let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
                plain.then(|| digits.parse().ok()).flatten().and_then(Self::new)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&format!(concat!($word, "-{}"), self.0))
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
                Self::parse(&text).ok_or_else(|| serde::de::Error::custom(concat!("not a number like ", $example)))
            }
        }
    };
}

counted!(
    /// The number people use of a meeting.
    MeetingNumber, "LET", "LET-48"
);

counted!(
    /// The number people use of a series of meetings.
    SeriesNumber, "REEKS", "REEKS-3"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_write_it_in_several_ways() {
        for text in ["LET-48", "let 48", "LET48", " 48 ", "LET-0048"] {
            assert_eq!(MeetingNumber::parse(text).map(|number| number.to_string()), Some("LET-48".into()), "{text}");
        }
        for text in ["", "LET", "LET-", "0", "-48", "48a", "S-48", "lét-4", "LET--4", "LET - 4", "1000000", "99999999999"] {
            assert_eq!(MeetingNumber::parse(text), None, "{text}");
        }
        for text in ["REEKS-3", "reeks 3", "3"] {
            assert_eq!(SeriesNumber::parse(text).map(|number| number.to_string()), Some("REEKS-3".into()), "{text}");
        }
        assert_eq!(SeriesNumber::parse("LET-3"), None);
    }
}
