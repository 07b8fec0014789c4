//! A key as loket knows it, and its name in keymaps: `g g`, `Ctrl+K`, `F4`, `Space`, `PgDn`, `Shift+Tab`, `@`.
//!
//! A character is the *produced* one: `G`, not Shift and g, since layouts differ. Shift is kept for named keys only.
//! Knows nothing of escape sequences or of what a key does.

use std::fmt;

use thiserror::Error;

/// Which key, without modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyCode {
    /// The character that was produced; with Ctrl always lower case.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Backspace, also when a terminal sends Ctrl+H for it.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, from 1.
    F(u8),
}

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt (or Esc right before it).
    pub alt: bool,
    /// With Shift; only for named keys.
    pub shift: bool,
}

/// Why a text is no key.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum KeyError {
    /// There is nothing.
    #[error("there is no key")]
    Empty,
    /// Nobody knows this name.
    #[error("there is no key '{0}'")]
    Unknown(String),
    /// Nobody knows this name, but one that is like it.
    #[error("there is no key '{text}'; do you mean '{suggestion}'?")]
    Misspelt {
        /// What was written.
        text: String,
        /// What was meant, perhaps.
        suggestion: String,
    },
    /// A terminal cannot send it as such.
    #[error("'{text}' reaches a program as '{arrives}'; write '{arrives}'")]
    Same {
        /// What was written.
        text: String,
        /// What arrives when it is pressed.
        arrives: String,
    },
}

/// Names as they are shown. The first name of a code is the one that is printed.
const NAMES: &[(&str, KeyCode)] = &[
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Space", KeyCode::Char(' ')),
    ("Backspace", KeyCode::Backspace),
    ("Del", KeyCode::Delete),
    ("Ins", KeyCode::Insert),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("Return", KeyCode::Enter),
    ("Escape", KeyCode::Esc),
    ("BackTab", KeyCode::BackTab),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
];

/// The highest function key that has a name.
const FUNCTION_KEYS: u8 = 24;

impl Key {
    /// A key without modifiers.
    pub const fn new(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// A produced character.
    pub const fn char(c: char) -> Self {
        Self::new(KeyCode::Char(c))
    }

    /// A character with Ctrl.
    pub const fn ctrl(c: char) -> Self {
        Self { ctrl: true, ..Self::new(KeyCode::Char(c.to_ascii_lowercase())) }
    }

    /// The same key with Alt.
    pub const fn with_alt(self) -> Self {
        Self { alt: true, ..self }
    }

    /// Does it get from any keyboard to the program? Not what tmux, screen, zellij, Windows Terminal, PuTTY or a browser keep
    /// for themselves or change on the way, nor what some layouts make a dead key. (`docs/keys.md` says which and why.)
    pub fn passes(self) -> bool {
        if self.alt || (self.shift && !matches!(self.code, KeyCode::BackTab)) {
            return false;
        }
        match self.code {
            KeyCode::Char(c) if self.ctrl => {
                matches!(c, 'c' | 'd' | 'e' | 'f' | 'k' | 'l' | 'r' | 'u' | 'w' | 'x' | 'y' | 'z' | 'j')
            }
            KeyCode::Char(c) => !matches!(c, '\'' | '"' | '`' | '~' | '^'),
            KeyCode::F(number) => number <= 4,
            _ => !self.ctrl,
        }
    }

    /// Is it typed where text is?
    pub fn types(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && !self.ctrl && !self.alt
    }

    /// A letter without modifiers.
    pub fn is_letter(self) -> bool {
        matches!(self.code, KeyCode::Char(c) if c.is_alphabetic()) && !self.ctrl && !self.alt
    }

    /// Keys one after the other, with blanks between: `g g`.
    pub fn sequence(text: &str) -> Result<Vec<Self>, KeyError> {
        let keys = text.split_whitespace().map(str::parse).collect::<Result<Vec<_>, _>>()?;
        if keys.is_empty() { Err(KeyError::Empty) } else { Ok(keys) }
    }

    /// The text of a sequence, as [`Key::sequence`] reads it.
    pub fn show(keys: &[Self]) -> String {
        keys.iter().map(Self::to_string).collect::<Vec<_>>().join(" ")
    }
}

impl std::str::FromStr for Key {
    type Err = KeyError;

    /// Reads one key. Names and modifiers in any case; characters as they are.
    fn from_str(text: &str) -> Result<Self, KeyError> {
        let (mut ctrl, mut alt, mut shift) = (false, false, false);
        let mut rest = text;
        loop {
            let (flag, after) = if let Some(after) = modifier(rest, "ctrl+") {
                (&mut ctrl, after)
            } else if let Some(after) = modifier(rest, "alt+") {
                (&mut alt, after)
            } else if let Some(after) = modifier(rest, "shift+") {
                (&mut shift, after)
            } else {
                break;
            };
            *flag = true;
            rest = after;
        }
        let key = Self { code: code(rest, text)?, ctrl, alt, shift };
        let arrives = match key {
            Self { code: KeyCode::Tab, shift: true, .. } => {
                return Ok(Self { code: KeyCode::BackTab, shift: false, ..key });
            }
            Self { code: KeyCode::Char(c), ctrl: true, .. } => {
                let key = Self { code: KeyCode::Char(c.to_ascii_lowercase()), shift: false, ..key };
                match c.to_ascii_lowercase() {
                    'i' => Self { code: KeyCode::Tab, ctrl: false, ..key },
                    'm' => Self { code: KeyCode::Enter, ctrl: false, ..key },
                    '[' => Self { code: KeyCode::Esc, ctrl: false, ..key },
                    _ if shift => key,
                    _ => return Ok(key),
                }
            }
            Self { code: KeyCode::Char(c), shift: true, .. } => {
                let mut upper = c.to_uppercase();
                let code = KeyCode::Char(upper.next().filter(|_| upper.next().is_none()).unwrap_or(c));
                Self { code, shift: false, ..key }
            }
            _ => return Ok(key),
        };
        Err(KeyError::Same { text: text.to_owned(), arrives: arrives.to_string() })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (set, name) in [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")] {
            if set {
                f.write_str(name)?;
            }
        }
        match self.code {
            KeyCode::BackTab => f.write_str("Shift+Tab"),
            KeyCode::F(number) => write!(f, "F{number}"),
            KeyCode::Char(c) if c != ' ' && self.ctrl => write!(f, "{}", c.to_ascii_uppercase()),
            code => match (NAMES.iter().find(|(_, named)| *named == code), code) {
                (Some((name, _)), _) => f.write_str(name),
                (None, KeyCode::Char(c)) => write!(f, "{c}"),
                (None, other) => write!(f, "{other:?}"),
            },
        }
    }
}

/// What follows a modifier, if the text begins with it and does not end there.
fn modifier<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(name.len())?;
    (start.eq_ignore_ascii_case(name) && !rest.is_empty()).then_some(rest)
}

fn code(name: &str, whole: &str) -> Result<KeyCode, KeyError> {
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (None, _) => return Err(KeyError::Empty),
        (Some(c), None) if !c.is_control() && !c.is_whitespace() => return Ok(KeyCode::Char(c)),
        _ => {}
    }
    if let Some((_, code)) = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        return Ok(*code);
    }
    if let Some(number) = name.strip_prefix(['F', 'f']).and_then(|digits| digits.parse::<u8>().ok())
        && (1..=FUNCTION_KEYS).contains(&number)
    {
        return Ok(KeyCode::F(number));
    }
    let before = whole.strip_suffix(name).unwrap_or_default();
    match nearest(name) {
        Some(known) => Err(KeyError::Misspelt { text: whole.to_owned(), suggestion: format!("{before}{known}") }),
        None => Err(KeyError::Unknown(whole.to_owned())),
    }
}

/// A known name one or two letters away; also when modifiers are misspelt or joined by another sign.
fn nearest(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    for (wrong, right) in [
        ("ctrl-", "Ctrl+"),
        ("c-", "Ctrl+"),
        ("control+", "Ctrl+"),
        ("^", "Ctrl+"),
        ("alt-", "Alt+"),
        ("m-", "Alt+"),
        ("meta+", "Alt+"),
        ("shift-", "Shift+"),
        ("s-", "Shift+"),
    ] {
        if let Some(rest) = lower.strip_prefix(wrong)
            && let Ok(key) = format!("{right}{rest}").parse::<Key>()
        {
            return Some(key.to_string());
        }
    }
    NAMES
        .iter()
        .map(|(known, _)| (distance(&lower, &known.to_lowercase()), *known))
        .filter(|(changes, _)| *changes <= (lower.len() / 3).min(2))
        .min_by_key(|(changes, _)| *changes)
        .map(|(_, known)| known.to_owned())
}

/// The name among these that is one or two letters away.
pub fn nearest_of<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let lower = name.to_lowercase();
    names
        .map(|known| (distance(&lower, known), known))
        .filter(|(changes, _)| *changes <= (lower.chars().count() / 2).clamp(1, 2))
        .min_by_key(|(changes, _)| *changes)
        .map(|(_, known)| known)
}

/// How many letters must change to make one of the other; two that swapped places are one change.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before = vec![0; b.len() + 1];
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut next = vec![i + 1; b.len() + 1];
        for j in 0..b.len() {
            let change = row[j] + usize::from(a[i] != b[j]);
            next[j + 1] = change.min(next[j] + 1).min(row[j + 1] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                next[j + 1] = next[j + 1].min(before[j - 1] + 1);
            }
        }
        before = std::mem::replace(&mut row, next);
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<Key> {
        Key::sequence(text).unwrap()
    }

    #[test]
    fn every_form_is_read() {
        assert_eq!(keys("g g"), [Key::char('g'), Key::char('g')]);
        assert_eq!(keys("Ctrl+K"), [Key::ctrl('k')]);
        assert_eq!(keys("ctrl+k"), [Key::ctrl('K')]);
        assert_eq!(keys("Ctrl+Space"), [Key::ctrl(' ')]);
        assert_eq!(keys("Space"), [Key::char(' ')]);
        assert_eq!(keys("F4 F12"), [Key::new(KeyCode::F(4)), Key::new(KeyCode::F(12))]);
        assert_eq!(keys("PgDn pagedown"), [Key::new(KeyCode::PageDown); 2]);
        assert_eq!(keys("Shift+Tab"), [Key::new(KeyCode::BackTab)]);
        assert_eq!(keys("Shift+Up"), [Key { shift: true, ..Key::new(KeyCode::Up) }]);
        assert_eq!(keys("Alt+é"), [Key::char('é').with_alt()]);
        assert_eq!(keys("@ : + f F"), ['@', ':', '+', 'f', 'F'].map(Key::char));
        assert_eq!(keys("Ctrl++"), [Key::ctrl('+')]);
    }

    #[test]
    fn what_is_printed_is_read_again() {
        for text in [
            "g g",
            "Ctrl+K",
            "F4",
            "Space",
            "PgDn",
            "Shift+Tab",
            "@",
            ":",
            "+",
            "Ctrl++",
            "Alt+Enter",
            "Ctrl+Alt+Del",
            "Shift+F5",
            "Ctrl+Space",
            "G",
            "Ins",
        ] {
            assert_eq!(Key::show(&keys(text)), text);
        }
    }

    #[test]
    fn a_mistake_says_what_was_meant() {
        let error = |text: &str| Key::sequence(text).unwrap_err().to_string();
        assert_eq!(error(""), "there is no key");
        assert_eq!(error("Entr"), "there is no key 'Entr'; do you mean 'Enter'?");
        assert_eq!(error("Ctrl+Pgup1"), "there is no key 'Ctrl+Pgup1'; do you mean 'Ctrl+PgUp'?");
        assert_eq!(error("C-k"), "there is no key 'C-k'; do you mean 'Ctrl+K'?");
        assert_eq!(error("gg"), "there is no key 'gg'");
        assert_eq!(error("F0"), "there is no key 'F0'");
        assert_eq!(error("F25"), "there is no key 'F25'");
        assert_eq!(error("Ctrl+I"), "'Ctrl+I' reaches a program as 'Tab'; write 'Tab'");
        assert_eq!(error("Ctrl+["), "'Ctrl+[' reaches a program as 'Esc'; write 'Esc'");
        assert_eq!(error("Shift+g"), "'Shift+g' reaches a program as 'G'; write 'G'");
        assert_eq!(error("Ctrl+Shift+K"), "'Ctrl+Shift+K' reaches a program as 'Ctrl+K'; write 'Ctrl+K'");
        assert_eq!(error("Ctrl+é é\u{7}"), "there is no key 'é\u{7}'");
    }
}
