//! The terminal: what it is, what is in between, its colours, what it answers, and how wide it draws loket's glyphs.

use unicode_width::UnicodeWidthStr;

use super::check::Check;
use crate::{
    cli::call::{Call, Stop},
    domain::text::SafeText,
    tui::{
        app::layout::SMALLEST,
        shell::{
            color::{Abilities, Depth},
            probe::{self, Answers},
        },
    },
};

const GROUP: &str = "terminal";

/// The lines and marks loket draws with; each takes one column.
const GLYPHS: &[&str] = &["─", "│", "╭", "╮", "╰", "╯", "▌", "●", "○", "✓", "✗", "·", "–", "…", "↑", "↓", "←", "→", "›", "€"];
/// What names and texts from outside may hold: a combining mark, wide characters, an emoji.
const SAMPLES: &[&str] = &["e\u{301}", "日本", "🏠"];

/// Everything about the terminal. It is asked only when somebody sits before it.
pub(super) fn checks(call: &Call, interactive: bool) -> Vec<Check> {
    let mut checks = vec![kind(call), between(call), size(call), locale(call)];
    checks.push(colours(call));
    if interactive {
        checks.extend(answers(call));
    }
    let text = |key: &str| call.texts.get(key);
    checks.push(Check::ok(GROUP, "clipboard", "-").untested(advice_to_copy(call)));
    checks.push(Check::ok(GROUP, "keys", "-").untested(text("doctor-keys-how")));
    checks
}

fn kind(call: &Call) -> Check {
    let term = call.edge.variable("TERM").unwrap_or_default();
    let named = ["TERM_PROGRAM", "TERM_PROGRAM_VERSION", "LC_TERMINAL"];
    let mut found: Vec<String> = vec![if term.is_empty() { "-".into() } else { shown(&term) }];
    found.extend(named.iter().filter_map(|name| call.edge.variable(name)).map(|value| shown(&value)));
    let seen = [("WT_SESSION", "Windows Terminal"), ("VTE_VERSION", "VTE"), ("KONSOLE_VERSION", "Konsole")];
    found.extend(seen.iter().filter(|(name, _)| call.edge.variable(name).is_some()).map(|(_, what)| (*what).to_owned()));
    let check = Check::ok(GROUP, "term", found.join("  "));
    if call.edge.width.is_none() {
        return check.attention(call.texts.get("doctor-term-none"));
    }
    check.unless(!matches!(term.as_str(), "" | "dumb"), call.texts.get("doctor-term-dumb"))
}

/// What stands between the program and the eye.
fn between(call: &Call) -> Check {
    let set = |name: &str| call.edge.variable(name).is_some();
    let mut found = vec![];
    if set("TMUX") {
        found.push("tmux");
    } else if set("STY") {
        found.push("screen");
    }
    if set("ZELLIJ") {
        found.push("zellij");
    }
    if set("SSH_CONNECTION") || set("SSH_TTY") {
        found.push("ssh");
    }
    Check::ok(GROUP, "between", if found.is_empty() { call.texts.get("doctor-between-nothing") } else { found.join(", ") })
}

fn size(call: &Call) -> Check {
    let size = rustix::termios::tcgetwinsize(std::io::stdout()).ok().filter(|size| size.ws_col > 0 && call.edge.width.is_some());
    let Some(size) = size else {
        return Check::ok(GROUP, "size", call.texts.get("doctor-size-unknown"));
    };
    let values = [("width", u32::from(size.ws_col).into()), ("height", u32::from(size.ws_row).into())];
    let least = [("width", u32::from(SMALLEST.0).into()), ("height", u32::from(SMALLEST.1).into())];
    let fits = size.ws_col >= SMALLEST.0 && size.ws_row >= SMALLEST.1;
    Check::ok(GROUP, "size", call.texts.with("doctor-size-found", &values))
        .unless(fits, call.texts.with("doctor-size-small", &least))
}

fn locale(call: &Call) -> Check {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| Some((*name, call.edge.variable(name)?)));
    let found = set.map_or_else(|| call.texts.get("doctor-locale-none"), |(name, value)| format!("{name}={}", shown(&value)));
    Check::ok(GROUP, "locale", found).unless(call.edge.shows_unicode(), call.texts.get("doctor-locale-ascii"))
}

fn abilities(call: &Call) -> Abilities {
    Abilities::from_variables(|name| call.edge.variable(name))
}

fn colours(call: &Call) -> Check {
    let key = match abilities(call).depth {
        Depth::None if call.edge.variable("NO_COLOR").is_some() => "doctor-colours-refused",
        Depth::None => "doctor-colours-none",
        Depth::Sixteen => "doctor-colours-sixteen",
        Depth::Palette => "doctor-colours-palette",
        Depth::True => "doctor-colours-true",
    };
    Check::ok(GROUP, "colours", call.texts.get(key))
}

fn answers(call: &Call) -> Vec<Check> {
    let term = call.edge.variable("TERM").unwrap_or_default();
    if matches!(term.as_str(), "" | "dumb") {
        return vec![];
    }
    let samples: Vec<&str> = GLYPHS.iter().chain(SAMPLES).copied().collect();
    let answers = probe::ask(&samples).unwrap_or_default();
    let answered = Check::ok(GROUP, "answers", call.texts.get(if answers.answered { "doctor-yes" } else { "doctor-no" }));
    let mut checks = vec![answered.unless(answers.answered, call.texts.get("doctor-answers-none"))];
    if answers.answered {
        let known = if answers.synchronised { "doctor-yes" } else { "doctor-synchronised-no" };
        checks.push(Check::ok(GROUP, "synchronised", call.texts.get(known)));
        checks.extend(widths(call, &answers));
    }
    checks
}

fn widths(call: &Call, answers: &Answers) -> Vec<Check> {
    if answers.columns.len() != GLYPHS.len() + SAMPLES.len() {
        return vec![Check::ok(GROUP, "glyphs", call.texts.get("doctor-glyphs-unknown"))];
    }
    let (own, foreign) = answers.columns.split_at(GLYPHS.len());
    let wrong: Vec<String> = GLYPHS
        .iter()
        .zip(own)
        .filter(|(_, columns)| **columns != 1)
        .map(|(glyph, columns)| format!("{glyph} {columns}"))
        .collect();
    let found = if wrong.is_empty() {
        call.texts.with("doctor-glyphs-good", &[("count", GLYPHS.len().into())])
    } else {
        wrong.join("  ")
    };
    let glyphs = Check::ok(GROUP, "glyphs", found).unless(wrong.is_empty(), call.texts.get("doctor-glyphs-wrong"));
    let measured =
        SAMPLES.iter().zip(foreign).map(|(sample, columns)| format!("{sample} {columns}")).collect::<Vec<_>>().join("  ");
    let same = SAMPLES.iter().zip(foreign).all(|(sample, columns)| sample.width() == usize::from(*columns));
    let wide = Check::ok(GROUP, "wide", measured).unless(same, call.texts.get("doctor-wide-wrong"));
    vec![glyphs, wide]
}

fn advice_to_copy(call: &Call) -> String {
    let key = if call.edge.variable("TMUX").is_some() { "doctor-clipboard-tmux" } else { "doctor-clipboard-how" };
    call.texts.get(key)
}

/// The sixteen colours and the looks that carry meaning without them.
pub(super) fn print_colours(call: &mut Call) -> Result<(), Stop> {
    let label = call.texts.get("doctor-sample");
    call.print(&SafeText::default())?;
    let mut sample = format!("{} ", SafeText::line(&label));
    if abilities(call).depth != Depth::None {
        for colour in 0..16 {
            let code = if colour < 8 { 30 + colour } else { 82 + colour };
            sample.push_str(&format!("\x1b[{code}m{colour:>3}"));
        }
        sample.push_str("\x1b[m");
    }
    let looks = [("1", "doctor-bold"), ("2", "doctor-dim"), ("4", "doctor-underlined"), ("7", "doctor-reversed")];
    for (code, key) in looks {
        sample.push_str(&format!("  \x1b[{code}m{}\x1b[m", SafeText::line(&call.texts.get(key))));
    }
    // The only bytes that steer the terminal: they are written here and come from nowhere else.
    call.print_own(&sample)
}

/// A value of the environment, short and safe.
fn shown(value: &str) -> String {
    SafeText::line(value).into_string().chars().take(60).collect()
}
