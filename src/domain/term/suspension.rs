//! Suspensions: half-open intervals of days on which a term stands still, and their union.

use std::{fmt, str::FromStr};

use chrono::Days;

use crate::domain::{Date, zone::read_date};

/// A suspension: the first suspended day, and the first day on which the term runs again. Empty when they are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Suspension {
    from: Date,
    until: Date,
}

/// Why something is not a suspension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SuspensionError {
    /// It ends before it starts.
    Backwards {
        /// First suspended day.
        from: Date,
        /// First running day.
        until: Date,
    },
    /// Not `A..B` (half-open) or `A t/m B` (last day included), or one of them is not a day.
    NotASuspension(String),
}

impl Suspension {
    /// Half-open: suspended from `from` up to but not including `until`.
    pub fn new(from: Date, until: Date) -> Result<Self, SuspensionError> {
        if from > until { Err(SuspensionError::Backwards { from, until }) } else { Ok(Self { from, until }) }
    }

    /// As people say it: from the first up to and including the last day (t/m).
    pub fn through(first: Date, last: Date) -> Result<Self, SuspensionError> {
        let until = last.checked_add_days(Days::new(1)).ok_or_else(|| SuspensionError::NotASuspension(last.to_string()))?;
        if first > last { Err(SuspensionError::Backwards { from: first, until }) } else { Self::new(first, until) }
    }

    /// First suspended day.
    pub fn from(self) -> Date {
        self.from
    }

    /// First day on which the term runs again.
    pub fn until(self) -> Date {
        self.until
    }

    /// The same, without the days before this one. At most empty.
    pub(super) fn starting(self, from: Date) -> Self {
        Self { from: from.clamp(self.from, self.until), until: self.until }
    }

    /// How many days.
    pub fn days(self) -> i64 {
        (self.until - self.from).num_days()
    }

    /// The last suspended day, as people say it (t/m). Of an empty one the day before.
    pub fn last(self) -> Date {
        self.until.pred_opt().unwrap_or(self.until)
    }

    /// Is this day suspended?
    pub fn covers(self, date: Date) -> bool {
        self.from <= date && date < self.until
    }
}

/// The union: in order, without overlap, touching ones joined, empty ones left out.
pub fn union(suspensions: &[Suspension]) -> Vec<Suspension> {
    let mut sorted: Vec<Suspension> = suspensions.iter().copied().filter(|s| s.from < s.until).collect();
    sorted.sort_unstable();
    let mut union: Vec<Suspension> = Vec::with_capacity(sorted.len());
    for next in sorted {
        match union.last_mut() {
            Some(last) if next.from <= last.until => last.until = last.until.max(next.until),
            _ => union.push(next),
        }
    }
    union
}

impl fmt::Display for Suspension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.from, self.until)
    }
}

impl FromStr for Suspension {
    type Err = SuspensionError;
    fn from_str(text: &str) -> Result<Self, SuspensionError> {
        let refused = || SuspensionError::NotASuspension(text.to_owned());
        let read = |part: &str| read_date(part).ok_or_else(refused);
        match (text.split_once(".."), text.split_once("t/m")) {
            (Some((from, until)), None) => Self::new(read(from)?, read(until)?),
            (None, Some((first, last))) => Self::through(read(first)?, read(last)?),
            _ => Err(refused()),
        }
    }
}

impl fmt::Display for SuspensionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Backwards { from, until } => write!(f, "the suspension ends ({until}) before it starts ({from})"),
            Self::NotASuspension(text) => write!(f, "{text:?} is not a suspension like 2026-09-15..2026-10-13"),
        }
    }
}

impl std::error::Error for SuspensionError {}

#[cfg(test)]
mod tests {
    use super::{super::calendar::day, *};

    fn read(text: &str) -> Suspension {
        text.parse().unwrap()
    }

    #[test]
    fn reads_both_forms() {
        assert_eq!(read("2026-11-16..2026-11-27"), read("16-11-2026 t/m 26-11-2026"));
        assert_eq!(read("2026-11-16 t/m 2026-11-16").until(), day(2026, 11, 17));
        assert_eq!(read("2026-11-16..2026-11-16").to_string(), "2026-11-16..2026-11-16");
    }

    #[test]
    fn backwards_and_broken_ones_are_errors() {
        let (from, until) = (day(2026, 11, 2), day(2026, 11, 1));
        assert_eq!("2026-11-02..2026-11-01".parse::<Suspension>(), Err(SuspensionError::Backwards { from, until }));
        assert!(matches!("2026-11-02 t/m 2026-11-01".parse::<Suspension>(), Err(SuspensionError::Backwards { .. })));
        for text in ["", "2026-11-02", "2026-02-30..2026-03-01", "2026-11-01..2026-11-02..2026-11-03", "..", "a t/m b"] {
            assert!(matches!(text.parse::<Suspension>(), Err(SuspensionError::NotASuspension(_))), "{text}");
        }
    }

    #[test]
    fn a_union_joins_what_overlaps_or_touches() {
        let parts = ["2026-08-17..2026-08-31", "2026-08-10..2026-08-24", "2026-08-31..2026-09-01", "2026-10-01..2026-10-01"];
        let parts: Vec<Suspension> = parts.into_iter().map(read).collect();
        assert_eq!(union(&parts), [read("2026-08-10..2026-09-01")]);
    }
}
