//! The register: search field, hits, card. As pane 3, and as the window that `@` opens over any screen.

use ratatui::{
    layout::Rect,
    style::{Modifier, Style},
};

use super::{canvas::Canvas, card, format, signals::field_line, situation};
use crate::{
    client::replica::{Question, positions},
    domain::{
        officer::Standing,
        text::{RawText, SafeText},
    },
    locale::Value,
    tui::app::{
        State,
        layout::{self, Areas},
        lookup::{self, FRAME, Focus, Found, Lookup},
        pointing::Target,
        wrap::cells_of,
    },
};

/// Pane 3.
pub fn pane(canvas: &mut Canvas, state: &State, areas: &Areas) {
    let crumbs = Rect { x: 0, width: areas.list.right(), ..areas.crumbs };
    let list = Rect { x: 0, width: areas.list.right(), ..areas.list };
    search_line(canvas, state, crumbs, &state.register);
    // No room for both: the card that has the keys takes the place of the list.
    if let (None, Focus::Card, Some(officer)) = (areas.preview, state.register.focus, state.register.current()) {
        let above = list.y.saturating_sub(areas.heads.y);
        let place = Rect { y: areas.heads.y, height: list.height + above, ..list };
        return card::card(canvas, state, place, (&state.register, officer), true);
    }
    let heads = Rect { x: 0, width: areas.list.right(), ..areas.heads };
    let told = lookup::heading(&state.register, state).is_some();
    if told {
        above_hits(canvas, state, Rect { x: heads.x + 2, width: heads.width.saturating_sub(2), ..heads }, &state.register);
    }
    if hits(canvas, state, list, (!told).then_some(heads), &state.register) {
        if let Some(rule) = areas.rule {
            if areas.beside { canvas.upright(rule) } else { canvas.rule(rule) }
        }
        if let (Some(area), Some(officer)) = (areas.preview, state.register.current()) {
            card::card(canvas, state, area, (&state.register, officer), state.register.focus == Focus::Card);
        }
    }
}

/// The window over any screen.
pub fn over(canvas: &mut Canvas, state: &State, lookup: &Lookup) {
    canvas.card_most = 0;
    let area = layout::centred(state.size, FRAME);
    let inside = canvas.frame(area, &SafeText::line(&state.texts.get("lookup-title")));
    search_line(canvas, state, Rect { height: 1, x: inside.x - 1, width: inside.width + 2, ..inside }, lookup);
    above_hits(canvas, state, Rect { y: inside.y + 1, height: 1, ..inside }, lookup);
    let rows = crate::tui::app::lookup_list_height(state.size) as u16;
    let list =
        Rect { x: inside.x - 1, y: inside.y + 2, width: inside.width + 2, height: rows.min(inside.height.saturating_sub(3)) };
    if hits(canvas, state, list, None, lookup) {
        let y = list.bottom();
        canvas.rule(Rect { x: inside.x, y, width: inside.width, height: 1 });
        if let Some(officer) = lookup.current() {
            let card_area =
                Rect { x: inside.x - 1, y: y + 1, width: inside.width + 2, height: inside.bottom().saturating_sub(y + 1) };
            card::card(canvas, state, card_area, (lookup, officer), lookup.focus == Focus::Card);
        }
    }
}

fn search_line(canvas: &mut Canvas, state: &State, area: Rect, lookup: &Lookup) {
    let theme = canvas.theme;
    let count = if lookup.waiting.is_some() {
        state.texts.get("searching")
    } else if lookup.query.text().trim().is_empty() && lookup.proposes().is_none() {
        if lookup.hits.is_empty() { String::new() } else { state.texts.with("register-size", &[("count", lookup.total.into())]) }
    } else {
        state.texts.with("hits", &[("count", lookup.total.into())])
    };
    canvas.put_right(area.x, area.y, area.width - 1, &count, theme.dim());
    let used = canvas.put(area.x + 2, area.y, 12, &state.texts.get("lookup-prompt"), theme.accent().add_modifier(Modifier::BOLD));
    let room = area.width.saturating_sub(used + 22);
    if lookup.focus == Focus::Search {
        field_line(canvas, (area.x + 3 + used, area.y, room), lookup.query.text(), lookup.query.cursor(), theme.text());
        if lookup.query.text().is_empty() {
            canvas.put(area.x + 5 + used, area.y, room.saturating_sub(2), &state.texts.get("lookup-hint"), theme.dim());
        }
    } else {
        canvas.put(area.x + 3 + used, area.y, room, SafeText::line(lookup.query.text()).as_str(), theme.text());
    }
}

/// What the hits are that nobody typed for, or what none of them may decide about.
fn above_hits(canvas: &mut Canvas, state: &State, area: Rect, lookup: &Lookup) {
    if let Some(words) = lookup::heading(lookup, state) {
        let style = if lookup.proposes().is_some() { canvas.theme.dim() } else { canvas.theme.signal(canvas.theme.high) };
        canvas.put(area.x, area.y, area.width, &words, style);
    }
}

/// The hits, or why there are none. Says whether there are any.
fn hits(canvas: &mut Canvas, state: &State, area: Rect, heads: Option<Rect>, lookup: &Lookup) -> bool {
    if lookup.hits.is_empty() {
        let texts = &state.texts;
        let blank = lookup.query.text().trim().is_empty();
        let (head, advice) = match &lookup.refused {
            Some(words) => (words.clone(), String::new()),
            None if lookup.waiting.is_some() => (texts.get("searching"), String::new()),
            None if blank && !state.loaded => (texts.get("register-loading"), String::new()),
            None if blank => (texts.get("register-empty"), texts.get("register-empty-advice")),
            None => {
                (texts.with("no-hits", &[("query", Value::from(lookup.query.text()))]), lookup::no_hits_advice(lookup, state))
            }
        };
        situation::two_sentences(canvas, area, &head, &advice);
        return false;
    }
    let name = 22.min(area.width / 4 + 2);
    let mandate = match area.width {
        ..76 => 0,
        76..90 => 12,
        _ => 18,
    };
    let verified = if area.width >= 96 { 14 } else { 2 };
    let flexible = area.width.saturating_sub(2 + name + 2 + mandate + 2 + verified + 4);
    let organisation = flexible * 12 / 20;
    let title = flexible - organisation;
    let columns = [
        (2, name),
        (4 + name, organisation),
        (6 + name + organisation, title),
        (8 + name + flexible, mandate),
        (10 + name + flexible + mandate, verified),
    ];
    if let Some(heads) = heads {
        for ((x, width), key) in
            columns.iter().zip(["head-name", "head-organisation", "head-function", "head-mandate", "head-verified"])
        {
            if *width > 4 {
                canvas.put(heads.x + x, heads.y, *width, &state.texts.get(key), canvas.theme.dim());
            }
        }
    }
    let wanted = Question::parse(lookup.query.text()).wanted().join(" ");
    for offset in 0..area.height {
        let at = lookup.list.top + usize::from(offset);
        let Some(found) = lookup.hits.get(at) else { break };
        let y = area.y + offset;
        canvas.spots.push((Rect { y, height: 1, ..area }, Target::Officer(found.officer.id)));
        if at == lookup.list.row && lookup.list.moved && lookup.focus == Focus::Search {
            canvas.cursor = Some((area.x, y));
        }
        hit(canvas, state, Rect { y, height: 1, ..area }, &columns, found, (at == lookup.list.row, &wanted));
    }
    true
}

fn hit(
    canvas: &mut Canvas,
    state: &State,
    area: Rect,
    columns: &[(u16, u16); 5],
    found: &Found,
    (selected, wanted): (bool, &str),
) {
    let theme = canvas.theme;
    let facts = &found.officer.facts;
    if selected {
        canvas.restyle(Rect { x: area.x + 1, width: area.width - 2, ..area }, theme.selected());
        canvas.put(area.x, area.y, 1, theme.edge(), theme.accent());
    }
    let on = |style: Style| if selected { style.patch(theme.selected()) } else { style };
    if found.left {
        canvas.put(area.x + 1, area.y, 1, "~", on(theme.text()));
    }
    let mut cell = |(x, width): (u16, u16), text: &RawText, style: Style| {
        let safe = text.line();
        canvas.put(area.x + x, area.y, width, safe.as_str(), on(style));
        mark(canvas, (area.x + x, area.y, width), safe.as_str(), (wanted, found.typo));
    };
    let name = if facts.name.is_blank() { &facts.title } else { &facts.name };
    cell(columns[0], name, if selected { theme.strong() } else { theme.text() });
    cell(columns[1], &state.reference.organisation_name(&facts.organisation).into(), theme.text());
    // Who is away stays to be found, and says so.
    let away = if facts.is_away_on(state.today) { format!("– {}", state.texts.get("hit-away")) } else { String::new() };
    let taken = if away.is_empty() { 0 } else { (cells_of(&away) as u16 + 1).min(columns[2].1) };
    cell((columns[2].0, columns[2].1 - taken), &facts.title, theme.dim());
    canvas.put_right(area.x + columns[2].0, area.y, columns[2].1, &away, on(theme.signal(theme.high)));
    let (mandate, style) = match facts.standing(state.today) {
        Standing::MandateEnded | Standing::EntryEnded => ("mandate-over".to_owned(), theme.signal(theme.crisis)),
        Standing::Sound | Standing::Stale => (format!("mandate-{}", facts.mandate), theme.dim()),
    };
    let mut words = state.texts.get(&mandate);
    // How far the mandate goes, where there is room for it.
    if let Some(amount) = facts.budget_euros.filter(|_| facts.standing(state.today) != Standing::EntryEnded && columns[3].1 > 12)
    {
        words = format!("{words} {}", format::euros(amount, &state.texts));
    }
    let style = if found.officer.ends_soon(state.today).is_some() {
        words = format!("! {words}");
        theme.signal(theme.high)
    } else {
        style
    };
    canvas.put(area.x + columns[3].0, area.y, columns[3].1, &words, on(style));
    let (glyph, word, style) = card::verified(state, theme, &found.officer);
    // That it is a slip stands beside how far it can be trusted, not in its place.
    let shown = if found.typo && columns[4].1 > 4 {
        format!("≈{glyph} {}", state.texts.get("typo"))
    } else if found.typo {
        format!("≈{glyph}")
    } else if columns[4].1 > 4 {
        format!("{glyph} {word}")
    } else {
        glyph.to_owned()
    };
    canvas.put(area.x + columns[4].0, area.y, columns[4].1, &shown, on(style));
}

/// Makes the letters of the words that are wanted bold and coloured where they stand.
fn mark(canvas: &mut Canvas, (x, y, width): (u16, u16, u16), text: &str, (wanted, forgiven): (&str, bool)) {
    use unicode_segmentation::UnicodeSegmentation;
    use unicode_width::UnicodeWidthStr;
    let marked = positions(text, wanted, forgiven);
    if marked.is_empty() {
        return;
    }
    let style = Style::new().fg(canvas.theme.accent.color).add_modifier(Modifier::BOLD);
    let mut column = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        let wide = grapheme.width() as u16;
        if column + wide > width {
            break;
        }
        if marked.binary_search(&at).is_ok() {
            canvas.restyle(Rect { x: x + column, y, width: wide, height: 1 }, style);
        }
        column += wide;
    }
}
