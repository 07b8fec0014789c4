//! A real sshd on the loopback interface, with keys made for this test, for whoever runs it.
//!
//! The test itself listens and hands each connection to an `sshd -i` of its own, as inetd did: so there is no port to guess, nothing
//! to wait for, and one process to kill per connection.

use std::{
    net::TcpListener,
    os::fd::OwnedFd,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::{Arc, Mutex},
    thread,
};

use portable_pty::CommandBuilder;

use super::terminal::command;

/// An sshd that serves as long as it lives.
pub struct Sshd {
    folder: PathBuf,
    port: u16,
    serving: Arc<Mutex<Vec<Child>>>,
}

impl Sshd {
    /// Starts it with its files in this folder.
    pub fn start(folder: &Path) -> Self {
        Self::start_for(folder, "")
    }

    /// The same with options before the key (authorized_keys, sshd(8)). It takes every variable of loket that a client sends.
    pub fn start_for(folder: &Path, options: &str) -> Self {
        let folder = folder.join("ssh");
        std::fs::create_dir(&folder).unwrap();
        for name in ["host", "user"] {
            let made = Command::new("ssh-keygen")
                .args(["-q", "-t", "ed25519", "-N", "", "-C", name, "-f"])
                .arg(folder.join(name))
                .status()
                .expect("ssh-keygen; is openssh-client installed?");
            assert!(made.success());
        }
        let path = |name: &str| folder.join(name).display().to_string();
        let key = std::fs::read_to_string(folder.join("user.pub")).unwrap();
        std::fs::write(folder.join("authorized"), format!("{options} {key}").trim_start()).unwrap();
        let configuration = format!(
            "HostKey {}\nAuthorizedKeysFile {}\nStrictModes no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n\
             UsePAM no\nAcceptEnv LOKET_*\nPermitRootLogin yes\nPrintMotd no\nPrintLastLog no\nPidFile none\nLogLevel ERROR\n",
            path("host"),
            path("authorized")
        );
        std::fs::write(folder.join("sshd_config"), configuration).unwrap();
        if rustix::process::geteuid().is_root() {
            // Where sshd has its unprivileged half live; Debian makes it when the service starts.
            std::fs::create_dir_all("/run/sshd").unwrap();
        }
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let host = std::fs::read_to_string(folder.join("host.pub")).unwrap();
        std::fs::write(folder.join("known"), format!("[127.0.0.1]:{port} {host}")).unwrap();
        let serving = Arc::<Mutex<Vec<Child>>>::default();
        let (children, files) = (serving.clone(), folder.clone());
        thread::spawn(move || {
            for connection in listener.incoming().map_while(Result::ok) {
                let connection = OwnedFd::from(connection);
                let child = Command::new("/usr/sbin/sshd")
                    .arg("-i")
                    .arg("-f")
                    .arg(files.join("sshd_config"))
                    .arg("-E")
                    .arg(files.join("log"))
                    .stdin(connection.try_clone().unwrap())
                    .stdout(connection)
                    .stderr(Stdio::null())
                    .spawn()
                    .expect("sshd; is openssh-server installed?");
                children.lock().unwrap().push(child);
            }
        });
        Self { folder, port, serving }
    }

    /// The client, with a terminal, that runs this command line on the other side.
    pub fn client(&self, home: &Path, remote: &str) -> CommandBuilder {
        let mut command = command("ssh", home, &[]);
        command.arg("-tt");
        command.args(self.arguments());
        command.arg(remote);
        command
    }

    /// What somebody gets who asks for this without a terminal, with these variables sent along.
    pub fn ask(&self, home: &Path, variables: &[(&str, &str)], remote: &[&str]) -> Output {
        let mut command = Command::new("ssh");
        command.env_clear().env("HOME", home).env("PATH", "/usr/bin:/bin").envs(variables.iter().copied());
        command.stdin(Stdio::null());
        command.args(["-o", "SendEnv=LOKET_*"]).args(self.arguments()).args(remote);
        command.output().expect("ssh; is openssh-client installed?")
    }

    fn arguments(&self) -> Vec<String> {
        let path = |name: &str| self.folder.join(name).display().to_string();
        let mut arguments: Vec<String> =
            ["-F", "none", "-i", &path("user"), "-p", &self.port.to_string()].map(str::to_owned).into();
        for option in ["IdentitiesOnly=yes", "StrictHostKeyChecking=yes", "BatchMode=yes", "LogLevel=ERROR"] {
            arguments.extend(["-o", option].map(str::to_owned));
        }
        arguments.extend(["-o".to_owned(), format!("UserKnownHostsFile={}", path("known")), "127.0.0.1".to_owned()]);
        arguments
    }

    /// `kill -9` for every connection there is.
    pub fn kill_connections(&self) {
        for mut child in self.serving.lock().unwrap().drain(..) {
            child.kill().ok();
            child.wait().ok();
        }
    }

    /// What it had to complain about.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }
}

impl Drop for Sshd {
    fn drop(&mut self) {
        self.kill_connections();
    }
}
