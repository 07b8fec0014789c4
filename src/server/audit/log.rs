//! Writes down reads, in groups: one task collects, one transaction per group, and who waits gets its answer after it.
//!
//! A single read waits; a list waits only while the log cannot be written. What cannot even be queued is refused, so nothing is
//! shown unlogged.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::{
    sync::{mpsc, oneshot},
    task::JoinHandle,
};

use super::chain::{Deed, append};
use crate::server::store::{Away, Store, StoreError, audit};

/// Deeds that may wait to be written.
const QUEUE: usize = 20_000;

/// Most deeds in one transaction.
const GROUP: usize = 500;

/// How long deeds nobody waits for may be collected.
const COLLECT: Duration = Duration::from_millis(200);

/// How long writing a group may take, and how long anybody waits for a row: then there is an answer, and the next group has a turn. It is
/// longer than a lock is waited for, and as long as a commit usually waits for a standby that comes back.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long a group may be under way before lists wait for their rows too.
const SLOW: Duration = Duration::from_secs(1);

/// A quarter of an hour, in microseconds.
const QUARTER: i64 = 15 * 60 * 1_000_000;

/// In whose chain somebody, acting as what, is written down for which object.
type Seen = (String, String, &'static str, String);

struct Ask {
    deed: Deed,
    answer: Option<oneshot::Sender<Result<(), StoreError>>>,
}

/// How writing goes.
#[derive(Default)]
struct State {
    /// Did the last group not get written?
    failing: AtomicBool,
    /// Since when a group is under way.
    since: Mutex<Option<Instant>>,
}

impl State {
    /// Must whoever wants a row wait until it is there?
    fn in_doubt(&self) -> bool {
        let since = *self.since.lock().unwrap_or_else(PoisonError::into_inner);
        self.failing.load(Ordering::Relaxed) || since.is_some_and(|since| since.elapsed() > SLOW)
    }

    fn set(&self, since: Option<Instant>) {
        *self.since.lock().unwrap_or_else(PoisonError::into_inner) = since;
    }
}

/// Where reads are written down. Cheap to clone; the task ends when the last one is gone.
#[derive(Clone)]
pub struct Log {
    asks: mpsc::Sender<Ask>,
    state: Arc<State>,
    /// The last quarter in which somebody is known to be written down for an object.
    known: Arc<Mutex<HashMap<Seen, i64>>>,
}

impl Log {
    /// Starts the task that writes.
    pub fn start(store: Store) -> (Self, JoinHandle<()>) {
        let (asks, queue) = mpsc::channel(QUEUE);
        let state = Arc::<State>::default();
        (Self { asks, state: state.clone(), known: Arc::default() }, tokio::spawn(write(store, queue, state)))
    }

    /// Is the log there, and if the last group could not be written, could one be now? Asked anew each time: a server that
    /// is not ready gets no requests that would show that it has recovered.
    pub async fn probe(&self, store: &Store) -> Result<(), StoreError> {
        let asked = async {
            if self.state.in_doubt() {
                let mut link = store.write_reserved().await?;
                audit::probe(&mut link).await?;
                return link.rollback().await;
            }
            let mut link = store.read().await?;
            audit::heads(&mut link).await?;
            audit::after(&mut link, "", 0, 1).await.map(drop)
        };
        asked.await.map_err(StoreError::of_the_audit_log)
    }

    /// Writes down a single read and returns when it is on disk; at most one row per person, role, object and quarter of an hour.
    pub async fn single(&self, read: Deed) -> Result<(), StoreError> {
        let quarter = read.at.div_euclid(QUARTER);
        let key = (read.organisation.clone(), read.account.clone(), read.role, read.object.clone());
        if self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&key) == Some(&quarter) {
            return Ok(());
        }
        self.written(Deed { quarter, ..read }).await?;
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() > 50_000 {
            known.retain(|_, at| *at == quarter);
        }
        known.insert(key, quarter);
        Ok(())
    }

    /// Queues a list, a search or a sync to be written down; while the log cannot be written it returns when it is on disk.
    pub async fn list(&self, list: Deed) -> Result<(), StoreError> {
        if self.state.in_doubt() { self.written(list).await } else { self.ask(list, None) }
    }

    /// Queues what was asked and not given. Nobody waits for it, and nothing was shown.
    pub fn note(&self, denied: Deed) {
        drop(self.ask(denied, None));
    }

    /// Writes something down and returns when it is on disk.
    pub async fn written(&self, deed: Deed) -> Result<(), StoreError> {
        let (answer, written) = oneshot::channel();
        self.ask(deed, Some(answer))?;
        let stopped = |_| StoreError::Unlogged(Away::Busy, "it stopped".into());
        tokio::time::timeout(PATIENCE, written)
            .await
            .map_err(|_| late().of_the_audit_log())?
            .map_err(stopped)?
            .map_err(StoreError::of_the_audit_log)
    }

    fn ask(&self, deed: Deed, answer: Option<oneshot::Sender<Result<(), StoreError>>>) -> Result<(), StoreError> {
        self.asks.try_send(Ask { deed, answer }).map_err(|_| StoreError::Unlogged(Away::Busy, "it is behind".into()))
    }
}

fn late() -> StoreError {
    StoreError::Unavailable(Away::Slow, format!("no answer within {} s", PATIENCE.as_secs()))
}

async fn write(store: Store, mut queue: mpsc::Receiver<Ask>, state: Arc<State>) {
    let mut left: Vec<Ask> = vec![];
    while let Some(group) = collect(&mut queue, std::mem::take(&mut left)).await {
        state.set(Some(Instant::now()));
        let outcome = tokio::time::timeout(PATIENCE, commit(&store, &group)).await.unwrap_or_else(|_| Err(late()));
        state.failing.store(outcome.is_err(), Ordering::Relaxed);
        state.set(None);
        if let Err(error) = &outcome {
            tracing::error!(%error, "the audit log cannot be written");
        }
        for ask in group {
            match ask.answer {
                Some(answer) => drop(answer.send(outcome.clone())),
                None if outcome.is_err() && !queue.is_closed() => left.push(ask),
                None => {}
            }
        }
        if !left.is_empty() {
            tokio::time::sleep(COLLECT).await;
        }
    }
}

/// The next group: at once when somebody waits, else after a short while. Nothing when the log is closed and empty.
async fn collect(queue: &mut mpsc::Receiver<Ask>, mut group: Vec<Ask>) -> Option<Vec<Ask>> {
    if group.is_empty() {
        group.push(queue.recv().await?);
    }
    let deadline = tokio::time::Instant::now() + COLLECT;
    while group.len() < GROUP {
        if let Ok(ask) = queue.try_recv() {
            group.push(ask);
            continue;
        }
        if group.iter().any(|ask| ask.answer.is_some()) {
            break;
        }
        match tokio::time::timeout_at(deadline, queue.recv()).await {
            Ok(Some(ask)) => group.push(ask),
            Ok(None) | Err(_) => break,
        }
    }
    Some(group)
}

/// One transaction; chains in order of organisation, so that two instances never wait for each other.
async fn commit(store: &Store, group: &[Ask]) -> Result<(), StoreError> {
    let mut chains: BTreeMap<&str, Vec<Deed>> = BTreeMap::new();
    for ask in group {
        chains.entry(&ask.deed.organisation).or_default().push(ask.deed.clone());
    }
    let mut link = store.write_reserved().await?;
    for (organisation, deeds) in chains {
        append(&mut link, organisation, &deeds).await?;
    }
    link.commit().await
}
