//! Lessons: noted about a case or an item of an agenda, changed, listed and read. Nothing of a person gets in unseen.

use chrono::{DateTime, Utc};

use super::{
    Keyed, Refused, Service, Written,
    agenda_items::read_id,
    meetings::{Deed, json},
    write,
};
use crate::{
    domain::{
        arrangement::decide::Moment,
        check::{self, Checked, Finding},
        ids::{AgendaItemId, LessonId},
        lesson::{self, Lesson, LessonCase, LessonFacts, LessonSource},
        signal::Signal,
    },
    server::{
        identity::Caller,
        store::{
            Link, StoreError, agenda_items,
            changes::Scope,
            history::RECEIVED,
            lessons::{self, Wanted},
            meetings,
            signals::{self, Which},
        },
    },
};

/// A lesson as it is noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLesson {
    /// Id or number of the case.
    pub signal: Option<String>,
    /// The item of an agenda.
    pub item: Option<AgendaItemId>,
    /// What is said in it.
    pub facts: LessonFacts,
    /// Somebody looked at what only looks like personal data.
    pub looked: bool,
}

impl Service {
    /// A page of lessons as JSON, newest first.
    pub async fn lessons(&self, caller: &Caller, wanted: &Wanted) -> Result<Vec<(String, String)>, Refused> {
        self.listed(caller, "lesson.list", "lesson").await?;
        Ok(lessons::page(&mut self.store.read().await?, wanted).await?)
    }

    /// One lesson, written down before it is given.
    pub async fn lesson(&self, caller: &Caller, id: &str) -> Result<Lesson, Refused> {
        let id = lesson_id(id)?;
        let found = lessons::get(&mut self.store.read().await?, &id).await?.ok_or(Refused::NotFound)?;
        self.saw(caller, "lesson.read", "lesson", &id).await?;
        Ok(found)
    }

    /// Notes a lesson.
    pub async fn note_lesson(&self, caller: &Caller, keyed: &Keyed, new: &NewLesson) -> Result<Written<Lesson>, Refused> {
        Refused::unless_empty(new.facts.check("/facts", &self.names.organisation_codes))?;
        Refused::unless_no_number(check::numbers_in(&new.facts, "/facts"))?;
        let now = self.now();
        let written = write::again!(self.try_note_lesson(caller, keyed, new, now))?;
        self.saw_lesson(caller, written).await
    }

    async fn try_note_lesson(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        new: &NewLesson,
        now: DateTime<Utc>,
    ) -> Result<Written<Lesson>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, Some(keyed), now.timestamp_micros()).await? {
            return repeated(&mut link, &kept).await;
        }
        let source = self.source_of(&mut link, new).await?;
        let cases = cases(&mut link, source.case.as_slice()).await?;
        Refused::unless_empty(check::personal_in_lesson(&new.facts, &cases, new.looked, "/facts"))?;
        let actor = caller.actor();
        let id = LessonId(self.clock.id(now).map_err(StoreError::from)?);
        let made = lesson::note(id, &source, new.facts.clone(), Moment { actor: &actor, now });
        lessons::insert(&mut link, &made).await?;
        let content = serde_json::to_string(&made).map_err(StoreError::from)?;
        let fields = vec![(RECEIVED.into(), String::new(), content)];
        self.commit_lesson(link, (caller, Some(keyed), now), "lesson.create", made, fields).await
    }

    /// Where it is noted: a case, or an item with its case and meeting.
    async fn source_of(&self, link: &mut Link, new: &NewLesson) -> Result<LessonSource, Refused> {
        let case = |signal: &Signal| LessonCase { signal: signal.id, number: signal.number };
        match (&new.signal, new.item) {
            (None, None) => Err(Refused::Invalid(vec![Finding::new("/signal", "required", "")])),
            (Some(_), Some(_)) => Err(Refused::Invalid(vec![Finding::new("/item", "not-together", "signal")])),
            (Some(text), None) => {
                let mut room = String::new();
                let signal = signals::get(link, self.which(text, &mut room)?).await?.ok_or(Refused::NotFound)?;
                Ok(LessonSource { case: Some(case(&signal)), ..LessonSource::default() })
            }
            (None, Some(item)) => {
                let item = agenda_items::get(link, &read_id(&item.to_string())?).await?.ok_or(Refused::NotFound)?;
                let meeting = match item.meeting {
                    Some(id) => meetings::get(link, &id.to_string()).await?.map(|meeting| meeting.number),
                    None => None,
                };
                let known = item.signal.zip(item.signal_number);
                let case = known.map(|(signal, number)| LessonCase { signal, number });
                Ok(LessonSource { case, item: Some(item.id), meeting })
            }
        }
    }

    /// Says something else in the version of a lesson that the caller saw.
    pub async fn amend_lesson(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        id: &str,
        (expected, looked): (i64, bool),
        merge: &(dyn Fn(&mut LessonFacts) + Sync),
    ) -> Result<Written<Lesson>, Refused> {
        let (id, now) = (lesson_id(id)?, self.now());
        let written = write::again!(self.try_amend_lesson(caller, keyed, &id, (expected, looked), merge, now))?;
        self.saw_lesson(caller, written).await
    }

    async fn try_amend_lesson(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        id: &str,
        (expected, looked): (i64, bool),
        merge: &(dyn Fn(&mut LessonFacts) + Sync),
        now: DateTime<Utc>,
    ) -> Result<Written<Lesson>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, keyed, now.timestamp_micros()).await? {
            return repeated(&mut link, &kept).await;
        }
        let before = lessons::lock(&mut link, id).await?.ok_or(Refused::NotFound)?;
        if before.version != expected {
            return Err(write::stale(&mut link, Scope::Lessons, id, before.version).await);
        }
        let mut facts = before.facts.clone();
        merge(&mut facts);
        Refused::unless_empty(facts.check("", &self.names.organisation_codes))?;
        Refused::unless_no_number(check::numbers_in(&facts, ""))?;
        let Some(after) = lesson::amend(&before, facts) else {
            write::settle_unchanged(link, caller, keyed, id).await?;
            return Ok(Written { item: before, changed: false, masked: 0, committed: false });
        };
        let cases = cases(&mut link, &before.cases).await?;
        Refused::unless_empty(check::personal_in_lesson(&after.facts, &cases, looked, ""))?;
        lessons::update(&mut link, &after).await?;
        let fields = write::differing(&json(&before)?, &json(&after)?);
        self.commit_lesson(link, (caller, keyed, now), "lesson.amend", after, fields).await
    }

    async fn commit_lesson(
        &self,
        link: Link,
        (caller, keyed, now): (&Caller, Option<&Keyed>, DateTime<Utc>),
        verb: &'static str,
        lesson: Lesson,
        fields: Vec<(String, String, String)>,
    ) -> Result<Written<Lesson>, Refused> {
        let (scope, object, version) = (Scope::Lessons, lesson.id.to_string(), lesson.version);
        let deed = Deed { caller, keyed, now, verb, scope, object, version, fields, also: vec![], answer: None };
        self.commit_deed(link, &deed).await?;
        Ok(Written { item: lesson, changed: true, masked: 0, committed: true })
    }

    async fn saw_lesson(&self, caller: &Caller, written: Written<Lesson>) -> Result<Written<Lesson>, Refused> {
        if !written.committed {
            self.saw(caller, "lesson.read", "lesson", &written.item.id.to_string()).await?;
        }
        Ok(written)
    }
}

/// The cases with what was written down of who was spoken to: their names are looked for.
async fn cases(link: &mut Link, cases: &[LessonCase]) -> Result<Vec<Signal>, StoreError> {
    let mut whole = vec![];
    for case in cases {
        let id = case.signal.to_string();
        if let Some(mut signal) = signals::get(link, Which::Id(&id)).await? {
            signal.timeline = signals::timeline(link, &id).await?;
            whole.push(signal);
        }
    }
    Ok(whole)
}

async fn repeated(link: &mut Link, kept: &crate::server::store::idempotency::Kept) -> Result<Written<Lesson>, Refused> {
    let item = lessons::get(link, &kept.object).await?.ok_or(Refused::NotFound)?;
    Ok(Written { item, changed: write::was_change(kept), masked: 0, committed: false })
}

fn lesson_id(text: &str) -> Result<String, Refused> {
    Ok(text.parse::<LessonId>().map_err(|_| Refused::NotFound)?.to_string())
}
