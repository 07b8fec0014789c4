//! Raw text and screen-safe text as different types.
//!
//! [`RawText`] is what somebody sent: stored as it is, and without `Display`, so it cannot be printed by accident.
//! [`SafeText`] is what may reach a widget, a terminal, a log line or a file name: every control, bidirectional and
//! invisible character has become a visible mark, and long runs of combining marks are counted instead of drawn.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Text as it was sent. Use [`RawText::line`] or [`RawText::block`] to show it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(value_type = String)]
pub struct RawText(pub String);

/// Text without a character that could steer or confuse a terminal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SafeText(String);

impl RawText {
    /// The text itself, for storing, comparing and searching; never for showing.
    pub fn raw(&self) -> &str {
        &self.0
    }

    /// Is there nothing but blanks?
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// On one line: line breaks become a blank, tabs too.
    pub fn line(&self) -> SafeText {
        SafeText::line(&self.0)
    }

    /// Keeps line breaks (`\n`; `\r\n` is one break), nothing else below U+0020.
    pub fn block(&self) -> SafeText {
        SafeText::block(&self.0)
    }
}

impl From<&str> for RawText {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for RawText {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for RawText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawText({:?})", self.0)
    }
}

impl SafeText {
    /// See [`RawText::line`].
    pub fn line(text: &str) -> Self {
        Self(clean(text, false))
    }

    /// See [`RawText::block`].
    pub fn block(text: &str) -> Self {
        Self(clean(text, true))
    }

    /// The safe text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The safe text, owned.
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// More combining marks than this on one base character are counted (`⟨+99996⟩`), not drawn.
const MARKS_DRAWN: usize = 4;

/// Can this character steer, reorder or hide text on a screen?
pub fn is_unsafe(c: char) -> bool {
    matches!(c as u32,
        0..=0x1f | 0x7f..=0x9f          // C0, DEL, C1
        | 0xad | 0x34f | 0x61c          // soft hyphen, grapheme joiner, Arabic letter mark
        | 0x115f | 0x1160 | 0x17b4 | 0x17b5 | 0x180b..=0x180f
        | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f
        | 0x3164 | 0xfe00..=0xfe0f | 0xfeff | 0xffa0 | 0xfff0..=0xfffc
        | 0xe000..=0xf8ff               // private use: drawn as anything
        | 0x1d173..=0x1d17a | 0xe0000..=0xe0fff | 0xf0000..=0x10ffff
        | 0x2800) // Braille blank
}

/// Combining characters, as far as they stack on the one before.
fn is_combining(c: char) -> bool {
    c >= '\u{300}' && !is_unsafe(c) && unicode_normalization::char::is_combining_mark(c)
}

fn clean(text: &str, keep_breaks: bool) -> String {
    use fmt::Write;
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len().min(1 << 16));
    let mut marks = 0;
    let mut chars = text.chars().peekable();
    let flush = |out: &mut String, marks: &mut usize| {
        if *marks > MARKS_DRAWN {
            let _ = write!(out, "⟨+{}⟩", *marks - MARKS_DRAWN);
        }
        *marks = 0;
    };
    while let Some(c) = chars.next() {
        if is_combining(c) {
            if out.is_empty() {
                out.push('◌');
            }
            marks += 1;
            if marks <= MARKS_DRAWN {
                out.push(c);
            }
            continue;
        }
        flush(&mut out, &mut marks);
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' => out.push(if keep_breaks { '\n' } else { ' ' }),
            '\t' => out.push(' '),
            '\0'..='\x1f' => out.push(char::from_u32(0x2400 + c as u32).unwrap_or('␦')),
            '\x7f' => out.push('␡'),
            c if is_unsafe(c) => {
                let _ = write!(out, "⟨{:02X}⟩", c as u32);
            }
            c => out.push(c),
        }
    }
    flush(&mut out, &mut marks);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_become_visible() {
        assert_eq!(SafeText::line("a\x1b]52;c;AAAA\x07b").as_str(), "a␛]52;c;AAAA␇b");
        assert_eq!(SafeText::line("x\u{9b}2J\u{202e}y\u{200b}z\u{ad}").as_str(), "x⟨9B⟩2J⟨202E⟩y⟨200B⟩z⟨AD⟩");
        assert_eq!(SafeText::block("one\r\ntwo\rthree").as_str(), "one\ntwo␍three");
        assert_eq!(SafeText::line("one\r\ntwo\ttab").as_str(), "one two tab");
    }

    #[test]
    fn combining_marks_are_bounded() {
        let text = format!("e{}x", "\u{301}".repeat(100_000));
        let safe = SafeText::line(&text);
        assert!(safe.as_str().ends_with("⟨+99996⟩x"));
        assert!(safe.as_str().len() < 40);
    }

    #[test]
    fn ordinary_dutch_is_untouched() {
        for text in ["Sûdwest-Fryslân", "Ĳsselstein", "Yıldız", "Daniël", "D. Łukaszewski", "‘s ochtends’ € 412"] {
            assert_eq!(SafeText::line(text).as_str(), text);
        }
    }

    #[test]
    fn nothing_unsafe_survives() {
        for c in (0..=0x10ffff_u32).filter_map(char::from_u32) {
            let shown = SafeText::block(&format!("a{c}b"));
            assert!(shown.as_str().chars().all(|c| c == '\n' || !is_unsafe(c)), "U+{:04X}", c as u32);
        }
    }
}
