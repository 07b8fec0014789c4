//! The one integration-test binary. Each module tells one story; `support` starts the real parts.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod attack;
mod client;
mod conformance;
mod interface;
mod kill;
mod support;
mod tidy;
