//! Taking back what was written in an item, and writing it again: as one step, and only where what was written still stands.

use serde_json::{Map, Value};

use super::{
    super::{
        State, Tone,
        acting::{Done, Why},
        command::Command,
        message::Effect,
    },
    AgendaCall, AgendaDone,
    deeds::{Deed, Wanted},
    undoing::Change,
};
use crate::{
    api::meeting::{AgendaItemDetail, AgendaItemPatch},
    domain::{ids::AgendaItemId, meeting::AgendaItemFacts},
};

impl State {
    /// An item was written in: what it said before is kept, if that was read here.
    pub(super) fn wrote(&mut self, found: &AgendaItemDetail) -> bool {
        let before = self.read_at(found.item.id, found.item.version - 1).cloned();
        let Some(before) = before else { return false };
        let back = Box::new(between(&found.item.facts, &before));
        let done = Box::new(between(&before, &found.item.facts));
        let change = Change::Text { item: found.item.id, back, done };
        self.did_on_agenda(AgendaDone::new("past-agenda-text", vec![change]));
        true
    }

    /// Writes what it said before, unless somebody else wrote in one of the same fields since. What was not read is read first.
    pub(super) fn write_again(
        &mut self,
        item: AgendaItemId,
        (was, to): (Box<AgendaItemPatch>, Box<AgendaItemPatch>),
        why: Why,
        effects: &mut Vec<Effect>,
    ) -> Option<Change> {
        let Some((now, ..)) = self.item_read_of(item) else {
            let change = Change::Text { item, back: to, done: was };
            let again = Done { steps: vec![], at: self.now, agenda: Some(AgendaDone::new("past-agenda-text", vec![change])) };
            let command = match why {
                Why::Redo => {
                    self.past.undone.push(again);
                    Command::Redo
                }
                Why::Undo | Why::Wanted => {
                    self.past.done.push(again);
                    Command::Undo
                }
            };
            self.agenda.wanted = Some(Wanted::Item(item, command));
            effects.extend(self.read_item(item));
            return None;
        };
        let (version, same) = (now.version, says(&now.facts, &was));
        if !same {
            let title = self.replica.agendas().item(item).map(|row| self.item_title(row)).unwrap_or_default();
            self.say_with(Tone::Warn, "agenda-text-since", &[("title", title.into())]);
            return None;
        }
        effects.extend(self.do_on_agenda(Deed::Again(why), AgendaCall::Edit(item, version, (*to).clone())));
        Some(Change::Text { item, back: was, done: to })
    }
}

fn fields(of: &impl serde::Serialize) -> Map<String, Value> {
    match serde_json::to_value(of) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// What differs from `before`, as `after` says it.
fn between(before: &AgendaItemFacts, after: &AgendaItemFacts) -> AgendaItemPatch {
    let (before, mut after) = (fields(before), fields(after));
    after.retain(|name, value| before.get(name) != Some(value));
    serde_json::from_value(Value::Object(after)).unwrap_or_default()
}

/// Does an item say what the patch says?
fn says(facts: &AgendaItemFacts, patch: &AgendaItemPatch) -> bool {
    let facts = fields(facts);
    fields(patch).iter().all(|(name, value)| facts.get(name) == Some(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_told_both_ways() {
        let before = AgendaItemFacts::titled("Kind".into(), 30);
        let after = AgendaItemFacts { stalemate: "Ieder wacht.".into(), minutes: 20, ..before.clone() };
        let done = between(&before, &after);
        assert_eq!((done.minutes, done.stalemate.as_ref().map(|text| text.raw())), (Some(20), Some("Ieder wacht.")));
        assert_eq!((&done.title, &done.grounds), (&None, &None));
        assert!(says(&after, &done) && !says(&before, &done));
        let back = between(&after, &before);
        assert!(says(&before, &back) && back.stalemate.as_ref().is_some_and(|text| text.raw().is_empty()));
        // Somebody else wrote elsewhere in it: that does not stand in the way.
        assert!(says(&AgendaItemFacts { presenter: "J. Bakker".into(), ..after }, &done));
    }
}
