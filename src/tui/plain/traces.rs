//! The audit log as numbered lines, and a row of it with everything.

use crate::api::emergency::EmergencyDetail;
use crate::tui::{
    app::{
        State,
        traces::{Came, Shown, TraceRow},
    },
    view::{format, traces as view},
};

use super::line;

/// What was told of the pane.
#[derive(Debug, Default)]
pub struct Told {
    chosen: Option<(Shown, Came, usize)>,
    row: usize,
    /// How many rows have a number.
    pub count: usize,
}

/// The list, if it is another than the one that was told; else the row the reader went to, with everything.
pub fn list(state: &State, told: &mut Told, came: bool, out: &mut String) {
    let pane = &state.traces;
    let chosen = (pane.shown.clone(), pane.came.clone(), pane.count());
    if told.chosen.as_ref() == Some(&chosen) {
        if came || told.row != pane.list.row {
            whole(state, out);
        }
        told.row = pane.list.row;
        return;
    }
    (told.chosen, told.row, told.count) = (Some(chosen), pane.list.row, pane.count());
    line(out, &view::title(state));
    if pane.count() == 0 {
        let (head, advice) = view::empty(state);
        line(out, &head);
        if !advice.is_empty() {
            line(out, &advice);
        }
        return;
    }
    line(out, &view::count(state));
    for at in 0..pane.count() {
        if let Some(row) = pane.at(at) {
            line(out, &format!("{}. {}", at + 1, short(state, row)));
        }
    }
}

fn short(state: &State, row: TraceRow<'_>) -> String {
    let texts = &state.texts;
    match row {
        TraceRow::Pattern(pattern) => format!("{}: {}", pattern.name.line(), texts.audit_pattern(pattern)),
        TraceRow::Emergency(EmergencyDetail { item, state: stands }) => {
            let at = format::moment(item.opened_at, state.today, texts);
            let stands = texts.get(&format!("emergency-state-{stands}"));
            format!("{at}, {}, {}, {stands}: {}", item.by_name.line(), item.signal_number, item.reason.line())
        }
        TraceRow::Entry(entry, looked) => {
            let at = format::moment(entry.at, state.today, texts);
            let result = texts.get(&format!("audit-result-{}", entry.result));
            let about = texts.audit_object(entry);
            let looked = match (&state.traces.shown, looked) {
                (Shown::Sample, Some(looked)) => format!(", {}", looked.by.line()),
                (Shown::Sample, None) => format!(", {}", texts.get("trace-not-looked")),
                _ => String::new(),
            };
            format!("{at}, {}, {} {about}, {result}{looked}", entry.name.line(), texts.audit_verb(&entry.verb))
        }
    }
}

fn whole(state: &State, out: &mut String) {
    let Some(row) = state.traces.current() else { return };
    for (label, text) in view::facts(state, row) {
        line(out, &format!("{}: {text}", state.texts.get(label)));
    }
}
