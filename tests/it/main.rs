//! The one integration-test binary. Each module tells one story; `support` starts the real parts.

mod audit;
mod client;
mod concurrency;
mod conformance;
mod fuzz;
mod interface;
mod maintenance;
mod policy;
mod support;
