//! The audit log: who did or saw what. An append-only hash chain per organisation, ids and verbs only, never text.
//!
//! Changes are chained inside their own transaction ([`chain`]); reads are written by one task that commits in groups
//! ([`log`]) before the answer leaves. [`verify`] finds any edit, deletion or cut tail.

mod chain;
mod log;
mod verify;

pub(super) use chain::{Deed, append};
pub(super) use log::{Log, Seen};
pub use verify::{Broken, Verified, verify};
