//! The day of an open moratorium, bridging or commitment as its signal keeps it: enough for the board and the hard dates.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ArrangementKind;
use crate::domain::{
    ids::{ArrangementId, OrganisationCode},
    signal::HardDate,
    text::RawText,
};

/// A day to go by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ArrangementDay {
    /// The moratorium, bridging or commitment.
    pub id: ArrangementId,
    /// Which of the three.
    pub kind: ArrangementKind,
    /// The last day, the day to settle, or the day it is due.
    pub on: NaiveDate,
    /// Which one, in words.
    pub label: RawText,
    /// The body it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationCode>,
    /// The code of the rule that bounds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Act and article; empty where there is none.
    #[serde(default)]
    pub article: RawText,
}

impl ArrangementDay {
    /// As a hard date; nothing: the day is none.
    pub fn hard_date(&self) -> Option<HardDate> {
        Some(HardDate {
            on: self.on,
            kind: self.kind.hard_date()?,
            label: self.label.clone(),
            organisation: self.organisation.clone(),
            uncertain: false,
        })
    }
}
