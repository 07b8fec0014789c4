//! The card of an entry of the register: how to reach, what the mandate covers and what not, and whether that can be trusted.

use ratatui::{layout::Rect, style::Style};

use super::{
    canvas::{Canvas, Span},
    format,
    theme::Theme,
};
use crate::{
    domain::{
        officer::{Freshness, Mandate, Officer, Standing, freshness},
        text::{RawText, SafeText},
        verdict::Attention,
    },
    tui::app::{
        State,
        command::Command,
        lookup::{self, Lookup},
        printed::printed,
        wrap::{cells_of, wrap},
    },
};

/// The glyph and word for how much an entry can be trusted.
pub(super) fn verified<'a>(state: &State, theme: &Theme, officer: &Officer) -> (&'a str, String, Style) {
    if officer.asks_for(Attention::Reported, state.today) {
        return ("✗", state.texts.get("freshness-reported"), theme.signal(theme.crisis));
    }
    let fresh = freshness(officer.facts.verified_on, state.today);
    let (glyph, style) = match fresh {
        Freshness::Fresh => ("●", theme.dim()),
        Freshness::Ageing => ("◐", theme.signal(theme.high)),
        Freshness::Stale => ("○", theme.signal(theme.crisis)),
    };
    (glyph, state.texts.get(&format!("freshness-{fresh}")), style)
}

/// The card: how to reach, what the mandate covers and what not.
pub(super) fn card(canvas: &mut Canvas, state: &State, area: Rect, (lookup, officer): (&Lookup, &Officer), focused: bool) {
    let theme = canvas.theme;
    let texts = &state.texts;
    let facts = &officer.facts;
    let (x, width) = (area.x + 2, area.width.saturating_sub(4));
    let mut y = area.y;
    let name = if facts.name.is_blank() { facts.title.line() } else { facts.name.line() };
    let head: Vec<Span> = vec![
        (name.into_string(), theme.strong()),
        (format!("  {}", SafeText::line(&state.reference.organisation_name(&facts.organisation))), theme.text()),
    ];
    canvas.spans(x, y, width, &head);
    if focused {
        canvas.put(area.x, y, 1, "▌", theme.accent());
        canvas.cursor = Some((area.x, y));
    }
    y += if area.height >= 9 { 2 } else { 1 };
    let beside = width >= 76;
    let half = if beside { width / 2 } else { width };
    let key = |command: Command| match state.keymap.keys(command).first().filter(|_| focused) {
        Some(keys) => vec![(format!("  {}", canvas.keys(&printed(keys, texts))), theme.accent())],
        None => vec![],
    };
    let mut left: Vec<(String, Vec<Span>)> = Vec::new();
    let mut right: Vec<(String, Vec<Span>)> = Vec::new();
    // What does not fit goes on below it; the hint stands behind the first line.
    let add = |side: &mut Vec<(String, Vec<Span>)>, label: &str, text: &RawText, style: Style, hint: Vec<Span>| {
        // An address is not broken where it fits on a line of its own.
        let (line, own) = (text.line(), usize::from(half.saturating_sub(17)));
        let hint_cells: usize = hint.iter().map(|(text, _)| cells_of(text)).sum();
        let cells = cells_of(line.as_str());
        if cells + hint_cells > own && cells + 4 <= usize::from(half) && !line.as_str().contains(' ') {
            let (beside, below) = ((line.into_string(), style), hint);
            if cells <= own {
                side.push((texts.get(label), vec![beside]));
                side.extend((!below.is_empty()).then(|| (String::new(), below)));
            } else {
                side.push((texts.get(label), below));
                side.push((String::new(), vec![beside]));
            }
            return;
        }
        let hint_wide: usize = hint.iter().map(|(text, _)| cells_of(text)).sum();
        let room = half.saturating_sub(17 + hint_wide as u16);
        for (at, line) in lines(text.line().as_str(), room).into_iter().enumerate().filter(|_| !text.is_blank()) {
            let label = if at == 0 { texts.get(label) } else { String::new() };
            side.push((label, [vec![(line, style)], if at == 0 { hint.clone() } else { vec![] }].concat()));
        }
    };
    // Whether somebody can be reached now is as old as that.
    if let Some(at) = state.register_at() {
        left.push((texts.get("card-age"), vec![(texts.register_when(at), theme.signal(theme.high))]));
    }
    add(&mut left, "card-phone", &facts.phone, theme.strong(), key(Command::CardPhone));
    add(&mut left, "card-mail", &facts.mail, theme.text(), key(Command::CardMail));
    let first = left.len();
    add(&mut left, "card-direct-phone", &facts.direct_phone, theme.text(), vec![]);
    add(&mut left, "card-direct-mail", &facts.direct_mail, theme.text(), vec![]);
    add(&mut left, "card-availability", &facts.availability, theme.text(), vec![]);
    if let Some(reach) = format::reach(facts, state.server_now(), texts) {
        let label = if facts.availability.is_blank() { texts.get("card-availability") } else { String::new() };
        for (at, line) in lines(&reach, half.saturating_sub(17)).into_iter().enumerate() {
            left.push((if at == 0 { label.clone() } else { String::new() }, vec![(line, theme.text())]));
        }
    }
    if let Some(away) = format::absence(facts, state.today, texts) {
        add(&mut left, "card-absence", &away.into(), theme.signal(theme.high), vec![]);
    }
    add(&mut left, "card-deputy", &facts.deputy, theme.text(), vec![]);
    add(&mut left, "card-escalation", &facts.escalation, theme.text(), vec![]);
    // What comes next when this mandate does not cover it stands right below how to reach them.
    if let Some(next) = lookup::next_best(lookup, state) {
        for (at, line) in lines(&next, half.saturating_sub(17)).into_iter().enumerate() {
            let label = if at == 0 { texts.get("card-next") } else { String::new() };
            left.push((label, vec![(line, theme.signal(theme.high))]));
        }
    }
    let calls = format::calls(lookup::called_before(state, officer.id), state.today, texts);
    add(&mut left, "card-calls", &calls.into(), theme.text(), vec![]);
    let title = if facts.name.is_blank() { RawText::default() } else { facts.title.clone() };
    let mut function = Vec::new();
    add(&mut function, "card-function", &title, theme.text(), vec![]);
    let mandate = format::mandate(facts, state.today, texts);
    let style = match (facts.standing(state.today), facts.mandate) {
        (Standing::MandateEnded | Standing::EntryEnded, _) => theme.signal(theme.crisis),
        (_, Mandate::Decide) => theme.signal(theme.done),
        _ => theme.text(),
    };
    for (at, line) in lines(&mandate, half.saturating_sub(19)).into_iter().enumerate() {
        let label = if at == 0 { texts.get("card-mandate") } else { String::new() };
        right.push((label, vec![(line, style)]));
    }
    add(&mut right, "card-not", &facts.mandate_excludes, theme.signal(theme.high), vec![]);
    add(&mut right, "card-mandate-source", &facts.mandate_source, theme.dim(), vec![]);
    let (glyph, word, style) = verified(state, theme, officer);
    let on = format::verified(officer, texts);
    let trusted = format!("{glyph} {word}");
    let beside_it = cells_of(&trusted) + 2 + cells_of(&on) <= usize::from(half.saturating_sub(17));
    let (same, below) = if beside_it { (format!("  {on}"), None) } else { (String::new(), Some(on)) };
    right.push((texts.get("card-verified"), vec![(trusted, style), (same, theme.text())]));
    right.extend(below.map(|on| (String::new(), vec![(on, theme.text())])));
    for report in format::reports(officer, texts) {
        for (at, line) in lines(&report, half.saturating_sub(17)).into_iter().enumerate() {
            let label = if at == 0 { texts.get("card-reported") } else { String::new() };
            right.push((label, vec![(line, theme.signal(theme.crisis))]));
        }
    }
    if let Some(day) = officer.ends_soon(state.today) {
        let days = format::days_in_words(day, state.today, texts);
        let words = texts.with("card-ends-soon", &[("date", format::full_date(day, texts).into()), ("days", days.into())]);
        right.push((texts.get("card-ends"), vec![(words, theme.signal(theme.high))]));
    }
    let domains: Vec<String> = facts.domains.iter().map(|domain| domain.line().into_string()).collect();
    let mut domain_lines = wrap_list(&domains, usize::from(half.saturating_sub(17)));
    for (at, line) in domain_lines.drain(..).enumerate() {
        right.push((if at == 0 { texts.get("card-domains") } else { String::new() }, vec![(line, theme.text())]));
    }
    // Why somebody is found whose entry does not have the word.
    if let Some((word, domain)) = lookup::found_through(lookup, state, officer) {
        let words = texts.with("card-found-through", &[("word", SafeText::line(&word).into()), ("domain", domain.into())]);
        add(&mut right, "card-found", &words.into(), theme.dim(), vec![]);
    }
    add(&mut right, "card-provenance", &facts.provenance, theme.dim(), vec![]);
    if !beside {
        // What the mandate covers, and whether that still holds, stands before the less urgent facts.
        let rest = left.split_off(left.len().min(first));
        left.append(&mut right);
        left.extend(function);
        left.extend(rest);
    } else {
        right.splice(0..0, function);
    }
    let sides = [(&left, x, half.saturating_sub(2)), (&right, x + half, width - half)];
    let place = Rect { x, y, width, height: area.bottom().saturating_sub(y) };
    let scroll = cut_off(canvas, state, place, (left.len().max(right.len()), lookup));
    // What has no room is told on the last line.
    let shown = if canvas.card_most > 0 { place.height.saturating_sub(1) } else { place.height };
    for (side, at, wide) in sides {
        for (line, (label, value)) in side.iter().skip(scroll).take(shown.into()).enumerate() {
            let row = y + line as u16;
            canvas.put(at, row, 13, label, theme.dim());
            let indent =
                if value.first().is_some_and(|(text, _)| cells_of(text) as u16 > wide.saturating_sub(15)) { 2 } else { 15 };
            let indent = if label.is_empty() { indent } else { 15 };
            canvas.spans(at + indent, row, wide.saturating_sub(indent), value);
        }
    }
}

/// How far a card of so many lines is scrolled; where it does not fit, what is left is told on its last line.
fn cut_off(canvas: &mut Canvas, state: &State, place: Rect, (lines, lookup): (usize, &Lookup)) -> usize {
    let room = usize::from(place.height);
    if lines <= room || room == 0 {
        canvas.card_most = 0;
        return 0;
    }
    let shown = room.saturating_sub(1);
    canvas.card_most = lines - shown;
    let scroll = lookup.scroll().min(canvas.card_most);
    let below = lines - shown - scroll;
    let (text, count, command) = match below {
        0 => ("card-more-above", scroll, Command::CardPageUp),
        _ => ("card-more-below", below, Command::CardPageDown),
    };
    let mut keys = state.keymap.shown(command).unwrap_or_default();
    if !state.pages_over_card(lookup) {
        keys = format!("{} {keys}", state.keymap.shown(Command::ToCard).unwrap_or_default());
    }
    let words = state.texts.with(text, &[("lines", count.into()), ("key", keys.into())]);
    canvas.put(place.x, place.bottom().saturating_sub(1), place.width, &canvas.keys(&words), canvas.theme.accent());
    scroll
}

/// The lines of a text; what belongs to a number (`za 30-01-2027`) stays with it.
fn lines(text: &str, width: u16) -> Vec<String> {
    let number = |at: usize| text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
    let kept: String = text.char_indices().map(|(at, c)| if c == ' ' && number(at) { '\u{a0}' } else { c }).collect();
    wrap(&kept, usize::from(width).max(12)).into_iter().map(|line| kept[line].replace('\u{a0}', " ")).collect()
}

fn wrap_list(parts: &[String], width: usize) -> Vec<String> {
    if parts.is_empty() {
        return vec![];
    }
    let text = parts.join(" · ");
    wrap(&text, width.max(12)).into_iter().map(|range| text[range].to_owned()).collect()
}
