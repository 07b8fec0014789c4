//! Letters in a small menu. Where letters are commands, the letter of a line picks it. Where they are not, lines show no letter: what
//! is typed moves the cursor to the line that begins so, and only Enter picks: a word typed into a menu decides nothing by its first
//! letter.

use super::{
    Modal, State, Tone,
    choose::{Choice, Choose, Item},
    command::{Command, Scope},
    key::{Key, KeyCode},
    keymap::Resolution,
    message::{Effect, Timer},
    panel::PanelKind,
};
use crate::domain::{Instant, fold::fold, text::SafeText};

/// Milliseconds after which a letter begins a new word, and arrows step over every line again.
const SAME_WORD: i64 = 2000;

/// What was typed into a menu so far, and when last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    word: String,
    at: Instant,
    /// Where the cursor was before the word: it goes back there when nothing begins so.
    from: usize,
}

/// What is left of a name whose first letter chose it: who types it whole means that line, and no commands or filter of the new keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rest {
    left: String,
    begun: bool,
    at: Instant,
}

impl Typed {
    /// What was typed so far with this letter behind it; a pause begins a new word. Nothing: it begins no word.
    fn with(earlier: Option<Self>, letter: char, now: Instant, cursor: usize) -> Option<Self> {
        let earlier = earlier.filter(|typed| (now - typed.at).num_milliseconds() <= SAME_WORD);
        let (mut word, from) = earlier.map_or_else(|| (String::new(), cursor), |typed| (typed.word, typed.from));
        if !letter.is_alphanumeric() && (word.is_empty() || letter != ' ') {
            return None;
        }
        word.push(letter);
        Some(Self { word, at: now, from })
    }

    /// The first of these that begins so, or that has a word that does.
    fn find(&self, labels: &[&str]) -> Option<usize> {
        let wanted = fold(&self.word);
        let begins = labels.iter().position(|label| fold(label).starts_with(&wanted));
        begins.or_else(|| self.fitting(labels).first().copied())
    }

    /// Those of these that begin so, or that have a word that does.
    fn fitting(&self, labels: &[&str]) -> Vec<usize> {
        let wanted = fold(&self.word);
        let fits = |label: &str| label.starts_with(&wanted) || label.split(' ').any(|one| one.starts_with(&wanted));
        (0..labels.len()).filter(|at| fits(&fold(labels[*at]))).collect()
    }
}

impl State {
    /// Is this key the next letter of the name of the keys that were just chosen by its first, or Enter behind it?
    pub(super) fn goes_on_naming(&mut self, key: Key) -> bool {
        let Some(rest) = self.choices.rest.take() else { return false };
        let soon = (self.now - rest.at).num_milliseconds() <= SAME_WORD;
        match key {
            Key { code: KeyCode::Char(letter), ctrl: false, alt: false, .. } if soon && rest.left.starts_with(letter) => {
                let left = rest.left.chars().skip(1).collect();
                self.choices.rest = Some(Rest { left, begun: true, at: self.now });
                true
            }
            Key { code: KeyCode::Enter, ctrl: false, alt: false, .. } => soon && rest.begun,
            _ => false,
        }
    }

    /// A key that goes on with what was typed into a menu: arrows step over the lines that begin so, the backspace takes the last
    /// letter away and Esc all of them.
    fn goes_on_in_menu(&mut self, key: Key) -> bool {
        let command = match self.keymap.resolve(&[Scope::Menu], &[key]) {
            Resolution::Command(command) => Some(command),
            _ => None,
        };
        let now = self.now;
        let Some(Modal::Choose(menu)) = self.modals.last_mut() else { return false };
        if menu.typed.is_none() {
            return false;
        }
        match (key.code, command) {
            (_, Some(Command::MenuNext)) => menu.step_fitting(true, now),
            (_, Some(Command::MenuPrevious)) => menu.step_fitting(false, now),
            (KeyCode::Backspace, _) => {
                menu.take_letter(now);
                true
            }
            (KeyCode::Esc, _) => menu.typed.take().is_some(),
            _ => false,
        }
    }

    /// Nothing was typed for a while: what is typed next in the menu begins a new word.
    pub(super) fn menu_paused(&mut self) -> Vec<Effect> {
        if let Some(Modal::Choose(menu)) = self.modals.last_mut() {
            menu.typed = None;
        }
        vec![]
    }

    /// A letter in a menu, or in a list to choose from. Nothing: there is none, or it is no letter of it.
    pub(super) fn menu_letter(&mut self, key: Key) -> Option<Vec<Effect>> {
        let (now, types) = (self.now, self.keymap.letters_filter);
        if let Some(Modal::Choose(menu)) = self.modals.last_mut() {
            menu.stray.clear();
            menu.forget_if_paused(now);
        }
        let waits = vec![Effect::Wait(SAME_WORD.unsigned_abs(), Timer::Menu(self.presses))];
        if self.goes_on_in_menu(key) {
            return Some(waits);
        }
        let letter = match key {
            Key { code: KeyCode::Char(letter), ctrl: false, alt: false, .. } => letter,
            _ => '\0',
        };
        if letter == '\0' || letter == ' ' && matches!(self.modals.last(), Some(Modal::Panel(_))) {
            // Any other key ends the word.
            match self.modals.last_mut() {
                Some(Modal::Choose(menu)) => menu.typed = None,
                Some(Modal::Panel(panel)) => panel.typed = None,
                _ => {}
            }
            return None;
        }
        match self.modals.last_mut()? {
            Modal::Choose(menu) if types => menu.type_letter(letter, now).then_some(waits),
            Modal::Choose(menu) => {
                menu.cursor = menu.items.iter().position(|item| item.letter == letter)?;
                let rest = match menu.items.get(menu.cursor).map(|item| &item.choice) {
                    Some(Choice::Keymap(name)) => Some(Rest { left: name.chars().skip(1).collect(), begun: false, at: now }),
                    _ => None,
                };
                let effects = self.pick();
                self.choices.rest = rest;
                Some(effects)
            }
            Modal::Panel(panel) if types && letter.is_alphanumeric() => {
                let typed = Typed::with(panel.typed.take(), letter, now, panel.list.row)?;
                let kind = panel.kind;
                panel.typed = Some(typed.clone());
                let lines = self.panel_lines(kind);
                let labels: Vec<&str> =
                    lines.iter().map(|line| if line.is_heading() { "" } else { line.label.as_str() }).collect();
                match typed.find(&labels) {
                    Some(at) => drop(self.panel_select(at)),
                    None => {
                        self.panel_select(typed.from);
                        let key = if kind == PanelKind::Facets { "facets-nothing" } else { "menu-nothing" };
                        self.say_with(Tone::Info, key, &[("typed", typed.word.as_str().into())]);
                    }
                }
                Some(vec![])
            }
            _ => None,
        }
    }
}

impl State {
    /// A character that does nothing here was typed; over a menu the menu says so.
    pub(super) fn stray_key(&mut self, key: Key) {
        if let (Some(Modal::Choose(menu)), Key { code: KeyCode::Char(letter), ctrl: false, alt: false, .. }) =
            (self.modals.last_mut(), key)
        {
            menu.stray = letter.to_string();
        }
    }

    /// Below the lines of a menu: what a question takes, or that what was typed is none of it.
    pub fn words_below_menu(&self, menu: &Choose) -> Option<String> {
        let typed = SafeText::line(&menu.stray).into_string();
        let word = menu.typed.as_ref().map(|typed| SafeText::line(&typed.word).into_string()).filter(|_| typed.is_empty());
        let word = word.map(|word| self.texts.with("menu-typed", &[("typed", word.into())]));
        if !menu.is_question() {
            let nothing = || (!typed.is_empty()).then(|| self.texts.with("menu-nothing", &[("typed", typed.as_str().into())]));
            return word.or_else(nothing);
        }
        let types = self.keymap.letters_filter;
        let letter =
            |item: &Item| if types { item.label.chars().next().map(|c| c.to_ascii_lowercase()) } else { Some(item.letter) };
        let mut letters: Vec<String> = menu.items.iter().filter_map(letter).map(String::from).collect();
        let last = letters.pop()?;
        let letters = self.texts.with("choose-letters", &[("some", letters.join(", ").into()), ("last", last.into())]);
        let label = menu.items.get(menu.cursor)?.label.clone();
        let key = match (typed.is_empty(), types) {
            (true, false) => "choose-takes",
            (true, true) => "choose-takes-typed",
            (false, _) => "choose-stray",
        };
        let takes = self.texts.with(key, &[("letters", letters.into()), ("label", label.into()), ("typed", typed.into())]);
        Some(word.map_or_else(|| takes.clone(), |word| format!("{word}. {takes}")))
    }
}

impl Choose {
    /// Moves the cursor to the line that was typed. Says whether it was taken.
    fn type_letter(&mut self, letter: char, now: Instant) -> bool {
        let Some(typed) = Typed::with(self.typed.take(), letter, now, self.cursor) else { return false };
        match typed.find(&self.labels()) {
            Some(at) => self.cursor = at,
            None => (self.cursor, self.stray) = (typed.from, typed.word.clone()),
        }
        self.typed = Some(typed);
        true
    }

    fn labels(&self) -> Vec<&str> {
        self.items.iter().map(|item| item.label.as_str()).collect()
    }

    /// After a pause what was typed counts no more.
    fn forget_if_paused(&mut self, now: Instant) {
        self.typed = self.typed.take().filter(|typed| (now - typed.at).num_milliseconds() <= SAME_WORD);
    }

    /// To the next line that fits what was typed, or the one before; round the corner. Says whether there is one.
    fn step_fitting(&mut self, forward: bool, now: Instant) -> bool {
        let fitting = self.typed.as_ref().map_or_else(Vec::new, |typed| typed.fitting(&self.labels()));
        let next = match forward {
            true => fitting.iter().find(|at| **at > self.cursor).or(fitting.first()),
            false => fitting.iter().rfind(|at| **at < self.cursor).or(fitting.last()),
        };
        let Some(next) = next.copied() else { return false };
        self.cursor = next;
        self.typed.iter_mut().for_each(|typed| typed.at = now);
        true
    }

    /// Takes the last typed letter away; without any the cursor is where it was before.
    fn take_letter(&mut self, now: Instant) {
        let Some(mut typed) = self.typed.take() else { return };
        typed.word.pop();
        typed.at = now;
        let found = typed.find(&self.labels()).filter(|_| !typed.word.is_empty());
        self.cursor = found.unwrap_or(typed.from);
        self.typed = (!typed.word.is_empty()).then_some(typed);
    }
}
