//! The alarms of a replica: what rang, in the order it was told, in few bytes each. It never tells one apart from a repetition:
//! who says them does, by [`Rung::key`].

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use crate::domain::{
    Date,
    deadline::{Alarm, Mark},
    ids::DeadlineId,
    zone,
};

/// Alarms in a block: few, because one that is added copies its block when a snapshot holds it.
const BLOCK: usize = 512;

/// The alarms. A clone costs a reference count.
#[derive(Debug, Clone, Default)]
pub struct Alarms {
    blocks: Arc<Vec<Arc<Vec<Packed>>>>,
    /// Raised when everything is thrown away: positions begin anew.
    round: u32,
}

/// Up to where somebody has read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    round: u32,
    next: usize,
}

/// Days count from the first day of the common era.
#[derive(Debug, Clone, Copy)]
struct Packed {
    key: [u8; 8],
    deadline: [u8; 16],
    alarm_on: i32,
    rang_on: i32,
    mark: Mark,
}

/// What is known of an alarm here; the row of the board knows the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    /// The same for the same alarm, and for no other: half of its id, which is a hash.
    pub key: u64,
    /// The row of the board.
    pub deadline: DeadlineId,
    /// Which mark.
    pub mark: Mark,
    /// The day to go by, as it was when it rang.
    pub alarm_on: Date,
    /// The day it rang, in Europe/Amsterdam.
    pub rang_on: Date,
}

impl Alarms {
    /// What came since that place, in the order it came; all, when everything was thrown away in between.
    pub fn since(&self, place: Place) -> impl Iterator<Item = Rung> {
        let next = if place.round == self.round { place.next } else { 0 };
        let blocks = self.blocks.iter().skip(next / BLOCK);
        blocks.flat_map(|block| block.iter()).skip(next % BLOCK).map(rung)
    }

    /// The place behind the last.
    pub fn end(&self) -> Place {
        let next = self.blocks.last().map_or(0, |last| (self.blocks.len() - 1) * BLOCK + last.len());
        Place { round: self.round, next }
    }

    pub(super) fn add(&mut self, alarm: &Alarm) {
        let mut key = [0; 8];
        key.copy_from_slice(&alarm.id.0.as_bytes()[8..]);
        let packed = Packed {
            key,
            deadline: *alarm.deadline.0.as_bytes(),
            alarm_on: alarm.alarm_on.num_days_from_ce(),
            rang_on: zone::date_of(alarm.rang_at).num_days_from_ce(),
            mark: alarm.mark,
        };
        let blocks = Arc::make_mut(&mut self.blocks);
        match blocks.last_mut().filter(|last| last.len() < BLOCK) {
            Some(last) => Arc::make_mut(last).push(packed),
            None => blocks.push(Arc::new(vec![packed])),
        }
    }

    pub(super) fn clear(&mut self) {
        *self = Self { blocks: Arc::default(), round: self.round + 1 };
    }

    /// Bytes held, as allocated.
    pub fn bytes(&self) -> usize {
        self.blocks.iter().map(|block| block.capacity() * size_of::<Packed>() + size_of::<Arc<Vec<Packed>>>()).sum()
    }
}

fn rung(packed: &Packed) -> Rung {
    let day = |days| NaiveDate::from_num_days_from_ce_opt(days).unwrap_or_default();
    Rung {
        key: u64::from_ne_bytes(packed.key),
        deadline: DeadlineId(Uuid::from_bytes(packed.deadline)),
        mark: packed.mark,
        alarm_on: day(packed.alarm_on),
        rang_on: day(packed.rang_on),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alarm(number: u128) -> Alarm {
        serde_json::from_value(serde_json::json!({
            "id": Uuid::from_u128(number), "deadline": Uuid::from_u128(number + 1), "mark": "two-days", "kind": "objection",
            "alarmOn": "2026-11-27", "signal": Uuid::from_u128(3), "signalNumber": "S-2026-00421", "article": "Awb 6:7",
            "rangAt": "2026-11-25T23:30:00Z"
        }))
        .unwrap()
    }

    #[test]
    fn what_came_since_a_place_is_told_and_all_after_everything_was_thrown_away() {
        let mut alarms = Alarms::default();
        let count = 2 * BLOCK as u128 + 7;
        let mut place = alarms.end();
        for number in 0..count {
            alarms.add(&alarm(number));
            let came: Vec<_> = alarms.since(place).collect();
            let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
            let key = u64::from_ne_bytes((number as u64).to_be_bytes());
            let deadline = DeadlineId(Uuid::from_u128(number + 1));
            // Half past eleven in the evening, UTC, is the next day in Amsterdam.
            assert_eq!(came, [Rung { key, deadline, mark: Mark::TwoDays, alarm_on: day(27), rang_on: day(26) }]);
            place = alarms.end();
        }
        assert_eq!(alarms.since(Place::default()).count(), count as usize);
        alarms.clear();
        alarms.add(&alarm(1));
        assert_eq!(alarms.since(place).count(), 1, "a place of before means nothing");
        // As far as before, so that only the round tells them apart.
        (2..=count).for_each(|number| alarms.add(&alarm(number)));
        assert_eq!(alarms.since(place).count(), count as usize);
    }
}
