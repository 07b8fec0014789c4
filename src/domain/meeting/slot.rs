//! A time slot of a meeting: two moments. People say them as a day and two times on the clock in the Netherlands; a slot may
//! go past midnight and past the change of summer time, and its minutes are those that really pass.

use std::fmt;

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{Date, zone};

/// From one moment to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Slot {
    /// Begins.
    pub starts_at: DateTime<Utc>,
    /// Ends.
    pub ends_at: DateTime<Utc>,
}

/// Why a day and two times are no slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotFault {
    /// There is no such time on that day: the clock is put forward over it.
    NoSuchTime,
    /// It ends when it begins.
    Empty,
}

impl Slot {
    /// Longest, in minutes.
    pub const MOST: i64 = 24 * 60;

    /// On this day from one time to another by the clock in the Netherlands. A time of ending that is before that of
    /// beginning is on the next day. A repeated hour takes the first.
    pub fn on(day: Date, from: NaiveTime, until: NaiveTime) -> Result<Self, SlotFault> {
        let end = if until <= from { day.succ_opt().ok_or(SlotFault::NoSuchTime)? } else { day };
        if from == until {
            return Err(SlotFault::Empty);
        }
        let at = |day: Date, time| zone::instant_of(day.and_time(time)).ok_or(SlotFault::NoSuchTime);
        let slot = Self { starts_at: at(day, from)?, ends_at: at(end, until)? };
        if slot.minutes() <= 0 { Err(SlotFault::Empty) } else { Ok(slot) }
    }

    /// Minutes that pass.
    pub fn minutes(&self) -> i64 {
        (self.ends_at - self.starts_at).num_minutes()
    }

    /// The moment so many minutes after it begins.
    pub fn after(&self, minutes: i64) -> DateTime<Utc> {
        self.starts_at + TimeDelta::minutes(minutes)
    }
}

/// `26-11-2026 13:30-15:00`.
impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", zone::date_of(self.starts_at).format("%d-%m-%Y"), span(self.starts_at, self.ends_at))
    }
}

/// From and until by the clock in the Netherlands.
pub(super) fn span(from: DateTime<Utc>, until: DateTime<Utc>) -> String {
    let clock = |at| {
        let (hour, minute) = zone::hour_minute(at);
        format!("{hour:02}:{minute:02}")
    };
    format!("{}-{}", clock(from), clock(until))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(day: &str, from: &str, until: &str) -> Result<Slot, SlotFault> {
        let time = |text| NaiveTime::parse_from_str(text, "%H:%M").unwrap();
        Slot::on(zone::read_date(day).unwrap(), time(from), time(until))
    }

    #[test]
    fn over_midnight_and_over_the_change_of_the_clock() {
        let minutes = |day, from, until| slot(day, from, until).map(|slot| slot.minutes());
        assert_eq!(minutes("2026-11-26", "13:30", "15:00"), Ok(90));
        assert_eq!(minutes("2026-11-26", "23:30", "00:30"), Ok(60), "over midnight");
        assert_eq!(minutes("2026-10-24", "23:30", "04:00"), Ok(330), "the hour after two comes twice");
        assert_eq!(minutes("2026-03-28", "23:30", "04:00"), Ok(210), "the hour after two does not come");
        assert_eq!(minutes("2026-03-29", "02:30", "04:00"), Err(SlotFault::NoSuchTime));
        assert_eq!(minutes("2026-11-26", "13:30", "13:30"), Err(SlotFault::Empty));
        assert_eq!(slot("2026-10-24", "23:30", "04:00").unwrap().after(300).to_rfc3339(), "2026-10-25T02:30:00+00:00");
    }
}
