//! Two people's texts, read as lines.

use loket::locale::Language;

use super::Reader;
use crate::interface::conflict::clashing_in;

/// The question which text counts, for a reader.
pub fn asked(language: Language) -> Reader {
    let mut reader = Reader::new(language);
    reader.state = clashing_in(language).state;
    reader.state.plain = true;
    reader
}

#[test]
fn both_texts_are_told_chosen_by_number_and_saved() {
    let mut reader = asked(Language::Dutch);
    let told = reader.read();
    for words in ["was +31 85 555 0101; u 030 555 1111; Iemand anders 030 555 9999", "Er is niets verloren", "mijn 2"] {
        assert!(told.contains(words), "{words}\n{told}");
    }
    let number =
        told.lines().find(|line| line.contains("030 555 9999")).and_then(|line| line.split('.').next()).unwrap().to_owned();
    let too_soon = reader.type_line("opslaan");
    assert!(too_soon.contains("nog 1 veld"), "{too_soon}");
    let chosen = reader.type_line(&format!("hun {number}"));
    assert!(chosen.contains("Geldt: 030 555 9999") && chosen.contains("Alles is gekozen"), "{chosen}");
    let sent = reader.sent.len();
    reader.type_line("opslaan");
    assert_eq!(reader.sent.len(), sent + 1, "{:?}", reader.sent);
}

#[test]
fn an_empty_line_keeps_the_draft() {
    let mut reader = asked(Language::Dutch);
    reader.read();
    let told = reader.type_line("");
    assert!(told.contains("oncept") && reader.state.modals.is_empty(), "{told}");
}
