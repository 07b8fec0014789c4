//! Keys as loket knows them: what was produced, not where it stood on the keyboard. The edge converts; the keymap names.

use std::fmt;

/// What was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyCode {
    /// A character, as produced: `A` is Shift and a.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Up.
    Up,
    /// Down.
    Down,
    /// Left.
    Left,
    /// Right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, 1 to 12.
    F(u8),
}

/// A key with what was held down beside it. Shift is kept only for named keys; for a character it is in the character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// What was pressed.
    pub code: KeyCode,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift.
    pub shift: bool,
}

/// The names of keys, the first of each being the one shown.
const NAMES: &[(&str, KeyCode)] = &[
    ("Enter", KeyCode::Enter),
    ("Return", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Space", KeyCode::Char(' ')),
    ("Backspace", KeyCode::Backspace),
    ("Del", KeyCode::Delete),
    ("Delete", KeyCode::Delete),
    ("Ins", KeyCode::Insert),
    ("Insert", KeyCode::Insert),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PgUp", KeyCode::PageUp),
    ("PageUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("PageDown", KeyCode::PageDown),
];

impl Key {
    /// A key without anything held down.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// A character.
    pub const fn char(c: char) -> Self {
        Self::plain(KeyCode::Char(c))
    }

    /// Ctrl and a letter.
    pub const fn ctrl(c: char) -> Self {
        Self { code: KeyCode::Char(c), ctrl: true, alt: false, shift: false }
    }

    /// Reads one key: `g`, `@`, `Enter`, `Ctrl+K`, `Shift+Tab`, `F4`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut key = Self::plain(KeyCode::Enter);
        let mut rest = text;
        loop {
            let lower = rest.to_ascii_lowercase();
            let held = [("ctrl+", 0), ("alt+", 1), ("shift+", 2)]
                .into_iter()
                .find(|(name, _)| lower.starts_with(name) && rest.len() > name.len());
            match held {
                Some((name, which)) => {
                    match which {
                        0 => key.ctrl = true,
                        1 => key.alt = true,
                        _ => key.shift = true,
                    }
                    rest = &rest[name.len()..];
                }
                None => break,
            }
        }
        let mut chars = rest.chars();
        key.code = match (chars.next(), chars.next()) {
            (Some(c), None) => KeyCode::Char(if key.ctrl { c.to_ascii_lowercase() } else { c }),
            _ => named(rest).ok_or_else(|| unknown(rest))?,
        };
        if key.shift && matches!(key.code, KeyCode::Char(_)) {
            return Err(format!("'{text}': write the character that Shift produces"));
        }
        Ok(key)
    }

    /// Reads a sequence: keys with blanks between, `g g`.
    pub fn sequence(text: &str) -> Result<Vec<Self>, String> {
        let keys = text.split_whitespace().map(Self::parse).collect::<Result<Vec<_>, _>>()?;
        if keys.is_empty() { Err("an empty text is no key; use Space for the space bar".into()) } else { Ok(keys) }
    }

    /// A sequence as text.
    pub fn show(sequence: &[Self]) -> String {
        sequence.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }
}

fn named(text: &str) -> Option<KeyCode> {
    let function =
        text.strip_prefix(['F', 'f']).and_then(|number| number.parse().ok()).filter(|number| (1..=12).contains(number));
    function.map(KeyCode::F).or_else(|| NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)).map(|(_, code)| *code))
}

fn unknown(text: &str) -> String {
    let start = text.chars().next().map(|c| c.to_ascii_lowercase());
    let near = NAMES.iter().find(|(name, _)| name.chars().next().map(|c| c.to_ascii_lowercase()) == start);
    match near {
        Some((name, _)) => format!("'{text}' is no key; did you mean {name}?"),
        None => format!("'{text}' is no key"),
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")] {
            if held {
                f.write_str(name)?;
            }
        }
        match self.code {
            KeyCode::F(number) => write!(f, "F{number}"),
            KeyCode::Char(c) if c != ' ' => write!(f, "{}", if self.ctrl { c.to_ascii_uppercase() } else { c }),
            code => f.write_str(NAMES.iter().find(|(_, named)| *named == code).map_or("?", |(name, _)| name)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for text in ["g g", "Ctrl+K", "F4", "Space", "PgDn", "Shift+Tab", "@", ":", "G", "Del", "+", "Ctrl+O", "?"] {
            assert_eq!(Key::sequence(text).map(|keys| Key::show(&keys)).as_deref(), Ok(text));
        }
        assert_eq!(Key::parse("ctrl+k"), Ok(Key::ctrl('k')));
    }

    #[test]
    fn mistakes_are_told() {
        assert!(Key::parse("Entr").unwrap_err().contains("Enter"));
        assert!(Key::parse("F13").is_err());
        assert!(Key::parse("Shift+a").is_err());
        assert!(Key::sequence("  ").is_err());
    }
}
