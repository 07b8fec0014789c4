//! What is pointed at: with a mouse, or by its number where lines are read aloud. The first time it is selected, the second
//! time it is done. Knows no place on a screen: the view says what stands where.

use super::{
    Modal, Pane, State, Tone,
    agenda::AgendaRow,
    choose::Choice,
    command::Command,
    form::Kind,
    layout, list,
    lookup::Focus,
    message::Effect,
    signals::{Column, Sorting},
};
use crate::domain::ids::{DeadlineId, OfficerId, SignalId};

/// Rows that one notch of the wheel moves by.
const NOTCH: isize = 3;
/// Milliseconds after a window got the focus within which a click was the one that brought it.
const BROUGHT_FOCUS: i64 = 200;

/// Something that can be pointed at. Rows of cases and people go by id: they may have moved since they were looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A signal in the list.
    Signal(SignalId),
    /// A clock on the board.
    Clock(DeadlineId),
    /// A meeting, an item or a candidate.
    Agenda(AgendaRow),
    /// A row of the audit log.
    Trace(usize),
    /// An entry of the register among the hits.
    Officer(OfficerId),
    /// A line of what lies on top: a menu, help, palette, or a list to pick from.
    Line(usize),
    /// A field of the form on top; behind the last field its buttons.
    Slot(usize),
    /// A value of a choice: which field, which value.
    Value(usize, usize),
    /// A command, by its tab or its hint.
    Command(Command),
    /// The head of a column of the queue.
    Head(Column),
}

/// What was done with the mouse. Nothing else of it is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gesture {
    /// The first button went down.
    Press,
    /// The wheel turned away from the hand.
    WheelUp,
    /// The wheel turned towards the hand.
    WheelDown,
}

/// What reaches the state other than keys and text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pointed {
    /// The mouse did something, over this.
    Mouse(Gesture, Option<Target>),
    /// The window got the keyboard, or lost it.
    Focus(bool),
    /// Something was picked by its number: the cursor goes there.
    Select(Target),
    /// What the cursor stands on is wanted.
    Activate(Target),
    /// A line was typed: it replaces what stands in the field with the cursor.
    Fill(String),
    /// A command was typed by its name.
    Run(Command),
    /// Behind it stood the name of a line of the menu it opens; without such a line the menu stays open.
    Choose(String),
}

/// Does the window have the keyboard, as far as the terminal tells?
#[derive(Debug, Clone, Copy, Default)]
pub struct Attention {
    away: bool,
    came: Option<crate::domain::Instant>,
}

impl State {
    pub(super) fn pointed(&mut self, pointed: Pointed) -> Vec<Effect> {
        if let Pointed::Focus(here) = pointed {
            self.focus(here);
            return vec![];
        }
        self.touched = self.now;
        if self.locked || layout::too_small(self.size) {
            return vec![];
        }
        match pointed {
            Pointed::Mouse(gesture, target) => self.mouse(gesture, target),
            Pointed::Select(target) => {
                self.message = None;
                self.select(target).1
            }
            Pointed::Activate(target) => self.activate(target),
            Pointed::Fill(text) => self.fill(&text),
            Pointed::Run(command) => self.run_named(command),
            Pointed::Choose(text) => self.choose_named(&text),
            Pointed::Focus(_) => vec![],
        }
    }

    /// The mouse did something, over what is on the screen there.
    fn mouse(&mut self, gesture: Gesture, target: Option<Target>) -> Vec<Effect> {
        if !self.mouse {
            return vec![];
        }
        self.typed.clear();
        (self.count, self.following) = (None, false);
        match (gesture, target) {
            (Gesture::WheelUp, _) => self.wheel(-1),
            (Gesture::WheelDown, _) => self.wheel(1),
            (Gesture::Press, _) if self.brought_focus() => vec![],
            (Gesture::Press, None) => vec![],
            (Gesture::Press, Some(Target::Command(command))) => self.run_named(command),
            (Gesture::Press, Some(Target::Head(column))) => self.sort_by_head(column),
            (Gesture::Press, Some(target)) => {
                let (again, mut effects) = self.select(target);
                if again {
                    effects.extend(self.activate(target));
                }
                effects
            }
        }
    }

    /// The window got the keyboard, or lost it.
    fn focus(&mut self, here: bool) {
        let was_away = std::mem::replace(&mut self.attention.away, !here);
        self.attention.came = (here && was_away).then_some(self.now);
    }

    fn brought_focus(&mut self) -> bool {
        let came = self.attention.came.take();
        came.is_some_and(|came| (self.now - came).num_milliseconds() <= BROUGHT_FOCUS)
    }

    /// Runs a command that was picked by name or with the mouse.
    fn run_named(&mut self, command: Command) -> Vec<Effect> {
        self.message = None;
        self.run(command)
    }

    /// Puts the cursor on it. Says whether it was there already.
    fn select(&mut self, target: Target) -> (bool, Vec<Effect>) {
        match target {
            Target::Signal(id) => self.select_signal(id),
            Target::Clock(id) => self.select_clock(id),
            Target::Agenda(row) => self.select_agenda(row),
            Target::Trace(at) => self.select_trace(at),
            Target::Officer(id) => {
                let height = match self.modals.last() {
                    Some(_) => super::lookup_list_height(self.size),
                    None => usize::from(self.areas().list.height),
                };
                let Some(lookup) = self.searching() else { return (false, vec![]) };
                let Some(row) = lookup.hits.iter().position(|found| found.officer.id == id) else { return (false, vec![]) };
                let again = lookup.list.row == row;
                let hits = lookup.hits.len();
                lookup.list.go(row, hits, list::NO_HEADINGS, height);
                (again, vec![])
            }
            Target::Line(at) => (self.select_line(at), vec![]),
            Target::Slot(at) => match self.modals.last_mut() {
                Some(Modal::Conflict(conflict)) => (std::mem::replace(&mut conflict.button, at) == at, vec![]),
                _ => (self.select_slot(at), vec![]),
            },
            Target::Value(at, value) => {
                self.select_slot(at);
                let Some(Modal::Form(form)) = self.modals.last_mut() else { return (false, vec![]) };
                if form.sending.is_none()
                    && let Some(slot) = form.focused()
                    && let Kind::Choice(codes) = slot.kind
                    && let Some(code) = codes.get(value)
                {
                    slot.field.set(code);
                    return (false, self.typed_something());
                }
                (false, vec![])
            }
            Target::Command(_) | Target::Head(_) => (false, vec![]),
        }
    }

    /// Sorts by this column; by it already, the other way round.
    fn sort_by_head(&mut self, column: Column) -> Vec<Effect> {
        if self.pane != Pane::Signals || !self.modals.is_empty() || self.signals.open.is_some() {
            return vec![];
        }
        let now = self.signals.sorting;
        let sorting = if now.by == column { now.turned() } else { Sorting::natural(column) };
        self.message = None;
        self.chosen(Choice::Sort(sorting))
    }

    fn select_signal(&mut self, id: SignalId) -> (bool, Vec<Effect>) {
        if self.pane != Pane::Signals || !self.modals.is_empty() {
            return (false, vec![]);
        }
        let signals = self.replica.signals();
        let row = signals.find(id).and_then(|found| self.signals.rows.iter().position(|row| *row == found));
        let Some(row) = row else {
            self.say_with(Tone::Info, "not-in-list", &[]);
            return (false, vec![]);
        };
        let again = self.signals.current == Some(id);
        let height = usize::from(self.areas().list.height);
        self.signals.filtering = false;
        self.unread = None;
        self.signals.go(&self.replica, row, height);
        if let Some(scroll) = self.signals.open.as_mut().filter(|_| !again) {
            *scroll = 0;
        }
        (again, self.rest())
    }

    fn select_clock(&mut self, id: DeadlineId) -> (bool, Vec<Effect>) {
        if self.pane != Pane::Board || !self.modals.is_empty() {
            return (false, vec![]);
        }
        let found = self.replica.deadlines().find_any(id);
        let Some(row) = found.and_then(|found| self.board.board.rows.iter().position(|row| *row == found)) else {
            self.say_with(Tone::Info, "not-in-list", &[]);
            return (false, vec![]);
        };
        let again = self.board.current == Some(id);
        self.board.filtering = false;
        (again, self.go_in_board(row))
    }

    fn select_trace(&mut self, at: usize) -> (bool, Vec<Effect>) {
        if self.pane != Pane::Traces || !self.modals.is_empty() || at >= self.traces.count() {
            return (false, vec![]);
        }
        (self.traces.list.row == at, self.go_in_traces(at))
    }

    fn select_agenda(&mut self, row: AgendaRow) -> (bool, Vec<Effect>) {
        if self.pane != Pane::Agenda || !self.modals.is_empty() {
            return (false, vec![]);
        }
        let Some(at) = self.agenda.rows.iter().position(|one| *one == row) else {
            self.say_with(Tone::Info, "not-in-list", &[]);
            return (false, vec![]);
        };
        self.agenda.filtering = false;
        (self.agenda.current == Some(row), self.go_in_agenda(at))
    }

    fn select_line(&mut self, at: usize) -> bool {
        let picker_height = self.picker_height();
        match self.modals.last_mut() {
            Some(Modal::Choose(menu)) if at < menu.items.len() => std::mem::replace(&mut menu.cursor, at) == at,
            Some(Modal::Picker(picker)) => {
                let hits = picker.hits().len();
                let again = picker.list.row == at;
                picker.list.go(at, hits, list::NO_HEADINGS, picker_height);
                again
            }
            Some(Modal::Finder(_)) => {
                let Some(Modal::Finder(mut finder)) = self.modals.pop() else { return false };
                let again = finder.list.row == at;
                finder.go(self, at);
                self.modals.push(Modal::Finder(finder));
                again
            }
            Some(Modal::Panel(_)) => self.panel_select(at),
            Some(Modal::Explanation(reader)) => reader.related.replace(at) == Some(at),
            Some(Modal::Conflict(conflict)) if at < conflict.rows.len() => std::mem::replace(&mut conflict.row, at) == at,
            _ => false,
        }
    }

    fn select_slot(&mut self, at: usize) -> bool {
        let today = self.today;
        let Some(Modal::Form(form)) = self.modals.last_mut() else { return false };
        if let Some(slot) = form.focused() {
            slot.settle(today);
        }
        std::mem::replace(&mut form.focus, at.min(form.slots.len() + 1)) == at
    }

    /// Does what stands under the cursor there.
    fn activate(&mut self, target: Target) -> Vec<Effect> {
        match (target, self.modals.last()) {
            (Target::Signal(_) | Target::Clock(_) | Target::Agenda(_) | Target::Trace(_), None) => self.run_named(Command::Open),
            (Target::Officer(_), _) => {
                if let Some(lookup) = self.searching() {
                    lookup.focus = Focus::Card;
                }
                vec![]
            }
            (Target::Line(_), Some(Modal::Choose(_))) => self.pick(),
            (Target::Line(_), Some(Modal::Finder(_) | Modal::Picker(_))) => self.run(Command::FinderRun),
            (Target::Line(_), Some(Modal::Panel(_))) => self.run(Command::PanelToggle),
            (Target::Line(_), Some(Modal::Explanation(_))) => self.run(Command::ExplanationOpen),
            (Target::Slot(_), Some(Modal::Conflict(_))) => self.run(Command::ConflictPress),
            (Target::Slot(at), Some(Modal::Form(form))) if at == form.slots.len() => self.submit(),
            (Target::Slot(at), Some(Modal::Form(form))) if at > form.slots.len() => self.run(Command::Leave),
            _ => vec![],
        }
    }

    /// Replaces what stands in the field with the cursor, or picks the value of a choice by its code.
    fn fill(&mut self, text: &str) -> Vec<Effect> {
        self.message = None;
        if let Some(Modal::Form(form)) = self.modals.last_mut()
            && form.sending.is_none()
            && let Some(slot) = form.focused()
            && let Kind::Choice(codes) = slot.kind
        {
            if !codes.contains(&text) {
                return vec![];
            }
            slot.field.set(text);
            return self.typed_something();
        }
        let left_out = match self.focused_field() {
            Some((field, _)) => field.replace_all(text),
            None => return vec![],
        };
        if left_out > 0 {
            self.say_with(Tone::Warn, "paste-left-out", &[("count", left_out.into())]);
        }
        self.typed_something()
    }

    fn wheel(&mut self, way: isize) -> Vec<Effect> {
        let next = way > 0;
        let (command, times) = match self.modals.last() {
            Some(Modal::Form(_) | Modal::Setup(_) | Modal::SignIn(_)) => return vec![],
            Some(Modal::Panel(_)) => (if next { Command::PanelNext } else { Command::PanelPrevious }, NOTCH),
            Some(Modal::Conflict(_)) => (if next { Command::ConflictNext } else { Command::ConflictPrevious }, 1),
            Some(Modal::Explanation(_)) => (if next { Command::ExplanationDown } else { Command::ExplanationUp }, NOTCH),
            Some(Modal::Choose(_)) => (if next { Command::MenuNext } else { Command::MenuPrevious }, 1),
            Some(Modal::Finder(_) | Modal::Picker(_)) => {
                (if next { Command::FinderNext } else { Command::FinderPrevious }, NOTCH)
            }
            Some(Modal::Lookup(_)) => (if next { Command::Next } else { Command::Previous }, NOTCH),
            None => (if next { Command::Down } else { Command::Up }, NOTCH),
        };
        (0..times).flat_map(|_| self.run(command)).collect()
    }

    /// The mouse goes on, or off.
    pub(super) fn switch_mouse(&mut self) -> Vec<Effect> {
        self.mouse = !self.mouse;
        self.say_with(Tone::Done, if self.mouse { "mouse-on" } else { "mouse-off" }, &[]);
        vec![Effect::Mouse(self.mouse)]
    }
}
