//! Pane 1: the queue. Which rows are shown, in which order, where the cursor is and what is marked.

use std::collections::BTreeSet;

use chrono::{Datelike, Days};

use super::{
    State,
    advice::Advice,
    field::Field,
    list::{Heading, ListCursor},
    message::Effect,
};
pub use crate::domain::view::{Base as View, Column};
use crate::{
    client::replica::{Facet, Owned, Replica, SignalQuery, Sort as Order, SortBy},
    domain::{
        Date, Instant,
        ids::{AccountId, SignalId, ViewId},
    },
};

/// By which column the list is sorted, and which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sorting {
    /// The column.
    pub by: Column,
    /// From high to low.
    pub descending: bool,
}

/// The pane.
#[derive(Debug, Clone)]
pub struct SignalsPane {
    /// The filter as typed.
    pub filter: Field,
    /// Is the filter being typed?
    pub filtering: bool,
    /// What the filter asks that cannot be, with what may have been meant.
    pub advice: Option<Advice>,
    /// Does no row hold the words of the filter, and are these only like them?
    pub loose: bool,
    /// What there is to filter by, counted while its window is open.
    pub facets: Vec<Facet>,
    /// Which signals.
    pub view: View,
    /// The saved view that was picked last.
    pub saved: Option<ViewId>,
    /// In which order.
    pub sorting: Sorting,
    /// The columns in order; none: as many as fit.
    pub columns: Vec<Column>,
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
    /// What the preview shows: it follows the cursor when that has rested.
    pub previewed: Option<SignalId>,
    /// What is marked.
    pub marks: BTreeSet<SignalId>,
    /// Is the preview shown?
    pub preview: bool,
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
}

impl Default for SignalsPane {
    fn default() -> Self {
        Self {
            filter: Field::line(""),
            filtering: false,
            advice: None,
            loose: false,
            facets: Vec::new(),
            view: View::Open,
            saved: None,
            sorting: Sorting::default(),
            columns: Vec::new(),
            rows: Vec::new(),
            headings: Vec::new(),
            in_view: 0,
            counts: Counts::default(),
            list: ListCursor::default(),
            current: None,
            previewed: None,
            marks: BTreeSet::new(),
            preview: true,
            open: None,
        }
    }
}

impl SignalsPane {
    /// What is asked for.
    pub(super) fn query(&self) -> SignalQuery {
        let mut query = SignalQuery::parse(self.filter.text());
        query.open_only = self.view != View::All;
        query.owned = match self.view {
            View::Mine => Some(Owned::Me),
            View::Free => Some(Owned::Free),
            View::Open | View::All => None,
        };
        query
    }

    /// The rows that pass, in order. When none holds the words of the filter: those that are like them, and true.
    pub(super) fn found(&self, replica: &Replica, me: Option<AccountId>, now: Instant) -> (Vec<u32>, bool) {
        let query = self.query();
        let find = |query: &SignalQuery| replica.signals().select(query, self.sorting.order(), now, me);
        let rows = find(&query);
        match query.loosened().filter(|_| rows.is_empty()) {
            Some(loosened) => {
                let rows = find(&loosened);
                let loose = !rows.is_empty();
                (rows, loose)
            }
            None => (rows, false),
        }
    }

    /// Chooses the rows anew; the cursor stays on its signal, on the same line of the screen when it can.
    pub fn select(&mut self, replica: &Replica, me: Option<AccountId>, now: Instant, today: Date, height: usize) {
        let signals = replica.signals();
        let offset = super::list::line_of(self.list.row, &self.headings).saturating_sub(self.list.top);
        (self.rows, self.loose) = self.found(replica, me, now);
        self.counts = Counts::of(replica, me, now, today);
        self.in_view = match self.view {
            View::Open => self.counts.open,
            View::Mine => self.counts.mine,
            View::Free => self.counts.free,
            View::All => signals.len() as usize,
        };
        if self.filter.is_blank() {
            self.in_view = self.rows.len();
        }
        self.headings = if self.sorting == Sorting::default() { groups(replica, &self.rows, today) } else { vec![] };
        let row = self.current.and_then(|id| signals.find(id)).and_then(|found| self.rows.iter().position(|row| *row == found));
        self.list.row = row.unwrap_or(self.list.row).min(self.rows.len().saturating_sub(1));
        self.list.top = super::list::line_of(self.list.row, &self.headings).saturating_sub(offset);
        self.list.follow(self.rows.len(), &self.headings, height);
        self.current = self.rows.get(self.list.row).and_then(|row| signals.get(*row)).map(|row| row.id());
    }

    /// Goes to a row.
    pub fn go(&mut self, replica: &Replica, row: usize, height: usize) {
        self.list.go(row, self.rows.len(), &self.headings, height);
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

impl Default for Sorting {
    fn default() -> Self {
        Self::natural(Column::HardDate)
    }
}

impl Sorting {
    /// By a column, the way one looks for something in it.
    pub fn natural(by: Column) -> Self {
        Self { by, descending: matches!(by, Column::Received | Column::Number) }
    }

    /// The same, the other way round.
    pub fn turned(self) -> Self {
        Self { descending: !self.descending, ..self }
    }

    fn order(self) -> Order {
        let by = match self.by {
            Column::HardDate => SortBy::HardDate,
            Column::Urgency => SortBy::Urgency,
            Column::Received => SortBy::Received,
            Column::Number => SortBy::Number,
            Column::Title => SortBy::Title,
            Column::Municipality => SortBy::Municipality,
            Column::Bodies => SortBy::Bodies,
            Column::Owner => SortBy::Owner,
            Column::Status => SortBy::Status,
        };
        Order { by, descending: self.descending }
    }
}

impl State {
    /// Chooses the rows of pane 1 anew.
    pub(super) fn reselect(&mut self) {
        let height = self.areas().list.height as usize;
        let me = self.me.as_ref().map(|me| me.account);
        let now = self.server_now();
        self.signals.select(&self.replica, me, now, self.today, height);
        self.advise();
        self.count_facets();
    }

    /// The filter was changed: from the first row on.
    pub(super) fn filter_changed(&mut self) -> Vec<Effect> {
        self.signals.list.row = 0;
        self.signals.current = None;
        self.reselect();
        self.rest()
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
            match signal.owner().filter(|owner| owner.lease_until > now) {
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
