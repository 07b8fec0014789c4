//! Requests about series of meetings, and the answer of each.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::meeting::present;
use crate::domain::{
    meeting::{
        StandingItem,
        series::{ClockTime, OnHoliday, Series, SeriesDay, SeriesFacts, SeriesRule},
    },
    text::RawText,
};

/// A series to begin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewSeries {
    /// What is said about it.
    pub facts: SeriesFacts,
}

/// What is said otherwise about a series (JSON merge patch): a field that is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct SeriesPatch {
    /// What people call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<RawText>,
    /// How often, as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<SeriesRule>,
    /// No meeting before this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts_on: Option<NaiveDate>,
    /// The last day (t/m); `null`: it goes on.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub until: Option<Option<NaiveDate>>,
    /// The time it begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<ClockTime>,
    /// Minutes it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// What becomes of a day that is a public holiday.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_holiday: Option<OnHoliday>,
    /// So many meetings are made ahead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ahead: Option<u16>,
    /// The standing items of meetings that are made from now on, as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<Vec<StandingItem>>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<RawText>,
    /// By video.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<RawText>,
    /// The chair.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chair: Option<RawText>,
    /// The secretary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secretary: Option<RawText>,
    /// What is confidential about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidentiality: Option<RawText>,
    /// Working days before each meeting on which papers are due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub papers_days: Option<u16>,
    /// Why: the reason of a meeting that is cancelled by it.
    #[serde(skip_serializing_if = "RawText::is_blank")]
    pub reason: RawText,
}

/// The end of a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EndSeries {
    /// The last day (t/m).
    pub on: NaiveDate,
    /// Why: the reason of a meeting that is cancelled by it.
    #[serde(default)]
    pub reason: RawText,
}

/// A series with its coming days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SeriesDetail {
    /// The series as it is now.
    pub item: Series,
    /// Its rule as RFC 5545 writes it.
    pub rrule: String,
    /// Its coming days in order: what becomes of each, and which meeting stands for it.
    pub days: Vec<SeriesDay>,
}
