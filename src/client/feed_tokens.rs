//! One function per route about tokens of calendar feeds.

use super::{
    failure::Failure,
    requests::{Write, WriteMethod},
    session::Session,
};
use crate::{
    api::{
        feed::{MadeFeedToken, NewFeedToken},
        page::Page,
        path,
    },
    domain::{
        feed_token::FeedToken,
        ids::{FeedTokenId, IdempotencyKey},
    },
};

impl Write {
    /// The end of a feed token. Answer: [`FeedToken`].
    pub fn revoke_feed_token(key: IdempotencyKey, id: FeedTokenId) -> Self {
        let path = path::FEED_TOKEN.replace("{id}", &id.to_string());
        Self { body: None, ..Self::new(key, WriteMethod::Delete, path, None, &()) }
    }
}

impl Session {
    /// Makes a feed token. The answer holds a secret: nothing of it is kept here.
    ///
    /// # Errors
    /// See [`Session::write`].
    pub async fn make_feed_token(&self, key: IdempotencyKey, new: &NewFeedToken) -> Result<MadeFeedToken, Failure> {
        self.write(&Write::new(key, WriteMethod::Post, path::FEED_TOKENS.into(), None, new)).await
    }

    /// The feed tokens of the own account.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn feed_tokens(&self) -> Result<Page<FeedToken>, Failure> {
        self.get(path::FEED_TOKENS).await
    }
}
