//! The one integration-test binary. Each module tells one story; `support` starts the real parts.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod client;
mod interface;
mod support;
mod tidy;
