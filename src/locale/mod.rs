//! Every text a person reads, in Dutch (default) and English, from `locales/*.ftl` (Project Fluent), embedded.
//!
//! Keys are checked by tests: a key that one language lacks fails them. Values put into a text must be safe text or numbers.

mod arrangement;
mod letter;
mod linked;
mod system;
mod term;
#[cfg(test)]
mod term_tests;

use std::{collections::HashMap, sync::Mutex};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

pub use arrangement::FieldsInWords;
pub use letter::{Letter, LetterNames};

use crate::domain::{role::coded_enum, text::SafeText};

coded_enum!(
    /// Language of the interface.
    Language {
        /// Nederlands.
        Dutch = "nl",
        /// English.
        English = "en",
    }
);

/// The texts of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// Texts that were made already and do not depend on other texts: a frame asks for the same hundred again and again.
    made: Mutex<HashMap<String, String>>,
}

/// Texts that are kept, at most.
const KEPT: usize = 4096;

/// A value put into a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A number; takes part in plurals.
    Number(i64),
    /// Safe text.
    Text(SafeText),
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(number as i64)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<SafeText> for Value {
    fn from(text: SafeText) -> Self {
        Self::Text(text)
    }
}

impl From<&SafeText> for Value {
    fn from(text: &SafeText) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(SafeText::line(text))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(SafeText::line(&text))
    }
}

impl Texts {
    /// The texts of a language.
    pub fn new(language: Language) -> Self {
        let (source, id) = match language {
            Language::Dutch => (include_str!("../../locales/nl.ftl"), "nl"),
            Language::English => (include_str!("../../locales/en.ftl"), "en"),
        };
        // What parses stays; a test refuses a file with errors.
        let resource = FluentResource::try_new(source.into()).unwrap_or_else(|(parsed, _)| parsed);
        let mut bundle = FluentBundle::new_concurrent(vec![id.parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { language, bundle, made: Mutex::default() }
    }

    /// Which language this is.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Is there such a text?
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// A text without values. An unknown key gives the key itself, so that a gap is seen and nothing breaks.
    pub fn get(&self, key: &str) -> String {
        self.remembered(key.to_owned(), || self.make(key, &[]))
    }

    /// A text with values.
    pub fn with(&self, key: &str, values: &[(&str, Value)]) -> String {
        match values {
            [] => self.get(key),
            [(_, Value::Number(number))] => self.remembered(format!("{key} {number}"), || self.make(key, values)),
            values => self.make(key, values),
        }
    }

    fn remembered(&self, name: String, make: impl FnOnce() -> String) -> String {
        let Ok(mut made) = self.made.lock() else { return make() };
        if let Some(text) = made.get(&name) {
            return text.clone();
        }
        if made.len() >= KEPT {
            made.clear();
        }
        let text = make();
        made.insert(name, text.clone());
        text
    }

    fn make(&self, key: &str, values: &[(&str, Value)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            arguments.set(
                *name,
                match value {
                    Value::Number(number) => FluentValue::from(*number),
                    Value::Text(text) => FluentValue::from(text.as_str().to_owned()),
                },
            );
        }
        self.bundle.format_pattern(pattern, Some(&arguments), &mut vec![]).into_owned()
    }
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Texts({})", self.language)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_bundle::FluentResource;

    use super::*;

    fn keys(source: &str) -> BTreeSet<String> {
        let resource = FluentResource::try_new(source.into()).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
        resource
            .entries()
            .filter_map(|entry| match entry {
                fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn no_key_stands_twice() {
        for source in [include_str!("../../locales/nl.ftl"), include_str!("../../locales/en.ftl")] {
            let is_key = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase()) && line.contains(" =");
            assert_eq!(source.lines().filter(is_key).count(), keys(source).len());
        }
    }

    #[test]
    fn both_languages_have_the_same_keys() {
        let (nl, en) = (keys(include_str!("../../locales/nl.ftl")), keys(include_str!("../../locales/en.ftl")));
        assert_eq!(nl.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in en.ftl");
        assert_eq!(en.difference(&nl).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in nl.ftl");
    }

    #[test]
    fn a_value_is_put_in_without_isolation_marks() {
        assert_eq!(Texts::new(Language::Dutch).with("days-left", &[("days", 3_i64.into())]), "3 d");
    }
}
