//! The lines of a calendar: unfolded before they are decoded (a fold may cut a letter in two), each with its physical line.

use crate::intake::decoding::decode;

/// `NAME;PARAMETER=…:VALUE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Property {
    /// In capitals.
    pub name: String,
    /// Parameters in order, names in capitals, values without quotes.
    pub parameters: Vec<(String, String)>,
    /// As it stands there, without blanks around it.
    pub value: String,
}

impl Property {
    /// Splits a line; nothing: it is none.
    pub(super) fn of(line: &str) -> Option<Self> {
        let colon = outside_quotes(line, ':').next()?;
        let (head, value) = (&line[..colon], line[colon + 1..].trim());
        let mut starts = vec![0];
        starts.extend(outside_quotes(head, ';').map(|at| at + 1));
        let ends = starts.iter().skip(1).map(|next| next - 1).chain([head.len()]);
        let mut parts = starts.iter().zip(ends).map(|(start, end)| &head[*start..end]);
        let name = parts.next()?.trim().to_ascii_uppercase();
        let parameter = |part: &str| {
            let (name, value) = part.split_once('=')?;
            Some((name.trim().to_ascii_uppercase(), value.trim().trim_matches('"').to_owned()))
        };
        let parameters = parts.filter_map(parameter).collect();
        (!name.is_empty()).then(|| Self { name, parameters, value: value.to_owned() })
    }

    /// Is it this one with this value?
    pub(super) fn is(&self, name: &str, value: &str) -> bool {
        self.name == name && self.value.eq_ignore_ascii_case(value)
    }

    /// The value of a parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// This end of an event, by the clock by which it begins where it names none of its own: an event is of one zone.
    pub(super) fn in_zone_of(&self, start: &Self) -> Self {
        let mut end = self.clone();
        let names_one = end.parameter("TZID").is_some() || end.value.ends_with(['Z', 'z']);
        match start.parameter("TZID") {
            _ if names_one => {}
            Some(zone) => end.parameters.push(("TZID".into(), zone.into())),
            None if start.value.ends_with(['Z', 'z']) => end.value.push('Z'),
            None => {}
        }
        end
    }

    /// The value as text: `\n`, `\,`, `\;` and `\\` are what they stand for.
    pub(super) fn text(&self) -> String {
        let mut text = String::with_capacity(self.value.len());
        let mut letters = self.value.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(other) => text.push(other),
                    None => text.push('\\'),
                },
                other => text.push(other),
            }
        }
        text
    }
}

/// The places of a sign outside quotes.
fn outside_quotes(text: &str, sign: char) -> impl Iterator<Item = usize> {
    let mut quoted = false;
    text.char_indices()
        .filter(move |(_, letter)| {
            quoted ^= *letter == '"';
            !quoted && *letter == sign
        })
        .map(|(at, _)| at)
}

/// Every line that is not empty: the physical one where it begins, from 1, and what stands there.
pub(super) fn properties(bytes: &[u8]) -> impl Iterator<Item = (u64, Option<Property>)> {
    // In UTF-16 a line break is two bytes; no letter is cut there.
    let wide =
        bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || matches!(bytes, [0, b'B', ..] | [b'B', 0, ..]);
    let narrow = if wide { decode(bytes).text.into_bytes() } else { bytes.to_vec() };
    let (mut whole, mut numbers) = (Vec::with_capacity(narrow.len()), vec![]);
    for (line, number) in narrow.split(|byte| *byte == b'\n').zip(1_u64..) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match line {
            [b' ' | b'\t', rest @ ..] if !numbers.is_empty() => whole.extend_from_slice(rest),
            _ => {
                if !numbers.is_empty() {
                    whole.push(b'\n');
                }
                whole.extend_from_slice(line);
                numbers.push(number);
            }
        }
    }
    let lines: Vec<Option<Property>> = decode(&whole)
        .text
        .split('\n')
        .map(|line| (!line.trim().is_empty()).then(|| Property::of(line)))
        .map(Option::flatten)
        .collect();
    numbers.into_iter().zip(lines)
}
