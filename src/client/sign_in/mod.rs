//! Signing in at the provider the server names: by a code on another machine (RFC 8628) or a browser on this one (RFC 8252), or at the server itself
//! with a password; and staying signed in. Everything is learned from the server and from the provider's metadata; nothing of it is configured here.

mod browser;
mod device;
mod keeper;
mod kept;
mod local;
mod provider;
mod routes;

pub use browser::{Browsing, Landed, Landing, Pages};
pub use device::{Asked, Waited};
pub use keeper::{Keeper, SignedOut};
pub use kept::{Kept, Place};
pub use provider::Provider;

use secrecy::{ExposeSecret, SecretString};
use std::sync::Arc;

use super::failure::{Failure, Lapse};

/// What a request is sent with.
#[derive(Debug, Clone)]
pub enum Bearer {
    /// A token that stays the same.
    Token(SecretString),
    /// Whoever signed in: tokens follow one another.
    SignedIn(Arc<Keeper>),
}

impl Bearer {
    /// What stays the same as long as somebody is signed in, to know them by; never shown.
    pub fn sameness(&self) -> &str {
        match self {
            Self::Token(token) => token.expose_secret(),
            Self::SignedIn(keeper) => keeper.sameness(),
        }
    }

    /// The token to send now, and its number: another one, another number.
    pub(super) async fn token(&self, server: &str) -> Result<(SecretString, u64), Failure> {
        match self {
            Self::Token(token) => Ok((token.clone(), 0)),
            Self::SignedIn(keeper) => keeper.token(server).await,
        }
    }

    /// The last token of a sign-in the provider does not renew any more, once: so that the server can be told.
    pub(super) fn last(&self) -> Option<SecretString> {
        match self {
            Self::Token(_) => None,
            Self::SignedIn(keeper) => keeper.last(),
        }
    }

    /// The server does not take this token: is it worth asking once more, with a newer one?
    pub(super) async fn refused(&self, number: u64, lapse: Lapse) -> bool {
        match (self, lapse) {
            (Self::SignedIn(keeper), Lapse::Ended) => {
                keeper.ended(number).await;
                false
            }
            (Self::SignedIn(keeper), Lapse::Unknown) => keeper.doubt(number),
            _ => false,
        }
    }

    /// The server took this token.
    pub(super) fn taken(&self, number: u64) {
        if let Self::SignedIn(keeper) = self {
            keeper.taken(number);
        }
    }
}

impl From<SecretString> for Bearer {
    fn from(token: SecretString) -> Self {
        Self::Token(token)
    }
}

impl From<String> for Bearer {
    fn from(token: String) -> Self {
        Self::Token(token.into())
    }
}

impl From<&str> for Bearer {
    fn from(token: &str) -> Self {
        Self::Token(token.into())
    }
}
