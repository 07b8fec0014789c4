//! The dates of a decision's objection term under its time-outs: the safe end always, the end with them beside it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{SuspendedDecision, TimeOutGround, TimeOutReach};
use crate::domain::{
    ids::TimeOutId,
    signal::Decision,
    term::{
        arithmetic::{End, Warning, end},
        explanation::{Uncertainty, uncertainties},
        hard_date::{ObjectionTerm, objection_term_of},
        suspension::Suspension,
    },
    text::RawText,
};

/// Days on which a time-out suspends a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DecisionSuspension {
    /// The time-out.
    pub time_out: TimeOutId,
    /// What tells the decision apart.
    pub decision: String,
    /// The first suspended day.
    pub from: NaiveDate,
    /// The first day that is not suspended.
    pub until: NaiveDate,
    /// What is suspended.
    pub reach: TimeOutReach,
    /// On what it rests.
    pub ground: TimeOutGround,
}

/// When an objection term ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TermDates {
    /// The code of the rule.
    pub rule: String,
    /// Act and article (`Awb 6:7`).
    pub label: RawText,
    /// The last day as if nothing were suspended (veilig eind).
    pub safe_end: NaiveDate,
    /// The last day with the time-outs.
    pub end: NaiveDate,
    /// The day to go by: the safe end, unless the ground is an act.
    pub alarm_on: NaiveDate,
    /// On how many days of the term it stands still.
    pub days_stood_still: u32,
    /// The day on which it runs again.
    pub runs_again_on: Option<NaiveDate>,
    /// Onzeker: the rule or a date it rests on must still be confirmed, or a lawyer must look.
    pub uncertain: bool,
    /// Voorlopig: a decree about the calendar is not known.
    pub provisional: bool,
}

/// The dates of a decision's objection term under these suspensions, of any decision.
pub fn term_dates(decision: &Decision, suspensions: &[DecisionSuspension]) -> Option<TermDates> {
    let term = objection_term_of(decision)?;
    let key = super::decision_key(decision);
    let stopping: Vec<&DecisionSuspension> =
        suspensions.iter().filter(|suspension| suspension.decision == key && suspension.reach.stops_term()).collect();
    let with = |only_law: bool| {
        let days: Vec<Suspension> = stopping
            .iter()
            .filter(|suspension| !only_law || suspension.ground == TimeOutGround::Law)
            .filter_map(|suspension| Suspension::new(suspension.from, suspension.until).ok())
            .collect();
        end(&term.term, &days).ok()
    };
    let (all, by_law) = (with(false)?, with(true)?);
    Some(TermDates {
        rule: term.rule.code.into(),
        label: RawText(term.rule.label()),
        safe_end: all.safe_end,
        end: all.end,
        alarm_on: by_law.end,
        days_stood_still: all.days_stood_still,
        runs_again_on: all.runs_again_on,
        uncertain: !term.is_sure || is_doubtful(&term, &all),
        provisional: all.provisional,
    })
}

/// Does anything about this end need a lawyer or a confirmation? That the calendar is provisional is told apart, and days
/// outside the term change nothing.
fn is_doubtful(term: &ObjectionTerm, end: &End) -> bool {
    uncertainties(&term.term, Some(term.rule), end).iter().any(|found| match found {
        Uncertainty::RuleToConfirm(_) | Uncertainty::Suspension(Warning::NoMargin(_) | Warning::LegalReview(_)) => true,
        Uncertainty::Provisional(_) | Uncertainty::Suspension(Warning::NoEffect(_)) => false,
    })
}

impl SuspendedDecision {
    /// A decision with the rule it falls under.
    pub fn of(decision: &Decision) -> Self {
        let rule = objection_term_of(decision).map(|term| term.rule);
        Self {
            decision: decision.clone(),
            rule: rule.map(|rule| rule.code.into()),
            rule_label: rule.map(|rule| rule.label()).unwrap_or_default().into(),
        }
    }
}
