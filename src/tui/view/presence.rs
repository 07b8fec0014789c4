//! Who else is at a signal: in its row of the list, and below the head of the signal itself.

use ratatui::layout::Rect;

use super::{
    canvas::{Canvas, Span},
    format,
};
use crate::{
    domain::{ids::SignalId, presence::Doing, text::SafeText},
    tui::app::{
        State,
        list::{self, Line},
        presence::Person,
        wrap::cells_of,
    },
};

/// A title keeps at least so much beside who is there; initials alone take less from it than words.
const LEAST_TITLE: u16 = 14;

/// Who is at the signal of a row, at the end of its title: as much as there is room for beside a title this wide. The words, how wide
/// they are, and whether a colleague edits. A row where nobody is loses nothing to it.
pub fn in_row(state: &State, id: SignalId, title: u16) -> Option<(String, u16, bool)> {
    let people = if state.is_anybody_there() { state.people_at(id) } else { vec![] };
    let first = people.first()?;
    let edits = !first.own && first.doing == Doing::Editing;
    let who = initials(state, first);
    let more = match people.len() {
        1 => who.clone(),
        count => format!("{who} +{}", count - 1),
    };
    let key = match (first.own, first.doing) {
        (true, _) => "present-row-own",
        (false, Doing::Editing) => "present-row-edits",
        (false, Doing::Looking) => "present-row-looks",
    };
    let words = state.texts.with(key, &[("who", more.clone().into())]);
    let fits = |words: &String| cells_of(words) as u16 + 1 + LEAST_TITLE <= title;
    let shown = [words, more, who].into_iter().find(fits)?;
    let width = cells_of(&shown) as u16;
    Some((shown, width, edits))
}

/// Is anybody at one of the signals that are shown? The head stands over no empty column.
pub fn in_view(state: &State, title: u16) -> bool {
    let (signals, pane) = (state.replica.signals(), &state.signals);
    let lines = (pane.list.top..).take(state.areas().list.height.into());
    let mut rows = lines.filter_map(|line| match list::at_line(line, pane.rows.len(), &pane.headings)? {
        Line::Row(at) => signals.get(*pane.rows.get(at)?),
        Line::Heading(_) => None,
    });
    state.is_anybody_there() && rows.any(|row| in_row(state, row.id(), title).is_some())
}

fn initials(state: &State, person: &Person) -> String {
    match person.own {
        true => state.texts.get("present-you"),
        false => SafeText::line(&format::initials(person.name.raw())).into_string(),
    }
}

/// One line with everybody who is there, since when. Says whether there is anybody.
pub fn under_head(canvas: &mut Canvas, state: &State, area: Rect, id: SignalId) -> bool {
    let people = state.people_at(id);
    let theme = canvas.theme;
    let mut spans: Vec<Span> = vec![];
    for person in &people {
        let edits = !person.own && person.doing == Doing::Editing;
        let style = if edits { theme.signal(theme.high) } else { theme.dim() };
        let gap = if spans.is_empty() { "" } else { "   " };
        spans.push((format!("{gap}{}", state.words_of_person(person)), style));
    }
    canvas.spans(area.x, area.y, area.width, &spans);
    !people.is_empty()
}
