//! Small menus, help and palette, and the keys that may follow.

use ratatui::{
    layout::Rect,
    style::{Color, Modifier, Style},
};

use super::canvas::Canvas;
use crate::{
    domain::text::SafeText,
    tui::app::{
        Pane, State,
        choose::{Choose, Item},
        command::Command,
        finder::{Finder, FinderLine, Kind},
        finding, layout,
        pointing::Target,
        printed::printed,
        wrap::{cells_of, wrap},
    },
};

/// A menu: letter, label, note; no letters where a letter picks nothing. A question that is wider than the screen stands above its answers: cut, nobody knows what is asked.
pub fn choose(canvas: &mut Canvas, state: &State, menu: &Choose) {
    use unicode_width::UnicodeWidthStr;
    let theme = canvas.theme;
    let widest = |text: fn(&Item) -> &String| menu.items.iter().map(|item| text(item).width()).max().unwrap_or(0);
    let (label, note) = (widest(|item| &item.label), widest(|item| &item.note));
    // Notes are cut last: what a line is about is known without its end.
    let room = usize::from(state.size.0).saturating_sub(14);
    let label = if label + note > room { label.min(room.saturating_sub(note).max(room / 3)) } else { label };
    let (label, note) = (label as u16, note.min(room) as u16);
    // Dark on light, whatever the theme: a camera reads nothing else for certain.
    let camera = Style::new().fg(Color::Black).bg(Color::White);
    let code = menu.code.iter().map(|row| row.width()).max().unwrap_or(0) as u16;
    let told = menu.about.iter().map(|line| line.width()).max().unwrap_or(0) as u16;
    let indent = if state.keymap.letters_filter { 1 } else { 4 };
    let below = state.words_below_menu(menu).map(|words| SafeText::line(&words));
    let asked = below.as_ref().map_or(0, |words| words.as_str().width()) as u16;
    let width =
        (label + note + indent + 10).max(asked + 4).max(menu.title.width() as u16 + 8).max(told + 6).max(code + 6).max(34);
    let (screen_width, screen_height) = state.size;
    let fits = menu.title.width() + 6 <= usize::from(screen_width);
    let title = SafeText::line(&menu.title);
    let question = if fits { vec![] } else { wrap(title.as_str(), usize::from(screen_width) - 4) };
    let width = width.min(screen_width);
    let about: Vec<SafeText> = menu.about.iter().map(|line| SafeText::line(line)).collect();
    let about: Vec<&str> = about
        .iter()
        .flat_map(|line| wrap(line.as_str(), usize::from(width) - 5).into_iter().map(|part| &line.as_str()[part]))
        .collect();
    let below: Vec<String> = below.map_or_else(Vec::new, |words| {
        let lines = wrap(words.as_str(), usize::from(width) - 4);
        lines.into_iter().map(|line| words.as_str()[line].to_owned()).collect()
    });
    let above = question.len() + menu.code.len() + about.len() + usize::from(!about.is_empty()) + below.len();
    let height = u16::try_from(menu.items.len() + above).unwrap_or(u16::MAX).saturating_add(2);
    let height = height.min(screen_height - 2);
    let area = Rect { x: (screen_width - width) / 2, y: (screen_height - 2 - height) / 2, width, height };
    let mut inside = canvas.frame(area, &if fits { title.clone() } else { SafeText::line("") });
    // What it takes stands below the answers.
    let below_height = (below.len() as u16).min(inside.height);
    for (at, line) in below.iter().enumerate().take(below_height.into()) {
        let style = if menu.stray.is_empty() { theme.dim() } else { theme.signal(theme.high) };
        canvas.put(inside.x, inside.bottom() - below_height + at as u16, inside.width, line, style);
    }
    inside.height -= below_height;
    for line in &question {
        canvas.put(inside.x, inside.y, inside.width, &title.as_str()[line.clone()], theme.strong());
        inside = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    }
    for row in &menu.code {
        let x = inside.x + inside.width.saturating_sub(code) / 2;
        canvas.put(x, inside.y, inside.width, row, camera);
        inside = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    }
    // The answers stay in view, whatever stands above them.
    let room = usize::from(inside.height).saturating_sub(menu.items.len() + 1);
    for line in about.iter().take(room) {
        canvas.put(inside.x, inside.y, inside.width, line, theme.text());
        inside = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    }
    if !about.is_empty() {
        inside = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    }
    let top = (menu.cursor + 1).saturating_sub(inside.height.into());
    for (at, item) in menu.items.iter().enumerate().skip(top).take(inside.height.into()) {
        let y = inside.y + (at - top) as u16;
        let selected = at == menu.cursor;
        canvas.spots.push((Rect { y, height: 1, ..inside }, Target::Line(at)));
        if selected {
            canvas.restyle(Rect { x: inside.x - 1, y, width: inside.width + 2, height: 1 }, theme.selected());
            canvas.put(inside.x - 1, y, 1, theme.edge(), theme.accent());
            canvas.cursor = Some((inside.x - 1, y));
        }
        let on = |style: ratatui::style::Style| if selected { style.patch(theme.selected()) } else { style };
        if !state.keymap.letters_filter {
            canvas.put(inside.x + 1, y, 2, &item.letter.to_string(), on(theme.accent().add_modifier(Modifier::BOLD)));
        }
        canvas.put(inside.x + indent, y, label, &item.label, on(if selected { theme.strong() } else { theme.text() }));
        let note = (inside.x + indent + 2 + label, inside.width.saturating_sub(label + indent + 2));
        canvas.put(note.0, y, note.1, &item.note, on(theme.dim()));
    }
    if top + usize::from(inside.height) < menu.items.len() {
        canvas.put_right(area.x, area.bottom() - 1, area.width - 2, " ↓ ", theme.accent());
    }
}

/// Help or palette: what was typed, and the commands it finds.
pub fn finder(canvas: &mut Canvas, state: &State, finder: &Finder) {
    let theme = canvas.theme;
    let help = finder.kind == Kind::Help;
    let size = if help { finding::help_size(state.size) } else { finding::PALETTE };
    let area = layout::centred(state.size, size);
    let inside = canvas.frame(area, &SafeText::line(&finder_title(state, finder.kind)));
    let lines = finder.lines(state);
    let count = Finder::count(&lines).to_string();
    let used = canvas.put(inside.x, inside.y, 2, "›", theme.accent()) + 1;
    let field = (inside.x + used, inside.y, inside.width.saturating_sub(used + count.len() as u16 + 2));
    super::signals::field_line(canvas, field, finder.input.text(), finder.input.cursor(), theme.text());
    let mut typing = canvas.cursor;
    let empty = finder.input.text().is_empty();
    if empty {
        let prompt = state.texts.get(match finder.kind {
            Kind::Help => "help-search",
            Kind::Explanations => "explanations-search",
            _ => "palette-search",
        });
        canvas.put(field.0 + 1, field.1, field.2.saturating_sub(1), &prompt, theme.dim());
    }
    canvas.put_right(inside.x, inside.y, inside.width, &count, theme.dim());
    let foot = if help { finding::HELP_FOOT } else { finding::PALETTE_FOOT };
    let list = Rect { y: inside.y + 2, height: inside.height.saturating_sub(3 + foot), ..inside };
    if lines.is_empty() {
        let words = state.texts.with(finder.nothing(), &[("typed", finder.input.text().trim().into())]);
        canvas.put(list.x, list.y, list.width, SafeText::line(&words).as_str(), theme.dim());
    }
    for (at, line) in lines.iter().enumerate().skip(finder.list.top).take(list.height.into()) {
        let row = Rect { y: list.y + (at - finder.list.top) as u16, height: 1, ..list };
        let selected = at == finder.list.row;
        if !matches!(line, FinderLine::Heading(_)) {
            canvas.spots.push((Rect { y: row.y, height: 1, ..inside }, Target::Line(at)));
            if selected {
                canvas.restyle(Rect { x: inside.x - 1, width: inside.width + 2, ..row }, theme.selected());
                canvas.put(inside.x - 1, row.y, 1, theme.edge(), theme.accent());
                // While one types it stands behind the text; once one moves through the list, on the row.
                typing = if finder.list.moved { Some((inside.x - 1, row.y)) } else { typing };
            }
        }
        finder_line(canvas, row, line, (help, selected));
    }
    if finder.list.top + usize::from(list.height) < lines.len() {
        canvas.put_right(area.x, area.bottom() - 1, area.width - 2, " ↓ ", theme.accent());
    }
    // Below the list: what can be typed, and once something is, all that is to be said of the line under the cursor.
    let said = match lines.get(finder.list.row) {
        Some(line) if help => line.said(),
        // Why not is cut in a narrow window: below the list it is whole, also before anything is typed.
        Some(FinderLine::Command { unavailable: Some(why), .. }) => why.clone(),
        Some(FinderLine::Command { sentence, .. }) if !empty => sentence.clone(),
        Some(FinderLine::Page { answer, .. }) => answer.clone(),
        _ if help => String::new(),
        _ => state.texts.get("palette-prefixes"),
    };
    let width = inside.width.saturating_sub(1);
    for (at, line) in wrap(&said, width.into()).into_iter().take(foot.into()).enumerate() {
        canvas.put(inside.x + 1, inside.bottom() - foot + at as u16, width, &said[line], theme.dim());
    }
    canvas.cursor = typing;
}

/// What the list is, and what it works on.
pub fn finder_title(state: &State, kind: Kind) -> String {
    if kind == Kind::Help {
        let named = state.choices.keymaps.iter().find(|(_, keymap)| std::sync::Arc::ptr_eq(keymap, &state.keymap));
        let name = named.map_or_else(String::new, |(name, _)| format!(" {name}"));
        let own = Command::ALL.iter().filter(|command| state.keymap.is_own(**command)).count();
        return state.texts.with("help-title", &[("name", name.into()), ("own", own.into())]);
    }
    let title = state.texts.get(match kind {
        Kind::Explanations => return state.texts.get("explanations-title"),
        Kind::Palette => "palette-title",
        _ => "actions-title",
    });
    let marked = state.marked_for(Command::Claim);
    let signals = state.replica.signals();
    let current = state.current_signal().filter(|_| state.pane != Pane::Register && state.beneath().is_none());
    let number = current.and_then(|id| signals.find(id)).and_then(|row| signals.get(row)).map(|row| row.number().short());
    match (marked, number) {
        (0, None) => title,
        (0, Some(number)) => format!("{title}  {number}"),
        (marked, _) => format!("{title}  {}", state.texts.with("count-marked", &[("count", marked.into())])),
    }
}

/// One line: a group, a command with its keys and what it does or why not, or a signal.
fn finder_line(canvas: &mut Canvas, row: Rect, line: &FinderLine, (help, selected): (bool, bool)) {
    let theme = canvas.theme;
    let on = |style: Style| if selected { style.patch(theme.selected()) } else { style };
    let scope_width = if help || row.width < 86 { 0 } else { 9 };
    let (keys_width, word_width) = if row.width >= 72 { (16, 20) } else { (13, 16) };
    match line {
        FinderLine::Heading(text) => {
            let used = canvas.put(row.x, row.y, row.width, text, theme.dim().add_modifier(Modifier::BOLD));
            canvas.rule(Rect { x: row.x + used + 1, width: row.width.saturating_sub(used + 1), ..row });
        }
        FinderLine::Sign(sign, meaning) => {
            let wide = if cells_of(sign) > 2 { 24 } else { 3 };
            canvas.put(row.x + 1, row.y, wide, &canvas.keys(sign), on(theme.accent()));
            let x = row.x + wide + 3;
            canvas.put(x, row.y, row.right().saturating_sub(x), meaning, on(theme.dim()));
        }
        FinderLine::Command { scope, keys, word, sentence, unavailable, .. } => {
            let off = unavailable.is_some();
            let strong = if selected && !off { theme.strong() } else { theme.text() };
            let mut x = row.x + 1;
            canvas.put(x, row.y, word_width, word, on(if off { theme.dim() } else { strong }));
            x += word_width + 2;
            canvas.put(x, row.y, keys_width, &canvas.keys(keys), on(if off { theme.dim() } else { theme.accent() }));
            x += keys_width + 2;
            if scope_width > 0 {
                canvas.put(x, row.y, scope_width, scope, on(theme.dim()));
                x += scope_width + 2;
            }
            // Help explains what is not to be had now as well; why not is said below it.
            let reason = unavailable.as_ref().filter(|_| !help);
            let said = reason.map_or_else(|| sentence.clone(), |reason| format!("({reason})"));
            canvas.put(x, row.y, row.right().saturating_sub(x), &said, on(theme.dim()));
        }
        FinderLine::Page { title, scope, answer, .. } => {
            let strong = if selected { theme.strong() } else { theme.text() };
            let wide = (word_width + 2 + keys_width).min(row.width);
            canvas.put(row.x + 1, row.y, wide, title, on(strong));
            let mut x = row.x + 1 + wide + 2;
            if scope_width > 0 && !scope.is_empty() {
                canvas.put(x, row.y, scope_width, scope, on(theme.dim()));
                x += scope_width + 2;
            }
            canvas.put(x, row.y, row.right().saturating_sub(x), answer, on(theme.dim()));
        }
        FinderLine::Signal { number, title, municipality, .. } => {
            let place = 18.min(row.width / 4);
            let strong = if selected { theme.strong() } else { theme.text() };
            canvas.put(row.x + 1, row.y, 14, number, on(theme.accent()));
            let x = row.x + 17;
            canvas.put(x, row.y, row.right().saturating_sub(x + place + 2), title.as_str(), on(strong));
            canvas.put(row.right().saturating_sub(place), row.y, place, municipality.as_str(), on(theme.dim()));
        }
    }
}

/// The keys that may follow what was typed, above the message line; nothing under it moves.
pub fn following(canvas: &mut Canvas, state: &State) {
    let theme = canvas.theme;
    let mut rows: Vec<(String, String)> = state
        .keymap
        .continuations(state.scopes(), &state.typed)
        .filter(|(_, command)| state.unavailable(*command).is_none())
        .map(|(keys, command)| (canvas.keys(&printed(keys, &state.texts)).into_owned(), state.texts.get(&command.word())))
        .collect();
    rows.sort();
    if rows.is_empty() {
        return;
    }
    let (width, height) = (state.size.0.min(34), (rows.len() as u16 + 2).min(state.size.1.saturating_sub(4)));
    let area = Rect { x: state.size.0 - width, y: state.size.1.saturating_sub(2 + height), width, height };
    let inside = canvas.frame(area, &SafeText::line(&format!("{} …", canvas.keys(&printed(&state.typed, &state.texts)))));
    for (at, (keys, word)) in rows.iter().enumerate().take(inside.height.into()) {
        let y = inside.y + at as u16;
        canvas.put(inside.x + 1, y, 6, keys, theme.accent().add_modifier(Modifier::BOLD));
        canvas.put(inside.x + 8, y, inside.width.saturating_sub(8), word, theme.text());
    }
}
