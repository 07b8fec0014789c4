//! Reads `/v1/changes` into the replica as it streams in.

use std::{collections::HashSet, time::Duration};

use chrono::{DateTime, Utc};
use futures_util::StreamExt;
use reqwest::{Method, header::ACCEPT};
use tokio::time::timeout;

use super::{
    Closed, End, Follower, LiveEvent,
    lines::{Lines, TooLong},
};
use crate::{
    api::path,
    client::{
        failure::Failure,
        replica::{Applied, Replica},
        requests::segment,
    },
    domain::ids::SignalId,
};

/// Why reading stopped.
enum Stop {
    TooLong,
    Closed,
}

impl From<TooLong> for Stop {
    fn from(_: TooLong) -> Self {
        Self::TooLong
    }
}

impl From<Closed> for Stop {
    fn from(_: Closed) -> Self {
        Self::Closed
    }
}

impl<R, C> Follower<'_, R, C>
where
    R: FnMut(LiveEvent) -> Result<(), Closed> + Send,
    C: Fn() -> DateTime<Utc> + Send,
{
    /// What a reply with everything is read into: nothing, or as long as there never was a whole one, the first screenful, so
    /// that rows somebody already looks at stay in sight.
    fn beginning(&self) -> Replica {
        match &self.first_rows {
            Some(rows) if !self.replica.is_complete() => rows.clone(),
            _ => self.replica.emptied(),
        }
    }

    /// Asks for everything after the cursor, or for everything, applies it as it comes, and gives a snapshot at the end. Of a
    /// reply that breaks off the rows stay, with the old cursor; but one that began anew is thrown away: until it is whole,
    /// what went in the meantime cannot be told from what is still to come.
    pub(super) async fn catch_up(&mut self, anew: bool) -> Result<(), End> {
        let anew = anew || self.replica.cursor().is_none();
        let (path, replica) = match self.replica.cursor().filter(|_| !anew) {
            Some(cursor) => (format!("{}?since={}", path::CHANGES, segment(cursor)), self.replica.clone()),
            None => (path::CHANGES.to_owned(), self.beginning()),
        };
        let request = self.session.request(Method::GET, &path)?.header(ACCEPT, "application/x-ndjson");
        let response = timeout(self.pace.silence, self.session.send(request, false)).await;
        let mut body = response.map_err(|_| self.silent())??.bytes_stream();

        let first = !self.replica.is_complete();
        let unseen = if anew { ids(&replica) } else { HashSet::new() };
        let mut reading = Reading { replica, unseen, since_snapshot: 0, unreadable: 0, ended: None, changed: false, anew };
        let mut lines = Lines::default();
        while reading.ended.is_none() {
            let bytes = match timeout(self.pace.silence, body.next()).await {
                Ok(Some(Ok(bytes))) => bytes,
                broken => {
                    reading.ended = Some(Err(match broken {
                        Ok(Some(Err(error))) => self.session.failure(&error, false),
                        Ok(_) => Failure::Cut { server: self.session.server().into(), writing: false },
                        Err(_) => self.silent(),
                    }));
                    break;
                }
            };
            let fed = lines.feed(&bytes, |line| {
                reading.line(line);
                if first && reading.since_snapshot >= self.pace.rows_between {
                    reading.since_snapshot = 0;
                    (self.report)(LiveEvent::Replica(reading.replica.clone()))?;
                }
                Ok(())
            });
            self.heard = (self.clock)();
            match fed {
                Ok(()) => {}
                Err(Stop::Closed) => return Err(End::Closed),
                Err(Stop::TooLong) => return Err(self.session.wrong("application/x-ndjson").into()),
            }
        }
        if reading.unreadable > 0 {
            tracing::warn!(lines = reading.unreadable, "lines of the change feed could not be read");
            (self.report)(LiveEvent::Unreadable(reading.unreadable))?;
        }
        let ended = reading.ended.unwrap_or(Ok(()));
        if ended.is_ok() || !reading.anew {
            self.replica = reading.replica;
            if reading.changed || first {
                (self.report)(LiveEvent::Replica(self.replica.clone()))?;
            }
        }
        // Read to its end, the connection serves the next request too.
        let _ = timeout(Duration::from_millis(100), body.next()).await;
        Ok(ended?)
    }
}

fn ids(replica: &Replica) -> HashSet<SignalId> {
    (0..replica.signals().len()).filter_map(|row| replica.signals().get(row)).map(|row| row.id()).collect()
}

struct Reading {
    replica: Replica,
    /// Rows of the first screenful that the feed has not named yet.
    unseen: HashSet<SignalId>,
    since_snapshot: u32,
    unreadable: u32,
    changed: bool,
    ended: Option<Result<(), Failure>>,
    /// Did it begin with nothing?
    anew: bool,
}

impl Reading {
    fn line(&mut self, line: &[u8]) {
        match self.replica.apply_line(line) {
            Ok(Applied::Cursor) => {
                // What the feed of everything does not name is gone.
                self.unseen.drain().for_each(|id| self.replica.remove_signal(id));
                self.ended = Some(Ok(()));
            }
            Ok(Applied::Nothing) => {}
            Ok(Applied::Reset) => (self.anew, self.changed) = (true, true),
            Ok(applied) => {
                if let Applied::Signal(row) = applied
                    && !self.unseen.is_empty()
                    && let Some(row) = self.replica.signals().get(row)
                {
                    self.unseen.remove(&row.id());
                }
                self.changed = true;
                self.since_snapshot += 1;
            }
            Err(error) => {
                self.unreadable += 1;
                // The kind of fault only: a line holds titles and names.
                tracing::debug!(fault = error.fault(), "unreadable line");
            }
        }
    }
}
