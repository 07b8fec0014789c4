//! The terminal interface: `app`, `view` and `plain` are pure, `shell` is the edge.
pub mod app;
pub mod plain;
pub mod shell;
pub mod view;
