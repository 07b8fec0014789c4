//! Interned texts: each kept once with its folded form, known by a number. For what repeats from row to row.

use super::{
    column::Column,
    row_index::{RowIndex, hash},
};

/// See the module. Number 0 is the empty key.
#[derive(Debug, Clone)]
pub(crate) struct Vocabulary {
    keys: Column,
    folded: Column,
    index: RowIndex,
}

impl Default for Vocabulary {
    fn default() -> Self {
        let mut vocabulary = Self { keys: Column::default(), folded: Column::default(), index: RowIndex::default() };
        vocabulary.add(b"", "");
        vocabulary
    }
}

impl Vocabulary {
    /// How many.
    pub(crate) fn len(&self) -> usize {
        self.keys.len()
    }

    /// The number of a key that is known.
    pub(crate) fn find(&self, key: &[u8]) -> Option<u32> {
        self.index.find(hash(key), |row| self.keys.get(row as usize) == key)
    }

    /// Adds a key that is not known yet.
    pub(crate) fn add(&mut self, key: &[u8], folded: &str) -> u32 {
        let number = self.keys.len() as u32;
        self.keys.push(key);
        self.folded.push(folded.as_bytes());
        let Self { keys, index, .. } = self;
        index.insert(hash(key), number, |row| hash(keys.get(row as usize)));
        number
    }

    /// The key as bytes.
    pub(crate) fn key(&self, number: u32) -> &[u8] {
        self.keys.get(number as usize)
    }

    /// The key as text.
    pub(crate) fn text(&self, number: u32) -> &str {
        self.keys.text(number as usize)
    }

    /// The folded form.
    pub(crate) fn folded(&self, number: u32) -> &str {
        self.folded.text(number as usize)
    }

    /// For every number what `of` says of its folded form.
    pub(crate) fn table<T>(&self, of: impl Fn(&str) -> T) -> Vec<T> {
        (0..self.folded.len()).map(|at| of(self.folded.text(at))).collect()
    }

    /// Bytes allocated.
    pub(crate) fn allocated(&self) -> usize {
        self.keys.allocated() + self.folded.allocated() + self.index.allocated()
    }
}

/// The number of a key in a shared vocabulary; copies it only when the key is new.
pub(crate) fn intern(vocabulary: &mut std::sync::Arc<Vocabulary>, key: &[u8], folded: impl FnOnce() -> String) -> u32 {
    match vocabulary.find(key) {
        Some(number) => number,
        None => std::sync::Arc::make_mut(vocabulary).add(key, &folded()),
    }
}
