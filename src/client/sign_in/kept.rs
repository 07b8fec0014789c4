//! What is kept of a sign-in: in a file that only its owner may read, in a folder nobody else may open, or nowhere.

use std::path::Path;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use ring::rand::{SecureRandom, SystemRandom};
use rustix::fs::FlockOperation;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize, Serializer};

use super::provider::{Granted, Provider};
use crate::{
    api::session::SignedIn,
    client::outbox::{DraftsError, folder::Folder},
};

/// The file.
const FILE: &str = "sign-in";

/// What is locked while tokens are renewed.
const LOCK: &str = "sign-in.lock";

/// The tokens of somebody who signed in, and where new ones come from.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Kept {
    /// By lot at the sign-in, and the same until one signs out.
    pub(super) sameness: String,
    /// The provider's name.
    pub issuer: String,
    /// The client that signed in.
    pub client: String,
    /// When that was.
    pub since: DateTime<Utc>,
    pub(super) token_endpoint: String,
    pub(super) revocation_endpoint: Option<String>,
    #[serde(serialize_with = "exposed")]
    pub(super) access: SecretString,
    /// When the access token was got.
    pub(super) got_at: DateTime<Utc>,
    /// Until when it is good.
    pub expires_at: DateTime<Utc>,
    #[serde(serialize_with = "maybe_exposed")]
    pub(super) refresh: Option<SecretString>,
}

fn exposed<S: Serializer>(secret: &SecretString, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(secret.expose_secret())
}

fn maybe_exposed<S: Serializer>(secret: &Option<SecretString>, serializer: S) -> Result<S::Ok, S::Error> {
    secret.as_ref().map(|secret| secret.expose_secret()).serialize(serializer)
}

impl Kept {
    pub(super) fn of(provider: &Provider, client: &str, granted: Granted, now: DateTime<Utc>) -> Self {
        Self {
            // Without randomness the time must do: it only tells sign-ins apart.
            sameness: by_lot().unwrap_or_else(|| now.to_rfc3339()),
            issuer: provider.issuer().to_owned(),
            client: client.to_owned(),
            since: now,
            token_endpoint: provider.metadata.token_endpoint.clone(),
            revocation_endpoint: provider.metadata.revocation_endpoint.clone(),
            got_at: now,
            expires_at: granted.expires_at(now),
            access: granted.access_token,
            refresh: granted.refresh_token,
        }
    }

    /// Of a local account: there is one token, and nothing renews it.
    pub(super) fn local(server: &str, signed_in: SignedIn, now: DateTime<Utc>) -> Self {
        Self {
            sameness: by_lot().unwrap_or_else(|| now.to_rfc3339()),
            issuer: server.to_owned(),
            client: "loket".to_owned(),
            since: now,
            token_endpoint: String::new(),
            revocation_endpoint: None,
            access: signed_in.token.into(),
            got_at: now,
            expires_at: signed_in.expires_at,
            refresh: None,
        }
    }

    /// The same sign-in with newer tokens. Without a new refresh token the old one goes on counting (RFC 6749, 6).
    pub(super) fn renewed(&self, granted: Granted, now: DateTime<Utc>) -> Self {
        let expires_at = granted.expires_at(now);
        let refresh = granted.refresh_token.or_else(|| self.refresh.clone());
        Self { access: granted.access_token, refresh, got_at: now, expires_at, ..self.clone() }
    }

    /// Can it be kept going?
    pub fn can_be_renewed(&self) -> bool {
        self.refresh.is_some()
    }

    /// Is a new token due? With a fifth of its life left there is time for a provider that is away for a moment.
    pub(super) fn is_due(&self, now: DateTime<Utc>) -> bool {
        now >= self.expires_at - (self.expires_at - self.got_at) / 5 || now < self.got_at
    }

    pub(super) fn is_over(&self, now: DateTime<Utc>) -> bool {
        now >= self.expires_at
    }
}

/// Something nobody guesses; nothing when this machine gives no randomness.
pub(super) fn by_lot() -> Option<String> {
    let mut bytes = [0; 32];
    SystemRandom::new().fill(&mut bytes).ok()?;
    Some(URL_SAFE_NO_PAD.encode(bytes))
}

/// Where a sign-in is kept.
#[derive(Debug)]
pub struct Place(Option<Folder>);

impl Place {
    /// In this folder, which is made when it is not there. Whether anything can be kept there is tried at once: before somebody goes
    /// through signing in, not after.
    ///
    /// # Errors
    /// [`DraftsError`]: the folder is not one's own, or the disk refuses.
    pub fn folder(path: &Path) -> Result<Self, DraftsError> {
        let folder = Folder::open(path)?;
        const TRIAL: &str = "sign-in.trial";
        folder.write(TRIAL, b"x")?;
        folder.remove(TRIAL)?;
        Ok(Self(Some(folder)))
    }

    /// In this folder if something is kept there.
    ///
    /// # Errors
    /// As [`Place::folder`].
    pub fn existing(path: &Path) -> Result<Option<(Self, Kept)>, DraftsError> {
        if !path.is_dir() {
            return Ok(None);
        }
        let place = Self(Some(Folder::open(path)?));
        Ok(place.read()?.map(|kept| (place, kept)))
    }

    /// In memory alone.
    pub fn nowhere() -> Self {
        Self(None)
    }

    /// What is kept there; nothing when that is nothing, or cannot be read.
    pub(super) fn read(&self) -> Result<Option<Kept>, DraftsError> {
        let bytes = self.0.as_ref().map(|folder| folder.read(FILE)).transpose()?.flatten();
        Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
    }

    /// Is it on disk?
    pub(super) fn is_on_disk(&self) -> bool {
        self.0.is_some()
    }

    /// Keeps this.
    ///
    /// # Errors
    /// As [`Place::folder`].
    pub fn keep(&self, kept: &Kept) -> Result<(), DraftsError> {
        match (&self.0, serde_json::to_vec(kept)) {
            (Some(folder), Ok(bytes)) => folder.write(FILE, &bytes),
            _ => Ok(()),
        }
    }

    /// Keeps a sign-in that begins now, in the place of whatever was there; no other program renews meanwhile.
    ///
    /// # Errors
    /// As [`Place::folder`].
    pub fn begin(&self, kept: &Kept) -> Result<(), DraftsError> {
        let lock = self.lock()?;
        let done = self.keep(kept);
        drop(lock);
        done
    }

    /// Takes away what is kept there.
    ///
    /// # Errors
    /// As [`Place::folder`].
    pub fn forget(&self) -> Result<(), DraftsError> {
        self.0.as_ref().map_or(Ok(()), |folder| folder.remove(FILE))
    }

    /// Waits until no other program of this user renews tokens here; then nobody else does until the lock is dropped.
    pub(super) fn lock(&self) -> Result<Option<rustix::fd::OwnedFd>, DraftsError> {
        self.0.as_ref().map(|folder| folder.open_locked(LOCK, FlockOperation::LockExclusive)).transpose()
    }
}
