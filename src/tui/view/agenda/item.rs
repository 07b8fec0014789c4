//! One item: what is missing of it, the question, positions, who comes, running terms, and what was decided. Open it has the
//! clock of the server beside the planned time.

use std::collections::BTreeMap;

use ratatui::{layout::Rect, style::Modifier};

use super::{
    super::{
        canvas::{Canvas, Span, apart},
        foot, format,
        labelled::{label_column, labelled},
        record::PROSE,
        signals::day_look,
        situation,
        theme::Theme,
    },
    attached, paper,
};
use crate::{
    api::meeting::AgendaDetail,
    domain::{
        ids::{AgendaItemId, OrganisationCode},
        meeting::{
            AgendaItem, AgendaItemSummary, Clash, Invitation, ItemTimes, LetDecision, MeetingSummary, Missing, StandingItem,
        },
        text::{RawText, SafeText},
        zone,
    },
    locale::Value,
    tui::app::{
        State,
        actions::Pending,
        agenda::{AgendaPending, AgendaRow, PaperRead},
        wrap::wrap,
    },
};

/// Minutes before its planned end from which an item is said to end.
const SOON: i64 = 5;

/// What is under the cursor, below or beside the list.
pub fn preview(canvas: &mut Canvas, state: &State, area: Rect) {
    match state.agenda.previewed {
        Some(AgendaRow::Meeting(id)) => {
            if let Some(meeting) = state.replica.agendas().meeting(id) {
                let head = vec![(meeting.number.to_string(), canvas.theme.accent().add_modifier(Modifier::BOLD))];
                let lines = meeting_lines(state, canvas.theme, meeting, area.width.saturating_sub(4));
                draw(canvas, state, area, &head, &lines, None);
            }
        }
        Some(AgendaRow::Item(id) | AgendaRow::Candidate(id)) => draw_item(canvas, state, area, id, None),
        None => {}
    }
}

/// The item under the cursor with everything, scrolled.
pub fn open(canvas: &mut Canvas, state: &State, area: Rect, scroll: usize) {
    if let Some(read) = state.paper_read() {
        return draw_paper(canvas, state, area, read, scroll);
    }
    match state.agenda_item() {
        Some(item) => draw_item(canvas, state, area, item.id, Some(scroll)),
        None => situation::two_sentences(canvas, area, &state.texts.get("gone-item"), ""),
    }
}

fn draw_item(canvas: &mut Canvas, state: &State, area: Rect, id: AgendaItemId, scroll: Option<usize>) {
    let theme = canvas.theme;
    let Some(item) = state.replica.agendas().item(id) else { return };
    let number = item.signal_number.map(|number| format!("{}  ", number.short())).unwrap_or_default();
    let head = vec![(number, theme.accent().add_modifier(Modifier::BOLD)), (item.title.line().into_string(), theme.strong())];
    let lines = item_lines(state, theme, id, (area.width.saturating_sub(4), scroll.is_some()));
    draw(canvas, state, area, &head, &lines, scroll);
}

/// The paper that is read, scrolled.
fn draw_paper(canvas: &mut Canvas, state: &State, area: Rect, read: &PaperRead, scroll: usize) {
    let theme = canvas.theme;
    let title = read.read(read.version).map(|paper| paper.facts.title.line().into_string()).unwrap_or_default();
    let head = vec![
        (format!("{}  ", state.texts.get("item-paper-head")), theme.accent().add_modifier(Modifier::BOLD)),
        (title, theme.strong()),
    ];
    let lines = paper::lines(state, theme, read, area.width.saturating_sub(4));
    draw(canvas, state, area, &head, &lines, Some(scroll));
}

fn draw(canvas: &mut Canvas, state: &State, area: Rect, head: &[Span], lines: &[Vec<Span>], scroll: Option<usize>) {
    let (x, width) = (area.x + 2, area.width.saturating_sub(4));
    canvas.spans(x, area.y, width, head);
    let top = if area.height >= 12 || scroll.is_some() { 2 } else { 1 };
    let rest = Rect { x, y: area.y + top, width, height: area.height.saturating_sub(top) };
    let rest = if scroll.is_some() { foot::seen(lines.len(), rest) } else { rest };
    let most = lines.len().saturating_sub(usize::from(rest.height));
    let from = scroll.unwrap_or(0).min(most);
    if scroll.is_some() {
        canvas.scroll_most = most;
        canvas.cursor = Some((rest.x, rest.y));
    }
    for (at, line) in lines.iter().skip(from).take(rest.height.into()).enumerate() {
        canvas.spans(rest.x, rest.y + at as u16, rest.width, line);
    }
    match most - from {
        0 => {}
        below if scroll.is_some() => foot::below(canvas, state, area, below),
        _ => canvas.put_right(area.x, area.bottom().saturating_sub(1), area.width - 1, "↓", canvas.theme.dim()),
    }
}

/// What is known of a meeting from the list.
pub fn meeting_lines(state: &State, theme: &Theme, meeting: &MeetingSummary, width: u16) -> Vec<Vec<Span>> {
    let texts = &state.texts;
    let mut lines = vec![];
    let mut add = |key: &str, text: String| {
        if !text.trim().is_empty() {
            lines.extend(labelled(theme, &texts.get(key), &text, theme.text(), width));
        }
    };
    add("meeting-fact-when", super::words::when(state, meeting));
    add("meeting-fact-state", super::words::state_words(state, meeting));
    add("meeting-fact-place", meeting.place.line().into_string());
    add("meeting-fact-chair", meeting.chair.line().into_string());
    add("meeting-fact-series", state.series_words(meeting).unwrap_or_default());
    add("meeting-fact-papers", super::words::papers(state, meeting).unwrap_or_default());
    add("meeting-fact-holds", super::words::sum(state, meeting).1);
    if let Some(edition) = meeting.edition {
        add("meeting-fact-version", texts.with("meeting-version", &[("number", Value::Number(edition.into()))]));
    }
    if let Some(read) = state.agenda_detail(meeting.id) {
        if let Some(cancelled) = &read.meeting.cancellation {
            let words = state.cancellation_words(cancelled);
            lines.extend(labelled(theme, &texts.get("meeting-fact-cancelled"), &words, theme.signal(theme.high), width));
        }
        lines.extend(per_body(state, theme, read, width));
        for moved in read.meeting.moves.iter().rev().take(6) {
            let (hour, minute) = zone::hour_minute(moved.at);
            let when = format!("{} {hour:02}:{minute:02}", format::date(zone::date_of(moved.at), state.today, texts));
            let kind = texts.get(&format!("let-move-{}", moved.kind));
            lines.push(vec![(apart(&when, 18), theme.dim()), (format!("{}  {kind}", moved.by_name.line()), theme.text())]);
        }
    }
    lines
}

/// What was decided, by body: the numbers of the items and the decisions.
fn per_body(state: &State, theme: &Theme, read: &AgendaDetail, width: u16) -> Vec<Vec<Span>> {
    let mut bodies: BTreeMap<&OrganisationCode, Vec<String>> = BTreeMap::new();
    for entry in &read.items {
        for one in entry.decisions.iter().filter(|one| !one.withdrawn) {
            for code in &one.facts.bodies {
                let number = Value::Number(entry.times.number.into());
                let values = [("number", number), ("text", one.facts.text.line().into())];
                bodies.entry(code).or_default().push(state.texts.with("meeting-decision", &values));
            }
        }
    }
    let line = |(code, told): (&OrganisationCode, Vec<String>)| {
        let name = state.body_word(code);
        told.iter().flat_map(|told| labelled(theme, &name, told, theme.text(), width)).collect::<Vec<_>>()
    };
    bodies.into_iter().flat_map(line).collect()
}

/// Everything about an item, or what fits a preview; as far as it was read.
pub fn item_lines(state: &State, theme: &Theme, id: AgendaItemId, (width, whole): (u16, bool)) -> Vec<Vec<Span>> {
    let Some(row) = state.replica.agendas().item(id) else { return vec![] };
    let times = state.agenda.schedule.items.iter().find(|times| times.item == id);
    let mut lines = planned(state, theme, row, times, whole);
    let Some((item, invitations, decisions, missing)) = state.item_read_of(id) else {
        let about = [Some(AgendaRow::Item(id)), state.agenda.meeting.map(AgendaRow::Meeting)];
        let failed = state.agenda.unread.as_ref().filter(|(row, _)| about.contains(&Some(*row)));
        let asked = |pending: &Pending| matches!(pending, Pending::Agenda(AgendaPending::Agenda(_) | AgendaPending::Item(_)));
        match failed {
            Some((_, words)) => lines.push(vec![(words.clone(), theme.signal(theme.high))]),
            None if state.requests.values().any(asked) => lines.push(vec![(state.texts.get("reading-item"), theme.dim())]),
            None => {}
        }
        return lines;
    };
    let asked = &item.facts.decision_asked;
    if !asked.is_blank() {
        lines.extend(labelled(theme, &state.texts.get("item-fact-asked"), asked.line().as_str(), theme.strong(), width));
    }
    lines.extend(checklist(state, theme, item, missing));
    let mut add = |key: &str, text: &RawText, style| {
        if !text.is_blank() {
            lines.extend(labelled(theme, &state.texts.get(key), text.line().as_str(), style, width));
        }
    };
    add("item-fact-stalemate", &item.facts.stalemate, theme.text());
    lines.extend(who_comes(state, theme, invitations, width));
    let clashes = state.agenda.meeting.and_then(|meeting| state.agenda_detail(meeting)).map(|read| &read.clashes[..]);
    lines.extend(clashing(state, theme, clashes.unwrap_or_default(), id, width));
    lines.extend(terms(state, theme, row));
    lines.extend(positions(state, theme, item, width));
    if whole {
        lines.extend(decided(state, theme, decisions, width));
        lines.extend(attached::papers(state, theme, id, width));
        lines.extend(written(state, theme, item, width));
        lines.extend(attached::lessons(state, theme, id, width));
    }
    if item.standing == Some(StandingItem::OpenCommitments) {
        lines.extend(attached::commitments(state, theme));
    }
    lines
}

/// `punt 2, 13:35–13:55 (20 min)`; open also how that stands to the clock of the server.
fn planned(state: &State, theme: &Theme, row: &AgendaItemSummary, times: Option<&ItemTimes>, whole: bool) -> Vec<Vec<Span>> {
    let texts = &state.texts;
    let Some((times, starts, ends)) = times.and_then(|times| Some((times, times.starts_at?, times.ends_at?))) else {
        let words = if row.meeting.is_none() {
            let by = row.proposed_by_name.line().into_string();
            texts.with("item-candidate", &[("name", by.into()), ("day", texts.day(zone::date_of(row.proposed_at)).into())])
        } else {
            texts.get("item-no-slot")
        };
        return vec![vec![(words, theme.dim())]];
    };
    let values = [
        ("number", Value::Number(times.number.into())),
        ("from", format::clock(starts).into()),
        ("until", format::clock(ends).into()),
        ("minutes", Value::Number(row.minutes.into())),
    ];
    let style = if times.over { theme.signal(theme.crisis) } else { theme.text() };
    let mut line = vec![(texts.with("item-planned", &values), style)];
    if times.over {
        line.push((format!("  ! {}", texts.get("item-over-slot")), theme.signal(theme.crisis)));
    }
    let mut lines = vec![line];
    let now = state.server_now();
    if whole && zone::date_of(starts) == state.today {
        let minutes = |seconds: i64| Value::Number(seconds.div_euclid(60));
        let (key, count, look) = match ((now - starts).num_seconds(), (ends - now).num_seconds()) {
            (before, _) if before < 0 => ("item-begins-in", minutes(-before + 59), theme.text()),
            (_, left) if left <= 0 => ("item-over-by", minutes(-left), theme.signal(theme.crisis)),
            (_, left) if left <= SOON * 60 => ("item-left", minutes(left + 59), theme.signal(theme.high)),
            (_, left) => ("item-left", minutes(left + 59), theme.text()),
        };
        let elapsed = minutes((now - starts).num_seconds().max(0));
        let words = texts.with(key, &[("minutes", count), ("clock", format::clock(now).into()), ("elapsed", elapsed)]);
        lines.push(vec![(words, look.add_modifier(Modifier::BOLD))]);
    }
    lines
}

/// What is missing, one a line; nothing: that it is ready.
fn checklist(state: &State, theme: &Theme, item: &AgendaItem, missing: &[Missing]) -> Vec<Vec<Span>> {
    let texts = &state.texts;
    if missing.is_empty() {
        return match item.signal {
            Some(_) => vec![vec![("✓ ".into(), theme.glyph(theme.done)), (texts.get("item-ready"), theme.text())]],
            None => vec![],
        };
    }
    let line = |words: String| vec![("[ ] ".to_owned(), theme.signal(theme.high)), (words, theme.text())];
    missing.iter().map(|one| line(state.lacks_words(one))).collect()
}

fn who_comes(state: &State, theme: &Theme, invitations: &[Invitation], width: u16) -> Vec<Vec<Span>> {
    let stand = invitations.iter().filter(|one| !one.withdrawn);
    let words = |one: &Invitation| {
        let body = state.body_word(&one.facts.organisation);
        let capacity = state.texts.get(&format!("form-choice-{}", one.facts.capacity));
        let name = crate::tui::app::agenda::invitee(&one.facts);
        format!("{body} {name} ({capacity}): {}", state.answer_words(&one.facts))
    };
    let label = state.texts.get("item-fact-invited");
    let all: Vec<String> = stand.map(words).collect();
    let mut lines = vec![];
    for (at, text) in all.iter().enumerate() {
        lines.extend(labelled(theme, if at == 0 { &label } else { "" }, text, theme.text(), width));
    }
    lines
}

/// Who cannot be there, and why.
fn clashing(state: &State, theme: &Theme, clashes: &[Clash], id: AgendaItemId, width: u16) -> Vec<Vec<Span>> {
    let mine = clashes.iter().filter(|clash| clash.item == id);
    let words = |clash: &Clash| {
        let other = clash.other_meeting.map(|number| number.to_string()).unwrap_or_default();
        let at = clash.other_starts_at.map(format::clock).unwrap_or_default();
        let values = [("name", clash.name.line().into()), ("meeting", other.into()), ("time", at.into())];
        state.texts.with(&format!("let-clash-{}", clash.kind), &values)
    };
    mine.flat_map(|clash| labelled(theme, &state.texts.get("item-fact-clash"), &words(clash), theme.signal(theme.high), width))
        .collect()
}

/// What runs in the case: every clock, the first first.
fn terms(state: &State, theme: &Theme, row: &AgendaItemSummary) -> Vec<Vec<Span>> {
    let Some(signal) = row.signal else { return vec![] };
    let deadlines = state.replica.deadlines();
    let mut clocks: Vec<_> = (0..deadlines.len())
        .filter_map(|at| deadlines.get(at))
        .filter(|clock| clock.signal() == signal && !clock.is_over())
        .collect();
    clocks.sort_by_key(crate::client::replica::DeadlineRow::alarm_on);
    let label = state.texts.get("item-fact-terms");
    let line = |(at, clock): (usize, &crate::client::replica::DeadlineRow)| {
        let days = clock.clock().days_left(state.today);
        let look = day_look(days, theme).map_or(theme.text(), |look| theme.signal(look));
        let label = if at == 0 { apart(&label, 15) } else { " ".repeat(15) };
        vec![
            (label, theme.dim()),
            (
                format!(
                    "{}  {}",
                    format::date(clock.alarm_on(), state.today, &state.texts),
                    format::days(clock.alarm_on(), state.today, &state.texts)
                ),
                look,
            ),
            (format!("  {} {}", super::super::board::clock_name(state, clock), SafeText::line(clock.label())), theme.text()),
        ]
    };
    clocks.iter().enumerate().map(line).collect()
}

fn positions(state: &State, theme: &Theme, item: &AgendaItem, width: u16) -> Vec<Vec<Span>> {
    let one = |found: &crate::domain::meeting::ItemBody| {
        let code = state.body_word(&found.organisation);
        let room = if found.legal_room.is_blank() {
            String::new()
        } else {
            state.texts.with("item-legal-room", &[("room", found.legal_room.line().into())])
        };
        let position =
            if found.position.is_blank() { state.texts.get("item-no-position") } else { found.position.line().into_string() };
        labelled(theme, &code, &format!("{position}  {room}"), theme.text(), width)
    };
    item.facts.bodies.iter().flat_map(one).collect()
}

fn decided(state: &State, theme: &Theme, decisions: &[LetDecision], width: u16) -> Vec<Vec<Span>> {
    let texts = &state.texts;
    let stand: Vec<&LetDecision> = decisions.iter().filter(|one| !one.withdrawn).collect();
    if stand.is_empty() {
        return vec![];
    }
    let mut lines = vec![vec![], vec![(texts.get("section-let-decisions"), theme.dim().add_modifier(Modifier::BOLD))]];
    for one in stand {
        let bodies = state.body_words(&one.facts.bodies, " ");
        let (hour, minute) = zone::hour_minute(one.recorded_at);
        lines.extend(labelled(theme, &bodies, one.facts.text.line().as_str(), theme.strong(), width));
        let indent = " ".repeat(label_column(&bodies, width));
        lines.push(vec![(format!("{indent}{hour:02}:{minute:02}  {}", one.recorded_by_name.line()), theme.dim())]);
    }
    lines
}

/// What is written in the item: facts, what was tried, how the household sees it, options and grounds.
fn written(state: &State, theme: &Theme, item: &AgendaItem, width: u16) -> Vec<Vec<Span>> {
    let facts = &item.facts;
    let mut lines: Vec<Vec<Span>> = vec![];
    let mut section = |key: &str, texts: Vec<String>| {
        if texts.iter().all(|text| text.trim().is_empty()) {
            return;
        }
        lines.push(vec![]);
        lines.push(vec![(state.texts.get(key), theme.dim().add_modifier(Modifier::BOLD))]);
        for text in texts {
            for paragraph in SafeText::block(&text).as_str().lines() {
                let wrapped = wrap(paragraph, width.min(PROSE).into());
                lines.extend(wrapped.into_iter().map(|range| vec![(paragraph[range].to_owned(), theme.text())]));
            }
        }
    };
    section("form-title-let-facts", vec![facts.facts.raw().to_owned()]);
    let tried = facts.tried.iter().map(|one| {
        let on = one.on.map(|day| format!(", {}", format::full_date(day, &state.texts))).unwrap_or_default();
        let with = if one.with.is_blank() { String::new() } else { format!(", {}", one.with.line()) };
        format!("{}{on}{with}", one.what.line())
    });
    section("form-title-let-tried", tried.collect());
    section("form-let-escalated", vec![facts.escalated.raw().to_owned()]);
    section("form-title-let-perspective", vec![facts.perspective.raw().to_owned()]);
    let option = |one: &crate::domain::meeting::ItemOption| match one.consequences.is_blank() {
        true => one.text.line().into_string(),
        false => format!("{} → {}", one.text.line(), one.consequences.line()),
    };
    section("form-title-let-options", facts.options.iter().map(option).collect());
    let ground = |one: &crate::domain::meeting::ItemGround| {
        let bodies = state.body_words(&one.bodies, ", ");
        let until = one.until.map(|day| state.texts.with("item-ground-until", &[("day", state.texts.day(day).into())]));
        format!("{}: {bodies}  {}", one.basis.line(), until.unwrap_or_default())
    };
    section("form-title-let-ground", facts.grounds.iter().map(ground).collect());
    lines
}
