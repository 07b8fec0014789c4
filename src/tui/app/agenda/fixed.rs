//! A fixed agenda is not changed by accident: the first change of a version in a sitting is asked about, and only that one.

use super::{
    super::{
        Modal, State,
        choose::{Choice, Choose, Item},
        command::Command,
        message::Effect,
    },
    AgendaChoice, AgendaRow,
};
use crate::domain::{
    ids::MeetingId,
    meeting::{MeetingState, MeetingSummary},
};

/// A fixed agenda that may be changed, as asked: the meeting and the number of the version.
pub type Allowed = (MeetingId, u32);

impl State {
    /// Asks whether a fixed agenda is to be changed, where this command would. Nothing: it changes none, or it was asked already.
    pub(in super::super) fn ask_about_fixed(&mut self, command: Command) -> Option<Vec<Effect>> {
        if self.pane != super::super::Pane::Agenda || !self.changes_agenda(command) {
            return None;
        }
        let meeting = self.meeting().filter(|meeting| meeting.state == MeetingState::Fixed)?;
        let allowed = (meeting.id, meeting.edition?);
        if self.allowed.contains(&allowed) {
            return None;
        }
        let question = self.question(meeting, allowed, Choice::ChangeFixed(allowed, command));
        self.modals.push(Modal::Choose(question));
        Some(vec![])
    }

    /// The same for what comes onto the agenda of a meeting from elsewhere.
    pub(super) fn question_of_fixed(&self, meeting: MeetingId, choice: AgendaChoice) -> Option<Choose> {
        let agendas = self.replica.agendas();
        let meeting = agendas.meeting(meeting).filter(|meeting| meeting.state == MeetingState::Fixed)?;
        let allowed = (meeting.id, meeting.edition?);
        if self.allowed.contains(&allowed) {
            return None;
        }
        Some(self.question(meeting, allowed, Choice::Agenda(AgendaChoice::Allow(allowed, Box::new(choice)))))
    }

    fn question(&self, meeting: &MeetingSummary, allowed: Allowed, yes: Choice) -> Choose {
        let values = [("number", meeting.number.to_string().into()), ("edition", allowed.1.to_string().into())];
        let title = self.texts.with("choose-change-fixed", &values);
        let about = vec![self.texts.with("change-fixed-why", &values)];
        let items =
            vec![Item::of(&self.texts, "change-fixed-no", Choice::Nothing), Item::of(&self.texts, "change-fixed-yes", yes)];
        Choose::new(title, items).about(about)
    }

    /// Does this change what the version holds: the meeting, the items and their order, who is invited, papers?
    fn changes_agenda(&self, command: Command) -> bool {
        let item = matches!(self.agenda.current, Some(AgendaRow::Item(_)));
        match command {
            Command::MoveDown | Command::MoveUp | Command::TakeOff => item,
            Command::Minutes | Command::Invite | Command::ItemPapers | Command::OtherMeeting => item,
            Command::EditItem => !matches!(self.agenda.current, Some(AgendaRow::Candidate(_))),
            Command::Open => match self.agenda.current {
                Some(AgendaRow::Candidate(_)) => true,
                Some(AgendaRow::Item(_)) => self.agenda.open.is_some(),
                _ => false,
            },
            Command::Insert | Command::EditMeeting => true,
            _ => false,
        }
    }
}
