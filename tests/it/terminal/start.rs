//! The first start of the real program: set up, saved, begun; and the doctor before a terminal that answers.

use std::os::unix::fs::PermissionsExt;

use crate::support::{pty::USUAL, terminal::Terminal};

#[test]
fn the_first_start_sets_up_saves_and_begins() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::loket(home.path(), USUAL, &[], &[]);
    terminal.until_shown("Welke taal spreekt u?");
    terminal.keys("\r");
    terminal.until_shown("Waar is uw loket?");
    // The demonstration; signing in is passed over.
    terminal.keys("\r");
    terminal.until_shown("Welke toetsen wilt u?");
    terminal.keys("\u{1b}[B");
    terminal.keys("\r");
    terminal.until_shown("Komt kopiëren aan?");
    terminal.keys("\u{1b}");
    terminal.until_shown("Klaar om te beginnen");
    terminal.keys("\r");
    terminal.until_shown("S-2026-");
    let file = home.path().join("config/loket/config.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("\nlanguage = \"nl\"\n") && text.contains("\nkeymap = \"vim\"\n"), "{text}");
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    terminal.keys("\u{1b}[21~");
    terminal.end();
    // What was answered is not asked again: only the server is still missing.
    let mut terminal = Terminal::loket(home.path(), USUAL, &[], &[]);
    terminal.until_shown("Waar is uw loket?");
    assert!(terminal.shown().contains("Alleen het adres van uw loket ontbreekt nog"), "{}", terminal.shown());
    terminal.keys("\u{3}");
    terminal.until_shown("stoppen zonder te bewaren");
    terminal.keys("\r");
    terminal.end();
}

#[test]
fn leaving_without_keeping_writes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::loket(home.path(), USUAL, &[], &[]);
    terminal.until_shown("Welke taal spreekt u?");
    terminal.keys("\u{3}");
    terminal.until_shown("stoppen zonder te bewaren");
    terminal.keys("\r");
    terminal.end();
    assert!(!home.path().join("config/loket").exists());
}

#[test]
fn the_doctor_measures_what_the_terminal_answers() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::loket(home.path(), USUAL, &[], &["doctor", "--lang", "en"]);
    // A terminal that draws one mark two columns wide, and all else as it should.
    terminal.pty.wait("the last question", |_, bytes| bytes.windows(3).any(|three| three == b"\x1b[c"));
    let mut answer = String::new();
    for at in 0..23 {
        let columns = match at {
            3 | 21 | 22 => 2,
            _ => 1,
        };
        let column = if at == 21 { 5 } else { columns + 1 };
        answer.push_str(&format!("\u{1b}[1;{column}R"));
    }
    answer.push_str("\u{1b}[?2026;2$y\u{1b}[?64;22c");
    terminal.pty.type_in(answer.as_bytes());
    terminal.until_shown("No faults");
    let shown = terminal.shown();
    assert!(shown.contains("╮ 2"), "{shown}");
    terminal.end();
}
