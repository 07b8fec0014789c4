//! Forms: labels at the left, what was typed beside it, what was understood behind it, a button below.

use ratatui::{
    layout::Rect,
    style::{Modifier, Style},
};

use super::{canvas::Canvas, choices, format, signals::field_line, situation, theme::Selection};
use crate::{
    domain::{Date, text::SafeText},
    tui::app::{
        State,
        choosing::{Letters, word_of},
        doubt,
        form::{Form, Kind, Reading, Slot},
        form_layout,
        forms::{LABEL, intake},
        meant::MEETING,
        pointing::Target,
        waiting::Unconfirmed,
        wrap::{cells_of, place, wrap},
    },
};

/// Draws a form.
pub fn form(canvas: &mut Canvas, state: &State, form: &Form) {
    let theme = canvas.theme;
    let texts = &state.texts;
    let areas = form_layout::areas(form, state.size);
    let name = form.purpose.title();
    let title = SafeText::line(format!("{}  {}", texts.get(name), form.subject).trim());
    let inside = canvas.frame(areas.frame, &title);
    for (at, (slot, place)) in form.slots.iter().zip(&areas.slots).enumerate() {
        if let Some(place) = place {
            draw_slot(canvas, state, *place, form, (at, slot));
        }
    }
    if form.checked {
        for (at, _) in form.faults(&state.reference, state.today) {
            if let Some(place) = areas.slots.get(at).copied().flatten() {
                fault(canvas, state, place, &form.slots[at]);
            }
        }
    }
    if areas.hidden.0 {
        canvas.put_right(inside.x, inside.y, inside.width, "↑", theme.accent());
    }
    if areas.hidden.1 {
        canvas.put_right(inside.x, areas.fields.bottom(), inside.width, "↓", theme.accent());
    }
    if let (Some(place), Some((words, warns))) = (areas.notice, state.notice_of(form)) {
        told(canvas, place, &words, if warns { theme.signal(theme.high) } else { theme.text() });
    }
    let bottom = inside.bottom() - 1;
    status(canvas, state, Rect { y: bottom.saturating_sub(1), height: 1, ..inside }, form);
    let mut x = inside.x;
    let saves = match (form.sending, form.unconfirmed) {
        (_, Some(Unconfirmed::Waits)) => "form-kept",
        (Some(_), _) => "form-saving",
        (None, _) => form.purpose.button(),
    };
    for (at, key) in [saves, "form-close"].into_iter().enumerate() {
        let used = button(canvas, (x, bottom, inside.right() - x), &texts.get(key), form.focus == form.slots.len() + at);
        if !state.keymap.letters_filter {
            let letter = Rect { x: x + 2, y: bottom, width: 1, height: 1 };
            let style = canvas.buffer[(letter.x, letter.y)].style();
            canvas.restyle(letter, style.add_modifier(Modifier::UNDERLINED));
        }
        canvas.spots.push((Rect { x, y: bottom, width: used, height: 1 }, Target::Slot(form.slots.len() + at)));
        x += used + 1;
    }
    if let Some(saved_at) = form.restored {
        let words = texts.with("draft-restored", &[("moment", state.moment(saved_at).into())]);
        canvas.put_right(x + 1, bottom, inside.right().saturating_sub(x + 1), &words, theme.dim());
    }
}

/// A button. Gives the columns it takes.
pub(super) fn button(canvas: &mut Canvas, (x, y, width): (u16, u16, u16), word: &str, focused: bool) -> u16 {
    let theme = canvas.theme;
    let style = if focused { theme.chip().add_modifier(Modifier::BOLD) } else { theme.text() };
    let used = canvas.put(x, y, width, &format!("[ {word} ]"), style);
    if focused {
        canvas.cursor = Some((x + 2, y));
    }
    used
}

fn draw_slot(canvas: &mut Canvas, state: &State, area: Rect, form: &Form, (at, slot): (usize, &Slot)) {
    let theme = canvas.theme;
    let focused = form.focus == at;
    let label = intake::label(&state.texts, slot.name);
    let label_style = if focused { theme.accent().add_modifier(Modifier::BOLD) } else { theme.dim() };
    canvas.put(area.x, area.y, LABEL - 1, &label, label_style);
    canvas.spots.push((area, Target::Slot(at)));
    let field = Rect { x: area.x + LABEL, width: area.width.saturating_sub(LABEL), ..area };
    if focused && !matches!(slot.kind, Kind::Choice(_)) && theme.selection != Selection::Reverse {
        canvas.restyle(field, theme.selected());
    }
    let reversed = theme.selection == Selection::Reverse;
    let style = if focused && !reversed { theme.text().patch(theme.selected()) } else { theme.text() };
    match slot.kind {
        Kind::Block => block(canvas, field, slot, focused, style),
        Kind::Choice(codes) => choices::choice(canvas, state, field, form, (at, slot), codes),
        _ => {
            let text = slot.field.text();
            if focused {
                field_line(canvas, (field.x, field.y, field.width), text, slot.field.cursor(), style);
                if slot.field.is_proposed() {
                    // As everywhere else: what is shown the other way round goes when something is typed.
                    let width = (cells_of(text) as u16).min(field.width.saturating_sub(1));
                    canvas.restyle(Rect { width, ..field }, style.add_modifier(Modifier::REVERSED));
                }
            } else {
                let text = state.cover_of(form, slot).unwrap_or(text);
                canvas.put(field.x, field.y, field.width, SafeText::line(text).as_str(), style);
            }
            let told = understood(canvas, state, field, form, slot);
            if let Some(words) = state.words_of_typing(form).filter(|_| focused && slot.name != MEETING) {
                let used = told.max(cells_of(text) as u16);
                if usize::from(field.width.saturating_sub(used + 3)) >= cells_of(&words) {
                    let under = canvas.buffer[(field.right() - 1, field.y)].style();
                    let style = under.bg.map_or(theme.dim(), |bg| theme.dim().bg(bg));
                    canvas.put_right(field.x, field.y, field.width, &words, style);
                }
            }
            if slot.name == MEETING {
                let keys = || Some(state.texts.get("form-meeting-keys"));
                let words = if focused { keys() } else { state.why_this_meeting(form) };
                let free = field.width.saturating_sub(cells_of(slot.field.text()) as u16 + 2);
                let words = words.filter(|words| cells_of(words) <= free.into()).unwrap_or_default();
                canvas.put_right(field.x, field.y, field.width, &words, theme.dim());
            }
        }
    }
}

/// That a field is not right: what is still empty in a word, a text of several lines with a sign at its right. On one line the
/// sign stands there already.
fn fault(canvas: &mut Canvas, state: &State, area: Rect, slot: &Slot) {
    let field = Rect { x: area.x + LABEL, width: area.width.saturating_sub(LABEL), ..area };
    let style = canvas.theme.signal(canvas.theme.high);
    if !slot.field.is_blank() {
        if slot.kind == Kind::Block {
            canvas.put_right(field.x, field.y, field.width, "?", style);
        }
        return;
    }
    let codes = if let Kind::Choice(codes) = slot.kind { codes } else { &[] };
    let used: usize = codes.iter().map(|code| cells_of(&word_of(&state.texts, code)) + 2).sum();
    let used = (used as u16 + u16::from(!codes.is_empty())).max(2);
    let under = canvas.buffer[(field.x, field.y)].style();
    let style = under.bg.map_or(style, |bg| style.bg(bg));
    canvas.put(field.x + used, field.y, field.width.saturating_sub(used), &state.texts.get("form-fault-empty"), style);
}

/// What was understood, dim behind what was typed; what is wrong in a signal colour. Gives the columns of the field that are taken.
fn understood(canvas: &mut Canvas, state: &State, field: Rect, form: &Form, slot: &Slot) -> u16 {
    let theme = canvas.theme;
    let used = cells_of(slot.field.text()) as u16 + 2;
    if used >= field.width {
        return field.width;
    }
    let room = usize::from(field.width - used);
    let (text, style) = match slot.reading_in(form, &state.reference, state.today) {
        Reading::Understood(text) => {
            match remarks(state, slot, &text).into_iter().find(|text| cells_of(text) + gap(slot) <= room) {
                Some(text) => (text, theme.dim()),
                None => return field.width,
            }
        }
        Reading::Wrong(key, what) => {
            // Whom nobody knows, or who may be meant.
            let names =
                matches!(key, "form-organisation" | "form-organisation-place" | "form-municipality" | "form-municipality-one")
                    && !what.is_empty();
            let names = names.then(|| format!("? {what}")).filter(|names| cells_of(names) <= room);
            // A day that cannot be is shown all the same: which one it was taken for.
            let day = slot.date(state.today).map(|day| format!("{}  ?", format::full_date(day, &state.texts)));
            let day = day.filter(|day| cells_of(day) <= room);
            (day.or(names).unwrap_or_else(|| "?".to_owned()), theme.signal(theme.high))
        }
        Reading::Plain => return used,
    };
    let under = canvas.buffer[(field.x, field.y)].style();
    let style = under.bg.map_or(style, |bg| style.bg(bg));
    used + canvas.put(field.x + used, field.y, field.width - used, SafeText::line(&text).as_str(), style)
}

/// What was understood, the longest way of saying it first; all of them whole. A day that stands in the field in full is not said again.
fn remarks(state: &State, slot: &Slot, understood: &str) -> Vec<String> {
    let day = understood.parse::<Date>().ok().filter(|_| slot.kind.is_day());
    let Some(day) = day else { return vec![SafeText::line(understood).into_string()] };
    let texts = &state.texts;
    let typed = slot.field.text();
    let again = ["%d-%m-%Y", "%-d-%-m-%Y"].iter().any(|form| typed.contains(&day.format(form).to_string()));
    let time = slot.time().filter(|_| !again);
    let said = [format::day_in_form(day, time, state.today, texts), format::at(format::full_date(day, texts), time, texts)];
    if again { said.map(|said| format::beside_day(day, &said, texts)).into() } else { said.into() }
}

/// What was understood in the field with the cursor, when there was no room for all of it beside the field.
fn remark_without_room(state: &State, form: &Form) -> Option<String> {
    let slot = form.slots.get(form.focus)?;
    let Reading::Understood(text) = slot.reading_in(form, &state.reference, state.today) else { return None };
    let place = form_layout::areas(form, state.size).slots.get(form.focus).copied().flatten()?;
    let room = usize::from(place.width.saturating_sub(LABEL));
    let remark = remarks(state, slot, &text).into_iter().next()?;
    (cells_of(slot.field.text()) + 2 + cells_of(&remark) + gap(slot) > room).then_some(remark)
}

/// Blanks behind what was understood: a day may have another field beside it.
fn gap(slot: &Slot) -> usize {
    usize::from(slot.kind.is_day())
}

/// What was typed in the field with the cursor, when it is longer than its line: it can be read back, the two lines up to the cursor.
fn typed_without_room(state: &State, form: &Form) -> Option<String> {
    let slot = form.slots.get(form.focus).filter(|slot| slot.kind == Kind::Line)?;
    let area = form_layout::areas(form, state.size).slots.get(form.focus).copied().flatten()?;
    let text = slot.field.text();
    if cells_of(text) < usize::from(area.width.saturating_sub(LABEL)) {
        return None;
    }
    let lines = wrap(text, usize::from(area.width.saturating_sub(2)));
    let (line, _) = place(text, &lines, slot.field.cursor());
    let from = line.saturating_sub(1);
    let last = lines.get(from + 1).or(lines.get(from))?;
    Some(text[lines.get(from)?.start..last.end].to_owned())
}

fn block(canvas: &mut Canvas, area: Rect, slot: &Slot, focused: bool, style: ratatui::style::Style) {
    let text = slot.field.text();
    let width = usize::from(area.width.saturating_sub(1)).max(10);
    let lines = wrap(text, width);
    let (line, column) = place(text, &lines, slot.field.cursor());
    let height = usize::from(area.height.max(1));
    let from = slot.field.top(line, height);
    for (at, range) in lines.iter().skip(from).take(height).enumerate() {
        canvas.put(area.x, area.y + at as u16, area.width, SafeText::line(&text[range.clone()]).as_str(), style);
    }
    if focused {
        canvas.cursor = Some((area.x + column.min(width) as u16, area.y + (line - from) as u16));
    }
    if from > 0 {
        canvas.put_right(area.x, area.y, area.width, "↑", canvas.theme.accent());
    }
    if lines.len() > from + height {
        canvas.put_right(area.x, area.bottom() - 1, area.width, "↓", canvas.theme.accent());
    }
}

/// The line above the button: what the server said, or the first fault, or what the focused field wants.
fn status(canvas: &mut Canvas, state: &State, area: Rect, form: &Form) {
    let theme = canvas.theme;
    if let Some(words) = &form.refused {
        // As many lines as it needs: what to do next stands at its end.
        let text = format!("✗ {words}");
        let height = (wrap(&text, area.width.into()).len() as u16).clamp(1, area.y);
        let tall = Rect { y: area.y + 1 - height, height, ..area };
        canvas.fill(tall, theme.text());
        situation::paragraph(canvas, tall, &text, theme.signal(theme.crisis));
        return;
    }
    if let Some(unconfirmed) = form.unconfirmed {
        let text = format!("! {}", state.words_of(unconfirmed));
        let height = (wrap(&text, area.width.into()).len() as u16).clamp(1, area.y);
        let tall = Rect { y: area.y + 1 - height, height, ..area };
        canvas.fill(tall, theme.text());
        situation::paragraph(canvas, tall, &text, theme.signal(theme.high));
        return;
    }
    if matches!(form.letters, Some(Letters::Refused(_))) {
        let label = form.slots.get(form.focus).map(|slot| intake::label(&state.texts, slot.name));
        let words = match label {
            _ if form.sending.is_some() => state.texts.get("form-sending-letters"),
            Some(label) => state.texts.with("form-choice-letters", &[("field", label.into())]),
            None => state.texts.get("form-button-letters"),
        };
        return told(canvas, area, &format!("! {words}"), theme.signal(theme.high));
    }
    if form.letters == Some(Letters::Missed) {
        let words = state.texts.with("form-button-missed", &[("button", state.texts.get(form.purpose.button()).into())]);
        return told(canvas, area, &format!("! {words}"), theme.signal(theme.high));
    }
    let focused = form.slots.get(form.focus).map(|slot| (form.focus, slot.reading_in(form, &state.reference, state.today)));
    let fault = focused
        .filter(|(_, reading)| matches!(reading, Reading::Wrong(..)))
        .or_else(|| form.fault(&state.reference, state.today).filter(|_| form.checked));
    if let Some((at, Reading::Wrong(key, what))) = fault {
        let label = intake::label(&state.texts, form.slots[at].name);
        let words = state.texts.with(key, &[("what", what.into()), ("field", label.as_str().into())]);
        // Of another field than the one with the cursor it is said which.
        let other = at != form.focus && !words.contains(&label);
        let mut words = if other { format!("{label}: {words}") } else { words };
        let label = |(at, _): (usize, Reading)| intake::label(&state.texts, form.slots[at].name);
        let others = form.faults(&state.reference, state.today).filter(|(other, _)| form.checked && *other != at);
        let others: Vec<String> = others.map(label).collect();
        if !others.is_empty() {
            words = format!("{words} {}", state.texts.with("form-faults-also", &[("fields", others.join(", ").into())]));
        }
        told(canvas, area, &format!("! {words}"), theme.signal(theme.high));
        return;
    }
    let doubted = doubt::of_slot(form, form.focus, state.today);
    if let Some(remark) = remark_without_room(state, form).filter(|_| doubted.is_none()) {
        told(canvas, area, &remark, theme.dim());
        return;
    }
    if let Some((at, key, what)) = doubt::of_form(form, state.today) {
        let label = |at: usize| intake::label(&state.texts, form.slots[at].name);
        let mut words = state.texts.with(key, &[("what", what.into()), ("field", label(at).into())]);
        let others: Vec<String> = doubt::of_others(form, at, state.today).map(label).collect();
        if !others.is_empty() {
            words = format!("{words} {}", state.texts.with("doubt-also", &[("fields", others.join(", ").into())]));
        }
        told(canvas, area, &format!("! {words}"), theme.signal(theme.high));
        return;
    }
    if let Some(words) = state.proposal_words(form) {
        return told(canvas, area, &words, theme.dim());
    }
    if let Some(words) = typed_without_room(state, form) {
        return told(canvas, area, &words, theme.text());
    }
    let beside = state.contact_words(form).or_else(|| state.shield_words(form));
    if let Some(words) = beside.or_else(|| state.typed_alike_words()) {
        return told(canvas, area, &words, theme.dim());
    }
    let Some(slot) = form.slots.get(form.focus) else { return };
    let hint = intake::hint(&state.texts, slot.name, state.keymap.letters_filter);
    let told_all: Vec<String> = [hint, state.words_of_typing_below(form)].into_iter().flatten().collect();
    told(canvas, area, &told_all.join("  "), theme.dim());
}

/// On one line, or when that is too short on the free one above it too.
fn told(canvas: &mut Canvas, area: Rect, text: &str, style: Style) {
    let safe = SafeText::line(text).into_string();
    // The arrow to the fields below stands at the end of the free line.
    let lines = wrap(&safe, usize::from(area.width.saturating_sub(2)));
    if cells_of(&safe) <= usize::from(area.width) || lines.len() < 2 {
        canvas.put(area.x, area.y, area.width, &safe, style);
        return;
    }
    canvas.put(area.x, area.y.saturating_sub(1), area.width - 2, &safe[lines[0].clone()], style);
    canvas.put(area.x, area.y, area.width, &safe[lines[1].start..], style);
}
