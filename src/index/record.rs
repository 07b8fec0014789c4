//! A row of few bytes: texts with their length in front, numbers in as many bytes as they need, days as a number.

use chrono::{Datelike, NaiveDate};

/// Writes fields one after the other.
#[derive(Default)]
pub(crate) struct Writer(pub(crate) Vec<u8>);

impl Writer {
    /// A text.
    pub(crate) fn text(&mut self, text: &str) {
        self.unsigned(text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
    }

    /// A number; small ones of either sign take one byte.
    pub(crate) fn number(&mut self, number: i64) {
        self.unsigned(((number << 1) ^ (number >> 63)) as u64);
    }

    fn unsigned(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }
}

/// Reads the fields in the order they were written; past the end everything is empty.
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl<'a> Reader<'a> {
    /// A text.
    pub(crate) fn text(&mut self) -> &'a str {
        let length = (self.unsigned() as usize).min(self.0.len());
        let (text, rest) = self.0.split_at(length);
        self.0 = rest;
        std::str::from_utf8(text).unwrap_or_default()
    }

    /// A number.
    pub(crate) fn number(&mut self) -> i64 {
        let number = self.unsigned();
        (number >> 1) as i64 ^ -((number & 1) as i64)
    }

    /// Is there nothing left?
    pub(crate) fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }

    fn unsigned(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0);
        while let Some((byte, rest)) = self.0.split_first() {
            self.0 = rest;
            number |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 || shift > 63 {
                break;
            }
        }
        number
    }
}

/// A date as days from the beginning of the common era; none is 0.
pub(crate) fn days(date: Option<NaiveDate>) -> i32 {
    date.map_or(0, |date| date.num_days_from_ce())
}

/// The inverse of [`days`].
pub(crate) fn date(days: i32) -> Option<NaiveDate> {
    (days != 0).then(|| NaiveDate::from_num_days_from_ce_opt(days)).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn reads_what_was_written(fields in prop::collection::vec((".{0,40}", any::<i64>()), 0..8)) {
            let mut writer = Writer::default();
            for (text, number) in &fields {
                writer.text(text);
                writer.number(*number);
            }
            let mut reader = Reader(&writer.0);
            for (text, number) in &fields {
                prop_assert_eq!((reader.text(), reader.number()), (text.as_str(), *number));
            }
            prop_assert!(reader.is_at_end());
        }

        #[test]
        fn never_panics(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let mut reader = Reader(&bytes);
            for _ in 0..bytes.len() {
                reader.text();
                reader.number();
            }
        }
    }
}
