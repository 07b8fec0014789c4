//! A meeting of the Landelijk Escalatie Team (LET): an independent chair and the directors of the bodies in a case force a
//! breakthrough. Its agenda has items; what may happen to both is decided in [`decide`].
//!
//! Two versions are counted apart: `version` for what is said about the meeting itself, `agenda_version` for anything about
//! it or its items. So two people may work on one meeting, and who fixes it fixes exactly what was seen.

mod agenda;
pub mod cancellation;
mod clash;
mod contact;
pub mod decide;
mod edition;
pub mod ending;
mod field_change;
mod forgetting;
mod held;
pub mod import;
mod item;
mod item_paper;
mod number;
pub mod order;
#[cfg(test)]
mod order_tests;
mod part;
mod publication;
#[cfg(test)]
mod publication_tests;
mod readiness;
mod refusal;
mod schedule;
mod sent;
pub mod series;
mod slot;
mod summary;
#[cfg(test)]
mod tests;
pub mod timeline;

pub use agenda::{Agenda, Entry};
pub use cancellation::{Cancellation, Gone};
pub use clash::{Booking, Clash, ClashKind, clashes};
pub use contact::{ESCALATION, contact};
pub use edition::{Difference, Edition, EditionContent, EditionItem, ItemChange, ItemMove, PaperChange, difference};
pub use field_change::FieldChange;
pub use import::{EventStamp, ImportedFrom};
pub use item::{AgendaItem, AgendaItemFacts, CASE_MINUTES, ItemBody, ItemGround, ItemOption, StandingItem};
pub use item_paper::{ItemPaper, ItemPaperFacts, is_address};
pub use number::{MeetingNumber, SeriesNumber};
pub use part::{Answer, Capacity, Invitation, InvitationFacts, LetDecision, LetDecisionFacts, Part, PartFacts, PartKind};
pub use publication::{
    Addressee, Present, Publication, PublishedCommitment, PublishedDecision, PublishedItem, PublishedPaper, Recipient, is_shared,
    publication, stands,
};
pub use readiness::{Missing, MissingKind, PAGE, missing, without_addressee};
pub use refusal::Refusal;
pub use schedule::{ItemTimes, Schedule, SlotTimes, schedule, schedule_of};
pub use sent::Sent;
pub use slot::{Slot, SlotFault};
pub use summary::{AgendaItemSummary, MeetingSummary, SentLast};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Date, Instant,
    arrangement::differing,
    check::Finding,
    confirmation::ConfirmedAction,
    ids::{AccountId, ConfirmationId, EditionId, MeetingId},
    role::coded_enum,
    term::calendar,
    text::RawText,
    zone,
};

coded_enum!(
    /// Where a meeting stands.
    MeetingState {
        /// Concept: being prepared.
        Concept = "concept",
        /// Vastgesteld: a version of the agenda is fixed. What changes later becomes a new version.
        Fixed = "fixed",
        /// Gehouden.
        Held = "held",
        /// Besluiten verzonden.
        Sent = "sent",
        /// Vervallen: it does not go on. Its cases went elsewhere; while it lies ahead that can be taken back.
        Cancelled = "cancelled",
    }
);

impl MeetingState {
    /// May its agenda still change?
    pub fn is_open(self) -> bool {
        matches!(self, Self::Concept | Self::Fixed)
    }
}

/// What is said about a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingFacts {
    /// Time slots, in order of time; they never overlap. Items are given to a slot by its place, from 1.
    pub slots: Vec<Slot>,
    /// Where.
    #[serde(default)]
    pub place: RawText,
    /// By video: how to get in.
    #[serde(default)]
    pub video: RawText,
    /// The independent chair.
    #[serde(default)]
    pub chair: RawText,
    /// The secretary.
    #[serde(default)]
    pub secretary: RawText,
    /// What is confidential about it, in words.
    #[serde(default)]
    pub confidentiality: RawText,
    /// The papers are due so many working days before the day of the meeting.
    #[serde(default = "papers_days")]
    pub papers_days: u16,
}

/// Working days before a meeting on which its papers are due, unless said otherwise.
pub const PAPERS_DAYS: u16 = 2;

fn papers_days() -> u16 {
    PAPERS_DAYS
}

impl MeetingFacts {
    /// When it begins.
    pub fn starts_at(&self) -> Option<Instant> {
        self.slots.iter().map(|slot| slot.starts_at).min()
    }

    /// When it ends.
    pub fn ends_at(&self) -> Option<Instant> {
        self.slots.iter().map(|slot| slot.ends_at).max()
    }

    /// The slot with this number, from 1.
    pub fn slot(&self, number: u16) -> Option<Slot> {
        self.slots.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// What is wrong with giving an item to the slot with this number: there is none. It names those there are.
    pub fn check_slot(&self, number: u16, at: &str) -> Vec<Finding> {
        if self.slot(number).is_some() {
            return vec![];
        }
        let there = self.slots.iter().zip(1..).map(|(slot, number): (_, u16)| format!("{number} ({slot})"));
        vec![Finding::new(at, "no-such-slot", there.collect::<Vec<_>>().join(", "))]
    }

    /// The day on which it begins, in the Netherlands.
    pub fn day(&self) -> Option<Date> {
        self.starts_at().map(zone::date_of)
    }

    /// The day on which it ends, in the Netherlands.
    pub fn last_day(&self) -> Option<Date> {
        self.ends_at().map(zone::last_date_until)
    }

    /// The last day of a slot, from 1; of the whole meeting where it has no such slot.
    pub fn last_day_of(&self, slot: u16) -> Option<Date> {
        let slot = usize::from(slot).checked_sub(1).and_then(|at| self.slots.get(at));
        slot.map(|slot| zone::last_date_until(slot.ends_at)).or_else(|| self.last_day())
    }

    /// The last day on which papers are in time (t/m).
    pub fn papers_due_on(&self) -> Option<Date> {
        calendar::working_days_before(self.day()?, self.papers_days.into())
    }

    /// The names of the fields in which it differs.
    pub fn differing(&self, before: &Self) -> Vec<String> {
        differing!(self, before; slots = "slots", place = "place", video = "video", chair = "chair", secretary = "secretary",
            confidentiality = "confidentiality", papers_days = "papersDays")
    }
}

coded_enum!(
    /// What happened to a meeting.
    MeetingMoveKind {
        /// Made.
        Created = "created",
        /// A version of the agenda was fixed.
        Fixed = "fixed",
        /// Held.
        Held = "held",
        /// That it was held is taken back.
        Unheld = "unheld",
        /// Sending was proposed; a second person must confirm.
        Proposed = "proposed",
        /// A second person confirmed the sending.
        Confirmed = "confirmed",
        /// A second person rejected it.
        Rejected = "rejected",
        /// Who proposed it withdrew it.
        Withdrawn = "withdrawn",
        /// It does not go on.
        Cancelled = "cancelled",
        /// It goes on after all.
        Reinstated = "reinstated",
    }
);

/// One thing that happened to a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeetingMove {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: AccountId,
    /// The name of who, as it was then.
    pub by_name: RawText,
    /// What.
    pub kind: MeetingMoveKind,
    /// The version of the agenda that it is about.
    #[serde(default)]
    pub edition: Option<u32>,
    /// What is or was to be sent.
    #[serde(default)]
    pub action: Option<ConfirmedAction>,
    /// Why it was fixed though not ready, rejected, withdrawn, cancelled or reinstated.
    #[serde(default)]
    pub reason: RawText,
}

/// A sending that waits for a second person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PendingPublication {
    /// The confirmation that settles it.
    pub confirmation: ConfirmationId,
    /// The agenda, or the decisions.
    pub action: ConfirmedAction,
    /// Who proposed it.
    pub by: AccountId,
    /// The name of who.
    pub by_name: RawText,
    /// When.
    pub at: DateTime<Utc>,
    /// From when it can no longer be confirmed.
    pub expires_at: DateTime<Utc>,
}

/// The version of the agenda that was fixed last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FixedAs {
    /// Its id.
    pub id: EditionId,
    /// Its number, from 1.
    pub number: u32,
    /// The `agendaVersion` that was fixed.
    pub agenda_version: i64,
    /// Was it sent?
    pub sent: bool,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Meeting {
    /// Id.
    pub id: MeetingId,
    /// Raised by one with every change of the meeting itself; the ETag is made of it.
    pub version: i64,
    /// Raised by one with every change of the meeting, its items, their order or their invitations. Not part of the ETag.
    pub agenda_version: i64,
    /// The number people use.
    pub number: MeetingNumber,
    /// What is said about it.
    pub facts: MeetingFacts,
    /// Where it stands.
    pub state: MeetingState,
    /// The version of the agenda that was fixed last.
    pub edition: Option<FixedAs>,
    /// What waits for a second person.
    pub pending: Option<PendingPublication>,
    /// Why it does not go on, and where its cases went; nothing: it is not cancelled.
    #[serde(default)]
    pub cancellation: Option<Cancellation>,
    /// The event of a calendar that it was taken from, and what that said last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported_from: Option<ImportedFrom>,
    /// The series it was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<series::OfSeries>,
    /// What happened to it, oldest first.
    pub moves: Vec<MeetingMove>,
}

impl Meeting {
    /// Did anything of the agenda change since it was fixed?
    pub fn changed_since_fixed(&self) -> bool {
        self.edition.is_some_and(|edition| edition.agenda_version != self.agenda_version)
    }

    /// What waits for a second person at this moment: a proposal expires by time.
    pub fn pending_at(&self, now: Instant) -> Option<&PendingPublication> {
        self.pending.as_ref().filter(|pending| now < pending.expires_at)
    }
}
