//! Can it serve? And the lists that need no decision.

use chrono::TimeDelta;

use super::Service;
use crate::server::store::{Away, StoreError, clock, existing, organisations};

/// How far the clocks of an instance and of the database may be apart: leases and alarms follow the clock of the instance.
const CLOCKS_APART: TimeDelta = TimeDelta::seconds(5);

impl Service {
    /// Does the store answer, has it our schema, is what is read written down, and is our clock right? Gives whether its disk is full:
    /// reading goes on then.
    pub async fn ready(&self) -> Result<bool, StoreError> {
        self.look_for_changes().await?;
        self.log.probe(&self.store).await?;
        let not_ready = |why: String| Err(StoreError::Unavailable(Away::Busy, why));
        if existing::lacks_steps(&self.store).await? {
            return not_ready("its schema is older than this loket".into());
        }
        if self.clock.runs() {
            let apart = clock::difference(&self.store, || self.now()).await?;
            if apart > CLOCKS_APART {
                return not_ready(format!("its clock and the one of this machine are {} s apart", apart.num_seconds()));
            }
        }
        Ok(self.store.is_full())
    }

    /// Every organisation as JSON.
    pub async fn organisations(&self) -> Result<Vec<String>, StoreError> {
        organisations::documents(&self.store).await
    }
}
