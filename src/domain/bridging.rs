//! A bridging (overbrugging): agreed and available care starts now, who pays is settled later. An agreement, no statute.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Date,
    arrangement::{Arrangement, ArrangementFacts, ArrangementKind, ArrangementState, Closing, Refusal, differing, shortened},
    ids::OrganisationCode,
    role::coded_enum,
    text::RawText,
};

coded_enum!(
    /// An act that may pay in the end.
    Payer {
        /// Wmo.
        Support = "wmo",
        /// Jeugdwet.
        Youth = "jeugdwet",
        /// Wlz.
        LongTerm = "wlz",
        /// Zvw.
        Insurance = "zvw",
        /// Forensisch.
        Forensic = "forensisch",
    }
);

/// What is recorded about a bridging.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BridgingFacts {
    /// The care that is needed.
    pub care: RawText,
    /// At whom it is available; empty: nowhere yet.
    #[serde(default)]
    pub available_at: RawText,
    /// The day on which the parties agreed; nothing: not yet.
    #[serde(default)]
    pub agreed_on: Option<NaiveDate>,
    /// Who pays for now.
    #[serde(default)]
    pub provisional_payer: RawText,
    /// Who may have to pay in the end.
    #[serde(default)]
    pub candidate_payers: Vec<Payer>,
    /// The day on which the care starts.
    pub starts_on: NaiveDate,
    /// Settled by this day (t/m).
    pub settle_by: NaiveDate,
}

/// A bridging.
pub type Bridging = Arrangement<BridgingFacts>;

impl ArrangementFacts for BridgingFacts {
    const KIND: ArrangementKind = ArrangementKind::Bridging;
    const CLOSINGS: &'static [Closing] = &[Closing::Settle];

    /// Who pays, never which care: that says too much of a household.
    fn label(&self) -> RawText {
        let payers: Vec<&str> = self.candidate_payers.iter().map(|payer| payer.code()).collect();
        match (payers.is_empty(), self.provisional_payer.is_blank()) {
            (true, _) => shortened(&self.provisional_payer),
            (false, true) => payers.join(", ").into(),
            (false, false) => RawText(format!("{}: {}", shortened(&self.provisional_payer).raw(), payers.join(", "))),
        }
    }

    fn organisation(&self) -> Option<&OrganisationCode> {
        None
    }

    fn begins_on(&self) -> Option<Date> {
        Some(self.starts_on)
    }

    fn day(&self) -> Date {
        self.settle_by
    }

    fn differing(&self, before: &Self) -> Vec<String> {
        differing!(self, before; care = "care", available_at = "availableAt", agreed_on = "agreedOn", provisional_payer = "provisionalPayer",
            candidate_payers = "candidatePayers", starts_on = "startsOn", settle_by = "settleBy")
    }

    fn rule(&self) -> (Option<&'static str>, &'static str) {
        (None, "")
    }

    fn state_on(&self, today: Date) -> ArrangementState {
        match today {
            day if day > self.settle_by => ArrangementState::Late,
            day if day < self.starts_on => ArrangementState::Coming,
            _ => ArrangementState::Open,
        }
    }

    fn impossible(&self, today: Date) -> Option<Refusal> {
        self.agreed_on.filter(|on| *on > today).map(Refusal::InTheFuture)
    }

    fn closing_refused(&self, _: Closing, on: Date, today: Date) -> Option<Refusal> {
        if on > today {
            return Some(Refusal::InTheFuture(on));
        }
        (on < self.starts_on).then_some(Refusal::BeforeStart(self.starts_on))
    }
}
