//! Where the reader is: what the next line is for.

use crate::{
    domain::{
        Date,
        ids::{AgendaItemId, DeadlineId, OfficerId, PartId, SignalId},
    },
    tui::app::{Modal, Pane, State, finder, form::Purpose, lookup::Focus, panel::PanelKind, picker},
};

/// A place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Situation {
    /// Covered: nothing is told.
    Covered,
    /// A field of a form; behind the last field its buttons.
    Field(Purpose, usize),
    /// A menu, by its head.
    Menu(String),
    /// Which of two people's texts counts.
    Conflict(Purpose),
    /// A page about an instrument or a rule, by its name.
    Explanation(String),
    /// Help, palette or actions, with what was typed.
    Commands(finder::Kind, String),
    /// Templates, drafts or links, with what was typed.
    Picker(picker::Kind, String),
    /// What there is to filter by, or columns.
    Panel(PanelKind),
    /// Searching the register.
    Search {
        /// Over another place?
        over: bool,
        /// How often the query changed, and how many hits there are.
        query: (u64, usize),
    },
    /// The card of an entry of the register.
    Card(OfficerId),
    /// The filter is typed.
    Filter,
    /// An open signal.
    Open(SignalId),
    /// Meetings, or the agenda of one.
    Agenda,
    /// An open item of it.
    AgendaItem(AgendaItemId),
    /// A paper of it that is read: the version, and the one it is compared with.
    ItemPaper(PartId, i64, Option<i64>),
    /// The deadline board.
    Board,
    /// The audit log.
    Traces,
    /// The month of the board, on a day.
    Month(Date),
    /// An open clock of it.
    Clock(DeadlineId),
    /// The list of signals.
    List,
}

impl Situation {
    /// Where the state is.
    pub fn of(state: &State) -> Self {
        if state.locked {
            return Self::Covered;
        }
        let (lookup, over) = match state.modals.last() {
            Some(Modal::Form(form)) => return Self::Field(form.purpose, form.focus.min(form.slots.len())),
            Some(Modal::Choose(menu)) => return Self::Menu(menu.title.clone()),
            Some(Modal::Conflict(conflict)) => return Self::Conflict(conflict.purpose),
            Some(Modal::Explanation(reader)) => return Self::Explanation(reader.name.clone()),
            Some(Modal::Finder(finder)) => return Self::Commands(finder.kind, finder.input.text().to_owned()),
            Some(Modal::Picker(picker)) => return Self::Picker(picker.kind, picker.input.text().to_owned()),
            Some(Modal::Panel(panel)) => return Self::Panel(panel.kind),
            // Setting up is not for lines: `loket config set` is.
            Some(Modal::Setup(_) | Modal::SignIn(_)) => return Self::List,
            Some(Modal::Lookup(lookup)) => (&**lookup, true),
            None if state.pane == Pane::Register => (&state.register, false),
            None if state.typing() == crate::tui::app::keys::Typing::Filter => return Self::Filter,
            None if state.pane == Pane::Agenda => {
                if let Some(read) = state.paper_read() {
                    return Self::ItemPaper(read.part, read.version, read.against);
                }
                let open = state.agenda.open.and(state.agenda_item());
                return open.map_or(Self::Agenda, |item| Self::AgendaItem(item.id));
            }
            None if state.pane == Pane::Traces => return Self::Traces,
            None if state.pane == Pane::Board => {
                if let Some(calendar) = &state.board.calendar {
                    return Self::Month(calendar.day);
                }
                let open = state.board.open.and(state.board.current);
                return open.map_or(Self::Board, Self::Clock);
            }
            None => {
                let open = state.signals.open.and(state.signals.current);
                return open.map_or(Self::List, Self::Open);
            }
        };
        match lookup.current().filter(|_| lookup.focus == Focus::Card) {
            Some(officer) => Self::Card(officer.id),
            None => Self::Search { over, query: (lookup.edits, lookup.hits.len()) },
        }
    }
}
