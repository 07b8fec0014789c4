//! Keeps a replica up to date: a first screenful at once, then everything, then what changes, for as long as somebody
//! listens. Start, reconnect and catching up are the same call.
//!
//! Old never looks fresh: when nothing was heard for [`Pace::silence`], or a reply breaks off, [`LiveState::Lost`] says since
//! when and why, until there is a connection again. Clock and random are arguments.

pub(super) mod backoff;
mod catch_up;
mod lines;

use std::{pin::Pin, time::Duration};

use chrono::{DateTime, Utc};
use eventsource_stream::{Event, EventStreamError, Eventsource};
use futures_util::{FutureExt, Stream, StreamExt, stream};
use reqwest::{
    Method,
    header::{ACCEPT, ACCEPT_ENCODING},
};
use tokio::{sync::Notify, time::timeout};

use super::{failure::Failure, replica::Replica, session::Session};
use crate::{
    api::{
        change::{HEARTBEAT_SECONDS, event},
        path,
        signal::{SignalList, SignalSort},
    },
    domain::presence::Presence,
};
use backoff::Backoff;
pub use backoff::unit;

/// What a listener is told.
#[derive(Debug, Clone)]
pub enum LiveEvent {
    /// The first screenful: the open signals with the nearest hard dates, alone in a replica. Comes once, before the rest.
    FirstRows(Replica),
    /// The rows as they are now; [`Replica::is_complete`] tells whether the first synchronisation still runs.
    Replica(Replica),
    /// How the connection is.
    State(LiveState),
    /// The server lives; its clock.
    Heartbeat(DateTime<Utc>),
    /// Who is at which signal now: every window.
    Presence(Vec<Presence>),
    /// Lines of the change feed that could not be read and are missing: this program is probably too old.
    Unreadable(u32),
}

/// How the connection is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LiveState {
    /// Asking; nothing was ever received.
    Connecting,
    /// Up to date.
    Live,
    /// What is shown was true at `since` and may be old.
    Lost {
        /// When the server was last heard, or when asking began.
        since: DateTime<Utc>,
        /// Why it is lost.
        why: Failure,
    },
}

/// Times and sizes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pace {
    /// Without a sign of life for so long, the connection is lost.
    pub silence: Duration,
    /// The first pause before connecting again, and the longest.
    pub pauses: (Duration, Duration),
    /// Rows on the first screenful.
    pub first_rows: u32,
    /// During the first synchronisation a snapshot is given after so many rows.
    pub rows_between: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            // Half a second before the second beat is due: the loss is on the screen within ten.
            silence: Duration::from_millis(2_000 * HEARTBEAT_SECONDS - 500),
            pauses: (Duration::from_millis(500), Duration::from_secs(8)),
            first_rows: 100,
            rows_between: 50_000,
        }
    }
}

/// Nobody listens any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed;

/// Why a connection ended.
enum End {
    Closed,
    Failed(Failure),
    /// A newer token is to be sent: connect again, without anything being lost.
    Renewed,
}

impl From<Closed> for End {
    fn from(_: Closed) -> Self {
        Self::Closed
    }
}

impl From<Failure> for End {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// As [`follow_nudged`], left alone.
pub async fn follow<R, C, N>(session: Session, pace: Pace, clock: C, random: N, report: R)
where
    R: FnMut(LiveEvent) -> Result<(), Closed> + Send,
    C: Fn() -> DateTime<Utc> + Send,
    N: FnMut() -> f64 + Send,
{
    follow_nudged(session, pace, clock, random, &Notify::new(), report).await;
}

/// Follows the server until `report` says [`Closed`]. `clock` tells the time of this machine; `random` gives numbers from 0
/// up to 1, so that many clients do not come back at once. A `nudge` makes it connect, or ask for changes, now.
pub async fn follow_nudged<R, C, N>(session: Session, pace: Pace, clock: C, random: N, nudge: &Notify, report: R)
where
    R: FnMut(LiveEvent) -> Result<(), Closed> + Send,
    C: Fn() -> DateTime<Utc> + Send,
    N: FnMut() -> f64 + Send,
{
    let backoff = Backoff::new(pace.pauses, random);
    let heard = clock();
    let replica = Replica::new();
    let mut follower = Follower { session, pace, clock, nudge, report, replica, heard, first_rows: None, live: false };
    follower.run(backoff).await;
}

struct Follower<'n, R, C> {
    session: Session,
    pace: Pace,
    clock: C,
    nudge: &'n Notify,
    report: R,
    replica: Replica,
    heard: DateTime<Utc>,
    /// The first screenful, once it was given.
    first_rows: Option<Replica>,
    live: bool,
}

impl<R, C> Follower<'_, R, C>
where
    R: FnMut(LiveEvent) -> Result<(), Closed> + Send,
    C: Fn() -> DateTime<Utc> + Send,
{
    async fn run<N: FnMut() -> f64 + Send>(&mut self, mut backoff: Backoff<N>) {
        if (self.report)(LiveEvent::State(LiveState::Connecting)).is_err() {
            return;
        }
        loop {
            self.live = false;
            let why = match self.connect().await {
                Err(End::Renewed) => continue,
                Err(End::Failed(why)) => why,
                Err(End::Closed) | Ok(()) => return,
            };
            tracing::warn!(%why, "the connection to the server is lost");
            if self.live {
                backoff.reset();
            }
            let lost = LiveState::Lost { since: self.heard, why };
            if (self.report)(LiveEvent::State(lost)).is_err() {
                return;
            }
            let _ = timeout(backoff.pause(), self.nudge.notified()).await;
        }
    }

    /// One connection, from the first page to the moment it breaks.
    async fn connect(&mut self) -> Result<(), End> {
        if self.first_rows.is_none() && !self.replica.is_complete() {
            self.first_screenful().await?;
        }
        let token = self.session.token_number().await?;
        // Listening starts before catching up, so that nothing falls in between.
        let events = self.listen().await?;
        self.catch_up(false).await?;
        let Some(mut events) = events else { return Err(self.held().into()) };
        // A server speaks at once. What answers and says nothing holds the rest back too: nothing here is live.
        let first = timeout(self.pace.silence, events.next()).await.map_err(|_| self.held())?.ok_or_else(|| self.cut())?;
        self.live = true;
        (self.report)(LiveEvent::State(LiveState::Live))?;
        self.stay(Box::pin(stream::iter([first]).chain(events)), token).await
    }

    async fn first_screenful(&mut self) -> Result<(), End> {
        let list = SignalList {
            status: Some("open".into()),
            sort: Some(SignalSort::HardDate),
            limit: Some(self.pace.first_rows),
            ..SignalList::default()
        };
        let page = timeout(self.pace.silence, self.session.signals(&list)).await;
        match page.map_err(|_| self.silent())? {
            Ok(page) => {
                self.heard = (self.clock)();
                let rows = Replica::of_rows(&page.items);
                self.first_rows = Some(rows.clone());
                Ok((self.report)(LiveEvent::FirstRows(rows))?)
            }
            // A role that may not list signals may still follow the register.
            Err(Failure::Problem(problem)) if problem.status == 403 => {
                self.first_rows = Some(Replica::new());
                Ok(())
            }
            Err(failure) => Err(failure.into()),
        }
    }

    /// The events; nothing when not even the head of the stream comes.
    async fn listen(&self) -> Result<Option<Events>, End> {
        let request = self.session.request(Method::GET, path::EVENTS)?;
        let request = request.header(ACCEPT, "text/event-stream").header(ACCEPT_ENCODING, "identity");
        let Ok(response) = timeout(self.pace.silence, self.session.send(request, false)).await else { return Ok(None) };
        Ok(Some(Box::pin(response?.bytes_stream().eventsource())))
    }

    /// Catches up whenever the server says so; ends when the stream does or falls silent.
    async fn stay(&mut self, mut events: Events, token: u64) -> Result<(), End> {
        loop {
            // The stream ends with the token it began with: a newer one takes its place in time.
            if self.session.token_number().await? != token {
                return Err(End::Renewed);
            }
            let mut wanted = tokio::select! {
                said = timeout(self.pace.silence, events.next()) => self.take(said.map_err(|_| self.silent())?)?,
                () = self.nudge.notified() => Wanted::Changes,
            };
            // Several changes that are there already are one catching up.
            while let Some(said) = events.next().now_or_never() {
                wanted = wanted.max(self.take(said)?);
            }
            self.heard = (self.clock)();
            if wanted != Wanted::Nothing {
                self.catch_up(wanted == Wanted::Everything).await?;
            }
        }
    }

    fn take(&mut self, said: Option<Said>) -> Result<Wanted, End> {
        let said = said.ok_or_else(|| self.cut())?.map_err(|_| self.cut())?;
        Ok(match said.event.as_str() {
            event::CHANGED => Wanted::Changes,
            event::RESET => Wanted::Everything,
            event::HEARTBEAT => {
                if let Some(now) = now_of(&said.data) {
                    (self.report)(LiveEvent::Heartbeat(now))?;
                }
                Wanted::Nothing
            }
            event::PRESENCE => {
                if let Ok(present) = serde_json::from_str(&said.data) {
                    (self.report)(LiveEvent::Presence(present))?;
                }
                Wanted::Nothing
            }
            _ => Wanted::Nothing,
        })
    }

    fn cut(&self) -> Failure {
        Failure::Cut { server: self.session.server().into(), writing: false }
    }

    fn held(&self) -> Failure {
        Failure::Held { server: self.session.server().into() }
    }

    fn silent(&self) -> Failure {
        Failure::TimedOut { server: self.session.server().into(), writing: false }
    }
}

type Said = Result<Event, EventStreamError<reqwest::Error>>;
type Events = Pin<Box<dyn Stream<Item = Said> + Send>>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Wanted {
    Nothing,
    Changes,
    Everything,
}

fn now_of(data: &str) -> Option<DateTime<Utc>> {
    serde_json::from_str::<serde_json::Value>(data).ok()?.get("now")?.as_str()?.parse().ok()
}
