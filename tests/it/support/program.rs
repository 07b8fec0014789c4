//! The real program as processes: a server that can be killed, and commands with a home of their own.

use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Child, Command, Output, Stdio},
    sync::mpsc,
    time::Duration,
};

/// The program with nothing of this machine's configuration: home, state and configuration are in `home`.
pub fn loket(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_loket"));
    command.env_clear().env("HOME", home).env("PATH", "/usr/bin:/bin").env("LANG", "C.UTF-8").env("TERM", "dumb");
    for (variable, folder) in [("XDG_CONFIG_HOME", "config"), ("XDG_STATE_HOME", "state"), ("XDG_RUNTIME_DIR", "run")] {
        command.env(variable, home.join(folder));
    }
    command.current_dir(home).stdin(Stdio::null());
    command
}

/// Makes a token with the command line; gives its secret.
pub fn token(home: &Path, database: &str, role: &str, name: &str) -> String {
    // Only serving makes a database.
    if database.strip_prefix("sqlite:").is_some_and(|file| !Path::new(file).exists()) {
        Serving::start(home, database).stop();
    }
    let mut command = loket(home);
    let output = run(command.args(["token", "create", "--database", database, "--role", role, "--name", name]));
    assert!(output.status.success(), "{}", said(&output));
    let secret = String::from_utf8(output.stdout).unwrap();
    assert_eq!(secret.lines().count(), 1, "the secret alone: {secret:?}");
    secret.trim_end().to_owned()
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Output {
    command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"))
}

/// What a command wrote, for the message of a failing test.
pub fn said(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    format!("{}\nstdout: {}\nstderr: {}", output.status, text(&output.stdout), text(&output.stderr))
}

/// `loket serve` on a free loopback port. Killed when dropped.
pub struct Serving {
    child: Child,
    lines: mpsc::Receiver<String>,
    /// `http://127.0.0.1:PORT`.
    pub address: String,
    /// What it wrote before it said where it listens.
    pub before: String,
}

impl Serving {
    /// Starts it and waits until it says where it listens.
    pub fn start(home: &Path, database: &str) -> Self {
        Self::start_with(home, database, &[])
    }

    /// The same with more options.
    pub fn start_with(home: &Path, database: &str, more: &[&str]) -> Self {
        let mut command = loket(home);
        command
            // Tests ask more in a minute than people do.
            .envs([("LOKET_REQUESTS_PER_PERSON", "0"), ("LOKET_REQUESTS_PER_ADDRESS", "0")])
            .args(["serve", "--database", database, "--listen", "127.0.0.1:0"])
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let (heard, lines) = mpsc::channel();
        listen(child.stdout.take().unwrap(), heard.clone());
        listen(child.stderr.take().unwrap(), heard);
        let mut all = String::new();
        loop {
            let Ok(line) = lines.recv_timeout(Duration::from_secs(30)) else {
                child.kill().and_then(|()| child.wait()).ok();
                panic!("loket serve never said where it listens: {all}");
            };
            if let Some(address) = address(&line) {
                return Self { child, lines, address, before: all };
            }
            all.push_str(&line);
        }
    }

    /// Waits until it has written so many lines that hold this; [`Serving::stop`] does not give them again.
    pub fn hear(&self, count: u64, part: &str) {
        for heard in 0..count {
            let next = || self.lines.recv_timeout(Duration::from_secs(30));
            while !next().unwrap_or_else(|_| panic!("only {heard} of {count} lines with {part}")).contains(part) {}
        }
    }

    /// What it wrote since, for the message of a failing test.
    pub fn heard(&self) -> String {
        self.lines.try_iter().collect()
    }

    /// The process.
    pub fn id(&self) -> rustix::process::Pid {
        rustix::process::Pid::from_child(&self.child)
    }

    /// `kill -9`.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop (SIGTERM) and waits: it must end well. Gives what it wrote since it said where it listens.
    pub fn stop(mut self) -> String {
        rustix::process::kill_process(self.id(), rustix::process::Signal::TERM).unwrap();
        let status = self.child.wait().unwrap();
        assert!(status.success(), "loket serve ended with {status} when told to stop");
        self.lines.iter().collect()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Reads lines to the end, so that the process never waits for a reader.
fn listen(stream: impl Read + Send + 'static, heard: mpsc::Sender<String>) {
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            heard.send(line + "\n").ok();
        }
    });
}

fn address(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("http://127.0.0.1:")?;
    let port: String = rest.chars().take_while(char::is_ascii_digit).collect();
    (!port.is_empty()).then(|| format!("http://127.0.0.1:{port}"))
}
