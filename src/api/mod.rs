//! The wire: paths, one type per request and reply, problems, and the cursor of a page.
//!
//! Bodies are the types of [`crate::domain`] where the wire says the same thing. `camelCase` fields, dates as `date`,
//! instants in UTC, RFC 9457 problems. See `docs/api.md`.

pub mod administrator;
pub mod alarm;
pub mod alike;
pub mod arrangement;
pub mod audit;
pub mod cancellation;
pub mod case;
pub mod case_export;
pub mod change;
pub mod confirmation;
pub mod deadline;
pub mod delivery;
pub mod emergency;
pub mod feed;
pub mod item_paper;
pub mod lesson;
pub mod meeting;
pub mod message;
mod new_meeting;
pub mod numbers;
pub mod officer;
pub mod page;
pub mod paper;
pub mod path;
pub mod place;
pub mod presence;
pub mod problem;
pub mod report;
pub mod retention;
pub mod series;
pub mod session;
pub mod share;
pub mod signal;
pub mod term;
pub mod time_out;
pub mod view;

/// The version every reply carries in `API-Version`.
pub const API_VERSION: &str = "1.0.0";

/// The largest request body, in bytes (256 KiB).
pub const BODY_LIMIT: usize = 256 * 1024;

/// The header with the key that is made when the user presses save (UUID). Required on every POST that changes something.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";
