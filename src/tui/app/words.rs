//! Steps through text: a character as people see it, a word. Places are bytes, always between two graphemes.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// The end of the grapheme that starts here.
pub fn next(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// The start of the grapheme that ends here.
pub fn previous(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// The nearest place at or before this one that is between two graphemes.
pub fn floor(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    let at = text.floor_char_boundary(at);
    let boundary = GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true);
    if boundary { at } else { previous(text, at) }
}

/// The start of the word before: over blanks, then over what is alike.
pub fn word_before(text: &str, at: usize) -> usize {
    let mut graphemes = text[..at].grapheme_indices(true).rev().peekable();
    let mut start = at;
    while let Some((place, _)) = graphemes.next_if(|(_, grapheme)| sort(grapheme) == Sort::Blank) {
        start = place;
    }
    let Some(wanted) = graphemes.peek().map(|(_, grapheme)| sort(grapheme)) else { return start };
    while let Some((place, _)) = graphemes.next_if(|(_, grapheme)| sort(grapheme) == wanted) {
        start = place;
    }
    start
}

/// The end of the word after: over blanks, then over what is alike.
pub fn word_after(text: &str, at: usize) -> usize {
    let mut graphemes = text[at..].grapheme_indices(true).peekable();
    while graphemes.next_if(|(_, grapheme)| sort(grapheme) == Sort::Blank).is_some() {}
    let Some(wanted) = graphemes.peek().map(|(_, grapheme)| sort(grapheme)) else { return text.len() };
    while graphemes.next_if(|(_, grapheme)| sort(grapheme) == wanted).is_some() {}
    graphemes.peek().map_or(text.len(), |(place, _)| at + place)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Blank,
    Word,
    Sign,
}

fn sort(grapheme: &str) -> Sort {
    match grapheme.chars().next() {
        Some(c) if c.is_whitespace() => Sort::Blank,
        Some(c) if c.is_alphanumeric() || c == '_' => Sort::Word,
        _ => Sort::Sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_what_people_see_as_one_character() {
        // e with a combining accent, a hand with a skin tone, a flag of two letters, a wide character.
        let text = "e\u{301}👍🏽🇳🇱語x";
        let mut steps = vec![0];
        while let Some(at) = steps.last().copied().filter(|at| *at < text.len()) {
            steps.push(next(text, at));
        }
        assert_eq!(steps, [0, 3, 11, 19, 22, 23]);
        let mut back = vec![text.len()];
        while let Some(at) = back.last().copied().filter(|at| *at > 0) {
            back.push(previous(text, at));
        }
        back.reverse();
        assert_eq!(back, steps);
        assert_eq!((floor(text, 1), floor(text, 7), floor(text, 15), floor(text, 99)), (0, 3, 11, 23));
    }

    #[test]
    fn words_and_signs_are_steps_of_their_own() {
        let text = "bel 088-900 12.";
        let mut at = text.len();
        let mut seen = vec![];
        while at > 0 {
            at = word_before(text, at);
            seen.push(at);
        }
        assert_eq!(seen, [14, 12, 8, 7, 4, 0]);
        assert_eq!((word_after(text, 0), word_after(text, 3), word_after(text, 15)), (3, 7, 15));
    }
}
