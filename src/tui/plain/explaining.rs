//! A page about an instrument or a rule as lines: its text, then the related pages with their numbers.

use crate::{
    explanation::Kind,
    tui::app::{
        State,
        command::Command,
        pointing::{Pointed, Target},
    },
};

use super::{Reply, line, words};

/// Wider than any paragraph: who listens wants no breaks in it.
const UNBROKEN: usize = 1 << 16;

/// The whole page.
pub fn page(state: &State, name: &str, out: &mut String) {
    let Some(page) = state.explanation(name) else { return };
    line(out, &format!("{}.", page.title.trim_end_matches('.')));
    for one in state.unbroken(page, UNBROKEN) {
        let text = one.text();
        line(out, &if one.kind == Kind::Heading { format!("{text}:") } else { text });
    }
    let related = state.related_to(name);
    if !related.is_empty() {
        line(out, &format!("{}:", state.texts.get("explanation-related")));
    }
    for (at, page) in related.iter().enumerate() {
        line(out, &format!("{}. {}", at + 1, page.title));
    }
    line(out, &state.texts.get("plain-help-explanation"));
}

/// A number opens a related page; nothing closes; the rest is a command.
pub fn answer(state: &State, name: &str, typed: &str) -> Reply {
    let texts = &state.texts;
    match (typed, typed.parse::<usize>()) {
        ("", _) => Reply::run(Command::ExplanationClose),
        ("?", _) => Reply::say(texts.get("plain-help-explanation")),
        (_, Ok(number)) if (1..=state.related_to(name).len()).contains(&number) => {
            let target = Target::Line(number - 1);
            Reply::tell([Pointed::Select(target), Pointed::Activate(target)])
        }
        (_, Ok(number)) => Reply::say(texts.with("plain-no-number", &[("number", number.into())])),
        _ => match words::find(state, typed.trim_start_matches('/')) {
            words::Found::One(command) => Reply::run(command),
            words::Found::Several(commands) => Reply::say(words::which(state, &commands)),
            words::Found::None => Reply::say(texts.get("plain-help-explanation")),
        },
    }
}
