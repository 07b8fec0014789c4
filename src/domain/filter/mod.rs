//! The words of a filter: what its fields are called in both languages, and how a line is cut into tokens.
//!
//! What a value means stands in [`value`] and [`day`]; which rows it finds is decided where the rows are. A saved view holds
//! tokens with a field and a value that is known, and nothing else, so that no word of a case is kept with it.

pub mod day;
pub mod value;

use super::{fold::fold, role::coded_enum};

pub use day::{DaySaid, Span};
pub use value::Owned;

coded_enum!(
    /// What a token of a filter looks at.
    Field {
        /// Status.
        Status = "status",
        /// Gemeente.
        Municipality = "municipality",
        /// Instantie.
        Body = "body",
        /// Urgentie.
        Urgency = "urgency",
        /// Behandelaar.
        Owner = "owner",
        /// Nummer.
        Number = "number",
        /// The first hard date.
        HardDate = "date",
        /// When it was received.
        Received = "received",
    }
);

impl Field {
    /// Its names, Dutch and English; the first of each language is the one that is written.
    pub fn names(self) -> (&'static [&'static str], &'static [&'static str]) {
        match self {
            Self::Status => (&["status"], &["status"]),
            Self::Municipality => (&["gemeente"], &["municipality"]),
            Self::Body => (&["instantie", "instanties"], &["body", "bodies"]),
            Self::Urgency => (&["urgentie"], &["urgency"]),
            Self::Owner => (&["eigenaar", "behandelaar", "bij"], &["owner", "by"]),
            Self::Number => (&["nummer", "zaak"], &["number", "case"]),
            Self::HardDate => (&["termijn", "datum", "uiterlijk"], &["date", "deadline"]),
            Self::Received => (&["binnen", "ontvangen"], &["received"]),
        }
    }

    /// The field with this name, in either language, whatever its case.
    pub fn named(name: &str) -> Option<Self> {
        let name = fold(name);
        Self::ALL.iter().copied().find(|field| field.all_names().any(|known| known == name))
    }

    /// Every name.
    pub fn all_names(self) -> impl Iterator<Item = &'static str> {
        let (dutch, english) = self.names();
        dutch.iter().chain(english).copied()
    }
}

/// A token: a word, or a field with values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Leaves out what it finds.
    pub negate: bool,
    /// The part before the colon, as typed; nothing for a word.
    pub field: Option<String>,
    /// The word, or everything behind the colon; without quotes.
    pub value: String,
}

impl Token {
    /// The values between commas.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.value.split(',').map(str::trim).filter(|value| !value.is_empty())
    }

    /// The field it is about, if it is one of ours.
    pub fn known(&self) -> Option<Field> {
        self.field.as_deref().and_then(Field::named)
    }

    /// As it is typed.
    pub fn write(&self) -> String {
        let quote = self.value.is_empty() || self.value.contains(char::is_whitespace);
        let value = if quote { format!("\"{}\"", self.value) } else { self.value.clone() };
        let field = self.field.as_ref().map(|field| format!("{field}:")).unwrap_or_default();
        format!("{}{field}{value}", if self.negate { "-" } else { "" })
    }
}

/// The tokens of a filter line: cut at blanks, but not between quotes.
pub fn tokens(text: &str) -> Vec<Token> {
    let (mut all, mut token, mut quoted) = (vec![], String::new(), false);
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => all.push(std::mem::take(&mut token)),
            c => token.push(c),
        }
    }
    all.push(token);
    all.iter().filter(|token| !token.is_empty()).map(|token| read(token)).collect()
}

fn read(text: &str) -> Token {
    let (negate, rest) = match text.strip_prefix('-') {
        Some(rest) if !rest.is_empty() => (true, rest),
        _ => (false, text),
    };
    match rest.split_once(':') {
        // Letters before a colon are meant as a field; `12:30` is a word.
        Some((field, value)) if !field.is_empty() && field.chars().all(char::is_alphabetic) => {
            Token { negate, field: Some(field.to_owned()), value: value.to_owned() }
        }
        _ => Token { negate, field: None, value: rest.to_owned() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_of_two_fields() {
        let mut names: Vec<(&str, Field)> =
            Field::ALL.iter().flat_map(|field| field.all_names().map(|name| (name, *field))).collect();
        names.sort_unstable();
        names.dedup();
        assert!(names.windows(2).all(|pair| pair[0].0 != pair[1].0), "{names:?}");
        assert_eq!(Field::named("Gemeente"), Some(Field::Municipality));
    }

    #[test]
    fn tokens_are_written_as_they_are_read() {
        let all = tokens(r#"ontruiming -gemeente:"Den Haag",breda 12:30 status: - x:"" "#);
        let shown: Vec<String> = all.iter().map(Token::write).collect();
        assert_eq!(shown, ["ontruiming", "-gemeente:\"Den Haag,breda\"", "12:30", "status:\"\"", "-", "x:\"\""]);
        assert_eq!(all[1].values().collect::<Vec<_>>(), ["Den Haag", "breda"]);
        assert_eq!(tokens(&shown.join(" ")), all);
    }
}
