//! Hears of commits by other instances: PostgreSQL wakes us, and we look ourselves now and then. The table is the truth;
//! this only says when to look.

use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgListener, PgNotification, PgPoolOptions};
use tokio::time::Instant;

use super::{
    routes::App,
    store::{Away, Store, StoreError, changes::CHANNEL, presence},
};

/// How often to look without being woken.
const LOOK: Duration = Duration::from_secs(5);

/// How long a look may take. A store that does not answer is away as much as one that is gone: with [`LOOK`] it is known within
/// the ten seconds after which a client takes silence for loss.
const PATIENCE: Duration = Duration::from_secs(3);

/// Looks until the task is aborted. Tells once that the store went away, and once that it is back: to the log, and to every event
/// stream, which ends while it is away.
pub async fn listen(app: App) {
    loop {
        let heard = match &app.service.store {
            Store::Pg(pool) => hear(pool, &app).await,
            Store::Lite { .. } => {
                tokio::time::sleep(LOOK).await;
                look(&app).await
            }
        };
        if let Err(error) = heard {
            if app.service.set_away(true) {
                tracing::error!(%error, "the store is away");
            }
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    }
}

async fn look(app: &App) -> Result<(), StoreError> {
    in_time(async {
        app.service.look_for_changes().await?;
        app.service.look_who_is_there().await
    })
    .await?;
    if app.service.set_away(false) {
        tracing::info!("the store is back");
    }
    Ok(())
}

/// Looks whenever PostgreSQL wakes us, until the connection fails or the database is on another host. The connection is none of the
/// pool's: to a host that hangs it would hold its place there.
async fn hear(pool: &sqlx::PgPool, app: &App) -> Result<(), StoreError> {
    let mut moved = app.service.moved();
    let options = PgConnectOptions::clone(&pool.connect_options());
    let own = PgPoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None).connect_lazy_with(options);
    let mut listener = in_time(async {
        let mut listener = PgListener::connect_with(&own).await?;
        listener.eager_reconnect(false);
        listener.listen(CHANNEL).await?;
        Ok(listener)
    })
    .await?;
    let mut next = Instant::now();
    loop {
        // Also while there is much to hear: who went without a word is only seen by looking.
        let heard = tokio::select! {
            heard = tokio::time::timeout_at(next, listener.try_recv()) => heard,
            _ = moved.changed() => return look(app).await,
        };
        match heard {
            Ok(heard) => match heard?.as_ref().map(PgNotification::payload) {
                Some(presence::WORD) => in_time(app.service.look_who_is_there()).await?,
                Some(_) => in_time(app.service.look_for_changes()).await?,
                // Not woken any more; that alone is not to be away.
                None => return look(app).await,
            },
            Err(_) => {
                look(app).await?;
                next = Instant::now() + LOOK;
            }
        }
    }
}

async fn in_time<T>(asked: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
    tokio::time::timeout(PATIENCE, asked)
        .await
        .unwrap_or_else(|_| Err(StoreError::Unavailable(Away::Slow, format!("no answer within {} s", PATIENCE.as_secs()))))
}
