//! Requests about emergency access to cases.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{
    emergency::{EmergencyAccess, EmergencyState, EmergencyVerdict},
    text::RawText,
};

/// Why a case has to be open now, and for how long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewEmergencyAccess {
    /// Why it cannot wait. The desk and its privacy officer read it.
    pub reason: RawText,
    /// Minutes, 15 to 240; 60 unless said otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
}

/// What a privacy officer thinks of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewEmergency {
    /// What is thought of it.
    pub verdict: EmergencyVerdict,
    /// Why.
    pub reason: RawText,
}

/// Emergency access, and where it stands now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmergencyDetail {
    /// The access.
    pub item: EmergencyAccess,
    /// Where it stands.
    pub state: EmergencyState,
}

/// Emergency access to cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmergencyAccesses {
    /// What waits to be judged, then the newest others; 200 at most.
    pub items: Vec<EmergencyDetail>,
}
