//! Lessons at an item: noted from pane 2, and those that were noted at its meeting. What is of a person is refused by the server and
//! shown at its field.

use super::{
    super::{
        Modal, State,
        choose::{Choice, Choose, Item},
        command::Command,
        form::{Form, Kind, Purpose, Slot},
        message::{Answer, Call, Effect, Refusal},
    },
    AgendaAnswer, AgendaCall, AgendaForm, AgendaPending, AgendaRow,
    deeds::Wanted,
};
use crate::{
    api::{
        lesson::{LessonPatch, NewLesson},
        problem::Fault,
    },
    domain::{
        Instant,
        ids::{AgendaItemId, LessonId},
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
    ("slots", "let-slots"),
    ("slot", "let-slot"),
    ("minutes", "let-minutes"),
    ("title", "let-title"),
    ("bodies", "let-bodies"),
    ("tried", "let-tried"),
    ("grounds", "let-ground-bodies"),
    ("mail", "let-mail"),
    ("number", "let-number"),
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
    /// A new lesson, or which of those that were noted at the item says something else. Without any: a new one.
    pub(super) fn open_lesson(&mut self) -> Vec<Effect> {
        let Some(id) = self.agenda.current.and_then(AgendaRow::item) else { return vec![] };
        let is_item = matches!(self.agenda.current, Some(AgendaRow::Item(_)));
        let known = self.agenda.lessons.as_ref().filter(|read| read.item == id);
        if known.is_none() && is_item && self.may("lesson.read") {
            self.agenda.wanted = Some(Wanted::Lessons(id, Command::NoteLesson));
            return self.read_lessons(id);
        }
        let lessons = known.map(|read| read.all.clone()).unwrap_or_default();
        let new = Purpose::Agenda(AgendaForm::Lesson(id));
        if lessons.is_empty() {
            return self.open_agenda_form(AgendaForm::Lesson(id));
        }
        let lines = lessons.iter().zip(1..).map(|(lesson, at)| Item {
            letter: char::from_digit(at, 10).unwrap_or('·'),
            label: lesson.facts.pattern.line().into_string(),
            note: self.texts.get(&format!("lesson-kind-{}", lesson.facts.kind)),
            choice: Choice::Form(Purpose::Agenda(AgendaForm::ChangeLesson(id, lesson.id))),
        });
        let items = std::iter::once(Item::of(&self.texts, "lesson-new", Choice::Form(new))).chain(lines).collect();
        self.modals.push(Modal::Choose(Choose::new(self.texts.get("choose-lesson"), items)));
        vec![]
    }

    /// Reads the lessons noted at the meeting of an item, unless that is under way.
    pub(super) fn read_lessons(&mut self, id: AgendaItemId) -> Vec<Effect> {
        let pending = Pending::Agenda(AgendaPending::Lessons(id));
        let Some(number) = self.meeting().map(|meeting| meeting.number) else { return vec![] };
        if self.requests.values().any(|one| *one == pending) {
            return vec![];
        }
        let request = self.request(pending);
        let call = Call::Agenda(Box::new(AgendaCall::ReadLessons(number)));
        vec![Effect::Send { request, key: self.next_key(), call, draft: None }]
    }

    /// Opens the form of a lesson that is there; what stands in it comes from what was read, or is read now.
    pub(super) fn open_change_of_lesson(&mut self, item: AgendaItemId, lesson: LessonId) -> Vec<Effect> {
        let title = self.replica.agendas().item(item).map(|item| self.item_title(item)).unwrap_or_default();
        // What stands in it comes with what was read.
        let slots = self.lesson_slots().into_iter().map(|slot| if slot.name == "lesson-looked" { slot } else { slot.with("") });
        let purpose = Purpose::Agenda(AgendaForm::ChangeLesson(item, lesson));
        let mut form = Form::new(purpose, title, slots.collect());
        let read = self.agenda.lessons.as_ref().and_then(|read| read.all.iter().find(|one| one.id == lesson));
        if let Some(found) = read {
            for (name, value) in self.lesson_values(&found.facts) {
                form.begin(name, &value);
            }
            form.seen = Some(found.version);
        }
        let is_read = form.seen.is_some();
        let mut effects = self.open_form(form);
        if !is_read {
            effects.extend(self.read_lessons(item));
        }
        effects
    }

    fn lesson_values(&self, facts: &LessonFacts) -> Vec<(&'static str, String)> {
        vec![
            ("lesson-kind", facts.kind.to_string()),
            ("lesson-law", facts.law.raw().to_owned()),
            ("lesson-article", facts.article.raw().to_owned()),
            ("lesson-bodies", self.body_names(&facts.bodies)),
            ("lesson-pattern", facts.pattern.raw().to_owned()),
        ]
    }

    /// What a form changes of a lesson.
    pub(super) fn lesson_patch(&self, form: &Form) -> LessonPatch {
        let changed = |name: &str| form.is_changed(name).then(|| RawText::from(form.text(name).trim()));
        let bodies = || self.reference.organisations_in(form.text("lesson-bodies")).unwrap_or_default();
        LessonPatch {
            kind: LessonKind::from_code(form.text("lesson-kind")).filter(|_| form.is_changed("lesson-kind")),
            law: changed("lesson-law"),
            article: changed("lesson-article"),
            bodies: form.is_changed("lesson-bodies").then(bodies),
            pattern: changed("lesson-pattern"),
            looked: form.text("lesson-looked") == "yes",
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
            let known =
                FIELDS.iter().chain(super::series_form::FIELDS).filter(|(field, _)| *field == name).map(|(_, slot)| *slot);
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
        for lesson in &all {
            let purpose = Purpose::Agenda(AgendaForm::ChangeLesson(item, lesson.id));
            self.refill(purpose, lesson.version, "", &self.lesson_values(&lesson.facts));
        }
        self.agenda.lessons = Some(LessonsRead { item, at: self.server_now(), all, whole, failed });
        match self.agenda.wanted.take_if(|wanted| matches!(wanted, Wanted::Lessons(of, _) if *of == item)) {
            Some(Wanted::Lessons(_, command)) => self.run(command),
            _ => vec![],
        }
    }

    /// A lesson was noted or changed: it stands with those that were read.
    pub(super) fn keep_lesson(&mut self, lesson: Lesson) {
        let Some(read) = self.agenda.lessons.as_mut().filter(|read| Some(read.item) == lesson.item) else { return };
        match read.all.iter_mut().find(|one| one.id == lesson.id) {
            Some(known) => *known = lesson,
            None => read.all.insert(0, lesson),
        }
    }
}
