//! Keymaps: from key sequences to commands, and back for hints and help. Data in `keymaps/*.toml`; a user's own table is
//! laid over a preset. A mistake is told with its place and never stops the program.

use std::{
    collections::{BTreeSet, HashMap},
    ops::Range,
};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    command::{Command, Scope},
    key::{Key, KeyError, nearest_of},
    mistake::Mistake,
};

/// The keymaps that come with loket; the first is in force unless chosen otherwise.
pub const SHIPPED: &[(&str, &str)] = &[
    ("standaard", include_str!("../../../keymaps/standaard.toml")),
    ("vim", include_str!("../../../keymaps/vim.toml")),
    ("office", include_str!("../../../keymaps/office.toml")),
];

/// Which keys do what.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Keymap {
    bindings: HashMap<(Scope, Vec<Key>), Command>,
    keys: HashMap<Command, Vec<Vec<Key>>>,
    own: BTreeSet<Command>,
    /// Do letters that are bound to nothing filter the list? Then a stray sentence can at worst filter it.
    pub letters_filter: bool,
    /// Does a number before a command repeat it?
    pub counts: bool,
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

impl Keymap {
    /// The preset `standaard`.
    pub fn standard() -> Self {
        let mut keymap = Self::default();
        keymap.lay_over(SHIPPED[0].1);
        keymap
    }

    /// A preset by its name.
    pub fn shipped(name: &str) -> Option<Self> {
        let (_, source) = SHIPPED.iter().find(|(shipped, _)| *shipped == name)?;
        let mut keymap = Self::default();
        keymap.lay_over(source);
        Some(keymap)
    }

    /// A keymap file of a user: over the preset that its `inherit` names, else over `standaard`. Gives the mistakes too.
    pub fn of_user(source: &str) -> (Self, Vec<Mistake>) {
        let base = DeTable::parse_recoverable(source).0.into_inner();
        let named = base.get("inherit").and_then(|value| value.get_ref().as_str());
        let mut keymap = named.and_then(Self::shipped).unwrap_or_else(Self::standard);
        let mistakes = keymap.lay_over_own(source, None);
        (keymap, mistakes)
    }

    /// Lays a file over what is there: a named command gets exactly the keys of the file, `[]` unbinds it. Returns mistakes.
    pub fn lay_over(&mut self, source: &str) -> Vec<Mistake> {
        self.layer(source, None, false)
    }

    /// As [`Keymap::lay_over`], for a user: help marks these commands. `table` names the table of the file that holds the
    /// scopes, `keys` in a configuration.
    pub fn lay_over_own(&mut self, source: &str, table: Option<&str>) -> Vec<Mistake> {
        self.layer(source, table, true)
    }

    fn layer(&mut self, source: &str, table: Option<&str>, own: bool) -> Vec<Mistake> {
        let (file, errors) = DeTable::parse_recoverable(source);
        if let Some(error) = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start)) {
            return vec![Mistake::new(error.span().unwrap_or(0..0), "keymap-broken", [("detail", error.message())])];
        }
        let mut mistakes = Vec::new();
        match table {
            None => self.scopes(file.get_ref(), own, &mut mistakes),
            Some(name) => {
                if let Some(value) = file.get_ref().get(name) {
                    match value.get_ref() {
                        DeValue::Table(scopes) => self.scopes(scopes, own, &mut mistakes),
                        _ => mistakes.push(Mistake::new(value.span(), "keymap-not-a-table", [("table", name)])),
                    }
                }
            }
        }
        self.shadowed(file.span(), &mut mistakes);
        mistakes
    }

    fn scopes(&mut self, file: &DeTable<'_>, own: bool, mistakes: &mut Vec<Mistake>) {
        for (table, value) in file {
            let name = table.get_ref().as_ref();
            match (name, value.get_ref()) {
                ("inherit", DeValue::String(base)) if SHIPPED.iter().any(|(shipped, _)| *shipped == base) => {}
                ("inherit", _) => {
                    let names: Vec<&str> = SHIPPED.iter().map(|(name, _)| *name).collect();
                    mistakes.push(Mistake::new(value.span(), "keymap-inherit", [("names", &names.join(", "))]));
                }
                ("letters", DeValue::String(what)) if what == "filter" || what == "commands" => {
                    self.letters_filter = what == "filter";
                }
                ("letters", _) => mistakes.push(Mistake::new(value.span(), "keymap-letters", [])),
                ("counts", DeValue::Boolean(counts)) => self.counts = *counts,
                ("counts", _) => mistakes.push(Mistake::new(value.span(), "keymap-counts", [])),
                (_, found) => {
                    let Some(scope) = Scope::ALL.iter().copied().find(|scope| scope.name() == name) else {
                        let near = nearest_of(name, Scope::ALL.iter().map(|scope| scope.name())).unwrap_or("none");
                        mistakes.push(Mistake::new(table.span(), "keymap-unknown-table", [("table", name), ("near", near)]));
                        continue;
                    };
                    match found {
                        DeValue::Table(commands) => self.scope(scope, commands, own, mistakes),
                        _ => mistakes.push(Mistake::new(value.span(), "keymap-not-a-table", [("table", name)])),
                    }
                }
            }
        }
    }

    fn scope(&mut self, scope: Scope, commands: &DeTable<'_>, own: bool, mistakes: &mut Vec<Mistake>) {
        for (name, value) in commands {
            let text = name.get_ref().as_ref();
            let Some(command) = Command::find(scope, text) else {
                mistakes.push(unknown_command(scope, text, name.span()));
                continue;
            };
            let items: Vec<&Spanned<DeValue<'_>>> = match value.get_ref() {
                DeValue::String(_) => vec![value],
                DeValue::Array(items) => items.iter().collect(),
                _ => {
                    mistakes.push(Mistake::new(value.span(), "keymap-not-keys", [("command", text)]));
                    continue;
                }
            };
            self.unbind(command);
            if own {
                self.own.insert(command);
            }
            for item in items {
                match item.get_ref().as_str().map(Key::sequence) {
                    Some(Ok(sequence)) => self.bind(command, sequence, item.span(), mistakes),
                    Some(Err(error)) => mistakes.push(no_key(&error, item.span())),
                    None => mistakes.push(Mistake::new(item.span(), "keymap-not-keys", [("command", text)])),
                }
            }
        }
    }

    /// What these keys mean in these scopes, the most special first.
    pub fn resolve(&self, scopes: &[Scope], keys: &[Key]) -> Resolution {
        for scope in scopes {
            if let Some(command) = self.bindings.get(&(*scope, keys.to_vec())) {
                return Resolution::Command(*command);
            }
        }
        if self.continuations(scopes, keys).next().is_some() { Resolution::Prefix } else { Resolution::Nothing }
    }

    /// What may follow these keys: the rest of each longer sequence, and its command.
    pub fn continuations<'a>(&'a self, scopes: &'a [Scope], keys: &'a [Key]) -> impl Iterator<Item = (&'a [Key], Command)> {
        self.bindings
            .iter()
            .filter(move |((scope, bound), _)| scopes.contains(scope) && bound.len() > keys.len() && bound.starts_with(keys))
            .map(move |((_, bound), command)| (&bound[keys.len()..], *command))
    }

    /// The keys of a command, the first being the one to show.
    pub fn keys(&self, command: Command) -> &[Vec<Key>] {
        self.keys.get(&command).map_or(&[], Vec::as_slice)
    }

    /// The first key of a command as text, `g g`.
    pub fn shown(&self, command: Command) -> Option<String> {
        self.keys(command).first().map(|sequence| Key::show(sequence))
    }

    /// Did the user choose the keys of this command?
    pub fn is_own(&self, command: Command) -> bool {
        self.own.contains(&command)
    }

    fn unbind(&mut self, command: Command) {
        for sequence in self.keys.remove(&command).unwrap_or_default() {
            self.bindings.remove(&(command.scope(), sequence));
        }
    }

    fn bind(&mut self, command: Command, sequence: Vec<Key>, span: Range<usize>, mistakes: &mut Vec<Mistake>) {
        let keys = Key::show(&sequence);
        match self.bindings.insert((command.scope(), sequence.clone()), command) {
            Some(other) if other == command => {
                mistakes.push(Mistake::new(span, "keymap-twice", [("keys", &keys), ("command", command.name())]));
                return;
            }
            Some(other) => {
                let values = [("keys", keys.as_str()), ("command", command.name()), ("other", other.name())];
                mistakes.push(Mistake::new(span, "keymap-conflict", values));
                self.keys.entry(other).or_default().retain(|bound| *bound != sequence);
            }
            None => {}
        }
        self.keys.entry(command).or_default().push(sequence);
    }

    /// A sequence that starts with the keys of another command in its scope is never reached.
    fn shadowed(&self, span: Range<usize>, mistakes: &mut Vec<Mistake>) {
        let mut found: Vec<(String, &str, &str)> = Vec::new();
        for ((scope, sequence), command) in &self.bindings {
            for length in 1..sequence.len() {
                if let Some(first) = self.bindings.get(&(*scope, sequence[..length].to_vec())) {
                    found.push((Key::show(sequence), command.name(), first.name()));
                }
            }
        }
        found.sort();
        for (keys, command, first) in found {
            let values = [("keys", keys.as_str()), ("command", command), ("other", first)];
            mistakes.push(Mistake::new(span.clone(), "keymap-shadowed", values));
        }
    }
}

fn unknown_command(scope: Scope, name: &str, span: Range<usize>) -> Mistake {
    let elsewhere = Command::ALL.iter().find(|command| command.name() == name).map(|command| command.scope().name());
    if let Some(other) = elsewhere {
        return Mistake::new(span, "keymap-other-table", [("command", name), ("table", scope.name()), ("other", other)]);
    }
    let names = Command::ALL.iter().filter(|command| command.scope() == scope).map(|command| command.name());
    let near = nearest_of(name, names).unwrap_or("none");
    Mistake::new(span, "keymap-unknown-command", [("command", name), ("table", scope.name()), ("near", near)])
}

fn no_key(error: &KeyError, span: Range<usize>) -> Mistake {
    match error {
        KeyError::Empty => Mistake::new(span, "keymap-no-key", []),
        KeyError::Unknown(text) => Mistake::new(span, "keymap-unknown-key", [("text", text), ("near", "none")]),
        KeyError::Misspelt { text, suggestion } => {
            Mistake::new(span, "keymap-unknown-key", [("text", text), ("near", suggestion)])
        }
        KeyError::Same { text, arrives } => Mistake::new(span, "keymap-same-key", [("text", text), ("arrives", arrives)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_keymap_has_no_mistakes() {
        for (name, source) in SHIPPED {
            assert_eq!(Keymap::default().lay_over(source), vec![], "{name}");
        }
    }

    /// A command is within reach when a key of it passes every terminal on the way, or when the palette runs it and a key of
    /// the palette passes.
    #[test]
    fn no_command_is_only_on_keys_that_something_on_the_way_eats() {
        for (name, _) in SHIPPED {
            let keymap = Keymap::shipped(name).unwrap();
            let passes = |command: Command| keymap.keys(command).iter().any(|keys| keys.iter().all(|key| key.passes()));
            assert!(passes(Command::Palette) && passes(Command::Back) && passes(Command::Help), "{name}");
            for command in Command::ALL {
                // Saving has a button of its own that Tab reaches.
                let another_way = !command.scope().is_inner() || *command == Command::Submit;
                assert!(passes(*command) || another_way, "{name}: {command:?}");
            }
        }
    }

    #[test]
    fn the_standard_keymaps_reach_every_command_by_a_key() {
        for name in ["standaard", "vim"] {
            let keymap = Keymap::shipped(name).unwrap();
            // By name in the palette only, as the table of keys has it.
            let without = [
                Command::Keymap,
                Command::Language,
                Command::Theme,
                Command::Mouse,
                Command::ReadOnly,
                Command::Setup,
                Command::SignOut,
                Command::MatchNext,
                Command::MatchPrevious,
            ];
            let unreachable: Vec<_> =
                Command::ALL.iter().filter(|command| keymap.keys(**command).is_empty() && !without.contains(command)).collect();
            assert!(unreachable.is_empty(), "{name}: {unreachable:?}");
        }
    }

    #[test]
    fn what_no_palette_runs_has_a_key_in_every_keymap() {
        for (name, _) in SHIPPED {
            let keymap = Keymap::shipped(name).unwrap();
            let inner = Command::ALL.iter().filter(|command| command.scope().is_inner());
            let unreachable: Vec<_> = inner.filter(|command| keymap.keys(**command).is_empty()).collect();
            assert!(unreachable.is_empty(), "{name}: {unreachable:?}");
        }
    }

    #[test]
    fn office_has_no_command_on_a_letter() {
        let keymap = Keymap::shipped("office").unwrap();
        assert!(keymap.letters_filter);
        for command in Command::ALL.iter().filter(|command| !command.scope().is_inner() && command.scope() != Scope::Card) {
            for keys in keymap.keys(*command) {
                assert!(!keys.iter().any(|key| key.is_letter()), "{command:?} {keys:?}");
            }
        }
    }

    #[test]
    fn a_user_rebinds_and_unbinds() {
        let (keymap, mistakes) = Keymap::of_user("inherit = 'vim'\n[signal]\nclaim = ['x x', 'F2']\nrelease = []\n");
        assert_eq!(mistakes, vec![]);
        assert!(keymap.counts && keymap.is_own(Command::Claim) && !keymap.is_own(Command::Note));
        assert_eq!(keymap.shown(Command::Claim).as_deref(), Some("x x"));
        assert!(keymap.keys(Command::Release).is_empty());
        assert_eq!(keymap.resolve(&[Scope::Signal], &Key::sequence("x").unwrap()), Resolution::Prefix);
        assert_eq!(keymap.resolve(&[Scope::Signal], &Key::sequence("x x").unwrap()), Resolution::Command(Command::Claim));
    }

    #[test]
    fn every_kind_of_mistake_is_told_at_its_place_and_the_rest_counts() {
        let source = "inherit = 'emacs'\n\
            letters = 3\n\
            [singal]\na = 'b'\n\
            [menu]\nnext = 5\npick = ['Entr']\nclose = ['']\n\
            [signal]\nclam = 'q'\ndown = 'Down'\nclaim = ['x', 'x', 7]\nnote = 'x'\nstatus = 'Ctrl+I'\nurgency = 'W'\n\
            [list]\ndown = 'g'\n\
            [text]\nsubmit = []\n";
        let (keymap, mistakes) = Keymap::of_user(source);
        let told: Vec<(&str, &str)> = mistakes.iter().map(|one| (one.key, &source[one.span.clone()])).take(12).collect();
        for expected in [
            ("keymap-inherit", "'emacs'"),
            ("keymap-letters", "3"),
            ("keymap-unknown-table", "singal"),
            ("keymap-not-keys", "5"),
            ("keymap-unknown-key", "'Entr'"),
            ("keymap-no-key", "''"),
            ("keymap-unknown-command", "clam"),
            ("keymap-other-table", "down"),
            ("keymap-twice", "'x'"),
            ("keymap-not-keys", "7"),
            ("keymap-conflict", "'x'"),
            ("keymap-same-key", "'Ctrl+I'"),
        ] {
            assert!(told.contains(&expected), "{expected:?} in {told:?}");
        }
        assert!(mistakes.iter().any(|one| one.key == "keymap-shadowed"), "g hides g g");
        assert_eq!(keymap.shown(Command::Urgency).as_deref(), Some("W"), "what is right counts");
        assert_eq!(Keymap::of_user("[signal\n").1[0].key, "keymap-broken");
    }
}
