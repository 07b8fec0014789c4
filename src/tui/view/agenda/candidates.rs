//! Candidates: in the list below the agenda, or beside it in a wide window, each with the urgency and the first hard date of its
//! case.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        format,
        signals::{day_look, urgency_style},
    },
    rows::{Columns, Look, draw_row, heading},
};
use crate::{
    domain::{meeting::AgendaItemSummary, signal::Urgency},
    tui::app::{State, agenda::AgendaRow, layout::Areas, pointing::Target},
};

/// Where candidates stand beside the agenda: at the foot of the right column of a wide window, at most a third of it. Nothing:
/// they stand in the list.
pub(super) fn place(state: &State, areas: &Areas) -> Option<Rect> {
    let area = areas.preview.filter(|_| areas.beside)?;
    let count = state.agenda.rows.iter().filter(|row| matches!(row, AgendaRow::Candidate(_))).count();
    let height = u16::try_from(count).unwrap_or(u16::MAX).saturating_add(1).min((area.height / 3).max(4));
    (count > 0).then_some(Rect { y: area.bottom().saturating_sub(height), height, ..area })
}

/// The candidates in a place of their own; the one under the cursor is in view.
pub(super) fn beside(canvas: &mut Canvas, state: &State, area: Rect) {
    heading(canvas, state, Rect { height: 1, ..area }, "agenda-candidates");
    let columns = Columns::of_candidates(area.width);
    let agenda = &state.agenda;
    let first = agenda.rows.iter().take_while(|row| !matches!(row, AgendaRow::Candidate(_))).count();
    let height = usize::from(area.height).saturating_sub(1);
    let top = (agenda.list.row + 1).saturating_sub(first + height);
    for (at, candidate) in agenda.rows.iter().enumerate().skip(first + top).take(height) {
        let line = Rect { y: area.y + 1 + (at - first - top) as u16, height: 1, ..area };
        draw_row(canvas, state, line, &columns, *candidate, at);
        canvas.spots.push((line, Target::Agenda(*candidate)));
    }
    if first + top + height < agenda.rows.len() {
        canvas.put_right(area.x, area.bottom() - 1, area.width, "↓", canvas.theme.dim());
    }
}

/// A candidate: its case, with urgency and first hard date.
pub(super) fn row(canvas: &mut Canvas, state: &State, look: &Look, item: &AgendaItemSummary) {
    let theme = canvas.theme;
    let signals = state.replica.signals();
    let signal = item.signal.and_then(|id| signals.find(id)).and_then(|row| signals.get(row));
    if let Some(signal) = &signal {
        let sign = match signal.urgency() {
            Urgency::Crisis => "!!",
            Urgency::High => "!",
            Urgency::Normal => ".",
            Urgency::Low => "",
        };
        canvas.put_right(look.area.x + 1, look.area.y, 2, sign, urgency_style(signal.urgency(), theme));
    }
    let number = item.signal_number.map(|number| number.short()).unwrap_or_default();
    look.put(canvas, "case", &number, if look.selected { theme.accent() } else { theme.dim() });
    look.put(canvas, "title", item.title.line().as_str(), theme.text());
    look.put(canvas, "bodies", &state.body_words(&item.bodies, ", "), theme.dim());
    look.put(canvas, "presenter", item.proposed_by_name.line().as_str(), theme.dim());
    look.put(canvas, "minutes", &item.minutes.to_string(), theme.dim());
    let Some(date) = signal.and_then(|signal| signal.hard_date().map(|date| date.on)) else { return };
    let style = day_look((date - state.today).num_days(), theme).map_or(theme.text(), |look| theme.signal(look));
    let day = format::date(date, state.today, &state.texts);
    let whole = format!("{day}  {}", format::days(date, state.today, &state.texts));
    // Half a date is a wrong date: where the days do not fit, the date stands alone.
    let fits = look.columns.place("ready").is_some_and(|(_, width, _)| whole.chars().count() <= usize::from(width));
    look.put(canvas, "ready", if fits { &whole } else { &day }, style);
}
