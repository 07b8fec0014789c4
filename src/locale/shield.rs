//! What is shielded of a case, in words.

use super::Texts;
use crate::domain::{
    signal::{Entry, ShieldedField},
    text::SafeText,
};

impl Texts {
    /// A shielded field: `telefoon van de melder`.
    pub fn shielded(&self, field: ShieldedField) -> String {
        self.get(&format!("shielded-{}", field.code().replace('.', "-")))
    }

    /// What an entry of the timeline says of a reveal.
    pub fn reveal(&self, entry: &Entry) -> String {
        let named = |code: &str| {
            let field = ShieldedField::from_code(code.trim());
            field.map_or_else(|| SafeText::line(code.trim()).into_string(), |field| self.shielded(field))
        };
        let fields: Vec<String> = entry.text.raw().split(',').map(named).collect();
        self.with("entry-reveal", &[("fields", fields.join(", ").into())])
    }
}
