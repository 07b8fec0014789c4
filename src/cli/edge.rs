//! Everything a call touches outside itself: arguments, environment, streams, clock, randomness, and the wish to stop.
//! Tests put their own in its place; only [`Edge::of_process`] knows the real ones.

use std::{
    collections::HashMap,
    ffi::OsString,
    future::Future,
    io::{IsTerminal, Read, Write},
    pin::Pin,
};

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// The outside of one call.
pub struct Edge {
    /// The arguments, with the name of the program first.
    pub arguments: Vec<OsString>,
    /// The environment; what is no Unicode is left out.
    pub environment: HashMap<String, String>,
    /// What is piped in, or typed.
    pub stdin: Box<dyn Read + Send>,
    /// Is standard input a terminal? Then somebody must be told that text is waited for.
    pub stdin_is_terminal: bool,
    /// Data.
    pub stdout: Box<dyn Write + Send>,
    /// Messages and progress.
    pub stderr: Box<dyn Write + Send>,
    /// Is standard error a terminal? Only then is progress drawn.
    pub stderr_is_terminal: bool,
    /// Columns of the terminal that standard output is; nothing: it is none.
    pub width: Option<usize>,
    /// The clock.
    pub now: fn() -> DateTime<Utc>,
    /// New ids: idempotency keys.
    pub id: fn() -> Uuid,
    /// Ready when a server that runs in this process must stop.
    pub stop: Pin<Box<dyn Future<Output = ()> + Send>>,
}

impl Edge {
    /// The real outside.
    pub fn of_process() -> Self {
        let stdout = std::io::stdout();
        let columns = rustix::termios::tcgetwinsize(&stdout).map_or(0, |size| usize::from(size.ws_col));
        let width = stdout.is_terminal().then_some(if columns == 0 { 80 } else { columns });
        Self {
            arguments: std::env::args_os().collect(),
            environment: std::env::vars_os().filter_map(|(k, v)| Some((k.into_string().ok()?, v.into_string().ok()?))).collect(),
            stdin: Box::new(std::io::stdin()),
            stdin_is_terminal: std::io::stdin().is_terminal(),
            stdout: Box::new(stdout),
            stderr: Box::new(std::io::stderr()),
            stderr_is_terminal: std::io::stderr().is_terminal(),
            width,
            now: Utc::now,
            id: Uuid::now_v7,
            stop: Box::pin(told_to_stop()),
        }
    }

    /// Does the locale say that the terminal shows more than ASCII? Without a word about it, it does; but the Linux console,
    /// whose font has no ticks, half blocks and rings, does not.
    pub fn shows_unicode(&self) -> bool {
        shows_unicode(|name| self.variable(name))
    }

    /// A variable of the environment, if it is set to something.
    pub fn variable(&self, name: &str) -> Option<String> {
        self.environment.get(name).filter(|value| !value.is_empty()).cloned()
    }
}

/// As [`Edge::shows_unicode`], of any environment.
pub(super) fn shows_unicode(variable: impl Fn(&str) -> Option<String>) -> bool {
    if variable("TERM").as_deref() == Some("linux") {
        return false;
    }
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable);
    named.is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}

/// SIGTERM, SIGINT or SIGHUP.
async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let wait = |kind| async move {
        match signal(kind) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = wait(SignalKind::terminate()) => {}
        () = wait(SignalKind::interrupt()) => {}
        () = wait(SignalKind::hangup()) => {}
    }
}
