//! Judges the bytes a program sent to a terminal: only the sequences an interface needs, and no data among them.

use super::is_forbidden;

/// Everything that is wrong with the bytes.
pub fn faults(bytes: &[u8]) -> Vec<String> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return vec![format!("not UTF-8 at {}", error.valid_up_to())],
    };
    let mut faults = vec![];
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let taken = if c == '\u{1b}' { sequence(rest, &mut faults) } else { c.len_utf8() };
        if c != '\u{1b}' && is_forbidden(c) && !matches!(c, '\r' | '\n' | '\u{8}') {
            faults.push(format!("U+{:04X} near {:?}", c as u32, near(text, rest)));
        }
        rest = &rest[taken..];
    }
    faults
}

/// Judges the escape sequence at the start; gives its length.
fn sequence(rest: &str, faults: &mut Vec<String>) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match chars.next().map(|(_, c)| c) {
        Some('[') => {
            let end = chars.find(|(_, c)| ('@'..='~').contains(c));
            let Some((at, last)) = end else {
                faults.push("a CSI without an end".into());
                return rest.len();
            };
            let parameters = &rest[2..at];
            let plain = parameters
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ';' | ':' | '?' | '>' | '<' | '=' | ' ' | '!' | '$'));
            if !plain || !"ABCDEFGHJKLMPSTXZdefhlmnpqrstuc".contains(last) {
                faults.push(format!("CSI {:?}", &rest[2..=at]));
            }
            at + last.len_utf8()
        }
        Some(']') => {
            let bell = rest.find('\u{7}').map(|at| (at, at + 1));
            let string = rest.find("\u{1b}\\").map(|at| (at, at + 2));
            let Some((at, end)) = [bell, string].into_iter().flatten().min() else {
                faults.push("an OSC without an end".into());
                return rest.len();
            };
            let body = &rest[2..at];
            // A title, a colour query. Nothing was copied, so nothing goes to the clipboard.
            let known = ["0;", "1;", "2;", "10;?", "11;?", "4;"].iter().any(|start| body.starts_with(start));
            if !known || body.chars().any(is_forbidden) {
                faults.push(format!("OSC {body:?}"));
            }
            end
        }
        Some('(' | ')') => 3,
        // '\\' ends whatever string the terminal still waits for: sent when it is given back.
        Some('7' | '8' | '=' | '>' | 'M' | '\\') => 2,
        other => {
            faults.push(format!("ESC {other:?}"));
            1
        }
    }
}

fn near<'a>(text: &'a str, rest: &'a str) -> &'a str {
    let at = text.len() - rest.len();
    let start = (0..=at.saturating_sub(20)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let end = (at..=(at + 20).min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(at);
    &text[start..end]
}

#[test]
fn the_judge_finds_each_kind() {
    assert_eq!(
        faults("\u{1b}[2J\u{1b}[1;3H\u{1b}[38;5;3mgoed é\r\n\u{1b}]2;loket\u{7}\u{1b}[?2026h".as_bytes()),
        Vec::<String>::new()
    );
    for bad in [
        "\u{1b}]52;c;QQ==\u{7}",
        "\u{1b}c",
        "\u{9b}2J",
        "a\u{202e}b",
        "a\u{7}",
        "\u{1b}P+q\u{1b}\\",
        "a\u{200b}",
        "\u{1b}]52;c;A",
    ] {
        assert!(!faults(bad.as_bytes()).is_empty(), "{bad:?}");
    }
}
