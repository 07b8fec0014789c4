//! The event stream: says when to ask, within a second, also for other instances' commits.

use std::sync::Arc;

use eventsource_stream::{Event, Eventsource};
use futures_util::{Stream, StreamExt};
use loket::{domain::role::Role, server::FixedClock};
use serde_json::json;

use crate::support::{
    postgres::database,
    server::{Caller, Running, soon, start_of_time},
};

on_both_stores!(a_commit_is_heard_and_a_strange_id_is_answered_by_a_reset, a_reader_hears_nothing_of_signals);

async fn listen(caller: &Caller<'_>, last: Option<&str>) -> impl Stream<Item = Event> + Unpin + use<> {
    let mut request = caller.request(reqwest::Method::GET, "/v1/events");
    if let Some(last) = last {
        request = request.header("last-event-id", last);
    }
    let response = request.send().await.expect("an answer");
    assert_eq!(
        (response.status().as_u16(), &response.headers()["content-type"]),
        (200, &"text/event-stream".parse().expect("text"))
    );
    Box::pin(response.bytes_stream().eventsource().map(|event| event.expect("an event")))
}

/// The next event that is no heartbeat.
async fn next(events: &mut (impl Stream<Item = Event> + Unpin)) -> Event {
    soon("an event", async {
        loop {
            let event = events.next().await.expect("the stream goes on");
            if event.event != "heartbeat" {
                return event;
            }
        }
    })
    .await
}

async fn a_commit_is_heard_and_a_strange_id_is_answered_by_a_reset(server: &Running) {
    let desk = server.desk().await;
    let mut events = listen(&desk, None).await;
    let start = next(&mut events).await;
    assert_eq!((start.event.as_str(), start.id.as_str(), start.data.as_str()), ("changed", "0", "{}"));
    let beat = soon("a heartbeat", events.next()).await.expect("a heartbeat");
    assert_eq!((beat.event.as_str(), beat.data.as_str()), ("heartbeat", r#"{"now":"2026-11-23T09:00:00.000000Z"}"#));
    desk.signal("Een").await;
    let heard = next(&mut events).await;
    assert_eq!((heard.event.as_str(), heard.id.as_str()), ("changed", "1"));
    for strange in ["2", "-1", "x"] {
        assert_eq!(next(&mut listen(&desk, Some(strange)).await).await.event, "reset", "{strange}");
    }
    assert_eq!(next(&mut listen(&desk, Some("0")).await).await.event, "changed", "what was missed is told at once");
    let mut events = listen(&desk, Some("1")).await;
    desk.signal("Twee").await;
    assert_eq!(next(&mut events).await.id, "2");
}

async fn a_reader_hears_nothing_of_signals(server: &Running) {
    let (desk, reader) = (server.desk().await, server.account(Role::RegisterReader, "R. Lezer", "UWV").await);
    desk.signal("Een").await;
    let officer = json!({ "facts": { "organisation": "UWV", "name": "X. Naam", "phone": "1", "mandate": "geen" } });
    desk.post("/v1/officers", officer).await.is(201);
    assert_eq!(next(&mut listen(&reader, None).await).await.id, "0");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_instance_is_heard() {
    let database = tokio::task::spawn_blocking(database).await.expect("a database");
    let clock = Arc::new(FixedClock::at(start_of_time()));
    let (here, there) = (Running::over(database.clone(), clock.clone()).await, Running::over(database, clock).await);
    let desk = here.desk().await;
    let elsewhere = Caller { server: &there, token: desk.token.clone(), id: desk.id.clone() };
    let mut events = listen(&elsewhere, None).await;
    assert_eq!(next(&mut events).await.id, "0");
    // Well within the five seconds after which the table would be looked at anyway: it was woken.
    let (heard, _) = tokio::join!(next(&mut events), desk.signal("Een"));
    assert_eq!(heard.id, "1");
    assert_eq!(elsewhere.changes(None).await.len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stopping_server_ends_its_streams_with_a_hint() {
    let mut server = Running::lite().await;
    let desk = server.desk().await;
    desk.signal("Een").await;
    let request = desk.request(reqwest::Method::GET, "/v1/events");
    let response = request.send().await.expect("an answer");
    drop(desk);
    let (text, ()) = soon("the end", async { tokio::join!(response.text(), server.stop()) }).await;
    let text = text.expect("the stream ended properly");
    assert!(text.contains("retry: 1000") || text.contains("retry:1000"), "{text}");
    let folder = server.database.clone();
    assert!(folder.starts_with("sqlite:"));
}
