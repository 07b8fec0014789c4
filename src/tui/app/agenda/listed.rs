//! What an item lists, one a line of a field: what was tried, and options. Written and read the same.

use super::super::date_input::{self, Side, dutch};
use crate::domain::{Date, meeting::ItemOption, signal::Attempt, text::RawText};

/// Between what was tried, when and with whom, on one line.
const PARTS: char = ';';
/// Where no day is known.
const NO_DAY: &str = "-";
/// Between an option and what comes of it.
const LEADS_TO: &str = "->";

/// `Gebeld met de deurwaarder; 12-11-2026; P. de Boer`.
pub(in super::super) fn told(attempt: &Attempt) -> String {
    let what = attempt.what.raw();
    match (attempt.on, attempt.with.is_blank()) {
        (None, true) if !what.contains(PARTS) => what.to_owned(),
        (day, true) => format!("{what}{PARTS} {}", written_day(day)),
        (day, false) => format!("{what}{PARTS} {}{PARTS} {}", written_day(day), attempt.with.raw()),
    }
}

fn written_day(day: Option<Date>) -> String {
    day.map_or_else(|| NO_DAY.to_owned(), dutch)
}

/// One a line. What stands before the last part that is a day is what was tried; a line of one part is that alone.
pub(in super::super) fn attempts(text: &str, today: Date) -> Vec<Attempt> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let whole = |line: &str| Attempt { what: line.trim().into(), on: None, with: RawText::default() };
    lines.map(|line| attempt(line, today).unwrap_or_else(|| whole(line))).collect()
}

/// What a line says; nothing when it has parts and none of them is a day.
fn attempt(line: &str, today: Date) -> Option<Attempt> {
    let day = |part: &str| match part.trim() {
        NO_DAY => Some(None),
        part => date_input::read(part, today, Side::Past).map(Some),
    };
    let parts: Vec<&str> = line.split(PARTS).collect();
    let join = |parts: &[&str]| parts.join(&PARTS.to_string()).trim().to_owned();
    let found = (1..parts.len()).rev().find_map(|at| day(parts[at]).map(|on| (at, on)));
    match found {
        Some((at, on)) => Some(Attempt { what: join(&parts[..at]).into(), on, with: join(&parts[at + 1..]).into() }),
        None if parts.len() == 1 => Some(Attempt { what: line.trim().into(), on: None, with: RawText::default() }),
        None => None,
    }
}

/// What is wrong with what was tried, as it was typed: a line with parts of which none is a day, or one of a day to come.
pub(in super::super) fn fault_of_tried(text: &str, today: Date) -> Option<(&'static str, &'static str)> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let wrong = |line: &str| attempt(line, today).is_none_or(|read| read.what.is_blank() || read.on.is_some_and(|on| on > today));
    lines.into_iter().any(wrong).then_some(("let-tried", "form-let-tried-wrong"))
}

/// How the line of a text on which this byte stands is understood: `Gebeld · 12-11-2026 · P. de Boer`. Of a line that is not
/// understood the line itself.
///
/// # Errors
/// The line, when it is not understood.
pub(in super::super) fn line_understood(text: &str, at: usize, today: Date) -> Result<Attempt, String> {
    let (before, behind) = text.split_at(text.floor_char_boundary(at.min(text.len())));
    let line = format!("{}{}", before.rsplit('\n').next().unwrap_or_default(), behind.split('\n').next().unwrap_or_default());
    attempt(&line, today).filter(|read| read.on.is_none_or(|on| on <= today)).ok_or(line)
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
        let today = Date::from_ymd_opt(2026, 11, 23).unwrap();
        let read = attempts(&format!("{line}\n\nBrief gestuurd\nMail; -; wijkteam"), today);
        assert_eq!(read.len(), 3);
        assert_eq!((read[0].what.raw(), read[0].with.raw()), ("Gebeld; geen gehoor", "P. de Boer"));
        assert_eq!(read[0].on, Date::from_ymd_opt(2026, 11, 12));
        assert_eq!((read[2].what.raw(), read[2].on, read[2].with.raw()), ("Mail", None, "wijkteam"));
        let again: Vec<String> = read.iter().map(told).collect();
        assert_eq!(again, [line, "Brief gestuurd", "Mail; -; wijkteam"]);
        // What has a `;` of its own is read the same, too.
        let odd = told(&Attempt { what: "Gebeld; geen gehoor".into(), on: None, with: RawText::default() });
        assert_eq!((odd.as_str(), fault_of_tried(&odd, today)), ("Gebeld; geen gehoor; -", None));
        assert_eq!(told(&attempts(&odd, today)[0]), odd);
        assert_eq!(options("uitstel -> huur loopt door\nniets")[0].consequences.raw(), "huur loopt door");
    }

    #[test]
    fn a_line_that_is_not_understood_is_refused_and_told() {
        let today = Date::from_ymd_opt(2026, 11, 23).unwrap();
        for wrong in ["Gebeld; twaalf november; P. de Boer", "Gebeld; 2-12-2026; P. de Boer", "; 12-11-2026; P. de Boer"] {
            assert!(fault_of_tried(&format!("Brief gestuurd\n{wrong}"), today).is_some(), "{wrong}");
        }
        assert_eq!(fault_of_tried("Gebeld; gisteren; P. de Boer\nMail; 12-11", today), None);
        let text = "Brief gestuurd\nGebeld; 12-11; P. de Boer";
        let read = line_understood(text, text.len(), today).unwrap();
        assert_eq!((read.what.raw(), read.on, read.with.raw()), ("Gebeld", Date::from_ymd_opt(2026, 11, 12), "P. de Boer"));
        assert_eq!(line_understood(text, 3, today).unwrap().what.raw(), "Brief gestuurd");
        assert_eq!(line_understood("Gebeld; ooit", 0, today), Err("Gebeld; ooit".to_owned()));
    }
}
