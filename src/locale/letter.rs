//! The letter to a body about a time-out: that it was decided, extended, or that the decision works again, or a reminder. Only
//! what was confirmed by a second person is told as decided; whoever sends it reads it first.

use super::{Texts, Value};
use crate::domain::{
    Date,
    role::Role,
    text::SafeText,
    time_out::{TimeOut, TimeOutState},
};

/// What a letter about a time-out needs besides the time-out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterNames {
    /// The name of the body.
    pub body: SafeText,
    /// The name of the municipality.
    pub municipality: SafeText,
    /// Whom the body should answer; empty: who decided.
    pub answer_to: SafeText,
    /// Who signs.
    pub sender: SafeText,
    /// As what they sign.
    pub role: Role,
}

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The text; what is not known stands there as `[…]`.
    pub text: SafeText,
    /// Keys of the fields that are not known, each a part of `letter-missing-…`.
    pub missing: Vec<&'static str>,
}

/// Which letter fits a state; nothing while nothing was confirmed.
fn kind(time_out: &TimeOut) -> Option<&'static str> {
    match time_out.state {
        TimeOutState::Proposed | TimeOutState::NotStarted => None,
        TimeOutState::Resumed | TimeOutState::Ended => Some("ended"),
        TimeOutState::Lapsed => Some("lapsed"),
        _ if time_out.extensions.is_empty() => Some("started"),
        _ => Some("extended"),
    }
}

impl Texts {
    /// The letter about a time-out as it stands on a day; nothing while it is only proposed.
    pub fn time_out_letter(&self, time_out: &TimeOut, names: &LetterNames, today: Date) -> Option<Letter> {
        Some(self.letter(kind(time_out)?, time_out, names, today))
    }

    /// The reminder to a body that was told and has not confirmed; nothing when there is nothing to remind of.
    pub fn time_out_reminder(&self, time_out: &TimeOut, names: &LetterNames, today: Date) -> Option<Letter> {
        let waits = time_out.told_body_on.is_some() && time_out.body_confirmed_on.is_none();
        let runs = matches!(kind(time_out), Some("started" | "extended"));
        (waits && runs).then(|| self.letter("reminder", time_out, names, today))
    }

    fn letter(&self, kind: &str, time_out: &TimeOut, names: &LetterNames, today: Date) -> Letter {
        let (facts, decision) = (&time_out.facts, &time_out.suspends.decision);
        let mut missing = vec![];
        let mut known = |field: &'static str, text: String| -> Value {
            if text.trim().is_empty() {
                missing.push(field);
                return self.get("letter-unknown").into();
            }
            SafeText::line(text.trim()).into()
        };
        let day = |day: Option<Date>| day.map(|day| self.day_in_full(day)).unwrap_or_default();
        // The letter says "the municipality of" itself.
        let municipality = names.municipality.as_str().trim();
        let municipality =
            municipality.strip_prefix("Gemeente ").or(municipality.strip_prefix("gemeente ")).unwrap_or(municipality);
        let answer_to =
            if names.answer_to.as_str().trim().is_empty() { facts.decided_by.line() } else { names.answer_to.clone() };
        let values = [
            ("body", known("body", names.body.to_string())),
            ("municipality", known("municipality", municipality.to_owned())),
            ("kind", known("kind", decision.kind.line().to_string())),
            ("reference", known("reference", decision.reference.line().to_string())),
            ("announced", known("announced", day(decision.announced_on.or(decision.dated_on)))),
            ("decided", known("decided", self.day_in_full(facts.decided_on))),
            ("own", known("own", facts.reference.line().to_string())),
            ("first", known("first", self.day_in_full(facts.first_day))),
            ("last", known("last", self.day_in_full(time_out.last_suspended_day()))),
            ("answer", known("answer", answer_to.to_string())),
            ("number", known("number", time_out.signal_number.to_string())),
            ("reach", known("reach", self.get(&format!("letter-reach-{}", facts.reach.code().replace('_', "-"))))),
            ("ground", known("ground", self.get(&format!("letter-ground-{}", facts.ground)))),
            ("today", known("today", self.day_in_full(today))),
            ("sender", known("sender", names.sender.to_string())),
            ("function", self.get(&format!("role-{}", names.role)).into()),
        ];
        let mut values = values.to_vec();
        if let Some(again) = time_out.works_again_on.or_else(|| time_out.last_suspended_day().succ_opt()) {
            values.push(("again", self.day_in_full(again).into()));
        }
        if let Some(told) = time_out.told_body_on {
            values.push(("told", self.day_in_full(told).into()));
        }
        let text = SafeText::block(&self.with(&format!("letter-{kind}"), &values));
        Letter { text, missing }
    }
}
