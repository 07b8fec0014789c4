//! Setting loket up, over the whole screen: the steps, the one we are at, and the keys that work in it.

use ratatui::{layout::Rect, style::Modifier};
use unicode_width::UnicodeWidthStr;

use super::{canvas::Canvas, setup_steps, situation::paragraph};
use crate::tui::app::{
    State, Tone,
    command::Command,
    printed::printed,
    setup::{Attempt, Copying, Saving, Setup, Step},
    wrap::wrap,
};

/// From this width on the steps stand at the left.
const WITH_STEPS: u16 = 96;
/// Columns of the steps.
const STEPS: u16 = 22;
/// A line of text is not longer than this.
const READABLE: u16 = 76;

/// Draws the screen.
pub fn screen(canvas: &mut Canvas, state: &State, setup: &Setup) {
    let theme = canvas.theme;
    let texts = &state.texts;
    let (width, height) = state.size;
    let used = canvas.put(2, 0, 8, "loket", theme.accent().add_modifier(Modifier::BOLD));
    canvas.put(4 + used, 0, 30, &texts.get("setup-head"), theme.text());
    let values = [("step", (setup.step.number() + 1).into()), ("steps", Step::ALL.len().into())];
    canvas.put_right(2, 0, width - 4, &texts.with("setup-progress", &values), theme.dim());
    let roomy = height >= 24;
    let top = if roomy { 3 } else { 2 };
    let bottom = height - 3;
    let body = if width >= WITH_STEPS {
        steps(canvas, state, setup, top);
        canvas.upright(Rect { x: STEPS + 2, y: top, width: 1, height: bottom - top });
        Rect { x: STEPS + 5, y: top, width: (width - STEPS - 7).min(READABLE), height: bottom - top }
    } else {
        Rect { x: 2, y: top, width: (width - 4).min(READABLE), height: bottom - top }
    };
    let title = texts.get(&format!("setup-{}-title", setup.step.name()));
    canvas.put(body.x, body.y, body.width, &title, theme.strong());
    let text = texts.with(&format!("setup-{}-text", setup.step.name()), &[("file", state.known.file.as_str().into())]);
    let lines = wrap(&text, body.width.into()).len() as u16;
    let y = body.y + if roomy { 2 } else { 1 };
    paragraph(canvas, Rect { y, height: lines, ..body }, &text, theme.dim());
    let y = y + lines + 1;
    let rest = Rect { y, height: body.bottom().saturating_sub(y), ..body };
    setup_steps::step(canvas, state, setup, rest);
    status(canvas, state, setup, Rect { x: 2, y: height - 2, width: width - 4, height: 1 });
    hints(canvas, state, setup, Rect { x: 2, y: height - 1, width: width - 4, height: 1 });
}

/// Every step with how far it is.
fn steps(canvas: &mut Canvas, state: &State, setup: &Setup, top: u16) {
    let theme = canvas.theme;
    for (at, step) in Step::ALL.iter().enumerate() {
        let y = top + at as u16;
        let here = *step == setup.step;
        let word = state.texts.get(&format!("setup-{}", step.name()));
        let answered = answered(state, setup, *step);
        let (glyph, style) = match (here, answered) {
            (true, _) => ("›", theme.accent()),
            (_, true) => ("✓", theme.glyph(theme.done)),
            _ => ("·", theme.dim()),
        };
        canvas.put(2, y, 1, glyph, style);
        canvas.put(4, y, STEPS - 4, &word, if here { theme.strong() } else { theme.dim() });
    }
}

/// Was this step answered, or is there an answer already? A server or a token that was not seen to work is none.
fn answered(state: &State, setup: &Setup, step: Step) -> bool {
    match step {
        Step::Language => setup.language.is_some(),
        Step::Server => setup.demo || matches!(setup.reached, Attempt::Good(_)),
        Step::SignIn if setup.token.0.is_blank() => !setup.demo && state.known.token.is_some(),
        Step::SignIn => matches!(setup.signed_in, Attempt::Good(_)),
        Step::Keymap => setup.keymap.is_some(),
        Step::Clipboard => setup.copying == Copying::Works,
        Step::Keys => !setup.keys.is_empty(),
        Step::Finish => false,
    }
}

/// The line above the keys: what is under way, and what went wrong with saving.
fn status(canvas: &mut Canvas, state: &State, setup: &Setup, area: Rect) {
    let theme = canvas.theme;
    let (glyph, style, words) = match (&setup.saving, &state.message) {
        (Saving::Running(_), _) => ("· ", theme.dim(), state.texts.get("form-saving")),
        (Saving::Failed(words), _) => ("✗ ", theme.glyph(theme.crisis), words.clone()),
        (Saving::No, Some(message)) => {
            let (glyph, style) = match message.tone {
                Tone::Done | Tone::Undone => ("✓ ", theme.glyph(theme.done)),
                Tone::Info => ("· ", theme.dim()),
                Tone::Warn => ("! ", theme.glyph(theme.high)),
                Tone::Fail => ("✗ ", theme.glyph(theme.crisis)),
            };
            (glyph, style, message.text.as_str().to_owned())
        }
        (Saving::No, None) => return,
    };
    let words = crate::domain::text::SafeText::line(&words).into_string();
    canvas.spans(area.x, area.y, area.width, &[(glyph.into(), style), (words, theme.text())]);
}

/// The keys that work here.
fn hints(canvas: &mut Canvas, state: &State, setup: &Setup, area: Rect) {
    let theme = canvas.theme;
    let key = |command: Command| state.keymap.keys(command).first().map(|keys| printed(keys, &state.texts)).unwrap_or_default();
    let enter = match setup.step {
        Step::Server if setup.cursor == 1 && !setup.server.is_blank() && !matches!(setup.reached, Attempt::Good(_)) => {
            "setup-key-try"
        }
        Step::SignIn if !setup.token.0.is_blank() && !matches!(setup.signed_in, Attempt::Good(_)) => "setup-key-try",
        Step::Clipboard if setup.copying == Copying::Untested => "setup-key-try",
        Step::Server if setup.cursor == 0 => "setup-key-choose",
        Step::Clipboard if setup.copying == Copying::Sent => "setup-key-choose",
        Step::Language | Step::Keymap | Step::Finish => "setup-key-choose",
        _ => "setup-key-on",
    };
    let lists =
        matches!(setup.step, Step::Language | Step::Server | Step::Keymap | Step::Finish) || setup.copying == Copying::Sent;
    let mut hints: Vec<(String, &str)> = vec![];
    if setup.step == Step::Keys {
        hints.push(("Tab".into(), "setup-key-on"));
        hints.push(("Shift+Tab".into(), "setup-key-back"));
        hints.push((if setup.esc { "Esc" } else { "Esc Esc" }.into(), "setup-key-finish"));
    } else {
        if lists {
            hints.push((format!("{} {}", key(Command::CursorUp), key(Command::CursorDown)), "setup-key-move"));
        }
        hints.push((key(Command::Enter), enter));
        if setup.step != Step::Finish {
            hints.push((key(Command::NextField), "setup-key-skip"));
        }
        if setup.step != Step::Language {
            hints.push((key(Command::PreviousField), "setup-key-back"));
        }
        hints.push((key(Command::Leave), if setup.step == Step::Finish { "setup-key-return" } else { "setup-key-finish" }));
    }
    let mut hints: Vec<(String, String, &str)> =
        hints.into_iter().map(|(keys, word)| (keys, state.texts.get(word), word)).collect();
    let width =
        |hints: &[(String, String, &str)]| hints.iter().map(|(keys, word, _)| keys.width() + word.width() + 3).sum::<usize>();
    // What Enter, Tab and Esc do always stays.
    for less in ["setup-key-move", "setup-key-back"] {
        if width(&hints) > usize::from(area.width) + 2 {
            hints.retain(|(_, _, word)| *word != less);
        }
    }
    let mut x = area.x;
    for (keys, word, _) in hints {
        x += canvas.put(x, area.y, area.right().saturating_sub(x), &keys, theme.accent().add_modifier(Modifier::BOLD)) + 1;
        x += canvas.put(x, area.y, area.right().saturating_sub(x), &word, theme.dim()) + 2;
    }
}
