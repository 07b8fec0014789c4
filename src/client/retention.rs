//! Requests about destroying closed cases, and about which data there are on a case.

use super::{
    failure::Failure,
    requests::{Write, WriteMethod},
    session::Session,
};
use crate::{
    api::{
        confirmation::{Confirm, Decline},
        path,
        retention::{DestructionDetail, DestructionList, Destructions, HoldingSearch, Holdings, NewDestruction},
    },
    domain::ids::{DestructionId, IdempotencyKey},
};

impl Write {
    /// A destruction is proposed. Answer, as of every write about one: [`DestructionDetail`].
    pub fn propose_destruction(key: IdempotencyKey, new: &NewDestruction) -> Self {
        Self::new(key, WriteMethod::Post, path::DESTRUCTIONS.into(), None, new)
    }

    /// Another's is approved: exactly what has this hash.
    pub fn approve_destruction(key: IdempotencyKey, id: DestructionId, hash: &str) -> Self {
        Self::new(key, WriteMethod::Post, of(path::DESTRUCTION_CONFIRM, id), None, &Confirm { hash: hash.into() })
    }

    /// Another's is rejected.
    pub fn reject_destruction(key: IdempotencyKey, id: DestructionId, why: &Decline) -> Self {
        Self::new(key, WriteMethod::Post, of(path::DESTRUCTION_REJECT, id), None, why)
    }

    /// One's own is withdrawn.
    pub fn withdraw_destruction(key: IdempotencyKey, id: DestructionId, why: &Decline) -> Self {
        Self::new(key, WriteMethod::Post, of(path::DESTRUCTION_WITHDRAW, id), None, why)
    }
}

fn of(path: &str, id: DestructionId) -> String {
    path.replace("{id}", &id.to_string())
}

impl Session {
    /// Closed cases that may be destroyed.
    ///
    /// # Errors
    /// As every request here: see [`Failure`].
    pub async fn destruction_list(&self) -> Result<DestructionList, Failure> {
        self.get(path::DESTRUCTION_LIST).await
    }

    /// Destructions, newest first.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn destructions(&self) -> Result<Destructions, Failure> {
        self.get(path::DESTRUCTIONS).await
    }

    /// A destruction. The server logs that it was read.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn destruction(&self, id: DestructionId) -> Result<DestructionDetail, Failure> {
        self.get(&of(path::DESTRUCTION, id)).await
    }

    /// Which data there are on what a reference names. The server logs that it was asked.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn holdings(&self, search: &HoldingSearch) -> Result<Holdings, Failure> {
        self.search(path::HOLDINGS_SEARCH, search).await
    }
}
