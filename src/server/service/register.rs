//! The register in memory, as searches need it. It follows the store: before every search it reads what was committed since, so
//! no search misses a change, of this instance or of another.

use std::sync::Arc;

use tokio::sync::Mutex;

use crate::{
    domain::{ids::OfficerId, officer::Officer},
    index::{Case, Leaning, Officers},
    server::store::{
        Link, Store, StoreError,
        changes::{self, Scope},
    },
};

/// Rows read at a time.
const STEP: i64 = 1000;

/// The register in memory.
#[derive(Debug, Default)]
pub struct Register(Arc<Mutex<Followed>>);

#[derive(Debug, Default)]
struct Followed {
    officers: Officers,
    /// What was read up to; nothing before the first search.
    read: Option<i64>,
}

/// One entry that fits.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundOfficer {
    /// The entry.
    pub officer: Officer,
    /// How well it fits: equal ranks fit equally well.
    pub rank: i64,
    /// Was something typed forgiven?
    pub forgiven: bool,
}

impl Register {
    /// The best entries for what was typed, among all that are committed.
    pub async fn search(
        &self,
        store: &Store,
        query: &str,
        case: Option<&Case>,
        limit: usize,
        leaning: &Leaning,
    ) -> Result<Vec<FoundOfficer>, StoreError> {
        let officers = self.as_committed(store).await?;
        let hits = match case.filter(|_| query.trim().is_empty()) {
            Some(case) => officers.proposed(case, leaning),
            None => officers.search(query, limit, leaning),
        };
        let found = hits.iter().filter_map(|hit| {
            let officer = officers.get(hit.row)?.officer();
            Some(FoundOfficer { officer, rank: hit.rank, forgiven: hit.class.is_forgiven() })
        });
        Ok(found.collect())
    }
}

impl Register {
    /// The entries as they are committed now: a snapshot, so who searches keeps nobody waiting. It is read in a task of its own: a large
    /// register takes longer to read than a caller waits, and whoever asks again finds what was read for the one before.
    async fn as_committed(&self, store: &Store) -> Result<Officers, StoreError> {
        let (held, store) = (Arc::clone(&self.0), store.clone());
        let reading = tokio::spawn(async move {
            let mut followed = held.lock().await;
            followed.catch_up(&mut store.read().await?).await?;
            Ok(followed.officers.clone())
        });
        reading.await.map_err(|error| StoreError::Fault(error.to_string()))?
    }
}

impl Followed {
    async fn catch_up(&mut self, link: &mut Link) -> Result<(), StoreError> {
        let Some(mut read) = self.read else { return self.load(link).await };
        loop {
            let rows = changes::after(link, Scope::Register, read, STEP).await?;
            let whole = rows.len() == STEP as usize;
            for (seq, id, gone, document) in rows {
                match document.filter(|_| gone == 0) {
                    Some(document) => self.put(&document)?,
                    None => self.forget(&id),
                }
                read = seq;
            }
            self.read = Some(read);
            if !whole {
                return Ok(());
            }
        }
    }

    /// Everything. What is committed meanwhile comes with the next look.
    async fn load(&mut self, link: &mut Link) -> Result<(), StoreError> {
        let (_, head) = changes::heads(link).await?;
        // Of an attempt that was cut off nothing stays: what went meanwhile would stay with it.
        self.officers = Officers::default();
        let mut after = String::new();
        loop {
            let rows = changes::all_after(link, Scope::Register, &after, STEP).await?;
            let whole = rows.len() == STEP as usize;
            for (id, document) in rows {
                self.put(&document)?;
                after = id;
            }
            if !whole {
                self.read = Some(head);
                return Ok(());
            }
        }
    }

    fn put(&mut self, document: &str) -> Result<(), StoreError> {
        let officer: Officer = serde_json::from_str(document)?;
        self.officers.upsert(&officer).map_err(|error| StoreError::Fault(error.to_string()))?;
        Ok(())
    }

    fn forget(&mut self, id: &str) {
        if let Ok(id) = id.parse::<OfficerId>() {
            self.officers.remove(*id.0.as_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{future::poll_fn, pin::pin, task::Poll, time::Duration};

    use super::*;

    #[tokio::test]
    async fn who_gives_up_waiting_does_not_break_off_the_reading() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&format!("sqlite:{}", folder.path().join("register.sqlite").display()), false).await.unwrap();
        let register = Register::default();
        {
            let mut search = pin!(register.as_committed(&store));
            let waits = poll_fn(|context| Poll::Ready(search.as_mut().poll(context).is_pending())).await;
            assert!(waits, "and then nobody waits for it");
        }
        let read = async {
            while register.0.lock().await.read.is_none() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), read).await.expect("it is read to its end");
    }
}
