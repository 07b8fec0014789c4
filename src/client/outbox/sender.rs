//! One sender of what was pressed: on disk first, then the oldest first, one at a time, under the key made at the press. What does not get
//! through stays where it stands in the row, so nothing newer of the same account overtakes it; it is tried again after pauses that grow,
//! sooner when something is pressed or the server is there again.

use std::{collections::BTreeSet, future::Future, pin::Pin, sync::Arc};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use tokio::{
    sync::{
        mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
        oneshot,
    },
    time::{Instant, sleep_until},
};

use super::{
    drafts::Drafts,
    owner::Owner,
    pending::{Pending, blocking},
    sending::{Means, Outcome, Refused, Told},
};
use crate::{
    client::{failure::Failure, live::backoff::Backoff, session::Session},
    domain::ids::{AccountId, IdempotencyKey},
    locale::Texts,
};

enum Order {
    Press(Box<Pending>, oneshot::Sender<Outcome>),
    There(Option<AccountId>),
    Away,
    Speak(Session, Arc<Texts>),
}

/// The way to the sender. It ends when the last of these is gone; what waits is on disk.
#[derive(Debug, Clone)]
pub struct Sender(UnboundedSender<Order>);

impl Sender {
    /// Starts it, in a runtime.
    pub fn start(means: Means, tell: impl FnMut(Told) + Send + 'static) -> Self {
        let (orders, taken) = unbounded_channel();
        let account = match means.drafts.as_ref().map(Drafts::owner) {
            Some(Owner::Account(account)) => Some(account),
            _ => None,
        };
        let worker = Worker {
            means,
            account,
            pressed: vec![],
            nameless: vec![],
            settled: BTreeSet::new(),
            newest: None,
            stuck: false,
            told: 0,
            saved: vec![],
            refused: vec![],
            tell,
        };
        tokio::spawn(worker.run(taken));
        Self(orders)
    }

    /// Something was pressed: it takes its place in the row now, and the outcome comes later. Its account is filled in here.
    pub fn press(&self, pending: Pending) -> oneshot::Receiver<Outcome> {
        let (reply, outcome) = oneshot::channel();
        let _ = self.0.send(Order::Press(Box::new(pending), reply));
        outcome
    }

    /// The server is there, and told this account.
    pub fn there(&self, account: Option<AccountId>) {
        let _ = self.0.send(Order::There(account));
    }

    /// The server is away: what is pressed now waits.
    pub fn away(&self) {
        let _ = self.0.send(Order::Away);
    }

    /// Speaks through this session, and in these words, from now on.
    pub fn speak(&self, session: Session, texts: Arc<Texts>) {
        let _ = self.0.send(Order::Speak(session, texts));
    }
}

/// A press that was not answered yet.
struct Pressed {
    pending: Pending,
    /// Is it on disk?
    kept: bool,
    reply: oneshot::Sender<Outcome>,
    /// When it is said that it waits.
    until: Instant,
}

struct Flight {
    pending: Pending,
    since: Instant,
    answer: Pin<Box<dyn Future<Output = Result<Value, Failure>> + Send>>,
}

struct Worker<T> {
    means: Means,
    account: Option<AccountId>,
    pressed: Vec<Pressed>,
    /// Pressed here before the account was known.
    nameless: Vec<Pending>,
    /// Answered, also when the disk does not let go of it.
    settled: BTreeSet<IdempotencyKey>,
    /// When the last in the row was pressed.
    newest: Option<DateTime<Utc>>,
    /// The last attempt did not get through, or the server is away.
    stuck: bool,
    told: usize,
    saved: Vec<Pending>,
    refused: Vec<Refused>,
    tell: T,
}

impl<T: FnMut(Told)> Worker<T> {
    async fn run(mut self, mut orders: UnboundedReceiver<Order>) {
        let random = ring::rand::SystemRandom::new();
        let mut backoff = Backoff::new(self.means.timing.pauses, || crate::client::live::backoff::unit(&random));
        let mut flight: Option<Flight> = None;
        let mut again: Option<Instant> = None;
        loop {
            let (row, readable) = self.row().await;
            if flight.is_none() && again.is_none() {
                flight = row.first().cloned().map(|pending| self.fly(pending));
                again = (flight.is_none() && !readable).then(|| Instant::now() + backoff.pause());
            }
            self.tell(&row, flight.is_none());
            let due = self.pressed.iter().filter(|one| one.kept).map(|one| one.until).min();
            tokio::select! {
                order = orders.recv() => match order {
                    None => break,
                    Some(Order::Press(pending, reply)) => {
                        self.accept(*pending, reply).await;
                        again = None;
                    }
                    Some(Order::There(account)) => {
                        self.introduce(account).await;
                        self.stuck = false;
                        again = None;
                        backoff.reset();
                        // What hangs in a connection of before is sent anew: its key makes that harmless.
                        flight.take_if(|flight| flight.since.elapsed() >= self.means.timing.unconfirmed);
                    }
                    Some(Order::Away) => {
                        self.stuck = true;
                        self.answer_waits(|_| true);
                    }
                    Some(Order::Speak(session, texts)) => (self.means.session, self.means.texts) = (session, texts),
                },
                (pending, answer) = landed(&mut flight), if flight.is_some() => {
                    flight = None;
                    match answer {
                        Err(failure) if failure.is_passing() => {
                            again = Some(Instant::now() + backoff.pause());
                            self.stuck = true;
                            self.answer_waits(|_| true);
                            self.give_up_unkept(&failure);
                        }
                        answer => {
                            self.stuck = false;
                            backoff.reset();
                            self.settle(pending, answer).await;
                        }
                    }
                }
                () = sleep_until(again.unwrap_or_else(Instant::now)), if again.is_some() => again = None,
                () = sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => {
                    let now = Instant::now();
                    self.answer_waits(|one| one.until <= now);
                }
            }
        }
    }

    /// Everything that waits, oldest first; and whether what is on disk could be read.
    async fn row(&mut self) -> (Vec<Pending>, bool) {
        let (mut row, mut readable) = (vec![], true);
        if let (Some(drafts), Some(account)) = (self.means.drafts.clone(), self.account) {
            let server = self.means.session.server().to_owned();
            match blocking(move || drafts.waiting(&server, account)).await {
                Ok(waiting) => row = waiting,
                Err(error) => {
                    tracing::warn!(%error, "what waits cannot be read");
                    readable = false;
                }
            }
            row.retain(|one| !self.settled.contains(&one.write.key));
        }
        // As long as it is not known what older texts wait, because the account is not known or the disk cannot be read, kept ones wait too.
        let sent_now = |one: &&Pressed| self.account.is_some() && readable || !one.kept;
        for pressed in self.pressed.iter().filter(sent_now) {
            if row.iter().all(|one| one.write.key != pressed.pending.write.key) {
                row.push(pressed.pending.clone());
            }
        }
        row.sort_by_key(|one| (one.made_at, one.write.key));
        (row, readable)
    }

    fn fly(&self, pending: Pending) -> Flight {
        let (session, write) = (self.means.session.clone(), pending.write.clone());
        Flight { pending, since: Instant::now(), answer: Box::pin(async move { session.write(&write).await }) }
    }

    /// Tells what changed: how many wait, and, when nothing is under way, what became of those that did.
    fn tell(&mut self, row: &[Pending], rests: bool) {
        let answered_soon = |one: &Pending| self.pressed.iter().any(|pressed| pressed.pending.write.key == one.write.key);
        let nameless = self.nameless.iter().filter(|one| !answered_soon(one)).count();
        let waiting = row.iter().filter(|one| !one.write.is_look_up() && !answered_soon(one)).count() + nameless;
        if rests && (!self.saved.is_empty() || !self.refused.is_empty()) {
            let (saved, refused) = (std::mem::take(&mut self.saved), std::mem::take(&mut self.refused));
            (self.tell)(Told::Settled { saved, refused });
        }
        if std::mem::replace(&mut self.told, waiting) != waiting {
            (self.tell)(Told::Waiting(waiting));
        }
    }

    /// Puts a press on disk, behind everything that was pressed before.
    async fn accept(&mut self, mut pending: Pending, reply: oneshot::Sender<Outcome>) {
        pending.account = self.account;
        if self.newest.is_none()
            && let Some(drafts) = self.means.drafts.clone()
        {
            let waiting = blocking(move || drafts.pending()).await.unwrap_or_default().0;
            self.newest = waiting.last().map(|one| one.made_at);
        }
        // A clock that was put back makes nothing older than it is.
        if let Some(newest) = self.newest.filter(|newest| pending.made_at <= *newest) {
            pending.made_at = newest + TimeDelta::microseconds(1);
        }
        self.newest = Some(pending.made_at);
        let mut kept = false;
        if let Some(drafts) = self.means.drafts.clone() {
            let put = pending.clone();
            let outcome = blocking(move || drafts.keep(&put)).await;
            kept = outcome.is_ok();
            if let Err(error) = outcome {
                tracing::warn!(%error, "what was pressed could not be put on disk");
            }
        }
        let key = pending.write.key;
        self.settled.remove(&key);
        self.pressed.retain(|one| one.pending.write.key != key);
        if kept && self.account.is_none() {
            self.nameless.push(pending.clone());
        }
        if kept && self.stuck {
            let _ = reply.send(Outcome::Waits);
        } else {
            let until = Instant::now() + self.means.timing.unconfirmed;
            self.pressed.push(Pressed { pending, kept, reply, until });
        }
    }

    /// The account is known: what was pressed here before is that account's.
    async fn introduce(&mut self, account: Option<AccountId>) {
        self.account = account.or(self.account);
        let Some(drafts) = self.means.drafts.clone().filter(|_| self.account.is_some()) else { return };
        let account = self.account;
        let named: Vec<Pending> = self.nameless.drain(..).map(|one| Pending { account, ..one }).collect();
        for one in &mut self.pressed {
            one.pending.account = account;
        }
        let kept = blocking(move || named.iter().try_for_each(|one| drafts.keep(one))).await;
        if let Err(error) = kept {
            tracing::warn!(%error, "what was pressed before the account was known waits for the next start");
        }
    }

    /// Says of presses that are on disk that they wait.
    fn answer_waits(&mut self, which: impl Fn(&Pressed) -> bool) {
        let (waits, rest): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.pressed).into_iter().partition(|one| one.kept && which(one));
        self.pressed = rest;
        for one in waits {
            let _ = one.reply.send(Outcome::Waits);
        }
    }

    /// What is not on disk is not tried again by itself.
    fn give_up_unkept(&mut self, failure: &Failure) {
        for one in std::mem::take(&mut self.pressed) {
            let _ = one.reply.send(Outcome::Failed(failure.clone()));
        }
    }

    /// The server answered.
    async fn settle(&mut self, pending: Pending, answer: Result<Value, Failure>) {
        let key = pending.write.key;
        self.settled.insert(key);
        let asked = self.pressed.iter().position(|one| one.pending.write.key == key).map(|at| self.pressed.remove(at).reply);
        // Who went away without hearing it is told as of what waited.
        let asked = asked.filter(|reply| !reply.is_closed());
        let drafts = self.means.drafts.clone();
        let off_the_disk = |pending: Pending| async move {
            let Some(drafts) = drafts else { return };
            if let Err(error) = blocking(move || drafts.settle(&pending)).await {
                tracing::warn!(%error, "an answered write stays on disk");
            }
        };
        match (answer, asked) {
            (Ok(answer), asked) => {
                off_the_disk(pending.clone()).await;
                match asked {
                    Some(reply) => drop(reply.send(Outcome::Saved(answer))),
                    None if pending.write.is_look_up() => {}
                    None => self.saved.push(pending),
                }
            }
            // Nobody can do anything about a look-up that is refused.
            (Err(_), None) if pending.write.is_look_up() => off_the_disk(pending).await,
            (Err(failure), None) => {
                let why = failure.what(&self.means.texts).into_string();
                let (put, words) = (pending.clone(), why.clone());
                let drafts = self.means.drafts.clone();
                let draft = match drafts {
                    Some(drafts) => blocking(move || drafts.refuse(&put, &words)).await,
                    None => Ok(None),
                };
                let draft = draft.unwrap_or_else(|error| {
                    tracing::warn!(%error, "what was refused could not be made a draft");
                    None
                });
                self.refused.push(Refused { pending, why, draft });
            }
            // Its text is still where it was typed.
            (Err(failure), Some(reply)) => {
                if let Some(drafts) = self.means.drafts.clone()
                    && let Err(error) = blocking(move || drafts.forget(key)).await
                {
                    tracing::warn!(%error, "a refused write stays on disk");
                }
                let _ = reply.send(Outcome::Failed(failure));
            }
        }
    }
}

async fn landed(flight: &mut Option<Flight>) -> (Pending, Result<Value, Failure>) {
    let Some(flight) = flight else { return std::future::pending().await };
    let answer = (&mut flight.answer).await;
    (flight.pending.clone(), answer)
}
