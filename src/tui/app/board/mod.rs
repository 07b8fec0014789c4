//! Pane 4: the deadline board. Which clocks are shown, in which groups, where the cursor is, and what was read of them.

pub mod calendar;
mod moving;
mod reading;
mod ready;

use std::{
    borrow::Cow,
    collections::{BTreeSet, VecDeque},
};

use super::{
    State,
    advice::Advice,
    command::Command,
    field::Field,
    holding,
    list::{Heading, ListCursor},
    wrap::cells_of,
};
use crate::{
    api::deadline::DeadlineDetail,
    client::replica::{Asked, Board, BoardGroup, BoardQuery, BoardView, DeadlineRow, Deadlines, Due, SignalRow},
    domain::{
        Date,
        deadline::{DeadlineKind, Lane},
        ids::{AccountId, DeadlineId, SignalId},
        time_out::TimeOutState,
    },
};

pub use calendar::Calendar;
pub use moving::{GROUPS, VIEWS};

/// Bodies of a signal that are named for a call of which nobody noted with whom it is.
const NAMED: usize = 2;

/// Cells that what a row is about needs beside how its time-out ended.
const LABEL_LEAST: usize = 8;

/// The pane.
#[derive(Debug, Clone)]
pub struct BoardPane {
    /// The filter as typed.
    pub filter: Field,
    /// Is the filter being typed?
    pub filtering: bool,
    /// What the filter asks that cannot be.
    pub advice: Option<Advice>,
    /// Which clocks.
    pub view: BoardView,
    /// By what they stand together.
    pub group: BoardGroup,
    /// The rows that are shown.
    pub board: Board,
    /// Where groups begin: the number of the group.
    pub headings: Vec<Heading<usize>>,
    /// The cursor.
    pub list: ListCursor,
    /// What is under the cursor, so that it stays when rows move.
    pub current: Option<DeadlineId>,
    /// The cursor goes here as soon as it is there, unless it was moved since.
    sought: Option<DeadlineId>,
    /// What the preview shows: it follows the cursor when that has rested.
    pub previewed: Option<DeadlineId>,
    /// Is the preview shown?
    pub preview: bool,
    /// The clock that is open is scrolled by so many lines; nothing is open when `None`.
    pub open: Option<usize>,
    /// The month that is shown instead of the list.
    pub calendar: Option<Calendar>,
    /// How many clocks ask for work today.
    pub due: Due,
    /// Was the cursor moved by somebody? Until then it begins where it should, while rows come in.
    moved: bool,
    /// What the rows were chosen from; nothing before they were.
    chosen: Option<(u64, u64, Date)>,
    /// What they were chosen by, and the clocks they number; nothing: they are to be chosen as if none was shown.
    asked: Option<(BoardQuery, Option<AccountId>, Deadlines)>,
    /// Clocks that are shown and match no longer: they keep their place until the user asks for the rows anew.
    pub left: BTreeSet<DeadlineId>,
    /// What was read, newest last.
    read: VecDeque<ReadClock>,
    /// What could not be read, and why.
    pub unread: Option<(DeadlineId, String)>,
    /// What is to be done with this clock as soon as it was read.
    pub(super) wanted: Option<(DeadlineId, Command)>,
}

/// What was read of a clock, and the version its signal had then as far as was known here.
#[derive(Debug, Clone)]
struct ReadClock {
    detail: DeadlineDetail,
    signal_version: Option<i64>,
}

impl Default for BoardPane {
    fn default() -> Self {
        Self {
            filter: Field::line(""),
            filtering: false,
            advice: None,
            view: BoardView::default(),
            group: BoardGroup::default(),
            board: Board::default(),
            headings: Vec::new(),
            list: ListCursor::default(),
            current: None,
            sought: None,
            previewed: None,
            preview: true,
            open: None,
            calendar: None,
            due: Due::default(),
            moved: false,
            chosen: None,
            asked: None,
            left: BTreeSet::new(),
            read: VecDeque::new(),
            unread: None,
            wanted: None,
        }
    }
}

impl BoardPane {
    /// Somebody does something with the clock under the cursor: it stays there.
    pub(super) fn touched(&mut self) {
        self.moved = true;
    }

    /// The next time the rows are chosen, what matches no longer goes.
    pub(super) fn let_go(&mut self) {
        (self.asked, self.chosen) = (None, None);
    }

    /// The rows that are shown, as they are numbered now, where the question is the one they were chosen by. What is no clock any
    /// more, or lapsed so long ago that no list shows it, is not among them.
    fn carry_over(&self, query: &BoardQuery, asked: Asked, now: &Deadlines) -> Vec<u32> {
        let same = |(by, me, _): &&(BoardQuery, Option<AccountId>, Deadlines)| by == query && *me == asked.me;
        let Some((.., old)) = self.asked.as_ref().filter(same).filter(|_| self.moved) else { return vec![] };
        let number = |row: &u32| {
            let id = old.get(*row)?.id();
            let stands = now.get(*row).filter(|now| now.id() == id).map(|_| *row);
            stands.or_else(|| now.find_any(id)).filter(|row| now.get(*row).is_some_and(|row| !row.clock().is_gone(asked.today)))
        };
        self.board.rows.iter().filter_map(number).collect()
    }

    /// Puts the rows that match no longer back in their place.
    fn put_back(&mut self, before: &[u32], under: &[Heading<usize>], deadlines: &Deadlines) {
        let at = |board: &Board, place: usize| board.rows.get(place).copied();
        let (open, time_out) =
            (at(&self.board, self.board.first_open), self.board.first_time_out.and_then(|place| at(&self.board, place)));
        let left = holding::put_back(before, under, &mut self.board.rows, &mut self.headings, deadlines.len());
        self.left = left.iter().filter_map(|row| deadlines.get(*row)).map(|row| row.id()).collect();
        if left.is_empty() {
            return;
        }
        for (group, heading) in self.board.groups.iter_mut().zip(&self.headings) {
            group.0 = heading.before;
        }
        let place = |wanted: u32| self.board.rows.iter().position(|row| *row == wanted);
        self.board.first_open = open.and_then(place).unwrap_or_default();
        self.board.first_time_out = time_out.and_then(place);
    }
}

impl State {
    /// The clock under the cursor.
    pub fn clock_row(&self) -> Option<DeadlineRow<'_>> {
        let deadlines = self.replica.deadlines();
        self.board.current.and_then(|id| deadlines.find_any(id)).and_then(|row| deadlines.get(row))
    }

    /// How a time-out ended that a row is of, or that suspended its term: in a word, with a sign for who sees no colour. Nothing: it
    /// runs, or there is none. As long as it was not read how, it is only said that it did.
    pub fn words_of_ended(&self, row: &DeadlineRow) -> Option<String> {
        let time_out = row.time_out().filter(|_| row.kind() != DeadlineKind::Proposal)?;
        let last = self.board.board.time_outs.get(&time_out).filter(|_| !row.is_over());
        let still = row.clock().lane(self.today) == Lane::StandingStill;
        if !self.replica.is_complete() || still || last.is_some_and(|last| *last >= self.today) {
            return None;
        }
        let read =
            self.board.read.iter().rev().find_map(|read| read.detail.time_out.as_ref().filter(|found| found.item.id == time_out));
        let known = read.map(|found| found.item.state).filter(|state| !state.is_open());
        let word = known.or(last.map(|_| TimeOutState::Lapsed)).map_or("stopped", |state| state.code());
        Some(format!("✓ {}", self.texts.get(&format!("time-out-state-{}", word.replace('_', "-")))))
    }

    /// What stands in a row in a column of this width: how its time-out ended, whole, and what it is about as far as there is room.
    pub fn words_of_row(&self, row: &DeadlineRow, signal: Option<&SignalRow>, width: u16) -> String {
        let label = row_label(row, signal);
        match self.words_of_ended(row) {
            Some(ended) if cells_of(&ended) + LABEL_LEAST > width.into() => ended,
            Some(ended) => format!("{ended}  {label}"),
            None => label.into_owned(),
        }
    }

    /// The signal of the clock under the cursor.
    pub(super) fn clock_signal(&self) -> Option<SignalId> {
        self.clock_row().map(|row| row.signal())
    }

    fn asked(&self) -> Asked {
        Asked { today: self.today, now: self.server_now(), me: self.me.as_ref().map(|me| me.account) }
    }

    /// What the board shows is chosen anew, unless it would be the same. The cursor stays on its clock, on the same line of the
    /// screen when it can: a clock whose date moved takes the cursor along.
    pub(super) fn choose_board(&mut self) {
        let from = (self.replica.deadlines().generation(), self.replica.signals().generation(), self.today);
        if self.board.chosen != Some(from) {
            self.choose_board_anew();
        }
    }

    /// The same, whatever it was chosen from.
    pub(super) fn choose_board_anew(&mut self) {
        let first = !self.board.moved;
        let height = self.areas().list.height as usize;
        let asked = self.asked();
        let pane = &mut self.board;
        let query = BoardQuery { view: pane.view, group: pane.group, words: pane.filter.text().to_owned() };
        let offset = super::list::line_of(pane.list.row, &pane.headings).saturating_sub(pane.list.top);
        let deadlines = self.replica.deadlines();
        let before = pane.carry_over(&query, asked, deadlines);
        let under = std::mem::take(&mut pane.headings);
        pane.board = self.replica.board(&query, asked);
        pane.headings =
            pane.board.groups.iter().enumerate().map(|(text, (before, _))| Heading { before: *before, text }).collect();
        pane.chosen = Some((deadlines.generation(), self.replica.signals().generation(), asked.today));
        pane.put_back(&before, &under, deadlines);
        pane.asked = Some((query, asked.me, deadlines.clone()));
        let found = pane.current.filter(|_| !first).and_then(|id| deadlines.find_any(id));
        let place = found.and_then(|found| pane.board.rows.iter().position(|row| *row == found));
        let sought = pane.sought.and_then(|id| deadlines.find(id));
        let sought = sought.and_then(|found| pane.board.rows.iter().position(|row| *row == found));
        if sought.is_some() {
            (pane.sought, pane.moved) = (None, true);
        }
        let rows = pane.board.rows.len();
        // Of everything it begins at the first time-out that ends: those are worked here. Of a part it begins with what is overdue.
        let begin = match pane.view {
            BoardView::All => pane.board.first_time_out.unwrap_or(pane.board.first_open),
            _ => 0,
        };
        let row = sought.or(place).unwrap_or(if first { begin } else { pane.list.row });
        pane.list.row = row.min(rows.saturating_sub(1));
        let line = super::list::line_of(pane.list.row, &pane.headings);
        pane.list.top = if first && begin < height { 0 } else { line.saturating_sub(offset) };
        pane.list.follow(rows, &pane.headings, height);
        pane.current = pane.board.rows.get(pane.list.row).and_then(|row| deadlines.get(*row)).map(|row| row.id());
        if let Some(calendar) = &mut pane.calendar {
            calendar.count(&self.replica, &pane.board);
        }
        self.advise_on_board();
    }

    /// Counts for the tab.
    pub(super) fn count_due(&mut self) {
        self.board.due = self.replica.deadlines().due(self.today);
    }
}

/// What a row is about, in words: of a promised call when, whom and about what (`10:00 CAK: Kind zonder zorgverzekering`), else the
/// decision or event, or the title of the signal. Of a call that names nobody the bodies of the signal stand there, so that two of them
/// differ.
pub fn row_label<'a>(row: &DeadlineRow<'a>, signal: Option<&SignalRow<'a>>) -> Cow<'a, str> {
    let title = signal.map(|signal| signal.title()).unwrap_or_default();
    let is_call = row.kind() == DeadlineKind::CallBack;
    let bodies = signal.filter(|_| is_call).map(|signal| signal.bodies().take(NAMED).collect::<Vec<_>>().join(", "));
    let bodies = bodies.unwrap_or_default();
    let whom = match row.label().trim() {
        "" => bodies.as_str(),
        label => label,
    };
    match (whom, row.at()) {
        ("", None) => Cow::Borrowed(title),
        ("", Some(at)) => Cow::Owned(format!("{at} {title}")),
        (whom, Some(at)) => Cow::Owned(format!("{at} {whom}: {title}")),
        (whom, None) if is_call => Cow::Owned(format!("{whom}: {title}")),
        _ => Cow::Borrowed(row.label().trim()),
    }
}
