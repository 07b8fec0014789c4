//! From a hash to a row number in four bytes a slot: open addressing, the keys stay in the rows.

/// See the module. A slot holds the row number plus one; zero is free.
#[derive(Debug, Clone, Default)]
pub(crate) struct RowIndex {
    slots: Vec<u32>,
    used: usize,
}

/// A hash of an id or a key: quick, and good enough for ids that are random in their last bytes.
pub(crate) fn hash(key: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ key.len() as u64;
    for part in key.chunks(8) {
        let mut word = [0_u8; 8];
        word[..part.len()].copy_from_slice(part);
        hash = (hash ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 29;
    }
    hash
}

impl RowIndex {
    fn slot(&self, hash: u64) -> usize {
        (hash as usize) & self.slots.len().wrapping_sub(1)
    }

    fn next(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }

    fn seek(&self, hash: u64, is: impl Fn(u32) -> bool) -> Option<usize> {
        if self.slots.is_empty() {
            return None;
        }
        let mut slot = self.slot(hash);
        while self.slots[slot] != 0 {
            if is(self.slots[slot] - 1) {
                return Some(slot);
            }
            slot = self.next(slot);
        }
        None
    }

    /// The row for which `is` holds among those with this hash.
    pub(crate) fn find(&self, hash: u64, is: impl Fn(u32) -> bool) -> Option<u32> {
        self.seek(hash, is).map(|slot| self.slots[slot] - 1)
    }

    /// Adds a row that is not there yet. `hash_of` gives the hash of the rows that are.
    pub(crate) fn insert(&mut self, hash: u64, row: u32, hash_of: impl Fn(u32) -> u64) {
        if (self.used + 1) * 4 > self.slots.len() * 3 {
            let rows: Vec<u32> = self.slots.iter().copied().filter(|slot| *slot != 0).collect();
            self.slots = vec![0; (self.slots.len() * 2).max(16)];
            for slot in rows {
                self.place(hash_of(slot - 1), slot);
            }
        }
        self.place(hash, row + 1);
        self.used += 1;
    }

    fn place(&mut self, hash: u64, value: u32) {
        let mut slot = self.slot(hash);
        while self.slots[slot] != 0 {
            slot = self.next(slot);
        }
        self.slots[slot] = value;
    }

    /// Lets the entry of `old` point to `new`.
    pub(crate) fn renumber(&mut self, hash: u64, old: u32, new: u32) {
        if let Some(slot) = self.seek(hash, |row| row == old) {
            self.slots[slot] = new + 1;
        }
    }

    /// Takes a row out; what follows moves up, so there are no tombstones.
    pub(crate) fn remove(&mut self, hash: u64, row: u32, hash_of: impl Fn(u32) -> u64) {
        let Some(mut hole) = self.seek(hash, |found| found == row) else { return };
        self.used -= 1;
        let mut slot = self.next(hole);
        while self.slots[slot] != 0 {
            let home = self.slot(hash_of(self.slots[slot] - 1));
            let distance = |from: usize, to: usize| to.wrapping_sub(from) & (self.slots.len() - 1);
            if distance(home, slot) >= distance(hole, slot) {
                self.slots[hole] = self.slots[slot];
                hole = slot;
            }
            slot = self.next(slot);
        }
        self.slots[hole] = 0;
    }

    /// Bytes allocated.
    pub(crate) fn allocated(&self) -> usize {
        self.slots.capacity() * size_of::<u32>()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn behaves_like_a_map(steps in prop::collection::vec((0_u32..200, any::<bool>()), 0..600)) {
            // Few different hashes, so that runs collide and wrap around.
            let hash_of = |row: u32| u64::from(row % 13) * 0x1_0000_0001 + u64::from(row % 7);
            let (mut index, mut model) = (RowIndex::default(), BTreeMap::new());
            for (row, add) in steps {
                if add && model.insert(row, ()).is_none() {
                    index.insert(hash_of(row), row, hash_of);
                } else if !add && model.remove(&row).is_some() {
                    index.remove(hash_of(row), row, hash_of);
                }
                for row in 0..200 {
                    prop_assert_eq!(index.find(hash_of(row), |found| found == row).is_some(), model.contains_key(&row));
                }
            }
        }
    }
}
