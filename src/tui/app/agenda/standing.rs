//! The standing items of a series as they are typed in one field: `opening, toezeggingen, leerpunten, sluiting`, in the order in which
//! they stand on the agenda.

use crate::{
    domain::{fold::fold, meeting::StandingItem},
    locale::Texts,
};

/// As they are typed.
pub(super) fn written(all: &[StandingItem], texts: &Texts) -> String {
    all.iter().map(|one| word(*one, texts)).collect::<Vec<_>>().join(", ")
}

/// What was typed: each by its word, or the start of it; a blank text is none at all.
///
/// # Errors
/// The first part that is no standing item, or one that was named before.
pub(super) fn read(text: &str, texts: &Texts) -> Result<Vec<StandingItem>, String> {
    let mut found = vec![];
    for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let typed = fold(part);
        let fits = |one: &&StandingItem| fold(&word(**one, texts)).starts_with(&typed) || one.code() == typed;
        let one = StandingItem::ALL.iter().find(fits).filter(|one| !found.contains(*one)).ok_or_else(|| part.to_owned())?;
        found.push(*one);
    }
    Ok(found)
}

fn word(one: StandingItem, texts: &Texts) -> String {
    texts.get(&format!("standing-word-{one}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn they_are_read_as_they_are_written_in_both_languages() {
        for language in [Language::Dutch, Language::English] {
            let texts = Texts::new(language);
            assert_eq!(read(&written(StandingItem::ALL, &texts), &texts), Ok(StandingItem::ALL.to_vec()));
        }
        let texts = Texts::new(Language::Dutch);
        assert_eq!(read("sluit; Opening", &texts), Ok(vec![StandingItem::Close, StandingItem::Opening]));
        assert_eq!(read("", &texts), Ok(vec![]));
        assert_eq!(read("opening, borrel", &texts), Err("borrel".to_owned()));
        assert_eq!(read("opening, opening", &texts), Err("opening".to_owned()));
    }
}
