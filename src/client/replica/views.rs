//! The saved views of a replica: few, in order of name.

use std::sync::Arc;

use crate::domain::{fold::fold, ids::ViewId, view::SavedView};

/// Own and shared views. A clone costs a reference count.
#[derive(Debug, Clone, Default)]
pub struct Views(Arc<Vec<SavedView>>);

impl Views {
    /// All, by name, then by id.
    pub fn iter(&self) -> impl Iterator<Item = &SavedView> {
        self.0.iter()
    }

    /// The view with this id.
    pub fn find(&self, id: ViewId) -> Option<&SavedView> {
        self.0.iter().find(|view| view.id == id)
    }

    pub(super) fn upsert(&mut self, view: SavedView) {
        let all = Arc::make_mut(&mut self.0);
        all.retain(|other| other.id != view.id);
        all.push(view);
        all.sort_by_cached_key(|view| (fold(view.facts.name.raw()), view.id));
    }

    pub(super) fn remove(&mut self, id: [u8; 16]) -> bool {
        let found = self.0.iter().position(|view| *view.id.0.as_bytes() == id);
        found.map(|at| Arc::make_mut(&mut self.0).remove(at)).is_some()
    }

    pub(super) fn clear(&mut self) {
        self.0 = Arc::default();
    }
}
