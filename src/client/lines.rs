//! Answers that are lines of JSON, however many: each is given as it comes, and none is kept.

use reqwest::{Method, Response};
use serde::{Serialize, de::DeserializeOwned};

use super::{failure::Failure, session::Session};

impl Session {
    /// Posts a search whose answer is lines, however many: they come as they are read.
    pub(super) async fn lines<B: Serialize>(&self, path: &str, body: &B) -> Result<Lines, Failure> {
        let response = self.send(self.request(Method::POST, path)?.json(body), false).await?;
        Ok(Lines { session: self.clone(), response, rest: vec![] })
    }
}

/// Lines of JSON that the server sends; an empty one is the last.
#[derive(Debug)]
pub struct Lines {
    session: Session,
    response: Response,
    /// What came after the last whole line.
    rest: Vec<u8>,
}

impl Lines {
    /// The next line; nothing at the end.
    ///
    /// # Errors
    /// [`Failure::Cut`] when the answer ends before its last line.
    pub async fn next<T: DeserializeOwned>(&mut self) -> Result<Option<T>, Failure> {
        loop {
            if let Some(end) = self.rest.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.rest.drain(..=end).collect();
                if end == 0 {
                    return Ok(None);
                }
                return serde_json::from_slice(&line).map(Some).map_err(|_| self.session.wrong("application/x-ndjson"));
            }
            let came = self.response.chunk().await.map_err(|error| self.session.failure(&error, false))?;
            let came = came.ok_or_else(|| Failure::Cut { server: self.session.server().into(), writing: false })?;
            self.rest.extend_from_slice(&came);
        }
    }
}
