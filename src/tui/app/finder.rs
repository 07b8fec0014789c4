//! Help and palette: lists of commands that typing filters and Enter runs. Help is complete and in groups; the palette puts
//! the best match first.

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

use super::{
    State,
    command::{Command, Scope},
    field::Field,
    list::ListCursor,
};
use crate::{
    domain::fold::fold,
    locale::{Language, Texts},
    tui::app::key::Key,
};

/// What a finder shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Every command with its keys, in groups.
    Help,
    /// Commands by name, the best match first.
    Palette,
    /// What can be done with the signal under the cursor, or why not.
    Actions,
}

/// A list of commands with a field above it.
#[derive(Debug, Clone)]
pub struct Finder {
    /// What it shows.
    pub kind: Kind,
    /// What was typed.
    pub input: Field,
    /// The cursor, over lines.
    pub list: ListCursor,
    /// What each command is found by: its words in both languages, folded.
    index: Vec<(Command, String)>,
}

/// A line of a finder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FinderLine {
    /// A group.
    Heading(String),
    /// A command.
    Command {
        /// Which.
        command: Command,
        /// Its keys.
        keys: String,
        /// Its word.
        word: String,
        /// What it does.
        sentence: String,
        /// Why it cannot run now.
        unavailable: Option<String>,
    },
}

impl Finder {
    /// Opens one. Words of both languages find a command.
    pub fn new(kind: Kind) -> Self {
        let texts: Vec<Texts> = Language::ALL.iter().map(|language| Texts::new(*language)).collect();
        let words = |command: Command| {
            let mut all = command.name().replace('-', " ");
            for texts in &texts {
                all.push_str(&format!(" {} {}", texts.get(&command.word()), texts.get(&command.sentence())));
            }
            fold(&all)
        };
        let index =
            Command::ALL.iter().filter(|command| kind.holds(**command)).map(|command| (*command, words(*command))).collect();
        Self { kind, input: Field::line(""), list: ListCursor::default(), index }
    }

    /// The lines that match what was typed, by name or by key.
    pub fn lines(&self, state: &State) -> Vec<FinderLine> {
        match self.kind {
            Kind::Help => self.grouped(state),
            Kind::Palette | Kind::Actions => self.ranked(state),
        }
    }

    /// The command under the cursor.
    pub fn current(&self, state: &State) -> Option<Command> {
        match self.lines(state).get(self.list.row) {
            Some(FinderLine::Command { command, .. }) => Some(*command),
            _ => None,
        }
    }

    /// Moves the cursor over commands; headings are passed by.
    pub fn step(&mut self, state: &State, by: isize, height: usize) {
        let lines = self.lines(state);
        let at: Vec<usize> =
            lines.iter().enumerate().filter(|(_, line)| matches!(line, FinderLine::Command { .. })).map(|(at, _)| at).collect();
        let now = at.iter().position(|row| *row >= self.list.row).unwrap_or(at.len().saturating_sub(1));
        let next = now.saturating_add_signed(by).min(at.len().saturating_sub(1));
        // The heading above the first one comes into view with it.
        let row = at.get(next).copied().unwrap_or(0);
        self.list.go(if next == 0 { 0 } else { row }, lines.len(), &[], height);
        self.list.row = row;
        self.list.moved |= by != 0;
    }

    /// Puts the cursor on a line, if it is a command.
    pub fn go(&mut self, state: &State, at: usize) {
        if matches!(self.lines(state).get(at), Some(FinderLine::Command { .. })) {
            self.list.row = at;
        }
    }

    fn grouped(&self, state: &State) -> Vec<FinderLine> {
        let (typed, wanted) = (self.input.text().trim(), fold(self.input.text().trim()));
        let mut lines = Vec::new();
        for scope in Scope::ALL {
            let hits = self.index.iter().filter(|(command, _)| command.scope() == *scope).filter(|(command, words)| {
                typed.is_empty()
                    || by_key(state, *command, typed)
                    || (wanted.chars().count() > 1 && wanted.split(' ').all(|word| words.contains(word)))
            });
            let mut found: Vec<FinderLine> = hits.map(|(command, _)| line(state, *command)).collect();
            if !found.is_empty() {
                lines.push(FinderLine::Heading(state.texts.get(&format!("scope-{}", scope.name()))));
                lines.append(&mut found);
            }
        }
        lines
    }

    fn ranked(&self, state: &State) -> Vec<FinderLine> {
        let typed = self.input.text().trim();
        let wanted = fold(typed);
        let matcher = SkimMatcherV2::default();
        let mut hits: Vec<(i64, usize, Command)> = Vec::new();
        for (at, (command, words)) in self.index.iter().enumerate() {
            let alias = ALIASES.iter().any(|(alias, other)| *alias == typed && other == command);
            let score = if typed.is_empty() {
                Some(0)
            } else if alias || by_key(state, *command, typed) {
                Some(i64::MAX)
            } else {
                let word = fold(&state.texts.get(&command.word()));
                let all: Option<i64> = wanted.split(' ').map(|part| matcher.fuzzy_match(words, part)).sum();
                let whole = wanted.split(' ').all(|part| words.contains(part));
                let better = [(word.starts_with(&wanted), BEGINS), (whole, HOLDS)];
                all.map(|score| score + better.iter().filter(|(is, _)| *is).map(|(_, more)| more).sum::<i64>())
            };
            hits.extend(score.map(|score| (score, at, *command)));
        }
        // Scattered letters count only when nothing holds what was typed.
        if hits.iter().any(|(score, ..)| *score >= HOLDS) {
            hits.retain(|(score, ..)| *score >= HOLDS);
        }
        hits.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut lines: Vec<FinderLine> = hits.into_iter().map(|(_, _, command)| line(state, command)).collect();
        if typed.is_empty() {
            // What can be done now comes first.
            lines.sort_by_key(|line| matches!(line, FinderLine::Command { unavailable: Some(_), .. }));
        }
        lines
    }
}

impl Kind {
    fn holds(self, command: Command) -> bool {
        match self {
            Self::Help => true,
            Self::Palette => !command.scope().is_inner() || matches!(command, Command::Template | Command::Editor),
            Self::Actions => matches!(command.scope(), Scope::Signal | Scope::Detail),
        }
    }
}

/// What a score is raised by when the words hold what was typed, and when the command's word begins with it.
const HOLDS: i64 = 100_000;
const BEGINS: i64 = 1_000;

/// What fingers that know vim type after a colon.
const ALIASES: &[(&str, Command)] = &[("q", Command::Quit), ("quit", Command::Quit), ("h", Command::Help)];

fn by_key(state: &State, command: Command, typed: &str) -> bool {
    state.keymap.keys(command).iter().any(|keys| Key::show(keys) == typed)
}

fn line(state: &State, command: Command) -> FinderLine {
    let keys: Vec<String> = state.keymap.keys(command).iter().map(|keys| Key::show(keys)).collect();
    let own = if state.keymap.is_own(command) { " *" } else { "" };
    FinderLine::Command {
        command,
        keys: format!("{}{own}", keys.join("  ")),
        word: state.texts.get(&command.word()),
        sentence: state.texts.get(&command.sentence()),
        unavailable: state.unavailable_from_list(command).map(|reason| state.reason(&reason)),
    }
}
