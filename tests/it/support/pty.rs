//! The real program in a real terminal: a pseudo terminal, and a model of what its screen shows.

use std::{
    io::{Read, Write},
    path::Path,
    sync::mpsc,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// Longer than anything takes; only to fail instead of hanging.
const PATIENCE: Duration = Duration::from_secs(30);

/// Between two keys.
const BETWEEN_KEYS: Duration = Duration::from_millis(20);

/// Columns and rows.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Columns.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
}

/// A program in a terminal. Killed when dropped.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    heard: mpsc::Receiver<Vec<u8>>,
    screen: vt100::Parser,
    all: Vec<u8>,
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Starts the program with a home of its own.
    pub fn loket(home: &Path, size: Size, environment: &[(&str, &str)], arguments: &[&str]) -> Self {
        let pty = native_pty_system()
            .openpty(PtySize { rows: size.rows, cols: size.columns, pixel_width: 0, pixel_height: 0 })
            .unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_loket"));
        command.env_clear();
        command.args(arguments);
        command.cwd(home);
        let home = home.display().to_string();
        let base = [
            ("HOME", home.as_str()),
            ("PATH", "/usr/bin:/bin"),
            ("TERM", "xterm-256color"),
            ("COLORTERM", "truecolor"),
            ("LANG", "C.UTF-8"),
        ];
        for (name, value) in base.iter().chain(environment) {
            command.env(name, value);
        }
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().unwrap();
        let (said, heard) = mpsc::channel();
        std::thread::spawn(move || {
            let mut bytes = vec![0; 65_536];
            while let Ok(count) = reader.read(&mut bytes) {
                if count == 0 || said.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let writer = pty.master.take_writer().unwrap();
        let [rows, columns] = [size.rows, size.columns].map(|number| number.try_into().unwrap());
        let screen = vt100::Parser::new(rows, columns, 0);
        Self { child, writer, heard, screen, all: vec![], _master: pty.master }
    }

    /// Types as a person does: keys closer together than some milliseconds are taken for a paste.
    pub fn keys(&mut self, keys: &str) {
        let one_key = keys.starts_with('\u{1b}');
        let keys = if one_key { vec![keys.to_owned()] } else { keys.chars().map(String::from).collect() };
        for key in keys {
            std::thread::sleep(BETWEEN_KEYS);
            self.writer.write_all(key.as_bytes()).unwrap();
            self.writer.flush().unwrap();
        }
    }

    /// Sends the program a signal.
    pub fn signal(&self, signal: Signal) {
        let process = self.child.process_id().and_then(|id| Pid::from_raw(id as i32)).unwrap();
        kill_process(process, signal).unwrap();
    }

    /// Waits until the program has ended, however.
    pub fn gone(mut self) {
        self.child.wait().unwrap();
    }

    /// Sends it all at once, as a paste does.
    pub fn paste(&mut self, text: &str) {
        self.writer.write_all(text.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Reads until the screen shows a text.
    #[track_caller]
    pub fn until_shown(&mut self, text: &str) {
        self.until(|screen| screen.contains(text), text);
    }

    /// Reads until the screen is as wanted.
    #[track_caller]
    pub fn until(&mut self, wanted: impl Fn(&str) -> bool, what: &str) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let shown = self.screen.screen().contents();
            if wanted(&shown) {
                return;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            match self.heard.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(_) => panic!("the screen never showed {what}; it shows:\n{shown}"),
            }
        }
    }

    /// Reads until the program ends; gives every byte it ever wrote.
    pub fn end(mut self) -> Vec<u8> {
        let deadline = Instant::now() + PATIENCE;
        while let Ok(bytes) = self.heard.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            self.take(&bytes);
        }
        assert!(Instant::now() < deadline, "the program does not end; it shows:\n{}", self.screen.screen().contents());
        let status = self.child.wait().unwrap();
        assert!(status.success(), "the program ended with {status}");
        std::mem::take(&mut self.all)
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.all.extend_from_slice(bytes);
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
