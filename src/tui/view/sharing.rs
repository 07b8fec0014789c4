//! Who outside has to do with a case: who reported it, and with whom it is shared until when.

use super::{format, record::Fact, theme::Theme};
use crate::{domain::signal::Signal, tui::app::State};

/// The labelled lines of it; none of a case that is the desk's alone.
pub fn facts(state: &State, theme: &Theme, signal: &Signal) -> Vec<Fact> {
    let texts = &state.texts;
    let mut facts = vec![];
    let mut add = |key: &str, words: String| facts.push((texts.get(key), vec![(words, theme.text())]));
    if !signal.reported_by.is_desk() {
        add("fact-reported-by", state.reference.body(&signal.reported_by));
    }
    let until = |day| format::date(day, state.today, texts);
    let shared: Vec<String> = state
        .shared_with(signal.id)
        .iter()
        .map(|one| {
            let values = [("with", state.reference.body(&one.recipient).into()), ("day", until(one.until).into())];
            texts.with("fact-shared-until", &values)
        })
        .collect();
    if !shared.is_empty() {
        add("fact-shared", shared.join("; "));
    }
    facts
}
