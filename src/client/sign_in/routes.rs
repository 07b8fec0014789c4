//! One function per route of loket about signing in and sessions.

use reqwest::Method;

use crate::client::{failure::Failure, session::Session};
use crate::{
    api::{page::Page, path, session::SignIn},
    domain::{ids::SessionId, session},
};

impl Session {
    /// How one signs in; asked without being anybody.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn how_to_sign_in(&self) -> Result<SignIn, Failure> {
        self.get(path::SIGN_IN).await
    }

    /// Signs out: the access tokens of this session count no more.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn sign_out(&self) -> Result<(), Failure> {
        self.attempts(false, || self.request(Method::DELETE, path::SESSION_CURRENT)).await
    }

    /// Sessions of everybody, seen last first.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn sessions(&self) -> Result<Page<session::Session>, Failure> {
        self.get(path::SESSIONS).await
    }

    /// Ends the session of somebody.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn end_session(&self, id: SessionId) -> Result<(), Failure> {
        let path = path::SESSION.replace("{id}", &id.to_string());
        self.attempts(false, || self.request(Method::DELETE, &path)).await
    }
}
