//! A moratorium: creditors cannot recover for a while. A court or an act sets it; the desk only records it, corrects it, and
//! notes that it ended before its last day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Date,
    arrangement::{Arrangement, ArrangementFacts, ArrangementKind, ArrangementState, Closing, Refusal, differing, shortened},
    ids::OrganisationCode,
    role::coded_enum,
    term::{
        arithmetic::{Term, end},
        rules,
    },
    text::RawText,
};

coded_enum!(
    /// On what it rests.
    MoratoriumKind {
        /// Breed wettelijk moratorium (Wgs 5): at most six months.
        Broad = "breed-moratorium",
        /// Fw 287b: at threatening eviction, cut-off or the like.
        Threatened = "fw-287b",
        /// Herstel toeslagen.
        Benefits = "herstel-toeslagen",
    }
);

/// What is recorded about a moratorium.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MoratoriumFacts {
    /// On what it rests.
    pub kind: MoratoriumKind,
    /// The court or the act that set it.
    pub set_by: RawText,
    /// The day of the decision; nothing when an act sets it.
    #[serde(default)]
    pub decided_on: Option<NaiveDate>,
    /// The first day.
    pub first_day: NaiveDate,
    /// The last day (t/m).
    pub last_day: NaiveDate,
    /// The creditors it binds.
    #[serde(default)]
    pub creditors: Vec<RawText>,
    /// The conditions.
    #[serde(default)]
    pub conditions: RawText,
}

/// A moratorium.
pub type Moratorium = Arrangement<MoratoriumFacts>;

impl MoratoriumFacts {
    /// The last day that the rule allows, where one bounds it.
    pub fn most(&self) -> Option<Date> {
        let rule = rules::in_force(self.rule().0?, self.first_day)?;
        let term = Term { trigger: self.first_day, length: rule.span.length()?, basis: rule.basis };
        end(&term, &[]).ok().map(|end| end.end)
    }
}

impl ArrangementFacts for MoratoriumFacts {
    const KIND: ArrangementKind = ArrangementKind::Moratorium;
    const CLOSINGS: &'static [Closing] = &[Closing::End];

    fn label(&self) -> RawText {
        shortened(&self.set_by)
    }

    fn organisation(&self) -> Option<&OrganisationCode> {
        None
    }

    fn begins_on(&self) -> Option<Date> {
        Some(self.first_day)
    }

    fn day(&self) -> Date {
        self.last_day
    }

    fn differing(&self, before: &Self) -> Vec<String> {
        differing!(self, before; kind = "kind", set_by = "setBy", decided_on = "decidedOn", first_day = "firstDay", last_day = "lastDay",
            creditors = "creditors", conditions = "conditions")
    }

    fn rule(&self) -> (Option<&'static str>, &'static str) {
        match self.kind {
            MoratoriumKind::Broad => (Some("wgs-5"), "Wgs 5"),
            MoratoriumKind::Threatened => (None, "Fw 287b"),
            MoratoriumKind::Benefits => (None, ""),
        }
    }

    fn state_on(&self, today: Date) -> ArrangementState {
        match today {
            day if day < self.first_day => ArrangementState::Coming,
            day if day <= self.last_day => ArrangementState::Open,
            _ => ArrangementState::Passed,
        }
    }

    fn impossible(&self, today: Date) -> Option<Refusal> {
        self.decided_on.filter(|on| *on > today).map(Refusal::InTheFuture)
    }

    /// It ends within its days; the day after its last day closes one that is over.
    fn closing_refused(&self, _: Closing, on: Date, _: Date) -> Option<Refusal> {
        let after = self.last_day.succ_opt().unwrap_or(self.last_day);
        (on < self.first_day || on > after).then_some(Refusal::OutsideMoratorium(self.first_day, after))
    }
}
