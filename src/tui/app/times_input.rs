//! The time slots of a meeting as they are typed in one field: `9:30-11:00, 11:15-12:00`. A slot on another day than the one before it
//! has that day in front. It only reads: what a slot is, the domain says.

use chrono::NaiveTime;

use super::date_input::{self, Side, dutch};
use crate::domain::Date;

/// What was typed for one slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// The day that was named for it.
    pub day: Option<Date>,
    /// Begins, by the clock.
    pub from: NaiveTime,
    /// Ends; before the beginning: on the next day.
    pub until: NaiveTime,
}

/// The slots of a text, as they were typed; none of a blank text.
///
/// # Errors
/// The first part that is no slot.
pub fn read(text: &str, today: Date) -> Result<Vec<Times>, String> {
    let parts = text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| slot(part, today).ok_or_else(|| part.to_owned())).collect()
}

/// How it was understood: `09:30–11:00 · 27-11-2026 11:15–12:00`.
pub fn understood(all: &[Times]) -> String {
    let one = |times: &Times| {
        let day = times.day.map(|day| format!("{} ", dutch(day))).unwrap_or_default();
        format!("{day}{}–{}", times.from.format("%H:%M"), times.until.format("%H:%M"))
    };
    all.iter().map(one).collect::<Vec<_>>().join(" · ")
}

fn slot(part: &str, today: Date) -> Option<Times> {
    let part = [" tot ", " until ", " to "].iter().fold(part.to_lowercase(), |part, word| part.replace(word, "-"));
    let (rest, until) = part.rsplit_once(['-', '–'])?;
    let rest = rest.trim();
    let (day, from) = rest.rsplit_once(char::is_whitespace).unwrap_or(("", rest));
    let day = match day.trim() {
        "" => None,
        day => Some(date_input::read(day, today, Side::Future)?),
    };
    Some(Times { day, from: time(from)?, until: time(until)? })
}

/// A time on the clock: `13:30`, `9.30`, or a whole hour: `9`.
pub fn time(text: &str) -> Option<NaiveTime> {
    let text = text.trim().replace('.', ":");
    let whole = text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    match whole {
        true => NaiveTime::from_hms_opt(text.parse().ok()?, 0, 0),
        false => NaiveTime::parse_from_str(&text, "%H:%M").ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_read_as_people_write_them() {
        let today = Date::from_ymd_opt(2026, 11, 23).unwrap();
        let understood = |text: &str| read(text, today).map(|all| understood(&all));
        for (typed, meant) in [
            ("9:30-11:00, 11:15-12:00", "09:30–11:00 · 11:15–12:00"),
            ("9.30 – 11; 11:15 tot 12", "09:30–11:00 · 11:15–12:00"),
            ("23:30-0:30", "23:30–00:30"),
            ("26-11-2026 13:30-15:00, vr 9-11:00", "26-11-2026 13:30–15:00 · 27-11-2026 09:00–11:00"),
            ("", ""),
        ] {
            assert_eq!(understood(typed).as_deref(), Ok(meant), "{typed}");
        }
        for (typed, wrong) in
            [("9:30", "9:30"), ("9-11, 11-25", "11-25"), ("gisteravond 9-11", "gisteravond 9-11"), ("9-11-13", "9-11-13")]
        {
            assert_eq!(understood(typed).as_ref().map_err(String::as_str), Err(wrong), "{typed}");
        }
    }
}
