//! The two fonts: how wide a text is, and which glyphs it is made of. What a font lacks is told as its number, so that no box
//! stands where a sign was.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Face as Shaper, UnicodeBuffer};

const REGULAR: &[u8] = include_bytes!("../../fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../fonts/NotoSans-Bold.ttf");

/// Regular and bold.
pub(super) struct Faces {
    pub(super) regular: Face,
    pub(super) bold: Face,
}

/// A word as glyphs; widths are of a size of 1.
pub(super) struct Word {
    glyphs: Vec<KrillaGlyph>,
    width: f32,
}

pub(super) struct Face {
    pub(super) font: Font,
    shaper: Shaper<'static>,
    space: (GlyphId, f32),
    known: RefCell<HashMap<String, Rc<Word>>>,
}

impl Faces {
    pub(super) fn new() -> Option<Self> {
        Some(Self { regular: Face::of(REGULAR)?, bold: Face::of(BOLD)? })
    }

    pub(super) fn of(&self, bold: bool) -> &Face {
        if bold { &self.bold } else { &self.regular }
    }
}

impl Face {
    fn of(bytes: &'static [u8]) -> Option<Self> {
        let font = Font::new(bytes.into(), 0)?;
        let shaper = Shaper::from_slice(bytes, 0)?;
        let glyph = shaper.glyph_index(' ')?;
        let advance = f32::from(shaper.glyph_hor_advance(glyph)?) / font.units_per_em();
        let space = (GlyphId::new(glyph.0.into()), advance);
        Some(Self { font, shaper, space, known: RefCell::default() })
    }

    /// The text in signs that the font has.
    pub(super) fn spelled(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\n' => out.push(c),
                c if self.shaper.glyph_index(c).is_some() && !c.is_control() => out.push(c),
                '→' => out.push_str("->"),
                '←' => out.push_str("<-"),
                // The marks around the number of a sign that would steer a screen.
                '⟨' => out.push('‹'),
                '⟩' => out.push('›'),
                c => out.push_str(&format!("U+{:04X}", c as u32)),
            }
        }
        out
    }

    /// How wide a line is at this size.
    pub(super) fn width(&self, text: &str, size: f32) -> f32 {
        let words = text.split(' ').map(|word| self.word(word).width);
        let spaces = text.bytes().filter(|byte| *byte == b' ').count() as f32;
        (words.sum::<f32>() + spaces * self.space.1) * size
    }

    /// The glyphs of a line.
    pub(super) fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        let (mut glyphs, mut at) = (vec![], 0);
        for word in text.split(' ') {
            if at > 0 {
                glyphs.push(KrillaGlyph::new(self.space.0, self.space.1, 0.0, 0.0, 0.0, at - 1..at, None));
            }
            glyphs.extend(self.word(word).glyphs.iter().map(|glyph| KrillaGlyph {
                text_range: glyph.text_range.start + at..glyph.text_range.end + at,
                ..glyph.clone()
            }));
            at += word.len() + 1;
        }
        glyphs
    }

    fn word(&self, word: &str) -> Rc<Word> {
        if let Some(known) = self.known.borrow().get(word) {
            return known.clone();
        }
        let made = Rc::new(self.shape(word));
        self.known.borrow_mut().insert(word.to_owned(), made.clone());
        made
    }

    fn shape(&self, word: &str) -> Word {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(word);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let shaped = rustybuzz::shape(&self.shaper, &[], buffer);
        let starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let em = self.font.units_per_em();
        let mut glyphs = Vec::with_capacity(starts.len());
        let mut width = 0.0;
        for (at, (info, place)) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()).enumerate() {
            let start = starts[at];
            let end = starts[at..].iter().copied().find(|next| *next > start).unwrap_or(word.len());
            let [advance, x, y] = [place.x_advance, place.x_offset, place.y_offset].map(|units| units as f32 / em);
            width += advance;
            glyphs.push(KrillaGlyph::new(GlyphId::new(info.glyph_id), advance, x, y, 0.0, start..end, None));
        }
        Word { glyphs, width }
    }
}
