//! Moving over the board: rows, weeks, today, groups, views, and the open clock.

use super::super::{
    Pane, State, Tone,
    choose::{Choice, Choose, Item},
    command::Command,
    message::Effect,
};
use crate::{
    client::replica::{BoardGroup, BoardView},
    domain::{ids::DeadlineId, text::SafeText},
};

/// The views with the keys of their names.
pub const VIEWS: [(BoardView, &str); 5] = [
    (BoardView::All, "board-view-all"),
    (BoardView::TimeOuts, "board-view-time-outs"),
    (BoardView::Proposed, "board-view-proposed"),
    (BoardView::CallBacks, "board-view-call-backs"),
    (BoardView::Mine, "board-view-mine"),
];

/// The groups with the keys of their names.
pub const GROUPS: [(BoardGroup, &str); 5] = [
    (BoardGroup::Lane, "board-group-lane"),
    (BoardGroup::Body, "board-group-body"),
    (BoardGroup::Municipality, "board-group-municipality"),
    (BoardGroup::Ground, "board-group-ground"),
    (BoardGroup::Owner, "board-group-owner"),
];

impl State {
    /// Opens the board, with everything chosen.
    pub(in super::super) fn show_board(&mut self) -> Vec<Effect> {
        self.pane = Pane::Board;
        self.choose_board();
        self.rest()
    }

    /// To where somebody was on the board; the clock comes under the cursor when it is there.
    pub(in super::super) fn go_back_on_board(
        &mut self,
        view: BoardView,
        group: BoardGroup,
        filter: &str,
        clock: Option<DeadlineId>,
    ) {
        let pane = &mut self.board;
        (pane.view, pane.group, pane.sought) = (view, group, clock);
        pane.filter.set(filter);
        self.pane = Pane::Board;
        self.choose_board_anew();
    }

    pub(in super::super) fn board_command(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::BoardToday => self.go_in_board(self.board.board.first_open),
            Command::GroupNext => self.go_to_group(true),
            Command::GroupPrevious => self.go_to_group(false),
            Command::Group => self.menu_group(),
            Command::ToCase => match self.clock_signal() {
                Some(id) => self.go_to(id),
                None => vec![],
            },
            Command::Calendar => self.open_calendar(),
            _ => vec![],
        }
    }

    /// The cursor to a row.
    pub(in super::super) fn go_in_board(&mut self, row: usize) -> Vec<Effect> {
        let height = self.areas().list.height as usize;
        let pane = &mut self.board;
        pane.moved = true;
        pane.list.go(row, pane.board.rows.len(), &pane.headings, height);
        let deadlines = self.replica.deadlines();
        pane.current = pane.board.rows.get(pane.list.row).and_then(|row| deadlines.get(*row)).map(|row| row.id());
        (pane.unread, pane.sought) = (None, None);
        if let Some(scroll) = &mut pane.open {
            *scroll = 0;
        }
        self.rest()
    }

    fn go_to_group(&mut self, forward: bool) -> Vec<Effect> {
        let row = self.board.list.row;
        let starts = self.board.headings.iter().map(|heading| heading.before);
        let to = if forward { starts.into_iter().find(|start| *start > row) } else { starts.rev().find(|start| *start < row) };
        match to {
            Some(row) => self.go_in_board(row),
            None => vec![],
        }
    }

    fn menu_group(&mut self) -> Vec<Effect> {
        let cursor = GROUPS.iter().position(|(group, _)| *group == self.board.group);
        self.menu_of("choose-board-group", &GROUPS.map(|(group, key)| (key, Choice::BoardGroup(group))), cursor)
    }

    /// The menu of views.
    pub(in super::super) fn menu_board_view(&mut self) -> Vec<Effect> {
        let cursor = VIEWS.iter().position(|(view, _)| *view == self.board.view);
        let effects = self.menu_of("choose-board-view", &VIEWS.map(|(view, key)| (key, Choice::BoardView(view))), cursor);
        let mine = self.my_call_backs();
        if let Some(super::super::Modal::Choose(menu)) = self.modals.last_mut() {
            menu.items.push(mine);
        }
        effects
    }

    fn menu_of(&mut self, title: &str, all: &[(&'static str, Choice)], cursor: Option<usize>) -> Vec<Effect> {
        let item = |(key, choice): &(&'static str, Choice)| Item::of(&self.texts, key, choice.clone());
        let items = all.iter().map(item).collect();
        self.modals.push(super::super::Modal::Choose(Choose::new(self.texts.get(title), items).at(cursor.unwrap_or(0))));
        vec![]
    }

    /// Other rows, or other groups.
    pub(in super::super) fn show_in_board(&mut self, view: BoardView, group: BoardGroup) -> Vec<Effect> {
        // In another view what passed or is due comes first, unless the clock under the cursor is in it, too.
        if self.board.view != view {
            (self.board.list.row, self.board.list.top) = (0, 0);
        }
        let other = self.board.view != view;
        (self.board.view, self.board.group) = (view, group);
        self.choose_board_anew();
        // Who chooses a view wants to see it: what was typed for another one does not leave it empty.
        if other && self.board.board.rows.is_empty() && self.board.board.in_view > 0 && !self.board.filter.is_blank() {
            let filter = SafeText::line(self.board.filter.text()).into_string();
            self.board.filter.set("");
            self.choose_board_anew();
            self.say_with(Tone::Info, "board-filter-dropped", &[("filter", filter.into())]);
        }
        self.rest()
    }

    /// Something was typed in the filter: from the first row on.
    pub(in super::super) fn board_filter_changed(&mut self) -> Vec<Effect> {
        self.board.moved = true;
        self.board.list.row = 0;
        self.board.current = None;
        self.choose_board_anew();
        self.rest()
    }

    /// Closes what is open, clears the filter; nothing when there is nothing to close.
    pub(in super::super) fn board_back(&mut self) -> Vec<Effect> {
        let pane = &mut self.board;
        if pane.calendar.take().is_some() || pane.open.take().is_some() {
            return self.rest();
        }
        if pane.filtering || !pane.filter.text().is_empty() {
            pane.filtering = false;
            pane.filter.set("");
            self.choose_board_anew();
        }
        self.rest()
    }

    /// Opens the clock under the cursor: every step of its date and every move. What waits for a second person is asked about
    /// first.
    pub(in super::super) fn open_clock(&mut self) -> Vec<Effect> {
        self.board.filtering = false;
        self.board.moved = true;
        let Some(row) = self.clock_row() else { return vec![] };
        let waits = row.confirmation().is_some() && row.clock().is_proposed(self.today);
        if waits && self.board.open.is_none() && self.unavailable(Command::Settle).is_none() {
            return self.settle();
        }
        self.open_steps()
    }

    /// Opens every step and every move of the clock under the cursor.
    pub(in super::super) fn open_steps(&mut self) -> Vec<Effect> {
        self.board.open.get_or_insert(0);
        self.rest()
    }
}
