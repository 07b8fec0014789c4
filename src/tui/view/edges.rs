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
        Modal, Pane, State, Tone,
        command::{Command, HINTS, Scope},
        key::Key,
        keymap::Resolution,
        keys::Typing,
        message::Link,
        picking::OPENS,
        pointing::Target,
        printed::printed,
    },
};

/// Product, tabs, user and connection.
pub fn header(canvas: &mut Canvas, state: &State, area: Rect) {
    let theme = canvas.theme;
    let narrow = area.width < 90;
    // How old the screen is comes before what the numbers of the tabs count.
    let wordy = area.width >= 120;
    let bold = ratatui::style::Modifier::BOLD;
    // Where there is no room for it at the right, that nothing can be changed stands in the place of the name.
    let short = state.settings.read_only && area.width < 90;
    let name =
        if short { (state.texts.get("read-only-short"), theme.signal(theme.hold)) } else { ("loket".into(), theme.accent()) };
    let mut spans: Vec<Span> = vec![(name.0, name.1.add_modifier(bold)), ("  ".into(), theme.text())];
    for (pane, number, key, count) in [
        (Pane::Signals, '1', "tab-signals", Some(state.signals.counts.free)),
        (Pane::Agenda, '2', "tab-agenda", Some(state.agenda.candidates)),
        (Pane::Register, '3', "tab-register", None),
        (Pane::Board, '4', "tab-board", Some(state.board.due)),
    ] {
        let active = state.pane == pane;
        let from: usize = spans.iter().map(|(text, _)| text.width()).sum();
        // Between the two there is room for three names and a short one.
        let lost = matches!(state.link, Link::Lost { .. });
        let short = area.width < 76 || pane == Pane::Agenda && (narrow || lost && !wordy);
        let name = if short { state.texts.get(&format!("{key}-short")) } else { state.texts.get(key) };
        let count = count.filter(|count| *count > 0 && state.loaded).map_or_else(String::new, |count| {
            let key = match pane {
                Pane::Board => "tab-due",
                Pane::Agenda => "tab-candidates",
                Pane::Signals | Pane::Register => "tab-free",
            };
            if !wordy { format!(" {count}") } else { format!(" {}", state.texts.with(key, &[("count", count.into())])) }
        });
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
        };
        let place = Rect { x: area.x + 1 + from as u16, width: (until - from) as u16, height: 1, ..area };
        canvas.spots.push((place.intersection(area), Target::Command(command)));
        spans.push((" ".into(), theme.text()));
    }
    let used = canvas.spans(area.x + 1, area.y, area.width - 1, &spans);

    let room = usize::from(area.width).saturating_sub(usize::from(used) + 3);
    let wide = |spans: &[Span]| spans.iter().map(|(text, _)| text.width()).sum::<usize>();
    let mut right = about(state, theme, (narrow, narrow));
    // Rather a short name than no time; and half a time is a wrong time.
    if wide(&right) > room {
        right = about(state, theme, (narrow, true));
    }
    if wide(&right) > room {
        right.pop();
    }
    // Whose window it is one knows; whether it is live must be read whole.
    if wide(&right) > room
        && let Some(name) = state.me.as_ref().map(|me| format::initials(me.name.line().as_str()))
    {
        right.retain(|(text, _)| *text != name && !text.trim().is_empty());
    }
    // The connection stands last: what is before it goes first.
    while wide(&right) > room && right.len() > 2 {
        right.remove(0);
    }
    let width = wide(&right).min(room) as u16;
    canvas.spans(area.right() - 1 - width, area.y, width, &right);
}

/// User, drafts, connection and time; in a narrow window without drafts, and with the user's initials when the name is short.
fn about(state: &State, theme: &Theme, (narrow, short): (bool, bool)) -> Vec<Span> {
    let mut right: Vec<Span> = Vec::new();
    if let Some(me) = &state.me {
        let name = me.name.line();
        let shown = if short { format::initials(name.as_str()) } else { name.into_string() };
        if me.demo {
            right.push((format!("{}  ", state.texts.get("demo-mark")), theme.signal(theme.high)));
        }
        if let Some(count) = state.drafts.filter(|count| *count > 0 && !narrow) {
            right.push((format!("{}  ", state.texts.with("drafts-mark", &[("count", count.into())])), theme.signal(theme.hold)));
        }
        if state.settings.read_only && !narrow {
            right.push((format!("{}  ", state.texts.get("read-only-mark")), theme.signal(theme.hold)));
        }
        right.push((shown, theme.dim()));
        right.push(("   ".into(), theme.text()));
    }
    match &state.link {
        Link::Connecting => right.push((state.texts.get("link-connecting"), theme.dim())),
        Link::Live if state.unreadable > 0 => {
            right.push(("! ".into(), theme.glyph(theme.crisis)));
            right.push((state.texts.with("link-incomplete", &[("count", state.unreadable.into())]), theme.signal(theme.crisis)));
        }
        Link::Live => {
            right.push(("● ".into(), theme.glyph(theme.done)));
            right.push((state.texts.get("link-live"), theme.dim()));
        }
        Link::Lost { since, refused, .. } => {
            let age = format::age(*since, state.now, &state.texts);
            let words = match (refused, state.loaded) {
                (true, _) => state.texts.get("link-refused"),
                (false, false) => state.texts.get("link-none"),
                // How old the screen is is what must be read: in a narrow window that alone.
                (false, true) if narrow => state.texts.with("link-lost-short", &[("age", age.into())]),
                (false, true) => state.texts.with("link-lost", &[("age", age.into())]),
            };
            right.push(("○ ".into(), theme.glyph(theme.crisis)));
            right.push((words, theme.signal(theme.crisis)));
        }
    }
    right.push((format!("  {}", format::clock(state.server_now())), theme.dim()));
    right
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
    let width = |hint: &Hint| (hint.keys.width() + 1 + hint.word.width() + 2) as u16;
    let mut hints = hinted(state);
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

/// Most keys on the hint line.
const MOST: usize = 10;

/// A key with its word.
struct Hint {
    command: Command,
    keys: String,
    word: String,
}

/// Stays on the line however short it is.
fn stays(command: Command) -> bool {
    matches!(command, Command::FilterClear | Command::Leave | Command::Back | Command::Actions | Command::Palette | Command::Help)
}

/// At most ten keys with their words: of what works on this row now, the most wanted first.
fn hinted(state: &State) -> Vec<Hint> {
    let scopes = state.scopes();
    let typing = state.typing() != Typing::No;
    let over = !state.modals.is_empty();
    let queue = !over && state.pane != Pane::Register;
    let board = !over && state.pane == Pane::Board;
    let agenda = !over && state.pane == Pane::Agenda;
    let (open, rows) = match state.pane {
        Pane::Agenda => (state.agenda.open.is_some(), state.agenda.rows.len()),
        Pane::Board => (state.board.open.is_some() || state.board.calendar.is_some(), state.board.board.rows.len()),
        _ => (state.signals.open.is_some(), state.signals.rows.len()),
    };
    let (reading, empty) = (queue && open, queue && rows == 0);
    let wanted = |command: Command| match command {
        // On an agenda its items are worked, not their cases.
        _ if agenda && matches!(command.scope(), Scope::Signal | Scope::TimeOut | Scope::Arrangement) => false,
        Command::Filter | Command::View | Command::Lookup | Command::NewSignal if agenda => false,
        Command::Decide | Command::Commit if agenda => reading,
        Command::MoveUp | Command::MoveDown | Command::Minutes | Command::Insert | Command::TakeOff if agenda => !reading,
        Command::Open if agenda => !empty,
        // A claim of one's own is renewed by working; what one sees is how to give it back.
        Command::Claim => !mine(state) && !board,
        Command::Release => !board,
        Command::View => empty || board && !reading,
        // On the board it is the time-outs that are worked; in the queue the menu has them.
        Command::Suspend => false,
        _ if command.scope() == Scope::Arrangement => board,
        Command::Contact if board => {
            state.clock_row().is_some_and(|row| row.kind() == crate::domain::deadline::DeadlineKind::CallBack)
        }
        Command::Contact | Command::Urgency | Command::Status | Command::NewSignal | Command::Lookup | Command::Group => !board,
        Command::Open => queue && !reading && !empty,
        // Where no letter is a command, the menu is how everything is found.
        Command::Palette => state.keymap.letters_filter && !over && !typing,
        Command::Actions => queue && !empty && !state.keymap.letters_filter,
        Command::Back => reading || over,
        Command::Enter | Command::Submit | Command::NextField | Command::PreviousField => {
            matches!(state.modals.last(), Some(Modal::Form(_)))
        }
        Command::Help => !over,
        Command::Leave => {
            !matches!(state.modals.last(), Some(Modal::Finder(_) | Modal::Picker(_))) && state.typing() != Typing::Filter
        }
        Command::Editor => in_block(state) && state.has_editor,
        Command::Template => in_block(state),
        Command::Filter => !reading,
        _ => true,
    };
    let sending = matches!(state.modals.last(), Some(Modal::Form(form)) if form.sending.is_some());
    let mut hints: Vec<Hint> = HINTS
        .iter()
        .filter(|command| {
            let anywhere = match command {
                Command::Help => typing && !over,
                // A card is left with the key that goes back everywhere.
                Command::Back => !typing && matches!(state.modals.last(), Some(Modal::Lookup(_))),
                _ => false,
            };
            scopes.contains(&command.scope()) || anywhere
        })
        .filter(|command| !sending || **command == Command::Leave)
        .filter(|command| wanted(**command) && state.unavailable(**command).is_none())
        .filter_map(|command| {
            // The first of its keys that means this command here: what another has taken in this place is not told twice.
            let keys = state.keymap.keys(*command).iter().find(|keys| means(state, keys, *command))?;
            let keys = printed(keys, &state.texts);
            // What is typed is shorter to say than its key.
            let keys = if *command == Command::Template { OPENS.to_owned() } else { keys };
            let picks = *command == Command::FinderRun && matches!(state.modals.last(), Some(Modal::Picker(_)));
            let word = match command {
                Command::Enter => enter_word(state).to_owned(),
                // A digit alone is a pane too.
                Command::FilterKeep if state.pane_typed().is_some() => "number-to-pane".to_owned(),
                _ if picks => Command::MenuPick.word(),
                _ => command.word(),
            };
            Some(Hint { command: *command, keys, word: state.texts.get(&word) })
        })
        .collect();
    while hints.len() > MOST {
        match hints.iter().rposition(|hint| !stays(hint.command)) {
            Some(at) => drop(hints.remove(at)),
            None => hints.truncate(MOST),
        }
    }
    hints
}

/// Do these keys run this command here?
fn means(state: &State, keys: &[Key], command: Command) -> bool {
    match state.keymap.resolve(state.scopes(), keys) {
        Resolution::Command(found) => found == command,
        // Whatever lies on top, or the start of a longer sequence.
        Resolution::Nothing | Resolution::Prefix => true,
    }
}

/// Is the signal under the cursor mine?
fn mine(state: &State) -> bool {
    let signals = state.replica.signals();
    let row = state.current_signal().and_then(|id| signals.find(id)).and_then(|row| signals.get(row));
    row.is_some_and(|row| state.is_mine(&row))
}

/// What Enter does in the form, in a word.
fn enter_word(state: &State) -> &'static str {
    match state.modals.last() {
        Some(Modal::Form(form)) if form.focus > form.slots.len() => "form-enter-close",
        Some(Modal::Form(form)) if form.focus == form.slots.len() || form.saves_on_enter() => "form-enter-save",
        Some(Modal::Form(_)) if in_block(state) => "form-enter-line",
        _ => "form-enter-next",
    }
}

/// Does a field of several lines have the cursor?
fn in_block(state: &State) -> bool {
    let Some(Modal::Form(form)) = state.modals.last() else { return false };
    form.slots.get(form.focus).is_some_and(|slot| slot.field.is_block())
}
