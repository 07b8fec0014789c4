//! JSON for programs: control, C1, bidi and invisible characters stand as `\uXXXX`, so that it is safe on a terminal too.

use std::fmt::Write;

use serde::Serialize;

use crate::domain::text::is_unsafe;

/// A list, as every list is written.
#[derive(Serialize)]
pub(super) struct Items<T> {
    pub items: T,
}

/// The value as indented JSON.
pub(super) fn safe(value: &impl Serialize) -> String {
    // Values of the API serialise; should one not, `null` says so.
    escaped(&serde_json::to_string_pretty(value).unwrap_or_else(|_| "null".into()))
}

/// The value as JSON on one line.
pub(super) fn safe_line(value: &impl Serialize) -> String {
    escaped(&serde_json::to_string(value).unwrap_or_else(|_| "null".into()))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        // Inside a string a line break is `\n` already: what is left of them is the layout.
        if c != '\n' && is_unsafe(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_unsafe_and_nothing_lost() {
        let text = "a\u{1b}]52;c;\u{7}\u{9b}2J\u{202e}\u{200b}\u{e0041}\r\n\0\u{7f}é€";
        let safe = safe(&Items { items: [text] });
        assert!(safe.chars().all(|c| c == '\n' || !is_unsafe(c)), "{safe}");
        let read: serde_json::Value = serde_json::from_str(&safe).unwrap_or_default();
        assert_eq!(read["items"][0].as_str(), Some(text));
    }
}
