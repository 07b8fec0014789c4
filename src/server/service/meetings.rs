//! Meetings: made, changed, fixed, held, listed and read. The domain decides; one transaction writes the meeting and its version.
//!
//! Lock order: idempotency key, signal, meetings by id, item; then audit head and counter, as everywhere. Whoever changes
//! anything of an agenda holds its meeting.

use chrono::{DateTime, Utc};

use super::{
    Keyed, Refused, Service, Written,
    agenda_items::none_proposed_beside,
    case_history::Cases,
    meeting_read::{MeetingCase, agenda, clocks, meeting_id},
    write,
};
use crate::{
    domain::{
        arrangement::decide::Moment,
        check,
        ids::{AgendaItemId, EditionId, MeetingId},
        meeting::{
            AgendaItemFacts, Entry, EventStamp, ImportedFrom, Meeting, MeetingFacts, MeetingNumber, Refusal, StandingItem,
            decide::{self, Fixing},
            import,
            order::GAP,
            timeline::{self, CaseEntry},
        },
        signal::{LinkedVerb, Source},
        text::RawText,
    },
    server::{
        identity::Caller,
        store::{Link, StoreError, agenda_items, changes::Scope, history::RECEIVED, idempotency::Kept, imports, meetings},
    },
};

/// What a meeting is among what was imported.
const MEETING: &str = "meeting";

/// A new meeting as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMeeting {
    /// Its number; nothing: the next.
    pub number: Option<MeetingNumber>,
    /// The number is meant so, also when it is far past the highest.
    pub far_number: bool,
    /// What is said about it.
    pub facts: MeetingFacts,
    /// The titles of the standing items; each is made that has one.
    pub standing: Vec<(StandingItem, RawText)>,
    /// The event of a calendar that it is taken from.
    pub from: Option<Source>,
    /// Which writing of that event it is.
    pub stamp: EventStamp,
}

/// What happens to a meeting that is there.
enum Wish<'a> {
    Amend(&'a (dyn Fn(&mut MeetingFacts) + Sync)),
    Fix(i64, RawText),
    Hold,
    Unhold,
}

/// What else moves with a meeting: cases that are held, what they are told, and what the feed shows besides.
#[derive(Default)]
pub(super) struct Moved {
    pub(super) cases: Cases,
    pub(super) told: Vec<CaseEntry>,
    pub(super) also: Vec<(Scope, String)>,
}

/// A write about an agenda, to be committed.
pub(super) struct Deed<'a> {
    pub(super) caller: &'a Caller,
    pub(super) keyed: Option<&'a Keyed>,
    pub(super) now: DateTime<Utc>,
    pub(super) verb: &'static str,
    pub(super) scope: Scope,
    pub(super) object: String,
    pub(super) version: i64,
    pub(super) fields: Vec<(String, String, String)>,
    pub(super) also: Vec<(Scope, String)>,
    pub(super) answer: Option<String>,
}

impl Service {
    /// Makes a meeting with its standing items; one that was taken from the same event of a calendar before takes over what that
    /// says otherwise.
    pub async fn create_meeting(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        new: &NewMeeting,
    ) -> Result<Written<MeetingCase>, Refused> {
        Refused::unless_empty(check::meeting_facts(&new.facts, "/facts"))?;
        Refused::unless_no_number(check::numbers_in(&new.facts, "/facts"))?;
        Refused::unless_empty(new.from.as_ref().map_or_else(Vec::new, |from| check::source(from, "/importedFrom")))?;
        let now = self.now();
        let written = write::again!(self.try_create_meeting(caller, keyed, new, now))?;
        self.saw_meeting(caller, written).await
    }

    async fn try_create_meeting(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        new: &NewMeeting,
        now: DateTime<Utc>,
    ) -> Result<Written<MeetingCase>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, Some(keyed), now.timestamp_micros()).await? {
            return self.repeated_meeting(&mut link, &kept).await;
        }
        if let Some(from) = &new.from
            && let Some(id) = imports::find(&mut link, MEETING, &from.to_string()).await?
        {
            return self.import_again(link, (caller, keyed, now), &id, (&new.facts, new.stamp)).await;
        }
        decide::number(new.number, meetings::highest_number(&mut link).await?, new.far_number)?;
        let number = meetings::next_number(&mut link, new.number).await?;
        let actor = caller.actor();
        let moment = Moment { actor: &actor, now };
        let mut meeting =
            decide::create(MeetingId(self.clock.id(now).map_err(StoreError::from)?), number, new.facts.clone(), moment);
        if let Some(source) = &new.from {
            meeting.imported_from = Some(ImportedFrom { source: source.clone(), said: new.facts.clone(), stamp: new.stamp });
            imports::note(&mut link, MEETING, &source.to_string(), &meeting.id.to_string()).await?;
        }
        let also = self.insert_meeting(&mut link, &meeting, &new.standing, moment).await?;
        let content = serde_json::to_string(&meeting).map_err(StoreError::from)?;
        let id = meeting.id.to_string();
        let case = self.meeting_case(&mut link, &id).await?.ok_or(Refused::NotFound)?;
        let fields = vec![(RECEIVED.into(), String::new(), content)];
        let deed = Deed {
            caller,
            keyed: Some(keyed),
            now,
            verb: "meeting.create",
            scope: Scope::Meetings,
            object: id,
            version: 1,
            fields,
            also,
            answer: None,
        };
        self.commit_deed(link, &deed).await?;
        Ok(Written { item: case, changed: true, masked: 0, committed: true })
    }

    /// Puts a new meeting in with its standing items; gives what else the feed shows.
    pub(super) async fn insert_meeting(
        &self,
        link: &mut Link,
        meeting: &Meeting,
        standing: &[(StandingItem, RawText)],
        moment: Moment<'_>,
    ) -> Result<Vec<(Scope, String)>, Refused> {
        if !meetings::insert(link, meeting).await? {
            return Err(Refusal::NumberTaken(meeting.number).into());
        }
        let mut also = vec![];
        for ((standing, title), place) in standing.iter().zip(1..) {
            let id = AgendaItemId(self.clock.id(moment.now).map_err(StoreError::from)?);
            let facts = AgendaItemFacts::titled(title.clone(), standing.minutes());
            let mut item = decide::new_item(id, (None, Some(*standing)), facts, RawText::default(), moment);
            (item.meeting, item.rank) = (Some(meeting.id), place * GAP);
            let entry = Entry::of(item);
            agenda_items::insert(link, &entry.item, &self.item_row(&entry, Some(meeting))).await?;
            also.push((Scope::AgendaItems, id.to_string()));
        }
        Ok(also)
    }

    /// The meeting that was taken from this event before, with what that says otherwise.
    async fn import_again(
        &self,
        mut link: Link,
        (caller, keyed, now): (&Caller, &Keyed, DateTime<Utc>),
        id: &str,
        (said, stamp): (&MeetingFacts, EventStamp),
    ) -> Result<Written<MeetingCase>, Refused> {
        let before = meetings::lock(&mut link, id).await?.ok_or(Refused::NotFound)?;
        if let Some(after) = import::again(&before, said, stamp) {
            let by = (caller, Some(keyed), now);
            return self.commit_meeting(link, by, "meeting.amend", (&before, &after), Moved::default()).await;
        }
        // What says the same is remembered too: whatever was written before it is older from now on.
        if let Some(seen) = import::seen(&before, said, stamp) {
            meetings::update(&mut link, &seen).await?;
        }
        let item = self.meeting_case(&mut link, id).await?.ok_or(Refused::NotFound)?;
        write::settle_unchanged(link, caller, Some(keyed), id).await?;
        Ok(Written { item, changed: false, masked: 0, committed: false })
    }

    /// Says something else about the version of a meeting that the caller saw.
    pub async fn amend_meeting(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        text: &str,
        expected: i64,
        merge: &(dyn Fn(&mut MeetingFacts) + Sync),
    ) -> Result<Written<MeetingCase>, Refused> {
        self.change_meeting(caller, keyed, text, expected, &Wish::Amend(merge)).await
    }

    /// Fixes the agenda that the caller saw; with a reason also when something is missing.
    pub async fn fix_agenda(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        text: &str,
        expected: i64,
        (seen, reason): (i64, RawText),
    ) -> Result<Written<MeetingCase>, Refused> {
        Refused::unless_empty(check::takeover_reason(&reason, "/reason"))?;
        Refused::unless_no_number(check::numbers_in(&reason, "/reason"))?;
        self.change_meeting(caller, Some(keyed), text, expected, &Wish::Fix(seen, reason)).await
    }

    /// Notes that the version of a meeting that the caller saw was held.
    pub async fn hold_meeting(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        text: &str,
        expected: i64,
    ) -> Result<Written<MeetingCase>, Refused> {
        self.change_meeting(caller, Some(keyed), text, expected, &Wish::Hold).await
    }

    /// Takes back that the version of a meeting that the caller saw was held, while its decisions were not sent.
    pub async fn unhold_meeting(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        text: &str,
        expected: i64,
    ) -> Result<Written<MeetingCase>, Refused> {
        self.change_meeting(caller, Some(keyed), text, expected, &Wish::Unhold).await
    }

    async fn change_meeting(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        text: &str,
        expected: i64,
        wish: &Wish<'_>,
    ) -> Result<Written<MeetingCase>, Refused> {
        let (id, now) = (meeting_id(&mut self.store.read().await?, text).await?, self.now());
        let written = write::again!(self.try_change_meeting(caller, keyed, (&id, expected), wish, now))?;
        self.saw_meeting(caller, written).await
    }

    async fn try_change_meeting(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        (id, expected): (&str, i64),
        wish: &Wish<'_>,
        now: DateTime<Utc>,
    ) -> Result<Written<MeetingCase>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, keyed, now.timestamp_micros()).await? {
            return self.repeated_meeting(&mut link, &kept).await;
        }
        let cases = match wish {
            Wish::Amend(_) => Cases::default(),
            Wish::Fix(..) | Wish::Hold | Wish::Unhold => Cases::of_meeting(&mut link, id).await?,
        };
        let before = meetings::lock(&mut link, id).await?.ok_or(Refused::NotFound)?;
        if before.version != expected {
            return Err(write::stale(&mut link, Scope::Meetings, id, before.version).await);
        }
        let actor = caller.actor();
        let moment = Moment { actor: &actor, now };
        let mut told = vec![];
        let (after, verb) = match wish {
            Wish::Amend(merge) => {
                let mut facts = before.facts.clone();
                merge(&mut facts);
                Refused::unless_empty(check::meeting_facts(&facts, ""))?;
                Refused::unless_no_number(check::numbers_in(&facts, ""))?;
                match decide::amend(&before, facts)? {
                    Some(after) => (after, "meeting.amend"),
                    None => {
                        let item = self.meeting_case(&mut link, id).await?.ok_or(Refused::NotFound)?;
                        write::settle_unchanged(link, caller, keyed, id).await?;
                        return Ok(Written { item, changed: false, masked: 0, committed: false });
                    }
                }
            }
            Wish::Fix(seen, reason) => {
                let agenda = agenda(&mut link, id).await?.ok_or(Refused::NotFound)?;
                let nobody = self.nobody_at(&mut link, &agenda.entries, &[]).await?;
                let missing = agenda.missing(|code| self.kind_of(code), (&[], &nobody));
                let numbered = missing.into_iter().zip(1..).flat_map(|(all, at)| all.into_iter().map(move |one| (at, one)));
                let clocks = clocks(&mut link, id).await?;
                let id = EditionId(self.clock.id(now).map_err(StoreError::from)?);
                let fixing = Fixing { id, seen: *seen, missing: numbered.collect(), reason: reason.clone(), clocks };
                let (after, edition) = decide::fix(&agenda, fixing, moment)?;
                cases.covers(agenda.entries.iter().map(|entry| &entry.item))?;
                let last = meetings::editions(&mut link, &before.id.to_string()).await?.pop();
                told = timeline::fixed(&after, &edition, last.as_ref());
                meetings::insert_edition(&mut link, &edition).await?;
                (after, "meeting.fix")
            }
            Wish::Hold => {
                let after = decide::hold(&before, moment)?;
                let items = agenda_items::of_meeting(&mut link, id).await?;
                cases.covers(items.iter())?;
                let held = |item| timeline::told(item, LinkedVerb::Held, Some(&after), &RawText::default());
                told = items.iter().filter_map(held).collect();
                (after, "meeting.hold")
            }
            Wish::Unhold => {
                let after = decide::unhold(&before, moment)?;
                let items = agenda_items::of_meeting(&mut link, id).await?;
                cases.covers(items.iter())?;
                none_proposed_beside(&mut link, &items).await?;
                let back = |item| timeline::told(item, LinkedVerb::Unheld, Some(&after), &RawText::default());
                told = items.iter().filter_map(back).collect();
                (after, "meeting.unhold")
            }
        };
        let moved = Moved { cases, told, also: vec![] };
        self.commit_meeting(link, (caller, keyed, now), verb, (&before, &after), moved).await
    }

    /// Writes what became of a meeting, tells its cases, and commits.
    pub(super) async fn commit_meeting(
        &self,
        mut link: Link,
        (caller, keyed, now): (&Caller, Option<&Keyed>, DateTime<Utc>),
        verb: &'static str,
        (before, after): (&Meeting, &Meeting),
        Moved { cases, told, mut also }: Moved,
    ) -> Result<Written<MeetingCase>, Refused> {
        meetings::update(&mut link, after).await?;
        if before.facts.slots != after.facts.slots {
            // An answer counts for its own time, and a ground for its own days: what the rows say may be otherwise now.
            for mut entry in agenda_items::entries(&mut link, &after.id.to_string()).await? {
                if self.item_row(&entry, Some(after)) != self.item_row(&entry, Some(before)) {
                    entry.item.revision += 1;
                    agenda_items::update(&mut link, &entry.item, &self.item_row(&entry, Some(after))).await?;
                    also.push((Scope::AgendaItems, entry.item.id.to_string()));
                }
            }
        }
        self.tell_cases(&mut link, cases, told, (caller, now), &mut also).await?;
        let id = after.id.to_string();
        let item = self.meeting_case(&mut link, &id).await?.ok_or(Refused::NotFound)?;
        let fields = write::differing(&json(before)?, &json(after)?);
        let (scope, version) = (Scope::Meetings, after.version);
        let deed = Deed { caller, keyed, now, verb, scope, object: id, version, fields, also, answer: None };
        self.commit_deed(link, &deed).await?;
        Ok(Written { item, changed: true, masked: 0, committed: true })
    }

    pub(super) async fn repeated_meeting(&self, link: &mut Link, kept: &Kept) -> Result<Written<MeetingCase>, Refused> {
        let item = self.meeting_case(link, &kept.object).await?.ok_or(Refused::NotFound)?;
        Ok(Written { item, changed: write::was_change(kept), masked: 0, committed: false })
    }

    pub(super) async fn saw_meeting(
        &self,
        caller: &Caller,
        written: Written<MeetingCase>,
    ) -> Result<Written<MeetingCase>, Refused> {
        if !written.committed {
            self.saw(caller, "meeting.read", "meeting", &written.item.meeting.id.to_string()).await?;
        }
        Ok(written)
    }

    pub(super) async fn commit_deed(&self, link: Link, deed: &Deed<'_>) -> Result<(), StoreError> {
        let commit = write::Commit {
            caller: deed.caller,
            verb: deed.verb,
            scope: deed.scope,
            object: &deed.object,
            version: deed.version,
            fields: &deed.fields,
            keyed: deed.keyed,
            masked: 0,
            at: deed.now.timestamp_micros(),
            answer: deed.answer.as_deref(),
            also: &deed.also,
        };
        self.commit(link, &commit).await
    }
}

/// As history compares it.
pub(super) fn json(item: &impl serde::Serialize) -> Result<serde_json::Value, StoreError> {
    Ok(serde_json::to_value(item)?)
}
