//! JSON to records: an array of objects, an object with `items`, one object, or objects one after another (NDJSON).
//!
//! The keys are the columns of the CSV file. The elements are cut apart before they are parsed, so that a broken one costs
//! only itself and every one knows its line.

use std::{collections::HashSet, fmt};

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

use super::{
    decoding::Decoded,
    finding::{Finding, Reason},
    record::{MOST_REMARKS, Record, Records, Schema},
};

/// Reads every object.
pub(super) fn records(decoded: &Decoded, schema: &'static Schema) -> Records {
    let mut found = Records::default();
    let mut unknown = HashSet::new();
    let (elements, broken) = elements(&decoded.text);
    let mut lines = Lines { text: &decoded.text, at: 0, line: 1 };
    for (at, text) in elements {
        let line = lines.at(at);
        if decoded.damaged && text.contains('\u{fffd}') {
            found.faults.push(Finding::new(line, None, Reason::Unreadable));
            continue;
        }
        match record(line, text, schema, &mut unknown, &mut found.remarks) {
            Ok(record) => found.records.push(record),
            Err(fault) => found.faults.push(fault),
        }
    }
    if let Some(at) = broken {
        found.faults.push(Finding::new(lines.at(at), None, Reason::BrokenJson));
    } else if found.records.is_empty() && found.faults.is_empty() {
        found.faults.push(Finding::of_file(Reason::Empty));
    }
    found
}

fn record(
    line: u64,
    text: &str,
    schema: &'static Schema,
    unknown: &mut HashSet<String>,
    remarks: &mut Vec<Finding>,
) -> Result<Record, Finding> {
    if !text.starts_with('{') {
        return Err(Finding::new(line, None, Reason::NotAnObject));
    }
    let pairs: Pairs = serde_json::from_str(text).map_err(|error| {
        let line = line + (error.line() as u64).saturating_sub(1);
        Finding::new(line, None, Reason::BrokenJson)
    })?;
    let mut cells: Vec<Option<String>> = vec![None; schema.columns.len()];
    for (name, value) in pairs.0 {
        let Some(at) = schema.find(&name) else {
            if remarks.len() < MOST_REMARKS && unknown.insert(name.clone()) {
                remarks.push(schema.unknown(line, &name));
            }
            continue;
        };
        let column = schema.columns[at];
        if cells[at].is_some() {
            return Err(Finding::new(line, Some(column), Reason::ColumnTwice { name: column.to_owned() }));
        }
        cells[at] = Some(cell(value).ok_or_else(|| Finding::new(line, Some(column), Reason::NotText))?);
    }
    let names = schema.missing(|at| cells[at].is_some());
    if !names.is_empty() {
        return Err(Finding::new(line, None, Reason::MissingColumn { names }));
    }
    Ok(Record { line, cells: cells.into_iter().map(Option::unwrap_or_default).collect() })
}

/// As it would stand in a CSV file; a list is joined by semicolons.
fn cell(value: Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(items) => items
            .into_iter()
            .map(|item| match item {
                Value::String(text) => Some(text),
                Value::Number(number) => Some(number.to_string()),
                _ => None,
            })
            .collect::<Option<Vec<_>>>()
            .map(|items| items.join("; ")),
        Value::Bool(_) | Value::Object(_) => None,
    }
}

/// An object with its keys in order, double ones included.
struct Pairs(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Pairs;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Pairs, M::Error> {
                let mut pairs = vec![];
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

/// Where each element starts, its text, and where reading had to stop, if it had.
type Elements<'t> = (Vec<(usize, &'t str)>, Option<usize>);

fn elements(text: &str) -> Elements<'_> {
    let start = skip_blanks(text, 0);
    match text.as_bytes().get(start) {
        Some(b'[') => in_array(text, start),
        Some(b'{') => match items_of(text, start) {
            Some(array) => in_array(text, array),
            None => one_after_another(text, start),
        },
        _ => (vec![], (start < text.len()).then_some(start)),
    }
}

fn in_array(text: &str, start: usize) -> Elements<'_> {
    let mut found = vec![];
    let mut at = skip_blanks(text, start + 1);
    loop {
        if text.as_bytes().get(at) == Some(&b']') {
            return (found, None);
        }
        let Some(end) = end_of_value(text, at) else { return (found, Some(at)) };
        found.push((at, text[at..end].trim_end()));
        at = skip_blanks(text, end);
        match text.as_bytes().get(at) {
            Some(b',') => at = skip_blanks(text, at + 1),
            Some(b']') => {}
            _ => return (found, Some(at)),
        }
    }
}

fn one_after_another(text: &str, start: usize) -> Elements<'_> {
    let mut found = vec![];
    let mut at = start;
    while at < text.len() {
        let Some(end) = end_of_value(text, at) else { return (found, Some(at)) };
        found.push((at, text[at..end].trim_end()));
        at = skip_blanks(text, end);
    }
    (found, None)
}

/// Where the array starts that is called `items` in this object.
fn items_of(text: &str, start: usize) -> Option<usize> {
    let mut at = skip_blanks(text, start + 1);
    while text.as_bytes().get(at) == Some(&b'"') {
        let end = end_of_value(text, at)?;
        let colon = skip_blanks(text, end);
        if text.as_bytes().get(colon) != Some(&b':') {
            return None;
        }
        let value = skip_blanks(text, colon + 1);
        if &text[at..end] == "\"items\"" && text.as_bytes().get(value) == Some(&b'[') {
            return Some(value);
        }
        at = skip_blanks(text, end_of_value(text, value)?);
        if text.as_bytes().get(at) != Some(&b',') {
            return None;
        }
        at = skip_blanks(text, at + 1);
    }
    None
}

fn skip_blanks(text: &str, at: usize) -> usize {
    at + text.as_bytes()[at.min(text.len())..].iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).count()
}

/// Where the value ends that starts here: its closing bracket or quote, or the next comma, bracket or line break.
fn end_of_value(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => {
                at += 1;
                loop {
                    match bytes.get(at)? {
                        b'\\' => at += 2,
                        b'"' => break,
                        _ => at += 1,
                    }
                }
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth == 0 => return (at > start).then_some(at),
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            b',' | b'\n' if depth == 0 => return (at > start).then_some(at),
            _ => {}
        }
        at += 1;
    }
    (depth == 0 && at > start).then_some(at)
}

/// Counts lines on the way through the text, so that the whole is read once.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The physical line of a place at or after the last one asked for, from 1.
    fn at(&mut self, place: usize) -> u64 {
        let passed = &self.text.as_bytes()[self.at..place.clamp(self.at, self.text.len())];
        self.line += memchr::memchr_iter(b'\n', passed).count() as u64;
        self.at += passed.len();
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> (Vec<&str>, Option<usize>) {
        let (found, broken) = elements(text);
        (found.into_iter().map(|(_, element)| element).collect(), broken)
    }

    #[test]
    fn cuts_every_form_apart() {
        assert_eq!(cut(r#" [ {"a":"]}\""} , {"b":[1,{"c":2}]} ] "#), (vec![r#"{"a":"]}\""}"#, r#"{"b":[1,{"c":2}]}"#], None));
        assert_eq!(cut("{\"next\":null,\"items\":[{\"a\":1}]}"), (vec!["{\"a\":1}"], None));
        assert_eq!(cut("{\"a\":1}\n{\"b\":2}\n"), (vec!["{\"a\":1}", "{\"b\":2}"], None));
        assert_eq!(cut("[]"), (vec![], None));
    }

    #[test]
    fn says_where_it_had_to_stop() {
        assert_eq!(cut("[{\"a\":1},{\"b\""), (vec!["{\"a\":1}"], Some(9)));
        assert_eq!(cut("niets").1, Some(0));
        assert_eq!(cut("[,]"), (vec![], Some(1)));
    }
}
