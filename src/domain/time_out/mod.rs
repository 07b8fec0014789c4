//! A time-out (time-outbevoegdheid): a municipality suspends the effect of a national body's decision, with the objection
//! term, never its content. No statute exists: the safe end always stands beside the end with the time-out.

mod dates;
pub mod decide;
mod proposal;
mod refusal;
mod summary;
#[cfg(test)]
mod tests;
mod timeline;

pub use dates::{DecisionSuspension, TermDates, term_dates};
pub use proposal::{Extension, Pending, Shown, TimeOutProposal};
pub use refusal::Refusal;
pub use summary::{PendingSummary, TimeOutSummary};
pub use timeline::{entries_since, passed};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Date, Instant,
    fold::fold,
    ids::{AccountId, OrganisationCode, SignalId, SignalNumber, TimeOutId},
    role::coded_enum,
    signal::Decision,
    text::RawText,
    zone,
};

coded_enum!(
    /// What a time-out suspends.
    TimeOutReach {
        /// The effect (werking) of the decision.
        Effect = "effect",
        /// The objection term (bezwaartermijn).
        ObjectionTerm = "objection_term",
        /// Both.
        Both = "both",
    }
);

impl TimeOutReach {
    /// Does the objection term stand still?
    pub fn stops_term(self) -> bool {
        self != Self::Effect
    }
}

coded_enum!(
    /// On what it rests. Only an act makes the end with the time-out the one to go by.
    TimeOutGround {
        /// Wet.
        Law = "wet",
        /// Toezegging van de instantie.
        Promise = "toezegging",
        /// Pilotafspraak.
        Pilot = "pilotafspraak",
        /// Geen.
        Nothing = "geen",
    }
);

coded_enum!(
    /// Where a time-out stands.
    TimeOutState {
        /// Voorgesteld: nothing is suspended yet.
        Proposed = "proposed",
        /// Loopt.
        Running = "running",
        /// Loopt, verlengd.
        Extended = "extended",
        /// Hervat: the decision works again.
        Resumed = "resumed",
        /// Verlopen: the last day passed, the decision works again.
        Lapsed = "lapsed",
        /// Beëindigd: see the ending.
        Ended = "ended",
        /// Niet ingegaan: the proposal was rejected, withdrawn or not confirmed in time.
        NotStarted = "not_started",
    }
);

impl TimeOutState {
    /// Is the decision suspended, or about to be for a while?
    pub fn is_running(self) -> bool {
        matches!(self, Self::Running | Self::Extended)
    }

    /// Can anything still happen to it?
    pub fn is_open(self) -> bool {
        self.is_running() || self == Self::Proposed
    }
}

coded_enum!(
    /// Why it ended before its last day.
    TimeOutEnding {
        /// Oplossing.
        Solution = "solution",
        /// Besluit ingetrokken.
        Withdrawn = "withdrawn",
        /// Besluit gewijzigd.
        Changed = "changed",
    }
);

coded_enum!(
    /// What somebody may want to do with a time-out.
    TimeOutVerb {
        /// Verlengen.
        Extend = "extend",
        /// Hervatten.
        Resume = "resume",
        /// Beëindigen.
        End = "end",
        /// Note that the body was told.
        TellBody = "tell-body",
        /// Note that the body confirmed it.
        BodyConfirmed = "body-confirmed",
    }
);

coded_enum!(
    /// What happened to it.
    TimeOutMoveKind {
        /// Somebody proposed something.
        Proposed = "proposed",
        /// One person started it in an emergency, to be confirmed after.
        EmergencyStarted = "emergency-started",
        /// A second person confirmed it.
        Confirmed = "confirmed",
        /// A second person rejected it.
        Rejected = "rejected",
        /// Who proposed it withdrew it.
        Withdrawn = "withdrawn",
        /// Nobody confirmed it in time. Nobody did this: it is known since something else was proposed.
        Expired = "expired",
        /// The body was told.
        ToldBody = "told-body",
        /// The body confirmed it.
        BodyConfirmed = "body-confirmed",
    }
);

/// The decision as it was when the time-out was proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SuspendedDecision {
    /// The decision.
    pub decision: Decision,
    /// The code of the rule its term rests on; nothing: no usable date is known, so no term is.
    pub rule: Option<String>,
    /// Act and article of that rule.
    pub rule_label: RawText,
}

impl SuspendedDecision {
    /// What tells decisions apart, also across signals: body and reference; without a reference the days as well.
    pub fn key(&self) -> String {
        decision_key(&self.decision)
    }

    /// Is this the same decision?
    pub fn is(&self, decision: &Decision) -> bool {
        self.key() == decision_key(decision)
    }
}

/// See [`SuspendedDecision::key`].
pub(super) fn decision_key(decision: &Decision) -> String {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let reference = fold(decision.reference.raw().trim());
    match reference.is_empty() {
        false => format!("{}|{reference}", decision.organisation),
        true => format!("{}||{}|{}", decision.organisation, day(decision.announced_on), day(decision.dated_on)),
    }
}

/// What the municipality decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TimeOutFacts {
    /// What is suspended.
    pub reach: TimeOutReach,
    /// The municipality that decided (`GM0344`): nobody else can.
    pub decider: OrganisationCode,
    /// Who decided there: a function first, a name second.
    pub decided_by: RawText,
    /// On which mandate.
    #[serde(default)]
    pub mandate: RawText,
    /// The date of the municipality's decision.
    pub decided_on: NaiveDate,
    /// The reference of the municipality's decision.
    #[serde(default)]
    pub reference: RawText,
    /// On what it rests.
    pub ground: TimeOutGround,
    /// The first suspended day.
    pub first_day: NaiveDate,
    /// The planned last suspended day (t/m).
    pub last_day: NaiveDate,
    /// The last day it may ever reach, extensions included; nothing: the decision sets none.
    #[serde(default)]
    pub maximum: Option<NaiveDate>,
}

/// A start by one person, for one working day, until another confirms it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Emergency {
    /// The last day it stands without a second person.
    pub until: NaiveDate,
    /// Who started it.
    pub by: AccountId,
    /// Was it confirmed by another?
    pub confirmed: bool,
}

/// Something that happened: who, when, why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TimeOutMove {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: AccountId,
    /// The name of who.
    pub by_name: RawText,
    /// What.
    pub kind: TimeOutMoveKind,
    /// What was proposed, confirmed, rejected or withdrawn.
    pub proposal: Option<TimeOutProposal>,
    /// The last suspended day after it; nothing: nothing is suspended.
    pub last_day: Option<NaiveDate>,
    /// Why.
    pub reason: RawText,
}

/// A time-out. State and proposal are as stored; [`TimeOut::as_of`] tells them as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TimeOut {
    /// Id.
    pub id: TimeOutId,
    /// Raised by one with every change; the ETag is made of it.
    pub version: i64,
    /// The signal.
    pub signal: SignalId,
    /// Its number.
    pub signal_number: SignalNumber,
    /// The decision it suspends.
    pub suspends: SuspendedDecision,
    /// What the municipality decided; the last day is the one first planned.
    pub facts: TimeOutFacts,
    /// Where it stands.
    pub state: TimeOutState,
    /// The last suspended day as it stands now, confirmed extensions included.
    pub last_day: NaiveDate,
    /// A start by one person.
    pub emergency: Option<Emergency>,
    /// The first day on which the decision worked again, once resumed or ended.
    pub works_again_on: Option<NaiveDate>,
    /// Why it ended.
    pub ending: Option<TimeOutEnding>,
    /// Told to the body on.
    pub told_body_on: Option<NaiveDate>,
    /// Confirmed by the body on.
    pub body_confirmed_on: Option<NaiveDate>,
    /// Confirmed extensions, in order.
    pub extensions: Vec<Extension>,
    /// What waits for a second person: one thing at a time.
    pub pending: Option<Pending>,
    /// Every move, oldest first.
    pub moves: Vec<TimeOutMove>,
}

impl TimeOut {
    /// Where it stands now: it lapses, and a proposal expires, by time and without anybody's doing.
    pub fn state_at(&self, now: Instant) -> TimeOutState {
        let today = zone::date_of(now);
        match self.state {
            TimeOutState::Proposed if self.pending_at(now).is_none() => TimeOutState::NotStarted,
            state if state.is_running() && self.last_suspended_day() < today => TimeOutState::Lapsed,
            state => state,
        }
    }

    /// What waits for a second person now.
    pub fn pending_at(&self, now: Instant) -> Option<&Pending> {
        self.pending.as_ref().filter(|pending| now < pending.expires_at)
    }

    /// As it is now, to be told.
    #[must_use]
    pub fn as_of(mut self, now: Instant) -> Self {
        let state = self.state_at(now);
        if self.pending_at(now).is_none() {
            self.pending = None;
        }
        self.state = state;
        self
    }

    /// The last day on which the decision is suspended, unless resumed or ended before: an emergency that nobody confirmed
    /// stands for its one working day.
    pub fn last_suspended_day(&self) -> Date {
        match &self.emergency {
            Some(emergency) if !emergency.confirmed => emergency.until.min(self.last_day),
            _ => self.last_day,
        }
    }

    /// The last day of it as it stands: of one that was resumed or ended, also from a day to come, the day before that.
    pub fn last_day_in_effect(&self) -> Date {
        let again = self.works_again_on.filter(|_| matches!(self.state, TimeOutState::Resumed | TimeOutState::Ended));
        again.and_then(|again| again.pred_opt()).unwrap_or(self.last_suspended_day())
    }

    /// The days it suspends, half-open; nothing while it is only proposed, or when none is left.
    pub fn suspended_days(&self) -> Option<(Date, Date)> {
        let until = match self.state {
            TimeOutState::Proposed | TimeOutState::NotStarted => return None,
            TimeOutState::Resumed | TimeOutState::Ended => self.works_again_on?,
            _ => self.last_suspended_day().succ_opt()?,
        };
        (self.facts.first_day < until).then_some((self.facts.first_day, until))
    }

    /// How a decision is suspended by it.
    pub fn suspension(&self) -> Option<DecisionSuspension> {
        let (from, until) = self.suspended_days()?;
        let decision = self.suspends.key();
        Some(DecisionSuspension { time_out: self.id, decision, from, until, reach: self.facts.reach, ground: self.facts.ground })
    }
}
