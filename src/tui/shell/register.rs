//! Asking the server about one entry of the register.

use crate::{
    api::officer::NewReport,
    client::{Failure, Session, Write},
    domain::{ids::IdempotencyKey, officer::Officer},
    tui::app::verdicts::{RegisterAnswer, RegisterCall},
};

/// Asks, and gives what the server answered.
pub async fn ask(session: &Session, key: IdempotencyKey, call: RegisterCall) -> Result<RegisterAnswer, Failure> {
    let write = match call {
        RegisterCall::History(id) => return Ok(RegisterAnswer::History(session.officer_history(id).await?.items)),
        RegisterCall::Calls(id) => return Ok(RegisterAnswer::Calls(session.officer_calls(id).await?.items)),
        RegisterCall::Read(id) => return Ok(RegisterAnswer::Officer(Box::new(session.officer(id).await?))),
        RegisterCall::Confirm { id, version } => Write::confirm_officer(key, id, version),
        RegisterCall::Report { id, version, reason } => Write::report_officer(key, id, version, &NewReport { reason }),
        RegisterCall::TakeBack { id, version } => Write::take_back_verdict(key, id, version),
        RegisterCall::Patch { id, version, patch } => Write::patch_officer(key, id, version, &patch),
    };
    let officer: Officer = session.write(&write).await?;
    Ok(RegisterAnswer::Officer(Box::new(officer)))
}
