//! Texts broken into lines: between words, behind a hyphen or slash where a word is too long, and anywhere where there is no
//! such place.

use unicode_segmentation::UnicodeSegmentation;

use super::face::Face;

/// The lines of a text at this size and width. Every line but the last ends with a blank, so that words stay apart when the
/// text is read out or copied.
pub(super) fn lines(face: &Face, text: &str, size: f32, width: f32) -> Vec<String> {
    let mut lines = vec![];
    for source in face.spelled(text).split('\n') {
        let mut line = String::new();
        for word in source.split(' ').filter(|word| !word.is_empty()) {
            let with = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if face.width(&with, size) <= width {
                line = with;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            let mut parts = pieces(face, word, size, width);
            line = parts.pop().unwrap_or_default();
            // Parts of one word get no blank between them: marked by a sign that stands in no text.
            lines.extend(parts.into_iter().map(|part| format!("{part}{JOINED}")));
        }
        lines.push(line);
    }
    let last = lines.len() - 1;
    for line in &mut lines[..last] {
        match line.strip_suffix(JOINED) {
            Some(part) => *line = part.to_owned(),
            None => line.push(' '),
        }
    }
    lines
}

/// A control character: `spelled` leaves none.
const JOINED: char = '\u{1}';

/// A word in pieces that fit.
fn pieces(face: &Face, word: &str, size: f32, width: f32) -> Vec<String> {
    if face.width(word, size) <= width {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![];
    let mut rest = word;
    while !rest.is_empty() {
        // Sign by sign: what is shaped together is never wider in these fonts by more than a hair.
        let (mut fits, mut good, mut used) = (0, 0, 0.0);
        for (at, sign) in rest.grapheme_indices(true) {
            let end = at + sign.len();
            used += face.width(sign, size);
            if fits > 0 && used > width {
                break;
            }
            fits = end;
            if matches!(sign, "-" | "/" | "@" | "." | "_" | "&" | "=" | "?") && end > 2 {
                good = end;
            }
        }
        let end = if fits == rest.len() || good == 0 { fits } else { good };
        pieces.push(rest[..end].to_owned());
        rest = &rest[end..];
    }
    pieces
}

/// The widest line of a text, and its widest word.
pub(super) fn wish(face: &Face, text: &str, size: f32) -> (f32, f32) {
    let spelled = face.spelled(text);
    let line = spelled.split('\n').map(|line| face.width(line.trim(), size)).fold(0.0, f32::max);
    let word = spelled.split_whitespace().map(|word| face.width(word, size)).fold(0.0, f32::max);
    (line, word)
}
