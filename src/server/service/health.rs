//! Can it serve? And the lists that need no decision.

use super::Service;
use crate::server::store::{StoreError, organisations};

impl Service {
    /// Does the store answer, and can it still write?
    pub async fn ready(&self) -> Result<(), StoreError> {
        self.look_for_changes().await?;
        self.log.probe(&self.store).await?;
        self.store.room()
    }

    /// Every organisation as JSON.
    pub async fn organisations(&self) -> Result<Vec<String>, StoreError> {
        organisations::documents(&self.store).await
    }
}
