//! Views as files of other programs: CSV for spreadsheets, Markdown for documents, iCalendar for calendars, vCard for contacts. Pure: from cells
//! and days to text, without a clock, a file or a database.
//!
//! Whatever stands in a cell came from somebody else. It is safe text already (no control, bidirectional or invisible
//! characters); here it is made harmless for the program that reads it, so that nothing in it runs, links or breaks out.

pub mod agenda;
pub mod calendar;
mod code;
mod contact;
mod deadline;
mod markdown;
pub mod numbers;
mod spreadsheet;

pub use calendar::{Calendar, Event};
pub use code::number_code;
pub use contact::contact;
pub use deadline::event_of;

use crate::{
    domain::{Date, role::coded_enum, text::SafeText},
    locale::Texts,
};

coded_enum!(
    /// A file format.
    Format {
        /// For spreadsheets.
        Csv = "csv",
        /// A table in Markdown.
        Markdown = "md",
        /// iCalendar (RFC 5545): only what has days.
        Calendar = "ics",
    }
);

/// A table: a header and rows of as many cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet<'a> {
    /// The names of the columns.
    pub header: &'a [String],
    /// The rows.
    pub rows: &'a [Vec<SafeText>],
}

impl Sheet<'_> {
    /// As CSV: `;` between cells, as Dutch spreadsheets have it, every cell in quotes.
    pub fn csv(&self) -> String {
        spreadsheet::write(self)
    }

    /// As a table in Markdown.
    pub fn markdown(&self) -> String {
        markdown::write(self)
    }

    /// The same below a line that says what it holds and why.
    pub fn markdown_about(&self, about: &SafeText) -> String {
        let mut out = String::new();
        markdown::escaped(&mut out, about.as_str());
        format!("{out}\n\n{}", self.markdown())
    }
}

/// A day as a cell: for a spreadsheet in the one way that sorts (`2026-11-24`), else as people read it.
pub fn day_cell(day: Date, format: Option<Format>, texts: &Texts) -> String {
    if format == Some(Format::Csv) { day.to_string() } else { texts.day(day) }
}

/// The mark that tells a spreadsheet that a file is UTF-8; stands first in a CSV file, not on a terminal.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

#[cfg(test)]
mod tests;
