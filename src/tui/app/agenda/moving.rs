//! The commands of pane 2: moving over meetings, agenda and candidates, opening, and what is done to items.

use super::{
    super::{
        Modal, Pane, State, Tone,
        choose::{Choice, Choose, Item},
        command::Command,
        form::Purpose,
        message::Effect,
    },
    AgendaChoice, AgendaForm, AgendaRow,
    ordering::To,
};
use crate::domain::{
    ids::{AgendaItemId, MeetingId},
    meeting::{AgendaItem, order::Spot},
    zone,
};

impl State {
    /// Opens the pane, with everything chosen.
    pub(in super::super) fn show_agenda(&mut self) -> Vec<Effect> {
        self.pane = Pane::Agenda;
        self.choose_agenda_anew();
        self.rest()
    }

    pub(in super::super) fn agenda_command(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::MoveDown => self.shift(true),
            Command::MoveUp => self.shift(false),
            Command::Minutes => self.open_minutes(),
            Command::Insert => self.menu_insert(),
            Command::TakeOff => self.take_off(),
            Command::OtherMeeting => self.menu_meetings(),
            Command::MeetingNext => self.other_meeting(true),
            Command::MeetingPrevious => self.other_meeting(false),
            // On a meeting it is the meeting that is written in.
            Command::EditItem if matches!(self.agenda.current, None | Some(AgendaRow::Meeting(_))) => self.open_this_meeting(),
            Command::EditItem => self.menu_parts(),
            Command::Invite => self.menu_invite(),
            Command::AnswerInvitation => self.menu_invitations(None),
            Command::Publish => self.publish(),
            Command::Decide => self.open_decide(),
            Command::Commit => self.open_commit(),
            Command::CorrectDecision => self.menu_decisions(),
            Command::EditMeeting => self.open_this_meeting(),
            Command::Changes => self.show_changes(),
            Command::CancelMeeting | Command::ReinstateMeeting => self.open_settled(command),
            Command::ItemPapers => self.menu_item_papers(),
            Command::Unhold => self.ask_unheld(),
            Command::EndGround => self.menu_grounds(),
            Command::Series => self.menu_series(),
            Command::NoteLesson => self.open_lesson(),
            Command::NewMeeting => self.open_agenda_form(AgendaForm::NewMeeting),
            Command::ItemCase => match self.item_signal() {
                Some(id) => {
                    let mut effects = self.go_to(id);
                    effects.extend(self.run(Command::Open));
                    effects
                }
                None => vec![],
            },
            _ => vec![],
        }
    }

    /// The cursor to a row.
    pub(in super::super) fn go_in_agenda(&mut self, row: usize) -> Vec<Effect> {
        let height = self.areas().list.height as usize;
        let pane = &mut self.agenda;
        (pane.moved, pane.sought) = (true, None);
        pane.list.go(row, pane.rows.len(), &pane.headings, height);
        pane.current = pane.rows.get(pane.list.row).copied();
        pane.unread = None;
        pane.wanted = None;
        if pane.current.and_then(AgendaRow::item).is_none() {
            pane.open = None;
        }
        if let Some(scroll) = &mut pane.open {
            *scroll = 0;
        }
        self.rest()
    }

    /// Opens what is under the cursor: the agenda of a meeting; an item with everything, and once more the first thing that is
    /// missing of it; a candidate goes onto the agenda.
    pub(in super::super) fn open_agenda_row(&mut self) -> Vec<Effect> {
        match self.agenda.current {
            Some(AgendaRow::Meeting(id)) => self.open_meeting(id),
            Some(_) if self.paper_read().is_some() => self.menu_item_papers(),
            Some(AgendaRow::Item(_)) if self.agenda.open.is_some() => self.open_missing(),
            Some(AgendaRow::Item(_)) => {
                self.agenda.moved = true;
                (self.agenda.open, self.agenda.lessons, self.agenda.paper) = (Some(0), None, None);
                self.rest()
            }
            Some(AgendaRow::Candidate(id)) => {
                let Some(meeting) = self.agenda.meeting else { return vec![] };
                if let Some(reason) = self.unavailable(Command::Insert) {
                    let words = self.reason(&reason);
                    self.say(Tone::Info, words);
                    return vec![];
                }
                let spot = self.before_close(meeting, self.slot_of(id));
                let title = self.agenda_item().map(|item| self.item_title(item)).unwrap_or_default();
                let number = self.meeting().map(|meeting| meeting.number.to_string()).unwrap_or_default();
                let next = self.agenda.list.row + 1;
                let effects = self.put(vec![(id, To::Agenda(meeting, spot))], "past-agenda-put");
                // The cursor goes on among the candidates, as long as there are any.
                let stays = self.agenda.rows.get(next).filter(|row| matches!(row, AgendaRow::Candidate(_))).is_some();
                let mut effects = effects;
                if stays {
                    effects.extend(self.go_in_agenda(next));
                }
                self.say_with(Tone::Done, "done-agenda-put", &[("title", title.into()), ("number", number.into())]);
                self.offer_undo();
                effects
            }
            None => vec![],
        }
    }

    pub(super) fn open_meeting(&mut self, id: MeetingId) -> Vec<Effect> {
        let pane = &mut self.agenda;
        (pane.moved, pane.meeting, pane.open) = (true, Some(id), None);
        (pane.list.row, pane.list.top, pane.current) = (0, 0, None);
        pane.marks.clear();
        // The filter was of another list.
        (pane.filtering, pane.changed) = (false, None);
        pane.filter.set("");
        self.choose_agenda_anew();
        self.rest()
    }

    /// The pane opens next on the agenda of this item, with the cursor on it.
    pub(super) fn open_next(&mut self, item: &AgendaItem) {
        let pane = &mut self.agenda;
        if pane.meeting != item.meeting {
            (pane.meeting, pane.changed, pane.paper) = (item.meeting, None, None);
            (pane.list.row, pane.list.top) = (0, 0);
            pane.marks.clear();
        }
        (pane.moved, pane.open, pane.current, pane.sought) = (true, None, None, Some(item.id));
        pane.filtering = false;
        pane.filter.set("");
    }

    /// Closes what is open: the item, the marks, the agenda.
    pub(in super::super) fn agenda_back(&mut self) -> Vec<Effect> {
        let pane = &mut self.agenda;
        pane.wanted = None;
        if let Some(paper) = pane.paper.take().filter(|_| pane.open.is_some()) {
            pane.open = paper.was_open;
            return self.rest();
        }
        if pane.open.take().is_some() || !pane.filtering && !std::mem::take(&mut pane.marks).is_empty() {
            return self.rest();
        }
        if self.drop_agenda_filter() {
            return self.rest();
        }
        let pane = &mut self.agenda;
        if let Some(meeting) = pane.meeting.take() {
            pane.moved = true;
            pane.current = Some(AgendaRow::Meeting(meeting));
            self.choose_agenda_anew();
        }
        self.rest()
    }

    /// Marks the item under the cursor, or no longer, and goes down.
    pub(in super::super) fn mark_item(&mut self) -> Vec<Effect> {
        let Some(AgendaRow::Item(id)) = self.agenda.current else { return vec![] };
        if !self.agenda.marks.remove(&id) {
            self.agenda.marks.insert(id);
        }
        self.go_in_agenda(self.agenda.list.row + 1)
    }

    /// To the agenda of the meeting after, or before.
    fn other_meeting(&mut self, forward: bool) -> Vec<Effect> {
        let all: Vec<MeetingId> = self.replica.agendas().meetings().iter().map(|meeting| meeting.id).collect();
        let Some(here) = self.meeting().map(|meeting| meeting.id) else { return vec![] };
        let at = all.iter().position(|id| *id == here).unwrap_or_default();
        let to = if forward { all.get(at + 1) } else { at.checked_sub(1).and_then(|at| all.get(at)) };
        match to {
            Some(id) => self.open_meeting(*id),
            None => {
                self.say_with(Tone::Info, if forward { "agenda-last-meeting" } else { "agenda-first-meeting" }, &[]);
                vec![]
            }
        }
    }

    /// Takes items off the agenda; a candidate is dropped.
    fn take_off(&mut self) -> Vec<Effect> {
        let targets = self.item_targets();
        if matches!(self.agenda.current, Some(AgendaRow::Candidate(_))) && self.agenda.marks.is_empty() {
            return self.ask_drop(&targets);
        }
        let agendas = self.replica.agendas();
        let items: Vec<_> = targets.iter().filter_map(|id| agendas.item(*id)).collect();
        // What belongs to the meeting itself is no candidate afterwards.
        let key = if items.iter().all(|item| item.standing.is_some()) { "done-agenda-off-standing" } else { "done-agenda-off" };
        let title = if let [one] = &items[..] { self.item_title(one) } else { String::new() };
        let count = targets.len();
        let moves = targets.iter().map(|item| (*item, To::Candidates)).collect();
        self.agenda.marks.clear();
        self.agenda.open = None;
        self.stay_on_agenda(&targets);
        let effects = self.put(moves, "past-agenda-off");
        self.say_with(Tone::Done, key, &[("title", title.into()), ("count", count.into())]);
        self.offer_undo();
        effects
    }

    /// The cursor goes to what stays and comes next, else to what stood before: from an agenda not to the candidates, nor back, where
    /// the same key means something else.
    fn stay_on_agenda(&mut self, leaving: &[AgendaItemId]) {
        let pane = &mut self.agenda;
        let candidates = matches!(pane.current, Some(AgendaRow::Candidate(_)));
        let stays = |row: &&AgendaRow| {
            matches!(row, AgendaRow::Candidate(_)) == candidates && row.item().is_some_and(|id| !leaving.contains(&id))
        };
        let (before, after) = pane.rows.split_at(pane.list.row.min(pane.rows.len()));
        let found = after.iter().find(stays).or_else(|| before.iter().rev().find(stays));
        pane.current = found.copied().or(pane.current);
    }

    /// Puts items on the agenda of a meeting, before what closes it.
    pub(super) fn put_on_meeting(&mut self, items: Vec<AgendaItemId>, meeting: MeetingId) -> Vec<Effect> {
        let mut spot = self.before_close(meeting, items.first().map_or(1, |id| self.slot_of(*id)));
        let mut moves = vec![];
        for item in &items {
            moves.push((*item, To::Agenda(meeting, spot)));
            spot = Spot::After(*item);
        }
        let agendas = self.replica.agendas();
        let title = items.first().and_then(|id| agendas.item(*id)).map(|item| self.item_title(item)).unwrap_or_default();
        let number = agendas.meeting(meeting).map(|meeting| meeting.number.to_string()).unwrap_or_default();
        self.agenda.marks.clear();
        self.agenda.open = None;
        self.stay_on_agenda(&items);
        let effects = self.put(moves, "past-agenda-put");
        let values = [("title", title.into()), ("count", items.len().into()), ("meeting", number.into())];
        self.say_with(Tone::Done, "done-agenda-put-on", &values);
        self.offer_undo();
        effects
    }

    /// Whoever proposed it waits for it: a candidate goes after a question that names who that was.
    fn ask_drop(&mut self, targets: &[AgendaItemId]) -> Vec<Effect> {
        let [id] = targets else { return vec![] };
        let Some(item) = self.replica.agendas().item(*id) else { return vec![] };
        let by = item.proposed_by_name.line().into_string();
        let on = self.texts.day(zone::date_of(item.proposed_at));
        let values = [("title", self.item_title(item).into()), ("name", by.into()), ("day", on.into())];
        let title = self.texts.with("choose-agenda-drop", &values);
        let yes = Choice::Agenda(AgendaChoice::Drop(*id));
        self.ask_titled(title, &[("agenda-drop-no", Choice::Nothing), ("agenda-drop-yes", yes)]);
        vec![]
    }

    /// Drops a candidate.
    pub(super) fn drop_candidate(&mut self, id: AgendaItemId) -> Vec<Effect> {
        let title = self.replica.agendas().item(id).map(|item| self.item_title(item)).unwrap_or_default();
        let effects = self.put(vec![(id, To::Dropped)], "past-agenda-drop");
        self.say_with(Tone::Done, "done-agenda-drop", &[("title", title.into())]);
        self.offer_undo();
        effects
    }

    /// Right after the item under the cursor, else where new ones go.
    pub(super) fn insert_spot(&self, meeting: MeetingId) -> Spot {
        match self.agenda.current {
            Some(AgendaRow::Item(id)) => Spot::After(id),
            _ => self.before_close(meeting, 1),
        }
    }

    fn menu_insert(&mut self) -> Vec<Effect> {
        let Some(meeting) = self.agenda.meeting else { return vec![] };
        let free = Item {
            letter: self.texts.get("agenda-insert-free-letter").chars().next().unwrap_or(' '),
            label: self.texts.get("agenda-insert-free"),
            note: String::new(),
            choice: Choice::Form(Purpose::Agenda(AgendaForm::Free(meeting))),
        };
        let agendas = self.replica.agendas();
        let candidates = self.candidates();
        let candidates = candidates.iter().filter_map(|id| agendas.item(*id)).zip(1..).map(|(item, at)| Item {
            letter: char::from_digit(at, 10).unwrap_or('·'),
            label: self.item_title(item),
            note: String::new(),
            choice: Choice::Agenda(AgendaChoice::Insert(item.id)),
        });
        let items = std::iter::once(free).chain(candidates).collect();
        self.modals.push(Modal::Choose(Choose::new(self.texts.get("choose-agenda-insert"), items)));
        vec![]
    }

    /// To the agenda of which meeting?
    fn menu_meetings(&mut self) -> Vec<Effect> {
        let targets = self.item_targets();
        let here = self.agenda.meeting.filter(|_| matches!(self.agenda.current, Some(AgendaRow::Item(_))));
        let all = self.replica.agendas().meetings();
        let open = all.into_iter().filter(|meeting| meeting.state.is_open() && Some(meeting.id) != here);
        let items: Vec<Item> = open
            .zip(1..)
            .map(|(meeting, at)| Item {
                letter: char::from_digit(at, 10).unwrap_or('·'),
                label: format!("{}  {}", meeting.number, self.day_of_meeting(meeting)),
                note: self.free_words(meeting),
                choice: Choice::Agenda(AgendaChoice::To(targets.clone(), meeting.id)),
            })
            .collect();
        if items.is_empty() {
            self.say_with(Tone::Info, "why-no-other-meeting", &[]);
            return vec![];
        }
        self.modals.push(Modal::Choose(Choose::new(self.texts.get("choose-agenda-meeting"), items)));
        vec![]
    }

    /// `do 26-11-2026 13:30`.
    pub fn day_of_meeting(&self, meeting: &crate::domain::meeting::MeetingSummary) -> String {
        let Some(slot) = meeting.slots.first() else { return String::new() };
        let (hour, minute) = zone::hour_minute(slot.starts_at);
        format!("{} {hour:02}:{minute:02}", self.texts.day(zone::date_of(slot.starts_at)))
    }

    /// `25 min vrij`, or how many too many.
    pub fn free_words(&self, meeting: &crate::domain::meeting::MeetingSummary) -> String {
        let free = self.free_minutes(meeting);
        let key = if free < 0 { "agenda-over" } else { "agenda-free" };
        self.texts.with(key, &[("minutes", crate::locale::Value::Number(free.abs()))])
    }
}
