//! The list of signals as numbered lines.

use crate::{
    domain::{ids::SignalId, text::RawText},
    tui::{
        app::{
            State,
            list::{self, Line},
            message::Link,
            signals::{Sorting, View},
        },
        view::format,
    },
};

use super::{PAGE, line};

/// What a list is made of: another choice is another list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    view: View,
    sorting: Sorting,
    filter: String,
    loaded: bool,
}

impl Chosen {
    /// Of the list now.
    pub fn of(state: &State) -> Self {
        let signals = &state.signals;
        Self { view: signals.view, sorting: signals.sorting, filter: signals.filter.text().to_owned(), loaded: state.loaded }
    }
}

/// Which list it is, and how many stand in it; why there are none.
pub fn head(state: &State, out: &mut String) {
    let (texts, signals) = (&state.texts, &state.signals);
    if !state.loaded {
        if state.link == Link::Connecting {
            line(out, &texts.with("loading-signals", &[("server", (&state.server).into())]));
        }
        return;
    }
    if state.settings.read_only {
        line(out, &texts.get("plain-read-only"));
    }
    let view = texts.get(&format!("view-{}", signals.view));
    let sort = state.order_in_words();
    let filter = signals.filter.text().trim();
    let values = [
        ("view", view.into()),
        ("sort", sort.into()),
        ("count", signals.rows.len().into()),
        ("all", signals.in_view.into()),
        ("filter", filter.into()),
    ];
    line(out, &texts.with(if filter.is_empty() { "plain-list" } else { "plain-list-filtered" }, &values));
    if signals.closed_too > 0 {
        line(
            out,
            &texts.with("plain-closed-too", &[("what", state.what_is_outside().into()), ("count", signals.closed_too.into())]),
        );
    }
}

/// The next page: rows that have no number yet, in the order they stand in now.
pub fn page(state: &State, listed: &mut Vec<SignalId>, out: &mut String) {
    let signals = state.replica.signals();
    let rows = &state.signals.rows;
    let known: std::collections::BTreeSet<SignalId> = listed.iter().copied().collect();
    let next = rows
        .iter()
        .enumerate()
        .filter_map(|(at, row)| signals.get(*row).map(|row| (at, row.id())))
        .filter(|(_, id)| !known.contains(id))
        .take(PAGE);
    let mut told = 0;
    for (at, id) in next {
        if let Some(heading) = heading(state, at, told == 0) {
            line(out, &format!("{heading}:"));
        }
        listed.push(id);
        line(out, &self::row(state, id, listed.len()));
        told += 1;
    }
    if told > 0 {
        let rest = rows.len().saturating_sub(listed.len());
        let key = if rest > 0 { "plain-rest" } else { "plain-all-told" };
        line(out, &state.texts.with(key, &[("rest", rest.into())]));
    }
}

/// The group a row is the first of; of the first line of a page the group it is in.
fn heading(state: &State, row: usize, always: bool) -> Option<String> {
    let headings = &state.signals.headings;
    let found = headings.iter().rev().find(|heading| heading.before <= row).filter(|heading| always || heading.before == row)?;
    debug_assert!(matches!(list::at_line(list::line_of(row, headings), row + 1, headings), Some(Line::Row(_))));
    Some(state.texts.get(found.text))
}

/// Where the reader is in the list: `Bij 3. S-503, Kind zonder zorgverzekering.`
pub fn place(state: &State, id: SignalId, at: usize) -> String {
    let signals = state.replica.signals();
    let Some(row) = signals.find(id).and_then(|row| signals.get(row)) else { return String::new() };
    let values =
        [("at", at.into()), ("number", row.number().short().into()), ("title", RawText::from(row.title()).line().into())];
    state.texts.with("plain-place", &values)
}

/// What the reader has open: `U leest S-503, Kind zonder zorgverzekering.`
pub fn reading(state: &State, id: SignalId) -> String {
    let signals = state.replica.signals();
    let Some(row) = signals.find(id).and_then(|row| signals.get(row)) else { return String::new() };
    let values = [("number", row.number().short().into()), ("title", RawText::from(row.title()).line().into())];
    state.texts.with("plain-reading", &values)
}

/// `S-471`.
pub fn number(state: &State, id: SignalId) -> String {
    let signals = state.replica.signals();
    signals.find(id).and_then(|row| signals.get(row)).map_or_else(String::new, |row| row.number().short())
}

/// `3. S-503, hoog: Kind zonder zorgverzekering; Utrecht; CAK, RvIG; harde datum wo 25-11, over 2 dagen; nog vrij`
pub fn row(state: &State, id: SignalId, at: usize) -> String {
    let texts = &state.texts;
    let signals = state.replica.signals();
    let Some(row) = signals.find(id).and_then(|row| signals.get(row)) else { return String::new() };
    let mark = if state.signals.marks.contains(&id) { format!("{}, ", texts.get("plain-mark")) } else { String::new() };
    let urgency = texts.get(&format!("urgency-{}", row.urgency()));
    let mut parts = vec![format!("{at}. {mark}{}, {urgency}: {}", row.number().short(), RawText::from(row.title()).line())];
    let left = signals.find(id).is_some_and(|row| state.signals.has_left(row));
    parts.extend(left.then(|| texts.get("plain-left")));
    parts.extend(row.municipality().map(|code| state.reference.municipality(code)));
    let bodies: Vec<String> =
        row.bodies().map(|code| if code.starts_with("GM") { texts.get("body-municipality") } else { code.to_owned() }).collect();
    if !bodies.is_empty() {
        parts.push(RawText::from(bodies.join(", ").as_str()).line().into_string());
    }
    if !row.status().is_open() {
        parts.push(texts.get(&format!("status-{}", row.status())));
    } else if let Some(date) = row.hard_date() {
        let values = [
            ("date", format::date(date.on, state.today, texts).into()),
            ("days", format::days_in_words(date.on, state.today, texts).into()),
        ];
        let words = texts.with("plain-hard-date", &values);
        parts.push(if date.uncertain { format!("{words} ({})", texts.get("uncertain")) } else { words });
    }
    let me = state.me.as_ref().map(|me| me.account);
    parts.push(match row.owner_at(state.server_now()) {
        None => texts.get("owner-free"),
        Some(owner) if Some(owner.account) == me => texts.get("plain-yours"),
        Some(owner) => texts.with("plain-with", &[("name", owner.name.into())]),
    });
    parts.extend(state.people_at(row.id()).iter().map(|person| state.words_of_person(person)));
    parts.join("; ")
}
