//! The length of a term: a count of days, weeks, months, years or working days (`42d`, `6w`, `3m`, `1y`, `3wd`).

use std::{fmt, str::FromStr};

use chrono::{Days, Months};

use super::calendar;
use crate::domain::{Date, role::coded_enum};

coded_enum!(
    /// In what a term is counted. Terms in hours are not dates and not known here.
    Unit {
        /// Dagen.
        Day = "d",
        /// Weken.
        Week = "w",
        /// Maanden.
        Month = "m",
        /// Jaren.
        Year = "y",
        /// Werkdagen: days that are no Saturday, Sunday or holiday.
        WorkingDay = "wd",
    }
);

/// What people call them, in both languages.
const WORDS: [(Unit, &[&str]); 5] = [
    (Unit::Day, &["dag", "dagen", "day", "days"]),
    (Unit::Week, &["week", "weken", "weeks"]),
    (Unit::Month, &["maand", "maanden", "month", "months"]),
    (Unit::Year, &["jaar", "jaren", "year", "years"]),
    (Unit::WorkingDay, &["werkdag", "werkdagen", "working day", "working days"]),
];

/// A length: at least one, at most [`Length::MOST`] of its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Length {
    count: u16,
    unit: Unit,
}

/// Why a text is not a length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LengthError {
    /// Not a whole number followed by `d`, `w`, `m`, `y` or `wd`.
    NotALength(String),
    /// Zero of anything is not a term.
    Zero,
    /// More than [`Length::MOST`].
    TooLong,
}

impl Length {
    /// The largest count.
    pub const MOST: u16 = 9_999;

    /// This many of this unit.
    pub fn new(count: u16, unit: Unit) -> Result<Self, LengthError> {
        match count {
            0 => Err(LengthError::Zero),
            count if count > Self::MOST => Err(LengthError::TooLong),
            count => Ok(Self { count, unit }),
        }
    }

    /// As [`Length::new`], for lengths that stand in the program: a wrong one does not compile.
    pub(super) const fn fixed(count: u16, unit: Unit) -> Self {
        assert!(count > 0 && count <= Self::MOST);
        Self { count, unit }
    }

    /// As a person says it: `6w`, or in words, `6 weken`, `3 months`, `2 werkdagen`.
    ///
    /// # Errors
    /// It is no length, or one beyond what a term can have.
    pub fn said(said: &str) -> Result<Self, LengthError> {
        let text = said.trim().to_lowercase();
        let (digits, word) = text.split_at(text.bytes().take_while(u8::is_ascii_digit).count());
        let named = WORDS.iter().find(|(_, words)| words.contains(&word.trim()));
        match (named, digits.is_empty()) {
            (Some((unit, _)), false) => Self::new(digits.parse().map_err(|_| LengthError::TooLong)?, *unit),
            _ => said.parse(),
        }
    }

    /// How many.
    pub fn count(self) -> u16 {
        self.count
    }

    /// Of what.
    pub fn unit(self) -> Unit {
        self.unit
    }

    /// The last day of a term that begins on the day after `trigger`: n weeks end on the same weekday, n months on the
    /// same day number or else on the last day of the month. Nothing beyond the calendar's end.
    pub fn after(self, trigger: Date) -> Option<Date> {
        let count = u32::from(self.count);
        match self.unit {
            Unit::Day => trigger.checked_add_days(Days::new(count.into())),
            Unit::Week => trigger.checked_add_days(Days::new(u64::from(count) * 7)),
            Unit::Month => trigger.checked_add_months(Months::new(count)),
            Unit::Year => trigger.checked_add_months(Months::new(count * 12)),
            Unit::WorkingDay => {
                (0..count).try_fold(trigger, |day, _| calendar::ordinary_from(day.checked_add_days(Days::new(1))?))
            }
        }
    }

    /// Short enough for the Atw (art. 4): at most 90 days, twelve weeks or three months, and not in years.
    pub fn is_short(self) -> bool {
        match self.unit {
            Unit::Day => self.count <= 90,
            Unit::Week => self.count <= 12,
            Unit::Month => self.count <= 3,
            Unit::Year => false,
            // Ends on an ordinary day already.
            Unit::WorkingDay => true,
        }
    }

    /// Three days or more (Atw art. 2).
    pub fn is_three_days_or_more(self) -> bool {
        !matches!(self.unit, Unit::Day | Unit::WorkingDay) || self.count >= 3
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}{}", self.count, self.unit))
    }
}

impl FromStr for Length {
    type Err = LengthError;
    fn from_str(text: &str) -> Result<Self, LengthError> {
        let refused = || LengthError::NotALength(text.to_owned());
        let trimmed = text.trim();
        let (digits, unit) = trimmed.split_at(trimmed.bytes().take_while(u8::is_ascii_digit).count());
        let unit = Unit::from_code(unit).filter(|_| !digits.is_empty()).ok_or_else(refused)?;
        Self::new(digits.parse().map_err(|_| LengthError::TooLong)?, unit)
    }
}

impl fmt::Display for LengthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotALength(text) => write!(f, "{text:?} is not a length like 6w, 42d, 3m or 1y"),
            Self::Zero => f.write_str("a term has a length of at least one"),
            Self::TooLong => write!(f, "a term has a length of at most {}", Length::MOST),
        }
    }
}

impl std::error::Error for LengthError {}

#[cfg(test)]
mod tests {
    use super::{super::calendar::day, *};

    #[test]
    fn reads_and_prints() {
        for text in ["6w", "42d", "3m", "1y", "9999d", "3wd"] {
            assert_eq!(text.parse::<Length>().map(|length| length.to_string()), Ok(text.into()));
        }
    }

    #[test]
    fn absurd_lengths_are_errors() {
        assert_eq!("0d".parse::<Length>(), Err(LengthError::Zero));
        assert_eq!("10000d".parse::<Length>(), Err(LengthError::TooLong));
        assert_eq!("99999999999999999999w".parse::<Length>(), Err(LengthError::TooLong));
        for text in ["", "w", "-6w", "+6w", "6", "6 w", "6W", "1.5m", "6h", "six w", "٦w", "6é", "3w d", "wd"] {
            assert_eq!(text.parse::<Length>(), Err(LengthError::NotALength(text.into())), "{text}");
        }
    }

    #[test]
    fn people_say_it_in_words() {
        for (said, short) in [
            ("6 weken", "6w"),
            ("1 week", "1w"),
            ("3 Maanden", "3m"),
            ("1 jaar", "1y"),
            ("2 werkdagen", "2wd"),
            ("14 days", "14d"),
        ] {
            assert_eq!(Length::said(said).map(|length| length.to_string()), Ok(short.into()));
        }
        assert_eq!(Length::said("6w").map(|length| length.to_string()), Ok("6w".into()));
        assert_eq!(Length::said("0 weken"), Err(LengthError::Zero));
        for text in ["weken", "zes weken", "6 uur", "-6 weken", "6 weken 2 dagen"] {
            assert!(matches!(Length::said(text), Err(LengthError::NotALength(_))), "{text}");
        }
    }

    #[test]
    fn months_and_years_clamp_to_the_last_day() {
        let after = |text: &str, from| text.parse::<Length>().ok().and_then(|length| length.after(from));
        assert_eq!(after("1m", day(2026, 1, 31)), Some(day(2026, 2, 28)));
        assert_eq!(after("1m", day(2028, 1, 31)), Some(day(2028, 2, 29)));
        assert_eq!(after("1y", day(2028, 2, 29)), Some(day(2029, 2, 28)));
        assert_eq!(after("2m", day(2025, 12, 31)), Some(day(2026, 2, 28)));
    }

    #[test]
    fn working_days_step_over_weekends_and_holidays() {
        let after = |text: &str, from| text.parse::<Length>().ok().and_then(|length| length.after(from));
        assert_eq!(after("3wd", day(2026, 11, 26)), Some(day(2026, 12, 1)), "Thursday: Friday, Monday, Tuesday");
        assert_eq!(after("3wd", day(2026, 4, 2)), Some(day(2026, 4, 9)), "Maundy Thursday: Tuesday, Wednesday, Thursday");
    }

    #[test]
    fn the_bounds_of_article_four() {
        for (text, short) in
            [("90d", true), ("91d", false), ("12w", true), ("13w", false), ("3m", true), ("4m", false), ("1y", false)]
        {
            assert_eq!(text.parse::<Length>().map(Length::is_short), Ok(short), "{text}");
        }
    }
}
