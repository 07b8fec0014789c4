//! What is shielded of a case, as it stands on the screen: covered, or for a few seconds as it is.

use super::{record::Fact, theme::Theme};
use crate::{
    domain::signal::{ShieldedField, Signal},
    tui::app::{
        State,
        command::Command,
        reveal::{COVER, SECONDS},
    },
};

/// Labels, and the fields behind each.
const FACTS: [(&str, &[ShieldedField]); 3] = [
    ("fact-reach", &[ShieldedField::ReporterPhone, ShieldedField::ReporterMail]),
    ("fact-household", &[ShieldedField::Household]),
    ("fact-source", &[ShieldedField::SourceReference]),
];

/// The shielded facts of a signal; behind the first how they are shown, or for how long still.
pub fn facts(state: &State, theme: &Theme, signal: &Signal) -> Vec<Fact> {
    let shown = state.revealed(signal.id);
    let style = if shown.is_some() { theme.text() } else { theme.dim() };
    let mut facts: Vec<Fact> = vec![];
    for (label, fields) in FACTS {
        let there = fields.iter().filter(|field| signal.shielded.contains(field));
        let mut values: Vec<String> = there
            .map(|field| {
                let value = shown.and_then(|(reveal, _)| reveal.value(*field));
                value.map_or_else(|| covered(state), |value| value.line().into_string())
            })
            .collect();
        // Where lines are read aloud a word is said once.
        if state.plain {
            values.dedup();
        }
        if !values.is_empty() {
            facts.push((state.texts.get(label), vec![(values.join("   "), style)]));
        }
    }
    if let Some(((_, first), note)) = facts.first_mut().zip(note(state, shown.map(|(_, left)| left))) {
        first.push((format!("   {note}"), theme.dim()));
    }
    facts
}

/// What stands for what is not shown; where lines are read aloud a word.
fn covered(state: &State) -> String {
    if state.plain { state.texts.get("shield-plain") } else { COVER.to_owned() }
}

/// `nog 7 s`, or which key shows it. Where lines are read nothing is counted down: each change would be told.
fn note(state: &State, left: Option<u8>) -> Option<String> {
    let seconds = |count: u8| ("seconds", usize::from(count).into());
    match left {
        Some(_) if state.plain => None,
        Some(left) => Some(state.texts.with("shield-left", &[seconds(left)])),
        None => {
            state.unavailable(Command::Reveal).is_none().then_some(())?;
            let named = || {
                let palette = state.keymap.shown(Command::Palette).unwrap_or_default();
                format!("{palette} {}", state.texts.get("command-detail-reveal")).trim().to_owned()
            };
            let key = state.keymap.shown(Command::Reveal).filter(|_| !state.plain).unwrap_or_else(named);
            let words = if state.plain { "shield-hint-plain" } else { "shield-hint" };
            Some(state.texts.with(words, &[("key", key.into()), seconds(SECONDS)]))
        }
    }
}

/// The phone of the reporter on the board, where it is not shown but can be copied.
pub fn phone(state: &State, signal: &Signal) -> Option<String> {
    signal.shielded.contains(&ShieldedField::ReporterPhone).then_some(())?;
    let key = state.keymap.shown(Command::CopyPhone).filter(|_| state.unavailable(Command::CopyPhone).is_none());
    let hint = key.map(|key| format!("   {}", state.texts.with("shield-copies", &[("key", key.into())])));
    Some(format!("{}{}", covered(state), hint.unwrap_or_default()))
}
