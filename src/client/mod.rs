//! Speaks the API: session, requests, the replica with its live updates, and the outbox.
//!
//! Knows nothing of screens or of the server's inside. [`replica`] is pure and is all that `tui::app` uses of this module.

pub mod failure;
pub mod replica;
pub mod requests;
pub mod session;

pub use failure::{Cause, Failure};
pub use requests::{Write, WriteMethod};
pub use session::{Patience, Session};
