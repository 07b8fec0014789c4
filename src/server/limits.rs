//! What the administrator sets about looking up in the register.

use super::store::{Store, StoreError, at_hand, lookups};
use crate::domain::{
    at_hand::{Offline, Terms},
    lookup_limit::Limits,
};

/// Sets what is given, and gives what holds then. It holds at once, on every instance.
///
/// # Errors
/// When the store cannot be reached.
pub async fn change(store: &Store, searches: Option<u32>, persons: Option<u32>) -> Result<Limits, StoreError> {
    let mut link = store.write().await?;
    let before = lookups::limits(&mut link).await?;
    let after = Limits { searches: searches.unwrap_or(before.searches), persons: persons.unwrap_or(before.persons) };
    if after != before {
        lookups::set_limits(&mut link, after).await?;
    }
    link.commit().await?;
    Ok(after)
}

/// The same of who may have the register at hand when the server is away, and for how many days.
///
/// # Errors
/// When the store cannot be reached.
pub async fn change_at_hand(store: &Store, offline: Option<Offline>, days: Option<u32>) -> Result<Terms, StoreError> {
    let mut link = store.write().await?;
    let before = at_hand::terms(&mut link).await?;
    let after = Terms { offline: offline.unwrap_or(before.offline), offline_days: days.unwrap_or(before.offline_days) };
    if after != before {
        at_hand::set_terms(&mut link, after).await?;
    }
    link.commit().await?;
    Ok(after)
}
