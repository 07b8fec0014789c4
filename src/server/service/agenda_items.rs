//! Items of agendas and candidates: proposed, written, moved, taken off and dropped.
//!
//! Whoever changes an item holds the meeting it is on, and that it goes to; a candidate is held by its own row. So two people
//! who move at once come one after the other, each move against the order that is there.

use chrono::{DateTime, Utc};

use super::{
    Keyed, Refused, Service, Written,
    agenda_hold::{Held, hold, nothing_recorded, only_ends, touch},
    case_history::Cases,
    meeting_read::meeting_id,
    meetings::{Deed, json},
    signal_changes::written_in,
    write,
};
use crate::{
    domain::{
        arrangement::decide::Moment,
        check::{self, Checked},
        ids::{AgendaItemId, OrganisationCode, SignalId},
        meeting::{AgendaItem, AgendaItemFacts, Entry, Meeting, Refusal, decide, order::Spot, timeline},
        signal::{LinkedVerb, Signal},
        text::RawText,
    },
    server::{
        identity::Caller,
        store::{
            Link, StoreError, agenda_items,
            changes::Scope,
            history::RECEIVED,
            idempotency::Kept,
            meetings,
            signals::{self, Which},
        },
    },
};

/// A new item as it is asked for.
pub struct NewItem<'a> {
    /// Id or number of the case; nothing: a free item.
    pub signal: Option<String>,
    /// Id or number of the meeting, and where on its agenda; nothing: a candidate.
    pub place: Option<(String, Spot)>,
    /// What is written in it besides what the case brings along.
    pub merge: &'a (dyn Fn(&mut AgendaItemFacts) + Sync),
    /// Why it is proposed.
    pub reason: RawText,
}

/// An item with what belongs to it, and its meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemCase {
    /// The item and what belongs to it.
    pub entry: Entry,
    /// The meeting; nothing: a candidate.
    pub meeting: Option<Meeting>,
    /// The bodies in it that nobody can send to.
    pub nobody_at: Vec<OrganisationCode>,
}

/// What one request does with an item that is there.
enum Wish<'a> {
    Edit(i64, &'a (dyn Fn(&mut AgendaItemFacts) + Sync)),
    /// To this meeting, or within its own.
    Move(Option<String>, Spot),
    TakeOff(RawText),
    Drop(RawText),
}

impl Service {
    /// One item, written down before it is given.
    pub async fn agenda_item(&self, caller: &Caller, id: &str) -> Result<ItemCase, Refused> {
        let id = read_id(id)?;
        let case = self.item_case(&mut self.store.read().await?, &id).await?.ok_or(Refused::NotFound)?;
        self.saw(caller, "agenda-item.read", "agenda-item", &id).await?;
        Ok(case)
    }

    /// The candidates with the case of each, oldest first.
    pub async fn candidates(
        &self,
        caller: &Caller,
        most: i64,
    ) -> Result<Vec<(crate::domain::meeting::AgendaItemSummary, Option<Signal>)>, Refused> {
        self.listed(caller, "agenda-candidate.list", "agenda-item").await?;
        let mut link = self.store.read().await?;
        let mut rows = vec![];
        for row in agenda_items::candidates(&mut link, most).await? {
            let signal = match row.signal {
                Some(id) => signals::get(&mut link, Which::Id(&id.to_string())).await?,
                None => None,
            };
            rows.push((row, signal));
        }
        Ok(rows)
    }

    /// Proposes a case, or puts an item on an agenda.
    pub async fn new_item(&self, caller: &Caller, keyed: &Keyed, new: &NewItem<'_>) -> Result<Written<ItemCase>, Refused> {
        Refused::unless_empty(check::takeover_reason(&new.reason, "/reason"))?;
        Refused::unless_no_number(check::numbers_in(&new.reason, "/reason"))?;
        let now = self.now();
        let written = write::again!(self.try_new_item(caller, keyed, new, now))?;
        self.saw_item(caller, written).await
    }

    async fn try_new_item(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        new: &NewItem<'_>,
        now: DateTime<Utc>,
    ) -> Result<Written<ItemCase>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, Some(keyed), now.timestamp_micros()).await? {
            return self.repeated_item(&mut link, &kept).await;
        }
        // The lock on the case keeps it from being proposed twice at once.
        let mut room = String::new();
        let signal = match &new.signal {
            Some(text) => Some(signals::lock(&mut link, self.which(text, &mut room)?).await?.ok_or(Refused::NotFound)?),
            None => None,
        };
        if let Some(signal) = &signal {
            written_in(caller, signal)?;
            not_proposed_yet(&mut link, signal.id, None).await?;
        }
        let mut facts = signal.as_ref().map_or_else(|| AgendaItemFacts::titled("".into(), 10), AgendaItemFacts::of_case);
        (new.merge)(&mut facts);
        Refused::unless_empty(facts.check("/facts", &self.names.organisation_codes))?;
        Refused::unless_no_number(check::numbers_in(&facts, "/facts"))?;
        let actor = caller.actor();
        let id = AgendaItemId(self.clock.id(now).map_err(StoreError::from)?);
        let moment = Moment { actor: &actor, now };
        let item = decide::new_item(id, (signal.as_ref(), None), facts, new.reason.clone(), moment);
        let mut told = timeline::told(&item, LinkedVerb::Proposed, None, &new.reason);
        let mut entry = Entry::of(item);
        agenda_items::insert(&mut link, &entry.item, &self.item_row(&entry, None)).await?;
        let mut also = vec![];
        if let Some((text, spot)) = &new.place {
            let meeting = meeting_id(&mut link, text).await?;
            let meeting = meetings::lock(&mut link, &meeting).await?.ok_or(Refused::NotFound)?;
            Refused::unless_empty(meeting.facts.check_slot(entry.item.facts.slot, "/facts/slot"))?;
            self.put_on(&mut link, &mut entry, &meeting, *spot, &mut also).await?;
            self.settle_slot(&mut link, &mut entry, &meeting, &mut also).await?;
            also.push(touch(&mut link, &meeting).await?);
            agenda_items::update(&mut link, &entry.item, &self.item_row(&entry, Some(&meeting))).await?;
            told = timeline::placed(&entry.item, None, &meeting, &new.reason);
        }
        let cases = signal.map(Cases::one).unwrap_or_default();
        self.tell_cases(&mut link, cases, told, (caller, now), &mut also).await?;
        let content = serde_json::to_string(&entry.item).map_err(StoreError::from)?;
        let fields = vec![(RECEIVED.into(), String::new(), content)];
        let deed = Deed {
            caller,
            keyed: Some(keyed),
            now,
            verb: "agenda-item.create",
            scope: Scope::AgendaItems,
            object: id.to_string(),
            version: entry.item.revision,
            fields,
            also,
            answer: None,
        };
        self.committed_item(link, &deed).await
    }

    /// Writes in the version of an item that the caller saw.
    pub async fn edit_item(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        id: &str,
        expected: i64,
        merge: &(dyn Fn(&mut AgendaItemFacts) + Sync),
    ) -> Result<Written<ItemCase>, Refused> {
        self.change_item(caller, keyed, id, &Wish::Edit(expected, merge)).await
    }

    /// Moves an item: within its agenda, onto one, or to that of another meeting.
    pub async fn move_item(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        id: &str,
        (meeting, spot): (Option<String>, Spot),
    ) -> Result<Written<ItemCase>, Refused> {
        self.change_item(caller, Some(keyed), id, &Wish::Move(meeting, spot)).await
    }

    /// Takes an item off its agenda, or drops a candidate.
    pub async fn take_off_item(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        id: &str,
        (reason, is_candidate): (RawText, bool),
    ) -> Result<Written<ItemCase>, Refused> {
        Refused::unless_empty(check::takeover_reason(&reason, "/reason"))?;
        Refused::unless_no_number(check::numbers_in(&reason, "/reason"))?;
        let wish = if is_candidate { Wish::Drop(reason) } else { Wish::TakeOff(reason) };
        self.change_item(caller, Some(keyed), id, &wish).await
    }

    async fn change_item(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        id: &str,
        wish: &Wish<'_>,
    ) -> Result<Written<ItemCase>, Refused> {
        let (id, now) = (read_id(id)?, self.now());
        let written = write::again!(self.try_change_item(caller, keyed, &id, wish, now))?;
        self.saw_item(caller, written).await
    }

    async fn try_change_item(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        id: &str,
        wish: &Wish<'_>,
        now: DateTime<Utc>,
    ) -> Result<Written<ItemCase>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, keyed, now.timestamp_micros()).await? {
            return self.repeated_item(&mut link, &kept).await;
        }
        let wanted = match wish {
            Wish::Move(Some(text), _) => Some(meeting_id(&mut link, text).await?),
            _ => None,
        };
        let Held { mut entry, meeting, target, cases } = hold(&mut link, id, wanted.as_deref()).await?;
        if target.is_some() || matches!(wish, Wish::TakeOff(_)) {
            nothing_recorded(&mut link, meeting.as_ref(), &entry).await?;
        }
        let before = entry.item.clone();
        let (mut also, mut told) = (vec![], None);
        let verb = match wish {
            Wish::Edit(expected, merge) => {
                if before.version != *expected {
                    return Err(write::stale(&mut link, Scope::AgendaItems, id, before.version).await);
                }
                let mut facts = before.facts.clone();
                merge(&mut facts);
                Refused::unless_empty(facts.check("", &self.names.organisation_codes))?;
                Refused::unless_no_number(check::numbers_in(&facts, ""))?;
                if let Some(after) = decide::edit(&before, facts) {
                    entry.item = after;
                }
                if let Some(meeting) = meeting.as_ref().filter(|_| before.facts.slot != entry.item.facts.slot) {
                    Refused::unless_empty(meeting.facts.check_slot(entry.item.facts.slot, "/slot"))?;
                    self.settle_slot(&mut link, &mut entry, meeting, &mut also).await?;
                }
                "agenda-item.amend"
            }
            Wish::Move(_, spot) => {
                let to = target.as_ref().or(meeting.as_ref()).ok_or(Refusal::NotPlaced)?;
                if let Some(signal) = before.signal {
                    not_proposed_yet(&mut link, signal, Some(before.id)).await?;
                }
                self.put_on(&mut link, &mut entry, to, *spot, &mut also).await?;
                if before.meeting != entry.item.meeting {
                    self.settle_slot(&mut link, &mut entry, to, &mut also).await?;
                    told = timeline::placed(&entry.item, meeting.as_ref(), to, &RawText::default());
                }
                "agenda-item.move"
            }
            Wish::TakeOff(reason) => {
                if before.dropped {
                    for signal in cases.all() {
                        not_proposed_yet(&mut link, signal.id, Some(before.id)).await?;
                    }
                }
                entry.item = decide::take_off(&before, reason.clone())?;
                let verb = if before.dropped { LinkedVerb::Proposed } else { LinkedVerb::TakenOff };
                told = timeline::told(&before, verb, meeting.as_ref(), reason);
                "agenda-item.take-off"
            }
            Wish::Drop(reason) => {
                entry.item = decide::drop_candidate(&before, reason.clone())?;
                told = timeline::told(&before, LinkedVerb::Dropped, None, reason).filter(|_| !before.dropped);
                "agenda-item.drop"
            }
        };
        if entry.item == before {
            let item = self.case_of(&mut link, entry, meeting).await?;
            write::settle_unchanged(link, caller, keyed, id).await?;
            return Ok(Written { item, changed: false, masked: 0, committed: false });
        }
        let is_edit = matches!(wish, Wish::Edit(..));
        if !is_edit || !only_ends(&mut link, meeting.as_ref(), (&before, &entry.item)).await? {
            for touched in meeting.iter().chain(&target) {
                also.push(touch(&mut link, touched).await?);
            }
        }
        let on = meeting.iter().chain(&target).find(|one| Some(one.id) == entry.item.meeting);
        agenda_items::update(&mut link, &entry.item, &self.item_row(&entry, on)).await?;
        self.tell_cases(&mut link, cases, told, (caller, now), &mut also).await?;
        let fields = write::differing(&json(&before)?, &json(&entry.item)?);
        let (scope, object, version) = (Scope::AgendaItems, id.to_owned(), entry.item.revision);
        let deed = Deed { caller, keyed, now, verb, scope, object, version, fields, also, answer: None };
        self.committed_item(link, &deed).await
    }

    pub(super) async fn committed_item(&self, mut link: Link, deed: &Deed<'_>) -> Result<Written<ItemCase>, Refused> {
        let id = deed.answer.as_deref().unwrap_or(&deed.object);
        let item = self.item_case(&mut link, id).await?.ok_or(Refused::NotFound)?;
        self.commit_deed(link, deed).await?;
        Ok(Written { item, changed: true, masked: 0, committed: true })
    }

    pub(super) async fn item_case(&self, link: &mut Link, id: &str) -> Result<Option<ItemCase>, StoreError> {
        let Some(item) = agenda_items::get(link, id).await? else { return Ok(None) };
        let meeting = match item.meeting {
            Some(meeting) => meetings::get(link, &meeting.to_string()).await?,
            None => None,
        };
        let entry = agenda_items::entry(link, item).await?;
        Ok(Some(self.case_of(link, entry, meeting).await?))
    }

    pub(super) async fn repeated_item(&self, link: &mut Link, kept: &Kept) -> Result<Written<ItemCase>, Refused> {
        let item = self.item_case(link, &kept.object).await?.ok_or(Refused::NotFound)?;
        Ok(Written { item, changed: write::was_change(kept), masked: 0, committed: false })
    }

    pub(super) async fn saw_item(&self, caller: &Caller, written: Written<ItemCase>) -> Result<Written<ItemCase>, Refused> {
        if !written.committed {
            self.saw(caller, "agenda-item.read", "agenda-item", &written.item.entry.item.id.to_string()).await?;
        }
        Ok(written)
    }
}

/// A case stands among the candidates or on an agenda that is still to come at most once; this item of it aside. To be called with
/// the case held, so that nobody else puts it there meanwhile.
async fn not_proposed_yet(link: &mut Link, signal: SignalId, but: Option<AgendaItemId>) -> Result<(), Refused> {
    let items = agenda_items::of_signal(link, &signal.to_string()).await?;
    for item in items.into_iter().filter(|item| Some(item.id) != but) {
        let waits = match item.meeting {
            Some(id) => meetings::get(link, &id.to_string()).await?.is_some_and(|meeting| meeting.state.is_open()),
            None => !item.dropped,
        };
        if waits {
            return Err(Refusal::AlreadyProposed.into());
        }
    }
    Ok(())
}

/// No case of these items was proposed anew since: it would stand there twice.
pub(super) async fn none_proposed_beside(link: &mut Link, items: &[AgendaItem]) -> Result<(), Refused> {
    for item in items {
        if let Some(signal) = item.signal {
            not_proposed_yet(link, signal, Some(item.id)).await?;
        }
    }
    Ok(())
}

pub(super) fn read_id(text: &str) -> Result<String, Refused> {
    Ok(text.parse::<AgendaItemId>().map_err(|_| Refused::NotFound)?.to_string())
}
