//! A tmux of its own: server, socket and configuration in a folder. Ended when dropped.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// What a user has who copies over SSH: the clipboard goes to the outer terminal, also past tmux.
const CONFIGURATION: &str = "\
set -s escape-time 10
set -s set-clipboard on
set -g allow-passthrough on
set -g default-terminal tmux-256color
set -g status off
set -g default-shell /bin/sh
";

/// A tmux server, started by the first session.
pub struct Tmux {
    socket: PathBuf,
    configuration: PathBuf,
}

impl Tmux {
    /// Prepares it in this folder.
    pub fn new(folder: &Path) -> Self {
        let configuration = folder.join("tmux.conf");
        std::fs::write(&configuration, CONFIGURATION).unwrap();
        Self { socket: folder.join("tmux.socket"), configuration }
    }

    /// One as it comes: without a word about the clipboard.
    pub fn as_it_comes(folder: &Path) -> Self {
        let tmux = Self::new(folder);
        std::fs::write(&tmux.configuration, "set -g default-terminal tmux-256color\nset -g default-shell /bin/sh\n").unwrap();
        tmux
    }

    /// What its newest buffer holds; nothing while there is none.
    pub fn buffer(&self) -> Option<String> {
        let words = self.words();
        let shown = Command::new(&words[0]).args(&words[1..]).arg("show-buffer").stderr(Stdio::null()).output().ok()?;
        shown.status.success().then(|| String::from_utf8_lossy(&shown.stdout).into_owned())
    }

    /// The words that begin every command line for it.
    pub fn words(&self) -> Vec<String> {
        let path = |path: &Path| path.display().to_string();
        vec!["tmux".into(), "-u".into(), "-S".into(), path(&self.socket), "-f".into(), path(&self.configuration)]
    }

    /// The command line, for a shell, that opens a session with this command in it, or comes back to the one there is.
    pub fn session(&self, command: &str) -> String {
        format!("{} new-session -A -s loket '{command}'", self.words().join(" "))
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        let words = self.words();
        Command::new(&words[0]).args(&words[1..]).arg("kill-server").stderr(Stdio::null()).status().ok();
    }
}
