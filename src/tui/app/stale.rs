//! What of the screen may look otherwise than it was drawn last: after a plain step of the cursor that is two rows and the
//! lines at the bottom, and drawing no more is what keeps the keys quick.
//!
//! Whatever is not known to change less makes everything stale.

use super::{
    Pane, State,
    keys::Typing,
    message::{Effect, Link, Msg},
};
use crate::domain::Instant;

/// What must be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stale {
    /// Nothing.
    Nothing,
    /// The row under the cursor, the row it left, and the lines at the bottom.
    Cursor {
        /// The row it left.
        from: usize,
    },
    /// Anything may have changed.
    #[default]
    Everything,
}

impl State {
    /// Takes in what happened and says what to do.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let before = self.stale;
        let same_minute = matches!(msg, Msg::Clock(now) if !self.turns(now));
        // While the connection is lost its age is shown.
        let ticks = same_minute && !matches!(self.link, Link::Lost { .. });
        let calm = before == Stale::Nothing && matches!(msg, Msg::Key(_)) && self.is_calm() && !self.message_is_long();
        self.stepped = None;
        self.hints.walked = false;
        let effects = self.happened(msg);
        let covered = self.cover_when_due();
        self.say_who_edits();
        if self.say_what_waits() || self.message_is_long() || covered {
            self.stepped = None;
        }
        self.stale = match self.stepped {
            Some(from) if calm => Stale::Cursor { from },
            _ if ticks && effects.is_empty() && !covered => before,
            _ => Stale::Everything,
        };
        if self.stale != Stale::Nothing {
            self.hint();
        }
        effects
    }

    /// Does what is shown by the clock change with this moment: its minute, by the server's clock, or a claim that runs out?
    pub(super) fn turns(&self, now: Instant) -> bool {
        let minute = |at: Instant| (at + self.skew).timestamp().div_euclid(60);
        let ends = self.signals.counts.lease_ends;
        minute(self.now) != minute(now) || ends.is_some_and(|ends| ends <= now + self.skew)
    }

    /// Everything that is stale was drawn.
    pub fn drawn(&mut self) {
        self.stale = Stale::Nothing;
    }

    /// Is there but the list, so that a step changes nothing but where the cursor is?
    fn is_calm(&self) -> bool {
        let (signals, board) = (&self.signals, &self.board);
        let list = match self.pane {
            Pane::Signals => {
                let steady = signals.range.is_none() && signals.left.is_empty() && self.unread.is_none();
                !signals.rows.is_empty() && signals.open.is_none() && steady
            }
            Pane::Board => {
                let alone = board.open.is_none() && board.calendar.is_none();
                !board.board.rows.is_empty() && alone && board.unread.is_none()
            }
            Pane::Register | Pane::Agenda | Pane::Traces => false,
        };
        let alone = self.modals.is_empty() && self.typing() == Typing::No;
        let unhurried = !self.following && !self.locked && self.typed.is_empty() && self.count.is_none();
        list && alone && unhurried
    }

    /// A step of the cursor over the list, in which nothing scrolled.
    pub(super) fn step_over(&mut self, by: isize) -> Vec<Effect> {
        let before = self.looked_at();
        let effects = self.step(by);
        let after = self.looked_at();
        self.hints.walked = self.modals.is_empty();
        self.stepped = Some(before.0).filter(|_| (before.1, before.2) == (after.1, after.2));
        effects
    }

    /// Of the list: the row with the cursor, the first line, and what the preview shows.
    fn looked_at(&self) -> (usize, usize, Option<uuid::Uuid>) {
        match self.pane {
            Pane::Board => (self.board.list.row, self.board.list.top, self.board.previewed.map(|id| id.0)),
            _ => (self.signals.list.row, self.signals.list.top, self.signals.previewed.map(|id| id.0)),
        }
    }
}
