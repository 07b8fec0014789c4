//! Drawing text into places: each text has its columns and is cut there, so two texts never meet.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::theme::Theme;
use crate::domain::text::SafeText;

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
}

/// A piece of text with a style.
pub type Span = (String, Style);

/// Cuts to a width; what was cut ends in `…`.
pub fn cut(text: &str, width: usize) -> String {
    if text.len() <= width || text.width() <= width {
        return text.to_owned();
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
    out
}

/// loket's own lines and marks for a terminal that shows ASCII only.
fn ascii(text: &str) -> String {
    let plain = |c| match c {
        '─' => '-',
        '│' | '▌' => '|',
        '╭' | '╮' | '╰' | '╯' | '✓' => '+',
        '●' => '*',
        '○' => 'o',
        '✗' => 'x',
        '–' => '-',
        '·' => '.',
        '…' => '~',
        '↓' => 'v',
        '↑' => '^',
        '→' => '>',
        '€' => 'E',
        other => other,
    };
    text.chars().map(plain).collect()
}

impl Canvas<'_> {
    /// Fills an area with blanks in a style.
    pub fn fill(&mut self, area: Rect, style: Style) {
        let area = area.intersection(self.buffer.area);
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                let cell = &mut self.buffer[(x, y)];
                cell.reset();
                cell.set_style(style);
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
        let text = if self.theme.ascii { ascii(&text) } else { text };
        let (end, _) = self.buffer.set_stringn(x, y, text, width.into(), style);
        end - x
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

    /// A vertical line.
    pub fn upright(&mut self, area: Rect) {
        for y in area.top()..area.bottom() {
            self.put(area.x, y, 1, "│", self.theme.rule());
        }
    }

    /// A frame with a title, cleared inside; gives the inside.
    pub fn frame(&mut self, area: Rect, title: &SafeText) -> Rect {
        self.fill(area, self.theme.text());
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
    use super::cut;

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
