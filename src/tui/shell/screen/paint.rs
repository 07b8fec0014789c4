//! From the difference of two pictures to bytes: pieces of one look, in the cheapest order.

use std::{ops::Range, sync::Arc};

use super::{
    cell::{Cell, Row},
    pen::{Need, Pen},
    travel::{self, Place},
};
use crate::tui::shell::color::Ink;

/// So many pieces are looked at to find the cheapest next one.
const LOOK_AHEAD: usize = 16;
/// With more pieces than this it would take too long to look for the cheapest next one.
const REORDERED: usize = 64;
/// An unchanged gap of at most this many columns may be written again instead of jumped over.
const GAP: u16 = 5;
/// Erasing to the end of a row costs three bytes, so it has to save more.
const ERASE_FROM: usize = 4;

/// A part of a row that is written in one go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    row: u16,
    from: u16,
    /// The column after it.
    to: u16,
    need: Need,
    /// Erase to the end of the row instead of writing.
    erase: bool,
}

/// What the terminal's pen and cursor are, and the bytes so far.
#[derive(Debug, Clone, Default)]
pub struct Painter {
    /// The look the next character would get.
    pub pen: Pen,
    /// Where it would go.
    pub place: Place,
    /// What to send.
    pub out: Vec<u8>,
}

/// Two pictures of the same size; a row of the old one may be elsewhere by now, or gone.
pub struct Pictures<'a> {
    /// Row `y` shows this now.
    pub old: Vec<&'a Arc<Row>>,
    /// Row `y` is to show this.
    pub new: &'a [Arc<Row>],
}

/// Are they the same? A row that was not drawn anew is the same value in memory.
pub fn same(a: &Arc<Row>, b: &Arc<Row>) -> bool {
    Arc::ptr_eq(a, b) || (a.hash == b.hash && a == b)
}

impl Pictures<'_> {
    /// How many places differ.
    pub fn differences(&self) -> usize {
        let pairs = self.new.iter().zip(&self.old).filter(|(new, old)| !same(new, old));
        pairs.map(|(new, old)| new.cells.iter().zip(&old.cells).filter(|(new, old)| new != old).count()).sum()
    }
}

impl Painter {
    /// Writes what differs, in the order that takes the fewest bytes of some.
    pub fn paint(self, pictures: &Pictures<'_>) -> Self {
        let pieces = pieces(pictures);
        let mut orders = Vec::with_capacity(3);
        if pieces.len() > 1 && !pictures.new.iter().any(|row| row.wide) {
            orders.push((by_look(&pieces), 1));
            if pieces.len() <= REORDERED {
                orders.push((pieces.clone(), LOOK_AHEAD));
            }
        }
        let mut best = self.clone().written(pieces, 1, pictures);
        for (pieces, look_ahead) in orders {
            let other = self.clone().written(pieces, look_ahead, pictures);
            if other.out.len() < best.out.len() {
                best = other;
            }
        }
        best
    }

    /// Changes the pen.
    pub fn take(&mut self, need: Need) {
        self.pen = need.write(self.pen, &mut self.out);
    }

    /// Moves the cursor.
    pub fn go(&mut self, x: u16, y: u16) {
        travel::write(self.place, (x, y), &mut self.out);
        self.place = Place::At(x, y);
    }

    fn written(mut self, mut pieces: Vec<Piece>, look_ahead: usize, pictures: &Pictures<'_>) -> Self {
        pieces.reverse();
        while !pieces.is_empty() {
            let from = pieces.len().saturating_sub(look_ahead);
            let next = (from..pieces.len()).rev().min_by_key(|index| self.cost(&pieces[*index], pictures));
            let piece = pieces.remove(next.unwrap_or(from));
            self.write(&piece, pictures);
        }
        self
    }

    fn cost(&self, piece: &Piece, pictures: &Pictures<'_>) -> usize {
        let gap = self.gap(piece, pictures).map(<[Cell]>::len);
        gap.unwrap_or_else(|| travel::cost(self.place, (piece.from, piece.row))) + piece.need.cost(self.pen)
    }

    fn write(&mut self, piece: &Piece, pictures: &Pictures<'_>) {
        match self.gap(piece, pictures) {
            Some(gap) => {
                gap.iter().for_each(|cell| cell.write(&mut self.out));
                self.place = Place::At(piece.from, piece.row);
            }
            None => self.go(piece.from, piece.row),
        }
        self.take(piece.need);
        if piece.erase {
            self.out.extend_from_slice(b"\x1b[K");
            return;
        }
        let cells = &pictures.new[usize::from(piece.row)].cells;
        for x in piece.from..piece.to {
            self.glyph(x, piece.row, cells);
        }
    }

    /// Writes some columns of a row, each in its own look.
    pub fn cells(&mut self, row: u16, columns: Range<u16>, cells: &[Cell]) {
        for x in columns {
            if let Some(cell) = cells.get(usize::from(x)) {
                self.go(x, row);
                self.take(cell.need());
                self.glyph(x, row, cells);
            }
        }
    }

    fn glyph(&mut self, x: u16, row: u16, cells: &[Cell]) {
        let cell = &cells[usize::from(x)];
        if cell.width == 0 {
            return;
        }
        self.go(x, row);
        cell.write(&mut self.out);
        let after = x + u16::from(cell.width);
        self.place = match cell.is_certain() {
            true if usize::from(after) < cells.len() => Place::At(after, row),
            true => Place::Edge(row),
            false => Place::Unknown,
        };
    }

    /// The cells between the cursor and the piece, if writing them again with this pen is the shortest way there.
    /// They must be what the terminal shows already.
    fn gap<'a>(&self, piece: &Piece, pictures: &Pictures<'a>) -> Option<&'a [Cell]> {
        let Place::At(x, y) = self.place else { return None };
        if y != piece.row || x >= piece.from || piece.from - x > GAP {
            return None;
        }
        let columns = usize::from(x)..usize::from(piece.from);
        let gap = &pictures.new[usize::from(y)].cells[columns.clone()];
        let fits = |cell: &Cell| cell.length() == 1 && cell.is_certain() && cell.need().met_by(self.pen);
        let shorter = gap.len() < travel::cost(self.place, (piece.from, piece.row));
        (shorter && gap.iter().all(fits) && gap == &pictures.old[usize::from(y)].cells[columns]).then_some(gap)
    }
}

/// The parts that differ, from top to bottom and left to right.
fn pieces(pictures: &Pictures<'_>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (y, (new, old)) in pictures.new.iter().zip(&pictures.old).enumerate() {
        if same(new, old) {
            continue;
        }
        row_pieces(y as u16, &new.cells, &old.cells, &mut pieces);
    }
    pieces
}

/// All pieces of one look together: with many colours in each row, jumping is cheaper than changing the pen.
fn by_look(pieces: &[Piece]) -> Vec<Piece> {
    let mut looks: Vec<Need> = Vec::new();
    let mut place = |piece: &Piece| {
        looks.iter().position(|look| look.join(piece.need).is_some()).unwrap_or_else(|| {
            looks.push(piece.need);
            looks.len() - 1
        })
    };
    let mut keyed: Vec<(usize, Piece)> = pieces.iter().map(|piece| (place(piece), *piece)).collect();
    keyed.sort_by_key(|(look, _)| *look);
    keyed.into_iter().map(|(_, piece)| piece).collect()
}

fn row_pieces(row: u16, new: &[Cell], old: &[Cell], pieces: &mut Vec<Piece>) {
    let filled = new.iter().rposition(|cell| *cell != Cell::BLANK).map_or(0, |last| last + 1);
    let erased = new[filled..].iter().zip(&old[filled..]).filter(|(new, old)| new != old).count() >= ERASE_FROM;
    let end = if erased { filled } else { new.len() };
    let mut open: Option<Piece> = None;
    for x in 0..end {
        let cell = &new[x];
        // A tail is written with its character, which differs whenever the tail does.
        let same = *cell == old[x];
        if cell.width == 0 && open.is_some_and(|piece| usize::from(piece.to) > x) {
            continue;
        }
        if same || cell.width == 0 {
            pieces.extend(open.take());
            continue;
        }
        let to = (x + usize::from(cell.width)) as u16;
        let piece = Piece { row, from: x as u16, to, need: cell.need(), erase: false };
        open = match open {
            Some(before) => match before.need.join(piece.need) {
                Some(need) => Some(Piece { to, need, ..before }),
                None => {
                    pieces.push(before);
                    Some(piece)
                }
            },
            None => Some(piece),
        };
    }
    pieces.extend(open);
    if erased {
        let (from, to) = (end as u16, new.len() as u16);
        pieces.push(Piece { row, from, to, need: Need::blank(Ink::Default), erase: true });
    }
}
