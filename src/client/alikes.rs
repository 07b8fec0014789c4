//! Look-alikes, and merging two signals into one.

use super::{
    failure::Failure,
    requests::{Write, WriteMethod, segment},
    session::Session,
};
use crate::{
    api::{
        alike::{LookAlikeSearch, LookAlikes, NewMerge},
        path,
    },
    domain::{
        ids::{IdempotencyKey, SignalId},
        signal::Signal,
    },
};

impl Write {
    /// Merges a signal into this one as it was at `version`. Answer: [`Signal`], the one that stays.
    pub fn merge(key: IdempotencyKey, into: SignalId, version: i64, merge: &NewMerge) -> Self {
        Self::new(key, WriteMethod::Post, path::SIGNAL_MERGE.replace("{id}", &into.to_string()), Some(version), merge)
    }

    /// Takes back that this signal, as it was at `version`, went up in another. Answer: [`Signal`].
    pub fn unmerge(key: IdempotencyKey, from: SignalId, version: i64) -> Self {
        let path = path::SIGNAL_UNMERGE.replace("{id}", &from.to_string());
        Self { body: None, ..Self::new(key, WriteMethod::Post, path, Some(version), &()) }
    }
}

impl Session {
    /// Signals that may be about the same household as this one, the likeliest first. The server logs that it was asked.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn look_alikes(&self, id_or_number: &str) -> Result<LookAlikes, Failure> {
        self.get(&path::SIGNAL_LOOK_ALIKES.replace("{id}", &segment(id_or_number))).await
    }

    /// The same for a report that is still being typed. Nothing of it is kept.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn look_alikes_of(&self, search: &LookAlikeSearch) -> Result<LookAlikes, Failure> {
        self.search(path::SIGNALS_LOOK_ALIKES_SEARCH, search).await
    }

    /// See [`Write::merge`].
    ///
    /// # Errors
    /// See [`Session::write`].
    pub async fn merge(&self, key: IdempotencyKey, into: SignalId, version: i64, merge: &NewMerge) -> Result<Signal, Failure> {
        self.write(&Write::merge(key, into, version, merge)).await
    }

    /// See [`Write::unmerge`].
    ///
    /// # Errors
    /// See [`Session::write`].
    pub async fn unmerge(&self, key: IdempotencyKey, from: SignalId, version: i64) -> Result<Signal, Failure> {
        self.write(&Write::unmerge(key, from, version)).await
    }
}
