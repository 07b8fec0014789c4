//! How a character looks, and the shortest request to go from one look to another.

use ratatui::style::Modifier;

use crate::tui::shell::color::Ink;

/// Bold. Bold and dim exclude each other; bold wins.
pub const BOLD: u8 = 1;
/// Dim.
pub const DIM: u8 = 2;
/// Italic.
pub const ITALIC: u8 = 4;
/// Underlined.
pub const UNDERLINE: u8 = 8;
/// Foreground and background swapped.
pub const REVERSE: u8 = 16;
/// Struck through.
pub const STRIKE: u8 = 32;
/// What shows on a blank too.
pub const ON_BLANK: u8 = UNDERLINE | REVERSE | STRIKE;

/// A look. The default is the terminal's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Pen {
    /// The colour of the character.
    pub foreground: Ink,
    /// The colour behind it.
    pub background: Ink,
    /// [`BOLD`] and the others.
    pub bits: u8,
}

/// What a piece of text asks of the pen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// The look.
    pub pen: Pen,
    /// Are there only blanks, so that foreground, bold, dim and italic do not matter?
    pub loose: bool,
}

/// The numbers of one `CSI … m`.
#[derive(Default)]
struct Request {
    numbers: [u16; 24],
    count: usize,
}

/// The bits of ratatui's modifiers that loket draws. Blinking is never drawn.
pub fn bits(modifier: Modifier) -> u8 {
    let mut bits = 0;
    for (wanted, bit) in [
        (Modifier::BOLD, BOLD),
        (Modifier::DIM, DIM),
        (Modifier::ITALIC, ITALIC),
        (Modifier::UNDERLINED, UNDERLINE),
        (Modifier::REVERSED, REVERSE),
        (Modifier::CROSSED_OUT, STRIKE),
    ] {
        if modifier.contains(wanted) {
            bits |= bit;
        }
    }
    if bits & BOLD != 0 { bits & !DIM } else { bits }
}

impl Need {
    /// Only blanks before this background.
    pub fn blank(background: Ink) -> Self {
        Self { pen: Pen { background, ..Pen::default() }, loose: true }
    }

    /// What both need together, if one pen can write both.
    pub fn join(self, other: Self) -> Option<Self> {
        if self == other {
            return Some(self);
        }
        let (glyphs, blanks) = match (self.loose, other.loose) {
            (false, true) => (self, other),
            (true, false) => (other, self),
            _ => return None,
        };
        (glyphs.pen.background == blanks.pen.background && glyphs.pen.bits & ON_BLANK == 0).then_some(glyphs)
    }

    /// Can this pen write it?
    pub fn met_by(self, pen: Pen) -> bool {
        if self.loose { pen.background == self.pen.background && pen.bits & ON_BLANK == 0 } else { pen == self.pen }
    }

    /// The pen to change to.
    fn target(self, from: Pen) -> Pen {
        if !self.loose {
            return self.pen;
        }
        let kept = Pen { background: self.pen.background, bits: from.bits & !ON_BLANK, ..from };
        if length(from, self.pen) < length(from, kept) { self.pen } else { kept }
    }

    /// How many bytes the change costs.
    pub fn cost(self, from: Pen) -> usize {
        if self.met_by(from) { 0 } else { length(from, self.target(from)) }
    }

    /// Writes the change; gives the pen afterwards.
    pub fn write(self, from: Pen, out: &mut Vec<u8>) -> Pen {
        if self.met_by(from) {
            return from;
        }
        let to = self.target(from);
        let request = shortest(from, to);
        out.extend_from_slice(b"\x1b[");
        for (index, number) in request.numbers().iter().enumerate() {
            if index > 0 {
                out.push(b';');
            }
            super::number(*number, out);
        }
        out.push(b'm');
        to
    }
}

fn length(from: Pen, to: Pen) -> usize {
    if from == to { 0 } else { shortest(from, to).length() }
}

/// Change what differs, or begin anew: whichever is shorter.
fn shortest(from: Pen, to: Pen) -> Request {
    let step = change(from, to);
    if to == Pen::default() && step.length() >= 3 {
        return Request::default();
    }
    let mut anew = change(Pen::default(), to);
    anew.numbers.copy_within(0..anew.count, 1);
    anew.numbers[0] = 0;
    anew.count += 1;
    if anew.length() < step.length() { anew } else { step }
}

fn change(from: Pen, to: Pen) -> Request {
    let mut request = Request::default();
    let gone = from.bits & !to.bits;
    let mut added = to.bits & !from.bits;
    if gone & (BOLD | DIM) != 0 {
        request.push(22);
        added |= to.bits & (BOLD | DIM);
    }
    for (bit, off) in [(ITALIC, 23), (UNDERLINE, 24), (REVERSE, 27), (STRIKE, 29)] {
        if gone & bit != 0 {
            request.push(off);
        }
    }
    for (bit, on) in [(BOLD, 1), (DIM, 2), (ITALIC, 3), (UNDERLINE, 4), (REVERSE, 7), (STRIKE, 9)] {
        if added & bit != 0 {
            request.push(on);
        }
    }
    if from.foreground != to.foreground {
        request.ink(to.foreground, 0);
    }
    if from.background != to.background {
        request.ink(to.background, 10);
    }
    request
}

impl Request {
    fn push(&mut self, number: u16) {
        if let Some(place) = self.numbers.get_mut(self.count) {
            *place = number;
            self.count += 1;
        }
    }

    fn ink(&mut self, ink: Ink, ground: u16) {
        match ink {
            Ink::Default => self.push(39 + ground),
            Ink::Basic(index @ 0..=7) => self.push(30 + ground + u16::from(index)),
            Ink::Basic(index) => self.push(90 + ground + u16::from(index & 7)),
            Ink::Palette(index) => [38 + ground, 5, index.into()].into_iter().for_each(|number| self.push(number)),
            Ink::Rgb(r, g, b) => {
                [38 + ground, 2, r.into(), g.into(), b.into()].into_iter().for_each(|number| self.push(number));
            }
        }
    }

    fn numbers(&self) -> &[u16] {
        &self.numbers[..self.count]
    }

    /// With `ESC`, `[` and `m`.
    fn length(&self) -> usize {
        let digits: usize = self.numbers().iter().map(|number| super::digits(*number)).sum();
        3 + digits + self.count.saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(from: Pen, need: Need) -> String {
        let mut out = Vec::new();
        let cost = need.cost(from);
        need.write(from, &mut out);
        assert_eq!(out.len(), cost);
        String::from_utf8(out).unwrap().replace('\x1b', "^")
    }

    fn pen(foreground: Ink, background: Ink, bits: u8) -> Need {
        Need { pen: Pen { foreground, background, bits }, loose: false }
    }

    #[test]
    fn the_shortest_change_is_taken() {
        let plain = pen(Ink::Default, Ink::Default, 0);
        let red = pen(Ink::Basic(1), Ink::Default, BOLD);
        assert_eq!(written(Pen::default(), red), "^[1;31m");
        assert_eq!(written(red.pen, plain), "^[m");
        assert_eq!(written(red.pen, pen(Ink::Basic(1), Ink::Default, 0)), "^[22m");
        assert_eq!(written(red.pen, pen(Ink::Basic(9), Ink::Default, DIM)), "^[0;2;91m");
        assert_eq!(written(red.pen, Need::blank(Ink::Default)), "");
        assert_eq!(written(red.pen, Need::blank(Ink::Palette(234))), "^[48;5;234m");
        let fancy = pen(Ink::Rgb(1, 2, 3), Ink::Rgb(4, 5, 6), BOLD | REVERSE | UNDERLINE);
        assert_eq!(written(fancy.pen, pen(Ink::Default, Ink::Default, ITALIC)), "^[0;3m");
        assert_eq!(written(fancy.pen, Need::blank(Ink::Default)), "^[m");
        assert_eq!(written(Pen::default(), pen(Ink::Rgb(1, 2, 3), Ink::Basic(12), 0)), "^[38;2;1;2;3;104m");
    }

    #[test]
    fn bold_wins_over_dim() {
        assert_eq!(bits(Modifier::BOLD | Modifier::DIM | Modifier::ITALIC), BOLD | ITALIC);
    }
}
