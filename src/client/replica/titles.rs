//! Folds the titles of a block while they are searched, most of them all at once.
//!
//! A title of plain ASCII folds letter by letter to as many letters, so a block of them is one pass over one buffer. The
//! others are folded one by one behind it.

use memchr::memmem::Finder;

use super::{column::Column, signals::PackedSignal, table::Block};
use crate::domain::fold::fold;

/// Room for the folded titles of one block, used again for the next.
#[derive(Default)]
pub(super) struct FoldedTitles {
    /// Every title in lower case with blanks for hyphens; where each ends stands with the block.
    all: Vec<u8>,
    /// The folded titles that are not plain.
    other: Column,
    /// Which rows these are.
    rows: Vec<usize>,
}

/// Does folding only change letters in their place?
pub(super) fn is_plain(title: &str) -> bool {
    title.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'\'' && byte != b'`')
}

/// Appends the folded title of one row.
pub(super) fn fold_title(block: &Block<PackedSignal>, at: usize, out: &mut Vec<u8>) {
    match block.rows[at].plain {
        true => out.extend(block.texts.get(at).iter().map(fold_plain)),
        false => out.extend_from_slice(fold(block.texts.text(at)).as_bytes()),
    }
}

fn fold_plain(byte: &u8) -> u8 {
    match byte {
        b'-' => b' ',
        byte => byte.to_ascii_lowercase(),
    }
}

impl FoldedTitles {
    /// Takes in the titles of a block.
    pub(super) fn fill(&mut self, block: &Block<PackedSignal>) {
        self.all.clear();
        self.all.extend(block.texts.buffer().iter().map(fold_plain));
        self.other.clear();
        self.rows.clear();
        for at in block.rows.iter().enumerate().filter(|(_, row)| !row.plain).map(|(at, _)| at) {
            self.other.push_with(|out| fold_title(block, at, out));
            self.rows.push(at);
        }
    }

    /// Tells every row whose title holds the word, some of them twice.
    pub(super) fn each_with(&self, block: &Block<PackedSignal>, finder: &Finder<'_>, mut found: impl FnMut(usize)) {
        block.texts.each_in(&self.all, finder, &mut found);
        self.other.each_with(finder, |at| self.rows.get(at).copied().into_iter().for_each(&mut found));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_title_folds_in_its_place() {
        for title in ["Ontruiming, SVB", "AOW-korting (2x)", "", "a_b~[x]"] {
            let lower: String = title.chars().map(|c| if c == '-' { ' ' } else { c.to_ascii_lowercase() }).collect();
            assert!(is_plain(title) && fold(title) == lower, "{title}");
        }
        for title in ["Zo'n zaak", "co\u{f6}rdinatie", "a\tb", "a\nb", "`"] {
            assert!(!is_plain(title), "{title}");
        }
    }
}
