//! A number typed over a list, where letters filter. A digit begins the filter like any letter, however slowly the next one comes.
//! A single digit that is the number of a pane may also mean that pane: Enter says so.

use super::{
    Pane, State, Tone,
    command::Command,
    key::{Key, KeyCode},
    keys::Typing,
    message::Effect,
};

/// The panes by their number.
const PANES: [(&str, Pane, Command); 4] = [
    ("1", Pane::Signals, Command::PaneSignals),
    ("2", Pane::Agenda, Command::PaneAgenda),
    ("3", Pane::Register, Command::PaneRegister),
    ("4", Pane::Board, Command::PaneBoard),
];

impl State {
    /// A digit over a list that begins a number. Nothing: this is something else.
    pub(super) fn number_begun(&mut self, key: Key) -> Option<Vec<Effect>> {
        let Key { code: KeyCode::Char('0'..='9'), ctrl: false, alt: false, .. } = key else { return None };
        let over = !self.modals.is_empty() || !self.typed.is_empty();
        let searching = self.typing() == Typing::Lookup && self.register.query.text().is_empty();
        if over || !(self.typing() == Typing::No || searching) || !self.letter_filters(key) {
            return None;
        }
        self.message = None;
        let mut effects = if searching { vec![] } else { self.run(Command::Filter) };
        effects.extend(self.type_key(key));
        if let Some(command) = self.pane_typed() {
            let pane = self.texts.get(&command.word());
            self.say_with(Tone::Info, "number-or-pane", &[("pane", pane.into())]);
        }
        Some(effects)
    }

    /// The command for the pane whose number stands alone in the filter, where letters filter; not for the pane one is in.
    pub fn pane_typed(&self) -> Option<Command> {
        let searching = self.typing() == Typing::Lookup && self.modals.is_empty();
        if !self.keymap.letters_filter || !(self.typing() == Typing::Filter || searching) {
            return None;
        }
        let typed = match self.pane {
            Pane::Register => self.register.query.text(),
            Pane::Board => self.board.filter.text(),
            Pane::Agenda => self.agenda.filter.text(),
            _ => self.signals.filter.text(),
        };
        let (_, pane, command) = PANES.iter().find(|(digit, ..)| *digit == typed)?;
        (*pane != self.pane && self.unavailable(*command).is_none()).then_some(*command)
    }

    /// Enter in the search of the register, when a pane was meant: the search is empty again. Nothing: somebody was looked for.
    pub(super) fn leave_search(&mut self) -> Option<Vec<Effect>> {
        let command = self.pane_typed().filter(|_| self.pane == Pane::Register)?;
        self.register.query.set("");
        let mut effects = self.typed_something();
        self.message = None;
        effects.extend(self.run(command));
        Some(effects)
    }

    /// Enter in the filter: keeps it, or goes to the pane that was meant.
    pub(super) fn keep_filter(&mut self) -> Vec<Effect> {
        if let Some(command) = self.pane_typed() {
            let mut effects = self.run(Command::FilterClear);
            self.message = None;
            effects.extend(self.run(command));
            return effects;
        }
        (self.signals.filtering, self.board.filtering, self.agenda.filtering) = (false, false, false);
        self.rest()
    }
}
