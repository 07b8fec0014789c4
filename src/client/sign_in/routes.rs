//! One function per route of loket about signing in and sessions.

use reqwest::Method;

use crate::client::{
    failure::Failure,
    requests::{Write, WriteMethod},
    session::Session,
};
use crate::{
    api::{
        administrator::{Administrators, ConfirmAdministrator},
        page::Page,
        path,
        session::SignIn,
    },
    domain::{
        ids::{AccountId, IdempotencyKey, SessionId},
        session,
    },
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

    /// Administrators, those that wait for a second person first.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn administrators(&self) -> Result<Administrators, Failure> {
        self.get(path::ADMINISTRATORS).await
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

impl Write {
    /// Another is an administrator. There is no answer but that it is kept.
    pub fn confirm_administrator(key: IdempotencyKey, account: AccountId) -> Self {
        let path = path::ADMINISTRATOR_CONFIRM.replace("{id}", &account.to_string());
        Self::new(key, WriteMethod::Post, path, None, &ConfirmAdministrator {})
    }
}
