//! Reports that an intake form hands in, and what it gets back.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{
    case::CaseFacts,
    ids::{MunicipalityCode, SignalNumber},
};

/// A report as a form hands it in. A citizen service number in it is masked; the signal says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HandedIn {
    /// The municipality of the household (CBS code, such as 0344).
    #[serde(default)]
    pub municipality: Option<MunicipalityCode>,
    /// What is reported.
    pub facts: CaseFacts,
}

/// What a form is answered: enough to tell the reporter, and nothing that the desk adds later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Acknowledgement {
    /// The number of the signal: what the reporter names when asking about it.
    pub number: SignalNumber,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// Citizen service numbers that were masked in it.
    pub masked: u32,
}
