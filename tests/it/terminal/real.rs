//! The real program in a pseudo-terminal: however it ends, the terminal is as it was and no process stays.

use std::sync::mpsc::{RecvTimeoutError, channel};

use portable_pty::{Child, CommandBuilder};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, waitid};
use tempfile::TempDir;

use super::pty::{PATIENCE, Pty, assert_same, is_given_back};

/// `loket demo` with a few signals, up to its first rows.
pub(super) struct Program {
    pub pty: Pty,
    child: Box<dyn Child + Send + Sync>,
    _home: TempDir,
}

impl Program {
    pub fn start(script: &str) -> Self {
        let home = tempfile::tempdir().unwrap();
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", script, env!("CARGO_BIN_EXE_loket")]);
        command.env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        for name in ["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "TMPDIR"] {
            command.env(name, home.path());
        }
        let pty = Pty::new(100, 30);
        let child = pty.pair.slave.spawn_command(command).unwrap();
        pty.wait("the first row", |screen, _| screen.alternate_screen() && screen.contents().contains("S-1"));
        Self { pty, child, _home: home }
    }

    fn demo() -> Self {
        Self::start("exec \"$0\" demo --still --signals 20 --officers 10 --seed 1")
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(self.id(), signal).unwrap();
    }

    /// Waits until it has stopped itself: a signal to go on that comes before that would be lost.
    pub fn wait_until_stopped(&self) {
        waitid(WaitId::Pid(self.id()), WaitIdOptions::STOPPED).unwrap();
    }

    fn id(&self) -> Pid {
        self.child.process_id().and_then(|id| Pid::from_raw(id as i32)).unwrap()
    }

    /// Waits for the end; gives the exit code and the terminal.
    pub fn end(self) -> (u32, Pty) {
        let (mut child, (ended, end)) = (self.child, channel());
        let mut killer = child.clone_killer();
        std::thread::spawn(move || ended.send(child.wait().unwrap().exit_code()));
        match end.recv_timeout(PATIENCE) {
            Ok(code) => (code, self.pty),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                killer.kill().unwrap();
                panic!("the program stays")
            }
        }
    }
}

fn ends_well(end: impl FnOnce(&mut Program), code: u32) {
    let mut program = Program::demo();
    let before = Pty::new(100, 30).settings();
    end(&mut program);
    let (exit_code, pty) = program.end();
    assert_eq!(exit_code, code);
    pty.wait("the old screen", |screen, _| is_given_back(screen));
    assert_same(&pty.settings(), &before);
    let last = pty.bytes();
    let reset = b"\x1b[r\x1b[m";
    assert!(last.windows(reset.len()).any(|bytes| bytes == reset), "neither region nor look was reset");
}

#[test]
fn quitting_gives_the_terminal_back() {
    ends_well(|program| program.pty.type_in(b"q"), 0);
}

#[test]
fn a_signal_gives_the_terminal_back() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)] {
        ends_well(|program| program.signal(signal), code);
    }
}

#[test]
fn a_stop_gives_the_terminal_back_until_it_goes_on() {
    ends_well(
        |program| {
            program.signal(Signal::TSTP);
            program.pty.wait("the old screen", |screen, _| is_given_back(screen));
            program.wait_until_stopped();
            program.signal(Signal::CONT);
            program.pty.wait("the rows again", |screen, _| screen.alternate_screen() && screen.contents().contains("S-1"));
            program.pty.type_in(b"q");
        },
        0,
    );
}

#[test]
fn no_orphan_stays_when_the_window_is_closed_and_hanging_up_is_ignored() {
    let mut program = Program::start("trap '' HUP; exec \"$0\" demo --still --signals 20 --officers 10");
    let (ended, end) = channel();
    std::thread::spawn(move || ended.send(program.child.wait().unwrap().exit_code()));
    program.pty.close();
    assert_eq!(end.recv_timeout(PATIENCE), Ok(129));
}

#[test]
fn a_new_size_is_drawn() {
    let program = Program::demo();
    program.pty.resize(80, 24);
    program.pty.wait("80 columns", |screen, _| {
        screen.size().1.get() == 80 && screen.contents().lines().count() == 24 && screen.contents().contains("S-1")
    });
    program.signal(Signal::TERM);
    assert_eq!(program.end().0, 143);
}
