//! What was read of a moratorium, bridging or commitment: where it stands, who may do what, and open also what is recorded,
//! every move, and what cannot be done now.

use ratatui::style::Modifier;

use super::super::{
    canvas::{Span, apart},
    format,
    labelled::labelled,
    record::PROSE,
    theme::Theme,
};
use crate::{
    api::{
        arrangement::{AnyArrangement, ArrangementDetail, each},
        term::Line,
    },
    domain::{
        arrangement::{ArrangementFacts, ArrangementKind},
        text::SafeText,
        zone,
    },
    locale::{FieldsInWords, Language, Texts},
    tui::app::State,
};

/// Width of labels in the list of what is recorded.
const LABEL: usize = 24;

/// Where it stands, and who may do what.
pub fn facts(state: &State, theme: &Theme, found: &AnyArrangement, width: u16) -> Vec<Vec<Span>> {
    let texts = &state.texts;
    let (stands, who) = each!(found, detail => (stands(state, detail), words(texts, &detail.who)));
    let mut lines = labelled(theme, &texts.get("clock-fact-stands"), &stands, theme.text(), width);
    lines.extend(labelled(theme, &texts.get("clock-fact-who"), &who, theme.text(), width));
    lines
}

/// The sections below it: heading and lines.
pub fn sections(state: &State, theme: &Theme, found: &AnyArrangement, width: u16) -> Vec<(&'static str, Vec<Vec<Span>>)> {
    each!(found, detail => {
        let kind = kind_of(&**detail);
        vec![
            ("section-recorded", recorded(state, theme, kind, &detail.item.facts, width)),
            ("section-moves-arrangement", moves(state, theme, &**detail, width)),
            ("section-not-now", not_now(state, theme, &**detail)),
        ]
    })
}

fn kind_of<F: ArrangementFacts>(_: &ArrangementDetail<F>) -> ArrangementKind {
    F::KIND
}

/// `loopt, vanaf ma 26-10, vastgelegd door Anna Bakker op 26-10`.
fn stands<F: ArrangementFacts>(state: &State, found: &ArrangementDetail<F>) -> String {
    let texts = &state.texts;
    let item = &found.item;
    let word = texts.get(&format!("arrangement-state-{}-{}", F::KIND, found.state));
    let day = |day| format::date(day, state.today, texts);
    let since = item.facts.begins_on().map(|on| texts.with(&format!("clock-since-{}", F::KIND), &[("day", day(on).into())]));
    let by = texts.with(
        "clock-recorded",
        &[("name", item.recorded_by_name.line().into()), ("day", day(zone::date_of(item.recorded_at)).into())],
    );
    [Some(word), since, Some(by)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn recorded(state: &State, theme: &Theme, kind: ArrangementKind, facts: &impl FieldsInWords, width: u16) -> Vec<Vec<Span>> {
    let texts = &state.texts;
    let filled = facts.fields(texts).into_iter().filter(|(_, value)| !value.trim().is_empty());
    filled
        .flat_map(|(name, value)| {
            let label = texts.get(&format!("{kind}-field-{name}"));
            let room = usize::from(width.min(PROSE)).saturating_sub(LABEL).max(12);
            let safe = SafeText::line(value.trim());
            let lines = crate::tui::app::wrap::wrap(safe.as_str(), room);
            let line = |(at, range): (usize, std::ops::Range<usize>)| {
                let label = if at == 0 { apart(&label, LABEL) } else { " ".repeat(LABEL) };
                vec![(label, theme.dim()), (safe.as_str()[range].to_owned(), theme.text())]
            };
            lines.into_iter().enumerate().map(line).collect::<Vec<_>>()
        })
        .collect()
}

/// When, who, what and why, the newest first.
fn moves<F: ArrangementFacts>(state: &State, theme: &Theme, found: &ArrangementDetail<F>, width: u16) -> Vec<Vec<Span>> {
    let texts = &state.texts;
    let mut lines = vec![];
    for entry in &found.moves {
        let Some(what) = texts.linked(entry) else { continue };
        let (hour, minute) = zone::hour_minute(entry.at);
        let when = format!("{} {hour:02}:{minute:02}", format::date(zone::date_of(entry.at), state.today, texts));
        lines.push(vec![
            (apart(&when, 18), theme.dim()),
            (entry.by_name.line().into_string(), theme.text().add_modifier(Modifier::BOLD)),
        ]);
        let safe = SafeText::line(&what);
        let room = usize::from(width.min(PROSE)).saturating_sub(2).max(12);
        let wrapped = crate::tui::app::wrap::wrap(safe.as_str(), room);
        lines.extend(wrapped.into_iter().map(|range| vec![(format!("  {}", &safe.as_str()[range]), theme.text())]));
    }
    lines
}

fn not_now<F: ArrangementFacts>(state: &State, theme: &Theme, found: &ArrangementDetail<F>) -> Vec<Vec<Span>> {
    let refused = found.verbs.iter().filter_map(|one| Some((one.verb, one.refused.as_ref()?)));
    let line = |(verb, why)| {
        let verb = state.texts.get(&format!("arrangement-verb-{verb}"));
        vec![(apart(&verb, 16), theme.dim()), (words(&state.texts, why), theme.text())]
    };
    refused.map(line).collect()
}

fn words(texts: &Texts, line: &Line) -> String {
    if texts.language() == Language::Dutch { line.nl.clone() } else { line.en.clone() }
}
