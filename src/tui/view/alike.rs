//! What a signal looks like, and in which one it went up.

use super::{record::Fact, theme::Theme};
use crate::{
    domain::signal::Signal,
    tui::app::{State, command::Command},
};

/// `Lijkt op  S-390 (afgesloten)  S-466 (ontvangen)   D = dubbel`, as far as it is known; of one that went up in another, in which.
pub fn facts(state: &State, theme: &Theme, signal: &Signal) -> Vec<Fact> {
    let texts = &state.texts;
    let mut facts = vec![];
    if let Some(into) = signal.merged_into {
        let key = if state.plain { "merged-into" } else { "merged-goes" };
        let value = texts.with(key, &[("into", into.short().into())]);
        facts.push((texts.get("fact-merged"), vec![(value, theme.strong())]));
    }
    let alike = state.resembling(signal.id).iter().map(|one| {
        let status = texts.get(&format!("status-{}", one.signal.status));
        format!("{} ({status})", one.signal.number.short())
    });
    let alike = alike.collect::<Vec<_>>().join("  ");
    if !alike.is_empty() {
        let mut value = vec![(alike, theme.text())];
        if let Some(key) = state.keymap.shown(Command::Duplicate) {
            value.push((format!("   {}", texts.with("alike-key", &[("key", key.into())])), theme.dim()));
        }
        facts.push((texts.get("fact-alike"), value));
    }
    facts
}
