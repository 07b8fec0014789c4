//! The month: how many clocks end on each day.

use chrono::{Datelike, Days};
use ratatui::{layout::Rect, style::Modifier};

use super::super::{canvas::Canvas, signals::day_look};
use crate::tui::app::{State, board::Calendar};

/// Draws the month.
pub fn draw(canvas: &mut Canvas, state: &State, area: Rect, calendar: &Calendar) {
    let theme = canvas.theme;
    let texts = &state.texts;
    let cell = (area.width.saturating_sub(8) / 7).clamp(6, 12);
    let tall = if area.height >= 22 { 3 } else { 2 };
    let (x, mut y) = (area.x + 2, area.y);
    let month = texts.get(&format!("month-{}", calendar.day.month()));
    canvas.put(x, y, area.width - 4, &format!("{month} {}", calendar.day.year()), theme.strong());
    y += 1;
    for weekday in 0..7_u16 {
        let name = texts.get(&format!("weekday-{}", weekday + 1));
        canvas.put(x + 4 + weekday * cell, y, cell, &name, theme.dim());
    }
    let first = calendar.first();
    for week in 0..6_u16 {
        let top = y + 1 + week * tall;
        let Some(monday) = first.checked_add_days(Days::new(u64::from(week) * 7)) else { break };
        if top + 1 >= area.bottom() || (week > 0 && monday.month() != calendar.day.month()) {
            break;
        }
        canvas.put(x, top, 3, &monday.iso_week().week().to_string(), theme.dim());
        for weekday in 0..7_u16 {
            let Some(day) = monday.checked_add_days(Days::new(weekday.into())) else { continue };
            let place = Rect { x: x + 4 + weekday * cell, y: top, width: cell - 1, height: tall.min(2) };
            let here = day == calendar.day;
            if here {
                canvas.restyle(place, theme.selected());
                canvas.cursor = Some((place.x, place.y));
            }
            let on = |style: ratatui::style::Style| if here { style.patch(theme.selected()) } else { style };
            let style = match (day == state.today, day.month() == calendar.day.month()) {
                (true, _) => theme.accent().add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
                (false, true) => theme.text(),
                (false, false) => theme.dim(),
            };
            canvas.put_right(place.x, place.y, 2, &day.day().to_string(), on(style));
            if let Some(count) = calendar.load.get(&day) {
                let look = day_look((day - state.today).num_days(), theme).map_or(theme.text(), |look| theme.signal(look));
                canvas.put(
                    place.x,
                    place.y + 1,
                    place.width,
                    &texts.with("calendar-load", &[("count", (*count).into())]),
                    on(look),
                );
            }
        }
    }
    let words = match calendar.load.get(&calendar.day) {
        Some(count) => texts.with("calendar-day", &[("day", texts.day(calendar.day).into()), ("count", (*count).into())]),
        None => texts.with("calendar-nothing", &[("day", texts.day(calendar.day).into())]),
    };
    canvas.put(x, area.bottom().saturating_sub(1), area.width - 4, &words, theme.text());
}
