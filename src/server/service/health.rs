//! Can it serve? And the lists that need no decision.

use super::Service;
use crate::server::store::{StoreError, organisations};

impl Service {
    /// Does the store answer, and is what is read written down? Gives whether its disk is full: reading goes on then.
    pub async fn ready(&self) -> Result<bool, StoreError> {
        self.look_for_changes().await?;
        self.log.probe(&self.store).await?;
        Ok(self.store.is_full())
    }

    /// Every organisation as JSON.
    pub async fn organisations(&self) -> Result<Vec<String>, StoreError> {
        organisations::documents(&self.store).await
    }
}
