//! The backend: routes answer, the service decides and writes, the store keeps.
//!
//! Clock, listener, store and shutdown are arguments. Nothing here knows the client, the interface or the command line.
//! `routes` may use `api` and `service`, `service` the `domain` and the store, `store` the `domain` and sqlx.

pub mod alarms;
pub mod audit;
pub mod clock;
mod connections;
pub mod identity;
pub mod limits;
pub mod load;
mod load_meetings;
pub mod local_accounts;
pub mod mail;
pub mod maintenance;
mod names;
pub mod policy;
mod random;
mod routes;
pub mod series;
mod service;
mod start;
pub mod store;
pub mod tidy;
pub mod tokens;
mod wake;

pub use clock::{Clock, FixedClock, SystemClock};
pub use load::{load, load_arrangements, load_time_outs};
pub use load_meetings::load_meetings;
pub use random::NoRandomness;
pub use service::RequestLimits;
pub use start::{Options, ServeError, Server, StartError};
pub use store::{Store, StoreError};
