//! What changed in an agenda, in words: the fields, each with what it said and says where that is known.

use super::Texts;
use crate::domain::{meeting::FieldChange, text::RawText};

impl Texts {
    /// `minuten 30 → 45, uitnodigingen`.
    pub fn changed(&self, fields: &[String], values: &[FieldChange]) -> String {
        let words = fields.iter().map(|field| {
            let word = self.field_word(field);
            match values.iter().find(|one| one.field == *field) {
                Some(value) => format!("{word} {} → {}", said(&value.from), said(&value.to)),
                None => word,
            }
        });
        words.collect::<Vec<_>>().join(", ")
    }

    /// A field that a newer server names is told as it is.
    fn field_word(&self, field: &str) -> String {
        let kebab = |c: char| if c.is_ascii_uppercase() { format!("-{}", c.to_ascii_lowercase()) } else { c.to_string() };
        let key = format!("changes-field-{}", field.chars().map(kebab).collect::<String>());
        if self.has(&key) { self.get(&key) } else { field.to_owned() }
    }
}

fn said(text: &RawText) -> String {
    if text.is_blank() { "–".into() } else { text.line().into_string() }
}
