//! Pane 2: the list of meetings, the agenda of one with its candidates, and one item.

mod item;
mod words;

use self::words::{papers, papers_day, state_words, sum, when, when_short};
pub use item::{item_lines, meeting_lines};

use ratatui::{
    layout::Rect,
    style::{Modifier, Style},
};
use unicode_width::UnicodeWidthStr;

use super::{
    canvas::{Canvas, Span},
    format,
    signals::{day_look, urgency_style},
    situation,
};
use crate::{
    domain::{
        meeting::{AgendaItemSummary, MeetingSummary},
        signal::Urgency,
        text::{RawText, SafeText},
    },
    tui::app::{
        State,
        agenda::AgendaRow,
        command::Command,
        layout::Areas,
        list::{self, Line},
        message::Link,
        pointing::Target,
    },
};

/// Draws the pane.
pub fn pane(canvas: &mut Canvas, state: &State, areas: &Areas) {
    let agenda = &state.agenda;
    // The sidebar belongs to the queue: here its place is the list's.
    let whole = |area: Rect| Rect { x: 0, width: area.right(), ..area };
    if let (Some(scroll), false) = (agenda.open, areas.beside) {
        let area = Rect { x: 0, y: areas.crumbs.y, width: areas.body.right(), height: areas.body.height + 1 };
        return item::open(canvas, state, area, scroll);
    }
    crumbs(canvas, state, whole(areas.crumbs));
    if agenda.rows.is_empty() {
        return nothing(canvas, state, whole(areas.list));
    }
    let columns = Columns::of(whole(areas.list).width, agenda.meeting.is_none());
    heads(canvas, state, whole(areas.heads), &columns);
    rows(canvas, state, whole(areas.list), &columns);
    if let Some(rule) = areas.rule {
        if areas.beside { canvas.upright(rule) } else { canvas.rule(rule) }
    }
    if let Some(area) = areas.preview {
        match agenda.open {
            Some(scroll) => item::open(canvas, state, area, scroll),
            None => item::preview(canvas, state, area),
        }
    }
}

/// The meeting with its time, its state and what it holds.
fn crumbs(canvas: &mut Canvas, state: &State, area: Rect) {
    let theme = canvas.theme;
    let texts = &state.texts;
    let Some(meeting) = state.agenda.meeting.and_then(|id| state.replica.agendas().meeting(id)) else {
        canvas.put(area.x + 2, area.y, area.width - 2, &texts.get("meetings-title"), theme.strong());
        let count = state.agenda.rows.len();
        let right = texts.with("meetings-count", &[("count", count.into())]);
        return canvas.put_right(area.x, area.y, area.width - 1, &right, theme.dim());
    };
    let (over, sum) = sum(state, meeting);
    let style = if over { theme.signal(theme.crisis) } else { theme.dim() };
    canvas.put_right(area.x, area.y, area.width - 1, &sum, style);
    let room = area.width.saturating_sub(sum.width() as u16 + 5);
    // Half a time is a wrong time: what does not fit whole is left out.
    let full = when(state, meeting);
    let number = meeting.number.to_string();
    let fits = number.width() + 2 + full.width() <= usize::from(room);
    let day = if fits { full } else { when_short(state, meeting) };
    let more = [(format!("  {day}"), theme.text()), (format!("  {}", state_words(state, meeting)), theme.accent())];
    let whole: usize = number.width() + more.iter().map(|(text, _)| text.width()).sum::<usize>();
    let told =
        papers(state, meeting).map(|papers| format!("  {papers}")).filter(|papers| whole + papers.width() <= usize::from(room));
    let told = told.or_else(|| papers_day(state, meeting).map(|papers| format!("  {papers}")));
    let more = more.into_iter().chain(told.map(|papers| (papers, theme.dim())));
    let mut left = usize::from(room).saturating_sub(number.width());
    let mut spans: Vec<Span> = vec![(number, theme.strong())];
    for span in more {
        if let Some(rest) = left.checked_sub(span.0.width()) {
            left = rest;
            spans.push(span);
        }
    }
    canvas.spans(area.x + 2, area.y, room, &spans);
}

fn nothing(canvas: &mut Canvas, state: &State, area: Rect) {
    let texts = &state.texts;
    let key = |command| state.keymap.shown(command).or_else(|| state.keymap.shown(Command::Palette)).unwrap_or_default();
    let (head, advice) = match &state.link {
        Link::Lost { words, advice, .. } if !state.loaded => (words.clone(), advice.clone()),
        _ if !state.loaded => (texts.with("agenda-loading", &[("server", (&state.server).into())]), String::new()),
        _ if state.agenda.meeting.is_some() => {
            let values = [("insert", key(Command::Insert).into()), ("let", key(Command::Let).into())];
            (texts.get("agenda-empty"), texts.with("agenda-empty-advice", &values))
        }
        _ => (texts.get("meetings-empty"), texts.with("meetings-empty-advice", &[("key", key(Command::NewMeeting).into())])),
    };
    situation::two_sentences(canvas, area, &head, &advice);
}

/// Where each column starts and how wide it is; nothing when there is no room for it.
#[derive(Debug, Clone, Default)]
struct Columns {
    places: Vec<(&'static str, u16, u16, bool)>,
}

impl Columns {
    /// The columns that fit, the most wanted first; the widest takes what is left.
    fn of(width: u16, meetings: bool) -> Self {
        // Name, width, right-aligned, from which width of the list on.
        let wanted: &[(&'static str, u16, bool, u16)] = match meetings {
            true => &[
                ("number", 8, false, 0),
                ("when", 26, false, 0),
                ("state", 0, false, 0),
                ("papers", 20, false, 112),
                ("items", 6, true, 60),
                ("minutes", 11, true, 70),
                ("unready", 14, false, 80),
            ],
            false => &[
                ("at", 3, true, 0),
                ("start", 5, false, 0),
                ("case", 6, false, 0),
                ("title", 0, false, 0),
                ("bodies", 16, false, 90),
                ("presenter", 14, false, 110),
                ("minutes", 4, true, 0),
                ("ready", 9, false, 0),
            ],
        };
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

    fn place(&self, name: &str) -> Option<(u16, u16, bool)> {
        self.places.iter().find(|(known, ..)| *known == name).map(|(_, x, wide, right)| (*x, *wide, *right))
    }
}

fn heads(canvas: &mut Canvas, state: &State, area: Rect, columns: &Columns) {
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

fn rows(canvas: &mut Canvas, state: &State, area: Rect, columns: &Columns) {
    let agenda = &state.agenda;
    for offset in 0..area.height {
        let line = Rect { y: area.y + offset, height: 1, ..area };
        match list::at_line(agenda.list.top + usize::from(offset), agenda.rows.len(), &agenda.headings) {
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
fn heading(canvas: &mut Canvas, state: &State, area: Rect, key: &'static str) {
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
struct Look<'a> {
    columns: &'a Columns,
    area: Rect,
    selected: bool,
}

impl Look<'_> {
    fn put(&self, canvas: &mut Canvas, name: &str, text: &str, style: Style) {
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

fn draw_row(canvas: &mut Canvas, state: &State, area: Rect, columns: &Columns, row: AgendaRow, at: usize) {
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
                item_row(canvas, state, &look, item, at);
            }
        }
        AgendaRow::Candidate(id) => {
            if let Some(item) = agendas.item(id) {
                candidate_row(canvas, state, &look, item);
            }
        }
    }
}

fn meeting_row(canvas: &mut Canvas, state: &State, look: &Look, meeting: &MeetingSummary) {
    let theme = canvas.theme;
    let texts = &state.texts;
    look.put(canvas, "number", &meeting.number.to_string(), if look.selected { theme.accent() } else { theme.dim() });
    look.put(canvas, "when", &when(state, meeting), theme.text());
    look.put(canvas, "state", &state_words(state, meeting), theme.text());
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
            0 => (texts.get("agenda-all-ready"), theme.signal(theme.done)),
            count => (texts.with("agenda-unready", &[("count", count.into())]), theme.signal(theme.high)),
        };
        look.put(canvas, "unready", &text, style);
    }
}

fn item_row(canvas: &mut Canvas, state: &State, look: &Look, item: &AgendaItemSummary, at: usize) {
    let theme = canvas.theme;
    let texts = &state.texts;
    let times = state.agenda.schedule.items.get(at);
    if state.agenda.marks.contains(&item.id) {
        canvas.put(look.area.x + 1, look.area.y, 2, "*", theme.accent().add_modifier(Modifier::BOLD));
    }
    look.put(canvas, "at", &(at + 1).to_string(), theme.dim());
    let over = times.is_some_and(|times| times.over);
    let start = times.and_then(|times| times.starts_at).map_or_else(|| "?".to_owned(), format::clock);
    look.put(canvas, "start", &start, theme.text());
    let number = item.signal_number.map(|number| number.short()).unwrap_or_default();
    look.put(canvas, "case", &number, if look.selected { theme.accent() } else { theme.dim() });
    look.put(canvas, "title", item.title.line().as_str(), theme.text());
    look.put(canvas, "bodies", &bodies(item), theme.dim());
    look.put(canvas, "presenter", item.presenter.line().as_str(), theme.dim());
    let minutes = if over { format!("!{}", item.minutes) } else { item.minutes.to_string() };
    look.put(canvas, "minutes", &minutes, if over { theme.signal(theme.crisis) } else { theme.text() });
    // What was read also knows what only the day of the meeting tells.
    let missing = state.item_read_of(item.id).map_or(item.missing.len(), |(.., missing)| missing.len());
    let (text, style) = match missing {
        0 => (format!("✓ {}", texts.get("agenda-ready")), theme.dim()),
        count => (texts.with("agenda-lacks", &[("count", count.into())]), theme.signal(theme.high)),
    };
    look.put(canvas, "ready", &text, style);
}

/// A candidate: the urgency and the first hard date of its case.
fn candidate_row(canvas: &mut Canvas, state: &State, look: &Look, item: &AgendaItemSummary) {
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
    look.put(canvas, "presenter", item.proposed_by_name.line().as_str(), theme.dim());
    look.put(canvas, "minutes", &item.minutes.to_string(), theme.dim());
    if let Some(date) = signal.and_then(|signal| signal.hard_date().map(|date| date.on)) {
        let style = day_look((date - state.today).num_days(), theme).map_or(theme.text(), |look| theme.signal(look));
        let day = format::date(date, state.today, &state.texts);
        // Where there is no column for it, it takes that of the bodies.
        look.put(canvas, "ready", &day, style);
        look.put(canvas, "bodies", &bodies(item), theme.dim());
    } else {
        look.put(canvas, "bodies", &bodies(item), theme.dim());
    }
}

fn bodies(item: &AgendaItemSummary) -> String {
    let codes = item.bodies.iter().map(|code| RawText::from(code.as_str()).line().into_string());
    SafeText::line(&codes.collect::<Vec<_>>().join(" ")).into_string()
}
