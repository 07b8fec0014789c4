//! The forms of pane 2: how each begins, what it sends, and what is said when it is saved.

use super::{
    super::{
        State, Tone,
        form::{Form, Kind, Purpose, Slot},
        list::ListCursor,
        message::{Answer, Call, Effect},
    },
    AgendaAnswer, AgendaCall, AgendaDone, AgendaForm, AgendaRow, ItemPart,
    item_papers::fault_of_paper,
    listed::fault_of_tried,
    meeting_form::meeting_slots,
    undoing::Change,
};
use crate::{
    api::meeting::{AgendaItemPatch, NewAgendaItem},
    domain::{
        ids::MeetingId,
        meeting::{PartKind, order::Spot},
        text::RawText,
    },
};

impl State {
    /// Opens a form of pane 2.
    pub(in super::super) fn open_agenda_form(&mut self, kind: AgendaForm) -> Vec<Effect> {
        let purpose = Purpose::Agenda(kind);
        let agendas = self.replica.agendas();
        let title = kind.item().and_then(|id| agendas.item(id)).map(|item| self.item_title(item)).unwrap_or_default();
        let meeting =
            |id: MeetingId| agendas.meeting(id).map(|meeting| format!("{}  {}", meeting.number, self.day_of_meeting(meeting)));
        let required = |name, kind, row| Slot::new(name, kind, row).required();
        let (subject, slots) = match kind {
            AgendaForm::Propose(id) => return self.open_proposal_of(Some(id)),
            AgendaForm::ProposeMany => return self.open_proposal_of(None),
            AgendaForm::Item(id, part) => return self.open_part(id, part),
            AgendaForm::Decide(_) => (title, self.decision_slots(kind)),
            AgendaForm::Commit(id) => (title, self.commitment_slots(id)),
            AgendaForm::Minutes(id) => {
                let item = agendas.item(id);
                let minutes = item.map(|item| item.minutes.to_string()).unwrap_or_default();
                let seen = item.map(|item| item.version);
                let mut form = Form::new(purpose, title, vec![required("let-minutes", Kind::Exempt, 0).with(&minutes)]);
                form.seen = seen;
                return self.open_form(form);
            }
            AgendaForm::Free(id) => {
                let slots = vec![required("let-title", Kind::Line, 0), required("let-minutes", Kind::Exempt, 1).with("10")];
                (meeting(id).unwrap_or_default(), slots)
            }
            AgendaForm::Invite(_) => (title, self.invite_slots(kind)),
            AgendaForm::Fix(id) => (meeting(id).unwrap_or_default(), vec![Slot::new("let-reason", Kind::Line, 0)]),
            AgendaForm::Publish(id) => (meeting(id).unwrap_or_default(), vec![required("let-number", Kind::Exempt, 0)]),
            AgendaForm::Cancel(id) => (meeting(id).unwrap_or_default(), self.cancel_slots()),
            AgendaForm::Reinstate(id) => (meeting(id).unwrap_or_default(), self.reinstate_slots()),
            AgendaForm::NewPaper(_) => (title, self.paper_slots()),
            AgendaForm::Lesson(_) => (title, self.lesson_slots()),
            AgendaForm::ChangeLesson(id, lesson) => return self.open_change_of_lesson(id, lesson),
            AgendaForm::NewMeeting => (String::new(), meeting_slots()),
            AgendaForm::NewSeries | AgendaForm::Series(_) | AgendaForm::EndSeries(_) => return self.open_series_form(kind),
            AgendaForm::Meeting(id) => return self.open_meeting_form(id),
            AgendaForm::Decision(item, part) | AgendaForm::Invitation(item, part) | AgendaForm::Paper(item, part) => {
                return self.open_correction(kind, item, part);
            }
        };
        self.open_form(Form::new(purpose, subject, slots))
    }

    pub(super) fn open_minutes(&mut self) -> Vec<Effect> {
        match self.agenda_item().map(|item| item.id) {
            Some(id) => self.open_agenda_form(AgendaForm::Minutes(id)),
            None => vec![],
        }
    }

    /// What a form of pane 2 asks the server; nothing when what it is about was not read, or is gone.
    pub(in super::super) fn call_of_agenda(&self, kind: AgendaForm, form: &Form) -> Option<Call> {
        let raw = |name: &str| RawText::from(form.text(name).trim());
        let minutes = || form.text("let-minutes").trim().parse::<u16>().ok();
        let call = match kind {
            AgendaForm::Propose(signal) => self.proposal_of(signal, form)?,
            AgendaForm::ProposeMany => return None,
            AgendaForm::Item(id, part) => {
                AgendaCall::Edit(id, form.seen?, self.patch_of(id, self.part_now(id, part, form)?, form)?)
            }
            AgendaForm::Minutes(id) => {
                let patch = AgendaItemPatch { minutes: Some(minutes()?), ..AgendaItemPatch::default() };
                AgendaCall::Edit(id, form.seen?, patch)
            }
            AgendaForm::Free(id) => {
                let facts =
                    AgendaItemPatch { title: Some(raw("let-title")), minutes: Some(minutes()?), ..AgendaItemPatch::default() };
                let after = if let Spot::After(item) = self.insert_spot(id) { Some(item) } else { None };
                AgendaCall::Add(id, NewAgendaItem { facts, after, ..NewAgendaItem::default() })
            }
            AgendaForm::Invite(id) => AgendaCall::Invite(id, self.invitation_of(form)?),
            AgendaForm::Decide(id) => AgendaCall::Decide(id, self.decision_of(form)?),
            AgendaForm::Commit(id) => return self.commitment_of(id, form),
            AgendaForm::Fix(id) => self.fixing_of(id, form)?,
            AgendaForm::Publish(id) => self.publishing_of(id, form)?,
            AgendaForm::NewMeeting => AgendaCall::Create(self.new_meeting(form)?),
            AgendaForm::Meeting(id) => AgendaCall::Amend(id, form.seen?, self.meeting_patch(form)?),
            AgendaForm::Decision(_, part) => AgendaCall::CorrectDecision(part, form.seen?, self.decision_patch(form)),
            AgendaForm::Invitation(_, part) => AgendaCall::Invitation(part, form.seen?, self.invitation_patch(form)?),
            AgendaForm::Cancel(id) => self.cancelling_of(id, form)?,
            AgendaForm::Reinstate(id) => self.reinstating_of(id, form)?,
            AgendaForm::NewPaper(id) => AgendaCall::PutPaper(id, self.paper_of(form)?),
            AgendaForm::Paper(_, part) => AgendaCall::ChangePaper(part, form.seen?, self.paper_patch(form)),
            AgendaForm::Lesson(id) => AgendaCall::NoteLesson(self.lesson_of(id, form)?),
            AgendaForm::NewSeries | AgendaForm::Series(_) | AgendaForm::EndSeries(_) => self.call_of_series(kind, form)?,
            AgendaForm::ChangeLesson(_, id) => AgendaCall::ChangeLesson(id, form.seen?, self.lesson_patch(form)),
        };
        Some(Call::Agenda(Box::new(call)))
    }

    /// What is wrong with a form of pane 2 that its fields alone do not tell: the field, and the key of a text.
    pub(in super::super) fn agenda_fault(&self, form: &Form) -> Option<(&'static str, &'static str)> {
        let Purpose::Agenda(kind) = form.purpose else { return None };
        let minutes = form.text("let-minutes").trim();
        let no_minutes = || !minutes.parse::<u16>().is_ok_and(|minutes| (1..=480).contains(&minutes));
        match kind {
            AgendaForm::Minutes(_) | AgendaForm::Free(_) | AgendaForm::Item(_, ItemPart::Head) if no_minutes() => {
                Some(("let-minutes", "form-let-minutes-wrong"))
            }
            AgendaForm::NewMeeting | AgendaForm::Meeting(_) => self.fault_of_meeting(form),
            AgendaForm::NewSeries | AgendaForm::Series(_) | AgendaForm::EndSeries(_) => self.fault_of_series(kind, form),
            AgendaForm::Propose(_) | AgendaForm::ProposeMany => self.meeting_fault(form),
            AgendaForm::Publish(id) => self.fault_of_number(id, form),
            AgendaForm::Cancel(id) | AgendaForm::Reinstate(id) => self.fault_of_settling(id, form),
            AgendaForm::Item(_, ItemPart::Tried) => fault_of_tried(form.text("let-tried"), self.today),
            AgendaForm::NewPaper(_) | AgendaForm::Paper(..) => fault_of_paper(form),
            _ => None,
        }
    }

    /// A form of pane 2 was saved.
    pub(in super::super) fn agenda_saved(&mut self, kind: AgendaForm, answer: Answer) -> Vec<Effect> {
        let mut title =
            kind.item().and_then(|id| self.replica.agendas().item(id)).map(|item| self.item_title(item)).unwrap_or_default();
        let mut number = String::new();
        let mut undoable = false;
        if let Answer::Agenda(answer) = answer {
            match *answer {
                AgendaAnswer::Item(found) => {
                    if let AgendaForm::Minutes(id) = kind
                        && let Some(before) = self.replica.agendas().item(id).map(|row| row.minutes)
                    {
                        let change = Change::Minutes { item: id, back: before, done: found.item.facts.minutes };
                        self.did_on_agenda(AgendaDone::new("past-agenda-minutes", vec![change]));
                    }
                    undoable = match kind {
                        AgendaForm::Item(..) => self.wrote(&found),
                        AgendaForm::Decision(_, part) => self.wrote_part(PartKind::Decision, part, &found),
                        AgendaForm::Invitation(_, part) => self.wrote_part(PartKind::Invitation, part, &found),
                        AgendaForm::Paper(_, part) => self.wrote_part(PartKind::Paper, part, &found),
                        AgendaForm::Decide(_) => self.made_part(PartKind::Decision, &found),
                        AgendaForm::Invite(_) => self.made_part(PartKind::Invitation, &found),
                        AgendaForm::NewPaper(_) => self.made_part(PartKind::Paper, &found),
                        _ => false,
                    };
                    if title.is_empty() {
                        let short = found.item.signal_number.map(|number| number.short()).unwrap_or_default();
                        title = format!("{short}  {}", found.item.facts.title.line()).trim().to_owned();
                    }
                    number = found.meeting_number.map(|number| number.to_string()).unwrap_or_default();
                    if let AgendaForm::Propose(_) = kind {
                        self.proposed(std::slice::from_ref(&found.item));
                        undoable = true;
                    }
                    self.keep_item(found);
                }
                AgendaAnswer::Meeting(found) if matches!(kind, AgendaForm::Cancel(_) | AgendaForm::Reinstate(_)) => {
                    self.say_settled(&found);
                    self.said_for_good("kept-agenda");
                    self.forget_agenda();
                    return self.rest();
                }
                AgendaAnswer::Meeting(found) => {
                    number = found.item.number.to_string();
                    if kind == AgendaForm::NewMeeting {
                        self.agenda.moved = true;
                        self.agenda.meeting = Some(found.item.id);
                        // What the cursor stood on is of another agenda.
                        (self.agenda.current, self.agenda.list) = (None, ListCursor::default());
                    }
                    undoable = matches!(kind, AgendaForm::Meeting(_)) && self.wrote_meeting(&found);
                    // What was read of it is no longer what it is.
                    self.forget_agenda();
                }
                AgendaAnswer::Series(found) => {
                    self.series_saved(kind, found);
                    return self.rest();
                }
                AgendaAnswer::Lesson(lesson) => self.keep_lesson(lesson),
                AgendaAnswer::Agenda(_)
                | AgendaAnswer::Edition(_)
                | AgendaAnswer::Paper(..)
                | AgendaAnswer::Lessons(..)
                | AgendaAnswer::PaperVersion(_) => {}
            }
        }
        let key = match kind {
            AgendaForm::Propose(_) | AgendaForm::ProposeMany if number.is_empty() => "done-let-candidate",
            AgendaForm::Propose(_) | AgendaForm::ProposeMany => "done-agenda-put",
            AgendaForm::Item(..) => "done-agenda-edit",
            AgendaForm::Minutes(_) => "done-agenda-minutes",
            AgendaForm::Free(_) => "done-agenda-put",
            AgendaForm::Invite(_) => "done-agenda-invited",
            AgendaForm::Decide(_) => "done-agenda-decide",
            AgendaForm::Commit(_) => "done-agenda-commit",
            AgendaForm::Fix(_) => "done-agenda-fix",
            AgendaForm::Publish(_) if self.is_demo() => "done-agenda-publish-demo",
            AgendaForm::Publish(_) => "done-agenda-publish",
            AgendaForm::NewMeeting => "done-agenda-meeting",
            AgendaForm::Meeting(_) => "done-agenda-about",
            AgendaForm::Decision(..) => "done-agenda-decision",
            AgendaForm::Invitation(..) => "done-agenda-invitation",
            AgendaForm::Cancel(_) => "done-agenda-cancel",
            AgendaForm::Reinstate(_) => "done-agenda-reinstate",
            AgendaForm::NewPaper(_) => "done-agenda-new-paper",
            AgendaForm::Paper(..) => "done-agenda-paper",
            AgendaForm::Lesson(_) => "done-agenda-lesson",
            AgendaForm::ChangeLesson(..) => "done-agenda-change-lesson",
            AgendaForm::NewSeries => "done-series-new",
            AgendaForm::Series(_) => "done-series-change",
            AgendaForm::EndSeries(_) => "done-series-end",
        };
        self.say_with(Tone::Done, key, &[("title", title.into()), ("number", number.into())]);
        if undoable || matches!(kind, AgendaForm::Minutes(_)) {
            self.offer_undo();
        }
        match kind {
            AgendaForm::Commit(_) => self.said_for_good("kept-legal"),
            AgendaForm::Lesson(_) | AgendaForm::ChangeLesson(..) => self.said_for_good("kept-lesson"),
            AgendaForm::Fix(_) | AgendaForm::Publish(_) => self.said_for_good("kept-agenda"),
            _ => {}
        }
        if self.pane == super::super::Pane::Agenda {
            // Who wrote in a part sees it in its item, from where Esc goes to the agenda and not out of it; title and question stand in the list.
            if matches!(kind, AgendaForm::Item(id, part) if part != ItemPart::Head && self.agenda.current.and_then(AgendaRow::item) == Some(id))
            {
                self.agenda.open.get_or_insert(0);
            }
            self.choose_agenda_anew();
        }
        self.rest()
    }
}
