//! A paper of an item that is read: which version, what it says, and what differs from another one. Whatever its text looks like,
//! it is text.

use ratatui::style::{Modifier, Style};

use super::super::{canvas::Span, format, labelled::labelled, record::PROSE, theme::Theme};
use crate::{
    domain::{meeting::ItemPaper, text::RawText},
    locale::Value,
    tui::app::{
        State,
        agenda::{PaperRead, TextLine},
        wrap::wrap,
    },
};

/// Lines that are the same and stand around what differs; further ones are counted.
const AROUND: usize = 2;

/// The version that is shown, with everything.
pub fn lines(state: &State, theme: &Theme, read: &PaperRead, width: u16) -> Vec<Vec<Span>> {
    let texts = &state.texts;
    let mut lines = which(state, theme, read, width);
    if let Some(words) = &read.failed {
        lines.extend(labelled(theme, "", words, theme.signal(theme.high), width));
    }
    let Some(paper) = read.read(read.version) else {
        if read.failed.is_none() {
            lines.push(vec![(texts.get("reading-paper"), theme.dim())]);
        }
        return lines;
    };
    if read.against.is_none() {
        lines.extend(about(state, theme, paper, width));
        lines.push(vec![]);
        let text = paper.facts.text.block();
        match paper.facts.text.is_blank() {
            true => lines.push(vec![(texts.get("item-paper-no-text"), theme.dim())]),
            false => lines.extend(prose(text.as_str(), theme.text(), width)),
        }
        return lines;
    }
    match &read.difference {
        Some((fields, text)) => lines.extend(differing(state, theme, read, (fields, text), width)),
        None if read.failed.is_none() => lines.push(vec![(texts.get("reading-paper"), theme.dim())]),
        None => {}
    }
    lines
}

/// `versie 2 van 3, di 24-11 09:12, M. Visser`, and whether there is a newer one.
fn which(state: &State, theme: &Theme, read: &PaperRead, width: u16) -> Vec<Vec<Span>> {
    let texts = &state.texts;
    let last = state.last_version(read);
    let number = |number| Value::Number(number);
    let mut told = texts.with("item-paper-of", &[("number", number(read.version)), ("last", number(last))]);
    if let Some(paper) = read.read(read.version) {
        let by = format!(", {}, {}", state.moment_of_server(paper.recorded_at), paper.recorded_by_name.line());
        told.push_str(&by);
    }
    let mut lines = vec![vec![(told, theme.text())]];
    if let Some(against) = read.against {
        lines.push(vec![(texts.with("item-paper-differs", &[("number", number(against))]), theme.strong())]);
    }
    if read.version < last {
        lines.extend(labelled(
            theme,
            "",
            &texts.with("item-paper-newer", &[("number", number(last))]),
            theme.signal(theme.high),
            width,
        ));
    }
    lines
}

/// The day it bears, for whom it is, where the document is, and whether it came late or was taken back.
fn about(state: &State, theme: &Theme, paper: &ItemPaper, width: u16) -> Vec<Vec<Span>> {
    let texts = &state.texts;
    let mut lines = vec![];
    if let Some(day) = paper.facts.on {
        lines.extend(labelled(theme, &texts.get("form-paper-on"), &format::full_date(day, texts), theme.text(), width));
    }
    if let Some(due) = state.late_since(paper) {
        let late = texts.with("item-paper-late", &[("day", format::date(due, state.today, texts).into())]);
        lines.push(vec![(format!("! {late}"), theme.signal(theme.high))]);
    }
    if paper.withdrawn {
        lines.push(vec![(format!("! {}", texts.get("agenda-withdrawn")), theme.signal(theme.high))]);
    }
    lines.push(vec![(state.readers_of(paper), theme.dim())]);
    if !paper.facts.address.is_blank() {
        let address = paper.facts.address.line();
        lines.extend(labelled(theme, &texts.get("form-paper-address"), address.as_str(), theme.text(), width));
    }
    lines
}

/// Fields with what they said and say, and the lines of the text that are gone or new with those around them.
fn differing(
    state: &State,
    theme: &Theme,
    read: &PaperRead,
    (fields, text): (&[String], &[TextLine]),
    width: u16,
) -> Vec<Vec<Span>> {
    let texts = &state.texts;
    let mut lines = vec![vec![]];
    let (gone, new) = (texts.get("item-paper-gone"), texts.get("item-paper-added"));
    let both = read.against.and_then(|against| read.read(against)).zip(read.read(read.version));
    if fields.is_empty() {
        let key = if both.is_some_and(|(before, after)| before.withdrawn != after.withdrawn) {
            "item-paper-put-back"
        } else {
            "item-paper-same"
        };
        lines.push(vec![(texts.get(key), theme.dim())]);
    }
    for (field, (before, after)) in fields.iter().filter(|field| *field != "text").filter_map(|field| Some((field, both?))) {
        lines.push(vec![(texts.get(&format!("form-paper-{field}")), theme.dim().add_modifier(Modifier::BOLD))]);
        lines.extend(labelled(theme, &gone, &value(state, before, field), theme.dim(), width));
        lines.extend(labelled(theme, &new, &value(state, after, field), theme.strong(), width));
    }
    if !fields.iter().any(|field| field == "text") {
        return lines;
    }
    lines.push(vec![(texts.get("form-paper-text"), theme.dim().add_modifier(Modifier::BOLD))]);
    let differs = |at: usize| text.get(at).is_some_and(|line| !matches!(line, TextLine::Same(_)));
    let mut same = 0;
    for (at, line) in text.iter().enumerate() {
        let is_near = (at.saturating_sub(AROUND)..=at + AROUND).any(differs);
        let (label, said, style) = match line {
            TextLine::Same(_) if !is_near => {
                same += 1;
                continue;
            }
            TextLine::Same(said) => ("", said, theme.text()),
            TextLine::Gone(said) => (gone.as_str(), said, theme.dim()),
            TextLine::New(said) => (new.as_str(), said, theme.strong()),
        };
        lines.extend(counted(state, theme, std::mem::take(&mut same)));
        lines.extend(labelled(theme, label, said.line().as_str(), style, width));
    }
    lines.extend(counted(state, theme, same));
    lines
}

fn counted(state: &State, theme: &Theme, same: usize) -> Option<Vec<Span>> {
    (same > 0).then(|| vec![(state.texts.with("item-paper-unchanged", &[("count", same.into())]), theme.dim())])
}

fn value(state: &State, paper: &ItemPaper, field: &str) -> String {
    let text = |text: &RawText| text.line().into_string();
    let said = match field {
        "title" => text(&paper.facts.title),
        "on" => paper.facts.on.map(|day| format::full_date(day, &state.texts)).unwrap_or_default(),
        "address" => text(&paper.facts.address),
        _ => state.readers_of(paper),
    };
    if said.is_empty() { "–".into() } else { said }
}

fn prose(text: &str, style: Style, width: u16) -> Vec<Vec<Span>> {
    let ranges = wrap(text, width.min(PROSE).into());
    ranges.into_iter().map(|range| vec![(text[range].to_owned(), style)]).collect()
}
