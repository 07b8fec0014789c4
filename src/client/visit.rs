//! What a server tells anybody: is it loket, is it ready, which version of the API, what time it has. No account is needed.

use chrono::{DateTime, Utc};
use reqwest::{
    Method, Response,
    header::{DATE, HeaderName},
};

use super::{failure::Failure, session::Session};
use crate::api::path;

/// What a server tells anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Can it serve now?
    pub ready: bool,
    /// The version of its API.
    pub version: String,
    /// Its clock, in whole seconds, when it says so.
    pub date: Option<DateTime<Utc>>,
}

impl Session {
    /// Asks once.
    ///
    /// # Errors
    /// When nothing answers, or something that is not loket.
    pub async fn visit(&self) -> Result<Visit, Failure> {
        let request = self.request(Method::GET, path::READY)?.timeout(self.patience().total);
        let response = request.send().await.map_err(|error| self.failure(&error, false))?;
        let version = header(&response, HeaderName::from_static("api-version"));
        if version.is_empty() {
            return Err(self.wrong(&response.status().as_u16().to_string()));
        }
        let date = DateTime::parse_from_rfc2822(&header(&response, DATE)).ok().map(|date| date.with_timezone(&Utc));
        Ok(Visit { ready: response.status().is_success(), version, date })
    }
}

fn header(response: &Response, name: HeaderName) -> String {
    response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}
