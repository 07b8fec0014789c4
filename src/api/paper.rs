//! The request for a paper of a meeting; the answer is the file itself.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::ids::AgendaItemId;

/// Which paper of a meeting, for whom, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct PaperWanted {
    /// `agenda`, `decisions`, `pack` (the agenda and every item that may be read), or `item`; `agenda` unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper: Option<String>,
    /// The item, for a paper of one item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<AgendaItemId>,
    /// The body it is for: only what it is invited for, and what a ground for sharing allows. Nothing: the secretariat, everything.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub reader: Option<String>,
    /// `md`, `html`, `pdf`, `txt` or `ics`; `html` unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// `nl` or `en`; `nl` unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}
