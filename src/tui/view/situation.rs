//! What stands where rows would be when there are none: a sentence with the next step.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::{
    domain::text::SafeText,
    tui::app::{State, advice::Advice, command::Command, keys::Typing, message::Link, signals::View, wrap::wrap},
};

/// The window is too small.
pub fn too_small(canvas: &mut Canvas, state: &State) {
    let (width, height) = state.size;
    let (w, h) = crate::tui::app::layout::SMALLEST;
    let text = state.texts.with(
        "too-small",
        &[
            ("width", u32::from(width).into()),
            ("height", u32::from(height).into()),
            ("w", u32::from(w).into()),
            ("h", u32::from(h).into()),
        ],
    );
    paragraph(canvas, Rect { x: 0, y: 0, width, height }, &text, canvas.theme.text());
}

/// The screen is covered: nothing of any case, only what it is, whose it is and how to go on. Gives the cursor's place.
pub fn covered(canvas: &mut Canvas, state: &State) -> Option<(u16, u16)> {
    use unicode_width::UnicodeWidthStr;
    let (width, height) = state.size;
    let who = state.me.as_ref().map(|me| super::format::initials(me.name.line().as_str())).unwrap_or_default();
    let lines = [
        ("loket".to_owned(), canvas.theme.accent()),
        (state.texts.with("covered-whose", &[("who", who.into())]), canvas.theme.dim()),
        (super::format::clock(state.server_now()), canvas.theme.dim()),
        (String::new(), canvas.theme.text()),
        (state.texts.get("covered"), canvas.theme.text()),
    ];
    let top = (height.saturating_sub(lines.len() as u16)) / 2;
    let mut cursor = None;
    for (at, (text, style)) in lines.into_iter().enumerate() {
        let x = width.saturating_sub(text.width() as u16) / 2;
        let used = canvas.put(x, top + at as u16, width, &text, style);
        cursor = Some((x + used, top + at as u16));
    }
    cursor
}

/// Why pane 1 shows no rows.
pub fn no_signals(canvas: &mut Canvas, state: &State, area: Rect) {
    let texts = &state.texts;
    let (head, advice) = match &state.link {
        Link::Lost { words, advice, .. } if !state.loaded => (words.clone(), advice.clone()),
        _ if !state.loaded => (texts.with("loading-signals", &[("server", (&state.server).into())]), String::new()),
        _ if !state.signals.filter.text().trim().is_empty() => {
            let filter = SafeText::line(state.signals.filter.text());
            let key = state.keymap.shown(Command::Back).unwrap_or_default();
            if let Some(wrong) = &state.signals.advice {
                let head = texts.with("empty-filter", &[("filter", filter.into())]);
                return two_sentences(canvas, area, &head, &advice(state, wrong));
            }
            let head = texts.with("empty-filter", &[("filter", filter.into())]);
            match state.signals.closed_too {
                0 => (head, texts.with("empty-filter-advice", &[("key", key.into())])),
                // It is there, but not in this view.
                _ => (head, state.closed_too_in_words()),
            }
        }
        _ => {
            let key = |command| state.keymap.shown(command).unwrap_or_default();
            let head = match state.signals.view {
                View::Open => "empty-open",
                View::Mine => "empty-mine",
                View::Free => "empty-free",
                View::All => "empty-all",
            };
            let advice =
                texts.with("empty-advice", &[("new", key(Command::NewSignal).into()), ("view", key(Command::View).into())]);
            (texts.get(head), advice)
        }
    };
    two_sentences(canvas, area, &head, &advice);
}

/// What the filter asks that cannot be; while it is typed with the key that puts in what may have been meant.
pub fn advice(state: &State, advice: &Advice) -> String {
    let key = state.keymap.shown(Command::FilterMend).filter(|_| state.typing() == Typing::Filter && advice.fix.is_some());
    match key {
        Some(key) => format!("{} {}", advice.text, state.texts.with("advice-key", &[("key", key.into())])),
        None => advice.text.clone(),
    }
}

/// A sentence and, dim below it, what to do.
pub fn two_sentences(canvas: &mut Canvas, area: Rect, head: &str, advice: &str) {
    let area =
        Rect { x: area.x + 2, y: area.y + 1, width: area.width.saturating_sub(4).min(78), height: area.height.saturating_sub(1) };
    // Where no field has it, the terminal's own cursor stands on the sentence.
    canvas.cursor = canvas.cursor.or(Some((area.x, area.y)));
    let used = paragraph(canvas, area, head, canvas.theme.text());
    let rest = Rect { y: area.y + used + 1, height: area.height.saturating_sub(used + 1), ..area };
    paragraph(canvas, rest, advice, canvas.theme.dim());
}

/// Wrapped text; gives the lines used.
pub fn paragraph(canvas: &mut Canvas, area: Rect, text: &str, style: ratatui::style::Style) -> u16 {
    let text = SafeText::block(text);
    let lines = wrap(text.as_str(), area.width.into());
    for (at, line) in lines.iter().take(area.height.into()).enumerate() {
        canvas.put(area.x, area.y + at as u16, area.width, &text.as_str()[line.clone()], style);
    }
    lines.len().min(area.height.into()) as u16
}
