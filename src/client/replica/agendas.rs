//! The meetings of a replica with their series, the items of their agendas in order, and the candidates.

use std::{collections::BTreeMap, sync::Arc};

use crate::domain::{
    ids::{AgendaItemId, MeetingId, SeriesId},
    meeting::{AgendaItemSummary, MeetingSummary, SeriesNumber, series::Series},
};

/// Meetings, series, items and candidates. A clone costs a reference count.
#[derive(Debug, Clone, Default)]
pub struct Agendas(Arc<Rows>);

#[derive(Debug, Clone, Default)]
struct Rows {
    meetings: BTreeMap<MeetingId, Arc<MeetingSummary>>,
    items: BTreeMap<AgendaItemId, Arc<AgendaItemSummary>>,
    series: BTreeMap<SeriesNumber, Arc<Series>>,
}

impl Agendas {
    /// Every meeting, in order of time.
    pub fn meetings(&self) -> Vec<&Arc<MeetingSummary>> {
        let mut all: Vec<_> = self.0.meetings.values().collect();
        all.sort_by_key(|meeting| (meeting.slots.first().map(|slot| slot.starts_at), meeting.id));
        all
    }

    /// One meeting.
    pub fn meeting(&self, id: MeetingId) -> Option<&Arc<MeetingSummary>> {
        self.0.meetings.get(&id)
    }

    /// The items of a meeting, in order of its agenda.
    pub fn items(&self, meeting: MeetingId) -> Vec<&Arc<AgendaItemSummary>> {
        let mut all: Vec<_> = self.0.items.values().filter(|item| item.meeting == Some(meeting)).collect();
        all.sort_by_key(|item| (item.rank, item.id));
        all
    }

    /// Every item of every agenda and every candidate, in no order.
    pub fn all_items(&self) -> impl Iterator<Item = &Arc<AgendaItemSummary>> {
        self.0.items.values()
    }

    /// Candidates, in the order in which they were proposed.
    pub fn candidates(&self) -> Vec<&Arc<AgendaItemSummary>> {
        let mut all: Vec<_> = self.0.items.values().filter(|item| item.meeting.is_none() && !item.dropped).collect();
        all.sort_by_key(|item| (item.proposed_at, item.id));
        all
    }

    /// One item or candidate.
    pub fn item(&self, id: AgendaItemId) -> Option<&Arc<AgendaItemSummary>> {
        self.0.items.get(&id)
    }

    /// Every series, in order of the numbers.
    pub fn all_series(&self) -> impl Iterator<Item = &Arc<Series>> {
        self.0.series.values()
    }

    /// One series.
    pub fn series(&self, id: SeriesId) -> Option<&Arc<Series>> {
        self.all_series().find(|series| series.id == id)
    }

    /// The series with this number.
    pub fn series_numbered(&self, number: SeriesNumber) -> Option<&Arc<Series>> {
        self.0.series.get(&number)
    }

    /// Is it exactly what it was? A clone shares its rows.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    pub(super) fn put_meeting(&mut self, row: MeetingSummary) {
        Arc::make_mut(&mut self.0).meetings.insert(row.id, Arc::new(row));
    }

    pub(super) fn put_item(&mut self, row: AgendaItemSummary) {
        Arc::make_mut(&mut self.0).items.insert(row.id, Arc::new(row));
    }

    pub(super) fn put_series(&mut self, row: Series) {
        Arc::make_mut(&mut self.0).series.insert(row.number, Arc::new(row));
    }

    pub(super) fn clear(&mut self) {
        self.0 = Arc::default();
    }
}
