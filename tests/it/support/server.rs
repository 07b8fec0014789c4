//! A real server on a loopback port over either store, and accounts that speak HTTP to it.

use std::{future::Future, sync::Arc};

use chrono::{DateTime, TimeZone, Utc};
use loket::{
    api::IDEMPOTENCY_KEY,
    domain::{role::Role, signal::Signal},
    server::{
        FixedClock, Options, Server, Store,
        tokens::{self, DESK_ORGANISATION, NewToken},
    },
};
use reqwest::{Method, header};
use serde_json::{Value, json};
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};

use super::postgres;

/// A server that runs until it is dropped or stopped.
pub struct Running {
    /// `http://127.0.0.1:PORT`.
    pub base: String,
    /// Its store, to look behind the scenes.
    pub store: Store,
    /// Its clock.
    pub clock: Arc<FixedClock>,
    /// The URL of its database.
    pub database: String,
    /// Speaks HTTP.
    pub http: reqwest::Client,
    stop: Option<oneshot::Sender<()>>,
    task: Option<JoinHandle<()>>,
    _folder: Option<tempfile::TempDir>,
}

/// When the fixed clock starts: Monday 23 November 2026, 10:00 in the Netherlands.
pub fn start_of_time() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 9, 0, 0).single().expect("a time")
}

impl Running {
    /// Over a new SQLite file.
    pub async fn lite() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let database = format!("sqlite:{}", folder.path().join("loket.db").display());
        Self { _folder: Some(folder), ..Self::over(database, Arc::new(FixedClock::at(start_of_time()))).await }
    }

    /// Over a new PostgreSQL database.
    pub async fn pg() -> Self {
        let database = tokio::task::spawn_blocking(postgres::database).await.expect("a database");
        Self::over(database, Arc::new(FixedClock::at(start_of_time()))).await
    }

    /// Over this database with this clock; also a second server on the same one.
    pub async fn over(database: String, clock: Arc<FixedClock>) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let options = Options { clock: clock.clone(), ..Options::new(database.clone()) };
        let server = Server::open(options).await.expect("the server opens");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let store = server.store().clone();
        let (stop, stopped) = oneshot::channel::<()>();
        let task = tokio::spawn(async move {
            let stopped = async move {
                let _ = stopped.await;
            };
            server.serve(listener, stopped).await.expect("the server serves");
        });
        let http = reqwest::Client::builder().no_proxy().build().expect("a client");
        Self { base, store, clock, database, http, stop: Some(stop), task: Some(task), _folder: None }
    }

    /// Tells it to stop and waits until it did.
    pub async fn stop(&mut self) {
        if let (Some(stop), Some(task)) = (self.stop.take(), self.task.take()) {
            let _ = stop.send(());
            task.await.expect("the server stops");
        }
    }

    /// A new account of the desk.
    pub async fn desk(&self) -> Caller<'_> {
        self.account(Role::Desk, "A. Bakker", DESK_ORGANISATION).await
    }

    /// A new account.
    pub async fn account(&self, role: Role, name: &str, organisation: &str) -> Caller<'_> {
        let token = NewToken { role, name: name.into(), organisation: organisation.into(), expires_at: None };
        let (id, token) = tokens::create(&self.store, start_of_time(), token).await.expect("a token");
        Caller { server: self, token: Some(token), id: id.to_string() }
    }

    /// Nobody in particular.
    pub fn stranger(&self) -> Caller<'_> {
        Caller { server: self, token: None, id: String::new() }
    }
}

/// An account that speaks to the server.
pub struct Caller<'a> {
    pub server: &'a Running,
    pub token: Option<String>,
    pub id: String,
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Reply {
    pub status: u16,
    pub headers: header::HeaderMap,
    pub text: String,
    /// The body as JSON, or null.
    pub body: Value,
}

impl Reply {
    /// Fails with the whole answer when the status is another one.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{} {:?}", self.text, self.headers);
        self
    }

    /// The code of the problem.
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }

    /// Where the faults are, with their codes, in order.
    pub fn faults(&self) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let errors = self.body["errors"].as_array().cloned().unwrap_or_default();
        let mut faults: Vec<_> = errors.iter().map(|error| (text(&error["at"]), text(&error["code"]))).collect();
        faults.sort();
        faults
    }

    /// The body as a signal, which also proves that it is one.
    pub fn signal(&self) -> Signal {
        let body = if self.body["item"].is_object() { &self.body["item"] } else { &self.body };
        serde_json::from_value(body.clone()).expect("a signal")
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

impl Caller<'_> {
    /// A request to send as is.
    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let request = self.server.http.request(method, format!("{}{path}", self.server.base));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    pub async fn send(&self, request: reqwest::RequestBuilder) -> Reply {
        let response = request.send().await.expect("an answer");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let text = response.text().await.expect("a body");
        let body = serde_json::from_str(&text).unwrap_or_default();
        Reply { status, headers, text, body }
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send(self.request(Method::GET, path)).await
    }

    /// With a new idempotency key.
    pub async fn post(&self, path: &str, body: Value) -> Reply {
        self.post_with(&key(), path, body).await
    }

    pub async fn post_with(&self, key: &str, path: &str, body: Value) -> Reply {
        self.send(self.request(Method::POST, path).header(IDEMPOTENCY_KEY, key).json(&body)).await
    }

    pub async fn patch(&self, path: &str, version: i64, body: Value) -> Reply {
        let request = self.request(Method::PATCH, path).header(header::IF_MATCH, format!("\"{version}\""));
        self.send(request.header(IDEMPOTENCY_KEY, key()).json(&body)).await
    }

    pub async fn delete(&self, path: &str) -> Reply {
        self.send(self.request(Method::DELETE, path).header(IDEMPOTENCY_KEY, key())).await
    }

    /// Makes a signal with this title.
    pub async fn signal(&self, title: &str) -> Signal {
        self.post("/v1/signals", report(title)).await.is(201).signal()
    }

    /// Everything changed since a cursor, line by line.
    pub async fn changes(&self, since: Option<&str>) -> Vec<Value> {
        let path = since.map_or("/v1/changes".into(), |since| format!("/v1/changes?since={since}"));
        self.get(&path).await.is(200).text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
    }
}

/// A new idempotency key.
pub fn key() -> String {
    uuid::Uuid::now_v7().to_string()
}

/// The least that makes a signal.
pub fn report(title: &str) -> Value {
    json!({ "channel": "phone", "facts": { "title": title } })
}

/// Waits for something that must come soon; gives up loudly after a time no healthy machine needs.
pub async fn soon<T>(what: &str, future: impl Future<Output = T>) -> T {
    tokio::time::timeout(std::time::Duration::from_secs(30), future).await.unwrap_or_else(|_| panic!("{what} did not come"))
}
