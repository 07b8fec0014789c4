//! What there is to filter by, and the columns, as numbered lines; which of them changed after a choice.

use crate::tui::app::{
    State,
    command::Command,
    panel::{Mark, PanelKind, PanelLine},
    pointing::{Pointed, Target},
};

use super::{PAGE, Reply, line, words};

/// What was told of every line: its label and whether it is on.
pub type Told = Vec<(String, Mark)>;

/// The next page of lines after so many; gives how many are told now.
pub fn lines(state: &State, kind: PanelKind, from: usize, out: &mut String) -> usize {
    let texts = &state.texts;
    if from == 0 {
        let title = match kind {
            PanelKind::Facets => texts.with("facets-title", &[("count", state.signals.rows.len().into())]),
            PanelKind::Columns => texts.get("columns-title"),
        };
        line(out, &format!("{title}:"));
    }
    let all = state.panel_lines(kind);
    let (mut at, mut heading) = (0, None);
    for one in &all {
        if one.is_heading() {
            heading = Some(&one.label);
            continue;
        }
        at += 1;
        if at <= from || at > from + PAGE {
            continue;
        }
        if let Some(heading) = heading.take() {
            line(out, &format!("{heading}:"));
        }
        line(out, &format!("{at}. {}", said(state, one)));
    }
    match (at, (from + PAGE).min(at)) {
        (0, _) => line(out, &texts.get("facets-none")),
        (_, told) if told < at => line(out, &texts.with("plain-rest", &[("rest", (at - told).into())])),
        (_, told) if told > from => line(out, &texts.get("plain-find-end")),
        _ => out.clear(),
    }
    at.min(from + PAGE)
}

/// What is there now, to compare with later.
pub fn told(state: &State, kind: PanelKind) -> Told {
    state.panel_lines(kind).into_iter().filter(|line| !line.is_heading()).map(|line| (line.label, line.mark)).collect()
}

/// The lines that changed since they were told, and how many signals are left.
pub fn changes(state: &State, kind: PanelKind, before: &mut Told, out: &mut String) {
    let now = told(state, kind);
    if *before == now {
        return;
    }
    let lines: Vec<PanelLine> = state.panel_lines(kind).into_iter().filter(|line| !line.is_heading()).collect();
    for (at, one) in lines.iter().enumerate().filter(|(at, one)| before.get(*at) != Some(&(one.label.clone(), one.mark))) {
        line(out, &format!("{}. {}", at + 1, said(state, one)));
    }
    if kind == PanelKind::Facets {
        line(out, &state.texts.with("facets-title", &[("count", state.signals.rows.len().into())]));
    }
    *before = now;
}

/// A number switches a line on or off, a number after a minus leaves its signals out; the rest is a command.
pub fn answer(state: &State, kind: PanelKind, typed: &str) -> Reply {
    let texts = &state.texts;
    let (number, command) = match typed.strip_prefix('-') {
        Some(rest) => (rest.trim(), Command::PanelExclude),
        None => (typed, Command::PanelToggle),
    };
    if typed.is_empty() {
        return Reply::run(Command::PanelClose);
    }
    if typed == "?" {
        return Reply::say(texts.get("plain-help-panel"));
    }
    // `later 3`: on that one.
    let (words, number) = match number.rsplit_once(' ') {
        Some((words, number)) if number.parse::<usize>().is_ok() => (Some(words.trim()), number),
        _ if number.parse::<usize>().is_ok() => (None, number),
        _ => (Some(number), ""),
    };
    let command = match words.map(|words| words::find(state, words.trim_start_matches('/'))) {
        None => command,
        Some(words::Found::One(command)) => command,
        Some(words::Found::Several(commands)) => return Reply::say(words::which(state, &commands)),
        Some(words::Found::None) => return Reply::say(texts.get("plain-help-panel")),
    };
    let Ok(number) = number.parse::<usize>() else { return Reply::run(command) };
    let lines = state.panel_lines(kind);
    let found = lines.iter().enumerate().filter(|(_, line)| !line.is_heading()).nth(number.wrapping_sub(1));
    match found {
        Some((at, _)) => Reply::tell([Pointed::Select(Target::Line(at)), Pointed::Run(command)]),
        None => Reply::say(texts.with("plain-no-number", &[("number", number.into())])),
    }
}

fn said(state: &State, one: &PanelLine) -> String {
    let mark = match one.mark {
        Mark::Off => "plain-off",
        Mark::On => "plain-on",
        Mark::Excluded => "plain-excluded",
        Mark::Always => "plain-always",
    };
    let note = if one.note.is_empty() { String::new() } else { format!(", {}", one.note) };
    format!("{}{note}: {}", one.label, state.texts.get(mark))
}
