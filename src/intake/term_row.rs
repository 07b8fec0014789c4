//! One record of a file of terms to a term, its suspensions and the end that the file gives it.

use crate::domain::{
    Date,
    term::{
        arithmetic::{Basis, Term},
        length::Length,
        suspension::Suspension,
    },
    zone,
};

use super::{
    finding::{Finding, Reason},
    record::{Record, Schema},
};

/// The columns of a file of terms, each by its English and its Dutch name.
pub(super) const SCHEMA: Schema = Schema {
    columns: &["trigger", "aanvang", "length", "termijn", "basis", "grondslag", "suspensions", "opschortingen", "end", "einde"],
    also: &[],
    required: &[&["trigger", "aanvang"], &["length", "termijn"], &["basis", "grondslag"], &["end", "einde"]],
    other: || (&super::signal_row::SCHEMA, "loket signal import"),
};

/// A term with the end that somebody gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermRow {
    /// The term.
    pub term: Term,
    /// On which days it stood still.
    pub suspensions: Vec<Suspension>,
    /// The end in the file.
    pub end: Date,
}

/// Reads a row whole, or names every fault in it.
pub(super) fn read(record: &Record) -> Result<TermRow, Vec<Finding>> {
    let mut cells = Row { record, faults: vec![] };
    let trigger = cells.day(["trigger", "aanvang"]);
    let length = cells.required(["length", "termijn"]).and_then(|(column, value)| {
        Length::said(value).map_err(|_| cells.fault(column, Reason::NotALength { value: value.into() })).ok()
    });
    let basis = cells.required(["basis", "grondslag"]).and_then(|(column, value)| {
        let known = WORDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(value)).map(|(_, basis)| *basis);
        if known.is_none() {
            let words = WORDS.iter().map(|(word, _)| (*word).to_owned()).collect();
            cells.fault(column, Reason::UnknownWord { value: value.into(), words, near: None });
        }
        known
    });
    let (column, listed) = cells.one(["suspensions", "opschortingen"]);
    let mut suspensions = vec![];
    for part in listed.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        match part.parse() {
            Ok(suspension) => suspensions.push(suspension),
            Err(_) => cells.fault(column, Reason::NotASuspension { value: part.into() }),
        }
    }
    let end = cells.day(["end", "einde"]);
    match (trigger, length, basis, end) {
        (Some(trigger), Some(length), Some(basis), Some(end)) if cells.faults.is_empty() => {
            Ok(TermRow { term: Term { trigger, length, basis }, suspensions, end })
        }
        _ => Err(cells.faults),
    }
}

/// What people call the basis.
const WORDS: [(&str, Basis); 6] = [
    ("statutory", Basis::Statutory),
    ("agreed", Basis::Agreed),
    ("excluded", Basis::Excluded),
    ("wettelijk", Basis::Statutory),
    ("afgesproken", Basis::Agreed),
    ("uitgesloten", Basis::Excluded),
];

struct Row<'r> {
    record: &'r Record,
    faults: Vec<Finding>,
}

impl<'r> Row<'r> {
    /// What stands in the column by either name, and by which. Where both are filled nobody knows which counts.
    fn one(&mut self, names: [&'static str; 2]) -> (&'static str, &'r str) {
        let [first, second] = names.map(|name| self.record.cells.get(SCHEMA.position(name)).map_or("", |cell| cell.trim()));
        if !first.is_empty() && !second.is_empty() {
            self.fault(names[1], Reason::ColumnTwice { name: names.join(" / ") });
        }
        if first.is_empty() && !second.is_empty() { (names[1], second) } else { (names[0], first) }
    }

    fn required(&mut self, names: [&'static str; 2]) -> Option<(&'static str, &'r str)> {
        let (column, value) = self.one(names);
        if value.is_empty() {
            self.fault(column, Reason::Required);
            return None;
        }
        Some((column, value))
    }

    fn day(&mut self, names: [&'static str; 2]) -> Option<Date> {
        let (column, value) = self.required(names)?;
        let day = zone::read_date(value);
        if day.is_none() {
            self.fault(column, Reason::NotADate { value: value.into() });
        }
        day
    }

    fn fault(&mut self, column: &str, reason: Reason) {
        self.faults.push(Finding::new(self.record.line, Some(column), reason));
    }
}

#[cfg(test)]
mod tests {
    use super::super::terms;

    #[test]
    fn both_languages_and_what_spreadsheets_write_are_read() {
        let english = "note,end,trigger,length,basis,suspensions\nx,2026-11-27,2026-10-10,6w,statutory,2026-10-20..2026-10-26;\n";
        let dutch =
            "aanvang;termijn;grondslag;einde;opschortingen\r\n10-10-2026;6w;Wettelijk;27-11-2026;20-10-2026 t/m 25-10-2026\r\n";
        let (english, dutch) = (terms(english.as_bytes()), terms(&[b"\xef\xbb\xbf", dutch.as_bytes()].concat()));
        assert_eq!((&english.faults, english.rows.len()), (&vec![], 1));
        assert_eq!(english.rows, dutch.rows);
        let none = terms(b"trigger,length,basis,end\n2026-10-10,6w,agreed,2026-11-21\n");
        assert!(none.rows[0].value.suspensions.is_empty());
    }

    #[test]
    fn every_fault_of_a_row_is_named_with_its_column() {
        let found = terms(b"trigger,length,basis,suspensions,end\n2026-02-30,6x,boh,2026-01-02..2026-01-01;x,\n");
        let faults: Vec<(&str, &str)> =
            found.faults.iter().map(|fault| (fault.column.as_deref().unwrap_or_default(), fault.reason.code())).collect();
        assert_eq!(
            faults,
            [
                ("trigger", "not-a-date"),
                ("length", "not-a-length"),
                ("basis", "unknown-word"),
                ("suspensions", "not-a-suspension"),
                ("suspensions", "not-a-suspension"),
                ("end", "required"),
            ]
        );
        let twice = terms(b"trigger,length,basis,end,einde\n2026-10-10,6w,statutory,2026-11-23,2026-11-24\n");
        assert_eq!((twice.rows.len(), twice.faults[0].reason.code()), (0, "column-twice"));
        assert_eq!(terms(b"trigger,length\n2026-10-10,6w\n").faults[0].reason.code(), "missing-column");
    }
}
