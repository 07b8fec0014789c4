//! Reading a date as people type it: `over twee weken`, `vrijdag over een week`, `2-12`, `02-12-2026`, `2026-12-02`, `2 december`, `+3`, `morgen`, `do`; where a time may stand
//! behind it, `morgen om 10 uur`. What was understood is shown at once beside the field, so a wrong reading is seen before it is saved.

use chrono::{Datelike, Days, NaiveTime, Weekday};

use crate::domain::{Date, clock_time::ClockTime, zone::read_date};

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
    let ago = text.strip_suffix(" dagen geleden").or_else(|| text.strip_suffix(" days ago")).filter(|_| side != Side::Future);
    if let Some(days) = ago {
        return today.checked_sub_days(Days::new(days.trim().parse().ok().filter(|days| *days <= 3660)?));
    }
    if let Some(day) = next_week(&text, today).filter(|_| side != Side::Past) {
        return Some(day);
    }
    if let Some(day) = in_so_long(&text, today).filter(|_| side != Side::Past) {
        return Some(day);
    }
    // As it stands on every screen: `vr 11-12-2026`.
    if let Some((named, rest)) = text.split_once(' ').and_then(|(first, rest)| Some((weekday(first)?, rest))) {
        return read(rest, today, side).filter(|date| date.weekday() == named);
    }
    if let Some(weekday) = weekday(&text) {
        return (1..=7).map(Days::new).find_map(|days| {
            let day = if side == Side::Past { today.checked_sub_days(days) } else { today.checked_add_days(days) }?;
            (day.weekday() == weekday).then_some(day)
        });
    }
    match written(&text) {
        Some((day, month, Some(year))) => read_date(&format!("{day}-{month}-{year}")),
        Some(_) => day_and_month(&text, today, side),
        None => read_date(&text),
    }
}

/// `volgende week woensdag`, or the other way round: that day of the week after this one.
fn next_week(text: &str, today: Date) -> Option<Date> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let named = match words[..] {
        ["volgende" | "next", "week", named] | [named, "volgende" | "next", "week"] => weekday(named)?,
        _ => return None,
    };
    let monday = today.week(Weekday::Mon).first_day();
    monday.checked_add_days(Days::new(7 + u64::from(named.num_days_from_monday())))
}

/// `over 10 dagen`, `over twee weken`, `vrijdag over een week`, which is the Friday after the coming one.
fn in_so_long(text: &str, today: Date) -> Option<Date> {
    const NUMBERS: [[&str; 3]; 12] = [
        ["een", "één", "one"],
        ["twee", "two", "2"],
        ["drie", "three", "3"],
        ["vier", "four", "4"],
        ["vijf", "five", "5"],
        ["zes", "six", "6"],
        ["zeven", "seven", "7"],
        ["acht", "eight", "8"],
        ["negen", "nine", "9"],
        ["tien", "ten", "10"],
        ["elf", "eleven", "11"],
        ["twaalf", "twelve", "12"],
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    let (from, count, unit) = match words[..] {
        ["over" | "in", count, unit] => (today, count, unit),
        [day, "over" | "in", count, unit @ ("week" | "weken" | "weeks")] => {
            let named = weekday(day)?;
            let coming = (1..=7).filter_map(|days| today.checked_add_days(Days::new(days))).find(|day| day.weekday() == named)?;
            (coming, count, unit)
        }
        _ => return None,
    };
    let count: u64 = match count {
        "a" => 1,
        word => match NUMBERS.iter().position(|names| names.contains(&word)) {
            Some(at) => at as u64 + 1,
            None => word.parse().ok()?,
        },
    };
    let days = match unit {
        "dag" | "dagen" | "day" | "days" => 1,
        "week" | "weken" | "weeks" => 7,
        _ => return None,
    };
    from.checked_add_days(Days::new(count.checked_mul(days).filter(|days| *days <= 3660)?))
}

/// The day of a text, and the time that stands behind or before it: `morgen om 10 uur`, `do 14:30`, `10u30 vrijdag`.
pub fn day_and_time(text: &str) -> (String, Option<ClockTime>) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let split = (1..words.len()).find_map(|at| {
        let (before, behind) = words.split_at(at);
        let behind_it = time(&behind.join(" ")).map(|time| (before, time));
        behind_it.or_else(|| time(&before.join(" ")).map(|time| (behind, time)))
    });
    match split {
        Some((day, time)) => (day.join(" "), Some(time)),
        None => (text.trim().to_owned(), None),
    }
}

/// A time as people write it: `10:00`, `14.30`, `10u`, `10 uur`, `om 10`. A number alone is none.
fn time(text: &str) -> Option<ClockTime> {
    let text = text.to_lowercase();
    let said = ["om ", "at ", "rond ", "around "].iter().find_map(|word| text.strip_prefix(word));
    let (text, said) = (said.unwrap_or(&text).trim(), said.is_some());
    let hour = ["uur", "u", "h"].iter().find_map(|word| text.strip_suffix(word)).map(str::trim);
    if let Some(hour) = hour.or(said.then_some(text)).filter(|hour| hour.bytes().all(|byte| byte.is_ascii_digit())) {
        return NaiveTime::from_hms_opt(hour.parse().ok()?, 0, 0).map(ClockTime);
    }
    ClockTime::parse(hour.unwrap_or(text)).or_else(|| ClockTime::parse(&text.replace(['u', 'h'], ":")))
}

/// Does a text name a day and a month that no calendar has, as in `31 februari`?
pub fn is_no_such_day(text: &str) -> bool {
    let leap = 2028;
    written(&text.trim().to_lowercase()).is_some_and(|(day, month, year)| {
        (1..=12).contains(&month) && (1..=31).contains(&day) && Date::from_ymd_opt(year.unwrap_or(leap), month, day).is_none()
    })
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

/// The day and the month of `2-12` or `2 december`, where no year stands behind them.
fn numbers(text: &str) -> Option<(u32, u32)> {
    written(&text.trim().to_lowercase()).filter(|(.., year)| year.is_none()).map(|(day, month, _)| (day, month))
}

/// Day, month and year as they are written, whether there is such a day or not.
fn written(text: &str) -> Option<(u32, u32, Option<i32>)> {
    let parts: Vec<&str> = match text.contains(['-', '/', '.']) {
        true => text.split(['-', '/', '.']).map(str::trim).collect(),
        false => text.split_whitespace().collect(),
    };
    let (day, named, year) = match parts[..] {
        [day, month] => (day, month, None),
        [day, month, year] if year.len() == 4 && day.len() <= 2 => (day, month, Some(year.parse().ok()?)),
        _ => return None,
    };
    let month = match named.parse() {
        Ok(month) if text.contains(['-', '/', '.']) => month,
        _ => month(named)?,
    };
    Some((day.parse().ok()?, month, year))
}

/// A month by its name, or the first three letters of it.
fn month(name: &str) -> Option<u32> {
    const MONTHS: [(&str, &str); 12] = [
        ("januari", "january"),
        ("februari", "february"),
        ("maart", "march"),
        ("april", "april"),
        ("mei", "may"),
        ("juni", "june"),
        ("juli", "july"),
        ("augustus", "august"),
        ("september", "september"),
        ("oktober", "october"),
        ("november", "november"),
        ("december", "december"),
    ];
    let is = |whole: &str| whole == name || name.len() >= 3 && whole.starts_with(name);
    let at = MONTHS.iter().position(|(dutch, english)| is(dutch) || is(english)).or((name == "mrt").then_some(2))?;
    u32::try_from(at + 1).ok()
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
            ("over twee weken", Side::Future, day(2026, 12, 7)),
            ("over 10 dagen", Side::Near, day(2026, 12, 3)),
            ("over één dag", Side::Future, day(2026, 11, 24)),
            ("in a week", Side::Future, day(2026, 11, 30)),
            ("vrijdag over een week", Side::Future, day(2026, 12, 4)),
            ("Monday in two weeks", Side::Future, day(2026, 12, 14)),
            ("volgende week woensdag", Side::Future, day(2026, 12, 2)),
            ("woensdag volgende week", Side::Near, day(2026, 12, 2)),
            ("woensdag over een week", Side::Future, day(2026, 12, 2)),
            ("Next week Wednesday", Side::Future, day(2026, 12, 2)),
            ("volgende week maandag", Side::Future, day(2026, 11, 30)),
            ("zo volgende week", Side::Future, day(2026, 12, 6)),
            ("volgende week", Side::Future, None),
            ("volgende week spoed", Side::Future, None),
            ("volgende week woensdag", Side::Past, None),
            ("over twee weken", Side::Past, None),
            ("over 9999 dagen", Side::Future, None),
            ("over vrijdag", Side::Future, None),
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
            ("vr 27-11-2026", Side::Future, day(2026, 11, 27)),
            ("vrijdag 27-11", Side::Future, day(2026, 11, 27)),
            ("do 27-11-2026", Side::Future, None),
            ("10 dagen geleden", Side::Past, day(2026, 11, 13)),
            ("10 dagen geleden", Side::Future, None),
            ("2 december", Side::Future, day(2026, 12, 2)),
            ("2 dec 2027", Side::Future, day(2027, 12, 2)),
            ("9 mrt", Side::Future, day(2027, 3, 9)),
            ("20 oktober", Side::Past, day(2026, 10, 20)),
            ("31 februari", Side::Future, None),
            ("2-12-26", Side::Future, None),
        ] {
            assert_eq!(read(text, today, side), date, "{text}");
        }
    }

    #[test]
    fn a_day_that_no_calendar_has_is_told_from_what_is_no_day() {
        for text in ["31 februari", "31-2", "30-2-2028", "29-2-2027", "31/4"] {
            assert!(is_no_such_day(text), "{text}");
        }
        for text in ["29-2", "2-12", "spoed", "40-2", "1-13", "2-12-26", ""] {
            assert!(!is_no_such_day(text), "{text}");
        }
    }

    #[test]
    fn a_time_stands_behind_or_before_a_day() {
        for (text, day, time) in [
            ("morgen om 10 uur", "morgen", Some("10:00")),
            ("morgen 10:00", "morgen", Some("10:00")),
            ("do 14.30", "do", Some("14:30")),
            ("27-11 10u", "27-11", Some("10:00")),
            ("27-11-2026 9:05", "27-11-2026", Some("09:05")),
            ("2 december om 16u30", "2 december", Some("16:30")),
            ("10 uur vrijdag", "vrijdag", Some("10:00")),
            ("om 15:00 morgen", "morgen", Some("15:00")),
            ("tomorrow at 10", "tomorrow", Some("10:00")),
            ("2 december", "2 december", None),
            ("2 december 2026", "2 december 2026", None),
            ("morgen", "morgen", None),
            ("morgen 25:00", "morgen 25:00", None),
            ("", "", None),
        ] {
            let (found, at) = day_and_time(text);
            assert_eq!((found.as_str(), at.map(|at| at.to_string()).as_deref()), (day, time), "{text}");
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
