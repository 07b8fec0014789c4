//! The coming days of a series as they are told: what becomes of each day of the rule, and which meeting stands for it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{DayFate, Made, SeriesFacts, planned};
use crate::domain::{
    Instant,
    ids::MeetingId,
    meeting::{MeetingNumber, MeetingState},
    term::calendar::Holiday,
};

/// A meeting that stands for a day of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SeriesMeeting {
    /// Id.
    pub id: MeetingId,
    /// The number people use.
    pub number: MeetingNumber,
    /// Where it stands.
    pub state: MeetingState,
    /// When it begins.
    pub starts_at: Option<DateTime<Utc>>,
    /// Did somebody touch it or its agenda? Then it does not follow the series any more.
    pub touched: bool,
    /// Does it say something else than the series does now? Then it was left alone.
    pub differs: bool,
}

/// A day of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SeriesDay {
    /// The day of the rule.
    pub planned_on: NaiveDate,
    /// What becomes of it; nothing: the rule has no such day any more.
    pub fate: Option<DayFate>,
    /// The holiday it is.
    pub holiday: Option<Holiday>,
    /// The meeting that stands for it.
    pub meeting: Option<SeriesMeeting>,
}

/// The coming days in order, given the meetings that were made for days from two weeks ago on.
pub fn told(facts: &SeriesFacts, made: &[Made], now: Instant) -> Vec<SeriesDay> {
    let coming: Vec<&Made> = made.iter().filter(|one| one.meeting.facts.starts_at() > Some(now)).collect();
    let days = planned(facts, now, facts.ahead.into(), coming.iter().map(|one| one.planned_on).max());
    let meeting = |one: &Made, wanted: bool| SeriesMeeting {
        id: one.meeting.id,
        number: one.meeting.number,
        state: one.meeting.state,
        starts_at: one.meeting.facts.starts_at(),
        touched: !one.meeting.is_untouched(),
        differs: !wanted,
    };
    let mut told: Vec<SeriesDay> = vec![];
    for day in &days {
        let stands = made.iter().find(|one| one.planned_on == day.planned_on);
        let as_said = |one: &Made| day.slot.is_some_and(|slot| facts.meeting(slot) == one.meeting.facts);
        let meeting = stands.map(|one| meeting(one, as_said(one)));
        told.push(SeriesDay { planned_on: day.planned_on, fate: Some(day.fate), holiday: day.holiday, meeting });
    }
    let astray = coming.iter().filter(|one| days.iter().all(|day| day.planned_on != one.planned_on));
    told.extend(astray.map(|one| SeriesDay {
        planned_on: one.planned_on,
        fate: None,
        holiday: None,
        meeting: Some(meeting(one, false)),
    }));
    told.sort_by_key(|day| day.planned_on);
    told
}
