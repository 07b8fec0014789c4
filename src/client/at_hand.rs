//! The register at hand: fetching it, keeping it as the server allows, and telling what was looked up while it was away.

use chrono::{DateTime, Utc};
use reqwest::{Method, header::ACCEPT};

use super::{
    failure::Failure,
    outbox::{Drafts, Pending, Pinned},
    requests::{Write, WriteMethod},
    session::Session,
};
use crate::{
    api::{path, session::Me},
    domain::{
        at_hand::LookedUp,
        ids::{AccountId, IdempotencyKey},
    },
};

impl Write {
    /// A look-up while the server was away. Answer: nothing.
    pub fn looked_up(key: IdempotencyKey, look_up: &LookedUp) -> Self {
        Self::new(key, WriteMethod::Post, path::OFFICERS_LOOKED_UP.into(), None, look_up)
    }

    /// Is it a look-up, which nobody pressed save for?
    pub fn is_look_up(&self) -> bool {
        self.path == path::OFFICERS_LOOKED_UP
    }
}

impl Session {
    /// What of the register may be taken along, as the server signed it.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn at_hand(&self) -> Result<Vec<u8>, Failure> {
        let request = self.request(Method::GET, path::OFFICERS_AT_HAND)?.header(ACCEPT, "application/x-ndjson");
        // All of it may be much for a slow line.
        let response = self.send(request.timeout(self.patience().total * 8), false).await?;
        Ok(response.bytes().await.map_err(|error| self.failure(&error, false))?.into())
    }

    /// Keeps of the register what the server allows, fetched when it is old, or `anew`; what it forbids is thrown away.
    ///
    /// # Errors
    /// See [`Failure`]; what was kept stays then.
    pub async fn keep_at_hand(&self, drafts: &Drafts, me: &Me, now: DateTime<Utc>, anew: bool) -> Result<(), Failure> {
        let account = me.account;
        let offered = me.at_hand.as_ref().map(|offer| drafts.pin(offer));
        let log = |what: &str| tracing::warn!(what, "the register at hand");
        match offered {
            None => drafts.drop_at_hand(account).unwrap_or_else(|error| log(&error.to_string())),
            Some(Ok(Pinned::Other)) => {
                log("the server signs with another key than the one that was pinned");
                drafts.drop_at_hand(account).unwrap_or_else(|error| log(&error.to_string()));
            }
            Some(Err(error)) => log(&error.to_string()),
            Some(Ok(Pinned::Same)) if !anew && !drafts.is_to_ask(account, now, true) => return Ok(()),
            Some(Ok(Pinned::Same)) => {
                let lines = self.at_hand().await?;
                let kept = drafts.clone();
                let done = tokio::task::spawn_blocking(move || kept.take_along(account, &lines, now)).await;
                if !matches!(done, Ok(Ok(()))) {
                    log("what the server gave is not kept");
                }
            }
        }
        drafts.asked(account, now, true).unwrap_or_else(|error| log(&error.to_string()));
        Ok(())
    }
}

impl Drafts {
    /// Keeps a look-up until the server can be told, in the order in which they were done.
    pub fn note_look_up(&self, server: &str, account: AccountId, key: IdempotencyKey, look_up: &LookedUp) {
        let pending = Pending {
            write: Write::looked_up(key, look_up),
            server: server.trim().trim_end_matches('/').to_owned(),
            account: Some(account),
            token: None,
            made_at: look_up.at,
            slot: String::new(),
            draft: None,
            refused: false,
        };
        if let Err(error) = self.keep(&pending) {
            tracing::warn!(%error, "a look-up without connection could not be kept");
        }
    }
}
