//! A time on the clock, hours and minutes: `13:30`.

use std::fmt;

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A time on the clock in the Netherlands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToSchema)]
#[schema(value_type = String, example = "13:30")]
pub struct ClockTime(pub NaiveTime);

impl ClockTime {
    /// Reads `13:30`, also `9:00` and `13.30`.
    pub fn parse(text: &str) -> Option<Self> {
        ["%H:%M", "%H.%M"].iter().find_map(|form| NaiveTime::parse_from_str(text.trim(), form).ok()).map(Self)
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%H:%M"))
    }
}

impl Serialize for ClockTime {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ClockTime {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not a time like 13:30"))
    }
}
