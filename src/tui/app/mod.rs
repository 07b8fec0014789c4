//! See docs/architecture.md.
pub mod key;
