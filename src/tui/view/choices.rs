//! A choice in a form: its values beside each other, and whether one of them was chosen.

use ratatui::{layout::Rect, style::Modifier};

use super::canvas::Canvas;
use crate::tui::app::{
    State,
    choosing::word_of,
    form::{Form, Slot},
    pointing::Target,
    wrap::cells_of,
};

/// Draws the values of a choice in its field.
pub(super) fn choice(canvas: &mut Canvas, state: &State, field: Rect, form: &Form, (at, slot): (usize, &Slot), codes: &[&str]) {
    let (theme, focused) = (canvas.theme, form.focus == at);
    // What is chosen stands in brackets, also for who sees no colour.
    let mut x = field.x + 1;
    let widths: Vec<u16> = codes.iter().map(|code| cells_of(&word_of(&state.texts, code)) as u16 + 2).collect();
    let chosen = codes.iter().position(|code| *code == slot.field.text());
    let first = first_choice(&widths, chosen.unwrap_or(0), field.width);
    if first > 0 {
        x += canvas.put(x, field.y, 2, "…", theme.dim()) + 1;
    }
    if focused {
        // Where nothing is chosen yet it stands before the first.
        canvas.cursor = Some((field.x, field.y));
    }
    for (value, code) in codes.iter().enumerate().skip(first) {
        if x + 1 >= field.right() {
            canvas.put(field.right() - 1, field.y, 1, "…", theme.dim());
            break;
        }
        let chosen = *code == slot.field.text();
        let word = word_of(&state.texts, code);
        let style = match (chosen, focused) {
            (true, true) => theme.chip().add_modifier(Modifier::BOLD),
            (true, false) => theme.strong(),
            (false, _) => theme.dim(),
        };
        if chosen && focused {
            canvas.cursor = Some((x, field.y));
        }
        let used = canvas.put(x, field.y, field.right().saturating_sub(x), &word, style);
        if chosen {
            canvas.put(x - 1, field.y, 1, "[", style);
            canvas.put(x + used, field.y, field.right().saturating_sub(x + used), "]", style);
        }
        canvas.spots.push((Rect { x, y: field.y, width: used, height: 1 }, Target::Value(at, value)));
        if focused && used > 0 && !state.keymap.letters_filter {
            let letter = Rect { x, y: field.y, width: 1, height: 1 };
            canvas.restyle(letter, style.add_modifier(Modifier::UNDERLINED));
        }
        x += used + 2;
    }
    if chosen.is_none() && !(form.checked && slot.required) {
        // One that was not made looks like it; where it must be made and was not, that is said in its place.
        let open = state.texts.get("form-choice-open");
        if x + cells_of(&open) as u16 <= field.right() {
            x += canvas.put(x, field.y, field.right() - x, &open, theme.text()) + 1;
        }
    }
    let keys = state.texts.get("form-choice-keys");
    if focused && state.keymap.letters_filter && x + 1 + cells_of(&keys) as u16 <= field.right() {
        canvas.put(x + 1, field.y, field.right() - x - 1, &keys, theme.dim());
    }
}

/// The first of several choices that is shown, where they do not all fit: the chosen one is seen whole.
fn first_choice(widths: &[u16], chosen: usize, room: u16) -> usize {
    // Before the first a free column and the sign that there are more; behind the chosen one its bracket.
    let fits = |first: usize| widths[first..=chosen].iter().sum::<u16>() + if first > 0 { 3 } else { 1 } <= room;
    if widths.is_empty() { 0 } else { (0..chosen).find(|first| fits(*first)).unwrap_or(chosen) }
}
