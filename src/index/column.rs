//! Texts one after the other in one buffer, told apart by where each ends. Small enough to be shifted whole, so a change
//! leaves no garbage.

use memchr::memmem::Finder;

/// See the module.
#[derive(Debug, Clone, Default)]
pub(crate) struct Column {
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl Column {
    /// How many texts.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The whole buffer.
    pub(crate) fn buffer(&self) -> &[u8] {
        &self.bytes
    }

    /// Where the text at `at` starts and ends in the buffer.
    pub(crate) fn range(&self, at: usize) -> std::ops::Range<usize> {
        let start = if at == 0 { 0 } else { self.end(at - 1) };
        start..self.end(at).max(start)
    }

    fn end(&self, at: usize) -> usize {
        self.ends.get(at).map_or(self.bytes.len(), |end| *end as usize)
    }

    /// The bytes at `at`; empty when there is none.
    pub(crate) fn get(&self, at: usize) -> &[u8] {
        self.bytes.get(self.range(at)).unwrap_or_default()
    }

    /// The text at `at`; empty when there is none.
    pub(crate) fn text(&self, at: usize) -> &str {
        std::str::from_utf8(self.get(at)).unwrap_or_default()
    }

    /// Which text a byte belongs to, for offsets that only grow.
    pub(crate) fn rows(&self) -> Rows<'_> {
        Rows { ends: &self.ends, at: 0 }
    }

    /// Tells every text in which the finder's word occurs, once, in order.
    pub(crate) fn each_with(&self, finder: &Finder<'_>, found: impl FnMut(usize)) {
        self.each_in(&self.bytes, finder, found);
    }

    /// As [`Column::each_with`], in another buffer that is cut into texts like this one.
    pub(crate) fn each_in(&self, buffer: &[u8], finder: &Finder<'_>, mut found: impl FnMut(usize)) {
        let (mut at, mut from) = (0, 0);
        while let Some(offset) = buffer.get(from..).and_then(|rest| finder.find(rest)) {
            let start = from + offset;
            while self.ends.get(at).is_some_and(|end| *end as usize <= start) {
                at += 1;
            }
            // What begins in one text and ends in the next is in neither.
            if at < self.ends.len() && start + finder.needle().len() <= self.end(at) {
                found(at);
                from = self.end(at);
                at += 1;
            } else {
                from = start + 1;
            }
        }
    }

    /// Takes every text away, keeping the room.
    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }

    /// Appends a text.
    pub(crate) fn push(&mut self, text: &[u8]) {
        self.push_with(|bytes| bytes.extend_from_slice(text));
    }

    /// Appends the text that `write` adds to the bytes.
    pub(crate) fn push_with(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        write(&mut self.bytes);
        self.ends.push(self.bytes.len() as u32);
    }

    /// Replaces the text at `at`.
    pub(crate) fn set(&mut self, at: usize, text: &[u8]) {
        let old = self.range(at);
        if self.bytes.get(old.clone()) == Some(text) {
            return;
        }
        let (before, after) = (old.len() as u32, text.len() as u32);
        self.bytes.splice(old, text.iter().copied());
        for end in self.ends.iter_mut().skip(at) {
            *end = *end - before + after;
        }
    }

    /// Takes the last text away.
    pub(crate) fn pop(&mut self) {
        self.ends.pop();
        self.bytes.truncate(self.ends.last().map_or(0, |end| *end as usize));
    }

    /// Gives unused room back.
    pub(crate) fn shrink(&mut self) {
        self.bytes.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// Bytes allocated.
    pub(crate) fn allocated(&self) -> usize {
        self.bytes.capacity() + self.ends.capacity() * size_of::<u32>()
    }
}

/// See [`Column::rows`].
pub(crate) struct Rows<'a> {
    ends: &'a [u32],
    at: usize,
}

impl Rows<'_> {
    /// The text the byte at `offset` belongs to, which is no smaller than the one before.
    pub(crate) fn at(&mut self, offset: usize) -> usize {
        while self.ends.get(self.at).is_some_and(|end| *end as usize <= offset) {
            self.at += 1;
        }
        self.at
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Finder};

    #[test]
    fn a_change_shifts_what_follows_and_leaves_no_garbage() {
        let mut column = Column::default();
        for text in ["een", "", "drie"] {
            column.push(text.as_bytes());
        }
        column.set(0, b"langer");
        column.set(1, b"x");
        assert_eq!((0..3).map(|at| column.text(at)).collect::<Vec<_>>(), ["langer", "x", "drie"]);
        let mut with_r = vec![];
        column.each_with(&Finder::new("r"), |at| with_r.push(at));
        assert_eq!(with_r, [0, 2]);
        column.each_with(&Finder::new("rx"), |at| panic!("{at} holds no rx: it begins in one text and ends in the next"));
        let mut rows = column.rows();
        assert_eq!([5, 6, 7, 7].map(|offset| rows.at(offset)), [0, 1, 2, 2]);
        column.set(0, b"");
        column.pop();
        assert_eq!((column.len(), column.text(1), column.buffer().len()), (2, "x", 1));
        assert_eq!(column.text(9), "");
    }
}
