//! Every text a person reads, in Dutch (default) and English, from `locales/*.ftl` (Project Fluent), embedded.
//!
//! A start reads only where each text begins; a text is understood when it is asked for, since a screen shows some hundred of
//! three thousand. So a text must not refer to another one, which a test checks. Keys are checked by tests: a key that one language lacks fails them. Values put into a text must be safe text or numbers.

mod arrangement;
mod at_hand;
mod audit;
mod changed;
mod letter;
mod linked;
mod mail;
mod merged;
mod moved;
mod next_best;
mod series;
mod shield;
mod system;
mod term;
#[cfg(test)]
mod term_tests;

use std::{
    collections::HashMap,
    sync::{LazyLock, Mutex, MutexGuard, PoisonError},
};

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

type Sources = HashMap<&'static str, &'static str>;

static DUTCH: LazyLock<Sources> = LazyLock::new(|| sources(include_str!("../../locales/nl.ftl")));
static ENGLISH: LazyLock<Sources> = LazyLock::new(|| sources(include_str!("../../locales/en.ftl")));

/// The texts of one language.
pub struct Texts {
    language: Language,
    /// Each text as it stands in the file, by its key.
    sources: &'static Sources,
    understood: Mutex<Understood>,
}

/// What was asked for so far.
struct Understood {
    bundle: FluentBundle<FluentResource>,
    /// Texts that were made already and do not depend on other values: a frame asks for the same hundred again and again.
    made: HashMap<String, String>,
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
        let (sources, id) = match language {
            Language::Dutch => (&*DUTCH, "nl"),
            Language::English => (&*ENGLISH, "en"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![id.parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        let understood = Mutex::new(Understood { bundle, made: HashMap::new() });
        Self { language, sources, understood }
    }

    /// Which language this is.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Is there such a text?
    pub fn has(&self, key: &str) -> bool {
        self.sources.contains_key(key)
    }

    /// A text without values. An unknown key gives the key itself, so that a gap is seen and nothing breaks.
    pub fn get(&self, key: &str) -> String {
        self.remembered(key, key, &[])
    }

    /// A text with values.
    pub fn with(&self, key: &str, values: &[(&str, Value)]) -> String {
        match values {
            [] => self.get(key),
            [(_, Value::Number(number))] => self.remembered(&format!("{key} {number}"), key, values),
            values => self.make(&mut self.understood(), key, values),
        }
    }

    /// Several in a row: `4, 5 en 6`.
    pub fn listed(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => self.with("listed-and", &[("first", first.join(", ").into()), ("last", last.as_str().into())]),
        }
    }

    /// A panic elsewhere leaves no text half understood: what is there is used on.
    fn understood(&self) -> MutexGuard<'_, Understood> {
        self.understood.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn remembered(&self, name: &str, key: &str, values: &[(&str, Value)]) -> String {
        let mut understood = self.understood();
        if let Some(text) = understood.made.get(name) {
            return text.clone();
        }
        if understood.made.len() >= KEPT {
            understood.made.clear();
        }
        let text = self.make(&mut understood, key, values);
        understood.made.insert(name.to_owned(), text.clone());
        text
    }

    fn make(&self, understood: &mut Understood, key: &str, values: &[(&str, Value)]) -> String {
        let Some(source) = self.sources.get(key) else { return key.to_owned() };
        if !understood.bundle.has_message(key) {
            // What parses stays; a test refuses a file with errors.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(parsed, _)| parsed);
            understood.bundle.add_resource_overriding(resource);
        }
        let Some(pattern) = understood.bundle.get_message(key).and_then(|message| message.value()) else {
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
        understood.bundle.format_pattern(pattern, Some(&arguments), &mut vec![]).into_owned()
    }
}

/// The texts of a file by their keys: one begins at a line that begins with a letter, and ends where the next begins.
fn sources(file: &'static str) -> Sources {
    let mut sources = HashMap::with_capacity(file.len() / 50);
    let (mut begins, mut at) = (None, 0);
    let mut end = |begins: Option<usize>, at: usize| {
        let text = begins.and_then(|begins| file.get(begins..at));
        if let Some((text, (key, _))) = text.and_then(|text| Some((text, text.split_once('=')?))) {
            sources.insert(key.trim_end(), text);
        }
    };
    for line in file.split_inclusive('\n') {
        // A line of more text, of a choice, or between texts goes with what it follows.
        if line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '#') {
            end(begins.take(), at);
            begins = (!line.starts_with('#')).then_some(at);
        }
        at += line.len();
    }
    end(begins, at);
    sources
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
    fn each_text_is_found_whole_and_none_refers_to_another() {
        for (language, file) in
            [(Language::Dutch, include_str!("../../locales/nl.ftl")), (Language::English, include_str!("../../locales/en.ftl"))]
        {
            let texts = Texts::new(language);
            let whole = FluentResource::try_new(file.into()).unwrap();
            let mut bundle = FluentBundle::new_concurrent(vec![language.code().parse().unwrap()]);
            bundle.set_use_isolating(false);
            bundle.add_resource(whole).unwrap();
            let keys = keys(file);
            assert_eq!(texts.sources.len(), keys.len());
            for key in keys {
                // Without its values a text says which it lacks, so this compares all of it.
                let pattern = bundle.get_message(&key).unwrap().value().unwrap();
                let (expected, errors) = {
                    let mut errors = vec![];
                    (bundle.format_pattern(pattern, None, &mut errors).into_owned(), errors)
                };
                assert_eq!(texts.get(&key), expected, "{key}: {errors:?}");
            }
        }
    }

    #[test]
    fn a_value_is_put_in_without_isolation_marks() {
        assert_eq!(Texts::new(Language::Dutch).with("days-left", &[("days", 3_i64.into())]), "3 d");
    }
}
