//! The sidebar of wide windows: the views with their counts, urgency, and hard dates per week.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::{
    domain::signal::Urgency,
    tui::app::{State, signals::View},
};

/// Draws it.
pub fn draw(canvas: &mut Canvas, state: &State, area: Rect) {
    if !state.loaded {
        return;
    }
    let theme = canvas.theme;
    let counts = &state.signals.counts;
    let mut y = area.y;
    let (x, width) = (area.x + 2, area.width - 4);
    let head = |canvas: &mut Canvas, y: &mut u16, key: &str| {
        canvas.put(x, *y, width, &state.texts.get(key), theme.dim());
        *y += 2;
    };
    head(canvas, &mut y, "sidebar-views");
    let views = [
        (View::Open, Some(counts.open)),
        (View::Free, Some(counts.free)),
        (View::Mine, Some(counts.mine)),
        (View::All, Some(state.replica.signals().len() as usize)),
    ];
    for (view, count) in views {
        let active = state.signals.view == view;
        let style = if active { theme.strong() } else { theme.text() };
        if active {
            canvas.put(area.x, y, 1, "▌", theme.accent());
        }
        canvas.put(x, y, width - 7, &state.texts.get(&format!("view-{view}")), style);
        if let Some(count) = count {
            canvas.put_right(x, y, width, &count.to_string(), if active { theme.strong() } else { theme.dim() });
        }
        y += 1;
    }
    y += 1;
    head(canvas, &mut y, "sidebar-urgency");
    for (at, urgency) in Urgency::ALL.iter().enumerate() {
        let style = super::signals::urgency_style(*urgency, theme);
        canvas.put_right(x, y, 2, urgency.glyph(), style);
        canvas.put(x + 3, y, width - 10, &state.texts.get(&format!("urgency-{urgency}")), style);
        canvas.put_right(x, y, width, &counts.urgency[at].to_string(), theme.dim());
        y += 1;
    }
    y += 1;
    head(canvas, &mut y, "sidebar-weeks");
    let most = counts.weeks.iter().copied().chain([counts.overdue, 1]).max().unwrap_or(1);
    let bar = |count: usize| "#".repeat((count * 12).div_ceil(most));
    let mut line = |canvas: &mut Canvas, label: &str, count: usize, style| {
        canvas.put(x, y, 8, label, theme.dim());
        canvas.put(x + 9, y, 12, &bar(count), style);
        canvas.put_right(x, y, width, &count.to_string(), theme.dim());
        y += 1;
    };
    line(canvas, &state.texts.get("sidebar-overdue"), counts.overdue, theme.signal(theme.crisis));
    for (at, count) in counts.weeks.iter().enumerate() {
        let day = state.today + chrono::Days::new(7 * at as u64);
        let label = state.texts.with("sidebar-week", &[("week", i64::from(chrono::Datelike::iso_week(&day).week()).into())]);
        let style = if at == 0 { theme.signal(theme.high) } else { theme.dim() };
        line(canvas, &label, *count, style);
    }
}
