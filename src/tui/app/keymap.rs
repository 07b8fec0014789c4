//! Keymaps: from key sequences to commands, and back for hints and help. Data in `keymaps/*.toml`; a user's own table is
//! laid over a preset. A mistake is reported and never stops the program.

use std::collections::HashMap;

use super::{
    command::{Command, Scope},
    key::Key,
};

/// The preset that is in force unless chosen otherwise.
pub const STANDARD: &str = include_str!("../../../keymaps/standaard.toml");

/// Which keys do what.
#[derive(Debug, Clone, Default)]
pub struct Keymap {
    bindings: HashMap<(Scope, Vec<Key>), Command>,
    keys: HashMap<Command, Vec<Vec<Key>>>,
}

/// What a key sequence means in the active scopes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolution {
    /// A command.
    Command(Command),
    /// The start of a longer sequence.
    Prefix,
    /// Nothing.
    Nothing,
}

/// A mistake in a keymap file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Byte range in the file, when known.
    pub span: Option<std::ops::Range<usize>>,
    /// What is wrong, in English, for `loket config check` and the log.
    pub text: String,
}

impl Keymap {
    /// The preset `standaard`.
    pub fn standard() -> Self {
        let mut keymap = Self::default();
        keymap.lay_over(STANDARD);
        keymap
    }

    /// Lays a file over what is there: a named command gets exactly the keys of the file, `[]` unbinds it. Returns mistakes.
    pub fn lay_over(&mut self, source: &str) -> Vec<Warning> {
        let mut warnings = Vec::new();
        let warn = |warnings: &mut Vec<Warning>, text: String, span| warnings.push(Warning { span, text });
        let file: toml::Table = match source.parse() {
            Ok(file) => file,
            Err(error) => {
                warn(&mut warnings, error.message().to_owned(), error.span());
                return warnings;
            }
        };
        for (table, commands) in &file {
            let Some(scope) = Scope::ALL.iter().copied().find(|scope| scope.name() == table) else {
                warn(&mut warnings, format!("there is no table [{table}]"), None);
                continue;
            };
            let Some(commands) = commands.as_table() else {
                warn(&mut warnings, format!("[{table}] is not a table"), None);
                continue;
            };
            for (name, keys) in commands {
                let Some(command) = Command::find(scope, name) else {
                    warn(&mut warnings, format!("[{table}] has no command '{name}'"), None);
                    continue;
                };
                let texts: Vec<&str> = match keys {
                    toml::Value::String(one) => vec![one],
                    toml::Value::Array(several) => several.iter().filter_map(toml::Value::as_str).collect(),
                    _ => {
                        warn(&mut warnings, format!("[{table}] {name} takes a list of keys"), None);
                        continue;
                    }
                };
                self.unbind(command);
                for text in texts {
                    match Key::sequence(text) {
                        Ok(sequence) => {
                            if let Some(other) = self.bind(command, sequence).filter(|other| *other != command) {
                                warn(
                                    &mut warnings,
                                    format!("[{table}] '{text}' is bound to '{}' and '{name}'; '{name}' gets it", other.name()),
                                    None,
                                );
                            }
                        }
                        Err(error) => warn(&mut warnings, format!("[{table}] {name}: {error}"), None),
                    }
                }
            }
        }
        warnings
    }

    /// What these keys mean in these scopes, the most special first.
    pub fn resolve(&self, scopes: &[Scope], keys: &[Key]) -> Resolution {
        for scope in scopes {
            if let Some(command) = self.bindings.get(&(*scope, keys.to_vec())) {
                return Resolution::Command(*command);
            }
        }
        let starts =
            |(scope, bound): &(Scope, Vec<Key>)| scopes.contains(scope) && bound.len() > keys.len() && bound.starts_with(keys);
        if self.bindings.keys().any(starts) { Resolution::Prefix } else { Resolution::Nothing }
    }

    /// The keys of a command, the first being the one to show.
    pub fn keys(&self, command: Command) -> &[Vec<Key>] {
        self.keys.get(&command).map_or(&[], Vec::as_slice)
    }

    /// The first key of a command as text, `g g`.
    pub fn shown(&self, command: Command) -> Option<String> {
        self.keys(command).first().map(|sequence| Key::show(sequence))
    }

    fn unbind(&mut self, command: Command) {
        for sequence in self.keys.remove(&command).unwrap_or_default() {
            self.bindings.remove(&(command.scope(), sequence));
        }
    }

    /// Binds, and says whose key it was.
    fn bind(&mut self, command: Command, sequence: Vec<Key>) -> Option<Command> {
        let before = self.bindings.insert((command.scope(), sequence.clone()), command);
        if let Some(other) = before.filter(|other| *other != command) {
            self.keys.entry(other).or_default().retain(|bound| *bound != sequence);
        }
        self.keys.entry(command).or_default().push(sequence);
        before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_keymap_has_no_mistakes_and_reaches_every_command() {
        let mut keymap = Keymap::default();
        assert_eq!(keymap.lay_over(STANDARD), vec![]);
        let unreachable: Vec<_> = Command::ALL.iter().filter(|command| keymap.keys(**command).is_empty()).collect();
        assert!(unreachable.is_empty(), "{unreachable:?}");
    }

    #[test]
    fn a_user_rebinds_unbinds_and_hears_of_mistakes() {
        let mut keymap = Keymap::standard();
        let warnings = keymap
            .lay_over("[signal]\nclaim = ['x x']\nrelease = []\nclam = ['q']\n[singal]\na = 'b'\n[list]\ndown = ['Blub']\n");
        assert_eq!(keymap.shown(Command::Claim).as_deref(), Some("x x"));
        assert!(keymap.keys(Command::Release).is_empty());
        assert_eq!(warnings.len(), 3, "{warnings:?}");
        let x = Key::sequence("x").unwrap();
        assert_eq!(keymap.resolve(&[Scope::Signal], &x), Resolution::Prefix);
        assert_eq!(keymap.resolve(&[Scope::Signal], &Key::sequence("x x").unwrap()), Resolution::Command(Command::Claim));
    }
}
