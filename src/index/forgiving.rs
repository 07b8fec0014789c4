//! What is let through of a word that is nowhere: its letters in order, one slip of the fingers, and what sounds the same.

use memchr::{memchr2_iter, memmem::Finder};

use super::{
    column::{Column, Rows},
    order::HitClass,
    term::{class_at, is_letter},
    typo::{one_slip_apart, sounds_like},
};

/// A word looked for in names that do not hold it.
pub(super) struct Forgiving<'q> {
    word: &'q [u8],
    /// The first letters of what may be meant, other than by a slip of the first one.
    first: [u8; 2],
    /// Nothing for a word too short for slips.
    slips: Option<Slips<'q>>,
}

struct Slips<'q> {
    /// How a word ends that differs by a slip of the first letters.
    end: Finder<'q>,
    /// The letters before the middle and those behind it: what sounds the same only counts in a name with one of them.
    halves: [Finder<'q>; 2],
}

impl<'q> Forgiving<'q> {
    pub(super) fn new(word: &'q [u8]) -> Self {
        let slips = || Slips {
            end: Finder::new(&word[2..]),
            halves: [&word[..word.len() / 2 - 1], &word[word.len() / 2 + 1..]].map(Finder::new),
        };
        let first = word.first().copied().unwrap_or_default();
        // As they sound: `ij` as y, `c` as k.
        let other = match (first, word.get(1)) {
            (b'y', _) => b'i',
            (b'i', Some(b'j')) => b'y',
            (b'c', Some(b'h')) => first,
            (b'c', _) => b'k',
            (b'k', _) => b'c',
            _ => first,
        };
        Self { word, first: [first, other], slips: (word.len() > 3).then(slips) }
    }

    /// Tells what each name is that is let through, of some more than once. The names end with a line feed.
    pub(super) fn names(&self, names: &Column, mut found: impl FnMut(usize, HitClass)) {
        if self.word.len() < 3 {
            return;
        }
        let (buffer, [first, other]) = (names.buffer(), self.first);
        let mut rows = names.rows();
        for start in memchr2_iter(first, other, buffer) {
            let before = start.checked_sub(1).map(|at| buffer[at]);
            if before.is_some_and(is_letter) {
                continue;
            }
            if buffer[start] == first && letters_from(buffer, start, self.word) {
                found(rows.at(start), HitClass::Letters);
            }
            let Some(slips) = self.slips.as_ref().filter(|_| before.is_none_or(parts)) else { continue };
            let part = &buffer[start..][..part_length(&buffer[start..])];
            let mut sounds = || sounds_like(part, self.word) && slips.has_half(names.get(rows.at(start)));
            if part.len() > 2 && (one_slip_apart(part, self.word) || sounds()) {
                found(rows.at(start), HitClass::Typo);
            }
        }
        if let Some(slips) = &self.slips {
            slips.ends(buffer, |part| one_slip_apart(part, self.word), names.rows(), found);
        }
    }
}

impl Slips<'_> {
    fn has_half(&self, name: &[u8]) -> bool {
        self.halves.iter().any(|half| half.find(name).is_some())
    }

    /// Tells the names in which a word with the same end is a slip.
    fn ends(&self, buffer: &[u8], slip: impl Fn(&[u8]) -> bool, mut rows: Rows<'_>, mut found: impl FnMut(usize, HitClass)) {
        let mut from = 0;
        // Occurrences may overlap: only that at the end of a word counts.
        while let Some(at) = buffer.get(from..).and_then(|rest| self.end.find(rest)).map(|at| from + at) {
            from = at + 1;
            let behind = at + self.end.needle().len();
            if buffer.get(behind).copied().is_none_or(parts) {
                let start = memchr::memrchr3(b' ', b'\n', b'.', &buffer[..at]).map_or(0, |at| at + 1);
                let part = &buffer[start..behind];
                if part.len() > 2 && slip(part) {
                    found(rows.at(start), HitClass::Typo);
                }
            }
        }
    }
}

/// How a word fits that is not there.
pub(super) fn forgiven(text: &[u8], word: &[u8]) -> Option<HitClass> {
    let mut letters = false;
    letters_in(text, word, |_| {
        letters = true;
        false
    });
    match letters {
        true => Some(HitClass::Letters),
        false => (word.len() > 3 && slip_in(text, word)).then_some(HitClass::Typo),
    }
}

/// Tells where the letters of a word of three or more occur in this order, on one line, from the start of a word on and not
/// scattered; until `found` says that it is enough.
pub(super) fn letters_in(text: &[u8], word: &[u8], mut found: impl FnMut(usize) -> bool) {
    let Some(first) = word.first().filter(|_| word.len() > 2) else { return };
    for start in memchr::memchr_iter(*first, text) {
        if class_at(text, start, 1) >= HitClass::WordStart && letters_from(text, start, word) && !found(start) {
            return;
        }
    }
}

/// Do the letters of a word occur in this order from here on, where its first is?
fn letters_from(text: &[u8], start: usize, word: &[u8]) -> bool {
    let reach = &text[start + 1..text.len().min(start + word.len() * 3 / 2 + 1)];
    let mut letters = reach.iter().take_while(|byte| **byte != b'\n');
    word[1..].iter().all(|wanted| letters.any(|byte| byte == wanted))
}

/// Is a word one slip away from a word of the text, or does one of it sound so?
fn slip_in(text: &[u8], word: &[u8]) -> bool {
    text.split(|byte| parts(*byte)).any(|part| part.len() > 2 && (one_slip_apart(part, word) || sounds_like(part, word)))
}

/// Stands a byte between two words?
fn parts(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'.')
}

fn part_length(text: &[u8]) -> usize {
    text.iter().position(|byte| parts(*byte)).unwrap_or(text.len())
}
