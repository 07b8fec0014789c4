//! What the disk tells about drafts: those that can be gone on with, those that cannot be read, and what else is to be known.

use crate::domain::Instant;

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
    /// Why the server refused it, in words, when it was sent again by itself.
    pub refused: Option<String>,
}

/// Something that waited for its acknowledgement, was sent again by itself, and was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentInVain {
    /// The draft it came from.
    pub slot: String,
    /// Why, in words.
    pub words: String,
}

/// What is to be known about a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftTold {
    /// It is not known who typed the one that just came.
    OfNobody,
    /// There are more now than were told at the start: the account is known, or an editor that was left behind has ended.
    More,
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
