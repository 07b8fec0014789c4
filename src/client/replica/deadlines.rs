//! The rows of the deadline board in a replica, by id.

use std::{collections::BTreeMap, sync::Arc};

use crate::domain::{deadline::Deadline, ids::DeadlineId};

/// The rows. A clone costs a reference count.
#[derive(Debug, Clone, Default)]
pub struct Deadlines(Arc<BTreeMap<[u8; 16], Arc<Deadline>>>);

impl Deadlines {
    /// All, in no order that means anything.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Deadline>> {
        self.0.values()
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// None?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The row with this id.
    pub fn find(&self, id: DeadlineId) -> Option<&Arc<Deadline>> {
        self.0.get(id.0.as_bytes())
    }

    pub(super) fn upsert(&mut self, row: Deadline) {
        Arc::make_mut(&mut self.0).insert(*row.id.0.as_bytes(), Arc::new(row));
    }

    pub(super) fn remove(&mut self, id: [u8; 16]) -> bool {
        self.0.contains_key(&id) && Arc::make_mut(&mut self.0).remove(&id).is_some()
    }

    pub(super) fn clear(&mut self) {
        self.0 = Arc::default();
    }
}
