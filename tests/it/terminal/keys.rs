//! What six terminals send for every key that a keymap binds goes through a pseudo-terminal into the thread that reads it, and
//! gives the right command of each keymap; also torn apart by a slow line, and after garbage.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, channel},
    },
    time::Duration,
};

use loket::tui::{
    app::{
        command::Command,
        key::{Key, KeyCode},
        keymap::Resolution,
    },
    shell::{
        color::Abilities,
        gate::Gate,
        guard::Terminal,
        input::{self, Input, Outlet},
    },
};

use super::table::{bound, keymaps, terminals};
use crate::support::pty::{PATIENCE, Pty, USUAL};

/// A terminal in the hands of loket, and what is read from it.
struct Line {
    pty: Pty,
    inbox: Receiver<Input>,
    _terminal: Terminal,
}

impl Line {
    fn new() -> Self {
        let pty = Pty::new(USUAL);
        let terminal = Terminal::take(pty.end(), pty.end(), Abilities::FULL).unwrap();
        let (inputs, inbox) = channel();
        let outlet: Outlet = Arc::new(move |input| inputs.send(input).is_ok());
        input::start(pty.end(), Gate::new().unwrap(), outlet, || ()).unwrap();
        Self { pty, inbox, _terminal: terminal }
    }

    fn key(&mut self, bytes: &str) -> Key {
        self.pty.type_in(bytes.as_bytes());
        match self.inbox.recv_timeout(PATIENCE) {
            Ok(Input::Key(key)) => key,
            other => panic!("{bytes:?}: {other:?}"),
        }
    }
}

#[test]
fn every_bound_key_of_every_terminal_gives_its_command_in_every_keymap() {
    for terminal in terminals() {
        let mut line = Line::new();
        let arrives: BTreeMap<Key, Vec<Key>> =
            bound().into_iter().map(|key| (key, terminal.sends(key).iter().map(|bytes| line.key(bytes)).collect())).collect();
        assert_eq!(line.inbox.try_recv(), Err(std::sync::mpsc::TryRecvError::Empty), "{}: one key gave two", terminal.name);
        for (name, keymap) in keymaps() {
            for command in Command::ALL.iter().filter(|command| !keymap.keys(**command).is_empty()) {
                let mut ways = 0;
                for sequence in keymap.keys(*command) {
                    let variants = sequence.iter().map(|key| arrives[key].len()).max().unwrap_or(0);
                    if sequence.iter().any(|key| arrives[key].is_empty()) {
                        continue;
                    }
                    ways += 1;
                    for variant in 0..variants {
                        let pressed: Vec<Key> =
                            sequence.iter().map(|key| arrives[key][variant.min(arrives[key].len() - 1)]).collect();
                        let about = format!("{} {name}: {} for {}", terminal.name, Key::show(sequence), command.name());
                        for length in 1..pressed.len() {
                            let start = keymap.resolve(&[command.scope()], &pressed[..length]);
                            assert_eq!(start, Resolution::Prefix, "{about}");
                        }
                        assert_eq!(keymap.resolve(&[command.scope()], &pressed), Resolution::Command(*command), "{about}");
                    }
                }
                assert!(ways > 0, "{} {name}: no key of {} arrives", terminal.name, command.name());
            }
        }
    }
}

#[test]
fn a_key_torn_anywhere_by_a_slow_line_is_the_same_key_and_its_letters_do_nothing() {
    for terminal in terminals() {
        let mut line = Line::new();
        for key in bound() {
            for bytes in terminal.sends(key).iter().filter(|bytes| bytes.len() > 1) {
                let whole = line.key(bytes);
                for at in 1..bytes.len() {
                    line.pty.type_in(&bytes.as_bytes()[..at]);
                    line.pty.wait_until_read();
                    line.pty.type_in(&bytes.as_bytes()[at..]);
                    // A machine that is busy elsewhere may take longer than Esc waits: then Esc goes ahead, and does no harm.
                    let harmless = [Key::new(KeyCode::Esc), Key::char('[').with_alt(), Key::char('O').with_alt()];
                    let mut read = vec![];
                    while read.last().is_none_or(|key| harmless.contains(key)) {
                        let Ok(Input::Key(key)) = line.inbox.recv_timeout(PATIENCE) else {
                            panic!("{bytes:?} torn at {at}: {read:?}")
                        };
                        read.push(key);
                    }
                    assert_eq!(read.last(), Some(&whole), "{} {bytes:?} torn at {at}: {read:?}", terminal.name);
                }
            }
        }
        assert_eq!(line.inbox.try_recv(), Err(std::sync::mpsc::TryRecvError::Empty), "{}: something was left", terminal.name);
    }
}

#[test]
fn a_key_torn_by_a_pause_longer_than_escape_is_escape_and_that_key() {
    let mut line = Line::new();
    let esc = Key::new(KeyCode::Esc);
    for (rest, expected) in [("[A", "Up"), ("[1;5C", "Ctrl+Right"), ("OP", "F1"), ("[24~", "F12")] {
        // Reading Esc is the pause: it comes only when nothing followed for so long.
        assert_eq!(line.key("\x1b"), esc);
        assert_eq!(line.key(rest), expected.parse().unwrap(), "{rest:?}");
    }
    assert_eq!(line.key("\x1b"), esc);
    line.pty.type_in(b"[200~q\rdweg\x1b[201~");
    assert_eq!(line.inbox.recv_timeout(PATIENCE), Ok(Input::Paste("q\ndweg".into())), "a torn paste is no row of keys");
    assert_eq!(line.key("j"), Key::char('j'));
}

/// (A paste without an end: `edge::what_is_typed_arrives`.)
#[test]
fn garbage_and_unfinished_sequences_never_take_the_keyboard() {
    let mut line = Line::new();
    for garbage in [
        &b"\x1b]52;c;AAAA"[..],
        b"\x1b]0;",
        b"\x1bP+q",
        b"\x1b[",
        b"\x1b[1;",
        b"\x1bO",
        b"\x1b[<0;12",
        b"\x1b[M !",
        b"\xff\xfe\x80",
        b"\xe2\x82",
        b"\x9b2J",
        b"\x1b[99999999999999999999~",
        b"\x1b\x1b\x1b",
    ] {
        line.pty.type_in(garbage);
        let enter = Input::Key(Key::new(KeyCode::Enter));
        let mut tries = 0;
        loop {
            // A person whose key did nothing presses it again.
            line.pty.type_in(b"\r");
            tries += 1;
            let mut found = false;
            loop {
                match line.inbox.recv_timeout(Duration::from_millis(300)) {
                    Ok(input) => found |= input == enter,
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => panic!("the thread that reads is gone after {garbage:?}"),
                }
                if found {
                    break;
                }
            }
            if found {
                break;
            }
            assert!(tries < 20, "{garbage:?} keeps the keyboard");
        }
        while line.inbox.recv_timeout(Duration::from_millis(1)).is_ok() {}
    }
    assert_eq!(line.key("k"), Key::char('k'));
}
