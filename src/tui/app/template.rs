//! Templates: texts with places that are filled from a signal. Shipped ones per language, and the user's own.

use toml::de::{DeTable, DeValue};

use super::{key::nearest_of, mistake::Mistake};
use crate::locale::Language;

/// A text to insert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// What is typed after `::`.
    pub name: String,
    /// What it is for.
    pub title: String,
    /// The text, with variables between braces.
    pub text: String,
}

/// What a variable stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variable {
    /// The number: `S-2026-00421`.
    Case,
    /// The title of the signal.
    Title,
    /// The name of the reporter.
    Reporter,
    /// With whom one speaks: what the form says, else the reporter.
    Name,
    /// The municipality.
    Municipality,
    /// The first body.
    Body,
    /// Every body.
    Bodies,
    /// The first hard date.
    Term,
    /// Today.
    Today,
    /// Whoever is signed in.
    Me,
}

/// Every name of a variable, Dutch and English.
pub const VARIABLES: &[(&str, Variable)] = &[
    ("zaak", Variable::Case),
    ("case", Variable::Case),
    ("onderwerp", Variable::Title),
    ("title", Variable::Title),
    ("melder", Variable::Reporter),
    ("reporter", Variable::Reporter),
    ("naam", Variable::Name),
    ("name", Variable::Name),
    ("gemeente", Variable::Municipality),
    ("municipality", Variable::Municipality),
    ("instantie", Variable::Body),
    ("body", Variable::Body),
    ("instanties", Variable::Bodies),
    ("bodies", Variable::Bodies),
    ("termijn", Variable::Term),
    ("term", Variable::Term),
    ("datum", Variable::Today),
    ("date", Variable::Today),
    ("ik", Variable::Me),
    ("me", Variable::Me),
];

/// A text with its places filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The text. What is not known stands there as it was written.
    pub text: String,
    /// Where the first unknown one is, in bytes.
    pub gap: Option<usize>,
    /// The names of the unknown ones, each once.
    pub missing: Vec<String>,
}

impl Filled {
    /// Where one goes on typing, in bytes: at the first unknown variable, else at the first line that ends in a colon and a
    /// blank, else at the end.
    pub fn place(&self) -> usize {
        let blank = || self.text.find(": \n").map(|at| at + 2);
        self.gap.or_else(blank).unwrap_or(self.text.len())
    }
}

/// The templates that come with loket.
pub fn shipped(language: Language) -> Vec<Template> {
    read(source(language)).0
}

fn source(language: Language) -> &'static str {
    match language {
        Language::Dutch => include_str!("../../../locales/templates/nl.toml"),
        Language::English => include_str!("../../../locales/templates/en.toml"),
    }
}

/// Reads a file of templates: a table for each, with `title` and `text`. What is wrong is told at its place; the rest counts.
pub fn read(source: &str) -> (Vec<Template>, Vec<Mistake>) {
    let (file, errors) = DeTable::parse_recoverable(source);
    if let Some(error) = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start)) {
        return (vec![], vec![Mistake::new(error.span().unwrap_or(0..0), "template-broken", [("detail", error.message())])]);
    }
    let (mut templates, mut mistakes) = (vec![], vec![]);
    for (key, value) in file.get_ref() {
        let name = key.get_ref().as_ref();
        let DeValue::Table(table) = value.get_ref() else {
            mistakes.push(Mistake::new(key.span(), "template-not-a-table", [("name", name)]));
            continue;
        };
        for (inner, value) in table {
            let inner_name = inner.get_ref().as_ref();
            match (inner_name, value.get_ref().as_str()) {
                ("title", Some(_)) => {}
                ("text", Some(text)) => mistakes.extend(unknown(text).map(|variable| {
                    let near = nearest_of(variable, VARIABLES.iter().map(|(name, _)| *name)).unwrap_or("none");
                    Mistake::new(value.span(), "template-unknown-variable", [("variable", variable), ("near", near)])
                })),
                ("title" | "text", None) => {
                    mistakes.push(Mistake::new(value.span(), "template-not-text", [("key", inner_name)]));
                }
                _ => {
                    let near = nearest_of(inner_name, ["title", "text"].into_iter()).unwrap_or("none");
                    mistakes.push(Mistake::new(inner.span(), "template-unknown-key", [("key", inner_name), ("near", near)]));
                }
            }
        }
        let given = |name: &str| table.get(name).and_then(|value| value.get_ref().as_str()).filter(|text| !text.is_empty());
        match given("text") {
            Some(text) => templates.push(Template {
                name: name.to_owned(),
                title: given("title").unwrap_or(name).to_owned(),
                text: text.trim_matches('\n').to_owned(),
            }),
            None => mistakes.push(Mistake::new(key.span(), "template-without-text", [("name", name)])),
        }
    }
    (templates, mistakes)
}

/// Own templates before the shipped ones; of two with the same name only the own one.
pub fn together(own: &[Template], language: Language) -> Vec<Template> {
    let mut all = own.to_vec();
    all.extend(shipped(language).into_iter().filter(|shipped| !own.iter().any(|own| own.name == shipped.name)));
    all
}

/// Fills the places of a text.
pub fn fill(text: &str, value: impl Fn(Variable) -> Option<String>) -> Filled {
    let mut filled = Filled { text: String::with_capacity(text.len()), gap: None, missing: vec![] };
    let mut from = 0;
    for (start, name) in places(text) {
        filled.text.push_str(&text[from..start]);
        from = start + name.len() + 2;
        let known = variable(name).and_then(&value).filter(|value| !value.trim().is_empty());
        match known {
            Some(value) => filled.text.push_str(&value),
            None => {
                filled.gap.get_or_insert(filled.text.len());
                if !filled.missing.iter().any(|missing| missing == name) {
                    filled.missing.push(name.to_owned());
                }
                filled.text.push_str(&text[start..from]);
            }
        }
    }
    filled.text.push_str(&text[from..]);
    filled
}

/// The first place in a text that still wants to be filled: the name of a variable between braces.
pub fn unfilled(text: &str) -> Option<&str> {
    places(text).map(|(_, name)| name).find(|name| variable(name).is_some())
}

fn variable(name: &str) -> Option<Variable> {
    VARIABLES.iter().find(|(known, _)| *known == name).map(|(_, variable)| *variable)
}

fn unknown(text: &str) -> impl Iterator<Item = &str> {
    places(text).map(|(_, name)| name).filter(|name| variable(name).is_none())
}

/// Every word between braces, with the place of its brace.
fn places(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices('{').filter_map(|(start, _)| {
        let rest = &text[start + 1..];
        let name = &rest[..rest.find('}')?];
        let word = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        word.then_some((start, name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_templates_are_sound_and_as_many_in_each_language() {
        let count = |language| {
            let (templates, mistakes) = read(source(language));
            assert_eq!(mistakes, vec![], "{language}");
            templates.len()
        };
        assert_eq!(count(Language::Dutch), count(Language::English));
        assert!(count(Language::Dutch) > 5);
    }

    #[test]
    fn what_is_unknown_stays_and_is_where_the_cursor_goes() {
        let value = |variable| (variable == Variable::Case).then(|| "S-2026-00421".to_owned());
        let filled = fill("Beste {melder}, over {zaak}: {} {a b} {kenmerk} {melder", value);
        assert_eq!(filled.text, "Beste {melder}, over S-2026-00421: {} {a b} {kenmerk} {melder");
        assert_eq!((filled.gap, filled.missing), (Some(6), vec!["melder".to_owned(), "kenmerk".to_owned()]));
        assert_eq!(fill("{zaak}", value).gap, None);
        assert_eq!(unfilled("van {ik} en {iets}"), Some("ik"));
        assert_eq!(unfilled("een {blok} code"), None);
    }

    #[test]
    fn a_value_is_never_filled_again() {
        assert_eq!(fill("{onderwerp}", |_| Some("{ik}".to_owned())).text, "{ik}");
    }

    #[test]
    fn mistakes_are_told_at_their_place_and_the_rest_counts() {
        let source = "los = 'x'\n[a]\ntekst = 'Hallo'\n[b]\ntext = 'van {naaam}'\ntitle = 3\n[ontvangst]\ntext = 'eigen'\n";
        let (templates, mistakes) = read(source);
        let told: Vec<(&str, &str)> = mistakes.iter().map(|one| (one.key, &source[one.span.clone()])).collect();
        for expected in [
            ("template-not-a-table", "los"),
            ("template-unknown-key", "tekst"),
            ("template-without-text", "a"),
            ("template-unknown-variable", "'van {naaam}'"),
            ("template-not-text", "3"),
        ] {
            assert!(told.contains(&expected), "{expected:?} in {told:?}");
        }
        assert_eq!(templates.len(), 2);
        let all = together(&templates, Language::Dutch);
        let own: Vec<&str> = all.iter().filter(|one| one.name == "ontvangst").map(|one| one.text.as_str()).collect();
        assert_eq!(own, ["eigen"]);
        assert_eq!(read("[a\n").1[0].key, "template-broken");
    }
}
