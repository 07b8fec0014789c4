//! Who is at a signal right now. A sign that is repeated while somebody is at the keys, and forgotten soon after: it is no part of
//! the case, of its history or of the audit log, and it never keeps anybody from anything.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    ids::{AccountId, SignalId, WindowId},
    role::coded_enum,
    text::RawText,
};

/// How long somebody counts as there after the last sign.
pub const STAYS: TimeDelta = TimeDelta::seconds(120);

/// How often a sign is repeated while somebody is at the keys: one that gets lost makes nobody vanish.
pub const REPEATED: TimeDelta = TimeDelta::seconds(50);

coded_enum!(
    /// What somebody does at a signal.
    Doing {
        /// Looks at it.
        Looking = "looking",
        /// Types in a form about it.
        Editing = "editing",
    }
);

/// A window, and where it is. One account may have several; each tells for itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Presence {
    /// The window, by the id it gave itself: so it knows its own.
    pub window: WindowId,
    /// The signal.
    pub object: SignalId,
    /// The account.
    pub by: AccountId,
    /// Its name.
    pub name: RawText,
    /// What is done there.
    pub doing: Doing,
    /// Since when, by the server's clock.
    pub since: DateTime<Utc>,
}
