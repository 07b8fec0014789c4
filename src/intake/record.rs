//! Columns by name, whatever their order: one record is the cells of one row in the order of the schema.

use crate::domain::fold::fold;

use super::{
    finding::{Finding, Reason},
    nearest,
};

/// The columns a file may have.
#[derive(Debug)]
pub(super) struct Schema {
    /// Names as in the header.
    pub columns: &'static [&'static str],
    /// Other names of columns (English ones, and what people call them), and the column that is meant.
    pub also: &'static [(&'static str, &'static str)],
    /// Of each group at least one column must be there.
    pub required: &'static [&'static [&'static str]],
    /// The other kind of file, and the command that takes it: somebody may mix them up.
    pub other: fn() -> (&'static Schema, &'static str),
}

impl Schema {
    /// The column with this name, or another name for it; case, accents, blanks and hyphens aside.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let wanted = key(name);
        let meant = self.also.iter().find(|(name, _)| key(name) == wanted).map(|(_, column)| key(column));
        let wanted = meant.unwrap_or(wanted);
        self.columns.iter().position(|column| key(column) == wanted)
    }

    pub(super) fn position(&self, column: &str) -> usize {
        let at = self.columns.iter().position(|known| *known == column);
        debug_assert!(at.is_some(), "no column {column}");
        at.unwrap_or(usize::MAX)
    }

    /// Groups of which no column is there.
    pub(super) fn missing(&self, there: impl Fn(usize) -> bool) -> Vec<String> {
        let lacks = |group: &&&[&str]| !group.iter().any(|name| there(self.position(name)));
        self.required.iter().filter(lacks).map(|group| group.join(" / ")).collect()
    }

    pub(super) fn unknown(&self, line: u64, name: &str) -> Finding {
        let names = self.columns.iter().copied().chain(self.also.iter().map(|(name, _)| *name));
        let near = nearest(name, names).map(str::to_owned);
        Finding::new(line, None, Reason::UnknownColumn { name: name.to_owned(), near })
    }
}

fn key(name: &str) -> String {
    fold(name.trim()).replace('_', " ")
}

/// What a file gave.
#[derive(Debug, Default)]
pub(super) struct Records {
    pub records: Vec<Record>,
    pub faults: Vec<Finding>,
    pub remarks: Vec<Finding>,
    /// The columns of the schema that the header has; nothing where there is no header.
    pub columns: Option<Vec<usize>>,
    /// Rows with another number of cells than the header, as far as they go.
    pub broken: Vec<Record>,
}

/// One row.
#[derive(Debug)]
pub(super) struct Record {
    /// Physical line where it starts.
    pub line: u64,
    /// In the order of the schema; a column that is not in the file is empty.
    pub cells: Vec<String>,
}

/// The header of a delimited file.
#[derive(Debug)]
pub(super) struct Header {
    schema: &'static Schema,
    /// For each column of the file: which one of the schema.
    places: Vec<Option<usize>>,
}

impl Header {
    /// Reads the header; unknown columns are remarks, missing or double ones faults of the whole file.
    pub(super) fn new(line: u64, cells: &[String], schema: &'static Schema, found: &mut Records) -> Option<Self> {
        let mut places: Vec<Option<usize>> = Vec::with_capacity(cells.len());
        for cell in cells {
            let place = schema.find(cell);
            if let Some(at) = place
                && places.contains(&place)
            {
                let name = schema.columns[at].to_owned();
                found.faults.push(Finding::new(line, None, Reason::ColumnTwice { name }));
            }
            // A column without a name is an empty one at the edge of a sheet.
            if place.is_none() && !cell.trim().is_empty() && found.remarks.len() < MOST_REMARKS {
                found.remarks.push(schema.unknown(line, cell));
            }
            places.push(place);
        }
        let names = schema.missing(|at| places.contains(&Some(at)));
        if !names.is_empty() {
            found.remarks.clear();
            let (other, command) = (schema.other)();
            let fits = other.missing(|at| cells.iter().any(|cell| other.find(cell) == Some(at))).is_empty();
            let reason = if fits { Reason::OtherFile { command: command.into() } } else { Reason::MissingColumn { names } };
            found.faults.push(Finding::new(line, None, reason));
        }
        found.columns = Some(places.iter().copied().flatten().collect());
        found.faults.is_empty().then_some(Self { schema, places })
    }

    /// The name of a column of the file, if it is a known one.
    pub(super) fn name(&self, at: usize) -> Option<&'static str> {
        self.places.get(at).copied().flatten().map(|place| self.schema.columns[place])
    }

    /// Puts the cells in order. A row with fewer cells than the header was cut off; more are fine if they are empty.
    pub(super) fn record(&self, line: u64, raw: Vec<String>) -> Result<Record, Finding> {
        if !self.fits(&raw) {
            let (has, expected) = (raw.len() as u64, self.places.len() as u64);
            return Err(Finding::new(line, None, Reason::CellCount { has, expected }));
        }
        Ok(self.in_order(line, raw))
    }

    /// Has the row as many cells as the header?
    pub(super) fn fits(&self, raw: &[String]) -> bool {
        raw.get(self.places.len()..).is_some_and(|more| more.iter().all(|cell| cell.trim().is_empty()))
    }

    /// The cells in order, as far as there are any.
    pub(super) fn in_order(&self, line: u64, raw: Vec<String>) -> Record {
        let mut cells = vec![String::new(); self.schema.columns.len()];
        for (place, cell) in self.places.iter().zip(raw) {
            if let Some(at) = place {
                cells[*at] = cell;
            }
        }
        Record { line, cells }
    }
}

/// A file with thousands of unknown columns is told about the first of them.
pub(super) const MOST_REMARKS: usize = 100;
