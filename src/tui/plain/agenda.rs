//! Pane 2 as numbered lines: meetings, an agenda with its candidates, and one item with everything.

use std::collections::BTreeSet;

use crate::{
    domain::{
        ids::{AgendaItemId, MeetingId, PartId},
        text::SafeText,
    },
    locale::Value,
    tui::{
        app::{State, agenda::AgendaRow},
        view::{
            agenda::{item_lines, lesson_lines, meeting_lines, paper_lines},
            format,
            theme::Theme,
        },
    },
};

use super::{PAGE, line, record::flat};

/// What was told of the pane.
#[derive(Debug, Default)]
pub struct Told {
    /// Of which meeting, whether rows were there, and in which order they stood.
    chosen: Option<(Option<MeetingId>, bool, Vec<AgendaRow>)>,
    /// What has a number, in its order.
    pub listed: Vec<AgendaRow>,
    /// Which item was told whole, as it was read.
    whole: Option<(AgendaItemId, bool)>,
    /// The paper that was told: its version, the one it is compared with, and whether everything of them was read.
    paper: Option<(PartId, i64, Option<i64>, bool)>,
    /// When the lessons of it were read that were told.
    lessons: Option<crate::domain::Instant>,
}

/// The list, if it is another than the one that was told, or in another order; else where the reader is in it.
pub fn list(state: &State, told: &mut Told, came: bool, out: &mut String) {
    told.whole = None;
    let agenda = &state.agenda;
    let chosen = (agenda.meeting, state.loaded, agenda.rows.clone());
    if told.chosen.as_ref() == Some(&chosen) {
        if let Some(row) = agenda.current.filter(|_| came) {
            line(out, &self::row(state, row, numbered(told, row)));
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
    let texts = &state.texts;
    if !state.loaded {
        return line(out, &texts.with("agenda-loading", &[("server", (&state.server).into())]));
    }
    match state.agenda.meeting.and_then(|id| state.replica.agendas().meeting(id)) {
        Some(meeting) => {
            line(out, &format!("{}:", meeting.number));
            meeting_lines(state, &Theme::plain(), meeting, 200).iter().for_each(|spans| line(out, &flat(spans)));
        }
        None => line(out, &texts.with("meetings-count", &[("count", state.agenda.rows.len().into())])),
    }
}

/// The next page: what has no number yet.
pub fn page(state: &State, told: &mut Told, out: &mut String) {
    let agenda = &state.agenda;
    let known: BTreeSet<AgendaRow> = told.listed.iter().copied().collect();
    let mut count = 0;
    for (at, row) in agenda.rows.iter().enumerate().filter(|(_, row)| !known.contains(row)).take(PAGE) {
        if let Some(heading) = agenda.headings.iter().find(|heading| heading.before == at) {
            line(out, &format!("{}:", state.texts.get(heading.text)));
        }
        told.listed.push(*row);
        line(out, &self::row(state, *row, told.listed.len()));
        count += 1;
    }
    if count > 0 {
        let rest = agenda.rows.len().saturating_sub(told.listed.len());
        let key = if rest > 0 { "plain-rest" } else { "plain-all-told" };
        line(out, &state.texts.with(key, &[("rest", rest.into())]));
    }
}

/// `2. 13:35, S-311 Ontruiming, 20 min, mist 3`
fn row(state: &State, row: AgendaRow, at: usize) -> String {
    let texts = &state.texts;
    let agendas = state.replica.agendas();
    let mut parts = vec![];
    match row {
        AgendaRow::Meeting(id) => {
            let Some(meeting) = agendas.meeting(id) else { return String::new() };
            parts.push(format!("{at}. {}  {}", meeting.number, state.day_of_meeting(meeting)));
            parts.push(texts.get(&format!("let-state-{}", meeting.state)));
            parts.push(state.free_words(meeting));
        }
        AgendaRow::Item(id) | AgendaRow::Candidate(id) => {
            let Some(item) = agendas.item(id) else { return String::new() };
            parts.push(format!("{at}. {}", state.item_title(item)));
            let times = state.agenda.schedule.items.iter().find(|times| times.item == id);
            parts.extend(times.and_then(|times| times.starts_at).map(format::clock));
            parts.push(texts.with("minutes-count", &[("minutes", Value::Number(item.minutes.into()))]));
            if times.is_some_and(|times| times.over) {
                parts.push(texts.get("item-over-slot"));
            }
            parts.push(match state.lacks_of(item) {
                0 => texts.get("agenda-ready"),
                count => texts.with("agenda-lacks", &[("count", count.into())]),
            });
            if state.agenda.marks.contains(&id) {
                parts.push("*".into());
            }
        }
    }
    parts.extend(state.agenda.left.contains(&row).then(|| texts.get("plain-left")));
    SafeText::line(&parts.join("; ")).into_string()
}

/// One item with everything, once it was read.
pub fn item(state: &State, told: &mut Told, out: &mut String) {
    told.paper = None;
    let Some(item) = state.agenda_item() else { return line(out, &state.texts.get("gone-item")) };
    let now = (item.id, state.item_read_of(item.id).is_some());
    let failed = state.agenda.unread.is_some();
    let read = state.agenda.lessons.as_ref().filter(|read| read.item == item.id).map(|read| read.at);
    let came = read.is_some() && std::mem::replace(&mut told.lessons, read) != read;
    if told.whole == Some(now) && came {
        for spans in lesson_lines(state, &Theme::plain(), item.id, 200) {
            line(out, &flat(&spans));
        }
    }
    if told.whole == Some(now) || !now.1 && !failed {
        return;
    }
    told.whole = Some(now);
    line(out, &format!("{}:", state.item_title(item)));
    for spans in item_lines(state, &Theme::plain(), item.id, (200, true)) {
        line(out, &flat(&spans));
    }
}

/// The paper that is read, once everything of it was.
pub fn paper(state: &State, told: &mut Told, out: &mut String) {
    // Coming back to the item it is told anew.
    told.whole = None;
    let Some(read) = state.paper_read() else { return };
    let done = read.failed.is_some() || read.difference.is_some() || read.against.is_none() && !read.versions.is_empty();
    let now = Some((read.part, read.version, read.against, done));
    if told.paper == now || !done {
        return;
    }
    told.paper = now;
    let title = read.read(read.version).map(|paper| paper.facts.title.line().into_string()).unwrap_or_default();
    line(out, &format!("{}: {title}", state.texts.get("item-paper-head")));
    for spans in paper_lines(state, &Theme::plain(), read, 200) {
        line(out, &flat(&spans));
    }
}

fn numbered(told: &mut Told, row: AgendaRow) -> usize {
    let at = told.listed.iter().position(|listed| *listed == row).unwrap_or_else(|| {
        told.listed.push(row);
        told.listed.len() - 1
    });
    at + 1
}
