//! Lessons at an item: noted from pane 2, and those that were noted at its meeting. What is of a person is refused by the server and
//! shown at its field.

use super::{
    super::{
        State,
        form::{Form, Kind, Purpose, Slot},
        message::{Answer, Effect, Refusal},
    },
    AgendaAnswer, AgendaCall, AgendaForm, AgendaPending, AgendaRow,
};
use crate::{
    api::{lesson::NewLesson, problem::Fault},
    domain::{
        Instant,
        ids::AgendaItemId,
        lesson::{Lesson, LessonFacts, LessonKind},
        text::RawText,
    },
    tui::app::actions::Pending,
};

/// What a lesson may be about.
const KINDS: &[&str] = &["law", "policy", "execution", "cooperation", "data-sharing", "treatment"];
/// Did somebody look at what only looks like personal data?
const LOOKED: &[&str] = &["no", "yes"];

/// Fields of requests of pane 2, and the field of a form in which each was typed.
const FIELDS: &[(&str, &str)] = &[
    ("kind", "lesson-kind"),
    ("law", "lesson-law"),
    ("article", "lesson-article"),
    ("bodies", "lesson-bodies"),
    ("pattern", "lesson-pattern"),
    ("title", "paper-title"),
    ("on", "paper-on"),
    ("text", "paper-text"),
    ("address", "paper-address"),
    ("bodies", "paper-bodies"),
    ("reason", "let-cancel-reason"),
    ("reason", "let-reinstate-reason"),
    ("to", "let-cancel-to"),
];

/// The lessons noted at an item, as they were at one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct LessonsRead {
    /// The item.
    pub item: AgendaItemId,
    /// When they were read.
    pub at: Instant,
    /// Those of the item, newest first.
    pub all: Vec<Lesson>,
    /// Are these all of its meeting?
    pub whole: bool,
    /// Why they could not be read.
    pub failed: Option<String>,
}

impl State {
    pub(super) fn open_lesson(&mut self) -> Vec<Effect> {
        match self.agenda.current.and_then(AgendaRow::item) {
            Some(id) => self.open_agenda_form(AgendaForm::Lesson(id)),
            None => vec![],
        }
    }

    pub(super) fn lesson_slots(&self) -> Vec<Slot> {
        vec![
            Slot::new("lesson-kind", Kind::Choice(KINDS), 0).required(),
            Slot::new("lesson-law", Kind::Line, 1),
            Slot::new("lesson-article", Kind::Line, 1),
            Slot::new("lesson-bodies", Kind::Organisations, 2),
            Slot::new("lesson-pattern", Kind::Block, 3).required(),
            Slot::new("lesson-looked", Kind::Choice(LOOKED), 4).with("no"),
        ]
    }

    pub(super) fn lesson_of(&self, item: AgendaItemId, form: &Form) -> Option<NewLesson> {
        let raw = |name: &str| RawText::from(form.text(name).trim());
        let facts = LessonFacts {
            kind: LessonKind::from_code(form.text("lesson-kind"))?,
            law: raw("lesson-law"),
            article: raw("lesson-article"),
            bodies: self.reference.organisations_in(form.text("lesson-bodies")).ok()?,
            pattern: raw("lesson-pattern"),
        };
        Some(NewLesson { signal: None, item: Some(item), facts, looked: form.text("lesson-looked") == "yes" })
    }

    /// What the server found wrong in a form of pane 2, each at its field.
    pub(in super::super) fn faults_of_agenda(&self, form: &Form, refusal: &Refusal) -> Option<(String, Option<usize>)> {
        let Purpose::Agenda(_) = form.purpose else { return None };
        let slot = |fault: &Fault| {
            let name = fault.at.trim_start_matches("/facts").trim_start_matches('/').split('/').next()?;
            let known = FIELDS.iter().filter(|(field, _)| *field == name).map(|(_, slot)| *slot);
            known.into_iter().find_map(|wanted| form.slots.iter().position(|slot| slot.name == wanted))
        };
        self.words_of_faults(form, refusal, slot)
    }

    /// The lessons of the item that is open are read once each time it is opened.
    pub(super) fn lessons_to_read(&self, id: AgendaItemId) -> Option<AgendaCall> {
        let asked = self.requests.values().any(|one| *one == Pending::Agenda(AgendaPending::Lessons(id)));
        let known = self.agenda.lessons.as_ref().is_some_and(|read| read.item == id);
        if self.agenda.open.is_none() || asked || known || !self.may("lesson.read") {
            return None;
        }
        Some(AgendaCall::ReadLessons(self.meeting()?.number))
    }

    pub(super) fn lessons_read(&mut self, item: AgendaItemId, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let (mut all, whole, failed) = match reply {
            Ok(Answer::Agenda(answer)) => match *answer {
                AgendaAnswer::Lessons(all, whole) => (all, whole, None),
                _ => return vec![],
            },
            Ok(_) => return vec![],
            Err(refusal) => (vec![], true, Some(format!("{} {}", refusal.words, refusal.advice))),
        };
        all.retain(|lesson| lesson.item == Some(item));
        self.agenda.lessons = Some(LessonsRead { item, at: self.server_now(), all, whole, failed });
        vec![]
    }

    /// A lesson was noted: it stands with those that were read.
    pub(super) fn keep_lesson(&mut self, lesson: Lesson) {
        if let Some(read) = self.agenda.lessons.as_mut().filter(|read| Some(read.item) == lesson.item) {
            read.all.insert(0, lesson);
        }
    }
}
