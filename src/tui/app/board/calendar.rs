//! The board as a month: how many clocks end on each day.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months};

use super::{
    super::{State, command::Command, message::Effect},
    Board,
};
use crate::{client::replica::Replica, domain::Date};

/// The month that is shown, by the day with the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The day with the cursor.
    pub day: Date,
    /// How many clocks of the view end on a day.
    pub load: BTreeMap<Date, usize>,
}

impl Calendar {
    /// Counts anew what ends when.
    pub(super) fn count(&mut self, replica: &Replica, board: &Board) {
        let deadlines = replica.deadlines();
        self.load.clear();
        for day in board.rows.iter().filter_map(|row| deadlines.get(*row)).map(|row| row.alarm_on()) {
            *self.load.entry(day).or_default() += 1;
        }
    }

    /// The first day that the month shows: a Monday.
    pub fn first(&self) -> Date {
        let first = self.day.with_day(1).unwrap_or(self.day);
        first.checked_sub_days(Days::new(first.weekday().num_days_from_monday().into())).unwrap_or(first)
    }
}

impl State {
    /// The month of the clock under the cursor, or of today; a second time closes it.
    pub(super) fn open_calendar(&mut self) -> Vec<Effect> {
        if self.board.calendar.take().is_some() {
            return self.rest();
        }
        let mut calendar = Calendar { day: self.today, load: BTreeMap::new() };
        calendar.count(&self.replica, &self.board.board);
        self.board.open = None;
        self.board.calendar = Some(calendar);
        vec![]
    }

    /// Moves over the days, or shows what ends on one.
    pub(in super::super) fn calendar_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(calendar) = &mut self.board.calendar else { return vec![] };
        let day = calendar.day;
        let to = match command {
            Command::DayNext => day.checked_add_days(Days::new(1)),
            Command::DayPrevious => day.checked_sub_days(Days::new(1)),
            Command::WeekNext => day.checked_add_days(Days::new(7)),
            Command::WeekPrevious => day.checked_sub_days(Days::new(7)),
            Command::MonthNext => day.checked_add_months(Months::new(1)),
            Command::MonthPrevious => day.checked_sub_months(Months::new(1)),
            Command::CalendarToday => Some(self.today),
            Command::DayOpen => return self.show_day(day),
            Command::CalendarClose => return self.board_back(),
            _ => None,
        };
        // Nobody's term ends more than a century from now.
        if let Some(to) = to.filter(|to| (to.year() - self.today.year()).abs() <= 100) {
            calendar.day = to;
        }
        vec![]
    }

    /// Back to the list, on the first clock that ends on this day; without one the month stays.
    fn show_day(&mut self, day: Date) -> Vec<Effect> {
        let deadlines = self.replica.deadlines();
        let ends = |row: &u32| deadlines.get(*row).is_some_and(|row| row.alarm_on() == day);
        let Some(row) = self.board.board.rows.iter().position(ends) else {
            let words = [("day", self.texts.day(day).into())];
            self.say_with(super::super::Tone::Info, "calendar-nothing", &words);
            return vec![];
        };
        self.board.calendar = None;
        self.go_in_board(row)
    }
}
