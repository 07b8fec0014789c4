//! What reaches a terminal when something is copied: the request for its clipboard, in the form that gets through.

use rustix::process::Signal;

use super::demo;
use crate::support::{
    pty::USUAL,
    terminal::{Terminal, command},
    tmux::Tmux,
};

/// Copies the number of the signal under the cursor and gives what was written.
fn copied(environment: &str, wanted: &[u8]) -> Vec<u8> {
    let home = tempfile::tempdir().unwrap();
    let mut program = demo(home.path(), environment);
    let before = program.pty.written();
    program.keys("yy");
    program.pty.wait("the request and the words", |screen, bytes| {
        let asked = bytes[before..].windows(wanted.len()).any(|part| part == wanted);
        asked && screen.contents().contains("gekopieerd via de terminal")
    });
    program.signal(Signal::TERM);
    program.ended().1.all_bytes().split_off(before)
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn copied_text_is_shown_and_asked_for_in_the_form_that_gets_through() {
    let plain = copied("", b"\x1b]52;c;Uy0yMD");
    assert!(!holds(&plain, b"\x1bPtmux;"));
    let tmux = copied("export TMUX=/x,1,0;", b"\x1bPtmux;\x1b\x1b]52;c;Uy0yMD");
    assert!(holds(&tmux, b"\x07\x1bPtmux;"), "tmux itself is asked too");
    let screen = copied("export STY=1.x;", b"\x1bP\x1b]52;c;Uy0yMD");
    assert!(holds(&screen, b"\x07\x1b\\"));
    // Never a question: what a terminal answers comes in as keys.
    for bytes in [plain, tmux, screen] {
        assert!(!holds(&bytes, b"52;c;?"));
    }
}

/// As tmux comes it takes no request for the clipboard: what is said to be copied is in its own buffer all the same.
#[test]
fn what_is_copied_in_a_tmux_as_it_comes_is_there() {
    let home = tempfile::tempdir().unwrap();
    let tmux = Tmux::as_it_comes(home.path());
    let demo = format!("{} demo --still --signals 20 --officers 10 --seed 1", env!("CARGO_BIN_EXE_loket"));
    let mut shell = command("sh", home.path(), &[]);
    shell.args(["-c", &format!("exec {}", tmux.session(&demo))]);
    let mut program = Terminal::start(USUAL, shell);
    program.until_shown("S-1");
    program.press_until("yy", |screen| screen.contains("gekopieerd via de terminal"), "what was copied");
    let begun = std::time::Instant::now();
    let buffer = loop {
        match tmux.buffer() {
            Some(buffer) => break buffer,
            None => assert!(begun.elapsed().as_secs() < 20, "nothing is in the buffer of tmux"),
        }
    };
    assert!(buffer.starts_with("S-20") && program.shown().contains(&format!("{buffer}  gekopieerd")), "{buffer}");
}

#[test]
fn without_a_clipboard_the_text_is_shown_to_be_selected() {
    let home = tempfile::tempdir().unwrap();
    let mut program = demo(home.path(), "export LOKET_CLIPBOARD=off;");
    program.keys("yy");
    program.pty.wait("the words", |screen, _| screen.contents().contains("(kopiëren gaat hier niet: selecteer met de muis)"));
    program.signal(Signal::TERM);
    assert!(!holds(&program.ended().1.all_bytes(), b"\x1b]52;"));
}
