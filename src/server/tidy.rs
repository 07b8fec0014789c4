//! What the server tidies up by itself: idempotency keys, opened cards and look-ups that were told, older than 90 days; who was at
//! a signal and is not any more; sign-ins that failed; and destructions that were approved and not carried out to the end.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    routes::App,
    store::{Store, StoreError, at_hand, idempotency, local_accounts, presence, sessions},
};
use crate::domain::presence::STAYS;

/// How often.
const EVERY: Duration = Duration::from_secs(3600);

/// How long a session is kept after anything was heard of it, ended or not: longer than a provider lets anybody stay signed in.
const SESSION_KEPT: TimeDelta = TimeDelta::days(180);

/// How long it is kept that a sign-in failed: longer than it counts.
const FAILED_KEPT: TimeDelta = TimeDelta::hours(1);

/// Tidies up until the task is aborted.
pub async fn tidy(app: App) {
    loop {
        // Also right after a start: what was approved and stopped halfway goes on.
        if let Err(error) = app.service.carry_out_all().await {
            tracing::error!(%error, "what was approved to be destroyed is still there");
        }
        tokio::time::sleep(EVERY).await;
        if let Err(error) = forget(&app.service.store, app.service.now()).await {
            tracing::warn!(%error, "old idempotency keys are still there");
        }
    }
}

/// Tidies up once.
pub async fn forget(store: &Store, now: DateTime<Utc>) -> Result<(), StoreError> {
    let mut link = store.write_reserved().await?;
    let now = now.timestamp_micros();
    idempotency::forget(&mut link, now).await?;
    at_hand::forget(&mut link, now).await?;
    sessions::forget(&mut link, now - SESSION_KEPT.num_microseconds().unwrap_or_default()).await?;
    local_accounts::forget(&mut link, now - FAILED_KEPT.num_microseconds().unwrap_or_default()).await?;
    presence::forget(&mut link, now - STAYS.num_microseconds().unwrap_or_default()).await?;
    link.commit().await
}
