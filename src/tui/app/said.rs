//! The line above the hints: what just happened, with what to do.

use super::{
    State,
    message::{Effect, NotCopied},
};
use crate::{
    domain::text::{RawText, SafeText},
    locale::Value,
};

/// How a message is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It is done.
    Done,
    /// It was taken back, or done again; the words say so.
    Undone,
    /// Good to know.
    Info,
    /// Look out.
    Warn,
    /// It did not happen.
    Fail,
}

/// The line above the hints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// How it is meant.
    pub tone: Tone,
    /// In words.
    pub text: SafeText,
    /// What to do, dim behind it.
    pub advice: SafeText,
    /// Can it be taken back with one key?
    pub undo: bool,
}

impl State {
    /// Sets the message.
    pub fn say(&mut self, tone: Tone, text: impl AsRef<str>) {
        self.message = Some(Message { tone, text: SafeText::line(text.as_ref()), advice: SafeText::default(), undo: false });
    }

    /// Sets the message from a key and values.
    pub(super) fn say_with(&mut self, tone: Tone, key: &str, values: &[(&str, Value)]) {
        let text = self.texts.with(key, values);
        self.say(tone, text);
    }

    /// Text was sent to the clipboard, or why not: what was to be copied is shown wherever it can be.
    /// So many rows of what the server sent cannot be read: they are missing, and that is said.
    pub(super) fn rows_unreadable(&mut self, count: u32) -> Vec<Effect> {
        self.unreadable += count;
        self.say_with(Tone::Fail, "rows-unreadable", &[("count", count.into())]);
        vec![]
    }

    /// So many writes that had waited were sent.
    pub(super) fn resent(&mut self, count: usize) -> Vec<Effect> {
        self.say_with(Tone::Done, "resent", &[("count", count.into())]);
        vec![]
    }

    pub(super) fn copied(&mut self, result: Result<String, NotCopied>) -> Vec<Effect> {
        self.setup_copied(result.is_ok());
        let whose = self.copying.take();
        match result {
            Ok(text) if whose.is_some() => {
                let whose = RawText::from(whose.unwrap_or_default()).line();
                self.say_with(Tone::Done, "copied-of", &[("text", text.into()), ("whose", whose.as_str().into())]);
            }
            Ok(text) => self.say_with(Tone::Done, "copied", &[("text", text.into())]),
            Err(NotCopied::TooLong(size)) => self.say_with(Tone::Fail, "copy-too-long", &[("size", size.into())]),
            Err(NotCopied::Control) => self.say_with(Tone::Fail, "copy-control", &[]),
            Err(NotCopied::Off(text)) => {
                let key = if self.plain { "copy-plain" } else { "copy-off" };
                self.say_with(Tone::Info, key, &[("text", text.into())]);
            }
        }
        vec![]
    }
}
