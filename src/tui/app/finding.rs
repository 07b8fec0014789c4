//! Help, palette and small menus at work: opening, moving, running what was picked.

use super::{
    Modal, State, Tone,
    choose::{Choice, Choose, Item},
    command::{Command, Trait},
    finder::{self, Finder, FinderLine, Kind},
    layout,
    list::ListCursor,
    lookup::Lookup,
    message::Effect,
    signals::View,
};
use crate::{
    domain::{fold::fold, ids::SignalId},
    locale::Language,
};
use std::sync::Arc;

/// The size of the palette, when there is room.
pub const PALETTE: (u16, u16) = (92, 23);
/// The size of the help: all there is.
pub fn help_size((_, height): (u16, u16)) -> (u16, u16) {
    (110, height)
}
/// Lines below the list of the help: all that is to be said of the line under the cursor.
pub const HELP_FOOT: u16 = 3;
/// The same below the palette and the actions.
pub const PALETTE_FOOT: u16 = 2;

/// Runs from the palette after which the key of the command is told.
const TAUGHT_AFTER: u8 = 3;

impl State {
    /// How many lines of a finder are shown.
    pub fn finder_height(&self, kind: Kind) -> usize {
        let height = match kind {
            Kind::Help => layout::centred(self.size, help_size(self.size)).height.saturating_sub(HELP_FOOT - 1),
            Kind::Palette | Kind::Actions | Kind::Explanations => {
                layout::centred(self.size, PALETTE).height.saturating_sub(PALETTE_FOOT - 1)
            }
        };
        usize::from(height.saturating_sub(6)).max(1)
    }

    pub(super) fn find(&mut self, kind: Kind) -> Vec<Effect> {
        // One list of commands at a time.
        self.modals.retain(|modal| !matches!(modal, Modal::Finder(_)));
        let index = self.index.get_or_insert_with(|| Arc::new(finder::index(&self.texts))).clone();
        self.modals.push(Modal::Finder(Box::new(Finder::new(kind, index))));
        self.found_anew()
    }

    /// How often a command was run from the palette.
    pub(super) fn times_from_palette(&self, command: Command) -> i16 {
        self.from_palette.get(&command).copied().unwrap_or(0).into()
    }

    /// What was typed changed: the cursor goes to the first hit. A prefix leads elsewhere.
    pub(super) fn found_anew(&mut self) -> Vec<Effect> {
        let Some(Modal::Finder(finder)) = self.modals.last() else { return vec![] };
        let text = finder.input.text().to_owned();
        if finder.kind == Kind::Palette && text.starts_with('@') {
            self.modals.pop();
            self.run(Command::Lookup);
            if let Some(Modal::Lookup(lookup)) = self.modals.last_mut() {
                let lookup: &mut Lookup = lookup;
                lookup.query.set(text[1..].trim_start());
            }
            return self.search();
        }
        if finder.kind == Kind::Palette
            && let Some(typed) = text.strip_prefix(super::picking::OPENS)
        {
            self.modals.pop();
            return self.pick_template(typed.trim_start());
        }
        if finder.kind == Kind::Palette
            && let Some(rest) = text.strip_prefix('?')
        {
            let rest = rest.trim_start().to_owned();
            if let Some(Modal::Finder(finder)) = self.modals.last_mut() {
                finder.kind = Kind::Help;
                finder.input.set(&rest);
            }
        }
        self.finder_step(|finder, state, height| {
            finder.list = ListCursor::default();
            finder.step(state, 0, height);
            finder.go_to_named(state, height);
        });
        vec![]
    }

    fn finder_step(&mut self, change: impl FnOnce(&mut Finder, &Self, usize)) {
        let Some(Modal::Finder(mut finder)) = self.modals.pop() else { return };
        let height = self.finder_height(finder.kind);
        change(&mut finder, self, height);
        self.modals.push(Modal::Finder(finder));
    }

    pub(super) fn finder_command(&mut self, command: Command) -> Vec<Effect> {
        let page = |height: usize| height.saturating_sub(1) as isize;
        match command {
            Command::FinderNext => self.finder_step(|finder, state, height| finder.step(state, 1, height)),
            Command::FinderPrevious => self.finder_step(|finder, state, height| finder.step(state, -1, height)),
            Command::FinderPageDown => self.finder_step(|finder, state, height| finder.step(state, page(height), height)),
            Command::FinderPageUp => self.finder_step(|finder, state, height| finder.step(state, -page(height), height)),
            Command::FinderRun => return self.run_found(),
            _ => drop(self.modals.pop()),
        }
        vec![]
    }

    fn run_found(&mut self) -> Vec<Effect> {
        let Some(Modal::Finder(finder)) = self.modals.pop() else { return vec![] };
        // Looked at without the list over it, as it will run.
        let command = match (finder.number(), finder.current(self)) {
            (_, Some(FinderLine::Signal { id, .. })) => return self.go_to(id),
            (_, Some(FinderLine::Page { name, .. })) => return self.explain(&name),
            (_, Some(FinderLine::Command { command, .. })) => command,
            (number, _) => {
                if let Some(number) = number.map(str::to_owned) {
                    self.say_with(Tone::Info, "palette-no-case", &[("number", number.into())]);
                }
                self.modals.push(Modal::Finder(finder));
                return vec![];
            }
        };
        if let Some(reason) = self.unavailable_from_list(command) {
            let words = self.reason(&reason);
            self.modals.push(Modal::Finder(finder));
            self.say(Tone::Info, words);
            return vec![];
        }
        if finder.kind != Kind::Help {
            let effects = self.run(command);
            self.teach(command);
            return effects;
        }
        if command.is(Trait::AtOnce) {
            self.modals.push(Modal::Finder(finder));
            let title = self.texts.with("choose-run-help", &[("word", self.texts.get(&command.word()).into())]);
            self.ask_titled(title, &[("run-help-no", Choice::Nothing), ("run-help-yes", Choice::RunFound(command))]);
            return vec![];
        }
        self.run(command)
    }

    /// Help was only read until now: what a press of Enter would change at once is run after a question.
    pub(super) fn run_from_help(&mut self, command: Command) -> Vec<Effect> {
        self.modals.pop_if(|modal| matches!(modal, Modal::Finder(_)));
        self.run(command)
    }

    /// Counts a run from the palette; after three of them the key of the command is told, once.
    fn teach(&mut self, command: Command) {
        let times = self.from_palette.entry(command).or_default();
        *times = times.saturating_add(1);
        if *times < TAUGHT_AFTER || self.taught.contains(&command) || self.message.is_some() {
            return;
        }
        if let Some(key) = self.keymap.shown(command) {
            self.taught.insert(command);
            let word = self.texts.get(&command.word());
            self.say_with(Tone::Info, "palette-teaches", &[("key", key.into()), ("word", word.into())]);
        }
    }

    /// Goes to a signal, whatever the view and the filter.
    pub(super) fn go_to(&mut self, id: SignalId) -> Vec<Effect> {
        let signals = self.replica.signals();
        let Some(row) = signals.find(id) else { return vec![] };
        self.pane = super::Pane::Signals;
        self.modals.retain(|modal| matches!(modal, Modal::Form(_)));
        self.signals.open = None;
        self.signals.filtering = false;
        if let Some(at) = self.signals.rows.iter().position(|shown| *shown == row) {
            let height = self.areas().list.height as usize;
            self.signals.go(&self.replica, at, height);
            return self.rest();
        }
        self.signals.filter.set("");
        self.signals.view = if signals.get(row).is_some_and(|row| row.status().is_open()) { View::Open } else { View::All };
        self.signals.current = Some(id);
        self.reselect();
        self.rest()
    }

    /// What was taken back, or done again, is seen: the cursor goes to its signal as soon as that is in the list again. What is there
    /// already is named in the message, and the cursor stays where somebody put it; where it goes on by itself it also comes back. Not
    /// while something else is being read or typed.
    pub(super) fn come_back_to(&mut self, id: SignalId) -> Vec<Effect> {
        let list = self.pane == super::Pane::Signals && self.signals.open.is_none() && self.modals.is_empty();
        if !list || self.signals.filtering || self.signals.current == Some(id) {
            return vec![];
        }
        let row = self.replica.signals().find(id);
        match row.and_then(|row| self.signals.rows.iter().position(|shown| *shown == row)) {
            Some(_) if !self.settings.auto_advance && self.past.absent != Some(id) => {}
            Some(at) => {
                let height = self.areas().list.height as usize;
                self.signals.go(&self.replica, at, height);
            }
            None => {
                self.signals.wanted = Some(id);
                self.look_again();
            }
        }
        self.rest()
    }

    pub(super) fn menu_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(Modal::Choose(menu)) = self.modals.last_mut() else { return vec![] };
        let count = menu.items.len().max(1);
        match command {
            Command::MenuNext => menu.cursor = (menu.cursor + 1) % count,
            Command::MenuPrevious => menu.cursor = (menu.cursor + count - 1) % count,
            Command::MenuFirst => menu.cursor = 0,
            Command::MenuLast => menu.cursor = count - 1,
            Command::MenuPick => return self.pick(),
            _ => {
                let under = menu.under.take();
                self.modals.pop();
                self.modals.extend(under.map(|menu| Modal::Choose(*menu)));
            }
        }
        vec![]
    }

    /// The line of the menu under the cursor was picked.
    pub(super) fn pick(&mut self) -> Vec<Effect> {
        let Some(Modal::Choose(menu)) = self.modals.pop() else { return vec![] };
        let Some(choice) = menu.items.get(menu.cursor).map(|item| item.choice.clone()) else { return vec![] };
        let below = self.modals.len();
        let effects = self.chosen(choice);
        // A menu that comes of a menu lies over it: each is closed by itself.
        let one = self.modals.len() == below + 1;
        if let Some(Modal::Choose(next)) = self.modals.last_mut().filter(|_| one) {
            next.under.get_or_insert_with(|| Box::new(Choose { typed: None, ..menu }));
        }
        effects
    }

    /// Picks the line of the menu on top that is called so, or whose name alone has a word that begins so.
    pub(super) fn choose_named(&mut self, text: &str) -> Vec<Effect> {
        let wanted = fold(text);
        let Some(Modal::Choose(menu)) = self.modals.last_mut() else { return vec![] };
        let labels: Vec<String> = menu.items.iter().map(|item| fold(&item.label)).collect();
        let begins = |label: &&String| label.split(' ').any(|word| word.starts_with(wanted.trim()));
        let found = labels.iter().position(|label| *label == wanted.trim()).or_else(|| {
            let alone = !wanted.trim().is_empty() && labels.iter().filter(begins).count() == 1;
            labels.iter().position(|label| begins(&label)).filter(|_| alone)
        });
        match found {
            Some(at) => {
                menu.cursor = at;
                self.pick()
            }
            None => vec![],
        }
    }

    pub(super) fn menu_keymap(&mut self) -> Vec<Effect> {
        let now = self.keymap.clone();
        let keymaps = self.choices.keymaps.clone();
        let cursor = keymaps.iter().position(|(_, keymap)| std::sync::Arc::ptr_eq(keymap, &now));
        let items = keymaps.into_iter().map(|(name, _)| self.named(&name, "keymap", Choice::Keymap(name.clone()))).collect();
        self.switch("choose-keymap", items, cursor)
    }

    pub(super) fn menu_theme(&mut self) -> Vec<Effect> {
        let names = self.choices.themes.clone();
        // By what they are called in the language of the interface; what somebody made has the name of its file.
        let turned = |item: Item| match item.note.is_empty() {
            true => item,
            false => Item { label: item.note, note: String::new(), ..item },
        };
        let items = names.into_iter().map(|name| turned(self.named(&name, "theme", Choice::Theme(name.clone())))).collect();
        self.switch("choose-theme", items, None)
    }

    pub(super) fn menu_language(&mut self) -> Vec<Effect> {
        let now = self.texts.language();
        let cursor = Language::ALL.iter().position(|language| *language == now);
        let items =
            Language::ALL.iter().map(|language| self.named(language.code(), "language", Choice::Language(*language))).collect();
        self.switch("choose-language", items, cursor)
    }

    /// A line for something with a name; what it is stands beside it when there is a text for it.
    fn named(&self, name: &str, kind: &str, choice: Choice) -> Item {
        let key = format!("{kind}-{name}");
        let note = if self.texts.has(&key) { self.texts.get(&key) } else { String::new() };
        Item { letter: ' ', label: crate::domain::text::SafeText::line(name).into_string(), note, choice }
    }

    /// A menu whose letters are the first ones of its lines that are still free.
    fn switch(&mut self, title: &str, mut items: Vec<Item>, cursor: Option<usize>) -> Vec<Effect> {
        let mut taken = Vec::new();
        for item in &mut items {
            if let Some(free) = item.label.chars().find(|c| c.is_ascii_lowercase() && !taken.contains(c)) {
                taken.push(free);
                item.letter = free;
            }
        }
        if items.is_empty() {
            self.say_with(Tone::Info, "nothing-to-choose", &[]);
            return vec![];
        }
        let title = self.texts.get(title);
        self.modals.push(Modal::Choose(Choose::new(title, items).at(cursor.unwrap_or(0))));
        vec![]
    }
}
