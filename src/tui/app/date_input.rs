//! Reading a date as people type it: `2-12`, `02-12-2026`, `2026-12-02`, `+3`, `morgen`, `do`. What was understood is shown
//! at once beside the field, so a wrong reading is seen before it is saved.

use chrono::{Datelike, Days, Weekday};

use crate::domain::{Date, zone::read_date};

/// To which side a date without a year lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Today or later: an event, a promise.
    Future,
    /// Today or earlier: a decision that was sent.
    Past,
    /// Whichever is nearer: the first day of something that may have begun.
    Near,
}

/// The date, or nothing when it cannot be read.
pub fn read(text: &str, today: Date, side: Side) -> Option<Date> {
    let text = text.trim().to_lowercase();
    if let Some(days) = text.strip_prefix('+') {
        return today.checked_add_days(Days::new(days.trim().parse().ok().filter(|days| *days <= 3660)?));
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

fn day_and_month(text: &str, today: Date, side: Side) -> Option<Date> {
    let (day, month) = text.split_once(['-', '/', '.'])?;
    let (day, month): (u32, u32) = (day.trim().parse().ok()?, month.trim().parse().ok()?);
    let years = match side {
        Side::Future => [0, 1],
        Side::Past => [0, -1],
        Side::Near => return nearest(day, month, today),
    };
    years.into_iter().filter_map(|by| Date::from_ymd_opt(today.year() + by, month, day)).find(|date| match side {
        Side::Future => *date >= today,
        Side::Past => *date <= today,
        Side::Near => true,
    })
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
            ("24-12", Side::Past, day(2025, 12, 24)),
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
}
