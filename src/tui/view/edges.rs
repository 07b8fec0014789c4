//! The first line and the last two: where you are, how fresh it is, what happened, what you can press.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::{
    canvas::{Canvas, Span},
    foot, format,
    theme::Theme,
};
use crate::{
    domain::text::SafeText,
    tui::app::{
        Pane, Part, State, Tone,
        command::Command,
        hints::{Hint, stays},
        message::Link,
        pointing::Target,
        printed::printed,
    },
};

/// Product, tabs, user and connection.
pub fn header(canvas: &mut Canvas, state: &State, area: Rect) {
    let theme = canvas.theme;
    let narrow = area.width < 90;
    let wide =
        |parts: &[(Side, Vec<Span>)]| parts.iter().flat_map(|(_, spans)| spans).map(|(text, _)| text.width()).sum::<usize>();
    let mut least = about(state, theme, narrow, true);
    least.retain(|(part, _)| *part != Side::Drafts);
    // Rather a short name of a tab than no time.
    let fits = |short: &usize| tabs(state, theme, area, *short).0 + wide(&least) + 3 <= usize::from(area.width);
    let short = (0..GETS_SHORT.len()).find(fits).unwrap_or(GETS_SHORT.len());
    let (used, spans, spots) = tabs(state, theme, area, short);
    canvas.spots.extend(spots);
    canvas.spans(area.x + 1, area.y, area.width - 1, &spans);

    let room = usize::from(area.width).saturating_sub(used + 3);
    let mut right = about(state, theme, narrow, narrow);
    // Rather a short name than no time; and half a time is a wrong time.
    if wide(&right) > room {
        right = about(state, theme, narrow, true);
    }
    for part in GIVES_WAY {
        if wide(&right) > room {
            right.retain(|(kept, _)| *kept != part);
        }
    }
    let width = wide(&right).min(room) as u16;
    let right: Vec<Span> = right.into_iter().flat_map(|(_, spans)| spans).collect();
    canvas.spans(area.right() - 1 - width, area.y, width, &right);
}

/// The names of tabs that get short where there is no room for all, the first first.
const GETS_SHORT: [Pane; 4] = [Pane::Agenda, Pane::Board, Pane::Register, Pane::Signals];

/// Does it stand in the place of the name that all is made up?
fn in_place_of_name(state: &State, narrow: bool) -> bool {
    narrow && !state.settings.read_only && state.me.as_ref().is_some_and(|me| me.demo)
}

/// Product and tabs, so many of them with a short name: the columns they take, the text, and where the mouse finds each.
fn tabs(state: &State, theme: &Theme, area: Rect, short: usize) -> (usize, Vec<Span>, Vec<(Rect, Target)>) {
    // How old the screen is comes before what the numbers of the tabs count.
    let wordy = area.width >= 120;
    let narrow = area.width < 90;
    let bold = ratatui::style::Modifier::BOLD;
    // That nothing can be changed stands in the place of the name, where it is always seen.
    let name = match state.settings.read_only {
        true => (state.texts.get(if narrow { "read-only-short" } else { "read-only-mark" }), theme.signal(theme.hold)),
        false if in_place_of_name(state, narrow) => (state.texts.get("demo-mark"), theme.signal(theme.high)),
        false => ("loket".into(), theme.accent()),
    };
    let mut spots = vec![];
    let mut spans: Vec<Span> = vec![(name.0, name.1.add_modifier(bold)), ("  ".into(), theme.text())];
    let all = [
        (Pane::Signals, '1', "tab-signals", Some(state.signals.counts.free)),
        (Pane::Agenda, '2', "tab-agenda", Some(state.agenda.candidates)),
        (Pane::Register, '3', "tab-register", None),
        (Pane::Board, '4', "tab-board", Some(state.board.due.overdue + state.board.due.today)),
        (Pane::Traces, '5', "tab-traces", None),
    ];
    for (pane, number, key, count) in all.into_iter().filter(|(pane, ..)| state.offers(*pane)) {
        let active = state.pane == pane;
        let from: usize = spans.iter().map(|(text, _)| text.width()).sum();
        let short = area.width < 76 || GETS_SHORT.iter().take(short).any(|tab| *tab == pane) || pane == Pane::Agenda && narrow;
        let name = if short { state.texts.get(&format!("{key}-short")) } else { state.texts.get(key) };
        let count = count.filter(|count| *count > 0 && state.loaded).map_or_else(String::new, |count| {
            let key = match pane {
                Pane::Board => "tab-due",
                Pane::Agenda => "tab-candidates",
                Pane::Signals | Pane::Register | Pane::Traces => "tab-free",
            };
            if !wordy { format!(" {count}") } else { format!(" {}", state.texts.with(key, &[("count", count.into())])) }
        });
        let count = if pane == Pane::Agenda { format!("{count}{}", to_confirm(state, wordy)) } else { count };
        if active {
            let tab = theme.tab();
            spans.push((format!(" {number} "), theme.chip()));
            spans.push((name, tab.add_modifier(ratatui::style::Modifier::BOLD)));
            spans.push((format!("{count} "), theme.chip()));
        } else {
            spans.push((format!(" {number} {name}"), theme.dim()));
            spans.push((format!("{count} "), theme.text()));
        }
        let until: usize = spans.iter().map(|(text, _)| text.width()).sum();
        let command = match pane {
            Pane::Signals => Command::PaneSignals,
            Pane::Agenda => Command::PaneAgenda,
            Pane::Register => Command::PaneRegister,
            Pane::Board => Command::PaneBoard,
            Pane::Traces => Command::PaneTraces,
        };
        let place = Rect { x: area.x + 1 + from as u16, width: (until - from) as u16, height: 1, ..area };
        spots.push((place.intersection(area), Target::Command(command)));
        spans.push((" ".into(), theme.text()));
    }
    (spans.iter().map(|(text, _)| text.width()).sum(), spans, spots)
}

/// A part of what stands at the right of the first line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Demo,
    Waits,
    Drafts,
    Name,
    Link,
    Clock,
}

/// What gives way where there is no room for all, least needed first. Whose window it is one knows; whether it is live must be read
/// whole, and stays.
const GIVES_WAY: [Side; 4] = [Side::Drafts, Side::Clock, Side::Name, Side::Demo];

/// The name and the connection, where there is nothing but the register.
pub fn name(canvas: &mut Canvas, state: &State, area: Rect) {
    let theme = canvas.theme;
    let style = theme.accent().add_modifier(ratatui::style::Modifier::BOLD);
    let used = canvas.put(area.x + 1, area.y, area.width - 1, &state.texts.get("alone-title"), style);
    let right: Vec<Span> = about(state, theme, true, true).into_iter().flat_map(|(_, spans)| spans).collect();
    let width: usize = right.iter().map(|(text, _)| text.width()).sum();
    let width = (width as u16).min(area.width.saturating_sub(used + 3));
    canvas.spans(area.right() - 1 - width, area.y, width, &right);
}

/// How many sendings of meetings wait for me.
fn to_confirm(state: &State, wordy: bool) -> String {
    match state.waiting_for_me().len() {
        0 => String::new(),
        count if wordy => format!(" {}", state.texts.with("tab-confirm", &[("count", count.into())])),
        _ => " !".into(),
    }
}

/// Demo, drafts, user, connection and time; with the user's initials when the name is short.
fn about(state: &State, theme: &Theme, narrow: bool, short: bool) -> Vec<(Side, Vec<Span>)> {
    let mut right: Vec<(Side, Vec<Span>)> = Vec::new();
    if let Some(me) = &state.me {
        let name = me.name.line();
        let shown = if short { format::initials(name.as_str()) } else { name.into_string() };
        if me.demo && !in_place_of_name(state, narrow) {
            right.push((Side::Demo, vec![(format!("{}  ", state.texts.get("demo-mark")), theme.signal(theme.high))]));
        }
        if let Some(count) = state.drafts.filter(|count| *count > 0) {
            let words = state.texts.with("drafts-mark", &[("count", count.into())]);
            right.push((Side::Drafts, vec![(format!("{words}  "), theme.signal(theme.hold))]));
        }
        right.extend(waits(state, theme));
        right.push((Side::Name, vec![(shown, theme.dim()), ("   ".into(), theme.text())]));
    }
    // What waits is told before it is known who waits for it.
    if state.me.is_none() {
        right.extend(waits(state, theme));
    }
    let link = match &state.link {
        Link::Connecting => vec![(state.texts.get("link-connecting"), theme.dim())],
        Link::Live if state.unreadable > 0 => {
            let words = state.texts.with("link-incomplete", &[("count", state.unreadable.into())]);
            vec![("! ".into(), theme.glyph(theme.crisis)), (words, theme.signal(theme.crisis))]
        }
        Link::Live => vec![("● ".into(), theme.glyph(theme.done)), (state.texts.get("link-live"), theme.dim())],
        Link::Lost { since, refused, .. } => {
            let age = format::age(*since, state.now, &state.texts);
            let words = match (refused, state.loaded) {
                (true, _) => state.texts.get("link-refused"),
                (false, false) => state.texts.get("link-none"),
                // How old the screen is is what must be read: in a narrow window that alone.
                (false, true) if narrow => state.texts.with("link-lost-short", &[("age", age.into())]),
                (false, true) => state.texts.with("link-lost", &[("age", age.into())]),
            };
            vec![("○ ".into(), theme.glyph(theme.crisis)), (words, theme.signal(theme.crisis))]
        }
    };
    right.push((Side::Link, link));
    right.push((Side::Clock, vec![(format!("  {}", format::clock(state.server_now())), theme.dim())]));
    right
}

/// How many texts that were pressed wait to be sent.
fn waits(state: &State, theme: &Theme) -> Option<(Side, Vec<Span>)> {
    let words = || format!("{}  ", state.texts.with("waits-mark", &[("count", state.waiting.into())]));
    (state.waiting > 0).then(|| (Side::Waits, vec![(words(), theme.signal(theme.high))]))
}

/// What just happened, with its undo.
pub fn message(canvas: &mut Canvas, state: &State, area: Rect) {
    let theme = canvas.theme;
    canvas.fill(area, theme.text());
    let x = area.x + 2;
    let width = area.width - 3;
    if !state.typed.is_empty() || state.count.is_some() {
        let count = state.count.map_or_else(String::new, |count| format!("{count} "));
        let keys = format!("{count}{}", canvas.keys(&printed(&state.typed, &state.texts)));
        canvas.spans(x, area.y, width, &[(keys, theme.accent()), (" …".into(), theme.dim())]);
        return;
    }
    if foot::progress(canvas, state, area) {
        return;
    }
    let Some(message) = &state.message else {
        if state.link == Link::Live && foot::marks(canvas, state, area) {
            return;
        }
        if let Link::Lost { words, advice, .. } = &state.link
            && state.loaded
        {
            let words = SafeText::line(words);
            let advice = SafeText::line(advice);
            canvas.spans(
                x,
                area.y,
                width,
                &[
                    ("! ".into(), theme.glyph(theme.high)),
                    (words.into_string(), theme.text()),
                    (format!("  {advice}"), theme.dim()),
                ],
            );
        }
        return;
    };
    let (glyph, style) = match message.tone {
        Tone::Done | Tone::Undone => ("✓ ", theme.glyph(theme.done)),
        Tone::Info => ("· ", theme.dim()),
        Tone::Warn => ("! ", theme.glyph(theme.high)),
        Tone::Fail => ("✗ ", theme.glyph(theme.crisis)),
    };
    // What has no room on its line stands on those above it as well, but not over the edge of what lies over the screen.
    let lines = state.message_lines(1 + usize::from(area.y.saturating_sub(canvas.framed)));
    let mut line = Rect { y: area.y.saturating_sub(lines.len().saturating_sub(1) as u16), ..area };
    for (at, parts) in lines.into_iter().enumerate() {
        canvas.fill(line, theme.text());
        let sign = if at == 0 { (glyph.to_owned(), style) } else { ("  ".into(), theme.text()) };
        let look = |part| match part {
            Part::Text => theme.text(),
            Part::Key => theme.accent(),
            Part::Undo | Part::Advice => theme.dim(),
        };
        let spans: Vec<Span> = [sign].into_iter().chain(parts.into_iter().map(|(part, text)| (text, look(part)))).collect();
        canvas.spans(x, line.y, width, &spans);
        line.y += 1;
    }
}

/// The keys that work here now.
pub fn hints(canvas: &mut Canvas, state: &State, area: Rect) {
    let theme = canvas.theme;
    canvas.fill(area, theme.text());
    let mut x = area.x + 2;
    let width = |hint: &Hint| (hint.keys.width() + 1 + hint.word.width() + 2) as u16;
    let mut hints = state.hints().to_vec();
    hints.iter_mut().for_each(|hint| hint.keys = canvas.keys(&hint.keys).into_owned());
    // The way out and the way to everything else always stay; what does not fit goes from before them.
    while x + hints.iter().map(width).sum::<u16>() > area.right() + 1 {
        match hints.iter().rposition(|hint| !stays(hint.command)) {
            Some(at) => drop(hints.remove(at)),
            None if hints.len() > 1 => drop(hints.remove(0)),
            None => break,
        }
    }
    for hint in hints {
        let from = x;
        let key = theme.accent().add_modifier(ratatui::style::Modifier::BOLD);
        x += canvas.put(x, area.y, area.right().saturating_sub(x), &hint.keys, key);
        x += 1;
        x += canvas.put(x, area.y, area.right().saturating_sub(x), &hint.word, theme.dim());
        canvas.spots.push((Rect { x: from, width: x - from, ..area }, Target::Command(hint.command)));
        x += 2;
    }
}
