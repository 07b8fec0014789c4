//! The one integration-test binary. Each module tells one story; `support` starts the real parts.

mod conformance;
mod support;
