//! Requests about lessons.

use super::{
    failure::Failure,
    requests::{Write, WriteMethod, with_query},
    session::Session,
};
use crate::{
    api::{
        lesson::{LessonList, LessonPatch, NewLesson},
        page::Page,
        path,
    },
    domain::{
        ids::{IdempotencyKey, LessonId},
        lesson::Lesson,
    },
};

impl Write {
    /// A new lesson. Answer, as of every write about one: [`Lesson`].
    pub fn note_lesson(key: IdempotencyKey, new: &NewLesson) -> Self {
        Self::new(key, WriteMethod::Post, path::LESSONS.into(), None, new)
    }

    /// What is said otherwise in a lesson as it was at `version`.
    pub fn patch_lesson(key: IdempotencyKey, id: LessonId, version: i64, patch: &LessonPatch) -> Self {
        Self::new(key, WriteMethod::Patch, of(id), Some(version), patch)
    }
}

fn of(id: LessonId) -> String {
    path::LESSON.replace("{id}", &id.to_string())
}

impl Session {
    /// A page of lessons, newest first.
    ///
    /// # Errors
    /// As every request here: see [`Failure`].
    pub async fn lessons(&self, list: &LessonList) -> Result<Page<Lesson>, Failure> {
        self.get(&with_query(path::LESSONS, list)).await
    }

    /// A lesson. The server logs that it was read.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn lesson(&self, id: LessonId) -> Result<Lesson, Failure> {
        self.get(&of(id)).await
    }
}
