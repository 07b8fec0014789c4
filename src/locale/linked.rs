//! A contact moment in a sentence, and what happened to a time-out, moratorium, bridging or commitment, or on an agenda, in a sentence for the timeline.

use super::{Texts, Value};
use crate::domain::{
    Date,
    signal::{ContactMoment, Entry, EntryKind, HardDate, HardDateKind, LinkedVerb},
};

impl Texts {
    /// What a hard date is of: `bezwaar, Awb 6:7`.
    pub fn hard_date(&self, date: &HardDate) -> String {
        let (key, value) = match date.kind {
            HardDateKind::Threat => return date.label.line().into_string(),
            HardDateKind::Moratorium => ("hard-date-moratorium", "by"),
            HardDateKind::Commitment => ("hard-date-commitment", "what"),
            HardDateKind::Objection => ("hard-date-objection", "article"),
        };
        self.with(key, &[(value, date.label.line().into())])
    }

    /// `Gebeld met CAK, bereikt.`; a correction says that it is one, or that there was no such contact.
    pub fn contact(&self, contact: &ContactMoment) -> String {
        let key = match (contact.withdrawn, contact.reached) {
            (true, _) => "entry-never",
            (false, true) => "entry-reached",
            (false, false) => "entry-not-reached",
        };
        let what = self.with(key, &[("with", contact.with.line().into())]);
        match contact.corrects {
            Some(_) => self.with("entry-correction", &[("what", what.into())]),
            None => what,
        }
    }

    /// What an entry of the timeline says about something that belongs to the signal, with why; nothing: it is another entry.
    pub fn linked(&self, entry: &Entry) -> Option<String> {
        let linked = entry.linked.as_ref()?;
        let (kind, verb) = (entry.kind, linked.verb);
        if kind == EntryKind::Merge {
            return Some(self.merged(linked));
        }
        let day = |day: Option<Date>| Value::from(day.map(|day| self.day(day)).unwrap_or_default());
        let action = linked.action.map(|action| self.get(&format!("confirmed-action-{action}"))).unwrap_or_default();
        let fields: Vec<String> = linked.fields.iter().map(|field| self.get(&format!("{kind}-field-{field}"))).collect();
        let values = [
            ("label", linked.label.line().into()),
            ("day", day(linked.on)),
            ("action", action.into()),
            ("fields", fields.join(", ").into()),
        ];
        // What was proposed or confirmed has a sentence of its own; what came of any other proposal does not need one.
        let key = match linked.action.filter(|_| matches!(verb, LinkedVerb::Proposed | LinkedVerb::Confirmed)) {
            Some(action) => format!("entry-{kind}-{verb}-{action}"),
            None => format!("entry-{kind}-{verb}"),
        };
        let mut text = self.with(&key, &values);
        let mut also = |key: &str, value: Value| text.push_str(&self.with(key, &[("value", value)]));
        if linked.before.is_some() && linked.before != linked.on {
            also("entry-was", day(linked.before));
        }
        if let Some(ending) = linked.ending {
            also("entry-ending", self.get(&format!("time-out-ending-{ending}")).into());
        }
        if linked.on.is_some() && matches!(verb, LinkedVerb::Rejected | LinkedVerb::Withdrawn) {
            also("entry-works-again", day(linked.on));
        }
        if !entry.text.is_blank() {
            let key = match verb {
                LinkedVerb::Settled => "entry-settlement",
                LinkedVerb::Kept => "entry-evidence",
                LinkedVerb::Decided | LinkedVerb::DecisionChanged | LinkedVerb::DecisionWithdrawn => "entry-decision",
                _ => "entry-why",
            };
            also(key, entry.text.line().into());
        }
        Some(text)
    }
}
