//! A server as a process of its own, its log in a file.

use std::{
    fs::File,
    net::SocketAddr,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::bare;

/// See the module. Killed when dropped.
pub struct Serving {
    child: Child,
    pub address: SocketAddr,
    _folder: tempfile::TempDir,
}

impl Serving {
    /// The server of loket.
    pub fn loket(url: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_loket"));
        command.args(["serve", "--listen", "127.0.0.1:0"]).env("LOKET_DATABASE", url);
        command.env("LOKET_REQUESTS_PER_PERSON", "0").env("LOKET_REQUESTS_PER_ADDRESS", "0");
        Self::start(command)
    }

    /// The bare one.
    pub fn bare(url: &str) -> Self {
        let mut command = Command::new(std::env::current_exe().expect("this bench"));
        command.args([bare::ARGUMENT, url]);
        Self::start(command)
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    fn start(mut command: Command) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let log = folder.path().join("log");
        let file = File::create(&log).expect("a log");
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(file).spawn().expect("a server");
        let mut serving = Self { child, address: ([127, 0, 0, 1], 0).into(), _folder: folder };
        let began = Instant::now();
        while serving.address.port() == 0 {
            let said = std::fs::read_to_string(&log).unwrap_or_default();
            assert!(began.elapsed() < Duration::from_secs(60), "the server never said where it listens: {said}");
            let rest = said.split_once("http://").and_then(|(_, rest)| rest.split_once('\n'));
            match rest.and_then(|(text, _)| text.parse().ok()) {
                Some(address) => serving.address = address,
                None => std::thread::sleep(Duration::from_millis(20)),
            }
        }
        serving
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
