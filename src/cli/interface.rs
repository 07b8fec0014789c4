//! Joins a session and the terminal interface.

use crate::{api::problem::exit, client::Session};

use super::{
    call::{Call, Done},
    config::Config,
};

/// `loket` without a command: the interface on the configured server.
pub(super) fn configured(call: &mut Call) -> Done {
    let session = call.session()?;
    call.say("notice-no-real-data", &[]);
    Ok(interface(session, &call.config))
}

/// Runs the interface until its user leaves; gives the exit code.
pub fn interface(_session: Session, _config: &Config) -> u8 {
    exit::DONE
}
