//! Every line is answered, also one that does nothing here.

use loket::locale::Language;

use super::Reader;

#[test]
fn a_line_that_does_nothing_is_answered() {
    let mut reader = Reader::new(Language::Dutch);
    reader.read();
    let said = reader.type_line("weg");
    assert!(said.starts_with("Hierdoor verandert hier niets."), "{said}");
    assert!(!reader.type_line("").contains("verandert"), "nothing was typed");
    let said = reader.type_line("claim 3");
    assert!(said.contains("staat op uw naam") && !said.contains("verandert"), "{said}");
}

#[test]
fn keys_that_cannot_be_typed_into_a_line_are_not_told_and_no_command() {
    let mut reader = Reader::new(Language::Dutch);
    reader.state.keymap = std::sync::Arc::new(loket::tui::app::keymap::Keymap::shipped("office").unwrap());
    reader.read();
    let help = reader.type_line("?");
    assert!(help.contains("op mijn naam: Zet") && !help.contains("F2") && !help.contains("Ctrl+"), "{help}");
    let said = reader.type_line("F2");
    assert!(said.contains("F2 is een toets. Typ hier de opdracht zelf: op mijn naam."), "{said}");
    assert!(reader.type_line("Ctrl+C").contains("is een toets"));
    assert!(reader.sent.is_empty());
    // Letters can be typed, and stay.
    let mut reader = Reader::new(Language::Dutch);
    reader.read();
    assert!(reader.type_line("?").contains("op mijn naam (c)"));
}

#[test]
fn a_text_that_may_not_be_saved_says_so_each_time() {
    let mut reader = Reader::new(Language::Dutch);
    let said = reader.talk(&["notitie 1", "bsn 999990019", ".", "/opslaan"]);
    let (_, after) = said.rsplit_once("/opslaan").unwrap();
    assert!(after.contains("burgerservicenummer"), "{said}");
    assert!(reader.sent.iter().all(|call| !matches!(call, loket::tui::app::message::Call::Note { .. })));
}

#[test]
fn a_call_asks_with_whom_it_was() {
    let mut reader = Reader::new(Language::Dutch);
    let said = reader.talk(&["bel 1"]);
    assert!(said.contains("Met [CAK]: "), "{said}");
}

#[test]
fn a_line_goes_from_a_text_that_is_being_typed() {
    let mut reader = Reader::new(Language::Dutch);
    let said = reader.talk(&["notitie 1", "een", "twee", "drie", "/wis 2", "/wis 9", "/wis x"]);
    assert!(said.contains("Regel 2 is weg: twee\n1. een\n2. drie"), "{said}");
    assert!(said.contains("Er is geen nummer 9") && said.contains("Er is geen nummer x"), "{said}");
    let said = reader.talk(&[".", "ja"]);
    let note = reader.sent.iter().find_map(|call| match call {
        loket::tui::app::message::Call::Note { text, .. } => Some(text.raw()),
        _ => None,
    });
    assert_eq!(note, Some("een\ndrie"), "{said}");
}

#[test]
fn a_question_is_answered_with_yes_or_no() {
    let mut reader = Reader::new(Language::Dutch);
    reader.state.passing = true;
    reader.talk(&["claim 1"]);
    for no in ["nee", "n", "NO"] {
        let said = reader.talk(&["q", no]);
        assert!(said.contains("De demo sluiten?") && said.ends_with("Signalen> \n"), "{no}: {said}");
    }
    let said = reader.talk(&["q", "misschien"]);
    assert!(!reader.quit && said.contains("Nummer of letter"), "{said}");
    reader.talk(&["Ja"]);
    assert!(reader.quit);
    // Where several lines do something, yes says nothing.
    let mut reader = Reader::new(Language::Dutch);
    reader.talk(&["p", "ja"]);
    assert!(!reader.sent.iter().any(|call| matches!(call, loket::tui::app::message::Call::Patch { .. })));
}
