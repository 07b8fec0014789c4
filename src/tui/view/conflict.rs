//! Two people's texts beside each other: a table where there is room for one, else a list with the texts of the field with the cursor
//! below it.

use ratatui::{
    layout::Rect,
    style::{Modifier, Style},
};

use super::{canvas::Canvas, forms::button};
use crate::{
    domain::text::{RawText, SafeText},
    tui::app::{
        State,
        conflict::{Conflict, FRAME, Row},
        layout,
        pointing::Target,
        wrap::wrap,
    },
};

/// The least room for a table.
const TABLE: u16 = 74;
/// Columns of a label.
const LABEL: u16 = 23;
/// Lines for the texts of the field with the cursor.
const TEXTS: u16 = 3;
/// Lines beside the fields: frame, sentence, heads, these texts, buttons, and what keeps them apart.
const BESIDE: u16 = 12;

/// Draws it.
pub fn draw(canvas: &mut Canvas, state: &State, conflict: &Conflict) {
    let theme = canvas.theme;
    let height = if conflict.whole.is_some() { FRAME.1 } else { conflict.rows.len() as u16 + BESIDE };
    let area = layout::centred(state.size, (FRAME.0, height.min(FRAME.1)));
    let title = state.texts.get("conflict-title");
    let inside = canvas.frame(area, &SafeText::line(&title));
    let mut y = inside.y;
    let says = SafeText::line(&state.conflict_says(conflict));
    for line in wrap(says.as_str(), inside.width.into()).into_iter().take(2) {
        canvas.put(inside.x, y, inside.width, &says.as_str()[line], theme.text());
        y += 1;
    }
    let bottom = inside.bottom().saturating_sub(1);
    let room = Rect { y: y + 1, height: bottom.saturating_sub(y + 2), ..inside };
    match conflict.whole {
        Some(from) => whole(canvas, state, room, from),
        None => {
            let below = TEXTS.min(room.height.saturating_sub(2));
            let above = Rect { height: room.height.saturating_sub(below + 1), ..room };
            match inside.width >= TABLE {
                true => table(canvas, state, above, conflict),
                false => list(canvas, state, above, conflict),
            }
            texts(canvas, state, Rect { y: room.bottom() - below, height: below, ..room }, conflict);
        }
    }
    let cursor = canvas.cursor;
    let mut x = inside.x;
    for (at, one) in conflict.buttons().iter().enumerate() {
        let word = state.texts.get(&format!("{}{}", one.word(), if inside.width < TABLE { "-short" } else { "" }));
        let used = button(canvas, (x, bottom, inside.right().saturating_sub(x)), &word, conflict.button == at);
        canvas.spots.push((Rect { x, y: bottom, width: used, height: 1 }, Target::Slot(at)));
        x += used + 1;
    }
    canvas.cursor = cursor.or(canvas.cursor);
}

fn one_line(text: &str) -> SafeText {
    RawText::from(text).line()
}

/// The rows that are seen so that the one with the cursor is among them.
fn seen(conflict: &Conflict, height: u16) -> impl Iterator<Item = (usize, &Row, u16)> {
    let height = usize::from(height.max(1));
    let top = (conflict.row + 1).saturating_sub(height);
    conflict.rows.iter().enumerate().skip(top).take(height).map(move |(at, row)| (at, row, (at - top) as u16))
}

/// Marks the line with the cursor and gives the style of what stands on it.
fn lined(canvas: &mut Canvas, line: Rect, (at, selected): (usize, bool)) -> impl Fn(Style) -> Style + use<> {
    let theme = canvas.theme;
    canvas.spots.push((line, Target::Line(at)));
    if selected {
        canvas.restyle(Rect { x: line.x - 1, width: line.width + 2, ..line }, theme.selected());
        canvas.put(line.x - 1, line.y, 1, theme.edge(), theme.accent());
        canvas.cursor = Some((line.x - 1, line.y));
    }
    let under = theme.selected();
    move |style: Style| if selected { style.patch(under) } else { style }
}

fn result(state: &State, conflict: &Conflict, row: &Row, canvas: &Canvas) -> (SafeText, Style) {
    let theme = canvas.theme;
    let style = if row.side.is_none() { theme.signal(theme.high).add_modifier(Modifier::BOLD) } else { theme.text() };
    (one_line(&state.conflict_result(conflict, row)), style)
}

/// Field, what it was, mine, theirs, and what comes of it.
fn table(canvas: &mut Canvas, state: &State, room: Rect, conflict: &Conflict) {
    let theme = canvas.theme;
    let wide = (room.width - LABEL) / 4;
    let columns: Vec<u16> = (0..4).map(|at| room.x + LABEL + at * wide).collect();
    let text = |key: &str| state.texts.get(key);
    let heads = [text("conflict-was"), text("conflict-you"), conflict.by.clone(), text("conflict-result")];
    for (x, head) in columns.iter().zip(&heads) {
        canvas.put(*x, room.y, wide - 1, one_line(head).as_str(), theme.dim());
    }
    canvas.put(room.x, room.y, LABEL - 1, &state.texts.get("conflict-field"), theme.dim());
    let height = room.height.saturating_sub(1);
    for (at, row, down) in seen(conflict, height) {
        let line = Rect { y: room.y + 1 + down, height: 1, ..room };
        let on = lined(canvas, line, (at, at == conflict.row));
        let label = SafeText::line(&state.conflict_label(row));
        canvas.put(line.x, line.y, LABEL - 1, label.as_str(), on(if row.side.is_none() { theme.strong() } else { theme.text() }));
        for (x, text) in columns.iter().zip([&row.base, &row.mine, &row.theirs]) {
            let text = one_line(&state.conflict_text(conflict, row, text));
            canvas.put(*x, line.y, wide - 1, text.as_str(), on(theme.text()));
        }
        let (text, style) = result(state, conflict, row, canvas);
        canvas.put(columns[3], line.y, wide, text.as_str(), on(style));
    }
}

/// Field and what comes of it.
fn list(canvas: &mut Canvas, state: &State, room: Rect, conflict: &Conflict) {
    let theme = canvas.theme;
    for (at, row, down) in seen(conflict, room.height) {
        let line = Rect { y: room.y + down, height: 1, ..room };
        let on = lined(canvas, line, (at, at == conflict.row));
        let label = SafeText::line(&state.conflict_label(row));
        canvas.put(line.x, line.y, LABEL - 1, label.as_str(), on(theme.text()));
        let (text, style) = result(state, conflict, row, canvas);
        canvas.put(line.x + LABEL, line.y, line.width.saturating_sub(LABEL), text.as_str(), on(style));
    }
}

/// The texts of the field with the cursor, each on a line of its own: beside each other they may be cut where they differ.
fn texts(canvas: &mut Canvas, state: &State, room: Rect, conflict: &Conflict) {
    let theme = canvas.theme;
    let Some(row) = conflict.rows.get(conflict.row) else { return };
    let heads = [state.texts.get("conflict-was"), state.texts.get("conflict-you"), conflict.by.clone()];
    for ((head, text), y) in heads.iter().zip([&row.base, &row.mine, &row.theirs]).zip(room.y..room.bottom()) {
        canvas.put(room.x, y, LABEL - 1, one_line(head).as_str(), theme.dim());
        let text = one_line(&state.conflict_text(conflict, row, text));
        canvas.put(room.x + LABEL, y, room.width.saturating_sub(LABEL), text.as_str(), theme.text());
    }
}

/// The three texts of the field with the cursor, whole.
fn whole(canvas: &mut Canvas, state: &State, room: Rect, from: usize) {
    let theme = canvas.theme;
    let broken = state.conflict_texts();
    for ((head, line), y) in broken.iter().skip(from).zip(room.y..room.bottom()) {
        let (x, style) = if *head { (room.x, theme.dim().add_modifier(Modifier::BOLD)) } else { (room.x + 2, theme.text()) };
        canvas.put(x, y, room.width, line, style);
    }
    if broken.len() > from + usize::from(room.height) {
        canvas.put_right(room.x, room.bottom(), room.width, "↓", theme.accent());
    }
}
