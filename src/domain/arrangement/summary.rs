//! The row of a moratorium, bridging or commitment in lists: no reasons, persons, care or conditions.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Arrangement, ArrangementFacts, ArrangementKind, ArrangementState};
use crate::domain::{
    Date,
    ids::{ArrangementId, OrganisationCode, SignalId, SignalNumber},
    text::RawText,
};

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ArrangementSummary {
    /// Id.
    pub id: ArrangementId,
    /// Version.
    pub version: i64,
    /// Which of the three.
    pub kind: ArrangementKind,
    /// The signal.
    pub signal: SignalId,
    /// Its number.
    pub signal_number: SignalNumber,
    /// Which one, in words.
    pub label: RawText,
    /// The body it is about.
    pub organisation: Option<OrganisationCode>,
    /// The day on which it begins.
    pub begins_on: Option<NaiveDate>,
    /// The last day, the day to settle, or the day it is due.
    pub on: NaiveDate,
    /// Where it stands now.
    pub state: ArrangementState,
    /// When it was closed; a moratorium: the first day without it.
    pub closed_on: Option<NaiveDate>,
}

impl ArrangementSummary {
    /// The row as it is on a day.
    pub fn of<F: ArrangementFacts>(item: &Arrangement<F>, today: Date) -> Self {
        Self {
            id: item.id,
            version: item.version,
            kind: F::KIND,
            signal: item.signal,
            signal_number: item.signal_number,
            label: item.facts.label(),
            organisation: item.facts.organisation().cloned(),
            begins_on: item.facts.begins_on(),
            on: item.facts.day(),
            state: item.state_on(today),
            closed_on: item.closed.as_ref().map(|closed| closed.on),
        }
    }
}
