//! From the state to the terminal.

use ratatui::buffer::Buffer;

use super::Desk;
use crate::tui::{
    app::message::Msg,
    shell::{guard, screen::Picture},
    view,
};

impl Desk {
    /// Draws what the state shows, with one write.
    pub fn draw(&mut self, terminal: &mut guard::Terminal) {
        if self.editor.is_some() {
            return;
        }
        self.drawn = view::redraw(&self.state, &self.theme, &mut self.next, std::mem::take(&mut self.drawn));
        debug_assert!(self.drawn_is_all(), "something that was not drawn anew looks otherwise");
        self.state.drawn();
        let found = (self.drawn.scroll_most, self.drawn.timeline, self.drawn.card_most);
        if found != (self.state.scroll_most, self.state.timeline, self.state.card_most()) {
            self.update(Msg::Measured { most: found.0, timeline: found.1, card: found.2 });
        }
        let links = if self.follows_links { view::links::links(&self.state) } else { vec![] };
        let picture = Picture { buffer: &self.next, cursor: self.drawn.cursor, lines: self.drawn.lines.as_deref() };
        self.screen.show_linked(picture, links, &mut self.bytes);
        if !self.bytes.is_empty() {
            terminal.write(&self.bytes);
            self.bytes.clear();
        }
    }

    /// Is what stands in the buffer what drawing all of it would give?
    fn drawn_is_all(&self) -> bool {
        let mut whole = Buffer::empty(self.next.area);
        let drawn = view::draw(&self.state, &self.theme, &mut whole);
        whole == self.next && drawn.cursor == self.drawn.cursor
    }
}
