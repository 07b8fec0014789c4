//! What terminals send, from `tests/data/terminal-keys.toml`, and the keys that the shipped keymaps bind.

use std::collections::{BTreeMap, BTreeSet};

use loket::tui::app::{
    command::Command,
    key::{Key, KeyCode},
    keymap::{Keymap, SHIPPED},
};
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    terminal: Vec<Terminal>,
}

/// A terminal.
#[derive(Deserialize)]
pub struct Terminal {
    pub name: String,
    /// What it calls itself in `TERM`.
    pub term: String,
    keys: BTreeMap<String, Vec<String>>,
}

pub fn terminals() -> Vec<Terminal> {
    let file: File = toml::from_str(include_str!("../../data/terminal-keys.toml")).unwrap();
    for terminal in &file.terminal {
        let wrong = terminal.keys.keys().find(|name| name.parse::<Key>().is_err());
        assert_eq!(wrong, None, "{}", terminal.name);
    }
    file.terminal
}

/// The keys that stand in the table themselves, because terminals differ about them.
pub fn special(terminal: &Terminal) -> impl Iterator<Item = (Key, &[String])> {
    terminal.keys.iter().map(|(name, bytes)| (name.parse().unwrap(), &**bytes))
}

impl Terminal {
    /// Every byte string it sends for a key; none when the key does not arrive.
    pub fn sends(&self, key: Key) -> Vec<String> {
        if let Some((_, bytes)) = self.keys.iter().find(|(name, _)| name.parse::<Key>() == Ok(key)) {
            return bytes.clone();
        }
        match key {
            Key { code: KeyCode::Char(c), ctrl: false, alt: false, .. } => vec![c.to_string()],
            Key { code: KeyCode::Char(c @ 'a'..='z'), ctrl: true, alt: false, .. } => {
                vec![char::from(c as u8 & 0x1f).to_string()]
            }
            _ => panic!("nobody says what {} sends for {key}", self.name),
        }
    }
}

/// The shipped keymaps.
pub fn keymaps() -> impl Iterator<Item = (&'static str, Keymap)> {
    SHIPPED.iter().map(|(name, _)| (*name, Keymap::shipped(name).unwrap()))
}

/// Every key that one of them binds.
pub fn bound() -> BTreeSet<Key> {
    keymaps()
        .flat_map(|(_, keymap)| Command::ALL.iter().flat_map(|command| keymap.keys(*command).concat()).collect::<Vec<_>>())
        .collect()
}
