//! Look-alikes: signals that may be about the same household. loket proposes them and says why; a person decides.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::role::coded_enum;

coded_enum!(
    /// What two signals have in common that makes it likely that they are about one household.
    Resemblance {
        /// The same reference of a household.
        Household = "household",
        /// The same reference of the sender, or of a decision.
        Reference = "reference",
        /// A decision of the same body, sent on the same day.
        Decision = "decision",
        /// Something threatens on the same day.
        Event = "event",
        /// The same reporter.
        Reporter = "reporter",
        /// The same municipality.
        Municipality = "municipality",
        /// Bodies in the stalemate.
        Bodies = "bodies",
        /// Words that few other signals have.
        Words = "words",
    }
);

/// How likely it is that two signals are about one household, in thousandths. It orders proposals; it is no probability that was measured.
pub type Likeness = u16;

/// From this likeness on a signal is proposed.
pub const PROPOSED_FROM: Likeness = 400;

/// From this likeness on a signal is named where nobody asked for it.
pub const STRONG_FROM: Likeness = 600;

/// So many are named where nobody asked.
pub const STRONG_MOST: usize = 2;

/// So many are proposed for one signal.
pub const MOST: usize = 3;

/// Why a signal is proposed, the strongest first, and how strongly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Grounds {
    /// How likely.
    pub likeness: Likeness,
    /// Why.
    pub because: Vec<Resemblance>,
}
