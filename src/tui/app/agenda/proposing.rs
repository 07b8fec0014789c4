//! Putting a case on an agenda from wherever it stands: the next meeting is there already with its free minutes, a question is
//! optional, and one key saves. Without a meeting it becomes a candidate.

use super::{
    super::{
        State,
        bulk::{Addition, Deed, Job},
        form::{Form, Kind, Purpose, Slot},
        message::{Call, Effect},
    },
    AgendaCall, AgendaForm,
};
use crate::{
    api::meeting::{AgendaItemPatch, NewAgendaItem, NewCandidate},
    domain::{
        ids::{IdempotencyKey, MeetingId, SignalId},
        meeting::{MeetingNumber, MeetingSummary, order::Spot},
        text::RawText,
    },
};

impl State {
    /// The form for the signal under the cursor, or for every marked one.
    pub(in super::super) fn open_let(&mut self) -> Vec<Effect> {
        match self.targets()[..] {
            [one] => self.open_proposal_of(Some(one)),
            _ => self.open_proposal_of(None),
        }
    }

    pub(super) fn open_proposal_of(&mut self, signal: Option<SignalId>) -> Vec<Effect> {
        let number = self.next_meeting().map(|meeting| meeting.number.to_string()).unwrap_or_default();
        let meeting = Slot::new("let-meeting", Kind::Exempt, 0).with(&number);
        let (kind, subject, slots) = match signal {
            Some(id) => {
                let question = Slot::new("let-decision-asked", Kind::Line, 1);
                (AgendaForm::Propose(id), self.subject(id), vec![meeting, question])
            }
            None => {
                let count = self.texts.with("count-all", &[("count", self.targets().len().into())]);
                (AgendaForm::ProposeMany, count, vec![meeting])
            }
        };
        let mut form = Form::new(Purpose::Agenda(kind), subject, slots);
        // The next meeting is nearly always the one: the cursor stands on the question, the last field, where Enter saves.
        form.focus = if self.plain { 0 } else { form.slots.len() - 1 };
        if signal.is_none() {
            form.targets = self.targets();
            self.signals.range = None;
        }
        self.open_form(form)
    }

    /// The meeting whose number was typed; nothing: a candidate, or there is none.
    pub fn typed_meeting(&self, form: &Form) -> Option<&MeetingSummary> {
        let number = MeetingNumber::parse(form.text("let-meeting"))?;
        let all = self.replica.agendas().meetings();
        all.into_iter().find(|meeting| meeting.number == number).map(|meeting| &**meeting)
    }

    pub(super) fn meeting_fault(&self, form: &Form) -> Option<(&'static str, &'static str)> {
        form.filled("let-meeting")?;
        match self.typed_meeting(form) {
            None => Some(("let-meeting", "form-let-meeting-unknown")),
            Some(meeting) if !meeting.state.is_open() => Some(("let-meeting", "form-let-meeting-over")),
            Some(_) => None,
        }
    }

    /// What is said below the form: `LET-48, do 26-11-2026 13:30: 25 min vrij`.
    pub fn proposal_words(&self, form: &Form) -> Option<String> {
        match form.purpose {
            Purpose::Agenda(AgendaForm::Propose(_) | AgendaForm::ProposeMany) => {}
            Purpose::Agenda(AgendaForm::NewMeeting | AgendaForm::Meeting(_)) => return self.meeting_words(form),
            Purpose::Extend(_) => return self.extension_words(form),
            _ => return None,
        }
        let Some(meeting) = self.typed_meeting(form) else {
            return form.filled("let-meeting").is_none().then(|| self.texts.get("form-let-candidate"));
        };
        let values = [
            ("number", meeting.number.to_string().into()),
            ("day", self.day_of_meeting(meeting).into()),
            ("free", self.free_words(meeting).into()),
        ];
        Some(self.texts.with("form-let-goes-to", &values))
    }

    pub(super) fn proposal_of(&self, signal: SignalId, form: &Form) -> Option<AgendaCall> {
        let asked = form.filled("let-decision-asked").map(RawText::from);
        Some(self.proposing(signal, self.typed_meeting(form).map(|meeting| meeting.id), asked))
    }

    fn proposing(&self, signal: SignalId, meeting: Option<MeetingId>, asked: Option<RawText>) -> AgendaCall {
        let facts = AgendaItemPatch { decision_asked: asked, ..AgendaItemPatch::default() };
        let signal = signal.to_string();
        match meeting {
            None => AgendaCall::Propose(NewCandidate { signal, facts, reason: RawText::default() }),
            Some(meeting) => {
                let after = if let Spot::After(item) = self.before_close(meeting) { Some(item) } else { None };
                AgendaCall::Add(meeting, NewAgendaItem { signal: Some(signal), facts, after, first: false })
            }
        }
    }

    /// Proposes every signal the form is about: one action.
    pub(in super::super) fn propose_many(&mut self, form: &Form, key: IdempotencyKey) -> Vec<Effect> {
        let meeting = self.typed_meeting(form).map(|meeting| meeting.id);
        let job = |signal: &SignalId| self.known(*signal).map(|now| Job { signal: *signal, version: now.version, step: None });
        // They go to one spot, each before those that went there already: the last is sent first, so that they stand as marked.
        let jobs = form.targets.iter().rev().filter_map(job).collect();
        self.start_batch(Deed::Text { what: Addition::Proposal(meeting), key, draft: form.purpose.slot() }, jobs, vec![])
    }

    /// What a proposal of one of many asks the server.
    pub(in super::super) fn call_of_proposal(&self, signal: SignalId, meeting: Option<MeetingId>) -> Call {
        Call::Agenda(Box::new(self.proposing(signal, meeting, None)))
    }
}
