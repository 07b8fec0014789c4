//! What was typed is put away before loket ends.

use std::{
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    time::Duration,
};

use super::Desk;
use crate::tui::{
    app::{
        Modal,
        message::{Effect, Msg},
    },
    shell::{disk::Disk, network::Order, presence::LEAVES_WITHIN},
};

/// A disk that takes longer than this to keep the last texts has not kept them: that is asked about.
const KEEPS_WITHIN: Duration = Duration::from_secs(2);

impl Desk {
    /// Waits until drafts, and where we are, are on disk. When the thread that keeps them is gone, after a panic, they are kept
    /// here.
    pub fn close(mut self) {
        let left = self.leave();
        // What was saved in an editor is kept with the rest.
        let mut sheet = None;
        if let Some(editor) = self.editor.take() {
            let (edited, its) = editor.end(&self.state.texts);
            sheet = its;
            self.update(Msg::Edited(edited));
        }
        let last = self.last_drafts();
        let orders = || last.iter().filter_map(Disk::order);
        for order in orders() {
            let _ = self.disk.send(order);
        }
        let (gone, _) = channel();
        self.disk = gone;
        let kept = self.disk_thread.take().is_some_and(|thread| thread.join().is_ok());
        if let Some(drafts) = self.kept.take().filter(|_| !kept) {
            for order in orders() {
                if let Err(error) = order.perform(&drafts) {
                    tracing::error!(?error, "what was typed last could not be kept");
                }
            }
        }
        // Not before: whatever ends us until here, the next start finds the text.
        drop(sheet);
        // Others see at once that nobody is here any more, unless the server does not answer.
        let _ = left.recv_timeout(LEAVES_WITHIN);
    }

    /// Tells that this window is nowhere any more; hears when that was done, at once when nobody saw it anywhere.
    fn leave(&self) -> Receiver<()> {
        let (done, left) = channel();
        if self.told.is_seen() {
            self.order(Order::Leave(done));
        }
        left
    }

    /// What is on the screen and not on disk yet: where we are, and what was typed.
    fn last_drafts(&mut self) -> Vec<Effect> {
        let mut last = self.state.keep_place();
        last.extend(self.state.modals.iter().filter_map(|modal| match modal {
            // What is being saved was kept with the save; kept later, it would outlive it.
            Modal::Form(form) if form.sending.is_none() => form.keep(self.state.today),
            _ => None,
        }));
        last
    }

    /// Keeps what was typed last; says whether all of it is on disk. A thread that is gone keeps nothing: [`Desk::close`] does.
    pub(super) fn keep_last(&mut self) -> bool {
        let last = self.last_drafts();
        let (asked, answer) = channel();
        for order in last.iter().filter_map(Disk::order).chain([Disk::Settled(asked)]) {
            let _ = self.disk.send(order);
        }
        matches!(answer.recv_timeout(KEEPS_WITHIN), Ok(true) | Err(RecvTimeoutError::Disconnected))
    }
}
