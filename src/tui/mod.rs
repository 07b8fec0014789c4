//! The terminal interface: `app` and `view` are pure, `shell` is the edge.
pub mod app;
pub mod shell;
pub mod view;
