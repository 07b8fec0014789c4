//! What was typed in a form as the text of a draft, and put back from one. A form that changes what is there keeps only what was changed,
//! with what stood there before and the version that was, so that a draft that comes back never writes over what somebody else wrote since.

use serde_json::{Map, Value};

use super::{
    super::forms::intake,
    Form, Kind, Slot,
    merging::{Other, Theirs},
    same,
};
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

/// Under this name a draft of a change keeps what stood in its fields before.
const WAS: &str = "was";

/// Under this name it keeps the version in which that was so.
const SEEN: &str = "seen";

impl Form {
    /// Everything typed, as the text of a draft; days in words as dates.
    pub fn draft(&self, today: Date) -> String {
        self.draft_of(today, |_| true)
    }

    /// The same, of these fields.
    pub fn draft_of(&self, today: Date, wanted: impl Fn(&str) -> bool) -> String {
        let settled = |slot: &Slot| slot.date(today).filter(|_| slot.either_year(today).is_none() && !slot.is_length());
        let text = |slot: &Slot| settled(slot).map_or_else(|| slot.field.text().to_owned(), |day| slot.written(day));
        let slots = self.slots.iter().filter(|slot| wanted(slot.name) && (!self.revises() || self.is_changed(slot.name)));
        let mut draft: Map<String, Value> = slots.clone().map(|slot| (slot.name.to_owned(), text(slot).into())).collect();
        if self.revises() {
            // Where both wrote, what stood there before either did: the question comes back with the draft, also where it was answered,
            // for nothing was saved and days may pass.
            let both = || self.theirs.iter().flat_map(|theirs| &theirs.fields).filter(|other| self.is_changed(other.name));
            let open = |name: &str| both().find(|other| other.name == name).map(|other| other.base.as_str());
            let was = |slot: &Slot| open(slot.name).unwrap_or_else(|| self.theirs_in(slot.name)).into();
            // Of a row that was written in the whole of it: what else stood there says which row it was.
            let rows: Vec<&str> = slots.clone().flat_map(|slot| intake::row_of(slot.name)).copied().collect();
            let kept: Vec<&str> = slots.map(|slot| slot.name).collect();
            let slots = self.slots.iter().filter(|slot| kept.contains(&slot.name) || rows.contains(&slot.name));
            draft.insert(WAS.to_owned(), Value::Object(slots.map(|slot| (slot.name.to_owned(), was(slot))).collect()));
            let began = self.theirs.as_ref().and_then(|theirs| theirs.began).filter(|_| both().next().is_some());
            draft.extend(began.or(self.seen).or(self.based_on).map(|seen| (SEEN.to_owned(), seen.into())));
        }
        draft.extend(self.key.map(|key| (KEY.to_owned(), key.to_string().into())));
        Value::Object(draft).to_string()
    }

    /// Puts a draft back, if nothing was typed meanwhile. Says whether it did. In a form that changes what is there only what was changed
    /// is set; where somebody else wrote since, that is remembered as a clash.
    pub fn restore(&mut self, draft: &str, saved_at: Instant) -> bool {
        let Ok(Value::Object(map)) = serde_json::from_str(draft) else { return false };
        if self.edits > 0 {
            return false;
        }
        let revises = self.revises();
        if self.is_correction()
            && map.keys().any(|name| name.starts_with("intake-") && self.slots.iter().all(|slot| slot.name != name))
        {
            self.make_room(intake::slots(intake::MOST, intake::MOST, true));
        }
        // A draft of before versions were kept says of no field what stood there before: it may be anything.
        let was = map.get(WAS).and_then(Value::as_object);
        self.based_on = map.get(SEEN).and_then(Value::as_i64);
        let mut theirs = Theirs { began: self.based_on, ..Theirs::default() };
        // What is typed as a safeguard is typed anew.
        for (slot, begun) in self.slots.iter_mut().zip(&mut self.begun).filter(|(slot, _)| slot.name != "let-number") {
            // What was not touched in a row that was written in stands in it as it was seen.
            let seen = || was.and_then(|was| was.get(slot.name)).filter(|_| revises);
            let text = map.get(slot.name).or_else(seen).and_then(Value::as_str);
            let Some(text) = text.filter(|text| was.is_some() || !text.is_empty()) else { continue };
            if revises {
                let base = was.and_then(|was| was.get(slot.name)).and_then(Value::as_str).unwrap_or_default();
                if self.seen.is_none() {
                    // What stands there now is still to be read, and is laid beside this then.
                    *begun = base.to_owned();
                } else if same(text, begun) {
                    continue;
                } else if !same(base, begun) {
                    theirs.fields.push(Other { name: slot.name, base: base.to_owned(), settled: false });
                }
            }
            slot.field.set(text);
            if !matches!(slot.kind, Kind::Choice(_)) {
                self.restored = Some(saved_at);
            }
        }
        self.doubt_rows(&mut theirs, |row, others| others.iter().any(|other| other.name == row[0]));
        self.theirs = Some(theirs).filter(|theirs| !theirs.fields.is_empty()).or(self.theirs.take());
        (0..self.slots.len()).for_each(|at| self.propose(at));
        self.key = map.get(KEY).and_then(Value::as_str).and_then(|key| key.parse().ok());
        true
    }

    /// Does it change what stands in a signal? Then what nobody touched holds nothing up.
    pub(super) fn is_correction(&self) -> bool {
        matches!(self.purpose, super::Purpose::EditFacts(..))
    }
}
