//! Requests about messages that go out about a case.

use super::{
    failure::Failure,
    requests::{Write, WriteMethod, segment},
    session::Session,
};
use crate::{
    api::{
        message::{MessageDetail, MessagePatch, Messages, NewMessage, SendMessage},
        path,
    },
    domain::ids::{IdempotencyKey, MessageId},
};

impl Write {
    /// A draft about a case, by id or number. Answer, as of every write about a message: [`MessageDetail`].
    pub fn write_message(key: IdempotencyKey, signal: &str, new: &NewMessage) -> Self {
        Self::new(key, WriteMethod::Post, path::SIGNAL_MESSAGES.replace("{id}", &segment(signal)), None, new)
    }

    /// What is written otherwise in a draft as it was at `version`.
    pub fn patch_message(key: IdempotencyKey, id: MessageId, version: i64, patch: &MessagePatch) -> Self {
        Self::new(key, WriteMethod::Patch, of(path::MESSAGE, id), Some(version), patch)
    }

    /// A draft is thrown away as it was at `version`.
    pub fn discard_message(key: IdempotencyKey, id: MessageId, version: i64) -> Self {
        Self { body: None, ..Self::new(key, WriteMethod::Delete, of(path::MESSAGE, id), Some(version), &()) }
    }

    /// A message is let go as it was at `version`.
    pub fn send_message(key: IdempotencyKey, id: MessageId, version: i64, looked: bool) -> Self {
        Self::new(key, WriteMethod::Post, of(path::MESSAGE_SEND, id), Some(version), &SendMessage { looked })
    }

    /// A message is taken back as it was at `version`.
    pub fn take_message_back(key: IdempotencyKey, id: MessageId, version: i64) -> Self {
        Self { body: None, ..Self::new(key, WriteMethod::Post, of(path::MESSAGE_TAKE_BACK, id), Some(version), &()) }
    }
}

fn of(path: &str, id: MessageId) -> String {
    path.replace("{id}", &id.to_string())
}

impl Session {
    /// The messages of a case, by id or number. The server logs that they were read.
    ///
    /// # Errors
    /// As every request here: see [`Failure`].
    pub async fn messages(&self, signal: &str) -> Result<Messages, Failure> {
        self.get(&path::SIGNAL_MESSAGES.replace("{id}", &segment(signal))).await
    }

    /// A message. The server logs that it was read.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn message(&self, id: MessageId) -> Result<MessageDetail, Failure> {
        self.get(&of(path::MESSAGE, id)).await
    }
}
