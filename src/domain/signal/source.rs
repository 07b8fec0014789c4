//! Where a report came from.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::text::RawText;

/// Where an incoming report came from: the pair is unique, so the same file twice changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// Which numbering the reference belongs to: `kenmerk`, `message-id`, `content`.
    pub system: String,
    /// The sender's own reference.
    #[serde(default)]
    pub reference: RawText,
}

impl fmt::Display for Source {
    /// As a path or a field names it: `kenmerk:2026/17`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.system, self.reference.raw())
    }
}
