//! Writes down reads, in groups: one task collects, one transaction per group, and who waits gets its answer after it.
//!
//! A single read waits; a list does not. A list that cannot even be queued is refused, so nothing is shown unlogged.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
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

/// How long writing a group may take; who waits for it has an answer then, and the next group a turn. It is longer than a lock is waited
/// for, and as long as a commit usually waits for a standby that comes back.
const PATIENCE: Duration = Duration::from_secs(10);

/// A quarter of an hour, in microseconds.
const QUARTER: i64 = 15 * 60 * 1_000_000;

/// What a person saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The person's organisation.
    pub organisation: String,
    /// The person.
    pub account: String,
    /// When, in microseconds.
    pub at: i64,
    /// What was done.
    pub verb: &'static str,
    /// The kind of object.
    pub entity: &'static str,
    /// Which one; empty for a list.
    pub object: String,
}

struct Ask {
    deed: Deed,
    answer: Option<oneshot::Sender<Result<(), StoreError>>>,
}

/// Where reads are written down. Cheap to clone; the task ends when the last one is gone.
#[derive(Clone)]
pub struct Log {
    asks: mpsc::Sender<Ask>,
    /// Did the last group get written?
    failing: Arc<AtomicBool>,
    /// The last quarter in which an account is known to be written down for an object.
    known: Arc<Mutex<HashMap<(String, String), i64>>>,
}

impl Log {
    /// Starts the task that writes.
    pub fn start(store: Store) -> (Self, JoinHandle<()>) {
        let (asks, queue) = mpsc::channel(QUEUE);
        let failing = Arc::new(AtomicBool::new(false));
        (Self { asks, failing: failing.clone(), known: Arc::default() }, tokio::spawn(write(store, queue, failing)))
    }

    /// Is the log there, and if the last group could not be written, could one be now? Asked anew each time: a server that
    /// is not ready gets no requests that would show that it has recovered.
    pub async fn probe(&self, store: &Store) -> Result<(), StoreError> {
        let asked = async {
            let mut link =
                if self.failing.load(Ordering::Relaxed) { store.write_reserved().await? } else { store.read().await? };
            audit::heads(&mut link).await?;
            audit::after(&mut link, "", 0, 1).await?;
            link.commit().await
        };
        asked.await.map_err(StoreError::of_the_audit_log)
    }

    /// Writes down a single read and returns when it is on disk; at most one row per person, object and quarter of an hour.
    pub async fn single(&self, seen: Seen) -> Result<(), StoreError> {
        let quarter = seen.at.div_euclid(QUARTER);
        let key = (seen.account.clone(), seen.object.clone());
        if self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&key) == Some(&quarter) {
            return Ok(());
        }
        let (answer, written) = oneshot::channel();
        self.asks
            .try_send(Ask { deed: deed(seen, quarter), answer: Some(answer) })
            .map_err(|_| StoreError::Unavailable(Away::Busy, "the audit log is behind".into()))?;
        written
            .await
            .map_err(|_| StoreError::Unavailable(Away::Busy, "the audit log stopped".into()))?
            .map_err(StoreError::of_the_audit_log)?;
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() > 50_000 {
            known.retain(|_, at| *at == quarter);
        }
        known.insert(key, quarter);
        Ok(())
    }

    /// Queues a list, a search or a sync to be written down.
    pub fn list(&self, seen: Seen) -> Result<(), StoreError> {
        self.asks
            .try_send(Ask { deed: deed(seen, 0), answer: None })
            .map_err(|_| StoreError::Unavailable(Away::Busy, "the audit log is behind".into()))
    }
}

fn deed(seen: Seen, quarter: i64) -> Deed {
    Deed {
        organisation: seen.organisation,
        at: seen.at,
        account: seen.account,
        verb: seen.verb,
        entity: seen.entity,
        object: seen.object,
        quarter,
        change: String::new(),
    }
}

async fn write(store: Store, mut queue: mpsc::Receiver<Ask>, failing: Arc<AtomicBool>) {
    let mut left: Vec<Ask> = vec![];
    while let Some(group) = collect(&mut queue, std::mem::take(&mut left)).await {
        let outcome = tokio::time::timeout(PATIENCE, commit(&store, &group))
            .await
            .unwrap_or_else(|_| Err(StoreError::Unavailable(Away::Slow, format!("no answer within {} s", PATIENCE.as_secs()))));
        failing.store(outcome.is_err(), Ordering::Relaxed);
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
