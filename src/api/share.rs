//! Requests about sharing a case with another organisation, and how that stands.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{
    ids::OrganisationCode,
    share::{Share, ShareFacts, ShareState},
    text::RawText,
};

/// A case to share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewShare {
    /// How.
    pub facts: ShareFacts,
}

/// Sharing ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EndShare {
    /// Why.
    pub reason: RawText,
}

/// A share and where it stands today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ShareDetail {
    /// The share.
    pub item: Share,
    /// Where it stands.
    pub state: ShareState,
}

/// With whom a case is and was shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Shares {
    /// The organisation that reported the case: it sees its own report without any share.
    pub reported_by: OrganisationCode,
    /// Shares, newest first.
    pub items: Vec<ShareDetail>,
}
