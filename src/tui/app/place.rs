//! Where somebody is, kept so that loket begins there again: pane, view, filter, order, columns, the signal under the cursor, preview
//! and zoom; in pane 2 the meeting, the item and the filter; in pane 4 view, groups, filter and clock; and which entries of the register are used, by their ids. Nothing of a case but what stands in the filter, and that lies encrypted among the drafts of this server. Pure.

use serde::{Deserialize, Serialize};

use super::{
    Pane, State, Tone,
    agenda::AgendaRow,
    lookup::uses::Uses,
    message::Effect,
    signals::{Column, Sorting, View},
};
use crate::client::replica::{BoardGroup, BoardView};
use crate::domain::{
    ids::{AgendaItemId, DeadlineId, MeetingId, SignalId, ViewId},
    text::SafeText,
};

/// The slot among the drafts: a window that begins takes what one that is gone left.
pub const SLOT: &str = "place";
/// Raised when what is kept means something else.
const VERSION: u32 = 2;

/// What is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    version: u32,
    register: bool,
    view: View,
    filter: String,
    sort: Column,
    descending: bool,
    columns: Vec<Column>,
    saved: Option<ViewId>,
    preview: bool,
    zoom: bool,
    current: Option<SignalId>,
    /// Where in pane 2, when that is the pane.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    agenda: Option<AgendaPlace>,
    /// Where in pane 4, when that is the pane.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    board: Option<BoardPlace>,
    /// How much each entry of the register is used.
    #[serde(default, skip_serializing_if = "Uses::is_empty")]
    uses: Uses,
}

/// Where in pane 2.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaPlace {
    meeting: Option<MeetingId>,
    item: Option<AgendaItemId>,
    filter: String,
}

/// Where in pane 4.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoardPlace {
    view: BoardView,
    group: BoardGroup,
    filter: String,
    clock: Option<DeadlineId>,
}

impl State {
    /// What to do before anything else: ask where the last window was left, unless that is not wanted; then it is forgotten.
    pub fn begin(&self) -> Vec<Effect> {
        if self.alone {
            return vec![];
        }
        let slot = SLOT.to_owned();
        vec![if self.settings.resume { Effect::LoadDraft(slot) } else { Effect::ClearDrafts(slot) }]
    }

    /// Keeps where we are, if that changed. Not before there was something to look at: then it is not known yet.
    pub fn keep_place(&mut self) -> Vec<Effect> {
        if self.alone || !self.settings.resume || !self.loaded || self.resuming.is_some() {
            return vec![];
        }
        let signals = &self.signals;
        let place = Place {
            version: VERSION,
            register: self.pane == Pane::Register,
            view: signals.view,
            filter: signals.filter.text().to_owned(),
            sort: signals.sorting.by,
            descending: signals.sorting.descending,
            columns: signals.columns.clone(),
            saved: signals.saved,
            preview: signals.preview,
            zoom: signals.zoom,
            current: signals.current,
            agenda: (self.pane == Pane::Agenda).then(|| self.agenda_place()),
            board: (self.pane == Pane::Board).then(|| self.board_place()),
            uses: self.called.uses.clone(),
        };
        match serde_json::to_string(&place) {
            Ok(text) if text != self.kept => {
                self.kept.clone_from(&text);
                vec![Effect::SaveDraft { slot: SLOT.to_owned(), text }]
            }
            _ => vec![],
        }
    }

    /// Goes to where the last window was left. Not when a key was pressed already: then somebody is somewhere, and only who was
    /// called is remembered.
    pub(super) fn resume(&mut self, text: Option<String>) -> Vec<Effect> {
        let Some(text) = text.filter(|_| self.settings.resume) else { return vec![] };
        match serde_json::from_str::<Place>(&text) {
            Ok(place) if place.version == VERSION => {
                self.called.uses.join(&place.uses, self.today);
                if self.presses != 0 {
                    return vec![];
                }
                if self.loaded {
                    self.go_back_to(place);
                    return self.rest();
                }
                self.resuming = Some(place);
            }
            _ if self.presses != 0 => {}
            _ => {
                self.say_with(Tone::Info, "place-unreadable", &[]);
                return vec![Effect::ClearDrafts(SLOT.to_owned())];
            }
        }
        vec![]
    }

    /// The first rows are there: now there is something to come back to.
    pub(super) fn resume_with_rows(&mut self) {
        if let Some(place) = self.resuming.take().filter(|_| self.presses == 0 && self.offers(Pane::Signals)) {
            self.go_back_to(place);
        }
    }

    fn agenda_place(&self) -> AgendaPlace {
        let pane = &self.agenda;
        let (meeting, item) = match pane.current {
            Some(AgendaRow::Meeting(id)) => (Some(id), None),
            row => (pane.meeting, row.and_then(AgendaRow::item)),
        };
        AgendaPlace { meeting: meeting.filter(|_| pane.meeting.is_some()), item, filter: pane.filter.text().to_owned() }
    }

    fn board_place(&self) -> BoardPlace {
        let pane = &self.board;
        BoardPlace { view: pane.view, group: pane.group, filter: pane.filter.text().to_owned(), clock: pane.current }
    }

    fn go_back_to(&mut self, place: Place) {
        // A role that may not see the register stays with the signals.
        let may = self.unavailable(super::command::Command::PaneRegister).is_none();
        self.pane = if place.register && may { Pane::Register } else { Pane::Signals };
        if let Some(agenda) = place.agenda.filter(|_| self.unavailable(super::command::Command::PaneAgenda).is_none()) {
            self.pane = Pane::Agenda;
            self.go_back_in_agenda(agenda.meeting, agenda.item, SafeText::line(&agenda.filter).as_str());
        }
        if let Some(board) = place.board.filter(|_| self.unavailable(super::command::Command::PaneBoard).is_none()) {
            self.go_back_on_board(board.view, board.group, SafeText::line(&board.filter).as_str(), board.clock);
        }
        let signals = &mut self.signals;
        (signals.view, signals.saved) = (place.view, place.saved);
        signals.sorting = Sorting { by: place.sort, descending: place.descending };
        signals.columns = place.columns;
        (signals.preview, signals.zoom) = (place.preview, place.zoom);
        signals.filter.set(SafeText::line(&place.filter).as_str());
        signals.wanted = place.current;
        self.reselect();
    }
}
