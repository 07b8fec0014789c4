//! Folds the titles of a block while they are searched, most of them all at once.
//!
//! A title of plain ASCII folds letter by letter to as many letters, so a block of them is one pass over one buffer. The
//! others are folded one by one behind it.

use memchr::memmem::Finder;

use super::typo::one_slip_apart;
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

/// A byte of a plain title, folded. Zero stays zero.
pub(super) fn fold_plain(byte: &u8) -> u8 {
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

    /// Tells every row whose title is like the word: its letters in this order, or a word one slip away.
    pub(super) fn each_like(&self, block: &Block<PackedSignal>, word: &str, mut found: impl FnMut(usize)) {
        let mut others = self.rows.iter().copied().zip(0..).peekable();
        for at in 0..block.rows.len() {
            let title = match others.next_if(|(row, _)| *row == at) {
                Some((_, other)) => self.other.get(other),
                None => self.all.get(block.texts.range(at)).unwrap_or_default(),
            };
            if is_like(title, word.as_bytes()) {
                found(at);
            }
        }
    }
}

fn is_like(title: &[u8], word: &[u8]) -> bool {
    let mut letters = title.iter();
    if word.iter().all(|letter| *letter == b' ' || letters.any(|other| other == letter)) {
        return true;
    }
    title.split(|byte| !byte.is_ascii_alphanumeric() && byte.is_ascii()).any(|part| {
        // Of a longer word its beginning counts, as while typing.
        (word.len().saturating_sub(1)..=word.len() + 1)
            .any(|length| part.get(..length.min(part.len())).is_some_and(|start| one_slip_apart(start, word)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_like_a_word_with_a_slip_or_with_letters_left_out() {
        for word in ["ontrsvb", "ontruimng", "ontriuming", "ontruiminh", "svbb"] {
            assert!(is_like(b"ontruiming, svb na scheiding", word.as_bytes()), "{word}");
        }
        for word in ["beslag", "ontxxming", "svzz"] {
            assert!(!is_like(b"ontruiming, svb na scheiding", word.as_bytes()), "{word}");
        }
    }

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
