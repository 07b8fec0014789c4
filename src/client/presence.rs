//! Telling where a window is.

use reqwest::Method;

use super::{failure::Failure, session::Session};
use crate::api::{path, presence::NewPresence};

impl Session {
    /// Tells the server where this window is. Not tried again: the next sign says it anew.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn is_at(&self, here: &NewPresence) -> Result<(), Failure> {
        let request = self.request(Method::PUT, path::PRESENCE)?.timeout(self.patience().total).json(here);
        self.send(request, false).await.map(drop)
    }
}
