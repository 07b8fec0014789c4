//! What is open scrolls by the keys that move over a list.

use super::{Pane, State, command::Command};

impl State {
    /// Scrolls the open signal to its timeline, newest entry first, unless that is in view: what was saved is to be seen.
    pub(super) fn show_newest(&mut self) {
        let height = usize::from(self.areas().body.height).saturating_sub(2);
        let (timeline, most) = (self.timeline, self.scroll_most);
        if let Some(scroll) = &mut self.signals.open
            && !(*scroll..(*scroll + height).saturating_sub(2)).contains(&timeline)
        {
            *scroll = timeline.min(most);
        }
    }

    /// What is open in the pane, scrolled by so many lines.
    pub(super) fn opened(&mut self) -> &mut Option<usize> {
        match self.pane {
            Pane::Board => &mut self.board.open,
            Pane::Agenda => &mut self.agenda.open,
            Pane::Signals | Pane::Register | Pane::Traces => &mut self.signals.open,
        }
    }

    /// Scrolls what is open; says whether the command did that.
    pub(super) fn scrolls(&mut self, command: Command) -> bool {
        if matches!(self.pane, Pane::Register | Pane::Traces) || !self.modals.is_empty() {
            return false;
        }
        let page = isize::from(self.areas().body.height as i16).max(4);
        let far = isize::MAX / 2;
        let by = match command {
            Command::Down => 1,
            Command::Up => -1,
            Command::HalfDown => page / 2,
            Command::HalfUp => -page / 2,
            Command::PageDown => page - 3,
            Command::PageUp => 3 - page,
            Command::Top => -far,
            Command::Bottom => far,
            _ => return false,
        };
        let most = self.scroll_most;
        let Some(scroll) = self.opened() else { return false };
        *scroll = scroll.saturating_add_signed(by).min(most);
        true
    }
}
