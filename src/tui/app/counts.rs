//! Numbers over every open signal for tab and sidebar, and the groups of a list in order of hard date.

use chrono::{Datelike, Days};

use super::list::Heading;
use crate::{
    client::replica::Replica,
    domain::{Date, Instant, ids::AccountId},
};

/// Counts over every open signal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Open.
    pub open: usize,
    /// Open and nobody's: someone must act.
    pub free: usize,
    /// Open and mine.
    pub mine: usize,
    /// By urgency, crisis first.
    pub urgency: [usize; 4],
    /// With a hard date that has passed.
    pub overdue: usize,
    /// Hard dates in this week and each of the seven after it.
    pub weeks: [usize; 8],
    /// When the first claim runs out: what is counted here holds until then.
    pub lease_ends: Option<Instant>,
}

/// The last day of the week (Sunday) that holds this day.
fn sunday_of(day: Date) -> Date {
    day.checked_add_days(Days::new(6 - u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day)
}

/// Headings for rows in order of hard date: overdue, today and tomorrow, this week, next week, later, none; at the end the closed ones.
pub(super) fn groups(replica: &Replica, all: &[u32], today: Date) -> Vec<Heading> {
    let signals = replica.signals();
    let is_open = |row: &u32| signals.get(*row).is_some_and(|row| row.status().is_open());
    let rows = &all[..all.partition_point(is_open)];
    let date = |row: &u32| signals.get(*row)?.hard_date().map(|date| date.on);
    let tomorrow = today.succ_opt().unwrap_or(today);
    let sunday = sunday_of(today);
    let next_sunday = sunday.checked_add_days(Days::new(7)).unwrap_or(sunday);
    // The last day of each group, in order; what is behind them all has no date.
    let ends = [
        ("group-overdue", today.pred_opt().unwrap_or(today)),
        ("group-today", tomorrow),
        ("group-week", sunday),
        ("group-next-week", next_sunday),
        ("group-later", Date::MAX),
    ];
    let mut headings = Vec::new();
    let mut from = 0;
    for (text, last) in ends.into_iter().map(|(text, last)| (text, Some(last))).chain([("group-none", None)]) {
        let until = match last {
            Some(last) => from + rows[from..].partition_point(|row| date(row).is_some_and(|date| date <= last)),
            None => rows.len(),
        };
        if until > from {
            headings.push(Heading { before: from, text });
        }
        from = until;
    }
    if rows.len() < all.len() {
        headings.push(Heading { before: rows.len(), text: "group-closed" });
    }
    headings
}

impl Counts {
    pub(super) fn of(replica: &Replica, me: Option<AccountId>, now: Instant, today: Date) -> Self {
        let mut counts = Self::default();
        let signals = replica.signals();
        let sunday = sunday_of(today);
        for signal in (0..signals.len()).filter_map(|row| signals.get(row)) {
            if !signal.status().is_open() {
                continue;
            }
            counts.open += 1;
            let owner = signal.owner().filter(|owner| owner.lease_until > now);
            if let Some(owner) = &owner {
                counts.lease_ends = counts.lease_ends.map_or(Some(owner.lease_until), |first| Some(first.min(owner.lease_until)));
            }
            match owner {
                Some(owner) if Some(owner.account) == me => counts.mine += 1,
                Some(_) => {}
                None => counts.free += 1,
            }
            counts.urgency[signal.urgency() as usize] += 1;
            if let Some(date) = signal.hard_date() {
                if date.on < today {
                    counts.overdue += 1;
                } else if let Some(week) = counts.weeks.get_mut(((date.on - sunday).num_days() + 6).max(0) as usize / 7) {
                    *week += 1;
                }
            }
        }
        counts
    }
}
