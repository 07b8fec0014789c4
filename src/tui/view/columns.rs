//! The columns of the queue: which have room, where each starts, and their heads.

use ratatui::{layout::Rect, style::Modifier};
use unicode_width::UnicodeWidthStr;

use super::{canvas::Canvas, presence};
use crate::tui::app::{
    State,
    columns::USUAL,
    pointing::Target,
    signals::{Column, Sorting},
};

/// Where each column starts and how wide it is; nothing when there is no room for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// The sign of the urgency.
    pub urgency: (u16, u16),
    /// The word of the urgency.
    pub word: Option<(u16, u16)>,
    /// When it was received.
    pub received: Option<(u16, u16)>,
    /// Number.
    pub number: (u16, u16),
    /// Title: what the others leave.
    pub title: (u16, u16),
    /// Municipality.
    pub municipality: Option<(u16, u16)>,
    /// Bodies.
    pub bodies: Option<(u16, u16)>,
    /// First hard date.
    pub date: (u16, u16),
    /// Days left.
    pub days: (u16, u16),
    /// Who has it.
    pub owner: Option<(u16, u16)>,
    /// Status.
    pub status: Option<(u16, u16)>,
}

/// Titles get at least so much before another column gets room.
const LEAST_TITLE: i32 = 26;
/// The same when somebody chose the columns: these are wanted.
const LEAST_TITLE_CHOSEN: i32 = 18;
/// Who is there stands at the end of the titles, with a head of its own when both have room.
const PRESENT_FROM: u16 = 22;
/// Days left.
const DAYS: u16 = 5;

/// Who gets room first. The columns no list is without are not asked about.
const FIRST: [Column; 6] =
    [Column::Owner, Column::Municipality, Column::Bodies, Column::Status, Column::Urgency, Column::Received];

impl Columns {
    /// Columns for a width: the chosen ones in their order, as far as there is room; the usual ones when none were chosen.
    pub fn of(width: u16, chosen: &[Column]) -> Self {
        let usual = chosen.is_empty();
        let wanted = if usual { &USUAL[..] } else { chosen };
        // Two on the left, the sign of the urgency, and two on the right.
        let mut room = width.saturating_sub(8 + 2) as i32;
        let least = if usual { LEAST_TITLE } else { LEAST_TITLE_CHOSEN };
        let wide = |column| wide(column, usual && width >= 120);
        let taken = |column: Column| i32::from(wide(column)) + 2;
        let mut shown: Vec<Column> = vec![Column::Number, Column::Title, Column::HardDate];
        room -= taken(Column::Number) + taken(Column::HardDate);
        for column in FIRST.into_iter().filter(|column| wanted.contains(column)) {
            let enough = match column {
                Column::Urgency => width >= 116,
                Column::Received => width >= 130,
                _ => true,
            };
            let fits = room - taken(column) >= least || column == Column::Owner;
            if fits && (enough || !usual) {
                room -= taken(column);
                shown.push(column);
            }
        }
        let mut columns = Self { urgency: (2, 2), ..Self::default() };
        let mut x = 6;
        for column in wanted.iter().filter(|column| shown.contains(column)) {
            let width = if *column == Column::Title { (room + 2).max(8) as u16 } else { wide(*column) };
            let place = (x, width);
            match column {
                Column::Urgency => columns.word = Some(place),
                Column::Number => columns.number = place,
                Column::Received => columns.received = Some(place),
                Column::Title => columns.title = place,
                Column::Municipality => columns.municipality = Some(place),
                Column::Bodies => columns.bodies = Some(place),
                Column::HardDate => {
                    columns.date = (x, width - DAYS - 2);
                    columns.days = (x + width - DAYS, DAYS);
                }
                Column::Owner => columns.owner = Some(place),
                Column::Status => columns.status = Some(place),
            }
            x += width + 2;
        }
        columns
    }

    /// Is there room for it?
    pub fn shows(&self, column: Column) -> bool {
        match column {
            Column::Urgency => self.word.is_some(),
            Column::Received => self.received.is_some(),
            Column::Municipality => self.municipality.is_some(),
            Column::Bodies => self.bodies.is_some(),
            Column::Owner => self.owner.is_some(),
            Column::Status => self.status.is_some(),
            Column::Number | Column::Title | Column::HardDate => true,
        }
    }
}

/// How wide a column is; the title takes what is left.
fn wide(column: Column, roomy: bool) -> u16 {
    match column {
        Column::Urgency => 8,
        Column::Number => 7,
        Column::Received => 11,
        Column::Title => 0,
        Column::Municipality => {
            if roomy {
                18
            } else {
                14
            }
        }
        Column::Bodies => {
            if roomy {
                16
            } else {
                10
            }
        }
        Column::HardDate => 11 + 2 + DAYS,
        Column::Owner => 4,
        Column::Status => {
            if roomy {
                19
            } else {
                14
            }
        }
    }
}

/// The heads. The column the list is sorted by, when that is not the usual one, is bright and has an arrow.
pub fn heads(canvas: &mut Canvas, state: &State, area: Rect, columns: &Columns) {
    let theme = canvas.theme;
    let sorting = state.signals.sorting;
    let mut head = |place: Option<(u16, u16)>, key: &str, column: Column| {
        let Some((x, width)) = place else { return };
        let text = state.texts.get(key);
        canvas.spots.push((Rect { x: area.x + x, width, height: 1, ..area }, Target::Head(column)));
        if sorting.by != column || sorting == Sorting::default() {
            canvas.put(area.x + x, area.y, width, &text, theme.dim());
            return;
        }
        // The arrow may stand in the gap behind a head that fills its column.
        let arrow = if sorting.descending { "↓" } else { "↑" };
        let gap = if text.width() as u16 + 2 <= width { " " } else { "" };
        let style = theme.text().add_modifier(Modifier::BOLD);
        canvas.put(area.x + x, area.y, width + 1, &format!("{text}{gap}{arrow}"), style);
    };
    if columns.word.is_none() {
        head(Some(columns.urgency), "head-urgency-sign", Column::Urgency);
    }
    head(columns.word, "head-urgency", Column::Urgency);
    head(Some(columns.number), "head-number", Column::Number);
    head(columns.received, "head-received", Column::Received);
    head(Some(columns.title), "head-title", Column::Title);
    head(columns.municipality, "head-municipality", Column::Municipality);
    head(columns.bodies, "head-bodies", Column::Bodies);
    head(Some(columns.date), "head-date", Column::HardDate);
    head(columns.owner, "head-owner", Column::Owner);
    head(columns.status, "head-status", Column::Status);
    canvas.put_right(area.x + columns.days.0, area.y, columns.days.1, &state.texts.get("head-days"), theme.dim());
    let (x, width) = columns.title;
    if width >= PRESENT_FROM && presence::in_view(state, width) {
        canvas.put_right(area.x + x, area.y, width, &state.texts.get("head-present"), theme.dim());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(columns: &Columns) -> Vec<(u16, u16)> {
        let fixed = [columns.urgency, columns.number, columns.title, columns.date, columns.days];
        let rest = [columns.word, columns.received, columns.municipality, columns.bodies, columns.owner, columns.status];
        let mut all: Vec<_> = fixed.into_iter().chain(rest.into_iter().flatten()).collect();
        all.sort_unstable();
        all
    }

    #[test]
    fn columns_never_meet_and_never_leave_the_list_whatever_was_chosen() {
        let mut turned = Column::ALL.to_vec();
        turned.reverse();
        for chosen in [vec![], Column::ALL.to_vec(), turned, vec![Column::HardDate, Column::Title, Column::Number]] {
            for width in 60..240 {
                let columns = Columns::of(width, &chosen);
                let places = places(&columns);
                for pair in places.windows(2) {
                    assert!(pair[0].0 + pair[0].1 + 2 <= pair[1].0, "{width} {chosen:?} {places:?}");
                }
                let end = places.last().map_or(0, |(x, width)| x + width);
                assert_eq!(end, width - 2, "{width} {chosen:?} {places:?}");
                assert!(columns.title.1 >= 15, "{width} {chosen:?} {places:?}");
            }
        }
    }

    #[test]
    fn what_is_wanted_first_stays_longest() {
        assert!(Columns::of(80, &[]).owner.is_some() && Columns::of(80, &[]).municipality.is_none());
        assert!(Columns::of(100, &[]).municipality.is_some() && Columns::of(100, &[]).word.is_none());
        assert!(Columns::of(140, &[]).word.is_some() && Columns::of(140, &[]).received.is_some());
        let areas = crate::tui::app::layout::areas((200, 60), true, false);
        assert!(Columns::of(areas.list.width, &[]).bodies.is_some(), "a wide window shows no less than a small one");
        let narrow = Columns::of(80, &[Column::Received, Column::Number, Column::Title, Column::HardDate]);
        assert!(narrow.owner.is_none() && !narrow.shows(Column::Owner));
        assert!(narrow.received.is_some_and(|(x, _)| x < narrow.number.0));
    }
}
