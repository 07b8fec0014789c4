//! Sends what is to be sent: one message at a time, each held by one instance while it does.
//!
//! The mail server takes a message before the row says so. Who is killed between the two, or cannot reach the store for longer than the message is
//! held, leaves one that is sent again, with the same Message-ID: most mail programs show such a message once.

use std::time::{Duration, SystemTime};

use super::Mail;
use crate::{
    domain::message::MessageFailure,
    server::{
        routes::App,
        service::{Posted, Refused},
    },
};

/// How often to look. What is let go leaves half a minute later, within this.
const LOOK: Duration = Duration::from_secs(1);

/// How often it is tried to write down what came of a message; a second apart, so for less long than it is held.
const TRIES: usize = 45;

/// Looks until the task is aborted.
pub async fn watch(app: App, mail: Mail) {
    let mut away = false;
    loop {
        match send_due(&app, &mail).await {
            Ok(()) => away = false,
            Err(error) if !std::mem::replace(&mut away, true) => tracing::error!(%error, "messages wait: the store is away"),
            Err(_) => {}
        }
        tokio::time::sleep(LOOK).await;
    }
}

async fn send_due(app: &App, mail: &Mail) -> Result<(), Refused> {
    while let Some(posted) = app.service.next_message().await? {
        // What waited over a day, in a store that was put back or a server that was off, surprises whoever gets it.
        let outcome = match posted.message.is_late(app.service.now()) {
            true => Err((MessageFailure::Unreachable, None)),
            false => mail.send(&posted, SystemTime::from(app.service.now())).await,
        };
        let (id, attempts) = (posted.message.id.to_string(), posted.message.attempts + 1);
        match outcome {
            Ok(()) => tracing::info!(message = id, "a message was sent"),
            Err((why, code)) => tracing::warn!(message = id, %why, code, attempts, "a message was not sent"),
        }
        settled(app, &posted, outcome).await?;
    }
    Ok(())
}

/// Writes down what came of it, and tries that for as long as nobody else can send it.
async fn settled(app: &App, posted: &Posted, outcome: Result<(), (MessageFailure, Option<u16>)>) -> Result<(), Refused> {
    let mut tries = 0;
    loop {
        tries += 1;
        match app.service.settle_message(&posted.message, outcome).await {
            Err(Refused::Store(_)) if tries < TRIES => tokio::time::sleep(LOOK).await,
            done => return done,
        }
    }
}
