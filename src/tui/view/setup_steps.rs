//! Each step of setting loket up: what can be answered, and what is known of it.

use ratatui::{layout::Rect, style::Modifier};
use unicode_width::UnicodeWidthStr;

use super::{canvas::Canvas, signals::field_line, situation::paragraph};
use crate::{
    domain::text::SafeText,
    locale::Language,
    tui::app::{
        State, address,
        command::Command,
        field::Field,
        key::{Key, KeyCode},
        keymap::Keymap,
        printed::printed,
        setting_up::COPIED,
        setup::{After, Attempt, Copying, Setup, Step, endings},
    },
};

/// Columns of the first word of a line.
const WORD: u16 = 17;

/// Commands that show what a keymap is like.
const SAMPLE: &[Command] = &[
    Command::Down,
    Command::Open,
    Command::Filter,
    Command::Lookup,
    Command::Claim,
    Command::Contact,
    Command::Note,
    Command::NewSignal,
    Command::Undo,
    Command::Palette,
    Command::Help,
    Command::Quit,
];

/// Draws what can be answered here.
pub fn step(canvas: &mut Canvas, state: &State, setup: &Setup, area: Rect) {
    match setup.step {
        Step::Language => language(canvas, state, setup, area),
        Step::Server => server(canvas, state, setup, area),
        Step::SignIn => sign_in(canvas, state, setup, area),
        Step::Keymap => keymap(canvas, state, setup, area),
        Step::Clipboard => clipboard(canvas, state, setup, area),
        Step::Keys => keys(canvas, state, setup, area),
        Step::Finish => finish(canvas, state, setup, area),
    }
}

/// A line that can be chosen, with a note beside it.
fn line(canvas: &mut Canvas, area: Rect, selected: bool, word: &str, note: &str) {
    let theme = canvas.theme;
    let on = |style: ratatui::style::Style| if selected { style.patch(theme.selected()) } else { style };
    if selected {
        canvas.restyle(area, theme.selected());
        canvas.put(area.x, area.y, 1, "▌", theme.accent());
        canvas.cursor = Some((area.x, area.y));
    }
    let width = (word.width() as u16 + 2).max(if note.is_empty() { 0 } else { WORD });
    canvas.put(area.x + 2, area.y, area.width - 2, word, on(if selected { theme.strong() } else { theme.text() }));
    canvas.put(area.x + 2 + width, area.y, area.width.saturating_sub(width + 2), note, on(theme.dim()));
}

fn row(area: Rect, at: u16) -> Rect {
    Rect { y: area.y + at, height: 1, ..area }
}

fn language(canvas: &mut Canvas, state: &State, setup: &Setup, area: Rect) {
    for (at, language) in Language::ALL.iter().enumerate() {
        let word = state.texts.get(&format!("language-{language}"));
        line(canvas, row(area, at as u16), setup.cursor == at, &word, language.code());
    }
}

fn server(canvas: &mut Canvas, state: &State, setup: &Setup, area: Rect) {
    let texts = &state.texts;
    line(canvas, row(area, 0), setup.cursor == 0, &texts.get("setup-server-demo"), &texts.get("setup-server-demo-note"));
    line(canvas, row(area, 1), setup.cursor == 1, &texts.get("setup-server-own"), "");
    input(canvas, row(area, 1), &setup.server, setup.server.text(), setup.cursor == 1, "https://");
    attempt(canvas, state, &setup.reached, Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area });
}

fn sign_in(canvas: &mut Canvas, state: &State, setup: &Setup, area: Rect) {
    let texts = &state.texts;
    if setup.demo {
        canvas.put(area.x, area.y, area.width, &texts.get("setup-sign-in-demo"), canvas.theme.text());
        return;
    }
    line(canvas, row(area, 0), true, &texts.get("setup-sign-in-token"), "");
    let dots = "•".repeat(setup.token.0.text().chars().count());
    let hint = state.known.token.as_ref().map(|from| texts.with("setup-sign-in-known", &[("from", from.as_str().into())]));
    input(canvas, row(area, 0), &setup.token.0, &dots, true, &hint.unwrap_or_default());
    attempt(canvas, state, &setup.signed_in, Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area });
}

/// A field on a line, as it is shown; `empty` stands in an empty one.
fn input(canvas: &mut Canvas, area: Rect, field: &Field, shown: &str, focused: bool, empty: &str) {
    let theme = canvas.theme;
    let x = area.x + 2 + WORD;
    let width = area.right().saturating_sub(x + 1);
    let style = if focused { theme.text().patch(theme.selected()) } else { theme.text() };
    if field.text().is_empty() {
        let dim = if focused { theme.dim().patch(theme.selected()) } else { theme.dim() };
        canvas.put(x, area.y, width, empty, dim);
    }
    if focused {
        // What is shown has another length than what was typed when it is hidden.
        let before = field.text()[..field.cursor()].chars().count();
        let cursor = shown.char_indices().nth(before).map_or(shown.len(), |(at, _)| at);
        field_line(canvas, (x, area.y, width), shown, cursor, style);
    } else {
        canvas.put(x, area.y, width, SafeText::line(shown).as_str(), style);
    }
}

fn attempt(canvas: &mut Canvas, state: &State, attempt: &Attempt, area: Rect) {
    let theme = canvas.theme;
    match attempt {
        Attempt::None => {}
        Attempt::Running(_) => {
            canvas.put(area.x, area.y, area.width, &state.texts.get("setup-trying"), theme.dim());
        }
        Attempt::Good(found) => {
            let words = match &found.account {
                Some((name, role)) => {
                    state.texts.with("setup-signed-in", &[("name", name.as_str().into()), ("role", role.as_str().into())])
                }
                None => state.texts.with("setup-reached", &[("version", found.version.as_str().into())]),
            };
            canvas.spans(area.x, area.y, area.width, &[("✓ ".into(), theme.glyph(theme.done)), (words, theme.text())]);
        }
        Attempt::Meant(address) => {
            canvas.put(area.x, area.y, 1, "?", theme.glyph(theme.high));
            let text = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
            let address = SafeText::line(address).into_string();
            paragraph(canvas, text, &state.texts.with("setup-server-meant", &[("address", address.into())]), theme.text());
        }
        Attempt::Failed { words, advice } => {
            let (words, advice) = (SafeText::line(words).into_string(), SafeText::line(advice).into_string());
            canvas.put(area.x, area.y, 1, "✗", theme.glyph(theme.crisis));
            let text = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
            paragraph(canvas, text, &format!("{words}\n{advice}"), theme.text());
        }
    }
}

fn keymap(canvas: &mut Canvas, state: &State, setup: &Setup, area: Rect) {
    let theme = canvas.theme;
    let all = &state.choices.keymaps;
    for (at, (name, _)) in all.iter().enumerate() {
        let key = format!("setup-keymap-{name}");
        let note = if state.texts.has(&key) { state.texts.get(&key) } else { String::new() };
        line(canvas, row(area, at as u16), setup.cursor == at, SafeText::line(name).as_str(), &note);
    }
    let Some((_, keymap)) = all.get(setup.cursor) else { return };
    let top = area.y + all.len() as u16 + 1;
    let (column, wide) = (area.width / 2, 14);
    let per_column = SAMPLE.len().div_ceil(2);
    for (at, command) in SAMPLE.iter().enumerate() {
        let (x, y) = (area.x + 2 + column * (at / per_column) as u16, top + (at % per_column) as u16);
        if y >= area.bottom() {
            continue;
        }
        let keys = keymap.keys(*command).iter().take(2).map(|keys| printed(keys, &state.texts)).collect::<Vec<_>>().join("  ");
        canvas.put(x, y, wide - 1, &keys, theme.accent().add_modifier(Modifier::BOLD));
        canvas.put(x + wide, y, column.saturating_sub(wide + 3), &state.texts.get(&command.word()), theme.text());
    }
}

fn clipboard(canvas: &mut Canvas, state: &State, setup: &Setup, area: Rect) {
    let theme = canvas.theme;
    let texts = &state.texts;
    let quoted = [("text", COPIED.into())];
    match setup.copying {
        Copying::Untested => line(canvas, row(area, 0), true, &texts.with("setup-clipboard-try", &quoted), ""),
        Copying::Sent => {
            let question = texts.with("setup-clipboard-question", &quoted);
            let lines = crate::tui::app::wrap::wrap(&question, area.width.into()).len() as u16;
            paragraph(canvas, area, &question, theme.text());
            for (at, key) in ["setup-clipboard-yes", "setup-clipboard-no"].into_iter().enumerate() {
                line(canvas, row(area, lines + 1 + at as u16), setup.cursor == at, &texts.with(key, &quoted), "");
            }
        }
        Copying::Works => {
            let words = texts.get("setup-clipboard-works");
            canvas.spans(area.x, area.y, area.width, &[("✓ ".into(), theme.glyph(theme.done)), (words, theme.text())]);
        }
        Copying::Fails => {
            canvas.put(area.x, area.y, 1, "!", theme.glyph(theme.high));
            let text = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
            paragraph(canvas, text, &texts.get("setup-clipboard-fails"), theme.text());
        }
    }
}

fn keys(canvas: &mut Canvas, state: &State, setup: &Setup, area: Rect) {
    let theme = canvas.theme;
    if let Some(key) = setup.keys.last() {
        let commands = meanings(state, *key);
        let name = printed(&[*key], &state.texts);
        let strong = theme.accent().add_modifier(Modifier::BOLD);
        canvas.spans(area.x, area.y, area.width, &[(format!("{name}  "), strong), (commands, theme.text())]);
    }
    let (mut x, mut y) = (area.x, area.y + 2);
    for key in single(&state.keymap) {
        let came = setup.keys.contains(&key);
        let name = printed(&[key], &state.texts);
        let width = name.width() as u16 + 2;
        if x + width > area.right() + 1 {
            (x, y) = (area.x, y + 1);
        }
        if y >= area.bottom() {
            break;
        }
        if came {
            canvas.put(x, y, 1, "✓", theme.glyph(theme.done));
        }
        canvas.put(x + 1, y, width - 1, &name, if came { theme.strong() } else { theme.dim() });
        x += width + 1;
    }
    canvas.cursor = Some((area.x, area.y));
}

/// What a key does, in words; nothing for one that is bound to nothing.
fn meanings(state: &State, key: Key) -> String {
    let bound = |command: &&Command| state.keymap.keys(**command).iter().any(|keys| keys[..] == [key]);
    let commands = Command::ALL.iter().filter(bound).filter(|command| !command.scope().is_inner());
    let mut words: Vec<String> = commands.map(|command| state.texts.get(&command.word())).collect();
    words.dedup();
    words.join(", ")
}

/// The keys that are pressed alone and are no plain characters: those a terminal may not send. Alt, and Ctrl with a named key,
/// are left out: nothing depends on them.
fn single(keymap: &Keymap) -> Vec<Key> {
    let mut keys: Vec<Key> = Command::ALL.iter().flat_map(|command| keymap.keys(*command)).flatten().copied().collect();
    let plain = |key: &Key| matches!(key.code, KeyCode::Char(_)) == key.ctrl && !key.alt;
    keys.retain(plain);
    // What is most often held back comes first.
    keys.sort_unstable_by_key(|key| (!matches!(key.code, KeyCode::F(_)), *key));
    keys.dedup();
    keys
}

fn finish(canvas: &mut Canvas, state: &State, setup: &Setup, area: Rect) {
    let theme = canvas.theme;
    let texts = &state.texts;
    let first = state.known.first;
    let server = match (setup.demo, setup.server.is_blank()) {
        (false, false) => {
            let typed = setup.server.text().trim();
            let address = SafeText::line(&address::meant(typed).unwrap_or_else(|| typed.to_owned())).into_string();
            match &setup.reached {
                Attempt::Failed { .. } => format!("{address}  ! {}", texts.get("setup-unreached")),
                _ => address,
            }
        }
        _ => texts.get("setup-server-demo"),
    };
    let named = state.choices.keymaps.iter().find(|(_, keymap)| std::sync::Arc::ptr_eq(keymap, &state.keymap));
    let signed_in = match (&setup.signed_in, setup.token.0.is_blank() || setup.demo) {
        (Attempt::Good(found), false) => {
            found.account.as_ref().map(|(name, _)| SafeText::line(name).into_string()).unwrap_or_default()
        }
        (_, false) => texts.get("setup-untried"),
        (_, true) => state.known.token.clone().filter(|_| !setup.demo).unwrap_or_else(|| "–".into()),
    };
    let copying = texts.get(match setup.copying {
        Copying::Works => "setup-copies",
        Copying::Fails => "setup-copies-not",
        _ => "setup-untried",
    });
    let answers = [
        (Step::Language, texts.get(&format!("language-{}", texts.language()))),
        (Step::Server, server),
        (Step::SignIn, signed_in),
        (Step::Keymap, named.map(|(name, _)| SafeText::line(name).into_string()).unwrap_or_default()),
        (Step::Clipboard, copying),
    ];
    for (at, (step, answer)) in answers.iter().enumerate() {
        let y = area.y + at as u16;
        canvas.put(area.x, y, WORD + 1, &texts.get(&format!("setup-{}", step.name())), theme.dim());
        canvas.put(area.x + WORD + 2, y, area.width.saturating_sub(WORD + 2), answer, theme.text());
    }
    // Where there is no room for a blank line, the way out comes before it.
    let top = (answers.len() as u16 + 1).min(area.height.saturating_sub(endings(first).len() as u16));
    for (at, ending) in endings(first).iter().enumerate() {
        let key = match ending {
            Some(After::Begin) if setup.demo || setup.server.is_blank() => "setup-end-demo",
            Some(After::Begin) => "setup-end-begin",
            Some(After::Stop) => "setup-end-stop",
            Some(After::Close) => "setup-end-save",
            None if first => "setup-end-leave",
            None => "setup-end-close",
        };
        line(canvas, row(area, top + at as u16), setup.cursor == at, &texts.get(key), "");
    }
}
