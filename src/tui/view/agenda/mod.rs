//! Pane 2: the list of meetings, the agenda of one with its candidates, and one item.

mod attached;
mod candidates;
mod item;
mod paper;
mod rows;
mod words;

use self::{
    rows::{Columns, Listed},
    words::{papers, papers_day, state_in, sum, when, when_begins},
};
pub use attached::lessons as lesson_lines;
pub use item::{item_lines, meeting_lines};
pub use paper::lines as paper_lines;

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::{
    canvas::{Canvas, Span},
    foot,
    signals::field_line,
    situation,
};
use crate::{
    domain::text::SafeText,
    tui::app::{State, command::Command, keys::Typing, layout::Areas, message::Link},
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
    let beside = candidates::place(state, areas);
    let (top, count, headings) = rows::seen(state, areas.list.height, beside.is_some());
    crumbs(canvas, state, whole(areas.crumbs), foot::above(state, top, count, headings));
    if agenda.rows.is_empty() {
        return nothing(canvas, state, whole(areas.list));
    }
    let over = agenda.schedule.items.iter().any(|times| times.over);
    let listed = match agenda.meeting {
        None => Listed::Meetings,
        Some(_) => Listed::Agenda { alone: beside.is_some(), over },
    };
    let columns = Columns::of(whole(areas.list).width, listed);
    rows::heads(canvas, state, whole(areas.heads), &columns);
    // In a wide window candidates stand at the right, where an agenda of forty items does not push them off.
    rows::rows(canvas, state, whole(areas.list), &columns, beside.is_some());
    if let Some(rule) = areas.rule {
        if areas.beside { canvas.upright(rule) } else { canvas.rule(rule) }
    }
    if let Some(area) = beside {
        candidates::beside(canvas, state, area);
    }
    let preview = areas.preview.map(|area| Rect { height: area.height - beside.map_or(0, |beside| beside.height + 1), ..area });
    if let Some(area) = preview {
        match agenda.open {
            Some(scroll) => item::open(canvas, state, area, scroll),
            None => item::preview(canvas, state, area),
        }
    }
}

/// The meeting with its time, its state and what it holds; and how many rows stand above what is seen.
fn crumbs(canvas: &mut Canvas, state: &State, area: Rect, above: Option<String>) {
    let theme = canvas.theme;
    let texts = &state.texts;
    if state.typing() == Typing::Filter || !state.agenda.filter.is_blank() {
        return filter(canvas, state, area, above);
    }
    let above = above.map(|words| format!("{words}   ")).unwrap_or_default();
    let Some(meeting) = state.agenda.meeting.and_then(|id| state.replica.agendas().meeting(id)) else {
        canvas.put(area.x + 2, area.y, area.width - 2, &texts.get("meetings-title"), theme.strong());
        let count = state.agenda.rows.len();
        let right = format!("{above}{}", texts.with("meetings-count", &[("count", count.into())]));
        return canvas.put_right(area.x, area.y, area.width - 1, &right, theme.dim());
    };
    let (over, sum) = sum(state, meeting);
    let style = if over { theme.signal(theme.crisis) } else { theme.dim() };
    // Which meeting it is comes first.
    let above = if above.width() + sum.width() + 24 <= area.width.into() { above } else { String::new() };
    let right = format!("{above}{sum}");
    canvas.put_right(area.x, area.y, area.width - 1, &right, theme.dim());
    canvas.put_right(area.x, area.y, area.width - 1, &sum, style);
    let room = area.width.saturating_sub(right.width() as u16 + 5);
    // Half a time is a wrong time: what does not fit whole is left out.
    let full = when(state, meeting);
    let number = meeting.number.to_string();
    let fits = number.width() + 2 + full.width() <= usize::from(room);
    let day = if fits { full } else { when_begins(state, meeting) };
    // Where it stands is told in short rather than left out.
    let words = state_in(state, meeting, usize::from(room).saturating_sub(number.width() + day.width() + 4));
    let more = [(format!("  {day}"), theme.text()), (format!("  {words}"), theme.accent())];
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

/// The list that is filtered, by what, and how many rows it leaves.
fn filter(canvas: &mut Canvas, state: &State, area: Rect, above: Option<String>) {
    let (theme, agenda) = (canvas.theme, &state.agenda);
    let meeting = agenda.meeting.and_then(|id| state.replica.agendas().meeting(id));
    let title = meeting.map_or_else(|| state.texts.get("meetings-title"), |meeting| meeting.number.to_string());
    let count = state.texts.with("agenda-filtered", &[("count", (agenda.rows.len() - agenda.left.len()).into())]);
    let beside = count.width() + above.as_ref().map_or(0, |words| words.width() + 3);
    let taken = title.width() + agenda.filter.text().width() + beside + 4;
    let left = foot::left(state, area, !agenda.left.is_empty(), taken);
    let count = above.into_iter().chain(left).chain([count]).collect::<Vec<_>>().join("   ");
    canvas.put_right(area.x, area.y, area.width - 1, &count, theme.dim());
    let room = area.width.saturating_sub(count.width() as u16 + 5);
    let mut spans: Vec<Span> = vec![(title, theme.strong())];
    if state.typing() == Typing::Filter {
        spans.push(("  / ".into(), theme.accent()));
        let used = canvas.spans(area.x + 2, area.y, room, &spans);
        let place = (area.x + 2 + used, area.y, room.saturating_sub(used));
        return field_line(canvas, place, agenda.filter.text(), agenda.filter.cursor(), theme.text());
    }
    spans.push(("  ".into(), theme.text()));
    spans.push((format!(" {} ", SafeText::line(agenda.filter.text())), theme.chip()));
    canvas.spans(area.x + 2, area.y, room, &spans);
}

fn nothing(canvas: &mut Canvas, state: &State, area: Rect) {
    let texts = &state.texts;
    let key = |command| state.keymap.shown(command).or_else(|| state.keymap.shown(Command::Palette)).unwrap_or_default();
    let (head, advice) = match &state.link {
        Link::Lost { words, advice, .. } if !state.loaded => (words.clone(), advice.clone()),
        _ if !state.loaded => (texts.with("agenda-loading", &[("server", (&state.server).into())]), String::new()),
        _ if !state.agenda.filter.is_blank() => {
            let back = [("key", key(Command::Back).into())];
            let typed = SafeText::line(state.agenda.filter.text());
            (texts.with("agenda-empty-filter", &[("filter", typed.into())]), texts.with("agenda-empty-filter-advice", &back))
        }
        _ if state.agenda.meeting.is_some() => {
            let values = [("insert", key(Command::Insert).into()), ("let", key(Command::Let).into())];
            (texts.get("agenda-empty"), texts.with("agenda-empty-advice", &values))
        }
        _ => (texts.get("meetings-empty"), texts.with("meetings-empty-advice", &[("key", key(Command::NewMeeting).into())])),
    };
    situation::two_sentences(canvas, area, &head, &advice);
}
