//! The network of the interface: one thread with its own runtime. Takes effects that ask the server, gives messages back.
//! It starts after the first frame is drawn, so that a slow name server or certificate store never delays the screen.

use std::{
    sync::{Arc, Mutex, mpsc::Sender},
    thread,
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::{
    runtime::Builder,
    sync::{
        Notify, Semaphore,
        mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
        watch,
    },
    time::timeout,
};

use super::{
    Event, at_hand, erased, fault, presence,
    pressed::{outcome, pending, waiting, written},
};
use crate::{
    api::{
        alike::NewMerge,
        confirmation::Decline,
        officer::{OfficerSearch, SearchCase},
        session::Me,
        share::ShareDetail,
        signal::{Created, NewClaim},
    },
    client::{
        Bearer, Failure, Session, Write,
        live::{self, Closed, LiveEvent, LiveState, Pace},
        outbox::{self, Drafts, Means, Timing},
    },
    domain::{
        confirmation::Confirmation,
        ids::{IdempotencyKey, SignalId, WindowId},
        view::SavedView,
    },
    locale::Texts,
    tui::app::{
        message::{Answer, Call, Kept, Link, Msg, Refusal},
        presence::Here,
        verdicts::RegisterCall,
    },
};

/// Requests under way at a time.
const REQUESTS_AT_ONCE: usize = 6;
/// What waits is said to wait so much later, at most, than other requests are said to be without an answer.
const SAYS_SO: Duration = Duration::from_secs(2);
/// A server's clock that moved by more than this against the one here is told.
const CLOCK_MOVED: TimeDelta = TimeDelta::seconds(2);

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
        draft: Option<Kept>,
        /// When the user pressed save.
        made_at: DateTime<Utc>,
    },
    /// Tell where this window is.
    Present(Option<Here>),
    /// This window closes: tell that it is nowhere, and that this was told or cannot be.
    Leave(Sender<()>),
    /// Get the newest state of everything.
    Refresh,
    /// Speak with these texts, in their language, from now on.
    Speak(Arc<Texts>),
    /// What waits under this key is not to be sent any more.
    Drop(IdempotencyKey),
}

/// Where to, as whom.
#[derive(Debug, Clone)]
pub struct Destination {
    /// Address of the server.
    pub server: String,
    /// Token.
    pub token: Bearer,
    /// Texts, in the language of its answers.
    pub texts: Arc<Texts>,
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

/// Everything a request needs.
#[derive(Clone)]
pub(super) struct Line {
    pub(super) session: Session,
    pub(super) drafts: Option<Drafts>,
    /// Who we are, once the server told.
    pub(super) me: Arc<Mutex<Option<Me>>>,
    pub(super) texts: Arc<Texts>,
    pub(super) events: Sender<Event>,
    /// The way to what sends what was pressed.
    sender: outbox::Sender,
    /// So many requests at a time: a large action does not crowd out the rest.
    gate: Arc<Semaphore>,
}

async fn work(destination: Destination, events: Sender<Event>, mut orders: UnboundedReceiver<Order>) {
    let texts = destination.texts;
    let session = match Session::new(&destination.server, destination.token, texts.language()) {
        Ok(session) => session,
        Err(failure) => {
            let link = lost(&failure, &texts, Utc::now());
            let _ = events.send(Event::Message(Box::new(Msg::Link(link))));
            return;
        }
    };
    let gate = Arc::new(Semaphore::new(REQUESTS_AT_ONCE));
    let means =
        Means { session: session.clone(), drafts: destination.drafts.clone(), texts: texts.clone(), timing: Timing::default() };
    let sender = outbox::Sender::start(means, waiting(events.clone()));
    let mut line = Line { session, drafts: destination.drafts, me: Arc::default(), texts, events, sender, gate };
    let nudge = Arc::new(Notify::new());
    let (window, here) = (presence::window(), watch::Sender::new(None));
    follow(&line, window, nudge.clone());
    tokio::spawn(presence::tell(line.session.clone(), window, here.subscribe()));
    tokio::spawn(at_hand::keep_fresh(line.clone()));
    while let Some(order) = orders.recv().await {
        fault::point();
        match order {
            Order::Present(at) => drop(here.send_replace(at)),
            Order::Leave(done) => drop(tokio::spawn(presence::leave(line.session.clone(), window, done))),
            Order::Refresh => nudge.notify_one(),
            Order::Drop(key) => line.sender.call_off(key),
            Order::Speak(texts) => {
                line.session = line.session.in_language(texts.language());
                line.texts = texts;
                line.sender.speak(line.session.clone(), line.texts.clone());
            }
            Order::Send { request, key, call, draft, made_at } => {
                let line = line.clone();
                // What waits takes its place in the row here, in the order in which it was pressed.
                // Of what waits there it is the sender that says so, once it is on disk.
                let patience = Timing::default().unconfirmed + if call.waits() { SAYS_SO } else { Duration::ZERO };
                let pressed = written(&call, key).map(|write| line.sender.press(pending(&line, write, &call, draft, made_at)));
                tokio::spawn(async move {
                    let answer = async {
                        match pressed {
                            Some(pressed) => outcome(&line, pressed.await),
                            None => {
                                let _turn = line.gate.acquire().await;
                                ask(&line, key, call).await
                            }
                        }
                    };
                    let mut answer = std::pin::pin!(answer);
                    let reply = match timeout(patience, &mut answer).await {
                        Ok(reply) => reply,
                        Err(_) => {
                            line.tell(Msg::Unanswered(request));
                            answer.await
                        }
                    };
                    line.tell(Msg::Reply { request, reply: reply.map_err(|failure| refusal(failure, &line.texts)) });
                });
            }
        }
    }
}

impl Line {
    fn tell(&self, message: Msg) {
        let _ = self.events.send(Event::Message(Box::new(message)));
    }
}

/// Follows the server: who we are, the rows, and what changes; a nudge asks now. The day it is at the server is asked at once,
/// beside the first rows: until it is known no day that is typed can be understood.
fn follow(line: &Line, window: WindowId, nudge: Arc<Notify>) {
    let line = line.clone();
    tokio::spawn({
        let line = line.clone();
        async move {
            greet(&line).await;
        }
    });
    tokio::spawn(async move {
        let random = ring::rand::SystemRandom::new();
        let session = line.session.clone();
        let mut away = at_hand::Away::default();
        let mut erased = erased::Erased::default();
        let mut others = vec![];
        let (mut ahead, mut perhaps) = (None, None);
        let report = move |event: LiveEvent| {
            away.hears(&line, &event);
            erased.hears(&line, &event);
            let message = match event {
                LiveEvent::FirstRows(replica) | LiveEvent::Replica(replica) => Msg::Replica(replica),
                LiveEvent::Presence(mut present) => {
                    present.retain(|one| one.window != window);
                    // One's own steps come back too: they are no news.
                    if present == others {
                        return Ok(());
                    }
                    others.clone_from(&present);
                    Msg::Present(present)
                }
                LiveEvent::State(LiveState::Connecting) => Msg::Link(Link::Connecting),
                LiveEvent::State(LiveState::Live) => {
                    tokio::spawn(introduce(line.clone()));
                    Msg::Link(Link::Live)
                }
                LiveEvent::State(LiveState::Lost { since, why }) => {
                    others.clear();
                    line.sender.away();
                    Msg::Link(lost(&why, &line.texts, since))
                }
                LiveEvent::Heartbeat(now) => {
                    let skew = now - Utc::now();
                    let like = |other: Option<TimeDelta>| other.is_some_and(|other| (skew - other).abs() <= CLOCK_MOVED);
                    // One that was read late, after a standstill, says nothing of the clock: two must agree.
                    let (known, agrees) = (like(ahead), ahead.is_none() || like(perhaps));
                    perhaps = (!known).then_some(skew);
                    if known || !agrees {
                        return Ok(());
                    }
                    ahead = Some(skew);
                    Msg::ServerClock(now)
                }
                LiveEvent::Unreadable(count) => Msg::Unreadable(count),
            };
            line.events.send(Event::Message(Box::new(message))).map_err(|_| Closed)
        };
        live::follow_nudged(session, Pace::default(), Utc::now, move || live::unit(&random), &nudge, report).await;
    });
}

/// Asks who we are, and what day it is there.
async fn greet(line: &Line) -> Option<Me> {
    let me = line.session.me().await.ok()?;
    if let Ok(mut known) = line.me.lock() {
        *known = Some(me.clone());
    }
    let _ = line.events.send(Event::Message(Box::new(Msg::Me(Box::new(me.clone())))));
    Some(me)
}

/// Asks who we are, and has sent under that account what waits: at the start and whenever the connection is back. Then takes along of
/// the register what may be.
async fn introduce(line: Line) {
    let me = greet(&line).await;
    line.sender.there(me.as_ref().map(|me| me.account));
    if let Some(me) = me {
        at_hand::keep(&line, &me, false).await;
    }
}

/// The case as it is after sharing; what is done is done, also when it cannot be read.
async fn shared(session: &Session, id: SignalId) -> Answer {
    session.signal(&id.to_string()).await.map_or(Answer::Saved, |signal| Answer::Signal(Box::new(signal)))
}

async fn ask(line: &Line, key: IdempotencyKey, call: Call) -> Result<Answer, Failure> {
    let session = &line.session;
    let signal = |signal| Answer::Signal(Box::new(signal));
    let time_out = |found| Answer::TimeOut(Box::new(found));
    Ok(match call {
        Call::Read(id) => signal(session.signal(&id.to_string()).await?),
        Call::Reveal(id) => Answer::Reveal(Box::new(session.reveal(key, &id.to_string()).await?)),
        Call::ReadDeadline(id) => Answer::Deadline(Box::new(session.deadline(id).await?)),
        Call::LookAlikes(id) => Answer::LookAlikes(session.look_alikes(&id.to_string()).await?.items),
        Call::Resembling(id) => Answer::LookAlikes(session.look_alikes(&id.to_string()).await?.items),
        Call::ResemblingTyped(search) => Answer::LookAlikes(session.look_alikes_of(&search).await?.items),
        Call::Merge { from, from_version, into, version } => {
            let merge = NewMerge { from: from.to_string(), from_version };
            session.merge(key, into, version, &merge).await?;
            shared(session, from).await
        }
        Call::Unmerge { signal: id, version } => signal(session.unmerge(key, id, version).await?),
        Call::Share(id, new) => {
            let _: ShareDetail = session.write(&Write::share(key, &id.to_string(), &new)).await?;
            shared(session, id).await
        }
        Call::EndShare(id, share, end) => {
            let _: ShareDetail = session.write(&Write::end_share(key, share, &end)).await?;
            shared(session, id).await
        }
        Call::Message(call) => Answer::Message(Box::new(super::messages::ask(session, key, *call).await?)),
        Call::Agenda(call) => Answer::Agenda(Box::new(super::meeting::ask(session, key, &call).await?)),
        Call::Traces(call) => Answer::Traces(super::traces::ask(session, key, call).await?),
        Call::Register(call) => {
            let opens = matches!(*call, RegisterCall::Read(_));
            let answer = super::register::ask(session, key, *call).await?;
            if opens {
                at_hand::card_opened(line);
            }
            Answer::Register(answer)
        }
        Call::Arrange(call) => Answer::Arrangement(Box::new(super::arranging::arrange(session, key, &call).await?)),
        Call::ProposeTimeOut(new) => time_out(session.write(&Write::propose_time_out(key, &new)).await?),
        Call::ExtendTimeOut { id, version, body } => {
            time_out(session.write(&Write::extend_time_out(key, id, version, &body)).await?)
        }
        Call::ResumeTimeOut { id, version, body } => {
            time_out(session.write(&Write::resume_time_out(key, id, version, &body)).await?)
        }
        Call::EndTimeOut { id, version, body } => time_out(session.write(&Write::end_time_out(key, id, version, &body)).await?),
        Call::TellBody { id, version, body } => time_out(session.write(&Write::tell_body(key, id, version, &body)).await?),
        Call::BodyConfirmed { id, version, body } => {
            time_out(session.write(&Write::body_confirmed(key, id, version, &body)).await?)
        }
        Call::Confirm { id, hash } => {
            let _: Confirmation = session.write(&Write::confirm(key, id, &hash)).await?;
            Answer::Saved
        }
        Call::Decline { id, withdraw, reason } => {
            let decline = Decline { reason };
            let write = if withdraw { Write::withdraw(key, id, &decline) } else { Write::reject(key, id, &decline) };
            let _: Confirmation = session.write(&write).await?;
            Answer::Saved
        }
        Call::SearchOfficers { query, case } => {
            let case = case.map(|case| SearchCase {
                municipality: case.municipality,
                bodies: case.bodies,
                about: case.about.iter().map(|text| text.as_str().into()).collect(),
            });
            let search = OfficerSearch { query: query.into(), case, limit: Some(100) };
            Answer::Officers(session.search_officers(&search).await?.items)
        }
        Call::Claim { signal: id, reason } => signal(session.claim(key, id, &NewClaim { takeover_reason: reason }).await?),
        Call::Release(id) => signal(session.release(key, id).await?),
        Call::Patch { signal: id, version, patch } => signal(session.patch_signal(key, id, version, &patch).await?),
        // Handed to the sender.
        Call::Note { .. } | Call::Contact { .. } | Call::Create(_) => Answer::Waits,
        Call::CreateView(new) => {
            Answer::View(Box::new(session.write::<Created<SavedView>>(&Write::create_view(key, &new)).await?.item))
        }
        Call::PatchView { view, version, patch } => {
            Answer::View(Box::new(session.write(&Write::patch_view(key, view, version, &patch)).await?))
        }
        Call::DeleteView { view, version } => {
            Answer::View(Box::new(session.write(&Write::delete_view(key, view, version)).await?))
        }
    })
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

fn lost(failure: &Failure, texts: &Texts, since: DateTime<Utc>) -> Link {
    Link::Lost {
        since,
        words: failure.what(texts).into_string(),
        advice: failure.advice(texts).into_string(),
        refused: matches!(failure, Failure::NotSignedIn { .. }),
    }
}
