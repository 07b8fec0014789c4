//! Trying a server and saving answers while loket is set up, each in a thread of its own: the screen waits for neither.

use std::{sync::Arc, thread, time::Duration};

use super::{Desk, Event};
use crate::{
    client::{Failure, Patience, Session},
    locale::{Language, Texts},
    tui::app::{
        message::Msg,
        setup::{Answers, Found, Secret},
    },
};

/// One attempt, so that a wrong address is told soon.
const CONNECT: Duration = Duration::from_secs(4);
const ANSWER: Duration = Duration::from_secs(8);

impl Desk {
    /// Asks a server what it is, and with a token who we are.
    pub(super) fn try_server(&self, attempt: u64, server: String, token: Option<Secret>) {
        let texts = Arc::clone(&self.state.texts);
        self.aside("attempt", move || {
            let result = attempted(&server, token, texts.language())
                .map_err(|failure| (failure.what(&texts).into_string(), advice(&failure, &texts)));
            let named = |found: Found| Found {
                account: found.account.map(|(name, role)| (name, texts.get(&format!("role-{role}")))),
                ..found
            };
            Msg::Tried { attempt, result: result.map(named) }
        });
    }

    /// Saves what was answered.
    pub(super) fn configure(&self, answers: Answers) {
        let save = Arc::clone(&self.options.arrange.save);
        self.aside("save", move || Msg::Configured(save(&answers)));
    }

    /// Does something in a thread and tells what came of it.
    pub(super) fn aside(&self, name: &str, work: impl FnOnce() -> Msg + Send + 'static) {
        let events = self.events.clone();
        let spawned = thread::Builder::new().name(name.into()).spawn(move || drop(events.send(Event::Message(Box::new(work())))));
        if let Err(error) = spawned {
            tracing::error!(%error, "a thread did not start");
        }
    }
}

/// What to do here, where the address stands on the screen.
fn advice(failure: &Failure, texts: &Texts) -> String {
    match failure {
        Failure::NoAddress { .. } => texts.get("setup-server-advice"),
        Failure::WrongServer { .. } => texts.get("setup-wrong-server-advice"),
        _ => failure.advice(texts).into_string(),
    }
}

fn attempted(server: &str, token: Option<Secret>, language: Language) -> Result<Found, Failure> {
    let patience = Patience { connect: CONNECT, total: ANSWER, pauses: vec![] };
    let known = token.is_some();
    // A token goes with every request; the visit needs none.
    let token = token.map_or_else(|| "none".to_owned(), |token| token.0);
    let session = Session::with_patience(server, token.into(), language, patience)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|_| Failure::Cut { server: server.to_owned(), writing: false })?;
    runtime.block_on(async {
        let visit = session.visit().await?;
        let account = match known {
            true => {
                let me = session.me().await?;
                Some((me.name.line().into_string(), me.role.to_string()))
            }
            false => None,
        };
        Ok(Found { version: visit.version, account })
    })
}
