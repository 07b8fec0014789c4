//! Sending messages by SMTP: the mail server they go to, and one message to it. When they go is `post`'s to know.
//!
//! What a mail server says is never kept or logged but for its three digits: its words name addresses.

mod post;

use std::time::{Duration, SystemTime};

use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message as Mime, Tokio1Executor,
    message::{Mailbox, header::ContentType},
    transport::smtp::{
        Error,
        authentication::Credentials,
        client::{Tls, TlsParameters},
        extension::ClientId,
    },
};
use secrecy::{ExposeSecret, SecretString};

pub use post::watch;

use super::service::Posted;
use crate::domain::{
    loopback::is_loopback,
    message::{MessageFailure, is_address},
    role::coded_enum,
};

/// How long one message may take. An instance holds it longer than that.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long the mail server may take for one answer.
const ANSWER: Duration = Duration::from_secs(20);

coded_enum!(
    /// How the connection to the mail server is protected.
    MailTls {
        /// It begins in the open and is protected before anything is said.
        StartTls = "starttls",
        /// It is protected from the first byte.
        Tls = "tls",
        /// It is not: only to this machine itself.
        None = "none",
    }
);

/// How mail is sent, as it was set.
#[derive(Debug, Clone)]
pub struct MailSettings {
    /// The mail server.
    pub server: String,
    /// Its port; nothing: the usual one for how it is protected.
    pub port: Option<u16>,
    /// How the connection is protected.
    pub tls: MailTls,
    /// Who signs in there; nothing: nobody.
    pub user: Option<String>,
    /// With what.
    pub password: Option<SecretString>,
    /// From whom mail comes: `Loket <loket@voorbeeld.nl>`, or an address alone.
    pub from: String,
    /// Where answers go; nothing: to from whom it comes.
    pub reply_to: Option<String>,
    /// What a Message-ID ends in; nothing: the domain of the sender.
    pub domain: Option<String>,
}

/// What is wrong with the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailFault {
    /// The sender is no address.
    From,
    /// Where answers go is no address.
    ReplyTo,
    /// The domain is none.
    Domain,
    /// The server is no name, or nothing protects the way to another machine.
    Unprotected,
    /// A user without a password, or a password without a user.
    SignIn,
}

impl MailFault {
    /// The key of its text.
    pub fn key(self) -> &'static str {
        match self {
            Self::From => "mail-fault-from",
            Self::ReplyTo => "mail-fault-reply-to",
            Self::Domain => "mail-fault-domain",
            Self::Unprotected => "mail-fault-unprotected",
            Self::SignIn => "mail-fault-sign-in",
        }
    }
}

/// How mail is sent, checked.
#[derive(Debug, Clone)]
pub struct Mail {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    reply_to: Option<Mailbox>,
    domain: String,
}

impl Mail {
    /// Checks the settings. The mail server is not asked.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn new(settings: MailSettings) -> Result<Self, MailFault> {
        let MailSettings { server, port, tls, user, password, from, reply_to, domain } = settings;
        let from = mailbox(&from).ok_or(MailFault::From)?;
        let reply_to = reply_to.map(|text| mailbox(&text).ok_or(MailFault::ReplyTo)).transpose()?;
        let domain = domain.unwrap_or_else(|| from.email.domain().to_owned());
        if !is_address(&format!("x@{domain}")) {
            return Err(MailFault::Domain);
        }
        let parameters = || TlsParameters::new(server.clone()).map_err(|_| MailFault::Unprotected);
        let (tls, usual) = match tls {
            MailTls::StartTls => (Tls::Required(parameters()?), 587),
            MailTls::Tls => (Tls::Wrapper(parameters()?), 465),
            MailTls::None if is_loopback(&server) => (Tls::None, 25),
            MailTls::None => return Err(MailFault::Unprotected),
        };
        let builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(server)
            .port(port.unwrap_or(usual))
            .tls(tls)
            .timeout(Some(ANSWER))
            .hello_name(ClientId::Domain(domain.clone()));
        let builder = match (user, password) {
            (Some(user), Some(password)) => builder.credentials(Credentials::new(user, password.expose_secret().to_owned())),
            (None, None) => builder,
            _ => return Err(MailFault::SignIn),
        };
        Ok(Self { transport: builder.build(), from, reply_to, domain })
    }

    /// What a Message-ID ends in.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// Sends one message. `Ok` means that the mail server took it; nothing else is said of who reads it.
    async fn send(&self, posted: &Posted, at: SystemTime) -> Result<(), (MessageFailure, Option<u16>)> {
        let mime = self.mime(posted, at).ok_or((MessageFailure::NoAddress, None))?;
        match tokio::time::timeout(PATIENCE, self.transport.send(mime)).await {
            Ok(sent) => sent.map(drop).map_err(|error| why(&error)),
            Err(_) => Err((MessageFailure::Unreachable, None)),
        }
    }

    /// The message as it leaves; nothing: it can be addressed to nobody.
    fn mime(&self, posted: &Posted, at: SystemTime) -> Option<Mime> {
        let address = posted.address.as_ref()?.parse::<Address>().ok()?;
        let facts = &posted.message.facts;
        let name = Some(posted.name.line().into_string()).filter(|name| !name.trim().is_empty());
        let mut builder = Mime::builder()
            .from(self.from.clone())
            .to(Mailbox::new(name, address))
            .subject(facts.subject.line().into_string())
            .message_id(Some(format!("<{}>", posted.message.message_id)))
            .date(at)
            .header(ContentType::TEXT_PLAIN);
        if let Some(reply_to) = &self.reply_to {
            builder = builder.reply_to(reply_to.clone());
        }
        if let Some(id) = posted.answers.as_deref().filter(|id| is_message_id(id)) {
            builder = builder.in_reply_to(format!("<{id}>")).references(format!("<{id}>"));
        }
        builder.body(facts.text.raw().replace("\r\n", "\n")).ok()
    }
}

/// `Name <address>` or an address.
fn mailbox(text: &str) -> Option<Mailbox> {
    let found = text.parse::<Mailbox>().ok()?;
    is_address(found.email.as_ref()).then_some(found)
}

/// Is it the Message-ID of a mail that came in, with nothing that could end a header?
fn is_message_id(id: &str) -> bool {
    id.len() <= 250 && id.contains('@') && id.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>'))
}

fn why(error: &Error) -> (MessageFailure, Option<u16>) {
    let code = error.status().map(u16::from);
    let why = if error.is_permanent() {
        MessageFailure::Refused
    } else if error.is_transient() {
        MessageFailure::NotNow
    } else if error.is_tls() {
        MessageFailure::Unprotected
    } else {
        MessageFailure::Unreachable
    };
    (why, code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings() -> MailSettings {
        MailSettings {
            server: "127.0.0.1".into(),
            port: None,
            tls: MailTls::None,
            user: None,
            password: None,
            from: "Loket <loket@voorbeeld.nl>".into(),
            reply_to: None,
            domain: None,
        }
    }

    #[test]
    fn nothing_goes_unprotected_to_another_machine() {
        assert_eq!(Mail::new(settings()).unwrap().domain(), "voorbeeld.nl");
        let other = MailSettings { server: "mail.voorbeeld.nl".into(), ..settings() };
        assert_eq!(Mail::new(other.clone()).unwrap_err(), MailFault::Unprotected);
        for tls in [MailTls::Tls, MailTls::StartTls] {
            assert!(Mail::new(MailSettings { tls, ..other.clone() }).is_ok(), "{tls}");
        }
    }

    #[test]
    fn wrong_settings_are_told_before_anything_is_sent() {
        for (wrong, fault) in [
            (MailSettings { from: "loket".into(), ..settings() }, MailFault::From),
            (MailSettings { from: "a@voorbeeld.nl\r\nBcc: b@voorbeeld.nl".into(), ..settings() }, MailFault::From),
            (MailSettings { reply_to: Some("x".into()), ..settings() }, MailFault::ReplyTo),
            (MailSettings { domain: Some("a b".into()), ..settings() }, MailFault::Domain),
            (MailSettings { user: Some("x".into()), ..settings() }, MailFault::SignIn),
        ] {
            assert_eq!(Mail::new(wrong).unwrap_err(), fault);
        }
    }

    #[test]
    fn an_id_from_outside_ends_no_header() {
        assert!(is_message_id("a.b@mail.voorbeeld.nl"));
        for bad in ["", "a", "a@b\r\nBcc: x", "a@b c", "<a@b>", "é@b"] {
            assert!(!is_message_id(bad), "{bad:?}");
        }
    }
}
