//! Pane 1: the queue, its preview, and an open signal.

use ratatui::{
    layout::Rect,
    style::{Modifier, Style},
};

use super::{
    canvas::{Canvas, Span},
    columns::{self, Columns},
    foot, format, presence, record, sidebar, situation,
    theme::{Look, Selection, Theme},
};
use crate::{
    client::replica::SignalRow,
    domain::{
        filter::{Token, tokens},
        ids::SignalId,
        signal::Urgency,
        text::{RawText, SafeText},
    },
    tui::app::{
        Pane, State,
        command::Command,
        holding::Held,
        keys::Typing,
        layout::Areas,
        list::{self, Line},
        pointing::Target,
        wrap::cells_of,
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
    let columns = Columns::of(areas.list.width, &state.signals.columns);
    crumbs(canvas, state, areas, &columns);
    if state.signals.rows.is_empty() {
        situation::no_signals(canvas, state, areas.list);
        return;
    }
    columns::heads(canvas, state, areas.heads, &columns);
    notice(canvas, state, areas);
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
fn crumbs(canvas: &mut Canvas, state: &State, areas: &Areas, columns: &Columns) {
    let (area, theme) = (areas.crumbs, canvas.theme);
    let signals = &state.signals;
    let saved = state.saved_view();
    let name = match saved {
        Some(view) => view.facts.name.line().into_string(),
        None => state.texts.get(&format!("view-{}", signals.view)),
    };
    let mut spans: Vec<Span> = vec![(name, theme.strong())];
    if saved.is_some_and(|view| state.strays_from(view)) {
        spans.push((format!("  {}", state.texts.get("view-strays")), theme.dim()));
    }
    let typing = state.typing() == Typing::Filter;
    let right = {
        // What stands there and matches no longer is not counted.
        let shown = signals.rows.len() - signals.left.len();
        let count = match signals.filter.is_blank() || shown == signals.in_view {
            true => state.texts.with("count-all", &[("count", shown.into())]),
            false => state.texts.with("count-of", &[("count", shown.into()), ("all", signals.in_view.into())]),
        };
        // Without a blank line for the sentence about them.
        let closed = match signals.closed_too {
            count @ 1.. if !has_blank_line(areas) => {
                state.texts.with("count-closed-too", &[("what", state.what_is_outside().into()), ("count", count.into())])
            }
            _ => String::new(),
        };
        let count = format!("{count}{closed}");
        let marks = match signals.marks.len() {
            0 => String::new(),
            count => format!("{}   ", state.texts.with("count-marked", &[("count", count.into())])),
        };
        // Where there is no room for it, the head of the column shows the order; unless that column is not there.
        let told = area.width >= 90 || !columns.shows(signals.sorting.by);
        let key = state
            .keymap
            .shown(Command::Sort)
            .filter(|_| {
                area.width >= 100 && signals.held == Held::default() && signals.left.is_empty() && signals.filter.is_blank()
            })
            .map(|key| state.texts.with("sort-key", &[("key", key.into())]));
        let above = foot::above(state, signals.list.top, signals.rows.len(), &signals.headings);
        let above = above.map(|words| format!("{words}   ")).unwrap_or_default();
        if told {
            format!("{above}{marks}{count}   {}{}", state.order_in_words(), key.unwrap_or_default())
        } else {
            format!("{above}{marks}{count}")
        }
    };
    if !state.loaded {
        canvas.spans(area.x + 2, area.y, area.width, &spans);
        return;
    }
    let mut right_width = unicode_width::UnicodeWidthStr::width(right.as_str()) as u16;
    canvas.put_right(area.x, area.y, area.width - 1, &right, theme.dim());
    // The name of the view stays, whatever is held back.
    let named: usize = spans.iter().map(|(text, _)| unicode_width::UnicodeWidthStr::width(text.as_str())).sum();
    // So does the filter, over that rows match no longer: the rows say that themselves.
    let chip = |token: &Token| cells_of(SafeText::line(&token.write()).as_str()) + 4;
    let filter: usize = match typing {
        true => cells_of(signals.filter.text()) + 5,
        false => tokens(signals.filter.text()).iter().map(chip).sum(),
    };
    let beside = Rect { width: area.width.saturating_sub(right_width + 4), ..area };
    right_width += foot::held(canvas, state, beside, named + filter + 5);
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
    for token in tokens(signals.filter.text()) {
        spans.push(("  ".into(), theme.text()));
        spans.push((format!(" {} ", SafeText::line(&token.write())), theme.chip()));
    }
    canvas.spans(area.x + 2, area.y, room, &spans);
}

/// Under the filter: what it asks that cannot be, or that what is shown is only like it. On the blank line when there is one,
/// else over the heads.
pub fn notice(canvas: &mut Canvas, state: &State, areas: &Areas) {
    let text = match state.advice() {
        Some(advice) => situation::advice(state, advice),
        None if state.signals.loose && state.pane == Pane::Signals => state.texts.get("filter-loose"),
        None if state.signals.closed_too > 0 && state.pane == Pane::Signals => return closed_too(canvas, state, areas),
        None => return,
    };
    let area = Rect { y: areas.crumbs.y + 1, ..areas.crumbs };
    canvas.fill(area, canvas.theme.text());
    let style = canvas.theme.signal(canvas.theme.high);
    canvas.put(area.x + 2, area.y, area.width.saturating_sub(3), &format!("! {text}"), style);
}

/// Is there a blank line below the view and the filter?
fn has_blank_line(areas: &Areas) -> bool {
    areas.heads.y > areas.crumbs.y + 1
}

/// How many closed signals pass the filter too, and how to see them; where there is a blank line for it.
fn closed_too(canvas: &mut Canvas, state: &State, areas: &Areas) {
    let area = Rect { y: areas.crumbs.y + 1, ..areas.crumbs };
    if !has_blank_line(areas) {
        return;
    }
    let text = state.closed_too_in_words();
    canvas.put(area.x + 2, area.y, area.width.saturating_sub(3), &text, canvas.theme.dim());
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

fn rows(canvas: &mut Canvas, state: &State, area: Rect, columns: &Columns) {
    let signals = &state.signals;
    for offset in 0..area.height {
        let line = Rect { y: area.y + offset, height: 1, ..area };
        match list::at_line(signals.list.top + usize::from(offset), signals.rows.len(), &signals.headings) {
            Some(Line::Heading(key)) => heading(canvas, state, line, key),
            Some(Line::Row(at)) => {
                if let Some(id) = row(canvas, state, line, columns, at) {
                    canvas.spots.push((line, Target::Signal(id)));
                }
            }
            None => break,
        }
    }
}

/// Draws these rows anew, after a step of the cursor; gives their lines.
pub fn moved(canvas: &mut Canvas, state: &State, area: Rect, rows: [usize; 2]) -> Vec<u16> {
    let columns = Columns::of(area.width, &state.signals.columns);
    let list = &state.signals.list;
    let line =
        |at: &usize| list::line_of(*at, &state.signals.headings).checked_sub(list.top).and_then(|line| u16::try_from(line).ok());
    let mut lines = vec![];
    for (at, offset) in rows.iter().filter_map(|at| Some((*at, line(at).filter(|line| *line < area.height)?))) {
        let line = Rect { y: area.y + offset, height: 1, ..area };
        canvas.fill(line, canvas.theme.text());
        row(canvas, state, line, &columns, at);
        lines.push(line.y);
    }
    lines
}

fn row(canvas: &mut Canvas, state: &State, line: Rect, columns: &Columns, at: usize) -> Option<SignalId> {
    let number = *state.signals.rows.get(at)?;
    let row = state.replica.signals().get(number)?;
    draw_row(canvas, state, line, columns, (number, &row), at == state.signals.list.row);
    Some(row.id())
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

/// The look of a day that counts: past, today and tomorrow; this week; otherwise none.
pub fn day_look(days: i64, theme: &Theme) -> Option<Look> {
    match days {
        ..=1 => Some(theme.crisis),
        2..=6 => Some(theme.high),
        _ => None,
    }
}

/// The style of the glyph of an urgency.
fn urgency_glyph(urgency: Urgency, theme: &Theme) -> Style {
    match urgency {
        Urgency::Crisis => theme.glyph(theme.crisis).add_modifier(Modifier::BOLD),
        Urgency::High => theme.glyph(theme.high).add_modifier(Modifier::BOLD),
        Urgency::Normal | Urgency::Low => theme.dim(),
    }
}

/// The style of the word of an urgency.
pub fn urgency_style(urgency: Urgency, theme: &Theme) -> Style {
    match urgency {
        Urgency::Crisis => theme.signal(theme.crisis).add_modifier(Modifier::BOLD),
        Urgency::High => theme.signal(theme.high),
        Urgency::Normal | Urgency::Low => theme.dim(),
    }
}

fn draw_row(canvas: &mut Canvas, state: &State, area: Rect, columns: &Columns, (at, row): (u32, &SignalRow), selected: bool) {
    let theme = canvas.theme;
    let (x, y) = (area.x, area.y);
    // Closed, or no longer what the list asks for.
    let closed = !row.status().is_open();
    let left = state.signals.has_left(at);
    if selected {
        canvas.restyle(Rect { x: x + 1, width: area.width - 1, ..area }, theme.selected());
    }
    let strong = selected || row.urgency() == Urgency::Crisis && !left;
    let weight = |style: Style| if strong { style.add_modifier(Modifier::BOLD) } else { style };
    let on = |style: Style| if selected && style.bg == Some(theme.background) { style.patch(theme.selected()) } else { style };
    let marked = state.signals.marks.contains(&row.id());
    let urgency = urgency_style(row.urgency(), theme);
    canvas.put_right(x + columns.urgency.0, y, columns.urgency.1, row.urgency().glyph(), on(urgency_glyph(row.urgency(), theme)));
    let number = match (selected, marked) {
        (true, _) => on(weight(theme.accent())),
        (false, true) => theme.chip().add_modifier(Modifier::BOLD),
        (false, false) => weight(theme.dim()),
    };
    canvas.put(x + columns.number.0, y, columns.number.1, &row.number().short(), number);
    if let Some((at, width)) = columns.word {
        canvas.put(x + at, y, width, &state.texts.get(&format!("urgency-{}", row.urgency())), on(urgency));
    }
    if let Some((at, width)) = columns.received {
        let day = crate::domain::zone::date_of(row.received_at());
        canvas.put(x + at, y, width, &format::date(day, state.today, &state.texts), on(theme.dim()));
    }
    let title = RawText::from(row.title()).line();
    let there = presence::in_row(state, row.id(), columns.title.1);
    let taken = there.as_ref().map_or(0, |(_, width, _)| width + 1);
    canvas.put(
        x + columns.title.0,
        y,
        columns.title.1 - taken,
        title.as_str(),
        on(weight(if closed || left { theme.dim() } else { theme.text() })),
    );
    if let Some((words, _, edits)) = there {
        let style = if edits { theme.signal(theme.high) } else { theme.dim() };
        canvas.put_right(x + columns.title.0, y, columns.title.1, &words, on(style));
    }
    if let (Some((at, width)), Some(code)) = (columns.municipality, row.municipality()) {
        canvas.put(x + at, y, width, SafeText::line(&state.reference.municipality(code)).as_str(), on(theme.dim()));
    }
    if let Some((at, width)) = columns.bodies {
        let municipal = state.texts.get("body-municipality");
        let bodies: Vec<&str> = row.bodies().map(|code| if code.starts_with("GM") { municipal.as_str() } else { code }).collect();
        canvas.put(x + at, y, width, SafeText::line(&bodies.join(" ")).as_str(), on(theme.dim()));
    }
    if let Some((at, width)) = columns.status {
        canvas.put(x + at, y, width, &state.texts.get(&format!("status-{}", row.status())), on(theme.dim()));
    }
    if closed && columns.status.is_none() {
        let status = state.texts.get(&format!("status-{}", row.status()));
        canvas.put(x + columns.date.0, y, columns.date.1 + 2 + columns.days.1, &status, on(theme.dim()));
    } else if let Some(date) = row.hard_date().filter(|_| !closed) {
        let days = (date.on - state.today).num_days();
        let look = day_look(days, theme);
        let style = look.map_or(theme.dim(), |look| theme.signal(look).add_modifier(Modifier::BOLD));
        let shown = format::date(date.on, state.today, &state.texts);
        // With its year a day fills the column: the sign stands close behind it, in the gap.
        let gap = if shown.len() + 2 <= columns.date.1.into() { " " } else { "" };
        let shown = if date.uncertain { format!("{shown}{gap}?") } else { shown };
        canvas.put(
            x + columns.date.0,
            y,
            columns.date.1 + 2,
            &shown,
            on(if look.is_some() { theme.text() } else { theme.dim() }),
        );
        canvas.put_right(x + columns.days.0, y, columns.days.1, &format::days(date.on, state.today, &state.texts), on(style));
    }
    let owner = row.owner_at(state.server_now());
    let mine = owner.as_ref().is_some_and(|owner| state.me.as_ref().is_some_and(|me| me.account == owner.account));
    let initials = owner.map_or("–".to_owned(), |owner| SafeText::line(&format::initials(owner.name)).into_string());
    if let Some((at, width)) = columns.owner {
        canvas.put(x + at, y, width, &initials, on(if mine { theme.text() } else { theme.dim() }));
    }
    if selected {
        canvas.put(x, y, 1, theme.edge(), theme.accent());
        if canvas.cursor.is_none() && state.typing() == Typing::No {
            canvas.cursor = Some((x, y));
        }
    }
    if marked {
        // On a reversed bar it is a hole, elsewhere a block.
        let hole = selected && theme.selection == Selection::Reverse;
        canvas.put(x + 1, y, 1, "*", if hole { theme.strong().remove_modifier(Modifier::REVERSED) } else { theme.mark() });
    } else if left {
        canvas.put(x + 1, y, 1, "~", on(theme.text()));
    }
}
