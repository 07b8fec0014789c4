//! The end of a term: nominal end, suspensions, then Atw art. 2 and art. 1, once.
//!
//! Pure and exact; absurd input is a typed error, never a date. The trigger day does not count; overdue is only the day
//! after the end.

use std::fmt;

use chrono::{Datelike, Days};

use super::{
    calendar,
    length::{Length, Unit},
    suspension::{Suspension, union},
};
use crate::domain::{Date, role::coded_enum};

coded_enum!(
    /// On what a term rests: decides whether the Atw applies.
    Basis {
        /// An act or an order in council: the Atw applies, unless the term is long (art. 4).
        Statutory = "statutory",
        /// An agreement, a commitment, a norm, a term set by a court: never the Atw.
        Agreed = "agreed",
        /// An act that excludes the Atw.
        Excluded = "excluded",
    }
);

/// A term as it was given: it begins on the day after the trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The day that starts it; does not count itself.
    pub trigger: Date,
    /// How long.
    pub length: Length,
    /// On what it rests.
    pub basis: Basis,
}

/// When a term ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// The end by counting alone, the suspended days added.
    pub nominal_end: Date,
    /// The end, with the suspensions and the Atw.
    pub end: Date,
    /// The end as if nothing had been suspended (veilig eind).
    pub safe_end: Date,
    /// On how many days of the term it stood still.
    pub days_stood_still: u32,
    /// The day on which it runs again after the last suspension that had an effect.
    pub runs_again_on: Option<Date>,
    /// The end lies in a year of which no decree about equated days is known here (voorlopig).
    pub provisional: bool,
    /// What a reader must know about the suspensions.
    pub warnings: Vec<Warning>,
}

/// What a reader must know about a suspension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// It has no day in common with the term: no effect.
    NoEffect(Suspension),
    /// It starts on the last day: no margin (geen marge).
    NoMargin(Suspension),
    /// It starts after the nominal end and before the end that the Atw gives: no effect on the date, a lawyer must look
    /// (juridische toets nodig).
    LegalReview(Suspension),
}

/// Why no end can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermError {
    /// A date lies outside the years 1900 to 9999.
    OutOfRange(Date),
    /// The end would lie after the year 9999.
    EndOutOfRange,
    /// A term in working days was suspended: no act says how, so no date is made up.
    SuspendedWorkingDays,
}

/// One step of the arithmetic, as it was taken. Dates say what is true after the step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The trigger day does not count: this is the first day of the term.
    Begins(Date),
    /// The end by counting alone.
    Counted(Date),
    /// The month of the end has no such day: its last day counts.
    MonthEnds(Date),
    /// It stood still.
    StoodStill {
        /// The suspended days that lie in the term.
        days: Suspension,
        /// The nominal end with them.
        nominal_end: Date,
    },
    /// The Atw does not apply: it rests on no act, or the act excludes it.
    AtwExcluded(Basis),
    /// The Atw does not apply: longer than art. 4 allows.
    AtwTooLong(Length),
    /// Art. 2: there were fewer than two ordinary days.
    TwoOrdinaryDays {
        /// The end before.
        from: Date,
        /// The second ordinary day.
        to: Date,
    },
    /// Art. 1: the end was a Saturday, a Sunday or a holiday.
    Moved {
        /// The end before.
        from: Date,
        /// The first ordinary day after it.
        to: Date,
    },
    /// The last day.
    Ends(Date),
    /// The last day as if nothing had been suspended, where that differs.
    SafeEnd(Date),
}

/// The end of a term with these suspensions, in any order; overlapping days count once.
pub fn end(term: &Term, suspensions: &[Suspension]) -> Result<End, TermError> {
    end_by_steps(term, suspensions, |_| {})
}

/// As [`end`], and tells every step: there is one arithmetic, so what is told is what was done.
pub fn end_by_steps(term: &Term, suspensions: &[Suspension], mut see: impl FnMut(Step)) -> Result<End, TermError> {
    in_range(term.trigger)?;
    for suspension in suspensions {
        in_range(suspension.from())?;
        in_range(suspension.until())?;
    }
    if term.length.unit() == Unit::WorkingDay && !suspensions.is_empty() {
        return Err(TermError::SuspendedWorkingDays);
    }
    let first_day = plus(term.trigger, 1)?;
    let plain_end = term.length.after(term.trigger).filter(|date| date.year() <= LAST_YEAR).ok_or(TermError::EndOutOfRange)?;
    see(Step::Begins(first_day));
    see(Step::Counted(plain_end));
    if matches!(term.length.unit(), Unit::Month | Unit::Year) && plain_end.day() != term.trigger.day() {
        see(Step::MonthEnds(plain_end));
    }
    if suspensions.is_empty() {
        let safe_end = settle(term, plain_end, &[], &mut see)?;
        see(Step::Ends(safe_end));
        let provisional = is_provisional(term, plain_end, safe_end);
        return Ok(End {
            nominal_end: plain_end,
            end: safe_end,
            safe_end,
            days_stood_still: 0,
            runs_again_on: None,
            provisional,
            warnings: vec![],
        });
    }

    let safe_end = settle(term, plain_end, &[], &mut |_| {})?;
    let union = union(suspensions);
    let (mut nominal_end, mut days_stood_still, mut runs_again_on) = (plain_end, 0, None);
    let mut warnings = vec![];
    // How many of the union lie before the end by counting: only these stop the clock, also for art. 2.
    let mut counting = 0;
    for suspension in &union {
        if suspension.from() > nominal_end {
            break;
        }
        counting += 1;
        let from = suspension.from().max(first_day);
        if from >= suspension.until() {
            continue;
        }
        if from == nominal_end {
            warnings.push(Warning::NoMargin(*suspension));
        }
        let days = (suspension.until() - from).num_days().unsigned_abs();
        nominal_end = plus(nominal_end, days)?;
        days_stood_still += u32::try_from(days).map_err(|_| TermError::EndOutOfRange)?;
        runs_again_on = Some(suspension.until());
        see(Step::StoodStill { days: suspension.starting(from), nominal_end });
    }
    let end = settle(term, nominal_end, &union[..counting], &mut see)?;
    see(Step::Ends(end));
    if end != safe_end {
        see(Step::SafeEnd(safe_end));
    }
    for suspension in &union {
        if suspension.until() <= first_day || suspension.from() > end {
            warnings.push(Warning::NoEffect(*suspension));
        } else if suspension.from() > nominal_end {
            warnings.push(Warning::LegalReview(*suspension));
        }
    }
    let provisional = is_provisional(term, plain_end, safe_end) || is_provisional(term, nominal_end, end);
    Ok(End { nominal_end, end, safe_end, days_stood_still, runs_again_on, provisional, warnings })
}

/// Does the Atw move the end of this term? Art. 4 is tested with the statutory length, whatever was suspended.
pub fn is_under_atw(term: &Term) -> bool {
    term.basis == Basis::Statutory && term.length.is_short()
}

const FIRST_YEAR: i32 = 1900;
const LAST_YEAR: i32 = 9999;

/// Atw art. 2 (two ordinary days on which the term ran), then art. 1 (the end is an ordinary day).
fn settle(term: &Term, nominal_end: Date, suspended: &[Suspension], see: &mut impl FnMut(Step)) -> Result<Date, TermError> {
    if term.basis != Basis::Statutory {
        see(Step::AtwExcluded(term.basis));
        return Ok(nominal_end);
    }
    if !term.length.is_short() {
        see(Step::AtwTooLong(term.length));
        return Ok(nominal_end);
    }
    let mut end = nominal_end;
    if term.length.is_three_days_or_more() {
        let mut ordinary_days = 0;
        let mut date = term.trigger;
        while ordinary_days < 2 {
            date = plus(date, 1)?;
            if let Some(suspension) = suspended.iter().find(|suspension| suspension.covers(date)) {
                date = suspension.until();
            }
            ordinary_days += u8::from(calendar::is_ordinary(date));
        }
        if date > end {
            see(Step::TwoOrdinaryDays { from: end, to: date });
            end = date;
        }
    }
    let ordinary = calendar::ordinary_from(end).filter(|date| date.year() <= LAST_YEAR).ok_or(TermError::EndOutOfRange)?;
    if ordinary > end {
        see(Step::Moved { from: end, to: ordinary });
    }
    Ok(ordinary)
}

/// The end rests on the calendar of a year whose decrees are not known.
fn is_provisional(term: &Term, nominal_end: Date, end: Date) -> bool {
    let rests_on_calendar = is_under_atw(term) || term.length.unit() == Unit::WorkingDay;
    rests_on_calendar && (calendar::is_provisional(nominal_end.year()) || calendar::is_provisional(end.year()))
}

fn in_range(date: Date) -> Result<(), TermError> {
    if (FIRST_YEAR..=LAST_YEAR).contains(&date.year()) { Ok(()) } else { Err(TermError::OutOfRange(date)) }
}

fn plus(date: Date, days: u64) -> Result<Date, TermError> {
    date.checked_add_days(Days::new(days)).filter(|date| date.year() <= LAST_YEAR).ok_or(TermError::EndOutOfRange)
}

impl fmt::Display for TermError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfRange(date) => write!(f, "{date} lies outside the years {FIRST_YEAR} to {LAST_YEAR}"),
            Self::EndOutOfRange => write!(f, "the end would lie after the year {LAST_YEAR}"),
            Self::SuspendedWorkingDays => f.write_str("a term in working days cannot be suspended"),
        }
    }
}

impl std::error::Error for TermError {}

#[cfg(test)]
#[path = "arithmetic_tests.rs"]
mod tests;
