//! How well a command fits what was typed: what it is called comes before what is told of it.

use super::{super::command::Command, stem::stem};
use crate::{
    domain::fold::fold,
    locale::{Language, Texts},
};

/// What a command is found by, folded and in every language.
#[derive(Debug, Clone)]
pub struct Words {
    /// Its name, its word and what else people call it.
    called: String,
    /// What it does and where it works.
    told: String,
    /// The stems of what it is called.
    stems: Vec<String>,
}

impl Words {
    /// Does this stand anywhere in them?
    pub(super) fn hold(&self, part: &str) -> bool {
        self.called.contains(part) || self.told.contains(part) || self.called_like(part)
    }

    /// Is this one of the words that it is called?
    pub(super) fn are_called(&self, word: &str) -> bool {
        words_of(&self.called).any(|one| one == word)
    }

    /// Is one of the words that it is called another form of this one?
    fn called_like(&self, word: &str) -> bool {
        let wanted = stem(word);
        self.stems.contains(&wanted)
    }
}

/// What each command is found by.
pub type Index = Vec<(Command, Words)>;

/// Makes the index of every command. The texts of the other language are read for it, so it is made once.
pub fn index(texts: &Texts) -> Index {
    let other: Vec<Texts> =
        Language::ALL.iter().filter(|language| **language != texts.language()).map(|language| Texts::new(*language)).collect();
    let words = |command: Command| {
        let (mut called, mut told) = (command.name().replace('-', " "), String::new());
        for texts in std::iter::once(texts).chain(&other) {
            called.push_str(&format!(" {} {}", texts.get(&command.word()), texts.get(&command.also())));
            let scope = texts.get(&format!("scope-{}", command.scope().name()));
            told.push_str(&format!(" {} {scope}", texts.get(&command.sentence())));
        }
        let called = fold(&called);
        let stems = words_of(&called).map(stem).collect();
        Words { called, told: fold(&told), stems }
    };
    Command::ALL.iter().map(|command| (*command, words(*command))).collect()
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The least score of what holds everything that was typed; with nothing more it only tells of it.
pub(super) const HOLDS: i64 = 100_000;
/// More than that: the command is called exactly what was typed.
pub(super) const CALLED_SO: i64 = 5;
/// More than that: what it is called begins so.
pub(super) const BEGINS_SO: i64 = 4;

/// How well a command fits, from its word and all its words: it is called so, its word begins so, a part of its word does, somebody
/// calls it exactly so or its word is another form of it, one of its words begins so or is another form of it, it is somewhere inside or told of it. Nothing when it is not.
pub(super) fn fit(word: &str, words: &Words, wanted: &str) -> Option<i64> {
    let each = |fits: &dyn Fn(&str) -> bool| wanted.split_whitespace().all(fits);
    let parts = |of: &str, fits: &dyn Fn(&str) -> bool| of.split(|c: char| !c.is_alphanumeric()).any(fits);
    let any = |fits: &dyn Fn(&str) -> bool| parts(&words.called, fits);
    let like = |part: &str| {
        let wanted = stem(part);
        words_of(word).any(|one| stem(one) == wanted)
    };
    let better = if word == wanted {
        CALLED_SO
    } else if word.starts_with(wanted) {
        BEGINS_SO
    } else if each(&|part| parts(word, &|one| one.starts_with(part))) {
        3
    } else if each(&|part| any(&|one| one == part)) || each(&like) {
        2
    } else if each(&|part| any(&|one| one.starts_with(part))) || each(&|part| words.called_like(part)) {
        1
    } else {
        each(&|part| words.hold(part)).then_some(0)?
    };
    Some(HOLDS + better)
}

/// What fingers that know vim type after a colon.
pub(super) const ALIASES: &[(&str, Command)] = &[
    ("q", Command::Quit),
    ("quit", Command::Quit),
    ("w", Command::Submit),
    ("wq", Command::Submit),
    ("x", Command::Submit),
    ("h", Command::Help),
];
