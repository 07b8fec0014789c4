//! Small menus and help.

use ratatui::{layout::Rect, style::Modifier};

use super::canvas::Canvas;
use crate::{
    domain::text::SafeText,
    tui::app::{
        State,
        choose::Choose,
        help::{Help, HelpLine},
        layout,
    },
};

/// A menu: letter, label, note.
pub fn choose(canvas: &mut Canvas, state: &State, menu: &Choose) {
    use unicode_width::UnicodeWidthStr;
    let theme = canvas.theme;
    let label = menu.items.iter().map(|item| item.label.width()).max().unwrap_or(0) as u16;
    let note = menu.items.iter().map(|item| item.note.width()).max().unwrap_or(0) as u16;
    let width = (label + note + 14).max(menu.title.width() as u16 + 8).max(34);
    let height = menu.items.len() as u16 + 2;
    let (screen_width, screen_height) = state.size;
    let width = width.min(screen_width);
    let height = height.min(screen_height - 2);
    let area = Rect { x: (screen_width - width) / 2, y: (screen_height - 2 - height) / 2, width, height };
    let inside = canvas.frame(area, &SafeText::line(&menu.title));
    for (at, item) in menu.items.iter().enumerate().take(inside.height.into()) {
        let y = inside.y + at as u16;
        let selected = at == menu.cursor;
        if selected {
            canvas.restyle(Rect { x: inside.x - 1, y, width: inside.width + 2, height: 1 }, theme.selected());
            canvas.put(inside.x - 1, y, 1, "▌", theme.accent());
            canvas.cursor = Some((inside.x - 1, y));
        }
        let on = |style: ratatui::style::Style| if selected { style.patch(theme.selected()) } else { style };
        canvas.put(inside.x + 1, y, 2, &item.letter.to_string(), on(theme.accent().add_modifier(Modifier::BOLD)));
        canvas.put(inside.x + 4, y, label, &item.label, on(if selected { theme.strong() } else { theme.text() }));
        canvas.put(inside.x + 6 + label, y, inside.width.saturating_sub(label + 6), &item.note, on(theme.dim()));
    }
}

/// Every command with its keys.
pub fn help(canvas: &mut Canvas, state: &State, help: &Help) {
    let theme = canvas.theme;
    let (width, height) = state.size;
    let area = layout::centred(state.size, (100, height));
    let area = Rect { height: height - 2, y: 0, width: area.width.min(width), ..area };
    let inside = canvas.frame(area, &SafeText::line(&state.texts.get("help-title")));
    let used = canvas.put(inside.x, inside.y, 30, &state.texts.get("help-search"), theme.dim());
    super::signals::field_line(
        canvas,
        (inside.x + used + 1, inside.y, inside.width.saturating_sub(used + 1)),
        help.filter.text(),
        help.filter.cursor(),
        theme.text(),
    );
    let list = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
    let lines = help.lines(&state.texts, &state.keymap);
    if lines.is_empty() {
        canvas.put(list.x, list.y, list.width, &state.texts.get("help-nothing"), theme.dim());
    }
    let from = help.top.min(lines.len().saturating_sub(list.height.into()));
    for (at, line) in lines.iter().skip(from).take(list.height.into()).enumerate() {
        let y = list.y + at as u16;
        match line {
            HelpLine::Heading(text) => {
                let used = canvas.put(list.x, y, list.width, text, theme.dim().add_modifier(Modifier::BOLD));
                canvas.rule(Rect { x: list.x + used + 1, y, width: list.width.saturating_sub(used + 1), height: 1 });
            }
            HelpLine::Command(keys, word, sentence) => {
                canvas.put(list.x + 1, y, 22, keys, theme.accent());
                let word_used = canvas.put(list.x + 25, y, 20, word, theme.text());
                let x = list.x + 25 + word_used.max(18) + 2;
                canvas.put(x, y, list.right().saturating_sub(x), sentence, theme.dim());
            }
        }
    }
    if from + usize::from(list.height) < lines.len() {
        canvas.put_right(area.x, area.bottom() - 1, area.width - 2, " ↓ ", theme.accent());
    }
}
