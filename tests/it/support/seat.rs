//! A seat at the desk: a home with the configuration and the token of one account, in which the program is started again and again.

use std::{
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use rustix::process::Pid;
use serde_json::Value;

use super::{
    http::Caller,
    process,
    program::{loket, run, said},
    pty::{Size, USUAL},
    terminal::{Terminal, command},
};

/// A home of its own.
pub struct Seat {
    home: tempfile::TempDir,
}

impl Seat {
    /// For this account. Where a window was left is not kept, so that the drafts on disk are those of forms.
    pub fn of(who: &Caller) -> Self {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("config/loket");
        std::fs::create_dir_all(&folder).unwrap();
        let token = folder.join("token");
        std::fs::write(&token, &who.token).unwrap();
        std::fs::set_permissions(&token, PermissionsExt::from_mode(0o600)).unwrap();
        let configuration = format!(
            "server = {:?}\ntoken_file = {:?}\nlanguage = \"nl\"\nresume = false\n",
            who.server,
            token.display().to_string()
        );
        std::fs::write(folder.join("config.toml"), configuration).unwrap();
        Self { home }
    }

    /// For whoever signs in at this server.
    pub fn signing_in(server: &str) -> Self {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("config/loket");
        std::fs::create_dir_all(&folder).unwrap();
        let configuration = format!("server = {server:?}\nlanguage = \"nl\"\nresume = false\n");
        std::fs::write(folder.join("config.toml"), configuration).unwrap();
        Self { home }
    }

    /// The folder.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Opens the interface in a terminal of this machine.
    pub fn open(&self, environment: &[(&str, &str)]) -> Terminal {
        self.open_sized(USUAL, environment)
    }

    /// The same in another size.
    pub fn open_sized(&self, size: Size, environment: &[(&str, &str)]) -> Terminal {
        Terminal::loket(self.home(), size, environment, &[])
    }

    /// The same by a shell that first does something.
    pub fn open_after(&self, script: &str) -> Terminal {
        let mut command = command("sh", self.home(), &[]);
        command.args(["-c", &format!("{script}; exec \"$0\""), env!("CARGO_BIN_EXE_loket")]);
        Terminal::start(USUAL, command)
    }

    /// A program that opens the interface for whoever comes in over ssh, and writes down its process.
    pub fn door(&self) -> PathBuf {
        let home = self.home().display();
        let script = format!(
            "#!/bin/sh\ncd {home} && echo $$ > {home}/process\nexec env -i PATH=/usr/bin:/bin LANG=C.UTF-8 HOME={home} TERM=\"$TERM\" \
             ${{TMUX:+TMUX=\"$TMUX\"}} SSH_CONNECTION=\"$SSH_CONNECTION\" XDG_CONFIG_HOME={home}/config XDG_STATE_HOME={home}/state \
             {} \"$@\"\n",
            env!("CARGO_BIN_EXE_loket")
        );
        let path = self.home().join("door");
        std::fs::write(&path, script).unwrap();
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o700)).unwrap();
        path
    }

    /// The interface that was opened last through the door.
    pub fn process(&self) -> Pid {
        process::of_file(&self.home().join("process"))
    }

    /// Is a draft on disk?
    pub fn has_draft(&self) -> bool {
        self.drafts().next().is_some()
    }

    /// The file of the one draft on disk.
    pub fn draft(&self) -> PathBuf {
        let found: Vec<_> = self.drafts().collect();
        assert_eq!(found.len(), 1, "{found:?}");
        found[0].clone()
    }

    fn drafts(&self) -> impl Iterator<Item = PathBuf> {
        let paths = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
        let servers = paths(&self.home().join("state/loket"));
        servers.flat_map(move |folder| paths(&folder)).filter(|path| path.to_string_lossy().contains("/draft-"))
    }

    /// What a command of the program says in JSON.
    #[track_caller]
    pub fn json(&self, arguments: &[&str]) -> Value {
        let output = run(loket(self.home()).args(arguments).arg("--json"));
        assert!(output.status.success(), "{}", said(&output));
        serde_json::from_slice(&output.stdout).unwrap()
    }
}
