//! A meeting that does not go on, and one that goes on after all: what is asked before, and where its cases go. The number is typed,
//! and where the cases go is sent by its number, so that nothing goes elsewhere than where it was said to go.

use super::{
    super::{
        State, Tone,
        choose::{Choice, Choose},
        command::Command,
        form::{Form, Kind, Slot},
        message::Effect,
    },
    AgendaCall, AgendaForm,
};
use crate::{
    api::{
        cancellation::{CancelMeeting, ReinstateMeeting},
        meeting::{AgendaDetail, MeetingDetail},
    },
    domain::{
        ids::{MeetingId, OrganisationCode},
        meeting::{Cancellation, MeetingNumber, MeetingSummary},
        text::RawText,
    },
    locale::Value,
};

/// Where the cases may go: `candidates`, or the `next-meeting`.
const TO: &[&str] = &["candidates", "next-meeting"];

impl State {
    /// Opens the form about a meeting that does not go on, or that goes on after all, once its agenda was read.
    pub(super) fn open_settled(&mut self, command: Command) -> Vec<Effect> {
        let Some(id) = self.meeting().map(|meeting| meeting.id) else { return vec![] };
        if !self.agenda.waiting.is_empty() {
            self.say_with(Tone::Info, "why-moves-under-way", &[]);
            return vec![];
        }
        if let Some(effects) = self.needs_agenda(id, command) {
            return effects;
        }
        self.open_agenda_form(if command == Command::CancelMeeting { AgendaForm::Cancel(id) } else { AgendaForm::Reinstate(id) })
    }

    pub(super) fn cancel_slots(&self) -> Vec<Slot> {
        vec![
            Slot::new("let-cancel-reason", Kind::Line, 0).required(),
            Slot::new("let-cancel-to", Kind::Choice(TO), 1).required().with("candidates"),
            Slot::new("let-number", Kind::Exempt, 2).required(),
        ]
    }

    pub(super) fn reinstate_slots(&self) -> Vec<Slot> {
        vec![Slot::new("let-reinstate-reason", Kind::Line, 0), Slot::new("let-number", Kind::Exempt, 1).required()]
    }

    /// What is wrong with such a form: another number, or no meeting for the cases to go to.
    pub(super) fn fault_of_settling(&self, id: MeetingId, form: &Form) -> Option<(&'static str, &'static str)> {
        let next = form.text("let-cancel-to") == "next-meeting";
        let no_next = (next && self.next_after(id).is_none()).then_some(("let-cancel-to", "form-let-cancel-no-next"));
        self.fault_of_number(id, form).or(no_next)
    }

    /// Is another number typed than that of the meeting?
    pub(super) fn fault_of_number(&self, id: MeetingId, form: &Form) -> Option<(&'static str, &'static str)> {
        let number = self.replica.agendas().meeting(id).map(|meeting| meeting.number);
        let other = number.is_none() || MeetingNumber::parse(form.text("let-number")) != number;
        other.then_some(("let-number", "form-let-number-other"))
    }

    /// The first meeting after this one whose agenda can still change: by the rule the server goes by.
    fn next_after(&self, id: MeetingId) -> Option<&MeetingSummary> {
        let begins = |meeting: &MeetingSummary| meeting.slots.first().map(|slot| slot.starts_at);
        let all = self.replica.agendas().meetings();
        let here = all.iter().find(|meeting| meeting.id == id).map(|meeting| (begins(meeting), meeting.id))?;
        let after = all.into_iter().filter(|meeting| meeting.state.is_open() && here < (begins(meeting), meeting.id));
        after.min_by_key(|meeting| (begins(meeting), meeting.id)).map(|meeting| &**meeting)
    }

    fn goes_to(&self, id: MeetingId, form: &Form) -> Option<&MeetingSummary> {
        self.next_after(id).filter(|_| form.text("let-cancel-to") == "next-meeting")
    }

    pub(super) fn cancelling_of(&self, id: MeetingId, form: &Form) -> Option<AgendaCall> {
        let to = self.goes_to(id, form).map_or_else(|| "candidates".to_owned(), |meeting| meeting.number.to_string());
        let reason = RawText::from(form.text("let-cancel-reason").trim());
        Some(AgendaCall::Cancel(id, self.agenda_detail(id)?.meeting.version, CancelMeeting { reason, to }))
    }

    pub(super) fn reinstating_of(&self, id: MeetingId, form: &Form) -> Option<AgendaCall> {
        let reason = RawText::from(form.text("let-reinstate-reason").trim());
        Some(AgendaCall::Reinstate(id, self.agenda_detail(id)?.meeting.version, ReinstateMeeting { reason }))
    }

    /// What is asked before a meeting is cancelled or reinstated: the cases, and what the bodies get.
    pub(super) fn question_of_settling(&self, kind: AgendaForm, form: &Form) -> Option<Choose> {
        let (about, key) = match kind {
            AgendaForm::Cancel(id) => (self.about_cancelling(self.agenda_detail(id)?, form), "agenda-cancel"),
            AgendaForm::Reinstate(id) => (self.about_reinstating(self.agenda_detail(id)?), "agenda-reinstate"),
            _ => return None,
        };
        let items = vec![self.answer("propose-cancel", Choice::Nothing), self.answer(key, Choice::Propose)];
        Some(Choose::new(self.texts.get(kind.title()), items).about([vec![form.subject.clone()], about].concat()))
    }

    fn about_cancelling(&self, read: &AgendaDetail, form: &Form) -> Vec<String> {
        let cases = read.items.iter().filter(|entry| entry.item.signal.is_some()).count();
        let to = self.goes_to(read.meeting.id, form).map(|to| format!("{} ({})", to.number, self.day_of_meeting(to)));
        let reason = RawText::from(form.text("let-cancel-reason")).line();
        vec![
            self.texts.with("let-cancel-because", &[("reason", reason.into())]),
            self.went_words(cases, to),
            self.texts.get("let-cancel-stays"),
            self.told_words(read, "let-cancel-told"),
        ]
    }

    fn about_reinstating(&self, read: &AgendaDetail) -> Vec<String> {
        let mut about = vec![];
        if let Some(cancelled) = &read.meeting.cancellation {
            about.push(self.cancellation_words(cancelled));
        }
        about.push(self.texts.get("let-reinstate-back"));
        about.push(self.told_words(read, "let-reinstate-told"));
        about
    }

    /// What the bodies get that were asked in a version that was fixed; without a version nobody gets anything.
    fn told_words(&self, read: &AgendaDetail, key: &str) -> String {
        if read.meeting.edition.is_none() {
            return self.texts.get("let-cancel-nobody");
        }
        let invited = read.items.iter().flat_map(|entry| &entry.invitations).filter(|one| !one.withdrawn);
        let mut bodies: Vec<OrganisationCode> = invited.map(|one| one.facts.organisation.clone()).collect();
        bodies.sort_unstable();
        bodies.dedup();
        let (number, bodies) = (read.meeting.number.to_string(), self.body_words(&bodies, ", "));
        self.texts.with(key, &[("bodies", bodies.into()), ("number", number.into())])
    }

    /// `2 zaken gaan naar LET-49`, or back to the candidates.
    fn went_words(&self, cases: usize, to: Option<String>) -> String {
        let values = [("count", cases.into()), ("to", Value::from(to.unwrap_or_else(|| "none".into())))];
        self.texts.with("let-cancel-went", &values)
    }

    /// Why a meeting does not go on, who said so, and where its cases went.
    pub fn cancellation_words(&self, cancelled: &Cancellation) -> String {
        let day = self.texts.day(crate::domain::zone::date_of(cancelled.at));
        let values = [
            ("reason", cancelled.reason.line().into()),
            ("name", cancelled.by_name.line().into()),
            ("day", day.into()),
            ("went", self.went_words(cancelled.went.len(), cancelled.to_number.map(|to| to.to_string())).into()),
        ];
        self.texts.with("let-cancelled-by", &values)
    }

    /// What is said once it was done.
    pub(super) fn say_settled(&mut self, found: &MeetingDetail) {
        let number = found.item.number.to_string();
        match &found.item.cancellation {
            Some(cancelled) => {
                let went = self.went_words(cancelled.went.len(), cancelled.to_number.map(|to| to.to_string()));
                self.say_with(Tone::Done, "done-agenda-cancel", &[("number", number.into()), ("went", went.into())]);
            }
            None => {
                let key = if found.item.edition.is_some() { "done-agenda-reinstate" } else { "done-agenda-reinstate-concept" };
                self.say_with(Tone::Done, key, &[("number", number.into())]);
            }
        }
    }
}
