//! A real program in a pseudo-terminal, and somebody who types: key by key, and looking at the screen.

use std::{path::Path, sync::mpsc::channel, thread};

use portable_pty::{Child, CommandBuilder};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, waitid};

use super::pty::{PATIENCE, Pty, Size};

/// A program in a terminal. Killed when dropped.
pub struct Terminal {
    /// The terminal.
    pub pty: Pty,
    program: Program,
    presses: usize,
}

struct Program(Box<dyn Child + Send + Sync>);

impl Drop for Program {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// A command with nothing of this machine's configuration: home, state and configuration are in `home`.
pub fn command(program: &str, home: &Path, environment: &[(&str, &str)]) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.env_clear();
    command.cwd(home);
    for (name, value) in
        [("PATH", "/usr/bin:/bin:/usr/sbin:/sbin"), ("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("LANG", "C.UTF-8")]
    {
        command.env(name, value);
    }
    for (name, folder) in
        [("HOME", ""), ("XDG_CONFIG_HOME", "config"), ("XDG_STATE_HOME", "state"), ("XDG_RUNTIME_DIR", "run"), ("TMPDIR", "")]
    {
        command.env(name, home.join(folder));
    }
    for (name, value) in environment {
        command.env(name, value);
    }
    command
}

impl Terminal {
    /// Starts `loket` with a home of its own.
    pub fn loket(home: &Path, size: Size, environment: &[(&str, &str)], arguments: &[&str]) -> Self {
        let mut command = command(env!("CARGO_BIN_EXE_loket"), home, environment);
        command.args(arguments);
        Self::start(size, command)
    }

    /// Starts a program.
    pub fn start(size: Size, command: CommandBuilder) -> Self {
        let pty = Pty::new(size);
        let program = Program(pty.pair.slave.spawn_command(command).unwrap());
        Self { pty, program, presses: 0 }
    }

    /// Presses one key, given by its bytes, when the one before is read: keys that are read together are taken for a paste.
    pub fn press(&mut self, key: &str) {
        self.pty.wait_until_read();
        self.pty.type_in(key.as_bytes());
        self.presses += 1;
    }

    /// Presses one key and waits until the screen is as wanted: how a person goes on.
    #[track_caller]
    pub fn press_until(&mut self, key: &str, wanted: impl Fn(&str) -> bool, what: &str) {
        self.press(key);
        self.until(wanted, what);
    }

    /// Presses the keys one by one, without looking; an escape sequence is one key.
    pub fn keys(&mut self, keys: &str) {
        if keys.starts_with('\u{1b}') {
            return self.press(keys);
        }
        for key in keys.chars() {
            self.press(key.encode_utf8(&mut [0; 4]));
        }
    }

    /// Types a text and looks after each character whether the screen answered.
    #[track_caller]
    pub fn type_text(&mut self, text: &str) {
        for character in text.chars() {
            let before = self.pty.written();
            self.press(character.encode_utf8(&mut [0; 4]));
            self.pty.wait(&format!("an answer to {character:?}"), |_, bytes| bytes.len() > before);
        }
    }

    /// Waits until the end of a text stands before the cursor: the last key has arrived, however long the line is.
    #[track_caller]
    pub fn until_typed(&mut self, text: &str) {
        let word = text.rsplit(' ').next().unwrap_or_default();
        assert!(!word.is_empty(), "a space at the end cannot be seen");
        self.pty.wait(&format!("{word:?} before the cursor"), |screen, _| {
            let (row, column) = screen.cursor_position();
            screen.contents_between(row, 0, row, column).ends_with(word)
        });
    }

    /// How many keys were pressed since the last time this was asked.
    pub fn presses(&mut self) -> usize {
        std::mem::take(&mut self.presses)
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    pub fn until_shown(&mut self, text: &str) {
        self.until(|screen| screen.contains(text), text);
    }

    /// Waits until the screen is as wanted.
    #[track_caller]
    pub fn until(&mut self, wanted: impl Fn(&str) -> bool, what: &str) {
        self.pty.wait(what, |screen, _| wanted(&screen.contents()));
    }

    /// What the screen shows now.
    pub fn shown(&self) -> String {
        self.pty.look(vt100::Screen::contents)
    }

    /// The process.
    pub fn id(&self) -> Pid {
        self.program.0.process_id().and_then(|id| Pid::from_raw(id as i32)).unwrap()
    }

    /// Sends a signal to it.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.id(), signal).unwrap();
    }

    /// Waits until it has stopped itself: a signal to go on that comes before that would be lost.
    pub fn wait_until_stopped(&self) {
        waitid(WaitId::Pid(self.id()), WaitIdOptions::STOPPED).unwrap();
    }

    /// Waits for the end; gives the exit code, and the terminal as it is left.
    #[track_caller]
    pub fn ended(self) -> (u32, Pty) {
        let Self { pty, program, .. } = self;
        let code = wait(program).unwrap_or_else(|| panic!("the program stays; it shows:\n{}", pty.look(vt100::Screen::contents)));
        (code, pty)
    }

    /// Waits until it ends well; gives every byte it ever wrote.
    #[track_caller]
    pub fn end(self) -> Vec<u8> {
        let (code, pty) = self.ended();
        assert_eq!(code, 0, "{}", pty.look(vt100::Screen::contents));
        pty.all_bytes()
    }

    /// Takes the window away and waits for the end of the program; gives its exit code.
    #[track_caller]
    pub fn close_window(self) -> u32 {
        let Self { pty, program, .. } = self;
        pty.close();
        wait(program).expect("an orphan stays")
    }
}

/// The exit code; nothing when it does not end.
fn wait(mut program: Program) -> Option<u32> {
    let (ended, end) = channel();
    let killer = program.0.clone_killer();
    thread::spawn(move || ended.send(program.0.wait().unwrap().exit_code()));
    let code = end.recv_timeout(PATIENCE).ok();
    if code.is_none() {
        let mut killer = killer;
        killer.kill().ok();
    }
    code
}
