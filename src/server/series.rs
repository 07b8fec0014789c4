//! The watch over series of meetings: when a day begins, the meetings whose time came nearer are made.

use std::{sync::Arc, time::Duration};

use super::{
    clock::{Clock, FixedClock},
    routes::{App, standing_titles},
    service::{Refused, RequestLimits, Service, Titles},
    store::{Store, StoreError},
};
use crate::{
    domain::Instant,
    locale::{Language, Texts},
};

/// How often to look whether a day began, whatever happens: also after a clock was set or a night asleep.
const LOOK: Duration = Duration::from_secs(60);

/// Makes the meetings that the series in a store need at this moment; gives how many steps were done. Safe to call from anywhere at
/// any time: each day is made once.
///
/// # Errors
/// When the store is away.
pub async fn make_ahead(store: &Store, now: Instant) -> Result<usize, StoreError> {
    make_ahead_by(store, Arc::new(FixedClock::at(now))).await
}

/// The same by the time, and with the ids, of this clock.
///
/// # Errors
/// When the store is away.
pub async fn make_ahead_by(store: &Store, clock: Arc<dyn Clock>) -> Result<usize, StoreError> {
    let (service, _log) = Service::start(store.clone(), clock, false, None, false, RequestLimits::default()).await?;
    look(&service).await
}

/// Looks until the task is aborted.
pub async fn watch(app: App) {
    let (mut done, mut away) = (None, false);
    loop {
        let today = app.service.today();
        if done != Some(today) {
            match look(&app.service).await {
                Ok(steps) => {
                    (done, away) = (Some(today), false);
                    if steps > 0 {
                        tracing::info!(steps, "meetings of series were made ahead");
                    }
                }
                Err(error) if !std::mem::replace(&mut away, true) => {
                    tracing::error!(%error, "the series of meetings wait");
                }
                Err(_) => {}
            }
        }
        tokio::time::sleep(LOOK).await;
    }
}

async fn look(service: &Service) -> Result<usize, StoreError> {
    let titles: Titles = standing_titles(&Texts::new(Language::Dutch));
    service.make_ahead(&titles).await.map_err(|refused| match refused {
        Refused::Store(error) => error,
        refused => StoreError::Fault(refused.to_string()),
    })
}
