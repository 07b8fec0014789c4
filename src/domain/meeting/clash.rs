//! Who cannot be there: asked for two things at once, absent, no longer in the register, or without a mandate on that day.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Invitation, InvitationFacts, MeetingNumber};
use crate::domain::{
    Instant,
    ids::{AgendaItemId, OfficerId, OrganisationCode, PartId},
    officer::OfficerFacts,
    role::coded_enum,
    text::RawText,
    zone,
};

coded_enum!(
    /// Why somebody cannot be there.
    ClashKind {
        /// Asked for something else at the same time.
        DoubleBooked = "double-booked",
        /// Absent on that day.
        Absent = "absent",
        /// Not in the register any more on that day.
        LeftRegister = "left-register",
        /// The mandate has ended by then.
        MandateEnded = "mandate-ended",
    }
);

/// Somebody asked to be somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    /// The meeting.
    pub meeting: MeetingNumber,
    /// The item.
    pub item: AgendaItemId,
    /// From.
    pub starts_at: Instant,
    /// Until.
    pub ends_at: Instant,
    /// Who.
    pub invitation: Invitation,
}

/// Somebody who cannot be there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Clash {
    /// Why.
    pub kind: ClashKind,
    /// The item.
    pub item: AgendaItemId,
    /// The invitation.
    pub invitation: PartId,
    /// The body.
    pub organisation: OrganisationCode,
    /// The name, or the function.
    pub name: RawText,
    /// The meeting of what is at the same time.
    pub other_meeting: Option<MeetingNumber>,
    /// The item that is at the same time.
    pub other_item: Option<AgendaItemId>,
    /// When that begins.
    pub other_starts_at: Option<DateTime<Utc>>,
}

/// Who of those asked `here` cannot be there. `elsewhere` is what else they may be asked for; `officer` gives an entry of the
/// register, if there still is one.
pub fn clashes(here: &[Booking], elsewhere: &[Booking], officer: impl Fn(OfficerId) -> Option<OfficerFacts>) -> Vec<Clash> {
    let mut found = vec![];
    for booking in here {
        found.extend(on_the_day(booking, &officer).map(|kind| clash(booking, kind, None)));
        let meets = |other: &&Booking| {
            let at_once = booking.starts_at < other.ends_at && other.starts_at < booking.ends_at;
            at_once && other.item != booking.item && is_same(&booking.invitation.facts, &other.invitation.facts)
        };
        let others = here.iter().chain(elsewhere).filter(meets);
        found.extend(others.map(|other| clash(booking, ClashKind::DoubleBooked, Some(other))));
    }
    found
}

/// Why somebody of the register is not there on the day.
fn on_the_day(booking: &Booking, officer: &impl Fn(OfficerId) -> Option<OfficerFacts>) -> Option<ClashKind> {
    let id = booking.invitation.facts.officer?;
    let day = zone::date_of(booking.starts_at);
    let before = |end: Option<crate::domain::Date>| end.is_some_and(|end| end < day);
    match officer(id) {
        None => Some(ClashKind::LeftRegister),
        Some(facts) if before(facts.valid_to) => Some(ClashKind::LeftRegister),
        Some(facts) if before(facts.mandate_until) => Some(ClashKind::MandateEnded),
        Some(facts) if facts.is_away_on(day) => Some(ClashKind::Absent),
        Some(_) => None,
    }
}

/// The same person. With neither a name nor an entry of the register nobody is known.
fn is_same(one: &InvitationFacts, other: &InvitationFacts) -> bool {
    (one.officer.is_some() || !one.name.is_blank()) && one.is_one_person(other)
}

fn clash(booking: &Booking, kind: ClashKind, other: Option<&Booking>) -> Clash {
    let facts = &booking.invitation.facts;
    Clash {
        kind,
        item: booking.item,
        invitation: booking.invitation.id,
        organisation: facts.organisation.clone(),
        name: if facts.name.is_blank() { facts.function.clone() } else { facts.name.clone() },
        other_meeting: other.map(|other| other.meeting),
        other_item: other.map(|other| other.item),
        other_starts_at: other.map(|other| other.starts_at),
    }
}
