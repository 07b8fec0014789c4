//! Marks: one by one, a range, everything in the filter. What is marked stays marked when the filter changes.

use std::collections::BTreeSet;

use super::{State, Tone, message::Effect, signals::SignalsPane};
use crate::{
    client::replica::{Replica, SignalRow},
    domain::ids::SignalId,
};

/// A range that is being marked: from the anchor to the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkRange {
    /// The row where it began.
    pub anchor: usize,
    /// What was marked before.
    before: BTreeSet<SignalId>,
}

impl State {
    /// What most of these signals have: a menu begins there, so that Enter alone sets nothing that none of them has.
    pub(super) fn usual<T: PartialEq>(&self, targets: &[SignalId], value: impl Fn(&SignalRow) -> T) -> Option<T> {
        let signals = self.replica.signals();
        let rows = targets.iter().filter_map(|id| signals.find(*id)).filter_map(|row| signals.get(row));
        let mut counted: Vec<(T, usize)> = vec![];
        for one in rows.map(|row| value(&row)) {
            match counted.iter_mut().find(|(known, _)| *known == one) {
                Some((_, count)) => *count += 1,
                None => counted.push((one, 1)),
            }
        }
        // Of as many the first.
        counted.into_iter().rev().max_by_key(|(_, count)| *count).map(|(one, _)| one)
    }

    /// Marks the row under the cursor, or no longer, and goes down; ends a range.
    pub(super) fn mark(&mut self) -> Vec<Effect> {
        if self.signals.range.take().is_some() {
            return vec![];
        }
        let Some(id) = self.signals.current else { return vec![] };
        if !self.signals.marks.remove(&id) {
            self.signals.marks.insert(id);
        }
        self.step(1)
    }

    /// Begins a range at the cursor, or ends it.
    pub(super) fn mark_range(&mut self) -> Vec<Effect> {
        let signals = &mut self.signals;
        if signals.range.take().is_none() {
            signals.range = Some(MarkRange { anchor: signals.list.row, before: signals.marks.clone() });
            signals.marks.extend(signals.current);
        }
        vec![]
    }

    /// Marks exactly what is in the list, and lets go of what is marked outside, which is said; when just that is marked, nothing.
    pub(super) fn mark_all(&mut self) -> Vec<Effect> {
        let signals = self.replica.signals();
        let pane = &mut self.signals;
        pane.range = None;
        let all: BTreeSet<SignalId> = pane.rows.iter().filter_map(|row| signals.get(*row)).map(|row| row.id()).collect();
        if all.is_empty() {
            return vec![];
        }
        let outside = pane.marks.difference(&all).count();
        pane.outside = 0;
        if pane.marks == all {
            pane.marks.clear();
            return vec![];
        }
        let count = all.len();
        pane.marks = all;
        if outside > 0 {
            self.say_with(Tone::Info, "marks-let-go", &[("count", count.into()), ("outside", outside.into())]);
        }
        vec![]
    }

    /// Lets go of the range, and else of every mark; says whether there was anything.
    pub(super) fn unmark(&mut self) -> bool {
        let signals = &mut self.signals;
        match signals.range.take() {
            Some(range) => {
                signals.marks = range.before;
                signals.count_outside(&self.replica);
                true
            }
            None => {
                signals.outside = 0;
                !std::mem::take(&mut signals.marks).is_empty()
            }
        }
    }
}

impl SignalsPane {
    /// How many rows the range that is being marked holds; nothing: none is.
    pub fn range_length(&self) -> Option<usize> {
        self.range.as_ref().map(|range| self.between(range.anchor, self.list.row).len())
    }

    /// The cursor came from a row: what is between belongs to the range now, or no longer.
    pub(super) fn stretch(&mut self, replica: &Replica, from: usize) {
        let Some(range) = self.range.take() else { return };
        let inside = self.between(range.anchor, self.list.row);
        for at in self.between(from, self.list.row) {
            let Some(id) = self.rows.get(at).and_then(|row| replica.signals().get(*row)).map(|row| row.id()) else { continue };
            if inside.contains(&at) {
                self.marks.insert(id);
            } else if !range.before.contains(&id) {
                self.marks.remove(&id);
            }
        }
        self.range = Some(range);
    }
}
