//! The watch over the marks of deadlines, and over emergency access that nobody judged: rings what was reached, also what was reached while
//! nobody was there.

use std::time::Duration;

use super::{
    audit::{Deed, append},
    routes::App,
    store::{Store, StoreError, alarms, emergencies},
};
use crate::domain::{Instant, audit::AuditResult, emergency::JUDGED_WITHIN, organisation::DESK};

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

/// Raises the alarm for emergency access to a case that nobody judged within a day: once each, in the audit log of the desk and in the log of the
/// server. Gives how many.
///
/// # Errors
/// When the store is away; what was committed before stays, the rest rings the next time.
pub async fn ring_emergencies(store: &Store, now: Instant) -> Result<u64, StoreError> {
    let before = now - JUDGED_WITHIN;
    let mut rung = 0;
    // Most of the time there is nothing: no write lock is taken for that.
    while emergencies::is_late(&mut store.read().await?, before).await? {
        let mut link = store.write().await?;
        let Some(id) = emergencies::ring(&mut link, before).await? else { break };
        append(&mut link, DESK, &[overdue(now, &id)]).await?;
        link.commit().await?;
        tracing::error!(emergency_access = id, "emergency access to a case was not judged within a day");
        rung += 1;
    }
    Ok(rung)
}

/// The row of the audit log: the server did it, on nobody's behalf.
fn overdue(now: Instant, id: &str) -> Deed {
    Deed {
        organisation: DESK.into(),
        at: now.timestamp_micros(),
        account: String::new(),
        role: "",
        purpose: "see that emergency access is judged",
        result: AuditResult::Done,
        origin: String::new(),
        request: String::new(),
        verb: "emergency-access.overdue",
        entity: "emergency-access",
        object: id.to_owned(),
        quarter: 0,
        change: String::new(),
    }
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
    ring_emergencies(&app.service.store, app.service.now()).await?;
    let rung = alarms::ring(&app.service.store, || app.service.now()).await?;
    if rung > 0 {
        tracing::info!(rung, "marks of deadlines were reached");
        app.service.look_for_changes().await?;
    }
    Ok(())
}
