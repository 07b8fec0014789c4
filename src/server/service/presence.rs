//! Who is at which signal. The table is the truth for every instance; what is told of it is made once here for all who listen.
//!
//! No history, no audit row, no place in the change feed: it says nothing of a case, and is gone two minutes later. Reading the case
//! itself is logged as ever.

use std::sync::Arc;

use chrono::DateTime;
use tokio::sync::watch;

use super::{Heads, Refused, Service, write};
use crate::{
    domain::{
        ids::{SignalId, WindowId},
        presence::{Doing, Presence, STAYS},
        signal::decide,
    },
    server::{
        identity::Caller,
        store::{
            Link, StoreError,
            changes::{self, Scope},
            presence::{self, PresenceRow},
            signals::{self, SignalRow, Which},
        },
    },
};

/// What is told when nobody is anywhere.
pub const NOBODY: &str = "[]";

impl Service {
    /// Where to hear who is at which signal, as JSON.
    pub fn present(&self) -> watch::Receiver<Arc<str>> {
        self.present.subscribe()
    }

    /// A window of the caller is at this signal now, or at none. Who is at work at a signal keeps the claim on it: by editing, or by
    /// a second sign from there, since a cursor that passes by is no work.
    pub async fn is_at(&self, caller: &Caller, window: WindowId, object: Option<SignalId>, doing: Doing) -> Result<(), Refused> {
        let renewed = write::again!(self.put_presence(caller, window, object, doing))?;
        if let Some(seq) = renewed {
            self.wake(Heads { desk: seq, register: 0 });
        }
        Ok(self.look_who_is_there().await?)
    }

    /// Asks the store who is there and wakes who listens when that is news: also that somebody went without a word.
    pub async fn look_who_is_there(&self) -> Result<(), StoreError> {
        // One after the other: what was read first is not told last.
        let _turn = self.presence_turn.lock().await;
        let after = (self.now() - STAYS).timestamp_micros();
        let rows = presence::all_after(&mut self.store.read().await?, after).await?;
        // A row of a newer loket beside this one is not understood, and is no reason to show nobody.
        let present: Vec<_> = rows.into_iter().filter_map(|row| told(row).ok()).collect();
        let told = serde_json::to_string(&present)?;
        self.present.send_if_modified(|before| {
            let is_news = **before != *told;
            if is_news {
                *before = told.into();
            }
            is_news
        });
        Ok(())
    }

    /// Writes where a window is; gives the sequence of the change when a claim was renewed.
    async fn put_presence(
        &self,
        caller: &Caller,
        window: WindowId,
        object: Option<SignalId>,
        doing: Doing,
    ) -> Result<Option<i64>, Refused> {
        let now = self.now();
        let (account, window) = (caller.account.to_string(), window.to_string());
        let mut link = self.store.write().await?;
        let Some(object) = object else {
            if presence::remove(&mut link, &account, &window).await? {
                presence::tell(&mut link).await?;
            }
            link.commit().await?;
            return Ok(None);
        };
        let id = object.to_string();
        let before = presence::get(&mut link, &account, &window, (now - STAYS).timestamp_micros()).await?;
        let stays = before.as_ref().filter(|before| before.object == id);
        let same = stays.filter(|before| before.doing == doing.code() && before.name == caller.name.raw());
        let at = now.timestamp_micros();
        let row = PresenceRow {
            account: account.clone(),
            window_id: window,
            name: caller.name.raw().to_owned(),
            object: id.clone(),
            doing: doing.code().to_owned(),
            since: same.map_or(at, |same| same.since),
            at,
        };
        // The signal before anything else that is written, as everywhere.
        let works = doing == Doing::Editing || stays.is_some();
        let is_renewed = self.renew_by_a_sign(&mut link, caller, &id, works).await?;
        presence::put(&mut link, &row).await?;
        if before.is_none() {
            presence::thin(&mut link, &account).await?;
        }
        if same.is_none() {
            presence::tell(&mut link).await?;
        }
        let seq = match is_renewed {
            true => Some(changes::raise(&mut link, Scope::Desk, &id).await?),
            false => None,
        };
        link.commit().await?;
        Ok(seq)
    }

    /// Renews the caller's claim on a signal where that is due. The version stays: nothing of the case changed, so nobody's form about
    /// it is out of date by it.
    async fn renew_by_a_sign(&self, link: &mut Link, caller: &Caller, id: &str, works: bool) -> Result<bool, Refused> {
        let now = self.now();
        let (owner, until) = signals::lease(link, id).await?.ok_or(Refused::NotFound)?;
        let until = DateTime::from_timestamp_micros(until).unwrap_or_default();
        if !works || owner != caller.account.to_string() || !decide::is_renewed_by_a_sign(until, now) {
            return Ok(false);
        }
        // Looked at once more, now that nobody else can change it.
        let mut signal = signals::lock(link, Which::Id(id)).await?.ok_or(Refused::NotFound)?;
        let before = signal.owner.clone();
        decide::renew(&mut signal, caller.account, now);
        if signal.owner == before {
            return Ok(false);
        }
        signals::update(link, &SignalRow::of(&signal, &self.names)?).await?;
        Ok(true)
    }
}

fn told(row: PresenceRow) -> Result<Presence, StoreError> {
    let broken = || StoreError::Fault("a presence cannot be read".into());
    Ok(Presence {
        window: row.window_id.parse().map_err(|_| broken())?,
        object: row.object.parse().map_err(|_| broken())?,
        by: row.account.parse().map_err(|_| broken())?,
        name: row.name.into(),
        doing: Doing::from_code(&row.doing).ok_or_else(broken)?,
        since: DateTime::from_timestamp_micros(row.since).ok_or_else(broken)?,
    })
}
