//! `kill -9` at random moments, over a SQLite file: every acknowledged write is there afterwards, and none twice.

mod alarms;
mod import;
mod typing;
mod writes;
