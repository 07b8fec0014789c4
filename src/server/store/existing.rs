//! Is there a store, and is its schema the one of this loket? Looks only: no file is made, nothing in it is changed.

use sqlx::{
    Connection,
    migrate::Migrator,
    postgres::PgConnection,
    sqlite::{SqliteConnectOptions, SqliteConnection},
};

use super::{
    Store, StoreError,
    address::Address,
    open::{host, lite_schema, pg_schema, unreachable},
    query::all,
};
use crate::server::start::StartError;

/// Which steps of the schema were done, in order.
const STEPS: &str = "SELECT version, checksum FROM _sqlx_migrations ORDER BY version";

type Steps = Vec<(i64, Vec<u8>)>;

/// Refuses a store that is missing, and one whose schema is older or newer than this loket.
pub async fn check(address: &Address) -> Result<(), StartError> {
    let (steps, schema) = read(address).await?;
    if fits(&steps, &schema) { Ok(()) } else { Err(StartError::OtherSchema) }
}

/// How many steps of the schema were done in a store, none where there is no store yet, and how many there are. Refuses one of a
/// newer loket.
pub async fn steps(address: &Address) -> Result<(usize, usize), StartError> {
    let (steps, schema) = match read(address).await {
        Err(StartError::Missing(_)) => return Ok((0, lite_schema().iter().count())),
        read => read?,
    };
    let is_ours = |(version, checksum): &(i64, Vec<u8>)| {
        schema.iter().any(|step| step.version == *version && step.checksum.as_ref() == checksum.as_slice())
    };
    if steps.iter().all(is_ours) { Ok((steps.len(), schema.iter().count())) } else { Err(StartError::OtherSchema) }
}

/// The steps that were done, and those that there are.
async fn read(address: &Address) -> Result<(Steps, Migrator), StartError> {
    Ok(match address {
        Address::Lite(file) => {
            let shown = file.display().to_string();
            if !file.exists() {
                return Err(StartError::Missing(shown));
            }
            let options = SqliteConnectOptions::new().filename(file).read_only(true);
            let failed = |error: sqlx::Error| unreachable(&format!("{shown}: {error}"));
            let mut link = SqliteConnection::connect_with(&options).await.map_err(failed)?;
            let known = "SELECT COUNT(*) FROM sqlite_schema WHERE name = '_sqlx_migrations'";
            let known: i64 = sqlx::query_scalar(known).fetch_one(&mut link).await.map_err(failed)?;
            if known == 0 {
                return Err(StartError::Missing(shown));
            }
            let steps: Steps = sqlx::query_as(STEPS).fetch_all(&mut link).await.map_err(StoreError::from)?;
            link.close().await.map_err(StoreError::from)?;
            (steps, lite_schema())
        }
        Address::Pg(hosts) => {
            let options = &hosts.primary().await?;
            let failed = |error: sqlx::Error| unreachable(&format!("{}: {error}", host(options)));
            let mut link = PgConnection::connect_with(options).await.map_err(failed)?;
            let known = "SELECT to_regclass('_sqlx_migrations') IS NOT NULL";
            if !sqlx::query_scalar::<_, bool>(known).fetch_one(&mut link).await.map_err(failed)? {
                return Err(StartError::Missing(options.get_database().unwrap_or_default().to_owned()));
            }
            let steps: Steps = sqlx::query_as(STEPS).fetch_all(&mut link).await.map_err(StoreError::from)?;
            link.close().await.map_err(StoreError::from)?;
            (steps, pg_schema())
        }
    })
}

/// Does an open store lack a step of ours? One with more steps is of a newer loket, beside which this one works until it is replaced.
pub async fn lacks_steps(store: &Store) -> Result<bool, StoreError> {
    let mut link = store.read().await?;
    let done: Steps = all!(link, (i64, Vec<u8>), STEPS)?;
    let schema = if link.is_pg() { pg_schema() } else { lite_schema() };
    let is_done = |version: i64, checksum: &[u8]| done.iter().any(|step| step.0 == version && step.1 == checksum);
    Ok(!schema.iter().all(|step| is_done(step.version, &step.checksum)))
}

fn fits(steps: &Steps, schema: &Migrator) -> bool {
    let ours = schema.iter().map(|step| (step.version, step.checksum.as_ref()));
    ours.eq(steps.iter().map(|(version, checksum)| (*version, checksum.as_slice())))
}
