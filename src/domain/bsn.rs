//! Finding citizen service numbers (BSN) in free text.
//!
//! Nine digits together or written 3-3-3 or 4-2-3, that pass the eleven test (weights 9 8 7 6 5 4 3 2 -1, the sum
//! divisible by 11, not all zero), and eight digits after the word bsn. Phone, reference and IBAN fields are exempt: do
//! not pass those here.

use std::ops::Range;

/// Byte ranges of what looks like a BSN, in order, not overlapping.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() || (at > 0 && joins(bytes[at - 1])) {
            at += 1;
            continue;
        }
        match number_at(text, at) {
            Some(end) => {
                found.push(at..end);
                at = end;
            }
            None => at += bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count(),
        }
    }
    found
}

/// The text with every BSN masked but its last four digits (`*****0019`), and how many there were.
pub fn mask(text: &str) -> (String, usize) {
    let found = find(text);
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for range in &found {
        out.push_str(&text[from..range.start]);
        let digits: String = text[range.clone()].chars().filter(char::is_ascii_digit).collect();
        out.push_str("*****");
        out.push_str(&digits[digits.len() - 4..]);
        from = range.end;
    }
    out.push_str(&text[from..]);
    (out, found.len())
}

fn joins(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// If a BSN starts here: where it ends.
fn number_at(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let run = |from: usize| bytes[from.min(bytes.len())..].iter().take_while(|b| b.is_ascii_digit()).count();
    let ends = |at: usize| bytes.get(at).is_none_or(|b| !joins(*b));
    let digits = |range: Range<usize>| text[range].bytes().filter(u8::is_ascii_digit).map(|b| b - b'0').collect::<Vec<_>>();
    let first = run(at);
    match first {
        9 if ends(at + 9) => eleven_test(&digits(at..at + 9)).then_some(at + 9),
        8 if ends(at + 8) && after_the_word(text, at) => {
            let mut padded = vec![0];
            padded.extend(digits(at..at + 8));
            eleven_test(&padded).then_some(at + 8)
        }
        3 | 4 => {
            let groups = if first == 3 { [3, 3, 3] } else { [4, 2, 3] };
            let separator = *bytes.get(at + first)?;
            if !matches!(separator, b' ' | b'.' | b'-') {
                return None;
            }
            let second = at + first + 1;
            if run(second) != groups[1] || bytes.get(second + groups[1]) != Some(&separator) {
                return None;
            }
            let third = second + groups[1] + 1;
            let end = third + groups[2];
            (run(third) == groups[2] && ends(end) && eleven_test(&digits(at..end))).then_some(end)
        }
        _ => None,
    }
}

/// Does the word bsn (or the old name sofinummer) stand right before this place?
fn after_the_word(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let word: String = before.chars().rev().take_while(|c| c.is_alphanumeric()).collect::<Vec<_>>().into_iter().rev().collect();
    matches!(word.as_str(), "bsn" | "bsnnummer" | "burgerservicenummer" | "sofinummer")
        || (matches!(word.as_str(), "nummer" | "nr" | "is") && before.contains("bsn"))
}

fn eleven_test(digits: &[u8]) -> bool {
    const WEIGHTS: [i32; 9] = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = digits.iter().zip(WEIGHTS).map(|(d, w)| i32::from(*d) * w).sum();
    digits.len() == 9 && digits.iter().any(|d| *d != 0) && sum % 11 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_test_numbers_are_found_in_each_form() {
        for text in ["999990019", "bel 999990019.", "999 990 019", "9999-90-019", "9999.90.019", "bsn: 999993653", "(999993653)"]
        {
            assert_eq!(find(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "999990018",
            "1999990019",
            "9999900190",
            "000000000",
            "NL91ABNA0417164300",
            "078 555 10 20",
            "AKW-2026-11834",
            "x999990019",
        ] {
            assert!(find(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn eight_digits_only_after_the_word() {
        // 010000008 passes the test: 1*8 + 8*-1 = 0.
        assert_eq!(find("BSN 10000008").len(), 1);
        assert_eq!(find("bsn-nummer: 10000008").len(), 1);
        assert_eq!(find("kenmerk 10000008").len(), 0);
    }

    #[test]
    fn masking_keeps_the_last_four() {
        assert_eq!(mask("é 999990019 en 999993653"), ("é *****0019 en *****3653".into(), 2));
    }
}
