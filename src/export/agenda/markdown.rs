//! A document in Markdown. What came from somebody else is escaped, so that it stands there as it is.

use super::model::{Block, Document, Table};
use crate::{domain::text::SafeText, export::markdown::escaped};

pub(super) fn write(document: &Document) -> String {
    let mut out = String::new();
    document.letterhead.iter().for_each(|line| paragraph(&mut out, line.as_str()));
    heading(&mut out, 1, document.title.as_str());
    if let Some(draft) = &document.draft {
        let (mut mark, mut sentence) = (String::new(), String::new());
        escaped(&mut mark, draft.mark.as_str());
        escaped(&mut sentence, draft.sentence.as_str());
        out.push_str(&format!("**{mark}** {sentence}\n\n"));
    }
    for block in &document.blocks {
        part(&mut out, block);
    }
    out.push_str("---\n\n");
    paragraph(&mut out, document.foot.as_str());
    out
}

fn part(out: &mut String, block: &Block) {
    match block {
        Block::Heading(level, text) => heading(out, *level, text.as_str()),
        Block::Paragraph(text) | Block::Note(text) => paragraph(out, text.as_str()),
        Block::List(items) => {
            for item in items {
                out.push_str("- ");
                out.push_str(&line(item.as_str()));
                out.push('\n');
            }
            out.push('\n');
        }
        Block::Definitions(terms) => {
            for (term, text) in terms {
                out.push_str(&format!("- {}\n\n", line(term.as_str())));
                for part in texts(text.as_str()) {
                    out.push_str(&format!("  {}\n\n", broken(part, "\\\n  ")));
                }
            }
        }
        Block::Table(table) => rows(out, table),
        Block::Break => out.push_str("---\n\n"),
    }
}

fn heading(out: &mut String, level: u8, text: &str) {
    out.extend(std::iter::repeat_n('#', level.into()));
    out.push(' ');
    // A row of # at the end would be taken for the end of the heading.
    out.push_str(&line(text));
    out.push_str("\n\n");
}

fn paragraph(out: &mut String, text: &str) {
    for part in texts(text) {
        out.push_str(&broken(part, "\\\n"));
        out.push_str("\n\n");
    }
}

/// The parts of a text between empty lines.
pub(super) fn texts(text: &str) -> Vec<Vec<&str>> {
    let mut parts = vec![vec![]];
    for line in text.split('\n') {
        match (line.trim().is_empty(), parts.last_mut()) {
            (true, Some(last)) if !last.is_empty() => parts.push(vec![]),
            (false, Some(last)) => last.push(line),
            _ => {}
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

fn broken(lines: Vec<&str>, between: &str) -> String {
    lines.into_iter().map(line).collect::<Vec<_>>().join(between)
}

/// One line in which nothing is markup, also at its beginning and its end.
fn line(text: &str) -> String {
    let text = text.trim();
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match text.chars().nth(digits) {
        // A number with a full stop or a bracket begins a list.
        Some(mark @ ('.' | ')')) if digits > 0 => {
            out.push_str(&text[..digits]);
            out.push('\\');
            out.push(mark);
            rest = &text[digits + 1..];
        }
        // A line of these is a rule, or makes a heading of the line before; one of them begins a list.
        Some(mark @ ('-' | '+' | '=')) if digits == 0 => {
            out.push('\\');
            out.push(mark);
            rest = &text[1..];
        }
        _ => {}
    }
    let mut plain = String::with_capacity(rest.len() + 8);
    escaped(&mut plain, rest);
    for c in plain.chars() {
        if matches!(c, '#' | '{' | '^') && !out.ends_with('&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn rows(out: &mut String, table: &Table) {
    row(out, &table.header);
    out.push_str(&"| --- ".repeat(table.header.len()));
    out.push_str("|\n");
    table.rows.iter().for_each(|cells| row(out, cells));
    out.push('\n');
}

/// A cell is one line; breaks are the only markup in it.
fn row(out: &mut String, cells: &[SafeText]) {
    out.push('|');
    for cell in cells {
        let lines: Vec<String> = cell.as_str().split('\n').map(line).collect();
        out.push_str(&format!(" {} |", lines.join("<br>")));
    }
    out.push('\n');
}
