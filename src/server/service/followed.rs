//! Something in memory that follows the store: before it is asked it reads what was committed since, so nobody misses a change, of this
//! instance or of another.

use std::sync::Arc;

use tokio::sync::Mutex;

use crate::server::store::{
    Link, Store, StoreError,
    changes::{self, Documents},
    scope::whole,
};

/// Rows read at a time.
const STEP: i64 = 1000;

/// What is kept in memory.
pub trait Kept: Default + Send + 'static {
    /// Of what.
    const DOCUMENTS: Documents;

    /// Puts one in, in place of what it was.
    fn put_document(&mut self, document: &str) -> Result<(), StoreError>;

    /// Lets go of one.
    fn forget(&mut self, id: &str);
}

/// Something in memory that follows the store.
#[derive(Debug, Default)]
pub struct Followed<K>(Arc<Mutex<Read<K>>>);

#[derive(Debug, Default)]
struct Read<K> {
    kept: K,
    /// What was read up to; nothing before it was asked for the first time.
    upto: Option<i64>,
}

impl<K: Kept> Followed<K> {
    /// Asks what is kept, as it is committed now. It is read in a task of its own: much takes longer to read than a caller waits, and whoever
    /// asks again finds what was read for the one before. Who is asked for sees none of it but by `ask`: it is read for the server itself.
    pub async fn as_committed<R: Send + 'static>(
        &self,
        store: &Store,
        ask: impl FnOnce(&K) -> R + Send + 'static,
    ) -> Result<R, StoreError> {
        let (held, store) = (Arc::clone(&self.0), store.clone());
        let reading = tokio::spawn(async move {
            let mut read = held.lock().await;
            read.catch_up(&mut whole(store.read()).await?).await?;
            Ok(ask(&read.kept))
        });
        reading.await.map_err(|error| StoreError::Fault(error.to_string()))?
    }
}

impl<K: Kept> Read<K> {
    async fn catch_up(&mut self, link: &mut Link) -> Result<(), StoreError> {
        let Some(mut upto) = self.upto else { return self.load(link).await };
        loop {
            let rows = changes::documents_after(link, K::DOCUMENTS, upto, STEP).await?;
            let is_whole = rows.len() == STEP as usize;
            for (seq, id, gone, document) in rows {
                match document.filter(|_| gone == 0) {
                    Some(document) => self.kept.put_document(&document)?,
                    None => self.kept.forget(&id),
                }
                upto = seq;
            }
            self.upto = Some(upto);
            if !is_whole {
                return Ok(());
            }
        }
    }

    /// Everything. What is committed meanwhile comes with the next look.
    async fn load(&mut self, link: &mut Link) -> Result<(), StoreError> {
        let (desk, register) = changes::heads(link).await?;
        // Of an attempt that was cut off nothing stays: what went meanwhile would stay with it.
        self.kept = K::default();
        let mut after = String::new();
        loop {
            let rows = changes::all_documents_after(link, K::DOCUMENTS, &after, STEP).await?;
            let is_whole = rows.len() == STEP as usize;
            for (id, document) in rows {
                self.kept.put_document(&document)?;
                after = id;
            }
            if !is_whole {
                self.upto = Some(if K::DOCUMENTS == Documents::Register { register } else { desk });
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{future::poll_fn, pin::pin, task::Poll, time::Duration};

    use super::*;
    use crate::index::Officers;

    #[tokio::test]
    async fn who_gives_up_waiting_does_not_break_off_the_reading() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&format!("sqlite:{}", folder.path().join("register.sqlite").display()), false).await.unwrap();
        let register = Followed::<Officers>::default();
        {
            let mut search = pin!(register.as_committed(&store, |_| ()));
            let waits = poll_fn(|context| Poll::Ready(search.as_mut().poll(context).is_pending())).await;
            assert!(waits, "and then nobody waits for it");
        }
        let read = async {
            while register.0.lock().await.upto.is_none() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), read).await.expect("it is read to its end");
    }
}
