//! Finds rows that only moved up or down, so that the terminal can move them itself.

use std::{collections::HashMap, sync::Arc};

use super::{
    cell::{Cell, Row, fingerprint},
    paint::Painter,
    pen::Need,
    travel::Place,
};
use crate::tui::shell::color::{Ink, Scrolling};

/// A part of the screen, full width, that moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    /// First row.
    pub top: u16,
    /// Last row.
    pub bottom: u16,
    /// Rows upwards; downwards when negative.
    pub up: i32,
}

/// Shifts worth trying, best guess first; none when nothing seems to have moved.
pub fn candidates(old: &[Arc<Row>], new: &[Arc<Row>]) -> Vec<Shift> {
    let width = new.first().map_or(0, |row| row.cells.len());
    // A pane beside the list stands still: look at the left part alone when whole rows say nothing.
    [width, width * 2 / 3, width / 2]
        .into_iter()
        .map(|columns| found(old, new, columns))
        .find(|shifts| !shifts.is_empty())
        .unwrap_or_default()
}

fn found(old: &[Arc<Row>], new: &[Arc<Row>], columns: usize) -> Vec<Shift> {
    let print = |row: &Row| {
        let part = row.cells.get(..columns).unwrap_or(&row.cells);
        match part.iter().all(|cell| *cell == Cell::BLANK) {
            true => None,
            false if columns == row.cells.len() => Some(row.hash),
            false => Some(fingerprint(part)),
        }
    };
    let mut where_was: HashMap<u64, Option<usize>> = HashMap::new();
    for (y, row) in old.iter().enumerate() {
        if let Some(print) = print(row) {
            where_was.entry(print).and_modify(|place| *place = None).or_insert(Some(y));
        }
    }
    let moved: Vec<(usize, i32)> =
        new.iter().enumerate().filter_map(|(y, row)| Some((y, (*where_was.get(&print(row)?)?)? as i32 - y as i32))).collect();
    let mut votes: HashMap<i32, usize> = HashMap::new();
    for (_, up) in moved.iter().filter(|(_, up)| *up != 0) {
        *votes.entry(*up).or_default() += 1;
    }
    let Some((up, rows)) = votes.into_iter().max_by_key(|(up, votes)| (*votes, -up.abs(), *up)) else { return vec![] };
    let together = || moved.iter().filter(|(_, by)| *by == up).map(|(y, _)| *y as i32);
    let (Some(first), Some(last), true) = (together().min(), together().max(), rows >= 2) else { return vec![] };
    // The rows that go are in the part too. One row more at either end: the bar that left or came is no match.
    let (top, bottom) = (first + up.min(0), last + up.max(0));
    let height = new.len() as i32;
    let mut shifts = Vec::new();
    for (top, bottom) in [(top, bottom), (top, bottom + 1), (top - 1, bottom), (top - 1, bottom + 1)] {
        if top >= 0 && bottom < height && bottom - top > up.abs() {
            shifts.push(Shift { top: top as u16, bottom: bottom as u16, up });
        }
    }
    shifts
}

impl Shift {
    /// What the rows show afterwards; `None` is an empty row.
    pub fn source(&self, row: u16) -> Option<u16> {
        if !(self.top..=self.bottom).contains(&row) {
            return Some(row);
        }
        let from = i32::from(row) + self.up;
        u16::try_from(from).ok().filter(|from| (self.top..=self.bottom).contains(from))
    }

    /// Tells the terminal.
    pub fn write(&self, painter: &mut Painter, scrolling: Scrolling) {
        // Rows that come in get the background of the pen, on some terminals.
        painter.take(Need::blank(Ink::Default));
        let count = self.up.unsigned_abs() as u16;
        let out = &mut painter.out;
        out.extend_from_slice(b"\x1b[");
        super::number(self.top + 1, out);
        out.push(b';');
        super::number(self.bottom + 1, out);
        out.push(b'r');
        match scrolling {
            Scrolling::Region => {
                out.extend_from_slice(b"\x1b[");
                if count > 1 {
                    super::number(count, out);
                }
                out.push(if self.up > 0 { b'S' } else { b'T' });
            }
            Scrolling::Feed => {
                painter.place = Place::Unknown;
                painter.go(0, if self.up > 0 { self.bottom } else { self.top });
                for _ in 0..count {
                    painter.out.extend_from_slice(if self.up > 0 { b"\n" } else { b"\x1bM" });
                }
            }
        }
        painter.out.extend_from_slice(b"\x1b[r");
        painter.place = Place::At(0, 0);
    }
}
