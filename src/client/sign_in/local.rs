//! Signing in to a local account of the server. Sent once each: a code counts once, so what got no answer is tried anew by whoever typed it.

use chrono::{DateTime, Utc};
use reqwest::Method;
use serde::{Serialize, de::DeserializeOwned};

use super::kept::Kept;
use crate::{
    api::{
        path,
        session::{BeginSetUp, SetUpBegun, SetUpWith, SignInWith, SignedIn},
    },
    client::{failure::Failure, session::Session},
};

impl Session {
    /// Signs in with name, password and code.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn sign_in_with(&self, with: &SignInWith, now: DateTime<Utc>) -> Result<Kept, Failure> {
        let signed_in: SignedIn = self.once(path::SIGN_IN, with).await?;
        Ok(Kept::local(self.server(), signed_in, now))
    }

    /// Begins to set an account up.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn begin_set_up(&self, of: &BeginSetUp) -> Result<SetUpBegun, Failure> {
        self.once(path::SIGN_IN_BEGIN_SET_UP, of).await
    }

    /// Sets an account up, and signs in.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn set_up_with(&self, with: &SetUpWith, now: DateTime<Utc>) -> Result<Kept, Failure> {
        let signed_in: SignedIn = self.once(path::SIGN_IN_SET_UP, with).await?;
        Ok(Kept::local(self.server(), signed_in, now))
    }

    async fn once<B: Serialize, T: DeserializeOwned>(&self, path: &str, body: &B) -> Result<T, Failure> {
        let request = self.request(Method::POST, path)?.json(body).timeout(self.patience().total);
        let response = self.send(request, false).await?;
        self.read(response, false).await
    }
}
