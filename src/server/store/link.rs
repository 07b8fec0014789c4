//! A connection or a transaction of either database.

use std::time::Duration;

use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection, Transaction, pool::PoolConnection};

use super::StoreError;

/// How long PostgreSQL may take to answer a statement. It ends one itself before that: this is for a host that hangs.
const ANSWER: Duration = Duration::from_secs(25);

/// How long a commit may take. A request has its answer before that: this lets go of what works by itself.
const COMMIT: Duration = Duration::from_secs(40);

/// A connection to read with, or a transaction to write in. A transaction that is dropped is rolled back.
pub enum Link {
    /// Reads SQLite.
    LiteReader(PoolConnection<Sqlite>),
    /// Writes SQLite.
    LiteWriter(Transaction<'static, Sqlite>),
    /// Reads PostgreSQL.
    PgReader(PoolConnection<Postgres>),
    /// Writes PostgreSQL.
    PgWriter(Transaction<'static, Postgres>),
}

/// The end of a link that a query runs on.
pub enum End<'a> {
    /// SQLite.
    Lite(&'a mut SqliteConnection),
    /// PostgreSQL.
    Pg(&'a mut PgConnection),
}

impl Link {
    /// The end to run a query on.
    pub fn end(&mut self) -> End<'_> {
        match self {
            Self::LiteReader(connection) => End::Lite(connection),
            Self::LiteWriter(transaction) => End::Lite(transaction),
            Self::PgReader(connection) => End::Pg(connection),
            Self::PgWriter(transaction) => End::Pg(transaction),
        }
    }

    /// Is this PostgreSQL?
    pub fn is_pg(&self) -> bool {
        matches!(self, Self::PgReader(_) | Self::PgWriter(_))
    }

    /// Makes everything since the start of the transaction last. Returns only when it is on disk.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::LiteWriter(transaction) => transaction.commit().await?,
            Self::PgWriter(transaction) => within(COMMIT, transaction.commit()).await?,
            Self::LiteReader(_) | Self::PgReader(_) => {}
        }
        Ok(())
    }

    /// Undoes everything since the start of the transaction.
    pub async fn rollback(self) -> Result<(), StoreError> {
        match self {
            Self::LiteWriter(transaction) => transaction.rollback().await?,
            Self::PgWriter(transaction) => answered(transaction.rollback()).await?,
            Self::LiteReader(_) | Self::PgReader(_) => {}
        }
        Ok(())
    }
}

/// Waits for an answer of PostgreSQL, but not for ever.
pub async fn answered<T>(asked: impl Future<Output = Result<T, sqlx::Error>>) -> Result<T, sqlx::Error> {
    within(ANSWER, asked).await
}

async fn within<T>(limit: Duration, asked: impl Future<Output = Result<T, sqlx::Error>>) -> Result<T, sqlx::Error> {
    let late = |_| std::io::Error::new(std::io::ErrorKind::TimedOut, format!("no answer within {} s", limit.as_secs()));
    tokio::time::timeout(limit, asked).await.map_err(late)?
}
