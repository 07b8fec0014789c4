//! The watch over the marks of deadlines: rings what was reached, also what was reached while nobody was there.

use std::time::Duration;

use super::{
    routes::App,
    store::{Store, StoreError, alarms},
};
use crate::domain::Instant;

/// How often to look, whatever happens: a mark is shown well within a minute, also after a clock was set or a night asleep.
const LOOK: Duration = Duration::from_secs(30);

/// How long to wait after a write, so that a burst of them is one look.
const SETTLE: Duration = Duration::from_millis(250);

/// Rings every mark that was reached by `now` and did not ring yet; gives how many rang. Safe to call from anywhere at any time:
/// each rings once.
///
/// # Errors
/// When the store is away.
pub async fn ring(store: &Store, now: Instant) -> Result<u64, StoreError> {
    alarms::ring(store, || now).await
}

/// Looks until the task is aborted: every half minute, and after every write, since a new deadline may have a mark at once.
pub async fn watch(app: App) {
    let mut heads = app.service.heads();
    let mut away = false;
    loop {
        heads.mark_unchanged();
        match look(&app).await {
            Ok(()) => away = false,
            Err(error) if !std::mem::replace(&mut away, true) => {
                tracing::error!(%error, "the alarms wait: the store is away");
            }
            Err(_) => {}
        }
        tokio::select! {
            () = tokio::time::sleep(LOOK) => {}
            changed = heads.changed() => {
                if changed.is_err() {
                    return;
                }
                tokio::time::sleep(SETTLE).await;
            }
        }
    }
}

async fn look(app: &App) -> Result<(), StoreError> {
    let rung = alarms::ring(&app.service.store, || app.service.now()).await?;
    if rung > 0 {
        tracing::info!(rung, "marks of deadlines were reached");
        app.service.look_for_changes().await?;
    }
    Ok(())
}
