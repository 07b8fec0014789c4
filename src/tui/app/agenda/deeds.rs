//! What is done at once to an agenda, without a form: what is under way, what a menu leads to, and what came of it.

use super::{
    super::{
        Modal, State, Tone,
        actions::Pending,
        command::Command,
        form::Form,
        message::{Answer, Call, Effect, Refusal},
    },
    AgendaAnswer, AgendaCall, AgendaDone, PaperChoice,
    ordering::To,
    undoing::Change,
};
use crate::{
    api::{
        meeting::{AgendaItemDetail, InvitationPatch, NewInvitation},
        problem::Code,
    },
    domain::{
        ids::{AgendaItemId, MeetingId, PartId},
        meeting::InvitationFacts,
    },
};

/// What is done at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Other minutes.
    Minutes,
    /// Somebody was invited.
    Invite(AgendaItemId),
    /// Something was noted about an invitation.
    Invitation,
    /// The meeting was held.
    Hold(MeetingId),
    /// A paper.
    Paper,
}

/// A request about an agenda that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgendaPending {
    /// A whole agenda.
    Agenda(MeetingId),
    /// One item or candidate.
    Item(AgendaItemId),
    /// A meeting with what waits for a second person.
    Meeting(MeetingId),
    /// A change of place.
    Place(AgendaItemId),
    /// Something that is done at once.
    Do(Deed),
}

/// Where a line of a menu about an agenda leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgendaChoice {
    /// These items go to the agenda of this meeting.
    To(Vec<AgendaItemId>, MeetingId),
    /// This item goes after that one, or where a new one goes.
    Insert(AgendaItemId),
    /// Invite somebody.
    Invite(AgendaItemId, Box<InvitationFacts>),
    /// What is to be noted about this invitation?
    Invitation(PartId),
    /// Note it.
    Note(PartId, i64, Box<InvitationPatch>),
    /// The meeting was held, as it was seen in this version.
    Hold(MeetingId, i64),
    /// Something about a paper.
    Paper(PaperChoice),
}

/// What is to be done as soon as what it needs was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A command about the item under the cursor.
    Item(AgendaItemId, Command),
    /// A command about a meeting.
    Meeting(MeetingId, Command),
}

impl State {
    /// Does what a line of a menu says.
    pub(in super::super) fn chosen_on_agenda(&mut self, choice: AgendaChoice) -> Vec<Effect> {
        match choice {
            AgendaChoice::To(items, meeting) => {
                let mut spot = self.before_close(meeting);
                let mut moves = vec![];
                for item in items {
                    moves.push((item, To::Agenda(meeting, spot)));
                    spot = crate::domain::meeting::order::Spot::After(item);
                }
                self.agenda.marks.clear();
                self.put(moves, "past-agenda-put")
            }
            AgendaChoice::Insert(item) => match self.agenda.meeting {
                Some(meeting) => {
                    let spot = self.insert_spot(meeting);
                    self.put(vec![(item, To::Agenda(meeting, spot))], "past-agenda-put")
                }
                None => vec![],
            },
            AgendaChoice::Invite(item, facts) => {
                self.say_with(Tone::Info, "agenda-saving", &[]);
                self.do_on_agenda(Deed::Invite(item), AgendaCall::Invite(item, NewInvitation { facts: *facts }))
            }
            AgendaChoice::Invitation(part) => self.menu_of_invitation(part),
            AgendaChoice::Note(part, version, patch) => {
                self.do_on_agenda(Deed::Invitation, AgendaCall::Invitation(part, version, *patch))
            }
            AgendaChoice::Paper(choice) => self.choose_paper(choice),
            AgendaChoice::Hold(meeting, version) => {
                self.say_with(Tone::Info, "agenda-saving", &[]);
                self.do_on_agenda(Deed::Hold(meeting), AgendaCall::Hold(meeting, version))
            }
        }
    }

    /// Asks the server to do something now.
    pub(super) fn do_on_agenda(&mut self, deed: Deed, call: AgendaCall) -> Vec<Effect> {
        let request = self.request(Pending::Agenda(AgendaPending::Do(deed)));
        vec![Effect::Send { request, key: self.next_key(), call: Call::Agenda(Box::new(call)), draft: None }]
    }

    /// The server answered a request about an agenda.
    pub(in super::super) fn agenda_reply(&mut self, pending: AgendaPending, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        match pending {
            AgendaPending::Agenda(id) => self.agenda_read(id, reply),
            AgendaPending::Item(id) => self.item_read(id, reply),
            AgendaPending::Meeting(_) => self.meeting_read(reply),
            AgendaPending::Place(id) => self.placed(id, reply),
            AgendaPending::Do(deed) => self.done_on_agenda(deed, reply),
        }
    }

    fn done_on_agenda(&mut self, deed: Deed, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let answer = match reply {
            Ok(Answer::Agenda(answer)) => *answer,
            Ok(_) => return vec![],
            Err(refusal) => {
                if deed == Deed::Minutes {
                    self.forget_done();
                }
                self.fail(&refusal);
                if deed == Deed::Paper {
                    return vec![];
                }
                self.forget_agenda();
                return self.rest();
            }
        };
        match (deed, answer) {
            (Deed::Minutes, AgendaAnswer::Item(found)) => self.keep_item(found),
            (Deed::Invite(item), AgendaAnswer::Item(found)) => {
                let before = self.item_detail(item).map(|(_, before)| before.to_vec()).unwrap_or_default();
                let new = found.invitations.iter().find(|one| before.iter().all(|known| known.id != one.id)).cloned();
                self.keep_item(found);
                if let Some(new) = new {
                    let change = Change::Invited { item, part: new.id, withdrawn: false };
                    self.did_on_agenda(AgendaDone::new("past-agenda-invite", vec![change]));
                    let name = if new.facts.name.is_blank() { new.facts.function.line() } else { new.facts.name.line() };
                    self.say_with(Tone::Done, "done-agenda-invite", &[("name", name.into())]);
                    self.offer_undo();
                }
            }
            (Deed::Invitation, AgendaAnswer::Item(found)) => {
                self.keep_item(found);
                if self.message.as_ref().is_none_or(|message| message.tone != Tone::Undone) {
                    self.say_with(Tone::Done, "done-agenda-answer", &[]);
                }
            }
            (Deed::Paper, AgendaAnswer::Paper(name, content)) => return vec![Effect::Export { name, content }],
            (Deed::Hold(_), AgendaAnswer::Meeting(found)) => {
                self.say_with(Tone::Done, "done-agenda-hold", &[("number", found.item.number.to_string().into())]);
                self.forget_agenda();
            }
            _ => {}
        }
        self.rest()
    }

    /// The last thing said can be taken back with one key.
    pub(super) fn offer_undo(&mut self) {
        if let Some(message) = &mut self.message {
            message.undo = true;
        }
    }

    /// Somebody else wrote in the item meanwhile: it is read anew, and what was typed stays.
    pub(in super::super) fn item_was_stale(&mut self, item: AgendaItemId, code: Option<Code>) -> Vec<Effect> {
        if code != Some(Code::StaleVersion) {
            return vec![];
        }
        self.forget_item(item);
        self.read_item(item)
    }

    /// What was read of an item goes into a form about it that is open: a field that was not touched follows, one that was stays
    /// as typed, and when somebody else wrote in it too that is said.
    pub(super) fn fill_open_form(&mut self, found: &AgendaItemDetail) {
        let id = found.item.id;
        let is_about =
            |form: &Form| form.purpose.agenda_item() == Some(id) && form.seen.is_none_or(|seen| seen < found.item.version);
        let at = self.modals.iter().position(|modal| matches!(modal, Modal::Form(form) if is_about(form)));
        let Some(at) = at else { return };
        let Some(values) = (match &self.modals[at] {
            Modal::Form(form) => self.values_of_item(form.purpose, &found.item.facts),
            _ => None,
        }) else {
            return;
        };
        let texts = self.texts.clone();
        let Some(Modal::Form(form)) = self.modals.get_mut(at) else { return };
        let mut both = vec![];
        for (name, value) in values {
            if form.is_changed(name) && form.has_begun_otherwise(name, &value) {
                both.push(texts.get(&format!("form-{name}")));
            }
            form.begin(name, &value);
        }
        // Of a draft that came before the item was read, nothing is known to have been changed by another.
        if form.seen.replace(found.item.version).is_none() {
            return;
        }
        let key = if both.is_empty() { "agenda-changed-elsewhere" } else { "agenda-changed-both" };
        form.refused = Some(texts.with(key, &[("fields", both.join(", ").into())]));
    }
}
