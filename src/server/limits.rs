//! What the administrator sets about looking up in the register.

use super::store::{Store, StoreError, lookups};
use crate::domain::lookup_limit::Limits;

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
