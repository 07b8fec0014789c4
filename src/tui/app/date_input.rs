//! Reading a date as people type it: `2-12`, `02-12-2026`, `2026-12-02`, `+3`, `morgen`, `do`. What was understood is shown
//! at once beside the field, so a wrong reading is seen before it is saved.

use chrono::{Datelike, Days, Weekday};

use crate::domain::{Date, zone::read_date};

/// To which side a date without a year lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Today or later: an event, a promise.
    Future,
    /// Today or earlier: a decision that was sent. Who types one without a year that is soon to come is told so, and gets
    /// no day of last year.
    Past,
    /// Whichever is nearer: the first day of something that may have begun, an event that may have happened.
    Near,
}

/// A day without a year that is further ahead than this many days is asked about: the one just past may have been meant.
const FAR: i64 = 180;

/// Where only a day that has passed is wanted, one without a year that comes within this many days is taken for that one, and
/// refused as yet to come; one further ahead for that of last year.
const SOON: i64 = 60;

/// The two days that text without a year may mean where only a day to come is wanted, and the next such day is far ahead: the
/// one that has passed and the one to come.
pub fn either_year(text: &str, today: Date, side: Side) -> Option<(Date, Date)> {
    let (day, month) = numbers(text)?;
    let next = day_and_month(text, today, side).filter(|next| side == Side::Future && (*next - today).num_days() > FAR)?;
    let before = nearest(day, month, today).filter(|before| *before < today)?;
    Some((before, next))
}

/// The date, or nothing when it cannot be read.
pub fn read(text: &str, today: Date, side: Side) -> Option<Date> {
    let text = text.trim().to_lowercase();
    if let Some(days) = text.strip_prefix('+') {
        return today.checked_add_days(Days::new(days.trim().parse().ok().filter(|days| *days <= 3660)?));
    }
    if let Some(days) = text.strip_prefix('-').filter(|_| side != Side::Future) {
        return today.checked_sub_days(Days::new(days.trim().parse().ok().filter(|days| *days <= 3660)?));
    }
    match text.as_str() {
        "vandaag" | "today" => return Some(today),
        "morgen" | "tomorrow" => return today.succ_opt(),
        "overmorgen" => return today.checked_add_days(Days::new(2)),
        "gisteren" | "yesterday" => return today.pred_opt(),
        _ => {}
    }
    if let Some(weekday) = weekday(&text) {
        return (1..=7).map(Days::new).find_map(|days| {
            let day = if side == Side::Past { today.checked_sub_days(days) } else { today.checked_add_days(days) }?;
            (day.weekday() == weekday).then_some(day)
        });
    }
    read_date(&text).or_else(|| day_and_month(&text, today, side))
}

/// A day with a time behind it, as in `morgen 10u` or `do 14:30`?
pub fn with_time(text: &str, today: Date) -> bool {
    let Some((day, time)) = text.trim().rsplit_once(' ') else { return false };
    let day = day.trim_end_matches("om").trim_end_matches("at").trim();
    time.starts_with(|first: char| first.is_ascii_digit()) && read(day, today, Side::Future).is_some()
}

fn day_and_month(text: &str, today: Date, side: Side) -> Option<Date> {
    let (day, month) = numbers(text)?;
    match side {
        Side::Future => (0..=1).filter_map(|by| Date::from_ymd_opt(today.year() + by, month, day)).find(|date| *date >= today),
        Side::Near => nearest(day, month, today),
        Side::Past => {
            nearest(day, month, today).filter(|near| *near <= today || (*near - today).num_days() <= SOON).or_else(|| {
                (-1..=0).rev().filter_map(|by| Date::from_ymd_opt(today.year() + by, month, day)).find(|date| *date <= today)
            })
        }
    }
}

/// The day and the month of `2-12`.
fn numbers(text: &str) -> Option<(u32, u32)> {
    let (day, month) = text.split_once(['-', '/', '.'])?;
    Some((day.trim().parse().ok()?, month.trim().parse().ok()?))
}

/// A date as people write it: `02-12-2026`.
pub(super) fn dutch(date: Date) -> String {
    date.format("%d-%m-%Y").to_string()
}

fn nearest(day: u32, month: u32, today: Date) -> Option<Date> {
    let dates = (-1..=1).filter_map(|by| Date::from_ymd_opt(today.year() + by, month, day));
    dates.min_by_key(|date| (*date - today).num_days().abs())
}

fn weekday(text: &str) -> Option<Weekday> {
    Some(match text {
        "ma" | "maandag" | "mon" | "monday" => Weekday::Mon,
        "di" | "dinsdag" | "tue" | "tuesday" => Weekday::Tue,
        "wo" | "woensdag" | "wed" | "wednesday" => Weekday::Wed,
        "do" | "donderdag" | "thu" | "thursday" => Weekday::Thu,
        "vr" | "vrijdag" | "fri" | "friday" => Weekday::Fri,
        "za" | "zaterdag" | "sat" | "saturday" => Weekday::Sat,
        "zo" | "zondag" | "sun" | "sunday" => Weekday::Sun,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_type() {
        let day = |y, m, d| Date::from_ymd_opt(y, m, d);
        let today = day(2026, 11, 23).unwrap();
        for (text, side, date) in [
            ("2-12", Side::Future, day(2026, 12, 2)),
            ("2-1", Side::Future, day(2027, 1, 2)),
            ("20-10", Side::Past, day(2026, 10, 20)),
            ("24-12", Side::Past, day(2026, 12, 24)),
            ("24-4", Side::Past, day(2026, 4, 24)),
            ("20-11", Side::Near, day(2026, 11, 20)),
            ("2-1", Side::Near, day(2027, 1, 2)),
            ("02-12-2026", Side::Future, day(2026, 12, 2)),
            ("2026-12-02", Side::Past, day(2026, 12, 2)),
            ("+3", Side::Future, day(2026, 11, 26)),
            ("do", Side::Future, day(2026, 11, 26)),
            ("ma", Side::Future, day(2026, 11, 30)),
            ("vr", Side::Past, day(2026, 11, 20)),
            ("morgen", Side::Future, day(2026, 11, 24)),
            ("30-2", Side::Future, None),
            ("31-12-20266", Side::Future, None),
            ("+99999999999", Side::Future, None),
            ("spoed", Side::Future, None),
        ] {
            assert_eq!(read(text, today, side), date, "{text}");
        }
    }

    #[test]
    fn a_day_far_ahead_without_a_year_may_mean_the_one_that_passed() {
        let day = |y, m, d| Date::from_ymd_opt(y, m, d).unwrap();
        let today = day(2026, 11, 26);
        for (text, side, either) in [
            ("2-11", Side::Future, Some((day(2026, 11, 2), day(2027, 11, 2)))),
            ("25/11", Side::Future, Some((day(2026, 11, 25), day(2027, 11, 25)))),
            ("1-5", Side::Future, None),
            ("2-11-2027", Side::Future, None),
            ("2-12", Side::Future, None),
            ("2-11", Side::Near, None),
            ("vr", Side::Future, None),
        ] {
            assert_eq!(either_year(text, today, side), either, "{text}");
        }
    }
}
