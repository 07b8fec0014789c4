//! The one integration-test binary. Each module tells one story; `support` starts the real parts.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod audit;
mod client;
mod command_line;
mod concurrency;
mod conformance;
mod documents;
mod fuzz;
mod interface;
mod maintenance;
mod policy;
mod support;
mod terminal;
mod terms;
mod tidy;
