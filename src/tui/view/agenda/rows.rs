//! The rows of pane 2: a meeting, an item with its running times, and where each column stands.

use ratatui::{
    layout::Rect,
    style::{Modifier, Style},
};
use unicode_width::UnicodeWidthStr;

use super::{
    super::{canvas::Canvas, format, signals::day_look},
    candidates,
    words::{over, state_in, sum, when, when_short},
};
use crate::{
    domain::meeting::{AgendaItemSummary, ItemTimes, MeetingSummary},
    tui::app::{
        State,
        agenda::AgendaRow,
        command::Command,
        list::{self, Heading, Line},
        pointing::Target,
    },
};

/// From this width of the list on, times have their end and what is too long is told in words.
const WIDE: u16 = 120;
/// From this width of the list on, a meeting has its year and its end: half a time is a wrong time.
const WHOLE_TIME: u16 = 100;

/// What the list holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Listed {
    /// Meetings.
    Meetings,
    /// An agenda: without its candidates, with an item that ends after its slot.
    Agenda {
        /// Do candidates stand elsewhere?
        alone: bool,
        /// Does an item end after its slot?
        over: bool,
    },
}

/// Where each column starts and how wide it is; nothing when there is no room for it.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    places: Vec<(&'static str, u16, u16, bool)>,
}

impl Columns {
    /// The columns that fit, the most wanted first; the widest takes what is left.
    pub(super) fn of(width: u16, list: Listed) -> Self {
        // Name, width, right-aligned, from which width of the list on.
        let wanted: &[(&'static str, u16, bool, u16)] = match list {
            Listed::Meetings => &[
                ("number", 7, false, 0),
                ("when", if width >= WHOLE_TIME { 26 } else { 21 }, false, 0),
                ("state", 0, false, 0),
                ("papers", 20, false, 112),
                ("items", 6, true, 60),
                ("minutes", 9, true, 90),
                ("unready", 14, false, 80),
            ],
            Listed::Agenda { alone, over } => &[
                ("at", 3, true, 0),
                ("start", if width >= WIDE { 11 } else { 5 }, false, 0),
                ("case", 6, false, 0),
                ("title", 0, false, 0),
                ("bodies", if width >= WIDE { 20 } else { 16 }, false, 90),
                ("presenter", 14, false, if over { 150 } else { 110 }),
                ("minutes", 4, true, 0),
                ("over", 15, false, if over { WIDE } else { u16::MAX }),
                // Also the hard date of a candidate, with the days that are left.
                ("ready", if width >= 72 && !alone { 14 } else { 9 }, false, 0),
            ],
        };
        Self::places(wanted, width)
    }

    /// The columns of candidates that stand beside the agenda.
    pub(super) fn of_candidates(width: u16) -> Self {
        Self::places(&[("case", 6, false, 0), ("title", 0, false, 0), ("minutes", 4, true, 64), ("ready", 14, false, 0)], width)
    }

    fn places(wanted: &[(&'static str, u16, bool, u16)], width: u16) -> Self {
        let kept: Vec<_> = wanted.iter().filter(|(_, _, _, from)| *from <= width).collect();
        let fixed: u16 = kept.iter().map(|(_, wide, ..)| wide + 2).sum();
        let rest = width.saturating_sub(fixed + 5).max(8);
        let mut x = 4;
        let places = kept
            .into_iter()
            .map(|(name, wide, right, _)| {
                let wide = if *wide == 0 { rest } else { *wide };
                let place = (*name, x, wide, *right);
                x += wide + 2;
                place
            })
            .collect();
        Self { places }
    }

    /// Is there room for both ends of a time?
    fn is_wide(&self, name: &str) -> bool {
        self.place(name).is_some_and(|(_, width, _)| width >= 11)
    }

    /// Where a column starts, how wide it is, and whether it is right-aligned.
    pub(super) fn place(&self, name: &str) -> Option<(u16, u16, bool)> {
        self.places.iter().find(|(known, ..)| *known == name).map(|(_, x, wide, right)| (*x, *wide, *right))
    }
}

pub(super) fn heads(canvas: &mut Canvas, state: &State, area: Rect, columns: &Columns) {
    let kind = if state.agenda.meeting.is_none() { "meetings" } else { "agenda" };
    for (name, x, width, right) in &columns.places {
        let text = state.texts.get(&format!("{kind}-head-{name}"));
        let style = canvas.theme.dim();
        if *right {
            canvas.put_right(area.x + x, area.y, *width, &text, style);
        } else {
            canvas.put(area.x + x, area.y, *width, &text, style);
        }
    }
}

/// The first line in view, how many rows there are, and what stands between them; with the candidates elsewhere of the agenda alone.
pub(super) fn seen(state: &State, height: u16, alone: bool) -> (usize, usize, &[Heading]) {
    let agenda = &state.agenda;
    if !alone {
        return (agenda.list.top, agenda.rows.len(), &agenda.headings[..]);
    }
    let count = agenda.rows.iter().filter(|row| matches!(row, AgendaRow::Item(_))).count();
    (agenda.list.top.min(count.saturating_sub(height.into())), count, list::NO_HEADINGS)
}

/// The rows that are in view; with the candidates elsewhere, those of the agenda alone.
pub(super) fn rows(canvas: &mut Canvas, state: &State, area: Rect, columns: &Columns, alone: bool) {
    let agenda = &state.agenda;
    let (top, count, headings) = seen(state, area.height, alone);
    for offset in 0..area.height {
        let line = Rect { y: area.y + offset, height: 1, ..area };
        match list::at_line(top + usize::from(offset), count, headings) {
            Some(Line::Heading(key)) => heading(canvas, state, line, key),
            Some(Line::Row(at)) => {
                if let Some(row) = agenda.rows.get(at) {
                    draw_row(canvas, state, line, columns, *row, at);
                    canvas.spots.push((line, Target::Agenda(*row)));
                }
            }
            None => break,
        }
    }
}

/// `KANDIDATEN  3`, with the key that puts one on the agenda.
pub(super) fn heading(canvas: &mut Canvas, state: &State, area: Rect, key: &'static str) {
    let theme = canvas.theme;
    let mut text = state.texts.get(key);
    if key == "agenda-candidates" {
        let count = state.agenda.rows.iter().filter(|row| matches!(row, AgendaRow::Candidate(_))).count();
        let open = state.keymap.shown(Command::Open).unwrap_or_default();
        text = format!("{text}  {count}  {}", state.texts.with("agenda-candidates-key", &[("key", open.into())]));
    }
    let used = canvas.put(area.x + 2, area.y, area.width - 4, &text, theme.dim().add_modifier(Modifier::BOLD));
    canvas.rule(Rect { x: area.x + 3 + used, width: area.width.saturating_sub(used + 4), ..area });
}

/// How a row is drawn: selected or not.
pub(super) struct Look<'a> {
    pub(super) columns: &'a Columns,
    pub(super) area: Rect,
    pub(super) selected: bool,
}

impl Look<'_> {
    pub(super) fn put(&self, canvas: &mut Canvas, name: &str, text: &str, style: Style) {
        let Some((x, width, right)) = self.columns.place(name) else { return };
        let theme = canvas.theme;
        let style = if self.selected && style.bg == Some(theme.background) { style.patch(theme.selected()) } else { style };
        let style = if self.selected { style.add_modifier(Modifier::BOLD) } else { style };
        if right {
            canvas.put_right(self.area.x + x, self.area.y, width, text, style);
        } else {
            canvas.put(self.area.x + x, self.area.y, width, text, style);
        }
    }
}

pub(super) fn draw_row(canvas: &mut Canvas, state: &State, area: Rect, columns: &Columns, row: AgendaRow, at: usize) {
    let theme = canvas.theme;
    let selected = at == state.agenda.list.row;
    if selected {
        canvas.restyle(Rect { x: area.x + 1, width: area.width - 1, ..area }, theme.selected());
        canvas.put(area.x, area.y, 1, theme.edge(), theme.accent());
        canvas.cursor = Some((area.x, area.y));
    }
    let look = Look { columns, area, selected };
    let agendas = state.replica.agendas();
    match row {
        AgendaRow::Meeting(id) => {
            if let Some(meeting) = agendas.meeting(id) {
                meeting_row(canvas, state, &look, meeting);
            }
        }
        AgendaRow::Item(id) => {
            if let Some(item) = agendas.item(id) {
                item_row(canvas, state, &look, item);
            }
        }
        AgendaRow::Candidate(id) => {
            if let Some(item) = agendas.item(id) {
                candidates::row(canvas, state, &look, item);
            }
        }
    }
    if state.agenda.left.contains(&row) {
        canvas.put(area.x + 1, area.y, 2, "~ ", theme.text());
    }
}

fn meeting_row(canvas: &mut Canvas, state: &State, look: &Look, meeting: &MeetingSummary) {
    let theme = canvas.theme;
    let texts = &state.texts;
    look.put(canvas, "number", &meeting.number.to_string(), if look.selected { theme.accent() } else { theme.dim() });
    let room = |name: &str| look.columns.place(name).map_or(0, |(_, width, _)| usize::from(width));
    let whole = when(state, meeting);
    let told = if whole.width() <= room("when") { whole } else { when_short(state, meeting) };
    look.put(canvas, "when", &told, theme.text());
    look.put(canvas, "state", &state_in(state, meeting, room("state")), theme.text());
    if let Some(day) = meeting.papers_due_on.filter(|_| meeting.state.is_open()) {
        let days = (day - state.today).num_days();
        let style = day_look(days, theme).map_or(theme.text(), |look| theme.signal(look));
        let text = format!("{} {}", format::date(day, state.today, texts), format::days(day, state.today, texts));
        look.put(canvas, "papers", &text, style);
    }
    let items = state.replica.agendas().items(meeting.id).len();
    look.put(canvas, "items", &items.to_string(), theme.text());
    let (over, _) = sum(state, meeting);
    let available: i64 = meeting.slots.iter().map(crate::domain::meeting::Slot::minutes).sum();
    let minutes = format!("{}{}/{available}", if over { "! " } else { "" }, state.minutes_of(meeting.id));
    look.put(canvas, "minutes", &minutes, if over { theme.signal(theme.crisis) } else { theme.text() });
    if meeting.state.is_open() {
        let (text, style) = match state.not_ready(meeting.id) {
            _ if items == 0 => (texts.get("agenda-no-items"), theme.dim()),
            0 if !state.replica.agendas().items(meeting.id).iter().any(|item| item.signal.is_some()) => {
                (texts.get("agenda-no-cases"), theme.dim())
            }
            0 => (texts.get("agenda-all-ready"), theme.signal(theme.done)),
            count => (texts.with("agenda-unready", &[("count", count.into())]), theme.signal(theme.high)),
        };
        look.put(canvas, "unready", &text, style);
    }
}

fn item_row(canvas: &mut Canvas, state: &State, look: &Look, item: &AgendaItemSummary) {
    let theme = canvas.theme;
    let texts = &state.texts;
    let times = state.agenda.schedule.items.iter().find(|times| times.item == item.id);
    if state.agenda.marks.contains(&item.id) {
        canvas.put(look.area.x + 1, look.area.y, 2, "*", theme.accent().add_modifier(Modifier::BOLD));
    }
    // An item that begins before the one above it: nobody reads over that.
    let back = times.is_some_and(|times| goes_back(&state.agenda.schedule.items, times));
    let number = times.map(|times| format!("{}{}", if back { "!" } else { "" }, times.number)).unwrap_or_default();
    look.put(canvas, "at", &number, if back { theme.signal(theme.crisis) } else { theme.dim() });
    let over = over(state, item.id);
    let start = times.and_then(|times| times.starts_at).map_or_else(|| "?".to_owned(), format::clock);
    let end = times.and_then(|times| times.ends_at).filter(|_| look.columns.is_wide("start")).map(format::clock);
    let start = end.map_or(start.clone(), |end| format!("{start}–{end}"));
    look.put(canvas, "start", &start, theme.text());
    let number = item.signal_number.map(|number| number.short()).unwrap_or_default();
    look.put(canvas, "case", &number, if look.selected { theme.accent() } else { theme.dim() });
    look.put(canvas, "title", item.title.line().as_str(), theme.text());
    look.put(canvas, "bodies", &state.body_words(&item.bodies, ", "), theme.dim());
    look.put(canvas, "presenter", item.presenter.line().as_str(), theme.dim());
    let told = over.filter(|_| look.columns.place("over").is_some());
    let minutes = if over.is_some() && told.is_none() { format!("!{}", item.minutes) } else { item.minutes.to_string() };
    look.put(canvas, "minutes", &minutes, if over.is_some() { theme.signal(theme.crisis) } else { theme.text() });
    if let Some(minutes) = told {
        let words = texts.with("agenda-item-over", &[("minutes", crate::locale::Value::Number(minutes))]);
        look.put(canvas, "over", &format!("! {words}"), theme.signal(theme.crisis));
    }
    let (text, style) = match state.lacks_of(item) {
        0 => (format!("✓ {}", texts.get("agenda-ready")), theme.dim()),
        count => (texts.with("agenda-lacks", &[("count", count.into())]), theme.signal(theme.high)),
    };
    look.put(canvas, "ready", &text, style);
}

/// Does an item begin before one above it? Its slot is an earlier one.
fn goes_back(all: &[ItemTimes], times: &ItemTimes) -> bool {
    all.iter().take_while(|one| one.item != times.item).any(|one| one.starts_at > times.starts_at && times.starts_at.is_some())
}
