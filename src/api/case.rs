//! Requests of people outside the desk about cases. Every one is answered with the case as they see it: [`crate::domain::case::Case`].

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::{case::CaseFacts, ids::ConfirmationId, signal::Decision, text::RawText, time_out::TimeOutFacts};

/// A page of the cases there are for one, newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct CaseList {
    /// Rows on the page, 1 to 200; 50 unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The cursor `next` of the page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A case to report for the own municipality. It is typed: a citizen service number in it is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewCase {
    /// What is reported.
    pub facts: CaseFacts,
}

/// A note in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewCaseNote {
    /// The text.
    pub text: RawText,
}

/// The own position in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OwnPosition {
    /// As it was seen; empty: there was none. When it is another by now, nothing is written.
    #[serde(default)]
    pub before: RawText,
    /// As it is.
    pub position: RawText,
}

/// Something the own organisation promises in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OwnCommitment {
    /// What is promised.
    pub text: RawText,
    /// Who promises it: a function first, a name second.
    #[serde(default)]
    pub person: RawText,
    /// To whom.
    #[serde(default)]
    pub to: RawText,
    /// The last day (t/m).
    pub due_on: NaiveDate,
}

/// A time-out of the own municipality to propose in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OwnTimeOut {
    /// The decision, exactly as the case shows it.
    pub decision: Decision,
    /// What the own municipality decided.
    pub facts: TimeOutFacts,
}

/// A confirmation of exactly what was shown, of a proposal in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConfirmInCase {
    /// The proposal.
    pub confirmation: ConfirmationId,
    /// The hash that came with what was shown.
    pub hash: String,
}

/// A rejection or a withdrawal of a proposal in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeclineInCase {
    /// The proposal.
    pub confirmation: ConfirmationId,
    /// Why; no text about a household.
    #[serde(default)]
    pub reason: RawText,
}
