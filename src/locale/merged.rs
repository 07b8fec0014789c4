//! Merging in words: what an entry of the timeline says of it, with every text that came along.

use super::Texts;
use crate::domain::{
    municipality,
    signal::{Linked, NamedText},
    text::RawText,
};

impl Texts {
    /// `samengevoegd: S-2026-00466 ging hierin op. Overgenomen: labels`, and below it, each on its own lines, what that one said otherwise.
    pub(super) fn merged(&self, linked: &Linked) -> String {
        let label = || linked.label.line().into_string();
        let mut text = self.with(&format!("entry-merge-{}", linked.verb), &[("label", label().into())]);
        if !linked.fields.is_empty() {
            let fields: Vec<String> = linked.fields.iter().map(|field| self.merged_field(field)).collect();
            text.push_str(&self.with("entry-merge-fields", &[("fields", fields.join(", ").into())]));
        }
        for one in &linked.texts {
            let field = self.merged_field(&one.field);
            let said = match one.text.is_blank() {
                true => self.with("entry-merge-shielded", &[("field", field.into()), ("label", label().into())]),
                false => self.with("entry-merge-text", &[("field", field.into()), ("text", self.merged_value(one).into())]),
            };
            text.push('\n');
            text.push_str(&said);
        }
        text
    }

    /// A field by name; one that a newer server names is told as it is.
    pub fn merged_field(&self, field: &str) -> String {
        let key = format!("field-{}", field.replace('.', "-"));
        if self.has(&key) { self.get(&key) } else { RawText::from(field).line().into_string() }
    }

    fn merged_value(&self, one: &NamedText) -> String {
        let said = one.text.raw();
        let known = match one.field.as_str() {
            "municipality" => {
                municipality::all().into_iter().find(|known| known.code.to_string() == said).map(|known| known.name)
            }
            "snoozedUntil" => said.parse().ok().map(|day| self.day(day)),
            "urgency" => Some(format!("urgency-{said}")).filter(|key| self.has(key)).map(|key| self.get(&key)),
            _ => None,
        };
        known.unwrap_or_else(|| one.text.block().into_string())
    }
}
