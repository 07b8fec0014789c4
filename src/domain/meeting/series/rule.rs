//! How often a series meets: every so many weeks on a weekday, or on such a weekday of the month every so many months. It says
//! itself as a rule of RFC 5545, which `recurrence` works out.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{Date, recurrence, role::coded_enum};

coded_enum!(
    /// A day of the week.
    SeriesWeekday {
        /// Maandag.
        Monday = "monday",
        /// Dinsdag.
        Tuesday = "tuesday",
        /// Woensdag.
        Wednesday = "wednesday",
        /// Donderdag.
        Thursday = "thursday",
        /// Vrijdag.
        Friday = "friday",
        /// Zaterdag.
        Saturday = "saturday",
        /// Zondag.
        Sunday = "sunday",
    }
);

coded_enum!(
    /// Which of its kind in the month.
    WeekOfMonth {
        /// De eerste.
        First = "first",
        /// De tweede.
        Second = "second",
        /// De derde.
        Third = "third",
        /// De vierde.
        Fourth = "fourth",
        /// De laatste.
        Last = "last",
    }
);

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SeriesRule {
    /// Every so many weeks, or months when `week` is said; 1 to 12.
    pub every: u16,
    /// On this day of the week.
    pub weekday: SeriesWeekday,
    /// Which one of the month; nothing: it goes by weeks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub week: Option<WeekOfMonth>,
}

impl SeriesRule {
    /// Most weeks or months from one to the next.
    pub const EVERY_MOST: u16 = 12;

    /// Its days from the first that fits on or after `first`; only those on or after `from`, and at most so many.
    pub fn days(self, first: Date, from: Date, most: u16) -> Vec<Date> {
        let each = Self { every: 1, ..self };
        let Some(anchor) = recurrence::days(&each.to_string(), first, first, 1).first().copied() else { return vec![] };
        recurrence::days(&self.to_string(), anchor, from.max(anchor), most)
    }

    /// Less than so many days lie between two of its days.
    pub fn reach(self) -> i64 {
        i64::from(self.every) * if self.week.is_some() { 28 } else { 7 }
    }
}

/// As a rule of RFC 5545.
impl fmt::Display for SeriesRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, place) = match self.week {
            None => ("WEEKLY", ""),
            Some(WeekOfMonth::First) => ("MONTHLY", "1"),
            Some(WeekOfMonth::Second) => ("MONTHLY", "2"),
            Some(WeekOfMonth::Third) => ("MONTHLY", "3"),
            Some(WeekOfMonth::Fourth) => ("MONTHLY", "4"),
            Some(WeekOfMonth::Last) => ("MONTHLY", "-1"),
        };
        let day = match self.weekday {
            SeriesWeekday::Monday => "MO",
            SeriesWeekday::Tuesday => "TU",
            SeriesWeekday::Wednesday => "WE",
            SeriesWeekday::Thursday => "TH",
            SeriesWeekday::Friday => "FR",
            SeriesWeekday::Saturday => "SA",
            SeriesWeekday::Sunday => "SU",
        };
        write!(f, "FREQ={kind};INTERVAL={};BYDAY={place}{day}", self.every)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::zone::read_date;

    fn days(every: u16, week: Option<WeekOfMonth>, first: &str, from: &str) -> Vec<String> {
        let rule = SeriesRule { every, weekday: SeriesWeekday::Tuesday, week };
        let found = rule.days(read_date(first).unwrap(), read_date(from).unwrap(), 4);
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn weeks_are_counted_from_the_first_that_fits() {
        // The second of December is a Wednesday.
        let fortnight = ["2026-12-08", "2026-12-22", "2027-01-05", "2027-01-19"];
        assert_eq!(days(2, None, "2026-12-02", "2026-12-02"), fortnight);
        assert_eq!(days(2, None, "2026-12-08", "2026-12-01"), fortnight, "the first day itself counts");
        assert_eq!(
            days(2, None, "2026-12-02", "2026-12-23")[..2],
            ["2027-01-05", "2027-01-19"],
            "the count goes on, whenever one looks"
        );
    }

    #[test]
    fn months_have_a_last_one_and_some_are_left_out() {
        let last = Some(WeekOfMonth::Last);
        assert_eq!(days(1, last, "2026-11-25", "2026-11-25"), ["2026-12-29", "2027-01-26", "2027-02-23", "2027-03-30"]);
        let first = Some(WeekOfMonth::First);
        assert_eq!(days(3, first, "2026-12-02", "2026-12-02"), ["2027-01-05", "2027-04-06", "2027-07-06", "2027-10-05"]);
        assert_eq!(days(3, first, "2026-12-02", "2027-02-01")[..2], ["2027-04-06", "2027-07-06"]);
    }
}
