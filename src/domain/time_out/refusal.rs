//! Why something cannot happen to a time-out: a typed reason, put into words by the edges.

use super::TimeOutState;
use crate::domain::{Date, confirmation};

/// Why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Only a municipality decides about a time-out.
    NotAMunicipality,
    /// Only about a decision of a national body.
    NotANationalBody,
    /// The signal has no such decision.
    NoSuchDecision,
    /// The decision is, or is proposed to be, suspended on some of these days already, from and up to and including.
    Overlaps(Date, Date),
    /// Another case has a time-out of this decision. Told to people outside the desk, without a day of it.
    Elsewhere,
    /// It is over: nothing can happen to it any more.
    Over(TimeOutState),
    /// It has not begun.
    NotBegun,
    /// These days have passed.
    AfterTheEnd(Date),
    /// The municipality's decision goes no further than this day.
    BeyondMaximum(Date),
    /// An extension must reach beyond the last day as it stands.
    NotLater(Date),
    /// The day does not lie within the time-out, from and up to and including.
    OutsideTimeOut(Date, Date),
    /// Something else waits for a second person already.
    Pending,
    /// An emergency lasts one working day and starts today; the same decision had one that nobody confirmed.
    EmergencyUsed,
    /// An emergency starts today.
    EmergencyNotToday(Date),
    /// A day lies in the future that cannot.
    InTheFuture(Date),
    /// About the proposal itself.
    Confirmation(confirmation::Refusal),
}

impl Refusal {
    /// A stable code; the text is in the locale files under `fault-CODE`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAMunicipality => "not-a-municipality",
            Self::NotANationalBody => "not-a-national-body",
            Self::NoSuchDecision => "no-such-decision",
            Self::Overlaps(..) => "overlaps",
            Self::Elsewhere => "suspended-elsewhere",
            Self::Over(_) => "time-out-over",
            Self::NotBegun => "time-out-not-begun",
            Self::AfterTheEnd(_) => "after-the-end",
            Self::BeyondMaximum(_) => "beyond-maximum",
            Self::NotLater(_) => "not-later",
            Self::OutsideTimeOut(..) => "outside-time-out",
            Self::Pending => "proposal-pending",
            Self::EmergencyUsed => "emergency-used",
            Self::EmergencyNotToday(_) => "emergency-not-today",
            Self::InTheFuture(_) => "in-the-future",
            Self::Confirmation(refusal) => refusal.code(),
        }
    }

    /// The day or days the words about it need.
    pub fn value(&self) -> String {
        match self {
            Self::Overlaps(from, to) | Self::OutsideTimeOut(from, to) => format!("{} t/m {}", written(*from), written(*to)),
            Self::AfterTheEnd(day)
            | Self::BeyondMaximum(day)
            | Self::NotLater(day)
            | Self::EmergencyNotToday(day)
            | Self::InTheFuture(day) => written(*day),
            _ => String::new(),
        }
    }
}

impl From<confirmation::Refusal> for Refusal {
    fn from(refusal: confirmation::Refusal) -> Self {
        Self::Confirmation(refusal)
    }
}

fn written(day: Date) -> String {
    day.format("%d-%m-%Y").to_string()
}
