//! The event stream says when to ask for changes again, beats while nothing happens, and knows foreign ids.

use std::time::Duration;

use eventsource_stream::{Event, EventStream, Eventsource};
use futures_util::StreamExt;
use loket::{
    api::{change::event, path, problem::Code},
    domain::role::Role,
};
use reqwest::Method;
use serde_json::{Value, json};

use super::changes::changes;
use crate::support::{
    http::{Caller, Reply},
    samples::officer,
    server::TestServer,
};

on_both_stores!(
    a_change_is_told_within_the_stream,
    it_beats_while_nothing_happens,
    an_unknown_last_event_gets_a_reset,
    it_ends_when_the_server_stops,
    a_change_by_another_instance_is_told,
    who_may_not_keep_the_register_hears_nothing_of_it,
);

/// Longer than a heartbeat takes; only to fail instead of hanging.
pub const PATIENCE: Duration = Duration::from_secs(20);

pub type Stream = EventStream<std::pin::Pin<Box<dyn futures_util::Stream<Item = reqwest::Result<Bytes>> + Send>>>;
pub type Bytes = Vec<u8>;

pub async fn open(who: &Caller, last_event: Option<&str>) -> Stream {
    let mut request = who.request(Method::GET, path::EVENTS).header("accept", "text/event-stream");
    if let Some(id) = last_event {
        request = request.header("last-event-id", id);
    }
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["x-accel-buffering"], "no");
    assert!(answer.headers()["content-type"].to_str().unwrap().starts_with("text/event-stream"));
    let bytes = answer.bytes_stream().map(|part| part.map(|bytes| bytes.to_vec()));
    let bytes: std::pin::Pin<Box<dyn futures_util::Stream<Item = reqwest::Result<Bytes>> + Send>> = Box::pin(bytes);
    bytes.eventsource()
}

/// The next event of this name; others are skipped.
pub async fn next(stream: &mut Stream, name: &str) -> Event {
    let wanted = async {
        loop {
            let event = stream.next().await.expect("the stream ended").expect("the stream broke");
            if event.event == name {
                return event;
            }
        }
    };
    tokio::time::timeout(PATIENCE, wanted).await.unwrap_or_else(|_| panic!("no {name} came"))
}

async fn a_change_is_told_within_the_stream(server: &TestServer) {
    let desk = server.desk();
    let start = changes(&desk, None).await.cursor;
    let mut stream = open(&desk, None).await;
    next(&mut stream, event::HEARTBEAT).await; // What is said at the start is over.
    let item = server.signal("Ontruiming").await;
    let event = next(&mut stream, event::CHANGED).await;
    assert_eq!(serde_json::from_str::<Value>(&event.data).unwrap(), json!({}), "nothing of the change itself");
    assert!(!event.id.is_empty());
    assert_eq!(changes(&desk, Some(&start)).await.signals[0].id.to_string(), item["id"]);
    let second = server.colleague().await;
    second.post(&format!("/v1/signals/{}/notes", item["id"].as_str().unwrap()), &json!({ "text": "x" })).await.ok();
    let later = next(&mut stream, event::CHANGED).await;
    assert_ne!(later.id, event.id);
}

async fn it_beats_while_nothing_happens(server: &TestServer) {
    let mut stream = open(&server.desk(), None).await;
    let beat = next(&mut stream, event::HEARTBEAT).await;
    let data: Value = serde_json::from_str(&beat.data).unwrap();
    let now: chrono::DateTime<chrono::Utc> = data["now"].as_str().unwrap().parse().unwrap();
    assert_eq!(now, server.clock_now());
    next(&mut stream, event::HEARTBEAT).await;
}

async fn an_unknown_last_event_gets_a_reset(server: &TestServer) {
    let desk = server.desk();
    server.signal("Ontruiming").await;
    for unknown in ["nonsense", "-1", "99999999999999999999999", "999999999"] {
        let mut stream = open(&desk, Some(unknown)).await;
        next(&mut stream, event::RESET).await;
    }
    let mut stream = open(&desk, None).await;
    server.signal("Nog een").await;
    let known = next(&mut stream, event::CHANGED).await.id;
    drop(stream);
    server.signal("Gemist").await;
    let mut stream = open(&desk, Some(&known)).await;
    next(&mut stream, event::CHANGED).await;
}

async fn it_ends_when_the_server_stops(server: &TestServer) {
    let (second, shutdown, serving) = server.second_instance().await;
    let mut stream = open(&second, None).await;
    shutdown.send(()).unwrap();
    let ended = async { while stream.next().await.is_some_and(|event| event.is_ok()) {} };
    tokio::time::timeout(PATIENCE, ended).await.expect("the stream outlives the server");
    tokio::time::timeout(PATIENCE, serving).await.expect("the server waits for a stream").unwrap().unwrap();
}

async fn a_change_by_another_instance_is_told(server: &TestServer) {
    if !server.is_postgres() {
        return; // A SQLite file has one server.
    }
    let (second, shutdown, serving) = server.second_instance().await;
    let mut stream = open(&second, None).await;
    next(&mut stream, event::HEARTBEAT).await;
    server.signal("Van de eerste").await;
    next(&mut stream, event::CHANGED).await;
    assert_eq!(changes(&second, None).await.signals.len(), 1);
    drop(stream);
    shutdown.send(()).unwrap();
    serving.await.unwrap().unwrap();
}

async fn who_may_not_keep_the_register_hears_nothing_of_it(server: &TestServer) {
    let mut streams = vec![];
    for role in Role::ALL.iter().filter(|role| !matches!(role, Role::Desk | Role::LetSecretary)) {
        let who = server.role(*role);
        let reply = Reply::of(who.request(Method::GET, path::CHANGES)).await;
        if reply.status == 403 {
            who.get(path::EVENTS).await.problem(Code::NotAllowed);
            continue;
        }
        let mut stream = open(&who, None).await;
        // What is said at the start is over with the first beat.
        next(&mut stream, event::HEARTBEAT).await;
        streams.push((role, stream));
    }
    assert!(!streams.is_empty());
    server.desk().post("/v1/officers", &officer("UWV", "Persoon")).await.expect(201);
    server.signal("Ontruiming").await;
    for (role, mut stream) in streams {
        let told = tokio::time::timeout(PATIENCE, stream.next()).await.unwrap().unwrap().unwrap();
        assert_eq!(told.event, event::HEARTBEAT, "{role}");
    }
}

/// A beat says that nothing changed. Without the database nobody knows, so nothing beats.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_ends_while_the_database_is_away_and_comes_back_with_it() {
    let server = TestServer::postgres().await;
    let desk = server.desk();
    let mut stream = open(&desk, None).await;
    next(&mut stream, event::HEARTBEAT).await;
    server.shut_database(true).await;
    let ended = async { while let Some(Ok(_)) = stream.next().await {} };
    tokio::time::timeout(PATIENCE, ended).await.expect("it goes on beating without a database");
    desk.get(path::EVENTS).await.problem(Code::Unavailable);
    desk.get("/v1/signals").await.problem(Code::Unavailable);
    server.shut_database(false).await;
    let back = async {
        while desk.request(Method::GET, path::EVENTS).send().await.unwrap().status() != 200 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, back).await.expect("it never comes back");
    let mut stream = open(&desk, None).await;
    server.signal("Ontruiming").await;
    next(&mut stream, event::CHANGED).await;
    server.stop().await;
}
