//! A number typed over a list, where letters filter. A digit begins the filter like any letter, however slowly the next one comes.
//! A single digit that is the number of a pane may also mean that pane: Enter says so.

use super::{
    Pane, State, Tone,
    agenda::AgendaRow,
    command::Command,
    key::{Key, KeyCode},
    keys::Typing,
    message::Effect,
};
use crate::domain::ids::{DeadlineId, SignalId};

/// The panes by their number.
const PANES: [(char, Pane, Command); 5] = [
    ('1', Pane::Signals, Command::PaneSignals),
    ('2', Pane::Agenda, Command::PaneAgenda),
    ('3', Pane::Register, Command::PaneRegister),
    ('4', Pane::Board, Command::PaneBoard),
    ('5', Pane::Traces, Command::PaneTraces),
];

/// A digit that began a number over a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Digit {
    digit: char,
    /// What the list was narrowed to before it.
    before: String,
    at: Cursors,
}

/// Where the cursors of the lists were, and where the filter of the first began.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Cursors {
    signal: Option<SignalId>,
    filtered_from: Option<SignalId>,
    deadline: Option<DeadlineId>,
    agenda: Option<AgendaRow>,
}

impl State {
    /// A digit over a list that begins a number. Nothing: this is something else.
    pub(super) fn number_begun(&mut self, key: Key) -> Option<Vec<Effect>> {
        let Key { code: KeyCode::Char('0'..='9'), ctrl: false, alt: false, .. } = key else { return None };
        let over = !self.modals.is_empty() || !self.typed.is_empty();
        let searching = self.typing() == Typing::Lookup && self.register.query.text().is_empty();
        if over || !(self.typing() == Typing::No || searching) {
            return None;
        }
        if !self.letter_filters(key) {
            return self.pane_begun(key);
        }
        self.message = None;
        let before = self.list_filter().to_owned();
        let at = Cursors {
            signal: self.signals.current,
            filtered_from: self.signals.filtered_from,
            deadline: self.board.current,
            agenda: self.agenda.current,
        };
        let mut effects = if searching { vec![] } else { self.begin_word() };
        effects.extend(self.type_key(key));
        let KeyCode::Char(digit) = key.code else { return None };
        self.digit = Some(Digit { digit, before, at });
        if let Some(command) = self.pane_typed() {
            let pane = self.texts.get(&command.word());
            let here = PANES.iter().any(|(one, pane, _)| *one == digit && *pane == self.pane);
            self.say_with(Tone::Info, if here { "number-or-here" } else { "number-or-pane" }, &[("pane", pane.into())]);
        }
        Some(effects)
    }

    /// A digit over something that is open, where nothing is narrowed: Enter goes to its pane here too.
    fn pane_begun(&mut self, key: Key) -> Option<Vec<Effect>> {
        let KeyCode::Char(digit) = key.code else { return None };
        self.digit = self.keymap.letters_filter.then(|| Digit { digit, before: String::new(), at: Cursors::default() });
        let command = self.pane_typed()?;
        let pane = self.texts.get(&command.word());
        self.say_with(Tone::Info, "number-to-open", &[("pane", pane.into())]);
        Some(vec![])
    }

    /// The command for the pane whose number begins a word, where letters filter; also for the pane one is in, for nobody looks for
    /// one digit.
    pub fn pane_typed(&self) -> Option<Command> {
        let begun = self.digit.as_ref()?;
        let (.., command) = PANES.iter().find(|(digit, ..)| *digit == begun.digit)?;
        self.unavailable(*command).is_none().then_some(*command)
    }

    /// What the list of this pane is narrowed to.
    fn list_filter(&self) -> &str {
        match self.pane {
            Pane::Register => self.register.query.text(),
            Pane::Board => self.board.filter.text(),
            Pane::Agenda => self.agenda.filter.text(),
            Pane::Signals => self.signals.filter.text(),
            Pane::Traces => self.traces.filter.text(),
        }
    }

    /// Opens the filter for a new word: what it says already is not gone on with.
    pub(super) fn begin_word(&mut self) -> Vec<Effect> {
        let effects = self.run(Command::Filter);
        if let Some((field, _)) = self.focused_field() {
            let text = field.text().trim_end().to_owned();
            if !text.is_empty() {
                field.set(&format!("{text} "));
            }
        }
        effects
    }

    /// Enter after a digit that means a pane: goes there, and the filter and the cursor are what they were. Nothing: something is
    /// looked for.
    pub(super) fn leave_for_pane(&mut self) -> Option<Vec<Effect>> {
        let command = self.pane_typed()?;
        let Digit { before, at, .. } = self.digit.take()?;
        let mut effects = vec![];
        if let Some((field, _)) = self.focused_field() {
            field.set(&before);
            effects = self.typed_something();
            self.cursor_back(at);
        }
        (self.signals.filtering, self.board.filtering, self.agenda.filtering) = (false, false, false);
        self.traces.filtering = false;
        self.message = None;
        effects.extend(self.run(command));
        Some(effects)
    }

    /// The cursor of this list is where it was.
    fn cursor_back(&mut self, at: Cursors) {
        match self.pane {
            Pane::Signals => {
                (self.signals.current, self.signals.filtered_from) = (at.signal, at.filtered_from);
                self.reselect();
            }
            Pane::Board => {
                self.board.current = at.deadline;
                self.choose_board_anew();
            }
            Pane::Agenda => {
                self.agenda.current = at.agenda;
                self.choose_agenda_anew();
            }
            Pane::Register | Pane::Traces => {}
        }
    }

    /// Enter in the filter: keeps it, or goes to the pane that was meant.
    pub(super) fn keep_filter(&mut self) -> Vec<Effect> {
        if let Some(effects) = self.leave_for_pane() {
            return effects;
        }
        if self.pane == Pane::Traces {
            return self.find_traces();
        }
        (self.signals.filtering, self.board.filtering, self.agenda.filtering) = (false, false, false);
        self.rest()
    }
}
