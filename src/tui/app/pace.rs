//! How long what waits for the next key waits, and how much is done at once.

/// Milliseconds the cursor rests before a preview is read.
pub(super) const PREVIEW_AFTER: u64 = 80;
/// Milliseconds from the first typed character to the draft on disk; typing on does not put it off.
pub(super) const DRAFT_AFTER: u64 = 300;
/// Milliseconds a query rests before the server is asked.
pub(super) const SEARCH_AFTER: u64 = 400;
/// Entries of the register that are searched before the letter is drawn.
pub(super) const AT_ONCE: u32 = 30_000;
/// Milliseconds after a number alone until it is a pane.
pub(super) const PANE_AFTER: u64 = 600;
