//! What a case file (zaakdossier) holds beside its texts: attempts, threats, decisions, grounds, the plan, files and documents.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{Date, ids::OrganisationCode, text::RawText};

/// Something that was tried already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Attempt {
    /// What was tried.
    pub what: RawText,
    /// On which day, if known.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// With whom.
    #[serde(default)]
    pub with: RawText,
}

/// A threatening event (dreigende gebeurtenis).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Threat {
    /// What threatens: ontruiming, afsluiting, zorg stopt.
    pub what: RawText,
    /// The day it happens, if known.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

/// A running decision (besluit) of a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Decision {
    /// The body that decided.
    pub organisation: OrganisationCode,
    /// Its reference (kenmerk).
    #[serde(default)]
    pub reference: RawText,
    /// What kind of decision.
    #[serde(default)]
    pub kind: RawText,
    /// Amount in euro cents.
    #[serde(default)]
    pub amount_cents: Option<i64>,
    /// Bekendgemaakt op: the day it was sent (Awb 3:41 and 6:8), not the day of receipt.
    #[serde(default)]
    pub announced_on: Option<NaiveDate>,
    /// Dagtekening: the date on the letter.
    #[serde(default)]
    pub dated_on: Option<NaiveDate>,
}

/// A ground for sharing data (grond voor gegevensdeling).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SharingGround {
    /// Act and article, vital interest, consent, or none (anonymised only).
    pub basis: RawText,
    /// Why the data are shared.
    pub purpose: RawText,
    /// With whom.
    pub recipient: RawText,
    /// Until when.
    #[serde(default)]
    pub until: Option<NaiveDate>,
}

/// A file that came along with a report. Only its description is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Attachment {
    /// File name as sent; never used as a path.
    pub name: RawText,
    /// Media type as sent.
    pub media_type: RawText,
    /// Size in bytes.
    pub size: u64,
}

/// A step of the plan (plan van aanpak). Its day is agreed within the desk: no term of a law.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanStep {
    /// What is to be done.
    pub what: RawText,
    /// Who does it: a person, a function or a body.
    #[serde(default)]
    pub who: RawText,
    /// By which day, that day included.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// The day it was done.
    #[serde(default)]
    pub done_on: Option<NaiveDate>,
}

impl PlanStep {
    /// Was it to be done before this day, and was not?
    pub fn is_late(&self, today: Date) -> bool {
        self.done_on.is_none() && self.due.is_some_and(|due| due < today)
    }
}

/// The next step of a plan: of those not done the one with the earliest day; without days the first that is written down.
pub fn next_step(plan: &[PlanStep]) -> Option<&PlanStep> {
    let open = plan.iter().filter(|step| step.done_on.is_none());
    open.min_by_key(|step| step.due.unwrap_or(NaiveDate::MAX))
}

/// A document that is kept elsewhere: its title, and where it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentLink {
    /// What it is.
    pub title: RawText,
    /// The date on it.
    #[serde(default)]
    pub dated_on: Option<NaiveDate>,
    /// Where it is: an address that begins with `https://` or `http://`.
    pub address: RawText,
}

impl DocumentLink {
    /// Does the address lead to a page, and nowhere else?
    pub fn has_address(&self) -> bool {
        let address = self.address.raw();
        let rest = ["https://", "http://"].into_iter().find_map(|scheme| address.strip_prefix(scheme));
        rest.is_some_and(|rest| !rest.is_empty() && !rest.chars().any(|c| c.is_whitespace() || c.is_control()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(what: &str, due: Option<u32>, done: bool) -> PlanStep {
        let day = |day| NaiveDate::from_ymd_opt(2026, 12, day);
        PlanStep { what: what.into(), due: due.and_then(day), done_on: if done { day(1) } else { None }, ..PlanStep::default() }
    }

    #[test]
    fn the_next_step_is_the_earliest_that_is_not_done() {
        let plan = [step("a", None, false), step("b", Some(9), false), step("c", Some(4), false), step("d", Some(2), true)];
        assert_eq!(next_step(&plan).map(|step| step.what.raw()), Some("c"));
        assert_eq!(next_step(&plan[..1]).map(|step| step.what.raw()), Some("a"));
        assert_eq!(next_step(&plan[3..]), None);
        let fourth = NaiveDate::from_ymd_opt(2026, 12, 4).unwrap();
        assert!(!plan[2].is_late(fourth), "its day is still its own");
        assert!(plan[2].is_late(fourth.succ_opt().unwrap()));
        assert!(!plan[3].is_late(fourth), "done is never late");
    }

    #[test]
    fn an_address_is_one_of_a_page() {
        let at = |address: &str| DocumentLink { address: address.into(), ..DocumentLink::default() }.has_address();
        assert!(at("https://dossier.voorbeeld.nl/brief/7"));
        for wrong in
            ["", "https://", "javascript:alert(1)", "file:///etc/passwd", "https://a b", "https://a\u{1b}[2J", " https://a"]
        {
            assert!(!at(wrong), "{wrong:?}");
        }
    }
}
