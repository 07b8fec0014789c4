//! Which meetings a series has, and what must be done so that they are there: pure, and from nothing but what is there, so that
//! doing it again does nothing, whoever does it.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{OnHoliday, SeriesFacts};
use crate::domain::{
    Date, Instant,
    meeting::{Meeting, MeetingFacts, MeetingState, Slot},
    role::coded_enum,
    term::calendar::{self, Holiday},
    zone,
};

/// A day that was moved lies at most so many days after its own: holidays with weekends between.
const MOVED_MOST: u64 = 14;

coded_enum!(
    /// What becomes of a day of the rule.
    DayFate {
        /// A meeting on that day.
        Kept = "kept",
        /// It is a holiday: a meeting on the next working day.
        Moved = "moved",
        /// It is a holiday: no meeting.
        Skipped = "skipped",
        /// The clock is put forward over its time: no meeting.
        NoSuchTime = "no-such-time",
    }
);

/// A day of the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PlannedDay {
    /// The day of the rule.
    pub planned_on: NaiveDate,
    /// What becomes of it.
    pub fate: DayFate,
    /// The holiday it is.
    pub holiday: Option<Holiday>,
    /// When the meeting is; nothing: there is none.
    pub slot: Option<Slot>,
}

/// A meeting that was made, with the day of the rule that it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The day.
    pub planned_on: Date,
    /// The meeting.
    pub meeting: Meeting,
}

/// Something that must be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Make a meeting for this day.
    Make(Date, MeetingFacts),
    /// Nobody touched this meeting: it is to say this, for the day.
    Rewrite(Made, Date, MeetingFacts),
    /// Somebody touched this meeting: it stays, and stands for the day, so that none is made besides.
    Hold(Made, Date),
    /// Nobody touched this meeting and the rule has no day for it: it does not go on.
    Cancel(Made),
}

/// Days of the rule that are worked out at a time, at most.
const DAYS_MOST: u16 = 1000;

/// Nothing is planned after this year: a meeting begins in it at the latest.
const YEAR_MOST: i32 = 9998;

/// The coming days of the rule, until `least` meetings are among them, and on through this day.
pub fn planned(facts: &SeriesFacts, now: Instant, least: usize, through: Option<Date>) -> Vec<PlannedDay> {
    let today = zone::date_of(now);
    // A day just gone may have been moved to one that comes.
    let from = today.checked_sub_days(Days::new(MOVED_MOST)).unwrap_or(today);
    let days = facts.rule.days(facts.starts_on, from, DAYS_MOST);
    let days = days.into_iter().take_while(|day| facts.until.is_none_or(|until| *day <= until) && day.year() <= YEAR_MOST);
    let coming = days.map(|day| fate(facts, day)).filter(|day| match day.slot {
        Some(slot) => slot.starts_at > now,
        None => day.planned_on >= today,
    });
    let mut meetings = 0;
    coming
        .take_while(|day| {
            let wanted = meetings < least || through.is_some_and(|through| day.planned_on <= through);
            meetings += usize::from(day.slot.is_some());
            wanted
        })
        .collect()
}

fn fate(facts: &SeriesFacts, day: Date) -> PlannedDay {
    let holiday = calendar::holiday(day);
    let (fate, on) = match (holiday, facts.on_holiday) {
        (None, _) => (DayFate::Kept, Some(day)),
        (Some(_), OnHoliday::Skip) => (DayFate::Skipped, None),
        (Some(_), OnHoliday::Move) => (DayFate::Moved, calendar::ordinary_from(day)),
    };
    let slot = on.and_then(|on| facts.slot_on(on));
    let fate = if on.is_some() && slot.is_none() { DayFate::NoSuchTime } else { fate };
    PlannedDay { planned_on: day, fate, holiday, slot }
}

/// What must be done, given the meetings that were made for days from two weeks ago on. Only what nobody touched changes; what
/// somebody touched stands for the nearest day of the rule, if that is nearer than the next: also one that somebody cancelled, for
/// which no other is made.
pub fn steps(facts: &SeriesFacts, made: &[Made], now: Instant) -> Vec<Step> {
    let coming: Vec<&Made> = made.iter().filter(|one| one.meeting.facts.starts_at() > Some(now)).collect();
    // Room for each of them on the days of the rule, whatever they were before.
    let days = planned(facts, now, usize::from(facts.ahead) + coming.len(), coming.iter().map(|one| one.planned_on).max());
    let mut free: Vec<(Date, Slot)> = days.iter().filter_map(|day| Some((day.planned_on, day.slot?))).collect();
    let soon = free.iter().take(facts.ahead.into()).map(|(day, _)| *day).max();
    let slot_of = |one: &Made| free.iter().find(|(day, _)| *day == one.planned_on).copied();
    let (placed, astray): (Vec<&Made>, Vec<&Made>) = coming.iter().partition(|one| slot_of(one).is_some());
    let rewritten = |one: &Made, (day, slot): (Date, Slot)| {
        let wanted = facts.meeting(slot);
        let differs = one.meeting.facts != wanted || one.planned_on != day;
        differs.then(|| Step::Rewrite(one.clone(), day, wanted))
    };
    let untouched = |one: &&&Made| one.meeting.is_untouched();
    let mut todo: Vec<Step> = placed.iter().filter(untouched).filter_map(|one| rewritten(one, slot_of(one)?)).collect();
    free.retain(|(day, _)| made.iter().all(|one| one.planned_on != *day));
    let touched = || astray.iter().filter(|one| !one.meeting.is_untouched());
    let goes_on = |one: &&&Made| one.meeting.state != MeetingState::Cancelled;
    for one in touched().filter(goes_on).chain(touched().filter(|one| !goes_on(one))) {
        let apart = |day: &Date| (*day - one.planned_on).num_days().abs();
        let near = free.iter().map(|(day, _)| *day).min_by_key(apart).filter(|day| apart(day) < facts.rule.reach());
        if let Some(day) = near {
            free.retain(|(other, _)| *other != day);
            todo.push(Step::Hold((*one).clone(), day));
        }
    }
    for one in astray.iter().filter(untouched) {
        if free.is_empty() {
            todo.push(Step::Cancel((*one).clone()));
        } else {
            todo.extend(rewritten(one, free.remove(0)));
        }
    }
    let due = free.into_iter().filter(|(day, _)| Some(*day) <= soon);
    todo.extend(due.map(|(day, slot)| Step::Make(day, facts.meeting(slot))));
    todo
}
