//! Which letters of a shown text made it match, so that they can be marked. For visible rows only.

use memchr::memmem;

use crate::domain::fold::{fold, fold_into};

/// The byte offsets in `text` of the characters that a word of `query` matches, ascending. A word that occurs nowhere in
/// this text marks nothing: it matched another field.
pub fn positions(text: &str, query: &str) -> Vec<usize> {
    let (mut folded, mut origin) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
    for (offset, c) in text.char_indices() {
        fold_into(c.encode_utf8(&mut [0; 4]), &mut folded);
        origin.resize(folded.len(), offset);
    }
    let mut marked = vec![];
    for word in fold(query).split_whitespace() {
        for at in memmem::find_iter(folded.as_bytes(), word) {
            marked.extend_from_slice(&origin[at..at + word.len()]);
        }
    }
    marked.sort_unstable();
    marked.dedup();
    marked
}

#[cfg(test)]
mod tests {
    use super::positions;

    fn marked(text: &str, query: &str) -> String {
        positions(text, query).into_iter().filter_map(|at| text[at..].chars().next()).collect()
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
