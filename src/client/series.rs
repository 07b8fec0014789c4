//! Requests about series of meetings.

use super::{
    failure::Failure,
    requests::{Write, WriteMethod, segment},
    session::Session,
};
use crate::{
    api::{
        page::Page,
        path,
        series::{EndSeries, NewSeries, SeriesDetail, SeriesPatch},
    },
    domain::{
        ids::{IdempotencyKey, SeriesId},
        meeting::series::Series,
    },
};

impl Write {
    /// A new series of meetings. Answer, as of every write about one: [`SeriesDetail`].
    pub fn begin_series(key: IdempotencyKey, new: &NewSeries) -> Self {
        Self::new(key, WriteMethod::Post, path::MEETING_SERIES.into(), None, new)
    }

    /// What is said otherwise about a series as it was at `version`.
    pub fn patch_series(key: IdempotencyKey, id: SeriesId, version: i64, patch: &SeriesPatch) -> Self {
        Self::new(key, WriteMethod::Patch, of(path::ONE_MEETING_SERIES, &id.to_string()), Some(version), patch)
    }

    /// The end of a series as it was at `version`.
    pub fn end_series(key: IdempotencyKey, id: SeriesId, version: i64, body: &EndSeries) -> Self {
        Self::new(key, WriteMethod::Post, of(path::MEETING_SERIES_END, &id.to_string()), Some(version), body)
    }
}

fn of(template: &str, id: &str) -> String {
    template.replace("{id}", id)
}

impl Session {
    /// The series of meetings, in order of their numbers.
    ///
    /// # Errors
    /// As every request here: see [`Failure`].
    pub async fn all_series(&self) -> Result<Page<Series>, Failure> {
        self.get(path::MEETING_SERIES).await
    }

    /// A series by id or number. The server logs that it was read.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn series(&self, id_or_number: &str) -> Result<SeriesDetail, Failure> {
        self.get(&of(path::ONE_MEETING_SERIES, &segment(id_or_number))).await
    }
}
