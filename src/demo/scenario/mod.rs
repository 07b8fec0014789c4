//! Scenarios: coherent kinds of stalemate, from which the demonstration composes its signals.
//!
//! Each fixes bodies, life domains, threat, decision and sentences that agree with each other; only numbers, dates and
//! municipalities vary. No names, no ages, no numbers of persons. In the texts stand `{bedrag}` (the amount of the
//! decision), `{inhouding}` (an amount per month), `{maanden}` and `{weken}` (number words), `{kinderen}` ("drie
//! kinderen") and `{aantal}` (a number).

mod benefits;
mod care;
mod debts;
mod education;
mod family;
mod housing;
mod justice;
mod residence;
mod work;

use crate::domain::signal::{LifeDomain, Urgency};

/// The code that stands for the household's own municipality.
pub const OWN_MUNICIPALITY: &str = "GM";

/// One kind of stalemate.
#[derive(Debug, Clone, Copy)]
pub struct Scenario {
    /// Titles that all fit.
    pub titles: &'static [&'static str],
    /// Life domains.
    pub domains: &'static [LifeDomain],
    /// Bodies in the stalemate with their position.
    pub bodies: &'static [(&'static str, &'static str)],
    /// The decision that runs, if any.
    pub ruling: Option<Ruling>,
    /// Between which whole euros `{bedrag}` lies.
    pub euros: (u32, u32),
    /// What threatens.
    pub threat: Option<&'static str>,
    /// The usual urgency.
    pub urgency: Urgency,
    /// Why it is urgent, if it is.
    pub reason: &'static str,
    /// The account: the first two sentences always, the others may be left out one by one.
    pub account: &'static [&'static str],
    /// The stalemate in one sentence.
    pub stalemate: &'static str,
    /// What was tried, and with whom, in order.
    pub tried: &'static [(&'static str, &'static str)],
    /// What the household wants.
    pub household_wants: &'static str,
    /// What the professional wants.
    pub professional_wants: &'static str,
    /// Only in these provinces; empty: everywhere.
    pub provinces: &'static [&'static str],
}

/// A decision of a scenario.
#[derive(Debug, Clone, Copy)]
pub struct Ruling {
    /// The body that decided, one of the scenario's.
    pub body: &'static str,
    /// What kind of decision.
    pub kind: &'static str,
    /// What its references begin with.
    pub prefix: &'static str,
}

/// What most scenarios share.
const PLAIN: Scenario = Scenario {
    titles: &[],
    domains: &[],
    bodies: &[],
    ruling: None,
    euros: (400, 4_000),
    threat: None,
    urgency: Urgency::Normal,
    reason: "",
    account: &[],
    stalemate: "",
    tried: &[],
    household_wants: "",
    professional_wants: "",
    provinces: &[],
};

/// Every scenario.
pub fn all() -> Vec<&'static Scenario> {
    [
        housing::SCENARIOS,
        benefits::SCENARIOS,
        debts::SCENARIOS,
        work::SCENARIOS,
        care::SCENARIOS,
        residence::SCENARIOS,
        education::SCENARIOS,
        justice::SCENARIOS,
        family::SCENARIOS,
    ]
    .into_iter()
    .flatten()
    .collect()
}
