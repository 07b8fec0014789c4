//! What data that arrive do to a list somebody looks at: the row under the cursor stays on its line of the screen. What newly
//! matches is held back and counted, what matches no longer stays, dim, and values change in place. Pure.
//!
//! The rows are chosen anew, in order, when the user asks for it: by another filter, view or order, or with refresh. They are
//! too when there is nothing to disturb: no row is shown, or not everything has arrived yet. Where they are chosen anew for
//! another reason, by the same question, what matches no longer keeps its place all the same: only the user lets it go.

use std::{collections::HashMap, ops::Range};

use super::{
    Pane, State, Tone,
    list::{self, Heading},
    signals::SignalsPane,
};
use crate::{
    client::replica::{Replica, Signals},
    domain::{
        Date, Instant,
        ids::{AccountId, SignalId},
        signal::Urgency,
    },
};

/// What a list holds back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Held {
    /// Rows that match and are not shown.
    pub new: usize,
    /// How many of them are a crisis.
    pub crisis: usize,
    /// Would sorting move rows that are shown?
    pub moved: bool,
}

/// What asks for rows and from where it is seen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    pub me: Option<AccountId>,
    pub now: Instant,
    pub today: Date,
    /// Lines of the list.
    pub height: usize,
}

/// A set of rows of one replica.
pub(super) struct RowSet(Vec<u64>);

impl RowSet {
    pub(super) fn of(rows: &[u32], len: u32) -> Self {
        let mut bits = vec![0; len as usize / 64 + 1];
        for row in rows {
            if let Some(word) = bits.get_mut(*row as usize / 64) {
                *word |= 1 << (row % 64);
            }
        }
        Self(bits)
    }

    pub(super) fn has(&self, row: u32) -> bool {
        self.0.get(row as usize / 64).is_some_and(|word| word & 1 << (row % 64) != 0)
    }
}

/// Puts rows that were shown and match no longer back among those that do: behind the row they stood behind, or before the one
/// they stood before under the same heading. Gives them, ascending.
pub(super) fn put_back<T: Copy>(
    before: &[u32],
    under: &[Heading<T>],
    rows: &mut Vec<u32>,
    headings: &mut [Heading<T>],
    len: u32,
) -> Vec<u32> {
    let matching = RowSet::of(rows, len);
    let mut left: Vec<u32> = before.iter().copied().filter(|row| !matching.has(*row)).collect();
    if left.is_empty() {
        return left;
    }
    let (mut ahead, mut behind): (HashMap<u32, Vec<u32>>, HashMap<u32, Vec<u32>>) = Default::default();
    let (mut waiting, mut in_group, mut last) = (vec![], None, None);
    let mut starts = under.iter().map(|heading| heading.before).peekable();
    for (at, row) in before.iter().copied().enumerate() {
        if starts.next_if_eq(&at).is_some() {
            in_group = None;
            // Of the group before nothing matches any more.
            if let Some(last) = last {
                behind.entry(last).or_default().append(&mut waiting);
            }
        }
        if matching.has(row) {
            ahead.entry(row).or_default().append(&mut waiting);
            (in_group, last) = (Some(row), Some(row));
        } else if let Some(anchor) = in_group {
            behind.entry(anchor).or_default().push(row);
        } else {
            waiting.push(row);
        }
    }
    if let Some(last) = last {
        behind.entry(last).or_default().append(&mut waiting);
    }
    let mut headings = headings.iter_mut().peekable();
    let mut all = Vec::with_capacity(rows.len() + left.len());
    for (at, row) in rows.iter().copied().enumerate() {
        if let Some(heading) = headings.next_if(|heading| heading.before == at) {
            heading.before = all.len();
        }
        all.extend(ahead.remove(&row).unwrap_or_default());
        all.push(row);
        all.extend(behind.remove(&row).unwrap_or_default());
    }
    all.append(&mut waiting);
    *rows = all;
    left.sort_unstable();
    left
}

impl State {
    /// The replica is another than `before`.
    pub(super) fn arrived(&mut self, before: &Replica) {
        if !(before.is_complete() && self.replica.is_complete()) || self.signals.rows.is_empty() {
            self.signals.asked = None;
            return self.reselect();
        }
        let seen = self.seen();
        if self.signals.hold(before, &self.replica, seen) {
            self.reselect();
        }
    }

    /// Time passed, or we learned what we knew: what is held back may be another.
    pub(super) fn look_again(&mut self) {
        let same = self.replica.clone();
        self.arrived(&same);
    }

    /// Shows what was held back, with the cursor on its signal. What is new above the screen comes into view when the cursor
    /// stays in view with it.
    pub(super) fn show_held(&mut self) {
        let (held, left) = (self.signals.held, self.signals.left.len());
        let shown = RowSet::of(&self.signals.rows, self.replica.signals().len());
        self.signals.asked = None;
        self.reselect();
        self.board.let_go();
        if self.pane == Pane::Board {
            self.choose_board();
        }
        self.let_go_in_agenda();
        self.register.let_go();
        if held.new == 0 {
            if left > 0 {
                self.say_with(Tone::Info, "held-dropped", &[("count", left.into())]);
            }
            return;
        }
        let height = self.areas().list.height as usize;
        let signals = &mut self.signals;
        if let Some(first) = signals.rows.iter().position(|row| !shown.has(*row)) {
            let line = list::line_of(first, &signals.headings).saturating_sub(1);
            signals.list.top = signals.list.top.min(line);
            signals.list.follow(signals.rows.len(), &signals.headings, height);
        }
        self.say_with(Tone::Info, "held-shown", &[("count", held.new.into())]);
    }

    pub(super) fn seen(&self) -> Seen {
        Seen {
            me: self.me.as_ref().map(|me| me.account),
            now: self.server_now(),
            today: self.today,
            height: self.areas().list.height as usize,
        }
    }
}

impl SignalsPane {
    /// Takes in the rows of another replica and leaves the list as it stands. Says whether the rows must be chosen anew after
    /// all: none is left, or what was waited for is there. What matches no longer keeps its place then, too.
    fn hold(&mut self, before: &Replica, replica: &Replica, seen: Seen) -> bool {
        let signals = replica.signals();
        let (found, _) = self.found(replica, seen.me, seen.now);
        let matching = RowSet::of(&found, signals.len());
        let waited = self.wanted.and_then(|id| signals.find(id)).is_some_and(|row| matching.has(row));
        let gone = self.carry_over(before.signals(), signals);
        self.marks.retain(|id| signals.find(*id).is_some());
        self.drop_rows(&gone);
        let shown = RowSet::of(&self.rows, signals.len());
        let comes = |id: &SignalId| signals.find(*id).is_some_and(|row| matching.has(row) && !shown.has(row));
        if waited || self.rows.is_empty() || self.expected.iter().any(comes) {
            return true;
        }
        self.recount(replica, seen);
        self.left = self.rows.iter().copied().filter(|row| !matching.has(*row)).collect();
        self.left.sort_unstable();
        let new = || found.iter().filter(|row| !shown.has(**row));
        let crisis = |row: &u32| signals.get(*row).is_some_and(|row| row.urgency() == Urgency::Crisis);
        // What matches no longer goes with sorting, and does not move.
        let moved = {
            let should = found.iter().filter(|row| shown.has(**row));
            let does = self.rows.iter().filter(|row| matching.has(**row));
            should.ne(does)
        };
        self.held = Held { new: new().count(), crisis: new().filter(|row| crisis(row)).count(), moved };
        if !moved && self.left_fit(signals) {
            let offset = self.offset();
            self.headings = self.grouped(replica, seen.today);
            self.put_at(offset, seen.height);
        }
        self.settle_cursor(replica, seen.height);
        false
    }

    /// The rows as they are numbered now; which of them go, in order: what is there no longer.
    fn carry_over(&mut self, old: &Signals, new: &Signals) -> Vec<usize> {
        let mut gone = Vec::new();
        for (at, row) in self.rows.iter_mut().enumerate() {
            let Some(id) = old.get(*row).map(|row| row.id()) else {
                gone.push(at);
                continue;
            };
            let same = new.get(*row).is_some_and(|row| row.id() == id);
            match if same { Some(*row) } else { new.find(id) } {
                Some(now) => *row = now,
                None => gone.push(at),
            }
        }
        gone
    }

    /// Are the rows that match no longer in their place by date, so that they stand under the right heading?
    fn left_fit(&self, signals: &Signals) -> bool {
        if self.left.is_empty() || self.headings.is_empty() {
            return true;
        }
        let date = |row: &u32| {
            let row = signals.get(*row);
            let date = row.and_then(|row| row.hard_date().map(|date| date.on));
            (row.is_some_and(|row| !row.status().is_open()), date.is_none(), date)
        };
        self.rows.is_sorted_by_key(date)
    }

    /// Takes rows out, given in order; cursor and anchor stay on theirs, on the same line of the screen.
    fn drop_rows(&mut self, gone: &[usize]) {
        if gone.is_empty() {
            return;
        }
        let offset = self.offset();
        let before = |at: usize| gone.partition_point(|gone| *gone < at);
        let mut at = 0;
        self.rows.retain(|_| {
            at += 1;
            gone.binary_search(&(at - 1)).is_err()
        });
        for heading in &mut self.headings {
            heading.before -= before(heading.before);
        }
        let ends: Vec<usize> = self.headings.iter().skip(1).map(|next| next.before).chain([self.rows.len()]).collect();
        let mut ends = ends.into_iter();
        self.headings.retain(|heading| ends.next().is_some_and(|end| heading.before < end));
        self.list.row -= before(self.list.row);
        self.list.row = self.list.row.min(self.rows.len().saturating_sub(1));
        if let Some(range) = &mut self.range {
            range.anchor -= before(range.anchor);
        }
        self.list.top = list::line_of(self.list.row, &self.headings).saturating_sub(offset);
    }

    /// On which line of the screen the cursor is, from the top of the list.
    pub(super) fn offset(&self) -> usize {
        list::line_of(self.list.row, &self.headings).saturating_sub(self.list.top)
    }

    /// Scrolls so that the cursor is on this line of the screen, as far as there are rows.
    pub(super) fn put_at(&mut self, offset: usize, height: usize) {
        self.list.top = list::line_of(self.list.row, &self.headings).saturating_sub(offset);
        self.list.follow(self.rows.len(), &self.headings, height);
    }

    fn settle_cursor(&mut self, replica: &Replica, height: usize) {
        self.list.follow(self.rows.len(), &self.headings, height);
        self.current = self.rows.get(self.list.row).and_then(|row| replica.signals().get(*row)).map(|row| row.id());
        self.count_outside(replica);
    }

    /// Does this row match no longer?
    pub fn has_left(&self, row: u32) -> bool {
        self.left.binary_search(&row).is_ok()
    }

    /// Counts the marks that are not in the list.
    pub(super) fn count_outside(&mut self, replica: &Replica) {
        if self.marks.is_empty() {
            self.outside = 0;
            return;
        }
        let signals = replica.signals();
        let shown = RowSet::of(&self.rows, signals.len());
        let inside = |id: &SignalId| signals.find(*id).is_some_and(|row| shown.has(row));
        self.outside = self.marks.iter().filter(|id| !inside(id)).count();
    }

    /// The rows from one to another, both included, whichever comes first.
    pub(super) fn between(&self, one: usize, other: usize) -> Range<usize> {
        one.min(other)..(one.max(other) + 1).min(self.rows.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows and where headings stand, after these were put back.
    fn back(before: &[u32], under: &[usize], now: &[u32], heads: &[usize]) -> (Vec<u32>, Vec<usize>, Vec<u32>) {
        let of = |heads: &[usize]| heads.iter().map(|before| Heading { before: *before, text: () }).collect::<Vec<_>>();
        let (mut rows, mut headings) = (now.to_vec(), of(heads));
        let left = put_back(before, &of(under), &mut rows, &mut headings, 10);
        (rows, headings.iter().map(|heading| heading.before).collect(), left)
    }

    #[test]
    fn what_matches_no_longer_keeps_its_place_under_its_heading() {
        // In the midst, at the end of a group, as the first of one.
        assert_eq!(back(&[1, 2, 3, 4], &[0, 2], &[1, 3, 4], &[0, 1]), (vec![1, 2, 3, 4], vec![0, 2], vec![2]));
        assert_eq!(back(&[1, 2, 3, 4], &[0, 2], &[1, 2, 4], &[0, 2]), (vec![1, 2, 3, 4], vec![0, 2], vec![3]));
        assert_eq!(back(&[1, 2, 3, 4], &[0, 2], &[2, 3, 4], &[0, 1]), (vec![1, 2, 3, 4], vec![0, 2], vec![1]));
        // Beside what is new, which comes where it sorts.
        assert_eq!(back(&[1, 2, 3], &[0], &[5, 1, 3], &[0, 1]), (vec![5, 1, 2, 3], vec![0, 1], vec![2]));
        // Of its group nothing is left, or of any.
        assert_eq!(back(&[1, 2, 3], &[0, 1, 2], &[1, 3], &[0, 1]), (vec![1, 2, 3], vec![0, 2], vec![2]));
        assert_eq!(back(&[2, 1], &[0, 1], &[], &[]), (vec![2, 1], vec![], vec![1, 2]));
        assert_eq!(back(&[1, 2], &[0], &[2, 1], &[0]), (vec![2, 1], vec![0], vec![]));
    }
}
