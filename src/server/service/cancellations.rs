//! A meeting that does not go on, and one that goes on after all. One transaction writes the meeting, its cases, and the agenda
//! they go to or come from; half of it never happens.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::{
    Keyed, Refused, Service, Written,
    agenda_items::touch,
    meeting_read::{MeetingCase, agenda, meeting_id},
    meetings::{Deed, json},
    write,
};
use crate::{
    domain::{
        arrangement::decide::Moment,
        check::{self, Finding},
        ids::AgendaItemId,
        meeting::{AgendaItem, Meeting, Refusal, StandingItem, cancellation, order::Spot},
        text::RawText,
    },
    server::{
        identity::Caller,
        store::{Link, StoreError, agenda_items, changes::Scope, meetings},
    },
};

/// What happens to it.
enum Wish {
    /// Its cases go there: `candidates`, `next`, or a meeting.
    Cancel(String, RawText),
    Reinstate(RawText),
}

impl Service {
    /// Cancels the version of a meeting that the caller saw. Its cases go to `candidates`, to the `next` meeting, or to the one
    /// that is named by id or number.
    pub async fn cancel_meeting(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        text: &str,
        expected: i64,
        (to, reason): (String, RawText),
    ) -> Result<Written<MeetingCase>, Refused> {
        if reason.is_blank() {
            return Err(Refused::Invalid(vec![Finding::new("/reason", "required", "")]));
        }
        self.settle_meeting(caller, keyed, (text, expected), Wish::Cancel(to, reason)).await
    }

    /// Takes back that the version of a meeting that the caller saw does not go on.
    pub async fn reinstate_meeting(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        text: &str,
        expected: i64,
        reason: RawText,
    ) -> Result<Written<MeetingCase>, Refused> {
        self.settle_meeting(caller, keyed, (text, expected), Wish::Reinstate(reason)).await
    }

    async fn settle_meeting(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        (text, expected): (&str, i64),
        wish: Wish,
    ) -> Result<Written<MeetingCase>, Refused> {
        let (Wish::Cancel(_, reason) | Wish::Reinstate(reason)) = &wish;
        Refused::unless_empty(check::takeover_reason(reason, "/reason"))?;
        Refused::unless_no_number(check::numbers_in(reason, "/reason"))?;
        let (id, now) = (meeting_id(&mut self.store.read().await?, text).await?, self.now());
        let written = write::again!(self.try_settle_meeting(caller, keyed, (&id, expected), &wish, now))?;
        self.saw_meeting(caller, written).await
    }

    async fn try_settle_meeting(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        (id, expected): (&str, i64),
        wish: &Wish,
        now: DateTime<Utc>,
    ) -> Result<Written<MeetingCase>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, Some(keyed), now.timestamp_micros()).await? {
            return self.repeated_meeting(&mut link, &kept).await;
        }
        let found = meetings::get(&mut link, id).await?.ok_or(Refused::NotFound)?;
        let other = match wish {
            Wish::Cancel(to, _) => target(&mut link, &found, to).await?,
            Wish::Reinstate(_) => found.cancellation.as_ref().and_then(|cancelled| cancelled.to).map(|to| to.to_string()),
        };
        let mut held = hold(&mut link, id, other.as_deref()).await?;
        let before = held.remove(id).ok_or(Refused::NotFound)?;
        let other = other.and_then(|other| held.remove(&other));
        if before.version != expected {
            return Err(Refused::Stale(before.version));
        }
        let actor = caller.actor();
        let moment = Moment { actor: &actor, now };
        let mut also = vec![];
        let (after, verb) = match wish {
            Wish::Cancel(_, reason) => {
                let agenda = agenda(&mut link, id).await?.ok_or(Refused::NotFound)?;
                let (after, cases) = cancellation::cancel(&agenda, other.as_ref(), reason.clone(), moment)?;
                self.send_away(&mut link, &cases, other.as_ref(), reason, &mut also).await?;
                (after, "meeting.cancel")
            }
            Wish::Reinstate(reason) => {
                let (after, cancelled) = cancellation::reinstate(&before, reason.clone(), moment)?;
                self.bring_back(&mut link, &after, &cancelled, other.as_ref(), &mut also).await?;
                (after, "meeting.reinstate")
            }
        };
        meetings::update(&mut link, &after).await?;
        let fields = write::differing(&json(&before)?, &json(&after)?);
        let case = self.meeting_case(&mut link, id).await?.ok_or(Refused::NotFound)?;
        let deed = Deed {
            caller,
            keyed: Some(keyed),
            now,
            verb,
            scope: Scope::Meetings,
            object: id.to_owned(),
            version: after.version,
            fields,
            also,
            answer: None,
        };
        self.commit_deed(link, &deed).await?;
        Ok(Written { item: case, changed: true, masked: 0, committed: true })
    }

    /// The cases become candidates, or go in their order to the end of another agenda, before what closes that meeting.
    async fn send_away(
        &self,
        link: &mut Link,
        cases: &[AgendaItemId],
        to: Option<&Meeting>,
        reason: &RawText,
        also: &mut Vec<(Scope, String)>,
    ) -> Result<(), Refused> {
        let mut spot = match to {
            Some(to) => before_close(&agenda_items::of_meeting(link, &to.id.to_string()).await?),
            None => Spot::Last,
        };
        for id in cases {
            let item = agenda_items::lock(link, &id.to_string()).await?.ok_or(Refused::NotFound)?;
            let mut entry = agenda_items::entry(link, item).await?;
            entry.item.reason = reason.clone();
            match to {
                Some(to) => {
                    self.put_on(link, &mut entry, to, spot, also).await?;
                    spot = Spot::After(*id);
                }
                None => {
                    (entry.item.meeting, entry.item.rank) = (None, 0);
                    entry.item.revision += 1;
                }
            }
            agenda_items::update(link, &entry.item, &self.item_row(&entry)).await?;
            also.push((Scope::AgendaItems, id.to_string()));
        }
        if let Some(to) = to.filter(|_| !cases.is_empty()) {
            also.push(touch(link, to).await?);
        }
        Ok(())
    }

    /// The cases that are still where they went come back to their places.
    async fn bring_back(
        &self,
        link: &mut Link,
        meeting: &Meeting,
        cancelled: &cancellation::Cancellation,
        from: Option<&Meeting>,
        also: &mut Vec<(Scope, String)>,
    ) -> Result<(), Refused> {
        let mut back = 0;
        for gone in &cancelled.went {
            // What is elsewhere by now is held by another meeting: it is not waited for.
            let id = gone.item.to_string();
            let found = agenda_items::get(link, &id).await?.ok_or(Refused::NotFound)?;
            if cancelled.place_of(&found, from).is_none() {
                continue;
            }
            let item = agenda_items::lock(link, &id).await?.ok_or(Refused::NotFound)?;
            let Some(place) = cancelled.place_of(&item, from) else { continue };
            let mut entry = agenda_items::entry(link, item).await?;
            let item = &mut entry.item;
            (item.meeting, item.rank, item.revision) = (Some(meeting.id), place.rank, item.revision + 1);
            agenda_items::update(link, &entry.item, &self.item_row(&entry)).await?;
            also.push((Scope::AgendaItems, id));
            back += 1;
        }
        if let Some(from) = from.filter(|_| back > 0) {
            also.push(touch(link, from).await?);
        }
        Ok(())
    }
}

/// The meeting that is meant; nothing: the candidates.
async fn target(link: &mut Link, meeting: &Meeting, to: &str) -> Result<Option<String>, Refused> {
    let id = match to.trim() {
        "candidates" => return Ok(None),
        "next" => {
            let start = meeting.facts.starts_at().unwrap_or_default();
            meetings::next_open(link, start, &meeting.id.to_string()).await?.ok_or(Refusal::NoNext)?
        }
        named => meeting_id(link, named).await.map_err(|refused| match refused {
            Refused::NotFound => Refused::Invalid(vec![unknown()]),
            other => other,
        })?,
    };
    if id == meeting.id.to_string() { Err(Refused::Invalid(vec![unknown()])) } else { Ok(Some(id)) }
}

fn unknown() -> Finding {
    Finding::new("/to", "unknown-value", "candidates, next, LET-48")
}

/// Locks both meetings, by id.
async fn hold(link: &mut Link, id: &str, other: Option<&str>) -> Result<BTreeMap<String, Meeting>, Refused> {
    let ids: BTreeSet<&str> = [id].into_iter().chain(other).collect();
    let mut held = BTreeMap::new();
    for one in ids {
        let meeting = meetings::lock(link, one).await?.ok_or(Refused::NotFound)?;
        held.insert(one.to_owned(), meeting);
    }
    let now = held.get(id).and_then(|meeting| meeting.cancellation.as_ref()).and_then(|cancelled| cancelled.to);
    if now.is_some_and(|to| Some(to.to_string().as_str()) != other) {
        return Err(StoreError::Again("a meeting was cancelled meanwhile".into()).into());
    }
    Ok(held)
}

/// After the last item that is not one of those that close a meeting.
fn before_close(items: &[AgendaItem]) -> Spot {
    let closes = |item: &&AgendaItem| matches!(item.standing, Some(StandingItem::Lessons | StandingItem::Close));
    items.iter().rev().find(|item| !closes(item)).map_or(Spot::First, |item| Spot::After(item.id))
}
