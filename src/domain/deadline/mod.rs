//! The deadline board: one row per running clock of a case, without personal data, and the lanes as a function of the day.

pub mod marks;
mod rows;
#[cfg(test)]
mod tests;

pub use marks::{Alarm, Mark};
pub use rows::{decision_of, of_signal, of_time_out};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Date,
    clock_time::ClockTime,
    ids::{
        AccountId, ArrangementId, ConfirmationId, DeadlineId, MunicipalityCode, OrganisationCode, SignalId, SignalNumber,
        TimeOutId,
    },
    role::coded_enum,
    text::RawText,
    time_out::{TimeOutGround, TimeOutState},
};

/// How many days a time-out that lapsed stays on the board.
pub const LAPSED_SHOWN_DAYS: u64 = 14;

coded_enum!(
    /// What ends on the day.
    DeadlineKind {
        /// The objection term (bezwaartermijn) of a decision.
        Objection = "objection",
        /// A time-out: the day after, the decision works again.
        TimeOut = "time_out",
        /// A threatening event.
        Threat = "threat",
        /// A moratorium.
        Moratorium = "moratorium",
        /// A bridging (overbrugging).
        Bridging = "bridging",
        /// A commitment (toezegging).
        Commitment = "commitment",
        /// A service norm of the desk.
        Norm = "norm",
        /// A snooze (wacht tot).
        Snooze = "snooze",
        /// Somebody is to be called back.
        CallBack = "call_back",
        /// A proposal that waits for a second person.
        Proposal = "proposal",
    }
);

coded_enum!(
    /// A lane of the board.
    Lane {
        /// Te laat: the day has passed.
        Overdue = "overdue",
        /// Vandaag.
        Today = "today",
        /// Deze week, up to and including Sunday.
        ThisWeek = "this-week",
        /// Volgende week.
        NextWeek = "next-week",
        /// Later.
        Later = "later",
        /// Staat stil: an act makes it stand still today.
        StandingStill = "standing-still",
    }
);

/// Who has the case. Whether the claim still holds, the signal says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DeadlineOwner {
    /// The account.
    pub account: AccountId,
    /// Its name.
    pub name: RawText,
}

/// Days on which a clock stands still, half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StandsStill {
    /// The first day.
    pub from: NaiveDate,
    /// The first day on which it runs again.
    pub until: NaiveDate,
}

/// One row of the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Deadline {
    /// Id: the same clock keeps it.
    pub id: DeadlineId,
    /// What ends.
    pub kind: DeadlineKind,
    /// The signal.
    pub signal: SignalId,
    /// Its number.
    pub signal_number: SignalNumber,
    /// Its title.
    pub title: RawText,
    /// The municipality of the household.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<MunicipalityCode>,
    /// Which decision or event, in words.
    pub label: RawText,
    /// The body that decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<OrganisationCode>,
    /// On what a time-out rests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<TimeOutGround>,
    /// Who has the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<DeadlineOwner>,
    /// The last day as if nothing were suspended (veilig eind).
    pub safe_end: NaiveDate,
    /// The last day with the time-outs; the same as the safe end when none counts.
    pub end: NaiveDate,
    /// The day to go by, by which the board is sorted: the safe end, unless the ground is an act.
    pub alarm_on: NaiveDate,
    /// The code of the rule that makes the day, where one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Act and article of that rule (`Awb 6:7`); empty where none does.
    pub article: RawText,
    /// The time-out it is about, or that suspends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_out: Option<TimeOutId>,
    /// The moratorium, bridging or commitment it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrangement: Option<ArrangementId>,
    /// Where that time-out stands as stored; see [`Deadline::state_on`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<TimeOutState>,
    /// The confirmation that waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmation: Option<ConfirmationId>,
    /// Voorgesteld: something about it waits for a second person, up to and including this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed_until: Option<NaiveDate>,
    /// Onzeker: the rule or a date it rests on must still be confirmed.
    pub uncertain: bool,
    /// Voorlopig: a decree about the calendar is not known.
    pub provisional: bool,
    /// The days on which the clock to go by stands still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands_still: Option<StandsStill>,
    /// The time on the day, for a call that was promised at one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<ClockTime>,
}

impl Deadline {
    /// What of it depends on the day.
    pub fn clock(&self) -> Clock {
        Clock {
            kind: self.kind,
            alarm_on: self.alarm_on,
            stands_still: self.stands_still,
            proposed_until: self.proposed_until,
            state: self.state,
        }
    }

    /// As [`Clock::lane`].
    pub fn lane(&self, today: Date) -> Lane {
        self.clock().lane(today)
    }

    /// As [`Clock::is_proposed`].
    pub fn is_proposed(&self, today: Date) -> bool {
        self.clock().is_proposed(today)
    }

    /// As [`Clock::is_gone`].
    pub fn is_gone(&self, today: Date) -> bool {
        self.clock().is_gone(today)
    }

    /// As [`Clock::days_left`].
    pub fn days_left(&self, today: Date) -> i64 {
        self.clock().days_left(today)
    }

    /// As [`Clock::state_on`].
    pub fn state_on(&self, today: Date) -> Option<TimeOutState> {
        self.clock().state_on(today)
    }
}

/// What of a row depends on the day it is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// What ends.
    pub kind: DeadlineKind,
    /// The day to go by.
    pub alarm_on: Date,
    /// The days on which it stands still.
    pub stands_still: Option<StandsStill>,
    /// The last day on which a proposal about it can be confirmed.
    pub proposed_until: Option<Date>,
    /// Where its time-out stands as stored.
    pub state: Option<TimeOutState>,
}

impl Clock {
    /// The lane on a day.
    pub fn lane(&self, today: Date) -> Lane {
        if self.stands_still.is_some_and(|still| still.from <= today && today < still.until) {
            return Lane::StandingStill;
        }
        let sunday = sunday_of(today);
        match self.alarm_on {
            day if day < today => Lane::Overdue,
            day if day == today => Lane::Today,
            day if day <= sunday => Lane::ThisWeek,
            day if day <= plus(sunday, 7) => Lane::NextWeek,
            _ => Lane::Later,
        }
    }

    /// Voorgesteld: does something about it wait for a second person on a day? A proposal expires by date.
    pub fn is_proposed(&self, today: Date) -> bool {
        self.proposed_until.is_some_and(|until| today <= until)
    }

    /// Has it left the board on a day, by date alone: a proposal that expired, a time-out that lapsed a while ago?
    pub fn is_gone(&self, today: Date) -> bool {
        match self.kind {
            DeadlineKind::Proposal => self.alarm_on < today,
            DeadlineKind::TimeOut => plus(self.alarm_on, LAPSED_SHOWN_DAYS) < today,
            _ => false,
        }
    }

    /// Calendar days left until the day to go by; negative when it has passed.
    pub fn days_left(&self, today: Date) -> i64 {
        (self.alarm_on - today).num_days()
    }

    /// Where the time-out stands on a day: it lapses by date, without anybody's doing.
    pub fn state_on(&self, today: Date) -> Option<TimeOutState> {
        match self.state {
            Some(state) if state.is_running() && self.kind == DeadlineKind::TimeOut && self.alarm_on < today => {
                Some(TimeOutState::Lapsed)
            }
            state => state,
        }
    }
}

/// The days to go by that a lane holds on a day, first and last; nothing: no bound. Standing still is no matter of days.
pub fn days_of(lane: Lane, today: Date) -> Option<(Option<Date>, Option<Date>)> {
    let sunday = sunday_of(today);
    Some(match lane {
        Lane::Overdue => (None, today.pred_opt()),
        Lane::Today => (Some(today), Some(today)),
        Lane::ThisWeek => (Some(plus(today, 1)), Some(sunday)),
        Lane::NextWeek => (Some(plus(sunday, 1).max(plus(today, 1))), Some(plus(sunday, 7))),
        Lane::Later => (Some(plus(sunday, 8)), None),
        Lane::StandingStill => return None,
    })
}

/// The Sunday that ends the week of a day.
pub fn sunday_of(day: Date) -> Date {
    plus(day, u64::from(6 - day.weekday().days_since(Weekday::Mon)))
}

fn plus(day: Date, days: u64) -> Date {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}
