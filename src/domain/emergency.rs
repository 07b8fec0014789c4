//! Emergency access (noodinzage, break-glass): somebody outside the desk opens a case they have no right to, for a reason and a short time,
//! because waiting would harm somebody. It is told in the case at once, and a privacy officer of the desk judges it within a day.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Instant,
    arrangement::decide::Moment,
    ids::{AccountId, EmergencyAccessId, OrganisationCode, SignalId, SignalNumber},
    role::{Role, coded_enum},
    signal::{EntryKind, Linked, LinkedVerb, Signal, decide::NewEntry},
    text::RawText,
};

/// How long a case stays open when nothing is said, in minutes.
pub const USUAL_MINUTES: u32 = 60;

/// The shortest and the longest it may be, in minutes.
pub const MINUTES: std::ops::RangeInclusive<u32> = 15..=240;

/// So often one person may do this in [`SPAN`].
pub const MOST: usize = 3;

/// The time over which [`MOST`] counts.
pub const SPAN: TimeDelta = TimeDelta::hours(24);

/// Within this time it is judged, or the alarm goes.
pub const JUDGED_WITHIN: TimeDelta = TimeDelta::hours(24);

coded_enum!(
    /// What a privacy officer thought of it.
    EmergencyVerdict {
        /// Terecht: waiting would have harmed somebody.
        Justified = "justified",
        /// Niet terecht: it ends at once, and what was seen is a data breach to look into (AVG 33).
        Unjustified = "unjustified",
    }
);

/// The judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmergencyReview {
    /// What was thought of it.
    pub verdict: EmergencyVerdict,
    /// Why.
    pub reason: RawText,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: AccountId,
    /// The name of who.
    pub by_name: RawText,
}

coded_enum!(
    /// Where it stands.
    EmergencyState {
        /// The case is open to them now.
        Open = "open",
        /// Its time is over, and nobody judged it yet.
        Over = "over",
        /// It was not judged within a day.
        Overdue = "overdue",
        /// It was judged.
        Reviewed = "reviewed",
    }
);

/// That somebody opened a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmergencyAccess {
    /// Id.
    pub id: EmergencyAccessId,
    /// Raised by one with every change; the ETag is made of it.
    pub version: i64,
    /// The case.
    pub signal: SignalId,
    /// Its number.
    pub signal_number: SignalNumber,
    /// Who. Nobody else of that organisation sees the case by it.
    pub by: AccountId,
    /// The name of who.
    pub by_name: RawText,
    /// Acting as.
    pub role: Role,
    /// Of which organisation.
    pub organisation: OrganisationCode,
    /// Why it could not wait.
    pub reason: RawText,
    /// When.
    pub opened_at: DateTime<Utc>,
    /// Until when, exclusive.
    pub until: DateTime<Utc>,
    /// Nothing: nobody judged it yet.
    pub review: Option<EmergencyReview>,
}

/// What becomes of it, and what the timeline of its case gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// As it is after it.
    pub after: EmergencyAccess,
    /// The entry.
    pub entry: NewEntry,
}

impl EmergencyAccess {
    /// Is the case open to them at this moment?
    pub fn stands_at(&self, now: Instant) -> bool {
        let ended = self.review.as_ref().is_some_and(|review| review.verdict == EmergencyVerdict::Unjustified);
        !ended && (self.opened_at..self.until).contains(&now)
    }

    /// From when on it is late that nobody judged it.
    pub fn due_at(&self) -> Instant {
        self.opened_at + JUDGED_WITHIN
    }

    /// Where it stands at this moment.
    pub fn state_at(&self, now: Instant) -> EmergencyState {
        match &self.review {
            Some(_) => EmergencyState::Reviewed,
            None if now >= self.due_at() => EmergencyState::Overdue,
            None if self.stands_at(now) => EmergencyState::Open,
            None => EmergencyState::Over,
        }
    }
}

/// Who opens a case: acting as, and of which organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opener {
    /// Acting as.
    pub role: Role,
    /// Of which organisation.
    pub organisation: OrganisationCode,
}

/// Opens a case for so many minutes.
pub fn open(
    id: EmergencyAccessId,
    signal: &Signal,
    Opener { role, organisation }: Opener,
    (reason, minutes): (RawText, u32),
    moment: Moment<'_>,
) -> Change {
    let after = EmergencyAccess {
        id,
        version: 1,
        signal: signal.id,
        signal_number: signal.number,
        by: moment.actor.account,
        by_name: moment.actor.name.clone(),
        role,
        organisation,
        reason: reason.clone(),
        opened_at: moment.now,
        until: moment.now + TimeDelta::minutes(minutes.into()),
        review: None,
    };
    let entry = entry(&after, LinkedVerb::Recorded, reason);
    Change { after, entry }
}

/// Judges it; nothing: somebody did.
pub fn review(before: &EmergencyAccess, (verdict, reason): (EmergencyVerdict, RawText), moment: Moment<'_>) -> Option<Change> {
    if before.review.is_some() {
        return None;
    }
    let (by, by_name) = (moment.actor.account, moment.actor.name.clone());
    let review = EmergencyReview { verdict, reason: reason.clone(), at: moment.now, by, by_name };
    let after = EmergencyAccess { review: Some(review), version: before.version + 1, ..before.clone() };
    let verb = match verdict {
        EmergencyVerdict::Justified => LinkedVerb::Confirmed,
        EmergencyVerdict::Unjustified => LinkedVerb::Rejected,
    };
    let entry = entry(&after, verb, reason);
    Some(Change { after, entry })
}

fn entry(of: &EmergencyAccess, verb: LinkedVerb, text: RawText) -> NewEntry {
    let label = of.organisation.as_str().into();
    let linked =
        Linked { id: of.id.0, label, verb, action: None, ending: None, on: None, before: None, fields: vec![], texts: vec![] };
    NewEntry { kind: Some(EntryKind::EmergencyAccess), text, linked: Some(linked), ..NewEntry::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::signal::decide::Actor;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    fn opened(until: &str) -> EmergencyAccess {
        let nobody = uuid::Uuid::nil();
        EmergencyAccess {
            id: EmergencyAccessId(nobody),
            version: 1,
            signal: SignalId(nobody),
            signal_number: SignalNumber::new(2026, 1),
            by: AccountId(nobody),
            by_name: "Hatice Yilmaz".into(),
            role: Role::Municipal,
            organisation: OrganisationCode("GM0344".into()),
            reason: "ontruiming vanavond".into(),
            opened_at: at("2026-11-16T17:00:00Z"),
            until: at(until),
            review: None,
        }
    }

    #[test]
    fn it_stands_for_its_time_and_not_a_moment_longer() {
        let one = opened("2026-11-16T18:00:00Z");
        for (now, stands) in [
            ("2026-11-16T16:59:59Z", false),
            ("2026-11-16T17:00:00Z", true),
            ("2026-11-16T17:59:59Z", true),
            ("2026-11-16T18:00:00Z", false),
        ] {
            assert_eq!(one.stands_at(at(now)), stands, "{now}");
        }
    }

    #[test]
    fn it_is_late_after_a_day_until_somebody_judged_it() {
        let one = opened("2026-11-16T18:00:00Z");
        for (now, state) in [
            ("2026-11-16T17:30:00Z", EmergencyState::Open),
            ("2026-11-17T16:59:59Z", EmergencyState::Over),
            ("2026-11-17T17:00:00Z", EmergencyState::Overdue),
        ] {
            assert_eq!(one.state_at(at(now)), state, "{now}");
        }
        let actor = Actor { account: AccountId(uuid::Uuid::max()), name: "M. Smit".into() };
        let now = at("2026-11-16T17:30:00Z");
        let moment = Moment { actor: &actor, now };
        for (verdict, stands) in [(EmergencyVerdict::Justified, true), (EmergencyVerdict::Unjustified, false)] {
            let after = review(&one, (verdict, "gebeld".into()), moment).unwrap().after;
            assert_eq!((after.state_at(now), after.stands_at(now)), (EmergencyState::Reviewed, stands));
            assert_eq!(review(&after, (verdict, "nogmaals".into()), moment), None, "who was first stays");
        }
    }
}
