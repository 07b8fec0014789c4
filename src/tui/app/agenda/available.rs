//! Why a command of pane 2 cannot run on what is under the cursor.

use super::{
    super::{State, available::Reason, command::Command, past::clock},
    AgendaRow,
};
use crate::domain::{meeting::MeetingState, zone};

impl State {
    /// Why what comes next of the meeting cannot be done yet.
    pub(in super::super) fn no_next_step(&self) -> Option<Reason> {
        match self.next_step()?.as_str() {
            "next-step-hold" => self.not_to_hold_yet(),
            "next-step-send" => self.not_to_send(),
            _ => None,
        }
    }

    /// Why the meeting that is open cannot be said to be held: it did not begin.
    pub(super) fn not_to_hold_yet(&self) -> Option<Reason> {
        let begins =
            self.meeting()?.slots.iter().map(|slot| slot.starts_at).min().filter(|begins| self.server_now() < *begins)?;
        let when = format!("{} {}", self.texts.day(zone::date_of(begins)), clock(begins));
        Some(Reason { key: "why-not-held-yet", values: vec![("when", when.into())] })
    }

    /// Why a command of pane 2 cannot run on what is under the cursor: the key of a text.
    pub(in super::super) fn not_on_this_row(&self, command: Command) -> Option<&'static str> {
        let open = self.meeting().map(|meeting| meeting.state.is_open());
        let row = self.agenda.current;
        let is_item = matches!(row, Some(AgendaRow::Item(_)));
        let is_either = row.and_then(AgendaRow::item).is_some();
        let closed = open == Some(false);
        let over = match self.meeting().map(|meeting| meeting.state) {
            Some(MeetingState::Cancelled) => "why-meeting-cancelled",
            _ => "why-meeting-over",
        };
        match command {
            Command::MoveDown | Command::MoveUp => match (is_item, closed) {
                (false, _) => Some("why-no-agenda-item"),
                (_, true) => Some(over),
                _ => None,
            },
            Command::EditItem if matches!(row, Some(AgendaRow::Meeting(_))) => closed.then_some(over),
            Command::EditItem if row.is_none() => match (open, closed) {
                (None, _) => Some("why-no-meeting"),
                (_, true) => Some(over),
                _ => None,
            },
            Command::EditMeeting => match (open, closed) {
                (None, _) => Some("why-no-meeting"),
                (_, true) => Some("why-meeting-over"),
                _ => None,
            },
            Command::CorrectDecision => match self.meeting().map(|meeting| meeting.state) {
                _ if !is_item => Some("why-no-agenda-item"),
                Some(MeetingState::Sent) => Some("agenda-all-sent"),
                _ => None,
            },
            Command::Changes => match self.meeting() {
                None => Some("why-no-meeting"),
                Some(meeting) if meeting.edition.is_none() => Some("why-never-fixed"),
                Some(meeting) if !meeting.changed_since_fixed && meeting.edition == Some(1) => Some("why-nothing-changed"),
                Some(_) => None,
            },
            Command::CancelMeeting => match (open, closed) {
                (None, _) => Some("why-no-meeting"),
                (_, true) => Some(over),
                _ => None,
            },
            Command::ReinstateMeeting => match self.meeting().map(|meeting| meeting.state) {
                None => Some("why-no-meeting"),
                Some(MeetingState::Cancelled) => None,
                Some(_) => Some("why-meeting-goes-on"),
            },
            Command::Unhold => match self.meeting().map(|meeting| meeting.state) {
                None => Some("why-no-meeting"),
                Some(MeetingState::Held) => None,
                Some(_) => Some("why-not-held"),
            },
            Command::EndGround => match (is_item && self.item_signal().is_some(), open) {
                (false, _) => Some("why-no-agenda-item"),
                (_, Some(true)) => Some("why-ground-open"),
                _ => None,
            },
            // Papers are read of a meeting that is over, too.
            Command::NoteLesson | Command::ItemPapers => (!is_either).then_some("why-no-agenda-item"),
            Command::Minutes | Command::EditItem | Command::Invite | Command::TakeOff | Command::OtherMeeting => {
                match (is_either, is_item && closed) {
                    (false, _) => Some("why-no-agenda-item"),
                    (_, true) => Some(over),
                    _ => None,
                }
            }
            Command::Insert => match (self.agenda.meeting.is_some(), closed) {
                (false, _) => Some("why-no-meeting"),
                (_, true) => Some(over),
                _ => None,
            },
            Command::AnswerInvitation => (!is_item).then_some("why-no-agenda-item"),
            Command::Decide => match self.meeting().map(|meeting| meeting.state) {
                _ if !is_item => Some("why-no-agenda-item"),
                Some(MeetingState::Concept) => Some("why-decide-concept"),
                Some(MeetingState::Cancelled) => Some(over),
                Some(MeetingState::Sent) => Some("agenda-all-sent"),
                _ => None,
            },
            Command::Commit | Command::ItemCase => {
                self.item_signal().is_none().then_some(if is_either { "why-item-without-case" } else { "why-no-agenda-item" })
            }
            Command::Publish => match self.meeting().map(|meeting| meeting.state) {
                None => Some("why-no-meeting"),
                Some(MeetingState::Cancelled) => Some(over),
                _ => None,
            },
            _ => None,
        }
    }
}
