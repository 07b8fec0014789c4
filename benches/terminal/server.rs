//! The server that loket is measured against: a process of its own with invented data and nobody else at work.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use rustix::process::{Pid, Signal, kill_process};

/// See the module. Stopped when dropped.
pub struct Server {
    child: Child,
    pub address: String,
    pub token: String,
}

impl Server {
    pub fn start(folder: &Path, signals: u32, officers: u32) -> Self {
        let home = folder.join("home");
        let mut child = Command::new(env!("CARGO_BIN_EXE_loket"))
            .args(["demo", "--serve-only", "--still", "--listen", "127.0.0.1:0"])
            .args(["--signals", &signals.to_string(), "--officers", &officers.to_string()])
            .env("HOME", &home)
            .env("XDG_STATE_HOME", home.join("state"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("its output");
        BufReader::new(stdout).read_line(&mut line).expect("a line");
        let value = |name: &str| {
            let word = line.split_whitespace().find_map(|word| word.strip_prefix(name));
            word.unwrap_or_else(|| panic!("the server said: {line}")).to_owned()
        };
        Self { address: value("LOKET_SERVER="), token: value("LOKET_TOKEN="), child }
    }

    /// Stops it where it is: connections stay, nothing answers.
    pub fn hold(&self) {
        self.signal(Signal::STOP);
    }

    /// Lets it go on.
    pub fn go_on(&self) {
        self.signal(Signal::CONT);
    }

    fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).expect("the server is there");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // In order, so that it removes its folder.
        self.signal(Signal::TERM);
        self.child.wait().ok();
    }
}
