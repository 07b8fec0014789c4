//! The timeline of a signal: what happened to it, by whom, newest first.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{
    ids::{AccountId, EntryId},
    role::coded_enum,
    text::RawText,
};

coded_enum!(
    /// What an entry in the timeline is.
    EntryKind {
        /// The report itself.
        Received = "received",
        /// Notitie.
        Note = "note",
        /// Contactmoment: somebody was called.
        Contact = "contact",
        /// A change of a field or status.
        Change = "change",
        /// Claimed (in behandeling genomen).
        Claim = "claim",
        /// Released (vrijgegeven).
        Release = "release",
    }
);

/// One entry in the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// Id.
    pub id: EntryId,
    /// When.
    pub at: DateTime<Utc>,
    /// What it is.
    pub kind: EntryKind,
    /// Who made it; nothing for the system.
    pub by: Option<AccountId>,
    /// The name of who made it, as it was then.
    pub by_name: RawText,
    /// The text: a note, what was agreed, or for a change the field's name.
    pub text: RawText,
    /// For a contact moment.
    pub contact: Option<ContactMoment>,
    /// For a change: the value before.
    pub old: Option<RawText>,
    /// For a change: the value after.
    pub new: Option<RawText>,
}

/// A contact moment: called whom, reached or not, what was agreed, when to call back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContactMoment {
    /// Who was called: a name or an organisation.
    pub with: RawText,
    /// Was the other side reached?
    pub reached: bool,
    /// What was agreed; may be empty when nobody was reached.
    #[serde(default)]
    pub agreed: RawText,
    /// Call back on this day.
    #[serde(default)]
    pub call_back_on: Option<NaiveDate>,
}
