//! A table of small rows with a text or two each, in blocks of 64 that snapshots share until one changes.

use std::sync::Arc;

use super::{
    column::Column,
    row_index::{RowIndex, hash},
};

/// Rows in a block: few, because a change copies its block when a snapshot holds it; a multiple of 64.
pub(crate) const BLOCK: usize = 64;

/// A row of a table.
pub(crate) trait Row: Clone {
    /// Is a folded text kept with each row?
    const KEEPS_FOLDED: bool;

    /// Its id.
    fn id(&self) -> [u8; 16];
}

/// Rows with what is shown of them and what is searched in.
#[derive(Debug, Clone)]
pub(crate) struct Block<R> {
    pub(crate) rows: Vec<R>,
    /// As sent.
    pub(crate) texts: Column,
    /// Folded, if such rows keep it; each ends with a line feed, which folded text never holds.
    pub(crate) folded: Column,
}

/// See the module.
#[derive(Debug, Clone)]
pub(crate) struct Table<R> {
    blocks: Arc<Vec<Arc<Block<R>>>>,
    index: Arc<RowIndex>,
    generation: u64,
}

impl<R> Default for Table<R> {
    fn default() -> Self {
        Self { blocks: Arc::default(), index: Arc::default(), generation: 0 }
    }
}

impl<R: Row> Table<R> {
    /// Rows in the table.
    pub(crate) fn len(&self) -> u32 {
        self.blocks.last().map_or(0, |last| (self.blocks.len() - 1) * BLOCK + last.rows.len()) as u32
    }

    /// The blocks, all full but the last.
    pub(crate) fn blocks(&self) -> impl ExactSizeIterator<Item = &Block<R>> {
        self.blocks.iter().map(|block| &**block)
    }

    /// The block a row is in and where.
    pub(crate) fn locate(&self, row: u32) -> Option<(&Block<R>, usize)> {
        let (block, at) = (row as usize / BLOCK, row as usize % BLOCK);
        self.blocks.get(block).filter(|block| at < block.rows.len()).map(|block| (&**block, at))
    }

    /// Raised by every change.
    pub(crate) fn generation(&self) -> u64 {
        self.generation
    }

    /// The row with this id.
    pub(crate) fn find(&self, id: [u8; 16]) -> Option<u32> {
        self.index.find(hash(&id), |row| id_of(&self.blocks, row) == id)
    }

    /// Adds a row or replaces the one with its id; gives its number.
    pub(crate) fn upsert(&mut self, row: R, text: &[u8], folded: &[u8]) -> u32 {
        self.generation += 1;
        if let Some(number) = self.find(row.id()) {
            if let Some((block, at)) = block_mut(&mut self.blocks, number) {
                block.rows[at] = row;
                block.texts.set(at, text);
                if R::KEEPS_FOLDED {
                    block.folded.set(at, folded);
                }
            }
            return number;
        }
        let number = self.len();
        let blocks = Arc::make_mut(&mut self.blocks);
        if (number as usize).is_multiple_of(BLOCK) {
            if let Some(full) = blocks.last_mut() {
                let full = Arc::make_mut(full);
                full.texts.shrink();
                full.folded.shrink();
            }
            blocks.push(Arc::new(Block { rows: Vec::new(), texts: Column::default(), folded: Column::default() }));
        }
        let id = row.id();
        if let Some(last) = blocks.last_mut() {
            let last = Arc::make_mut(last);
            if last.rows.is_empty() {
                last.rows.reserve_exact(BLOCK);
            }
            last.rows.push(row);
            last.texts.push(text);
            if R::KEEPS_FOLDED {
                last.folded.push(folded);
            }
        }
        let blocks = &self.blocks;
        Arc::make_mut(&mut self.index).insert(hash(&id), number, |row| hash(&id_of(blocks, row)));
        number
    }

    /// Takes a row out; the last row takes its place.
    pub(crate) fn remove(&mut self, id: [u8; 16]) -> bool {
        let Some(number) = self.find(id) else { return false };
        self.generation += 1;
        let last = self.len() - 1;
        let blocks = &self.blocks;
        let index = Arc::make_mut(&mut self.index);
        index.remove(hash(&id), number, |row| hash(&id_of(blocks, row)));
        if number != last {
            index.renumber(hash(&id_of(blocks, last)), last, number);
            let moved = self
                .locate(last)
                .map(|(block, at)| (block.rows[at].clone(), block.texts.get(at).to_vec(), block.folded.get(at).to_vec()));
            if let (Some((row, text, folded)), Some((block, at))) = (moved, block_mut(&mut self.blocks, number)) {
                block.rows[at] = row;
                block.texts.set(at, &text);
                if R::KEEPS_FOLDED {
                    block.folded.set(at, &folded);
                }
            }
        }
        let blocks = Arc::make_mut(&mut self.blocks);
        if let Some(block) = blocks.last_mut() {
            let block = Arc::make_mut(block);
            block.rows.pop();
            block.texts.pop();
            block.folded.pop();
            if block.rows.is_empty() {
                blocks.pop();
            }
        }
        true
    }

    /// Throws every row away.
    pub(crate) fn clear(&mut self) {
        *self = Self { generation: self.generation + 1, ..Self::default() };
    }

    /// Bytes allocated.
    pub(crate) fn allocated(&self) -> usize {
        let block = |block: &Block<R>| {
            size_of::<Block<R>>() + block.rows.capacity() * size_of::<R>() + block.texts.allocated() + block.folded.allocated()
        };
        self.index.allocated() + self.blocks().map(block).sum::<usize>()
    }
}

fn id_of<R: Row>(blocks: &[Arc<Block<R>>], row: u32) -> [u8; 16] {
    blocks.get(row as usize / BLOCK).and_then(|block| block.rows.get(row as usize % BLOCK)).map(Row::id).unwrap_or_default()
}

fn block_mut<R: Row>(blocks: &mut Arc<Vec<Arc<Block<R>>>>, row: u32) -> Option<(&mut Block<R>, usize)> {
    let (block, at) = (row as usize / BLOCK, row as usize % BLOCK);
    Arc::make_mut(blocks).get_mut(block).map(|block| (Arc::make_mut(block), at)).filter(|(block, at)| *at < block.rows.len())
}
