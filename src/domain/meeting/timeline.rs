//! What the history of a case tells of what happens to it on the agendas of the LET: an entry for each step, made when the step
//! is. Nothing of other cases is in it.

use super::{AgendaItem, Edition, LetDecision, Meeting};
use crate::domain::{
    ids::SignalId,
    signal::{EntryKind, Linked, LinkedVerb, decide::NewEntry},
    text::RawText,
};

/// An entry for the case of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseEntry {
    /// The case.
    pub signal: SignalId,
    /// What its history gets.
    pub entry: NewEntry,
}

/// What happened to an item at a meeting, and why; nothing: it is about no case. Without a meeting it is a candidate.
pub fn told(item: &AgendaItem, verb: LinkedVerb, meeting: Option<&Meeting>, why: &RawText) -> Option<CaseEntry> {
    let linked = Linked {
        id: item.id.0,
        label: meeting.map(|meeting| meeting.number.to_string()).unwrap_or_default().into(),
        verb,
        action: None,
        ending: None,
        on: meeting.and_then(|meeting| meeting.facts.day()),
        before: None,
        fields: vec![],
        texts: vec![],
    };
    let entry = NewEntry { kind: Some(EntryKind::Agenda), text: why.clone(), linked: Some(linked), ..NewEntry::default() };
    item.signal.map(|signal| CaseEntry { signal, entry })
}

/// The same of an item that came to this meeting, from that one or from the candidates.
pub fn placed(item: &AgendaItem, from: Option<&Meeting>, to: &Meeting, why: &RawText) -> Option<CaseEntry> {
    let verb = if from.is_some() { LinkedVerb::Moved } else { LinkedVerb::Placed };
    let mut told = told(item, verb, Some(to), why)?;
    if let Some(linked) = &mut told.entry.linked {
        linked.before = from.and_then(|from| from.facts.day());
    }
    Some(told)
}

/// What a fixed version tells each of its cases: whatever is new for it since the version before.
pub fn fixed(meeting: &Meeting, edition: &Edition, before: Option<&Edition>) -> Vec<CaseEntry> {
    let is_same = |one: &&super::EditionItem| {
        let known = before.and_then(|before| before.content.items.iter().find(|other| other.item.id == one.item.id));
        known.is_some_and(|other| other.item.facts == one.item.facts && other.times.starts_at == one.times.starts_at)
    };
    let news = edition.content.items.iter().filter(|one| !is_same(one));
    news.filter_map(|one| told(&one.item, LinkedVerb::Fixed, Some(meeting), &edition.reason)).collect()
}

/// What was recorded as decided, corrected or taken back.
pub fn decided(
    item: &AgendaItem,
    meeting: Option<&Meeting>,
    before: Option<&LetDecision>,
    after: &LetDecision,
) -> Option<CaseEntry> {
    let verb = match (before, after.withdrawn) {
        (_, true) => LinkedVerb::DecisionWithdrawn,
        (Some(before), false) if !before.withdrawn => LinkedVerb::DecisionChanged,
        (_, false) => LinkedVerb::Decided,
    };
    told(item, verb, meeting, &after.facts.text)
}
