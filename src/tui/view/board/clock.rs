//! One clock: below or beside the board with how many end in each week, and open with every step and every move.

use ratatui::{layout::Rect, style::Modifier};
use unicode_width::UnicodeWidthStr;

use super::{
    super::{
        canvas::{Canvas, Span, apart, pad},
        foot, format,
        labelled::{LABEL, beside, labelled},
        record::{PROSE, body},
        shield,
        signals::day_look,
        situation,
        theme::Theme,
    },
    clock_name,
};
use crate::{
    api::{deadline::DeadlineDetail, term::Line, time_out::TimeOutDetail},
    client::replica::{BoardView, DeadlineRow},
    domain::{
        deadline::DeadlineKind,
        organisation,
        text::{RawText, SafeText},
        time_out::{TimeOut, TimeOutGround, TimeOutState},
        zone,
    },
    locale::Language,
    tui::app::{State, actions::Pending, command::Command, time_outs::shown_lines, wrap::wrap},
};

/// Width of the weeks beside the preview.
const WEEKS: u16 = 36;

/// The clock under the cursor, and how many end in each week.
pub fn preview(canvas: &mut Canvas, state: &State, area: Rect) {
    let deadlines = state.replica.deadlines();
    let row = state.board.previewed.and_then(|id| deadlines.find_any(id)).and_then(|row| deadlines.get(row));
    let beside = area.width >= 96;
    let tall = area.height >= 26;
    let facts = match (beside, tall) {
        (true, _) => Rect { width: area.width - WEEKS, ..area },
        (false, true) => Rect { height: area.height - 12, ..area },
        (false, false) => area,
    };
    if let Some(row) = row {
        clock(canvas, state, facts, &row, 0, false);
    }
    if beside {
        weeks(canvas, state, Rect { x: area.right() - WEEKS + 1, width: WEEKS - 2, ..area });
    } else if tall {
        weeks(canvas, state, Rect { x: area.x + 2, y: area.bottom() - 11, width: area.width - 4, height: 11 });
    }
}

/// The clock under the cursor with everything, scrolled.
pub fn open(canvas: &mut Canvas, state: &State, area: Rect, scroll: usize) {
    match state.clock_row() {
        Some(row) => clock(canvas, state, area, &row, scroll, true),
        None => situation::two_sentences(canvas, area, &state.texts.get("gone-clock"), ""),
    }
}

fn clock(canvas: &mut Canvas, state: &State, area: Rect, row: &DeadlineRow, scroll: usize, whole: bool) {
    let theme = canvas.theme;
    let (x, width) = (area.x + 2, area.width.saturating_sub(4));
    let signals = state.replica.signals();
    let title = signals.find(row.signal()).and_then(|at| signals.get(at)).map(|signal| RawText::from(signal.title()).line());
    let head = [
        (row.signal_number().short(), theme.accent().add_modifier(Modifier::BOLD)),
        ("  ".into(), theme.text()),
        (title.map(SafeText::into_string).unwrap_or_default(), theme.strong()),
    ];
    canvas.spans(x, area.y, width, &head);
    let roomy = area.height >= 12;
    let top = if roomy || whole { 2 } else { 1 };
    let rest = Rect { x, y: area.y + top, width, height: area.height.saturating_sub(top) };
    let lines = clock_lines(state, theme, row, (width, whole));
    let rest = if whole { foot::seen(lines.len(), rest) } else { rest };
    let most = lines.len().saturating_sub(usize::from(rest.height));
    let from = if whole { scroll.min(most) } else { 0 };
    if whole {
        canvas.scroll_most = most;
        canvas.cursor = Some((rest.x, rest.y));
    }
    for (at, line) in lines.iter().skip(from).take(rest.height.into()).enumerate() {
        canvas.spans(rest.x, rest.y + at as u16, rest.width, line);
    }
    match most - from {
        0 => {}
        below if whole => foot::below(canvas, state, area, below),
        _ => canvas.put_right(area.x, area.bottom().saturating_sub(1), area.width - 1, "↓", theme.dim()),
    }
}

/// Everything about a clock, or what fits a preview; as far as it was read.
pub fn clock_lines(state: &State, theme: &Theme, row: &DeadlineRow, (width, whole): (u16, bool)) -> Vec<Vec<Span>> {
    let mut lines = facts(state, theme, row, width);
    match state.clock_of(row) {
        _ if row.is_over() => lines.extend(labelled(theme, "", &state.texts.get("clock-over"), theme.strong(), width)),
        Some(found) => lines.extend(explained(state, theme, row, found, (width, whole))),
        None => {
            let failed = state.board.unread.as_ref().filter(|(id, _)| *id == row.id());
            if let Some((_, words)) = failed {
                lines.push(vec![(words.clone(), theme.signal(theme.high))]);
            } else if state.requests.values().any(|pending| *pending == Pending::ReadClock(row.id())) {
                lines.push(vec![(state.texts.get("reading-clock"), theme.dim())]);
            }
        }
    }
    lines
}

/// What is known from the list: what ends and when.
fn facts(state: &State, theme: &Theme, row: &DeadlineRow, width: u16) -> Vec<Vec<Span>> {
    let texts = &state.texts;
    let clock = row.clock();
    let mut lines = labelled(theme, &texts.get("clock-fact-what"), &what(state, row), theme.text(), width);
    let in_words = format::days_in_words(row.alarm_on(), state.today, texts);
    let look = day_look(clock.days_left(state.today), theme).map_or(theme.text(), |look| theme.signal(look));
    let doubt = match (row.is_uncertain(), row.is_provisional()) {
        (true, _) => format!("  ? {}", texts.get("uncertain")),
        (false, true) => format!("  ? {}", texts.get("provisional")),
        (false, false) => String::new(),
    };
    let bold = look.add_modifier(Modifier::BOLD);
    if row.kind() == DeadlineKind::CallBack {
        for (key, who) in callers(state, row) {
            lines.extend(labelled(theme, &texts.get(key), &who, theme.strong(), width));
        }
    }
    let pair = row.end() != row.safe_end() || row.time_out().is_some() && !row.article().is_empty();
    let label = texts.get(match row.kind() {
        DeadlineKind::CallBack => "clock-fact-call",
        _ if pair => "clock-fact-safe",
        _ => "clock-fact-day",
    });
    let goes_by_safe = row.alarm_on() == row.safe_end();
    let mut line = vec![
        (apart(&label, LABEL.into()), theme.dim()),
        (format::at(format::full_date(row.safe_end(), texts), row.at(), texts), if goes_by_safe { bold } else { theme.text() }),
    ];
    if goes_by_safe {
        line.push((format!("  {in_words}"), look));
    }
    line.push((doubt, theme.signal(theme.high)));
    lines.push(line);
    if pair && row.end() == row.safe_end() {
        // It suspends what the decision does, and not the term; or it does not touch it.
        lines.extend(labelled(theme, &texts.get("clock-fact-end"), &texts.get("clock-end-same"), theme.text(), width));
    } else if pair {
        let mut line = vec![
            (apart(&texts.get("clock-fact-end"), LABEL.into()), theme.dim()),
            (format::full_date(row.end(), texts), if goes_by_safe { theme.text() } else { bold }),
        ];
        if !goes_by_safe {
            line.push((format!("  {in_words}"), look));
        }
        lines.push(line);
    }
    lines
}

/// Whom a promised call is to: the body by its whole name; and who reported the case, as far as that was read.
fn callers(state: &State, row: &DeadlineRow) -> Vec<(&'static str, String)> {
    let organisations = &state.reference.organisations;
    let body = organisation::find(organisations, row.label()).map(|found| {
        let key = state.keymap.shown(Command::Lookup).filter(|_| state.unavailable(Command::Lookup).is_none());
        let short = body(state, found.code.as_str());
        let number = |key: String| {
            let values = [("key", key.into()), ("who", SafeText::line(&short).into())];
            format!("   {}", state.texts.with("clock-number-of", &values))
        };
        let who = if found.name == short { short.clone() } else { format!("{short}, {}", found.name) };
        format!("{who}{}", key.map(number).unwrap_or_default())
    });
    let reporter = state.whole(row.signal()).map(|whole| {
        let reporter = &whole.facts.reporter;
        let parts = [&reporter.name, &reporter.function, &reporter.organisation];
        let parts: Vec<String> =
            parts.into_iter().filter(|part| !part.is_blank()).map(|part| part.line().into_string()).collect();
        (parts.join(", "), shield::phone(state, whole).unwrap_or_default())
    });
    let (reporter, phone) = reporter.unzip();
    let parts = [("clock-fact-whom", body), ("fact-reporter", reporter), ("clock-fact-phone", phone)];
    parts.into_iter().filter_map(|(key, who)| Some((key, who.filter(|who| !who.is_empty())?))).collect()
}

/// `bezwaar Awb 6:7, UWV terugvordering`; a label that begins with the body names it once.
fn what(state: &State, row: &DeadlineRow) -> String {
    let body = row.body().map(|code| body(state, code)).unwrap_or_default();
    let names = row.label().strip_prefix(body.as_str()).is_some_and(|rest| rest.starts_with(' '));
    let rest = if names { row.label().to_owned() } else { format!("{body} {}", row.label()) };
    let rest = rest.trim();
    if rest.is_empty() { clock_name(state, row) } else { format!("{}, {rest}", clock_name(state, row)) }
}

/// What was read: advice, what happens, the time-out; whole also every step and every move.
fn explained(
    state: &State,
    theme: &Theme,
    row: &DeadlineRow,
    found: &DeadlineDetail,
    (width, whole): (u16, bool),
) -> Vec<Vec<Span>> {
    let texts = &state.texts;
    let dutch = texts.language() == Language::Dutch;
    let words = |line: &Line| if dutch { line.nl.clone() } else { line.en.clone() };
    let mut lines = vec![];
    let mut add = |key: &str, text: String, style| {
        if !text.trim().is_empty() {
            lines.extend(labelled(theme, &texts.get(key), &text, style, width));
        }
    };
    if let Some((item, pending)) = found.time_out.as_ref().and_then(|found| Some((&found.item, found.item.pending.as_ref()?))) {
        add("clock-fact-waits", super::waits::words(state, row, item, pending), theme.accent());
    }
    if let Some(advice) = &found.advice {
        // What can be done before the safe end is advised; that this day is behind us is said beside it.
        let safe = row.safe_end();
        let ends = matches!(row.kind(), DeadlineKind::Objection | DeadlineKind::TimeOut);
        let advice = match ends && safe < state.today {
            true => texts.with(
                "clock-advice-late",
                &[("advice", words(advice).into()), ("kind", row.kind().code().into()), ("day", texts.day(safe).into())],
            ),
            false => words(advice),
        };
        add("clock-fact-advice", advice, theme.strong());
    }
    if let Some(ground) = row.ground() {
        let key = if ground == TimeOutGround::Law { "clock-ground-law" } else { "clock-ground-safe" };
        let ground = texts.get(&format!("time-out-ground-{ground}"));
        add("clock-fact-ground", texts.with(key, &[("ground", ground.into())]), theme.text());
    }
    if let Some(time_out) = &found.time_out {
        add("clock-fact-running", running(state, time_out), theme.text());
        let item = &time_out.item;
        if item.state.is_running() && !item.facts.reach.stops_term() {
            add("clock-fact-reach", texts.get("clock-reach-effect"), theme.signal(theme.high));
        }
        add("clock-fact-told", told(state, time_out), theme.text());
    }
    if let Some(arrangement) = &found.arrangement {
        lines.extend(super::arrangement::facts(state, theme, arrangement, width));
    }
    let mut add = |key: &str, text: String, style| lines.extend(labelled(theme, &texts.get(key), &text, style, width));
    add("clock-fact-lapse", words(&found.lapse), theme.text());
    if whole {
        let owner = match &found.item.owner {
            Some(owner) => owner.name.line().into_string(),
            None => texts.get("owner-free"),
        };
        add("clock-fact-owner", owner, theme.text());
        lines.extend(sections(state, theme, found, width));
    }
    lines
}

fn sections(state: &State, theme: &Theme, found: &DeadlineDetail, width: u16) -> Vec<Vec<Span>> {
    let texts = &state.texts;
    let dutch = texts.language() == Language::Dutch;
    let words = |line: &Line| if dutch { line.nl.clone() } else { line.en.clone() };
    let mut lines: Vec<Vec<Span>> = vec![];
    let prose = |text: &str| {
        let safe = SafeText::line(text);
        let wrapped = wrap(safe.as_str(), width.min(PROSE).into()).into_iter();
        wrapped.map(|line| vec![(safe.as_str()[line].to_owned(), theme.text())]).collect::<Vec<_>>()
    };
    let mut section = |key: &str, body: Vec<Vec<Span>>| {
        if !body.is_empty() {
            lines.push(vec![]);
            lines.push(vec![(texts.get(key), theme.dim().add_modifier(Modifier::BOLD))]);
            lines.extend(body);
        }
    };
    // Of a time-out the steps are those of the decision it suspends, which ends on another day.
    let why = if found.item.kind == DeadlineKind::TimeOut { "section-why-decision" } else { "section-why" };
    section(why, found.steps.iter().flat_map(|line| prose(&words(line))).collect());
    section("section-uncertain", found.uncertainties.iter().flat_map(|line| prose(&format!("? {}", words(line)))).collect());
    for (key, body) in found.arrangement.iter().flat_map(|one| super::arrangement::sections(state, theme, one, width)) {
        section(key, body);
    }
    let Some(time_out) = &found.time_out else { return lines };
    let waits = time_out.confirmation.as_ref().and_then(|waits| serde_json::from_str(&waits.shown).ok());
    let shown = waits.map(|shown| shown_lines(&shown, texts, &state.reference)).unwrap_or_default();
    section("section-proposal", shown.iter().flat_map(|line| prose(line)).collect());
    let moves = time_out.item.moves.iter().rev().flat_map(|moved| {
        let (hour, minute) = zone::hour_minute(moved.at);
        let what = texts.moved(&time_out.item.facts, moved);
        let when = format!("{} {hour:02}:{minute:02}", format::date(zone::date_of(moved.at), state.today, texts));
        // Where there is no room for columns the name takes what it needs.
        let name = moved.by_name.line().into_string();
        let name = if width >= 90 { pad(&name, 20) } else { name } + "  ";
        let value = [(name, theme.text()), (what, theme.strong()), (format!("  {}", moved.reason.line()), theme.text())];
        beside(&(when, theme.dim()), 18, &value, width)
    });
    section("section-moves", moves.collect());
    let verbs = time_out.verbs.iter().filter_map(|permitted| {
        let refused = permitted.refused.as_ref()?;
        let verb = texts.get(&format!("verb-{}", permitted.verb));
        Some(labelled(theme, &verb, &words(refused), theme.text(), width))
    });
    section("section-not-now", verbs.flatten().collect());
    lines
}

/// `beëindigd per ma 30-11; tot dan opgeschort, t/m zo 29-11`: of one that was stopped, also when that is on a day to come. Its last day
/// of before means nothing any more.
fn stopped(state: &State, item: &TimeOut) -> Option<String> {
    let again = item.works_again_on.filter(|_| matches!(item.state, TimeOutState::Resumed | TimeOutState::Ended))?;
    let day = |day| format::date(day, state.today, &state.texts);
    let suspended = item.suspended_days().and_then(|(from, until)| Some((from, until.pred_opt()?)));
    let key = match suspended {
        None => "clock-stopped-at-once",
        Some(_) if state.today < again => "clock-stops",
        Some(_) => "clock-stopped",
    };
    let (first, last) = suspended.unwrap_or((item.facts.first_day, again));
    let word = state.texts.get(&format!("time-out-state-{}", item.state.code().replace('_', "-")));
    let values = [("state", word.into()), ("again", day(again).into()), ("first", day(first).into()), ("last", day(last).into())];
    Some(state.texts.with(key, &values))
}

/// `loopt, ma 26-10 t/m di 24-11; besluit Utrecht 2026/881`.
fn running(state: &State, found: &TimeOutDetail) -> String {
    let texts = &state.texts;
    let item = &found.item;
    let word = texts.get(&format!("time-out-state-{}", item.state.code().replace('_', "-")));
    let decider = state.reference.organisation_name(&item.facts.decider);
    let days = [
        ("state", word.into()),
        ("first", format::date(item.facts.first_day, state.today, texts).into()),
        ("last", format::date(item.last_suspended_day(), state.today, texts).into()),
        ("decider", SafeText::line(&decider).into()),
        ("day", format::date(item.facts.decided_on, state.today, texts).into()),
    ];
    let mut text = match stopped(state, item) {
        Some(words) => format!("{words}; {}", texts.with("clock-decided", &days)),
        None => texts.with("clock-running", &days),
    };
    if !item.facts.reference.is_blank() {
        let reference = [("reference", item.facts.reference.line().into())];
        text = format!("{text}, {}", texts.with("clock-running-reference", &reference));
    }
    if !item.extensions.is_empty() {
        text = format!("{text}; {}", texts.with("clock-extended", &[("count", item.extensions.len().into())]));
    }
    if let Some(maximum) = item.facts.maximum {
        text = format!("{text}; {}", texts.with("clock-maximum", &[("day", texts.day(maximum).into())]));
    }
    text
}

fn told(state: &State, found: &TimeOutDetail) -> String {
    let texts = &state.texts;
    let item = &found.item;
    let on = |key: &str, day: Option<crate::domain::Date>| match day {
        Some(day) => texts.with(key, &[("day", format::date(day, state.today, texts).into())]),
        None => texts.get(&format!("{key}-not")),
    };
    format!("{}, {}", on("clock-told", item.told_body_on), on("clock-confirmed", item.body_confirmed_on))
}

/// How many clocks of the board end in each week, as bars.
fn weeks(canvas: &mut Canvas, state: &State, area: Rect) {
    use chrono::{Datelike, Days};
    let theme = canvas.theme;
    let texts = &state.texts;
    let counts = &state.board.board.weeks;
    let title = if state.board.view == BoardView::CallBacks { "board-weeks-calls" } else { "board-weeks" };
    canvas.put(area.x, area.y, area.width, &texts.get(title), theme.dim().add_modifier(Modifier::BOLD));
    let most = counts.iter().copied().max().unwrap_or_default().max(1);
    let digits = most.to_string().width() as u16;
    let room = area.width.saturating_sub(9 + digits + 1);
    for (at, count) in counts.iter().enumerate() {
        let y = area.y + 1 + at as u16;
        if y >= area.bottom() {
            break;
        }
        let label = match at {
            0 => texts.get("board-weeks-late"),
            _ => {
                let day = state.today.checked_add_days(Days::new(7 * (at as u64 - 1))).unwrap_or(state.today);
                texts.with("board-week", &[("week", day.iso_week().week().to_string().into())])
            }
        };
        canvas.put(area.x, y, 8, &label, if at == 1 { theme.strong() } else { theme.dim() });
        let filled = (*count as u64 * u64::from(room)).div_ceil(most as u64) as u16;
        let bar = "█".repeat(usize::from(filled.min(room)));
        let style = if at == 0 { theme.glyph(theme.crisis) } else { theme.accent() };
        canvas.put(area.x + 9, y, room, &bar, style);
        canvas.put_right(area.x + 9 + room, y, digits + 1, &count.to_string(), theme.text());
    }
}
