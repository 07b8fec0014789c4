//! Running times: when each item starts, and whether a slot holds its items.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AgendaItem, Slot};
use crate::domain::{Date, ids::AgendaItemId, zone};

/// When an item is dealt with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ItemTimes {
    /// The item.
    pub item: AgendaItemId,
    /// Its number on the agenda, from 1.
    pub number: u32,
    /// Starts; nothing: the meeting has no such slot.
    pub starts_at: Option<DateTime<Utc>>,
    /// Ends.
    pub ends_at: Option<DateTime<Utc>>,
    /// Does it end after its slot?
    pub over: bool,
}

impl ItemTimes {
    /// The last day on which it is dealt with, in the Netherlands: of an item over midnight the second.
    pub fn last_day(&self) -> Option<Date> {
        self.ends_at.map(zone::last_date_until)
    }
}

/// What a slot holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SlotTimes {
    /// The slot, from 1.
    pub slot: u16,
    /// Begins.
    pub starts_at: DateTime<Utc>,
    /// Ends.
    pub ends_at: DateTime<Utc>,
    /// Minutes there are.
    pub available: i64,
    /// Minutes of its items together.
    pub minutes: i64,
    /// Minutes too many; 0: it fits.
    pub over: i64,
}

/// The running times of an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Schedule {
    /// Each slot.
    pub slots: Vec<SlotTimes>,
    /// Each item, in order of the agenda.
    pub items: Vec<ItemTimes>,
}

/// The running times of these items, which are in order of the agenda.
pub fn schedule(slots: &[Slot], items: &[&AgendaItem]) -> Schedule {
    schedule_of(slots, items.iter().map(|item| (item.id, item.facts.slot, item.facts.minutes)))
}

/// The same, of each item its slot and its minutes.
pub fn schedule_of(slots: &[Slot], items: impl IntoIterator<Item = (AgendaItemId, u16, u16)>) -> Schedule {
    let mut used = vec![0_i64; slots.len()];
    let mut times = vec![];
    for ((item, slot, minutes), number) in items.into_iter().zip(1..) {
        let at = usize::from(slot).checked_sub(1).filter(|at| *at < slots.len());
        let minutes = i64::from(minutes);
        let (starts_at, ends_at, over) = match at {
            None => (None, None, false),
            Some(at) => {
                let start = used[at];
                used[at] += minutes;
                (Some(slots[at].after(start)), Some(slots[at].after(used[at])), used[at] > slots[at].minutes())
            }
        };
        times.push(ItemTimes { item, number, starts_at, ends_at, over });
    }
    let slot = |((slot, minutes), at): ((&Slot, i64), u16)| SlotTimes {
        slot: at,
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        available: slot.minutes(),
        minutes,
        over: (minutes - slot.minutes()).max(0),
    };
    Schedule { slots: slots.iter().zip(used).zip(1..).map(slot).collect(), items: times }
}
