//! A term that explains itself: the rule, every step, what is uncertain, and what can be done. Data only: the words are in
//! the locale files.

use chrono::Datelike;

use super::{
    arithmetic::{Basis, End, Step, Term, TermError, Warning, end_by_steps, is_under_atw},
    calendar,
    length::{Length, Unit},
    rule::{Certainty, Rule, Span},
    rules,
    suspension::Suspension,
};
use crate::domain::Date;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The day that starts the term.
    pub trigger: Date,
    /// How long; nothing: as the rule says.
    pub length: Option<Length>,
    /// On what it rests.
    pub ground: Ground,
    /// On which days it stood still, in any order.
    pub suspensions: Vec<Suspension>,
}

/// On what a term rests, as it is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// The rule with this code, as it was in force on the trigger day.
    Rule(String),
    /// No rule of the list: only whether the Atw applies.
    Basis(Basis),
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The term that was computed.
    pub term: Term,
    /// The rule, if one was named.
    pub rule: Option<&'static Rule>,
    /// When it ends.
    pub end: End,
    /// How that came to be, in order.
    pub steps: Vec<Step>,
    /// What a reader must know before relying on it.
    pub uncertainties: Vec<Uncertainty>,
}

/// What makes a date less than certain, or must be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uncertainty {
    /// The rule is to be confirmed with a lawyer.
    RuleToConfirm(&'static Rule),
    /// Which days a decree equated in this year is not known here (voorlopig).
    Provisional(i32),
    /// About a suspension.
    Suspension(Warning),
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No rule has this code.
    UnknownRule(String),
    /// The rule exists, but was not in force on the trigger day.
    NotInForce(&'static Rule, Date),
    /// The rule gives no term by itself.
    GivesNoTerm(&'static Rule),
    /// The rule leaves the length to others, and none was given.
    LengthMissing,
    /// The rule gives another length.
    OtherLength(&'static Rule, Length),
    /// The arithmetic has no end.
    Term(TermError),
}

/// Answers, with every step.
pub fn explain(question: &Question) -> Result<Explained, Refusal> {
    let (rule, basis) = match &question.ground {
        Ground::Rule(code) => {
            let rule = rule_on(code, question.trigger)?;
            (Some(rule), rule.basis)
        }
        Ground::Basis(basis) => (None, *basis),
    };
    let length = length_of(rule, question)?;
    let term = Term { trigger: question.trigger, length, basis };
    let mut steps = vec![];
    let end = end_by_steps(&term, &question.suspensions, |step| steps.push(step)).map_err(Refusal::Term)?;
    let uncertainties = uncertainties(&term, rule, &end);
    Ok(Explained { term, rule, end, steps, uncertainties })
}

/// What is uncertain about an end.
pub fn uncertainties(term: &Term, rule: Option<&'static Rule>, end: &End) -> Vec<Uncertainty> {
    let to_confirm = rule.filter(|rule| rule.certainty == Certainty::ToConfirm).map(Uncertainty::RuleToConfirm);
    let mut years = vec![];
    if end.provisional && (is_under_atw(term) || term.length.unit() == Unit::WorkingDay) {
        years.extend([end.safe_end, end.nominal_end, end.end].map(|date| date.year()));
        years.retain(|year| calendar::is_provisional(*year));
        years.sort_unstable();
        years.dedup();
    }
    let mut found: Vec<Uncertainty> = to_confirm.into_iter().collect();
    found.extend(years.into_iter().map(Uncertainty::Provisional));
    found.extend(end.warnings.iter().copied().map(Uncertainty::Suspension));
    found
}

fn rule_on(code: &str, on: Date) -> Result<&'static Rule, Refusal> {
    rules::in_force(code, on).ok_or_else(|| {
        // The nearest row says since when, or until when.
        let rows = rules::RULES.iter().filter(|rule| rule.code == code);
        let nearest = rows.min_by_key(|rule| u8::from(rule.valid_from.is_none_or(|from| from <= on)));
        nearest.map_or_else(|| Refusal::UnknownRule(code.to_owned()), |rule| Refusal::NotInForce(rule, on))
    })
}

fn length_of(rule: Option<&'static Rule>, question: &Question) -> Result<Length, Refusal> {
    let Some(rule) = rule else { return question.length.ok_or(Refusal::LengthMissing) };
    match (rule.span, question.length) {
        (Span::None, _) => Err(Refusal::GivesNoTerm(rule)),
        (Span::Free, length) => length.ok_or(Refusal::LengthMissing),
        (Span::Exactly(length) | Span::AtMost(length), None) => Ok(length),
        (Span::Exactly(length), Some(asked)) if length == asked => Ok(asked),
        (Span::AtMost(most), Some(asked)) if asked.after(question.trigger) <= most.after(question.trigger) => Ok(asked),
        (Span::Exactly(_) | Span::AtMost(_), Some(asked)) => Err(Refusal::OtherLength(rule, asked)),
    }
}

impl Step {
    /// A stable code; the text is in the locale files under `term-step-CODE`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Begins(_) => "begins",
            Self::Counted(_) => "counted",
            Self::MonthEnds(_) => "month-ends",
            Self::StoodStill { .. } => "stood-still",
            Self::AtwExcluded(Basis::Excluded) => "atw-excluded",
            Self::AtwExcluded(_) => "atw-no-act",
            Self::AtwTooLong(_) => "atw-too-long",
            Self::TwoOrdinaryDays { .. } => "atw-2",
            Self::Moved { .. } => "atw-1",
            Self::Ends(_) => "ends",
            Self::SafeEnd(_) => "safe-end",
        }
    }
}

impl Uncertainty {
    /// A stable code; the text is in the locale files under `term-uncertain-CODE`.
    pub fn code(self) -> &'static str {
        match self {
            Self::RuleToConfirm(_) => "rule-to-confirm",
            Self::Provisional(_) => "provisional",
            Self::Suspension(Warning::NoEffect(_)) => "no-effect",
            Self::Suspension(Warning::NoMargin(_)) => "no-margin",
            Self::Suspension(Warning::LegalReview(_)) => "legal-review",
        }
    }
}

impl Refusal {
    /// A stable code; the text is in the locale files under `term-refused-CODE`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownRule(_) => "unknown-rule",
            Self::NotInForce(..) => "not-in-force",
            Self::GivesNoTerm(_) => "gives-no-term",
            Self::LengthMissing => "length-missing",
            Self::OtherLength(..) => "other-length",
            Self::Term(TermError::OutOfRange(_)) => "out-of-range",
            Self::Term(TermError::EndOutOfRange) => "end-out-of-range",
            Self::Term(TermError::SuspendedWorkingDays) => "suspended-working-days",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::calendar::day, *};

    fn asked(trigger: Date, length: &str, ground: Ground, suspended: &[&str]) -> Result<Explained, Refusal> {
        let length = (!length.is_empty()).then(|| length.parse().unwrap());
        let suspensions = suspended.iter().map(|text| text.parse().unwrap()).collect();
        explain(&Question { trigger, length, ground, suspensions })
    }

    fn by_rule(code: &str, trigger: Date, length: &str) -> Result<Explained, Refusal> {
        asked(trigger, length, Ground::Rule(code.into()), &[])
    }

    #[test]
    fn every_step_is_told_in_order() {
        let statutory = Ground::Basis(Basis::Statutory);
        let explained = asked(day(2026, 10, 10), "6w", statutory, &["2026-11-10..2026-11-17", "2026-11-16..2026-11-18"]).unwrap();
        assert_eq!(
            explained.steps,
            [
                Step::Begins(day(2026, 10, 11)),
                Step::Counted(day(2026, 11, 21)),
                Step::StoodStill { days: "2026-11-10..2026-11-18".parse().unwrap(), nominal_end: day(2026, 11, 29) },
                Step::Moved { from: day(2026, 11, 29), to: day(2026, 11, 30) },
                Step::Ends(day(2026, 11, 30)),
                Step::SafeEnd(day(2026, 11, 23)),
            ]
        );
        let easter = asked(day(2026, 4, 2), "3d", Ground::Basis(Basis::Statutory), &[]).unwrap();
        assert_eq!(easter.steps[2], Step::TwoOrdinaryDays { from: day(2026, 4, 5), to: day(2026, 4, 8) });
        let codes = |length, basis| {
            let explained = asked(day(2026, 1, 31), length, Ground::Basis(basis), &[]).unwrap();
            explained.steps.iter().map(|step| step.code()).collect::<Vec<_>>()
        };
        assert_eq!(codes("1m", Basis::Agreed), ["begins", "counted", "month-ends", "atw-no-act", "ends"]);
        assert_eq!(codes("42d", Basis::Excluded), ["begins", "counted", "atw-excluded", "ends"]);
        assert_eq!(codes("1y", Basis::Statutory), ["begins", "counted", "atw-too-long", "ends"]);
    }

    #[test]
    fn the_rule_of_the_trigger_day_counts_and_says_when_it_is_unsure() {
        let explained = by_rule("vw-69", day(2026, 6, 11), "").unwrap();
        assert_eq!(explained.rule.and_then(|rule| rule.valid_to), Some(day(2026, 6, 11)));
        assert!(matches!(explained.uncertainties[..], [Uncertainty::RuleToConfirm(_)]));
        assert!(matches!(by_rule("vw-69-week", day(2026, 6, 11), ""), Err(Refusal::NotInForce(..))));
        assert_eq!(by_rule("vw-69-week", day(2026, 6, 12), "").unwrap().end.end, day(2026, 6, 19));
        assert!(by_rule("awb-6-7", day(2026, 10, 10), "6w").unwrap().uncertainties.is_empty());
        assert_eq!(by_rule("awb-9-99", day(2026, 10, 10), ""), Err(Refusal::UnknownRule("awb-9-99".into())));
    }

    #[test]
    fn a_length_must_fit_the_rule() {
        let on = day(2026, 10, 10);
        assert!(matches!(by_rule("awb-6-7", on, "8w"), Err(Refusal::OtherLength(..))));
        assert!(matches!(by_rule("awb-6-7", on, "5w"), Err(Refusal::OtherLength(..))));
        assert!(by_rule("wgs-5", on, "4m").is_ok());
        assert!(matches!(by_rule("wgs-5", on, "7m"), Err(Refusal::OtherLength(..))));
        assert!(matches!(by_rule("awb-6-16", on, "6w"), Err(Refusal::GivesNoTerm(_))));
        assert_eq!(by_rule("wettelijk", on, ""), Err(Refusal::LengthMissing));
        assert_eq!(by_rule("afspraak", on, "2w").unwrap().end.end, day(2026, 10, 24), "a Saturday, and no act moves it");
        let suspended = asked(on, "3wd", Ground::Basis(Basis::Statutory), &["2026-10-12..2026-10-13"]);
        assert_eq!(suspended, Err(Refusal::Term(TermError::SuspendedWorkingDays)));
    }

    #[test]
    fn the_years_without_a_known_decree_are_named() {
        let explained = by_rule("awb-6-7", day(2028, 12, 20), "").unwrap();
        assert_eq!(explained.uncertainties, [Uncertainty::Provisional(2029)]);
    }
}
