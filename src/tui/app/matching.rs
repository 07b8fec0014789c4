//! From one row that a filter leaves to the next, round the corner.

use super::{Pane, State, message::Effect};

impl State {
    /// To the next row of a filtered list, or the one before.
    pub(super) fn step_match(&mut self, forward: bool) -> Vec<Effect> {
        let (row, count) = match self.pane {
            Pane::Signals => (self.signals.list.row, self.signals.rows.len()),
            Pane::Register => (self.register.list.row, self.register.hits.len()),
            Pane::Agenda => (self.agenda.list.row, self.agenda.rows.len()),
            Pane::Board => (self.board.list.row, self.board.board.rows.len()),
        };
        if count == 0 {
            return vec![];
        }
        let next = (row + if forward { 1 } else { count - 1 }) % count;
        self.step(next as isize - row as isize)
    }
}
