//! What was read of the clocks on the board, and when it is read anew: reading is logged, so it follows the cursor at rest.

use super::super::{
    Pane, State,
    actions::Pending,
    message::{Answer, Call, Effect, Refusal},
};
use super::ReadClock;
use crate::{
    api::deadline::DeadlineDetail,
    client::replica::DeadlineRow,
    domain::{
        deadline::DeadlineKind,
        ids::{DeadlineId, SignalId},
    },
};

/// How many are kept in memory.
const KEPT: usize = 24;

impl State {
    /// What was read of a clock, if that is what it is now.
    pub fn clock_of(&self, row: &DeadlineRow) -> Option<&DeadlineDetail> {
        let read = self.board.read.iter().find(|read| read.detail.item.id == row.id())?;
        // What was recorded about it can change while its day stays; its signal tells.
        let told = read.detail.arrangement.is_some() || read.detail.time_out.is_some();
        let same = !told || read.signal_version == self.signal_version(row);
        (same && is_of(&read.detail, row)).then_some(&read.detail)
    }

    fn signal_version(&self, row: &DeadlineRow) -> Option<i64> {
        let signals = self.replica.signals();
        signals.find(row.signal()).and_then(|at| signals.get(at)).map(|signal| signal.version())
    }

    /// The clock under the cursor, if it was read.
    pub fn current_clock(&self) -> Option<&DeadlineDetail> {
        self.clock_of(&self.clock_row()?)
    }

    /// The clock under the cursor, if the preview shows it and what was read of it is not its newest state.
    pub(in super::super) fn stale_clock(&self) -> Option<DeadlineId> {
        let shown = self.pane == Pane::Board && (self.board.open.is_some() || self.areas().preview.is_some());
        let wanted = self.board.wanted.is_some();
        let row = self.clock_row().filter(|_| (shown || wanted) && self.board.calendar.is_none())?;
        let id = row.id();
        // There is nothing to read of what is over.
        let failed = row.is_over() || self.board.unread.as_ref().is_some_and(|(unread, _)| *unread == id);
        let asked = self.requests.values().any(|pending| *pending == Pending::ReadClock(id));
        (self.clock_of(&row).is_none() && !failed && !asked).then_some(id)
    }

    /// The signal of a promised call under the cursor, if the preview shows it: who it is to be about, and their number, stand there.
    pub(in super::super) fn stale_caller(&self) -> Option<SignalId> {
        let shown = self.pane == Pane::Board && (self.board.open.is_some() || self.areas().preview.is_some());
        let row = self.clock_row().filter(|row| shown && row.kind() == DeadlineKind::CallBack)?;
        self.unread_whole(row.signal()).filter(|_| self.board.calendar.is_none())
    }

    /// Is who a promised call is about still being read?
    pub fn caller_comes(&self, row: &DeadlineRow) -> bool {
        row.kind() == DeadlineKind::CallBack && self.requests.values().any(|pending| *pending == Pending::Read(row.signal()))
    }

    /// Reads a clock.
    pub(in super::super) fn read_clock(&mut self, id: DeadlineId) -> Vec<Effect> {
        let request = self.request(Pending::ReadClock(id));
        vec![Effect::Send { request, key: self.next_key(), call: Call::ReadDeadline(id), draft: None }]
    }

    /// A clock was read, or could not be.
    pub(in super::super) fn clock_read(&mut self, id: DeadlineId, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        match reply {
            Ok(Answer::Deadline(detail)) => {
                self.board.unread = None;
                let deadlines = self.replica.deadlines();
                let row = deadlines.find_any(id).and_then(|at| deadlines.get(at));
                let signal_version = row.and_then(|row| self.signal_version(&row));
                self.board.read.retain(|read| read.detail.item.id != id);
                self.board.read.push_back(ReadClock { detail: *detail, signal_version });
                if self.board.read.len() > KEPT {
                    self.board.read.pop_front();
                }
                if let Some((_, command)) = self.board.wanted.take_if(|(wanted, _)| *wanted == id) {
                    return self.run(command);
                }
            }
            Ok(_) => {}
            Err(refusal) => {
                self.board.wanted = None;
                self.board.unread = Some((id, format!("{} {}", refusal.words, refusal.advice)));
            }
        }
        vec![]
    }

    /// What was read is no longer how it is: it is read anew when it is looked at.
    pub(in super::super) fn forget_clocks(&mut self) {
        self.board.read.clear();
        self.board.unread = None;
    }
}

/// Is what was read of the row as it is now?
fn is_of(read: &DeadlineDetail, row: &DeadlineRow) -> bool {
    let item = &read.item;
    let dates = (item.safe_end, item.end, item.alarm_on) == (row.safe_end(), row.end(), row.alarm_on());
    dates && item.clock() == row.clock() && item.confirmation == row.confirmation() && item.time_out == row.time_out()
}
