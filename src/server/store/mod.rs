//! The store: SQLite or PostgreSQL, one set of queries.

use super::start::StartError;

/// A store.
#[derive(Debug, Clone)]
pub enum Store {
    /// SQLite: a pool of readers and one writer.
    Lite {
        /// Readers.
        readers: sqlx::SqlitePool,
        /// The one writer.
        writer: sqlx::SqlitePool,
    },
    /// PostgreSQL.
    Pg(sqlx::PgPool),
}

/// Why the store could not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It cannot be reached, is full, locked or broken.
    #[error("the store cannot be used: {0}")]
    Unavailable(String),
}

impl Store {
    /// Opens the store behind a URL. A password in it is refused unless `private`.
    pub async fn open(url: &str, _private: bool) -> Result<Self, StartError> {
        Err(StartError::NotADatabase(url.to_owned()))
    }
}
