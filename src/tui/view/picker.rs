//! Templates, drafts and links: what was typed, what it finds, and the text of the one with the cursor below.

use ratatui::layout::Rect;

use super::{canvas::Canvas, signals::field_line};
use crate::{
    domain::text::SafeText,
    tui::app::{
        State, layout,
        picker::{Kind, Picker},
        picking,
        pointing::Target,
        wrap::{cells_of, wrap},
    },
};

/// So many lines at most are given to the notice.
const NOTICE_LINES: usize = 3;

/// Where the parts of the list stand.
pub(super) struct Places {
    /// Inside the frame: the field, a blank row, the lines.
    pub inside: Rect,
    /// How many lines.
    pub height: usize,
    /// The row of the rule above the text of the line with the cursor.
    pub rule: u16,
}

/// The places in a window of this size.
pub(super) fn places(state: &State) -> Places {
    let frame = layout::centred(state.size, picking::FRAME);
    let inside =
        Rect { x: frame.x + 2, y: frame.y + 1, width: frame.width.saturating_sub(4), height: frame.height.saturating_sub(2) };
    let height = state.picker_height();
    Places { inside, height, rule: inside.y + 3 + height as u16 }
}

/// Draws the list.
pub fn picker(canvas: &mut Canvas, state: &State, picker: &Picker) {
    let theme = canvas.theme;
    let title = match picker.kind {
        Kind::Templates => "templates-title",
        Kind::Drafts => "drafts-title",
        Kind::Links => "links-title",
    };
    canvas.frame(layout::centred(state.size, picking::FRAME), &SafeText::line(&state.texts.get(title)));
    let Places { inside, height, rule } = places(state);
    let used = canvas.put(inside.x, inside.y, 30, &state.texts.get("picker-search"), theme.dim());
    let field = (inside.x + used + 1, inside.y, inside.width.saturating_sub(used + 1));
    field_line(canvas, field, picker.input.text(), picker.input.cursor(), theme.text());
    let mut typing = canvas.cursor;
    let hits = picker.hits();
    if hits.is_empty() {
        canvas.put(inside.x, inside.y + 2, inside.width, &state.texts.get(picker.nothing()), theme.dim());
    }
    let noted = hits.iter().filter(|item| !item.note.is_empty());
    let label = noted.map(|item| cells_of(&item.label)).max().unwrap_or(0).min(usize::from(inside.width) * 2 / 3) as u16;
    for (at, item) in hits.iter().enumerate().skip(picker.list.top).take(height) {
        let y = inside.y + 2 + (at - picker.list.top) as u16;
        let selected = at == picker.list.row;
        canvas.spots.push((Rect { y, height: 1, ..inside }, Target::Line(at)));
        if selected && picker.list.moved {
            typing = Some((inside.x - 1, y));
        }
        if selected {
            canvas.restyle(Rect { x: inside.x - 1, y, width: inside.width + 2, height: 1 }, theme.selected());
            canvas.put(inside.x - 1, y, 1, "▌", theme.accent());
        }
        let on = |style: ratatui::style::Style| if selected { style.patch(theme.selected()) } else { style };
        let room = if item.note.is_empty() { inside.width.saturating_sub(2) } else { label };
        canvas.put(inside.x + 1, y, room, &item.label, on(if selected { theme.strong() } else { theme.text() }));
        let x = inside.x + label + 4;
        canvas.put(x, y, inside.right().saturating_sub(x), &item.note, on(theme.dim()));
    }
    if picker.list.top + height < hits.len() {
        canvas.put_right(inside.x, inside.y + 1 + height as u16, inside.width, "↓", theme.accent());
    }
    // The notice stands at the bottom, under the text of the line with the cursor.
    let notice = wrap(&picker.notice, usize::from(inside.width).saturating_sub(2));
    let notice = if picker.notice.is_empty() { &[][..] } else { &notice[..notice.len().min(NOTICE_LINES)] };
    let bottom = inside.bottom().saturating_sub(notice.len() as u16);
    for (at, range) in notice.iter().enumerate() {
        let y = bottom + at as u16;
        if at == 0 {
            canvas.put(inside.x, y, 2, "! ", theme.glyph(theme.high));
        }
        canvas.put(inside.x + 2, y, inside.width.saturating_sub(2), &picker.notice[range.clone()], theme.text());
    }
    if let Some(item) = picker.current().filter(|_| rule + 1 < bottom) {
        canvas.rule(Rect { x: inside.x, y: rule, width: inside.width, height: 1 });
        let room = usize::from(bottom - rule - 1);
        let lines = wrap(&item.text, inside.width.into());
        for (at, range) in lines.iter().take(room).enumerate() {
            let cut = at + 1 == room && lines.len() > room;
            let text = if cut { "…" } else { &item.text[range.clone()] };
            canvas.put(inside.x, rule + 1 + at as u16, inside.width, text, theme.text());
        }
    }
    canvas.cursor = typing;
}
