//! A destruction: closed cases whose term has passed, proposed by one person and approved by another, and what became of each.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Instant,
    confirmation::{Confirmation, ConfirmationState, ConfirmedAction, ConfirmedEntity},
    ids::{ConfirmationId, DestructionId, SignalId, SignalNumber},
    retention::{Destroyable, Hold},
    role::coded_enum,
    signal::decide::Actor,
    text::RawText,
};

/// Most cases in one destruction.
pub const MOST_CASES: usize = 200;

/// How long a proposal waits for a second person.
const WAITS: TimeDelta = TimeDelta::days(14);

coded_enum!(
    /// What became of a case that was proposed.
    CaseFate {
        /// Nothing yet.
        Waits = "waits",
        /// It was erased.
        Erased = "erased",
        /// It was kept, because it was not as it was shown any more.
        Kept = "kept",
    }
);

/// A case on the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DestructionCase {
    /// Its id, by which the audit log names it.
    pub signal: SignalId,
    /// Its number.
    pub number: SignalNumber,
    /// Why it may be destroyed.
    pub term: Destroyable,
    /// What became of it.
    pub fate: CaseFate,
    /// When it was erased.
    pub erased_at: Option<DateTime<Utc>>,
    /// Why it was kept; nothing: it was not, or it was not there any more.
    pub kept_for: Option<Hold>,
}

/// A destruction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Destruction {
    /// Id.
    pub id: DestructionId,
    /// Raised by one with every change; the ETag is made of it.
    pub version: i64,
    /// Why: what was considered, no text about a household.
    pub reason: RawText,
    /// The cases, in order of number.
    pub cases: Vec<DestructionCase>,
    /// The proposal, bound to exactly this list.
    pub proposal: Confirmation,
}

/// What the second person is shown, and approves.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown<'a> {
    reason: &'a RawText,
    cases: Vec<ShownCase<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ShownCase<'a> {
    number: SignalNumber,
    #[serde(flatten)]
    term: &'a Destroyable,
}

/// What is shown of a list, as canonical JSON.
///
/// # Errors
/// Never: it is made of texts, numbers and lists.
pub fn shown(reason: &RawText, cases: &[(SignalId, SignalNumber, Destroyable)]) -> serde_json::Result<String> {
    let cases = cases.iter().map(|(_, number, term)| ShownCase { number: *number, term }).collect();
    serde_json::to_string(&Shown { reason, cases })
}

/// A new proposal.
pub fn propose(
    id: DestructionId,
    confirmation: ConfirmationId,
    (actor, now): (&Actor, Instant),
    reason: RawText,
    cases: Vec<(SignalId, SignalNumber, Destroyable)>,
    (shown, hash): (String, String),
) -> Destruction {
    let case =
        |(signal, number, term)| DestructionCase { signal, number, term, fate: CaseFate::Waits, erased_at: None, kept_for: None };
    let proposal = Confirmation {
        id: confirmation,
        version: 1,
        action: ConfirmedAction::DestroyCases,
        entity: ConfirmedEntity::Destruction,
        subject: id.0,
        subject_version: 1,
        signal: None,
        shown,
        hash,
        proposed_by: actor.account,
        proposed_by_name: actor.name.clone(),
        proposed_at: now,
        expires_at: now + WAITS,
        state: ConfirmationState::Proposed,
        settled_by: None,
        settled_by_name: RawText::default(),
        settled_at: None,
        reason: RawText::default(),
    };
    Destruction { id, version: 1, reason, cases: cases.into_iter().map(case).collect(), proposal }
}

impl Destruction {
    /// As it is now, to be told.
    #[must_use]
    pub fn as_of(mut self, now: Instant) -> Self {
        self.proposal = self.proposal.as_of(now);
        self
    }

    /// With its proposal settled.
    #[must_use]
    pub fn settled(&self, proposal: Confirmation) -> Self {
        Self { version: self.version + 1, proposal, ..self.clone() }
    }

    /// The first case that was approved and of which nothing became yet; nothing: it is done, or nobody approved it.
    pub fn next(&self) -> Option<&DestructionCase> {
        let is_approved = self.proposal.state == ConfirmationState::Confirmed;
        self.cases.iter().find(|case| is_approved && case.fate == CaseFate::Waits)
    }

    /// The id of a case that was erased by it.
    pub fn erased(&self, number: SignalNumber) -> Option<SignalId> {
        let case = self.cases.iter().find(|case| case.number == number && case.fate == CaseFate::Erased);
        case.map(|case| case.signal)
    }

    /// With what became of a case.
    #[must_use]
    pub fn with(&self, signal: SignalId, became: Result<Instant, Option<Hold>>) -> Self {
        let mut after = Self { version: self.version + 1, ..self.clone() };
        for case in after.cases.iter_mut().filter(|case| case.signal == signal) {
            match became {
                Ok(at) => (case.fate, case.erased_at) = (CaseFate::Erased, Some(at)),
                Err(hold) => (case.fate, case.kept_for) = (CaseFate::Kept, hold),
            }
        }
        after
    }
}
