//! Places of the screen that are links: written again between the marks that make a terminal follow them (OSC 8).

use super::{Picture, Screen, paint::Painter};
use crate::tui::view::links::Linked;

impl Screen {
    /// As [`Screen::show`], with links. When they change everything is drawn anew, so that no character keeps a link that is
    /// not its own.
    pub fn show_linked(&mut self, picture: Picture, links: Vec<Linked>, out: &mut Vec<u8>) {
        if links != self.links {
            self.forget();
            self.links = links;
        }
        let before = out.len();
        self.show(picture, out);
        if out.len() == before || self.links.is_empty() {
            return;
        }
        let mut painter = Painter { pen: self.pen, place: self.place, out: vec![] };
        for Linked { place, target } in &self.links {
            let Some(row) = self.rows.get(usize::from(place.y)) else { continue };
            painter.out.extend_from_slice(b"\x1b]8;;");
            // Whatever it is, nothing in it ends the request or steers.
            painter.out.extend(target.bytes().filter(u8::is_ascii_graphic));
            painter.out.extend_from_slice(b"\x1b\\");
            let columns = place.x..place.right().min(self.size.0);
            painter.cells(place.y, columns, &row.cells);
            painter.out.extend_from_slice(b"\x1b]8;;\x1b\\");
        }
        if let Some((x, y)) = self.cursor {
            painter.go(x, y);
        }
        out.append(&mut painter.out);
        (self.pen, self.place) = (painter.pen, painter.place);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::{buffer::Buffer, layout::Rect, style::Style};

    use super::*;
    use crate::tui::shell::color::Abilities;

    #[test]
    fn a_link_is_marked_in_what_is_shown_and_gone_with_its_list() {
        let url = "https://x.nl/a";
        let mut page = Buffer::empty(Rect::new(0, 0, 40, 5));
        page.set_string(3, 2, url, Style::new().bold());
        let mut screen = Screen::new(Abilities::FULL);
        let mut model = vt100::Parser::new(5.try_into().unwrap(), 40.try_into().unwrap(), 0);
        let place = Rect::new(3, 2, 14, 1);
        let link = |target: &str| vec![Linked { place, target: target.into() }];
        let mut show = |page: &Buffer, links: Vec<Linked>| {
            let mut out = vec![];
            screen.show_linked(Picture { buffer: page, cursor: Some((5, 0)), lines: None }, links, &mut out);
            model.process(&out);
            assert_eq!(
                model.screen().contents().trim(),
                page.content.iter().map(|cell| cell.symbol()).collect::<String>().trim()
            );
            assert_eq!(model.screen().cursor_position(), (0, 5));
            String::from_utf8(out).unwrap()
        };
        let marked = format!("\x1b]8;;{url}\x1b\\");
        let first = show(&page, link(url));
        let after = first.split_once(&marked).expect("the mark").1;
        let inside = after.split_once("\x1b]8;;\x1b\\").expect("the end").0;
        assert!(inside.ends_with(url), "{inside:?}");
        assert_eq!(show(&page, link(url)), "", "nothing changed");
        page.set_string(3, 2, url, Style::new().red());
        assert!(show(&page, link(url)).contains(&marked), "what was drawn anew is marked anew");
        let last = show(&page, vec![]);
        assert!(last.contains("\x1b[2J") && last.contains(url) && !last.contains("\x1b]8"), "{last:?}");
        assert!(show(&page, link("http://\x1b\\\x07é x")).contains("\x1b]8;;http://\\x\x1b\\"), "nothing in it steers");
    }
}
