//! Opening either database with the settings it is trusted under.

use std::{path::Path, sync::Arc, time::Duration};

use sqlx::{
    Connection,
    migrate::{MigrateError, Migrator},
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{
    Ballast, Store, StoreError, existing,
    hosts::Hosts,
    roles,
    scope::{ALL, SETTING},
};
use crate::server::start::StartError;

/// How long to wait for another writer of the same SQLite file, and for a free connection.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// Connections that read a SQLite file.
const LITE_READERS: u32 = 4;

/// Connections to PostgreSQL.
const PG_CONNECTIONS: u32 = 16;

/// What every connection to PostgreSQL keeps to. A statement that takes longer than a person waits, a row that another transaction
/// does not let go, a transaction whose program hangs: each ends by itself, in words, instead of holding up everybody else. A
/// commit that waits for a standby is no statement to PostgreSQL; that one is bounded by the request.
const PG_LIMITS: [(&str, &str); 4] =
    [("statement_timeout", "20s"), ("lock_timeout", "5s"), ("idle_in_transaction_session_timeout", "30s"), (SETTING, ALL)];

/// The oldest SQLite that is trusted with a write-ahead log: before it a reset of the log could lose a commit.
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];

/// Opens a SQLite file, or makes it, readable by its owner only.
pub async fn lite(file: &Path) -> Result<Store, StartError> {
    make(file).map_err(|error| unreachable(&format!("{}: {error}", file.display())))?;
    let options = SqliteConnectOptions::new()
        .filename(file)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .statement_cache_capacity(200)
        // As many as are read at a time: whoever waits for rows is woken once for all of them.
        .row_buffer_size(1_000)
        .pragma("cell_size_check", "ON")
        .pragma("mmap_size", "8589934592")
        .pragma("cache_size", "-16000")
        .pragma("temp_store", "MEMORY")
        // What is erased is written over with zeros, not only let go of.
        .pragma("secure_delete", "ON");
    let writer = SqlitePoolOptions::new()
        .max_connections(1)
        .min_connections(1)
        .acquire_timeout(PATIENCE)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        // A full disk ends a transaction by itself; the driver goes on to believe in it and would never begin another.
        .before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
        .connect_with(options.clone())
        .await
        .map_err(|error| unreachable(&format!("{}: {error}", file.display())))?;
    let (version,): (String,) = sqlx::query_as("SELECT sqlite_version()").fetch_one(&writer).await.map_err(StoreError::from)?;
    if !new_enough(&version) {
        return Err(StartError::OldSqlite(version));
    }
    let before = sqlx::query_scalar(DONE).fetch_one(&writer).await.unwrap_or(0);
    lite_schema().run(&writer).await.map_err(schema)?;
    tell(before, &lite_schema());
    // The steps of a new store fill its log as much as the store itself. On a full disk it stays: reading goes on.
    drop(sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&writer).await);
    let readers = SqlitePoolOptions::new()
        .max_connections(LITE_READERS)
        .min_connections(1)
        .acquire_timeout(PATIENCE)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .connect_with(options.read_only(true))
        .await
        .map_err(|error| unreachable(&error.to_string()))?;
    Ok(Store::Lite { readers, writer, ballast: Arc::new(Ballast::new(file)) })
}

/// As whom a PostgreSQL database is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// As who brings its schema up to date: the owner.
    Maker,
    /// As a server: the schema is there, and the role may do no more than serving takes.
    Server,
    /// As either, when the schema is known to be there.
    Anybody,
}

/// Opens a PostgreSQL database, where it is written.
pub async fn pg(hosts: &Hosts, entry: Entry) -> Result<Store, StartError> {
    let primary = hosts.primary().await?;
    let pool = hosts
        .guard(PgPoolOptions::new().max_connections(PG_CONNECTIONS).acquire_timeout(PATIENCE))
        .connect_with(match entry {
            Entry::Maker => limited(primary.clone()).application_name("loket db migrate"),
            Entry::Server | Entry::Anybody => limited(primary.clone()),
        })
        .await
        .map_err(|error| unreachable(&format!("{}: {error}", host(&primary))))?;
    let store = Store::Pg(pool.clone());
    match entry {
        Entry::Maker => {}
        Entry::Anybody => return Ok(store),
        Entry::Server => {
            // A pooler that drops it would show an empty store.
            let scope: Option<String> = sqlx::query_scalar("SELECT current_setting($1, true)")
                .bind(SETTING)
                .fetch_one(&pool)
                .await
                .map_err(StoreError::from)?;
            if scope.as_deref() != Some(ALL) {
                return Err(StartError::NoScope);
            }
            if existing::lacks_steps(&store).await? {
                return Err(StartError::OtherSchema);
            }
            return match roles::too_strong(&store).await? {
                Some(found) => Err(StartError::TooStrong(found)),
                None => Ok(store),
            };
        }
    }
    let before = sqlx::query_scalar(DONE).fetch_one(&pool).await.unwrap_or(0);
    if sqlx::query_scalar(STRANDS).fetch_one(&pool).await.unwrap_or(false) {
        let open: i64 = sqlx::query_scalar(OPEN).fetch_one(&pool).await.map_err(StoreError::from)?;
        if open > 0 {
            return Err(StartError::InUse(open));
        }
    }
    // Without the limits: others may be at the same steps, and a step may take its time.
    let alone = PgPoolOptions::new()
        .max_connections(1)
        .connect_with(primary.options([(SETTING, ALL)]))
        .await
        .map_err(StoreError::from)?;
    pg_schema().run(&alone).await.map_err(schema)?;
    alone.close().await;
    tell(before, &pg_schema());
    Ok(store)
}

/// The same host, with what every connection of the server keeps to.
pub fn limited(options: PgConnectOptions) -> PgConnectOptions {
    options.application_name("loket").statement_cache_capacity(200).options(PG_LIMITS)
}

/// How many steps of the schema were done; there is no such table in a new database.
const DONE: &str = "SELECT COUNT(*) FROM _sqlx_migrations";

/// Is a step to be done that servers of before it cannot work with? After these they see empty tables, or lack a column. A new database has no
/// servers.
const STRANDS: &str = "SELECT COUNT(*) > 0 AND COUNT(*) FILTER (WHERE version BETWEEN 18 AND 24) < 7 FROM _sqlx_migrations";

/// Connections of servers: who runs the steps has another name.
const OPEN: &str = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'loket' AND pid <> pg_backend_pid()";

/// Tells the log that the schema is another one now.
fn tell(before: i64, schema: &Migrator) {
    let after = schema.iter().count();
    if usize::try_from(before) != Ok(after) {
        tracing::info!(before, after, "the schema was brought up to date");
    }
}

/// Where a PostgreSQL database is, for a message; never with a password.
pub fn host(options: &PgConnectOptions) -> String {
    format!("{}/{}", options.get_host(), options.get_database().unwrap_or_default())
}

/// A new file belongs to its owner alone: it will hold personal data. An existing one is left as it is.
fn make(file: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    match std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        made => made.map(|_| ()),
    }
}

/// The schema of a SQLite store, step by step.
pub fn lite_schema() -> Migrator {
    sqlx::migrate!("src/server/store/migrations/sqlite")
}

/// The schema of a PostgreSQL store, step by step.
pub fn pg_schema() -> Migrator {
    sqlx::migrate!("src/server/store/migrations/postgres")
}

fn new_enough(version: &str) -> bool {
    let mut numbers = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let found = [0; 3].map(|_: u32| numbers.next().unwrap_or(0));
    found >= OLDEST_SQLITE
}

pub fn unreachable(detail: &str) -> StartError {
    StartError::Unreachable(detail.to_owned())
}

fn schema(error: MigrateError) -> StartError {
    match error {
        MigrateError::Execute(error) => StartError::Store(error.into()),
        error => StartError::Schema(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::new_enough;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(new_enough("3.51.3") && new_enough("3.100.0") && new_enough("4.0"));
        assert!(!new_enough("3.51.2") && !new_enough("3.9.9") && !new_enough("nonsense"));
    }
}
