//! Hears of commits by other instances: PostgreSQL wakes us, and we look ourselves now and then. The table is the truth;
//! this only says when to look.

use std::time::Duration;

use sqlx::postgres::PgListener;

use super::{
    routes::App,
    store::{Store, StoreError, changes::CHANNEL},
};

/// How often to look without being woken.
const LOOK: Duration = Duration::from_secs(5);

/// Looks until the task is aborted.
pub async fn listen(app: App) {
    loop {
        let heard = match &app.service.store {
            Store::Pg(pool) => hear(pool, &app).await,
            Store::Lite { .. } => {
                tokio::time::sleep(LOOK).await;
                app.service.look_for_changes().await
            }
        };
        if let Err(error) = heard {
            tracing::warn!(%error, "cannot hear of changes by other instances");
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    }
}

/// Looks whenever PostgreSQL wakes us, until the connection fails.
async fn hear(pool: &sqlx::PgPool, app: &App) -> Result<(), StoreError> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    loop {
        app.service.look_for_changes().await?;
        if let Ok(heard) = tokio::time::timeout(LOOK, listener.recv()).await {
            heard?;
        }
    }
}
