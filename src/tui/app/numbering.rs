//! A number typed over a list, where letters filter. The digit of the pane one is in begins the filter. The first digit may have
//! gone to another pane at once: the second, right after it, says that a number was meant, and the pane of before comes back with
//! the number as its filter.

use super::{
    Pane, State,
    command::Command,
    key::{Key, KeyCode},
    keys::Typing,
    message::Effect,
};
use crate::domain::Instant;

/// Milliseconds within which a second digit makes a number of the first.
const SAME_NUMBER: i64 = 400;

/// A digit that went to a pane.
#[derive(Debug, Clone, Copy)]
pub(super) struct Begun {
    digit: char,
    /// The pane of before.
    from: Pane,
    at: Instant,
}

impl State {
    /// A digit that begins or goes on with a number. Nothing: this is something else.
    pub(super) fn number_begun(&mut self, key: Key) -> Option<Vec<Effect>> {
        let begun = self.burst.begun.take();
        let Key { code: KeyCode::Char(digit @ '0'..='9'), ctrl: false, alt: false, .. } = key else { return None };
        if self.typing() == Typing::Filter || !self.keymap.letters_filter || !self.modals.is_empty() || !self.typed.is_empty() {
            return None;
        }
        let Some(begun) = begun.filter(|begun| (self.now - begun.at).num_milliseconds() <= SAME_NUMBER) else {
            let closed = self.signals.open.is_none() && self.board.open.is_none() && self.board.calendar.is_none();
            let list = matches!(self.pane, Pane::Signals | Pane::Board) && closed && self.typing() == Typing::No;
            let own = if self.pane == Pane::Signals { '1' } else { '4' };
            if list && digit == own {
                self.message = None;
                let mut effects = self.run(Command::Filter);
                effects.extend(self.type_key(key));
                return Some(effects);
            }
            self.burst.begun = list.then_some(Begun { digit, from: self.pane, at: self.now });
            return None;
        };
        self.pane = begun.from;
        self.message = None;
        let mut effects = self.run(Command::Filter);
        for digit in [begun.digit, digit] {
            effects.extend(self.type_key(Key::char(digit)));
        }
        Some(effects)
    }
}
