//! The file that says how long closed cases and backups are kept. With a mistake in it the server does not start: nothing is destroyed, or kept,
//! by a term that nobody meant.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::{
    call::{Call, Stop},
    config::Fault,
    interface::told,
    text_file,
};
use crate::{
    api::problem::exit,
    domain::{
        nearness::nearest,
        retention::{BACKUP_DAYS, RetentionRule, Schedule, YEARS},
    },
    tui::app::mistake::Mistake,
};

/// The key that is no rule.
const BACKUPS: &str = "backup_days";

/// What the file says; without one, the usual terms.
pub(super) fn read(call: &mut Call, file: Option<&Path>) -> Result<Schedule, Stop> {
    let Some(file) = file else { return Ok(Schedule::default()) };
    let faults = match text_file::read(file) {
        Err(error) => vec![Fault::unreadable(file, &error)],
        Ok(source) => match schedule(&source) {
            Ok(schedule) => return Ok(schedule),
            Err(mistakes) => mistakes.into_iter().map(|mistake| told(file, &source, mistake)).collect(),
        },
    };
    for fault in &faults {
        let report = fault.report(&call.texts);
        call.message(&report);
    }
    let file = file.display().to_string();
    Err(Stop::Said("cli-retention-broken", vec![("file", file.into())], exit::CONFIGURATION))
}

fn schedule(source: &str) -> Result<Schedule, Vec<Mistake>> {
    let (file, errors) = DeTable::parse_recoverable(source);
    if let Some(error) = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start)) {
        return Err(vec![Mistake::new(error.span().unwrap_or(0..0), "identity-broken", [("detail", error.message())])]);
    }
    let (mut made, mut mistakes) = (Schedule::default(), vec![]);
    for (key, value) in file.get_ref() {
        let name = key.get_ref().as_ref();
        let rule = RetentionRule::from_code(name);
        if rule.is_none() && name != BACKUPS {
            let known = RetentionRule::ALL.iter().map(|rule| rule.code()).chain([BACKUPS]);
            let near = nearest(name, known).unwrap_or("none");
            mistakes.push(Mistake::new(key.span(), "retention-unknown", [("key", name), ("near", near)]));
            continue;
        }
        let range = if rule.is_some() { YEARS } else { BACKUP_DAYS };
        let number = match value.get_ref() {
            DeValue::Integer(number) => number.to_string().parse::<u32>().ok().filter(|number| range.contains(number)),
            _ => None,
        };
        match (rule, number) {
            (Some(rule), Some(years)) => made = made.with(rule, years),
            (None, Some(days)) => made.backup_days = days,
            (_, None) => {
                let range = format!("{} - {}", range.start(), range.end());
                mistakes.push(Mistake::new(value.span(), "retention-range", [("key", name), ("range", &range)]));
            }
        }
    }
    if mistakes.is_empty() { Ok(made) } else { Err(mistakes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_counts_and_the_rest_is_usual() {
        let made = schedule("deviation = 20\nbackup_days = 14\n").unwrap();
        assert_eq!((made.years(RetentionRule::Deviation), made.backup_days), (20, 14));
        assert_eq!(made.years(RetentionRule::WithinRules), RetentionRule::WithinRules.usual_years());
    }

    #[test]
    fn no_term_is_guessed() {
        for source in
            ["deviaton = 7", "deviation = 0", "deviation = 101", "deviation = \"7\"", "backup_days = 0", "deviation = 7.5", "x"]
        {
            assert!(schedule(source).is_err(), "{source}");
        }
    }
}
