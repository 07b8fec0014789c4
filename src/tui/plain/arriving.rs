//! What is told of a place that was come to, and of what changed in it since.

use super::{
    Conversation, agenda, board, cards, conflict, explaining, fields, line, lists, menus, panels, record, situation::Situation,
    traces,
};
use crate::{domain::ids::SignalId, tui::app::State};

impl Conversation {
    /// Tells a place that was just come to.
    pub(super) fn arrive(&mut self, state: &State, now: &Situation, out: &mut String) {
        let texts = &state.texts;
        match now {
            Situation::Covered => line(out, &texts.get("plain-covered")),
            Situation::Field(purpose, at) => {
                let begun = !matches!(&self.told, Some(Situation::Field(told, _)) if told == purpose);
                fields::ask(state, *at, begun, out);
            }
            Situation::Menu(_) => menus::menu(state, out),
            Situation::Conflict(_) => self.conflict = conflict::all(state, out),
            Situation::Panel(kind) => {
                self.shown = panels::lines(state, *kind, 0, out);
                self.panel = panels::told(state, *kind);
            }
            Situation::Explanation(name) => explaining::page(state, name, out),
            Situation::Commands(..) => self.shown = menus::commands(state, 0, out),
            Situation::Picker(..) => self.shown = menus::picks(state, 0, out),
            Situation::Search { .. } => {
                self.people.clear();
                self.shown = cards::hits(state, &mut self.people, 0, out);
            }
            Situation::Card(_) => cards::card(state, out),
            Situation::Filter => line(out, &texts.get("plain-filter")),
            Situation::Open(id) => {
                if self.record.as_ref().is_some_and(|told| told.id == *id) {
                    self.tell_changes(state, out);
                    if out.is_empty() {
                        line(out, &lists::reading(state, *id));
                    }
                } else {
                    let words = self.record_of(state, *id);
                    line(out, &words);
                }
            }
            Situation::Agenda => agenda::list(state, &mut self.agenda, true, out),
            Situation::AgendaItem(_) => agenda::item(state, &mut self.agenda, out),
            Situation::ItemPaper(..) => agenda::paper(state, &mut self.agenda, out),
            Situation::Traces => traces::list(state, &mut self.traces, true, out),
            Situation::Board => board::list(state, &mut self.board, true, out),
            Situation::Month(day) => {
                let before = match self.told {
                    Some(Situation::Month(before)) => Some(before),
                    _ => None,
                };
                board::month(state, *day, before, out);
            }
            Situation::Clock(_) => board::clock(state, &mut self.board, out),
            Situation::List => {
                self.record = None;
                // What was just done may stand in the row later than it is told: only where the reader is, not how it is there.
                if self.list.as_ref() == Some(&lists::Chosen::of(state))
                    && let Some(id) = state.signals.current
                {
                    line(out, &lists::place(state, id, self.numbered(id)));
                    self.row = Some(id);
                }
                self.tell_list(state, out);
            }
        }
    }

    pub(super) fn record_of(&mut self, state: &State, id: SignalId) -> String {
        let (words, told) = record::whole(state, id);
        self.record = told;
        self.row = Some(id);
        words
    }

    /// What changed in the open signal.
    pub(super) fn tell_changes(&mut self, state: &State, out: &mut String) {
        let Some(told) = &mut self.record else {
            if let Situation::Open(id) = Situation::of(state)
                && state.whole(id).is_some()
            {
                let words = self.record_of(state, id);
                line(out, &words);
            }
            return;
        };
        record::changes(state, told, out);
    }

    /// The list, if it is another than the one that was told; else the row with the cursor, and how many are new.
    pub(super) fn tell_list(&mut self, state: &State, out: &mut String) {
        let chosen = lists::Chosen::of(state);
        if self.list.as_ref() != Some(&chosen) {
            self.list = Some(chosen);
            self.listed.clear();
            lists::head(state, out);
            lists::page(state, &mut self.listed, out);
            self.look(state);
            self.row = state.signals.current;
        }
        if self.generation != state.replica.signals().generation() {
            let before = std::mem::take(&mut self.seen);
            self.look(state);
            let new = self.seen.difference(&before).count();
            if new > 0 {
                line(out, &state.texts.with("plain-new-rows", &[("count", new.into())]));
            }
        }
        if let Some(id) = state.signals.current.filter(|id| self.row != Some(*id)) {
            let at = self.numbered(id);
            // What was just done to it was told; the row may hear of it later.
            line(out, &if state.message.is_some() { lists::place(state, id, at) } else { lists::row(state, id, at) });
            self.row = Some(id);
        }
        if self.marks != state.signals.marks.len() {
            self.marks = state.signals.marks.len();
            line(out, &state.texts.with("plain-marked", &[("count", self.marks.into())]));
        }
    }

    /// The number of a signal in what was told; a new one if it had none.
    fn numbered(&mut self, id: SignalId) -> usize {
        let at = self.listed.iter().position(|listed| *listed == id).unwrap_or_else(|| {
            self.listed.push(id);
            self.listed.len() - 1
        });
        at + 1
    }

    fn look(&mut self, state: &State) {
        let signals = state.replica.signals();
        self.generation = signals.generation();
        self.seen = state.signals.rows.iter().filter_map(|row| signals.get(*row)).map(|row| row.id()).collect();
    }
}
