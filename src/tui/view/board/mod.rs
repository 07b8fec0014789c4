//! Pane 4: the deadline board, its preview, an open clock, and the month.

mod arrangement;
mod calendar;
mod clock;
mod waits;

pub use clock::clock_lines;

use ratatui::{
    layout::Rect,
    style::{Modifier, Style},
};
use unicode_width::UnicodeWidthStr;

use super::{
    canvas::{Canvas, Span},
    foot, format,
    record::body,
    signals::{day_look, field_line, notice},
    situation,
};
use crate::{
    client::replica::{BoardGroup, BoardView, DeadlineRow, GroupHead},
    domain::{
        deadline::{DeadlineKind, Lane},
        text::SafeText,
    },
    tui::app::{
        State,
        board::{GROUPS, VIEWS},
        command::Command,
        keys::Typing,
        layout::Areas,
        list::{self, Line},
        message::Link,
        pointing::Target,
    },
};

/// Where each column starts and how wide it is; nothing when there is no room for it.
#[derive(Debug, Clone, Copy, Default)]
struct Columns {
    safe: (u16, u16),
    end: Option<(u16, u16)>,
    days: (u16, u16),
    number: (u16, u16),
    clock: Option<(u16, u16)>,
    label: Option<(u16, u16)>,
    body: Option<(u16, u16)>,
    ground: Option<(u16, u16)>,
    owner: Option<(u16, u16)>,
}

impl Columns {
    /// In a window of this width; a list of call-backs has no decision, body or ground, and more room for whom and about what.
    fn of(width: u16, state: &State) -> Self {
        // A date with its year and its doubt takes twelve: half a date is a wrong date.
        const DATE: u16 = 12;
        const DAYS: u16 = 6;
        let number_wide = if width >= 120 { 12 } else { 6 };
        let calls = state.board.view == BoardView::CallBacks;
        let dates = if calls { 1 } else { 2 };
        let fixed = 4 + dates * (DATE + 2) + DAYS + 2 + number_wide + 2;
        // Of promised calls every row would say the same.
        let clock_wide = if calls { None } else { Some(if width >= 96 { 16 } else { 12 }) };
        let mut room = width.saturating_sub(fixed + clock_wide.unwrap_or(0));
        let mut wanted = |wide: u16, least: u16| {
            let fits = room >= wide + 2 + least;
            if fits {
                room -= wide + 2;
            }
            fits
        };
        let (has_body, has_ground) = (!calls && wanted(9, 14), !calls && wanted(13, 24));
        let owner_wide = if width >= 120 { 18 } else { 4 };
        let has_owner = wanted(owner_wide, 14);
        let label_wide = room.saturating_sub(3);
        let mut x = 4;
        let mut take = |wide: u16| {
            let place = (x, wide);
            x += wide + 2;
            place
        };
        let (safe, end) = (take(DATE), (!calls).then(|| take(DATE)));
        let (days, number, clock) = (take(DAYS), take(number_wide), clock_wide.map(&mut take));
        let label = (label_wide >= 8).then(|| take(label_wide));
        let body = has_body.then(|| take(9));
        let ground = has_ground.then(|| take(13));
        let owner = has_owner.then(|| take(owner_wide));
        Self { safe, end, days, number, clock, label, body, ground, owner }
    }
}

/// Draws the pane.
pub fn pane(canvas: &mut Canvas, state: &State, areas: &Areas) {
    let board = &state.board;
    // The sidebar belongs to the queue: here its place is the list's.
    let whole = |area: Rect| Rect { x: 0, width: area.right(), ..area };
    let (crumbs_area, heads, rows_area) = (whole(areas.crumbs), whole(areas.heads), whole(areas.list));
    if let (Some(scroll), false) = (board.open, areas.beside) {
        let area = Rect { x: 0, y: areas.crumbs.y, width: areas.body.right(), height: areas.body.height + 1 };
        return clock::open(canvas, state, area, scroll);
    }
    crumbs(canvas, state, crumbs_area);
    if let Some(month) = &board.calendar {
        let area =
            Rect { x: 0, y: areas.heads.y, width: areas.header.width, height: areas.message.y.saturating_sub(areas.heads.y) };
        return calendar::draw(canvas, state, area, month);
    }
    if board.board.rows.is_empty() {
        return nothing(canvas, state, rows_area);
    }
    let columns = Columns::of(rows_area.width, state);
    draw_heads(canvas, state, heads, &columns);
    notice(canvas, state, areas);
    rows(canvas, state, rows_area, &columns);
    if let Some(rule) = areas.rule {
        if areas.beside { canvas.upright(rule) } else { canvas.rule(rule) }
    }
    if let Some(area) = areas.preview {
        match board.open {
            Some(scroll) => clock::open(canvas, state, area, scroll),
            None => clock::preview(canvas, state, area),
        }
    }
}

/// View, filter, the day it is of, how many, and by what they stand together.
fn crumbs(canvas: &mut Canvas, state: &State, area: Rect) {
    let theme = canvas.theme;
    let board = &state.board;
    let texts = &state.texts;
    let name = VIEWS.iter().find(|(view, _)| *view == board.view).map_or("", |(_, key)| key);
    let group = GROUPS.iter().find(|(group, _)| *group == board.group).map_or("", |(_, key)| key);
    let mut spans: Vec<Span> = vec![(texts.get(name), theme.strong())];
    if !state.loaded {
        canvas.spans(area.x + 2, area.y, area.width, &spans);
        return;
    }
    let (shown, all) = (board.board.rows.len() - board.left.len(), board.board.in_view);
    let count = match shown == all {
        true => texts.with("board-count", &[("count", shown.into())]),
        false => texts.with("board-count-of", &[("count", shown.into()), ("all", all.into())]),
    };
    let by = texts.with("board-by", &[("group", texts.get(group).into())]);
    // A board is true on one day: which one stands on it.
    let on = format!("   {}", texts.with("board-on", &[("day", texts.day(state.today).into())]));
    // How many are late, and the key that leads to them where they stand above what is seen. Of everything: what the tab counts,
    // where there is room for it.
    let due = board.due;
    let above = is_late_above(state);
    let late = |overdue: usize| {
        let key = state.keymap.shown(Command::Top).unwrap_or_default();
        texts.with(if above { "board-late-above" } else { "board-late" }, &[("overdue", overdue.into()), ("key", key.into())])
    };
    let of = |late: &str, key: &str| {
        texts.with(key, &[("count", count.as_str().into()), ("late", late.into()), ("today", due.today.into())])
    };
    let counted = of(&late(due.overdue), "board-due");
    let beside = spans[0].0.width() + on.width() + by.width() + counted.width() + 8;
    let whole = board.view == BoardView::All && shown == all && board.filter.is_blank() && beside <= area.width.into();
    let (late, count) = match board.board.weeks[0] {
        _ if whole => (late(due.overdue), counted),
        overdue if overdue == 0 || board.view == BoardView::All && !above => (String::new(), count),
        overdue => {
            let late = late(overdue);
            let count = of(&late, "board-count-late");
            (late, count)
        }
    };
    let taken = spans[0].0.width() + board.filter.text().width() + count.width() + 4;
    let right = match foot::left(state, area, !board.left.is_empty(), taken) {
        Some(left) => format!("{left}   {count}"),
        None if !board.left.is_empty() => count,
        None if area.width >= 80 && board.calendar.is_none() => format!("{count}   {by}"),
        None => count,
    };
    canvas.put_right(area.x, area.y, area.width - 1, &right, theme.dim());
    if let (true, Some((before, _))) = (above, right.split_once(&late)) {
        let x = area.right().saturating_sub(1 + (right.width() - before.width()) as u16);
        canvas.put(x, area.y, late.width() as u16, &late, theme.signal(theme.crisis));
    }
    let room = area.width.saturating_sub(right.width() as u16 + 5);
    if state.typing() == Typing::Filter {
        spans.push(("  / ".into(), theme.accent()));
        let used = canvas.spans(area.x + 2, area.y, room, &spans);
        let place = (area.x + 2 + used, area.y, room.saturating_sub(used));
        return field_line(canvas, place, board.filter.text(), board.filter.cursor(), theme.text());
    }
    if !board.filter.is_blank() {
        spans.push(("  ".into(), theme.text()));
        spans.push((format!(" {} ", SafeText::line(board.filter.text())), theme.chip()));
    }
    // Whole or not at all.
    let used: usize = spans.iter().map(|(text, _)| text.width()).sum();
    if used + on.width() <= room.into() {
        spans.push((on, theme.dim()));
    }
    canvas.spans(area.x + 2, area.y, room, &spans);
}

/// Do some whose day has passed stand above what is seen of the list?
fn is_late_above(state: &State) -> bool {
    let board = &state.board;
    board.group == BoardGroup::Lane && board.calendar.is_none() && board.board.first_open > 0 && board.list.top > 0
}

fn nothing(canvas: &mut Canvas, state: &State, area: Rect) {
    let texts = &state.texts;
    let key = |command| state.keymap.shown(command).unwrap_or_default();
    let (head, advice) = match &state.link {
        Link::Lost { words, advice, .. } if !state.loaded => (words.clone(), advice.clone()),
        _ if !state.loaded => (texts.with("board-loading", &[("server", (&state.server).into())]), String::new()),
        _ if !state.board.filter.is_blank() => {
            let filter = SafeText::line(state.board.filter.text());
            let advice = match &state.board.advice {
                Some(wrong) => situation::advice(state, wrong),
                None => state
                    .words_of_other_calls()
                    .unwrap_or_else(|| texts.with("board-empty-filter-advice", &[("key", key(Command::Back).into())])),
            };
            (texts.with("board-empty-filter", &[("filter", filter.into())]), advice)
        }
        _ => (texts.get("board-empty"), texts.with("board-empty-advice", &[("key", key(Command::View).into())])),
    };
    situation::two_sentences(canvas, area, &head, &advice);
}

fn draw_heads(canvas: &mut Canvas, state: &State, area: Rect, columns: &Columns) {
    let mut head = |place: Option<(u16, u16)>, key: &str, right: bool| {
        let Some((x, width)) = place else { return };
        let text = state.texts.get(key);
        let style = canvas.theme.dim();
        if right {
            canvas.put_right(area.x + x, area.y, width, &text, style);
        } else {
            canvas.put(area.x + x, area.y, width, &text, style);
        }
    };
    let calls = state.board.view == BoardView::CallBacks;
    head(Some(columns.safe), if calls { "clock-fact-call" } else { "board-head-safe" }, false);
    head(columns.end, "board-head-end", false);
    head(Some(columns.days), "board-head-days", true);
    head(Some(columns.number), "board-head-number", false);
    head(columns.clock, "board-head-clock", false);
    head(columns.label, if calls { "board-head-whom" } else { "board-head-label" }, false);
    head(columns.body, "board-head-body", false);
    head(columns.ground, "board-head-ground", false);
    let owner = columns.owner.filter(|(_, width)| *width <= 8).map_or("board-head-owner", |_| "board-head-owner-short");
    head(columns.owner, owner, false);
}

fn rows(canvas: &mut Canvas, state: &State, area: Rect, columns: &Columns) {
    let board = &state.board;
    for offset in 0..area.height {
        let line = Rect { y: area.y + offset, height: 1, ..area };
        match list::at_line(board.list.top + usize::from(offset), board.board.rows.len(), &board.headings) {
            Some(Line::Heading(group)) => heading(canvas, state, line, group),
            Some(Line::Row(at)) => {
                let found = board.board.rows.get(at).and_then(|row| state.replica.deadlines().get(*row));
                if let Some(row) = found {
                    draw_row(canvas, state, line, columns, &row, at == board.list.row);
                    canvas.spots.push((line, Target::Clock(row.id())));
                }
            }
            None => break,
        }
    }
}

/// Draws these rows anew, after a step of the cursor; gives their lines.
pub fn moved(canvas: &mut Canvas, state: &State, areas: &Areas, rows: [usize; 2]) -> Vec<u16> {
    let area = Rect { x: 0, width: areas.list.right(), ..areas.list };
    let columns = Columns::of(area.width, state);
    let board = &state.board;
    let mut lines = vec![];
    for at in rows {
        let Some(offset) = list::line_of(at, &board.headings).checked_sub(board.list.top) else { continue };
        let Some(row) = board.board.rows.get(at).and_then(|row| state.replica.deadlines().get(*row)) else { continue };
        if offset >= usize::from(area.height) {
            continue;
        }
        let line = Rect { y: area.y + offset as u16, height: 1, ..area };
        canvas.fill(line, canvas.theme.text());
        draw_row(canvas, state, line, &columns, &row, at == board.list.row);
        lines.push(line.y);
    }
    lines
}

/// `TE LAAT  3`.
fn heading(canvas: &mut Canvas, state: &State, area: Rect, group: usize) {
    let theme = canvas.theme;
    let groups = &state.board.board.groups;
    let Some((from, head)) = groups.get(group) else { return };
    let until = groups.get(group + 1).map_or(state.board.board.rows.len(), |(next, _)| *next);
    let (text, style) = match head {
        GroupHead::Lane(lane) => {
            let style = if *lane == Lane::Overdue { theme.signal(theme.crisis) } else { theme.dim() };
            (state.texts.get(&format!("board-lane-{lane}")), style)
        }
        GroupHead::Name(Some(name)) => (SafeText::line(&body(state, name)).into_string(), theme.dim()),
        GroupHead::Name(None) => (state.texts.get("group-nameless"), theme.dim()),
        GroupHead::Ground(Some(ground)) => (state.texts.get(&format!("time-out-ground-{ground}")), theme.dim()),
        GroupHead::Ground(None) => (state.texts.get("group-no-time-out"), theme.dim()),
    };
    let text = format!("{text}  {}", until - from);
    let used = canvas.put(area.x + 2, area.y, area.width - 4, &text, style.add_modifier(Modifier::BOLD));
    canvas.rule(Rect { x: area.x + 3 + used, width: area.width.saturating_sub(used + 4), ..area });
}

/// What ends, with the article that makes it so: `bezwaar Awb 6:7`.
pub fn clock_name(state: &State, row: &DeadlineRow) -> String {
    let kind = state.texts.get(&format!("clock-{}", row.kind().code().replace('_', "-")));
    format!("{kind} {}", SafeText::line(row.article())).trim_end().to_owned()
}

/// The glyph before a row: proposed, standing still, overdue, soon.
fn glyph(state: &State, row: &DeadlineRow, theme: &super::theme::Theme) -> (&'static str, Style) {
    let clock = row.clock();
    match (clock.lane(state.today), clock.days_left(state.today)) {
        (Lane::StandingStill, _) => ("=", theme.dim()),
        (Lane::Overdue, _) => ("✗", theme.glyph(theme.crisis)),
        // The same nearness as the colours of the days, in the queue too.
        (_, ..=1) => ("!!", theme.glyph(theme.crisis)),
        (_, 2..=6) => ("!", theme.glyph(theme.high)),
        _ => ("", theme.dim()),
    }
}

fn draw_row(canvas: &mut Canvas, state: &State, area: Rect, columns: &Columns, row: &DeadlineRow, selected: bool) {
    let theme = canvas.theme;
    let (x, y) = (area.x, area.y);
    let clock = row.clock();
    if selected {
        canvas.restyle(Rect { x: x + 1, width: area.width - 1, ..area }, theme.selected());
        canvas.put(x, y, 1, theme.edge(), theme.accent());
        canvas.cursor = Some((x, y));
    }
    let on = |style: Style| if selected && style.bg == Some(theme.background) { style.patch(theme.selected()) } else { style };
    let strong = |style: Style| if selected { style.add_modifier(Modifier::BOLD) } else { style };
    // What this list no longer asks for is dim, and has the sign of it.
    let fits_no_more = state.board.left.contains(&row.id());
    let (sign, style) = if fits_no_more { ("~", theme.text()) } else { glyph(state, row, theme) };
    canvas.put_right(x + 1, y, 2, sign, on(style.add_modifier(Modifier::BOLD)));
    let days = clock.days_left(state.today);
    let standing = clock.lane(state.today) == Lane::StandingStill;
    let look = day_look(days, theme).filter(|_| !standing).map_or(theme.text(), |look| theme.signal(look));
    let by_law = row.alarm_on() != row.safe_end();
    let date = |day| format::date(day, state.today, &state.texts);
    let doubt = if row.is_uncertain() || row.is_provisional() { "?" } else { "" };
    let safe_style = if by_law { theme.dim() } else { strong(look) };
    // The sign may stand in the gap behind a day with its year.
    canvas.put(x + columns.safe.0, y, columns.safe.1 + 1, &format!("{}{doubt}", date(row.safe_end())), on(safe_style));
    let end = match columns.end {
        Some(place) if row.end() != row.safe_end() => {
            Some((place, date(row.end()), if by_law { strong(look) } else { theme.text() }))
        }
        Some(place) if clock.is_proposed(state.today) && row.kind() != DeadlineKind::Proposal => {
            Some((place, state.texts.get("board-proposed"), theme.accent()))
        }
        _ => None,
    };
    if let Some(((at, width), text, style)) = end {
        canvas.put(x + at, y, width, &text, on(style));
    }
    let left = format::days(row.alarm_on(), state.today, &state.texts);
    canvas.put_right(x + columns.days.0, y, columns.days.1, &left, on(look));
    let number = if selected { strong(theme.accent()) } else { theme.dim() };
    let text = if columns.number.1 >= 12 { row.signal_number().to_string() } else { row.signal_number().short() };
    canvas.put(x + columns.number.0, y, columns.number.1, &text, on(number));
    if let Some((at, width)) = columns.clock {
        canvas.put(x + at, y, width, &clock_name(state, row), on(strong(theme.text())));
    }
    let signals = state.replica.signals();
    let signal = signals.find(row.signal()).and_then(|at| signals.get(at));
    if let Some((at, width)) = columns.label {
        let label = state.words_of_row(row, signal.as_ref(), width);
        let style = if fits_no_more { theme.dim() } else { strong(theme.text()) };
        canvas.put(x + at, y, width, SafeText::line(&label).as_str(), on(style));
    }
    if let (Some((at, width)), Some(code)) = (columns.body, row.body()) {
        canvas.put(x + at, y, width, SafeText::line(&body(state, code)).as_str(), on(theme.text()));
    }
    if let (Some((at, width)), Some(ground)) = (columns.ground, row.ground()) {
        canvas.put(x + at, y, width, &state.texts.get(&format!("time-out-ground-short-{ground}")), on(theme.dim()));
    }
    if let (Some((at, width)), Some(owner)) = (columns.owner, signal.and_then(|signal| signal.owner_at(state.server_now()))) {
        let name = SafeText::line(owner.name);
        let shown = if width > 8 { name.into_string() } else { format::initials(name.as_str()) };
        canvas.put(x + at, y, width, &shown, on(theme.dim()));
    }
}
