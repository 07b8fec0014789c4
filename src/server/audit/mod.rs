//! The audit log: who did or saw what. An append-only hash chain per organisation, ids and verbs only, never text.
//!
//! Changes are chained inside their own transaction ([`chain`]); reads are written by one task that commits in groups
//! ([`log`]) before the answer leaves. [`verify`] finds any edit, deletion or cut tail; with the heads that left the store ([`heads`])
//! also a chain that was rewritten as a whole, and an older store that was put in its place.

mod chain;
pub mod heads;
mod log;
pub mod processing;
mod verify;

pub(super) use chain::{Deed, append};
pub(super) use log::Log;
pub use verify::{Broken, Verified, verify, verify_with};
