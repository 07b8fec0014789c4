//! What was read of the clocks on the board, and when it is read anew: reading is logged, so it follows the cursor at rest.

use super::super::{
    Pane, State,
    actions::Pending,
    message::{Answer, Call, Effect, Refusal},
};
use crate::{api::deadline::DeadlineDetail, client::replica::DeadlineRow, domain::ids::DeadlineId};

/// How many are kept in memory.
const KEPT: usize = 24;

impl State {
    /// What was read of a clock, if that is what it is now.
    pub fn clock_of(&self, row: &DeadlineRow) -> Option<&DeadlineDetail> {
        let read = self.board.read.iter().find(|read| read.item.id == row.id())?;
        is_of(read, row).then_some(read)
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
        let failed = self.board.unread.as_ref().is_some_and(|(unread, _)| *unread == id);
        let asked = self.requests.values().any(|pending| *pending == Pending::ReadClock(id));
        (self.clock_of(&row).is_none() && !failed && !asked).then_some(id)
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
                self.board.read.retain(|read| read.item.id != id);
                self.board.read.push_back(*detail);
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
