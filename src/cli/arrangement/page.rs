//! One moratorium, bridging or commitment on a page: what is recorded, where it stands, how its day was counted.

use crate::{
    api::{arrangement::ArrangementDetail, term::Line},
    cli::call::{Call, Stop},
    domain::{arrangement::ArrangementFacts, text::SafeText},
    locale::{FieldsInWords, Language, Texts},
};

/// Prints it.
pub(super) fn told<F: ArrangementFacts + FieldsInWords>(
    call: &mut Call,
    found: &ArrangementDetail<F>,
    json: bool,
) -> Result<(), Stop> {
    if json {
        return call.print_json(found);
    }
    let page = page(found, &call.texts, call.config.language.value);
    call.print_block(&page)
}

fn page<F: ArrangementFacts + FieldsInWords>(found: &ArrangementDetail<F>, texts: &Texts, language: Language) -> String {
    let (item, kind) = (&found.item, F::KIND);
    let mut lines = vec![];
    let mut field = |name: String, value: String| {
        if !value.trim().is_empty() {
            lines.push(format!("{name:24} {}", SafeText::line(value.trim())));
        }
    };
    let column = |name: &str| texts.get(&format!("cli-arrangement-column-{name}"));
    let words = |line: &Line| if language == Language::Dutch { line.nl.clone() } else { line.en.clone() };
    field(column("number"), item.signal_number.to_string());
    field(column("id"), item.id.to_string());
    let state = texts.get(&format!("arrangement-state-{kind}-{}", found.state));
    let closed = item.closed.as_ref().map(|closed| format!(" ({}, {})", texts.day(closed.on), closed.by_name.line()));
    field(column("state"), format!("{state}{}", closed.unwrap_or_default()));
    for (name, value) in item.facts.fields(texts) {
        field(texts.get(&format!("{kind}-field-{name}")), value);
    }
    field(column("closed"), item.closed.as_ref().map(|closed| closed.text.line().into_string()).unwrap_or_default());
    field(
        column("recorded"),
        format!("{} {}", texts.day(crate::domain::zone::date_of(item.recorded_at)), item.recorded_by_name.line()),
    );
    found.origin.iter().chain(&found.steps).for_each(|line| field(column("step"), words(line)));
    found.warnings.iter().for_each(|line| field(column("warning"), words(line)));
    let moves = found.moves.iter().filter_map(|entry| {
        let day = texts.day(crate::domain::zone::date_of(entry.at));
        texts.linked(entry).map(|what| format!("{day} {}: {what}", entry.by_name.line()))
    });
    moves.for_each(|moved| field(column("move"), moved));
    lines.join("\n")
}
