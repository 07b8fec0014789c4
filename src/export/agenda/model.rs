//! A document before it has a format: parts in order of reading. Every text is safe text; nothing in it is markup.

use crate::{domain::text::SafeText, locale::Language};

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::export) struct Document {
    pub(in crate::export) language: Language,
    /// Lines above the title; none: the name of the LET where a sheet has a head.
    pub(in crate::export) letterhead: Vec<SafeText>,
    /// The colour of headings and rules: red, green, blue.
    pub(in crate::export) accent: [u8; 3],
    /// Stands at its head, and is the title of the file.
    pub(in crate::export) title: SafeText,
    /// That it is a draft or of a meeting that does not go on, in words: stands on every page and under the title; nothing:
    /// neither.
    pub(in crate::export) draft: Option<Draft>,
    /// Number, version, date and for whom: stands at the foot of every page.
    pub(in crate::export) foot: SafeText,
    /// The parts.
    pub(in crate::export) blocks: Vec<Block>,
}

/// The mark of what is not to be relied on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::export) struct Draft {
    /// One word.
    pub(in crate::export) mark: SafeText,
    /// A sentence.
    pub(in crate::export) sentence: SafeText,
}

/// A part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::export) enum Block {
    /// A heading of this level; 2 is the first under the title, and no level is passed over.
    Heading(u8, SafeText),
    /// A text; may hold line breaks.
    Paragraph(SafeText),
    /// A remark of the program itself, quieter.
    Note(SafeText),
    /// Things in any order.
    List(Vec<SafeText>),
    /// Short names, each with a text.
    Definitions(Vec<(SafeText, SafeText)>),
    /// A table.
    Table(Table),
    /// What follows begins on a new sheet.
    Break,
}

/// A table; every row has a cell for each column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::export) struct Table {
    pub(in crate::export) header: Vec<SafeText>,
    pub(in crate::export) rows: Vec<Vec<SafeText>>,
}
