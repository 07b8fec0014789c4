//! A real sshd on the loopback interface, with keys made for this test, for whoever runs it.
//!
//! The test itself listens and hands each connection to an `sshd -i` of its own, as inetd did: so there is no port to guess, nothing
//! to wait for, and one process to kill per connection.

use std::{
    net::TcpListener,
    os::fd::OwnedFd,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
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
        std::fs::copy(folder.join("user.pub"), folder.join("authorized")).unwrap();
        let configuration = format!(
            "HostKey {}\nAuthorizedKeysFile {}\nStrictModes no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n\
             UsePAM no\nPermitRootLogin yes\nPrintMotd no\nPrintLastLog no\nPidFile none\nLogLevel ERROR\n",
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
        let path = |name: &str| self.folder.join(name).display().to_string();
        let mut command = command("ssh", home, &[]);
        command.args(["-F", "none", "-tt", "-i", &path("user"), "-p", &self.port.to_string()]);
        for option in ["IdentitiesOnly=yes", "StrictHostKeyChecking=yes", "BatchMode=yes", "LogLevel=ERROR"] {
            command.args(["-o", option]);
        }
        command.args(["-o", &format!("UserKnownHostsFile={}", path("known")), "127.0.0.1", remote]);
        command
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
