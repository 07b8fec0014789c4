//! Where a window of the interface is.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{
    ids::{SignalId, WindowId},
    presence::Doing,
};

/// Where a window is now. Sent when that changes, and again every 50 seconds as long as somebody is at the keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewPresence {
    /// The window, by an id it made for itself.
    pub window: WindowId,
    /// The signal; nothing: at none.
    #[serde(default)]
    pub object: Option<SignalId>,
    /// What is done there.
    #[serde(default = "looking")]
    pub doing: Doing,
}

fn looking() -> Doing {
    Doing::Looking
}
