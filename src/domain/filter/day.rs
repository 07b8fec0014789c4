//! Days as a filter says them: `<=7d`, `<=+7`, `<=vr`, `vandaag`, `verlopen`, `2026-12-02`. Kept as said, so that a filter of
//! yesterday means today's days today.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::domain::{fold::fold, zone::read_date};

/// One condition on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DaySaid {
    /// There is none.
    None,
    /// Before today.
    Overdue,
    /// From today up to and including Sunday.
    ThisWeek,
    /// The week after that.
    NextWeek,
    /// After that.
    Later,
    /// Compared with a day.
    Compared(Side, Day),
}

/// Which days beside the one that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Those before it.
    Before,
    /// Those before it and itself.
    UpTo,
    /// That day.
    On,
    /// Itself and those after it.
    From,
    /// Those after it.
    After,
}

/// A day as it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Day {
    /// So many days from today.
    In(i32),
    /// The first of these from today on.
    Next(Weekday),
    /// This one.
    Date(NaiveDate),
    /// Day and month, in the year nearest to today.
    OfYear(u32, u32),
}

/// Days that pass: from and up to, counted from the first day of the common era; nothing when a row must have none.
pub type Span = Option<(i32, i32)>;

impl DaySaid {
    /// Reads it; nothing when it cannot be read.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let (side, rest) = ["<=", ">=", "<", ">", "="]
            .iter()
            .find_map(|sign| Some((Some(*sign), text.strip_prefix(sign)?.trim())))
            .unwrap_or((None, text.trim()));
        if side.is_none() {
            match fold(rest).as_str() {
                "geen" | "none" => return Some(Self::None),
                "verlopen" | "overdue" => return Some(Self::Overdue),
                "week" | "deze week" | "this week" => return Some(Self::ThisWeek),
                "volgende week" | "next week" => return Some(Self::NextWeek),
                "later" => return Some(Self::Later),
                _ => {}
            }
        }
        let day = Day::read(rest)?;
        Some(Self::Compared(
            match side {
                Some("<=") => Side::UpTo,
                Some("<") => Side::Before,
                Some(">=") => Side::From,
                Some(">") => Side::After,
                Some(_) => Side::On,
                // `7d` alone means within seven days.
                None if matches!(day, Day::In(_)) && rest.ends_with('d') => Side::UpTo,
                None => Side::On,
            },
            day,
        ))
    }

    /// The days that pass today.
    pub fn span(&self, today: NaiveDate) -> Span {
        let now = today.num_days_from_ce();
        let sunday = now + 6 - today.weekday().num_days_from_monday() as i32;
        Some(match self {
            Self::None => return None,
            Self::Overdue => (1, now - 1),
            Self::ThisWeek => (now, sunday),
            Self::NextWeek => (sunday + 1, sunday + 7),
            Self::Later => (sunday + 8, i32::MAX),
            Self::Compared(side, day) => {
                let day = day.of(today);
                match side {
                    Side::Before => (1, day - 1),
                    Side::UpTo => (1, day),
                    Side::On => (day, day),
                    Side::From => (day, i32::MAX),
                    Side::After => (day + 1, i32::MAX),
                }
            }
        })
    }
}

impl Day {
    fn read(text: &str) -> Option<Self> {
        // `7d`, and `+7` as in a form.
        let counted = text.strip_suffix('d').or_else(|| text.strip_prefix('+'));
        if let Some(days) = counted.and_then(|days| days.trim().parse::<i32>().ok()) {
            return (-3660..=3660).contains(&days).then_some(Self::In(days));
        }
        Some(match text {
            "vandaag" | "today" => Self::In(0),
            "morgen" | "tomorrow" => Self::In(1),
            "overmorgen" => Self::In(2),
            "gisteren" | "yesterday" => Self::In(-1),
            "ma" | "maandag" | "mon" | "monday" => Self::Next(Weekday::Mon),
            "di" | "dinsdag" | "tue" | "tuesday" => Self::Next(Weekday::Tue),
            "wo" | "woensdag" | "wed" | "wednesday" => Self::Next(Weekday::Wed),
            "do" | "donderdag" | "thu" | "thursday" => Self::Next(Weekday::Thu),
            "vr" | "vrijdag" | "fri" | "friday" => Self::Next(Weekday::Fri),
            "za" | "zaterdag" | "sat" | "saturday" => Self::Next(Weekday::Sat),
            "zo" | "zondag" | "sun" | "sunday" => Self::Next(Weekday::Sun),
            text => match read_date(text) {
                Some(date) => Self::Date(date),
                None => {
                    let (day, month) = text.split_once(['-', '/', '.'])?;
                    let (day, month) = (day.trim().parse().ok()?, month.trim().parse().ok()?);
                    // A leap year has every day there is.
                    NaiveDate::from_ymd_opt(2024, month, day).map(|_| Self::OfYear(month, day))?
                }
            },
        })
    }

    fn of(&self, today: NaiveDate) -> i32 {
        match self {
            Self::In(days) => today.num_days_from_ce() + days,
            Self::Next(weekday) => {
                let days = (7 + weekday.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
                today.checked_add_days(Days::new(days.into())).unwrap_or(today).num_days_from_ce()
            }
            Self::Date(date) => date.num_days_from_ce(),
            Self::OfYear(month, day) => (-1..=1)
                .filter_map(|by| NaiveDate::from_ymd_opt(today.year() + by, *month, *day))
                .min_by_key(|date| (*date - today).num_days().abs())
                .map_or(0, |date| date.num_days_from_ce()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_of_today_and_of_both_languages() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        // A Monday.
        let today = day(2026, 11, 23);
        let span = |text: &str| {
            let (from, until) = DaySaid::read(text)?.span(today)?;
            let date = |days| NaiveDate::from_num_days_from_ce_opt(days).map(|date| date.to_string());
            Some(format!("{}..{}", date(from).unwrap_or_default(), date(until).unwrap_or_default()))
        };
        for (text, expected) in [
            ("<=7d", "0001-01-01..2026-11-30"),
            ("7d", "0001-01-01..2026-11-30"),
            ("<=vr", "0001-01-01..2026-11-27"),
            ("ma", "2026-11-23..2026-11-23"),
            ("<=+14", "0001-01-01..2026-12-07"),
            ("+3", "2026-11-26..2026-11-26"),
            (">zo", "2026-11-30.."),
            ("vandaag", "2026-11-23..2026-11-23"),
            ("Overdue", "0001-01-01..2026-11-22"),
            ("week", "2026-11-23..2026-11-29"),
            ("next-week", "2026-11-30..2026-12-06"),
            ("later", "2026-12-07.."),
            ("<2-1", "0001-01-01..2027-01-01"),
            ("20-10", "2026-10-20..2026-10-20"),
            (">=2026-12-02", "2026-12-02.."),
        ] {
            assert_eq!(span(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(DaySaid::read("geen").map(|said| said.span(today)), Some(None));
        for wrong in ["", "spoed", "<=", "30-2", "9999999999d", "<geen"] {
            assert_eq!(DaySaid::read(wrong), None, "{wrong}");
        }
    }
}
