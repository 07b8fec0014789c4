//! Which letters of a shown text made it match, so that they can be marked. For visible rows only.

use memchr::memmem;

use super::{
    forgiving::letters_in,
    typo::{one_slip_apart, sounds_like},
};
use crate::domain::fold::{fold, fold_into};

/// The byte offsets in `text` of the characters that a word of `query` matches, ascending. A word that occurs nowhere in
/// this text marks nothing: it matched another field. Of a hit that was forgiven, the letters that are right are marked.
pub fn positions(text: &str, query: &str, forgiven: bool) -> Vec<usize> {
    let (mut folded, mut origin) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
    for (offset, c) in text.char_indices() {
        fold_into(c.encode_utf8(&mut [0; 4]), &mut folded);
        origin.resize(folded.len(), offset);
    }
    let mut marked = vec![];
    for word in fold(query).split_whitespace() {
        let before = marked.len();
        for at in memmem::find_iter(folded.as_bytes(), word) {
            marked.extend_from_slice(&origin[at..at + word.len()]);
        }
        if forgiven && marked.len() == before {
            marked.extend(right_letters(folded.as_bytes(), word.as_bytes()).into_iter().map(|at| origin[at]));
        }
    }
    marked.sort_unstable();
    marked.dedup();
    marked
}

/// Where the letters stand that are right of a word that is not there: its letters in this order, or all but one slip.
fn right_letters(text: &[u8], word: &[u8]) -> Vec<usize> {
    let mut first = None;
    letters_in(text, word, |start| {
        first = Some(start);
        false
    });
    if let Some(start) = first {
        let mut at = start;
        return word
            .iter()
            .filter_map(|letter| {
                let found = at + memchr::memchr(*letter, &text[at..])?;
                at = found + 1;
                Some(found)
            })
            .collect();
    }
    let mut start = 0;
    for part in text.split_inclusive(|byte| matches!(byte, b' ' | b'\n' | b'.' | b'-')) {
        let whole = part.strip_suffix(b" ").or(part.strip_suffix(b"\n")).or(part.strip_suffix(b".")).or(part.strip_suffix(b"-"));
        let whole = whole.unwrap_or(part);
        if word.len() > 3 && whole.len() > 2 && (one_slip_apart(whole, word) || sounds_like(whole, word)) {
            let same = whole.iter().zip(word).take_while(|(one, other)| one == other).count();
            let rest = whole[same..].iter().rev().zip(word[same..].iter().rev()).take_while(|(one, other)| one == other).count();
            return (start..start + same).chain(start + whole.len() - rest..start + whole.len()).collect();
        }
        start += part.len();
    }
    vec![]
}

#[cfg(test)]
mod tests {
    use super::positions;

    fn marked(text: &str, query: &str) -> String {
        positions(text, query, false).into_iter().filter_map(|at| text[at..].chars().next()).collect()
    }

    #[test]
    fn of_what_was_forgiven_the_letters_that_are_right_are_marked() {
        for (text, query, marked) in [
            ("D. Bouazzaoui", "bouazaui", "Bouazaui"),
            ("J. Jansen", "jnsen", "Jnsen"),
            ("J. Jansen", "jamsen", "Jasen"),
            ("P. Meijer", "meyer", "Meer"),
            ("J. Jansen", "jansen", "Jansen"),
            ("G. Özdemir", "ozdimir", "Özdmir"),
            ("J. Jansen", "utrecht", ""),
        ] {
            let found: String = positions(text, query, true).into_iter().filter_map(|at| text[at..].chars().next()).collect();
            assert_eq!(found, marked, "{query} in {text}");
        }
    }

    #[test]
    fn marks_letters_whatever_their_accents() {
        assert_eq!(marked("G. Özdemir", "ozd"), "Özd");
        assert_eq!(marked("Ontruiming, SVB", "svb ontr"), "OntrSVB");
        assert_eq!(marked("C. Ĳsselstein", "ijss"), "Ĳss");
        assert_eq!(marked("'s-Gravenhage", "s-gra"), "sGra");
        assert_eq!(marked("D. Łukaszewski", "zoek"), "");
        assert_eq!(marked("Cafe\u{301} bar", "cafe"), "Cafe");
    }
}
