//! Starts the real parts that tests need: PostgreSQL, sshd, terminals.

pub mod proof;
