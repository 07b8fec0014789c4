//! Bulk load of whole objects, for a demonstration: few transactions, no audit, no idempotency.

use super::store::{Store, StoreError};
use crate::domain::{officer::Officer, signal::Signal};

/// Puts whole signals (with their timelines) and officers into an empty store.
pub async fn load(
    _store: &Store,
    _signals: impl Iterator<Item = Signal>,
    _officers: impl Iterator<Item = Officer>,
) -> Result<(), StoreError> {
    Err(StoreError::Unavailable("not built".into()))
}
