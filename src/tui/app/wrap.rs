//! Breaking text into lines of a width, keeping for every line which characters it holds, so that a cursor can be placed.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::domain::text::SafeText;

/// The cells a grapheme takes as it is shown: what could steer a terminal is shown as a mark.
pub fn cells(grapheme: &str) -> usize {
    match grapheme.as_bytes() {
        [_] => 1,
        _ => SafeText::line(grapheme).as_str().width(),
    }
}

/// The cells of a text on one line.
pub fn cells_of(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.graphemes(true).map(cells).sum() }
}

/// Byte ranges of the lines: broken at `\n`, else after the last blank that fits, else inside a word. The blank or break
/// that ends a line belongs to no line. There is always at least one line; a text that ends in a break has an empty last one.
pub fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut offset = 0;
    for paragraph in text.split('\n') {
        if paragraph.is_ascii() {
            let steps = paragraph.bytes().enumerate().map(|(at, byte)| (at, byte == b' ', 1));
            wrap_paragraph(steps, paragraph.len(), offset, width, &mut lines);
        } else {
            let steps = paragraph.grapheme_indices(true).map(|(at, grapheme)| (at, grapheme == " ", cells(grapheme)));
            wrap_paragraph(steps, paragraph.len(), offset, width, &mut lines);
        }
        offset += paragraph.len() + 1;
    }
    lines
}

/// Each step is a grapheme: where it stands, whether it is a blank, and its cells.
fn wrap_paragraph(
    steps: impl Iterator<Item = (usize, bool, usize)>,
    length: usize,
    offset: usize,
    width: usize,
    lines: &mut Vec<Range<usize>>,
) {
    let mut start = 0;
    let mut used = 0;
    // The last blank of the line, and the cells up to and with it.
    let mut blank: Option<(usize, usize)> = None;
    for (at, is_blank, cells) in steps {
        if is_blank {
            blank = Some((at, used + cells));
        }
        if used + cells > width && at > start {
            let (end, next, gone) = match blank {
                Some((blank, _)) if blank == at => (at, at + 1, used + cells),
                Some((blank, before)) if blank > start => (blank, blank + 1, before),
                _ => (at, at, used),
            };
            lines.push(offset + start..offset + end);
            start = next;
            used -= gone.min(used);
            blank = None;
            if next > at {
                continue;
            }
        }
        used += cells;
    }
    lines.push(offset + start..offset + length);
}

/// In which line, and at which column, a byte position stands.
pub fn place(text: &str, lines: &[Range<usize>], at: usize) -> (usize, usize) {
    let line = lines.partition_point(|range| range.start <= at).saturating_sub(1);
    let range = lines.get(line).cloned().unwrap_or(0..0);
    let end = at.min(range.end).max(range.start);
    (line, text.get(range.start..end).map_or(0, cells_of))
}

/// The byte position nearest to a column in a line.
pub fn position(text: &str, lines: &[Range<usize>], line: usize, column: usize) -> usize {
    let Some(range) = lines.get(line) else { return text.len() };
    let mut used = 0;
    for (at, grapheme) in text[range.clone()].grapheme_indices(true) {
        if used >= column {
            return range.start + at;
        }
        used += cells(grapheme);
        if used > column {
            return range.start + at;
        }
    }
    range.end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, width: usize) -> Vec<&str> {
        wrap(text, width).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn breaks_at_blanks_and_inside_long_words() {
        assert_eq!(lines("de huur wordt vrijdag geïncasseerd", 12), ["de huur", "wordt", "vrijdag", "geïncasseerd"]);
        assert_eq!(lines("abcdefghij klm", 4), ["abcd", "efgh", "ij", "klm"]);
        assert_eq!(lines("een\n\ntwee\n", 10), ["een", "", "twee", ""]);
        assert_eq!(lines("", 10), [""]);
        assert_eq!(lines("日本語", 4), ["日本", "語"]);
        assert_eq!(lines("precies tien", 7), ["precies", "tien"]);
    }

    #[test]
    fn a_cursor_has_one_place_and_finds_its_way_back() {
        let text = "de huur wordt vrijdag\ngeïncasseerd";
        let lines = wrap(text, 10);
        for (at, _) in text.char_indices() {
            let (line, column) = place(text, &lines, at);
            let back = position(text, &lines, line, column);
            assert!(back == at || text[back..at].trim().is_empty(), "{at} {line} {column} {back}");
        }
    }
}
