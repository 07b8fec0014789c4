//! Pages about instruments and rules, read as lines.

use loket::locale::Language;

use super::Reader;

#[test]
fn a_page_is_told_whole_and_its_related_pages_have_numbers() {
    let mut reader = Reader::new(Language::Dutch);
    reader.read();
    let told = reader.type_line("uitleg termijnen");
    for part in
        ["Termijnen.\n", "Wat zegt de wet:\n", "Awb artikel 6:7", "Zie ook:\n1. Bezwaar, ook pro forma", "Nummer, of Enter"]
    {
        assert!(told.contains(part), "{part}: {told}");
    }
    // Names of commands for keys: who reads lines types words.
    assert!(!told.contains("{key") && !told.contains("g w"), "{told}");
    let told = reader.type_line("1");
    assert!(told.contains("Bezwaar, ook pro forma.\n"), "{told}");
    let told = reader.type_line("99");
    assert!(told.contains("99"), "{told}");
    let told = reader.type_line("terug");
    assert!(told.contains("Termijnen.\n"), "{told}");
    reader.type_line("");
    assert!(reader.state.modals.is_empty());
}

#[test]
fn without_a_name_every_page_has_a_number() {
    let mut reader = Reader::new(Language::English);
    reader.read();
    let told = reader.type_line("explain");
    assert!(told.contains("Explanations") && told.contains("1. "), "{told}");
    let told = reader.type_line("moratorium");
    let number =
        told.lines().find(|line| line.contains("Moratorium: ")).and_then(|line| line.split('.').next()).unwrap().to_owned();
    let told = reader.type_line(&number);
    assert!(told.contains("What the law says:\n"), "{told}");
}
