//! The server, in this process, on a free loopback port over a store of its own and with a clock that stands still.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use loket::{
    domain::role::Role,
    export::agenda::Stationery,
    server::{
        Clock, FixedClock, Options, RequestLimits, ServeError, Server, Store,
        identity::Provider,
        mail::Mail,
        store::roles,
        tokens::{self, NewToken},
    },
};
use serde_json::Value;
use sqlx::Connection;
use tokio::{
    net::TcpListener,
    sync::{oneshot, watch},
    task::JoinHandle,
};

use super::{
    http::Caller,
    issuer::Issuer,
    postgres::{Database, SERVER},
    samples,
};

/// Monday 16 November 2026, 10:00 in the Netherlands.
pub fn start_of_story() -> DateTime<Utc> {
    "2026-11-16T09:00:00Z".parse().unwrap()
}

/// What the store is over.
pub enum Place {
    /// A SQLite file in a folder that is thrown away.
    Lite(tempfile::TempDir),
    /// A database in the cluster of this run.
    Pg(Database),
}

impl Place {
    /// The URL of the database.
    pub fn url(&self) -> String {
        match self {
            Self::Lite(folder) => format!("sqlite:{}", folder.path().join("loket.db").display()),
            Self::Pg(database) => database.url().to_owned(),
        }
    }
}

/// A running server with an account for every role.
pub struct TestServer {
    /// Moves only when the story moves it.
    pub clock: Arc<FixedClock>,
    store: Store,
    callers: BTreeMap<Role, Caller>,
    address: String,
    http: reqwest::Client,
    shutdown: oneshot::Sender<()>,
    serving: JoinHandle<Result<(), ServeError>>,
    place: Place,
    /// Further instances over the same store.
    others: Mutex<Vec<(oneshot::Sender<()>, JoinHandle<Result<(), ServeError>>)>>,
}

impl TestServer {
    /// Over a new SQLite file.
    pub async fn sqlite() -> Self {
        // In memory where there is such a folder: what a power cut does is not told here.
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
        Self::over(Place::Lite(folder.unwrap())).await
    }

    /// Over a new PostgreSQL database.
    pub async fn postgres() -> Self {
        Self::over(Place::Pg(Database::create().await)).await
    }

    /// Over a store that may have been used before.
    pub async fn over(place: Place) -> Self {
        let clock = Arc::new(FixedClock::at(start_of_story()));
        let (address, store, shutdown, serving) = serve(&place.url(), clock.clone()).await;
        let http = client();
        let others = Mutex::default();
        let mut server = Self { clock, store, callers: BTreeMap::new(), address, http, shutdown, serving, place, others };
        for role in Role::ALL.iter().copied() {
            let caller = server.account(role, &format!("Account {role}"), organisation_of(role)).await;
            server.callers.insert(role, caller);
        }
        server
    }

    /// A second server over the same store, as a second instance would be.
    pub async fn second_instance(&self) -> (Caller, oneshot::Sender<()>, JoinHandle<Result<(), ServeError>>) {
        let (address, _, shutdown, serving) = serve(&self.place.url(), self.clock.clone()).await;
        (Caller { server: address, ..self.desk() }, shutdown, serving)
    }

    /// A further instance over the same store, which believes this issuer; nobody is signed in there yet.
    pub async fn instance_with(&self, issuer: &Issuer) -> Caller {
        self.instance_of(issuer.watched()).await
    }

    /// As [`TestServer::instance_with`], for a provider that may be changed.
    pub async fn instance_of(&self, provider: watch::Receiver<Arc<Provider>>) -> Caller {
        let options = Options { provider: Some(provider), ..options(&self.place.url(), self.clock.clone()) };
        let (server, _, shutdown, serving) = serve_by(options).await;
        self.others.lock().unwrap().push((shutdown, serving));
        Caller { server, ..self.stranger() }
    }

    /// A further instance over the same store with these limits: for the desk, with what tells it to stop.
    pub async fn instance_with_limits(
        &self,
        limits: RequestLimits,
    ) -> (Caller, oneshot::Sender<()>, JoinHandle<Result<(), ServeError>>) {
        let options = Options { limits, ..options(&self.place.url(), self.clock.clone()) };
        let (server, _, shutdown, serving) = serve_by(options).await;
        (Caller { server, ..self.desk() }, shutdown, serving)
    }

    /// A further instance over the same store that sends mail like this: for the desk.
    pub async fn instance_with_mail(&self, mail: Mail) -> Caller {
        let options = Options { mail: Some(mail), ..options(&self.place.url(), self.clock.clone()) };
        let (server, _, shutdown, serving) = serve_by(options).await;
        self.others.lock().unwrap().push((shutdown, serving));
        Caller { server, ..self.desk() }
    }

    /// A further instance over the same store where people sign in with a password; nobody is signed in there yet.
    pub async fn instance_with_passwords(&self) -> Caller {
        let options = Options { local_accounts: true, ..options(&self.place.url(), self.clock.clone()) };
        let (server, _, shutdown, serving) = serve_by(options).await;
        self.others.lock().unwrap().push((shutdown, serving));
        Caller { server, ..self.stranger() }
    }

    /// Makes a further account.
    pub async fn account(&self, role: Role, name: &str, organisation: &str) -> Caller {
        self.account_until(role, name, organisation, None).await
    }

    /// Makes a further account whose token expires.
    pub async fn account_until(&self, role: Role, name: &str, organisation: &str, until: Option<DateTime<Utc>>) -> Caller {
        let token = NewToken { role, name: name.into(), organisation: organisation.into(), expires_at: until };
        let (account, secret) = tokens::create(&self.store, self.clock.now(), token).await.unwrap();
        Caller {
            http: self.http.clone(),
            server: self.address.clone(),
            token: secret,
            account: account.to_string(),
            name: name.into(),
        }
    }

    /// The account with this role.
    pub fn role(&self, role: Role) -> Caller {
        self.callers[&role].clone()
    }

    /// The account at the desk.
    pub fn desk(&self) -> Caller {
        self.role(Role::Desk)
    }

    /// A second account at the desk.
    pub async fn colleague(&self) -> Caller {
        self.account(Role::Desk, "Fatima Yıldız", tokens::DESK_ORGANISATION).await
    }

    /// A session of an account, as if it had signed in: its id.
    pub async fn session_of(&self, caller: &Caller) -> String {
        let id = super::http::new_key();
        let account = &caller.account;
        self.execute(&format!(
            "INSERT INTO sessions (id, account, issuer, subject, client, session_key, begun, last_seen, address, revoked_before) \
             VALUES ('{id}', '{account}', 'x', '{id}', 'x', '', 1, 1, '', 0)"
        ))
        .await;
        self.execute(&format!(
            "INSERT INTO subjects (issuer, subject, account) VALUES ('x', '{id}', '{account}') ON CONFLICT DO NOTHING"
        ))
        .await;
        id.to_string()
    }

    /// Somebody without a token.
    pub fn stranger(&self) -> Caller {
        Caller { token: String::new(), account: String::new(), name: String::new(), ..self.desk() }
    }

    /// A new signal by the desk.
    pub async fn signal(&self, title: &str) -> Value {
        self.desk().post("/v1/signals", &samples::signal(title)).await.expect(201)["item"].clone()
    }

    /// The store itself, for looking at what was written and for doing it harm.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The URL of its database.
    pub fn url(&self) -> String {
        self.place.url()
    }

    /// Takes the database away under the running server, or gives it back; PostgreSQL only.
    pub async fn shut_database(&self, shut: bool) {
        let Place::Pg(database) = &self.place else { panic!("a SQLite file is not taken away") };
        // By a connection to the database beside it.
        let (cluster, rest) = database.owner_url().rsplit_once('/').unwrap();
        let (name, folder) = rest.split_once('?').unwrap();
        let mut beside = sqlx::PgConnection::connect(&format!("{cluster}/postgres?{folder}")).await.unwrap();
        let mut statements = vec![format!("ALTER DATABASE {name} ALLOW_CONNECTIONS {}", !shut)];
        if shut {
            statements.push(format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"));
        }
        for statement in statements {
            sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&mut beside).await.unwrap();
        }
    }

    /// Is this over PostgreSQL?
    pub fn is_postgres(&self) -> bool {
        matches!(self.place, Place::Pg(_))
    }

    /// The time by the server's clock.
    pub fn clock_now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Moves the clock on.
    pub fn advance(&self, by: TimeDelta) {
        self.clock.advance(by);
    }

    /// The URL of its PostgreSQL database, as its owner enters it.
    pub fn owner_url(&self) -> &str {
        match &self.place {
            Place::Pg(database) => database.owner_url(),
            Place::Lite(_) => panic!("a SQLite file has no owner but its user"),
        }
    }

    /// A connection with all rights to the database, past the server.
    async fn owner(&self) -> sqlx::PgConnection {
        sqlx::PgConnection::connect(self.owner_url()).await.unwrap()
    }

    /// Brings the schema up to date where no server does so by itself: the owner of a PostgreSQL database.
    pub async fn migrate(&self) {
        if let Place::Pg(database) = &self.place {
            let store = Store::open(database.owner_url(), false).await.unwrap();
            roles::admit(&store, SERVER).await.unwrap();
            store.close().await;
        }
    }

    /// Runs a statement on the store, past the server; gives how many rows it touched.
    pub async fn execute(&self, statement: &str) -> u64 {
        let sql = sqlx::AssertSqlSafe(statement);
        match &self.store {
            Store::Lite { writer, .. } => sqlx::query(sql).execute(writer).await.map(|done| done.rows_affected()),
            Store::Pg(_) => sqlx::query(sql).execute(&mut self.owner().await).await.map(|done| done.rows_affected()),
        }
        .unwrap_or_else(|error| panic!("{statement}: {error}"))
    }

    /// The first column, an integer, of the first row.
    pub async fn number(&self, query: &str) -> i64 {
        let sql = sqlx::AssertSqlSafe(query);
        match &self.store {
            Store::Lite { writer, .. } => sqlx::query_scalar(sql).fetch_one(writer).await,
            Store::Pg(_) => sqlx::query_scalar(sql).fetch_one(&mut self.owner().await).await,
        }
        .unwrap_or_else(|error| panic!("{query}: {error}"))
    }

    /// The first column, a text, of every row.
    pub async fn texts(&self, query: &str) -> Vec<String> {
        let sql = sqlx::AssertSqlSafe(query);
        match &self.store {
            Store::Lite { writer, .. } => sqlx::query_scalar(sql).fetch_all(writer).await,
            Store::Pg(_) => sqlx::query_scalar(sql).fetch_all(&mut self.owner().await).await,
        }
        .unwrap_or_else(|error| panic!("{query}: {error}"))
    }

    /// Tells the server to stop, waits for it, and throws the store away.
    pub async fn stop(self) {
        let Self { store, shutdown, serving, place, others, .. } = self;
        for (shutdown, serving) in others.into_inner().unwrap().into_iter().chain([(shutdown, serving)]) {
            shutdown.send(()).unwrap();
            let patience = Duration::from_secs(15);
            let ended = tokio::time::timeout(patience, serving).await.expect("the server does not stop when it is told to");
            ended.unwrap().unwrap();
        }
        store.close().await;
        if let Place::Pg(database) = place {
            database.discard().await;
        }
    }
}

/// The organisation an account with this role belongs to in the stories.
fn organisation_of(role: Role) -> &'static str {
    match role {
        Role::RegisterReader | Role::RegisterEditor | Role::Municipal => "GM0344",
        Role::Body => "UWV",
        _ => tokens::DESK_ORGANISATION,
    }
}

/// Its address, its store, what tells it to stop, and how it ended.
pub type Serving = (String, Store, oneshot::Sender<()>, JoinHandle<Result<(), ServeError>>);

/// A server over a database, by this clock.
pub async fn serve(database: &str, clock: Arc<dyn Clock>) -> Serving {
    serve_by(options(database, clock)).await
}

fn options(database: &str, clock: Arc<dyn Clock>) -> Options {
    let stationery = Stationery { sender: "let@loket.example".into(), ..Stationery::default() };
    Options { clock, stationery, ..Options::new(database) }
}

async fn serve_by(options: Options) -> Serving {
    let server = Server::open(options).await.unwrap();
    let store = server.store().clone();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let (shutdown, told) = oneshot::channel();
    let serving = tokio::spawn(server.serve(listener, async {
        told.await.ok();
    }));
    (address, store, shutdown, serving)
}

/// An HTTP client that follows nothing and gives up on an answer that never comes.
pub fn client() -> reqwest::Client {
    rustls::crypto::ring::default_provider().install_default().ok();
    let builder = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
    builder.timeout(Duration::from_secs(60)).build().unwrap()
}
