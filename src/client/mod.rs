//! Speaks the API: session, requests, the replica with its live updates, and the outbox.
//!
//! Knows nothing of screens or of the server's inside. [`replica`] is pure and is all that `tui::app` uses of this module.

mod alikes;
mod arrangements;
mod at_hand;
mod audit;
mod cases;
mod collector;
mod deliveries;
mod exports;
pub mod failure;
mod feed_tokens;
mod http;
mod lessons;
mod lines;
pub mod live;
mod meetings;
mod messages;
mod numbers;
pub mod outbox;
mod presence;
pub mod replica;
pub mod requests;
mod retention;
mod reveals;
pub mod series;
mod session;
pub mod sign_in;
mod time_outs;
mod visit;

pub use arrangements::Seen;
pub use exports::ExportContent;
pub use failure::{Cause, Failure, Lapse};
pub use live::{Closed, LiveEvent, LiveState, Pace, follow};
pub use meetings::SeenMeeting;
pub use outbox::{Draft, Drafts, DraftsError, Pending};
pub use requests::{Write, WriteMethod};
pub use session::{Patience, Session};
pub use sign_in::Bearer;
pub use visit::Visit;
