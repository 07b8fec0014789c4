//! What is locked before anything of an agenda changes: the case, the meetings by id, the item. So whoever writes has all that is
//! told of it, and two people come one after the other.

use std::collections::BTreeSet;

use super::{Refused, case_history::Cases};
use crate::{
    domain::meeting::{AgendaItem, EditionItem, Entry, Meeting, Refusal, Slot, cancellation, decide, ending},
    server::store::{Link, StoreError, agenda_items, changes::Scope, meetings},
};

/// An item and the meetings it concerns, all locked.
pub(super) struct Held {
    pub(super) entry: Entry,
    /// The meeting it is on.
    pub(super) meeting: Option<Meeting>,
    /// The meeting it goes to, if that is another one.
    pub(super) target: Option<Meeting>,
    /// Its case.
    pub(super) cases: Cases,
}

impl Held {
    /// The time its item has.
    pub(super) fn slot(&self) -> Option<Slot> {
        self.meeting.as_ref().and_then(|meeting| meeting.facts.slot(self.entry.item.facts.slot))
    }
}

/// Locks the case of an item, the meetings that it concerns, by id, and the item, and reads it. Whoever moved it meanwhile sends us back.
pub(super) async fn hold(link: &mut Link, id: &str, target: Option<&str>) -> Result<Held, Refused> {
    let found = agenda_items::get(link, id).await?.ok_or(Refused::NotFound)?;
    let cases = Cases::hold(link, found.signal).await?;
    let own = found.meeting.map(|meeting| meeting.to_string());
    let ids: BTreeSet<&str> = own.as_deref().into_iter().chain(target).collect();
    let (mut meeting, mut other) = (None, None);
    for one in ids {
        let locked = meetings::lock(link, one).await?.ok_or(Refused::NotFound)?;
        if own.as_deref() == Some(one) { meeting = Some(locked) } else { other = Some(locked) }
    }
    let item = agenda_items::lock(link, id).await?.ok_or(Refused::NotFound)?;
    if item.meeting != found.meeting {
        return Err(StoreError::Again("an item was moved to another agenda".into()).into());
    }
    Ok(Held { entry: agenda_items::entry(link, item).await?, meeting, target: other, cases })
}

/// An item as it stands in the version of the agenda that was fixed last.
pub(super) async fn as_fixed(link: &mut Link, meeting: &Meeting, item: &AgendaItem) -> Result<Option<EditionItem>, StoreError> {
    let Some(fixed) = meeting.edition else { return Ok(None) };
    let edition = meetings::edition(link, &fixed.id.to_string()).await?;
    Ok(edition.and_then(|edition| edition.content.items.into_iter().find(|one| one.item.id == item.id)))
}

/// Is all that was written in an item that sharing ends? That stays possible when the agenda of its meeting no longer changes.
pub(super) async fn only_ends(
    link: &mut Link,
    meeting: Option<&Meeting>,
    (before, after): (&AgendaItem, &AgendaItem),
) -> Result<bool, StoreError> {
    let Some(meeting) = meeting.filter(|meeting| !meeting.state.is_open()) else { return Ok(false) };
    let fixed = as_fixed(link, meeting, before).await?;
    Ok(ending::ends_grounds(&before.facts, &after.facts, fixed.as_ref().map(|fixed| &fixed.item.facts)))
}

/// May an item leave the agenda of its meeting? What was decided or promised there is sent with that meeting, and would go with the
/// item unseen.
pub(super) async fn nothing_recorded(link: &mut Link, meeting: Option<&Meeting>, entry: &Entry) -> Result<(), Refused> {
    let Some(meeting) = meeting else { return Ok(()) };
    let promised = agenda_items::commitments_at(link, &entry.item.id.to_string()).await?;
    if cancellation::has_decision(entry) || promised.iter().any(|one| one.counts_at(meeting.number)) {
        return Err(Refusal::ItemDealtWith.into());
    }
    Ok(())
}

/// Raises the agenda version of a meeting that is held, and tells the feed of it.
pub(super) async fn touch(link: &mut Link, meeting: &Meeting) -> Result<(Scope, String), Refused> {
    meetings::update(link, &decide::agenda_changed(meeting)?).await?;
    Ok((Scope::Meetings, meeting.id.to_string()))
}
