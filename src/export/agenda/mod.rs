//! The papers of a meeting of the LET: agenda, item file, decision list and the pack of a director, each for one reader, as
//! Markdown, HTML, text, PDF or calendar. Pure: what a reader may not know is not in the document that is written
//! ([`reading`]), so no format can tell it.

mod as_sent;
mod columns;
mod compose;
mod html;
mod invitation;
mod markdown;
pub(super) mod model;
mod pdf;
mod plain;
mod reading;
mod sending;
mod source;
mod stationery;
mod steps;
pub(super) mod words;

pub use as_sent::SentList;
pub use invitation::Invited;
pub use reading::{Reader, cases};
pub use sending::{bodies, to_send};
pub use source::{Promise, Secretariat, Sending, Source};
pub use stationery::{EVERYBODY, KINDS, LEAST_CONTRAST, LEFT_OUT, Stationery, Template, contrast_with_white};

use crate::{
    domain::{
        ids::{AgendaItemId, OrganisationCode},
        role::coded_enum,
    },
    locale::Texts,
};
use model::Document;
use words::Words;

/// Which paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// The agenda.
    Agenda,
    /// The papers of one item.
    Item(AgendaItemId),
    /// The decisions and commitments.
    Decisions,
    /// The agenda and the papers of every item that the reader may read, in one document.
    Pack,
}

coded_enum!(
    /// A format.
    PaperFormat {
        /// Markdown.
        Markdown = "md",
        /// A page that can be printed.
        Html = "html",
        /// PDF, tagged.
        Pdf = "pdf",
        /// For the body of a mail.
        Text = "txt",
        /// To look at in a calendar of one's own; what is sent to others is made by [`to_send`].
        Calendar = "ics",
    }
);

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name: of the number, the kind, the reader's body and the version, never of what was typed.
    pub name: String,
    /// Its media type.
    pub content_type: &'static str,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

/// Why there is no such paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The reader gets nothing of this meeting.
    NothingForReader,
    /// There is no such item for this reader.
    NoSuchItem,
    /// The item has no time.
    NoTime,
    /// The reader is invited for the item, and there is no ground to share what stands in it.
    NoGround,
    /// The PDF could not be made; what the writer says, nothing of the content.
    NotWritten(String),
    /// It is a draft: that is sent to nobody's calendar.
    Draft,
    /// The secretariat has no address that an invitation can come from.
    NoOrganiser,
}

/// Makes one paper for one reader.
pub fn export(source: &Source, reader: &Reader, paper: Paper, format: PaperFormat, texts: &Texts) -> Result<File, Refused> {
    let words = Words::new(texts);
    let content_type = match format {
        PaperFormat::Markdown => "text/markdown; charset=utf-8",
        PaperFormat::Html => "text/html; charset=utf-8",
        PaperFormat::Pdf => "application/pdf",
        PaperFormat::Text => "text/plain; charset=utf-8",
        PaperFormat::Calendar => "text/calendar; charset=utf-8; method=PUBLISH",
    };
    let name = file_name(source, reader, paper, &format!(".{format}"));
    if format == PaperFormat::Calendar {
        let bytes = invitation::published(source, reader, paper, &words)?.into_bytes();
        return Ok(File { name, content_type, bytes });
    }
    let document = compose::document(source, reader, paper, &words)?;
    let bytes = written(&document, format, &words)?;
    Ok(File { name, content_type, bytes })
}

/// Writes a document; as a calendar there is none.
pub(super) fn written(document: &Document, format: PaperFormat, words: &Words<'_>) -> Result<Vec<u8>, Refused> {
    Ok(match format {
        PaperFormat::Markdown => markdown::write(document).into_bytes(),
        PaperFormat::Html => html::write(document, words).into_bytes(),
        PaperFormat::Pdf => pdf::write(document, words)?,
        PaperFormat::Text | PaperFormat::Calendar => plain::write(document).into_bytes(),
    })
}

/// `let-48-agenda-uwv-v2.pdf`.
fn file_name(source: &Source, reader: &Reader, paper: Paper, ending: &str) -> String {
    let content = &source.edition.content;
    let kind = match paper {
        Paper::Agenda => "agenda".to_owned(),
        Paper::Decisions => "decisions".to_owned(),
        Paper::Pack => "pack".to_owned(),
        Paper::Item(id) => {
            let number = content.items.iter().find(|one| one.item.id == id).map_or(0, |one| one.times.number);
            format!("item-{number}")
        }
    };
    let number = content.number.as_i64();
    let (whose, version) = (reader.code().map_or_else(|| "all".into(), named), version(source));
    format!("let-{number}-{kind}-{whose}-{version}{ending}")
}

fn version(source: &Source) -> String {
    if source.draft { "draft".into() } else { format!("v{}", source.edition.number) }
}

/// A code as it may stand in a file name: letters and digits alone, and few.
fn named(code: &OrganisationCode) -> String {
    let plain = |c: &char| c.is_ascii_alphanumeric();
    let name: String = code.as_str().chars().filter(plain).take(16).map(|c| c.to_ascii_lowercase()).collect();
    if name.is_empty() { "body".into() } else { name }
}
