//! A list on plain ratatui and crossterm, as small as such a program can be: what the library costs by itself.

use ratatui::{
    crossterm::event::{self, Event, KeyCode},
    style::Style,
    widgets::{List, ListItem, ListState},
};

/// Makes this bench that program; the file follows.
pub const ARGUMENT: &str = "--bare-list";

/// Shows the lines of a file until `q`.
pub fn show(file: &str) {
    let text = std::fs::read_to_string(file).expect("the file is there");
    let lines: Vec<&str> = text.lines().collect();
    let mut terminal = ratatui::init();
    let (mut top, mut at) = (0_usize, 0_usize);
    loop {
        let height = usize::from(terminal.size().map_or(30, |size| size.height));
        top = top.min(at).max((at + 1).saturating_sub(height));
        // Only what is visible: a list of everything would be slower still.
        let visible = lines.iter().skip(top).take(height).map(|line| ListItem::new(*line));
        let list = List::new(visible).highlight_style(Style::new().reversed());
        let mut state = ListState::default().with_selected(Some(at - top));
        terminal.draw(|frame| frame.render_stateful_widget(list, frame.area(), &mut state)).expect("a frame");
        let Ok(Event::Key(key)) = event::read() else { continue };
        let most = lines.len().saturating_sub(1);
        at = match key.code {
            KeyCode::Down => (at + 1).min(most),
            KeyCode::Up => at.saturating_sub(1),
            KeyCode::PageDown => (at + height).min(most),
            KeyCode::PageUp => at.saturating_sub(height),
            KeyCode::Char('q') => break,
            _ => at,
        };
    }
    ratatui::restore();
}
