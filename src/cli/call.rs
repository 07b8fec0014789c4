//! One call: its configuration, its texts, and the one place where anything is written.
//!
//! Standard output and standard error only ever get safe text: no control character but the line break.

use std::{future::Future, io::Write};

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::{
    api::problem::{Code, Problem, exit},
    client::{Bearer, Failure, Session},
    domain::{ids::IdempotencyKey, text::SafeText, zone},
    locale::{Texts, Value},
    server::{StartError, StoreError},
};

use super::{
    Edge,
    config::{Config, Flags},
    json,
    sources::Sources,
};

/// What a command ends with: an exit code, or why it stopped.
pub(super) type Done = Result<u8, Stop>;

/// Why a command stopped.
#[derive(Debug)]
pub(super) enum Stop {
    /// A request failed.
    Failure(Failure),
    /// A request that changes something got no clear answer: whether it was saved is not known.
    NotConfirmed(Failure, IdempotencyKey),
    /// The store could not be opened.
    Start(StartError),
    /// The store failed.
    Store(StoreError),
    /// Something of the call itself: the key of a text, its values, the exit code.
    Said(&'static str, Vec<(&'static str, Value)>, u8),
    /// Nobody reads standard output any more.
    Unread,
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<StartError> for Stop {
    fn from(error: StartError) -> Self {
        Self::Start(error)
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// One call of the command line.
pub(super) struct Call {
    pub edge: Edge,
    pub config: Config,
    pub texts: Texts,
    /// The options that are settings too: they count over every file, also over one that is read again.
    pub flags: Flags,
}

impl Call {
    pub(super) fn new(edge: Edge, config: Config) -> Self {
        let texts = Texts::new(config.language.value);
        Self { edge, config, texts, flags: Flags::default() }
    }

    /// What themes and keymaps are read from.
    pub(super) fn sources(&self) -> Sources<'_> {
        Sources { config: &self.config, environment: &self.edge.environment }
    }

    /// Tells what is wrong with the configuration; the command that checks it does so itself.
    pub(super) fn warn_of_configuration(&mut self, told_elsewhere: bool) {
        if told_elsewhere {
            return;
        }
        let reports: Vec<SafeText> = self.config.faults.iter().map(|fault| fault.report(&self.texts)).collect();
        for report in reports {
            self.message(&report);
        }
    }

    /// The exit code, after saying why when it stopped.
    pub(super) fn end(&mut self, done: Done) -> u8 {
        match done {
            Ok(code) => code,
            Err(Stop::Unread) => exit::DONE,
            Err(Stop::Failure(failure)) => {
                self.tell(&failure);
                failure.exit()
            }
            Err(Stop::NotConfirmed(failure, key)) => {
                self.tell(&failure);
                self.say("cli-not-confirmed", &[("key", key.to_string().into())]);
                exit::NOT_CONFIRMED
            }
            Err(Stop::Start(error)) => {
                self.say(error.key(), &[("detail", error.detail().into())]);
                error.exit()
            }
            Err(Stop::Store(error)) => {
                self.say("cli-store-failed", &[("detail", error.to_string().into())]);
                exit::NO_SERVER
            }
            Err(Stop::Said(key, values, code)) => {
                self.say(key, &values);
                code
            }
        }
    }

    /// What happened and what to do, with every fault of the input.
    pub(super) fn tell(&mut self, failure: &Failure) {
        self.message(&failure.what(&self.texts));
        if let Failure::Problem(problem) = failure {
            self.faults(problem);
        }
        let advice = self.advice(failure);
        if !advice.as_str().is_empty() {
            self.message(&advice);
        }
    }

    /// What to do about it. Unlike the interface, the command line keeps nothing that was typed.
    fn advice(&self, failure: &Failure) -> SafeText {
        match failure {
            Failure::Cut { writing: true, .. } | Failure::TimedOut { writing: true, .. } => SafeText::default(),
            Failure::NoServer { .. } => SafeText::line(&self.texts.get("cli-no-server-advice")),
            _ => failure.advice(&self.texts),
        }
    }

    fn faults(&mut self, problem: &Problem) {
        if let (Code::AlreadyClaimed, Some(holder)) = (problem.code, &problem.existing) {
            self.say("cli-held-by", &[("name", holder.as_str().into())]);
        }
        for fault in &problem.errors {
            // A fault of no one field is the reason itself.
            let at = if fault.at.is_empty() { String::new() } else { format!("{}: ", fault.at) };
            self.message(&SafeText::line(&format!("  {at}{}", fault.detail)));
        }
    }

    /// A message in the reader's language, on standard error. What a system said, `$detail`, is put into that language too.
    pub(super) fn say(&mut self, key: &str, values: &[(&str, Value)]) {
        let mut values = values.to_vec();
        for (name, value) in &mut values {
            if let ("detail", Value::Text(said)) = (*name, &*value) {
                *value = self.texts.of_system(said.as_str()).into();
            }
        }
        let text = self.texts.with(key, &values);
        self.message(&SafeText::block(&text));
    }

    /// A message on standard error. When that is gone there is nobody to tell.
    pub(super) fn message(&mut self, text: &SafeText) {
        let _ = writeln!(self.edge.stderr, "{text}");
    }

    /// A line of data.
    pub(super) fn print(&mut self, text: &SafeText) -> Result<(), Stop> {
        written(writeln!(self.edge.stdout, "{text}"))
    }

    /// Lines of data that loket made itself.
    pub(super) fn print_block(&mut self, text: &str) -> Result<(), Stop> {
        self.print(&SafeText::block(text))
    }

    /// A line that loket made itself and that may steer the terminal: nothing from outside may be in it.
    pub(super) fn print_own(&mut self, text: &str) -> Result<(), Stop> {
        written(writeln!(self.edge.stdout, "{text}"))
    }

    /// A file of another format, whole, in which nothing can steer a terminal: `export` made it of safe text.
    pub(super) fn print_file(&mut self, text: &str) -> Result<(), Stop> {
        written(write!(self.edge.stdout, "{text}"))
    }

    /// Data for programs: JSON in which nothing can steer a terminal.
    pub(super) fn print_json(&mut self, value: &impl Serialize) -> Result<(), Stop> {
        let text = json::safe(value);
        written(writeln!(self.edge.stdout, "{text}"))
    }

    /// The same on a line of its own.
    pub(super) fn print_json_line(&mut self, value: &impl Serialize) -> Result<(), Stop> {
        let text = json::safe_line(value);
        written(writeln!(self.edge.stdout, "{text}"))
    }

    pub(super) fn flush(&mut self) -> Result<(), Stop> {
        written(self.edge.stdout.flush())
    }

    /// The configured server and the token for it.
    pub(super) fn server_and_token(&self) -> Result<(String, Bearer), Stop> {
        let server = self.config.server.value.clone().ok_or(Stop::Said("cli-no-server", vec![], exit::CONFIGURATION))?;
        let token = self.token(&server)?;
        Ok((server, token))
    }

    /// A session with the configured server.
    pub(super) fn session(&self) -> Result<Session, Stop> {
        let (server, token) = self.server_and_token()?;
        Ok(Session::new(&server, token, self.config.language.value)?)
    }

    /// A token that is given wins over somebody who signed in.
    fn token(&self, server: &str) -> Result<Bearer, Stop> {
        if let Some(token) = self.edge.variable("LOKET_TOKEN") {
            return Ok(token.trim().into());
        }
        if let Some(path) = &self.config.token_file.value {
            return super::values::secret_file(path).map(|token| token.trim().into());
        }
        super::login::kept(self, server)?
            .ok_or_else(|| Stop::Said("cli-no-token", vec![("server", server.into())], exit::CONFIGURATION))
    }

    /// The wish to stop, once.
    pub(super) fn stop(&mut self) -> std::pin::Pin<Box<dyn Future<Output = ()> + Send>> {
        std::mem::replace(&mut self.edge.stop, Box::pin(std::future::pending()))
    }

    pub(super) fn now(&self) -> DateTime<Utc> {
        (self.edge.now)()
    }

    /// Today in the Netherlands.
    pub(super) fn today(&self) -> NaiveDate {
        zone::date_of(self.now())
    }

    pub(super) fn key(&self) -> IdempotencyKey {
        IdempotencyKey((self.edge.id)())
    }
}

/// Runs what waits for a server.
pub(super) fn wait<T>(work: impl Future<Output = T>) -> Result<T, Stop> {
    runtime(&mut tokio::runtime::Builder::new_current_thread()).map(|runtime| runtime.block_on(work))
}

/// What a server runs on.
pub(super) fn all_cores() -> Result<tokio::runtime::Runtime, Stop> {
    runtime(&mut tokio::runtime::Builder::new_multi_thread())
}

fn runtime(builder: &mut tokio::runtime::Builder) -> Result<tokio::runtime::Runtime, Stop> {
    let failed = |error: std::io::Error| Stop::Said("cli-system", vec![("detail", error.to_string().into())], exit::NO_SERVER);
    builder.enable_all().build().map_err(failed)
}

/// A reader that went away (`loket … | head`) is no fault; a full disk is.
fn written(result: std::io::Result<()>) -> Result<(), Stop> {
    result.map_err(|error| match error.kind() {
        std::io::ErrorKind::BrokenPipe => Stop::Unread,
        _ => Stop::Said("cli-not-written", vec![("detail", error.to_string().into())], exit::NOTHING),
    })
}
