//! Pane 1: the queue. Which rows are shown, in which order, where the cursor is and what is marked.

use std::collections::BTreeSet;

use chrono::{Datelike, Days};

use super::{
    field::Field,
    holding::{Held, Seen},
    list::{Heading, ListCursor},
    marking::MarkRange,
};
use crate::{
    client::replica::{Owned, Replica, SignalQuery, Sort as Order, SortBy},
    domain::{
        Date, Instant,
        ids::{AccountId, SignalId},
        role::coded_enum,
    },
};

coded_enum!(
    /// Which signals are looked at, before the filter.
    View {
        /// Every open one.
        Open = "open",
        /// Open and mine.
        Mine = "mine",
        /// Open and nobody's.
        Free = "free",
        /// Closed ones too.
        All = "all",
    }
);

coded_enum!(
    /// In which order.
    Sort {
        /// First hard date, then urgency; in groups.
        HardDate = "hard-date",
        /// Urgency, then first hard date.
        Urgency = "urgency",
        /// Newest first.
        Received = "received",
        /// Highest number first.
        Number = "number",
        /// Municipality.
        Municipality = "municipality",
        /// Who has it.
        Owner = "owner",
    }
);

/// The pane.
#[derive(Debug, Clone)]
pub struct SignalsPane {
    /// The filter as typed.
    pub filter: Field,
    /// Is the filter being typed?
    pub filtering: bool,
    /// Which signals.
    pub view: View,
    /// In which order.
    pub sort: Sort,
    /// The rows of the replica that are shown.
    pub rows: Vec<u32>,
    /// Group headings.
    pub headings: Vec<Heading>,
    /// How many the view holds without the filter.
    pub in_view: usize,
    /// Counts for tab and sidebar.
    pub counts: Counts,
    /// The cursor.
    pub list: ListCursor,
    /// What is under the cursor, so that it stays when rows move.
    pub current: Option<SignalId>,
    /// The cursor goes here as soon as it is there, unless it was moved since.
    pub wanted: Option<SignalId>,
    /// What is held back since the rows were chosen.
    pub held: Held,
    /// Rows that are shown and match no longer, ascending.
    pub left: Vec<u32>,
    /// What was changed here since the rows were chosen: it goes when it matches no longer.
    pub dealt_with: BTreeSet<SignalId>,
    /// What the preview shows: it follows the cursor when that has rested.
    pub previewed: Option<SignalId>,
    /// What is marked, the range that is being marked with it.
    pub marks: BTreeSet<SignalId>,
    /// How many of the marked signals are not in the list.
    pub outside: usize,
    /// The range that is being marked.
    pub range: Option<MarkRange>,
    /// Is the preview shown?
    pub preview: bool,
    /// Does the list, or the open signal, fill the screen?
    pub zoom: bool,
    /// The open signal is scrolled by so many lines; nothing is open when `None`.
    pub open: Option<usize>,
}

/// Counts over every open signal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Open.
    pub open: usize,
    /// Open and nobody's: someone must act.
    pub free: usize,
    /// Open and mine.
    pub mine: usize,
    /// By urgency, crisis first.
    pub urgency: [usize; 4],
    /// With a hard date that has passed.
    pub overdue: usize,
    /// Hard dates in this week and each of the seven after it.
    pub weeks: [usize; 8],
    /// When the first claim runs out: what is counted here holds until then.
    pub lease_ends: Option<Instant>,
}

impl Default for SignalsPane {
    fn default() -> Self {
        Self {
            filter: Field::line(""),
            filtering: false,
            view: View::Open,
            sort: Sort::HardDate,
            rows: Vec::new(),
            headings: Vec::new(),
            in_view: 0,
            counts: Counts::default(),
            list: ListCursor::default(),
            current: None,
            wanted: None,
            held: Held::default(),
            left: Vec::new(),
            dealt_with: BTreeSet::new(),
            previewed: None,
            marks: BTreeSet::new(),
            outside: 0,
            range: None,
            preview: true,
            zoom: false,
            open: None,
        }
    }
}

impl SignalsPane {
    /// The rows that pass, in order.
    pub(super) fn found(&self, replica: &Replica, me: Option<AccountId>, now: Instant) -> Vec<u32> {
        let mut query = SignalQuery::parse(self.filter.text());
        query.open_only = self.view != View::All;
        match self.view {
            View::Mine => query.owned = Some(Owned::Me),
            View::Free => query.owned = Some(Owned::Free),
            View::Open | View::All => {}
        }
        replica.signals().select(&query, self.sort.order(), now, me)
    }

    /// Chooses the rows anew; the cursor stays on its signal, on the same line of the screen when it can.
    pub(super) fn select(&mut self, replica: &Replica, seen: Seen) {
        let signals = replica.signals();
        let offset = self.offset();
        self.rows = self.found(replica, seen.me, seen.now);
        (self.held, self.range) = (Held::default(), None);
        self.left.clear();
        self.dealt_with.clear();
        self.recount(replica, seen);
        self.headings = self.grouped(replica, seen.today);
        let place = |id: SignalId| signals.find(id).and_then(|found| self.rows.iter().position(|row| *row == found));
        let wanted = self.wanted.and_then(place);
        if wanted.is_some() {
            self.wanted = None;
        }
        let row = wanted.or_else(|| self.current.and_then(place)).unwrap_or(self.list.row);
        self.list.row = row.min(self.rows.len().saturating_sub(1));
        self.put_at(offset, seen.height);
        self.current = self.rows.get(self.list.row).and_then(|row| signals.get(*row)).map(|row| row.id());
        self.count_outside(replica);
    }

    /// Counts anew what tab, sidebar and head tell.
    pub(super) fn recount(&mut self, replica: &Replica, seen: Seen) {
        self.counts = Counts::of(replica, seen.me, seen.now, seen.today);
        self.in_view = match self.view {
            View::Open => self.counts.open,
            View::Mine => self.counts.mine,
            View::Free => self.counts.free,
            View::All => replica.signals().len() as usize,
        };
        if self.filter.is_blank() {
            self.in_view = self.rows.len();
        }
    }

    /// Headings for the rows as they stand.
    pub(super) fn grouped(&self, replica: &Replica, today: Date) -> Vec<Heading> {
        if self.sort == Sort::HardDate { groups(replica, &self.rows, today) } else { vec![] }
    }

    /// Goes to a row.
    pub fn go(&mut self, replica: &Replica, row: usize, height: usize) {
        let from = self.list.row;
        self.wanted = None;
        self.list.go(row, self.rows.len(), &self.headings, height);
        self.stretch(replica, from);
        self.leave(replica, from, height);
        self.current = self.rows.get(self.list.row).and_then(|row| replica.signals().get(*row)).map(|row| row.id());
    }

    /// What an action works on: the marked signals, else the one under the cursor.
    pub fn targets(&self) -> Vec<SignalId> {
        if self.marks.is_empty() || self.open.is_some() {
            self.current.into_iter().collect()
        } else {
            self.marks.iter().copied().collect()
        }
    }
}

impl Sort {
    fn order(self) -> Order {
        let (by, descending) = match self {
            Self::HardDate => (SortBy::HardDate, false),
            Self::Urgency => (SortBy::Urgency, false),
            Self::Received => (SortBy::Received, true),
            Self::Number => (SortBy::Number, true),
            Self::Municipality => (SortBy::Municipality, false),
            Self::Owner => (SortBy::Owner, false),
        };
        Order { by, descending }
    }
}

/// The last day of the week (Sunday) that holds this day.
fn sunday_of(day: Date) -> Date {
    day.checked_add_days(Days::new(6 - u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day)
}

/// Headings for rows in order of hard date: overdue, today and tomorrow, this week, next week, later, none.
fn groups(replica: &Replica, rows: &[u32], today: Date) -> Vec<Heading> {
    let signals = replica.signals();
    let date = |row: &u32| signals.get(*row)?.hard_date().map(|date| date.on);
    let tomorrow = today.succ_opt().unwrap_or(today);
    let sunday = sunday_of(today);
    let next_sunday = sunday.checked_add_days(Days::new(7)).unwrap_or(sunday);
    // The last day of each group, in order; what is behind them all has no date.
    let ends = [
        ("group-overdue", today.pred_opt().unwrap_or(today)),
        ("group-today", tomorrow),
        ("group-week", sunday),
        ("group-next-week", next_sunday),
        ("group-later", Date::MAX),
    ];
    let mut headings = Vec::new();
    let mut from = 0;
    for (text, last) in ends.into_iter().map(|(text, last)| (text, Some(last))).chain([("group-none", None)]) {
        let until = match last {
            Some(last) => from + rows[from..].partition_point(|row| date(row).is_some_and(|date| date <= last)),
            None => rows.len(),
        };
        if until > from {
            headings.push(Heading { before: from, text });
        }
        from = until;
    }
    headings
}

impl Counts {
    fn of(replica: &Replica, me: Option<AccountId>, now: Instant, today: Date) -> Self {
        let mut counts = Self::default();
        let signals = replica.signals();
        let sunday = sunday_of(today);
        for signal in (0..signals.len()).filter_map(|row| signals.get(row)) {
            if !signal.status().is_open() {
                continue;
            }
            counts.open += 1;
            let owner = signal.owner().filter(|owner| owner.lease_until > now);
            if let Some(owner) = &owner {
                counts.lease_ends = counts.lease_ends.map_or(Some(owner.lease_until), |first| Some(first.min(owner.lease_until)));
            }
            match owner {
                Some(owner) if Some(owner.account) == me => counts.mine += 1,
                Some(_) => {}
                None => counts.free += 1,
            }
            counts.urgency[signal.urgency() as usize] += 1;
            if let Some(date) = signal.hard_date() {
                if date.on < today {
                    counts.overdue += 1;
                } else if let Some(week) = counts.weeks.get_mut(((date.on - sunday).num_days() + 6).max(0) as usize / 7) {
                    *week += 1;
                }
            }
        }
        counts
    }
}
