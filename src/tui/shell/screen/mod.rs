//! What the terminal shows, and the cheapest bytes to make it show something else.
//!
//! [`Screen::frame`] compares the whole buffer with what is shown, so a mistake of a caller's own difference cannot stay on
//! the screen. It only appends bytes: the caller writes them, all at once.

mod cell;
mod linked;
mod paint;
mod pen;
mod shift;
#[cfg(test)]
mod tests;
mod travel;

use std::sync::Arc;

use ratatui::{
    buffer::{Buffer, Cell as Drawn},
    layout::Rect,
};

use self::{
    cell::{Inks, Row},
    paint::{Painter, Pictures},
    pen::Pen,
    shift::Shift,
    travel::Place,
};
use super::color::Abilities;
use crate::tui::view::links::Linked;

/// A frame of more bytes is held together by the terminal; a smaller one arrives at once anyway.
const SYNCHRONISED_FROM: usize = 512;
/// Fewer changed rows cannot have been scrolled.
const SHIFTED_FROM: usize = 3;
/// When a shift leaves so many times fewer places to write, there is no need to try without.
const CLEARLY_LESS: usize = 3;

/// The terminal as far as loket wrote it.
#[derive(Debug)]
pub struct Screen {
    abilities: Abilities,
    inks: Inks,
    /// What is shown.
    rows: Vec<Arc<Row>>,
    /// From which buffer, so that rows that were not drawn differently need not be read again.
    drawn: Vec<Drawn>,
    size: (u16, u16),
    /// Is `rows` what is shown? Not at the start, after a resize and after [`Screen::forget`].
    known: bool,
    pen: Pen,
    place: Place,
    /// The visible cursor.
    cursor: Option<(u16, u16)>,
    blank: Arc<Row>,
    /// What is a link.
    links: Vec<Linked>,
}

/// What is to be shown.
#[derive(Debug, Clone, Copy)]
pub struct Picture<'a> {
    /// All of it.
    pub buffer: &'a Buffer,
    /// Where the cursor is visible (column, row); nothing when it is hidden.
    pub cursor: Option<(u16, u16)>,
    /// The lines that may differ from the picture before; nothing when any may.
    pub lines: Option<&'a [u16]>,
}

impl Screen {
    /// Nothing is known about the terminal yet: the first frame clears it.
    pub fn new(abilities: Abilities) -> Self {
        Self {
            abilities,
            inks: Inks::new(abilities.depth),
            rows: Vec::new(),
            drawn: Vec::new(),
            size: (0, 0),
            known: false,
            pen: Pen::default(),
            place: Place::Unknown,
            cursor: None,
            blank: Arc::new(Row::blank(0)),
            links: Vec::new(),
        }
    }

    /// Somebody else may have written: the next frame draws every cell.
    pub fn forget(&mut self) {
        self.known = false;
    }

    /// Appends what makes the terminal show `next`, with the cursor visible at `cursor` (column, row) or hidden.
    /// Nothing is appended when all of it is shown already.
    pub fn frame(&mut self, next: &Buffer, cursor: Option<(u16, u16)>, out: &mut Vec<u8>) {
        self.show(Picture { buffer: next, cursor, lines: None }, out);
    }

    /// As [`Screen::frame`], reading only the lines that may differ.
    pub fn show(&mut self, Picture { buffer: next, cursor, lines }: Picture, out: &mut Vec<u8>) {
        let Rect { width, height, .. } = next.area;
        if width == 0 || height == 0 {
            return;
        }
        let cursor = cursor.filter(|(x, y)| *x < width && *y < height);
        let known = self.known && self.size == (width, height);
        let rows = self.read(next, lines, known);
        if known && cursor == self.cursor && rows.iter().zip(&self.rows).all(|(new, old)| Arc::ptr_eq(new, old)) {
            return;
        }
        let mut painter = Painter { pen: self.pen, place: self.place, out: Vec::with_capacity(1024) };
        let mut head: &[u8] = b"";
        if !known {
            // Whole screen as region, own look, hidden cursor, empty.
            painter = Painter { place: Place::At(0, 0), ..Painter::default() };
            head = b"\x1b[r\x1b[m\x1b[?25l\x1b[H\x1b[2J";
            self.size = (width, height);
            self.blank = Arc::new(Row::blank(width));
            self.rows.clear();
            self.rows.resize(height.into(), self.blank.clone());
            self.cursor = None;
        }
        let painter = self.cheapest(painter, &rows);
        self.send(painter, head, cursor, out);
        self.rows = rows;
        self.known = true;
    }

    /// Reads a buffer. A row that shows what is shown already is the same value as before.
    fn read(&mut self, next: &Buffer, lines: Option<&[u16]>, known: bool) -> Vec<Arc<Row>> {
        let width = usize::from(next.area.width);
        if !known {
            self.drawn.clear();
        }
        let mut rows = Vec::with_capacity(next.area.height.into());
        for (y, drawn) in next.content.chunks_exact(width).enumerate() {
            let before = self.drawn.get_mut(y * width..(y + 1) * width).zip(self.rows.get(y));
            let same = |before: &[Drawn]| {
                lines.is_some_and(|lines| !lines.iter().any(|line| usize::from(*line) == y)) || before == drawn
            };
            let row = match before {
                Some((before, shown)) if same(before) => Arc::clone(shown),
                Some((before, shown)) => {
                    before.clone_from_slice(drawn);
                    let row = Arc::new(Row::read(drawn, &mut self.inks));
                    if paint::same(&row, shown) { Arc::clone(shown) } else { row }
                }
                None => {
                    self.drawn.extend_from_slice(drawn);
                    Arc::new(Row::read(drawn, &mut self.inks))
                }
            };
            rows.push(row);
        }
        rows
    }

    /// Paints without or with a shift, whichever is shorter.
    fn cheapest(&self, start: Painter, new: &[Arc<Row>]) -> Painter {
        let still = Pictures { old: self.rows.iter().collect(), new };
        let changed = self.rows.iter().zip(new).filter(|(old, new)| !Arc::ptr_eq(old, new)).count();
        let shifts = if changed < SHIFTED_FROM { vec![] } else { shift::candidates(&self.rows, new) };
        let moved = shifts.into_iter().map(|shift| {
            let pictures = Pictures { old: self.shifted(&shift), new };
            (pictures.differences(), shift, pictures)
        });
        let Some((differences, shift, pictures)) = moved.min_by_key(|(differences, ..)| *differences) else {
            return start.paint(&still);
        };
        let mut shifted = start.clone();
        shift.write(&mut shifted, self.abilities.scrolling);
        let shifted = shifted.paint(&pictures);
        if differences * CLEARLY_LESS < still.differences() {
            return shifted;
        }
        let still = start.paint(&still);
        if shifted.out.len() < still.out.len() { shifted } else { still }
    }

    fn shifted(&self, shift: &Shift) -> Vec<&Arc<Row>> {
        let row = |y: u16| shift.source(y).and_then(|from| self.rows.get(usize::from(from))).unwrap_or(&self.blank);
        (0..self.size.1).map(row).collect()
    }

    fn send(&mut self, mut painter: Painter, head: &[u8], cursor: Option<(u16, u16)>, out: &mut Vec<u8>) {
        let large = head.len() + painter.out.len() > SYNCHRONISED_FROM;
        let synchronised = large && self.abilities.synchronised;
        if synchronised {
            out.extend_from_slice(b"\x1b[?2026h");
        }
        out.extend_from_slice(head);
        // Without synchronised output a visible cursor would be seen running over the screen.
        let hide = self.cursor.is_some() && (cursor.is_none() || (large && !synchronised));
        if hide {
            out.extend_from_slice(b"\x1b[?25l");
        }
        if let Some((x, y)) = cursor {
            painter.go(x, y);
            if hide || self.cursor.is_none() {
                painter.out.extend_from_slice(b"\x1b[?25h");
            }
        }
        out.append(&mut painter.out);
        if synchronised {
            out.extend_from_slice(b"\x1b[?2026l");
        }
        (self.pen, self.place, self.cursor) = (painter.pen, painter.place, cursor);
    }
}

/// Writes a number in decimal.
fn number(value: u16, out: &mut Vec<u8>) {
    let mut digits = [0; 5];
    let mut rest = value;
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[start..]);
}

/// Decimal digits of a number.
fn digits(value: u16) -> usize {
    match value {
        0..=9 => 1,
        10..=99 => 2,
        100..=999 => 3,
        1000..=9999 => 4,
        _ => 5,
    }
}
