//! The audit log is locked by somebody else: nothing personal leaves, everybody is told why, nothing hangs, and it goes on by itself.

use std::time::Duration;

use futures_util::future::join_all;
use loket::{
    api::{path, problem::Code},
    server::Store,
};
use reqwest::Method;
use serde_json::json;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, sqlite::SqliteConnectOptions};

use super::meetings::{made, ready_item};
use crate::support::{
    http::{Caller, Reply, new_key},
    samples::{full_officer, full_signal},
    server::TestServer,
};

on_both_stores!(a_locked_log_lets_nothing_out_and_recovers);

/// Longer than any request may take.
const PATIENCE: Duration = Duration::from_secs(45);

/// What stands in a case or on a card and must not be in any answer.
pub const PRIVATE: [&str; 7] =
    ["Moeder met drie", "M. de Graaf", "Özdemir", "5550 1234", "ontruiming", "+31 85 555 6305", "m.degraaf@voorbeeld.nl"];

/// Who holds the log, until it is dropped.
pub enum Holder {
    Pg(sqlx::Transaction<'static, sqlx::Postgres>),
    Lite(sqlx::SqliteConnection),
}

impl Holder {
    pub async fn of(server: &TestServer) -> Self {
        match server.store() {
            Store::Pg(_) => {
                let pool = sqlx::PgPool::connect(server.owner_url()).await.unwrap();
                let mut transaction = pool.begin().await.unwrap();
                sqlx::query("LOCK TABLE audit IN EXCLUSIVE MODE").execute(&mut *transaction).await.unwrap();
                // It only waits for us; a limit of the server would let go of it.
                let limit = "SET LOCAL idle_in_transaction_session_timeout = 0";
                sqlx::query(AssertSqlSafe(limit)).execute(&mut *transaction).await.unwrap();
                Self::Pg(transaction)
            }
            Store::Lite { .. } => {
                let file = server.url().replace("sqlite:", "");
                let mut connection = SqliteConnectOptions::new().filename(file).connect().await.unwrap();
                sqlx::query("BEGIN IMMEDIATE").execute(&mut connection).await.unwrap();
                Self::Lite(connection)
            }
        }
    }

    pub async fn let_go(self) {
        match self {
            Self::Pg(transaction) => transaction.rollback().await.unwrap(),
            Self::Lite(mut connection) => {
                sqlx::query("ROLLBACK").execute(&mut connection).await.unwrap();
                connection.close().await.unwrap();
            }
        }
    }
}

pub struct Asked {
    method: Method,
    pub path: String,
    body: Option<serde_json::Value>,
}

pub fn get(path: impl Into<String>) -> Asked {
    Asked { method: Method::GET, path: path.into(), body: None }
}

pub fn post(path: impl Into<String>, body: serde_json::Value) -> Asked {
    Asked { method: Method::POST, path: path.into(), body: Some(body) }
}

pub async fn ask(who: &Caller, asked: &Asked) -> Reply {
    let request = who.request(asked.method.clone(), &asked.path).header("accept-language", "nl");
    let request = request.header(loket::api::IDEMPOTENCY_KEY, new_key().to_string());
    let request = match &asked.body {
        Some(body) => request.json(body),
        None => request,
    };
    tokio::time::timeout(PATIENCE, Reply::of(request)).await.unwrap_or_else(|_| panic!("{} hangs", asked.path))
}

/// All at once; each is refused in words and tells nothing.
async fn refused(who: &Caller, all: &[Asked]) {
    for (asked, reply) in all.iter().zip(join_all(all.iter().map(|asked| ask(who, asked))).await) {
        let path = &asked.path;
        for private in PRIVATE {
            assert!(!reply.text().contains(private), "{path}: {private} in {}", reply.text());
        }
        let problem = reply.problem(Code::Unavailable);
        assert!(reply.header("content-type").contains("problem+json"), "{path}");
        assert!(problem["errors"].as_array().is_some_and(|errors| !errors.is_empty()), "{path} says why: {problem}");
        // What is taken along is signed first, with a key of the store: where the whole store is held, that is what is said.
        if asked.method == Method::GET && path != path::OFFICERS_AT_HAND {
            assert_eq!(problem["errors"][0]["code"], "audit-log", "{path}: {problem}");
            assert!(problem["errors"][0]["detail"].as_str().unwrap().contains("auditlogboek"), "{path}: {problem}");
        }
    }
}

async fn a_locked_log_lets_nothing_out_and_recovers(server: &TestServer) {
    let desk = server.desk();
    let signal = desk.post("/v1/signals", &full_signal()).await.expect(201)["item"].clone();
    let officer = desk.post("/v1/officers", &full_officer()).await.expect(201)["item"].clone();
    let meeting = made(&desk).await["item"]["id"].as_str().unwrap().to_owned();
    let item = ready_item(&desk, &meeting).await["item"]["id"].as_str().unwrap().to_owned();
    let feed = desk.post(path::FEED_TOKENS, &json!({ "name": "agenda", "expiresAt": null })).await.expect(201);
    let feed = feed["path"].as_str().unwrap().to_owned();
    server.advance(chrono::TimeDelta::minutes(30));
    let one = format!("/v1/signals/{}", signal["id"].as_str().unwrap());
    let waits = [
        get(&one),
        get(format!("/v1/officers/{}", officer["id"].as_str().unwrap())),
        get(path::OFFICERS_AT_HAND),
        get(format!("/v1/agenda-items/{item}")),
        get(format!("/v1/meetings/{meeting}/papers?paper=pack&format=txt")),
        post(format!("{one}/notes"), json!({ "text": "gebeld" })),
        post(format!("{one}/reveals"), json!({})),
    ];
    let lists = [
        get("/v1/signals"),
        get("/v1/officers"),
        get("/v1/changes"),
        get("/v1/events"),
        get(feed),
        get("/v1/deadlines"),
        post("/v1/officers/_search", json!({ "query": "ozdemir" })),
        post("/v1/signals/_search", json!({ "query": "moeder" })),
    ];
    let holder = Holder::of(server).await;
    refused(&desk, &waits).await;
    refused(&desk, &lists).await;
    let ready = server.stranger().get(path::READY).await;
    ready.problem(Code::Unavailable);
    holder.let_go().await;
    for asked in lists.iter().filter(|asked| asked.path != "/v1/events").chain(&waits) {
        let reply = ask(&desk, asked).await;
        assert!((200..300).contains(&reply.status), "{}: {}", asked.path, reply.text());
    }
    assert_eq!(server.stranger().get(path::READY).await.status, 200);
    let notes = timeline(&desk, &one).await.iter().filter(|entry| entry["text"] == "gebeld").count();
    assert_eq!(notes, 1, "what was refused was not saved");
    let reveals = timeline(&desk, &one).await.iter().filter(|entry| entry["kind"] == "reveal").count();
    assert_eq!(reveals, 1, "what was not shown stands nowhere as shown");
}

async fn timeline(desk: &Caller, signal: &str) -> Vec<serde_json::Value> {
    desk.get(signal).await.expect(200)["timeline"].as_array().unwrap().clone()
}
