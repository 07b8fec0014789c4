//! Requests about proposals that wait for a second person. Replies are [`crate::domain::confirmation::Confirmation`].

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::text::RawText;

/// A confirmation of exactly what was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Confirm {
    /// The hash that came with what was shown.
    pub hash: String,
}

/// A rejection or a withdrawal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Decline {
    /// Why; no text about a household.
    pub reason: RawText,
}
