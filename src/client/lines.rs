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

impl Session {
    /// Asks for an answer that is lines, once: it may be large, and it may count.
    pub(super) async fn stream(&self, path: &str) -> Result<Lines, Failure> {
        let response = self.send(self.request(Method::GET, path)?, false).await?;
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
        let line = self.line().await?.ok_or_else(|| self.cut())?;
        if line == b"\n" {
            return Ok(None);
        }
        serde_json::from_slice(&line).map(Some).map_err(|_| self.session.wrong("application/x-ndjson"))
    }

    /// The next whole line with its line break; nothing where the answer ends, whatever was cut off there.
    pub(super) async fn line(&mut self) -> Result<Option<Vec<u8>>, Failure> {
        let mut looked = 0;
        loop {
            if let Some(end) = self.rest[looked..].iter().position(|byte| *byte == b'\n') {
                return Ok(Some(self.rest.drain(..=looked + end).collect()));
            }
            looked = self.rest.len();
            let came = self.response.chunk().await.map_err(|error| self.session.failure(&error, false))?;
            let Some(came) = came else { return Ok(None) };
            self.rest.extend_from_slice(&came);
        }
    }

    /// That it ended before its last line.
    pub(super) fn cut(&self) -> Failure {
        Failure::Cut { server: self.session.server().into(), writing: false }
    }
}
