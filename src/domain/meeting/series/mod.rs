//! A series of meetings: a rule from which they are made ahead. Each meeting that is made stays free to change; what the series says
//! otherwise later on counts only for those that nobody touched ([`plan`] decides which).

mod plan;
#[cfg(test)]
mod plan_tests;
mod rule;
mod told;

pub use crate::domain::clock_time::ClockTime;
pub use plan::{DayFate, Made, PlannedDay, Step, planned, steps};
pub use rule::{SeriesRule, SeriesWeekday, WeekOfMonth};
pub use told::{SeriesDay, SeriesMeeting, told};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Meeting, MeetingFacts, MeetingState, PAPERS_DAYS, SeriesNumber, Slot, StandingItem};
use crate::domain::{
    Date,
    arrangement::decide::Moment,
    ids::{AccountId, SeriesId},
    role::coded_enum,
    text::RawText,
};

coded_enum!(
    /// What becomes of a day that is a public holiday.
    OnHoliday {
        /// There is no meeting.
        Skip = "skip",
        /// It is on the next working day.
        Move = "move",
    }
);

/// What is said about a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SeriesFacts {
    /// What people call it.
    #[serde(default)]
    pub name: RawText,
    /// How often.
    pub rule: SeriesRule,
    /// No meeting before this day; weeks and months are counted from the first day on or after it that fits.
    pub starts_on: NaiveDate,
    /// The last day (t/m); nothing: it goes on.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// The time it begins, by the clock in the Netherlands.
    pub time: ClockTime,
    /// Minutes it takes.
    pub minutes: u16,
    /// What becomes of a day that is a public holiday.
    #[serde(default = "on_holiday")]
    pub on_holiday: OnHoliday,
    /// So many meetings are made ahead.
    #[serde(default = "ahead")]
    pub ahead: u16,
    /// The standing items of each meeting, in this order. What is changed here counts for meetings that are made from then on.
    #[serde(default = "standing")]
    pub standing: Vec<StandingItem>,
    /// Where.
    #[serde(default)]
    pub place: RawText,
    /// By video: how to get in.
    #[serde(default)]
    pub video: RawText,
    /// The independent chair.
    #[serde(default)]
    pub chair: RawText,
    /// The secretary.
    #[serde(default)]
    pub secretary: RawText,
    /// What is confidential about it, in words.
    #[serde(default)]
    pub confidentiality: RawText,
    /// The papers are due so many working days before the day of each meeting.
    #[serde(default = "papers_days")]
    pub papers_days: u16,
}

fn on_holiday() -> OnHoliday {
    OnHoliday::Move
}

/// Meetings that are made ahead, unless said otherwise.
pub const AHEAD: u16 = 4;

fn ahead() -> u16 {
    AHEAD
}

fn standing() -> Vec<StandingItem> {
    StandingItem::ALL.to_vec()
}

fn papers_days() -> u16 {
    PAPERS_DAYS
}

impl SeriesFacts {
    /// Most meetings that are made ahead.
    pub const AHEAD_MOST: u16 = 24;

    /// When a meeting on this day is; nothing: the clock is put forward over its time.
    pub fn slot_on(&self, day: Date) -> Option<Slot> {
        let starts_at = crate::domain::zone::instant_of(day.and_time(self.time.0))?;
        Some(Slot { starts_at, ends_at: starts_at + chrono::TimeDelta::minutes(self.minutes.into()) })
    }

    /// What a meeting in this slot says.
    pub fn meeting(&self, slot: Slot) -> MeetingFacts {
        MeetingFacts {
            slots: vec![slot],
            place: self.place.clone(),
            video: self.video.clone(),
            chair: self.chair.clone(),
            secretary: self.secretary.clone(),
            confidentiality: self.confidentiality.clone(),
            papers_days: self.papers_days,
        }
    }
}

/// A series of meetings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Series {
    /// Id.
    pub id: SeriesId,
    /// Raised by one with every change; the ETag is made of it.
    pub version: i64,
    /// The number people use.
    pub number: SeriesNumber,
    /// What is said about it.
    pub facts: SeriesFacts,
    /// Why it was ended, or changed last.
    pub reason: RawText,
    /// When it was changed last.
    pub changed_at: DateTime<Utc>,
    /// Who did: the meetings are made in this name.
    pub changed_by: AccountId,
    /// The name of who.
    pub changed_by_name: RawText,
    /// The organisation of who.
    pub changed_by_organisation: String,
}

/// A new series.
pub fn begin(id: SeriesId, number: SeriesNumber, facts: SeriesFacts, organisation: &str, moment: Moment<'_>) -> Series {
    Series {
        id,
        version: 1,
        number,
        facts,
        reason: RawText::default(),
        changed_at: moment.now,
        changed_by: moment.actor.account,
        changed_by_name: moment.actor.name.clone(),
        changed_by_organisation: organisation.to_owned(),
    }
}

/// Says something else about a series; nothing: it says so already.
pub fn change(before: &Series, facts: SeriesFacts, reason: RawText, organisation: &str, moment: Moment<'_>) -> Option<Series> {
    let after = Series { reason, ..begin(before.id, before.number, facts, organisation, moment) };
    (after.facts != before.facts).then_some(Series { version: before.version + 1, ..after })
}

/// The series a meeting was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OfSeries {
    /// Id.
    pub id: SeriesId,
    /// The number people use.
    pub number: SeriesNumber,
    /// The day of the rule that it was made for; on another day when that is a holiday.
    pub planned_on: NaiveDate,
    /// The `agendaVersion` as it was made, or changed by the series: nobody touched it as long as it has this one.
    pub agenda_version: i64,
}

impl Meeting {
    /// Was it made from a series, and did nobody touch it or its agenda since?
    pub fn is_untouched(&self) -> bool {
        self.state == MeetingState::Concept && self.series.is_some_and(|of| of.agenda_version == self.agenda_version)
    }
}
