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

    /// The same with one word more in its last value, where that is a value of the field, or the start of one.
    fn with_word(&self, word: &str) -> Option<Self> {
        // A comma behind the word begins another value.
        let first = word.split(',').next().unwrap_or_default();
        let last = self.values().last().filter(|_| !self.value.ends_with(','))?;
        let goes_on = value::goes_on(self.field.as_deref()?, &format!("{last} {first}"));
        goes_on.then(|| Self { value: format!("{} {word}", self.value), ..self.clone() })
    }

    /// As it is typed.
    pub fn write(&self) -> String {
        let quote = self.value.is_empty() || self.value.contains(char::is_whitespace);
        let value = if quote { format!("\"{}\"", self.value) } else { self.value.clone() };
        let field = self.field.as_ref().map(|field| format!("{field}:")).unwrap_or_default();
        format!("{}{field}{value}", if self.negate { "-" } else { "" })
    }
}

/// The tokens of a filter line: cut at blanks, but not between quotes, and not within a value of several words that is known
/// (`status:wacht op informatie`).
pub fn tokens(text: &str) -> Vec<Token> {
    let mut all: Vec<Token> = vec![];
    // May the last one go on?
    let mut open = false;
    for (word, quotes) in words(text) {
        let token = read(&word);
        let longer = all.last().filter(|_| open && !quotes && !word.starts_with('-') && token.field.is_none());
        if let Some(longer) = longer.and_then(|last| last.with_word(&word)) {
            all.pop();
            all.push(longer);
            continue;
        }
        open = token.field.is_some() && !quotes;
        all.push(token);
    }
    all
}

/// What stands between blanks, and whether there were quotes in it.
fn words(text: &str) -> impl Iterator<Item = (String, bool)> {
    let (mut all, mut word, mut quoted, mut quotes) = (vec![], String::new(), false, false);
    for c in text.chars() {
        match c {
            '"' => (quoted, quotes) = (!quoted, true),
            c if c.is_whitespace() && !quoted => all.push((std::mem::take(&mut word), std::mem::take(&mut quotes))),
            c => word.push(c),
        }
    }
    all.push((word, quotes));
    all.into_iter().filter(|(word, _)| !word.is_empty())
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

    #[test]
    fn a_value_goes_on_over_the_words_of_what_is_known() {
        for (text, expected) in [
            ("status:wacht op informatie huur", &["status:\"wacht op informatie\"", "huur"][..]),
            ("huur -status:Wacht op informatie -breda", &["huur", "-status:\"Wacht op informatie\"", "-breda"]),
            ("status:triage,wacht op info", &["status:\"triage,wacht op info\""]),
            (
                "status:wacht op informatie,in behandeling,nazorg x",
                &["status:\"wacht op informatie,in behandeling,nazorg\"", "x"],
            ),
            ("status:waiting for information", &["status:\"waiting for information\""]),
            ("status:ligt bij uwv", &["status:\"ligt bij\"", "uwv"]),
            ("status:wacht huur op", &["status:wacht", "huur", "op"]),
            ("status: wacht op", &["status:\"\"", "wacht", "op"]),
            ("status:\"wacht\" op", &["status:wacht", "op"]),
            ("status:wacht -op", &["status:wacht", "-op"]),
            ("status:wacht \"op\" informatie", &["status:wacht", "op", "informatie"]),
            ("termijn:deze week soort:wacht tot morgen", &["termijn:\"deze week\"", "soort:\"wacht tot\"", "morgen"]),
            ("gemeente:den haag huur", &["gemeente:\"den haag\"", "huur"]),
            ("gemeente:alphen aan den rijn huur", &["gemeente:\"alphen aan den rijn\"", "huur"]),
            ("gemeente:breda huur", &["gemeente:breda", "huur"]),
            ("behandelaar:jan de boer", &["behandelaar:jan", "de", "boer"]),
        ] {
            let shown: Vec<String> = tokens(text).iter().map(Token::write).collect();
            assert_eq!(shown, expected, "{text}");
            // Quotes round one word, which keep it apart from the next, are not written again.
            let again = tokens(&shown.join(" ")) == tokens(text);
            assert!(again || text.contains('"'), "{text}");
        }
    }
}
