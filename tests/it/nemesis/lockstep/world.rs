//! Two servers that are the same but for their store: the same people, the same time, the same ids.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use chrono::{DateTime, Utc};
use loket::{
    domain::{role::Role, zone},
    server::{
        Clock, NoRandomness, ServeError, Store, alarms, maintenance, series,
        store::copy,
        tokens::{self, NewToken},
    },
};
use reqwest::Method;
use sqlx::AssertSqlSafe;
use tokio::{sync::oneshot, task::JoinHandle};
use uuid::{Builder, Uuid};

use super::{
    answer::Answer,
    operation::{Operation, SECRET},
};
use crate::support::{
    Lot,
    http::Caller,
    postgres::Database,
    server::{Place, client, serve},
};

/// Who there are: two at the desk, one of every other role, and somebody without a token, who comes last.
pub const PEOPLE: [(Role, &str); 10] = [
    (Role::Desk, "LMM"),
    (Role::Desk, "LMM"),
    (Role::LetSecretary, "LMM"),
    (Role::RegisterReader, "GM0344"),
    (Role::RegisterEditor, "GM0344"),
    (Role::Municipal, "GM0344"),
    (Role::Body, "UWV"),
    (Role::PrivacyOfficer, "LMM"),
    (Role::Administrator, "LMM"),
    (Role::IntakeForm, "LMM"),
];

/// What each store makes for itself: salts and the hashes over them, and the hash of the secret of a feed. The audit log is a chain of
/// hashes, and tells reads when it comes to it: it is compared without its order.
const OWN: [(&str, &[&str]); 3] =
    [("history", &["salt"]), ("feed_tokens", &["hash"]), ("audit", &["seq", "change", "hash", "request"])];

/// Tables that hold nothing else.
const NOT_COMPARED: [&str; 1] = ["audit_heads"];

/// A clock that stands where it is put, and gives ids that are the same for the same time: each of a moment another.
struct Steps {
    now: Mutex<DateTime<Utc>>,
    made: Mutex<(i64, u64)>,
}

impl Steps {
    fn at(now: DateTime<Utc>) -> Arc<Self> {
        Arc::new(Self { now: Mutex::new(now), made: Mutex::new((0, 0)) })
    }
}

impl Clock for Steps {
    fn now(&self) -> DateTime<Utc> {
        *self.now.lock().unwrap()
    }

    fn id(&self, now: DateTime<Utc>) -> Result<Uuid, NoRandomness> {
        let moment = now.timestamp_millis();
        let mut made = self.made.lock().unwrap();
        *made = if made.0 == moment { (moment, made.1 + 1) } else { (moment, 0) };
        let mut lot = Lot((moment as u64).wrapping_mul(31).wrapping_add(made.1 << 48));
        let bytes: Vec<u8> = [lot.draw(), lot.draw()].into_iter().flat_map(u64::to_be_bytes).collect();
        Ok(Builder::from_unix_timestamp_millis(moment as u64, bytes[..10].try_into().unwrap()).into_uuid())
    }
}

/// A server over one of the stores.
struct Side {
    clock: Arc<Steps>,
    store: Store,
    place: Place,
    address: String,
    shutdown: oneshot::Sender<()>,
    serving: JoinHandle<Result<(), ServeError>>,
    /// The secrets of its feeds, by the id of their token.
    feeds: BTreeMap<String, String>,
}

impl Side {
    async fn start(place: Place, at: DateTime<Utc>) -> Self {
        let clock = Steps::at(at);
        let (address, store, shutdown, serving) = serve(&place.url(), clock.clone()).await;
        Self { clock, store, place, address, shutdown, serving, feeds: BTreeMap::new() }
    }

    async fn ask(&self, http: &reqwest::Client, token: &str, operation: &Operation) -> Answer {
        let mut path = operation.path.clone();
        for (id, secret) in &self.feeds {
            path = path.replace(&format!("{SECRET}{id}"), secret);
        }
        let method = Method::from_bytes(operation.method.as_bytes()).unwrap();
        let mut request = http.request(method, format!("{}{path}", self.address));
        if !token.is_empty() {
            request = request.bearer_auth(token);
        }
        for (name, value) in &operation.headers {
            request = request.header(name, value);
        }
        if let Some(body) = &operation.body {
            request = request.body(body.clone());
        }
        Answer::of(operation, request).await
    }

    /// What becomes of itself, at this moment and not when the server comes to it.
    async fn settle(&self) {
        let now = self.clock.now();
        alarms::ring_emergencies(&self.store, now).await.unwrap();
        let due = format!("SELECT CAST(COUNT(*) AS TEXT) FROM deadlines WHERE look_on <= '{}'", zone::date_of(now));
        while texts(&self.store, &due).await != ["0"] {
            alarms::ring(&self.store, now).await.unwrap();
        }
    }

    /// Stops the server; what it left is opened once more.
    async fn stop(self) -> (Place, Store) {
        self.shutdown.send(()).unwrap();
        self.serving.await.unwrap().unwrap();
        let left = Store::open_existing(&self.place.url(), false).await.unwrap();
        (self.place, left)
    }
}

/// The two of them.
pub struct World {
    sides: [Side; 2],
    people: Vec<Caller>,
    http: reqwest::Client,
}

impl World {
    /// Both begin at this moment, with the same rows: a SQLite store that was moved to PostgreSQL.
    pub async fn begin(at: DateTime<Utc>) -> Self {
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
        let lite = Side::start(Place::Lite(folder.unwrap()), at).await;
        let http = client();
        let mut people = vec![];
        for ((role, organisation), number) in PEOPLE.into_iter().zip(1..) {
            let name = format!("Account {number} {role}");
            let token = NewToken { role, name: name.as_str().into(), organisation: organisation.into(), expires_at: None };
            let (account, secret) = tokens::create(&lite.store, at, token).await.unwrap();
            let (account, server) = (account.to_string(), lite.address.clone());
            people.push(Caller { http: http.clone(), server, token: secret, account, name });
        }
        // The name of the store stands in cursors.
        if let Store::Lite { writer, .. } = &lite.store {
            sqlx::query("UPDATE settings SET value = 'lockstep' WHERE name = 'epoch'").execute(writer).await.unwrap();
        }
        // The key that signs the register is made when it is needed first.
        assert_eq!(people[0].get("/v1/officers/_at-hand").await.status, 200);
        let database = Database::create().await;
        let empty = Store::open(database.owner_url(), false).await.unwrap();
        copy::copy(&lite.store, &empty).await.unwrap();
        empty.close().await;
        let pg = Side::start(Place::Pg(database), at).await;
        Self { sides: [lite, pg], people, http }
    }

    /// Does it at both; gives both answers.
    pub async fn play(&mut self, operation: &Operation) -> [Answer; 2] {
        let before = zone::date_of(self.sides[0].clock.now());
        for side in &self.sides {
            *side.clock.now.lock().unwrap() = operation.at;
        }
        if zone::date_of(operation.at) != before {
            // A day begins: what is made ahead is made.
            let made = async |side: &Side| series::make_ahead_by(&side.store, side.clock.clone()).await.unwrap();
            let made = tokio::join!(made(&self.sides[0]), made(&self.sides[1]));
            assert_eq!(made.0, made.1, "{operation}: meetings made ahead");
            tokio::join!(self.sides[0].settle(), self.sides[1].settle());
        }
        let operation = &operation.named(|who| self.people[who].account.clone());
        let token = self.people.get(operation.who).map_or("", |who| who.token.as_str());
        let [lite, pg] = &self.sides;
        let (lite, pg) = tokio::join!(lite.ask(&self.http, token, operation), pg.ask(&self.http, token, operation));
        if operation.method != "GET" {
            tokio::join!(self.sides[0].settle(), self.sides[1].settle());
        }
        let answers = [lite, pg];
        for (side, answer) in self.sides.iter_mut().zip(&answers) {
            if let Some(secret) = &answer.secret {
                let made: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
                side.feeds.insert(made["item"]["id"].as_str().unwrap().to_owned(), secret.clone());
            }
        }
        answers
    }

    /// How the two differ at the end in what they keep; nothing: in nothing, and neither finds anything wrong with itself.
    pub async fn end(self) -> Option<String> {
        // Stopped first: then what was read is written down too.
        let [(_folder, lite), (place, pg)] = {
            let [lite, pg] = self.sides;
            let (lite, pg) = tokio::join!(lite.stop(), pg.stop());
            [lite, pg]
        };
        let mut found = None;
        for store in [&lite, &pg] {
            let faults = match maintenance::check(store).await {
                Ok(checked) => checked.faults.iter().map(ToString::to_string).collect(),
                Err(error) => vec![error.to_string()],
            };
            if !faults.is_empty() {
                found = Some(format!("{} is at fault: {faults:?}", store.kind()));
            }
        }
        if found.is_none() {
            found = tables(&lite, &pg).await;
        }
        lite.close().await;
        pg.close().await;
        if let Place::Pg(database) = place {
            database.discard().await;
        }
        found
    }
}

/// How the rows of the tables differ.
async fn tables(lite: &Store, pg: &Store) -> Option<String> {
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> '_sqlx_migrations'";
    for table in texts(lite, tables).await.iter().filter(|table| !NOT_COMPARED.contains(&table.as_str())) {
        let own = OWN.iter().find(|(name, _)| name == table).map_or(&[][..], |(_, columns)| columns);
        let columns = texts(lite, &format!("SELECT name FROM pragma_table_info('{table}') ORDER BY cid")).await;
        let columns: Vec<String> = columns
            .iter()
            .filter(|column| !own.contains(&column.as_str()))
            .map(|column| format!("COALESCE(CAST({column} AS TEXT), 'nothing')"))
            .collect();
        let rows = format!("SELECT {} FROM {table}", columns.join(" || ' | ' || "));
        let (mut ours, mut theirs) = tokio::join!(texts(lite, &rows), texts(pg, &rows));
        ours.sort();
        theirs.sort();
        if let Some((ours, theirs)) = ours.iter().zip(&theirs).find(|(ours, theirs)| ours != theirs) {
            return Some(format!("{table} holds\n  {ours}\n  against\n  {theirs}"));
        }
        if ours.len() != theirs.len() {
            return Some(format!("{table} has {} rows against {}", ours.len(), theirs.len()));
        }
    }
    None
}

async fn texts(store: &Store, query: &str) -> Vec<String> {
    let sql = AssertSqlSafe(query);
    match store {
        Store::Lite { readers, .. } => sqlx::query_scalar(sql).fetch_all(readers).await,
        Store::Pg(pool) => sqlx::query_scalar(sql).fetch_all(pool).await,
    }
    .unwrap_or_else(|error| panic!("{query}: {error}"))
}
