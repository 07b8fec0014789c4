//! What was typed and not yet saved by the server: drafts, and writes that wait for their acknowledgement. And what of the register was
//! taken along for when the server is away.
//!
//! On disk, encrypted from the first byte with a key that lies beside them: that protects backups and leftovers, not against
//! the administrator of the machine. Every call writes through to the disk and may take some milliseconds: call it where
//! waiting is allowed.

mod at_hand;
mod drafts;
pub(in crate::client) mod folder;
mod kept;
mod looked;
mod owner;
mod pending;
mod pressed;
mod seal;
mod sender;
mod sending;
mod settling;
mod window;

pub use at_hand::{AtHand, FRESH_FOR, Pinned};
pub use drafts::{Draft, Drafts, Offered};
pub use folder::{DraftsError, Unsafe};
pub use looked::Looked;
pub use owner::Owner;
pub use pending::Pending;
pub use sender::Sender;
pub use sending::{Means, Outcome, Refused, Timing, Told};
