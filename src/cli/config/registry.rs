//! The table of settings: every setting exists once. From it come reading and its faults, `loket config`, the commented
//! default file, the schema, the manual page and `docs/configuration.md`.
//!
//! A new setting is one entry here, the texts `setting-NAME`, and a use; a setting without effect does not belong here.

use std::path::{Path, PathBuf};

use super::{
    Config,
    setting::{Entry, Given, Kind, Origin, Setting},
};
use crate::{
    locale::Language,
    server::mail::MailTls,
    tui::{
        app::settings::{Borders, ReadOnly, Settings},
        shell::{
            clipboard::{End, Wish},
            mouse,
        },
    },
};

/// The version of loket that first had the settings.
const FIRST: &str = "0.1.0";

macro_rules! settings {
    ($($(#[doc = $doc:literal])+ $name:ident: $kind:ty = $default:expr, $variable:literal, $since:expr $(, $example:literal)?;)+) => {
        /// The values of all settings, each with its origin.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Values {
            $($(#[doc = $doc])+ pub $name: Setting<$kind>,)+
        }

        /// Every setting, in the order of the default file.
        pub const ENTRIES: &[Entry] = &[$(Entry {
            name: stringify!($name),
            shape: <$kind as Kind>::SHAPE,
            default: || Kind::written(&{ let default: $kind = $default; default }),
            example: settings!(@example $($example)?),
            variable: $variable,
            since: $since,
        }),+];

        impl Values {
            pub(super) fn unset() -> Self {
                Self { $($name: Setting::default_of($default)),+ }
            }

            /// Sets one by its name; says whether the value was of the right shape. Nothing: there is no such setting.
            pub(super) fn set(&mut self, name: &str, given: &Given<'_>, origin: Origin) -> Option<bool> {
                match name {
                    $(stringify!($name) => {
                        let value = <$kind as Kind>::read(given);
                        let good = value.is_some();
                        if let Some(value) = value {
                            self.$name = Setting { value, origin };
                        }
                        Some(good)
                    })+
                    _ => None,
                }
            }

            /// The value of one by its name, as TOML, and its origin.
            pub fn shown(&self, name: &str) -> Option<(Option<String>, &Origin)> {
                match name {
                    $(stringify!($name) => Some((self.$name.value.written(), &self.$name.origin)),)+
                    _ => None,
                }
            }
        }
    };
    (@example) => { None };
    (@example $example:literal) => { Some($example) };
}

settings! {
    /// The server: `https://loket.voorbeeld.nl`.
    server: Option<String> = None, "LOKET_SERVER", FIRST, "\"https://loket.voorbeeld.nl\"";
    /// The file with the token; readable by its owner only.
    token_file: Option<PathBuf> = None, "LOKET_TOKEN_FILE", FIRST, "\"~/.local/state/loket/token\"";
    /// Is a sign-in kept on disk, or in memory alone?
    keep_sign_in: bool = true, "LOKET_KEEP_SIGN_IN", FIRST;
    /// The language of every text.
    language: Language = Language::Dutch, "LOKET_LANGUAGE", FIRST;
    /// Name of the theme; nothing: the interface's own choice.
    theme: Option<String> = None, "LOKET_THEME", FIRST, "\"terminal\"";
    /// Name of the keymap; nothing: the interface's own choice.
    keymap: Option<String> = None, "LOKET_KEYMAP", FIRST, "\"standaard\"";
    /// What lines and marks are drawn with.
    borders: Borders = Borders::Auto, "LOKET_BORDERS", FIRST;
    /// Milliseconds until the keys that may follow are shown; 0: never.
    hints_delay_ms: u32 = Settings::default().hints_delay_ms, "LOKET_HINTS_DELAY_MS", FIRST;
    /// Minutes without a key after which the screen is covered; 0: never.
    lock_after_minutes: u32 = Settings::default().lock_after_minutes, "LOKET_LOCK_AFTER_MINUTES", FIRST;
    /// Does copied text go to the clipboard of the terminal?
    clipboard: Wish = Wish::Auto, "LOKET_CLIPBOARD", FIRST;
    /// How a request to the clipboard ends.
    clipboard_end: End = End::Bell, "LOKET_CLIPBOARD_END", FIRST;
    /// Does the cursor go on to the next signal once one is claimed, released or closed from the list?
    auto_advance: bool = Settings::default().auto_advance, "LOKET_AUTO_ADVANCE", FIRST;
    /// Does loket begin where it was left?
    resume: bool = Settings::default().resume, "LOKET_RESUME", FIRST;
    /// Are drafts, and what waits to be sent, kept on disk?
    keep_drafts: bool = Settings::default().keep_drafts, "LOKET_KEEP_DRAFTS", FIRST;
    /// Is nothing to be changed?
    read_only: bool = false, "LOKET_READ_ONLY", FIRST;
    /// Are lines read instead of a screen looked at?
    plain: bool = false, "LOKET_PLAIN", FIRST;
    /// Whether the mouse is listened to.
    mouse: mouse::Wish = mouse::Wish::Auto, "LOKET_MOUSE", FIRST;
    /// May the bell ring?
    bell: bool = true, "LOKET_BELL", FIRST;
    /// May the desktop be asked for a notification?
    notify: bool = false, "LOKET_NOTIFY", FIRST;
    /// The folder that exported files go into; nothing: the user's own.
    exports_folder: Option<PathBuf> = None, "LOKET_EXPORTS_FOLDER", FIRST, "\"~/loket\"";
    /// The address that invitations to meetings come from; `loket serve` reads it.
    documents_sender: Option<String> = None, "LOKET_DOCUMENTS_SENDER", FIRST, "\"let@loket.voorbeeld.nl\"";
    /// The folder with a template for the papers of each organisation; `loket serve` reads it.
    documents_templates: Option<PathBuf> = None, "LOKET_DOCUMENTS_TEMPLATES", FIRST, "\"/etc/loket/documents\"";
    /// The mail server that messages about cases go to; `loket serve` reads it. Nothing: none are sent.
    mail_server: Option<String> = None, "LOKET_MAIL_SERVER", FIRST, "\"mail.voorbeeld.nl\"";
    /// Its port; 0: the usual one for how it is protected.
    mail_port: u32 = 0, "LOKET_MAIL_PORT", FIRST;
    /// How the connection to it is protected; none is for this machine alone.
    mail_tls: MailTls = MailTls::StartTls, "LOKET_MAIL_TLS", FIRST;
    /// Who signs in there.
    mail_user: Option<String> = None, "LOKET_MAIL_USER", FIRST, "\"loket\"";
    /// The file with the password for that; readable by its owner only.
    mail_password_file: Option<PathBuf> = None, "LOKET_MAIL_PASSWORD_FILE", FIRST, "\"/etc/loket/mail-password\"";
    /// From whom messages come.
    mail_from: Option<String> = None, "LOKET_MAIL_FROM", FIRST, "\"Loket <loket@voorbeeld.nl>\"";
    /// Where answers go; nothing: to from whom they come.
    mail_reply_to: Option<String> = None, "LOKET_MAIL_REPLY_TO", FIRST, "\"loket@voorbeeld.nl\"";
    /// What the Message-ID of a message ends in; nothing: the domain of the sender.
    mail_domain: Option<String> = None, "LOKET_MAIL_DOMAIN", FIRST, "\"loket.voorbeeld.nl\"";
    /// Do people sign in at the server itself, with a password? `loket serve` reads it.
    local_accounts: bool = false, "LOKET_LOCAL_ACCOUNTS", FIRST;
    /// Requests a minute of one account, 0: as many as come; `loket serve` reads it.
    requests_per_person: u32 = 6_000, "LOKET_REQUESTS_PER_PERSON", FIRST;
    /// The same from one address, of what needs no token or comes with a bad one.
    requests_per_address: u32 = 600, "LOKET_REQUESTS_PER_ADDRESS", FIRST;
}

/// The setting with this name.
pub fn entry(name: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.name == name)
}

impl Config {
    /// What the interface needs of it, as plain values; files that are exported go into this folder where no other is set.
    pub fn settings(&self, home: &Path, templates: Option<&Path>) -> Settings {
        Settings {
            lock_after_minutes: self.lock_after_minutes.value,
            exports_folder: Some(self.exports_folder.value.as_deref().unwrap_or(home).display().to_string()),
            templates_folder: templates.map(|folder| folder.display().to_string()),
            read_only: self.read_only.value,
            read_only_set: match (self.read_only.value, &self.read_only.origin) {
                (false, _) => ReadOnly::Off,
                (true, Origin::Flag(_)) => ReadOnly::Locked,
                (true, _) => ReadOnly::On,
            },
            hints_delay_ms: self.hints_delay_ms.value,
            auto_advance: self.auto_advance.value,
            resume: self.resume.value,
            keep_drafts: self.keep_drafts.value,
        }
    }
}
