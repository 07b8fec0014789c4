//! What the papers of this server are written on: who sends them, and for whom they look and begin how.

use std::collections::{BTreeMap, BTreeSet};

use super::{Paper, Reader};
use crate::{domain::text::RawText, locale::Language};

/// What the server's configuration says about its papers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stationery {
    /// The address that invitations come from; blank: no invitation can be made.
    pub sender: RawText,
    /// Templates by the code of the organisation whose papers they are for, or [`EVERYBODY`].
    pub templates: BTreeMap<String, Template>,
}

/// The name of the template for whoever has none of their own, the secretariat among them.
pub const EVERYBODY: &str = "default";

/// Kinds of papers that a template may speak of.
pub const KINDS: [&str; 4] = ["agenda", "item", "decisions", "pack"];

/// Parts that a template may leave out. What is asked, on what ground, and which terms run always stands there.
pub const LEFT_OUT: [&str; 9] =
    ["tried", "perspective", "options", "timeline", "papers", "at-the-table", "asked", "invited", "open-commitments"];

/// The colour of headings and rules unless a template says otherwise.
const ACCENT: [u8; 3] = [0x15, 0x42, 0x73];

/// Least contrast of the accent with white paper (WCAG 2.2, 1.4.3).
pub const LEAST_CONTRAST: f64 = 4.5;

/// How papers look and begin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Template {
    /// Lines at the head; none: the name of the LET.
    pub letterhead: Vec<RawText>,
    /// The colour of headings and rules; it can be read on white.
    pub accent: Option<[u8; 3]>,
    /// Parts that are left out, of [`LEFT_OUT`].
    pub left_out: BTreeSet<String>,
    /// The first and the last paragraph, by kind of paper and code of the language; blank: none.
    pub words: BTreeMap<(String, String), (RawText, RawText)>,
}

impl Stationery {
    /// The template for a reader.
    pub fn template(&self, reader: &Reader) -> Template {
        let own = reader.code().and_then(|code| self.templates.get(code.as_str()));
        own.or_else(|| self.templates.get(EVERYBODY)).cloned().unwrap_or_default()
    }
}

impl Template {
    pub(super) fn accent(&self) -> [u8; 3] {
        self.accent.unwrap_or(ACCENT)
    }

    pub(super) fn leaves_out(&self, part: &str) -> bool {
        self.left_out.contains(part)
    }

    /// The first and the last paragraph.
    pub(super) fn words(&self, paper: Paper, language: Language) -> Option<&(RawText, RawText)> {
        let kind = match paper {
            Paper::Agenda => "agenda",
            Paper::Item(_) => "item",
            Paper::Decisions => "decisions",
            Paper::Pack => "pack",
        };
        self.words.get(&(kind.to_owned(), language.code().to_owned()))
    }
}

/// The contrast of a colour with white, from 1 to 21 (WCAG 2.2, relative luminance).
pub fn contrast_with_white(colour: [u8; 3]) -> f64 {
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.map(part);
    1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

#[cfg(test)]
mod tests {
    use super::{ACCENT, LEAST_CONTRAST, contrast_with_white};

    #[test]
    fn contrast_is_that_of_the_standard() {
        let rounded = |colour| (contrast_with_white(colour) * 100.0).round() / 100.0;
        assert_eq!([rounded([0, 0, 0]), rounded([255, 255, 255])], [21.0, 1.0]);
        // The lightest grey that passes, and the next.
        assert_eq!([rounded([0x76, 0x76, 0x76]), rounded([0x77, 0x77, 0x77])], [4.54, 4.48]);
        assert!(contrast_with_white(ACCENT) >= LEAST_CONTRAST);
    }
}
