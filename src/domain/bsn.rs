//! Finding citizen service numbers (BSN) in free text.
//!
//! Nine digits together or written 3-3-3, 4-2-3, 4 5, 5 4, 3 6 or 6 3, that pass the eleven test (weights 9 8 7 6 5 4 3 2 -1, the
//! sum divisible by 11, not all zero), and eight digits after the word bsn. The word may stand right before the digits. Digits of
//! other scripts and widths count, and what is invisible between them does not. Phone, mail and IBAN fields are exempt: do not pass
//! those here. What is spelt in words, or split in another way, is not seen.

use std::{borrow::Cow, ops::Range};

use unicode_normalization::UnicodeNormalization;

use super::text::is_unsafe;

/// Byte ranges of what looks like a BSN, in order, not overlapping.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let plain = Plain::of(text);
    find_in(&plain.text).into_iter().map(|range| plain.place(&range, text)).collect()
}

/// The text with every BSN masked but its last four digits (`*****0019`), and how many there were.
pub fn mask(text: &str) -> (String, usize) {
    let plain = Plain::of(text);
    let found = find_in(&plain.text);
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for range in &found {
        let place = plain.place(range, text);
        out.push_str(&text[from..place.start]);
        let digits: String = plain.text[range.clone()].chars().filter(char::is_ascii_digit).collect();
        out.push_str("*****");
        out.push_str(&digits[digits.len() - 4..]);
        from = place.end;
    }
    out.push_str(&text[from..]);
    (out, found.len())
}

/// A text as it is searched: digits of any kind as 0 to 9, blanks and dashes as one kind, nothing invisible.
struct Plain<'a> {
    text: Cow<'a, str>,
    /// Where each byte comes from; empty: the text is searched as it is.
    from: Vec<usize>,
}

impl<'a> Plain<'a> {
    fn of(text: &'a str) -> Self {
        if text.is_ascii() {
            return Self { text: text.into(), from: vec![] };
        }
        let (mut plain, mut from) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
        for (at, c) in text.char_indices() {
            if let Some(c) = plainly(c) {
                plain.push(c);
                from.resize(plain.len(), at);
            }
        }
        Self { text: plain.into(), from }
    }

    /// A range of the text that was given.
    fn place(&self, range: &Range<usize>, text: &str) -> Range<usize> {
        let (Some(start), Some(last)) = (self.from.get(range.start), self.from.get(range.end - 1)) else { return range.clone() };
        *start..last + text[*last..].chars().next().map_or(1, char::len_utf8)
    }
}

/// A character as it is searched; nothing: it is not seen.
fn plainly(c: char) -> Option<char> {
    match c {
        _ if c.is_ascii() => Some(c),
        '\u{2028}' | '\u{2029}' => Some('\n'),
        '\u{660}'..='\u{669}' => char::from_digit(c as u32 - 0x660, 10),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(c as u32 - 0x6f0, 10),
        '\u{966}'..='\u{96f}' => char::from_digit(c as u32 - 0x966, 10),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => Some('-'),
        _ if c.is_whitespace() => Some(' '),
        _ if is_unsafe(c) => None,
        // Wide, raised and circled digits.
        _ => Some([c].into_iter().nfkc().next().filter(char::is_ascii_digit).unwrap_or(c)),
    }
}

fn find_in(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let is_joined = || at > 0 && joins(bytes[at - 1]) && !follows_the_word(&text[..at]);
        if !bytes[at].is_ascii_digit() || is_joined() {
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

/// Is what stands right before the digits a word for them, and nothing longer (`BSN111222333`, `nr111222333`)?
fn follows_the_word(before: &str) -> bool {
    const WORDS: &[&str] =
        &["bsn", "bsnnr", "bsnnummer", "burgerservicenummer", "sofi", "sofinr", "sofinummer", "nr", "no", "nummer"];
    let start = before.rfind(|c: char| !c.is_alphanumeric() && c != '_');
    let word = start.map_or(before, |start| &before[start..]).trim_start_matches(|c: char| !c.is_alphanumeric() && c != '_');
    word.len() <= "burgerservicenummer".len() && WORDS.contains(&word.to_ascii_lowercase().as_str())
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
        9 if ends(at + 9) => return eleven_test(&digits(at..at + 9)).then_some(at + 9),
        8 if ends(at + 8) && after_the_word(text, at) => {
            let mut padded = vec![0];
            padded.extend(digits(at..at + 8));
            return eleven_test(&padded).then_some(at + 8);
        }
        _ => {}
    }
    let separator = *bytes.get(at + first)?;
    let second = at + first + 1;
    if matches!(first, 3 | 4) && matches!(separator, b' ' | b'.' | b'-') {
        let groups = if first == 3 { [3, 3, 3] } else { [4, 2, 3] };
        if run(second) == groups[1] && bytes.get(second + groups[1]) == Some(&separator) {
            let third = second + groups[1] + 1;
            let end = third + groups[2];
            return (run(third) == groups[2] && ends(end) && eleven_test(&digits(at..end))).then_some(end);
        }
    }
    // Two groups, with a blank alone: with a dash it is a reference, and a year before a number is none of it.
    let is_year = first == 4 && matches!(&bytes[at..at + 2], b"19" | b"20");
    if separator != b' ' || !matches!(first, 3..=6) || is_year {
        return None;
    }
    let end = second + 9 - first;
    (run(second) == 9 - first && ends(end) && eleven_test(&digits(at..end))).then_some(end)
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
    fn no_spelling_hides_one() {
        for (text, is) in [
            ("https://x.nl/dossier/111222333", "111222333"),
            ("https://x.nl/?id=111222333&x", "111222333"),
            ("BSN111222333", "111222333"),
            ("zie nr111222333.", "111222333"),
            ("burgerservicenummer111222333", "111222333"),
            ("1112 22333", "1112 22333"),
            ("11122 2333", "11122 2333"),
            ("111 222333", "111 222333"),
            ("111222 333", "111222 333"),
            ("é １１１２２２３３３", "１１１２２２３３３"),
            ("111\u{200b}222\u{2060}333", "111\u{200b}222\u{2060}333"),
            ("111\u{a0}222\u{202f}333", "111\u{a0}222\u{202f}333"),
            ("111–222–333", "111–222–333"),
            ("١١١٢٢٢٣٣٣ één", "١١١٢٢٢٣٣٣"),
            ("¹¹¹²²²³³³", "¹¹¹²²²³³³"),
        ] {
            let found: Vec<&str> = find(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, [is], "{text}");
            assert_eq!(mask(text), (text.replace(is, "*****2333"), 1), "{text}");
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
            "dossiernr-x111222333",
            "2026 11838",
            "AKW 2026-11834",
            "1112-22333",
            "AKW 2026-11838",
            "kanonr111222333",
            "26-11-2026 8",
            "é 111222334",
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
