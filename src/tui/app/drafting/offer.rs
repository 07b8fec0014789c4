//! What the disk tells about drafts: those that can be gone on with, those that cannot be read, and what else is to be known.

use crate::domain::{Instant, ids::IdempotencyKey};

/// What kind of text is in the list of drafts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stands {
    /// It was typed and not pressed.
    Draft,
    /// It was set aside: no form takes it up by itself.
    Aside,
    /// It was pressed under this key and is sent by itself; it cannot be gone on with.
    Waits(IdempotencyKey),
    /// It was sent, and the server refused it: why, in words.
    Refused(String),
}

/// A draft that can be gone on with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftOffer {
    /// Its id, for [`Effect::TakeDraft`](crate::tui::app::message::Effect::TakeDraft).
    pub id: String,
    /// What it is a draft of.
    pub slot: String,
    /// The draft.
    pub text: String,
    /// When it was kept.
    pub saved_at: Instant,
    /// Is it not known who typed it?
    pub nobodys: bool,
    /// What kind of text it is.
    pub stands: Stands,
}

/// Something that was pressed, waited, and was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The draft it came from.
    pub slot: String,
    /// Under which key it was pressed.
    pub key: IdempotencyKey,
}

/// The same, and the server refused it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentInVain {
    /// What.
    pub sent: Sent,
    /// Why, in words.
    pub words: String,
    /// The id of the draft it is again; nothing when none could be made.
    pub draft: Option<String>,
    /// May it have been done nevertheless? Then it is pressed again under the same key.
    pub same: bool,
}

/// What is to be known about a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftTold {
    /// It is not known who typed the one that just came.
    OfNobody,
    /// There are more now than were told at the start: the account is known, or an editor that was left behind has ended.
    More,
    /// Nothing is to be kept on disk, and so many texts of before still lie there.
    OnDisk(usize),
    /// The one that was to be thrown away is gone; or it was not there any more.
    Dropped(bool),
    /// The same of what waited to be sent.
    NotSent(bool),
    /// The text that an editor left in this file could not become one.
    Stays(String),
}

/// Drafts that cannot be read: they stay where they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnreadableDrafts {
    /// How many.
    pub count: usize,
    /// The folder they lie in.
    pub folder: String,
}
