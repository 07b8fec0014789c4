//! A row of the register as it is kept: numbers of what repeats, days as numbers.

use crate::domain::{
    officer::{Freshness, Mandate, freshness_after},
    verdict::{Attention, ENDING_WITHIN},
};

use super::table::Row;

/// A row as it is kept.
#[derive(Debug, Clone)]
pub(crate) struct PackedOfficer {
    pub(super) id: [u8; 16],
    pub(super) version: u32,
    pub(crate) organisation: u32,
    pub(crate) title: u32,
    pub(crate) municipalities: u32,
    pub(crate) domains: u32,
    pub(crate) excludes: u32,
    /// The budget in whole euros, and -1 when there is none.
    pub(crate) budget: i32,
    /// The first and the last day away; otherwise 0.
    pub(crate) away: (i32, i32),
    pub(super) verified: i32,
    /// The last day of the mandate or of the entry, whichever comes first; otherwise 0.
    pub(super) ends: i32,
    /// Of an organisation that is a municipality; otherwise 0.
    pub(crate) municipality: u16,
    pub(crate) mandate: Mandate,
    /// Was something reported wrong?
    pub(crate) reported: bool,
}

impl Row for PackedOfficer {
    const KEEPS_FOLDED: bool = true;

    fn id(&self) -> [u8; 16] {
        self.id
    }
}

impl PackedOfficer {
    /// Can it be relied on, and how lately was it verified? As [`OfficerFacts::standing`](crate::domain::officer::OfficerFacts::standing)
    /// says, of a day as [`days`](super::record::days) counts it.
    pub(crate) fn standing(&self, today: i32) -> (bool, Freshness) {
        let ended = self.ends != 0 && self.ends < today;
        let fresh = freshness_after((self.verified != 0).then(|| i64::from(today) - i64::from(self.verified)));
        (!ended && fresh != Freshness::Stale, fresh)
    }

    /// As [`OfficerFacts::is_away_on`](crate::domain::officer::OfficerFacts::is_away_on) says, of such a day.
    pub(crate) fn is_away_on(&self, today: i32) -> bool {
        (self.away.0..=self.away.1).contains(&today)
    }

    /// As [`Officer::asks_for`](crate::domain::officer::Officer::asks_for) says, of such a day.
    pub(crate) fn asks_for(&self, attention: Attention, today: i32) -> bool {
        match attention {
            Attention::Reported => self.reported,
            Attention::Stale => self.standing(today).1 == Freshness::Stale,
            Attention::Ending => self.ends != 0 && (0..=ENDING_WITHIN).contains(&i64::from(self.ends - today)),
        }
    }
}
