//! A page about an instrument or a rule.

use ratatui::{
    layout::Rect,
    style::{Modifier, Style},
};

use super::canvas::Canvas;
use crate::{
    domain::text::SafeText,
    explanation::{Kind, Line, Look},
    tui::app::{State, explaining::Reader, pointing::Target},
};

/// Draws it.
pub fn draw(canvas: &mut Canvas, state: &State, reader: &Reader) {
    let Some(page) = state.explanation(&reader.name) else { return };
    let area = state.explanation_area(page);
    let inside = canvas.frame(area, &SafeText::line(&page.title));
    let lines = state.explanation_lines(page);
    let related = state.related_to(&page.name);
    let all = lines.len() + if related.is_empty() { 0 } else { related.len() + 2 };
    let height = usize::from(inside.height);
    let top = reader.scroll.min(all.saturating_sub(height));
    for at in top..all.min(top + height) {
        let row = Rect { y: inside.y + (at - top) as u16, height: 1, ..inside };
        match (lines.get(at), at.checked_sub(lines.len())) {
            (Some(line), _) => draw_line(canvas, row, line),
            (None, Some(1)) => heading(canvas, row, &state.texts.get("explanation-related")),
            (None, Some(below)) if below > 1 => {
                if let Some(page) = related.get(below - 2) {
                    draw_related(canvas, row, (below - 2, &page.title), reader.related == Some(below - 2));
                }
            }
            _ => {}
        }
    }
    // There is nothing to type: the cursor of the terminal stands where reading begins, unless a page is chosen.
    canvas.cursor = canvas.cursor.or(Some((inside.x, inside.y)));
    let below = all.saturating_sub(top + height);
    if below > 0 {
        let text = format!(" {} ", state.texts.with("panel-below", &[("count", below.into())]));
        canvas.put_right(inside.x, inside.bottom(), inside.width, &text, canvas.theme.dim());
    }
}

fn heading(canvas: &mut Canvas, row: Rect, text: &str) {
    let used = canvas.put(row.x, row.y, row.width, text, canvas.theme.dim().add_modifier(Modifier::BOLD));
    canvas.rule(Rect { x: row.x + used + 1, width: row.width.saturating_sub(used + 1), ..row });
}

fn draw_line(canvas: &mut Canvas, row: Rect, line: &Line) {
    if line.kind == Kind::Heading {
        return heading(canvas, row, &line.text());
    }
    let theme = canvas.theme;
    let plain = if line.kind == Kind::Answer { theme.strong() } else { theme.text() };
    let mut x = row.x;
    for (look, text) in &line.pieces {
        let style: Style = match look {
            Look::Plain => plain,
            Look::Strong => theme.strong(),
            Look::Key => theme.accent().add_modifier(Modifier::BOLD),
        };
        let text = if *look == Look::Key { canvas.keys(text).into_owned() } else { text.clone() };
        x += canvas.put(x, row.y, row.right().saturating_sub(x), &text, style);
    }
}

fn draw_related(canvas: &mut Canvas, row: Rect, (at, title): (usize, &str), selected: bool) {
    let theme = canvas.theme;
    canvas.spots.push((row, Target::Line(at)));
    if selected {
        canvas.restyle(Rect { x: row.x - 1, width: row.width + 2, ..row }, theme.selected());
        canvas.put(row.x - 1, row.y, 1, theme.edge(), theme.accent());
        canvas.cursor = Some((row.x - 1, row.y));
    }
    let style = if selected { theme.strong().patch(theme.selected()) } else { theme.text() };
    canvas.put(row.x + 1, row.y, row.width.saturating_sub(1), title, style);
}
