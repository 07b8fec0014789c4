//! What may happen to a moratorium, bridging or commitment, and what becomes of it: pure decisions. The server carries them out.

use super::{Arrangement, ArrangementFacts, ArrangementVerb, Closed, Closing, Refusal};
use crate::domain::{
    Date, Instant,
    ids::ArrangementId,
    signal::{
        Linked, LinkedVerb, Signal,
        decide::{Actor, NewEntry},
    },
    text::RawText,
    zone,
};

/// Who acts, and when.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    /// Who.
    pub actor: &'a Actor,
    /// When.
    pub now: Instant,
}

impl Moment<'_> {
    fn today(self) -> Date {
        zone::date_of(self.now)
    }
}

/// What becomes of it, and what the timeline of its signal gets. The version is the store's to raise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<F> {
    /// As it is after it.
    pub after: Arrangement<F>,
    /// The entry.
    pub entry: NewEntry,
}

/// Records one.
pub fn record<F: ArrangementFacts>(
    id: ArrangementId,
    signal: &Signal,
    facts: F,
    moment: Moment<'_>,
) -> Result<Change<F>, Refusal> {
    if let Some(refusal) = facts.impossible(moment.today()) {
        return Err(refusal);
    }
    let after = Arrangement {
        id,
        version: 1,
        signal: signal.id,
        signal_number: signal.number,
        facts,
        closed: None,
        recorded_at: moment.now,
        recorded_by: moment.actor.account,
        recorded_by_name: moment.actor.name.clone(),
    };
    let entry = entry(&after, LinkedVerb::Recorded, Some(after.facts.day()), RawText::default());
    Ok(Change { after, entry })
}

/// Corrects what was recorded; nothing: it says so already.
pub fn correct<F: ArrangementFacts>(
    before: &Arrangement<F>,
    facts: F,
    moment: Moment<'_>,
    reason: RawText,
) -> Result<Option<Change<F>>, Refusal> {
    if before.closed.is_some() {
        return Err(Refusal::Closed);
    }
    if facts == before.facts {
        return Ok(None);
    }
    if let Some(refusal) = facts.impossible(moment.today()) {
        return Err(refusal);
    }
    let fields = facts.differing(&before.facts);
    let after = Arrangement { facts, ..before.clone() };
    let mut entry = entry(&after, LinkedVerb::Corrected, Some(after.facts.day()), reason);
    if let Some(linked) = &mut entry.linked {
        linked.before = Some(before.facts.day());
        linked.fields = fields;
    }
    Ok(Some(Change { after, entry }))
}

/// Closes it.
pub fn close<F: ArrangementFacts>(
    before: &Arrangement<F>,
    how: Closing,
    on: Date,
    text: RawText,
    moment: Moment<'_>,
) -> Result<Change<F>, Refusal> {
    if before.closed.is_some() {
        return Err(Refusal::Closed);
    }
    if let Some(refusal) = before.facts.closing_refused(how, on, moment.today()) {
        return Err(refusal);
    }
    let closed =
        Closed { how, on, text: text.clone(), at: moment.now, by: moment.actor.account, by_name: moment.actor.name.clone() };
    let mut after = before.clone();
    after.facts.close(&closed);
    after.closed = Some(closed);
    let entry = entry(&after, how.linked(), Some(on), text);
    Ok(Change { after, entry })
}

/// Opens it again: it was closed by mistake.
pub fn reopen<F: ArrangementFacts>(before: &Arrangement<F>, reason: RawText) -> Result<Change<F>, Refusal> {
    if before.closed.is_none() {
        return Err(Refusal::Open);
    }
    let after = Arrangement { closed: None, ..before.clone() };
    let entry = entry(&after, LinkedVerb::Reopened, Some(after.facts.day()), reason);
    Ok(Change { after, entry })
}

/// Every verb of its kind, with why it cannot be used now.
pub fn verbs<F: ArrangementFacts>(item: &Arrangement<F>) -> Vec<(ArrangementVerb, Option<Refusal>)> {
    let closed = item.closed.is_some();
    let while_open = std::iter::once(ArrangementVerb::Change).chain(F::CLOSINGS.iter().map(|how| ArrangementVerb::from(*how)));
    while_open
        .map(|verb| (verb, closed.then_some(Refusal::Closed)))
        .chain([(ArrangementVerb::Reopen, (!closed).then_some(Refusal::Open))])
        .collect()
}

fn entry<F: ArrangementFacts>(of: &Arrangement<F>, verb: LinkedVerb, on: Option<Date>, text: RawText) -> NewEntry {
    let linked = Linked {
        id: of.id.0,
        label: of.facts.label(),
        verb,
        action: None,
        ending: None,
        on,
        before: None,
        fields: vec![],
        texts: vec![],
    };
    NewEntry { kind: Some(F::KIND.entry()), text, linked: Some(linked), ..NewEntry::default() }
}
