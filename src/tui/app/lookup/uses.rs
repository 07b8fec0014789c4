//! Who somebody calls: how often and how lately each entry of the register was used, for the order of equals. Ids alone, no names.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::domain::{Date, ids::OfficerId};

/// Entries that are remembered; the least used is forgotten first.
const MOST: usize = 200;
/// What one use is worth today.
const ONE: u32 = 1000;
/// Days after which a use is worth half.
const HALF: u32 = 30;

/// See the module.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Uses(BTreeMap<OfficerId, Used>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Used {
    on: Date,
    /// What all uses together were worth on that day.
    worth: u32,
}

impl Used {
    fn worth(self, today: Date) -> u32 {
        let days = u32::try_from((today - self.on).num_days()).unwrap_or(0);
        (u64::from(self.worth) * u64::from(HALF) / u64::from(HALF.saturating_add(days))) as u32
    }
}

impl Uses {
    /// An entry was called, or its number was taken along.
    pub fn note(&mut self, id: OfficerId, today: Date) {
        self.add(id, ONE, today);
    }

    /// What was kept of an earlier window counts too.
    pub fn join(&mut self, kept: &Self, today: Date) {
        kept.0.iter().for_each(|(id, used)| self.add(*id, used.worth(today), today));
    }

    fn add(&mut self, id: OfficerId, worth: u32, today: Date) {
        let before = self.0.get(&id).map_or(0, |used| used.worth(today));
        self.0.insert(id, Used { on: today, worth: before.saturating_add(worth) });
        while self.0.len() > MOST {
            let least = self.0.iter().filter(|(other, _)| **other != id).min_by_key(|(_, used)| used.worth(today));
            match least.map(|(id, _)| *id) {
                Some(least) => _ = self.0.remove(&least),
                None => break,
            }
        }
    }

    /// Nothing was used?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What each is worth today.
    pub fn worth(&self, today: Date) -> HashMap<OfficerId, u32> {
        self.0.iter().map(|(id, used)| (*id, used.worth(today))).collect()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_is_used_often_and_lately_is_worth_most_and_little_is_remembered() {
        let id = |number| OfficerId(Uuid::from_u128(number));
        let day = |text: &str| text.parse::<Date>().unwrap();
        let mut uses = Uses::default();
        uses.note(id(1), day("2026-09-01"));
        uses.note(id(1), day("2026-09-01"));
        uses.note(id(2), day("2026-11-20"));
        let worth = uses.worth(day("2026-11-23"));
        assert!(worth[&id(2)] > worth[&id(1)], "lately beats often: {worth:?}");
        (0..300).for_each(|number| uses.note(id(1000 + number), day("2026-11-23")));
        assert_eq!(uses.0.len(), MOST);
        let text = serde_json::to_string(&uses).unwrap();
        assert_eq!(serde_json::from_str::<Uses>(&text).unwrap(), uses);
    }
}
