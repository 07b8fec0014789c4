//! Pane 2: the meetings of the LET, the agenda of one with its candidates, and one item. What is shown is the server's, with
//! what was moved here laid over it until the server told the same.

mod available;
mod bodies;
mod call;
mod cancelling;
mod changing;
mod clashing;
mod correcting;
mod deeds;
mod ending;
mod filtering;
pub mod fixed;
mod fixing;
mod form_kind;
mod forms;
mod inviting;
mod item_form;
mod item_papers;
mod item_rows;
mod lacking;
mod lessons;
pub(super) mod listed;
mod meeting_form;
mod moving;
mod ordering;
mod paper_reading;
mod papers;
mod proposing;
mod reading;
mod recording;
mod rewriting;
mod second;
mod series;
mod series_form;
mod standing;
mod undoing;

use std::{
    collections::{BTreeSet, VecDeque},
    sync::Arc,
};

use super::{
    State, Tone,
    field::Field,
    list::{self, Heading, ListCursor},
};
use crate::{
    api::{
        meeting::{AgendaDetail, AgendaItemDetail},
        series::SeriesDetail,
    },
    client::replica::Agendas,
    domain::{
        ids::{AgendaItemId, EditionId, MeetingId, SignalId},
        meeting::{AgendaItemSummary, Edition, MeetingState, MeetingSummary, Schedule, schedule_of},
    },
};

pub use call::{AgendaAnswer, AgendaCall};
pub use deeds::{AgendaChoice, AgendaPending};
pub use fixing::{Shown, recipient_lines};
pub use form_kind::{AgendaForm, BodyKey, ItemPart};
pub use inviting::name_of as invitee;
pub use lessons::LessonsRead;
pub use meeting_form::told as slots_in_words;
pub use ordering::Waiting;
pub use paper_reading::{PaperRead, TextLine};
pub use papers::{PaperChoice, PaperPick};
pub use undoing::AgendaDone;

/// What stands on a row of the pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgendaRow {
    /// A meeting.
    Meeting(MeetingId),
    /// An item of the agenda that is open.
    Item(AgendaItemId),
    /// A candidate.
    Candidate(AgendaItemId),
}

impl AgendaRow {
    /// The item or candidate on it.
    pub fn item(self) -> Option<AgendaItemId> {
        match self {
            Self::Item(id) | Self::Candidate(id) => Some(id),
            Self::Meeting(_) => None,
        }
    }
}

/// The pane.
#[derive(Debug, Clone)]
pub struct AgendaPane {
    /// The meeting whose agenda is open; nothing: the list of meetings.
    pub meeting: Option<MeetingId>,
    /// What stands on each row.
    pub rows: Vec<AgendaRow>,
    /// Where groups begin.
    pub headings: Vec<Heading>,
    /// The cursor.
    pub list: ListCursor,
    /// What is under the cursor, so that it stays when rows move.
    pub current: Option<AgendaRow>,
    /// What the preview shows: it follows the cursor when that has rested.
    pub previewed: Option<AgendaRow>,
    /// Is the preview shown?
    pub preview: bool,
    /// The item that is open is scrolled by so many lines; nothing is open when `None`.
    pub open: Option<usize>,
    /// Marked items of the agenda.
    pub marks: BTreeSet<AgendaItemId>,
    /// The running times of the agenda that is open.
    pub schedule: Schedule,
    /// Changes of place that the server has not told of yet, in order.
    pub waiting: Vec<Waiting>,
    /// How many candidates wait.
    pub candidates: usize,
    /// Was a meeting chosen by somebody, or left? Until then the next one opens.
    moved: bool,
    /// What the rows were chosen from.
    chosen: Option<Agendas>,
    /// Bodies that nobody is asked of and to which nothing can be sent, and what that was looked up in.
    contactless: lacking::Contactless,
    /// The agenda that was read.
    pub(super) read: Option<Arc<AgendaDetail>>,
    /// Candidates that were read, newest last.
    items: VecDeque<AgendaItemDetail>,
    /// The lessons noted at the item that is open.
    pub lessons: Option<LessonsRead>,
    /// The paper that is read, over what is open.
    pub(super) paper: Option<PaperRead>,
    /// What could not be read, and why.
    pub unread: Option<(AgendaRow, String)>,
    /// What changed since the agenda was fixed, as it was read.
    changed: Option<changing::Changed>,
    /// Fixed versions that were read to be compared, and which two are to be.
    compared: Vec<Edition>,
    comparing: Option<(EditionId, EditionId)>,
    /// The series that was read last, with its coming days.
    series: Option<SeriesDetail>,
    /// Agendas that are at the same time as this one, for who is asked twice.
    others: Vec<Arc<AgendaDetail>>,
    /// The item the cursor goes to as soon as it is there.
    sought: Option<AgendaItemId>,
    /// The filter as typed.
    pub filter: Field,
    /// Is the filter being typed?
    pub filtering: bool,
    /// What the rows were filtered by, and of which agenda; nothing: they are to be filtered as if none was shown.
    filtered: Option<(Option<MeetingId>, String)>,
    /// Rows that are shown and that the filter no longer leaves: they keep their place until the user asks for the rows anew.
    pub left: BTreeSet<AgendaRow>,
    /// What is to be done as soon as what it needs was read.
    wanted: Option<deeds::Wanted>,
    /// The meeting whose agenda was read for what is done now.
    just_read: Option<MeetingId>,
    /// Candidates that are on their way to an agenda from a case: taken back, they are candidates again.
    going: BTreeSet<AgendaItemId>,
}

impl Default for AgendaPane {
    fn default() -> Self {
        Self {
            meeting: None,
            rows: vec![],
            headings: vec![],
            list: ListCursor::default(),
            current: None,
            previewed: None,
            preview: true,
            open: None,
            marks: BTreeSet::new(),
            schedule: Schedule { slots: vec![], items: vec![] },
            waiting: vec![],
            candidates: 0,
            moved: false,
            chosen: None,
            contactless: lacking::Contactless::default(),
            read: None,
            items: VecDeque::new(),
            lessons: None,
            paper: None,
            unread: None,
            changed: None,
            compared: vec![],
            comparing: None,
            series: None,
            others: vec![],
            sought: None,
            filter: Field::line(""),
            filtering: false,
            filtered: None,
            left: BTreeSet::new(),
            wanted: None,
            just_read: None,
            going: BTreeSet::new(),
        }
    }
}

impl State {
    /// The meeting whose agenda is open, or that is under the cursor.
    pub fn meeting(&self) -> Option<&Arc<MeetingSummary>> {
        let under = match self.agenda.current {
            Some(AgendaRow::Meeting(id)) => Some(id),
            _ => None,
        };
        self.agenda.meeting.or(under).and_then(|id| self.replica.agendas().meeting(id))
    }

    /// The item or candidate under the cursor.
    pub fn agenda_item(&self) -> Option<&Arc<AgendaItemSummary>> {
        self.agenda.current.and_then(AgendaRow::item).and_then(|id| self.replica.agendas().item(id))
    }

    /// The case of the item under the cursor.
    pub(super) fn item_signal(&self) -> Option<SignalId> {
        self.agenda_item().and_then(|item| item.signal)
    }

    /// What an item is called: its number and title, or its title alone.
    pub fn item_title(&self, item: &AgendaItemSummary) -> String {
        let title = item.title.line();
        match item.signal_number {
            Some(number) => format!("{}  {title}", number.short()),
            None => title.into_string(),
        }
    }

    /// The next meeting to come whose agenda is not fixed yet. What is fixed, somebody has to choose.
    pub(super) fn next_meeting(&self) -> Option<&Arc<MeetingSummary>> {
        self.coming_meetings().into_iter().find(|meeting| meeting.state == MeetingState::Concept)
    }

    /// The meetings to come whose agenda can still change, and the one that is held now.
    pub(super) fn coming_meetings(&self) -> Vec<&Arc<MeetingSummary>> {
        let now = self.server_now();
        let coming =
            |meeting: &&Arc<MeetingSummary>| meeting.state.is_open() && meeting.slots.iter().any(|slot| now < slot.ends_at);
        self.replica.agendas().meetings().into_iter().filter(coming).collect()
    }

    /// Minutes that are still free in a meeting; below zero: so many too many.
    pub fn free_minutes(&self, meeting: &MeetingSummary) -> i64 {
        let all: i64 = meeting.slots.iter().map(crate::domain::meeting::Slot::minutes).sum();
        all - self.minutes_of(meeting.id)
    }

    /// Minutes of the items of a meeting together.
    pub fn minutes_of(&self, meeting: MeetingId) -> i64 {
        let items = self.order_of(meeting);
        items.iter().filter_map(|id| self.replica.agendas().item(*id)).map(|item| i64::from(item.minutes)).sum()
    }

    /// How many items of a meeting are not ready.
    pub fn not_ready(&self, meeting: MeetingId) -> usize {
        let items = self.order_of(meeting);
        items.iter().filter_map(|id| self.replica.agendas().item(*id)).filter(|item| !item.missing.is_empty()).count()
    }

    /// What the pane shows is chosen anew, unless it would be the same. The cursor stays on what it stands on.
    pub(super) fn choose_agenda(&mut self) {
        self.look_for_contacts();
        let agendas = self.replica.agendas().clone();
        if !self.agenda.chosen.as_ref().is_some_and(|from| from.is_same(&agendas)) {
            self.settle_waiting();
            self.choose_agenda_anew();
        }
    }

    /// The same, whatever it was chosen from.
    pub(super) fn choose_agenda_anew(&mut self) {
        self.look_for_contacts();
        let height = self.areas().list.height as usize;
        if !self.agenda.moved && self.agenda.meeting.is_none() {
            self.agenda.meeting = self.coming_meetings().first().map(|meeting| meeting.id);
        }
        let filter = (self.agenda.meeting, self.agenda.filter.text().to_owned());
        if self.agenda.filtered.replace(filter.clone()) != Some(filter) {
            self.agenda.rows.clear();
        }
        let (rows, headings) = match self.agenda.meeting {
            Some(meeting) => self.rows_of(meeting),
            None => self.meeting_rows(),
        };
        self.agenda.left = self.left_in_agenda(&rows);
        let agendas = self.replica.agendas().clone();
        // Times go by the whole agenda, whatever the filter leaves of it.
        let order = self.agenda.meeting.map(|meeting| self.order_of(meeting)).unwrap_or_default();
        let items = order.iter().filter_map(|id| agendas.item(*id));
        let slots = self.agenda.meeting.and_then(|id| agendas.meeting(id)).map(|meeting| meeting.slots.clone());
        let schedule = schedule_of(&slots.unwrap_or_default(), items.map(|item| (item.id, item.slot, item.minutes)));
        let pane = &mut self.agenda;
        (pane.schedule, pane.chosen) = (schedule, Some(agendas));
        let known: BTreeSet<AgendaItemId> =
            rows.iter().filter_map(|row| if let AgendaRow::Item(id) = row { Some(*id) } else { None }).collect();
        pane.marks.retain(|id| known.contains(id));
        if let Some(found) = pane.sought.and_then(|id| rows.iter().find(|row| row.item() == Some(id))) {
            (pane.current, pane.sought) = (Some(*found), None);
            pane.list.top = 0;
        }
        let same = |row: &AgendaRow| {
            Some(*row) == pane.current || (row.item().is_some() && row.item() == pane.current.and_then(AgendaRow::item))
        };
        let offset = list::line_of(pane.list.row, &pane.headings).saturating_sub(pane.list.top);
        // What stood at its top stays there, also when rows come above the cursor: it goes down as far as there is room.
        let at_top = pane.list.top == 0 || pane.rows.is_empty();
        let place = rows.iter().position(same);
        let gone = pane.current.filter(|_| place.is_none());
        let was_open = pane.open.is_some();
        (pane.rows, pane.headings) = (rows, headings);
        pane.list.row = place.unwrap_or(pane.list.row).min(pane.rows.len().saturating_sub(1));
        let lands = |row: usize, kind: fn(&AgendaRow) -> bool| pane.rows.get(row).is_some_and(kind);
        let among_candidates = lands(pane.list.row, |row| matches!(row, AgendaRow::Candidate(_)));
        if matches!(gone, Some(AgendaRow::Item(_))) && among_candidates {
            // The last item went: the cursor stays on the agenda, so that the same key again does not meet a candidate.
            let before = pane.list.row.saturating_sub(1);
            pane.list.row = if lands(before, |row| matches!(row, AgendaRow::Item(_))) { before } else { pane.list.row };
        }
        let line = list::line_of(pane.list.row, &pane.headings);
        pane.list.top = if at_top { 0 } else { line.saturating_sub(offset) };
        pane.list.follow(pane.rows.len(), &pane.headings, height);
        pane.current = pane.rows.get(pane.list.row).copied();
        if gone.is_some() || pane.current.and_then(AgendaRow::item).is_none() {
            pane.open = None;
        }
        if let Some(item) = gone.and_then(AgendaRow::item).filter(|_| was_open) {
            self.say_gone(item);
        }
    }

    /// What was open is not on this agenda any more: never does another take its place on the screen without a word.
    fn say_gone(&mut self, item: AgendaItemId) {
        let agendas = self.replica.agendas();
        let Some(row) = agendas.item(item) else { return };
        let title = self.item_title(row);
        let place = match row.meeting.and_then(|id| agendas.meeting(id)) {
            Some(meeting) => ("agenda-gone-elsewhere", meeting.number.to_string()),
            None if row.dropped => ("agenda-gone-dropped", String::new()),
            None => ("agenda-gone-candidate", String::new()),
        };
        self.say_with(Tone::Warn, place.0, &[("title", title.into()), ("meeting", place.1.into())]);
    }

    /// Coming meetings, the first first, and below them those that were, the last first.
    fn meeting_rows(&self) -> (Vec<AgendaRow>, Vec<Heading>) {
        let now = self.server_now();
        let all = self.replica.agendas().meetings();
        let is_past = |meeting: &&Arc<MeetingSummary>| meeting.slots.iter().all(|slot| slot.ends_at <= now);
        let (mut past, coming): (Vec<&Arc<MeetingSummary>>, Vec<_>) = all.into_iter().partition(is_past);
        past.reverse();
        let mut headings = vec![];
        let mut rows = vec![];
        for (text, group) in [("meetings-coming", coming), ("meetings-past", past)] {
            let mut group = group.iter().map(|meeting| AgendaRow::Meeting(meeting.id)).collect();
            self.filter_agenda(&mut group);
            if !group.is_empty() {
                headings.push(Heading { before: rows.len(), text });
                rows.extend(group);
            }
        }
        (rows, headings)
    }

    /// The items of an agenda in order, and the candidates.
    fn rows_of(&self, meeting: MeetingId) -> (Vec<AgendaRow>, Vec<Heading>) {
        let mut rows: Vec<AgendaRow> = self.order_of(meeting).into_iter().map(AgendaRow::Item).collect();
        self.filter_agenda(&mut rows);
        let mut headings = vec![];
        let mut candidates = self.candidates().into_iter().map(AgendaRow::Candidate).collect();
        self.filter_agenda(&mut candidates);
        if !candidates.is_empty() {
            headings.push(Heading { before: rows.len(), text: "agenda-candidates" });
            rows.extend(candidates);
        }
        (rows, headings)
    }

    /// Counts for the tab.
    pub(super) fn count_candidates(&mut self) {
        self.agenda.candidates = self.candidates().len();
    }
}
