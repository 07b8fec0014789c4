//! Why something about a meeting or its agenda is not possible now.

use super::{MeetingNumber, MeetingState, Missing};
use crate::domain::{Instant, check::Finding, ids::OrganisationCode, zone};

/// Why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The meeting was held, its decisions were sent, or it was cancelled: its agenda stays as it is.
    Over(MeetingState),
    /// No version of the agenda is fixed.
    NotFixed,
    /// The agenda changed since it was fixed: fix it again first.
    ChangedSinceFixed,
    /// Nothing changed since the last version.
    NothingNew,
    /// The agenda changed since it was looked at; it has this version now.
    ChangedSinceSeen(i64),
    /// It has no items.
    Empty,
    /// Items are not ready: number on the agenda and what is missing. With a reason it can be fixed so.
    NotReady(Vec<(u32, Missing)>),
    /// The meeting has not begun: it does then.
    NotYet(Instant),
    /// It does not stand as held, or its decisions were sent.
    NotHeld,
    /// It was sent already.
    Sent,
    /// The decisions were sent already, and nothing changed since.
    DecisionsSent,
    /// Nobody would get anything.
    NobodyToSendTo,
    /// These bodies would get something, and nobody is known there: nobody of them is asked, and the register has no escalation
    /// contact with an address.
    NobodyAt(Vec<OrganisationCode>),
    /// A sending waits for a second person.
    Pending,
    /// The number typed is not that of the meeting.
    OtherNumber(MeetingNumber),
    /// That item is not on this agenda.
    NotOnAgenda,
    /// The case stands on an agenda or among the candidates already.
    AlreadyProposed,
    /// The agenda has as many items as it can have.
    Full(usize),
    /// It is not on an agenda.
    NotPlaced,
    /// That person is asked for this item already.
    AlreadyInvited,
    /// It was taken back.
    Withdrawn,
    /// A meeting with this number is there already.
    NumberTaken(MeetingNumber),
    /// The number is far past the highest, which this is: every later one would count on from it.
    NumberFar(i64),
    /// The numbers of meetings are used up: one that is still free must be given.
    NumbersUsedUp,
    /// Something was decided there: it was held.
    HasDecisions,
    /// Something was decided about the item, or promised: it stays on that agenda.
    ItemDealtWith,
    /// Another meeting was made for its day of the series meanwhile.
    SeriesDayTaken(MeetingNumber),
    /// It is not cancelled.
    NotCancelled,
    /// Its last moment passed.
    Past,
    /// No meeting comes after it whose agenda can still change.
    NoNext,
}

impl Refusal {
    /// A stable code; the text is in the locale files under `fault-CODE`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Over(MeetingState::Cancelled) => "meeting-cancelled",
            Self::Over(_) => "meeting-over",
            Self::NotFixed => "agenda-not-fixed",
            Self::ChangedSinceFixed => "agenda-changed-since-fixed",
            Self::NothingNew => "agenda-nothing-new",
            Self::ChangedSinceSeen(_) => "agenda-changed-since-seen",
            Self::Empty => "agenda-empty",
            Self::NotReady(_) => "agenda-not-ready",
            Self::NotYet(_) => "meeting-not-yet",
            Self::Sent => "agenda-sent",
            Self::DecisionsSent => "decisions-sent",
            Self::NobodyToSendTo => "nobody-to-send-to",
            Self::NobodyAt(_) => "nobody-at-body",
            Self::Pending => "proposal-pending",
            Self::OtherNumber(_) => "other-meeting-number",
            Self::NotOnAgenda => "not-on-agenda",
            Self::AlreadyProposed => "already-proposed",
            Self::Full(_) => "agenda-full",
            Self::NotPlaced => "not-placed",
            Self::AlreadyInvited => "already-invited",
            Self::NotHeld => "meeting-not-held",
            Self::Withdrawn => "part-withdrawn",
            Self::NumberTaken(_) => "meeting-number-taken",
            Self::NumberFar(_) => "meeting-number-far",
            Self::NumbersUsedUp => "meeting-numbers-used-up",
            Self::HasDecisions => "meeting-has-decisions",
            Self::ItemDealtWith => "item-dealt-with",
            Self::SeriesDayTaken(_) => "series-day-taken",
            Self::NotCancelled => "meeting-not-cancelled",
            Self::Past => "meeting-past",
            Self::NoNext => "no-next-meeting",
        }
    }

    /// What the words about it need.
    pub fn value(&self) -> String {
        match self {
            Self::ChangedSinceSeen(version) => version.to_string(),
            Self::NotReady(missing) => missing.len().to_string(),
            Self::NobodyAt(bodies) => bodies.len().to_string(),
            Self::NotYet(begins) => {
                let (hour, minute) = zone::hour_minute(*begins);
                format!("{} {hour:02}:{minute:02}", zone::date_of(*begins).format("%d-%m-%Y"))
            }
            Self::OtherNumber(number) | Self::NumberTaken(number) | Self::SeriesDayTaken(number) => number.to_string(),
            Self::NumberFar(highest) => highest.to_string(),
            Self::Full(most) => most.to_string(),
            _ => String::new(),
        }
    }

    /// Everything that is in the way: the reason, and for items that are not ready each thing that is missing.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = vec![Finding::new("", self.code(), self.value())];
        if let Self::NotReady(missing) = self {
            findings.extend(missing.iter().map(|(number, one)| {
                let body = one.organisation.as_ref().map(ToString::to_string).unwrap_or_default();
                Finding::new(format!("/items/{number}{}", one.field), one.kind.fault(), body)
            }));
        }
        if let Self::NobodyAt(bodies) = self {
            let named = |code: &OrganisationCode| Finding::new(format!("/recipients/{code}/to"), "missing-addressee", code);
            findings.extend(bodies.iter().map(named));
        }
        findings
    }
}
