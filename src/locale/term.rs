//! Terms in words: days, lengths, steps, uncertainties and refusals. What is told is decided in `domain::term`.

use super::{Texts, Value};
use crate::domain::{
    Date, Instant,
    term::{
        arithmetic::{Step, TermError, Warning},
        calendar::{self, Holiday},
        explanation::{Explained, Refusal, Uncertainty},
        length::{Length, LengthError, Unit},
        rule::{Rule, Span},
        suspension::{Suspension, SuspensionError},
    },
    zone,
};

impl Texts {
    /// `ma 23-11-2026`.
    pub fn day(&self, date: Date) -> String {
        let weekday = self.get(&format!("weekday-{}", date.format("%u")));
        let day = date.format("%d-%m-%Y").to_string();
        self.with("term-day", &[("weekday", weekday.into()), ("day", day.into())])
    }

    /// A moment in the Netherlands: `ma 16-11-2026 18:00`.
    pub fn moment(&self, at: Instant) -> String {
        let (hour, minute) = zone::hour_minute(at);
        format!("{} {hour:02}:{minute:02}", self.day(zone::date_of(at)))
    }

    /// What makes a day none to work on: `zaterdag`, or the name of the holiday. Nothing: it is a working day.
    pub fn free_day(&self, date: Date) -> Option<String> {
        let weekday = date.format("%u").to_string();
        let weekend = matches!(weekday.as_str(), "6" | "7").then(|| self.get(&format!("free-day-{weekday}")));
        calendar::holiday(date).map(|holiday| self.holiday(holiday)).or(weekend)
    }

    /// `25 november 2026`, as a letter has it.
    pub fn day_in_full(&self, date: Date) -> String {
        format!("{} {} {}", date.format("%-d"), self.get(&format!("month-{}", date.format("%-m"))), date.format("%Y"))
    }

    /// `6 weken`.
    pub fn length(&self, length: Length) -> String {
        self.with(&format!("term-length-{}", length.unit()), &[("count", u32::from(length.count()).into())])
    }

    /// `11 dagen`.
    pub fn days(&self, count: i64) -> String {
        self.with(&format!("term-length-{}", Unit::Day), &[("count", count.into())])
    }

    /// `ma 16-11-2026 t/m do 26-11-2026`.
    pub fn suspension(&self, suspension: Suspension) -> String {
        let (from, last) = (self.day(suspension.from()), self.day(suspension.last()));
        self.with("term-through", &[("from", from.into()), ("last", last.into())])
    }

    /// The name of a holiday.
    pub fn holiday(&self, holiday: Holiday) -> String {
        self.get(&format!("holiday-{}", holiday.code().replace(' ', "-")))
    }

    /// What a rule says, in a sentence.
    pub fn rule(&self, rule: &Rule) -> String {
        self.get(&format!("rule-{}", rule.code))
    }

    /// What can be done before the safe end.
    pub fn remedy(&self, rule: &Rule) -> String {
        self.get(&format!("remedy-{}", rule.remedy))
    }

    /// One step of the arithmetic.
    pub fn step(&self, step: &Step, explained: &Explained) -> String {
        let on = |date: Date| ("on", Value::from(self.day(date)));
        let values = match step {
            Step::Begins(date) => vec![("day", self.day(explained.term.trigger).into()), on(*date)],
            Step::MonthEnds(date) | Step::SafeEnd(date) => vec![on(*date)],
            Step::Counted(date) => vec![on(*date), ("length", self.length(explained.term.length).into())],
            Step::StoodStill { days, nominal_end } => vec![
                ("from", self.day(days.from()).into()),
                ("last", self.day(days.last()).into()),
                ("until", self.day(days.until()).into()),
                ("days", self.days(days.days()).into()),
                on(*nominal_end),
            ],
            Step::AtwExcluded(_) | Step::AtwTooLong(_) => vec![],
            Step::TwoOrdinaryDays { from, to } => vec![("from", self.day(*from).into()), on(*to)],
            Step::Moved { from, to } => vec![("days", self.passed_over(*from, *to).into()), on(*to)],
            Step::Ends(date) => vec![on(*date), ("after", self.day(date.succ_opt().unwrap_or(*date)).into())],
        };
        self.with(&format!("term-step-{}", step.code()), &values)
    }

    /// One uncertainty.
    pub fn uncertainty(&self, uncertainty: &Uncertainty) -> String {
        let values = match uncertainty {
            Uncertainty::RuleToConfirm(rule) => vec![("label", rule.label().into())],
            Uncertainty::Provisional(year) => vec![("year", year.to_string().into())],
            Uncertainty::Suspension(Warning::NoEffect(of) | Warning::NoMargin(of) | Warning::LegalReview(of)) => {
                vec![("days", self.suspension(*of).into())]
            }
        };
        self.with(&format!("term-uncertain-{}", uncertainty.code()), &values)
    }

    /// Why there is no answer.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let label = |rule: &Rule| ("label", Value::from(rule.label()));
        let or_none = |date: Option<Date>| Value::from(date.map_or_else(|| "none".to_owned(), |date| self.day(date)));
        let values = match refusal {
            Refusal::UnknownRule(code) => vec![("value", short(code))],
            Refusal::NotInForce(rule, on) => vec![
                label(rule),
                ("on", self.day(*on).into()),
                ("from", or_none(rule.valid_from.filter(|from| on < from))),
                ("to", or_none(rule.valid_to.filter(|to| to < on))),
            ],
            Refusal::GivesNoTerm(rule) => vec![label(rule), ("text", self.rule(rule).into())],
            Refusal::OtherLength(rule, asked) => {
                let most = if matches!(rule.span, Span::AtMost(_)) { "yes" } else { "no" };
                let right = rule.span.length().map(|length| self.length(length)).unwrap_or_default();
                vec![label(rule), ("most", most.into()), ("right", right.into()), ("asked", self.length(*asked).into())]
            }
            Refusal::Term(TermError::OutOfRange(date)) => vec![("on", date.to_string().into())],
            Refusal::LengthMissing | Refusal::Term(TermError::EndOutOfRange | TermError::SuspendedWorkingDays) => vec![],
        };
        self.with(&format!("term-refused-{}", refusal.code()), &values)
    }

    /// Why a text is no day.
    pub fn not_a_day(&self, text: &str) -> String {
        self.with("term-input-day", &[("value", short(text))])
    }

    /// Why a text is no length.
    pub fn not_a_length(&self, error: &LengthError) -> String {
        match error {
            LengthError::NotALength(text) => self.with("term-input-length", &[("value", short(text))]),
            LengthError::Zero => self.get("term-input-length-zero"),
            LengthError::TooLong => self.with("term-input-length-most", &[("most", Length::MOST.to_string().into())]),
        }
    }

    /// Why a text is no suspension.
    pub fn not_a_suspension(&self, error: &SuspensionError) -> String {
        match error {
            SuspensionError::NotASuspension(text) => self.with("term-input-suspension", &[("value", short(text))]),
            SuspensionError::Backwards { from, until } => self
                .with("term-input-suspension-backwards", &[("from", self.day(*from).into()), ("until", self.day(*until).into())]),
        }
    }

    /// The days from one up to another, holidays by name.
    fn passed_over(&self, from: Date, to: Date) -> String {
        let days = from.iter_days().take_while(|day| *day < to);
        let named = days.map(|day| match calendar::holiday(day) {
            Some(holiday) => format!("{} ({})", self.day(day), self.holiday(holiday)),
            None => self.day(day),
        });
        named.collect::<Vec<_>>().join(", ")
    }
}

/// Longest text that is quoted, in characters.
const QUOTED: usize = 60;

fn short(text: &str) -> Value {
    match text.char_indices().nth(QUOTED) {
        Some((at, _)) => format!("{}…", &text[..at]).into(),
        None => text.into(),
    }
}
