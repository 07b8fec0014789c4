//! What one place of the screen shows, in the one form in which equal looks are equal values.
//!
//! The last line of defence stands here: whatever a symbol holds, only what is safe to send comes out.

use std::hash::{DefaultHasher, Hash, Hasher};

use ratatui::{
    buffer::Cell as Drawn,
    style::{Color, Modifier},
};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::pen::{self, Need, ON_BLANK, Pen};
use crate::{
    domain::text,
    tui::shell::color::{self, Depth, Ink},
};

/// Shown for what must not be sent.
const MARK: char = '?';
/// More combining marks than this on one character are not sent.
const MARKS_SENT: usize = 4;

/// What is in a place.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Glyph {
    /// One character.
    One(char),
    /// A character with its combining marks, or two that belong together.
    Several(Box<str>),
    /// The right half of the wide character before it.
    Tail,
}

/// A place on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The character.
    pub glyph: Glyph,
    /// Columns: 1 or 2; 0 for a tail.
    pub width: u8,
    /// Its look; the same for a tail as for its character.
    pub pen: Pen,
}

/// A row with a fingerprint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// One per column.
    pub cells: Vec<Cell>,
    /// Equal for equal rows.
    pub hash: u64,
    /// Is there a wide character in it?
    pub wide: bool,
}

/// Colours that were brought down before.
#[derive(Debug, Clone)]
pub struct Inks {
    depth: Depth,
    known: Vec<(Color, Ink)>,
}

impl Cell {
    /// An empty place.
    pub const BLANK: Self =
        Self { glyph: Glyph::One(' '), width: 1, pen: Pen { foreground: Ink::Default, background: Ink::Default, bits: 0 } };

    /// Is it an empty place with this look only on the ground?
    fn is_plain_blank(&self) -> bool {
        self.glyph == Glyph::One(' ') && self.pen.bits & ON_BLANK == 0
    }

    /// What it asks of the pen.
    pub fn need(&self) -> Need {
        Need { pen: self.pen, loose: self.is_plain_blank() }
    }

    /// Can a terminal be trusted to be in the next column after it?
    pub fn is_certain(&self) -> bool {
        self.width == 1 && matches!(self.glyph, Glyph::One(_))
    }

    fn glyph_number(&self) -> u64 {
        match &self.glyph {
            Glyph::One(c) => u64::from(u32::from(*c)),
            Glyph::Several(_) => 1 << 24,
            Glyph::Tail => 2 << 24,
        }
    }

    /// Bytes of the glyph.
    pub fn length(&self) -> usize {
        match &self.glyph {
            Glyph::One(c) => c.len_utf8(),
            Glyph::Several(text) => text.len(),
            Glyph::Tail => 0,
        }
    }

    /// Writes the glyph.
    pub fn write(&self, out: &mut Vec<u8>) {
        match &self.glyph {
            Glyph::One(c) => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            Glyph::Several(text) => out.extend_from_slice(text.as_bytes()),
            Glyph::Tail => {}
        }
    }
}

impl Inks {
    /// None known yet.
    pub fn new(depth: Depth) -> Self {
        Self { depth, known: Vec::new() }
    }

    fn ink(&mut self, color: Color) -> Ink {
        match (color, self.depth) {
            (Color::Reset, _) | (_, Depth::None) => return Ink::Default,
            (Color::Rgb(r, g, b), Depth::True) => return Ink::Rgb(r, g, b),
            _ => {}
        }
        if let Some((_, ink)) = self.known.iter().find(|(known, _)| *known == color) {
            return *ink;
        }
        let ink = color::ink(color, self.depth);
        if self.known.len() < 64 {
            self.known.push((color, ink));
        }
        ink
    }
}

impl Row {
    /// A row of empty places.
    pub fn blank(width: u16) -> Self {
        Self::of(vec![Cell::BLANK; width.into()])
    }

    /// Reads a row of a buffer.
    pub fn read(drawn: &[Drawn], inks: &mut Inks) -> Self {
        let mut cells = Vec::with_capacity(drawn.len());
        while cells.len() < drawn.len() {
            let place = &drawn[cells.len()];
            let (glyph, wide) = glyph(place, drawn.len() - cells.len());
            let pen = look(place, &glyph, inks);
            match wide {
                Wide::No => cells.push(Cell { glyph, width: 1, pen }),
                Wide::Yes => {
                    cells.push(Cell { glyph, width: 2, pen });
                    cells.push(Cell { glyph: Glyph::Tail, width: 0, pen });
                }
                Wide::Twice => {
                    cells.push(Cell { glyph: glyph.clone(), width: 1, pen });
                    cells.push(Cell { glyph, width: 1, pen });
                }
            }
        }
        Self::of(cells)
    }

    fn of(cells: Vec<Cell>) -> Self {
        Self { hash: fingerprint(&cells), wide: cells.iter().any(|cell| cell.width == 2), cells }
    }
}

/// A fingerprint of some cells.
pub fn fingerprint(cells: &[Cell]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for cell in cells {
        let (glyph, width) = (cell.glyph_number(), u64::from(cell.width));
        hasher.write_u64(glyph | width << 32 | u64::from(cell.pen.bits) << 40);
        hasher.write_u64(cell.pen.foreground.number() << 32 | cell.pen.background.number());
        if let Glyph::Several(text) = &cell.glyph {
            text.hash(&mut hasher);
        }
    }
    hasher.finish()
}

/// How many places a glyph takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wide {
    No,
    Yes,
    /// The mark, in both columns of what it stands for.
    Twice,
}

/// What may be sent for a symbol when `room` columns are left.
fn glyph(place: &Drawn, room: usize) -> (Glyph, Wide) {
    let symbol = place.symbol();
    if place.modifier.contains(Modifier::HIDDEN) {
        return (Glyph::One(' '), Wide::No);
    }
    if let [byte] = symbol.as_bytes() {
        let c = char::from(*byte);
        return (Glyph::One(if text::is_unsafe(c) { MARK } else { c }), Wide::No);
    }
    let marked = |wide: bool| (Glyph::One(MARK), if wide && room > 1 { Wide::Twice } else { Wide::No });
    let mut chars = symbol.chars();
    let Some(first) = chars.next() else { return (Glyph::One(' '), Wide::No) };
    let mut sum = first.width().unwrap_or(0);
    let mut several = 0;
    for c in chars.clone().chain([first]) {
        // Half-width sound marks: told to take no column, drawn in one.
        if text::is_unsafe(c) || matches!(c, '\u{ff9e}' | '\u{ff9f}') {
            return marked(symbol.width() > 1);
        }
    }
    for c in chars.clone() {
        sum += c.width().unwrap_or(0);
        several += 1;
    }
    let width = if several == 0 { sum } else { symbol.width() };
    if !matches!(width, 1 | 2) || width != sum || first.width() == Some(0) || width > room {
        return marked(width > 1);
    }
    let wide = if width == 2 { Wide::Yes } else { Wide::No };
    match several {
        0 if first == '\u{a0}' => (Glyph::One(' '), wide),
        0 => (Glyph::One(first), wide),
        1..=MARKS_SENT => (Glyph::Several(symbol.into()), wide),
        _ => (Glyph::Several(symbol.chars().take(1 + MARKS_SENT).collect::<String>().into()), wide),
    }
}

/// The look of a place; what cannot be seen on a blank is left out.
fn look(place: &Drawn, glyph: &Glyph, inks: &mut Inks) -> Pen {
    let bits = pen::bits(place.modifier);
    let background = inks.ink(place.bg);
    if *glyph == Glyph::One(' ') && bits & ON_BLANK == 0 {
        return Pen { background, ..Pen::default() };
    }
    Pen { foreground: inks.ink(place.fg), background, bits }
}

#[cfg(test)]
mod tests {
    use ratatui::{buffer::Buffer, layout::Rect, style::Style};

    use super::*;

    fn row(symbols: &[&str]) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, symbols.len() as u16, 1));
        for (cell, symbol) in buffer.content.iter_mut().zip(symbols) {
            cell.set_symbol(symbol);
        }
        let row = Row::read(&buffer.content, &mut Inks::new(Depth::True));
        assert_eq!(row.cells.len(), symbols.len());
        assert_eq!(row.cells.iter().map(|cell| usize::from(cell.width)).sum::<usize>(), symbols.len());
        let mut out = Vec::new();
        row.cells.iter().for_each(|cell| cell.write(&mut out));
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_could_steer_is_a_mark() {
        assert_eq!(row(&["a", "\x1b", "\x1b[2J", "b"]), "a???");
        assert_eq!(row(&["\u{202e}", "a\u{200b}", "\u{9b}2J", "x"]), "????");
        assert_eq!(row(&["\u{301}", "", "\u{a0}", "é"]), "?  é");
    }

    #[test]
    fn wide_characters_take_their_columns_and_never_more() {
        assert_eq!(row(&["東", "x", "b"]), "東b");
        assert_eq!(row(&["a", "東"]), "a?");
        assert_eq!(row(&["東", "京", "b"]), "東b");
        assert_eq!(row(&["🇳🇱", " ", "b"]), "🇳🇱b");
        assert_eq!(row(&["👩\u{200d}🚒", " ", "b"]), "??b");
    }

    #[test]
    fn marks_are_bounded() {
        let many = format!("e{}", "\u{301}".repeat(100_000));
        assert_eq!(row(&[&many]), format!("e{}", "\u{301}".repeat(4)));
    }

    #[test]
    fn blanks_with_invisible_differences_are_the_same() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        buffer.content[1].set_style(Style::new().fg(Color::Red).bold());
        buffer.content[2].set_style(Style::new().fg(Color::Red).reversed());
        buffer.content[3].set_symbol("x").set_style(Style::new().hidden());
        let row = Row::read(&buffer.content, &mut Inks::new(Depth::True));
        assert_eq!(row.cells[0], row.cells[1]);
        assert_ne!(row.cells[0], row.cells[2]);
        assert_eq!(row.cells[0], row.cells[3]);
    }
}
