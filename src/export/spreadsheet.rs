//! CSV that a spreadsheet shows and never runs.
//!
//! A cell that begins with what makes a formula (`=`, `+`, `-`, `@`) gets an apostrophe before it, and so does the same behind
//! anything that another spreadsheet takes for the end of a cell (`;`, `,`, tab): whoever opens a file with the wrong separator
//! gets no formula either. A plain number (`-2`) is none and stays a number. Nothing else is changed and nothing is left out: `+31 85 555 6305` stands there as `'+31 85 555 6305`,
//! with its plus, its blanks and every digit, where a spreadsheet would have made the number 31855556305 of it.

use super::Sheet;

/// What makes a formula of a cell, also in the wide forms that East Asian spreadsheets take for it.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

pub(super) fn write(sheet: &Sheet) -> String {
    let mut out = String::new();
    line(&mut out, sheet.header.iter().map(String::as_str));
    for row in sheet.rows {
        line(&mut out, row.iter().map(|cell| cell.as_str()));
    }
    out
}

fn line<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(';');
        }
        out.push('"');
        guarded(out, cell);
        out.push('"');
    }
    out.push('\n');
}

/// The cell with an apostrophe before whatever could begin a formula, and its quotes doubled.
fn guarded(out: &mut String, cell: &str) {
    if is_number(cell) {
        out.push_str(cell);
        return;
    }
    // Blanks and quotes before it hide nothing: some spreadsheets take them away.
    let mut begins = true;
    for c in cell.chars() {
        match c {
            _ if begins && FORMULA.contains(&c) => {
                out.push('\'');
                out.push(c);
                begins = false;
            }
            '"' => out.push_str("\"\""),
            c => {
                begins = matches!(c, ';' | ',' | '\t' | '\r' | '\n') || begins && c.is_whitespace();
                // A control character never gets here; if one did, it would stand as a blank.
                out.push(if c.is_control() { ' ' } else { c });
            }
        }
    }
}

/// Digits, with a minus before them or not: nothing that computes, whatever the separator.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}
