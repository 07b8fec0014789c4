//! What goes with an item: its papers, the lessons that were noted at it, and with the standing one the open commitments.

use ratatui::style::Modifier;

use super::super::{
    canvas::{Span, apart},
    format,
    labelled::labelled,
    record::PROSE,
    signals::day_look,
    theme::Theme,
};
use crate::{
    domain::{ids::AgendaItemId, lesson::Lesson, meeting::ItemPaper},
    locale::Value,
    tui::app::{State, wrap::wrap},
};

/// The papers that stand: title, day, version, whether it came late, and for which bodies it is.
pub(super) fn papers(state: &State, theme: &Theme, id: AgendaItemId, width: u16) -> Vec<Vec<Span>> {
    let texts = &state.texts;
    let stand: Vec<&ItemPaper> = state.papers_of(id).iter().filter(|paper| !paper.withdrawn).collect();
    if stand.is_empty() {
        return vec![];
    }
    let mut lines = head(state, theme, "section-let-papers");
    for paper in stand {
        let day = paper.facts.on.map(|day| format::full_date(day, texts)).unwrap_or_default();
        lines.extend(labelled(theme, &day, paper.facts.title.line().as_str(), theme.strong(), width));
        let version = texts.with("item-paper-version", &[("number", Value::Number(paper.version))]);
        let mut about = vec![(" ".repeat(15), theme.dim()), (version, theme.dim())];
        if let Some(due) = state.late_since(paper) {
            let late = texts.with("item-paper-late", &[("day", format::date(due, state.today, texts).into())]);
            about.push((format!("  ! {late}"), theme.signal(theme.high)));
        }
        lines.push(about);
        lines.extend(labelled(theme, "", &state.readers_of(paper), theme.dim(), width));
        if !paper.facts.address.is_blank() {
            lines.extend(labelled(theme, "", paper.facts.address.line().as_str(), theme.text(), width));
        }
    }
    lines
}

/// The lessons that were noted at it, and when that was read: it does not follow what others note meanwhile.
pub fn lessons(state: &State, theme: &Theme, id: AgendaItemId, width: u16) -> Vec<Vec<Span>> {
    let texts = &state.texts;
    let Some(read) = state.agenda.lessons.as_ref().filter(|read| read.item == id) else { return vec![] };
    let mut lines = head(state, theme, "section-let-lessons");
    if let Some(words) = &read.failed {
        let ranges = wrap(words, width.min(PROSE).into());
        lines.extend(ranges.into_iter().map(|range| vec![(words[range].to_owned(), theme.signal(theme.high))]));
        return lines;
    }
    for lesson in &read.all {
        let kind = texts.get(&format!("lesson-kind-{}", lesson.facts.kind));
        lines.extend(labelled(theme, &kind, lesson.facts.pattern.line().as_str(), theme.text(), width));
        let about = about(state, lesson);
        if !about.is_empty() {
            lines.extend(labelled(theme, "", &about, theme.dim(), width));
        }
    }
    let key = match (read.all.is_empty(), read.whole) {
        (true, true) => "item-lessons-none",
        (false, true) => "item-lessons-read",
        (_, false) => "item-lessons-more",
    };
    let told = texts.with(key, &[("time", format::clock(read.at).into())]);
    lines.extend(wrap(&told, width.min(PROSE).into()).into_iter().map(|range| vec![(told[range].to_owned(), theme.dim())]));
    lines
}

/// `Participatiewet artikel 18; CAK, UWV`
fn about(state: &State, lesson: &Lesson) -> String {
    let facts = &lesson.facts;
    let law = format!("{} {}", facts.law.line(), facts.article.line()).trim().to_owned();
    [law, state.body_words(&facts.bodies, ", ")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

fn head(state: &State, theme: &Theme, key: &str) -> Vec<Vec<Span>> {
    vec![vec![], vec![(state.texts.get(key), theme.dim().add_modifier(Modifier::BOLD))]]
}

/// Open commitments of the meetings before: the standing first item.
pub(super) fn commitments(state: &State, theme: &Theme) -> Vec<Vec<Span>> {
    let read = state.agenda.meeting.and_then(|meeting| state.agenda_detail(meeting));
    let Some(read) = read else { return vec![] };
    if read.open_commitments.is_empty() {
        return vec![vec![(state.texts.get("item-no-commitments"), theme.dim())]];
    }
    let line = |one: &crate::domain::arrangement::ArrangementSummary| {
        let look = day_look((one.on - state.today).num_days(), theme).map_or(theme.text(), |look| theme.signal(look));
        let body = one.organisation.as_ref().map(|code| state.body_word(code)).unwrap_or_default();
        vec![
            (
                apart(
                    &format!(
                        "{} {}",
                        format::date(one.on, state.today, &state.texts),
                        format::days(one.on, state.today, &state.texts)
                    ),
                    18,
                ),
                look,
            ),
            (format!("{}  ", one.signal_number.short()), theme.dim()),
            (format!("{} {}", body, one.label.line()), theme.text()),
        ]
    };
    read.open_commitments.iter().map(line).collect()
}
