//! A meeting that does not go on, and one that goes on after all. One transaction writes the meeting, its cases, and the agenda
//! they go to or come from; half of it never happens.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::{
    Keyed, Refused, Service, Written,
    agenda_hold::touch,
    case_history::Cases,
    meeting_read::{MeetingCase, agenda, meeting_id},
    meetings::Moved,
    write,
};
use crate::{
    domain::{
        arrangement::decide::Moment,
        check::{self, Finding},
        ids::{AgendaItemId, SignalId},
        meeting::{
            Cancellation, Entry, Meeting, MeetingState, Refusal, cancellation,
            order::{Spot, before_close},
            series::OfSeries,
            timeline::{self, CaseEntry},
        },
        signal::LinkedVerb,
        text::RawText,
    },
    server::{
        identity::Caller,
        store::{Link, StoreError, agenda_items, changes::Scope, meetings, series as rows},
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
        // Before any meeting: whoever makes the meetings of the series waits, and sees whether the day is free.
        let series = found.series.filter(|_| matches!(wish, Wish::Reinstate(_)));
        if let Some(series) = series {
            rows::lock(&mut link, &series.id.to_string()).await?;
        }
        let mut cases: Vec<SignalId> = vec![];
        for gone in found.cancellation.iter().flat_map(|cancelled| &cancelled.went) {
            cases.extend(agenda_items::get(&mut link, &gone.item.to_string()).await?.and_then(|item| item.signal));
        }
        let cases = match &found.cancellation {
            Some(_) => Cases::hold(&mut link, cases).await?,
            None => Cases::of_meeting(&mut link, id).await?,
        };
        let mut held = hold(&mut link, id, other.as_deref()).await?;
        let before = held.remove(id).ok_or(Refused::NotFound)?;
        let other = other.and_then(|other| held.remove(&other));
        if before.version != expected {
            return Err(write::stale(&mut link, Scope::Meetings, id, before.version).await);
        }
        if before.cancellation != found.cancellation {
            return Err(StoreError::Again("a meeting was cancelled or reinstated meanwhile".into()).into());
        }
        let actor = caller.actor();
        let moment = Moment { actor: &actor, now };
        let mut also = vec![];
        let (after, told, verb) = match wish {
            Wish::Cancel(_, reason) => {
                let agenda = agenda(&mut link, id).await?.ok_or(Refused::NotFound)?;
                cases.covers(agenda.entries.iter().map(|entry| &entry.item))?;
                let promised = agenda_items::commitments(&mut link, id).await?;
                let (after, items) = cancellation::cancel(&agenda, &promised, other.as_ref(), reason.clone(), moment)?;
                let told = self.send_away(&mut link, (&after, &items), other.as_ref(), reason, &mut also).await?;
                (after, told, "meeting.cancel")
            }
            Wish::Reinstate(reason) => {
                let (after, cancelled) = cancellation::reinstate(&before, reason.clone(), moment)?;
                if let Some(series) = series {
                    stands_for_its_day(&mut link, &series, &after).await?;
                }
                let told = self.bring_back(&mut link, (&after, &cancelled), other.as_ref(), reason, &mut also).await?;
                (after, told, "meeting.reinstate")
            }
        };
        let moved = Moved { cases, told, also };
        self.commit_meeting(link, (caller, Some(keyed), now), verb, (&before, &after), moved).await
    }

    /// The cases become candidates, or go in their order to the end of another agenda, before what closes that meeting. Gives what
    /// each case is told.
    async fn send_away(
        &self,
        link: &mut Link,
        (meeting, items): (&Meeting, &[AgendaItemId]),
        to: Option<&Meeting>,
        reason: &RawText,
        also: &mut Vec<(Scope, String)>,
    ) -> Result<Vec<CaseEntry>, Refused> {
        let mut told = vec![];
        let mut spot = match to {
            Some(to) => before_close(agenda_items::of_meeting(link, &to.id.to_string()).await?.iter()),
            None => Spot::Last,
        };
        for id in items {
            let mut entry = self.entry(link, *id).await?;
            entry.item.reason = reason.clone();
            told.extend(match to {
                Some(to) => {
                    self.put_on(link, &mut entry, to, spot, also).await?;
                    spot = Spot::After(*id);
                    timeline::placed(&entry.item, Some(meeting), to, reason)
                }
                None => {
                    (entry.item.meeting, entry.item.rank) = (None, 0);
                    entry.item.revision += 1;
                    timeline::told(&entry.item, LinkedVerb::Cancelled, Some(meeting), reason)
                }
            });
            agenda_items::update(link, &entry.item, &self.item_row(&entry, to)).await?;
            also.push((Scope::AgendaItems, id.to_string()));
        }
        if let Some(to) = to.filter(|_| !items.is_empty()) {
            also.push(touch(link, to).await?);
        }
        Ok(told)
    }

    /// The cases that are still where they went come back to their places. Gives what each case is told.
    async fn bring_back(
        &self,
        link: &mut Link,
        (meeting, cancelled): (&Meeting, &Cancellation),
        from: Option<&Meeting>,
        reason: &RawText,
        also: &mut Vec<(Scope, String)>,
    ) -> Result<Vec<CaseEntry>, Refused> {
        let mut told = vec![];
        for gone in &cancelled.went {
            let mut entry = self.entry(link, gone.item).await?;
            let Some(place) = cancelled.place_of(&entry.item, from) else { continue };
            let item = &mut entry.item;
            (item.meeting, item.rank, item.revision) = (Some(meeting.id), place.rank, item.revision + 1);
            told.extend(timeline::placed(item, from, meeting, reason));
            agenda_items::update(link, &entry.item, &self.item_row(&entry, Some(meeting))).await?;
            also.push((Scope::AgendaItems, gone.item.to_string()));
        }
        if let Some(from) = from.filter(|_| !told.is_empty()) {
            also.push(touch(link, from).await?);
        }
        Ok(told)
    }

    /// An item whose case is held: nobody else takes it anywhere.
    async fn entry(&self, link: &mut Link, id: AgendaItemId) -> Result<Entry, Refused> {
        let item = agenda_items::get(link, &id.to_string()).await?.ok_or(Refused::NotFound)?;
        Ok(agenda_items::entry(link, item).await?)
    }
}

/// A meeting of a series stands for its day again; who made another one for it is named.
async fn stands_for_its_day(link: &mut Link, series: &OfSeries, meeting: &Meeting) -> Result<(), Refused> {
    let (id, day) = (series.id.to_string(), series.planned_on);
    let made = rows::made(link, &id, day.min(meeting.facts.day().unwrap_or(day))).await?;
    if made.iter().any(|one| one.meeting.id == meeting.id) {
        return Ok(());
    }
    match made.iter().find(|one| one.planned_on == day).map(|one| &one.meeting) {
        Some(other) if other.state != MeetingState::Cancelled => return Err(Refusal::SeriesDayTaken(other.number).into()),
        Some(_) => rows::delete_day(link, &id, day).await?,
        None => {}
    }
    Ok(rows::insert_day(link, &id, day, meeting.id).await?)
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
    Ok(held)
}
