//! A server of a few lines that speaks the wire, and misbehaves on demand.

use std::{
    collections::HashMap,
    convert::Infallible,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard},
};

use axum::{
    Json, Router,
    body::{Body, Bytes},
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::{StreamExt, stream};
use loket::{
    api::{
        API_VERSION,
        change::{Change, ChangesSince, Entity},
        page::Page,
        problem::{Code, Problem},
    },
    client::{Patience, Session},
    domain::{
        ids::{SignalId, SignalNumber},
        signal::{SignalSummary, Status, Urgency},
    },
    locale::Language,
};
use tokio::{net::TcpListener, runtime::Runtime, sync::broadcast};
use uuid::Uuid;

pub(super) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_secs(1_795_000_000).unwrap()
}

pub(super) fn signal(number: u32, title: &str) -> SignalSummary {
    SignalSummary {
        id: SignalId(Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0000 + u128::from(number))),
        number: SignalNumber::new(2026, number),
        version: 1,
        received_at: now() - TimeDelta::hours(number.into()),
        status: Status::Received,
        urgency: Urgency::Normal,
        title: title.into(),
        municipality: None,
        bodies: vec![],
        hard_date: None,
        owner: None,
        snoozed_until: None,
        merged_into: None,
    }
}

pub(super) fn session(server: &str) -> Session {
    let mut patience = Patience::default();
    patience.pauses.fill(std::time::Duration::ZERO);
    Session::with_patience(server, "token".into(), Language::Dutch, patience).unwrap()
}

/// What goes wrong.
#[derive(Default)]
pub(super) struct Trouble {
    /// Replies of `/v1/changes` that break off after their first line.
    pub(super) cut_changes: u32,
    /// Answers to writes that say the store is away.
    pub(super) away_writes: u32,
    /// Answers to writes that say that too much came within this minute, which is over.
    pub(super) busy_writes: u32,
    /// Answers to writes that break off after the write was done.
    pub(super) cut_writes: u32,
    /// Cursors of before are unknown.
    pub(super) forgets_cursors: bool,
    /// A line that nobody can read in every reply.
    pub(super) gibberish: bool,
    /// A row on the first page that the feed does not know.
    pub(super) ghost: Option<SignalSummary>,
    /// What every answer to a write is.
    pub(super) refuses: Option<Problem>,
}

#[derive(Default)]
pub(super) struct Data {
    /// Newest state of each object with the sequence of its change.
    changes: Vec<(u64, Change<SignalSummary, ()>)>,
    sequence: u64,
    pub(super) trouble: Trouble,
    /// Writes by key: how often they arrived.
    pub(super) writes: HashMap<String, u32>,
    /// Requests by path.
    pub(super) asked: HashMap<String, u32>,
}

pub(super) struct Desk {
    pub(super) address: SocketAddr,
    data: Arc<Mutex<Data>>,
    bell: broadcast::Sender<String>,
    /// Its own, so that killing it cuts every connection.
    runtime: Option<Runtime>,
}

#[derive(Clone)]
struct Shared {
    data: Arc<Mutex<Data>>,
    bell: broadcast::Sender<String>,
}

impl Desk {
    pub(super) fn start() -> Self {
        Self::on("127.0.0.1:0".parse().unwrap(), Arc::default())
    }

    fn on(address: SocketAddr, data: Arc<Mutex<Data>>) -> Self {
        // The one before it lets go of the port a moment after it was killed.
        let listener = loop {
            match std::net::TcpListener::bind(address) {
                Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => std::thread::yield_now(),
                bound => break bound.unwrap(),
            }
        };
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let bell = broadcast::Sender::new(1000);
        let shared = Shared { data: data.clone(), bell: bell.clone() };
        let routes = Router::new()
            .route("/v1/signals", get(page).post(write))
            .route("/v1/signals/{id}/notes", post(write))
            .route("/v1/signals/{id}/claims/current", axum::routing::delete(write))
            .route("/v1/signals/{id}", get(one).patch(write))
            .route("/v1/changes", get(changes))
            .route("/v1/events", get(events))
            .with_state(shared)
            .layer(axum::middleware::map_response(|mut response: Response| async {
                response.headers_mut().insert("api-version", HeaderValue::from_static(API_VERSION));
                response
            }));
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.spawn(async move { axum::serve(TcpListener::from_std(listener).unwrap(), routes).await.unwrap() });
        Self { address, data, bell, runtime: Some(runtime) }
    }

    pub(super) fn server(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(super) fn data(&self) -> MutexGuard<'_, Data> {
        self.data.lock().unwrap()
    }

    /// Stops at once and cuts every connection; what it held stays for [`Desk::again`].
    pub(super) fn kill(self) -> (SocketAddr, Arc<Mutex<Data>>) {
        (self.address, self.data.clone())
    }

    /// Starts again on the same port with the same data.
    pub(super) fn again((address, data): (SocketAddr, Arc<Mutex<Data>>)) -> Self {
        Self::on(address, data)
    }

    pub(super) fn put(&self, row: SignalSummary) {
        self.quietly(row);
        self.ring("changed");
    }

    /// A change of which nobody is told.
    pub(super) fn quietly(&self, row: SignalSummary) {
        change(&mut self.data(), Change::Signal { row });
    }

    pub(super) fn remove(&self, id: SignalId) {
        change(&mut self.data(), Change::Gone { entity: Entity::Signal, id: id.to_string() });
        self.ring("changed");
    }

    pub(super) fn ring(&self, event: &str) {
        self.say(&format!("event: {event}\ndata: {{}}\n\n"));
    }

    /// Sends these bytes in the stream of events.
    pub(super) fn say(&self, part: &str) {
        let _ = self.bell.send(part.to_owned());
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// Adds a change to data that no server holds.
pub(super) fn change(data: &mut Data, new: Change<SignalSummary, ()>) {
    let id = |change: &Change<SignalSummary, ()>| match change {
        Change::Signal { row } => row.id.to_string(),
        Change::Gone { id, .. } => id.clone(),
        _ => String::new(),
    };
    data.changes.retain(|(_, old)| id(old) != id(&new));
    data.sequence += 1;
    let sequence = data.sequence;
    data.changes.push((sequence, new));
}

async fn page(State(shared): State<Shared>) -> Json<Page<SignalSummary>> {
    let data = shared.data.lock().unwrap();
    let rows = data.changes.iter().filter_map(|(_, change)| match change {
        Change::Signal { row } => Some(row.clone()),
        _ => None,
    });
    Json(Page { items: data.trouble.ghost.clone().into_iter().chain(rows).take(2).collect(), next: None })
}

async fn one(Path(id): Path<String>) -> Response {
    Problem::new(Code::NotFound).detail(id).into_answer()
}

async fn changes(State(shared): State<Shared>, Query(since): Query<ChangesSince>) -> Response {
    let mut data = shared.data.lock().unwrap();
    *data.asked.entry("changes".into()).or_default() += 1;
    let known = since.since.as_deref().and_then(|since| since.parse::<u64>().ok()).filter(|_| !data.trouble.forgets_cursors);
    let mut lines: Vec<Bytes> = vec![];
    let mut line = |change: &Change<SignalSummary, ()>| {
        let mut line = serde_json::to_vec(change).unwrap();
        line.push(b'\n');
        lines.push(line.into());
    };
    if since.since.is_some() && known.is_none() {
        line(&Change::Reset);
    }
    for (sequence, change) in &data.changes {
        let tombstone = matches!(change, Change::Gone { .. });
        if known.map_or(!tombstone, |known| *sequence > known) {
            line(change);
        }
    }
    line(&Change::Cursor { cursor: data.sequence.to_string(), now: now() });
    if data.trouble.gibberish {
        lines.insert(0, Bytes::from_static(b"{\"kind\":\"signal\",\"row\":{\"title\":\"x\"}}\n"));
    }
    let mut parts: Vec<Result<Bytes, std::io::Error>> = lines.into_iter().map(Ok).collect();
    if data.trouble.cut_changes > 0 {
        data.trouble.cut_changes -= 1;
        parts.truncate(1);
        parts.push(Err(std::io::Error::other("cut")));
    }
    // A line at a time, as a server would stream them.
    let body = Body::from_stream(stream::iter(parts).then(|part| async {
        tokio::task::yield_now().await;
        part
    }));
    ([(header::CONTENT_TYPE, "application/x-ndjson")], body).into_response()
}

async fn events(State(shared): State<Shared>) -> Response {
    let hello = stream::iter(["event: heartbeat\ndata: {\"now\":\"2026-11-23T03:44:39Z\"}\n\n".to_owned()]);
    let rest = stream::unfold(shared.bell.subscribe(), |mut bell| async move { Some((bell.recv().await.ok()?, bell)) });
    let body = Body::from_stream(hello.chain(rest).map(Ok::<_, Infallible>));
    ([(header::CONTENT_TYPE, "text/event-stream")], body).into_response()
}

/// Done once per key; the answer may break off.
async fn write(State(shared): State<Shared>, headers: HeaderMap, body: String) -> Response {
    let mut data = shared.data.lock().unwrap();
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let key = text("idempotency-key");
    *data.writes.entry(key.clone()).or_default() += 1;
    if let Some(problem) = &data.trouble.refuses {
        return problem.clone().into_answer();
    }
    if data.trouble.away_writes > 0 {
        data.trouble.away_writes -= 1;
        return Problem::new(loket::api::problem::Code::Unavailable).into_answer();
    }
    if data.trouble.busy_writes > 0 {
        data.trouble.busy_writes -= 1;
        return Problem { retry_after: Some(0), ..Problem::new(loket::api::problem::Code::TooMany) }.into_answer();
    }
    if data.trouble.cut_writes > 0 {
        data.trouble.cut_writes -= 1;
        let parts = stream::iter([Ok(Bytes::from_static(b"{")), Err(std::io::Error::other("cut"))]);
        return ([(header::CONTENT_TYPE, "application/json")], Body::from_stream(parts)).into_response();
    }
    let body: serde_json::Value = serde_json::from_str(&body).unwrap_or_default();
    Json(serde_json::json!({"key": key, "ifMatch": text("if-match"), "authorization": text("authorization"),
        "language": text("accept-language"), "body": body}))
    .into_response()
}

pub(super) trait IntoAnswer {
    fn into_answer(self) -> Response;
}

impl IntoAnswer for Problem {
    fn into_answer(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap();
        (status, [(header::CONTENT_TYPE, "application/problem+json")], serde_json::to_vec(&self).unwrap()).into_response()
    }
}

/// Answers everything with the same.
pub(super) async fn always(status: StatusCode, headers: &'static [(&'static str, &'static str)], body: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let answer = move || async move {
        let mut response = (status, body).into_response();
        for (name, value) in headers {
            response.headers_mut().insert(*name, HeaderValue::from_static(value));
        }
        response
    };
    tokio::spawn(async move { axum::serve(listener, Router::new().fallback(answer)).await.unwrap() });
    format!("http://{address}")
}

/// Takes connections and never says a word, like a stopped process.
pub(super) async fn silent() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let mut open = vec![];
        while let Ok((connection, _)) = listener.accept().await {
            open.push(connection);
        }
    });
    format!("http://{address}")
}
