//! Every page there is: those that come with loket and those of the organisation, and the search in them.

use std::sync::OnceLock;

use super::{Explanation, Known, read};
use crate::{
    domain::{fold::fold, nearness::nearest},
    locale::Language,
};

macro_rules! shipped {
    ($($name:literal),+ $(,)?) => {
        /// The pages that come with loket: the name, the file in Dutch, the file in English.
        pub const SHIPPED: &[(&str, &str, &str)] = &[$((
            $name,
            include_str!(concat!("../../locales/topics/nl/", $name, ".md")),
            include_str!(concat!("../../locales/topics/en/", $name, ".md")),
        )),+];
    };
}

shipped!(
    "afwijken",
    "beslistermijn",
    "bezwaar",
    "contactmoment",
    "doorbraakbudget",
    "dreiging",
    "escalatie",
    "evenredigheid",
    "gegevens-delen",
    "hardheidsclausule",
    "let",
    "misverstanden",
    "moratorium",
    "overbrugging",
    "privacy",
    "termijnen",
    "time-out",
    "toezegging",
    "triage",
    "tuchtrecht",
    "voorlopige-voorziening",
    "wie-beslist",
);

/// How a page was found; the first is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hit {
    /// It is called so.
    Named,
    /// Its title, or another name for it, begins so.
    Begins,
    /// Each word is a word that it is called by, or begins one.
    Called,
    /// Each word stands somewhere in its text.
    Told,
}

/// Every page, in every language.
#[derive(Debug, Default)]
pub struct Library {
    own: Vec<(Language, Explanation)>,
    // Read when somebody asks first: most calls never do.
    read: [OnceLock<Vec<Explanation>>; 2],
}

impl Library {
    /// With these pages of the organisation, each over the one of its name.
    pub fn new(own: Vec<(Language, Explanation)>) -> Self {
        Self { own, read: Default::default() }
    }

    /// Every page in a language, by title. One that the organisation wrote in the other language only is better than none.
    pub fn all(&self, language: Language) -> &[Explanation] {
        let at = usize::from(language != Language::Dutch);
        self.read[at].get_or_init(|| {
            let own = |wanted: bool| self.own.iter().filter(move |(of, _)| (*of == language) == wanted).map(|(_, page)| page);
            let mut all: Vec<Explanation> = own(true).cloned().collect();
            let missing = |all: &[Explanation], name: &str| !all.iter().any(|page| page.name == name);
            for page in shipped(language) {
                if missing(&all, &page.name) {
                    all.push(page);
                }
            }
            for page in own(false) {
                if missing(&all, &page.name) {
                    all.push(page.clone());
                }
            }
            all.sort_by_cached_key(|page| fold(&page.title));
            all
        })
    }

    /// The page of this name.
    pub fn named(&self, language: Language, name: &str) -> Option<&Explanation> {
        self.all(language).iter().find(|page| page.name == name)
    }

    /// The page that belongs to a field, or to something that may be missing; one of the organisation first.
    pub fn of_place(&self, language: Language, place: &str) -> Option<&Explanation> {
        let belongs = |page: &&Explanation| page.places.iter().any(|one| one == place);
        let all = self.all(language);
        all.iter().filter(|page| page.own).find(belongs).or_else(|| all.iter().find(belongs))
    }

    /// What is found, the best first, with how it was found. What only tells of it is found when nothing is called so.
    pub fn search(&self, language: Language, typed: &str) -> Vec<(Hit, &Explanation)> {
        let wanted = fold(typed.trim());
        if wanted.is_empty() {
            return vec![];
        }
        let mut hits: Vec<(Hit, &Explanation)> =
            self.all(language).iter().filter_map(|page| Some((hit(page, &wanted)?, page))).collect();
        if hits.iter().any(|(hit, _)| *hit != Hit::Told) {
            hits.retain(|(hit, _)| *hit != Hit::Told);
        }
        hits.sort_by_key(|(hit, _)| *hit);
        hits
    }

    /// The page that is meant by these words, when one is called so, or one alone is found.
    pub fn meant(&self, language: Language, typed: &str) -> Option<&Explanation> {
        match self.search(language, typed)[..] {
            [(Hit::Named, page), ..] | [(_, page)] => Some(page),
            [(Hit::Begins, page), (next, _), ..] if next != Hit::Begins => Some(page),
            _ => None,
        }
    }

    /// The name of the page that is probably meant by a word that finds nothing.
    pub fn nearest(&self, language: Language, typed: &str) -> Option<&str> {
        let all = self.all(language);
        let called = |page: &'_ Explanation| -> Vec<String> {
            std::iter::once(page.name.clone())
                .chain(std::iter::once(page.title.clone()))
                .chain(page.title.split(' ').map(str::to_owned))
                .chain(page.also.iter().cloned())
                .filter(|word| word.chars().count() > 3)
                .collect()
        };
        let words: Vec<(String, &str)> =
            all.iter().flat_map(|page| called(page).into_iter().map(|word| (word, page.name.as_str()))).collect();
        let near = nearest(typed, words.iter().map(|(word, _)| word.as_str()))?;
        words.iter().find(|(word, _)| word == near).map(|(_, name)| *name)
    }
}

/// The pages that come with loket, as their files say it: a test sees that nothing is wrong in them.
fn shipped(language: Language) -> Vec<Explanation> {
    let names: Vec<String> = SHIPPED.iter().map(|(name, ..)| (*name).to_owned()).collect();
    let known = Known { commands: &[], names: &names, is_place: &|_| true };
    let source = |(name, dutch, english): &(&'static str, &'static str, &'static str)| {
        (*name, if language == Language::Dutch { *dutch } else { *english })
    };
    SHIPPED.iter().map(source).filter_map(|(name, source)| read(name, source, &known).0).collect()
}

/// How a page fits what was typed, folded.
fn hit(page: &Explanation, wanted: &str) -> Option<Hit> {
    let called: Vec<String> = [&page.name, &page.title].into_iter().chain(&page.also).map(|text| fold(text)).collect();
    let plain = |text: &str| text.replace('-', " ");
    if called.iter().any(|one| one == wanted || plain(one) == plain(wanted)) {
        return Some(Hit::Named);
    }
    if called.iter().any(|one| one.starts_with(wanted)) {
        return Some(Hit::Begins);
    }
    let parts: Vec<&str> = wanted.split_whitespace().collect();
    let begins =
        |part: &&str| called.iter().any(|one| one.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(*part)));
    if parts.iter().all(begins) {
        return Some(Hit::Called);
    }
    // A letter or two stand in every text.
    let told = fold(&page.words());
    let stands = |part: &&str| begins(part) || part.chars().count() > 2 && told.contains(*part);
    parts.iter().all(stands).then_some(Hit::Told)
}
