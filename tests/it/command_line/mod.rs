//! The command line against a real server on SQLite: what is printed, and with which exit code it ends.

mod agenda;
mod arrangements;
mod at_hand;
mod attacks;
mod case_exports;
mod cases;
mod casework;
mod confirmation;
mod deliveries;
mod destruction;
mod doctor;
mod exports;
mod import;
mod import_agreements;
mod letters;
mod log;
mod meeting_story;
mod merging;
mod messages;
mod numbers;
mod parcels;
mod series;
mod serving;
mod terms;
mod themes;
mod time_outs;

use std::{
    io::Write,
    path::{Path, PathBuf},
    pin::pin,
    sync::{Arc, Mutex},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use loket::{
    cli::{self, Edge},
    domain::role::Role,
    server::tokens::DESK_ORGANISATION,
};
use serde_json::Value;
use tokio::sync::Notify;

use super::support::server::{TestServer, start_of_story};

/// What was written, seen from outside.
#[derive(Clone, Default)]
pub(super) struct Sink(Arc<(Mutex<Vec<u8>>, Notify)>);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.0.0.lock().expect("a sink").write(bytes);
        self.0.1.notify_waiters();
        written
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Sink {
    pub(super) fn text(&self) -> String {
        String::from_utf8(self.0.0.lock().expect("a sink").clone()).expect("text is UTF-8")
    }

    /// The first whole line that starts so; waits until it is written.
    pub(super) async fn line(&self, start: &str) -> String {
        loop {
            let mut more = pin!(self.0.1.notified());
            // Listening begins before looking, so that nothing is written in between unheard.
            more.as_mut().enable();
            let text = self.text();
            if let Some((line, _)) = text.find(start).and_then(|at| text[at..].split_once('\n')) {
                return line.to_owned();
            }
            if tokio::time::timeout(Duration::from_secs(30), more).await.is_err() {
                panic!("no line {start}: {text}");
            }
        }
    }
}

/// How a call ended.
#[derive(Debug)]
pub(super) struct Ended {
    pub code: u8,
    pub stdout: String,
    pub stderr: String,
}

impl Ended {
    #[track_caller]
    pub(super) fn is(self, code: u8) -> Self {
        assert_eq!(self.code, code, "{} {}", self.stdout, self.stderr);
        self
    }

    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}", self.stdout))
    }
}

/// An outside with these arguments, variables and piped text.
pub(super) fn edge(arguments: &[&str], environment: &[(&str, &str)], stdin: &str) -> (Edge, Sink, Sink) {
    let (stdout, stderr) = (Sink::default(), Sink::default());
    let edge = Edge {
        arguments: std::iter::once("loket").chain(arguments.iter().copied()).map(Into::into).collect(),
        environment: environment.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect(),
        stdin: Box::new(std::io::Cursor::new(stdin.to_owned())),
        stdin_is_terminal: false,
        stdout: Box::new(stdout.clone()),
        stderr: Box::new(stderr.clone()),
        stderr_is_terminal: false,
        width: None,
        now,
        id: uuid::Uuid::now_v7,
        stop: Box::pin(std::future::pending()),
    };
    (edge, stdout, stderr)
}

/// Monday 23 November 2026, 10:00 in the Netherlands: after the samples were written.
fn now() -> DateTime<Utc> {
    start_of_story() + TimeDelta::days(7)
}

/// A server over SQLite on that day.
pub(super) async fn lite() -> TestServer {
    on_the_day(TestServer::sqlite().await)
}

/// A server over PostgreSQL on that day.
pub(super) async fn postgres() -> TestServer {
    on_the_day(TestServer::postgres().await)
}

fn on_the_day(server: TestServer) -> TestServer {
    server.advance(TimeDelta::days(7));
    server
}

/// Somebody at a shell, with a server and a token in the environment.
pub(super) struct Shell {
    server: String,
    token: String,
}

impl Shell {
    /// A loket worker.
    pub(super) async fn desk(server: &TestServer) -> Self {
        let account = server.account(Role::Desk, "A. Bakker", DESK_ORGANISATION).await;
        Self { server: account.server, token: account.token }
    }

    pub(super) fn with_token(server: &TestServer, token: &str) -> Self {
        Self { server: server.desk().server, token: token.into() }
    }

    pub(super) async fn run(&self, arguments: &[&str]) -> Ended {
        self.pipe(arguments, "").await
    }

    pub(super) async fn pipe(&self, arguments: &[&str], stdin: &str) -> Ended {
        self.in_environment(arguments, stdin, &[]).await
    }

    /// With these variables too.
    pub(super) async fn in_environment(&self, arguments: &[&str], stdin: &str, more: &[(&str, &str)]) -> Ended {
        let mut environment = vec![("LOKET_SERVER", self.server.as_str()), ("LOKET_TOKEN", self.token.as_str())];
        environment.extend_from_slice(more);
        let (edge, stdout, stderr) = edge(arguments, &environment, stdin);
        let code = tokio::task::spawn_blocking(move || cli::run(edge)).await.expect("a call never panics");
        Ended { code, stdout: stdout.text(), stderr: stderr.text() }
    }
}

pub(super) fn sample(name: &str) -> String {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/samples").join(name);
    path.display().to_string()
}

/// A file that lives as long as its folder.
pub(super) fn file(folder: &tempfile::TempDir, name: &str, text: &str) -> String {
    let path = folder.path().join(name);
    std::fs::write(&path, text).expect("a file");
    path.display().to_string()
}
