//! The store: SQLite or PostgreSQL, one set of queries that both run (see `query`). It keeps and finds; it decides nothing
//! and knows nothing of HTTP.

pub(super) mod accounts;
mod address;
pub mod agenda_items;
pub mod alarms;
pub mod arrangements;
pub mod at_hand;
pub(super) mod audit;
pub mod audit_list;
mod ballast;
pub(super) mod bulk;
pub(super) mod cases;
pub(super) mod changes;
pub(super) mod check;
pub(super) mod clock;
pub(super) mod confirmations;
pub mod copy;
pub(super) mod counters;
pub mod deadlines;
pub mod deliveries;
pub(super) mod destructions;
pub(super) mod emergencies;
pub(super) mod erasing;
mod error;
pub(super) mod existing;
pub(super) mod exports;
pub(super) mod feed_tokens;
pub(super) mod history;
pub(super) mod holdings;
pub(super) mod hosts;
pub(super) mod idempotency;
pub mod imports;
pub mod lessons;
mod link;
pub(super) mod local_accounts;
pub mod lookups;
pub mod meetings;
pub(super) mod messages;
pub mod numbers;
pub(super) mod officers;
mod open;
pub(super) mod organisations;
pub(super) mod pace;
pub(super) mod presence;
pub(super) mod processing;
mod query;
pub mod roles;
mod rows;
pub mod scope;
pub mod series;
pub(super) mod sessions;
pub(super) mod shares;
pub mod signal_list;
pub(super) mod signals;
pub mod time_outs;
pub(super) mod views;

pub use ballast::Ballast;
pub use error::{Away, StoreError};
pub(super) use link::{End, Link, answered};

use std::sync::Arc;

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
        /// Room on its disk that is kept back.
        ballast: Arc<Ballast>,
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
        Ok(Self::open_among(url, private, open::Entry::Maker).await?.0)
    }

    /// As [`Store::open`], for a server: PostgreSQL has its schema already, and is entered by a role that serves. Gives the hosts of PostgreSQL too, where there are several to follow the primary on.
    pub(super) async fn open_to_serve(url: &str, private: bool) -> Result<(Self, Option<hosts::Hosts>), StartError> {
        Self::open_among(url, private, open::Entry::Server).await
    }

    async fn open_among(url: &str, private: bool, entry: open::Entry) -> Result<(Self, Option<hosts::Hosts>), StartError> {
        let (store, hosts) = match address::Address::read(url, private)? {
            address::Address::Lite(file) => (open::lite(&file).await?, None),
            address::Address::Pg(hosts) => (open::pg(&hosts, entry).await?, Some(hosts).filter(hosts::Hosts::are_several)),
        };
        organisations::seed(&store).await?;
        loop {
            // A board for what was stored before there was one, some signals at a time.
            let mut link = store.write_reserved().await?;
            let done = deadlines::fill(&mut link, FILLED_AT_ONCE).await?;
            link.commit().await?;
            if done {
                return Ok((store, hosts));
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
            address::Address::Pg(hosts) => open::pg(&hosts, open::Entry::Anybody).await?,
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
            Self::Pg(pool) if scope::is_outside() => scope::begin(pool).await?,
            Self::Pg(pool) => Link::PgReader(pool.acquire().await?),
        })
    }

    /// A transaction; nothing of it stays unless it is committed. Refused when the disk of a SQLite file is full.
    pub(super) async fn write(&self) -> Result<Link, StoreError> {
        self.begin(false).await
    }

    /// A transaction for what must be written for somebody to read: it may use the room that is kept back for it.
    pub(super) async fn write_reserved(&self) -> Result<Link, StoreError> {
        self.begin(true).await
    }

    async fn begin(&self, reserved: bool) -> Result<Link, StoreError> {
        let (writer, ballast) = match self {
            Self::Lite { writer, ballast, .. } => (writer, ballast),
            Self::Pg(pool) => return scope::begin(pool).await,
        };
        let unreadable = |error: std::io::Error| StoreError::Unavailable(Away::Gone, error.to_string());
        if !ballast.has_room().map_err(unreadable)? {
            // What stands in the log as well takes room for nothing; to put it in its place may take some of what is kept, once. On a
            // full disk that may not succeed: it is no reason not to write.
            let shorten = || sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(writer);
            drop(shorten().await);
            if reserved || ballast.is_whole() {
                ballast.yield_room().map_err(unreadable)?;
                drop(shorten().await);
            }
            if !reserved && !ballast.has_room().map_err(unreadable)? {
                return Err(StoreError::Unavailable(Away::Full, "the disk is full".into()));
            }
        }
        Ok(Link::LiteWriter(writer.begin_with("BEGIN IMMEDIATE").await?))
    }

    /// Puts what was written in its place, so that the log of a SQLite file holds nothing of what was erased. While somebody reads an older
    /// state that has to wait; it is tried again with every erasure and every hour.
    pub(super) async fn settle(&self) {
        if let Self::Lite { writer, .. } = self {
            drop(sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(writer).await);
        }
    }

    /// Is the disk of a SQLite file full, so that nothing but reading goes on? PostgreSQL minds its own disk.
    pub(super) fn is_full(&self) -> bool {
        match self {
            Self::Lite { ballast, .. } => !ballast.has_room().unwrap_or(true),
            Self::Pg(_) => false,
        }
    }

    /// Lets go of every connection; waits until they are closed.
    pub async fn close(&self) {
        match self {
            Self::Lite { readers, writer, .. } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Pg(pool) => pool.close().await,
        }
    }
}
