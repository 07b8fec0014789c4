//! What the last action on many could not do.

use super::{
    Modal, State,
    choose::{Choice, Choose, Item},
};
use crate::domain::{ids::SignalId, text::RawText};

/// A signal for which the last action failed, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failed {
    /// Which.
    pub signal: SignalId,
    /// Why, in words.
    pub why: String,
}

impl State {
    /// What the last action on many could not do, each with its reason; a line leads to its signal.
    pub(super) fn menu_failed(&mut self) {
        let signals = self.replica.signals();
        let line = |failed: &Failed| {
            let row = signals.find(failed.signal).and_then(|row| signals.get(row));
            let label = row.map_or_else(String::new, |row| {
                let title = RawText::from(row.title()).line();
                format!("{}  {}", row.number().short(), title)
            });
            Item { letter: ' ', label, note: failed.why.clone(), choice: Choice::Show(failed.signal) }
        };
        let items: Vec<Item> = self.failed.iter().map(line).collect();
        let title = self.texts.with("choose-failed", &[("count", items.len().into())]);
        self.modals.push(Modal::Choose(Choose::new(title, items)));
    }
}
