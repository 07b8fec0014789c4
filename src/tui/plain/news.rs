//! What cannot wait for a question: what just happened, how the connection is, and what waits to be sent.

use super::{Conversation, line};
use crate::tui::app::{Message, State, Tone, message::Link};

impl Conversation {
    /// What cannot wait: what just happened, how the connection is, and what waits to be sent. Empty when nothing changed.
    pub fn news(&mut self, state: &State) -> String {
        let mut out = String::new();
        if state.locked {
            return out;
        }
        let link = match &state.link {
            Link::Connecting => None,
            Link::Live => Some((true, state.texts.get("plain-live"))),
            Link::Lost { words, advice, .. } => Some((false, format!("{words} {advice}"))),
        };
        let before = self.link.replace(link.clone());
        if let Some((live, words)) = link.filter(|link| before.flatten().as_ref() != Some(link)) {
            let old = if !live && state.loaded { format!(" {}", state.texts.get("plain-old")) } else { String::new() };
            line(&mut out, &format!("{words}{old}"));
        }
        if std::mem::replace(&mut self.waiting, state.waiting) != state.waiting && state.waiting > 0 {
            line(&mut out, &state.texts.with("plain-waits", &[("count", state.waiting.into())]));
        }
        if self.message != state.message {
            self.message.clone_from(&state.message);
            if let Some(message) = &state.message {
                line(&mut out, &said(state, message));
                self.unanswered = false;
            }
        }
        out
    }
}

/// A message as a sentence: how it is meant in a word, what happened, what to do.
fn said(state: &State, message: &Message) -> String {
    let texts = &state.texts;
    let key = match message.tone {
        Tone::Done => "plain-done",
        Tone::Info | Tone::Undone => "plain-info",
        Tone::Warn => "plain-warn",
        Tone::Fail => "plain-fail",
    };
    let more = message.undo || !message.advice.as_str().is_empty();
    let text = if more || message.tone != Tone::Info { sentence(message.text.as_str()) } else { message.text.to_string() };
    let mut words = texts.with(key, &[("text", text.into())]);
    if !message.advice.as_str().is_empty() {
        words = format!("{words} {}", message.advice);
    }
    if message.undo {
        words = format!("{words} {}", texts.get("plain-undo"));
    }
    words
}

/// With a full stop, unless it ends otherwise.
fn sentence(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '”' | '"' | '%')) {
        format!("{text}.")
    } else {
        text.to_owned()
    }
}
