//! The parts of a document as rows of lines, one under another, before they are put on sheets; and the shape that a reader is
//! told. Pure: no library, no sheet.

use super::{
    ROOM,
    face::Faces,
    lines::{lines, wish},
};
use crate::export::agenda::{
    columns::{Wish, widths},
    model::{Block, Document, Table},
    words::Words,
};

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub(super) bold: bool,
    pub(super) size: f32,
    pub(super) leading: f32,
    pub(super) ink: Ink,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Text,
    Dim,
    Accent,
}

pub(super) const BODY: Style = Style { bold: false, size: 10.0, leading: 14.5, ink: Ink::Text };
pub(super) const SMALL: Style = Style { bold: false, size: 8.0, leading: 11.0, ink: Ink::Dim };
const NOTE: Style = Style { ink: Ink::Dim, ..BODY };
const NAME: Style = Style { bold: true, ..BODY };
const CELL: Style = Style { bold: false, size: 9.0, leading: 12.5, ink: Ink::Text };
const HEAD: Style = Style { bold: true, size: 8.5, leading: 12.5, ink: Ink::Accent };

/// Room between two columns of a table.
const GAP: f32 = 12.0;

/// A piece of a line: belongs to the leaf of this number.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub(super) x: f32,
    /// Of the baseline, from the top of the row.
    pub(super) y: f32,
    pub(super) text: String,
    pub(super) style: Style,
    pub(super) leaf: usize,
}

/// What stays on one sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Row {
    /// Room above it; not at the top of a sheet.
    pub(super) before: f32,
    pub(super) height: f32,
    pub(super) runs: Vec<Run>,
    /// A rule at its bottom: how thick.
    pub(super) rule: Option<f32>,
    /// Must the next row stand on the same sheet?
    pub(super) keep: bool,
    /// Begins a new sheet?
    pub(super) sheet: bool,
    /// The row that is repeated above it when it begins a sheet: the head of its table.
    pub(super) head: Option<usize>,
    /// Text and level of the heading that it begins.
    pub(super) heading: Option<(String, u8)>,
}

/// What a reader is told, with the leaves that hold the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    Heading(u8, String, usize),
    Paragraph(usize),
    /// A mark or name, and a text.
    List(Vec<(usize, usize)>),
    Table(Vec<usize>, Vec<Vec<usize>>),
}

/// Rows and shape.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) rows: Vec<Row>,
    pub(super) shapes: Vec<Shape>,
    pub(super) leaves: usize,
}

pub(super) fn flow(document: &Document, words: &Words<'_>, faces: &Faces) -> Flow {
    let mut flow = Flow::default();
    if document.letterhead.is_empty() {
        flow.paragraph(faces, words.get("let").as_str(), NOTE, 0.0);
    }
    document.letterhead.iter().for_each(|line| flow.paragraph(faces, line.as_str(), NOTE, 0.0));
    flow.heading(faces, 1, document.title.as_str());
    if let Some(draft) = &document.draft {
        flow.paragraph(faces, &format!("{}. {}", draft.mark, draft.sentence), Style { ink: Ink::Accent, ..NAME }, 6.0);
    }
    let (mut sheet, mut under_heading) = (false, false);
    for block in &document.blocks {
        let first = flow.rows.len();
        match block {
            Block::Heading(level, text) => flow.heading(faces, *level, text.as_str()),
            Block::Paragraph(text) => flow.paragraphs(faces, text.as_str(), BODY),
            Block::Note(text) => {
                flow.paragraphs(faces, text.as_str(), NOTE);
                // What is told right under a heading goes with what it is told of.
                if under_heading && flow.rows.len() - first <= 3 {
                    flow.rows[first..].iter_mut().for_each(|row| row.keep = true);
                }
            }
            Block::List(items) => {
                let items: Vec<(&str, &str)> = items.iter().map(|item| ("•", item.as_str())).collect();
                flow.list(faces, &items, BODY, 14.0);
            }
            Block::Definitions(terms) => {
                let terms: Vec<(&str, &str)> = terms.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
                flow.list(faces, &terms, NAME, 118.0);
            }
            Block::Table(table) => flow.table(faces, table),
            Block::Break => {
                sheet = true;
                continue;
            }
        }
        under_heading = matches!(block, Block::Heading(..));
        if let Some(row) = flow.rows.get_mut(first) {
            row.sheet = std::mem::take(&mut sheet);
        }
    }
    flow
}

impl Flow {
    fn leaf(&mut self) -> usize {
        self.leaves += 1;
        self.leaves - 1
    }

    fn heading(&mut self, faces: &Faces, level: u8, text: &str) {
        let (size, leading, before) = match level {
            1 => (21.0, 26.0, 2.0),
            2 => (14.0, 18.0, 20.0),
            3 => (11.5, 15.5, 14.0),
            _ => (10.0, 14.5, 10.0),
        };
        let style = Style { bold: true, size, leading, ink: Ink::Accent };
        let leaf = self.leaf();
        let first = self.rows.len();
        self.lines(faces, text, style, before, leaf);
        for row in &mut self.rows[first..] {
            row.keep = true;
        }
        self.rows[first].heading = Some((text.to_owned(), level));
        if let Some(last) = self.rows.last_mut() {
            last.height += 3.0;
        }
        self.shapes.push(Shape::Heading(level, text.to_owned(), leaf));
    }

    fn paragraphs(&mut self, faces: &Faces, text: &str, style: Style) {
        for part in super::super::markdown::texts(text) {
            self.paragraph(faces, &part.join("\n"), style, 5.0);
        }
    }

    fn paragraph(&mut self, faces: &Faces, text: &str, style: Style, before: f32) {
        let leaf = self.leaf();
        self.lines(faces, text, style, before, leaf);
        self.shapes.push(Shape::Paragraph(leaf));
    }

    /// A row for each line; two at the beginning and two at the end stay together.
    fn lines(&mut self, faces: &Faces, text: &str, style: Style, before: f32, leaf: usize) {
        let lines = lines(faces.of(style.bold), text, style.size, ROOM);
        let count = lines.len();
        for (text, at) in lines.into_iter().zip(0..) {
            self.rows.push(Row {
                before: if at == 0 { before } else { 0.0 },
                height: style.leading,
                runs: vec![run(0.0, 0, text, style, leaf)],
                keep: at + 1 < count && (at == 0 || at + 2 == count),
                ..Row::default()
            });
        }
    }

    /// A mark or name on the left, the text beside it.
    fn list(&mut self, faces: &Faces, items: &[(&str, &str)], mark: Style, indent: f32) {
        let mut shape = vec![];
        for ((name, text), at) in items.iter().zip(0..) {
            let (label, body) = (self.leaf(), self.leaf());
            shape.push((label, body));
            // A long name takes the whole width and stands above its text.
            let is_long = faces.of(mark.bold).width(&faces.of(mark.bold).spelled(name), mark.size) > indent * 1.6;
            let names = lines(faces.of(mark.bold), name, mark.size, if is_long { ROOM } else { indent - 8.0 });
            let texts = lines(&faces.regular, text, BODY.size, ROOM - indent);
            let skip = if is_long { names.len() } else { 0 };
            let count = names.len().max(texts.len() + skip);
            for line in 0..count {
                let mut runs = vec![];
                runs.extend(names.get(line).map(|text| run(0.0, 0, text.clone(), mark, label)));
                let beside = line.checked_sub(skip).and_then(|line| texts.get(line));
                runs.extend(beside.map(|text| run(indent, 0, text.clone(), BODY, body)));
                self.rows.push(Row {
                    before: if line == 0 { if at == 0 { 5.0 } else { 3.0 } } else { 0.0 },
                    height: BODY.leading,
                    runs,
                    keep: line + 1 < count && (line < skip.max(1) || line + 2 == count),
                    ..Row::default()
                });
            }
        }
        self.shapes.push(Shape::List(shape));
    }

    fn table(&mut self, faces: &Faces, table: &Table) {
        let wish_of = |at: usize| {
            let head = wish(&faces.bold, table.header[at].as_str(), HEAD.size);
            let cells = table.rows.iter().map(|row| wish(&faces.regular, row[at].as_str(), CELL.size));
            let (line, word) = cells.fold(head, |(line, word), other| (line.max(other.0), word.max(other.1)));
            Wish { line: line + 0.5, word: word + 0.5, head: head.1 + 0.5 }
        };
        let wishes: Vec<Wish> = (0..table.header.len()).map(wish_of).collect();
        let widths = widths(&wishes, ROOM, GAP);
        let head = self.rows.len();
        let header = self.cells(faces, table.header.iter().map(|cell| cell.as_str()), &widths, HEAD, None);
        if let Some(row) = self.rows.get_mut(head) {
            row.before = 6.0;
            row.rule = Some(1.0);
            row.keep = true;
        }
        let rows: Vec<Vec<usize>> = table
            .rows
            .iter()
            .map(|row| self.cells(faces, row.iter().map(|cell| cell.as_str()), &widths, CELL, Some(head)))
            .collect();
        if let Some(last) = self.rows.last_mut() {
            last.height += 4.0;
        }
        self.shapes.push(Shape::Table(header, rows));
    }

    /// A row of a table: one for all its lines, as long as a sheet can hold it.
    fn cells<'t>(
        &mut self,
        faces: &Faces,
        cells: impl Iterator<Item = &'t str>,
        widths: &[f32],
        style: Style,
        head: Option<usize>,
    ) -> Vec<usize> {
        const MOST: usize = 44;
        let face = faces.of(style.bold);
        let (mut leaves, mut columns, mut x) = (vec![], vec![], 0.0);
        for (cell, width) in cells.zip(widths) {
            let leaf = self.leaf();
            leaves.push(leaf);
            // A reader counts the cells of a row: an empty one holds a blank.
            let text = if cell.trim().is_empty() { vec![" ".to_owned()] } else { lines(face, cell, style.size, *width + 0.1) };
            columns.push((x, leaf, text));
            x += width + GAP;
        }
        let most = columns.iter().map(|(_, _, lines)| lines.len()).max().unwrap_or(1);
        for first in (0..most).step_by(MOST) {
            let count = (most - first).min(MOST);
            let runs = columns.iter().flat_map(|(x, leaf, lines)| {
                let there = lines.iter().skip(first).take(count).zip(0..);
                there.map(|(text, line)| run(*x, line, text.clone(), style, *leaf))
            });
            let mut runs: Vec<Run> = runs.collect();
            runs.iter_mut().for_each(|run| run.y += 3.0);
            let rule = (first + count == most).then_some(0.5);
            self.rows.push(Row { height: count as f32 * style.leading + 6.0, runs, rule, head, ..Row::default() });
        }
        leaves
    }
}

/// A piece on the line of this number.
fn run(x: f32, line: usize, text: String, style: Style, leaf: usize) -> Run {
    // Ascenders and descenders in the middle of the line.
    let y = line as f32 * style.leading + (style.leading + style.size * 0.72) / 2.0;
    Run { x, y, text, style, leaf }
}
