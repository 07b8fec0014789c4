//! Papers of a meeting as other programs read them: nothing of an item without a ground comes to a body, in no format; what
//! looks like markup stays the text it is; calendars and PDF are read by programs that are not ours.

mod accessible;
mod canaries;
mod clocks;
mod readers;
pub mod sample;
mod sent;
mod templates;
mod timeline;
mod typed;

use loket::{
    export::agenda::{File, Paper, PaperFormat, Reader, Source, export},
    locale::{Language, Texts},
};

pub const FORMATS: [PaperFormat; 5] =
    [PaperFormat::Markdown, PaperFormat::Html, PaperFormat::Pdf, PaperFormat::Text, PaperFormat::Calendar];

pub fn made(source: &Source, reader: &Reader, paper: Paper, format: PaperFormat) -> File {
    export(source, reader, paper, format, &Texts::new(Language::Dutch)).unwrap()
}

pub fn text(source: &Source, reader: &Reader, paper: Paper, format: PaperFormat) -> String {
    String::from_utf8(made(source, reader, paper, format).bytes).unwrap()
}
