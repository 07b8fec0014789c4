//! The second person of a sending: which meetings wait, and going there. What is confirmed is shown by [`super::fixing`].

use super::{
    super::{State, message::Effect},
    AgendaCall,
};
use crate::domain::{
    ids::MeetingId,
    meeting::{MeetingState, MeetingSummary},
};

impl State {
    /// Does a sending of this meeting wait for a second person now?
    pub fn waits(&self, meeting: &MeetingSummary) -> bool {
        meeting.waits_until.is_some_and(|until| self.server_now() < until)
    }

    /// The meetings of which a sending waits that somebody else proposed and that I may confirm.
    pub fn waiting_for_me(&self) -> Vec<&MeetingSummary> {
        let Some(me) = self.me.as_ref().map(|me| me.account) else { return vec![] };
        if !self.may("confirmation.settle") || !self.may("meeting.read") {
            return vec![];
        }
        let all = self.replica.agendas().meetings().into_iter().map(|meeting| &**meeting);
        all.filter(|meeting| self.waits(meeting) && meeting.waits_by != Some(me)).collect()
    }

    /// Of which meeting the waiting sending is settled from here: the one that is open or under the cursor, else the first that waits
    /// for me.
    pub(in super::super) fn settles(&self) -> Option<MeetingId> {
        let here = self.meeting().filter(|meeting| self.waits(meeting)).map(|meeting| meeting.id);
        here.or_else(|| self.waiting_for_me().first().map(|meeting| meeting.id))
    }

    /// The key of the word for what comes next of the meeting; nothing: no meeting is here, or nothing comes.
    pub(in super::super) fn next_step(&self) -> Option<String> {
        let meeting = self.meeting()?;
        let step = match meeting.state {
            _ if self.waits(meeting) => "settle",
            MeetingState::Concept => "fix",
            MeetingState::Fixed if meeting.changed_since_fixed => "fix",
            MeetingState::Fixed if meeting.sent => "hold",
            MeetingState::Fixed => "send",
            MeetingState::Held => "send-decisions",
            MeetingState::Sent | MeetingState::Cancelled => return None,
        };
        Some(format!("next-step-{step}"))
    }

    /// Shows what waits, and asks.
    pub(in super::super) fn settle_sending(&mut self) -> Vec<Effect> {
        self.settles().map_or_else(Vec::new, |id| self.read_for_agenda(AgendaCall::ReadMeeting(id)))
    }
}
