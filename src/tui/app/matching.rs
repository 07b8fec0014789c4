//! Into the filter of a pane, and from one row that it leaves to the next, round the corner.

use super::{Pane, State, lookup::Focus, message::Effect};

impl State {
    /// The keys go to the filter of the pane, over its list.
    pub(super) fn open_filter(&mut self) -> Vec<Effect> {
        match self.pane {
            Pane::Register => self.register.focus = Focus::Search,
            Pane::Board => (self.board.open, self.board.calendar, self.board.filtering) = (None, None, true),
            Pane::Agenda => (self.agenda.open, self.agenda.filtering) = (None, true),
            Pane::Signals => (self.signals.open, self.signals.filtering) = (None, true),
            Pane::Traces => self.traces.filtering = true,
        }
        vec![]
    }

    /// To the next row of a filtered list, or the one before.
    pub(super) fn step_match(&mut self, forward: bool) -> Vec<Effect> {
        let (row, count) = match self.pane {
            Pane::Signals => (self.signals.list.row, self.signals.rows.len()),
            Pane::Register => (self.register.list.row, self.register.hits.len()),
            Pane::Agenda => (self.agenda.list.row, self.agenda.rows.len()),
            Pane::Board => (self.board.list.row, self.board.board.rows.len()),
            Pane::Traces => (self.traces.list.row, self.traces.count()),
        };
        if count == 0 {
            return vec![];
        }
        let next = (row + if forward { 1 } else { count - 1 }) % count;
        self.step(next as isize - row as isize)
    }
}
