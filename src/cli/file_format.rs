//! `--csv`, `--md`, `--ics`: what a command shows as a file of another program, on standard output.

use chrono::{DateTime, TimeZone, Utc};
use clap::Args;

use crate::{
    domain::{Instant, text::SafeText},
    export::{BYTE_ORDER_MARK, Calendar, Event, Format, Sheet},
};

use super::call::{Call, Stop};

/// A table, of which no day is meant.
#[derive(Args, Clone, Copy)]
#[group(multiple = false)]
pub(super) struct Table {
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    #[arg(long, conflicts_with = "json")]
    md: bool,
}

/// A table of which every row has a day.
#[derive(Args, Clone, Copy)]
#[group(multiple = false)]
pub(super) struct Dated {
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    #[arg(long, conflicts_with = "json")]
    md: bool,
    #[arg(long, conflicts_with = "json")]
    ics: bool,
}

impl Table {
    /// The format that was asked for.
    pub(super) fn format(self) -> Option<Format> {
        Dated { csv: self.csv, md: self.md, ics: false }.format()
    }
}

impl Dated {
    /// The format that was asked for.
    pub(super) fn format(self) -> Option<Format> {
        match self {
            Self { csv: true, .. } => Some(Format::Csv),
            Self { md: true, .. } => Some(Format::Markdown),
            Self { ics: true, .. } => Some(Format::Calendar),
            _ => None,
        }
    }
}

/// Rows as a file. Also without rows: a file with a header alone is a sound file.
pub(super) fn print(
    call: &mut Call,
    format: Format,
    header: &[String],
    rows: &[Vec<SafeText>],
    events: impl FnOnce(&Call) -> Vec<Event>,
) -> Result<(), Stop> {
    let sheet = Sheet { header, rows };
    let text = match format {
        Format::Csv if call.edge.width.is_some() => sheet.csv(),
        // Without the mark a spreadsheet on Windows reads another alphabet.
        Format::Csv => format!("{BYTE_ORDER_MARK}{}", sheet.csv()),
        Format::Markdown => sheet.markdown(),
        Format::Calendar => {
            let [name, about] = ["calendar-name", "calendar-about"].map(|key| SafeText::line(&call.texts.get(key)));
            Calendar { name, about, events: events(call) }.write()
        }
    };
    call.print_file(&text)
}

/// When an event of a file made now changed, and a sequence that is higher the next time.
pub(super) fn stamp(now: Instant) -> (Instant, u32) {
    let start: Option<DateTime<Utc>> = Utc.with_ymd_and_hms(2020, 1, 1, 0, 0, 0).single();
    let seconds = start.map_or(0, |start| (now - start).num_seconds());
    (now, u32::try_from(seconds).unwrap_or_default())
}
