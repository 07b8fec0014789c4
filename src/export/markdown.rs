//! A table in Markdown in which nothing of a cell is markup: no pipe ends a cell, no code, link, picture, emphasis or HTML.

use super::Sheet;

pub(super) fn write(sheet: &Sheet) -> String {
    let mut out = String::new();
    line(&mut out, sheet.header.iter().map(String::as_str));
    out.push('|');
    sheet.header.iter().for_each(|_| out.push_str(" --- |"));
    out.push('\n');
    for row in sheet.rows {
        line(&mut out, row.iter().map(|cell| cell.as_str()));
    }
    out
}

fn line<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    out.push('|');
    for cell in cells {
        out.push(' ');
        escaped(out, cell);
        out.push_str(" |");
    }
    out.push('\n');
}

pub(super) fn escaped(out: &mut String, cell: &str) {
    let mut before = String::new();
    for (at, c) in cell.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '!' | '@' | '$' => {
                out.push('\\');
                out.push(c);
            }
            // What many readers make a link of without being asked: an address with a scheme, and one that begins with www.
            ':' if cell[at..].starts_with("://") => out.push_str("\\:"),
            '.' if before.to_lowercase().ends_with("www") => out.push_str("\\."),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
        before.push(c);
        if before.len() > 8 {
            before.drain(..before.chars().next().map_or(0, char::len_utf8));
        }
    }
}
