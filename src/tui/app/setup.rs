//! Setting loket up: the steps, and what was answered in each. Every step can be skipped, and no key loses what was answered:
//! Esc only goes to the last step, where everything is shown and saved or not.

use std::fmt;

use super::{address, field::Field, key::Key};
use crate::locale::Language;

/// The steps in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Which language: first, so that the rest can be read.
    Language,
    /// The demonstration, or a server.
    Server,
    /// As whom.
    SignIn,
    /// Which keys.
    Keymap,
    /// Does copying arrive?
    Clipboard,
    /// Which keys arrive?
    Keys,
    /// Everything once more; save or not.
    Finish,
}

impl Step {
    /// Every step.
    pub const ALL: &'static [Self] =
        &[Self::Language, Self::Server, Self::SignIn, Self::Keymap, Self::Clipboard, Self::Keys, Self::Finish];

    /// Its texts are `setup-NAME`, `setup-NAME-title` and `setup-NAME-text`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Server => "server",
            Self::SignIn => "sign-in",
            Self::Keymap => "keymap",
            Self::Clipboard => "clipboard",
            Self::Keys => "keys",
            Self::Finish => "finish",
        }
    }

    /// From 0.
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).unwrap_or(0)
    }
}

/// What is known before the first answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Is there no server yet, so nothing to go back to?
    pub first: bool,
    /// Was the rest answered before, so that only the server is left to ask?
    pub answered: bool,
    /// The file that is written, as it is shown.
    pub file: String,
    /// The server that is set.
    pub server: Option<String>,
    /// Where a token comes from already, as it is shown.
    pub token: Option<String>,
}

/// A text that is printed nowhere.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// What is to be saved; nothing for what was not answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// Language.
    pub language: Option<Language>,
    /// Name of the keymap.
    pub keymap: Option<String>,
    /// Name of the theme.
    pub theme: Option<String>,
    /// Address of the server.
    pub server: Option<String>,
    /// Token for it.
    pub token: Option<Secret>,
}

/// How an attempt at the server went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Attempt {
    /// Not made.
    #[default]
    None,
    /// Under way, with its number: an answer to an older one is passed over.
    Running(u64),
    /// Well: what was found.
    Good(Found),
    /// Not made: this whole address may have been meant. Enter takes it.
    Meant(String),
    /// Not.
    Failed {
        /// Why, in words.
        words: String,
        /// What to do.
        advice: String,
    },
}

/// What a server said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The version of its API.
    pub version: String,
    /// Name and role of the account, when a token was tried.
    pub account: Option<(String, String)>,
}

/// How far the test of copying is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Copying {
    /// Not begun.
    #[default]
    Untested,
    /// Sent to the terminal; whether it arrived, only a paste shows.
    Sent,
    /// It arrived.
    Works,
    /// It did not.
    Fails,
}

/// The screen.
#[derive(Debug, Clone)]
pub struct Setup {
    /// Where we are.
    pub step: Step,
    /// Where Esc on the last step goes.
    pub from: Step,
    /// The furthest step that was seen.
    pub seen: usize,
    /// The line under the cursor, in a step with lines.
    pub cursor: usize,
    /// Language, once picked.
    pub language: Option<Language>,
    /// Is the demonstration wanted?
    pub demo: bool,
    /// The address.
    pub server: Field,
    /// How it answered.
    pub reached: Attempt,
    /// The token. Shown as dots.
    pub token: SecretField,
    /// Who we are with it.
    pub signed_in: Attempt,
    /// Keymap, once picked.
    pub keymap: Option<String>,
    /// Copying.
    pub copying: Copying,
    /// Keys that came, each once, the last one last.
    pub keys: Vec<Key>,
    /// Does Esc leave the test: was nothing pressed in it yet, or Esc just before?
    pub esc: bool,
    /// Is it being saved, or why was it not?
    pub saving: Saving,
    /// Counts attempts.
    pub attempts: u64,
}

/// How saving stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Saving {
    /// Not asked for.
    #[default]
    No,
    /// Under way; what comes after.
    Running(After),
    /// The disk refuses: in words.
    Failed(String),
}

/// What comes after saving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// The interface, or the demonstration.
    Begin,
    /// The shell.
    Stop,
    /// What was open before.
    Close,
}

/// A field whose text is printed nowhere.
#[derive(Clone, Default)]
pub struct SecretField(pub Field);

impl fmt::Debug for SecretField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretField")
    }
}

/// The lines of the last step.
pub fn endings(first: bool) -> &'static [Option<After>] {
    if first { &[Some(After::Begin), Some(After::Stop), None] } else { &[Some(After::Close), None] }
}

impl Setup {
    /// At the first step.
    pub fn new(known: &Known, cursor: usize) -> Self {
        Self {
            step: Step::Language,
            from: Step::Language,
            seen: 0,
            cursor,
            language: None,
            demo: false,
            server: Field::line(known.server.as_deref().unwrap_or_default()),
            reached: Attempt::None,
            token: SecretField(Field::line("")),
            signed_in: Attempt::None,
            keymap: None,
            copying: Copying::Untested,
            keys: vec![],
            esc: false,
            saving: Saving::No,
            attempts: 0,
        }
    }

    /// What is to be saved.
    pub fn answers(&self, known: &Known) -> Answers {
        let typed = |field: &Field| Some(field.text().trim().to_owned()).filter(|text| !text.is_empty());
        let server = typed(&self.server).filter(|_| !self.demo).map(|server| address::meant(&server).unwrap_or(server));
        Answers {
            language: self.language,
            keymap: self.keymap.clone(),
            theme: None,
            token: typed(&self.token.0).filter(|_| server.is_some()).map(Secret),
            server: server.filter(|server| Some(server) != known.server.as_ref()),
        }
    }

    /// The field that is typed into here.
    pub fn field(&mut self) -> Option<&mut Field> {
        match self.step {
            Step::Server if self.cursor == 1 => Some(&mut self.server),
            Step::SignIn if !self.demo => Some(&mut self.token.0),
            _ => None,
        }
    }

    /// The attempt that belongs to this step.
    pub fn attempt(&mut self) -> Option<&mut Attempt> {
        match self.step {
            Step::Server => Some(&mut self.reached),
            Step::SignIn => Some(&mut self.signed_in),
            _ => None,
        }
    }
}
