//! Delimited text (CSV) to records, with the physical line of each row.
//!
//! Reads what spreadsheets write: `;` `,` or tab, quotes doubled inside quotes, line breaks inside quotes, any line ending.
//! Own scanner, because a quote that is never closed must cost one row and not the rest of the file, and because lines
//! must be counted as an editor counts them.

use crate::api::BODY_LIMIT;

use super::{
    decoding::Decoded,
    finding::{Finding, Reason},
    record::{Header, Records, Schema},
};

/// After this many broken rows the rest of a file is not read: bounds the work on a hostile file.
const MOST_BROKEN: usize = 1000;

const DELIMITERS: [u8; 3] = [b';', b',', b'\t'];

/// Reads the header and every row.
pub(super) fn records(decoded: &Decoded, schema: &'static Schema) -> Records {
    let mut found = Records::default();
    let (delimiter, from, line) = delimiter_of(&decoded.text, schema);
    let mut scanner = Scanner { text: &decoded.text, at: from, line, delimiter, broken: 0 };
    let header = loop {
        match scanner.next() {
            None => {
                found.faults.push(Finding::of_file(Reason::Empty));
                return found;
            }
            Some(Err(fault)) => {
                found.faults.push(fault);
                return found;
            }
            Some(Ok(row)) if row.is_blank() => {}
            Some(Ok(row)) => match Header::new(row.line, &row.cells, schema, &mut found) {
                Some(header) => break header,
                None => return found,
            },
        }
    };
    for row in scanner {
        match row {
            Err(fault) => found.faults.push(fault),
            Ok(row) if row.is_blank() => {}
            Ok(row) if decoded.damaged && row.cells.iter().any(|cell| cell.contains('\u{fffd}')) => {
                let at = row.cells.iter().position(|cell| cell.contains('\u{fffd}'));
                let column = at.and_then(|at| header.name(at));
                found.faults.push(Finding::new(row.line, column, Reason::Unreadable));
            }
            Ok(row) if !header.fits(&row.cells) => {
                found.broken.push(header.in_order(row.line, row.cells.clone()));
                found.faults.extend(header.record(row.line, row.cells).err());
            }
            Ok(row) => match header.record(row.line, row.cells) {
                Ok(record) => found.records.push(record),
                Err(fault) => found.faults.push(fault),
            },
        }
    }
    found
}

/// The delimiter that makes the first line name most columns, and where the header starts (after a `sep=;` line).
fn delimiter_of(text: &str, schema: &'static Schema) -> (u8, usize, u64) {
    let (mut from, mut line) = (0, 1);
    let first = &text[..text.find(['\r', '\n']).unwrap_or(text.len())];
    if let Some(&[delimiter]) = first.strip_prefix("sep=").map(str::as_bytes)
        && DELIMITERS.contains(&delimiter)
    {
        from = first.len() + end_of_line(text.as_bytes(), first.len());
        line = 2;
    }
    let known = |delimiter: &u8| {
        let mut scanner = Scanner { text, at: from, line, delimiter: *delimiter, broken: 0 };
        let header = scanner.find_map(|row| row.ok().filter(|row| !row.is_blank()));
        header.map_or((0, 0), |row| (row.cells.iter().filter(|cell| schema.find(cell).is_some()).count(), row.cells.len()))
    };
    // The first of equals: max_by_key would take the last.
    let best = DELIMITERS.iter().rev().max_by_key(|delimiter| known(delimiter)).copied().unwrap_or(b';');
    (best, from, line)
}

/// One row as it stands in the file.
struct RawRow {
    line: u64,
    cells: Vec<String>,
}

impl RawRow {
    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Walks through the text. Faults are rows too: after one, reading goes on at the next physical line.
struct Scanner<'t> {
    text: &'t str,
    at: usize,
    line: u64,
    delimiter: u8,
    broken: usize,
}

impl Iterator for Scanner<'_> {
    type Item = Result<RawRow, Finding>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.text.len() {
            return None;
        }
        let (start, line) = (self.at, self.line);
        match self.row() {
            Ok(cells) => Some(Ok(RawRow { line, cells })),
            Err(reason) => {
                self.broken += 1;
                if self.broken >= MOST_BROKEN {
                    self.at = self.text.len();
                    return Some(Err(Finding::new(line, None, Reason::TooManyBroken)));
                }
                let bytes = self.text.as_bytes();
                let end = memchr::memchr2(b'\r', b'\n', &bytes[start..]).map_or(bytes.len(), |length| start + length);
                self.at = end + end_of_line(bytes, end);
                self.line = line + 1;
                Some(Err(Finding::new(line, None, reason)))
            }
        }
    }
}

impl Scanner<'_> {
    /// The cells up to the end of the row.
    fn row(&mut self) -> Result<Vec<String>, Reason> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut cells = vec![];
        loop {
            cells.push(if bytes.get(self.at) == Some(&b'"') { self.quoted(start)? } else { self.plain() });
            if self.at - start > BODY_LIMIT {
                return Err(Reason::RowTooLarge { most: BODY_LIMIT as u64 });
            }
            match bytes.get(self.at) {
                Some(byte) if *byte == self.delimiter => self.at += 1,
                _ => {
                    let length = end_of_line(bytes, self.at);
                    self.at += length;
                    self.line += u64::from(length > 0);
                    return Ok(cells);
                }
            }
        }
    }

    fn plain(&mut self) -> String {
        let rest = &self.text.as_bytes()[self.at..];
        let length = memchr::memchr3(self.delimiter, b'\r', b'\n', rest).unwrap_or(rest.len());
        let cell = self.text[self.at..self.at + length].to_owned();
        self.at += length;
        cell
    }

    fn quoted(&mut self, start: usize) -> Result<String, Reason> {
        let bytes = self.text.as_bytes();
        let mut cell = String::new();
        self.at += 1;
        loop {
            let window = &bytes[self.at..bytes.len().min(start.max(self.at) + BODY_LIMIT)];
            let Some(length) = memchr::memchr(b'"', window) else {
                let to_the_end = self.at + window.len() == bytes.len();
                return Err(if to_the_end { Reason::QuoteNotClosed } else { Reason::RowTooLarge { most: BODY_LIMIT as u64 } });
            };
            let piece = &self.text[self.at..self.at + length];
            self.line += line_breaks(piece);
            cell.push_str(piece);
            self.at += length + 1;
            if self.at - start > BODY_LIMIT {
                return Err(Reason::RowTooLarge { most: BODY_LIMIT as u64 });
            }
            if bytes.get(self.at) == Some(&b'"') {
                cell.push('"');
                self.at += 1;
                continue;
            }
            self.at += bytes[self.at..].iter().take_while(|byte| **byte == b' ').count();
            return match bytes.get(self.at) {
                None | Some(b'\r' | b'\n') => Ok(cell),
                Some(byte) if *byte == self.delimiter => Ok(cell),
                Some(_) => Err(Reason::TextAfterQuote),
            };
        }
    }
}

/// The length of the line ending here, if there is one.
fn end_of_line(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..) {
        Some([b'\r', b'\n', ..]) => 2,
        Some([b'\r' | b'\n', ..]) => 1,
        _ => 0,
    }
}

/// How many line breaks: `\r\n` is one.
fn line_breaks(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let lone = |at: usize| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n');
    memchr::memchr2_iter(b'\r', b'\n', bytes).filter(|at| lone(*at)).count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    type Row = Result<(u64, Vec<String>), (u64, &'static str)>;

    fn rows(text: &str, delimiter: u8) -> Vec<Row> {
        Scanner { text, at: 0, line: 1, delimiter, broken: 0 }
            .map(|row| row.map(|row| (row.line, row.cells)).map_err(|fault| (fault.line.unwrap_or(0), fault.reason.code())))
            .collect()
    }

    #[test]
    fn quotes_and_line_breaks_inside_them() {
        let text = "a;b\r\n\"x;\"\"y\"\"\r\nz\";2\r\n3;4";
        assert_eq!(
            rows(text, b';'),
            [
                Ok((1, vec!["a".into(), "b".into()])),
                Ok((2, vec!["x;\"y\"\r\nz".into(), "2".into()])),
                Ok((4, vec!["3".into(), "4".into()])),
            ]
        );
    }

    #[test]
    fn a_quote_that_is_never_closed_costs_one_row() {
        let text = "a,\"b\nc,d\n\"e\"x,f\rg,5\" pijp\n";
        assert_eq!(
            rows(text, b','),
            [
                Err((1, "text-after-quote")),
                Ok((2, vec!["c".into(), "d".into()])),
                Err((3, "text-after-quote")),
                Ok((4, vec!["g".into(), "5\" pijp".into()])),
            ]
        );
        assert_eq!(rows("a,\"b\nc,d", b','), [Err((1, "quote-not-closed")), Ok((2, vec!["c".into(), "d".into()]))]);
    }

    #[test]
    fn a_hostile_file_costs_bounded_work() {
        let text = "x\",\"x\n".repeat(2_000);
        assert_eq!(rows(&text, b',').last(), Some(&Err((MOST_BROKEN as u64, "too-many-broken-rows"))));
    }
}
