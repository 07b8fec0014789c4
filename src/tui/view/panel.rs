//! A window with a list over the pane: facets, or columns.

use ratatui::{
    layout::Rect,
    style::{Modifier, Style},
};

use super::{canvas::Canvas, columns::Columns};
use crate::{
    domain::text::SafeText,
    tui::app::{
        State,
        panel::{About, Mark, Panel, PanelKind, PanelLine},
        signals::Column,
    },
};

/// Draws it.
pub fn draw(canvas: &mut Canvas, state: &State, panel: &Panel) {
    let title = match panel.kind {
        PanelKind::Facets => {
            let count = state.signals.rows.len();
            state.texts.with("facets-title", &[("count", count.into())])
        }
        PanelKind::Columns => state.texts.get("columns-title"),
    };
    let lines = state.panel_lines(panel.kind);
    let inside = canvas.frame(state.panel_area(panel.kind), &SafeText::line(&title));
    if lines.is_empty() {
        let text = state.texts.get("facets-none");
        canvas.put(inside.x, inside.y, inside.width, &text, canvas.theme.dim());
    }
    let columns = Columns::of(state.areas().list.width, &state.signals.columns);
    for (at, line) in lines.iter().enumerate().skip(panel.list.top).take(inside.height.into()) {
        let row = Rect { y: inside.y + (at - panel.list.top) as u16, height: 1, ..inside };
        draw_line(canvas, state, row, line, &columns, at == panel.list.row);
    }
    let below = lines.len().saturating_sub(panel.list.top + usize::from(inside.height));
    if below > 0 {
        let text = format!(" {} ", state.texts.with("panel-below", &[("count", below.into())]));
        canvas.put_right(inside.x, inside.bottom(), inside.width, &text, canvas.theme.dim());
    }
}

fn draw_line(canvas: &mut Canvas, state: &State, row: Rect, line: &PanelLine, columns: &Columns, selected: bool) {
    let theme = canvas.theme;
    if line.is_heading() {
        let used = canvas.put(row.x, row.y, row.width, &line.label, theme.dim().add_modifier(Modifier::BOLD));
        canvas.rule(Rect { x: row.x + used + 1, width: row.width.saturating_sub(used + 1), ..row });
        return;
    }
    if selected {
        canvas.restyle(Rect { x: row.x - 1, width: row.width + 2, ..row }, theme.selected());
        canvas.put(row.x - 1, row.y, 1, "▌", theme.accent());
        canvas.cursor = Some((row.x - 1, row.y));
    }
    let on = |style: Style| if selected { style.patch(theme.selected()) } else { style };
    let no_room = matches!(line.about, About::Column(column) if line.mark == Mark::On && !columns.shows(column));
    let note = match (&line.about, line.mark) {
        (About::Column(Column::Urgency), _) if no_room => state.texts.get("column-as-sign"),
        (About::Column(_), _) if no_room => state.texts.get("column-no-room"),
        (About::Column(_), Mark::On) => state.texts.get("column-shown"),
        (About::Column(_), Mark::Off) => state.texts.get("column-off"),
        _ => line.note.clone(),
    };
    let (sign, strong) = match line.mark {
        Mark::Off => ("[ ]", false),
        // Bold is what is seen.
        Mark::On => ("[x]", !no_room),
        Mark::Excluded => ("[-]", true),
        Mark::Always => (" x ", true),
    };
    let style = if strong { theme.text().add_modifier(Modifier::BOLD) } else { theme.text() };
    canvas.put(row.x + 1, row.y, 3, sign, on(if strong { theme.accent() } else { theme.dim() }));
    let note_width = (unicode_width::UnicodeWidthStr::width(note.as_str()) as u16).min(row.width / 2);
    canvas.put(row.x + 5, row.y, row.width.saturating_sub(note_width + 7), &line.label, on(style));
    canvas.put_right(row.x, row.y, row.width, &note, on(theme.dim()));
}
