//! A fixed agenda is not changed by accident: the first change of a version in a sitting is asked about, and only that one. It is
//! asked where the change is made, whatever asked for it: a command, a line of a menu, or a form, also one from another pane.

use super::{
    super::{
        Modal, State,
        choose::{Choice, Choose, Item},
        command::Command,
        form::{Form, Purpose},
        message::Effect,
    },
    AgendaChoice, AgendaForm, AgendaRow,
};
use crate::domain::{
    ids::{AgendaItemId, MeetingId},
    meeting::{MeetingState, PartKind},
};

/// A fixed agenda that may be changed, as asked: the meeting and the number of the version.
pub type Allowed = (MeetingId, u32);

impl State {
    /// Asks whether a fixed agenda is to be changed, where this command would. Nothing: it changes none, or it was asked already.
    pub(in super::super) fn ask_about_fixed(&mut self, command: Command) -> Option<Vec<Effect>> {
        if self.pane != super::super::Pane::Agenda || !self.changes_agenda(command) {
            return None;
        }
        let question = self.question_of_fixed(self.meeting()?.id, Choice::Run(command))?;
        self.modals.push(Modal::Choose(question));
        Some(vec![])
    }

    /// The same for a line of a menu.
    pub(super) fn ask_before_choice(&mut self, choice: &AgendaChoice) -> Option<Vec<Effect>> {
        let meeting = match choice {
            AgendaChoice::To(_, meeting) => Some(*meeting),
            AgendaChoice::CorrectInvitation(item, _) => self.meeting_of_item(*item),
            AgendaChoice::Withdraw(PartKind::Paper | PartKind::Invitation, ..) => {
                self.agenda_item().and_then(|item| item.meeting)
            }
            _ => None,
        }?;
        let question = self.question_of_fixed(meeting, Choice::Agenda(choice.clone()))?;
        self.modals.push(Modal::Choose(question));
        Some(vec![])
    }

    /// The same for a form, when it is saved.
    pub(super) fn question_of_fixed_form(&self, form: &Form) -> Option<Choose> {
        let meeting = match form.purpose {
            Purpose::Agenda(AgendaForm::Propose(_) | AgendaForm::ProposeMany) => self.typed_meeting(form)?.id,
            Purpose::Agenda(AgendaForm::NewPaper(item) | AgendaForm::Paper(item, _)) => self.meeting_of_item(item)?,
            _ => return None,
        };
        self.question_of_fixed(meeting, Choice::Propose)
    }

    fn meeting_of_item(&self, item: AgendaItemId) -> Option<MeetingId> {
        self.replica.agendas().item(item).and_then(|item| item.meeting)
    }

    /// What is asked before this changes the agenda of a meeting; nothing: no version of it was fixed, or it was asked already.
    fn question_of_fixed(&self, meeting: MeetingId, choice: Choice) -> Option<Choose> {
        let agendas = self.replica.agendas();
        let meeting = agendas.meeting(meeting).filter(|meeting| meeting.state != MeetingState::Concept)?;
        let allowed = (meeting.id, meeting.edition?);
        if self.allowed.contains(&allowed) {
            return None;
        }
        let values = [("number", meeting.number.to_string().into()), ("edition", allowed.1.to_string().into())];
        let (title, mut about) = match meeting.state {
            MeetingState::Fixed => ("choose-change-fixed", vec![self.texts.with("change-fixed-why", &values)]),
            // Of what is over only less can be given.
            _ => ("choose-change-over", vec![self.texts.get("change-over-why")]),
        };
        let sent = meeting.state == MeetingState::Fixed && meeting.sent;
        about.extend(sent.then(|| self.texts.with("change-fixed-sent", &values)));
        let title = self.texts.with(title, &values);
        let yes = Choice::Allow(allowed, Box::new(choice));
        let items =
            vec![Item::of(&self.texts, "change-fixed-no", Choice::Nothing), Item::of(&self.texts, "change-fixed-yes", yes)];
        Some(Choose::new(title, items).about(about))
    }

    /// Does this change what the version holds: the meeting, the items and their order, who is invited? Papers are asked about when
    /// one is written.
    fn changes_agenda(&self, command: Command) -> bool {
        let item = matches!(self.agenda.current, Some(AgendaRow::Item(_)));
        match command {
            Command::MoveDown | Command::MoveUp | Command::TakeOff => item,
            Command::Minutes | Command::Invite | Command::OtherMeeting => item,
            Command::EditItem => !matches!(self.agenda.current, Some(AgendaRow::Candidate(_))),
            Command::Open => match self.agenda.current {
                Some(AgendaRow::Candidate(_)) => true,
                // What is missing is written; a paper that is read is not.
                Some(AgendaRow::Item(_)) => self.agenda.open.is_some() && self.paper_read().is_none(),
                _ => false,
            },
            Command::Insert | Command::EditMeeting => true,
            _ => false,
        }
    }
}
