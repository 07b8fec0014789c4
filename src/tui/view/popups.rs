//! Small menus, help and palette, and the keys that may follow.

use ratatui::{
    layout::Rect,
    style::{Modifier, Style},
};

use super::canvas::Canvas;
use crate::{
    domain::text::SafeText,
    tui::app::{
        State,
        choose::Choose,
        finder::{Finder, FinderLine, Kind},
        finding,
        key::Key,
        layout,
        pointing::Target,
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
        canvas.spots.push((Rect { y, height: 1, ..inside }, Target::Line(at)));
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

/// Help or palette: what was typed, and the commands it finds.
pub fn finder(canvas: &mut Canvas, state: &State, finder: &Finder) {
    let theme = canvas.theme;
    let help = finder.kind == Kind::Help;
    let area =
        if help { layout::centred(state.size, (110, state.size.1)) } else { layout::centred(state.size, finding::PALETTE) };
    let (title, prompt) = match finder.kind {
        Kind::Help => ("help-title", "help-search"),
        Kind::Palette => ("palette-title", "palette-search"),
        Kind::Actions => ("actions-title", "palette-search"),
    };
    let mut title = state.texts.get(title);
    let marked = state.signals.marks.len();
    if !help && marked > 0 {
        title = format!("{title}: {}", state.texts.with("count-marked", &[("count", marked.into())]));
    }
    let inside = canvas.frame(area, &SafeText::line(&title));
    let used = canvas.put(inside.x, inside.y, 30, &state.texts.get(prompt), theme.dim());
    let field = (inside.x + used + 1, inside.y, inside.width.saturating_sub(used + 1));
    super::signals::field_line(canvas, field, finder.input.text(), finder.input.cursor(), theme.text());
    let mut typing = canvas.cursor;
    let list = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
    let lines = finder.lines(state);
    if lines.is_empty() {
        canvas.put(list.x, list.y, list.width, &state.texts.get("help-nothing"), theme.dim());
    }
    let wide = list.width >= 76;
    let (keys_width, word_width) = if wide { (18, 20) } else { (13, 16) };
    for (at, line) in lines.iter().enumerate().skip(finder.list.top).take(list.height.into()) {
        let y = list.y + (at - finder.list.top) as u16;
        match line {
            FinderLine::Heading(text) => {
                let used = canvas.put(list.x, y, list.width, text, theme.dim().add_modifier(Modifier::BOLD));
                canvas.rule(Rect { x: list.x + used + 1, y, width: list.width.saturating_sub(used + 1), height: 1 });
            }
            FinderLine::Command { keys, word, sentence, unavailable, .. } => {
                let selected = at == finder.list.row;
                canvas.spots.push((Rect { y, height: 1, ..inside }, Target::Line(at)));
                if selected && finder.list.moved {
                    typing = Some((inside.x - 1, y));
                }
                if selected {
                    canvas.restyle(Rect { x: inside.x - 1, y, width: inside.width + 2, height: 1 }, theme.selected());
                    canvas.put(inside.x - 1, y, 1, "▌", theme.accent());
                }
                let on = |style: Style| if selected { style.patch(theme.selected()) } else { style };
                let off = unavailable.is_some();
                let strong = if selected && !off { theme.strong() } else { theme.text() };
                canvas.put(list.x + 1, y, word_width, word, on(if off { theme.dim() } else { strong }));
                canvas.put(list.x + word_width + 3, y, keys_width, keys, on(if off { theme.dim() } else { theme.accent() }));
                let x = list.x + word_width + keys_width + 5;
                let said = match unavailable {
                    Some(reason) => format!("({reason})"),
                    None => sentence.clone(),
                };
                canvas.put(x, y, list.right().saturating_sub(x), &said, on(theme.dim()));
            }
        }
    }
    if finder.list.top + usize::from(list.height) < lines.len() {
        canvas.put_right(area.x, area.bottom() - 1, area.width - 2, " ↓ ", theme.accent());
    }
    canvas.cursor = typing;
}

/// The keys that may follow what was typed, above the message line; nothing under it moves.
pub fn following(canvas: &mut Canvas, state: &State) {
    let theme = canvas.theme;
    let mut rows: Vec<(String, String)> = state
        .keymap
        .continuations(state.scopes(), &state.typed)
        .filter(|(_, command)| state.unavailable(*command).is_none())
        .map(|(keys, command)| (Key::show(keys), state.texts.get(&command.word())))
        .collect();
    rows.sort();
    if rows.is_empty() {
        return;
    }
    let (width, height) = (state.size.0.min(34), (rows.len() as u16 + 2).min(state.size.1.saturating_sub(4)));
    let area = Rect { x: state.size.0 - width, y: state.size.1.saturating_sub(2 + height), width, height };
    let inside = canvas.frame(area, &SafeText::line(&format!("{} …", Key::show(&state.typed))));
    for (at, (keys, word)) in rows.iter().enumerate().take(inside.height.into()) {
        let y = inside.y + at as u16;
        canvas.put(inside.x + 1, y, 6, keys, theme.accent().add_modifier(Modifier::BOLD));
        canvas.put(inside.x + 8, y, inside.width.saturating_sub(8), word, theme.text());
    }
}
