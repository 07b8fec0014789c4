//! What a list tells of itself beside its rows: what it holds back, what is marked, how far a long action is; and of what is open, how
//! much there is below.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::canvas::{Canvas, Span};
use crate::tui::app::{
    Pane, State,
    command::Command,
    list::{self, Heading, Line},
};

/// What is held back, at the right of an area of the list's head, of which so many columns at the left are taken: `3 nieuw, R toont`.
/// Gives the columns it took.
pub fn held(canvas: &mut Canvas, state: &State, area: Rect, left: usize) -> u16 {
    let theme = canvas.theme;
    let held = state.signals.held;
    let key = state.keymap.shown(Command::Refresh).unwrap_or_default();
    let values = [("count", held.new.into()), ("crisis", held.crisis.into()), ("key", key.into())];
    let key = match (held.new, held.moved, state.signals.left.is_empty()) {
        (0, true, _) => "held-moved",
        (0, false, true) => return 0,
        (0, false, false) => "held-left",
        _ => "held-new",
    };
    let urgent = held.crisis > 0;
    let style = if held.new > 0 { theme.accent() } else { theme.dim() };
    // The name of the view and the filter have a right to the line too: there is a short form.
    let text = state.texts.with(key, &values);
    let free = usize::from(area.width).saturating_sub(left);
    let room = if held.new > 0 { free.min(usize::from(area.width / 2)) } else { free };
    let text = if text.width() > room { state.texts.with(&format!("{key}-short"), &values) } else { text };
    if held.new == 0 && text.width() > room {
        return 0;
    }
    let mut spans: Vec<Span> = vec![];
    if urgent {
        spans.push(("!! ".into(), theme.glyph(theme.crisis)));
    }
    spans.push((text, style));
    let width: usize = spans.iter().map(|(text, _)| text.width()).sum();
    let width = u16::try_from(width).unwrap_or(u16::MAX).min(area.width);
    canvas.spans(area.right() - width, area.y, width, &spans);
    width + 3
}

/// How many rows stand above what is seen of a list whose first line in view this is, with the key that leads to the first: `↑ 3 (Home)`.
pub fn above<T: Copy>(state: &State, top: usize, rows: usize, headings: &[Heading<T>]) -> Option<String> {
    let count = match list::at_line(top, rows, headings)? {
        Line::Row(at) => at,
        Line::Heading(_) => match list::at_line(top + 1, rows, headings)? {
            Line::Row(at) => at,
            Line::Heading(_) => return None,
        },
    };
    let key = state.keymap.shown(Command::Top)?;
    (count > 0).then(|| state.texts.with("queue-above", &[("count", count.into()), ("key", key.into())]))
}

/// That rows match no longer, in the head of a list that holds nothing else back: `past niet meer (~), R laat weg`, or its short form
/// where the line is for more; nothing where the filter needs the line, for the rows say it themselves. `taken` are the columns of what
/// else stands there.
pub fn left(state: &State, area: Rect, there: bool, taken: usize) -> Option<String> {
    let key = there.then(|| state.keymap.shown(Command::Refresh).unwrap_or_default())?;
    let said = |words| state.texts.with(words, &[("key", key.as_str().into())]);
    let room = usize::from(area.width).saturating_sub(taken + 9);
    ["held-left", "held-left-short"].into_iter().map(said).find(|words| words.width() <= room)
}

/// What is marked, where an action would work on it; says whether there was anything to tell.
pub fn marks(canvas: &mut Canvas, state: &State, area: Rect) -> bool {
    let signals = &state.signals;
    let listed = state.pane == Pane::Signals && signals.open.is_none() && state.modals.is_empty();
    if signals.marks.is_empty() || !listed {
        return false;
    }
    let key = |command| state.keymap.shown(command).unwrap_or_default();
    let values = [
        ("count", signals.range_length().unwrap_or(signals.marks.len()).into()),
        ("outside", signals.outside.into()),
        ("end", key(Command::Open).into()),
        ("back", key(Command::Back).into()),
    ];
    let text = state.texts.with(if signals.range.is_some() { "foot-range" } else { "foot-marks" }, &values);
    let theme = canvas.theme;
    let star = ("* ".into(), theme.accent().add_modifier(ratatui::style::Modifier::BOLD));
    canvas.spans(area.x + 2, area.y, area.width - 3, &[star, (text, theme.dim())]);
    true
}

/// How far an action on many is; says whether one is under way.
pub fn progress(canvas: &mut Canvas, state: &State, area: Rect) -> bool {
    let Some(progress) = state.progress() else { return false };
    let key = state.keymap.shown(Command::Back).unwrap_or_default();
    let values = [("answered", progress.answered.into()), ("all", progress.all.into()), ("key", key.into())];
    let text = state.texts.with(if progress.stopped { "progress-stopping" } else { "progress" }, &values);
    let theme = canvas.theme;
    canvas.spans(area.x + 2, area.y, area.width - 3, &[("· ".into(), theme.dim()), (text, theme.text())]);
    true
}

/// Where what is open is drawn: of these lines so many are seen in the area, the last line of which is for what there is below when not
/// all fit.
pub fn seen(lines: usize, area: Rect) -> Rect {
    let more = lines > area.height.into() && area.height > 1;
    Rect { height: area.height - u16::from(more), ..area }
}

/// What there is below what is seen: `↓ nog 12 regels  PgDn`.
pub fn below(canvas: &mut Canvas, state: &State, area: Rect, count: usize) {
    // Under a window the key works in that.
    if !state.modals.is_empty() {
        return;
    }
    let key = state.keymap.shown(Command::PageDown).unwrap_or_else(|| "none".into());
    let text = state.texts.with("lines-below", &[("count", count.into()), ("key", key.into())]);
    canvas.put_right(area.x, area.bottom().saturating_sub(1), area.width - 1, &text, canvas.theme.dim());
}
