//! The calendar of the Algemene termijnenwet (Atw): which days are ordinary days.
//!
//! Holidays of art. 3 are computed; days equated with them by royal decree follow no formula and are data. Where no
//! decree is known here, a result that rests on the calendar is provisional. No clock.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::domain::{Date, role::coded_enum};

coded_enum!(
    /// A holiday of Atw art. 3, or a day equated with one.
    Holiday {
        /// Nieuwjaarsdag.
        NewYear = "nieuwjaarsdag",
        /// Goede Vrijdag.
        GoodFriday = "goede vrijdag",
        /// Tweede paasdag.
        EasterMonday = "tweede paasdag",
        /// Koningsdag; Koninginnedag before 2014.
        KingsDay = "koningsdag",
        /// Bevrijdingsdag, every year.
        LiberationDay = "bevrijdingsdag",
        /// Hemelvaartsdag.
        Ascension = "hemelvaartsdag",
        /// Tweede pinksterdag.
        WhitMonday = "tweede pinksterdag",
        /// Eerste kerstdag.
        Christmas = "eerste kerstdag",
        /// Tweede kerstdag.
        SecondChristmas = "tweede kerstdag",
        /// Equated by royal decree (Atw art. 3 lid 3).
        Equated = "gelijkgesteld",
    }
);

/// Days equated with a holiday by royal decree, in order. 4 May 2026 and 26 April 2027 are not among them.
const EQUATED: [Date; 17] = [
    day(2017, 4, 28),
    day(2017, 5, 26),
    day(2018, 5, 11),
    day(2018, 12, 24),
    day(2018, 12, 31),
    day(2019, 5, 31),
    day(2019, 12, 27),
    day(2023, 4, 28),
    day(2023, 5, 19),
    day(2024, 5, 10),
    day(2024, 12, 27),
    day(2025, 5, 30),
    day(2026, 1, 2),
    day(2026, 5, 15),
    day(2027, 5, 7),
    day(2028, 4, 28),
    day(2028, 5, 26),
];

/// A Saturday, a Sunday and a holiday are not ordinary; every other day is.
pub fn is_ordinary(date: Date) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && holiday(date).is_none()
}

/// The first ordinary day on or after this one; nothing beyond the calendar's end.
pub fn ordinary_from(date: Date) -> Option<Date> {
    let mut date = date;
    while !is_ordinary(date) {
        date = date.checked_add_days(Days::new(1))?;
    }
    Some(date)
}

/// The `count`th ordinary day before this one; the day itself for none.
pub fn working_days_before(day: Date, count: usize) -> Option<Date> {
    let Some(last) = count.checked_sub(1) else { return Some(day) };
    std::iter::successors(day.pred_opt(), Date::pred_opt).filter(|day| is_ordinary(*day)).nth(last)
}

/// The holiday on this day, if it is one, also when it falls in a weekend.
pub fn holiday(date: Date) -> Option<Holiday> {
    match (date.month(), date.day()) {
        (1, 1) => return Some(Holiday::NewYear),
        (5, 5) => return Some(Holiday::LiberationDay),
        (12, 25) => return Some(Holiday::Christmas),
        (12, 26) => return Some(Holiday::SecondChristmas),
        (4, _) if kings_day(date.year()) == Some(date) => return Some(Holiday::KingsDay),
        (3..=6, _) => {
            let after_easter = easter(date.year()).map(|easter| (date - easter).num_days());
            match after_easter {
                Some(-2) => return Some(Holiday::GoodFriday),
                Some(1) => return Some(Holiday::EasterMonday),
                Some(39) => return Some(Holiday::Ascension),
                Some(50) => return Some(Holiday::WhitMonday),
                _ => {}
            }
        }
        _ => {}
    }
    EQUATED.binary_search(&date).is_ok().then_some(Holiday::Equated)
}

/// The holidays of a year in order, equated days included. Easter Sunday and Whit Sunday are Sundays and not listed.
pub fn holidays(year: i32) -> Vec<(Date, Holiday)> {
    let Some(first) = NaiveDate::from_ymd_opt(year, 1, 1) else { return vec![] };
    first.iter_days().take_while(|date| date.year() == year).filter_map(|date| Some((date, holiday(date)?))).collect()
}

/// Is it unknown here which days a decree equated in this year? True before 2017, for 2020 to 2022 and from 2029.
pub fn is_provisional(year: i32) -> bool {
    !matches!(year, 2017..=2019 | 2023..=2028)
}

/// King's Day is 27 April, the 26th when that is a Sunday; before 2014 Queen's Day, 30 April or the 29th.
fn kings_day(year: i32) -> Option<Date> {
    let date = NaiveDate::from_ymd_opt(year, 4, if year < 2014 { 30 } else { 27 })?;
    if date.weekday() == Weekday::Sun { date.pred_opt() } else { Some(date) }
}

/// Easter Sunday (Gregorian computus).
fn easter(year: i32) -> Option<Date> {
    let a = year % 19;
    let (b, c) = (year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)
}

/// A date that is known to exist; a wrong one does not compile.
pub(in crate::domain) const fn day(year: i32, month: u32, day: u32) -> Date {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => panic!("no such day"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(year: i32) -> Vec<String> {
        holidays(year).iter().map(|(date, _)| date.format("%m-%d").to_string()).collect()
    }

    #[test]
    fn the_holidays_of_some_years() {
        assert_eq!(
            listed(2026),
            ["01-01", "01-02", "04-03", "04-06", "04-27", "05-05", "05-14", "05-15", "05-25", "12-25", "12-26"]
        );
        assert_eq!(listed(2025), ["01-01", "04-18", "04-21", "04-26", "05-05", "05-29", "05-30", "06-09", "12-25", "12-26"]);
        assert_eq!(listed(2013)[3], "04-30", "Queen's Day");
        assert_eq!(listed(2008)[4..6], ["05-01", "05-05"], "Ascension before Liberation Day");
    }

    #[test]
    fn easter_in_years_that_computations_get_wrong() {
        for (year, month, date) in [(1954, 4, 18), (1981, 4, 19), (2000, 4, 23), (2008, 3, 23), (2038, 4, 25), (2049, 4, 18)] {
            assert_eq!(easter(year), NaiveDate::from_ymd_opt(year, month, date), "{year}");
        }
    }

    #[test]
    fn kings_day_is_never_on_a_sunday() {
        assert_eq!(kings_day(2014), Some(day(2014, 4, 26)));
        assert_eq!(kings_day(2025), Some(day(2025, 4, 26)));
        assert_eq!(kings_day(2031), Some(day(2031, 4, 26)));
        assert!((1980..3000).all(|year| kings_day(year).is_some_and(|date| date.weekday() != Weekday::Sun)));
    }

    #[test]
    fn equated_days_are_data_in_order_on_working_days() {
        assert!(EQUATED.is_sorted());
        assert!(EQUATED.iter().all(|date| date.weekday() == Weekday::Fri || date.weekday() == Weekday::Mon));
        assert!(EQUATED.iter().all(|date| !is_ordinary(*date) && !is_provisional(date.year())));
        assert!(is_ordinary(day(2026, 5, 4)) && is_ordinary(day(2027, 4, 26)));
        assert!(is_ordinary(day(2019, 1, 2)));
    }

    #[test]
    fn years_without_a_known_decree_are_provisional() {
        let provisional: Vec<i32> = (2016..=2030).filter(|year| is_provisional(*year)).collect();
        assert_eq!(provisional, [2016, 2020, 2021, 2022, 2029, 2030]);
    }
}
