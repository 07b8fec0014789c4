//! Pages about instruments and rules among the commands: a group of the help, the last lines of the palette, a list of their own.

use super::{super::State, FinderLine, Kind};
use crate::explanation::{Explanation, Hit};

/// Pages below the commands of the palette, at most.
const BESIDE: usize = 5;

/// What people type before the name of a page.
const ASKS: &[&str] = &["help", "hulp", "uitleg", "explain", "explanation", "wat is", "what is"];

/// Every page, or those that are found.
pub(super) fn all(state: &State, typed: &str) -> Vec<FinderLine> {
    let language = state.texts.language();
    match typed.trim() {
        "" => state.explanations.all(language).iter().map(line).collect(),
        typed => state.explanations.search(language, typed).into_iter().map(|(_, page)| line(page)).collect(),
    }
}

/// `help termijnen`: what is asked for by name, when there is a page about it.
pub(super) fn asked(state: &State, kind: Kind, typed: &str) -> Option<Vec<FinderLine>> {
    let lower = typed.to_lowercase();
    let start = ASKS.iter().filter(|word| lower.starts_with(&format!("{word} "))).map(|word| word.len()).max()?;
    let rest = typed.get(start..)?.trim();
    Some(all(state, rest)).filter(|lines| kind == Kind::Palette && !rest.is_empty() && !lines.is_empty())
}

/// Pages that are called so, below the commands of the palette; before them where of those only scattered letters fit.
pub(super) fn beside(state: &State, kind: Kind, typed: &str, held: bool, lines: &mut Vec<FinderLine>) {
    if kind != Kind::Palette || typed.chars().count() < 2 {
        return;
    }
    let found = called(state, typed).take(BESIDE).map(|line| match line {
        FinderLine::Page { name, title, answer, .. } => {
            FinderLine::Page { name, title, scope: state.texts.get("scope-explanation-short"), answer }
        }
        line => line,
    });
    if held {
        lines.extend(found);
    } else {
        lines.splice(0..0, found.collect::<Vec<_>>());
    }
}

/// The pages as a group of the help; what only tells of it where nothing else is found.
pub(super) fn group(state: &State, typed: &str, lines: &mut Vec<FinderLine>) {
    let found: Vec<FinderLine> = match typed.is_empty() || lines.is_empty() {
        true => all(state, typed),
        false if typed.chars().count() < 2 => vec![],
        false => called(state, typed).collect(),
    };
    if !found.is_empty() {
        lines.push(FinderLine::Heading(state.texts.get("explanation-group")));
        lines.extend(found);
    }
}

fn called(state: &State, typed: &str) -> impl Iterator<Item = FinderLine> {
    let found = state.explanations.search(state.texts.language(), typed);
    found.into_iter().filter(|(hit, _)| *hit != Hit::Told).map(|(_, page)| line(page)).collect::<Vec<_>>().into_iter()
}

fn line(page: &Explanation) -> FinderLine {
    FinderLine::Page { name: page.name.clone(), title: page.title.clone(), scope: String::new(), answer: page.answer() }
}
