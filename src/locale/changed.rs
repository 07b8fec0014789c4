//! What changed in an agenda, in words: the fields, each with what it said and says where that is known.

use super::Texts;
use crate::domain::{meeting::FieldChange, text::RawText};

/// From so many characters on a text is not told as a whole, but only where it differs.
const LONG: usize = 60;
/// So many words stand before and after what differs.
const AROUND: usize = 3;
/// So many characters of what differs are told at most.
const MOST: usize = 240;

impl Texts {
    /// `minuten 30 → 45, uitnodigingen`.
    pub fn changed(&self, fields: &[String], values: &[FieldChange]) -> String {
        let words = fields.iter().map(|field| {
            let word = self.field_word(field);
            let told = values.iter().find(|one| one.field == *field).map(|value| apart(&value.from, &value.to));
            match told {
                Some((from, to)) => format!("{word} {from} → {to}"),
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

/// Both texts; of long ones where they differ, with a few words around it.
fn apart(from: &RawText, to: &RawText) -> (String, String) {
    let (from, to) = (from.line().into_string(), to.line().into_string());
    if from.chars().count() <= LONG && to.chars().count() <= LONG {
        return (said(&from), said(&to));
    }
    let (was, is): (Vec<&str>, Vec<&str>) = (from.split_whitespace().collect(), to.split_whitespace().collect());
    let head = was.iter().zip(&is).take_while(|(was, is)| was == is).count();
    let rest = was.len().min(is.len()) - head;
    let tail = was.iter().rev().zip(is.iter().rev()).take(rest).take_while(|(was, is)| was == is).count();
    let (head, tail) = (head.saturating_sub(AROUND), tail.saturating_sub(AROUND));
    let part = |words: &[&str]| {
        let told = words[head..words.len() - tail].join(" ");
        let cut: String = told.chars().take(MOST).collect();
        let (before, after) = (if head > 0 { "…" } else { "" }, if tail > 0 || cut.len() < told.len() { "…" } else { "" });
        if words.is_empty() { said("") } else { format!("“{before}{cut}{after}”") }
    };
    (part(&was), part(&is))
}

fn said(text: &str) -> String {
    if text.trim().is_empty() { "–".into() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_text_it_is_told_where_it_differs() {
        let long = "Het gezin woont sinds maart in een noodwoning en de huur is twee keer niet betaald aan de corporatie.";
        let (from, to) = apart(&long.into(), &long.replace("twee keer", "drie maanden").as_str().into());
        assert_eq!(from, "“…de huur is twee keer niet betaald aan…”");
        assert_eq!(to, "“…de huur is drie maanden niet betaald aan…”");
        assert_eq!(apart(&"".into(), &"30".into()), ("–".to_owned(), "30".to_owned()));
        assert_eq!(apart(&"".into(), &long.into()).0, "–");
    }
}
