//! The store: SQLite or PostgreSQL, one set of queries that both run (see `query`). It keeps and finds; it decides nothing
//! and knows nothing of HTTP.

pub(super) mod accounts;
mod address;
pub mod agenda_items;
pub mod alarms;
pub mod arrangements;
pub mod at_hand;
pub(super) mod audit;
pub(super) mod bulk;
pub(super) mod changes;
pub(super) mod check;
pub(super) mod confirmations;
pub mod copy;
pub(super) mod counters;
pub mod deadlines;
pub mod deliveries;
mod error;
mod existing;
pub(super) mod feed_tokens;
pub(super) mod history;
pub(super) mod idempotency;
pub mod imports;
pub mod lessons;
mod link;
pub mod lookups;
pub mod meetings;
pub(super) mod officers;
mod open;
pub(super) mod organisations;
pub(super) mod presence;
mod query;
mod rows;
pub mod series;
pub mod signal_list;
pub(super) mod signals;
pub mod time_outs;
pub(super) mod views;

pub use error::StoreError;
pub(super) use link::{End, Link};

use super::start::StartError;

/// Signals that get their rows of the deadline board in one transaction when an older store is opened.
const FILLED_AT_ONCE: i64 = 1_000;

/// A store, open and with its schema up to date. Cheap to clone.
#[derive(Debug, Clone)]
pub enum Store {
    /// SQLite: a pool of readers and a pool of one writer.
    Lite {
        /// Readers; they cannot write.
        readers: sqlx::SqlitePool,
        /// The one writer.
        writer: sqlx::SqlitePool,
    },
    /// PostgreSQL.
    Pg(sqlx::PgPool),
}

impl Store {
    /// Which store it is, for the log.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Lite { .. } => "sqlite",
            Self::Pg(_) => "postgresql",
        }
    }

    /// Opens the store behind a URL (`sqlite:FILE`, `postgres://…`), makes it if it is a new SQLite file, brings its schema
    /// up to date and seeds the organisations. A password in the URL is refused unless the URL is `private`: came from
    /// where others cannot read it.
    pub async fn open(url: &str, private: bool) -> Result<Self, StartError> {
        let store = match address::Address::read(url, private)? {
            address::Address::Lite(file) => open::lite(&file).await?,
            address::Address::Pg(options) => open::pg(*options).await?,
        };
        organisations::seed(&store).await?;
        loop {
            // A board for what was stored before there was one, some signals at a time.
            let mut link = store.write().await?;
            let done = deadlines::fill(&mut link, FILLED_AT_ONCE).await?;
            link.commit().await?;
            if done {
                return Ok(store);
            }
        }
    }

    /// Opens a store that is there already: makes no file, changes no schema. One that is missing or of another version of
    /// loket is refused.
    pub async fn open_existing(url: &str, private: bool) -> Result<Self, StartError> {
        let address = address::Address::read(url, private)?;
        existing::check(&address).await?;
        Ok(match address {
            address::Address::Lite(file) => open::lite(&file).await?,
            address::Address::Pg(options) => open::pg(*options).await?,
        })
    }

    /// How many steps of its schema a store has, none where there is no store yet, and how many there are; makes and changes
    /// nothing.
    pub async fn steps(url: &str, private: bool) -> Result<(usize, usize), StartError> {
        existing::steps(&address::Address::read(url, private)?).await
    }

    /// The file of a SQLite URL; nothing for PostgreSQL.
    pub fn file_of(url: &str) -> Result<Option<std::path::PathBuf>, StartError> {
        Ok(match address::Address::read(url, true)? {
            address::Address::Lite(file) => Some(file),
            address::Address::Pg(_) => None,
        })
    }

    /// A connection to read with; each statement sees what was committed before it.
    pub(super) async fn read(&self) -> Result<Link, StoreError> {
        Ok(match self {
            Self::Lite { readers, .. } => Link::LiteReader(readers.acquire().await?),
            Self::Pg(pool) => Link::PgReader(pool.acquire().await?),
        })
    }

    /// A transaction; nothing of it stays unless it is committed.
    pub(super) async fn write(&self) -> Result<Link, StoreError> {
        Ok(match self {
            Self::Lite { writer, .. } => Link::LiteWriter(writer.begin_with("BEGIN IMMEDIATE").await?),
            Self::Pg(pool) => Link::PgWriter(pool.begin().await?),
        })
    }

    /// Is there room to write? Looked at for a SQLite file; PostgreSQL minds its own disk.
    pub(super) fn room(&self) -> Result<(), StoreError> {
        const LEAST: u64 = 32 * 1024 * 1024;
        let Self::Lite { writer, .. } = self else { return Ok(()) };
        let free = rustix::fs::statvfs(writer.connect_options().get_filename())
            .map_err(|error| StoreError::Unavailable(error.to_string()))
            .map(|disk| disk.f_bavail.saturating_mul(disk.f_frsize))?;
        if free < LEAST { Err(StoreError::Unavailable("the disk is almost full".into())) } else { Ok(()) }
    }

    /// Lets go of every connection; waits until they are closed.
    pub async fn close(&self) {
        match self {
            Self::Lite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Pg(pool) => pool.close().await,
        }
    }
}
