//! The parts of a case file as lines: the next step among the facts; the plan, grounds, documents and outcome below them.

use super::{canvas::Span, format, labelled::beside, record::Fact, theme::Theme};
use crate::{
    domain::{
        money::euros,
        signal::{Facts, PlanStep, Signal},
        text::RawText,
    },
    tui::app::{State, wrap::wrap},
};

/// Columns of a day and a blank behind it.
const DAY: usize = 12;

/// The step of the plan that is next.
pub fn next_step(state: &State, theme: &Theme, facts: &Facts) -> Option<Fact> {
    let (words, late) = state.next_step_words(facts, state.today)?;
    let mut value = vec![(words, if late { theme.signal(theme.high) } else { theme.text() })];
    if late {
        value.insert(0, (format!("! {}: ", state.texts.get("plan-late")), theme.signal(theme.high)));
    }
    Some((state.texts.get("fact-next-step"), value))
}

/// Every step: its day, what, who, and when it was done.
pub fn plan(state: &State, theme: &Theme, facts: &Facts, width: u16) -> Vec<Vec<Span>> {
    let line = |step: &PlanStep| {
        let (texts, today) = (&state.texts, state.today);
        let day = step.due.map_or_else(String::new, |day| format::date(day, today, texts));
        let who = if step.who.is_blank() { String::new() } else { format!(" ({})", step.who.line()) };
        let mut value = vec![(format!("{}{who}", step.what.line()), theme.text())];
        if let Some(on) = step.done_on {
            let done = texts.with("plan-done", &[("day", format::date(on, today, texts).into())]);
            value.push((format!("  ✓ {done}"), theme.dim()));
        } else if step.is_late(today) {
            value.push((format!("  ! {}", texts.get("plan-late")), theme.signal(theme.high)));
        }
        beside(&(day, theme.dim()), DAY, &value, width)
    };
    facts.plan.iter().flat_map(line).collect()
}

/// On which grounds data are shared, with whom and until when.
pub fn grounds(state: &State, theme: &Theme, facts: &Facts, width: u16) -> Vec<Vec<Span>> {
    let line =
        |ground: &crate::domain::signal::SharingGround| {
            let parts = [&ground.basis, &ground.purpose, &ground.recipient];
            let mut words: Vec<String> =
                parts.into_iter().filter(|part| !part.is_blank()).map(|part| part.line().into_string()).collect();
            words.extend(ground.until.map(|until| {
                state.texts.with("ground-until", &[("day", format::date(until, state.today, &state.texts).into())])
            }));
            wrapped(theme, &words.join(", ").as_str().into(), width)
        };
    facts.sharing_grounds.iter().flat_map(line).collect()
}

/// Documents that are kept elsewhere, with their address as text.
pub fn documents(state: &State, theme: &Theme, facts: &Facts, width: u16) -> Vec<Vec<Span>> {
    let line = |one: &crate::domain::signal::DocumentLink| {
        let day = one.dated_on.map_or_else(String::new, |day| format::date(day, state.today, &state.texts));
        let value = [(format!("{}  ", one.title.line()), theme.text()), (one.address.line().into_string(), theme.dim())];
        beside(&(day, theme.dim()), DAY, &value, width)
    };
    facts.documents.iter().flat_map(line).collect()
}

/// How it ended: outcome, result, legal room and budget that were used.
pub fn outcome(state: &State, theme: &Theme, signal: &Signal, width: u16) -> Vec<Vec<Span>> {
    let (texts, facts) = (&state.texts, &signal.facts);
    let mut lines = vec![];
    if let Some(outcome) = signal.outcome {
        lines.push(vec![(texts.get(&format!("outcome-{outcome}")), theme.strong())]);
    }
    lines.extend(if facts.result.is_blank() { vec![] } else { wrapped(theme, &facts.result, width) });
    if !facts.legal_room.is_blank() {
        let text = texts.with("outcome-room", &[("room", facts.legal_room.line().into_string().into())]);
        lines.extend(wrapped(theme, &text.as_str().into(), width));
    }
    if let Some(cents) = facts.budget_cents {
        let text = texts.with("outcome-budget", &[("euros", euros(cents).into())]);
        lines.extend(wrapped(theme, &text.as_str().into(), width));
    }
    lines
}

fn wrapped(theme: &Theme, text: &RawText, width: u16) -> Vec<Vec<Span>> {
    let safe = text.block();
    let trimmed = safe.as_str().trim_end();
    wrap(trimmed, width.into()).into_iter().map(|line| vec![(trimmed[line].to_owned(), theme.text())]).collect()
}
