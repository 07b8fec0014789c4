//! The alarms of a replica: what rang lately, each once.

use std::{collections::BTreeMap, sync::Arc};

use crate::domain::{deadline::Alarm, ids::AlarmId};

/// The alarms. A clone costs a reference count.
#[derive(Debug, Clone, Default)]
pub struct Alarms(Arc<BTreeMap<AlarmId, Arc<Alarm>>>);

impl Alarms {
    /// All, in no order that means anything.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Alarm>> {
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

    pub(super) fn add(&mut self, alarm: Alarm) {
        Arc::make_mut(&mut self.0).insert(alarm.id, Arc::new(alarm));
    }

    pub(super) fn clear(&mut self) {
        self.0 = Arc::default();
    }
}
