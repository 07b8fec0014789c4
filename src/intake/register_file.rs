//! A file of the register that is delivered: its entries, the fields it speaks of, and of a line that cannot be read whom it is about
//! and its cells, so that it can be given back to be corrected.

use std::collections::BTreeMap;

use crate::domain::{
    delivery::{DeliveredRow, FIELDS},
    ids::OrganisationCode,
};

use super::{
    FILE_LIMIT, Finding, Kind,
    cell::Cells,
    context::Context,
    decoding, delimited,
    finding::Reason,
    is_other_format, kind_of, object, officer_row,
    record::{Record, Records},
};

/// The columns of a file of the register, in their usual order.
pub const REGISTER_COLUMNS: &[&str] = officer_row::SCHEMA.columns;

/// Columns that loket adds to the lines it gives back: what is wrong, and on which line it stood.
pub const MADE_COLUMNS: [&str; 2] = ["fout", "regel"];

/// What a delivered file holds.
#[derive(Debug, Default)]
pub struct RegisterFile {
    /// The entries that could be read.
    pub rows: Vec<DeliveredRow>,
    /// What is wrong, where.
    pub faults: Vec<Finding>,
    /// What a sender must know although nothing was refused.
    pub remarks: Vec<Finding>,
    /// The fields of an entry that the file has a column for.
    pub fields: Vec<String>,
    /// The cells of each line, in the order of [`REGISTER_COLUMNS`].
    pub cells: BTreeMap<u64, Vec<String>>,
    /// The organisation that a line is about, where that can be told.
    pub organisations: BTreeMap<u64, OrganisationCode>,
}

impl RegisterFile {
    /// The cell of a line in a column.
    pub fn cell(&self, line: u64, column: &str) -> &str {
        let at = REGISTER_COLUMNS.iter().position(|known| *known == column);
        at.zip(self.cells.get(&line)).and_then(|(at, cells)| cells.get(at)).map_or("", |cell| cell.trim())
    }
}

/// Reads a file (CSV, or the same columns as JSON).
pub fn register_file(name: &str, bytes: &[u8], context: &Context) -> RegisterFile {
    let mut file = RegisterFile::default();
    if bytes.len() > FILE_LIMIT {
        file.faults.push(Finding::of_file(Reason::FileTooLarge { most: FILE_LIMIT as u64 }));
        return file;
    }
    if is_other_format(bytes) {
        file.faults.push(Finding::of_file(Reason::OtherFormat));
        return file;
    }
    let decoded = decoding::decode(bytes);
    let Records { records, faults, remarks, columns, broken } = match kind_of(name, bytes) {
        Kind::Json => object::records(&decoded, &officer_row::SCHEMA),
        Kind::Csv | Kind::Mail => delimited::records(&decoded, &officer_row::SCHEMA),
    };
    let made =
        |finding: &Finding| matches!(&finding.reason, Reason::UnknownColumn { name, .. } if MADE_COLUMNS.contains(&name.trim()));
    file.faults = faults;
    file.remarks = remarks.into_iter().filter(|remark| !made(remark)).collect();
    let there = |at: usize| match &columns {
        Some(columns) => columns.contains(&at),
        None => records.iter().any(|record| !record.cells[at].trim().is_empty()),
    };
    file.fields = FIELDS
        .iter()
        .filter(|field| {
            let column = officer_row::column_of_pointer(&format!("/facts/{field}"));
            column.and_then(|column| REGISTER_COLUMNS.iter().position(|known| *known == column)).is_some_and(there)
        })
        .map(|field| (*field).to_owned())
        .collect();
    for record in records {
        let record = without_guards(record);
        match officer_row::read(&record, context, &mut file.remarks) {
            Ok(new) => file.rows.push(DeliveredRow { line: record.line, facts: new.facts }),
            Err(faults) => {
                file.faults.extend(faults);
                file.about(&record, context);
            }
        }
        file.cells.insert(record.line, record.cells);
    }
    for record in broken {
        file.about(&record, context);
        file.cells.insert(record.line, record.cells);
    }
    file.faults.sort_by_key(|fault| fault.line);
    file
}

impl RegisterFile {
    fn about(&mut self, record: &Record, context: &Context) {
        let mut unsaid = vec![];
        let mut cells = Cells::new(&officer_row::SCHEMA, record, context, &mut unsaid);
        if let Some(code) = officer_row::organisation_of(&mut cells) {
            self.organisations.insert(record.line, code);
        }
    }
}

/// Without the apostrophes that loket's own files have before what a spreadsheet would take for a formula (`'+31 …`).
fn without_guards(mut record: Record) -> Record {
    for cell in &mut record.cells {
        if cell.strip_prefix('\'').is_some_and(|rest| rest.starts_with(['=', '+', '-', '@'])) {
            cell.remove(0);
        }
    }
    record
}
