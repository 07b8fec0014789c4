//! The first line and the last two: where you are, how fresh it is, what happened, what you can press.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::{
    canvas::{Canvas, Span},
    format,
};
use crate::{
    domain::text::SafeText,
    tui::app::{Modal, Pane, State, Tone, command::Command, key::Key, keys::Typing, lookup::Focus, message::Link},
};

/// Product, tabs, user and connection.
pub fn header(canvas: &mut Canvas, state: &State, area: Rect) {
    let theme = canvas.theme;
    let narrow = area.width < 90;
    let mut spans: Vec<Span> =
        vec![("loket".into(), theme.accent().add_modifier(ratatui::style::Modifier::BOLD)), ("  ".into(), theme.text())];
    for (pane, number, key, count) in
        [(Pane::Signals, '1', "tab-signals", Some(state.signals.counts.free)), (Pane::Register, '3', "tab-register", None)]
    {
        let active = state.pane == pane;
        let name = state.texts.get(key);
        let count = count.filter(|count| *count > 0 && state.loaded).map(|count| format!(" {count}")).unwrap_or_default();
        if active {
            let tab = theme.tab();
            spans.push((format!(" {number} "), tab.patch(ratatui::style::Style::new().fg(theme.accent))));
            spans.push((name, tab.add_modifier(ratatui::style::Modifier::BOLD)));
            spans.push((format!("{count} "), tab.patch(ratatui::style::Style::new().fg(theme.accent))));
        } else {
            spans.push((format!(" {number} {name}"), theme.dim()));
            spans.push((format!("{count} "), theme.text()));
        }
        spans.push((" ".into(), theme.text()));
    }
    let used = canvas.spans(area.x + 1, area.y, area.width - 1, &spans);

    let mut right: Vec<Span> = Vec::new();
    if let Some(me) = &state.me {
        let name = me.name.line();
        let shown = if narrow { format::initials(name.as_str()) } else { name.into_string() };
        if me.demo {
            right.push((format!("{}  ", state.texts.get("demo-mark")), theme.signal(theme.high)));
        }
        right.push((shown, theme.dim()));
        right.push(("   ".into(), theme.text()));
    }
    match &state.link {
        Link::Connecting => right.push((state.texts.get("link-connecting"), theme.dim())),
        Link::Live => {
            right.push(("● ".into(), theme.signal(theme.done)));
            right.push((state.texts.get("link-live"), theme.dim()));
        }
        Link::Lost { since, .. } => {
            let age = format::age(*since, state.now, &state.texts);
            right.push(("○ ".into(), theme.signal(theme.crisis)));
            right.push((state.texts.with("link-lost", &[("age", age.into())]), theme.signal(theme.crisis)));
        }
    }
    right.push((format!("  {}", format::clock(state.server_now())), theme.dim()));
    let width: usize = right.iter().map(|(text, _)| text.width()).sum();
    let room = usize::from(area.width).saturating_sub(usize::from(used) + 3);
    let width = width.min(room) as u16;
    canvas.spans(area.right() - 1 - width, area.y, width, &right);
}

/// What just happened, with its undo.
pub fn message(canvas: &mut Canvas, state: &State, area: Rect) {
    let theme = canvas.theme;
    canvas.fill(area, theme.text());
    let x = area.x + 2;
    let width = area.width - 3;
    if !state.typed.is_empty() {
        let keys = Key::show(&state.typed);
        canvas.spans(x, area.y, width, &[(keys, theme.accent()), (" …".into(), theme.dim())]);
        return;
    }
    let Some(message) = &state.message else {
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
                    ("! ".into(), theme.signal(theme.high)),
                    (words.into_string(), theme.text()),
                    (format!("  {advice}"), theme.dim()),
                ],
            );
        }
        return;
    };
    let (glyph, style) = match message.tone {
        Tone::Done => ("✓ ", theme.signal(theme.done)),
        Tone::Info => ("· ", theme.dim()),
        Tone::Warn => ("! ", theme.signal(theme.high)),
        Tone::Fail => ("✗ ", theme.signal(theme.crisis)),
    };
    let mut spans = vec![(glyph.to_owned(), style), (message.text.as_str().to_owned(), theme.text())];
    if let Some(key) = state.keymap.shown(Command::Undo).filter(|_| message.undo) {
        spans.push((format!("  {key} "), theme.accent()));
        spans.push((state.texts.get("command-global-undo"), theme.dim()));
    }
    if !message.advice.as_str().is_empty() {
        spans.push((format!("  {}", message.advice), theme.dim()));
    }
    canvas.spans(x, area.y, width, &spans);
}

/// The keys that work here now.
pub fn hints(canvas: &mut Canvas, state: &State, area: Rect) {
    let theme = canvas.theme;
    canvas.fill(area, theme.text());
    let mut x = area.x + 2;
    for (keys, word) in hinted(state) {
        let width = (keys.width() + 1 + word.width()) as u16;
        if x + width >= area.right() {
            break;
        }
        x += canvas.put(x, area.y, area.right() - x, &keys, theme.accent().add_modifier(ratatui::style::Modifier::BOLD));
        x += 1;
        x += canvas.put(x, area.y, area.right() - x, &word, theme.dim());
        x += 2;
    }
}

/// At most ten keys with their words.
fn hinted(state: &State) -> Vec<(String, String)> {
    use Command as C;
    let words = |key: &str| state.texts.get(key);
    let open = state.signals.open.is_some();
    let commands: &[Command] = match (state.modals.last(), state.typing()) {
        (Some(Modal::Form(form)), _) if form.sending.is_some() => &[C::Leave],
        (Some(Modal::Form(_)), _) => &[C::Submit, C::NextField, C::PreviousField, C::Leave],
        (Some(Modal::Choose(_)), _) => {
            return vec![
                ("↑ ↓".into(), words("hint-move")),
                ("Enter".into(), words("hint-pick")),
                ("Esc".into(), words("hint-close")),
            ];
        }
        (Some(Modal::Help(_)), _) => return vec![("↑ ↓".into(), words("hint-scroll")), ("Esc".into(), words("hint-close"))],
        (Some(Modal::Lookup(lookup)), _) if lookup.focus == Focus::Card => {
            &[C::CardPhone, C::CardMail, C::CardName, C::CardAll, C::ToSearch, C::Back]
        }
        (_, Typing::Lookup) => &[C::Accept, C::Next, C::CopyMenu, C::ToCard, C::OpenCard, C::Leave],
        (_, Typing::Filter) => {
            return vec![("Enter".into(), words("hint-keep-filter")), ("Esc".into(), words("hint-clear-filter"))];
        }
        (None, _) if state.pane == Pane::Register => {
            &[C::CardPhone, C::CardMail, C::CardName, C::CardAll, C::Down, C::ToSearch, C::Help]
        }
        (None, _) if open && mine(state) => {
            &[C::Release, C::Contact, C::Note, C::Urgency, C::Status, C::Lookup, C::NextItem, C::PreviousItem, C::Back]
        }
        (None, _) if open => {
            &[C::Claim, C::Contact, C::Note, C::Urgency, C::Status, C::Lookup, C::NextItem, C::PreviousItem, C::Back]
        }
        _ if state.signals.rows.is_empty() => &[C::NewSignal, C::Filter, C::View, C::Lookup, C::Help, C::Quit],
        _ if mine(state) => {
            &[C::Release, C::Contact, C::Note, C::Urgency, C::Status, C::Open, C::Lookup, C::Filter, C::NewSignal, C::Help]
        }
        _ => &[C::Claim, C::Contact, C::Note, C::Urgency, C::Status, C::Open, C::Lookup, C::Filter, C::NewSignal, C::Help],
    };
    commands
        .iter()
        .filter_map(|command| {
            let keys = state.keymap.shown(*command)?.replace("Down", "↓").replace("Up", "↑");
            Some((keys, words(&format!("command-{}-{}", command.scope().name(), command.name()))))
        })
        .collect()
}

/// Is the signal under the cursor mine?
fn mine(state: &State) -> bool {
    let signals = state.replica.signals();
    let row = state.signals.current.and_then(|id| signals.find(id)).and_then(|row| signals.get(row));
    let owner = row.and_then(|row| row.owner_at(state.server_now())).map(|owner| owner.account);
    owner.is_some() && owner == state.me.as_ref().map(|me| me.account)
}
