//! Pane 5: the audit log, what is unusual in it, and what is looked at every week.

use ratatui::layout::Rect;

use super::{
    canvas::{Canvas, Span},
    format,
    labelled::labelled,
    signals::field_line,
    situation,
};
use crate::{
    api::{
        audit::{AuditReview, EmergenciesWaiting},
        emergency::EmergencyDetail,
    },
    domain::{
        audit::{AuditEntry, AuditResult, Pattern},
        emergency::EmergencyState,
        text::SafeText,
    },
    tui::app::{
        State,
        command::Command,
        keys::Typing,
        layout::Areas,
        message::Link,
        pointing::Target,
        traces::{Came, Shown, TraceRow},
    },
};

/// Draws the pane.
pub fn pane(canvas: &mut Canvas, state: &State, areas: &Areas) {
    // The sidebar belongs to the queue: here its place is the list's.
    let whole = |area: Rect| Rect { x: 0, width: area.right(), ..area };
    let (crumbs_area, heads, rows_area) = (whole(areas.crumbs), whole(areas.heads), whole(areas.list));
    crumbs(canvas, state, crumbs_area);
    if state.traces.count() == 0 {
        return nothing(canvas, state, rows_area);
    }
    let columns = Columns::of(rows_area.width, &state.traces.shown);
    columns.heads(canvas, state, heads);
    for offset in 0..rows_area.height {
        let at = state.traces.list.top + usize::from(offset);
        let Some(row) = state.traces.at(at) else { break };
        let line = Rect { y: rows_area.y + offset, height: 1, ..rows_area };
        draw_row(canvas, state, line, &columns, row, at == state.traces.list.row);
        canvas.spots.push((line, Target::Trace(at)));
    }
    if let Some(rule) = areas.rule {
        if areas.beside { canvas.upright(rule) } else { canvas.rule(rule) }
    }
    if let (Some(area), Some(row)) = (areas.preview, state.traces.current()) {
        preview(canvas, state, area, row);
    }
}

/// What is shown, in words.
pub fn title(state: &State) -> String {
    let texts = &state.texts;
    let week = || {
        let week = state.traces.review.as_ref().map(|review| review.week);
        week.map_or_else(String::new, |week| texts.day(week))
    };
    match &state.traces.shown {
        Shown::Patterns => texts.with("traces-patterns", &[("week", week().into())]),
        Shown::Sample => texts.with("traces-sample", &[("week", week().into())]),
        Shown::Log => texts.get("traces-log"),
        Shown::About(about) => texts.with("traces-about", &[("about", SafeText::line(about).into())]),
        Shown::Person(_, name) => texts.with("traces-person", &[("name", SafeText::line(name).into())]),
        Shown::Emergencies => texts.get("traces-emergencies"),
    }
}

/// How many rows there are, and of the sample how many were looked at.
pub fn count(state: &State) -> String {
    let (texts, pane) = (&state.texts, &state.traces);
    let rows = pane.count();
    match (&pane.shown, &pane.review) {
        (Shown::Sample, Some(review)) => {
            let looked = review.sample.iter().filter(|sampled| sampled.looked.is_some()).count();
            texts.with("traces-looked", &[("count", rows.into()), ("looked", looked.into())])
        }
        // What is late is told wherever one looks.
        (Shown::Patterns, Some(AuditReview { emergencies: Some(EmergenciesWaiting { waiting, overdue }), .. }))
            if *waiting > 0 =>
        {
            let values = [("count", rows.into()), ("waiting", (*waiting).into()), ("overdue", (*overdue).into())];
            texts.with(if *overdue > 0 { "traces-count-overdue" } else { "traces-count-waiting" }, &values)
        }
        _ if pane.more => texts.with("traces-count-more", &[("count", rows.into())]),
        _ => texts.with("traces-count", &[("count", rows.into())]),
    }
}

/// Why there is nothing to show: what happened, and what to do.
pub fn empty(state: &State) -> (String, String) {
    let (texts, pane) = (&state.texts, &state.traces);
    let key = |command| state.keymap.shown(command).unwrap_or_default();
    match (&state.link, &pane.came) {
        (_, Came::Failed(words, advice)) => (words.clone(), advice.clone()),
        (Link::Lost { words, advice, .. }, Came::Nothing | Came::Asked) => (words.clone(), advice.clone()),
        (_, Came::Nothing | Came::Asked) => (texts.with("traces-loading", &[("server", (&state.server).into())]), String::new()),
        (_, Came::There) => match pane.shown {
            Shown::Patterns => {
                let advice = texts.with("traces-no-patterns-advice", &[("key", key(Command::TraceSample).into())]);
                (texts.get("traces-no-patterns"), advice)
            }
            Shown::Sample => (texts.get("traces-no-sample"), texts.get("traces-no-sample-advice")),
            Shown::Emergencies => (texts.get("traces-no-emergencies"), texts.get("traces-no-emergencies-advice")),
            _ => {
                let advice = texts.with("traces-none-advice", &[("key", key(Command::Filter).into())]);
                (texts.get("traces-none"), advice)
            }
        },
    }
}

fn crumbs(canvas: &mut Canvas, state: &State, area: Rect) {
    let theme = canvas.theme;
    if state.traces.came == Came::There {
        canvas.put_right(area.x, area.y, area.width - 1, &count(state), theme.dim());
    }
    let room = area.width.saturating_sub(28);
    let mut spans: Vec<Span> = vec![(title(state), theme.strong())];
    if state.typing() == Typing::Filter {
        spans = vec![(state.texts.get("traces-find"), theme.strong()), (" / ".into(), theme.accent())];
        let used = canvas.spans(area.x + 2, area.y, room, &spans);
        let place = (area.x + 2 + used, area.y, room.saturating_sub(used));
        let filter = &state.traces.filter;
        return field_line(canvas, place, filter.text(), filter.cursor(), theme.text());
    }
    canvas.spans(area.x + 2, area.y, room, &spans);
}

fn nothing(canvas: &mut Canvas, state: &State, area: Rect) {
    let (head, advice) = empty(state);
    situation::two_sentences(canvas, area, &head, &advice);
}

/// Where each column starts and how wide it is.
struct Columns {
    at: (u16, u16),
    name: (u16, u16),
    what: (u16, u16),
    about: (u16, u16),
    last: (u16, u16),
    /// What the last column is called.
    last_head: &'static str,
}

impl Columns {
    fn of(width: u16, shown: &Shown) -> Self {
        let name = if width >= 96 { 22 } else { 16 };
        if *shown == Shown::Patterns {
            let what = 4 + name + 2;
            let none = (0, 0);
            return Self {
                at: none,
                name: (4, name),
                what: (what, width.saturating_sub(what + 1)),
                about: none,
                last: none,
                last_head: "",
            };
        }
        let (at, last) = (13, if width >= 96 { 16 } else { 10 });
        let about = if width >= 96 { 14 } else { 12 };
        let fixed = 4 + at + 2 + name + 2 + about + 2 + last + 1;
        let what = width.saturating_sub(fixed + 2);
        let mut x = 4;
        let mut take = |wide: u16| {
            let place = (x, wide);
            x += wide + 2;
            place
        };
        let (at, name, what, about) = (take(at), take(name), take(what), take(about));
        let last_head = match shown {
            Shown::Sample => "trace-head-looked",
            Shown::Emergencies => "trace-head-judged",
            _ => "trace-head-result",
        };
        Self { at, name, what, about, last: take(last), last_head }
    }

    fn heads(&self, canvas: &mut Canvas, state: &State, area: Rect) {
        let style = canvas.theme.dim();
        let what = match self.last_head {
            "" => "trace-head-pattern",
            "trace-head-judged" => "trace-head-why",
            _ => "trace-head-what",
        };
        for ((x, width), key) in [
            (self.at, "trace-head-at"),
            (self.name, "trace-head-name"),
            (self.what, what),
            (self.about, "trace-head-about"),
            (self.last, self.last_head),
        ] {
            if width > 0 {
                canvas.put(area.x + x, area.y, width, &state.texts.get(key), style);
            }
        }
    }
}

fn draw_row(canvas: &mut Canvas, state: &State, line: Rect, columns: &Columns, row: TraceRow<'_>, current: bool) {
    let theme = canvas.theme;
    let style = if current { theme.strong() } else { theme.text() };
    if current {
        canvas.put(line.x + 1, line.y, 2, "▶", theme.accent());
        if state.traces.list.moved {
            canvas.cursor = Some((line.x + 1, line.y));
        }
    }
    let cells = match row {
        TraceRow::Pattern(pattern) => vec![
            (columns.name, pattern.name.line().into_string(), style),
            (columns.what, state.texts.audit_pattern(pattern), style),
        ],
        TraceRow::Emergency(EmergencyDetail { item, state: stands }) => {
            let last = match stands {
                EmergencyState::Overdue => theme.signal(theme.crisis),
                EmergencyState::Open | EmergencyState::Over => theme.signal(theme.hold),
                EmergencyState::Reviewed => theme.dim(),
            };
            vec![
                (columns.at, format::moment(item.opened_at, state.today, &state.texts), theme.dim()),
                (columns.name, item.by_name.line().into_string(), style),
                (columns.what, item.reason.line().into_string(), style),
                (columns.about, item.signal_number.to_string(), style),
                (columns.last, state.texts.get(&format!("emergency-state-{stands}")), last),
            ]
        }
        TraceRow::Entry(entry, looked) => {
            let result = state.texts.get(&format!("audit-result-{}", entry.result));
            let told = if entry.result == AuditResult::Done { theme.dim() } else { theme.signal(theme.high) };
            let last = match (&state.traces.shown, looked) {
                (Shown::Sample, Some(looked)) => (format::initials(looked.by.line().as_str()), theme.dim()),
                (Shown::Sample, None) => (state.texts.get("trace-not-looked"), theme.signal(theme.hold)),
                _ => (result, told),
            };
            let about = state.texts.audit_object(entry);
            vec![
                (columns.at, format::moment(entry.at, state.today, &state.texts), theme.dim()),
                (columns.name, entry.name.line().into_string(), style),
                (columns.what, state.texts.audit_verb(&entry.verb), style),
                (columns.about, SafeText::line(&about).into_string(), style),
                (columns.last, last.0, last.1),
            ]
        }
    };
    for ((x, width), text, style) in cells {
        canvas.put(line.x + x, line.y, width, &text, style);
    }
}

fn preview(canvas: &mut Canvas, state: &State, area: Rect, row: TraceRow<'_>) {
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let mut y = area.y;
    for (label, text) in facts(state, row) {
        let style = canvas.theme.text();
        for spans in labelled(canvas.theme, &state.texts.get(label), &text, style, area.width) {
            if y >= area.bottom() {
                return;
            }
            canvas.spans(area.x, y, area.width, &spans);
            y += 1;
        }
    }
}

/// Everything of a row: what it is called and what it says.
pub fn facts(state: &State, row: TraceRow<'_>) -> Vec<(&'static str, String)> {
    let texts = &state.texts;
    let mut facts = match row {
        TraceRow::Pattern(pattern) => of_pattern(state, pattern),
        TraceRow::Emergency(one) => of_emergency(state, one),
        TraceRow::Entry(entry, looked) => {
            let mut facts = of_entry(state, entry);
            if let Some(looked) = looked {
                let when = format::moment(looked.at, state.today, texts);
                facts.push(("trace-fact-looked", format!("{}, {when}", looked.by.line())));
            }
            facts
        }
    };
    facts.retain(|(_, text)| !text.trim().is_empty());
    facts
}

fn of_entry(state: &State, entry: &AuditEntry) -> Vec<(&'static str, String)> {
    let texts = &state.texts;
    let role = format!("role-{}", entry.role);
    let role = if texts.has(&role) { texts.get(&role) } else { entry.role.clone() };
    let line = |text: &str| SafeText::line(text).into_string();
    vec![
        ("trace-fact-who", format!("{} ({}, {})", entry.name.line(), role, line(&entry.organisation))),
        (
            "trace-fact-what",
            format!("{}, {}", texts.audit_verb(&entry.verb), texts.get(&format!("audit-result-{}", entry.result))),
        ),
        ("trace-fact-about", line(&texts.audit_object(entry))),
        ("trace-fact-purpose", texts.audit_purpose(&entry.purpose)),
        ("trace-fact-when", format::moment(entry.at, state.today, texts)),
        ("trace-fact-from", line(&entry.origin)),
        ("trace-fact-request", line(&format!("{}  {}", entry.request, texts.with("trace-row", &[("seq", entry.seq.into())])))),
    ]
}

fn of_pattern(state: &State, pattern: &Pattern) -> Vec<(&'static str, String)> {
    let texts = &state.texts;
    vec![
        ("trace-fact-who", pattern.name.line().into_string()),
        ("trace-fact-unusual", texts.audit_pattern(pattern)),
        ("trace-fact-rule", texts.audit_rule(pattern.rule)),
        ("trace-fact-means", texts.get("trace-means")),
    ]
}

fn of_emergency(state: &State, EmergencyDetail { item, state: stands }: &EmergencyDetail) -> Vec<(&'static str, String)> {
    let texts = &state.texts;
    let when = |at| format::moment(at, state.today, texts);
    let role = texts.get(&format!("role-{}", item.role));
    let judged = item.review.as_ref().map(|review| {
        let verdict = texts.get(&format!("emergency-verdict-{}", review.verdict));
        format!("{verdict}: {} ({}, {})", review.reason.line(), review.by_name.line(), when(review.at))
    });
    vec![
        ("trace-fact-who", format!("{} ({role}, {})", item.by_name.line(), state.reference.body(&item.organisation))),
        ("trace-fact-about", item.signal_number.to_string()),
        ("trace-fact-why", item.reason.line().into_string()),
        (
            "trace-fact-when",
            texts.with("trace-from-until", &[("from", when(item.opened_at).into()), ("until", when(item.until).into())]),
        ),
        ("trace-fact-stands", texts.get(&format!("emergency-state-{stands}"))),
        (
            "trace-fact-judged",
            judged.unwrap_or_else(|| texts.with("trace-judge-before", &[("when", when(item.due_at()).into())])),
        ),
    ]
}
