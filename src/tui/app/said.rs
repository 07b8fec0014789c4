//! The line above the hints: what just happened, with what to do.

use super::{
    State,
    command::Command,
    message::{Effect, NotCopied, Refusal},
    wrap::wrap,
};
use crate::{
    domain::{
        ids::SignalId,
        text::{RawText, SafeText},
    },
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

/// What a part of the message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What happened.
    Text,
    /// The key that takes it back.
    Key,
    /// What that key does.
    Undo,
    /// What to do.
    Advice,
}

/// Lines that a message takes at most.
const MOST: usize = 3;
/// Columns beside the words of a message: the margins and its sign.
const BESIDE: usize = 5;

impl State {
    /// The key of a command; where this keymap has none, the key of the list of commands and its name there.
    pub(super) fn way_to(&self, command: Command) -> String {
        let found = || format!("{} {}", self.keymap.shown(Command::Palette).unwrap_or_default(), self.texts.get(&command.word()));
        self.keymap.shown(command).unwrap_or_else(found)
    }

    /// The message as it is shown: on as many lines as its words need, broken between words. Where there is no room for all, what to do
    /// goes first, then the end of what happened; the key that takes it back stays. There may be room for fewer lines than it takes.
    pub fn message_lines(&self, most: usize) -> Vec<Vec<(Part, String)>> {
        let Some(message) = &self.message else { return vec![] };
        let room = usize::from(self.size.0).saturating_sub(BESIDE);
        // What was taken back can be done again.
        let offered = match message.tone {
            _ if message.undo => Some((Command::Undo, "command-global-undo")),
            Tone::Undone if self.can_redo() => Some((Command::Redo, "command-global-redo")),
            _ => None,
        };
        // A key and what it does stand on one line.
        let undo = offered.and_then(|(command, words)| {
            let key = self.keymap.shown(command)?;
            Some([(Part::Key, format!("  {}\u{a0}", unbroken(&key))), (Part::Undo, unbroken(&self.texts.get(words)))])
        });
        let advice = Some(&message.advice)
            .filter(|advice| !advice.as_str().is_empty())
            .map(|advice| (Part::Advice, format!("  {advice}")));
        let parts = |text: &str, advice: Option<(Part, String)>| {
            let parts: Vec<_> =
                [(Part::Text, text.to_owned())].into_iter().chain(undo.clone().into_iter().flatten()).chain(advice).collect();
            broken(&parts, room)
        };
        let mut text = message.text.as_str().to_owned();
        let most = most.clamp(1, MOST);
        let mut lines = parts(&text, advice);
        if lines.len() > most {
            lines = parts(&text, None);
        }
        while lines.len() > most
            && let Some((start, _)) = text.rsplit_once(' ')
        {
            text = start.to_owned();
            lines = parts(&format!("{text} …"), None);
        }
        lines
    }

    /// Does the message take more than the line it has?
    pub(super) fn message_is_long(&self) -> bool {
        self.message_lines(MOST).len() > 1
    }

    /// Sets the message.
    pub fn say(&mut self, tone: Tone, text: impl AsRef<str>) {
        self.message = Some(Message { tone, text: SafeText::line(text.as_ref()), advice: SafeText::default(), undo: false });
    }

    /// Sets the message from a key and values.
    pub(super) fn say_with(&mut self, tone: Tone, key: &str, values: &[(&str, Value)]) {
        let text = self.texts.with(key, values);
        self.say(tone, text);
    }

    /// So many rows of what the server sent cannot be read: they are missing, and that is said.
    pub(super) fn rows_unreadable(&mut self, count: u32) -> Vec<Effect> {
        self.unreadable += count;
        self.say_with(Tone::Fail, "rows-unreadable", &[("count", count.into())]);
        vec![]
    }

    /// As [`State::fail`], with the number when it is not the signal under the cursor.
    pub(super) fn fail_on(&mut self, id: SignalId, refusal: &Refusal) {
        self.fail(refusal);
        let number = self.short_number(id);
        let here = self.current_signal() == Some(id);
        if let Some(message) = self.message.as_mut().filter(|_| !here && !number.is_empty()) {
            message.text = SafeText::line(&format!("{number}: {}", message.text));
        }
    }

    pub(super) fn fail(&mut self, refusal: &Refusal) {
        let reason = refusal.reason();
        let (text, advice) = reason.as_deref().map_or((refusal.words.as_str(), refusal.advice.as_str()), |reason| (reason, ""));
        let (text, advice) = (SafeText::line(text), SafeText::line(advice));
        self.message = Some(Message { tone: Tone::Fail, text, advice, undo: false });
    }

    /// Text was sent to the clipboard, or why not: what was to be copied is shown wherever it can be.
    pub(super) fn copied(&mut self, result: Result<String, NotCopied>) -> Vec<Effect> {
        self.setup_copied(result.is_ok());
        if let Some(effects) = self.shielded_copied(&result) {
            return effects;
        }
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

/// The same with no place to break it.
fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

/// Parts one behind the other, on lines of so many columns.
fn broken(parts: &[(Part, String)], room: usize) -> Vec<Vec<(Part, String)>> {
    let whole: String = parts.iter().map(|(_, text)| text.as_str()).collect();
    let line = |range: std::ops::Range<usize>| {
        let mut from = 0;
        let mut line: Vec<(Part, String)> = vec![];
        for (part, text) in parts {
            let (start, end) = (range.start.max(from), range.end.min(from + text.len()));
            from += text.len();
            let piece = whole.get(start..end).unwrap_or_default();
            let piece = if line.is_empty() && range.start > 0 { piece.trim_start_matches(' ') } else { piece };
            if !piece.is_empty() {
                line.push((*part, piece.replace('\u{a0}', " ")));
            }
        }
        line
    };
    wrap(&whole, room).into_iter().map(line).collect()
}
