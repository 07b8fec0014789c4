//! Sending to a collector of OpenTelemetry (OTLP over HTTP, JSON).

use reqwest::Method;
use serde::Serialize;

use super::{failure::Failure, session::Session};

impl Session {
    /// Posts traces to the collector at this address. What it did not take may be sent again as it is.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn collect(&self, traces: &(impl Serialize + Sync)) -> Result<(), Failure> {
        let request = self.request(Method::POST, "/v1/traces")?.timeout(self.patience().total).json(traces);
        let answer = request.send().await.map_err(|error| self.failure(&error, true))?;
        let status = answer.status();
        if status.is_success() { Ok(()) } else { Err(self.wrong(status.as_str())) }
    }
}
