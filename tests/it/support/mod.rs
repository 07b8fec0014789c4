//! Starts the real parts that tests need: PostgreSQL, sshd, terminals.

pub mod postgres;
pub mod proof;
pub mod server;
