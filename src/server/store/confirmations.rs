//! Rows of proposals that wait for a second person.

use super::{
    Link, StoreError,
    query::{all, maybe, run},
};
use crate::domain::confirmation::{Confirmation, ConfirmationState};

/// Puts a new one in.
pub async fn insert(link: &mut Link, confirmation: &Confirmation) -> Result<(), StoreError> {
    run!(
        link,
        "INSERT INTO confirmations (id, version, entity, subject, state, document) VALUES ($1, $2, $3, $4, $5, $6)",
        confirmation.id.to_string(),
        confirmation.version,
        confirmation.entity.code(),
        confirmation.subject.hyphenated().to_string(),
        confirmation.state.code(),
        serde_json::to_string(confirmation)?
    )?;
    Ok(())
}

/// Settles one that is still proposed.
pub async fn settle(link: &mut Link, confirmation: &Confirmation) -> Result<(), StoreError> {
    let touched = run!(
        link,
        "UPDATE confirmations SET version = $2, state = $3, document = $4 WHERE id = $1 AND state = $5",
        confirmation.id.to_string(),
        confirmation.version,
        confirmation.state.code(),
        serde_json::to_string(confirmation)?,
        ConfirmationState::Proposed.code()
    )?;
    if touched == 1 { Ok(()) } else { Err(StoreError::Fault("a proposal was settled twice".into())) }
}

/// Those about a subject that a second person confirmed.
pub async fn confirmed(link: &mut Link, subject: &str) -> Result<Vec<Confirmation>, StoreError> {
    let of = "SELECT document FROM confirmations WHERE subject = $1 AND state = $2";
    let rows = all!(link, (String,), of, subject, ConfirmationState::Confirmed.code())?;
    rows.iter().map(|(document,)| Ok(serde_json::from_str(document)?)).collect()
}

/// One.
pub async fn get(link: &mut Link, id: &str) -> Result<Option<Confirmation>, StoreError> {
    let found = maybe!(link, (String,), "SELECT document FROM confirmations WHERE id = $1", id)?;
    found.map(|(document,)| Ok(serde_json::from_str(&document)?)).transpose()
}
