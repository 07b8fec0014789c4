//! Randomness of the server: ids, secrets, salts. The only place that asks the system for it.

use chrono::{DateTime, Utc};
use ring::rand::{SecureRandom, SystemRandom};
use uuid::Uuid;

/// `N` random bytes. Without randomness nothing here can be trusted, so an error is the system's and ends the request.
pub fn bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    SystemRandom::new().fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// A new UUIDv7 that carries this time.
pub fn id(now: DateTime<Utc>) -> Result<Uuid, NoRandomness> {
    let milliseconds = u64::try_from(now.timestamp_millis()).unwrap_or_default();
    Ok(uuid::Builder::from_unix_timestamp_millis(milliseconds, &bytes::<10>()?).into_uuid())
}

/// The system gave no random bytes.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the system gave no random bytes")]
pub struct NoRandomness;
