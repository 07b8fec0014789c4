//! How long a closed case is kept, and from which day it may be destroyed. Pure: the day and the schedule are arguments.

use chrono::Months;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Date, Instant,
    arrangement::ArrangementKind,
    ids::SignalId,
    role::coded_enum,
    signal::{Outcome, Signal, Status},
};

coded_enum!(
    /// By which rule a closed case is kept: its outcome, or the side exit it took.
    RetentionRule {
        /// Opgelost binnen de regels.
        WithinRules = "within_rules",
        /// Maatwerk met afwijking.
        Deviation = "deviation",
        /// Doorbraak in het LET.
        Breakthrough = "breakthrough",
        /// Overbrugging.
        Bridging = "bridging",
        /// Niet opgelost.
        Unresolved = "unresolved",
        /// Closed without an outcome.
        NoOutcome = "no_outcome",
        /// Doorverwezen: the register was enough.
        Referred = "referred",
        /// Niet voor het loket.
        OutOfScope = "out_of_scope",
        /// Ingetrokken.
        Withdrawn = "withdrawn",
    }
);

impl RetentionRule {
    /// The rule for a case that ended like this; nothing while it is open.
    pub fn of(status: Status, outcome: Option<Outcome>) -> Option<Self> {
        Some(match (status, outcome) {
            (Status::Closed, None) => Self::NoOutcome,
            (Status::Closed, Some(Outcome::WithinRules)) => Self::WithinRules,
            (Status::Closed, Some(Outcome::Deviation)) => Self::Deviation,
            (Status::Closed, Some(Outcome::Breakthrough)) => Self::Breakthrough,
            (Status::Closed, Some(Outcome::Bridging)) => Self::Bridging,
            (Status::Closed, Some(Outcome::Unresolved)) => Self::Unresolved,
            (Status::Closed, Some(Outcome::Referred)) | (Status::Referred, _) => Self::Referred,
            (Status::OutOfScope, _) => Self::OutOfScope,
            (Status::Withdrawn, _) => Self::Withdrawn,
            _ => return None,
        })
    }

    /// Years it is kept unless the controller says otherwise: five for a case that was worked, seven where somebody paid or a rule was
    /// departed from, one where the desk did nothing.
    pub fn usual_years(self) -> u32 {
        match self {
            Self::WithinRules | Self::Unresolved | Self::NoOutcome => 5,
            Self::Deviation | Self::Breakthrough | Self::Bridging => 7,
            Self::Referred | Self::OutOfScope | Self::Withdrawn => 1,
        }
    }
}

coded_enum!(
    /// Why a case whose term has passed is kept all the same.
    Hold {
        /// It is open, or opened again.
        Open = "open",
        /// Its term has not passed.
        TermRuns = "term-runs",
        /// A term, a threat or another date of it lies ahead.
        DateAhead = "date-ahead",
        /// A time-out runs, or is proposed.
        TimeOut = "time-out",
        /// A bridging or a commitment is open, or a moratorium runs.
        Arrangement = "arrangement",
        /// It is a candidate for a meeting, or on the agenda of one that is not over.
        Agenda = "agenda",
        /// Another organisation sees it.
        Shared = "shared",
    }
);

impl Hold {
    /// A stable code of what is wrong; the text is in the locale files under `fault-CODE`.
    pub fn fault(self) -> &'static str {
        match self {
            Self::Open => "kept-open",
            Self::TermRuns => "kept-term-runs",
            Self::DateAhead => "kept-date-ahead",
            Self::TimeOut => "kept-time-out",
            Self::Arrangement => "kept-arrangement",
            Self::Agenda => "kept-agenda",
            Self::Shared => "kept-shared",
        }
    }
}

/// The least and the most years a rule may say.
pub const YEARS: std::ops::RangeInclusive<u32> = 1..=100;

/// The least and the most days after which backups may be said to expire.
pub const BACKUP_DAYS: std::ops::RangeInclusive<u32> = 1..=3650;

/// How long closed cases are kept, by rule, and how long backups are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    years: [u32; RetentionRule::ALL.len()],
    /// Days after which the last backup that holds something is gone.
    pub backup_days: u32,
}

impl Default for Schedule {
    fn default() -> Self {
        let mut years = [0; RetentionRule::ALL.len()];
        for (years, rule) in years.iter_mut().zip(RetentionRule::ALL) {
            *years = rule.usual_years();
        }
        Self { years, backup_days: 35 }
    }
}

impl Schedule {
    /// Years that a rule says.
    pub fn years(&self, rule: RetentionRule) -> u32 {
        self.years.get(rule as usize).copied().unwrap_or_else(|| rule.usual_years())
    }

    /// The same schedule, in which this rule says so many years.
    #[must_use]
    pub fn with(mut self, rule: RetentionRule, years: u32) -> Self {
        if let Some(one) = self.years.get_mut(rule as usize) {
            *one = years.clamp(*YEARS.start(), *YEARS.end());
        }
        self
    }

    /// The fewest years of any rule: what was closed later is on no list.
    pub fn least_years(&self) -> u32 {
        self.years.iter().copied().min().unwrap_or(*YEARS.start())
    }

    /// The first day on which a case may be destroyed that was closed on this day: the day after its last year, as every term counts.
    pub fn destroyable_from(&self, rule: RetentionRule, closed_on: Date) -> Option<Date> {
        after_years(closed_on, self.years(rule))
    }

    /// The last day on which a case may have been closed to be on any list of this day.
    pub fn closed_before(&self, today: Date) -> Option<Date> {
        today.checked_sub_months(Months::new(12 * self.least_years()))
    }
}

fn after_years(day: Date, years: u32) -> Option<Date> {
    day.checked_add_months(Months::new(years.checked_mul(12)?))?.succ_opt()
}

/// Is a case so old that it may have been destroyed by this moment? Its id tells when it came in.
pub fn may_be_destroyed(id: SignalId, now: Instant) -> bool {
    let (seconds, _) = id.0.get_timestamp().map_or((u64::MAX, 0), |at| at.to_unix());
    let came = i64::try_from(seconds).ok().and_then(|seconds| Instant::from_timestamp(seconds, 0));
    let least = came.and_then(|came| came.checked_add_months(Months::new(12 * YEARS.start())));
    least.is_some_and(|least| least <= now)
}

/// What of a case counts for its retention, besides what stands in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Around {
    /// A time-out runs, or is proposed.
    pub time_out: bool,
    /// It is a candidate for a meeting, or on the agenda of one that is not over.
    pub agenda: bool,
    /// Another organisation sees it.
    pub shared: bool,
}

/// A case that may be destroyed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Destroyable {
    /// By which rule it was kept: its outcome or side exit.
    pub rule: RetentionRule,
    /// Years that the rule says.
    pub years: u32,
    /// When it was closed.
    pub closed_on: Date,
    /// The first day on which it may be destroyed.
    pub since: Date,
}

/// May a case be destroyed on this day? A day on which it was closed that nobody knows is no day: it is kept.
pub fn judge(
    signal: &Signal,
    closed_on: Option<Date>,
    around: Around,
    schedule: &Schedule,
    today: Date,
) -> Result<Destroyable, Hold> {
    let rule = RetentionRule::of(signal.status, signal.outcome).ok_or(Hold::Open)?;
    let closed_on = closed_on.ok_or(Hold::Open)?;
    let since = schedule.destroyable_from(rule, closed_on).ok_or(Hold::TermRuns)?;
    let mut dates = signal
        .terms
        .iter()
        .chain(&signal.hard_date)
        .map(|one| one.on)
        .chain(signal.facts.threats.iter().filter_map(|threat| threat.on));
    match () {
        () if today < since => Err(Hold::TermRuns),
        () if around.time_out || signal.suspensions.iter().any(|one| today < one.until) => Err(Hold::TimeOut),
        () if signal.arrangements.iter().any(|one| one.kind != ArrangementKind::Moratorium || today <= one.on) => {
            Err(Hold::Arrangement)
        }
        () if around.agenda => Err(Hold::Agenda),
        () if around.shared => Err(Hold::Shared),
        () if dates.any(|on| today <= on) => Err(Hold::DateAhead),
        () => Ok(Destroyable { rule, years: schedule.years(rule), closed_on, since }),
    }
}

#[cfg(test)]
mod tests;
