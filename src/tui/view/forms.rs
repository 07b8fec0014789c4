//! Forms: labels at the left, what was typed beside it, what was understood behind it, a button below.

use ratatui::{layout::Rect, style::Modifier};

use super::{canvas::Canvas, format, signals::field_line, situation, theme::Selection};
use crate::{
    domain::{Date, text::SafeText},
    tui::app::{
        State,
        form::{Form, Kind, Purpose, Reading, Slot},
        forms::{FRAME, LABEL},
        layout,
        wrap::{place, wrap},
    },
};

/// Lines of a block field in a form of its own, and in a form with others.
const BLOCK_ALONE: u16 = 12;
const BLOCK_AMONG: u16 = 6;

/// Draws a form.
pub fn form(canvas: &mut Canvas, state: &State, form: &Form) {
    let theme = canvas.theme;
    let texts = &state.texts;
    let rows: u16 = form.slots.iter().map(|slot| slot.row).max().unwrap_or(0) + 1;
    let narrow = state.size.0 < 76;
    let block = form.slots.iter().any(|slot| slot.kind == Kind::Block);
    let block_height = match (block, form.slots.len()) {
        (false, _) => 0,
        (true, 1) => BLOCK_ALONE,
        (true, _) => BLOCK_AMONG,
    };
    let lines = if narrow { form.slots.len() as u16 } else { rows };
    let wanted = lines + block_height.saturating_sub(1) + 6;
    let area = layout::centred(state.size, (FRAME.0, wanted));
    let block_height = block_height.saturating_sub(wanted.saturating_sub(area.height)).max(block_height.min(3));
    let name = match form.purpose {
        Purpose::Note(_) | Purpose::NoteMany => "form-title-note",
        Purpose::Contact(_) | Purpose::ContactMany => "form-title-contact",
        Purpose::Intake => "form-title-intake",
        Purpose::TakeOver(_) => "form-title-takeover",
        Purpose::SaveView => "form-title-view",
        Purpose::RenameView(_) => "form-title-rename-view",
    };
    let title = SafeText::line(format!("{}  {}", texts.get(name), form.subject).trim());
    let inside = canvas.frame(area, &title);
    let fields = Rect { y: inside.y + 1, height: inside.height.saturating_sub(4), ..inside };
    let lines = lines_of(form, narrow, block_height);
    let focused = lines.get(form.focus).or(lines.last()).copied().unwrap_or((0, 1));
    let hidden = (focused.0 + focused.1).saturating_sub(fields.height);
    for (at, (slot, (line, height))) in form.slots.iter().zip(&lines).enumerate() {
        if *line < hidden || line + height > hidden + fields.height {
            continue;
        }
        let second = !narrow && at > 0 && form.slots[at - 1].row == slot.row;
        let shared = !narrow && (second || form.slots.get(at + 1).is_some_and(|next| next.row == slot.row));
        let half = inside.width / 2;
        let (x, width) = match (shared, second) {
            (false, _) => (inside.x, inside.width),
            (true, false) => (inside.x, half - 1),
            (true, true) => (inside.x + half, inside.width - half),
        };
        draw_slot(canvas, state, Rect { x, y: fields.y + line - hidden, width, height: *height }, form, (at, slot));
    }
    if hidden > 0 {
        canvas.put_right(inside.x, inside.y, inside.width, "↑", theme.accent());
    }
    if lines.last().is_some_and(|(line, height)| line + height > hidden + fields.height) {
        canvas.put_right(inside.x, fields.bottom(), inside.width, "↓", theme.accent());
    }
    let bottom = inside.bottom() - 1;
    status(canvas, state, Rect { y: bottom.saturating_sub(1), height: 1, ..inside }, form);
    let button = format!("[ {} ]", texts.get(if form.sending.is_some() { "form-saving" } else { "form-save" }));
    let focused = form.focus == form.slots.len();
    let style = if focused { theme.chip().add_modifier(Modifier::BOLD) } else { theme.text() };
    canvas.put(inside.x, bottom, inside.width, &button, style);
    if focused {
        canvas.cursor = Some((inside.x + 2, bottom));
    }
    if form.restored {
        canvas.put_right(inside.x, bottom, inside.width, &texts.get("draft-restored"), theme.dim());
    }
}

/// On which line each field starts, and how many it takes.
fn lines_of(form: &Form, narrow: bool, block_height: u16) -> Vec<(u16, u16)> {
    let mut lines: Vec<(u16, u16)> = Vec::new();
    for (at, slot) in form.slots.iter().enumerate() {
        let height = if slot.kind == Kind::Block { block_height } else { 1 };
        let line = match lines.last() {
            Some((line, _)) if !narrow && form.slots[at - 1].row == slot.row => *line,
            Some((line, height)) => line + height,
            None => 0,
        };
        lines.push((line, height));
    }
    lines
}

fn draw_slot(canvas: &mut Canvas, state: &State, area: Rect, form: &Form, (at, slot): (usize, &Slot)) {
    let theme = canvas.theme;
    let focused = form.focus == at;
    let label = state.texts.get(&format!("form-{}", slot.name));
    let label_style = if focused { theme.accent().add_modifier(Modifier::BOLD) } else { theme.dim() };
    canvas.put(area.x, area.y, LABEL - 1, &label, label_style);
    let field = Rect { x: area.x + LABEL, width: area.width.saturating_sub(LABEL), ..area };
    if focused && !matches!(slot.kind, Kind::Choice(_)) && theme.selection != Selection::Reverse {
        canvas.restyle(field, theme.selected());
    }
    let reversed = theme.selection == Selection::Reverse;
    let style = if focused && !reversed { theme.text().patch(theme.selected()) } else { theme.text() };
    match slot.kind {
        Kind::Block => block(canvas, field, slot, focused, style),
        Kind::Choice(codes) => {
            let mut x = field.x;
            for code in codes {
                let chosen = *code == slot.field.text();
                let word = state.texts.get(&format!("form-choice-{code}"));
                let style = match (chosen, focused) {
                    (true, true) => theme.chip().add_modifier(Modifier::BOLD),
                    (true, false) => theme.strong(),
                    (false, _) => theme.dim(),
                };
                if chosen && focused {
                    canvas.cursor = Some((x, field.y));
                }
                x += canvas.put(x, field.y, field.right().saturating_sub(x), &word, style) + 2;
            }
        }
        _ => {
            let text = slot.field.text();
            if focused {
                field_line(canvas, (field.x, field.y, field.width), text, slot.field.cursor(), style);
            } else {
                canvas.put(field.x, field.y, field.width, SafeText::line(text).as_str(), style);
            }
            understood(canvas, state, field, slot);
        }
    }
}

/// What was understood, dim behind what was typed; what is wrong in a signal colour.
fn understood(canvas: &mut Canvas, state: &State, field: Rect, slot: &Slot) {
    use unicode_width::UnicodeWidthStr;
    let theme = canvas.theme;
    let used = SafeText::line(slot.field.text()).as_str().width() as u16 + 2;
    if used >= field.width {
        return;
    }
    let (text, style) = match slot.reading(&state.reference, state.today) {
        Reading::Understood(text) if matches!(slot.kind, Kind::Date(_)) => match text.parse::<Date>() {
            Ok(day) => (
                format!("{}, {}", format::full_date(day, &state.texts), format::days_in_words(day, state.today, &state.texts)),
                theme.dim(),
            ),
            Err(_) => return,
        },
        Reading::Understood(text) => (text, theme.dim()),
        Reading::Wrong(..) => ("?".to_owned(), theme.signal(theme.high)),
        Reading::Plain => return,
    };
    let under = canvas.buffer[(field.x, field.y)].style();
    let style = under.bg.map_or(style, |bg| style.bg(bg));
    canvas.put(field.x + used, field.y, field.width - used, SafeText::line(&text).as_str(), style);
}

fn block(canvas: &mut Canvas, area: Rect, slot: &Slot, focused: bool, style: ratatui::style::Style) {
    let text = slot.field.text();
    let width = usize::from(area.width.saturating_sub(1)).max(10);
    let lines = wrap(text, width);
    let (line, column) = place(text, &lines, slot.field.cursor());
    let height = usize::from(area.height.max(1));
    let from = (line + 1).saturating_sub(height);
    for (at, range) in lines.iter().skip(from).take(height).enumerate() {
        canvas.put(area.x, area.y + at as u16, area.width, SafeText::line(&text[range.clone()]).as_str(), style);
    }
    if focused {
        canvas.cursor = Some((area.x + column.min(width) as u16, area.y + (line - from) as u16));
    }
}

/// The line above the button: what the server said, or the first fault, or what the focused field wants.
fn status(canvas: &mut Canvas, state: &State, area: Rect, form: &Form) {
    let theme = canvas.theme;
    if let Some(words) = &form.refused {
        let tall = Rect { y: area.y.saturating_sub(1), height: 2, ..area };
        canvas.fill(tall, theme.text());
        situation::paragraph(canvas, tall, &format!("✗ {words}"), theme.signal(theme.crisis));
        return;
    }
    let focused = form.slots.get(form.focus).map(|slot| (form.focus, slot.reading(&state.reference, state.today)));
    let fault = focused
        .filter(|(_, reading)| matches!(reading, Reading::Wrong(..)))
        .or_else(|| form.fault(&state.reference, state.today).filter(|_| form.checked));
    if let Some((at, Reading::Wrong(key, what))) = fault {
        let label = state.texts.get(&format!("form-{}", form.slots[at].name));
        let words = state.texts.with(key, &[("what", what.into()), ("field", label.into())]);
        canvas.put(area.x, area.y, area.width, SafeText::line(&format!("! {words}")).as_str(), theme.signal(theme.high));
        return;
    }
    let Some(slot) = form.slots.get(form.focus) else { return };
    let key = format!("form-{}-hint", slot.name);
    if state.texts.has(&key) {
        canvas.put(area.x, area.y, area.width, &state.texts.get(&key), theme.dim());
    }
}
