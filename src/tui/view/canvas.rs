//! Drawing text into places: each text has its columns and is cut there, so two texts never meet.

use std::borrow::Cow;

use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
    style::Style,
};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::theme::Theme;
use crate::{domain::text::SafeText, tui::app::pointing::Target};

/// A buffer with a theme.
pub struct Canvas<'a> {
    /// What is drawn into.
    pub buffer: &'a mut Buffer,
    /// What it looks like.
    pub theme: &'a Theme,
    /// Where the terminal's cursor goes.
    pub cursor: Option<(u16, u16)>,
    /// How far the open signal can be scrolled.
    pub scroll_most: usize,
    /// The line of the open signal where its timeline begins.
    pub timeline: usize,
    /// How far the card of an entry of the register can be scrolled.
    pub card_most: usize,
    /// The line below the lowest frame that lies over the screen.
    pub framed: u16,
    /// What can be pointed at, and where; the last drawn lies on top.
    pub spots: Vec<(Rect, Target)>,
}

/// A piece of text with a style.
pub type Span = (String, Style);

/// Does this character take one column and join with no other? Almost all text is made of such, and it is drawn for every
/// key: nothing needs to be looked up for it.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2500}'..='\u{259f}' | '–' | '…' | '“' | '”' | '’' | '←'..='↓')
}

/// Cuts to a width; what was cut ends in `…`.
pub fn cut(text: &str, width: usize) -> Cow<'_, str> {
    if text.len() <= width {
        return Cow::Borrowed(text);
    }
    if text.chars().all(is_plain) {
        if text.chars().count() <= width {
            return Cow::Borrowed(text);
        }
        let Some(last) = width.checked_sub(1) else { return Cow::Borrowed("") };
        let end = text.char_indices().nth(last).map_or(text.len(), |(at, _)| at);
        return Cow::Owned(format!("{}…", text[..end].trim_end()));
    }
    if text.width() <= width {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += grapheme.width();
        if used + 1 > width {
            break;
        }
        out.push_str(grapheme);
    }
    if width > 0 {
        out.truncate(out.trim_end().len());
        out.push('…');
    }
    Cow::Owned(out)
}

/// Cuts and fills up with blanks to a width.
pub fn pad(text: &str, width: usize) -> String {
    let text = cut(text, width);
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// Text in a column of so many cells, the last of which is always blank: it never runs into what stands beside it.
pub fn apart(text: &str, width: usize) -> String {
    pad(text, width.saturating_sub(1)) + " "
}

/// loket's own lines and marks for a terminal that shows ASCII only.
pub fn ascii(text: &str) -> String {
    let plain = |c| match c {
        '─' => '-',
        '│' | '▌' | '█' => '|',
        '╭' | '╮' | '╰' | '╯' | '✓' | '◐' => '+',
        '●' | '•' => '*',
        '○' => 'o',
        '✗' => 'x',
        '–' => '-',
        '·' => '.',
        '…' | '≈' => '~',
        '↓' => 'v',
        '↑' => '^',
        '←' => '<',
        '→' | '›' => '>',
        '“' | '”' => '"',
        '’' => '\'',
        '€' => 'E',
        other => other,
    };
    text.chars().map(plain).collect()
}

impl<'a> Canvas<'a> {
    /// Nothing drawn yet.
    pub fn new(buffer: &'a mut Buffer, theme: &'a Theme) -> Self {
        Self { buffer, theme, cursor: None, scroll_most: 0, timeline: 0, card_most: 0, framed: 0, spots: Vec::new() }
    }
}

impl Canvas<'_> {
    /// Fills an area with blanks in a style. A wide character that reaches into it goes: half of it would cover the border.
    pub fn fill(&mut self, area: Rect, style: Style) {
        let area = area.intersection(self.buffer.area);
        if area.is_empty() {
            return;
        }
        let mut blank = Cell::EMPTY;
        blank.set_style(style);
        for y in area.top()..area.bottom() {
            let start = self.buffer.index_of(area.left(), y);
            self.buffer.content[start..start + usize::from(area.width)].fill(blank.clone());
            let before = (area.left() > 0).then(|| start.wrapping_sub(1)).and_then(|at| self.buffer.content.get_mut(at));
            if let Some(before) = before.filter(|cell| cell.symbol().width() > 1) {
                before.set_symbol(" ");
            }
        }
    }

    /// Puts text in a place of a width; returns the columns used.
    pub fn put(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        let area = self.buffer.area;
        if y >= area.bottom() || x >= area.right() {
            return 0;
        }
        let width = width.min(area.right() - x);
        let text = cut(text, width.into());
        let text = if self.theme.ascii { Cow::Owned(ascii(&text)) } else { text };
        if !text.chars().all(is_plain) {
            let (end, _) = self.buffer.set_stringn(x, y, text, width.into(), style);
            return end - x;
        }
        let start = self.buffer.index_of(x, y);
        let mut used = 0;
        for (cell, c) in self.buffer.content[start..start + usize::from(width)].iter_mut().zip(text.chars()) {
            cell.set_char(c).set_style(style);
            used += 1;
        }
        used
    }

    /// Puts text at the right of a place.
    pub fn put_right(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) {
        let text = cut(text, width.into());
        let used = text.width() as u16;
        self.put(x + width - used.min(width), y, used, &text, style);
    }

    /// Puts pieces one behind the other in a place; returns the columns used.
    pub fn spans(&mut self, x: u16, y: u16, width: u16, spans: &[Span]) -> u16 {
        let mut used = 0;
        for (text, style) in spans {
            if used >= width {
                break;
            }
            used += self.put(x + used, y, width - used, text, *style);
        }
        used
    }

    /// Lays a style over what stands in an area.
    pub fn restyle(&mut self, area: Rect, style: Style) {
        self.buffer.set_style(area.intersection(self.buffer.area), style);
    }

    /// A horizontal line.
    pub fn rule(&mut self, area: Rect) {
        let line = "─".repeat(area.width.into());
        self.put(area.x, area.y, area.width, &line, self.theme.rule());
    }

    /// Keys as the terminal can show them: arrows by their names where it shows ASCII only, since `v` is another key.
    pub fn keys<'t>(&self, keys: &'t str) -> Cow<'t, str> {
        if !self.theme.ascii || keys.is_ascii() {
            return Cow::Borrowed(keys);
        }
        let arrows = [('↑', "Up"), ('↓', "Down"), ('←', "Left"), ('→', "Right")];
        Cow::Owned(arrows.iter().fold(keys.to_owned(), |keys, (arrow, name)| keys.replace(*arrow, name)))
    }

    /// A vertical line.
    pub fn upright(&mut self, area: Rect) {
        for y in area.top()..area.bottom() {
            self.put(area.x, y, 1, "│", self.theme.rule());
        }
    }

    /// A frame with a title, cleared inside; gives the inside.
    pub fn frame(&mut self, area: Rect, title: &SafeText) -> Rect {
        self.fill(area, self.theme.text());
        self.framed = self.framed.max(area.bottom());
        if area.width < 4 || area.height < 3 {
            return area;
        }
        let style = self.theme.accent();
        let line = "─".repeat(usize::from(area.width) - 2);
        self.put(area.x, area.y, area.width, &format!("╭{line}╮"), style);
        self.put(area.x, area.bottom() - 1, area.width, &format!("╰{line}╯"), style);
        for y in area.top() + 1..area.bottom() - 1 {
            self.put(area.x, y, 1, "│", style);
            self.put(area.right() - 1, y, 1, "│", style);
        }
        let title = cut(title.as_str(), usize::from(area.width).saturating_sub(6));
        if !title.is_empty() {
            self.put(area.x + 2, area.y, area.width - 4, &format!(" {title} "), self.theme.strong());
        }
        Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 2 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_characters_take_one_column_and_join_with_none() {
        let mut seen = 0;
        for c in (0..0x3000).filter_map(char::from_u32).filter(|c| is_plain(*c)) {
            seen += 1;
            let text = format!("a{c}{c}b");
            assert_eq!((text.width(), text.graphemes(true).count()), (4, 4), "{:x}", u32::from(c));
            assert!(!crate::domain::text::is_unsafe(c), "{:x}", u32::from(c));
        }
        assert!(seen > 700, "{seen}");
    }

    #[test]
    fn plain_and_other_text_are_drawn_alike() {
        let theme = Theme::plain();
        for text in ["Ontruiming, SVB", "Súdwest-Fryslân …", "", " ", "e\u{301}tat", "日本語", "a\u{ad}b", "S-12  –"] {
            for width in [1, 4, 9, 30] {
                let area = Rect::new(0, 0, 12, 2);
                let (mut ours, mut theirs) = (Buffer::empty(area), Buffer::empty(area));
                let style = Style::new().bold();
                let mut canvas = Canvas::new(&mut ours, &theme);
                let used = canvas.put(2, 0, width, text, style);
                let room = usize::from(width.min(10));
                let (end, _) = theirs.set_stringn(2, 0, cut(text, room), room, style);
                assert_eq!((used, &ours), (end - 2, &theirs), "{text:?} {width}");
            }
        }
    }

    #[test]
    fn cuts_by_width_and_says_so() {
        assert_eq!(cut("Utrecht", 7), "Utrecht");
        assert_eq!(cut("Utrecht", 5), "Utre…");
        assert_eq!(cut("日本語", 5), "日本…");
        assert_eq!(cut("日本語", 4), "日…");
        assert_eq!(cut("Súdwest-Fryslân", 15), "Súdwest-Fryslân");
        assert_eq!(cut("abc", 0), "");
    }
}
