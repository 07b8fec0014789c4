//! One sender of what was pressed: on disk first, then the oldest first, one at a time, under the key made at the press. What does not get
//! through stays where it stands in the row, so nothing newer of the same account overtakes it; it is tried again after pauses that grow,
//! sooner when something is pressed or the server is there again.

use std::{
    collections::{BTreeMap, BTreeSet},
    future::Future,
    pin::Pin,
    sync::Arc,
};

use chrono::{DateTime, Utc};
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

/// So often one after the other is a fault of the server taken, before what it answers so is given back. With the pauses between them
/// that takes about half a minute.
const FAULTS_MOST: u32 = 5;

enum Order {
    Press(Box<Pending>, oneshot::Sender<Outcome>),
    Drop(IdempotencyKey),
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
            nameless: 0,
            settled: BTreeSet::new(),
            waits: BTreeMap::new(),
            newest: None,
            stuck: false,
            live: false,
            faults: None,
            told: 0,
            saved: vec![],
            refused: vec![],
            elsewhere: vec![],
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

    /// What was pressed under this key is not to be sent any more, and thrown away ([`Told::Dropped`]). Whether it arrived before is not
    /// known.
    pub fn call_off(&self, key: IdempotencyKey) {
        let _ = self.0.send(Order::Drop(key));
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
pub(super) struct Pressed {
    pub(super) pending: Pending,
    /// Is it on disk?
    pub(super) kept: bool,
    pub(super) reply: oneshot::Sender<Outcome>,
    /// When it is said that it waits.
    pub(super) until: Instant,
}

struct Flight {
    pending: Pending,
    since: Instant,
    answer: Pin<Box<dyn Future<Output = Result<Value, Failure>> + Send>>,
}

pub(super) struct Worker<T> {
    pub(super) means: Means,
    pub(super) account: Option<AccountId>,
    pub(super) pressed: Vec<Pressed>,
    /// So many were pressed, here or by a window of before, when the account was not known yet.
    pub(super) nameless: usize,
    /// Answered or thrown away, also when the disk does not let go of it.
    pub(super) settled: BTreeSet<IdempotencyKey>,
    /// What was told to wait: when it is gone from the disk, another window did something with it.
    pub(super) waits: BTreeMap<IdempotencyKey, Pending>,
    /// When the last in the row was pressed.
    pub(super) newest: Option<DateTime<Utc>>,
    /// The last attempt did not get through, or the server is away.
    pub(super) stuck: bool,
    /// Is the server there, as far as others tell?
    pub(super) live: bool,
    /// To what the server, though it was there, answered with a fault of its own, and how often one after the other.
    pub(super) faults: Option<(IdempotencyKey, u32)>,
    pub(super) told: usize,
    pub(super) saved: Vec<Pending>,
    pub(super) refused: Vec<Refused>,
    pub(super) elsewhere: Vec<Pending>,
    pub(super) tell: T,
}

impl<T: FnMut(Told)> Worker<T> {
    async fn run(mut self, mut orders: UnboundedReceiver<Order>) {
        let random = ring::rand::SystemRandom::new();
        let mut backoff = Backoff::new(self.means.timing.pauses, || crate::client::live::backoff::unit(&random));
        let mut flight: Option<Flight> = None;
        let mut again: Option<Instant> = None;
        loop {
            let under_way = flight.as_ref().map(|flight| flight.pending.write.key);
            let (row, readable) = self.row(under_way).await;
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
                        // A look-up comes after every text.
                        flight.take_if(|flight| flight.pending.write.is_look_up());
                    }
                    Some(Order::Drop(key)) => {
                        flight.take_if(|flight| flight.pending.write.key == key);
                        self.call_off(key).await;
                    }
                    Some(Order::There(account)) => {
                        self.introduce(account).await;
                        (self.stuck, self.live) = (false, true);
                        again = None;
                        backoff.reset();
                        // What hangs in a connection of before is sent anew: its key makes that harmless.
                        flight.take_if(|flight| flight.since.elapsed() >= self.means.timing.unconfirmed);
                    }
                    Some(Order::Away) => {
                        (self.stuck, self.live) = (true, false);
                        self.answer_waits(|_| true);
                    }
                    Some(Order::Speak(session, texts)) => (self.means.session, self.means.texts) = (session, texts),
                },
                (pending, answer) = landed(&mut flight), if flight.is_some() => {
                    flight = None;
                    match answer {
                        Err(failure) if self.is_hopeless(pending.write.key, &failure) => {
                            backoff.reset();
                            self.settle(pending, Err(failure)).await;
                        }
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

    /// Everything that waits, texts first, oldest first; and whether what is on disk could be read.
    async fn row(&mut self, under_way: Option<IdempotencyKey>) -> (Vec<Pending>, bool) {
        let (mut row, mut readable) = (vec![], true);
        if let Some(drafts) = self.means.drafts.clone() {
            match blocking(move || drafts.pending()).await {
                Ok((all, _)) => {
                    let gone = |key: &IdempotencyKey| under_way != Some(*key) && all.iter().all(|one| one.write.key != *key);
                    self.elsewhere.extend(self.waits.extract_if(.., |key, _| gone(key)).map(|(_, pending)| pending));
                    let ours = all.into_iter().filter(|one| one.server == self.means.session.server() && !one.refused);
                    let (named, nameless): (Vec<_>, Vec<_>) = ours.partition(|one| one.account.is_some());
                    self.nameless = nameless.iter().filter(|one| !self.is_answered_soon(one)).count();
                    row = named;
                }
                Err(error) => {
                    tracing::warn!(%error, "what waits cannot be read");
                    readable = false;
                }
            }
            row.retain(|one| one.account == self.account && !self.settled.contains(&one.write.key));
        }
        // As long as it is not known what older texts wait, because the account is not known or the disk cannot be read, kept ones wait too.
        let sent_now = |one: &&Pressed| self.account.is_some() && readable || !one.kept;
        for pressed in self.pressed.iter().filter(sent_now) {
            if row.iter().all(|one| one.write.key != pressed.pending.write.key) {
                row.push(pressed.pending.clone());
            }
        }
        row.sort_by_key(|one| (one.write.is_look_up(), one.made_at, one.write.key));
        (row, readable)
    }

    /// Does somebody still wait for its answer, who was not told that it waits?
    fn is_answered_soon(&self, one: &Pending) -> bool {
        self.pressed.iter().any(|pressed| pressed.pending.write.key == one.write.key)
    }

    /// A server that is there, and answers one text with a fault of its own again and again, will not take it: it must not hold up
    /// everything pressed after it.
    fn is_hopeless(&mut self, key: IdempotencyKey, failure: &Failure) -> bool {
        if !self.live || !failure.is_fault() {
            self.faults = None;
            return false;
        }
        let before = self.faults.filter(|(same, _)| *same == key).map_or(0, |(_, count)| count);
        self.faults = Some((key, before + 1));
        before + 1 >= FAULTS_MOST
    }

    fn fly(&self, pending: Pending) -> Flight {
        let (session, write) = (self.means.session.clone(), pending.write.clone());
        Flight { pending, since: Instant::now(), answer: Box::pin(async move { session.write(&write).await }) }
    }

    /// Tells what changed: how many wait, and, when nothing is under way, what became of those that did.
    fn tell(&mut self, row: &[Pending], rests: bool) {
        let waiting = row.iter().filter(|one| !one.write.is_look_up() && !self.is_answered_soon(one)).count() + self.nameless;
        if rests && !(self.saved.is_empty() && self.refused.is_empty() && self.elsewhere.is_empty()) {
            let (saved, refused) = (std::mem::take(&mut self.saved), std::mem::take(&mut self.refused));
            (self.tell)(Told::Settled { saved, refused, elsewhere: std::mem::take(&mut self.elsewhere) });
        }
        if std::mem::replace(&mut self.told, waiting) != waiting {
            (self.tell)(Told::Waiting(waiting));
        }
    }
}

async fn landed(flight: &mut Option<Flight>) -> (Pending, Result<Value, Failure>) {
    let Some(flight) = flight else { return std::future::pending().await };
    let answer = (&mut flight.answer).await;
    (flight.pending.clone(), answer)
}
