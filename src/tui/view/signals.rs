//! Pane 1: the queue, its preview, and an open signal.

use ratatui::{
    layout::Rect,
    style::{Color, Modifier, Style},
};

use super::{
    canvas::{Canvas, Span},
    format, record, sidebar, situation,
};
use crate::{
    client::replica::SignalRow,
    domain::{
        signal::Urgency,
        text::{RawText, SafeText},
    },
    tui::app::{
        State,
        keys::Typing,
        layout::Areas,
        list::{self, Line},
        pointing::Target,
    },
};

/// Draws the pane.
pub fn pane(canvas: &mut Canvas, state: &State, areas: &Areas) {
    if let Some(area) = areas.sidebar {
        sidebar::draw(canvas, state, area);
    }
    let open = state.signals.open;
    if let (Some(scroll), false) = (open, areas.beside) {
        record::open(canvas, state, Rect { y: areas.crumbs.y, height: areas.body.height + 1, ..areas.body }, scroll);
        return;
    }
    crumbs(canvas, state, areas.crumbs);
    if state.signals.rows.is_empty() {
        situation::no_signals(canvas, state, areas.list);
        return;
    }
    let columns = Columns::of(areas.list.width);
    heads(canvas, state, areas.heads, &columns);
    rows(canvas, state, areas.list, &columns);
    if let Some(rule) = areas.rule {
        if areas.beside { canvas.upright(rule) } else { canvas.rule(rule) }
    }
    if let Some(area) = areas.preview {
        match open {
            Some(scroll) => record::open(canvas, state, area, scroll),
            None => record::preview(canvas, state, area),
        }
    }
}

/// View, filter, how many, order.
fn crumbs(canvas: &mut Canvas, state: &State, area: Rect) {
    let theme = canvas.theme;
    let signals = &state.signals;
    let mut spans: Vec<Span> = vec![(state.texts.get(&format!("view-{}", signals.view)), theme.strong())];
    let typing = state.typing() == Typing::Filter;
    let right = {
        let count = match signals.rows.len() == signals.in_view {
            true => state.texts.with("count-all", &[("count", signals.rows.len().into())]),
            false => state.texts.with("count-of", &[("count", signals.rows.len().into()), ("all", signals.in_view.into())]),
        };
        let marks = match signals.marks.len() {
            0 => String::new(),
            count => format!("{}   ", state.texts.with("count-marked", &[("count", count.into())])),
        };
        let sort = state.texts.get(&format!("sort-{}", signals.sort));
        if area.width >= 90 { format!("{marks}{count}   {sort}") } else { format!("{marks}{count}") }
    };
    if !state.loaded {
        canvas.spans(area.x + 2, area.y, area.width, &spans);
        return;
    }
    let right_width = unicode_width::UnicodeWidthStr::width(right.as_str()) as u16;
    canvas.put_right(area.x, area.y, area.width - 1, &right, theme.dim());
    let room = area.width.saturating_sub(right_width + 5);
    if typing {
        spans.push(("  / ".into(), theme.accent()));
        let used = canvas.spans(area.x + 2, area.y, room, &spans);
        field_line(
            canvas,
            (area.x + 2 + used, area.y, room.saturating_sub(used)),
            signals.filter.text(),
            signals.filter.cursor(),
            theme.text(),
        );
        return;
    }
    for word in signals.filter.text().split_whitespace() {
        spans.push(("  ".into(), theme.text()));
        spans.push((format!(" {} ", SafeText::line(word)), theme.tab().fg(theme.accent)));
    }
    canvas.spans(area.x + 2, area.y, room, &spans);
}

/// A field of one line that scrolls so that its cursor is in view; sets the terminal's cursor.
pub fn field_line(canvas: &mut Canvas, (x, y, width): (u16, u16, u16), text: &str, cursor: usize, style: Style) {
    use unicode_width::UnicodeWidthStr;
    let before = SafeText::line(&text[..cursor.min(text.len())]).into_string();
    let shown = SafeText::line(text).into_string();
    let width = usize::from(width.max(2));
    let skip_columns = (before.width() + 1).saturating_sub(width);
    let mut skipped = 0;
    let start = shown
        .char_indices()
        .find(|(_, c)| {
            let done = skipped >= skip_columns;
            skipped += unicode_width::UnicodeWidthChar::width(*c).unwrap_or(0);
            done
        })
        .map_or(if skip_columns == 0 { 0 } else { shown.len() }, |(at, _)| at);
    let hidden = shown[..start].width();
    canvas.put(x, y, width as u16, &shown[start..], style);
    canvas.cursor = Some((x + before.width().saturating_sub(hidden) as u16, y));
}

/// Where each column starts and how wide it is; nothing when there is no room for it.
struct Columns {
    urgency: (u16, u16),
    word: Option<(u16, u16)>,
    received: Option<(u16, u16)>,
    number: (u16, u16),
    title: (u16, u16),
    municipality: Option<(u16, u16)>,
    bodies: Option<(u16, u16)>,
    date: (u16, u16),
    days: (u16, u16),
    owner: (u16, u16),
}

impl Columns {
    /// Columns for a width: titles are cut last, so columns go before a title gets under 28.
    fn of(width: u16) -> Self {
        let mut x = 2;
        let mut take = |wide: u16| {
            let at = x;
            x += wide + 2;
            (at, wide)
        };
        let urgency = take(2);
        let word = (width >= 116).then(|| take(7));
        let number = take(7);
        let received = (width >= 130).then(|| take(8));
        let start = x;
        let tail = 11 + 2 + 5 + 2 + 5;
        let mut flexible = width.saturating_sub(start + tail + 3);
        let mut column = |wide: u16, least: u16| {
            let fits = flexible >= wide + 2 + least;
            if fits {
                flexible -= wide + 2;
            }
            fits.then_some(wide)
        };
        let municipality = column(if width >= 120 { 18 } else { 14 }, 26);
        let bodies = column(if width >= 120 { 16 } else { 10 }, 26);
        let title = (start, flexible);
        let mut x = start + flexible + 2;
        let mut place = |wide: u16| {
            let at = x;
            x += wide + 2;
            (at, wide)
        };
        let municipality = municipality.map(&mut place);
        let bodies = bodies.map(&mut place);
        let date = place(11);
        let days = place(5);
        let owner = place(4);
        Self { urgency, word, received, number, title, municipality, bodies, date, days, owner }
    }
}

fn heads(canvas: &mut Canvas, state: &State, area: Rect, columns: &Columns) {
    let dim = canvas.theme.dim();
    let mut head = |place: Option<(u16, u16)>, key: &str, right: bool| {
        if let Some((x, width)) = place {
            let text = state.texts.get(key);
            if right {
                canvas.put_right(area.x + x, area.y, width, &text, dim)
            } else {
                canvas.put(area.x + x, area.y, width, &text, dim);
            }
        }
    };
    head(columns.word, "head-urgency", false);
    head(Some(columns.number), "head-number", false);
    head(columns.received, "head-received", false);
    head(Some(columns.title), "head-title", false);
    head(columns.municipality, "head-municipality", false);
    head(columns.bodies, "head-bodies", false);
    head(Some(columns.date), "head-date", false);
    head(Some(columns.days), "head-days", true);
    head(Some(columns.owner), "head-owner", false);
}

fn rows(canvas: &mut Canvas, state: &State, area: Rect, columns: &Columns) {
    let signals = &state.signals;
    for offset in 0..area.height {
        let y = area.y + offset;
        match list::at_line(signals.list.top + usize::from(offset), signals.rows.len(), &signals.headings) {
            Some(Line::Heading(key)) => heading(canvas, state, Rect { y, height: 1, ..area }, key),
            Some(Line::Row(at)) => {
                if let Some(row) = signals.rows.get(at).and_then(|row| state.replica.signals().get(*row)) {
                    canvas.spots.push((Rect { y, height: 1, ..area }, Target::Signal(row.id())));
                    draw_row(canvas, state, Rect { y, height: 1, ..area }, columns, &row, at == signals.list.row);
                }
            }
            None => break,
        }
    }
}

fn heading(canvas: &mut Canvas, state: &State, area: Rect, key: &str) {
    let theme = canvas.theme;
    let style = if key == "group-overdue" {
        theme.signal(theme.crisis).add_modifier(Modifier::BOLD)
    } else {
        theme.dim().add_modifier(Modifier::BOLD)
    };
    let used = canvas.put(area.x + 2, area.y, area.width - 4, &state.texts.get(key), style);
    canvas.rule(Rect { x: area.x + 3 + used, width: area.width.saturating_sub(used + 4), ..area });
}

/// The colour of a day that counts: past, today and tomorrow; this week; otherwise none.
pub fn day_color(days: i64, theme: &super::theme::Theme) -> Option<Color> {
    match days {
        ..=1 => Some(theme.crisis),
        2..=6 => Some(theme.high),
        _ => None,
    }
}

/// The style of the glyph of an urgency.
fn urgency_glyph(urgency: Urgency, theme: &super::theme::Theme) -> Style {
    match urgency {
        Urgency::Crisis => theme.glyph(theme.crisis).add_modifier(Modifier::BOLD),
        Urgency::High => theme.glyph(theme.high).add_modifier(Modifier::BOLD),
        Urgency::Normal | Urgency::Low => theme.dim(),
    }
}

/// The style of the word of an urgency.
pub fn urgency_style(urgency: Urgency, theme: &super::theme::Theme) -> Style {
    match urgency {
        Urgency::Crisis => theme.signal(theme.crisis).add_modifier(Modifier::BOLD),
        Urgency::High => theme.signal(theme.high),
        Urgency::Normal | Urgency::Low => theme.dim(),
    }
}

fn draw_row(canvas: &mut Canvas, state: &State, area: Rect, columns: &Columns, row: &SignalRow, selected: bool) {
    let theme = canvas.theme;
    let (x, y) = (area.x, area.y);
    let closed = !row.status().is_open();
    if selected {
        canvas.restyle(Rect { x: x + 1, width: area.width - 1, ..area }, theme.selected());
    }
    let strong = selected || row.urgency() == Urgency::Crisis;
    let weight = |style: Style| if strong { style.add_modifier(Modifier::BOLD) } else { style };
    let on = |style: Style| if selected && style.bg == Some(theme.background) { style.patch(theme.selected()) } else { style };
    let marked = state.signals.marks.contains(&row.id());
    let urgency = urgency_style(row.urgency(), theme);
    canvas.put_right(x + columns.urgency.0, y, columns.urgency.1, row.urgency().glyph(), on(urgency_glyph(row.urgency(), theme)));
    let number = if selected { theme.accent() } else { theme.dim() };
    canvas.put(x + columns.number.0, y, columns.number.1, &row.number().short(), on(weight(number)));
    if let Some((at, width)) = columns.word {
        canvas.put(x + at, y, width, &state.texts.get(&format!("urgency-{}", row.urgency())), on(urgency));
    }
    if let Some((at, width)) = columns.received {
        let day = crate::domain::zone::date_of(row.received_at());
        canvas.put(x + at, y, width, &format::date(day, state.today, &state.texts), on(theme.dim()));
    }
    let title = RawText::from(row.title()).line();
    canvas.put(
        x + columns.title.0,
        y,
        columns.title.1,
        title.as_str(),
        on(weight(if closed { theme.dim() } else { theme.text() })),
    );
    if let (Some((at, width)), Some(code)) = (columns.municipality, row.municipality()) {
        canvas.put(x + at, y, width, SafeText::line(&state.reference.municipality(code)).as_str(), on(theme.dim()));
    }
    if let Some((at, width)) = columns.bodies {
        let municipal = state.texts.get("body-municipality");
        let bodies: Vec<&str> = row.bodies().map(|code| if code.starts_with("GM") { municipal.as_str() } else { code }).collect();
        canvas.put(x + at, y, width, SafeText::line(&bodies.join(" ")).as_str(), on(theme.dim()));
    }
    if closed {
        let status = state.texts.get(&format!("status-{}", row.status()));
        canvas.put(x + columns.date.0, y, columns.date.1 + 2 + columns.days.1, &status, on(theme.dim()));
    } else if let Some(date) = row.hard_date() {
        let days = (date.on - state.today).num_days();
        let color = day_color(days, theme);
        let style = color.map_or(theme.dim(), |color| theme.signal(color).add_modifier(Modifier::BOLD));
        let shown = format::date(date.on, state.today, &state.texts);
        let shown = if date.uncertain { format!("{shown} ?") } else { shown };
        canvas.put(x + columns.date.0, y, columns.date.1, &shown, on(if color.is_some() { theme.text() } else { theme.dim() }));
        canvas.put_right(x + columns.days.0, y, columns.days.1, &format::days(date.on, state.today, &state.texts), on(style));
    }
    let owner = row.owner_at(state.server_now());
    let mine = owner.as_ref().is_some_and(|owner| state.me.as_ref().is_some_and(|me| me.account == owner.account));
    let initials = owner.map_or("–".to_owned(), |owner| SafeText::line(&format::initials(owner.name)).into_string());
    canvas.put(x + columns.owner.0, y, columns.owner.1, &initials, on(if mine { theme.text() } else { theme.dim() }));
    if selected {
        canvas.put(x, y, 1, "▌", theme.accent());
        if canvas.cursor.is_none() && state.typing() == Typing::No {
            canvas.cursor = Some((x, y));
        }
    }
    if marked {
        canvas.put(x + 1, y, 1, "*", on(theme.accent().add_modifier(Modifier::BOLD)));
    }
}
