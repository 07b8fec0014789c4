//! Help: every command with its keys, made from the command table and the keymap that is in force. Typing filters.

use super::{
    command::{Command, Scope},
    field::Field,
    keymap::Keymap,
};
use crate::{domain::fold::fold, locale::Texts};

/// The help screen.
#[derive(Debug, Clone, Default)]
pub struct Help {
    /// What was typed.
    pub filter: Field,
    /// The first visible line.
    pub top: usize,
}

/// A line of help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HelpLine {
    /// A heading.
    Heading(String),
    /// A command: keys, word, sentence.
    Command(String, String, String),
}

impl Help {
    /// The lines that match the filter, by name or by key.
    pub fn lines(&self, texts: &Texts, keymap: &Keymap) -> Vec<HelpLine> {
        let wanted = fold(self.filter.text());
        let typed = self.filter.text().trim();
        let mut lines = Vec::new();
        for scope in Scope::ALL {
            let mut found = Vec::new();
            for command in Command::ALL.iter().filter(|command| command.scope() == *scope) {
                let base = format!("command-{}-{}", scope.name(), command.name());
                let (word, sentence) = (texts.get(&base), texts.get(&format!("{base}-help")));
                let keys: Vec<String> = keymap.keys(*command).iter().map(|keys| super::key::Key::show(keys)).collect();
                let hit = typed.is_empty()
                    || keys.iter().any(|key| key == typed)
                    || (wanted.chars().count() > 1 && (fold(&word).contains(&wanted) || fold(&sentence).contains(&wanted)));
                if hit {
                    found.push(HelpLine::Command(keys.join("  "), word, sentence));
                }
            }
            if !found.is_empty() {
                lines.push(HelpLine::Heading(texts.get(&format!("scope-{}", scope.name()))));
                lines.append(&mut found);
            }
        }
        lines
    }
}
