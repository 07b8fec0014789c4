//! The real program where lines are read: over a pipe, on a terminal that cannot place text, and with a paste.

use std::{io::Write, process::Stdio};

use tempfile::TempDir;

use crate::support::{
    program::{loket, said},
    pty::Size,
    terminal::Terminal,
};

const DEMO: &[&str] = &["demo", "--still", "--signals", "20", "--officers", "10", "--seed", "1"];

/// Everything it says to these lines, which come all at once; it must end well when they end.
fn over_a_pipe(arguments: &[&str], lines: &[&str]) -> String {
    let home = TempDir::new().unwrap();
    let mut child = loket(home.path())
        .args(DEMO)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(lines.iter().flat_map(|line| [line, "\n"]).collect::<String>().as_bytes()).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{}", said(&output));
    String::from_utf8(output.stdout).unwrap()
}

/// Nothing that steers a terminal, nothing that draws.
fn assert_lines(text: &str) {
    let wrong = text.chars().find(|c| (c.is_control() && !matches!(c, '\n' | '\r')) || matches!(c, '\u{2500}'..='\u{259f}'));
    assert_eq!(wrong, None, "{text:?}");
}

#[test]
fn over_a_pipe_every_line_waits_for_the_one_before_it_and_the_end_of_the_lines_is_the_end() {
    let said = over_a_pipe(&["--plain"], &["V", "v", "claim 1", "n 1", "Gebeld.", ".", "ja", "1", "terug", "b", "n"]);
    assert_lines(&said);
    let mut rest = said.as_str();
    for wanted in [
        "Signalen> V\n",
        "Nog vrij:",
        "Signalen> claim 1\nGedaan: S-",
        "staat op uw naam. Tot ",
        "De status blijft ",
        "Typ u om dit ongedaan te maken.",
        "opgeslagen.",
        "Signalen> 1\nS-2026-",
        "Tijdlijn:",
        ": Gebeld.",
        "S-",
        "> terug\n",
        "Uw tekst is bewaard tot u de demo sluit.",
    ] {
        let at = rest.find(wanted).unwrap_or_else(|| panic!("{wanted:?} is not in what is left:\n{rest}\n\nof:\n{said}"));
        rest = &rest[at + wanted.len()..];
    }
}

#[test]
fn a_terminal_that_cannot_place_text_gets_lines_without_being_asked() {
    // TERM is dumb here.
    let said = over_a_pipe(&["--lang", "en"], &["status 2", "0", "zzz", "q", "claim 1"]);
    assert_lines(&said);
    assert!(said.contains("Signals> status 2\nStatus:\n1. "), "{said}");
    assert!(said.ends_with("Signals> q\n"), "nothing after q is done: {said}");
    let read_only = over_a_pipe(&["--read-only"], &["claim 1"]);
    assert!(read_only.contains("loket staat op alleen lezen.\nOpen: "), "{read_only}");
    assert!(read_only.matches("alleen lezen").count() > 1, "{read_only}");
}

#[test]
fn on_a_terminal_what_is_pasted_is_never_run() {
    let home = TempDir::new().unwrap();
    let size = Size { columns: 120, rows: 50 };
    let mut terminal = Terminal::loket(home.path(), size, &[("TERM", "dumb")], DEMO);
    terminal.until_shown("Signalen> ");
    terminal.pty.type_in(b"claim 1\nq\n");
    terminal.until_shown("Er kwamen 2 regels tegelijk binnen.");
    terminal.keys("n 1\r");
    terminal.until_shown("Notitie: ");
    terminal.pty.type_in(b"Eerste regel.\n.\n/stop\n");
    terminal.until_shown("3 regels geplakt in “Notitie”.");
    terminal.keys(".\r");
    terminal.until_shown("Opslaan?");
    terminal.keys("ja\r");
    terminal.until_shown("opgeslagen.");
    terminal.keys("q\r");
    terminal.until_shown("De demo sluiten?");
    terminal.keys("2\r");
    let all = String::from_utf8(terminal.end()).unwrap();
    assert_lines(&all);
    assert!(!all.contains("staat op uw naam"), "{all}");
}
