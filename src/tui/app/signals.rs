//! Pane 1: the queue. Which rows are shown, in which order, where the cursor is and what is marked.

use std::collections::BTreeSet;

use super::{
    advice::Advice,
    case_file::FactsPart,
    counts::{Counts, groups},
    field::Field,
    holding::{Held, Seen, put_back},
    list::{Heading, ListCursor},
    marking::MarkRange,
};
pub use crate::domain::view::{Base as View, Column};
use crate::{
    client::replica::{Facet, Replica, SignalQuery, Sort as Order, SortBy},
    domain::{
        Date, Instant,
        filter::Owned,
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
    /// What signals look like, as far as it is known.
    pub resembling: super::duplicating::resembling::Resembling,
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
    /// Closed signals that the filter leaves and the view does not show.
    pub closed_too: usize,
    /// Counts for tab and sidebar.
    pub counts: Counts,
    /// The cursor.
    pub list: ListCursor,
    /// What is under the cursor, so that it stays when rows move.
    pub current: Option<SignalId>,
    /// The cursor goes here as soon as it is there, unless it was moved since.
    pub wanted: Option<SignalId>,
    /// The form that changes its facts opens as soon as this was read.
    pub to_correct: Option<(FactsPart, SignalId)>,
    /// The signal that triage goes through, and the part that was saved last.
    pub triaging: Option<(SignalId, FactsPart)>,
    /// What was under the cursor when the filter began, for as long as the cursor was not moved and nothing was done since.
    pub filtered_from: Option<SignalId>,
    /// What is held back since the rows were chosen.
    pub held: Held,
    /// Rows that are shown and match no longer, ascending.
    pub left: Vec<u32>,
    /// What the rows were chosen by; nothing: they are to be chosen as if none was shown.
    pub(super) asked: Option<Question>,
    /// What the last action here was about and is not shown: it is not held back when it matches.
    pub expected: BTreeSet<SignalId>,
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

impl Default for SignalsPane {
    fn default() -> Self {
        Self {
            filter: Field::line(""),
            filtering: false,
            advice: None,
            loose: false,
            facets: Vec::new(),
            resembling: Default::default(),
            view: View::Open,
            saved: None,
            sorting: Sorting::default(),
            columns: Vec::new(),
            rows: Vec::new(),
            headings: Vec::new(),
            in_view: 0,
            closed_too: 0,
            counts: Counts::default(),
            list: ListCursor::default(),
            current: None,
            wanted: None,
            to_correct: None,
            triaging: None,
            filtered_from: None,
            held: Held::default(),
            left: Vec::new(),
            asked: None,
            expected: BTreeSet::new(),
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

/// What rows are chosen by. As long as it is the same, no row that is shown goes by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Question {
    filter: String,
    view: View,
    sorting: Sorting,
    me: Option<AccountId>,
}

/// So many rows or fewer are few: what else there is, is told.
const FEW: usize = 200;

impl SignalsPane {
    /// What is asked for.
    pub(super) fn query(&self) -> SignalQuery {
        self.query_by(self.filter.text())
    }

    fn query_by(&self, filter: &str) -> SignalQuery {
        let mut query = SignalQuery::parse(filter);
        query.open_only = self.view != View::All;
        query.owned = match self.view {
            View::Mine => Some(Owned::Me),
            View::Free => Some(Owned::Free),
            View::Open | View::All => None,
        };
        query
    }

    /// The rows that pass another filter in this view, in order.
    pub(super) fn found_by(&self, filter: &str, replica: &Replica, me: Option<AccountId>, now: Instant) -> Vec<u32> {
        replica.signals().select(&self.query_by(filter), self.sorting.order(), now, me)
    }

    /// The rows that pass, in order. When none holds the words of the filter: those that are like them, and true.
    pub(super) fn found(&self, replica: &Replica, me: Option<AccountId>, now: Instant) -> (Vec<u32>, bool) {
        let query = self.query();
        let find = |query: &SignalQuery| {
            let rows = replica.signals().select(query, self.sorting.order(), now, me);
            // In the usual order what is closed comes last: its date asks for nothing any more.
            if query.open_only || self.sorting != Sorting::default() {
                return rows;
            }
            let open = |row: &u32| replica.signals().get(*row).is_some_and(|row| row.status().is_open());
            let (open, closed): (Vec<u32>, Vec<u32>) = rows.into_iter().partition(open);
            [open, closed].concat()
        };
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

    /// Chooses the rows anew; the cursor stays on its signal, on the same line of the screen when it can. By the same question as
    /// before, what is shown and matches no longer keeps its place.
    pub(super) fn select(&mut self, replica: &Replica, seen: Seen) {
        let signals = replica.signals();
        let offset = self.offset();
        let asked = Question { filter: self.filter.text().to_owned(), view: self.view, sorting: self.sorting, me: seen.me };
        let same = self.asked.as_ref() == Some(&asked);
        self.asked = Some(asked);
        let before = if same { std::mem::take(&mut self.rows) } else { vec![] };
        (self.rows, self.loose) = self.found(replica, seen.me, seen.now);
        self.closed_too = self.closed_that_pass(replica, seen);
        (self.held, self.range) = (Held::default(), None);
        if !self.expected.is_empty() {
            for row in self.rows.iter().filter_map(|row| signals.get(*row)) {
                self.expected.remove(&row.id());
            }
        }
        let under = std::mem::take(&mut self.headings);
        self.headings = self.grouped(replica, seen.today);
        self.left = put_back(&before, &under, &mut self.rows, &mut self.headings, signals.len());
        self.recount(replica, seen);
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

    /// How many signals outside this view the filter would leave: who finds little is to know of them.
    fn closed_that_pass(&self, replica: &Replica, seen: Seen) -> usize {
        if self.filter.is_blank() || self.view == View::All || self.loose || self.rows.len() > FEW {
            return 0;
        }
        let mut query = SignalQuery::parse(self.filter.text());
        query.open_only = false;
        let all = replica.signals().count(&query, seen.now, seen.me);
        all.saturating_sub(self.rows.len())
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
        if self.sorting == Sorting::default() { groups(replica, &self.rows, today) } else { vec![] }
    }

    /// Goes to a row.
    pub fn go(&mut self, replica: &Replica, row: usize, height: usize) {
        let from = self.list.row;
        (self.wanted, self.filtered_from) = (None, None);
        self.list.go(row, self.rows.len(), &self.headings, height);
        self.stretch(replica, from);
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

    /// As the replica sorts.
    pub fn order(self) -> Order {
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
