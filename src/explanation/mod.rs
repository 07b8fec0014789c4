//! Short pages about the instruments and rules of the work: what the law says, on which conditions, an example, and the next key to press.
//!
//! Pure: text in, pages, hits and lines out. Pages ship with loket (`locales/topics`), and an organisation adds or replaces some by
//! files of its own. Knows nothing of files, keys or screens: who calls says which commands, fields and names there are.

mod inline;
mod library;
mod lines;
mod read;
#[cfg(test)]
mod tests;

pub use library::{Hit, Library, SHIPPED};
pub use lines::{Kind, Line, Look};
pub use read::{Fault, Known, read};

/// A piece of text inside a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text.
    Plain(String),
    /// Text that stands out: an article of an act, a word that matters.
    Strong(String),
    /// The key of a command, `SCOPE.NAME`: filled in with the reader's own.
    Key(String),
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph; the first of a page is the answer in one sentence.
    Paragraph(Vec<Piece>),
    /// An item of a list: how deep, its mark (`-` or `1.`), its text.
    Item(usize, String, Vec<Piece>),
    /// Lines that stand as they are written.
    Lines(Vec<String>),
}

/// A page about one instrument or rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// Its name: that of its file.
    pub name: String,
    /// What it is about, in a few words.
    pub title: String,
    /// What else people call it, or look for.
    pub also: Vec<String>,
    /// Names of pages that belong to it.
    pub related: Vec<String>,
    /// Names of the fields of forms, the parts of an item, and what may be missing of one (`lacks-ground`), that it belongs to.
    pub places: Vec<String>,
    /// Its text.
    pub blocks: Vec<Block>,
    /// Is it of the organisation itself?
    pub own: bool,
}

impl Explanation {
    /// The answer in one sentence.
    pub fn answer(&self) -> String {
        let first = self.blocks.iter().find_map(|block| if let Block::Paragraph(pieces) = block { Some(pieces) } else { None });
        first.map_or_else(String::new, |pieces| pieces.iter().map(Piece::text).collect())
    }

    /// Its headings, in their order.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().filter_map(|block| if let Block::Heading(text) = block { Some(text.as_str()) } else { None })
    }

    /// The commands whose keys it names, as `SCOPE.NAME`.
    pub fn commands(&self) -> impl Iterator<Item = &str> {
        let pieces = self.blocks.iter().flat_map(|block| match block {
            Block::Paragraph(pieces) | Block::Item(_, _, pieces) => pieces.as_slice(),
            Block::Heading(_) | Block::Lines(_) => &[],
        });
        pieces.filter_map(|piece| if let Piece::Key(name) = piece { Some(name.as_str()) } else { None })
    }

    /// All that stands in it, for searching.
    fn words(&self) -> String {
        let mut out = String::new();
        for block in &self.blocks {
            match block {
                Block::Heading(text) => out.push_str(text),
                Block::Paragraph(pieces) | Block::Item(_, _, pieces) => {
                    pieces.iter().for_each(|piece| out.push_str(piece.text()))
                }
                Block::Lines(lines) => lines.iter().for_each(|line| out.push_str(line)),
            }
            out.push(' ');
        }
        out
    }
}

impl Piece {
    /// What it says; a key says nothing by itself.
    fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Strong(text) => text,
            Self::Key(_) => "",
        }
    }
}
