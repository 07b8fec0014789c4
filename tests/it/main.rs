//! The one integration-test binary. Each module tells one story; `support` starts the real parts.

mod client;
mod interface;
mod support;
mod terminal;
