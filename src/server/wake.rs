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

/// Looks until the task is aborted. Tells once that the store went away, and once that it is back.
pub async fn listen(app: App) {
    let mut away = false;
    loop {
        let heard = match &app.service.store {
            Store::Pg(pool) => hear(pool, &app, &mut away).await,
            Store::Lite { .. } => {
                tokio::time::sleep(LOOK).await;
                look(&app, &mut away).await
            }
        };
        if let Err(error) = heard {
            if !std::mem::replace(&mut away, true) {
                tracing::error!(%error, "the store is away");
            }
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    }
}

async fn look(app: &App, away: &mut bool) -> Result<(), StoreError> {
    app.service.look_for_changes().await?;
    if std::mem::take(away) {
        tracing::info!("the store is back");
    }
    Ok(())
}

/// Looks whenever PostgreSQL wakes us, until the connection fails.
async fn hear(pool: &sqlx::PgPool, app: &App, away: &mut bool) -> Result<(), StoreError> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    loop {
        look(app, away).await?;
        if let Ok(heard) = tokio::time::timeout(LOOK, listener.recv()).await {
            heard?;
        }
    }
}
