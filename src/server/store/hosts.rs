//! Several hosts of one PostgreSQL: which of them is the primary, also after it moved.
//!
//! Of two that both say they are it, the one that was promoted last counts: its timeline is higher. A host that hung and comes back
//! unfenced is not gone back to.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use futures_util::future::join_all;
use sqlx::{
    Connection, PgConnection, PgPool, Postgres,
    pool::{PoolConnectionMetadata, PoolOptions},
    postgres::PgConnectOptions,
};

use super::open::{PATIENCE, limited, unreachable};
use crate::server::start::StartError;

/// How often every host is asked what it is.
const LOOK: Duration = Duration::from_secs(1);

/// How long a host may take to say so, and a connection to show that it is alive.
const ANSWER: Duration = Duration::from_secs(1);

/// The timeline of a primary, in eight hexadecimal digits; nothing from a standby.
const TIMELINE: &str = "SELECT CASE WHEN pg_is_in_recovery() THEN NULL ELSE left(pg_walfile_name(pg_current_wal_lsn()), 8) END";

/// The hosts of one database, one or more. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Hosts {
    each: Arc<[PgConnectOptions]>,
    known: Arc<Mutex<Known>>,
}

/// What is known of the primary.
#[derive(Debug)]
struct Known {
    /// The highest timeline that was seen; empty before the first.
    timeline: String,
    /// When another host became the primary; connections of before lead to the one that was.
    since: Instant,
}

/// A host, and a connection to ask it with.
struct Asked<'h> {
    options: &'h PgConnectOptions,
    link: Option<PgConnection>,
}

impl Hosts {
    /// Nothing is asked yet.
    pub fn new(each: Vec<PgConnectOptions>) -> Self {
        let known = Known { timeline: String::new(), since: Instant::now() };
        Self { each: each.into(), known: Arc::new(Mutex::new(known)) }
    }

    /// May the primary be now here, now there?
    pub fn are_several(&self) -> bool {
        self.each.len() > 1
    }

    /// The primary; of one host that one, whatever it is. Waits some seconds for one to be there.
    pub async fn primary(&self) -> Result<PgConnectOptions, StartError> {
        if let [only] = &*self.each {
            return Ok(only.clone());
        }
        let began = Instant::now();
        let mut asked = self.asked();
        while began.elapsed() < PATIENCE {
            if let Some((timeline, found)) = ask(&mut asked).await.into_iter().max_by(|one, other| one.0.cmp(&other.0)) {
                self.known().timeline = timeline;
                return Ok(found.clone());
            }
            tokio::time::sleep(ANSWER / 4).await;
        }
        let places: Vec<_> = self.each.iter().map(place).collect();
        Err(unreachable(&format!("none of {} is a primary that answers", places.join(", "))))
    }

    /// Keeps a pool to connections that are alive and lead to the primary. A ping of the pool itself has no limit: against a host that
    /// hangs it would hold its slot as long.
    pub fn guard(&self, pool: PoolOptions<Postgres>) -> PoolOptions<Postgres> {
        let (admit, take, put_back) = (self.clone(), self.clone(), self.clone());
        let pool = pool.test_before_acquire(false).before_acquire(move |link, about| {
            let hosts = take.clone();
            Box::pin(async move { Ok(hosts.is_of_use(link, about).await) })
        });
        if !self.are_several() {
            return pool;
        }
        pool.after_connect(move |link, _| {
            let hosts = admit.clone();
            Box::pin(async move { hosts.admit(link).await })
        })
        .after_release(move |link, about| {
            let hosts = put_back.clone();
            Box::pin(async move { Ok(hosts.is_of_use(link, about).await) })
        })
    }

    /// Has the pool follow the primary, for ever. `moved` is called each time once new connections lead to another host.
    pub async fn follow(&self, pool: &PgPool, moved: impl Fn()) {
        let mut asked = self.asked();
        loop {
            tokio::time::sleep(LOOK).await;
            let here = place(&pool.connect_options());
            // Of two on one timeline (two names of one host) the one that is followed already.
            let newest = ask(&mut asked).await.into_iter().map(|(timeline, found)| (timeline, place(found) == here, found));
            let Some((timeline, stays, found)) = newest.max_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1))) else {
                continue;
            };
            let mut known = self.known();
            if timeline < known.timeline {
                continue;
            }
            known.timeline = timeline;
            if !stays {
                pool.set_connect_options(limited(found.clone()));
                known.since = Instant::now();
                drop(known);
                tracing::warn!(from = here, to = place(found), "the primary moved");
                moved();
            }
        }
    }

    /// Refuses a new connection to a standby, and to a primary of before the last promotion.
    async fn admit(&self, link: &mut PgConnection) -> Result<(), sqlx::Error> {
        match sqlx::query_scalar::<_, Option<String>>(TIMELINE).fetch_one(link).await? {
            Some(timeline) if timeline >= self.known().timeline => Ok(()),
            Some(_) => Err(sqlx::Error::Protocol("a primary of before the last promotion".into())),
            None => Err(sqlx::Error::Protocol("a standby".into())),
        }
    }

    /// Does a connection of the pool lead to the primary, and does it answer?
    async fn is_of_use(&self, link: &mut PgConnection, about: PoolConnectionMetadata) -> bool {
        let is_of_before = self.are_several() && about.age > self.known().since.elapsed();
        !is_of_before && matches!(tokio::time::timeout(ANSWER, link.ping()).await, Ok(Ok(())))
    }

    fn asked(&self) -> Vec<Asked<'_>> {
        self.each.iter().map(|options| Asked { options, link: None }).collect()
    }

    fn known(&self) -> std::sync::MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The timelines of all that say they are the primary. Takes no longer than [`ANSWER`].
async fn ask<'h>(all: &mut [Asked<'h>]) -> Vec<(String, &'h PgConnectOptions)> {
    let answers = join_all(all.iter_mut().map(async |asked| {
        let timeline = tokio::time::timeout(ANSWER, asked.timeline()).await.ok()?.ok()??;
        Some((timeline, asked.options))
    }));
    answers.await.into_iter().flatten().collect()
}

impl Asked<'_> {
    /// The connection is kept only while it answers.
    async fn timeline(&mut self) -> Result<Option<String>, sqlx::Error> {
        let mut link = match self.link.take() {
            Some(link) => link,
            None => PgConnection::connect_with(self.options).await?,
        };
        let timeline = sqlx::query_scalar(TIMELINE).fetch_one(&mut link).await?;
        self.link = Some(link);
        Ok(timeline)
    }
}

/// Where a host is, for the log; never with a password.
pub fn place(options: &PgConnectOptions) -> String {
    match options.get_socket() {
        Some(socket) => format!("{}:{}", socket.display(), options.get_port()),
        None => format!("{}:{}", options.get_host(), options.get_port()),
    }
}
