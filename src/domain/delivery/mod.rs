//! Deliveries of the register: a file that is proposed, looked at, and applied or rejected; and taken back when it was a mistake.
//!
//! Pure. A delivery is partial, and then nothing is gone, or full for some organisations: what stands of these in the register and
//! not in the file has ended. What is proposed is a function of what was sent and of the register ([`diff`]), so that it can be made
//! again when it is applied and compared with what was shown.

mod difference;
mod line;
#[cfg(test)]
mod tests;

pub use difference::{Diff, Rules, Step, diff};
pub use line::{DeliveryLine, LineFault, LineKind};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    fold::fold,
    ids::{MunicipalityCode, OfficerId, OrganisationCode},
    officer::{Officer, OfficerFacts},
    role::coded_enum,
    text::RawText,
};

/// Most rows and faults of one delivery.
pub const ROWS_MOST: usize = 10_000;

/// The fields that a file with every known column speaks of: what holds unless a delivery says otherwise. What it does not speak of stays
/// as it is in the register.
pub const FIELDS: [&str; 17] = [
    "title",
    "name",
    "phone",
    "mail",
    "directPhone",
    "directMail",
    "mandate",
    "mandateExcludes",
    "budgetEuros",
    "domains",
    "municipalities",
    "deputy",
    "escalation",
    "validFrom",
    "validTo",
    "verifiedOn",
    "provenance",
];

/// Fields of an entry that no column of a file has, and that a delivery over the API may speak of as well.
pub const FIELDS_ALSO: [&str; 6] = ["roleCode", "availability", "absentFrom", "absentUntil", "mandateSource", "mandateUntil"];

coded_enum!(
    /// What became of a delivery.
    DeliveryState {
        /// It waits: nothing of the register changed.
        Waiting = "waiting",
        /// It was applied.
        Applied = "applied",
        /// It was rejected: nothing of the register changed.
        Rejected = "rejected",
        /// It was applied, and undone.
        Undone = "undone",
    }
);

/// An entry as it was delivered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeliveredRow {
    /// The line of the file, from 1.
    pub line: u64,
    /// The entry.
    pub facts: OfficerFacts,
}

/// Municipalities that go on in another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Merger {
    /// The municipalities that end.
    pub from: Vec<MunicipalityCode>,
    /// The one they go on in.
    pub into: MunicipalityCode,
    /// From this day on; not applied before.
    pub on: NaiveDate,
}

/// What was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Content {
    /// The fields it speaks of.
    pub fields: Vec<String>,
    /// The organisations it is whole for.
    pub full: Vec<OrganisationCode>,
    /// It is whole for every organisation of the register.
    pub full_all: bool,
    /// The entries.
    pub rows: Vec<DeliveredRow>,
    /// Lines that could not be read, or may not be sent.
    pub faults: Vec<LineFault>,
    /// It moves municipalities instead.
    pub merger: Option<Merger>,
}

/// An organisation of which nobody is left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Vanished {
    /// Its code.
    pub organisation: OrganisationCode,
    /// How many entries of it end.
    pub entries: u64,
}

/// An entry that was left alone when a delivery was undone: somebody changed it since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Conflict {
    /// Its id.
    pub officer: OfficerId,
    /// Its organisation.
    pub organisation: OrganisationCode,
    /// Its function.
    pub title: RawText,
    /// Its name.
    pub name: RawText,
}

/// How many lines of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Entries that come in.
    pub new: u64,
    /// Entries that become otherwise.
    pub changed: u64,
    /// Entries that end.
    pub gone: u64,
    /// Entries that stay as they are.
    pub unchanged: u64,
    /// Lines with an error: nothing of them is applied.
    pub errors: u64,
    /// Entries that stand in no line and yet do not end: a line of which nobody can tell whom it is about may be theirs. Left out when there are none.
    #[serde(default, skip_serializing_if = "is_none")]
    pub held: u64,
}

fn is_none(count: &u64) -> bool {
    *count == 0
}

/// A delivery without its lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Delivery {
    /// Its number; 0 for a delivery that was only tried.
    pub number: i64,
    /// Raised by one with every change.
    pub version: i64,
    /// Where it stands.
    pub state: DeliveryState,
    /// What the sender calls it: the name of a file.
    pub name: RawText,
    /// Who sent it, by name.
    pub by: RawText,
    /// When.
    pub at: DateTime<Utc>,
    /// Who applied, rejected or undid it last, by name.
    pub settled_by: RawText,
    /// When.
    pub settled_at: Option<DateTime<Utc>>,
    /// The organisations it is whole for.
    pub full: Vec<OrganisationCode>,
    /// It is whole for every organisation of the register.
    pub full_all: bool,
    /// It moves municipalities.
    pub merger: Option<Merger>,
    /// How many lines of each kind.
    pub counts: Counts,
    /// Citizen service numbers that were masked.
    pub masked: u32,
    /// Organisations of which nobody would be left: each is to be confirmed by its code, or kept.
    pub vanished: Vec<Vanished>,
    /// Of the vanished ones, those that were kept as they were when it was applied.
    pub kept: Vec<OrganisationCode>,
    /// Entries that were put back when it was undone.
    pub undone: u64,
    /// Entries that were left alone when it was undone, because they were changed since.
    pub conflicts: Vec<Conflict>,
}

impl Delivery {
    /// Takes over what a diff says.
    pub fn told(&mut self, diff: &Diff) {
        (self.counts, self.vanished) = (diff.counts, diff.vanished.clone());
    }
}

/// What an entry is known by in a file: its organisation, function and name, case and accents aside.
pub fn identity(facts: &OfficerFacts) -> String {
    identity_of(facts.organisation.as_str(), facts.title.raw(), facts.name.raw())
}

fn identity_of(organisation: &str, title: &str, name: &str) -> String {
    [organisation, title, name].map(|part| fold(part.trim())).join("|")
}

/// Somebody changed an entry since the delivery did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangedSince;

/// An entry that was changed by a delivery, for undoing it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// The entry.
    pub id: OfficerId,
    /// The version that was made.
    pub version: i64,
    /// What it was; nothing: it was new.
    pub before: Option<Officer>,
    /// What it was made; nothing: noted before this was kept.
    #[serde(default)]
    pub after: Option<OfficerFacts>,
}

impl Made {
    /// What the entry becomes when the delivery is undone: as before in a version of its own, or nothing.
    ///
    /// # Errors
    /// When somebody changed the entry since. What was changed and put back since, by undoing a later delivery, is as it was left.
    pub fn undo(&self, now: Option<&Officer>, at: DateTime<Utc>) -> Result<Option<Officer>, ChangedSince> {
        let as_left = |now: &&Officer| now.version == self.version || self.after.as_ref() == Some(&now.facts);
        // An entry that the delivery made goes when it is undone: not with what somebody said of it since.
        let keeps_word = |now: &&Officer| self.before.is_some() || now.verdict == crate::domain::verdict::Verdict::default();
        let now = now.filter(as_left).filter(keeps_word).ok_or(ChangedSince)?;
        // What was reported about it meanwhile stays with it.
        let verdict = |before: &Officer| if now.version == self.version { before.verdict.clone() } else { now.verdict.clone() };
        let back = self.before.clone();
        Ok(back.map(|before| Officer { version: now.version + 1, changed_at: at, verdict: verdict(&before), ..before }))
    }
}
