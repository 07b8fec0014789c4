//! Look-alikes on the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{alike::Grounds, signal::SignalSummary};

/// A signal that may be about the same household as the one that was asked about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LookAlike {
    /// Its row in a list.
    pub signal: SignalSummary,
    /// Why, and how strongly.
    pub grounds: Grounds,
    /// Are the two linked already?
    pub linked: bool,
}

/// The likeliest first; three at most.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LookAlikes {
    /// They.
    pub items: Vec<LookAlike>,
}
