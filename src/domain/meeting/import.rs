//! A meeting that is taken from a calendar, again and again: what the calendar says otherwise is taken over as long as nobody
//! here said something else in the same place.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Meeting, MeetingFacts, MeetingState, decide};
use crate::domain::{imported::Imported, signal::Source};

/// Where a meeting was taken from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ImportedFrom {
    /// The event: its UID.
    pub source: Source,
    /// What it said the last time it was taken over.
    pub said: MeetingFacts,
}

/// The meeting with what its calendar says otherwise since the last time; nothing: it stays as it is. Only a concept changes,
/// and only where nobody changed the same field.
pub fn again(before: &Meeting, said: &MeetingFacts) -> Option<Meeting> {
    let from = before.imported_from.as_ref()?;
    if before.state != MeetingState::Concept || from.said == *said {
        return None;
    }
    let mut facts = before.facts.clone();
    take(&mut facts.slots, &from.said.slots, &said.slots)?;
    take(&mut facts.place, &from.said.place, &said.place)?;
    take(&mut facts.video, &from.said.video, &said.video)?;
    let from = Some(ImportedFrom { said: said.clone(), ..from.clone() });
    let next = || Meeting { version: before.version + 1, ..before.clone() };
    let after = decide::amend(before, facts).ok()?.unwrap_or_else(next);
    Some(Meeting { imported_from: from, ..after })
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
pub fn outcome(now: &Meeting, said: &MeetingFacts, changed: bool) -> Imported {
    let last = now.imported_from.as_ref().map(|from| &from.said);
    match (changed, now.version) {
        (true, 1) => Imported::Created,
        (true, _) => Imported::Updated,
        (false, _) if last == Some(said) => Imported::Unchanged,
        (false, _) => Imported::Left,
    }
}
