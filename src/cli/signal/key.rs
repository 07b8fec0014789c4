//! The idempotency key of a command that changes something: the same command with the same key counts once.
//!
//! The command line keeps nothing: when the outcome is not known it prints the key, and the caller gives it back.

use std::future::Future;

use clap::Args;
use uuid::Uuid;

use crate::{
    cli::call::{Call, Stop},
    client::Failure,
    domain::ids::IdempotencyKey,
};

#[derive(Args)]
pub(in crate::cli) struct Key {
    #[arg(long, value_name = "UUID")]
    key: Option<Uuid>,
}

impl Key {
    /// The key that was given, otherwise a new one.
    pub(in crate::cli) fn of(&self, call: &Call) -> IdempotencyKey {
        self.key.map_or_else(|| call.key(), IdempotencyKey)
    }
}

/// Waits for a request that changes something; one without a clear answer stops with its key.
pub(in crate::cli) async fn sent<T>(key: IdempotencyKey, request: impl Future<Output = Result<T, Failure>>) -> Result<T, Stop> {
    request.await.map_err(|failure| match failure.leaves_unknown() {
        true => Stop::NotConfirmed(failure, key),
        false => Stop::Failure(failure),
    })
}
