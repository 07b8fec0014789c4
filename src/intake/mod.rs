//! From the bytes of a stranger's file to rows that can be sent: signals from CSV, JSON and e-mail, the register and
//! commitments from CSV, meetings from a calendar.
//!
//! Pure: no file, clock, network or terminal. A row is whole or not at all; every row that is not is reported with its line,
//! column and reason, and what was changed on the way in (a NUL, a text that was cut) is said as well. Text stays as sent.

mod calendar;
mod cell;
mod commitment_row;
mod context;
mod decoding;
mod delimited;
mod finding;
mod mail;
mod object;
mod officer_row;
mod record;
mod register_file;
mod signal_row;
mod source;
mod term_row;

#[cfg(test)]
mod commitment_tests;
#[cfg(test)]
mod sample_tests;
#[cfg(test)]
mod variant_tests;

pub use crate::domain::nearness::nearest;
pub use calendar::{MeetingRow, column_of_pointer as meeting_column};
pub use commitment_row::{CommitmentRow, column_of_pointer as commitment_column};
pub use context::Context;
pub use finding::{Finding, Reason};
pub use officer_row::column_of_pointer as officer_column;
pub use register_file::{MADE_COLUMNS, REGISTER_COLUMNS, RegisterFile, register_file};
pub use signal_row::column_of_pointer as signal_column;
pub use term_row::TermRow;

use std::{collections::HashMap, hash::Hash};

use serde::Serialize;

use crate::api::{BODY_LIMIT, officer::NewOfficer, signal::NewSignal};

use record::{Records, Schema};

/// What came out of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake<T> {
    /// The rows that can be sent, in the order of the file.
    pub rows: Vec<Row<T>>,
    /// Rows (or, without a line, the file) that were refused. One row may have several faults.
    pub faults: Vec<Finding>,
    /// What a sender must know although nothing was refused.
    pub remarks: Vec<Finding>,
    /// Rows that stand in the file once more, with the same content: nothing to do for these.
    pub repeated: Vec<Finding>,
}

/// One row that can be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<T> {
    /// The physical line in the file where it starts, from 1.
    pub line: u64,
    /// What to send.
    pub value: T,
}

/// Largest file that is read, in bytes (64 MiB).
pub const FILE_LIMIT: usize = 64 * 1024 * 1024;

/// What kind of file this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Delimited text.
    Csv,
    /// An array of objects, an object with `items`, or objects one after another.
    Json,
    /// One message (RFC 5322).
    Mail,
}

/// By the extension of the name, and where that says nothing by the first bytes.
pub fn kind_of(name: &str, bytes: &[u8]) -> Kind {
    let extension =
        name.rsplit(['/', '\\']).next().and_then(|file| file.rsplit_once('.')).map(|(_, ext)| ext.to_ascii_lowercase());
    match extension.as_deref() {
        Some("eml") => Kind::Mail,
        Some("json" | "ndjson" | "jsonl") => Kind::Json,
        Some("csv" | "tsv" | "tab") => Kind::Csv,
        _ => match decoding::decode(&bytes[..bytes.len().min(4096)]).text.trim_start().chars().next() {
            Some('{' | '[') => Kind::Json,
            _ if mail::looks_like_a_message(bytes) => Kind::Mail,
            _ => Kind::Csv,
        },
    }
}

/// Does it start like a workbook or document (ZIP, the older Office format, PDF) or a picture?
fn is_other_format(bytes: &[u8]) -> bool {
    const STARTS: [&[u8]; 5] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff"];
    STARTS.iter().any(|start| bytes.starts_with(start))
}

/// Reads signals from one file.
pub fn signals(name: &str, bytes: &[u8], context: &Context) -> Intake<NewSignal> {
    if bytes.len() > FILE_LIMIT {
        return Intake::refused(Reason::FileTooLarge { most: FILE_LIMIT as u64 });
    }
    match kind_of(name, bytes) {
        Kind::Mail => mail::read(bytes, context),
        kind => without_repeats(
            table(bytes, kind, &signal_row::SCHEMA, |record, intake| signal_row::read(record, context, intake)),
            |signal| signal.source.clone(),
            "kenmerk_extern",
        ),
    }
}

/// Reads entries of the register from one file (CSV, or the same columns as JSON).
pub fn register(name: &str, bytes: &[u8], context: &Context) -> Intake<NewOfficer> {
    if bytes.len() > FILE_LIMIT {
        return Intake::refused(Reason::FileTooLarge { most: FILE_LIMIT as u64 });
    }
    let kind = match kind_of(name, bytes) {
        Kind::Json => Kind::Json,
        Kind::Csv | Kind::Mail => Kind::Csv,
    };
    without_repeats(
        table(bytes, kind, &officer_row::SCHEMA, |record, intake| officer_row::read(record, context, intake)),
        |officer| officer.source.clone(),
        "naam",
    )
}

/// Reads commitments from one file (CSV, or the same columns as JSON).
pub fn commitments(name: &str, bytes: &[u8], context: &Context) -> Intake<CommitmentRow> {
    if bytes.len() > FILE_LIMIT {
        return Intake::refused(Reason::FileTooLarge { most: FILE_LIMIT as u64 });
    }
    let kind = if kind_of(name, bytes) == Kind::Json { Kind::Json } else { Kind::Csv };
    without_repeats(
        table(bytes, kind, &commitment_row::SCHEMA, |record, intake| commitment_row::read(record, context, intake)),
        |row| Some((row.signal.clone(), row.imported_from.clone())),
        "toezegging",
    )
}

/// Reads meetings from one calendar file (RFC 5545).
pub fn meetings(_: &str, bytes: &[u8], context: &Context) -> Intake<MeetingRow> {
    if bytes.len() > calendar::FILE_LIMIT {
        return Intake::refused(Reason::FileTooLarge { most: calendar::FILE_LIMIT as u64 });
    }
    if is_other_format(bytes) {
        return Intake::refused(Reason::NotACalendar);
    }
    without_repeats(calendar::read(bytes, context.now), MeetingRow::source, "UID")
}

/// Reads terms with the ends that somebody gave them, from one file. Columns that are not about that are passed over.
pub fn terms(bytes: &[u8]) -> Intake<TermRow> {
    if bytes.len() > FILE_LIMIT {
        return Intake::refused(Reason::FileTooLarge { most: FILE_LIMIT as u64 });
    }
    if is_other_format(bytes) {
        return Intake::refused(Reason::OtherFormat);
    }
    let Records { records, faults, .. } = delimited::records(&decoding::decode(bytes), &term_row::SCHEMA);
    let mut intake = Intake { rows: Vec::with_capacity(records.len()), faults, remarks: vec![], repeated: vec![] };
    for record in &records {
        match term_row::read(record) {
            Ok(value) => intake.rows.push(Row { line: record.line, value }),
            Err(faults) => intake.faults.extend(faults),
        }
    }
    intake.faults.sort_by_key(|fault| fault.line);
    intake
}

fn table<T: Serialize>(
    bytes: &[u8],
    kind: Kind,
    schema: &'static Schema,
    mut read: impl FnMut(&record::Record, &mut Vec<Finding>) -> Result<T, Vec<Finding>>,
) -> Intake<T> {
    if is_other_format(bytes) {
        return Intake::refused(Reason::OtherFormat);
    }
    let decoded = decoding::decode(bytes);
    let Records { records, faults, remarks, .. } = match kind {
        Kind::Json => object::records(&decoded, schema),
        Kind::Csv | Kind::Mail => delimited::records(&decoded, schema),
    };
    let mut intake = Intake { rows: vec![], faults, remarks, repeated: vec![] };
    for record in &records {
        match read(record, &mut intake.remarks) {
            Ok(value) if size_of(&value) > BODY_LIMIT => {
                intake.faults.push(Finding::new(record.line, None, Reason::RowTooLarge { most: BODY_LIMIT as u64 }));
            }
            Ok(value) => intake.rows.push(Row { line: record.line, value }),
            Err(faults) => intake.faults.extend(faults),
        }
    }
    intake.faults.sort_by_key(|fault| fault.line);
    intake.remarks.sort_by_key(|remark| remark.line);
    intake
}

/// In bytes, as it would be sent.
fn size_of(value: &impl Serialize) -> usize {
    serde_json::to_vec(value).map_or(usize::MAX, |bytes| bytes.len())
}

/// Two rows of one file with the same reference: the same content is nothing new, other content is refused.
fn without_repeats<T: PartialEq, K: Eq + Hash>(
    mut intake: Intake<T>,
    key: impl Fn(&T) -> Option<K>,
    column: &'static str,
) -> Intake<T> {
    let mut first: HashMap<K, usize> = HashMap::new();
    let mut kept: Vec<Row<T>> = Vec::with_capacity(intake.rows.len());
    for row in intake.rows {
        let key = key(&row.value);
        let earlier = key.as_ref().and_then(|key| first.get(key)).map(|at| &kept[*at]);
        match earlier {
            Some(earlier) if earlier.value == row.value => {
                intake.repeated.push(Finding::new(row.line, None, Reason::Repeated { line: earlier.line }));
            }
            Some(earlier) => {
                intake.faults.push(Finding::new(row.line, Some(column), Reason::ReferenceTwice { line: earlier.line }));
            }
            None => {
                if let Some(key) = key {
                    first.insert(key, kept.len());
                }
                kept.push(row);
            }
        }
    }
    intake.rows = kept;
    intake.faults.sort_by_key(|fault| fault.line);
    intake
}

impl<T> Intake<T> {
    /// Nothing could be read.
    fn refused(reason: Reason) -> Self {
        Self { rows: vec![], faults: vec![Finding::of_file(reason)], remarks: vec![], repeated: vec![] }
    }
}
