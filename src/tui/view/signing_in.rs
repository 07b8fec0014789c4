//! Signing in, over the whole screen: the code, where to enter it, how long it is good, for which machine.

use ratatui::{layout::Rect, style::Modifier};
use unicode_width::UnicodeWidthStr;

use super::{canvas::Canvas, edges, situation::paragraph};
use crate::{
    domain::text::SafeText,
    tui::app::{
        State,
        signing_in::{Before, Code, SigningIn, Stage},
    },
};

/// Columns of the words at the left.
const WORD: u16 = 10;
/// A line of text is not longer than this.
const READABLE: u16 = 76;
/// Cells of the bar.
const BAR: i64 = 20;

/// Draws the screen.
pub fn screen(canvas: &mut Canvas, state: &State, screen: &SigningIn) {
    let theme = canvas.theme;
    let texts = &state.texts;
    let (width, height) = state.size;
    let used = canvas.put(2, 0, 8, "loket", theme.accent().add_modifier(Modifier::BOLD));
    canvas.put(4 + used, 0, 30, &texts.get("sign-in-head"), theme.text());
    let left = 2 + width.saturating_sub(READABLE + 4) / 2;
    let body = Rect { x: left, y: 2, width: (width - 4).min(READABLE), height: height.saturating_sub(5) };
    let mut y = body.y;
    if screen.before != Before::Nothing {
        let key = format!("sign-in-before-{}", screen.before.code());
        canvas.put(body.x, y, body.width, &texts.get(&key), theme.strong());
        y += 1
            + paragraph(canvas, Rect { y: y + 1, height: 2, ..body }, &texts.get(&format!("{key}-text")), theme.text())
            + u16::from(height >= 24);
    }
    canvas.put(body.x, y, WORD, &texts.get("sign-in-server"), theme.dim());
    canvas.put(body.x + WORD, y, body.width - WORD, state.server.as_str(), theme.text());
    let y = y + if height >= 24 { 2 } else { 1 };
    let rest = Rect { y, height: body.bottom().saturating_sub(y), ..body };
    match &screen.stage {
        Stage::Asking => {
            canvas.put(rest.x, rest.y, rest.width, &texts.get("sign-in-asking"), theme.dim());
        }
        Stage::Code(code) => waiting(canvas, state, screen, code, rest),
        Stage::Failed { words, advice } => {
            canvas.put(rest.x, rest.y, 1, "✗", theme.glyph(theme.crisis));
            let (words, advice) = (SafeText::line(words).into_string(), SafeText::line(advice).into_string());
            let text = Rect { x: rest.x + 2, width: rest.width.saturating_sub(2), ..rest };
            paragraph(canvas, text, &format!("{words}\n{advice}"), theme.text());
        }
    }
    edges::message(canvas, state, Rect { x: 2, y: height - 2, width: width - 4, height: 1 });
    hints(canvas, state, screen, Rect { x: 2, y: height - 1, width: width - 4, height: 1 });
}

fn waiting(canvas: &mut Canvas, state: &State, screen: &SigningIn, code: &Code, area: Rect) {
    let theme = canvas.theme;
    let texts = &state.texts;
    // Where there is little room the blank lines go, never the warning.
    let gap = u16::from(state.size.1 >= 24);
    let mut y = area.y + paragraph(canvas, Rect { height: 2, ..area }, &texts.get("sign-in-how"), theme.text()) + gap;
    let safe = |text: &str| SafeText::line(text).into_string();
    canvas.put(area.x + 2, y, WORD, &texts.get("sign-in-open"), theme.dim());
    // An address is copied or read out: what does not fit goes on below.
    let address = safe(&code.address);
    let line = Rect { x: area.x + 2 + WORD, y, width: area.width.saturating_sub(2 + WORD), height: 2 };
    y += paragraph(canvas, line, &address, theme.text()).max(1) + gap;
    canvas.put(area.x + 2, y + gap, WORD, &texts.get("sign-in-code"), theme.dim());
    let shown = format!("   {}   ", safe(&code.code));
    let (x, wide) = (area.x + 2 + WORD, (shown.width() as u16).min(line.width));
    for row in 0..=2 * gap {
        let text = if row == gap { shown.as_str() } else { "" };
        canvas.restyle(Rect { x, y: y + row, width: wide, height: 1 }, theme.selected());
        canvas.put(x, y + row, wide, text, theme.strong().patch(theme.selected()).add_modifier(Modifier::BOLD));
    }
    y += 1 + 3 * gap;
    let (whole, left) = ((code.until - code.since).num_seconds().max(1), (code.until - screen.now).num_seconds().max(0));
    let full = (left * BAR / whole).clamp(0, BAR) as usize;
    let bar = format!("[{}{}]", "#".repeat(full), ".".repeat(BAR as usize - full));
    let time = format!("{}:{:02}", left / 60, left % 60);
    let words = texts.with("sign-in-waiting", &[("bar", bar.into()), ("time", time.into())]);
    y += paragraph(canvas, Rect { y, height: 2, ..area }, &words, theme.strong()) + gap;
    let warning = texts.with("sign-in-warning", &[("machine", safe(&code.machine).into())]);
    let lines = paragraph(canvas, Rect { y, height: area.bottom().saturating_sub(y), ..area }, &warning, theme.text());
    y += lines + gap;
    if y < area.bottom() {
        let kept = if screen.kept { "sign-in-kept" } else { "sign-in-not-kept" };
        paragraph(canvas, Rect { y, height: area.bottom() - y, ..area }, &texts.get(kept), theme.dim());
    }
}

fn hints(canvas: &mut Canvas, state: &State, screen: &SigningIn, area: Rect) {
    let theme = canvas.theme;
    let keys: &[(&str, &str)] = match screen.stage {
        Stage::Asking => &[("Esc", "sign-in-key-quit")],
        Stage::Code(_) => &[("c", "sign-in-key-code"), ("l", "sign-in-key-link"), ("Esc", "sign-in-key-quit")],
        Stage::Failed { .. } => &[("Enter", "sign-in-key-anew"), ("Esc", "sign-in-key-quit")],
    };
    let mut x = area.x;
    for (key, word) in keys {
        x += canvas.put(x, area.y, area.right().saturating_sub(x), key, theme.accent().add_modifier(Modifier::BOLD)) + 1;
        x += canvas.put(x, area.y, area.right().saturating_sub(x), &state.texts.get(word), theme.dim()) + 2;
    }
}
