//! What an item lists, one a line of a field: what was tried, and options. Written and read the same.

use crate::domain::{Date, meeting::ItemOption, signal::Attempt, text::RawText, zone::read_date};

/// Between what was tried, when and with whom, on one line.
const PARTS: char = ';';
/// Between an option and what comes of it.
const LEADS_TO: &str = "->";

/// `Gebeld met de deurwaarder; 12-11-2026; P. de Boer`.
pub(super) fn told(attempt: &Attempt) -> String {
    let what = attempt.what.raw();
    match (attempt.on, attempt.with.is_blank()) {
        (None, true) => what.to_owned(),
        (Some(day), true) => format!("{what}{PARTS} {}", day.format("%d-%m-%Y")),
        (day, false) => {
            let day = day.map_or_else(|| "-".to_owned(), |day| day.format("%d-%m-%Y").to_string());
            format!("{what}{PARTS} {day}{PARTS} {}", attempt.with.raw())
        }
    }
}

/// One a line. What stands before the last part that is a day is what was tried; without a day all of it is.
pub(super) fn attempts(text: &str) -> Vec<Attempt> {
    let day = |part: &str| -> Option<Option<Date>> {
        match part.trim() {
            "-" => Some(None),
            part => read_date(part).map(Some),
        }
    };
    let attempt = |line: &str| {
        let parts: Vec<&str> = line.split(PARTS).collect();
        let found = (1..parts.len()).rev().find_map(|at| day(parts[at]).map(|on| (at, on)));
        let join = |parts: &[&str]| parts.join(&PARTS.to_string()).trim().to_owned();
        match found {
            Some((at, on)) => Attempt { what: join(&parts[..at]).into(), on, with: join(&parts[at + 1..]).into() },
            None => Attempt { what: line.trim().into(), on: None, with: RawText::default() },
        }
    };
    text.lines().filter(|line| !line.trim().is_empty()).map(attempt).collect()
}

/// `uitstel -> huur loopt door`.
pub(super) fn written(option: &ItemOption) -> String {
    match option.consequences.is_blank() {
        true => option.text.raw().to_owned(),
        false => format!("{} {LEADS_TO} {}", option.text.raw(), option.consequences.raw()),
    }
}

/// One a line, with what comes of it behind an arrow.
pub(super) fn options(text: &str) -> Vec<ItemOption> {
    let option = |line: &str| {
        let (text, consequences) = line.split_once(LEADS_TO).unwrap_or((line, ""));
        ItemOption { text: text.trim().into(), consequences: consequences.trim().into() }
    };
    text.lines().filter(|line| !line.trim().is_empty()).map(option).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_tried_is_written_and_read_the_same() {
        let line = "Gebeld; geen gehoor; 12-11-2026; P. de Boer";
        let read = attempts(&format!("{line}\n\nBrief gestuurd\nMail; -; wijkteam"));
        assert_eq!(read.len(), 3);
        assert_eq!((read[0].what.raw(), read[0].with.raw()), ("Gebeld; geen gehoor", "P. de Boer"));
        assert_eq!(read[0].on, Date::from_ymd_opt(2026, 11, 12));
        assert_eq!((read[2].what.raw(), read[2].on, read[2].with.raw()), ("Mail", None, "wijkteam"));
        let again: Vec<String> = read.iter().map(told).collect();
        assert_eq!(again, [line, "Brief gestuurd", "Mail; -; wijkteam"]);
        assert_eq!(options("uitstel -> huur loopt door\nniets")[0].consequences.raw(), "huur loopt door");
    }
}
