//! A saved view: which signals, in which order, with which columns. It holds no text of a case.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    ids::{AccountId, ViewId},
    role::coded_enum,
    text::RawText,
};

coded_enum!(
    /// Which signals are looked at, before the filter.
    Base {
        /// Every open one.
        Open = "open",
        /// Open and mine.
        Mine = "mine",
        /// Open and nobody's.
        Free = "free",
        /// Closed ones too.
        All = "all",
    }
);

coded_enum!(
    /// A column of the list of signals; each can be sorted by.
    Column {
        /// Urgency, in words beside its sign.
        Urgency = "urgency",
        /// Number.
        Number = "number",
        /// When it was received.
        Received = "received",
        /// Title.
        Title = "title",
        /// Municipality.
        Municipality = "municipality",
        /// Bodies in the stalemate.
        Bodies = "bodies",
        /// First hard date and the days left.
        HardDate = "hard-date",
        /// Who has it.
        Owner = "owner",
        /// Status.
        Status = "status",
    }
);

/// What a view shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ViewFacts {
    /// Its name; no text of a case.
    pub name: RawText,
    /// Does everybody of the organisation see it? Otherwise only who made it.
    #[serde(default)]
    pub shared: bool,
    /// Which signals.
    pub base: Base,
    /// The filter: tokens `field:value` or `-field:value` only, in either language, with known values. Anything else is refused, it may be
    /// of a case.
    #[serde(default)]
    pub filter: RawText,
    /// By which column it is sorted.
    pub sort: Column,
    /// From high to low.
    #[serde(default)]
    pub descending: bool,
    /// The columns in order; none: as many as fit.
    #[serde(default)]
    pub columns: Vec<Column>,
}

/// A saved view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SavedView {
    /// Id.
    pub id: ViewId,
    /// Raised by one with every change.
    pub version: i64,
    /// When it was last changed.
    pub changed_at: DateTime<Utc>,
    /// Who made it: only this account changes it or takes it away.
    pub owner: AccountId,
    /// The name of who made it, as it was then.
    pub owner_name: RawText,
    /// What it shows.
    pub facts: ViewFacts,
}
