//! Reading the deadline board, page by page.

use super::{Refused, Service};
use chrono::DateTime;

use super::StoreError;
use crate::domain::{Instant, deadline::Deadline};
use crate::server::{
    identity::Caller,
    store::deadlines::{self, Wanted},
};

impl Service {
    /// A page of the board: day to go by, id, and the row as JSON.
    pub async fn deadlines(&self, caller: &Caller, wanted: &Wanted) -> Result<Vec<(String, String, String)>, Refused> {
        self.listed(caller, "deadline.list", "deadline")?;
        Ok(deadlines::page(&mut self.store.read().await?, wanted).await?)
    }

    /// Rows of the board for a calendar, each with when it last changed and a sequence that every change raises.
    pub async fn deadline_events(&self, caller: &Caller, wanted: &Wanted) -> Result<Vec<(Deadline, Instant, u32)>, Refused> {
        self.listed(caller, "deadline.feed", "deadline")?;
        let rows = deadlines::events(&mut self.store.read().await?, wanted).await?;
        let row = |(document, changed_at, sequence): (String, i64, i64)| {
            let changed_at = DateTime::from_timestamp_micros(changed_at).unwrap_or_default();
            Ok((serde_json::from_str(&document)?, changed_at, u32::try_from(sequence).unwrap_or(u32::MAX)))
        };
        Ok(rows.into_iter().map(row).collect::<Result<_, StoreError>>()?)
    }
}
