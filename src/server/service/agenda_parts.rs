//! Invitations, decisions and papers: each with a version of its own, recorded under its item.

use chrono::{DateTime, Utc};

use super::{
    Keyed, Refused, Service, Written,
    agenda_hold::{Held, as_fixed, hold, touch},
    agenda_items::{ItemCase, read_id},
    meetings::{Deed, json},
    write,
};
use crate::{
    domain::{
        arrangement::decide::Moment,
        check::{self, Checked},
        ids::PartId,
        meeting::{
            AgendaItem, EditionItem, Entry, Invitation, InvitationFacts, ItemPaper, ItemPaperFacts, LetDecision,
            LetDecisionFacts, Meeting, Part, PartFacts, PartKind, Refusal, Slot, decide, ending,
            timeline::{self, CaseEntry},
        },
    },
    server::{
        identity::Caller,
        store::{Link, StoreError, agenda_items, changes::Scope, history::RECEIVED},
    },
};

/// What a kind of part needs of the service.
pub trait Kept: PartFacts + Checked {
    /// Where those of an item are.
    fn of(entry: &mut Entry) -> &mut Vec<Part<Self>>;

    /// The entry of the register it names; empty: none.
    fn officer(&self) -> String {
        String::new()
    }

    /// What it says for an item at this time.
    fn at(self, _: Option<Slot>) -> Self {
        self
    }

    /// Does this make the agenda another one?
    fn changes_agenda(meeting: &Meeting, before: Option<&Part<Self>>, after: &Part<Self>) -> bool;

    /// Do these say the same thing to somebody, so that only one of them may stand?
    fn doubles(_: &Self, _: &Self) -> bool {
        false
    }

    /// Is something taken back by this that may be taken back when the agenda no longer changes? `fixed` is the item as it was
    /// fixed.
    fn only_ends(_: Option<&Part<Self>>, _: &Part<Self>, _: Option<&EditionItem>) -> bool {
        false
    }

    /// What the history of the case gets.
    fn told(_: &AgendaItem, _: Option<&Meeting>, _: Option<&Part<Self>>, _: &Part<Self>) -> Option<CaseEntry> {
        None
    }
}

impl Kept for InvitationFacts {
    fn of(entry: &mut Entry) -> &mut Vec<Invitation> {
        &mut entry.invitations
    }

    fn officer(&self) -> String {
        self.officer.map(|id| id.to_string()).unwrap_or_default()
    }

    fn doubles(one: &Self, other: &Self) -> bool {
        one.asks_the_same(other)
    }

    fn at(self, slot: Option<Slot>) -> Self {
        self.answered_at(slot)
    }

    fn changes_agenda(meeting: &Meeting, before: Option<&Invitation>, after: &Invitation) -> bool {
        // While it is prepared every change counts; an answer to what was fixed does not.
        meeting.edition.is_none() || !before.is_some_and(|before| decide::is_answer(before, after))
    }
}

impl Kept for LetDecisionFacts {
    fn of(entry: &mut Entry) -> &mut Vec<LetDecision> {
        &mut entry.decisions
    }

    fn changes_agenda(_: &Meeting, _: Option<&LetDecision>, _: &LetDecision) -> bool {
        false
    }

    fn told(
        item: &AgendaItem,
        meeting: Option<&Meeting>,
        before: Option<&LetDecision>,
        after: &LetDecision,
    ) -> Option<CaseEntry> {
        timeline::decided(item, meeting, before, after)
    }
}

impl Kept for ItemPaperFacts {
    fn of(entry: &mut Entry) -> &mut Vec<ItemPaper> {
        &mut entry.papers
    }

    fn changes_agenda(_: &Meeting, _: Option<&ItemPaper>, _: &ItemPaper) -> bool {
        true
    }

    fn only_ends(before: Option<&ItemPaper>, after: &ItemPaper, fixed: Option<&EditionItem>) -> bool {
        let fixed = fixed.and_then(|item| item.papers.iter().find(|paper| paper.id == after.id));
        before.is_some_and(|before| ending::takes_paper_back(before, after, fixed))
    }
}

/// Changes the facts of a part, and may take it back or count it again.
pub type Merge<'a, F> = &'a (dyn Fn(&mut F, &mut bool) + Sync);

impl Service {
    /// Records a part of an item.
    pub async fn new_part<F: Kept>(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        item: &str,
        facts: &F,
    ) -> Result<Written<ItemCase>, Refused> {
        Refused::unless_empty(facts.check("/facts", &self.names.organisation_codes))?;
        Refused::unless_no_number(check::numbers_in(facts, "/facts"))?;
        let (id, now) = (read_id(item)?, self.now());
        let written = write::again!(self.try_new_part(caller, keyed, &id, facts, now))?;
        self.saw_item(caller, written).await
    }

    async fn try_new_part<F: Kept>(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        item: &str,
        facts: &F,
        now: DateTime<Utc>,
    ) -> Result<Written<ItemCase>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, Some(keyed), now.timestamp_micros()).await? {
            return self.repeated_item(&mut link, &kept).await;
        }
        let held = hold(&mut link, item, None).await?;
        let actor = caller.actor();
        let id = PartId(self.clock.id(now).map_err(StoreError::from)?);
        let part = decide::new_part(id, &held.entry.item, facts.clone().at(held.slot()), Moment { actor: &actor, now });
        agenda_items::insert_part(&mut link, &part, &facts.officer()).await?;
        let content = serde_json::to_string(&part).map_err(StoreError::from)?;
        let fields = vec![(RECEIVED.into(), String::new(), content)];
        self.commit_part(link, (caller, Some(keyed), now), verb_of(F::KIND, true), held, None, part, fields).await
    }

    /// Changes the version of a part that the caller saw.
    pub async fn change_part<F: Kept>(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        id: &str,
        expected: i64,
        merge: Merge<'_, F>,
    ) -> Result<Written<ItemCase>, Refused> {
        let id = id.parse::<PartId>().map_err(|_| Refused::NotFound)?.to_string();
        let now = self.now();
        let written = write::again!(self.try_change_part(caller, keyed, (&id, expected), merge, now))?;
        self.saw_item(caller, written).await
    }

    async fn try_change_part<F: Kept>(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        (id, expected): (&str, i64),
        merge: Merge<'_, F>,
        now: DateTime<Utc>,
    ) -> Result<Written<ItemCase>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, keyed, now.timestamp_micros()).await? {
            return self.repeated_item(&mut link, &kept).await;
        }
        let found: Part<F> = agenda_items::part(&mut link, id).await?.ok_or(Refused::NotFound)?;
        let held = hold(&mut link, &found.item.to_string(), None).await?;
        // With its item held nobody else changes it: read again.
        let before: Part<F> = agenda_items::part(&mut link, id).await?.ok_or(Refused::NotFound)?;
        if before.version != expected {
            return Err(write::stale(&mut link, Scope::AgendaParts(F::KIND), id, before.version).await);
        }
        let (mut facts, mut withdrawn) = (before.facts.clone(), before.withdrawn);
        merge(&mut facts, &mut withdrawn);
        Refused::unless_empty(facts.check("", &self.names.organisation_codes))?;
        Refused::unless_no_number(check::numbers_in(&facts, ""))?;
        let facts = facts.at(held.slot());
        let Some(after) = decide::change_part(&before, facts, withdrawn, Moment { actor: &caller.actor(), now })? else {
            let Held { entry, meeting, .. } = held;
            let item = self.case_of(&mut link, entry, meeting).await?;
            write::settle_unchanged(link, caller, keyed, &item.entry.item.id.to_string()).await?;
            return Ok(Written { item, changed: false, masked: 0, committed: false });
        };
        agenda_items::update_part(&mut link, &after, &after.facts.officer()).await?;
        let fields = write::differing(&json(&before)?, &json(&after)?);
        self.commit_part(link, (caller, keyed, now), verb_of(F::KIND, false), held, Some(before), after, fields).await
    }

    /// Writes what a part moves (item, meeting) and commits.
    #[allow(clippy::too_many_arguments)]
    async fn commit_part<F: Kept>(
        &self,
        mut link: Link,
        (caller, keyed, now): (&Caller, Option<&Keyed>, DateTime<Utc>),
        verb: &'static str,
        held: Held,
        before: Option<Part<F>>,
        after: Part<F>,
        fields: Vec<(String, String, String)>,
    ) -> Result<Written<ItemCase>, Refused> {
        let Held { mut entry, meeting, cases, .. } = held;
        let mut also = vec![];
        let told = F::told(&entry.item, meeting.as_ref(), before.as_ref(), &after);
        match (F::KIND, &meeting) {
            (PartKind::Decision, None) => return Err(Refusal::NotPlaced.into()),
            (PartKind::Decision, Some(meeting)) => decide::may_decide(meeting)?,
            (_, Some(meeting)) if F::changes_agenda(meeting, before.as_ref(), &after) => {
                let fixed = if meeting.state.is_open() { None } else { as_fixed(&mut link, meeting, &entry.item).await? };
                if meeting.state.is_open() || !F::only_ends(before.as_ref(), &after, fixed.as_ref()) {
                    also.push(touch(&mut link, meeting).await?);
                }
            }
            (PartKind::Invitation, Some(meeting)) if !meeting.state.is_open() => {
                return Err(Refusal::Over(meeting.state).into());
            }
            (PartKind::Invitation | PartKind::Paper, _) => {}
        }
        let stood = before.as_ref().is_some_and(|before| !before.withdrawn && F::doubles(&before.facts, &after.facts));
        let is_double = |one: &Part<F>| one.id != after.id && !one.withdrawn && F::doubles(&one.facts, &after.facts);
        if !stood && !after.withdrawn && F::of(&mut entry).iter().any(is_double) {
            return Err(Refusal::AlreadyInvited.into());
        }
        let (object, version) = (after.id.to_string(), after.version);
        let parts = F::of(&mut entry);
        parts.retain(|part| part.id != after.id);
        parts.push(after);
        entry.item.revision += 1;
        agenda_items::update(&mut link, &entry.item, &self.item_row(&entry, meeting.as_ref())).await?;
        self.tell_cases(&mut link, cases, told, (caller, now), &mut also).await?;
        let item = entry.item.id.to_string();
        also.push((Scope::AgendaItems, item.clone()));
        let scope = Scope::AgendaParts(F::KIND);
        let deed = Deed { caller, keyed, now, verb, scope, object, version, fields, also, answer: Some(item) };
        self.committed_item(link, &deed).await
    }
}

fn verb_of(kind: PartKind, is_new: bool) -> &'static str {
    match (kind, is_new) {
        (PartKind::Invitation, true) => "invitation.create",
        (PartKind::Invitation, false) => "invitation.amend",
        (PartKind::Decision, true) => "let-decision.create",
        (PartKind::Decision, false) => "let-decision.amend",
        (PartKind::Paper, true) => "item-paper.create",
        (PartKind::Paper, false) => "item-paper.amend",
    }
}
