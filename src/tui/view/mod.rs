//! Drawing: from the state to a buffer, and nothing else.

pub mod canvas;
mod edges;
pub mod format;
mod forms;
mod popups;
mod record;
mod register;
mod sidebar;
mod signals;
mod situation;
pub mod theme;

use ratatui::buffer::Buffer;

use self::{canvas::Canvas, theme::Theme};
use super::app::{Modal, Pane, State, layout};

/// Draws the whole screen; gives the place of the terminal's cursor.
pub fn draw(state: &State, theme: &Theme, buffer: &mut Buffer) -> Option<(u16, u16)> {
    let whole = buffer.area;
    let mut canvas = Canvas { buffer, theme, cursor: None };
    canvas.fill(whole, theme.text());
    if layout::too_small(state.size) {
        situation::too_small(&mut canvas, state);
        return None;
    }
    let areas = state.areas();
    edges::header(&mut canvas, state, areas.header);
    match state.pane {
        Pane::Signals => signals::pane(&mut canvas, state, &areas),
        Pane::Register => register::pane(&mut canvas, state, &areas),
    }
    for modal in &state.modals {
        canvas.cursor = None;
        match modal {
            Modal::Form(form) => forms::form(&mut canvas, state, form),
            Modal::Lookup(lookup) => register::over(&mut canvas, state, lookup),
            Modal::Choose(menu) => popups::choose(&mut canvas, state, menu),
            Modal::Help(help) => popups::help(&mut canvas, state, help),
        }
    }
    edges::message(&mut canvas, state, areas.message);
    edges::hints(&mut canvas, state, areas.hints);
    canvas.cursor
}
