//! Checks of a saved view.

use super::{Finding, Kind, Texts, lengths};
use crate::domain::{
    filter::{self, Field, value},
    text::RawText,
    view::ViewFacts,
};

/// Most characters of the name of a view.
const NAME_MOST: usize = 60;
/// Most characters of its filter.
const FILTER_MOST: usize = 1000;

/// Everything wrong with a view, with pointers under `at`. `is_name` as in [`value::is_known`].
pub fn view_facts(facts: &ViewFacts, at: &str, is_name: &dyn Fn(Field, &str) -> bool) -> Vec<Finding> {
    let mut findings = lengths(facts, at);
    if facts.name.is_blank() {
        findings.push(Finding::new(format!("{at}/name"), "required", ""));
    }
    if facts.name.raw().chars().count() > NAME_MOST {
        findings.push(Finding::new(format!("{at}/name"), "too-long", NAME_MOST));
    }
    if facts.filter.raw().chars().count() > FILTER_MOST {
        findings.push(Finding::new(format!("{at}/filter"), "too-long", FILTER_MOST));
    }
    let tokens = filter::tokens(facts.filter.raw());
    if !tokens.iter().all(|token| token.known().is_some()) {
        findings.push(Finding::new(format!("{at}/filter"), "wrong-form", "gemeente:utrecht -status:wacht"));
    }
    for (place, token) in (1..).zip(&tokens) {
        let Some(field) = token.known() else { continue };
        if !token.values().all(|value| value::is_known(field, value, is_name)) {
            // Which part, not what it says: that may be of a case.
            let part = format!("{place} ({})", token.field.as_deref().unwrap_or_default());
            findings.push(Finding::new(format!("{at}/filter"), "unknown-in-filter", part));
        }
    }
    let twice = (1..facts.columns.len()).find(|at| facts.columns[..*at].contains(&facts.columns[*at]));
    findings.extend(twice.map(|column| Finding::new(format!("{at}/columns/{column}"), "twice", "")));
    findings
}

impl Texts for ViewFacts {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        see(&format!("{at}/name"), Kind::Line, &mut self.name);
        see(&format!("{at}/filter"), Kind::Free, &mut self.filter);
    }
}
