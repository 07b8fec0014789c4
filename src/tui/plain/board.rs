//! The deadline board as numbered lines, and one clock of it with everything.

use std::collections::BTreeSet;

use chrono::Datelike;

use crate::{
    client::replica::{BoardGroup, BoardView, DeadlineRow, GroupHead},
    domain::{Date, ids::DeadlineId, text::SafeText},
    tui::{
        app::{
            State,
            board::{GROUPS, VIEWS, row_label},
        },
        view::{
            board::{clock_lines, clock_name},
            format,
            record::body,
            theme::Theme,
        },
    },
};

use super::{PAGE, line, record::flat};

/// What was told of the board.
#[derive(Debug, Default)]
pub struct Told {
    chosen: Option<(BoardView, BoardGroup, String, bool)>,
    /// The clocks that have a number, in its order.
    pub listed: Vec<DeadlineId>,
    /// Which clock was told whole, as it was read.
    whole: Option<(DeadlineId, bool)>,
}

/// The list, if it is another than the one that was told; else where the reader is in it.
pub fn list(state: &State, told: &mut Told, came: bool, out: &mut String) {
    told.whole = None;
    let board = &state.board;
    let chosen = (board.view, board.group, board.filter.text().to_owned(), state.loaded);
    if told.chosen.as_ref() == Some(&chosen) {
        if let Some(row) = state.clock_row().filter(|_| came) {
            let at = numbered(told, row.id());
            line(out, &self::row(state, &row, at));
        }
        return;
    }
    told.chosen = Some(chosen);
    told.listed.clear();
    head(state, out);
    page(state, told, out);
}

/// Begins the list anew.
pub fn again(state: &State, told: &mut Told) -> String {
    told.chosen = None;
    let mut out = String::new();
    list(state, told, false, &mut out);
    out
}

fn head(state: &State, out: &mut String) {
    let (texts, board) = (&state.texts, &state.board);
    if !state.loaded {
        return line(out, &texts.with("board-loading", &[("server", (&state.server).into())]));
    }
    let key = |found: Option<&'static str>| texts.get(found.unwrap_or_default());
    let view = VIEWS.iter().find(|(view, _)| *view == board.view).map(|(_, key)| *key);
    let group = GROUPS.iter().find(|(group, _)| *group == board.group).map(|(_, key)| *key);
    let values = [
        ("view", key(view).into()),
        ("group", key(group).into()),
        ("count", board.board.rows.len().into()),
        ("day", texts.day(state.today).into()),
        ("filter", board.filter.text().trim().into()),
    ];
    line(out, &texts.with(if board.filter.is_blank() { "plain-board" } else { "plain-board-filtered" }, &values));
}

/// The next page: clocks that have no number yet.
pub fn page(state: &State, told: &mut Told, out: &mut String) {
    let deadlines = state.replica.deadlines();
    let board = &state.board.board;
    let known: BTreeSet<DeadlineId> = told.listed.iter().copied().collect();
    let rows = board.rows.iter().enumerate().filter_map(|(at, row)| Some((at, deadlines.get(*row)?)));
    let mut count = 0;
    for (at, row) in rows.filter(|(_, row)| !known.contains(&row.id())).take(PAGE) {
        let group = board.groups.iter().rev().find(|(before, _)| *before <= at).filter(|(before, _)| count == 0 || *before == at);
        if let Some((_, head)) = group {
            line(out, &format!("{}:", group_name(state, head)));
        }
        told.listed.push(row.id());
        line(out, &self::row(state, &row, told.listed.len()));
        count += 1;
    }
    if count > 0 {
        let rest = board.rows.len().saturating_sub(told.listed.len());
        let key = if rest > 0 { "plain-rest" } else { "plain-all-told" };
        line(out, &state.texts.with(key, &[("rest", rest.into())]));
    }
}

fn group_name(state: &State, head: &GroupHead) -> String {
    match head {
        GroupHead::Lane(lane) => state.texts.get(&format!("board-lane-{lane}")),
        GroupHead::Name(Some(name)) => SafeText::line(&body(state, name)).into_string(),
        GroupHead::Name(None) => state.texts.get("group-nameless"),
        GroupHead::Ground(Some(ground)) => state.texts.get(&format!("time-out-ground-{ground}")),
        GroupHead::Ground(None) => state.texts.get("group-no-time-out"),
    }
}

/// `3. S-117, bezwaar Awb 6:7: terugvordering, DT; veilig eind do 26-11, vandaag; met time-out ma 28-12; voorgesteld`
fn row(state: &State, row: &DeadlineRow, at: usize) -> String {
    let texts = &state.texts;
    let signals = state.replica.signals();
    let signal = signals.find(row.signal()).and_then(|at| signals.get(at));
    let label = SafeText::line(&row_label(row, signal.as_ref())).into_string();
    let mut parts = vec![format!("{at}. {}, {}: {label}", row.signal_number().short(), clock_name(state, row))];
    parts.extend(state.words_of_ended(row).map(|words| words.trim_start_matches(['✓', ' ']).to_owned()));
    parts.extend(state.board.left.contains(&row.id()).then(|| texts.get("plain-left")));
    parts.extend(row.body().map(|code| SafeText::line(&body(state, code)).into_string()));
    let values = [
        ("day", format::date(row.safe_end(), state.today, texts).into()),
        ("days", format::days_in_words(row.alarm_on(), state.today, texts).into()),
    ];
    parts.push(texts.with(if row.article().is_empty() { "plain-clock-day" } else { "plain-clock-safe" }, &values));
    if row.end() != row.safe_end() {
        parts.push(texts.with("plain-clock-end", &[("day", format::date(row.end(), state.today, texts).into())]));
    }
    if row.is_uncertain() {
        parts.push(texts.get("uncertain"));
    }
    if row.clock().is_proposed(state.today) {
        parts.push(texts.get("board-proposed"));
    }
    parts.join("; ")
}

/// One clock with everything, once it was read; what is known of it before that.
pub fn clock(state: &State, told: &mut Told, out: &mut String) {
    let Some(row) = state.clock_row() else { return line(out, &state.texts.get("gone-clock")) };
    let now = (row.id(), state.clock_of(&row).is_some() && !state.caller_comes(&row));
    if told.whole == Some(now) || (!now.1 && state.board.unread.is_none() && told.whole.is_some_and(|(id, _)| id == now.0)) {
        return;
    }
    told.whole = Some(now);
    if !now.1 && state.board.unread.is_none() {
        // Told when it is here: half of it would have to be told again.
        return;
    }
    line(out, &format!("{}:", row.signal_number()));
    for spans in clock_lines(state, &Theme::plain(), &row, (200, true)) {
        line(out, &flat(&spans));
    }
}

fn numbered(told: &mut Told, id: DeadlineId) -> usize {
    let at = told.listed.iter().position(|listed| *listed == id).unwrap_or_else(|| {
        told.listed.push(id);
        told.listed.len() - 1
    });
    at + 1
}

/// The days of a month on which something ends; within the month that was told, only the day.
pub fn month(state: &State, day: Date, before: Option<Date>, out: &mut String) {
    let Some(calendar) = &state.board.calendar else { return };
    let texts = &state.texts;
    let told = |day: Date, count: usize| texts.with("calendar-day", &[("day", texts.day(day).into()), ("count", count.into())]);
    let same = |other: &Date| (other.year(), other.month()) == (day.year(), day.month());
    if before.is_none_or(|before| !same(&before)) {
        line(out, &format!("{} {}:", texts.get(&format!("month-{}", day.month())), day.year()));
        calendar.load.iter().filter(|(on, _)| same(on)).for_each(|(on, count)| line(out, &told(*on, *count)));
    }
    line(
        out,
        &match calendar.load.get(&day) {
            Some(count) => told(day, *count),
            None => texts.with("calendar-nothing", &[("day", texts.day(day).into())]),
        },
    );
}
