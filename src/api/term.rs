//! Terms as the API computes them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::term::{
    arithmetic::Basis,
    explanation::Explained,
    rule::{Certainty, Remedy, Rule},
};

/// What to compute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TermQuestion {
    /// The day that starts the term (aanvang); it does not count itself.
    pub trigger: NaiveDate,
    /// How long: `6w`, `42d`, `3m`, `1y` or `3wd` (working days). Not needed with a rule that has a length.
    #[serde(default)]
    pub length: Option<String>,
    /// The code of a rule, as `awb-6-7`. Not together with `basis`.
    #[serde(default)]
    pub rule: Option<String>,
    /// On what the term rests; `statutory` unless said otherwise.
    #[serde(default)]
    pub basis: Option<Basis>,
    /// On which days it stood still (opschortingen), in any order.
    #[serde(default)]
    pub suspensions: Vec<SuspendedDays>,
}

/// Days on which a term stood still: half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SuspendedDays {
    /// The first suspended day.
    pub from: NaiveDate,
    /// The first day on which the term runs again.
    pub until: NaiveDate,
}

/// When a term ends, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TermAnswer {
    /// The end by counting alone, the suspended days added (nominaal einde).
    pub nominal_end: NaiveDate,
    /// The last day, with the suspensions and the Algemene termijnenwet.
    pub end: NaiveDate,
    /// The last day as if nothing had been suspended (veilig eind).
    pub safe_end: NaiveDate,
    /// On how many days of the term it stood still.
    pub days_stood_still: u32,
    /// The day on which it runs again after the last suspension that had an effect.
    pub runs_again_on: Option<NaiveDate>,
    /// The end lies in a year of which the decrees about equated days are not known (voorlopig).
    pub provisional: bool,
    /// The rule that was asked for.
    pub rule: Option<RuleOfTerm>,
    /// How the date came to be, in order.
    pub steps: Vec<Line>,
    /// What a reader must know before relying on it.
    pub uncertainties: Vec<Line>,
}

/// A rule, as it was in force on the trigger day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RuleOfTerm {
    /// Its code.
    pub code: String,
    /// Act and article.
    pub label: String,
    /// Where it stands.
    pub source: String,
    /// What can be done before the safe end.
    pub remedy: Remedy,
    /// How sure.
    pub certainty: Certainty,
    /// In force since.
    pub valid_from: Option<NaiveDate>,
    /// In force up to and including.
    pub valid_to: Option<NaiveDate>,
}

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// A stable code.
    pub code: String,
    /// In Dutch.
    pub nl: String,
    /// In English.
    pub en: String,
}

impl TermAnswer {
    /// What was computed, with its words.
    pub fn new(explained: &Explained, steps: Vec<Line>, uncertainties: Vec<Line>) -> Self {
        let end = &explained.end;
        Self {
            nominal_end: end.nominal_end,
            end: end.end,
            safe_end: end.safe_end,
            days_stood_still: end.days_stood_still,
            runs_again_on: end.runs_again_on,
            provisional: end.provisional,
            rule: explained.rule.map(RuleOfTerm::from),
            steps,
            uncertainties,
        }
    }
}

impl From<&'static Rule> for RuleOfTerm {
    fn from(rule: &'static Rule) -> Self {
        Self {
            code: rule.code.into(),
            label: rule.label(),
            source: rule.source.into(),
            remedy: rule.remedy,
            certainty: rule.certainty,
            valid_from: rule.valid_from,
            valid_to: rule.valid_to,
        }
    }
}
