//! Rows of messages. Whoever changes one holds its case; a lease is taken without it, and changes nothing but the lease.

use super::{
    Link, StoreError,
    query::{all, maybe, run},
};
use crate::domain::{
    Instant,
    ids::SignalNumber,
    message::{Message, MessageState},
};

fn try_at(message: &Message) -> i64 {
    let at = message.try_at.filter(|_| message.state == MessageState::Outgoing);
    at.map_or(0, |at| at.timestamp_micros())
}

/// Puts a new one in.
pub async fn insert(link: &mut Link, message: &Message) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO messages (id, version, signal, message_id, try_at, leased_until, document) VALUES ($1, $2, $3, $4, $5, 0, $6)",
        message.id.to_string(),
        message.version,
        message.signal.to_string(),
        &message.message_id,
        try_at(message),
        serde_json::to_string(message)?
    )?;
    Ok(())
}

/// Writes a changed one over its row; nobody sends it any more.
pub async fn update(link: &mut Link, message: &Message) -> Result<(), StoreError> {
    let touched = run!(
        link,
        "UPDATE messages SET version = $2, try_at = $3, leased_until = 0, document = $4 WHERE id = $1",
        message.id.to_string(),
        message.version,
        try_at(message),
        serde_json::to_string(message)?
    )?;
    if touched == 1 { Ok(()) } else { Err(StoreError::Fault("a message vanished while it was changed".into())) }
}

/// One.
pub async fn get(link: &mut Link, id: &str) -> Result<Option<Message>, StoreError> {
    read(maybe!(link, (String,), "SELECT document FROM messages WHERE id = $1", id)?)
}

/// One, locked until the end of the transaction, and until when somebody is sending it, in microseconds.
pub async fn lock(link: &mut Link, id: &str) -> Result<Option<(Message, i64)>, StoreError> {
    let sql = "UPDATE messages SET version = version WHERE id = $1 RETURNING document, leased_until";
    let found = maybe!(link, (String, i64), sql, id)?;
    found.map(|(document, until)| Ok((serde_json::from_str(&document)?, until))).transpose()
}

/// Every one of a case, newest first.
pub async fn of_signal(link: &mut Link, signal: &str) -> Result<Vec<Message>, StoreError> {
    let rows = all!(link, (String,), "SELECT document FROM messages WHERE signal = $1 ORDER BY id DESC", signal)?;
    rows.into_iter().map(|(document,)| Ok(serde_json::from_str(&document)?)).collect()
}

/// Is one to be sent at this moment that nobody is sending? No lock is taken for this.
pub async fn is_due(link: &mut Link, now: Instant) -> Result<bool, StoreError> {
    let sql = "SELECT id FROM messages WHERE try_at > 0 AND try_at <= $1 AND leased_until <= $1 LIMIT 1";
    Ok(maybe!(link, (String,), sql, now.timestamp_micros())?.is_some())
}

/// Takes the one that was to be sent first, until a moment; nothing: there is none, or another took it.
pub async fn lease(link: &mut Link, now: Instant, until: Instant) -> Result<Option<Message>, StoreError> {
    let sql = "UPDATE messages SET leased_until = $2 WHERE id = (SELECT id FROM messages WHERE try_at > 0 AND try_at <= $1 \
         AND leased_until <= $1 ORDER BY try_at, id LIMIT 1) AND try_at > 0 AND try_at <= $1 AND leased_until <= $1 RETURNING document";
    read(maybe!(link, (String,), sql, now.timestamp_micros(), until.timestamp_micros())?)
}

/// The case of a message that went, or may have gone, by its Message-ID.
pub async fn case_of(link: &mut Link, message_id: &str) -> Result<Option<SignalNumber>, StoreError> {
    let found = read(maybe!(link, (String,), "SELECT document FROM messages WHERE message_id = $1", message_id)?)?;
    Ok(found.filter(|message| message.released_by.is_some()).map(|message| message.signal_number))
}

fn read(found: Option<(String,)>) -> Result<Option<Message>, StoreError> {
    found.map(|(document,)| Ok(serde_json::from_str(&document)?)).transpose()
}
