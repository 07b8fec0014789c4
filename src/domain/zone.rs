//! Europe/Amsterdam: from what people write to instants and back.

use chrono::{Datelike, NaiveDateTime, TimeZone, Timelike};
use chrono_tz::Europe::Amsterdam;

use super::{Date, Instant};

/// A wall-clock time in the Netherlands as an instant. A repeated hour (25 October 2026 02:30) takes the first; a missing
/// one (29 March 2026 02:30) is `None`.
pub fn instant_of(local: NaiveDateTime) -> Option<Instant> {
    Amsterdam.from_local_datetime(&local).earliest().map(|time| time.to_utc())
}

/// The date in the Netherlands at this instant.
pub fn date_of(instant: Instant) -> Date {
    instant.with_timezone(&Amsterdam).date_naive()
}

/// The last date in the Netherlands of what ends at this instant: what ends at midnight is not of the day that begins then.
pub fn last_date_until(end: Instant) -> Date {
    date_of(end.checked_sub_signed(chrono::TimeDelta::nanoseconds(1)).unwrap_or(end))
}

/// Hour and minute in the Netherlands at this instant.
pub fn hour_minute(instant: Instant) -> (u32, u32) {
    let local = instant.with_timezone(&Amsterdam);
    (local.hour(), local.minute())
}

/// Reads an instant: RFC 3339, or without a zone as Dutch wall-clock time (`2026-11-16T09:12`, `16-11-2026 09:12`), or a
/// date alone (noon that day is never invented: it is 00:00 in the Netherlands).
pub fn read_instant(text: &str) -> Option<Instant> {
    let text = text.trim();
    if let Ok(time) = chrono::DateTime::parse_from_rfc3339(text) {
        return Some(time.to_utc());
    }
    let (date, time) = text.split_once(['T', ' ']).map_or((text, ""), |(date, time)| (date, time.trim()));
    let date = read_date(date)?;
    let time = match time {
        "" => chrono::NaiveTime::MIN,
        time => ["%H:%M:%S", "%H:%M", "%H.%M"].iter().find_map(|form| chrono::NaiveTime::parse_from_str(time, form).ok())?,
    };
    instant_of(date.and_time(time))
}

/// Reads a date: ISO (`2026-11-16`) or Dutch (`16-11-2026`, `16/11/2026`, `16.11.2026`). Years 1900 to 9999; anything that
/// is not a day of the calendar is `None`, and two-digit years are never guessed.
pub fn read_date(text: &str) -> Option<Date> {
    let text = text.trim();
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let [a, b, c] = parts[..] else { return None };
    if !parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let (year, month, day) = match (a.len(), c.len()) {
        (4, 1..=2) => (a, b, c),
        (1..=2, 4) => (c, b, a),
        _ => return None,
    };
    let date = Date::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    (1900..=9999).contains(&date.year()).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_dutch_and_iso() {
        let day = Date::from_ymd_opt(2026, 11, 16);
        for text in ["2026-11-16", "16-11-2026", "16/11/2026", " 16.11.2026 "] {
            assert_eq!(read_date(text), day);
        }
        for text in ["2026-02-30", "30-02-2026", "16-11-26", "11-2026", "x-11-2026", "12026-01-01"] {
            assert_eq!(read_date(text), None, "{text}");
        }
    }

    #[test]
    fn a_repeated_hour_takes_the_first_and_a_missing_one_is_an_error() {
        assert_eq!(read_instant("2026-10-25 02:30").map(|t| t.to_rfc3339()), Some("2026-10-25T00:30:00+00:00".into()));
        assert_eq!(read_instant("2026-03-29 02:30"), None);
        assert_eq!(read_instant("16-11-2026 09:12").map(|t| t.to_rfc3339()), Some("2026-11-16T08:12:00+00:00".into()));
    }
}
