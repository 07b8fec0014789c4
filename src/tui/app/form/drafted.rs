//! What was typed in a form as the text of a draft, and put back from one.

use serde_json::{Map, Value};

use super::{super::forms::intake, Form, Kind, Slot};
use crate::domain::{Date, Instant};

/// Everything typed in a draft, one field after the other, the title first; not what was chosen.
pub fn texts_of(draft: &str) -> String {
    let Ok(Value::Object(map)) = serde_json::from_str::<Value>(draft) else { return String::new() };
    let shown = |name: &str| !matches!(name, KEY | "intake-urgency" | "urgency" | "contact-reached" | "moratorium-kind");
    let mut texts: Vec<(&String, &str)> =
        map.iter().filter(|(name, _)| shown(name)).filter_map(|(name, text)| Some((name, text.as_str()?))).collect();
    texts.retain(|(_, text)| !text.trim().is_empty());
    texts.sort_by_key(|(name, _)| *name != "intake-title");
    texts.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n")
}

/// Under this name the key of an unconfirmed save is kept in a draft, so that saving it again has no second effect.
const KEY: &str = "key";

/// Under this name a draft of a correction keeps what stood in its fields before.
const WAS: &str = "was";

impl Form {
    /// Everything typed, as the text of a draft; days in words as dates.
    pub fn draft(&self, today: Date) -> String {
        let settled = |slot: &Slot| slot.date(today).filter(|_| slot.either_year(today).is_none() && !slot.is_length());
        let text = |slot: &Slot| settled(slot).map_or_else(|| slot.field.text().to_owned(), |day| slot.written(day));
        let begun = self.slots.iter().zip(&self.begun).filter(|(slot, _)| !self.is_correction() || self.is_changed(slot.name));
        let texts = begun.clone().map(|(slot, _)| (slot.name.to_owned(), text(slot).into()));
        let was = || begun.clone().map(|(slot, begun)| (slot.name.to_owned(), begun.as_str().into()));
        let was = self.is_correction().then(|| (WAS.to_owned(), Value::Object(was().collect())));
        let key = self.key.map(|key| (KEY.to_owned(), key.to_string().into()));
        Value::Object(texts.chain(was).chain(key).collect::<Map<String, Value>>()).to_string()
    }

    /// The fields of a draft in which something else stood when it was typed than stood in this form at the beginning.
    pub fn overtaken(&self, draft: &str) -> Vec<&'static str> {
        let Ok(Value::Object(map)) = serde_json::from_str::<Value>(draft) else { return vec![] };
        let Some(was) = map.get(WAS).and_then(Value::as_object) else { return vec![] };
        let other =
            |slot: &&Slot| was.get(slot.name).and_then(Value::as_str).is_some_and(|was| self.has_begun_otherwise(slot.name, was));
        self.slots.iter().filter(other).map(|slot| slot.name).collect()
    }

    /// Puts a draft back, if nothing was typed meanwhile. Says whether it did.
    pub fn restore(&mut self, draft: &str, saved_at: Instant) -> bool {
        let Ok(Value::Object(map)) = serde_json::from_str(draft) else { return false };
        if self.edits > 0 {
            return false;
        }
        let corrects = self.is_correction();
        if corrects && map.keys().any(|name| name.starts_with("intake-") && self.slots.iter().all(|slot| slot.name != name)) {
            self.make_room(intake::slots(intake::MOST, intake::MOST, true));
        }
        // What is typed as a safeguard is typed anew.
        for slot in self.slots.iter_mut().filter(|slot| slot.name != "let-number") {
            if let Some(text) = map.get(slot.name).and_then(Value::as_str).filter(|text| corrects || !text.is_empty()) {
                slot.field.set(text);
                if !matches!(slot.kind, Kind::Choice(_)) {
                    self.restored = Some(saved_at);
                }
            }
        }
        (0..self.slots.len()).for_each(|at| self.propose_again(at));
        self.key = map.get(KEY).and_then(Value::as_str).and_then(|key| key.parse().ok());
        true
    }

    /// Does it change what stands in a signal? Then only what was changed counts, and what was emptied too.
    pub(super) fn is_correction(&self) -> bool {
        matches!(self.purpose, super::Purpose::EditFacts(_))
    }
}
