//! What tmux and screen make of the keys of each terminal, measured with the real programs: the byte table says the same, and
//! every key is still the same key to loket.

use std::{
    fs::File,
    io::Read,
    path::Path,
    sync::mpsc::{Receiver, channel},
    thread,
};

use loket::tui::{
    app::key::Key,
    shell::decode::{Decoder, Event},
};
use portable_pty::CommandBuilder;

use super::table::{Terminal as Outer, special, terminals};
use crate::support::{
    pty::{PATIENCE, Pty, USUAL},
    terminal::command,
    tmux::Tmux,
};

/// A character that no keymap binds and every multiplexer lets through.
const LAST: u8 = 0x1e;

/// What a multiplexer takes for another key, and no program inside it can tell: settings of PuTTY that are for other systems.
/// Its End in rxvt mode is the 7 of a keypad there; in VT100+ mode F9 is the keypad's = to screen, and F12 nothing to tmux.
const TAKEN_FOR_ANOTHER: [(&str, &str); 4] = [("tmux", "\x1bOw"), ("tmux", "\x1bO["), ("screen", "\x1bOw"), ("screen", "\x1bOX")];

/// The bytes that a program inside the multiplexer reads.
struct Recorder(Receiver<Vec<u8>>);

/// Writes all it reads to the pipe, and says that it is ready.
fn script(pipe: &Path) -> String {
    format!("stty raw -echo; printf ready; exec cat > {}", pipe.display())
}

impl Recorder {
    fn new(pipe: &Path) -> Self {
        rustix::fs::mknodat(
            rustix::fs::CWD,
            pipe,
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR,
            0,
        )
        .unwrap();
        let pipe = pipe.to_owned();
        let (heard, bytes) = channel();
        thread::spawn(move || {
            let mut pipe = File::open(pipe).unwrap();
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = pipe.read(&mut buffer) {
                if heard.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self(bytes)
    }

    /// What arrives when these bytes are typed outside.
    fn through(&self, pty: &mut Pty, bytes: &[u8]) -> Vec<u8> {
        pty.type_in(bytes);
        // Esc arrives when nothing follows it: the mark waits for it.
        let mut read = self.0.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("{bytes:?} never arrives"));
        pty.type_in(&[LAST]);
        while read.last() != Some(&LAST) {
            read.extend(self.0.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("{bytes:?} gives {read:?} and no end")));
        }
        read.pop();
        read
    }
}

fn keys(bytes: &[u8]) -> Vec<Event> {
    let (mut decoder, mut events) = (Decoder::default(), vec![]);
    decoder.feed(bytes, &mut events);
    while decoder.patience().is_some() {
        decoder.give_up(&mut events);
    }
    events
}

/// Types every key of a terminal into a multiplexer. What arrives must be that key; if the terminal is xterm, for which its
/// table is made, also the very bytes of the table.
fn compare(multiplexer: &str, outer: &Outer, home: &Path, inside: impl FnOnce(&str) -> CommandBuilder) {
    let recorder = Recorder::new(&home.join("pipe"));
    let mut command = inside(&script(&home.join("pipe")));
    command.env("TERM", &outer.term);
    let mut pty = Pty::new(USUAL);
    let mut child = pty.pair.slave.spawn_command(command).unwrap();
    pty.wait("the recorder", |screen, _| screen.contents().contains("ready"));
    let table = terminals();
    let table = table.iter().find(|terminal| terminal.name == multiplexer).unwrap();
    for (key, alternatives) in special(outer).filter(|(key, _)| !table.sends(*key).is_empty()) {
        for bytes in alternatives.iter().filter(|bytes| !TAKEN_FOR_ANOTHER.contains(&(multiplexer, bytes))) {
            let read = recorder.through(&mut pty, bytes.as_bytes());
            let about =
                format!("{key} of {} in {multiplexer}: {bytes:?} becomes {:?}", outer.name, String::from_utf8_lossy(&read));
            assert_eq!(keys(&read), [Event::Key(key)], "{about}");
            if outer.name == "xterm" && key != "Backspace".parse::<Key>().unwrap() {
                assert!(table.sends(key).iter().any(|known| known.as_bytes() == read), "{about}");
            }
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn tmux_hands_every_key_of_every_terminal_on() {
    for outer in terminals().iter().filter(|terminal| !matches!(&*terminal.name, "tmux" | "screen")) {
        let home = tempfile::tempdir().unwrap();
        let tmux = Tmux::new(home.path());
        compare("tmux", outer, home.path(), |script| {
            let words = tmux.words();
            let mut command = command(&words[0], home.path(), &[]);
            command.args(&words[1..]);
            command.args(["new-session", script]);
            command
        });
    }
}

#[test]
fn screen_hands_every_key_of_every_terminal_on() {
    for outer in terminals().iter().filter(|terminal| !matches!(&*terminal.name, "tmux" | "screen")) {
        let home = tempfile::tempdir().unwrap();
        let sockets = home.path().join("sockets");
        std::fs::create_dir(&sockets).unwrap();
        std::fs::set_permissions(&sockets, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
        let configuration = home.path().join("screenrc");
        std::fs::write(&configuration, "startup_message off\nautodetach off\nmaptimeout 20\n").unwrap();
        compare("screen", outer, home.path(), |script| {
            let mut command = command("screen", home.path(), &[("SCREENDIR", &sockets.display().to_string())]);
            command.args(["-U", "-T", "screen-256color", "-c", &configuration.display().to_string(), "sh", "-c", script]);
            command
        });
    }
}
