//! Help and palette: lists of commands that typing filters and Enter runs. Help is complete and in groups; the palette puts
//! the best match first.

use super::{
    Pane, State,
    command::{Command, HINTS, Scope, Trait},
    field::Field,
    hints, legend, list,
    list::ListCursor,
};
use crate::{
    client::replica::{Ranker, SkimRanker},
    domain::{fold::fold, text::SafeText},
    tui::app::{
        key::{Key, KeyCode},
        printed::printed,
    },
};
use std::sync::Arc;

mod fit;
mod line;
mod pages;
mod stem;

use fit::{ALIASES, BEGINS_SO, CALLED_SO, HOLDS, fit};
pub use fit::{Index, index};
pub use line::FinderLine;

/// Signals that are shown for a number, at most.
const MOST_SIGNALS: usize = 50;

/// What a finder shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Every command with its keys, in groups.
    Help,
    /// Commands by name, the best match first.
    Palette,
    /// What can be done with the signal under the cursor, or why not.
    Actions,
    /// Pages about instruments and rules.
    Explanations,
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
    index: Arc<Index>,
}

impl Finder {
    /// Opens one.
    pub fn new(kind: Kind, index: Arc<Index>) -> Self {
        Self { kind, input: Field::line(""), list: ListCursor::default(), index }
    }

    /// The lines that match what was typed, by name or by key.
    pub fn lines(&self, state: &State) -> Vec<FinderLine> {
        match self.number() {
            Some(number) => numbered(state, number),
            None if self.kind == Kind::Help => self.grouped(state),
            None if self.kind == Kind::Explanations => pages::all(state, self.input.text()),
            None => {
                let typed = self.input.text().trim();
                if let Some(lines) = pages::asked(state, self.kind, typed) {
                    return lines;
                }
                let (mut lines, held) = self.ranked(state);
                pages::beside(state, self.kind, typed, held, &mut lines);
                if self.kind == Kind::Palette && !typed.is_empty() && typed.chars().all(|c| c.is_ascii_digit()) {
                    lines.extend(numbered(state, typed));
                }
                lines
            }
        }
    }

    /// What follows `#` in the palette: the number of a signal, or the start of one.
    pub fn number(&self) -> Option<&str> {
        self.input.text().trim().strip_prefix('#').filter(|_| self.kind == Kind::Palette)
    }

    /// The line under the cursor.
    pub fn current(&self, state: &State) -> Option<FinderLine> {
        self.lines(state).into_iter().nth(self.list.row).filter(|line| line.is_picked())
    }

    /// Why nothing is found: the key of a text. What was typed may be the name of a key that does nothing.
    pub fn nothing(&self) -> &'static str {
        match self.number() {
            _ if self.kind == Kind::Explanations => "explanations-nothing",
            Some(number) if number.trim().is_empty() => "palette-number",
            Some(_) => "palette-no-number",
            None if names_key(self.input.text().trim()) => "help-no-key",
            None => "help-nothing",
        }
    }

    /// How many lines can be picked.
    pub fn count(lines: &[FinderLine]) -> usize {
        lines.iter().filter(|line| line.is_picked()).count()
    }

    /// Moves the cursor over lines; headings are passed by. With 0 it goes to the first that can be picked from where it is, or, where
    /// nothing is typed, that is told.
    pub fn step(&mut self, state: &State, by: isize, height: usize) {
        let lines = self.lines(state);
        // Enter runs what was searched for, not what is told before it.
        let searched = by == 0 && !self.input.text().trim().is_empty();
        let stops = |line: &FinderLine| if searched { line.is_picked() } else { line.is_stop() };
        let at: Vec<usize> = lines.iter().enumerate().filter(|(_, line)| stops(line)).map(|(at, _)| at).collect();
        let now = at.iter().position(|row| *row >= self.list.row).unwrap_or(at.len().saturating_sub(1));
        let next = now.saturating_add_signed(by).min(at.len().saturating_sub(1));
        // The heading above the first one comes into view with it.
        let row = at.get(next).copied().unwrap_or(0);
        self.list.go(if next == 0 { 0 } else { row }, lines.len(), list::NO_HEADINGS, height);
        self.list.row = row;
        self.list.moved |= by != 0;
    }

    /// Puts the cursor on the command that is called what was typed, or that somebody calls so, wherever it stands among those that only tell of it; none is: on
    /// the first hit, also where that is only told.
    pub(super) fn go_to_named(&mut self, state: &State, height: usize) {
        let wanted = fold(self.input.text().trim());
        let lines = self.lines(state);
        let called = |line: &FinderLine| match line {
            FinderLine::Command { word, .. } | FinderLine::Page { title: word, .. } => fold(word).starts_with(&wanted),
            _ => false,
        };
        let is_called = |line: &FinderLine| match line {
            FinderLine::Command { command, .. } => {
                self.index.iter().any(|(other, words)| other == command && words.are_called(&wanted))
            }
            _ => false,
        };
        let hit = lines.iter().position(called).or_else(|| lines.iter().position(is_called));
        let hit = hit.or_else(|| lines.iter().position(FinderLine::is_stop));
        if let Some(at) = hit.filter(|_| self.kind == Kind::Help && !wanted.is_empty()) {
            self.list.go(at, lines.len(), list::NO_HEADINGS, height);
        }
    }

    /// Puts the cursor on a line, unless it is a heading.
    pub fn go(&mut self, state: &State, at: usize) {
        if self.lines(state).get(at).is_some_and(FinderLine::is_stop) {
            self.list.row = at;
        }
    }

    fn grouped(&self, state: &State) -> Vec<FinderLine> {
        let (typed, wanted) = (self.input.text().trim(), fold(self.input.text().trim()));
        // Over a window, and while something is typed, help begins with what works there. Signs and words of the filter come first
        // where they are on the screen.
        let over = state.beneath().is_some();
        let here: &[Scope] = if over || state.is_filtering() { state.place() } else { &[] };
        let mut legend = legend::lines(state, typed, &wanted);
        let mut lines = if over { vec![] } else { std::mem::take(&mut legend) };
        let rest = Scope::ALL.iter().filter(|scope| !here.contains(scope));
        for (at, scope) in here.iter().chain(rest).enumerate() {
            if at == here.len() {
                lines.append(&mut legend);
            }
            let hits = self.index.iter().filter(|(command, _)| command.scope() == *scope).filter(|(command, words)| {
                typed.is_empty()
                    || by_key(state, *command, typed)
                    // A letter alone is a key: almost every sentence holds it.
                    || wanted.split(' ').all(|word| word.chars().count() > 1 && words.hold(word))
            });
            let mut hits: Vec<Command> = hits.map(|(command, _)| *command).collect();
            let mut heading = state.scope_name(*scope, here.contains(scope), &mut hits);
            if here.contains(scope) {
                hits.sort_by_key(|command| {
                    let place = HINTS.iter().position(|hint| hint == command).unwrap_or(HINTS.len());
                    (state.unavailable_from_list(*command).is_some(), place)
                });
                heading = state.texts.with("help-here", &[("what", heading.into())]);
            }
            let mut found: Vec<FinderLine> = hits.into_iter().map(|command| line(state, command, false)).collect();
            if !found.is_empty() {
                lines.push(FinderLine::Heading(heading));
                lines.append(&mut found);
            }
        }
        pages::group(state, typed, &mut lines);
        if typed.is_empty() {
            lines.extend(legend::last_lines(state));
        }
        lines
    }

    /// The commands that fit, and whether one of them holds what was typed: else only its letters are found.
    fn ranked(&self, state: &State) -> (Vec<FinderLine>, bool) {
        let typed = self.input.text().trim();
        let wanted = fold(typed);
        let mut hits: Vec<(i64, usize, Command)> = Vec::new();
        for (at, (command, words)) in self.index.iter().enumerate() {
            let alias = self.kind == Kind::Palette && ALIASES.iter().any(|(alias, other)| *alias == typed && other == command);
            if !alias && !self.kind.holds(*command, state) {
                continue;
            }
            let score = if typed.is_empty() {
                Some(0)
            } else if alias || by_key(state, *command, typed) {
                Some(i64::MAX)
            } else {
                fit(&fold(&state.texts.get(&command.word())), words, &wanted).or_else(|| {
                    SkimRanker.score(&fold(&state.texts.get(&command.word())), &wanted).map(|score| score.min(HOLDS - 1))
                })
            };
            hits.extend(score.map(|score| (score, at, *command)));
        }
        // What only tells of it counts when nothing is called so, scattered letters when nothing holds what was typed.
        let best = hits.iter().map(|(score, ..)| *score).max().unwrap_or(0);
        let least = if best > HOLDS { HOLDS + 1 } else { best.min(HOLDS) };
        hits.retain(|(score, ..)| *score >= least || best < HOLDS);
        // What another pane is for comes last; of what fits as well what can be done now comes first, and what is for this screen.
        hits.sort_by_cached_key(|(score, at, command)| {
            let elsewhere = (state.pane == Pane::Agenda) != (command.scope() == Scope::Agenda);
            let not_now = state.unavailable_from_list(*command).is_some();
            // Called exactly so, and not to be had: after what begins so and is.
            let score = &if not_now && *score == HOLDS + CALLED_SO { HOLDS + BEGINS_SO } else { *score };
            (elsewhere && not_now && *score < i64::MAX, -*score, not_now, elsewhere, *at)
        });
        if typed.is_empty() {
            // What can be done now comes first, of that what is used most, of that what the hint line shows.
            let wanted = |command: Command| {
                // In the queue few signals have one.
                let elsewhere = command.scope() == Scope::Arrangement && state.pane != Pane::Board;
                HINTS.iter().position(|hint| *hint == command && !elsewhere).unwrap_or(HINTS.len())
            };
            hits.sort_by_cached_key(|(_, at, command)| {
                (state.unavailable_from_list(*command).is_some(), -state.times_from_palette(*command), wanted(*command), *at)
            });
        }
        (hits.into_iter().map(|(_, _, command)| line(state, command, true)).collect(), best >= HOLDS)
    }
}

impl Kind {
    fn holds(self, command: Command, state: &State) -> bool {
        let scope = command.scope();
        match self {
            Self::Help => true,
            Self::Explanations => false,
            // Of what lies on top only what it is for; moving in it needs no list.
            // A template is looked for before there is a text it could go into.
            Self::Palette if command == Command::Template => true,
            Self::Palette => !scope.is_inner() || (state.scopes_beneath().contains(&scope) && HINTS.contains(&command)),
            Self::Actions if state.pane == Pane::Register => scope == Scope::Card,
            Self::Actions if state.pane == Pane::Board => {
                matches!(scope, Scope::TimeOut | Scope::Arrangement | Scope::Signal | Scope::Board)
            }
            Self::Actions if state.pane == Pane::Traces => scope == Scope::Traces,
            Self::Actions if state.pane == Pane::Agenda => {
                matches!(scope, Scope::Agenda | Scope::TimeOut | Scope::Arrangement | Scope::Signal)
            }
            Self::Actions => matches!(scope, Scope::Signal | Scope::Detail | Scope::Arrangement) || command == Command::Suspend,
        }
    }
}

/// Open and closed signals whose number begins with what was typed, the newest first.
fn numbered(state: &State, typed: &str) -> Vec<FinderLine> {
    let digits = typed.trim().trim_start_matches(['S', 's', '-']);
    let (year, sequence) = match digits.split_once('-') {
        Some((year, sequence)) => (year, sequence.trim_start_matches('0')),
        None => ("", digits.trim_start_matches('0')),
    };
    let signals = state.replica.signals();
    let begins = |number: u32| {
        let mut left = number;
        while left > 0 && left.ilog10() as usize >= sequence.len() {
            left /= 10;
        }
        sequence.parse() == Ok(left)
    };
    let whole_year = year.is_empty() || year.len() == 4;
    let digits_only = sequence.chars().all(|c| c.is_ascii_digit()) && year.chars().all(|c| c.is_ascii_digit());
    if !digits_only || !whole_year || sequence.is_empty() {
        return vec![];
    }
    let year: Option<u16> = year.parse().ok();
    let mut rows: Vec<(bool, std::cmp::Reverse<i64>, u32)> = (0..signals.len())
        .filter_map(|row| Some((signals.get(row)?.number(), row)))
        .filter(|(number, _)| year.is_none_or(|year| number.year() == year) && begins(number.sequence()))
        .map(|(number, row)| (number.sequence().to_string() != sequence, std::cmp::Reverse(number.as_i64()), row))
        .collect();
    rows.sort_unstable();
    let line = |row: u32| {
        let row = signals.get(row)?;
        let municipality = row.municipality().map(|code| state.reference.municipality(code)).unwrap_or_default();
        Some(FinderLine::Signal {
            id: row.id(),
            number: row.number().to_string(),
            title: SafeText::line(row.title()),
            municipality: SafeText::line(&municipality),
        })
    };
    rows.into_iter().take(MOST_SIGNALS).filter_map(|(_, _, row)| line(row)).collect()
}

/// Is this the name of a key, `F6` or `Ctrl+B`? A character alone is a word too.
fn names_key(typed: &str) -> bool {
    let plain = |key: &Key| matches!(key, Key { code: KeyCode::Char(_), ctrl: false, alt: false, .. });
    Key::sequence(typed).is_ok_and(|keys| !keys.iter().all(plain))
}

fn by_key(state: &State, command: Command, typed: &str) -> bool {
    // A letter alone is another key than its capital; `f6` is meant as F6.
    let named = typed.chars().nth(1).is_some();
    let is = |shown: String| shown == typed || named && fold(&shown) == fold(typed);
    state.keymap.keys(command).iter().any(|keys| is(Key::show(keys)) || is(printed(keys, &state.texts)))
}

fn line(state: &State, command: Command, here: bool) -> FinderLine {
    let keys = hints::keys_of(state, command, here);
    let own = if state.keymap.is_own(command) { " *" } else { "" };
    let meant = state.meant_by(command);
    let sentence = state.sentence_here(meant);
    let marked = state.marked_for(command);
    FinderLine::Command {
        command,
        scope: state.texts.get(&format!("scope-{}-short", command.scope().name())),
        keys: format!("{}{own}", keys.join("  ")),
        word: state.texts.get(&meant.word()),
        sentence: match marked {
            0 => sentence,
            count => format!("{}: {sentence}", state.texts.with("count-marked", &[("count", count.into())])),
        },
        unavailable: state.unavailable_from_list(command).map(|reason| state.reason(&reason)),
    }
}

impl State {
    /// What a command does, in a sentence; on the board that of what it does there, where it is something else.
    pub fn sentence_here(&self, command: Command) -> String {
        let sentence = command.sentence();
        let on_board = format!("{sentence}-board");
        let told = if self.pane == Pane::Board && self.texts.has(&on_board) { on_board } else { sentence };
        self.texts.get(&told)
    }

    /// On how many marked signals the command would work; 0 when it works on the one under the cursor.
    pub fn marked_for(&self, command: Command) -> usize {
        let many = command.is(Trait::Many) && self.signals.open.is_none() && self.pane == Pane::Signals;
        if many { self.signals.marks.len() } else { 0 }
    }
}
