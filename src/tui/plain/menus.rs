//! Menus, help, palette and lists to pick from, as numbered lines.

use crate::{
    domain::text::SafeText,
    tui::{
        app::{
            Modal, State,
            choose::{Choice, Choose},
            command::Command,
            finder::{Finder, FinderLine},
            picker,
            pointing::{Pointed, Target},
        },
        view::popups,
    },
};

use super::{PAGE, Reply, line, words};

/// A menu: every line with its number and its letter.
pub fn menu(state: &State, out: &mut String) {
    let Some(Modal::Choose(menu)) = state.modals.last() else { return };
    line(out, &format!("{}:", SafeText::line(&menu.title)));
    menu.about.iter().for_each(|about| line(out, SafeText::line(about).as_str()));
    for (at, item) in menu.items.iter().enumerate() {
        let letter = if item.letter == ' ' { String::new() } else { format!(" ({})", item.letter) };
        let note = if item.note.is_empty() { String::new() } else { format!(", {}", SafeText::line(&item.note)) };
        let now = if at == menu.cursor { format!("; {}", state.texts.get("plain-here")) } else { String::new() };
        line(out, &format!("{}. {}{letter}{note}{now}", at + 1, SafeText::line(&item.label)));
    }
}

/// A line of a menu by its number or its letter; nothing or 0 for none of them.
pub fn answer(state: &State, typed: &str) -> Reply {
    let Some(Modal::Choose(menu)) = state.modals.last() else { return Reply::default() };
    let mut letters = typed.chars();
    let letter = letters.next().filter(|_| letters.next().is_none());
    let by_letter = menu.items.iter().position(|item| item.letter != ' ' && Some(item.letter) == letter);
    let by_number = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).filter(|at| *at < menu.items.len());
    let by_word = || {
        let starts = |item: &crate::tui::app::choose::Item| item.label.to_lowercase().starts_with(&typed.to_lowercase());
        menu.items.iter().position(starts).filter(|_| typed.chars().count() > 1)
    };
    match typed {
        "" | "0" => Reply::run(Command::MenuClose),
        "?" => Reply::say(state.texts.get("plain-help-menu")),
        _ => match by_number.or(by_letter).or_else(by_word).or_else(|| yes(menu, typed)) {
            Some(at) => Reply::tell([Pointed::Select(Target::Line(at)), Pointed::Activate(Target::Line(at))]),
            None => match super::find(state, typed.trim_start_matches('/')) {
                _ if is_question(menu) && is(typed, NO) => Reply::run(Command::MenuClose),
                super::Found::One(command) => Reply::run(command),
                _ => Reply::say(state.texts.get("plain-help-menu")),
            },
        },
    }
}

/// Words that say yes to a question, and no, in both languages.
const YES: &[&str] = &["ja", "j", "yes", "y"];
const NO: &[&str] = &["nee", "n", "no"];

fn is(typed: &str, words: &[&str]) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(typed))
}

/// Can a menu be answered with no: is one of its lines that nothing is done?
fn is_question(menu: &Choose) -> bool {
    menu.items.iter().any(|item| matches!(item.choice, Choice::Nothing | Choice::Leave))
}

/// The line that a yes means: the only one of a question that does something.
fn yes(menu: &Choose, typed: &str) -> Option<usize> {
    let mut does = menu.items.iter().enumerate().filter(|(_, item)| !matches!(item.choice, Choice::Nothing | Choice::Leave));
    let (at, _) = does.next().filter(|_| is_question(menu) && is(typed, YES))?;
    does.next().is_none().then_some(at)
}

/// A line of help, palette or picker by its number.
pub fn numbered(state: &State, number: usize) -> Reply {
    let at = match state.modals.last() {
        Some(Modal::Finder(finder)) => {
            let lines = finder.lines(state);
            let found = lines.iter().enumerate().filter(|(_, line)| line.is_picked());
            found.map(|(at, _)| at).nth(number.wrapping_sub(1))
        }
        Some(Modal::Picker(picker)) => number.checked_sub(1).filter(|at| *at < picker.hits().len()),
        _ => None,
    };
    match at {
        Some(at) => Reply::tell([Pointed::Select(Target::Line(at)), Pointed::Activate(Target::Line(at))]),
        None => Reply::say(state.texts.with("plain-no-number", &[("number", number.into())])),
    }
}

/// The next page of commands after so many; gives how many are told now.
pub fn commands(state: &State, from: usize, out: &mut String) -> usize {
    let Some(Modal::Finder(finder)) = state.modals.last() else { return from };
    if from == 0 {
        let title = popups::finder_title(state, finder.kind);
        line(out, &title.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    let lines = finder.lines(state);
    let (all, mut at, mut heading) = (Finder::count(&lines), 0, None);
    for one in &lines {
        if let FinderLine::Heading(text) = one {
            heading = Some(text);
            continue;
        }
        // Signs of a screen say nothing here: they are told in words.
        if !one.is_picked() {
            continue;
        }
        at += 1;
        if at <= from || at > from + PAGE {
            continue;
        }
        if let Some(text) = heading.take() {
            line(out, &format!("{text}:"));
        }
        line(out, &format!("{at}. {}", found(state, one)));
    }
    let nothing = match finder.nothing() {
        "help-no-key" => "help-nothing",
        nothing => nothing,
    };
    let told = all.min(from + PAGE);
    end(state, told, all, from, nothing, out);
    told
}

/// A line of help or palette in words.
fn found(state: &State, line: &FinderLine) -> String {
    match line {
        FinderLine::Heading(text) | FinderLine::Sign(text, _) => text.clone(),
        FinderLine::Command { command, word, sentence, unavailable, .. } => {
            let keys = words::keys(state, *command);
            let keys = if keys.is_empty() { keys } else { format!(" ({keys})") };
            let not_now = |reason: &String| state.texts.with("plain-not-now", &[("why", reason.as_str().into())]);
            let said = match unavailable {
                Some(reason) => format!("{sentence} {}", not_now(reason)),
                None => sentence.clone(),
            };
            format!("{word}{keys}: {said}")
        }
        FinderLine::Page { title, answer, .. } => format!("{title}: {answer}"),
        FinderLine::Signal { number, title, municipality, .. } => {
            let place = if municipality.as_str().is_empty() { String::new() } else { format!("; {municipality}") };
            format!("{number}: {title}{place}")
        }
    }
}

/// The next page of what can be picked after so many; gives how many are told now.
pub fn picks(state: &State, from: usize, out: &mut String) -> usize {
    let Some(Modal::Picker(picker)) = state.modals.last() else { return from };
    let title = match picker.kind {
        picker::Kind::Templates => "templates-title",
        picker::Kind::Drafts => "drafts-title",
        picker::Kind::Links => "links-title",
    };
    if from == 0 {
        line(out, &state.texts.get(title));
        if !picker.notice.is_empty() {
            line(out, &picker.notice);
        }
    }
    let hits = picker.hits();
    for (at, item) in hits.iter().enumerate().skip(from).take(PAGE) {
        let note = if item.note.is_empty() { String::new() } else { format!(", {}", SafeText::line(&item.note)) };
        line(out, &format!("{}. {}{note}", at + 1, SafeText::line(&item.label)));
    }
    let told = hits.len().min(from + PAGE);
    end(state, told, hits.len(), from, picker.nothing(), out);
    told
}

fn end(state: &State, told: usize, all: usize, from: usize, nothing: &str, out: &mut String) {
    if all == 0 {
        line(out, &state.texts.get(nothing));
    } else if told < all {
        line(out, &state.texts.with("plain-rest", &[("rest", (all - told).into())]));
    } else if told > from {
        line(out, &state.texts.get("plain-find-end"));
    } else {
        out.clear();
    }
}
