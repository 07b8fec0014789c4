//! How `loket serve` sends messages, from the settings `mail_…`. With a mistake in them nothing is served: mail that goes nowhere is seen too late.

use secrecy::SecretString;

use super::{
    call::{Call, Stop},
    values::secret_file,
};
use crate::{
    api::problem::exit,
    server::mail::{Mail, MailSettings},
};

/// Nothing: no mail server is set.
pub(super) fn read(call: &Call) -> Result<Option<Mail>, Stop> {
    let config = &call.config;
    let Some(server) = config.mail_server.value.clone() else { return Ok(None) };
    let wrong = |key| Stop::Said(key, vec![], exit::CONFIGURATION);
    let password = match &config.mail_password_file.value {
        Some(file) => Some(SecretString::from(secret_file(file)?.trim_end_matches(['\r', '\n']).to_owned())),
        None => None,
    };
    let settings = MailSettings {
        server,
        port: u16::try_from(config.mail_port.value).ok().filter(|port| *port > 0),
        tls: config.mail_tls.value,
        user: config.mail_user.value.clone(),
        password,
        from: config.mail_from.value.clone().ok_or_else(|| wrong("mail-fault-from"))?,
        reply_to: config.mail_reply_to.value.clone(),
        domain: config.mail_domain.value.clone(),
    };
    Mail::new(settings).map(Some).map_err(|fault| wrong(fault.key()))
}
