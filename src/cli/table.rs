//! Columns for people: as wide as their widest cell, cut at the edge of a terminal. Programs ask for `--json`.

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{
    call::{Call, Done},
    json::Items,
};
use crate::{api::problem::exit, domain::text::SafeText};

/// Between two columns.
const GAP: usize = 2;

/// The lines of a table. `width` is that of the terminal; nothing: never cut.
pub(super) fn lines(header: &[String], rows: &[Vec<SafeText>], width: Option<usize>) -> Vec<SafeText> {
    let header: Vec<SafeText> = header.iter().map(|cell| SafeText::line(cell)).collect();
    let all: Vec<&[SafeText]> = std::iter::once(&header[..]).chain(rows.iter().map(Vec::as_slice)).collect();
    let widths: Vec<usize> = (0..header.len())
        .map(|at| all.iter().filter_map(|row| row.get(at)).map(|cell| cell.as_str().width()).max().unwrap_or(0))
        .collect();
    let figures: Vec<bool> = (0..header.len()).map(|at| holds_figures(rows, at)).collect();
    all.iter()
        .map(|row| {
            let mut line = String::new();
            for (at, cell) in row.iter().enumerate() {
                let room = std::iter::repeat_n(' ', widths[at] - cell.as_str().width());
                if figures[at] {
                    line.extend(room);
                    line.push_str(cell.as_str());
                } else {
                    line.push_str(cell.as_str());
                    line.extend(room);
                }
                if at + 1 < row.len() {
                    line.extend(std::iter::repeat_n(' ', GAP));
                }
            }
            SafeText::line(cut(line.trim_end(), width).as_ref())
        })
        .collect()
}

/// What is printed of a list: its columns, by the last part of their heads' texts, and its cells.
pub(super) struct Columns<'l, T> {
    /// The first part of the heads' texts.
    pub key: &'l str,
    /// The last.
    pub names: &'l [&'l str],
    /// What stands in them.
    pub cells: &'l dyn Fn(&Call, &T) -> Vec<SafeText>,
    /// Says that there is nothing.
    pub none: &'l str,
}

/// Prints a whole list: as JSON, or as a table for people.
pub(super) fn print<T: Serialize>(call: &mut Call, items: &[T], json: bool, columns: &Columns<'_, T>) -> Done {
    if json {
        call.print_json(&Items { items })?;
    } else if !items.is_empty() {
        let header: Vec<String> = columns.names.iter().map(|name| call.texts.get(&format!("{}-{name}", columns.key))).collect();
        let rows: Vec<Vec<SafeText>> = items.iter().map(|item| (columns.cells)(call, item)).collect();
        for line in lines(&header, &rows, call.edge.width) {
            call.print(&line)?;
        }
    }
    if items.is_empty() {
        call.say(columns.none, &[]);
        return Ok(exit::NOTHING);
    }
    Ok(exit::DONE)
}

/// Is a column of figures, which stand under each other by their last digit: `7`, `-43 d`?
fn holds_figures(rows: &[Vec<SafeText>], at: usize) -> bool {
    let is_figure = |text: &str| {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let digits = digits.strip_suffix(" d").unwrap_or(digits);
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut cells = rows.iter().filter_map(|row| row.get(at)).map(SafeText::as_str).filter(|cell| !cell.is_empty()).peekable();
    cells.peek().is_some() && cells.all(is_figure)
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

    #[test]
    fn figures_stand_under_each_other_by_their_last_digit() {
        let row = |cells: [&str; 3]| cells.map(SafeText::line).to_vec();
        let rows = [row(["-43 d", "9", "x"]), row(["7 d", "", "y"]), row(["128 d", "12", "z"])];
        let shown: Vec<String> =
            lines(&["Nog", "Aantal", "Wat"].map(str::to_owned), &rows, None).iter().map(|line| line.to_string()).collect();
        assert_eq!(shown, ["  Nog  Aantal  Wat", "-43 d       9  x", "  7 d          y", "128 d      12  z"]);
    }
}
