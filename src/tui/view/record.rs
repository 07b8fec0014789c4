//! One signal: as preview below or beside the list, and open with everything.

use ratatui::{layout::Rect, style::Modifier};

use super::{
    alike,
    canvas::{Canvas, Span},
    case_file, foot, format,
    labelled::beside,
    presence, sharing, shield,
    signals::{day_look, urgency_style},
    situation,
    theme::Theme,
    timeline,
};
use crate::{
    client::replica::SignalRow,
    domain::{
        ids::{OrganisationCode, SignalId},
        signal::{HardDate, Signal},
        term::every_hard_date,
        text::{RawText, SafeText},
    },
    tui::app::{State, actions::Pending, wrap::wrap},
};

/// Width of labels.
const LABEL: u16 = 13;
/// Prose is never wider.
pub const PROSE: u16 = 80;

/// A labelled value.
pub type Fact = (String, Vec<Span>);

/// The signal under the cursor: facts, then as much of the account as fits.
pub fn preview(canvas: &mut Canvas, state: &State, area: Rect) {
    let Some(row) = shown(state, state.signals.previewed) else { return };
    let theme = canvas.theme;
    let x = area.x + 2;
    let width = area.width.saturating_sub(4);
    let tight = area.height < 10;
    let mut y = area.y;
    head(canvas, state, Rect { x, y, width, height: 1 }, &row);
    y += 1;
    // On the blank line below the head; where there is none, in the place of a line of facts.
    let there = presence::under_head(canvas, state, Rect { x, y, width, height: 1 }, row.id());
    y += u16::from(there || !tight);
    let whole = state.whole(row.id());
    let facts = facts(state, theme, &row, whole);
    if area.width >= 76 && area.height < 24 {
        let (left, right) = facts.split_at(facts.len().div_ceil(2));
        let half = width / 2;
        // Where there is little room each takes one line, cut.
        let told = |facts, room| fact_lines(theme, facts, if tight { u16::MAX } else { room });
        let (left, right) = (told(left, half - 2), told(right, width - half));
        let lines = if tight { 3 - usize::from(there) } else { left.len().max(right.len()) };
        let lines = lines.min(area.bottom().saturating_sub(y).into());
        let room = Rect { x, y, width: half - 2, height: lines as u16 };
        draw_lines(canvas, room, &left, 0);
        draw_lines(canvas, Rect { x: x + half, width: width - half, ..room }, &right, 0);
        y += lines as u16;
    } else {
        let lines = fact_lines(theme, &facts, width);
        let room = Rect { x, y, width, height: area.bottom().saturating_sub(y) };
        draw_lines(canvas, room, &lines, 0);
        y += room.height.min(lines.len() as u16);
    }
    if !tight {
        y += 1;
    }
    let rest = Rect { x, y, width: width.min(PROSE), height: area.bottom().saturating_sub(y) };
    match whole {
        Some(signal) if rest.height > 0 => {
            let mut lines = prose(theme, &signal.facts.account, rest.width);
            if rest.height >= 8 {
                let most = usize::from(rest.height / 2).max(4);
                if lines.len() > most {
                    lines.truncate(most);
                    lines.push(vec![("…".into(), theme.dim())]);
                }
                lines.push(vec![]);
                for entry in &signal.timeline {
                    lines.extend(timeline::entry_lines(state, theme, signal, entry, rest.width));
                }
            }
            draw_lines(canvas, rest, &lines, 0);
        }
        Some(_) => {}
        None => not_read(canvas, state, rest, &row),
    }
}

/// The open signal, scrolled.
pub fn open(canvas: &mut Canvas, state: &State, area: Rect, scroll: usize) {
    let Some(row) = shown(state, state.signals.current) else {
        situation::two_sentences(canvas, area, &state.texts.get("gone-signal"), "");
        return;
    };
    let theme = canvas.theme;
    let (x, width) = (area.x + 2, area.width.saturating_sub(4));
    head(canvas, state, Rect { x, y: area.y, width, height: 1 }, &row);
    presence::under_head(canvas, state, Rect { x, y: area.y + 1, width, height: 1 }, row.id());
    let rest = Rect { x, y: area.y + 2, width, height: area.height.saturating_sub(2) };
    let Some(signal) = state.whole(row.id()) else {
        not_read(canvas, state, rest, &row);
        return;
    };
    let (lines, timeline) = whole_lines(state, theme, &row, signal, width);
    let rest = foot::seen(lines.len(), rest);
    let most = lines.len().saturating_sub(usize::from(rest.height));
    (canvas.scroll_most, canvas.timeline) = (most, timeline);
    let from = scroll.min(most);
    // The terminal's own cursor stands on the first line that is read.
    canvas.cursor = Some((rest.x, rest.y));
    draw_lines(canvas, rest, &lines, from);
    if from < most {
        foot::below(canvas, state, area, most - from);
    }
}

fn shown(state: &State, id: Option<SignalId>) -> Option<SignalRow<'_>> {
    let signals = state.replica.signals();
    signals.find(id?).and_then(|row| signals.get(row))
}

fn head(canvas: &mut Canvas, state: &State, area: Rect, row: &SignalRow) {
    let theme = canvas.theme;
    let right = state.texts.with("record-version", &[("version", row.version().into())]);
    let right_width = unicode_width::UnicodeWidthStr::width(right.as_str()) as u16;
    let number = if area.width >= 70 { row.number().to_string() } else { row.number().short() };
    let spans = [
        (number, theme.accent().add_modifier(Modifier::BOLD)),
        ("  ".into(), theme.text()),
        (RawText::from(row.title()).line().into_string(), theme.strong()),
    ];
    canvas.spans(area.x, area.y, area.width.saturating_sub(right_width + 2), &spans);
    canvas.put_right(area.x, area.y, area.width, &right, theme.dim());
}

fn not_read(canvas: &mut Canvas, state: &State, area: Rect, row: &SignalRow) {
    let failed = state.unread.as_ref().filter(|(id, _)| *id == row.id());
    if let Some((_, words)) = failed {
        situation::paragraph(canvas, area, words, canvas.theme.signal(canvas.theme.high));
    } else if state.requests.values().any(|pending| *pending == Pending::Read(row.id())) {
        canvas.put(area.x, area.y, area.width, &state.texts.get("reading"), canvas.theme.dim());
    }
}

/// Facts below each other, each wrapped under itself.
fn fact_lines(theme: &Theme, facts: &[Fact], width: u16) -> Vec<Vec<Span>> {
    let lines = |(label, value): &Fact| beside(&(label.clone(), theme.dim()), LABEL.into(), value, width);
    facts.iter().flat_map(lines).collect()
}

/// The facts that count most, the most urgent first.
pub fn facts(state: &State, theme: &Theme, row: &SignalRow, whole: Option<&Signal>) -> Vec<Fact> {
    let texts = &state.texts;
    let label = |key: &str| texts.get(key);
    let text = |text: String| vec![(text, theme.text())];
    let mut facts: Vec<Fact> = Vec::new();
    let mut urgency = vec![(
        format!("{} {}", row.urgency().glyph(), texts.get(&format!("urgency-{}", row.urgency()))).trim().to_owned(),
        urgency_style(row.urgency(), theme),
    )];
    if let Some(reason) = whole.map(|signal| &signal.facts.urgency_reason).filter(|reason| !reason.is_blank()) {
        urgency.push((format!(": {}", reason.line()), theme.text()));
    }
    facts.push((label("fact-urgency"), urgency));
    facts.push((label("fact-status"), text(texts.get(&format!("status-{}", row.status())))));
    // Its name stands on the line of the municipality.
    let own = row.municipality().map(|code| format!("GM{code}"));
    let named = |code: &str| if own.as_deref() == Some(code) { texts.get("body-own-municipality") } else { body(state, code) };
    let bodies: Vec<String> = row.bodies().map(named).collect();
    if !bodies.is_empty() {
        facts.push((label("fact-bodies"), text(SafeText::line(&bodies.join(", ")).into_string())));
    }
    if let Some(code) = row.municipality() {
        facts.push((label("fact-municipality"), text(state.reference.municipality(code))));
    }
    let owner = row.owner_at(state.server_now()).map_or_else(
        || (texts.get("owner-free"), theme.dim()),
        |owner| {
            (
                texts.with(
                    "owner-until",
                    &[("name", owner.name.into()), ("time", format::moment(owner.lease_until, state.today, texts).into())],
                ),
                theme.text(),
            )
        },
    );
    facts.push((label("fact-owner"), vec![owner]));
    if let Some(date) = row.hard_date() {
        let date = HardDate {
            on: date.on,
            kind: date.kind,
            label: date.label.into(),
            organisation: date.organisation.map(|code| OrganisationCode(code.to_owned())),
            uncertain: date.uncertain,
        };
        facts.push((label("fact-hard-date"), hard_date(state, theme, &date)));
    }
    if let Some(signal) = whole {
        let shown = row.hard_date().map(|date| (date.on, date.kind));
        if let Some(term) = signal
            .terms
            .iter()
            .find(|term| term.on >= state.today)
            .or(signal.terms.last())
            .filter(|term| Some((term.on, term.kind)) != shown)
        {
            facts.push((label("fact-safe-end"), hard_date(state, theme, term)));
        }
        if let Some(decision) = signal.facts.decisions.first() {
            facts.push((label("fact-decision"), text(decision_text(state, decision))));
        }
        let calls: Vec<String> = signal.call_backs.iter().map(|call| format::call_back(call, state.today, texts)).collect();
        if !calls.is_empty() {
            facts.push((label("fact-call-back"), text(calls.join("; "))));
        }
        facts.extend(case_file::next_step(state, theme, &signal.facts));
        let reporter = &signal.facts.reporter;
        let words: Vec<String> = [&reporter.name, &reporter.function, &reporter.organisation]
            .iter()
            .filter(|part| !part.is_blank())
            .map(|part| part.line().into_string())
            .collect();
        if !words.is_empty() {
            facts.push((label("fact-reporter"), text(words.join(", "))));
        }
        facts.extend(sharing::facts(state, theme, signal));
        facts.extend(alike::facts(state, theme, signal));
        if let Some(flag) = signal.flags.first() {
            facts.push((
                label("fact-flag"),
                vec![(format!("! {}", texts.get(&format!("flag-{flag}"))), theme.signal(theme.high))],
            ));
        }
    }
    let received = format::moment(row.received_at(), state.today, texts);
    facts.push((label("fact-received"), text(received)));
    facts
}

/// A body by its abbreviation, a municipality by its name.
pub fn body(state: &State, code: &str) -> String {
    state.reference.body(&OrganisationCode(code.to_owned()))
}

/// A decision in words: what was decided, by whom, when.
pub fn decision_text(state: &State, decision: &crate::domain::signal::Decision) -> String {
    let mut text = SafeText::line(&body(state, decision.organisation.as_str())).into_string();
    for part in [&decision.kind, &decision.reference] {
        if !part.is_blank() {
            text = format!("{text} {}", part.line());
        }
    }
    // Which day it is, its being made known or that on the letter, is what a term hangs on.
    let days = [("decision-announced", decision.announced_on), ("decision-dated", decision.dated_on)];
    if let Some((key, day)) = days.into_iter().find_map(|(key, day)| Some((key, day?))) {
        let day = format::date(day, state.today, &state.texts);
        text = format!("{text}, {}", state.texts.with(key, &[("day", day.into())]));
    }
    text
}

/// `ma 23-11  over 3 dagen  bezwaar, Awb 6:7`.
pub fn hard_date(state: &State, theme: &Theme, date: &HardDate) -> Vec<Span> {
    let texts = &state.texts;
    let days = (date.on - state.today).num_days();
    let style = day_look(days, theme).map_or(theme.text(), |look| theme.signal(look));
    let what = texts.hard_date(date);
    let mut spans = vec![
        (format::date(date.on, state.today, texts), style.add_modifier(Modifier::BOLD)),
        (format!("  {}", format::days_in_words(date.on, state.today, texts)), style),
    ];
    if date.uncertain {
        spans.push((format!("  {}", texts.get("uncertain")), theme.signal(theme.high)));
    }
    spans.push((format!("  {what}"), theme.text()));
    spans
}

fn prose(theme: &Theme, text: &RawText, width: u16) -> Vec<Vec<Span>> {
    let safe = text.block();
    let trimmed = safe.as_str().trim_end();
    wrap(trimmed, width.into()).into_iter().map(|line| vec![(trimmed[line].to_owned(), theme.text())]).collect()
}

/// Everything about a signal, and the line where the timeline begins.
fn whole_lines(state: &State, theme: &Theme, row: &SignalRow, signal: &Signal, width: u16) -> (Vec<Vec<Span>>, usize) {
    let texts = &state.texts;
    let prose_width = width.min(PROSE);
    let mut lines: Vec<Vec<Span>> = Vec::new();
    let fact_line = |fact: Fact| fact_lines(theme, &[fact], width.min(PROSE + LABEL));
    let mut told = facts(state, theme, row, Some(signal));
    // How long a claim stands is told where there is room for it.
    let owner =
        row.owner_at(state.server_now()).and_then(|_| told.iter_mut().find(|(label, _)| *label == texts.get("fact-owner")));
    if let Some((_, value)) = owner {
        let key = if state.is_mine(row) { "owner-until-yours" } else { "owner-until-theirs" };
        value.push((format!("   {}", texts.get(key)), theme.dim()));
    }
    lines.extend(told.into_iter().flat_map(fact_line));
    let facts = &signal.facts;
    lines.extend(shield::facts(state, theme, signal).into_iter().flat_map(fact_line));
    if !facts.life_domains.is_empty() {
        let domains: Vec<&str> = facts.life_domains.iter().map(|domain| domain.code()).collect();
        lines.extend(fact_line((texts.get("fact-domains"), vec![(domains.join(" · "), theme.text())])));
    }
    let section = |lines: &mut Vec<Vec<Span>>, key: &str, body: Vec<Vec<Span>>| {
        if !body.is_empty() {
            lines.push(vec![]);
            lines.push(vec![(texts.get(key), theme.dim().add_modifier(Modifier::BOLD))]);
            lines.extend(body);
        }
    };
    let wrapped = |text: &RawText| if text.is_blank() { vec![] } else { prose(theme, text, prose_width) };
    section(&mut lines, "section-stalemate", wrapped(&facts.stalemate));
    section(&mut lines, "section-account", wrapped(&facts.account));
    let name = |body: &crate::domain::signal::Body| {
        unicode_width::UnicodeWidthStr::width(self::body(state, body.organisation.as_str()).as_str())
    };
    let wide = facts.bodies.iter().map(name).max().unwrap_or(0).min(32);
    let positions = facts.bodies.iter().filter(|body| !body.position.is_blank());
    section(
        &mut lines,
        "section-positions",
        positions
            .flat_map(|body| {
                let name = SafeText::line(&self::body(state, body.organisation.as_str())).into_string();
                let position = [(body.position.line().into_string(), theme.text())];
                beside(&(name, theme.strong()), wide + 2, &position, prose_width)
            })
            .collect(),
    );
    let tried = facts.tried.iter().map(|attempt| {
        let mut text = attempt.what.line().into_string();
        if !attempt.with.is_blank() {
            text = format!("{text} ({})", attempt.with.line());
        }
        let day = attempt.on.map_or_else(String::new, |day| format::date(day, state.today, texts));
        beside(&(day, theme.dim()), 12, &[(text, theme.text())], prose_width)
    });
    section(&mut lines, "section-tried", tried.flatten().collect());
    let dates = every_hard_date(signal);
    section(&mut lines, "section-dates", dates.iter().map(|date| hard_date(state, theme, date)).collect());
    section(
        &mut lines,
        "section-decisions",
        facts.decisions.iter().map(|decision| vec![(decision_text(state, decision), theme.text())]).collect(),
    );
    section(
        &mut lines,
        "section-desired",
        [wrapped(&facts.desired_by_household), wrapped(&facts.desired_by_professional)].concat(),
    );
    section(&mut lines, "section-plan", case_file::plan(state, theme, facts, prose_width));
    section(&mut lines, "section-grounds", case_file::grounds(state, theme, facts, prose_width));
    section(&mut lines, "section-documents", case_file::documents(state, theme, facts, prose_width));
    section(&mut lines, "section-outcome", case_file::outcome(state, theme, signal, prose_width));
    let attachments = facts.attachments.iter().map(|file| {
        vec![
            (file.name.line().into_string(), theme.text()),
            (format!("  {} · {}", file.media_type.line(), size(file.size)), theme.dim()),
        ]
    });
    section(&mut lines, "section-attachments", attachments.collect());
    let entries = signal.timeline.iter().flat_map(|entry| timeline::entry_lines(state, theme, signal, entry, width)).collect();
    let timeline = lines.len() + 1;
    section(&mut lines, "section-timeline", entries);
    (lines, timeline)
}

/// So many bytes, in the unit that reads best.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{} MB", bytes / 1_000_000),
    }
}

fn draw_lines(canvas: &mut Canvas, area: Rect, lines: &[Vec<Span>], from: usize) {
    for (at, line) in lines.iter().skip(from).take(area.height.into()).enumerate() {
        canvas.spans(area.x, area.y + at as u16, area.width, line);
    }
}
