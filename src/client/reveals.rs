//! Reveals of what is shielded in a case. The server writes each down first.

use super::{
    failure::Failure,
    requests::{Write, WriteMethod},
    session::Session,
};
use crate::{
    api::path,
    domain::{
        ids::{IdempotencyKey, SignalNumber},
        signal::shield::Reveal,
    },
};

impl Session {
    /// What is shielded in a signal, by id or number.
    ///
    /// # Errors
    /// See [`Session::write`].
    pub async fn reveal(&self, key: IdempotencyKey, signal: &str) -> Result<Reveal, Failure> {
        self.write(&asked(key, path::SIGNAL_REVEALS.replace("{id}", signal))).await
    }

    /// What is shielded in what one sees of a case from outside.
    ///
    /// # Errors
    /// See [`Session::write`].
    pub async fn reveal_case(&self, key: IdempotencyKey, number: SignalNumber) -> Result<Reveal, Failure> {
        self.write(&asked(key, path::CASE_REVEALS.replace("{number}", &number.to_string()))).await
    }
}

fn asked(key: IdempotencyKey, path: String) -> Write {
    Write { body: None, ..Write::new(key, WriteMethod::Post, path, None, &()) }
}
