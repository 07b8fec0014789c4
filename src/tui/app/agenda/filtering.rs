//! The filter of pane 2: every word must stand in what a row shows, accents and case aside.

use std::collections::BTreeSet;

use super::{
    super::{Pane, State},
    AgendaRow,
};
use crate::{
    domain::{
        fold::fold,
        ids::{AgendaItemId, MeetingId},
        meeting::{AgendaItemSummary, MeetingSummary},
    },
    tui::app::message::Effect,
};

impl State {
    /// Something was typed in the filter: from the first row on.
    pub(in super::super) fn agenda_filter_changed(&mut self) -> Vec<Effect> {
        self.agenda.moved = true;
        self.agenda.list.row = 0;
        self.agenda.current = None;
        self.choose_agenda_anew();
        self.rest()
    }

    /// To the agenda, the item and the filter of before; what is gone is passed over.
    pub(in super::super) fn go_back_in_agenda(&mut self, meeting: Option<MeetingId>, item: Option<AgendaItemId>, filter: &str) {
        let pane = &mut self.agenda;
        pane.moved = true;
        pane.meeting = meeting;
        pane.filter.set(filter);
        // It may come with later rows.
        pane.sought = item;
        self.choose_agenda_anew();
    }

    /// Takes the filter away; says whether there was one.
    pub(super) fn drop_agenda_filter(&mut self) -> bool {
        let pane = &mut self.agenda;
        let there = std::mem::take(&mut pane.filtering) | !pane.filter.text().is_empty();
        if there {
            pane.filter.set("");
            self.choose_agenda_anew();
        }
        there
    }

    /// Leaves the rows that the filter does, and those that it did when it was typed and that are shown.
    pub(super) fn filter_agenda(&self, rows: &mut Vec<AgendaRow>) {
        let shown: BTreeSet<AgendaItemId> = self.agenda.rows.iter().filter_map(|row| row.item()).collect();
        let stays = |row: &AgendaRow| match row.item() {
            Some(id) => shown.contains(&id),
            None => self.agenda.rows.contains(row),
        };
        self.retain_fitting(rows, &stays);
    }

    /// Which of the rows the filter no longer leaves.
    pub(super) fn left_in_agenda(&self, rows: &[AgendaRow]) -> BTreeSet<AgendaRow> {
        if self.agenda.filter.is_blank() {
            return BTreeSet::new();
        }
        let mut fits = rows.to_vec();
        self.retain_fitting(&mut fits, &|_| false);
        let fits: BTreeSet<AgendaRow> = fits.into_iter().collect();
        rows.iter().copied().filter(|row| !fits.contains(row)).collect()
    }

    /// What the filter no longer leaves goes.
    pub(in super::super) fn let_go_in_agenda(&mut self) {
        self.agenda.filtered = None;
        if self.pane == Pane::Agenda {
            self.choose_agenda_anew();
        }
    }

    fn retain_fitting(&self, rows: &mut Vec<AgendaRow>, stays: &dyn Fn(&AgendaRow) -> bool) {
        let wanted = fold(self.agenda.filter.text());
        let words: Vec<&str> = wanted.split_whitespace().collect();
        if words.is_empty() {
            return;
        }
        let agendas = self.replica.agendas();
        rows.retain(|row| {
            let text = match row {
                AgendaRow::Meeting(id) => agendas.meeting(*id).map(|meeting| self.text_of_meeting(meeting)),
                AgendaRow::Item(id) | AgendaRow::Candidate(id) => agendas.item(*id).map(|item| self.text_of_item(item)),
            };
            let text = fold(&text.unwrap_or_default());
            words.iter().all(|word| text.contains(word)) || stays(row)
        });
    }

    fn text_of_meeting(&self, meeting: &MeetingSummary) -> String {
        let state = self.texts.get(&format!("let-state-{}", meeting.state));
        let parts = [meeting.number.to_string(), self.day_of_meeting(meeting), state];
        format!("{} {} {}", parts.join(" "), meeting.place.line(), meeting.chair.line())
    }

    fn text_of_item(&self, item: &AgendaItemSummary) -> String {
        let number = item.signal_number.map(|number| number.to_string()).unwrap_or_default();
        let bodies = self.body_words(&item.bodies, " ");
        format!("{} {number} {bodies} {} {}", self.item_title(item), item.presenter.line(), item.proposed_by_name.line())
    }
}
