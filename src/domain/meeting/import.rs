//! A meeting that is taken from a calendar, again and again: what the calendar says otherwise is taken over as long as nobody
//! here said something else in the same place.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Meeting, MeetingFacts, MeetingState, decide};
use crate::domain::{imported::Imported, signal::Source};

/// Which writing of an event it is (RFC 5545): a calendar counts the changes, and says when it wrote them down.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct EventStamp {
    /// How often it was changed: SEQUENCE.
    pub sequence: u32,
    /// When it was written down: DTSTAMP; nothing: not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written_at: Option<DateTime<Utc>>,
}

impl EventStamp {
    /// Was it written before the other?
    pub fn is_before(self, other: Self) -> bool {
        let earlier = self.written_at.zip(other.written_at).is_some_and(|(one, other)| one < other);
        self.sequence < other.sequence || (self.sequence == other.sequence && earlier)
    }
}

/// Where a meeting was taken from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ImportedFrom {
    /// The event: its UID.
    pub source: Source,
    /// What it said the last time it was taken over.
    pub said: MeetingFacts,
    /// Which writing of the event that was.
    #[serde(default)]
    pub stamp: EventStamp,
}

/// The meeting with what its calendar says otherwise since the last time; nothing: it stays as it is. Only a concept changes,
/// only where nobody changed the same field, and never by what was written before what was taken over last.
pub fn again(before: &Meeting, said: &MeetingFacts, stamp: EventStamp) -> Option<Meeting> {
    let from = before.imported_from.as_ref()?;
    if before.state != MeetingState::Concept || from.said == *said || stamp.is_before(from.stamp) {
        return None;
    }
    let mut facts = before.facts.clone();
    take(&mut facts.slots, &from.said.slots, &said.slots)?;
    take(&mut facts.place, &from.said.place, &said.place)?;
    take(&mut facts.video, &from.said.video, &said.video)?;
    let from = Some(ImportedFrom { said: said.clone(), stamp, ..from.clone() });
    let next = || Meeting { version: before.version + 1, ..before.clone() };
    let after = decide::amend(before, facts).ok()?.unwrap_or_else(next);
    Some(Meeting { imported_from: from, ..after })
}

/// The meeting after its calendar said the same once more, later; nothing: that is known. It says nothing else, so its version
/// stays.
pub fn seen(before: &Meeting, said: &MeetingFacts, stamp: EventStamp) -> Option<Meeting> {
    let from = before.imported_from.as_ref().filter(|from| from.said == *said && from.stamp.is_before(stamp))?;
    Some(Meeting { imported_from: Some(ImportedFrom { stamp, ..from.clone() }), ..before.clone() })
}

/// Takes over what is said otherwise; nothing: somebody here said something else since.
fn take<T: Clone + PartialEq>(now: &mut T, last: &T, said: &T) -> Option<()> {
    if said == last || now == said {
        return Some(());
    }
    if now != last {
        return None;
    }
    *now = said.clone();
    Some(())
}

/// What came of it: the meeting as it is now, and whether this request changed it.
pub fn outcome(now: &Meeting, (said, stamp): (&MeetingFacts, EventStamp), changed: bool) -> Imported {
    let last = now.imported_from.as_ref().map(|from| &from.said);
    let is_older = now.imported_from.as_ref().is_some_and(|from| stamp.is_before(from.stamp));
    match (changed, now.version) {
        (true, 1) => Imported::Created,
        (true, _) => Imported::Updated,
        (false, _) if last == Some(said) => Imported::Unchanged,
        (false, _) if is_older => Imported::Older,
        (false, _) => Imported::Left,
    }
}
