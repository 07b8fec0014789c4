//! Drawing: from the state to a buffer, and nothing else.

pub mod agenda;
mod alike;
pub mod board;
pub mod canvas;
mod card;
pub mod case_file;
mod choices;
mod columns;
mod conflict;
mod edges;
mod explaining;
mod foot;
pub mod format;
mod forms;
mod labelled;
pub mod links;
mod panel;
mod picker;
pub mod popups;
mod presence;
pub mod record;
mod register;
mod setup;
mod setup_steps;
mod sharing;
pub mod shield;
mod sidebar;
mod signals;
mod signing_in;
mod situation;
pub mod theme;
pub mod timeline;
pub mod traces;

use ratatui::{buffer::Buffer, layout::Rect};

use self::{canvas::Canvas, theme::Theme};
use super::app::{Modal, Pane, State, layout, pointing::Target, stale::Stale};

/// What drawing found out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawn {
    /// The place of the terminal's cursor.
    pub cursor: Option<(u16, u16)>,
    /// How far the open signal can be scrolled.
    pub scroll_most: usize,
    /// The line of the open signal where its timeline begins.
    pub timeline: usize,
    /// How far the card of an entry of the register can be scrolled.
    pub card_most: usize,
    /// What can be pointed at, and where.
    pub spots: Vec<(Rect, Target)>,
    /// The lines that were drawn; nothing when it was all.
    pub lines: Option<Vec<u16>>,
}

/// Draws what may look otherwise than when `before` came of drawing into this buffer.
pub fn redraw(state: &State, theme: &Theme, buffer: &mut Buffer, before: Drawn) -> Drawn {
    match state.stale {
        Stale::Nothing => Drawn { lines: Some(vec![]), ..before },
        Stale::Everything => draw(state, theme, buffer),
        Stale::Cursor { from } => {
            let areas = state.areas();
            let kept = |(place, _): &(Rect, Target)| place.y < areas.message.y;
            let spots = before.spots.into_iter().filter(kept).collect();
            let mut canvas = Canvas { spots, ..Canvas::new(buffer, theme) };
            let mut lines = match state.pane {
                Pane::Board => board::moved(&mut canvas, state, &areas, [from, state.board.list.row]),
                _ => signals::moved(&mut canvas, state, areas.list, [from, state.signals.list.row]),
            };
            edges::message(&mut canvas, state, areas.message);
            edges::hints(&mut canvas, state, areas.hints);
            lines.extend([areas.message.y, areas.hints.y]);
            Drawn { cursor: canvas.cursor, spots: canvas.spots, lines: Some(lines), ..before }
        }
    }
}

/// Draws the whole screen.
pub fn draw(state: &State, theme: &Theme, buffer: &mut Buffer) -> Drawn {
    let whole = buffer.area;
    let mut canvas = Canvas::new(buffer, theme);
    canvas.fill(whole, theme.text());
    if layout::too_small(state.size) {
        situation::too_small(&mut canvas, state);
        return Drawn::default();
    }
    if state.locked {
        return Drawn { cursor: situation::covered(&mut canvas, state), ..Drawn::default() };
    }
    if let Some(Modal::Setup(setup)) = state.modals.last() {
        setup::screen(&mut canvas, state, setup);
        return Drawn { cursor: canvas.cursor, ..Drawn::default() };
    }
    if let Some(Modal::SignIn(screen)) = state.modals.last() {
        signing_in::screen(&mut canvas, state, screen);
        return Drawn::default();
    }
    let areas = state.areas();
    if state.alone {
        edges::name(&mut canvas, state, areas.header)
    } else {
        edges::header(&mut canvas, state, areas.header)
    }
    match state.pane {
        Pane::Signals => signals::pane(&mut canvas, state, &areas),
        Pane::Register => register::pane(&mut canvas, state, &areas),
        Pane::Agenda => agenda::pane(&mut canvas, state, &areas),
        Pane::Board => board::pane(&mut canvas, state, &areas),
        Pane::Traces => traces::pane(&mut canvas, state, &areas),
    }
    if !state.modals.is_empty() {
        canvas.restyle(whole, theme.under());
    }
    for modal in &state.modals {
        canvas.cursor = None;
        canvas.spots.clear();
        match modal {
            Modal::Form(form) => forms::form(&mut canvas, state, form),
            Modal::Lookup(lookup) => register::over(&mut canvas, state, lookup),
            Modal::Choose(menu) => popups::choose(&mut canvas, state, menu),
            Modal::Finder(finder) => popups::finder(&mut canvas, state, finder),
            // Drawn alone: each takes the whole screen.
            Modal::Setup(_) | Modal::SignIn(_) => {}
            Modal::Picker(list) => picker::picker(&mut canvas, state, list),
            Modal::Conflict(conflict) => conflict::draw(&mut canvas, state, conflict),
            Modal::Explanation(reader) => explaining::draw(&mut canvas, state, reader),
            Modal::Panel(window) => panel::draw(&mut canvas, state, window),
        }
    }
    if state.following {
        popups::following(&mut canvas, state);
    }
    edges::message(&mut canvas, state, areas.message);
    edges::hints(&mut canvas, state, areas.hints);
    let Canvas { cursor, scroll_most, timeline, card_most, spots, .. } = canvas;
    Drawn { cursor, scroll_most, timeline, card_most, spots, lines: None }
}
