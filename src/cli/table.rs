//! Columns for people: as wide as their widest cell, cut at the edge of a terminal. Programs ask for `--json`.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::domain::text::SafeText;

/// Between two columns.
const GAP: usize = 2;

/// The lines of a table. `width` is that of the terminal; nothing: never cut.
pub(super) fn lines(header: &[String], rows: &[Vec<SafeText>], width: Option<usize>) -> Vec<SafeText> {
    let header: Vec<SafeText> = header.iter().map(|cell| SafeText::line(cell)).collect();
    let all: Vec<&[SafeText]> = std::iter::once(&header[..]).chain(rows.iter().map(Vec::as_slice)).collect();
    let widths: Vec<usize> = (0..header.len())
        .map(|at| all.iter().filter_map(|row| row.get(at)).map(|cell| cell.as_str().width()).max().unwrap_or(0))
        .collect();
    all.iter()
        .map(|row| {
            let mut line = String::new();
            for (at, cell) in row.iter().enumerate() {
                line.push_str(cell.as_str());
                if at + 1 < row.len() {
                    line.extend(std::iter::repeat_n(' ', widths[at] - cell.as_str().width() + GAP));
                }
            }
            SafeText::line(cut(line.trim_end(), width).as_ref())
        })
        .collect()
}

/// At most `width` columns, with an ellipsis where it was cut.
fn cut(line: &str, width: Option<usize>) -> std::borrow::Cow<'_, str> {
    let Some(width) = width.filter(|width| line.width() > *width) else { return line.into() };
    let mut out = String::new();
    for piece in line.graphemes(true) {
        if out.width() + piece.width() + 1 > width {
            break;
        }
        out.push_str(piece);
    }
    out.push('…');
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other_and_a_terminal_cuts() {
        let rows = [vec![SafeText::line("é"), SafeText::line("漢字")], vec![SafeText::line("lang"), SafeText::line("x")]];
        let header = ["A".to_owned(), "B".to_owned()];
        let shown = |width| lines(&header, &rows, width).iter().map(|line| line.to_string()).collect::<Vec<_>>();
        assert_eq!(shown(None), ["A     B", "é     漢字", "lang  x"]);
        assert_eq!(shown(Some(9)), ["A     B", "é     漢…", "lang  x"]);
    }
}
