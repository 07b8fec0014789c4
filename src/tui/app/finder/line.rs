//! A line of help or palette: a group, a sign, a command, a signal.

use super::super::command::Command;
use crate::domain::{ids::SignalId, text::SafeText};

/// A line of a finder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FinderLine {
    /// A group.
    Heading(String),
    /// A sign with what it means: told, not picked.
    Sign(String, String),
    /// A command.
    Command {
        /// Which.
        command: Command,
        /// The name of its scope, short.
        scope: String,
        /// Its keys.
        keys: String,
        /// Its word.
        word: String,
        /// What it does.
        sentence: String,
        /// Why it cannot run now.
        unavailable: Option<String>,
    },
    /// A page about an instrument or a rule.
    Page {
        /// Its name.
        name: String,
        /// What it is about.
        title: String,
        /// That it is one, where commands stand beside it.
        scope: String,
        /// The answer in one sentence.
        answer: String,
    },
    /// A signal with the number that is typed.
    Signal {
        /// Which.
        id: SignalId,
        /// Its number.
        number: String,
        /// Its title.
        title: SafeText,
        /// Its municipality.
        municipality: SafeText,
    },
}

impl FinderLine {
    /// Can it be picked? A heading and what is only told cannot.
    pub fn is_picked(&self) -> bool {
        !matches!(self, Self::Heading(_) | Self::Sign(..))
    }

    /// Does the cursor stop at it? What is only told is read whole below the list, too.
    pub(in super::super) fn is_stop(&self) -> bool {
        !matches!(self, Self::Heading(_))
    }

    /// All that is to be said of it below the list.
    pub fn said(&self) -> String {
        match self {
            Self::Command { sentence, unavailable: Some(reason), .. } => format!("{sentence} ({reason})"),
            Self::Command { sentence, .. } => sentence.clone(),
            Self::Page { answer, .. } => answer.clone(),
            Self::Sign(sign, meaning) => format!("{sign}  {meaning}").trim().to_owned(),
            Self::Heading(_) | Self::Signal { .. } => String::new(),
        }
    }
}
