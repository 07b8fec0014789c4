//! The network of the interface: one thread with its own runtime. Takes effects that ask the server, gives messages back.
//! It starts after the first frame is drawn, so that a slow name server or certificate store never delays the screen.

use std::{sync::mpsc::Sender, thread};

use chrono::Utc;
use secrecy::SecretString;
use serde::de::DeserializeOwned;
use tokio::{
    runtime::Builder,
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    task::JoinHandle,
};

use super::Event;
use crate::{
    api::{
        officer::OfficerSearch,
        signal::{Created, NewClaim, NewContactMoment, NewNote, Origin},
    },
    client::{
        Failure, Session, Write,
        live::{self, Closed, LiveEvent, LiveState, Pace},
        outbox::{Drafts, Pending},
    },
    domain::ids::IdempotencyKey,
    locale::{Language, Texts},
    tui::app::message::{Answer, Call, Link, Msg, Refusal},
};

/// Something for the network to do.
#[derive(Debug)]
pub enum Order {
    /// Ask the server; the reply comes as a message.
    Send {
        /// Which request.
        request: u64,
        /// The key made at the press.
        key: IdempotencyKey,
        /// What.
        call: Call,
        /// The draft it came from.
        slot: String,
    },
    /// Get the newest state of everything.
    Refresh,
}

/// Where to, as whom.
#[derive(Debug, Clone)]
pub struct Destination {
    /// Address of the server.
    pub server: String,
    /// Token.
    pub token: SecretString,
    /// Language of its answers.
    pub language: Language,
    /// Where a write is kept until it is confirmed.
    pub drafts: Option<Drafts>,
}

/// Starts the thread.
pub fn start(destination: Destination, events: Sender<Event>) -> UnboundedSender<Order> {
    let (orders, taken) = unbounded_channel();
    let spawned =
        thread::Builder::new().name("network".into()).spawn(move || match Builder::new_current_thread().enable_all().build() {
            Ok(runtime) => runtime.block_on(work(destination, events, taken)),
            Err(error) => tracing::error!(%error, "the network thread has no runtime"),
        });
    if let Err(error) = spawned {
        tracing::error!(%error, "the network thread did not start");
    }
    orders
}

async fn work(destination: Destination, events: Sender<Event>, mut orders: UnboundedReceiver<Order>) {
    let texts = std::sync::Arc::new(Texts::new(destination.language));
    let session = match Session::new(&destination.server, destination.token, destination.language) {
        Ok(session) => session,
        Err(failure) => {
            let link = lost(&failure, &texts, Utc::now());
            let _ = events.send(Event::Message(Msg::Link(link)));
            return;
        }
    };
    let mut following = follow(&session, &texts, &events);
    resend(&session, destination.drafts.clone(), events.clone());
    while let Some(order) = orders.recv().await {
        match order {
            Order::Refresh => {
                following.abort();
                following = follow(&session, &texts, &events);
            }
            Order::Send { request, key, call, slot } => {
                let (session, texts, events, drafts) =
                    (session.clone(), texts.clone(), events.clone(), destination.drafts.clone());
                tokio::spawn(async move {
                    let reply = ask(&session, drafts, key, call, slot).await.map_err(|failure| refusal(failure, &texts));
                    let _ = events.send(Event::Message(Msg::Reply { request, reply }));
                });
            }
        }
    }
}

/// Follows the server: who we are, the rows, and what changes.
fn follow(session: &Session, texts: &std::sync::Arc<Texts>, events: &Sender<Event>) -> JoinHandle<()> {
    let (session, texts, events) = (session.clone(), texts.clone(), events.clone());
    tokio::spawn(async move {
        let known = std::sync::atomic::AtomicBool::new(false);
        let asking = session.clone();
        let (report_events, report_texts) = (events.clone(), texts.clone());
        let random = ring::rand::SystemRandom::new();
        let report = move |event: LiveEvent| {
            let message = match event {
                LiveEvent::FirstRows(replica) | LiveEvent::Replica(replica) => Msg::Replica(replica),
                LiveEvent::State(LiveState::Connecting) => Msg::Link(Link::Connecting),
                LiveEvent::State(LiveState::Live) => {
                    if !known.swap(true, std::sync::atomic::Ordering::Relaxed) {
                        introduce(asking.clone(), report_events.clone());
                    }
                    Msg::Link(Link::Live)
                }
                LiveEvent::State(LiveState::Lost { since, why }) => Msg::Link(lost(&why, &report_texts, since)),
                LiveEvent::Heartbeat(_) => return Ok(()),
                LiveEvent::Unreadable(count) => {
                    tracing::warn!(count, "lines of the change feed could not be read");
                    return Ok(());
                }
            };
            report_events.send(Event::Message(message)).map_err(|_| Closed)
        };
        introduce(session.clone(), events);
        live::follow(session, Pace::default(), Utc::now, move || unit(&random), report).await;
    })
}

/// Asks who we are.
fn introduce(session: Session, events: Sender<Event>) {
    tokio::spawn(async move {
        if let Ok(me) = session.me().await {
            let _ = events.send(Event::Message(Msg::Me(Box::new(me))));
        }
    });
}

/// A number from 0 up to 1.
fn unit(random: &ring::rand::SystemRandom) -> f64 {
    let mut bytes = [0; 4];
    let _ = ring::rand::SecureRandom::fill(random, &mut bytes);
    f64::from(u32::from_le_bytes(bytes)) / (f64::from(u32::MAX) + 1.0)
}

async fn ask(
    session: &Session,
    drafts: Option<Drafts>,
    key: IdempotencyKey,
    call: Call,
    slot: String,
) -> Result<Answer, Failure> {
    let signal = |signal| Answer::Signal(Box::new(signal));
    Ok(match call {
        Call::Read(id) => signal(session.signal(&id.to_string()).await?),
        Call::SearchOfficers(query) => {
            Answer::Officers(session.search_officers(&OfficerSearch { query: query.into(), limit: Some(100) }).await?.items)
        }
        Call::Claim { signal: id, reason } => signal(session.claim(key, id, &NewClaim { takeover_reason: reason }).await?),
        Call::Release(id) => signal(session.release(key, id).await?),
        Call::Patch { signal: id, version, patch } => signal(session.patch_signal(key, id, version, &patch).await?),
        Call::Note { signal: id, text } => {
            let write = Write::note(key, id, &NewNote { text, origin: Origin::Typed });
            signal(surely(session, drafts, write, slot).await?)
        }
        Call::Contact { signal: id, contact } => {
            signal(surely(session, drafts, Write::contact_moment(key, id, &NewContactMoment { contact }), slot).await?)
        }
        Call::Create(new) => {
            let created: Created<_> = surely(session, drafts, Write::create_signal(key, &new), slot).await?;
            signal(created.item)
        }
    })
}

/// A write that is on disk with its key before it is sent, and goes once it is answered: by then it is saved, or the form
/// holds text and key.
async fn surely<T: DeserializeOwned>(
    session: &Session,
    drafts: Option<Drafts>,
    write: Write,
    slot: String,
) -> Result<T, Failure> {
    let key = write.key;
    let pending =
        Pending { write: write.clone(), server: session.server().to_owned(), made_at: Utc::now(), slot, refused: false };
    if let Some(Err(error)) = drafts.as_ref().map(|drafts| drafts.keep(&pending)) {
        tracing::warn!(?error, "an unconfirmed write could not be kept on disk");
    }
    let answer = session.write(&write).await;
    if let Some(Err(error)) = drafts.as_ref().map(|drafts| drafts.forget(key)) {
        tracing::warn!(?error, "a confirmed write could not be taken off the disk");
    }
    answer
}

/// Sends again what was not confirmed when loket ended the last time.
fn resend(session: &Session, drafts: Option<Drafts>, events: Sender<Event>) {
    let (Some(drafts), session) = (drafts, session.clone()) else { return };
    tokio::spawn(async move {
        let resent = drafts.resend_all(&session).await.unwrap_or_default();
        let saved: Vec<_> = resent.iter().filter(|resent| resent.outcome.is_ok()).collect();
        for resent in &saved {
            let _ = drafts.remove(&resent.pending.slot);
        }
        if !saved.is_empty() {
            let _ = events.send(Event::Message(Msg::Resent(saved.len())));
        }
    });
}

fn refusal(failure: Failure, texts: &Texts) -> Refusal {
    let problem = match &failure {
        Failure::Problem(problem) => Some(problem.clone()),
        _ => None,
    };
    Refusal {
        code: problem.as_ref().map(|problem| problem.code),
        words: failure.what(texts).into_string(),
        advice: failure.advice(texts).into_string(),
        problem,
    }
}

fn lost(failure: &Failure, texts: &Texts, since: chrono::DateTime<Utc>) -> Link {
    Link::Lost { since, words: failure.what(texts).into_string(), advice: failure.advice(texts).into_string() }
}
