//! A document as text of 72 columns, for the body of a mail. A word longer than a line stays whole, so that an address can be
//! followed; only what is far longer is cut.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{
    columns::{Wish, widths},
    model::{Block, Document, Table},
};

const COLUMNS: usize = 72;

/// Between two columns of a table.
const GAP: usize = 2;

/// A word longer than this is cut: lines of mail end somewhere.
const LONGEST: usize = 400;

pub(super) fn write(document: &Document) -> String {
    let mut out = String::new();
    if let Some(draft) = &document.draft {
        wrapped(&mut out, &format!("{}. {}", draft.mark, draft.sentence), "");
        out.push('\n');
    }
    if !document.letterhead.is_empty() {
        document.letterhead.iter().for_each(|line| wrapped(&mut out, line.as_str(), ""));
        out.push('\n');
    }
    heading(&mut out, 1, document.title.as_str());
    for block in &document.blocks {
        part(&mut out, block);
    }
    rule(&mut out, '-', COLUMNS);
    wrapped(&mut out, document.foot.as_str(), "");
    out
}

fn part(out: &mut String, block: &Block) {
    match block {
        Block::Heading(level, text) => heading(out, *level, text.as_str()),
        Block::Paragraph(text) | Block::Note(text) => {
            text.as_str().split('\n').for_each(|line| wrapped(out, line, ""));
            out.push('\n');
        }
        Block::List(items) => {
            items.iter().for_each(|item| hanging(out, "- ", item.as_str()));
            out.push('\n');
        }
        Block::Definitions(terms) => definitions(out, terms),
        Block::Table(table) => rows(out, table),
        Block::Break => {
            rule(out, '=', COLUMNS);
            out.push('\n');
        }
    }
}

fn heading(out: &mut String, level: u8, text: &str) {
    let start = out.len();
    wrapped(out, text, "");
    let width = out[start..].lines().map(UnicodeWidthStr::width).max().unwrap_or(0).min(COLUMNS);
    match level {
        1 => rule(out, '=', width),
        2 => rule(out, '-', width),
        _ => {}
    }
    if level <= 2 {
        out.push('\n');
    }
}

fn rule(out: &mut String, sign: char, width: usize) {
    out.extend(std::iter::repeat_n(sign, width));
    out.push('\n');
}

/// Names in one column, texts beside them; a name that is longer than a third stands above its text.
fn definitions<T: std::fmt::Display>(out: &mut String, terms: &[(T, T)]) {
    let names: Vec<String> = terms.iter().map(|(name, _)| name.to_string()).collect();
    let width = names.iter().map(|name| name.width()).max().unwrap_or(0);
    for (name, (_, text)) in names.iter().zip(terms) {
        if width <= COLUMNS / 3 {
            hanging(out, &padded(name, width + GAP), &text.to_string());
        } else {
            wrapped(out, name, "");
            hanging(out, "    ", &text.to_string());
        }
    }
    out.push('\n');
}

/// Text behind a beginning, its further lines under its first.
fn hanging(out: &mut String, begin: &str, text: &str) {
    let indent = " ".repeat(begin.width());
    let lines = folded(text, COLUMNS - indent.len());
    for (line, at) in lines.iter().zip(0..) {
        let before = if at == 0 { begin } else { &indent };
        out.push_str(format!("{before}{line}").trim_end());
        out.push('\n');
    }
}

fn wrapped(out: &mut String, text: &str, indent: &str) {
    for line in folded(text, COLUMNS - indent.len()) {
        out.push_str(format!("{indent}{line}").trim_end());
        out.push('\n');
    }
}

fn rows(out: &mut String, table: &Table) {
    let all = || std::iter::once(&table.header).chain(&table.rows);
    let wish = |at: usize| {
        let cells = all().map(|row| row[at].as_str());
        let word = |cell: &str| cell.split_whitespace().map(UnicodeWidthStr::width).max().unwrap_or(0);
        let widest = |parts: &dyn Fn(&str) -> usize| cells.clone().map(parts).max().unwrap_or(0) as f32;
        Wish {
            line: widest(&|cell| cell.split('\n').map(UnicodeWidthStr::width).max().unwrap_or(0)),
            word: widest(&word).max(1.0),
            head: word(table.header[at].as_str()).max(1) as f32,
        }
    };
    let wishes: Vec<Wish> = (0..table.header.len()).map(wish).collect();
    let widths: Vec<usize> =
        widths(&wishes, COLUMNS as f32, GAP as f32).into_iter().map(|width| ((width + 0.01) as usize).max(1)).collect();
    for (row, at) in all().zip(0..) {
        let cells: Vec<Vec<String>> = row.iter().zip(&widths).map(|(cell, width)| cut(cell.as_str(), *width)).collect();
        for line in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            let mut text = String::new();
            for (cell, width) in cells.iter().zip(&widths) {
                text.push_str(&padded(cell.get(line).map_or("", String::as_str), width + GAP));
            }
            out.push_str(text.trim_end());
            out.push('\n');
        }
        if at == 0 {
            rule(out, '-', (widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1)).min(COLUMNS));
        }
    }
    out.push('\n');
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// Lines of at most so many columns, broken between words; a longer word has a line of its own.
fn folded(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![];
    for source in text.split('\n') {
        let mut line = String::new();
        for word in source.split(' ') {
            if !line.is_empty() && line.width() + 1 + word.width() > width {
                lines.push(std::mem::take(&mut line));
            } else if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            while line.width() > LONGEST {
                let (head, rest) = divided(&line, LONGEST);
                lines.push(head);
                line = rest;
            }
        }
        lines.push(line);
    }
    lines
}

/// The same, with words cut that are longer: a column is as wide as it is.
fn cut(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![];
    for mut line in folded(text, width) {
        while line.width() > width {
            let (head, rest) = divided(&line, width);
            lines.push(head);
            line = rest;
        }
        lines.push(line);
    }
    lines
}

/// As much as fits, at least one sign, and the rest.
fn divided(text: &str, width: usize) -> (String, String) {
    let (mut used, mut end) = (0, 0);
    for (at, sign) in text.grapheme_indices(true) {
        if end > 0 && used + sign.width() > width {
            break;
        }
        used += sign.width();
        end = at + sign.len();
    }
    (text[..end].to_owned(), text[end..].to_owned())
}
