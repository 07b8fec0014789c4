//! What the state tells of itself: where everything stands, what time it is, what may be done, and on which signals.

use std::collections::BTreeSet;

use super::{
    Pane, State,
    layout::{self, Areas},
    list::NO_HEADINGS,
};
use crate::domain::{Instant, ids::SignalId, signal::Signal};

impl State {
    /// Where everything stands now.
    pub fn areas(&self) -> Areas {
        let zoom = self.pane == Pane::Signals && self.signals.zoom;
        let preview = match self.pane {
            Pane::Signals => self.signals.preview,
            Pane::Register => true,
            Pane::Board => self.board.preview,
            Pane::Agenda => self.agenda.preview,
            Pane::Traces => true,
        };
        layout::areas(self.size, preview, zoom)
    }

    /// A whole signal that was read.
    pub fn whole(&self, id: SignalId) -> Option<&Signal> {
        self.read.iter().find(|signal| signal.id == id)
    }

    /// The time at the server, as far as known.
    pub fn server_now(&self) -> Instant {
        self.now + self.skew
    }

    /// May the role do this? Unknown until the server told.
    pub fn may(&self, permission: &str) -> bool {
        self.me.as_ref().is_some_and(|me| me.permissions.iter().any(|name| name == permission))
    }

    pub(super) fn follow(&mut self) {
        let height = self.areas().list.height as usize;
        let signals = &mut self.signals;
        signals.list.follow(signals.rows.len(), &signals.headings, height);
        let board = &mut self.board;
        board.list.follow(board.board.rows.len(), &board.headings, height);
        let agenda = &mut self.agenda;
        agenda.list.follow(agenda.rows.len(), &agenda.headings, height);
        let traces = self.traces.count();
        self.traces.list.follow(traces, NO_HEADINGS, height);
        let hits = self.register.hits.len();
        self.register.list.follow(hits, NO_HEADINGS, height);
    }

    /// The signal that an action is about: of the row or the clock under the cursor.
    pub fn current_signal(&self) -> Option<SignalId> {
        match self.pane {
            Pane::Board => self.clock_signal(),
            Pane::Agenda => self.item_signal(),
            Pane::Signals | Pane::Register => self.signals.current,
            Pane::Traces => None,
        }
    }

    /// The signals an action works on: the marked ones, else the one under the cursor.
    pub(super) fn targets(&self) -> Vec<SignalId> {
        match self.pane {
            Pane::Board | Pane::Agenda | Pane::Traces => self.current_signal().into_iter().collect(),
            Pane::Signals | Pane::Register if self.signals.marks.len() > 1 => self.in_order(self.signals.targets()),
            Pane::Signals | Pane::Register => self.signals.targets(),
        }
    }

    /// Marked signals as the list has them, from above; then what the filter leaves out.
    fn in_order(&self, marked: Vec<SignalId>) -> Vec<SignalId> {
        let signals = self.replica.signals();
        let is_marked = |id: &SignalId| marked.binary_search(id).is_ok();
        let mut ordered: Vec<SignalId> =
            self.signals.rows.iter().filter_map(|row| signals.get(*row)).map(|row| row.id()).filter(is_marked).collect();
        let shown: BTreeSet<SignalId> = ordered.iter().copied().collect();
        ordered.extend(marked.iter().copied().filter(|id| !shown.contains(id)));
        ordered
    }
}
