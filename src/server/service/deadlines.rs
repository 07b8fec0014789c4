//! Reading the deadline board, page by page.

use super::{Refused, Service};
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
}
