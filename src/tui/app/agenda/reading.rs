//! What was read of agendas and items, and when it is read anew: reading is logged, so it follows the cursor at rest.

use std::sync::Arc;

use super::{
    super::{
        Pane, State,
        actions::Pending,
        message::{Answer, Call, Effect, Refusal},
    },
    AgendaAnswer, AgendaCall, AgendaPending, AgendaRow,
    deeds::Wanted,
};
use crate::{
    api::meeting::{AgendaDetail, AgendaEntry, AgendaItemDetail},
    domain::{
        ids::{AgendaItemId, MeetingId},
        meeting::{AgendaItem, AgendaItemFacts, Invitation, ItemPaper, LetDecision, Missing},
    },
};

/// How many candidates are kept in memory.
const KEPT: usize = 12;

/// What was read of an item.
pub type ItemRead<'a> = (&'a AgendaItem, &'a [Invitation], &'a [LetDecision], &'a [Missing]);

impl State {
    /// The agenda of a meeting as it was read, whether it is the newest or not.
    pub fn agenda_detail(&self, meeting: MeetingId) -> Option<&AgendaDetail> {
        self.agenda.read.as_deref().filter(|read| read.meeting.id == meeting)
    }

    /// What was read of an item, if that is what it is now.
    pub fn item_read_of(&self, id: AgendaItemId) -> Option<ItemRead<'_>> {
        if let Some(read) = self.read_alone(id) {
            return Some((&read.item, &read.invitations, &read.decisions, &read.missing));
        }
        let entry = self.read_in_agenda(id)?;
        Some((&entry.item, &entry.invitations, &entry.decisions, &entry.missing))
    }

    /// The papers of an item, what was taken back among them, as far as it was read as it is now.
    pub fn papers_of(&self, id: AgendaItemId) -> &[ItemPaper] {
        let alone = self.read_alone(id).map(|read| &read.papers);
        alone.or_else(|| self.read_in_agenda(id).map(|entry| &entry.papers)).map_or(&[], |papers| papers)
    }

    fn read_alone(&self, id: AgendaItemId) -> Option<&AgendaItemDetail> {
        self.agenda.items.iter().find(|read| read.item.id == id && self.is_as_it_is(&read.item))
    }

    fn read_in_agenda(&self, id: AgendaItemId) -> Option<&AgendaEntry> {
        self.agenda.read.as_ref()?.items.iter().find(|entry| entry.item.id == id && self.is_as_it_is(&entry.item))
    }

    fn is_as_it_is(&self, item: &AgendaItem) -> bool {
        self.replica.agendas().item(item.id).is_some_and(|row| item.revision >= row.revision)
    }

    /// What an item said in this version, if it was read then.
    pub(super) fn read_at(&self, id: AgendaItemId, version: i64) -> Option<&AgendaItemFacts> {
        let entries = self.agenda.read.iter().flat_map(|read| &read.items).map(|entry| &entry.item);
        let all = self.agenda.items.iter().map(|read| &read.item).chain(entries);
        all.into_iter().find(|item| item.id == id && item.version == version).map(|item| &item.facts)
    }

    /// The item and its invitations, if they were read and are what they are now.
    pub(super) fn item_detail(&self, id: AgendaItemId) -> Option<(&AgendaItem, &[Invitation])> {
        self.item_read_of(id).map(|(item, invitations, ..)| (item, invitations))
    }

    /// Is what was read of this agenda what it is now?
    pub(super) fn is_agenda_fresh(&self, meeting: MeetingId) -> bool {
        let agendas = self.replica.agendas();
        let (Some(read), Some(row)) = (self.agenda_detail(meeting), agendas.meeting(meeting)) else { return false };
        let versions = read.meeting.version >= row.version && read.meeting.agenda_version >= row.agenda_version;
        versions
            && agendas.items(meeting).iter().all(|item| {
                let known = read.items.iter().find(|entry| entry.item.id == item.id);
                known.is_some_and(|entry| entry.item.revision >= item.revision) || self.item_read_of(item.id).is_some()
            })
    }

    /// Is it that to the last item? What was recorded a moment ago was read with its item alone, and counts for who gets what.
    pub(super) fn is_agenda_whole(&self, meeting: MeetingId) -> bool {
        let older = |entry: &AgendaEntry| {
            self.agenda.items.iter().any(|kept| kept.item.id == entry.item.id && kept.item.revision > entry.item.revision)
        };
        self.is_agenda_fresh(meeting) && self.agenda_detail(meeting).is_some_and(|read| !read.items.iter().any(older))
    }

    /// What must be read for what is shown, or for what is wanted.
    pub(in super::super) fn stale_agenda(&self) -> Option<AgendaCall> {
        if self.pane != Pane::Agenda {
            return None;
        }
        let asked = |pending: AgendaPending| self.requests.values().any(|one| *one == Pending::Agenda(pending));
        let failed = |row: AgendaRow| self.agenda.unread.as_ref().is_some_and(|(unread, _)| *unread == row);
        let read_meeting = |id: MeetingId| {
            let row = AgendaRow::Meeting(id);
            let calm = self.agenda.waiting.is_empty();
            (calm && !self.is_agenda_fresh(id) && !failed(row) && !asked(AgendaPending::Agenda(id)))
                .then_some(AgendaCall::ReadAgenda(id))
        };
        let read_item = |id: AgendaItemId, row: AgendaRow| {
            (self.item_read_of(id).is_none() && !failed(row) && !asked(AgendaPending::Item(id)))
                .then_some(AgendaCall::ReadItem(id))
        };
        match self.agenda.wanted {
            Some(Wanted::Meeting(id, _)) => {
                let reads = !self.is_agenda_whole(id) && !asked(AgendaPending::Agenda(id));
                return reads.then_some(AgendaCall::ReadAgenda(id));
            }
            Some(Wanted::Item(id, _)) => return read_item(id, AgendaRow::Item(id)),
            Some(Wanted::Lessons(..)) | None => {}
        }
        let shown = self.agenda.open.is_some() || self.areas().preview.is_some();
        match self.agenda.current.filter(|_| shown)? {
            // What was decided is told of a meeting that was held.
            AgendaRow::Meeting(id) => {
                let held = self.replica.agendas().meeting(id).is_some_and(|meeting| !meeting.state.is_open());
                if held { read_meeting(id) } else { None }
            }
            row @ AgendaRow::Candidate(id) => read_item(id, row),
            AgendaRow::Item(id) => read_meeting(self.agenda.meeting?).or_else(|| self.lessons_to_read(id)),
        }
    }

    /// Asks for what is to be read.
    pub(in super::super) fn read_for_agenda(&mut self, call: AgendaCall) -> Vec<Effect> {
        let pending = match &call {
            AgendaCall::ReadAgenda(id) => AgendaPending::Agenda(*id),
            AgendaCall::ReadItem(id) => AgendaPending::Item(*id),
            AgendaCall::ReadMeeting(id) => AgendaPending::Meeting(*id),
            AgendaCall::ReadLessons(_) => match self.agenda.current.and_then(AgendaRow::item) {
                Some(id) => AgendaPending::Lessons(id),
                None => return vec![],
            },
            _ => return vec![],
        };
        let request = self.request(Pending::Agenda(pending));
        vec![Effect::Send { request, key: self.next_key(), call: Call::Agenda(Box::new(call)), draft: None }]
    }

    pub(super) fn read_item(&mut self, id: AgendaItemId) -> Vec<Effect> {
        self.read_for_agenda(AgendaCall::ReadItem(id))
    }

    /// Does something with the item under the cursor as soon as it was read: now, when it was. Says whether it was.
    pub(super) fn needs_item(&mut self, command: super::super::Command) -> Option<Vec<Effect>> {
        let id = self.agenda.current.and_then(AgendaRow::item)?;
        if self.item_read_of(id).is_some() {
            return None;
        }
        self.agenda.unread = None;
        self.agenda.wanted = Some(Wanted::Item(id, command));
        Some(self.stale_agenda().map_or_else(Vec::new, |call| self.read_for_agenda(call)))
    }

    /// The same about the meeting that is open.
    pub(super) fn needs_agenda(&mut self, meeting: MeetingId, command: super::super::Command) -> Option<Vec<Effect>> {
        if self.is_agenda_whole(meeting) {
            return None;
        }
        self.agenda.unread = None;
        self.agenda.wanted = Some(Wanted::Meeting(meeting, command));
        Some(self.stale_agenda().map_or_else(Vec::new, |call| self.read_for_agenda(call)))
    }

    pub(super) fn agenda_read(&mut self, id: MeetingId, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        match reply {
            Ok(Answer::Agenda(answer)) => {
                if let AgendaAnswer::Agenda(found) = *answer {
                    self.agenda.unread = None;
                    self.fill_meeting_form(&found.meeting);
                    self.agenda.read = Some(Arc::new(found));
                }
                if let Some(Wanted::Meeting(wanted, command)) =
                    self.agenda.wanted.filter(|wanted| matches!(wanted, Wanted::Meeting(of, _) if *of == id))
                {
                    // The rows may tell of more than was read: then it is read once more.
                    if self.is_agenda_whole(wanted) {
                        self.agenda.wanted = None;
                        self.agenda.just_read = Some(id);
                        return self.run(command);
                    }
                }
            }
            Ok(_) => {}
            Err(refusal) => self.could_not_read(AgendaRow::Meeting(id), &refusal),
        }
        self.rest()
    }

    pub(super) fn item_read(&mut self, id: AgendaItemId, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        match reply {
            Ok(Answer::Agenda(answer)) => {
                if let AgendaAnswer::Item(found) = *answer {
                    self.agenda.unread = None;
                    self.fill_open_form(&found);
                    self.keep_item(found);
                }
                let wanted = self.agenda.wanted.take_if(|wanted| matches!(wanted, Wanted::Item(of, _) if *of == id));
                if let Some(Wanted::Item(_, command)) = wanted {
                    return self.run(command);
                }
            }
            Ok(_) => {}
            Err(refusal) => self.could_not_read(AgendaRow::Item(id), &refusal),
        }
        vec![]
    }

    fn could_not_read(&mut self, row: AgendaRow, refusal: &Refusal) {
        if self.agenda.wanted.take().is_some() {
            self.fail(refusal);
        }
        self.agenda.unread = Some((row, format!("{} {}", refusal.words, refusal.advice)));
    }

    /// Keeps what an item is now.
    pub(super) fn keep_item(&mut self, found: AgendaItemDetail) {
        self.forget_item(found.item.id);
        self.agenda.items.push_back(found);
        if self.agenda.items.len() > KEPT {
            self.agenda.items.pop_front();
        }
    }

    pub(super) fn forget_item(&mut self, id: AgendaItemId) {
        self.agenda.items.retain(|read| read.item.id != id);
    }

    /// What was read is of a store that is no more.
    pub(in super::super) fn agenda_starts_over(&mut self) {
        self.forget_agenda();
        let pane = &mut self.agenda;
        (pane.lessons, pane.paper, pane.changed, pane.comparing, pane.series) = (None, None, None, None, None);
        (pane.compared, pane.others, pane.waiting) = (vec![], vec![], vec![]);
        (pane.wanted, pane.just_read, pane.sought) = (None, None, None);
        pane.going.clear();
    }

    /// What was read is no longer how it is.
    pub(in super::super) fn forget_agenda(&mut self) {
        self.agenda.read = None;
        self.agenda.items.clear();
        self.agenda.unread = None;
    }
}
