//! Opening a server and serving until told to stop.

use std::{future::Future, sync::Arc, time::Duration};

use axum::Router;
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};

use super::{
    alarms,
    audit::heads,
    clock::{Clock, SystemClock},
    connections,
    identity::Provider,
    mail::{self, Mail},
    routes::{App, application},
    series,
    service::{RequestLimits, Service},
    store::{
        Store, StoreError,
        hosts::Hosts,
        roles::{TooStrong, Why},
    },
    tidy, wake,
};
use crate::{api::problem::exit, domain::retention::Schedule, export::agenda::Stationery};

/// What a server needs to know to start.
#[derive(Clone)]
pub struct Options {
    /// `sqlite:FILE` or `postgres://USER@HOST/DATABASE`, with several hosts where the primary may move.
    pub database: String,
    /// Did the URL come from a place others cannot read (the environment, a file)? Only then may it hold a password.
    pub database_is_private: bool,
    /// Where the time comes from.
    pub clock: Arc<dyn Clock>,
    /// Does it serve a demonstration with invented data? Clients show it.
    pub demo: bool,
    /// What papers of meetings are written on.
    pub stationery: Stationery,
    /// Where the heads of the audit log go to.
    pub heads: heads::Places,
    /// How messages about cases are sent; nothing: they are not.
    pub mail: Option<Mail>,
    /// How long closed cases are kept.
    pub retention: Schedule,
    /// The provider people sign in at, if there is one; it may be changed while the server runs.
    pub provider: Option<watch::Receiver<Arc<Provider>>>,
    /// Do people sign in here, with a password? Not beside a provider.
    pub local_accounts: bool,
    /// Requests in a minute of one account, and from one address.
    pub limits: RequestLimits,
}

impl Options {
    /// With this database, the machine's clock, and real data.
    pub fn new(database: impl Into<String>) -> Self {
        Self {
            database: database.into(),
            database_is_private: false,
            clock: Arc::new(SystemClock),
            demo: false,
            stationery: Stationery::default(),
            heads: heads::Places::default(),
            mail: None,
            retention: Schedule::default(),
            provider: None,
            local_accounts: false,
            limits: RequestLimits::default(),
        }
    }
}

/// Why a server could not start, or a store could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The text is no URL of a database loket knows.
    #[error("not a database: '{0}'; use sqlite:FILE or postgres://USER@HOST/DATABASE")]
    NotADatabase(String),
    /// The URL holds a password and came from where others can read it.
    #[error("the database URL holds a password; put the URL in LOKET_DATABASE, or the password in PGPASSFILE")]
    PasswordInUrl,
    /// The SQLite library is too old to be trusted with WAL.
    #[error("SQLite {0} is too old; 3.51.3 or newer is needed")]
    OldSqlite(String),
    /// The database was made by a newer loket, or its migrations were changed.
    #[error("the database does not fit this version of loket: {0}")]
    Schema(String),
    /// There is no store of loket there, and this command makes none.
    #[error("there is no database of loket: {0}; start loket serve once, or check the path")]
    Missing(String),
    /// The schema is of another version of loket, and this command does not change it.
    #[error("the database is of another version of loket")]
    OtherSchema,
    /// The role of PostgreSQL that the server would work as may do too much.
    #[error("the role {} may do too much to serve", .0.role)]
    TooStrong(TooStrong),
    /// Between the server and PostgreSQL something drops the settings of a connection: nothing would be seen.
    #[error("the connection does not have its setting loket.scope")]
    NoScope,
    /// Servers of before a step that they cannot work with are at the database.
    #[error("{0} connections of loket are open; this step needs them closed")]
    InUse(i64),
    /// People sign in at a provider or here: with both, one human could be two.
    #[error("local accounts and a provider exclude each other")]
    LocalBesideProvider,
    /// The database cannot be reached or opened.
    #[error("the database cannot be opened: {0}")]
    Unreachable(String),
    /// The store failed after it was opened.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl StartError {
    /// The exit code of a command that ends on it.
    pub fn exit(&self) -> u8 {
        match self {
            Self::NotADatabase(_) => exit::USAGE,
            Self::PasswordInUrl
            | Self::OldSqlite(_)
            | Self::Schema(_)
            | Self::Missing(_)
            | Self::OtherSchema
            | Self::NoScope
            | Self::LocalBesideProvider
            | Self::InUse(_)
            | Self::TooStrong(_) => exit::CONFIGURATION,
            Self::Unreachable(_) | Self::Store(_) => exit::NO_SERVER,
        }
    }

    /// The key of its text in the locale files; the text takes `$detail`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotADatabase(_) => "start-not-a-database",
            Self::PasswordInUrl => "start-password-in-url",
            Self::OldSqlite(_) => "start-old-sqlite",
            Self::Schema(_) => "start-schema",
            Self::Missing(_) => "start-missing",
            Self::OtherSchema => "start-other-schema",
            Self::TooStrong(TooStrong { why: Why::Superuser, .. }) => "start-role-superuser",
            Self::TooStrong(TooStrong { why: Why::BypassRls, .. }) => "start-role-bypassrls",
            Self::TooStrong(TooStrong { why: Why::Owner, .. }) => "start-role-owner",
            Self::TooStrong(TooStrong { why: Why::MakesRoles, .. }) => "start-role-makes-roles",
            Self::TooStrong(TooStrong { why: Why::ChangesTheLog, .. }) => "start-role-changes-the-log",
            Self::TooStrong(TooStrong { why: Why::MakesTables, .. }) => "start-role-makes-tables",
            Self::NoScope => "start-no-scope",
            Self::InUse(_) => "start-in-use",
            Self::LocalBesideProvider => "start-local-beside-provider",
            Self::Unreachable(_) | Self::Store(_) => "start-unreachable",
        }
    }

    /// What the text of [`StartError::key`] takes as `$detail`; never a password.
    pub fn detail(&self) -> String {
        match self {
            Self::NotADatabase(detail)
            | Self::OldSqlite(detail)
            | Self::Schema(detail)
            | Self::Missing(detail)
            | Self::Unreachable(detail) => detail.clone(),
            Self::PasswordInUrl | Self::OtherSchema | Self::NoScope | Self::LocalBesideProvider => String::new(),
            Self::InUse(connections) => connections.to_string(),
            Self::TooStrong(found) => found.role.clone(),
            Self::Store(error) => error.to_string(),
        }
    }
}

/// Why serving ended otherwise than by being told to.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The listener failed.
    #[error("the listener failed: {0}")]
    Listener(#[from] std::io::Error),
}

/// A server over an open store, ready to serve.
pub struct Server {
    store: Store,
    hosts: Option<Hosts>,
    app: App,
    router: Router,
    closing: watch::Sender<bool>,
    audit: JoinHandle<()>,
    heads: heads::Places,
    mail: Option<Mail>,
}

/// How long requests under way may take to end after a shutdown began.
const DRAIN: Duration = Duration::from_secs(10);

/// How often the instances settle how many requests came of whom.
const SETTLED: Duration = Duration::from_secs(1);

/// How long the audit log and the store may take to end after that.
const LAST: Duration = Duration::from_secs(2);

impl Server {
    /// Opens the store, brings its schema up to date, seeds the organisations.
    pub async fn open(options: Options) -> Result<Self, StartError> {
        if options.local_accounts && options.provider.is_some() {
            return Err(StartError::LocalBesideProvider);
        }
        let (store, hosts) = Store::open_to_serve(&options.database, options.database_is_private).await?;
        let (provider, local, limits) = (options.provider, options.local_accounts, options.limits);
        let (mut service, audit) = Service::start(store.clone(), options.clock, options.demo, provider, local, limits).await?;
        service.retention = options.retention;
        service.mail_domain = options.mail.as_ref().map(|mail| mail.domain().to_owned());
        let closing = watch::Sender::new(false);
        let (app, router) = application(service, options.stationery, closing.subscribe());
        tracing::info!(store = store.kind(), version = env!("CARGO_PKG_VERSION"), "the store is open");
        Ok(Self { store, hosts, app, router, closing, audit, heads: options.heads, mail: options.mail })
    }

    /// The store it serves.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Serves until `shutdown`; then: not ready, no new connections, streams end with a retry hint, 10 s for the rest. When it
    /// returns, everything acknowledged is on disk and the audit log is written.
    pub async fn serve(
        self,
        listener: TcpListener,
        shutdown: impl Future<Output = ()> + Send + 'static,
    ) -> Result<(), ServeError> {
        let Self { store, hosts, app, router, closing, audit, heads, mail } = self;
        let sending = tokio::spawn(send_heads(app.clone(), heads.clone()));
        let watching = tokio::spawn(alarms::watch(app.clone()));
        let making = tokio::spawn(series::watch(app.clone()));
        let posting = tokio::spawn(post(app.clone(), mail));
        let following = tokio::spawn(follow(app.clone(), hosts));
        let tasks = [
            tokio::spawn(wake::listen(app.clone())),
            tokio::spawn(tidy::tidy(app.clone())),
            tokio::spawn(settle_pace(app.clone())),
            watching,
            making,
            following,
            posting,
            sending,
        ];
        if let Ok(address) = listener.local_addr() {
            tracing::info!(%address, "serving");
        }
        let mut serving =
            tokio::spawn(connections::serve(listener, router, closing.subscribe(), connections::MOST, connections::HEAD));
        let outcome = tokio::select! {
            ended = &mut serving => ended.map_err(std::io::Error::other),
            () = shutdown => {
                tracing::info!("told to stop: no new connections, requests under way may end");
                closing.send_replace(true);
                drop(tokio::time::timeout(DRAIN, &mut serving).await);
                serving.abort();
                Ok(())
            }
        };
        for task in tasks {
            task.abort();
            let _ = task.await;
        }
        // Whoever starts in this minute knows what came until now.
        drop(tokio::time::timeout(LAST, app.service.settle_pace()).await);
        let now = app.service.now();
        drop(app);
        // The log ends when the last request is gone; one that hangs does not keep the process.
        let _ = tokio::time::timeout(LAST, audit).await;
        if !heads.is_empty() {
            let sent = tokio::time::timeout(LAST, heads::Left::default().send(&store, &heads, now)).await;
            if let Ok(Err(error)) = sent {
                tracing::error!(%error, "the last heads of the audit log did not leave the store");
            }
        }
        let _ = tokio::time::timeout(LAST, store.close()).await;
        tracing::info!("stopped");
        Ok(outcome?)
    }
}

/// Sends the heads of the audit log out, at the start and every five minutes.
async fn send_heads(app: App, places: heads::Places) {
    let mut left = heads::Left::default();
    while !places.is_empty() {
        if let Err(error) = left.send(&app.service.store, &places, app.service.now()).await {
            tracing::error!(%error, "the heads of the audit log do not leave the store");
        }
        tokio::time::sleep(heads::EVERY).await;
    }
}

/// Sends messages about cases, where it is said how.
async fn post(app: App, mail: Option<Mail>) {
    if let Some(mail) = mail {
        mail::watch(app, mail).await;
    }
}

/// Settles once a second how many requests came of whom.
async fn settle_pace(app: App) {
    loop {
        tokio::time::sleep(SETTLED).await;
        if let Err(error) = app.service.settle_pace().await {
            // Each instance counts by itself meanwhile; that the store is away is told elsewhere.
            tracing::debug!(%error, "the requests are not counted together");
        }
    }
}

/// Follows the primary from host to host, and tells when it moved.
async fn follow(app: App, hosts: Option<Hosts>) {
    if let (Store::Pg(pool), Some(hosts)) = (&app.service.store, hosts) {
        hosts.follow(pool, || app.service.tell_moved()).await;
    }
}
