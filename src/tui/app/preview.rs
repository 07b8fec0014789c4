//! What the preview shows: it follows the cursor when that has rested, and reads whole signals as they are needed.

use super::{
    Modal, Pane, State,
    actions::Pending,
    command::Command,
    message::{Effect, Timer},
};
use crate::domain::{ids::SignalId, signal::Signal};

/// How many whole signals are kept in memory for previews.
const SIGNALS_KEPT: usize = 24;

impl State {
    /// Does the cursor still move over the list of this pane, so that what is shown of its row waits?
    pub(super) fn is_moving(&self) -> bool {
        match self.pane {
            Pane::Signals => self.signals.previewed != self.signals.current,
            Pane::Board => self.board.previewed != self.board.current,
            Pane::Agenda => self.agenda.previewed != self.agenda.current,
            Pane::Register | Pane::Traces => false,
        }
    }

    /// Opens the queue.
    pub(super) fn show_signals(&mut self) -> Vec<Effect> {
        self.pane = Pane::Signals;
        self.rest()
    }

    /// The cursor rests here for now: ask to be woken to read what the preview shows.
    pub(super) fn rest(&mut self) -> Vec<Effect> {
        self.moves += 1;
        if self.pane == Pane::Traces {
            return vec![];
        }
        if self.pane == Pane::Board {
            let board = &mut self.board;
            if board.open.is_some() || board.previewed.is_none() {
                board.previewed = board.current;
            }
            let waits = board.previewed != board.current || self.stale_clock().is_some() || self.stale_caller().is_some();
            return if waits { vec![Effect::Wait(super::PREVIEW_AFTER, Timer::Preview(self.moves))] } else { vec![] };
        }
        if self.pane == Pane::Agenda {
            let pane = &mut self.agenda;
            if pane.open.is_some() || pane.previewed.is_none() {
                pane.previewed = pane.current;
            }
            let waits = pane.previewed != pane.current || self.stale_agenda().is_some();
            return if waits { vec![Effect::Wait(super::PREVIEW_AFTER, Timer::Preview(self.moves))] } else { vec![] };
        }
        if self.signals.open.is_some() || self.signals.previewed.is_none() {
            self.signals.previewed = self.signals.current;
        }
        let follows = self.signals.previewed != self.signals.current;
        if follows || self.stale_preview().is_some() {
            vec![Effect::Wait(super::PREVIEW_AFTER, Timer::Preview(self.moves))]
        } else {
            vec![]
        }
    }

    /// The signal under the cursor, if the preview shows it and what was read of it is not its newest state.
    pub(super) fn stale_preview(&self) -> Option<SignalId> {
        let shown = self.pane == Pane::Signals && (self.signals.open.is_some() || self.areas().preview.is_some());
        self.unread_whole(self.signals.current.filter(|_| shown)?)
    }

    /// This signal, if what was read of it is not its newest state.
    pub(super) fn unread_whole(&self, id: SignalId) -> Option<SignalId> {
        let row = self.replica.signals().find(id).and_then(|row| self.replica.signals().get(row))?;
        let fresh = self.whole(id).is_some_and(|signal| signal.version >= row.version());
        let failed = self.unread.as_ref().is_some_and(|(unread, _)| *unread == id);
        let asked = self.requests.values().any(|pending| *pending == Pending::Read(id));
        (!fresh && !failed && !asked).then_some(id)
    }

    pub(super) fn timer(&mut self, timer: Timer) -> Vec<Effect> {
        match timer {
            Timer::Preview(moves) if moves == self.moves && self.pane == Pane::Board => {
                self.board.previewed = self.board.current;
                let mut effects = self.stale_clock().map_or_else(Vec::new, |id| self.read_clock(id));
                effects.extend(self.stale_caller().map_or_else(Vec::new, |id| self.read(id)));
                effects
            }
            Timer::Preview(moves) if moves == self.moves && self.pane == Pane::Agenda => {
                self.agenda.previewed = self.agenda.current;
                self.stale_agenda().map_or_else(Vec::new, |call| self.read_for_agenda(call))
            }
            Timer::Preview(moves) if moves == self.moves => {
                self.signals.previewed = self.signals.current;
                match self.stale_preview() {
                    Some(id) => self.read(id),
                    None => self.look_now(moves),
                }
            }
            Timer::Draft => {
                let today = self.today;
                let forms =
                    self.modals.iter_mut().filter_map(|modal| if let Modal::Form(form) = modal { Some(form) } else { None });
                let kept = forms.filter_map(|form| std::mem::take(&mut form.draft_waits).then(|| form.keep(today)).flatten());
                let mut effects: Vec<Effect> = kept.collect();
                effects.extend(self.typed_look_later());
                effects
            }
            Timer::Resembling(moves) => self.look_now(moves),
            Timer::Typed(presses) => self.typed_look_now(presses),
            Timer::SignIn(attempt) => self.sign_in_counted(attempt),
            Timer::Reveal(times) => self.reveal_counted(times),
            Timer::Search(edits) => self.search_on_server(edits),
            Timer::SearchHere(edits) => {
                self.search_due(Some(edits));
                vec![]
            }
            Timer::Following(presses) => {
                self.following = presses == self.presses && !self.typed.is_empty();
                vec![]
            }
            Timer::Burst(presses) if presses == self.presses => self.burst_ended(),
            Timer::Burst(_) => vec![],
            Timer::Count(presses) if presses == self.presses => match self.count.take() {
                Some(1) => self.run(Command::PaneSignals),
                Some(2) => self.run(Command::PaneAgenda),
                Some(3) => self.run(Command::PaneRegister),
                Some(4) => self.run(Command::PaneBoard),
                Some(5) => self.run(Command::PaneTraces),
                _ => vec![],
            },
            Timer::Count(_) => vec![],
            Timer::Menu(presses) if presses == self.presses => self.menu_paused(),
            Timer::Menu(_) => vec![],
            Timer::Preview(_) => vec![],
        }
    }

    pub(super) fn keep(&mut self, signal: Signal) {
        let id = signal.id;
        self.read.retain(|kept| kept.id != id);
        self.read.push(signal);
        if self.read.len() > SIGNALS_KEPT {
            self.read.remove(0);
        }
        self.refill_facts(id);
        self.refill_urgency(id);
    }
}
